//! JSON text → text that the YAML parser reads alike, and what the JSON parser says of it.
//!
//! JSON is YAML but for its strings; with these out of the way, one parser gives the places of both.

use super::text;
use crate::diagnostic::At;

/// The first bracket of masked text that nests deeper than so many levels.
pub(super) fn first_bracket_deeper(masked: &str, levels: usize) -> Option<At> {
    let mut depth = 0;
    for (line, number) in text::lines(masked).zip(1..) {
        for (c, column) in line.chars().zip(1..) {
            match c {
                '[' | '{' if depth == levels => return Some(At { line: number, column, width: 1 }),
                '[' | '{' => depth += 1,
                ']' | '}' => depth = depth.saturating_sub(1),
                _ => {}
            }
        }
    }
    None
}

/// What the JSON parser says, without the place.
pub(super) fn message(error: &serde_json::Error) -> String {
    let said = error.to_string();
    format!("not valid JSON: {}", said.split_once(" at line").map_or(said.as_str(), |(message, _)| message))
}

/// JSON text with every character within strings replaced by a letter, and tabs by spaces.
pub(super) fn masked(source: &str) -> String {
    let mut mask = Mask::default();
    source.chars().map(|c| mask.character(c)).collect()
}

/// Where a JSON text has been read to.
#[derive(Default)]
struct Mask {
    is_in_string: bool,
    is_escaped: bool,
}

impl Mask {
    fn character(&mut self, c: char) -> char {
        let was_escaped = std::mem::take(&mut self.is_escaped);
        match c {
            '"' if !was_escaped => {
                self.is_in_string = !self.is_in_string;
                '"'
            }
            _ if self.is_in_string => {
                self.is_escaped = c == '\\' && !was_escaped;
                'x'
            }
            '\t' => ' ',
            c => c,
        }
    }
}
