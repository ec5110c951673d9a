//! Tables as CSV files that are safe to open in a spreadsheet.
//!
//! RFC 4180 quoting, UTF-8 without a byte order mark, and lines that end in a line feed alone: the RFC writes CRLF, but
//! every reader takes both, and line feeds are what tools that compare text by lines expect. Text that a spreadsheet
//! would run as a formula gets an apostrophe before it; numbers stay numbers, the negative ones too.

use std::borrow::Cow;

use crate::words::decimal::decimal;

/// One cell of a table.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell<'a> {
    /// Words: a name, an id, a comment.
    Text(Cow<'a, str>),
    /// A figure, written with 4 decimals and never as `-0.0000`; what is not finite is unknown, an empty cell.
    Number(f64),
    /// A number of things.
    Count(u64),
    /// Unknown, or not to be shown.
    Empty,
}

/// The table as the text of a CSV file: the header line, then one line a row.
///
/// A row that is shorter or longer than the header is written as it is.
#[must_use]
pub fn csv<'a>(header: &[&'a str], rows: impl Iterator<Item = impl IntoIterator<Item = Cell<'a>>>) -> String {
    let header = header.iter().map(|name| Cell::Text((*name).into()));
    lines([header].into_iter()) + &lines(rows)
}

/// Rows without a header, one line each.
#[must_use]
pub fn lines<'a>(rows: impl Iterator<Item = impl IntoIterator<Item = Cell<'a>>>) -> String {
    // Writing rows of any length into memory has nothing to fail at, and all that goes in is UTF-8.
    written(rows).ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

fn written<'a>(
    rows: impl Iterator<Item = impl IntoIterator<Item = Cell<'a>>>,
) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    let line_feed = csv::Terminator::Any(b'\n');
    let mut writer = csv::WriterBuilder::new().flexible(true).terminator(line_feed).from_writer(Vec::new());
    let mut field = String::new();
    for row in rows {
        for cell in row {
            field.clear();
            shown(&mut field, &cell);
            writer.write_field(&field)?;
        }
        writer.write_record(None::<&[u8]>)?;
    }
    Ok(writer.into_inner()?)
}

fn shown(field: &mut String, cell: &Cell<'_>) {
    match cell {
        Cell::Text(text) => field.push_str(&inert(text)),
        Cell::Number(number) if number.is_finite() => decimal(field, *number, 4),
        Cell::Number(_) | Cell::Empty => {}
        Cell::Count(count) => field.push_str(&count.to_string()),
    }
}

/// The text as it is, or with an apostrophe before it where a spreadsheet would not take it for text.
fn inert(text: &str) -> Cow<'_, str> {
    let begins = text.trim_start_matches(is_skipped);
    if begins.starts_with(begins_formula) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// What spreadsheets, or what cleans text on the way to them, may skip before they look for a formula: spaces of all
/// widths, control characters, and marks that show nothing.
fn is_skipped(c: char) -> bool {
    (c.is_whitespace() || c.is_control() || is_invisible(c)) && !begins_formula(c)
}

/// Format characters and fillers of Unicode, which take no place or show nothing.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}'
    )
}

/// What a formula begins with (the last four are the full-width forms), and what moves the rest into a cell of its own.
fn begins_formula(c: char) -> bool {
    matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠')
}
