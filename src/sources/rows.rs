//! Rows of a list, one a line → their values, several times faster than the YAML parser reads them.
//!
//! Nearly all of a large program is lines such as `- {id: r-1, answers: {ease: 7}}` and `- [r-2, 7, na, "Text"]`. This
//! reader knows only such lines, and only the plainest of YAML within them; there it gives what the parser gives, to
//! the last place and width. What the lines are part of remains the parser's to say: it sees the first of the rows
//! that stand below one another, and the others are taken as read only if that one turns out to be an item of a list.

use rayon::prelude::*;

use super::node::{Key, Kind, Node, Scalar, Style};
use super::text::small;
use crate::diagnostic::At;

/// The deepest nesting within a row; a deeper one is left to the parser.
pub const MAX_DEPTH: usize = 4;
/// The most keys of one mapping in a row, since each is compared with those before it.
const MAX_KEYS: usize = 64;

/// So many lines at least are worth the while of another core.
const LINES_AT_ONCE: usize = 500;

/// Rows that stand line by line below one another, all with the same indentation.
#[derive(Debug, PartialEq)]
pub struct Run {
    /// The first row, which the parser reads as well.
    pub first: Node,
    /// The rows below it, at least one, of which the parser sees empty lines.
    pub others: Vec<Node>,
}

/// Takes the runs of rows out of a text: gives them in its order, and the text with an empty line for every row but
/// the first of each run.
#[must_use]
pub fn set_aside(source: &str) -> (Vec<Run>, String) {
    let (mut runs, mut left) = (Vec::<Run>::new(), String::new());
    let mut above = None;
    if is_unusual(source) {
        return (runs, left);
    }
    let lines: Vec<&str> = source.split_inclusive('\n').collect();
    let read =
        lines.par_iter().enumerate().with_min_len(LINES_AT_ONCE).map(|(above, line)| row(line, small(above + 1)));
    let rows: Vec<Option<Node>> = read.collect();
    for (line, row) in lines.into_iter().zip(rows) {
        let column = row.as_ref().map(|row| row.at.column);
        match (row, runs.last_mut()) {
            (Some(row), Some(run)) if column == above => {
                run.others.push(row);
                left.push('\n');
            }
            (row, _) => {
                runs.extend(row.map(|first| Run { first, others: Vec::new() }));
                left.push_str(line);
            }
        }
        above = column;
    }
    runs.retain(|run| !run.others.is_empty());
    (runs, left)
}

/// Whether a text has what would have to be thought of at every line: a carriage return that ends one by itself, or a
/// byte-order mark.
fn is_unusual(source: &str) -> bool {
    source.contains('\u{feff}') || source.matches('\r').count() > source.matches("\r\n").count()
}

/// Reads a line that is a row as a whole.
fn row(line: &str, number: u32) -> Option<Node> {
    let line = line.strip_suffix('\n').unwrap_or(line);
    let line = line.strip_suffix('\r').unwrap_or(line);
    let item = line.trim_start_matches(' ').strip_prefix("- ")?;
    if !item.starts_with(['[', '{']) || !item.ends_with([']', '}']) || item.bytes().any(|b| b.is_ascii_control()) {
        return None;
    }
    let mut row =
        RestOfRow { rest: item, at: At { line: number, column: small(line.len() - item.len() + 1), width: 0 } };
    row.value(MAX_DEPTH).filter(|_| row.rest.is_empty())
}

/// What is left of a row, and where that begins.
struct RestOfRow<'a> {
    rest: &'a str,
    at: At,
}

impl<'a> RestOfRow<'a> {
    /// A collection of at most so many levels, or a scalar.
    fn value(&mut self, depth: usize) -> Option<Node> {
        match self.rest.chars().next()? {
            '[' => self.list(depth.checked_sub(1)?),
            '{' => self.map(depth.checked_sub(1)?),
            quote @ ('"' | '\'') => self.quoted(quote),
            _ => self.plain(),
        }
    }

    fn list(&mut self, depth: usize) -> Option<Node> {
        let at = self.open()?;
        let mut items = Vec::new();
        let mut goes_on = !self.takes(']');
        while goes_on {
            items.push(self.value(depth)?);
            goes_on = self.goes_on(']')?;
        }
        Some(Node { at, kind: Kind::List(items) })
    }

    fn map(&mut self, depth: usize) -> Option<Node> {
        let at = self.open()?;
        let mut entries: Vec<(Key, Node)> = Vec::new();
        let mut goes_on = !self.takes('}');
        while goes_on {
            let key = self.key()?;
            if entries.len() == MAX_KEYS || entries.iter().any(|(known, _)| known.text == key.text) {
                return None;
            }
            entries.push((key, self.value(depth)?));
            goes_on = self.goes_on('}')?;
        }
        Some(Node { at, kind: Kind::Map(entries) })
    }

    /// A bracket that opens, whose place ends where the next thing begins, as the parser has it.
    fn open(&mut self) -> Option<At> {
        let start = self.at;
        self.take(1)?;
        self.spaces();
        Some(self.since(start))
    }

    /// Goes past what stands after an item: a comma, or the bracket that ends its collection. Gives whether another
    /// item must follow.
    fn goes_on(&mut self, close: char) -> Option<bool> {
        self.spaces();
        if self.takes(',') {
            self.spaces();
            return Some(true);
        }
        self.takes(close).then_some(false)
    }

    /// A key without quotes, with its `: `.
    fn key(&mut self) -> Option<Key> {
        let end = self.rest.bytes().position(|b| b == b':' || is_flow(b))?;
        let start = self.at;
        let text = self.take(end)?;
        let is_key = is_simple(text) && !text.ends_with(' ') && self.rest.starts_with(": ");
        let at = self.since(start);
        self.take(1)?;
        self.spaces();
        is_key.then(|| Key { at, text: text.into() })
    }

    fn plain(&mut self) -> Option<Node> {
        let end = self.rest.bytes().position(is_flow)?;
        let start = self.at;
        let text = self.rest.get(..end)?.trim_end_matches(' ');
        self.take(text.len())?;
        is_simple(text).then(|| Node { at: self.since(start), kind: Kind::scalar(text.into(), Style::Plain) })
    }

    /// A scalar in quotes without escapes, whose place ends where the next thing begins, as the parser has it. A quote
    /// written twice ends it here, and as nothing can follow then, the row is refused.
    fn quoted(&mut self, quote: char) -> Option<Node> {
        let start = self.at;
        self.take(1)?;
        let text = self.take(self.rest.find(quote)?)?;
        self.take(1)?;
        self.spaces();
        let scalar = Scalar { text: text.into(), style: Style::Quoted };
        (quote == '\'' || !text.contains('\\')).then(|| Node { at: self.since(start), kind: Kind::Scalar(scalar) })
    }

    /// Goes past a character if it comes next.
    fn takes(&mut self, c: char) -> bool {
        self.rest.starts_with(c) && self.take(c.len_utf8()).is_some()
    }

    fn spaces(&mut self) {
        self.take(self.rest.len() - self.rest.trim_start_matches(' ').len());
    }

    /// Goes past so many bytes.
    fn take(&mut self, bytes: usize) -> Option<&'a str> {
        let (taken, rest) = self.rest.split_at_checked(bytes)?;
        self.rest = rest;
        self.at.column += small(taken.chars().count());
        Some(taken)
    }

    /// The place from a start to here.
    fn since(&self, start: At) -> At {
        At { width: self.at.column - start.column, ..start }
    }
}

/// What ends text without quotes between brackets.
fn is_flow(byte: u8) -> bool {
    matches!(byte, b',' | b'[' | b']' | b'{' | b'}')
}

/// Whether text without quotes means nothing but itself: it begins as a word, a number or `~` does, has neither `#` nor
/// `: `, and no mark at its end that YAML could take for something else.
fn is_simple(text: &str) -> bool {
    let begins = match text.strip_prefix('-') {
        Some(number) => number.starts_with(|c: char| c.is_ascii_digit()),
        None => text.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '~' | '_')),
    };
    let bytes = text.as_bytes();
    begins && !text.ends_with(['-', ':']) && !bytes.contains(&b'#') && !bytes.windows(2).any(|two| two == b": ")
}
