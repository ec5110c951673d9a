//! Text → a tree in which every value knows its place.
//!
//! One parser reads all YAML and JSON. It keeps the text of a scalar as it stands (`1.10` stays `1.10`), so that ids
//! and answers mean what the analyst sees, and it refuses what makes a file mean something else than it seems to:
//! equal keys, anchors and aliases, tags, several documents, deep nesting.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use saphyr_parser::{Event, Parser, ScalarStyle, ScanError, Span};

use super::text::{self, small};
use crate::diagnostic::{At, Diagnostic, Place};

/// The deepest nesting that is read.
pub const MAX_DEPTH: usize = 64;

/// A value and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// The value's place.
    pub at: At,
    /// The value.
    pub kind: Kind,
}

/// What a node holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// Nothing, `null` or `~`.
    Null,
    /// One value.
    Scalar(Scalar),
    /// A sequence.
    List(Vec<Node>),
    /// A mapping with text keys, in the file's order, no key twice.
    Map(Vec<(Key, Node)>),
}

/// A mapping's key.
#[derive(Debug, Clone, PartialEq)]
pub struct Key {
    /// The key's place.
    pub at: At,
    /// The key as it stands.
    pub text: Box<str>,
}

/// A scalar as it stands in the file.
#[derive(Debug, Clone, PartialEq)]
pub struct Scalar {
    /// Its text, quotes and escapes resolved.
    pub text: Box<str>,
    /// How it was written.
    pub style: Style,
}

/// How a scalar was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Without quotes.
    Plain,
    /// Without quotes, and followed by a comment: `text # so`.
    BeforeComment,
    /// Without quotes, and followed by a `#` that touches what comes next: `we are #1`.
    BeforeHash,
    /// In quotes or as a block.
    Quoted,
}

impl Node {
    /// What the node is, for messages.
    #[must_use]
    pub fn what(&self) -> &'static str {
        match self.kind {
            Kind::Null => "nothing",
            Kind::Scalar(_) => "a single value",
            Kind::List(_) => "a list",
            Kind::Map(_) => "a mapping",
        }
    }
}

/// Parses YAML text into its one document.
///
/// # Errors
/// All that can be told of a file that is not well-formed: its first syntax error, or every equal key in it.
pub fn yaml(source: &str, shown: &Arc<Path>) -> Result<Node, Vec<Diagnostic>> {
    if let Some(at) = text::tab_in_indentation(source) {
        return Err(vec![
            Diagnostic::error("a tab in the indentation").at(Place::new(shown, at)).help("indent with spaces"),
        ]);
    }
    let lines = if source.contains(" #") || source.contains("\t#") { source.lines().collect() } else { Vec::new() };
    Builder { shown, lines, open: Vec::new(), root: None, mistakes: Vec::new() }.build(source)
}

struct Builder<'a> {
    shown: &'a Arc<Path>,
    /// The lines of the source, where one of them may hold a comment after a value.
    lines: Vec<&'a str>,
    open: Vec<Open>,
    root: Option<Node>,
    mistakes: Vec<Diagnostic>,
}

enum Open {
    List(At, Vec<Node>),
    Map(At, Option<Key>, Vec<(Key, Node)>),
}

impl Builder<'_> {
    fn build(mut self, source: &str) -> Result<Node, Vec<Diagnostic>> {
        for event in Parser::new_from_str(source) {
            let step = event.map_err(|e| self.malformed(&e)).and_then(|(event, span)| self.take(event, span));
            if let Err(diagnostic) = step {
                self.mistakes.push(diagnostic);
                return Err(self.mistakes);
            }
        }
        if !self.mistakes.is_empty() {
            return Err(self.mistakes);
        }
        Ok(self.root.unwrap_or(Node { at: At { line: 1, column: 1, width: 0 }, kind: Kind::Null }))
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
                return Err(self.error("a second document in one file", at).help("remove the `---`"));
            }
            _ => (0, false),
        };
        if anchor > 0 {
            return Err(self.no_anchors(at));
        }
        if tag {
            return Err(self.error("tags (`!…`) are not supported", at).help("write the value without its tag"));
        }
        Ok(())
    }

    fn no_anchors(&self, at: At) -> Diagnostic {
        self.error("anchors (`&name`) and aliases (`*name`) are not supported", at)
            .help("write the value out, or put text that begins with `&` or `*` in quotes")
    }

    fn start(&mut self, open: Open, at: At) -> Result<(), Diagnostic> {
        if self.open.len() >= MAX_DEPTH {
            return Err(self.error("nested deeper than 64 levels", at).help("no file of a program needs this depth"));
        }
        if let Some(Open::Map(_, None, _)) = self.open.last() {
            return Err(self
                .error("a key that is not text", at)
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
        if let Some(Open::Map(_, key @ None, _)) = self.open.last_mut() {
            *key = Some(Key { at, text });
            return;
        }
        let null = style != Style::Quoted && matches!(&*text, "" | "~" | "null" | "Null" | "NULL");
        self.put(Node { at, kind: if null { Kind::Null } else { Kind::Scalar(Scalar { text, style }) } });
    }

    fn plain_style(&self, span: Span) -> Style {
        let rest = self.lines.get(span.end.line().saturating_sub(1)).map(|line| after(line, span.end.col()));
        let comment = rest.and_then(|rest| rest.trim_start().strip_prefix('#'));
        match comment {
            None => Style::Plain,
            Some(comment) if comment.starts_with(|c: char| c.is_alphanumeric()) => Style::BeforeHash,
            Some(_) => Style::BeforeComment,
        }
    }

    fn put(&mut self, node: Node) {
        match self.open.last_mut() {
            None => self.root = Some(node),
            Some(Open::List(_, list)) => list.push(node),
            Some(Open::Map(_, key, map)) => map.extend(key.take().map(|key| (key, node))),
        }
    }

    fn equal_keys(&mut self, map: &[(Key, Node)]) {
        let mut seen: HashMap<&str, At> = HashMap::with_capacity(map.len());
        for (key, _) in map {
            if let Some(first) = seen.insert(&key.text, key.at) {
                let diagnostic = self
                    .error(format!("the key `{}` stands twice in one mapping", key.text), key.at)
                    .related(Place::new(self.shown, first), "the first one is here")
                    .help("keep one of the two");
                self.mistakes.push(diagnostic);
            }
        }
    }

    fn malformed(&self, error: &ScanError) -> Diagnostic {
        let marker = error.marker();
        let at = At { line: small(marker.line().max(1)), column: small(marker.col() + 1), width: 1 };
        if error.info().contains("anchor") {
            return self.no_anchors(at);
        }
        self.error(format!("not valid YAML: {}", error.info()), at)
            .help("look for an open bracket or quote before this place, or text with `: ` or ` #` that needs quotes")
    }

    fn error(&self, message: impl Into<String>, at: At) -> Diagnostic {
        Diagnostic::error(message).at(Place::new(self.shown, at))
    }
}

fn place(span: Span) -> At {
    let same_line = span.start.line() == span.end.line();
    let width = if same_line { span.end.col().saturating_sub(span.start.col()) } else { 1 };
    At { line: small(span.start.line()), column: small(span.start.col() + 1), width: small(width) }
}

fn after(line: &str, column: usize) -> &str {
    line.char_indices().nth(column).and_then(|(byte, _)| line.get(byte..)).unwrap_or_default()
}

/// Parses JSON text. Its positions come from the same parser: with every escape masked by letters, JSON is YAML, and
/// the strings are then decoded from the text itself.
///
/// # Errors
/// The first syntax error, or every equal key.
pub fn json(source: &str, shown: &Arc<Path>) -> Result<Node, Vec<Diagnostic>> {
    if let Err(error) = serde_json::from_str::<serde::de::IgnoredAny>(source) {
        let at = At { line: small(error.line().max(1)), column: small(error.column().max(1)), width: 1 };
        let (message, _) =
            error.to_string().split_once(" at line").map_or((error.to_string(), ""), |m| (m.0.into(), ""));
        return Err(vec![
            Diagnostic::error(format!("not valid JSON: {message}")).at(Place::new(shown, at)).help("mend it here"),
        ]);
    }
    let mut node = yaml(&masked(source), shown)?;
    if source.contains('\\') {
        let lines: Vec<&str> = source.lines().collect();
        unescape(&mut node, &lines);
    }
    Ok(node)
}

/// JSON text with escapes and tabs replaced by as many harmless characters.
fn masked(source: &str) -> String {
    let mut escaped = false;
    let mask = |c: char| {
        let was_escaped = escaped;
        escaped = c == '\\' && !was_escaped;
        match c {
            '\t' => ' ',
            _ if was_escaped || c == '\\' => 'x',
            _ => c,
        }
    };
    source.chars().map(mask).collect()
}

fn unescape(node: &mut Node, lines: &[&str]) {
    let raw = |at: At| {
        let line = lines.get(at.line as usize - 1)?;
        let text: String = after(line, at.column as usize - 1).chars().take(at.width as usize).collect();
        serde_json::from_str::<String>(&text).ok()
    };
    match &mut node.kind {
        Kind::Null => {}
        Kind::Scalar(scalar) => {
            if let Some(text) = raw(node.at) {
                scalar.text = text.into();
            }
        }
        Kind::List(list) => list.iter_mut().for_each(|item| unescape(item, lines)),
        Kind::Map(map) => {
            for (key, value) in map {
                if let Some(text) = raw(key.at) {
                    key.text = text.into();
                }
                unescape(value, lines);
            }
        }
    }
}
