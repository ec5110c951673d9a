//! What the theme's scripts say, in a script of its own that pages load before them: so that a page carries none of it,
//! and works from disk.

use serde_json::{Map, Value};

use super::Report;
use crate::words::Words;

/// The script's address.
pub const FILE: &str = "assets/words.js";

/// The messages that scripts say, each with what it is given there.
const MESSAGES: [(&str, &[&str]); 12] = [
    ("decimal-sign", &[]),
    ("group-sign", &[]),
    ("chart-show-data", &[]),
    ("script-hide-data", &[]),
    ("script-colours-system", &[]),
    ("script-colours-light", &[]),
    ("script-colours-dark", &[]),
    ("script-search", &[]),
    ("script-filters", &[]),
    ("script-all", &[]),
    ("script-shown", &["shown", "all"]),
    ("script-save", &["table"]),
];

/// The script: `window.cxbook = { words: … }`, each message by its name, with `{NAME}` where it is given something.
#[must_use]
pub fn script(report: &Report<'_>) -> String {
    let said: Map<String, Value> = MESSAGES.iter().map(|(name, given)| said(&report.words, name, given)).collect();
    format!("window.cxbook = {{ words: {} }};\n", Value::Object(said))
}

fn said(words: &Words, name: &str, given: &[&str]) -> (String, Value) {
    let given: Vec<(&str, crate::words::Value<'_>)> =
        given.iter().map(|name| (*name, format!("{{{name}}}").into())).collect();
    (name.to_owned(), Value::String(words.say(name, &given)))
}
