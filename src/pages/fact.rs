//! A fact: what, what it is, and how it comes about.

use schemars::JsonSchema;
use serde::Serialize;

/// A fact.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema, Serialize)]
pub struct FactView {
    /// What.
    pub label: String,
    /// What it is.
    pub value: String,
    /// How it comes about; empty where that is plain.
    pub note: String,
}

impl FactView {
    /// A fact with how it comes about.
    pub fn new(label: &str, value: impl Into<String>, note: impl Into<String>) -> Self {
        Self { label: label.to_owned(), value: value.into(), note: note.into() }
    }
}
