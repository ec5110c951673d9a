//! Text → its [tree](super::node).
//!
//! One parser reads all YAML and JSON, but for plain [rows], which are only read faster. It keeps the text
//! of a scalar as it stands (`1.10` stays `1.10`), so that ids and answers mean what the analyst sees, and it refuses
//! what makes a file mean something else than it seems to: equal keys, anchors and aliases, tags, several documents,
//! deep nesting.

use std::collections::HashMap;
use std::iter::Peekable;
use std::path::Path;
use std::sync::Arc;
use std::vec::IntoIter;

use saphyr_parser::{Event, Parser, ScalarStyle, ScanError, Span};

use super::json;
use super::node::{Key, Kind, Node, Style};
use super::rows::{self, Run};
use super::syntax;
use super::text::{self, Cursor, small};
use crate::diagnostic::{At, Code, Diagnostic, Place};

/// The deepest nesting that is read.
pub const MAX_DEPTH: usize = 64;

/// Parses YAML text into its one document.
///
/// # Errors
/// All that can be told of a file that is not well-formed: its first syntax error, or every equal key in it.
pub fn yaml(source: &str, shown: &Arc<Path>) -> Result<Node, Vec<Diagnostic>> {
    in_rows(source, shown).map_or_else(|| by_parser(source, shown), Ok)
}

/// What [`yaml`] gives where rows of lists are read apart from the rest; nothing where there are none, where one of
/// them is no item of a list, and where there is any mistake, whose message is the parser's alone.
fn in_rows(source: &str, shown: &Arc<Path>) -> Option<Node> {
    let (runs, left) = rows::set_aside(source);
    if runs.is_empty() || text::tab_in_indentation(source).is_some() {
        return None;
    }
    let mut builder = NodeBuilder::yaml(source, shown);
    builder.runs = runs.into_iter().peekable();
    builder.build(&left).ok().filter(|_| builder.runs.len() == 0)
}

/// What [`yaml`] gives, read by the parser alone: slower, and the measure of it.
///
/// # Errors
/// As [`yaml`].
pub fn by_parser(source: &str, shown: &Arc<Path>) -> Result<Node, Vec<Diagnostic>> {
    if let Some(at) = text::tab_in_indentation(source) {
        return Err(vec![
            Diagnostic::new(Code::Tab, "a tab in the indentation").at(Place::new(shown, at)).help("indent with spaces"),
        ]);
    }
    NodeBuilder::yaml(source, shown).build(source)
}

struct NodeBuilder<'a> {
    shown: &'a Arc<Path>,
    /// The text as it stands in the file.
    source: &'a str,
    /// A way through the text, where a value needs a second look: what follows it, or its escapes.
    cursor: Option<Cursor<'a>>,
    /// Whether the text is JSON, whose strings are read from the text itself.
    strings: Strings,
    /// The rows that the parser does not see, in the order of their first ones.
    runs: Peekable<IntoIter<Run>>,
    open: Vec<Open>,
    root: Option<Node>,
    mistakes: Vec<Diagnostic>,
}

/// Where the text of a string in quotes comes from.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Strings {
    /// From the YAML parser.
    Yaml,
    /// From the file, as JSON.
    Json,
}

enum Open {
    List(At, Vec<Node>),
    Map(At, Option<Key>, Vec<(Key, Node)>),
}

impl<'a> NodeBuilder<'a> {
    fn new(source: &'a str, shown: &'a Arc<Path>, cursor: Option<Cursor<'a>>, strings: Strings) -> Self {
        let runs = Vec::new().into_iter().peekable();
        Self { shown, source, cursor, strings, runs, open: Vec::new(), root: None, mistakes: Vec::new() }
    }

    fn yaml(source: &'a str, shown: &'a Arc<Path>) -> Self {
        let comments = source.contains(" #") || source.contains("\t#");
        Self::new(source, shown, comments.then(|| Cursor::new(source)), Strings::Yaml)
    }

    /// Builds the tree from the text as the parser is to see it.
    fn build(&mut self, source: &str) -> Result<Node, Vec<Diagnostic>> {
        for event in Parser::new_from_str(source) {
            let step = event.map_err(|e| self.malformed(&e)).and_then(|(event, span)| self.take(event, span));
            if let Err(diagnostic) = step {
                self.mistakes.push(diagnostic);
                break;
            }
        }
        if !self.mistakes.is_empty() {
            return Err(std::mem::take(&mut self.mistakes));
        }
        Ok(self.root.take().unwrap_or(Node { at: At { line: 1, column: 1, width: 0 }, kind: Kind::Null }))
    }

    fn take(&mut self, event: Event<'_>, span: Span) -> Result<(), Diagnostic> {
        let at = place(span);
        self.refuse_unsupported(&event, at)?;
        match event {
            Event::Scalar(text, style, ..) => {
                self.scalar(text.into(), style, span);
                Ok(())
            }
            Event::SequenceStart(..) => self.start(Open::List(at, Vec::new()), at),
            Event::MappingStart(..) => self.start(Open::Map(at, None, Vec::new()), at),
            Event::SequenceEnd | Event::MappingEnd => {
                self.end();
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn refuse_unsupported(&self, event: &Event<'_>, at: At) -> Result<(), Diagnostic> {
        let (anchor, tag) = match event {
            Event::Scalar(_, _, anchor, tag) | Event::SequenceStart(anchor, tag) | Event::MappingStart(anchor, tag) => {
                (*anchor, tag.is_some())
            }
            Event::Alias(_) => (1, false),
            Event::DocumentStart(_) if self.root.is_some() => {
                return Err(self
                    .error(Code::UnsupportedYaml, "a second document in one file", at)
                    .help("remove the `---`"));
            }
            _ => (0, false),
        };
        if anchor > 0 {
            return Err(self.no_anchors(at));
        }
        if tag {
            return Err(self
                .error(Code::UnsupportedYaml, "tags (`!…`) are not supported", at)
                .help("write the value without its tag"));
        }
        Ok(())
    }

    fn no_anchors(&self, at: At) -> Diagnostic {
        self.error(Code::UnsupportedYaml, "anchors (`&name`) and aliases (`*name`) are not supported", at)
            .help("write the value out, or put text that begins with `&` or `*` in quotes")
    }

    fn start(&mut self, open: Open, at: At) -> Result<(), Diagnostic> {
        if self.open.len() >= MAX_DEPTH {
            return Err(self.too_deep(at));
        }
        if let Some(Open::Map(_, None, _)) = self.open.last() {
            return Err(self
                .error(Code::UnsupportedYaml, "a key that is not text", at)
                .help("put `{` or `[` at the start of a text in quotes"));
        }
        self.open.push(open);
        Ok(())
    }

    fn end(&mut self) {
        let node = match self.open.pop() {
            Some(Open::List(at, list)) => Node { at, kind: Kind::List(list) },
            Some(Open::Map(at, _, map)) => {
                self.equal_keys(&map);
                Node { at, kind: Kind::Map(map) }
            }
            None => return,
        };
        self.put(node);
    }

    fn scalar(&mut self, text: Box<str>, style: ScalarStyle, span: Span) {
        let at = place(span);
        let style = match style {
            ScalarStyle::Plain => self.plain_style(span),
            _ => Style::Quoted,
        };
        let text = if style == Style::Quoted && self.strings == Strings::Json { self.json_string(at) } else { text };
        if text.contains('\0') {
            let code = if self.strings == Strings::Json { Code::NotJson } else { Code::NotYaml };
            let mistake = self.error(code, "U+0000 in a text", at);
            self.mistakes.push(mistake.help("remove its escape: what reads the text may end it there"));
        }
        if let Some(Open::Map(_, key @ None, _)) = self.open.last_mut() {
            *key = Some(Key { at, text });
            return;
        }
        self.put(Node { at, kind: Kind::scalar(text, style) });
    }

    fn plain_style(&mut self, span: Span) -> Style {
        let rest = self.cursor.as_mut().map(|cursor| cursor.rest(span.end.line(), span.end.col()));
        let comment = rest.and_then(|rest| rest.trim_start().strip_prefix('#'));
        match comment {
            None => Style::Plain,
            Some(comment) if comment.starts_with(|c: char| c.is_alphanumeric()) => Style::BeforeHash,
            Some(_) => Style::BeforeComment,
        }
    }

    /// The text of a JSON string that stands at a place.
    fn json_string(&mut self, at: At) -> Box<str> {
        let rest = self.cursor.as_mut().map(|cursor| cursor.rest(at.line as usize, at.column as usize - 1));
        let written: String = rest.unwrap_or_default().chars().take(at.width as usize).collect();
        serde_json::from_str(&written).unwrap_or_else(|_| {
            let help = "write the character itself, or both halves of its escape (`\\ud83d\\ude00`)";
            self.mistakes
                .push(self.error(Code::NotJson, "not valid JSON: an escape for half of a character", at).help(help));
            Box::default()
        })
    }

    /// Puts a value where it belongs, and after the first row of a run the others. Rows begin a line with `- `, which
    /// is a mistake within brackets; so the list is one of such lines, and what follows below is its next item.
    fn put(&mut self, node: Node) {
        let fits = self.open.len() + rows::MAX_DEPTH <= MAX_DEPTH;
        match self.open.last_mut() {
            None => self.root = Some(node),
            Some(Open::List(_, list)) => {
                let run = self.runs.next_if(|run| fits && run.first == node);
                list.push(node);
                list.extend(run.into_iter().flat_map(|run| run.others));
            }
            Some(Open::Map(_, key, map)) => map.extend(key.take().map(|key| (key, node))),
        }
    }

    fn equal_keys(&mut self, map: &[(Key, Node)]) {
        let mut seen: HashMap<&str, At> = HashMap::with_capacity(map.len());
        for (key, _) in map {
            if let Some(first) = seen.insert(&key.text, key.at) {
                let diagnostic = self
                    .error(Code::KeyTwice, format!("the key `{}` stands twice in one mapping", key.text), key.at)
                    .related(Place::new(self.shown, first), "the first one is here")
                    .help("keep one of the two");
                self.mistakes.push(diagnostic);
            }
        }
    }

    fn malformed(&self, error: &ScanError) -> Diagnostic {
        let at = syntax::place(error, self.source);
        if error.info().contains("anchor") {
            return self.no_anchors(at);
        }
        if syntax::is_too_deep(error) {
            return self.too_deep(at);
        }
        let (message, help) = syntax::in_plain_words(error);
        let diagnostic = self.error(Code::NotYaml, message, at).help(help);
        match self.open.last() {
            Some(Open::List(start, _) | Open::Map(start, ..)) if self.is_bracket(*start) && *start != at => {
                diagnostic.related(Place::new(self.shown, *start), "this is still open")
            }
            _ => diagnostic,
        }
    }

    fn is_bracket(&self, at: At) -> bool {
        Cursor::new(self.source).rest(at.line as usize, at.column as usize - 1).starts_with(['[', '{'])
    }

    fn too_deep(&self, at: At) -> Diagnostic {
        self.error(Code::TooLarge, "nested deeper than 64 levels", at).help("no file of a program needs this depth")
    }

    fn error(&self, code: Code, message: impl Into<String>, at: At) -> Diagnostic {
        Diagnostic::new(code, message).at(Place::new(self.shown, at))
    }
}

fn place(span: Span) -> At {
    let same_line = span.start.line() == span.end.line();
    let width = if same_line { span.end.col().saturating_sub(span.start.col()) } else { 1 };
    At { line: small(span.start.line()), column: small(span.start.col() + 1), width: small(width) }
}

/// Parses JSON text. Its positions come from the same parser: with every string masked by letters, JSON is YAML, and
/// the strings are then decoded from the text itself.
///
/// # Errors
/// The first syntax error, or every equal key and every string that is none.
pub fn json(source: &str, shown: &Arc<Path>) -> Result<Node, Vec<Diagnostic>> {
    let mut builder = NodeBuilder::new(source, shown, Some(Cursor::new(source)), Strings::Json);
    let masked = json::masked(source);
    if let Some(at) = json::first_bracket_deeper(&masked, MAX_DEPTH) {
        return Err(vec![builder.too_deep(at)]);
    }
    if let Err(error) = serde_json::from_str::<serde::de::IgnoredAny>(source) {
        let at = At { line: small(error.line().max(1)), column: small(error.column().max(1)), width: 1 };
        let at = syntax::within(at, source);
        return Err(vec![builder.error(Code::NotJson, json::message(&error), at).help("mend it here")]);
    }
    builder.build(&masked)
}
