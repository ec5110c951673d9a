//! A tree of values → typed records, with every mistake of a file at once.
//!
//! Decoding never stops at a mistake: it is noted with its place, the value is left out, and the rest is read on.

use std::collections::{BTreeMap, HashSet};
use std::path::Path;
use std::sync::Arc;

use super::node::{Key, Kind, Node, Scalar, Style};
use crate::diagnostic::{At, Code, Diagnostic, Diagnostics, Place};

/// A file while it is decoded: its path and what was found wrong in it.
#[derive(Debug)]
pub struct Reading {
    /// The file as messages name it.
    pub file: Arc<Path>,
    diagnostics: Diagnostics,
    repeated: BTreeMap<Code, (Diagnostic, usize)>,
    names: HashSet<Arc<str>>,
}

impl Reading {
    /// Starts on a file.
    #[must_use]
    pub fn new(file: &Arc<Path>) -> Self {
        Self {
            file: Arc::clone(file),
            diagnostics: Diagnostics::default(),
            repeated: BTreeMap::new(),
            names: HashSet::new(),
        }
    }

    /// A name that the file may write a hundred thousand times, kept once.
    pub fn name(&mut self, text: &str) -> Arc<str> {
        if let Some(known) = self.names.get(text) {
            return Arc::clone(known);
        }
        let name: Arc<str> = text.into();
        self.names.insert(Arc::clone(&name));
        name
    }

    /// Notes an error at a value, with what to do.
    pub fn error(&mut self, code: Code, at: At, message: impl Into<String>, help: Option<String>) {
        let mut diagnostic = Diagnostic::new(code, message).at(Place::new(&self.file, at));
        diagnostic.help = help;
        self.diagnostics.push(diagnostic);
    }

    /// Notes that something else was expected of a value.
    pub fn expected(&mut self, node: &Node, expected: &str) {
        let found = match &node.kind {
            Kind::Scalar(scalar) => format!("`{}`", shortened(&scalar.text)),
            _ => node.what().to_owned(),
        };
        self.error(
            Code::WrongType,
            node.at,
            format!("expected {expected}, found {found}"),
            how_to_write(expected).map(Into::into),
        );
    }

    /// Notes a warning that a file may earn a thousand times: it is reported once, with how often it applies.
    pub fn warn_once(&mut self, code: Code, at: At, message: impl Into<String>, help: &str) {
        if let Some((_, times)) = self.repeated.get_mut(&code) {
            *times += 1;
            return;
        }
        let diagnostic = Diagnostic::new(code, message).at(Place::new(&self.file, at)).help(help);
        self.repeated.insert(code, (diagnostic, 1));
    }

    /// Everything that was found wrong in the file.
    #[must_use]
    pub fn finish(mut self) -> Diagnostics {
        for (mut diagnostic, times) in self.repeated.into_values() {
            if times > 1 {
                diagnostic.message = format!("{} (and {} more like it in this file)", diagnostic.message, times - 1);
            }
            self.diagnostics.push(diagnostic);
        }
        self.diagnostics
    }

    /// Takes a node as a mapping whose keys are among `names`; unknown keys are mistakes with a suggestion.
    pub fn fields<'a>(&mut self, node: &'a Node, what: &'static str, names: &[&'static str]) -> Option<Fields<'a>> {
        let Kind::Map(entries) = &node.kind else {
            self.expected(node, &format!("{what} (a mapping)"));
            return None;
        };
        for (key, value) in entries {
            if !names.contains(&&*key.text) {
                let message = format!("unknown key `{}` in {what}", shortened(&key.text));
                let help = self.unknown_key_help(key, value, names);
                self.error(Code::UnknownKey, key.at, message, help);
            }
        }
        Some(Fields { at: node.at, what, entries })
    }

    /// A key without a value, in words, is mostly the rest of a text that a comma cut.
    fn unknown_key_help(&mut self, key: &Key, value: &Node, names: &[&str]) -> Option<String> {
        if value.kind == Kind::Null && value.at.line == key.at.line && key.text.contains(' ') {
            return Some("put text with commas in quotes".to_owned());
        }
        self.diagnostics.suggest(&key.text, names.iter().copied())
    }
}

/// How something that was expected is written in YAML.
fn how_to_write(expected: &str) -> Option<&'static str> {
    match expected {
        "a list" => Some("write `[one, two]`, or one item a line, each after `- `"),
        "a number" | "a whole number" | "a whole number of 0 or more" => Some("write a number such as `30`"),
        "a text" | "an id" | "a single value" => {
            Some("write one value; text with `: `, ` #`, `[` or `{` goes in quotes")
        }
        "a text or a list of texts" => Some("write one value, or `[one, two]`"),
        "`true` or `false`" => Some("write `true` or `false`"),
        _ if expected.ends_with("mapping") || expected.ends_with("mapping)") => {
            Some("write `key: value`, one a line, or `{key: value}`")
        }
        _ => None,
    }
}

/// The keys of one mapping, to be decoded one by one.
pub struct Fields<'a> {
    at: At,
    what: &'static str,
    entries: &'a [(Key, Node)],
}

impl<'a> Fields<'a> {
    /// The items of a key that must be a list, undecoded; none where it is absent or no list.
    pub fn list(&self, name: &str, reading: &mut Reading) -> &'a [Node] {
        match self.entries.iter().find(|(key, _)| &*key.text == name).map(|(_, node)| (node, &node.kind)) {
            Some((_, Kind::List(items))) => items,
            None | Some((_, Kind::Null)) => &[],
            Some((node, _)) => {
                reading.expected(node, "a list");
                &[]
            }
        }
    }

    /// Decodes the value of a key, or what stands for its absence; `None` if that is a mistake, which is noted.
    pub fn decode<T: Decode>(&self, name: &str, reading: &mut Reading) -> Option<T> {
        let entry = self.entries.iter().find(|(key, _)| &*key.text == name);
        match entry {
            Some((_, node)) if node.kind != Kind::Null => T::decode(node, reading).or_else(T::absent),
            _ => {
                let absent = T::absent();
                if absent.is_none() {
                    let at = entry.map_or(At { width: 0, ..self.at }, |(key, _)| key.at);
                    let help = Some(format!("add `{name}: …`"));
                    reading.error(Code::MissingKey, at, format!("{} needs `{name}`", self.what), help);
                }
                absent
            }
        }
    }
}

/// What can be read from a value.
pub trait Decode: Sized {
    /// Reads it; on a mistake, notes it in `reading` and gives `None`.
    fn decode(node: &Node, reading: &mut Reading) -> Option<Self>;

    /// What an absent or empty value means; `None` where it must be given.
    #[must_use]
    fn absent() -> Option<Self> {
        None
    }
}

impl<T: Decode> Decode for Option<T> {
    fn decode(node: &Node, reading: &mut Reading) -> Option<Self> {
        if node.kind == Kind::Null { Some(None) } else { T::decode(node, reading).map(Some) }
    }

    fn absent() -> Option<Self> {
        Some(None)
    }
}

impl<T: Decode> Decode for Vec<T> {
    fn decode(node: &Node, reading: &mut Reading) -> Option<Self> {
        let Kind::List(items) = &node.kind else {
            reading.expected(node, "a list");
            return None;
        };
        Some(items.iter().filter_map(|item| T::decode(item, reading)).collect())
    }

    fn absent() -> Option<Self> {
        Some(Vec::new())
    }
}

/// A mapping from names that the user chose to values, in the file's order.
#[derive(Debug, Clone, PartialEq)]
pub struct Named<T>(pub Vec<(Located<String>, T)>);

impl<T> Default for Named<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Decode> Decode for Named<T> {
    fn decode(node: &Node, reading: &mut Reading) -> Option<Self> {
        let Kind::Map(entries) = &node.kind else {
            reading.expected(node, "a mapping");
            return None;
        };
        let entry = |(key, value): &(Key, Node)| {
            let name = Located { value: key.text.to_string(), at: key.at };
            T::decode(value, reading).map(|value| (name, value))
        };
        Some(Self(entries.iter().filter_map(entry).collect()))
    }

    fn absent() -> Option<Self> {
        Some(Self::default())
    }
}

/// The entries of a mapping that have a value, each with its name and where that stands.
pub(super) fn entries<T: Decode, E>(
    node: &Node,
    reading: &mut Reading,
    entry: impl Fn(Arc<str>, At, Located<T>) -> E,
) -> Option<Vec<E>> {
    let Kind::Map(written) = &node.kind else {
        reading.expected(node, "a mapping");
        return None;
    };
    let mut entries = Vec::with_capacity(written.len());
    for (key, value) in written {
        if let Some(Some(value)) = Option::<Located<T>>::decode(value, reading) {
            entries.push(entry(reading.name(&key.text), key.at, value));
        }
    }
    Some(entries)
}

/// A value with its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub at: At,
}

impl<T: Decode> Decode for Located<T> {
    fn decode(node: &Node, reading: &mut Reading) -> Option<Self> {
        T::decode(node, reading).map(|value| Self { value, at: node.at })
    }
}

/// The one value that a node must be.
pub fn scalar<'a>(node: &'a Node, expected: &str, reading: &mut Reading) -> Option<&'a Scalar> {
    if let Kind::Scalar(scalar) = &node.kind {
        return Some(scalar);
    }
    reading.expected(node, expected);
    None
}

/// Warns where a `#` cut a text short that was probably meant to go on.
pub fn warn_cut_text(scalar: &Scalar, node: &Node, reading: &mut Reading) {
    if scalar.style == Style::BeforeHash {
        let message = format!("` #` ends the text here: it is read as `{}`", shortened(&scalar.text));
        reading.warn_once(Code::CutText, node.at, message, "put the text in quotes if the rest belongs to it");
    }
}

/// A text for a message: one line, at most 60 characters.
#[must_use]
pub fn shortened(text: &str) -> String {
    let line: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    if line.chars().count() <= 60 {
        return line;
    }
    line.chars().take(59).chain(['…']).collect()
}

/// A field's name as a key: without the mark that lets it be a Rust keyword.
#[must_use]
pub fn key_name(field: &'static str) -> &'static str {
    field.strip_prefix("r#").unwrap_or(field)
}
