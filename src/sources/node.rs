//! A file as a tree in which every value knows its place: what the [parser](super::parser) makes of a text.

use crate::diagnostic::At;

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

impl Kind {
    /// A scalar, or nothing where that is what it says.
    #[must_use]
    pub fn scalar(text: Box<str>, style: Style) -> Self {
        let null = style != Style::Quoted && matches!(&*text, "" | "~" | "null" | "Null" | "NULL");
        if null { Self::Null } else { Self::Scalar(Scalar { text, style }) }
    }
}
