//! Tables as CSV files that are safe to open in a spreadsheet.
//!
//! RFC 4180 quoting, UTF-8 without a byte order mark, and lines that end in a line feed alone: the RFC writes CRLF, but
//! every reader takes both, and line feeds are what tools that compare text by lines expect. Text that a spreadsheet
//! would run as a formula gets an apostrophe before it; numbers stay numbers, the negative ones too.

use std::borrow::Cow;

/// One cell of a table.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Words: a name, an id, a comment.
    Text(String),
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
pub fn csv(header: &[&str], rows: impl Iterator<Item = Vec<Cell>>) -> String {
    // Writing rows of any length into memory has nothing to fail at, and all that goes in is UTF-8.
    written(header, rows).ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

fn written(header: &[&str], rows: impl Iterator<Item = Vec<Cell>>) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    let line_feed = csv::Terminator::Any(b'\n');
    let mut writer = csv::WriterBuilder::new().flexible(true).terminator(line_feed).from_writer(Vec::new());
    writer.write_record(header.iter().map(|name| inert(name).into_owned()))?;
    for row in rows {
        writer.write_record(row.iter().map(|cell| shown(cell).into_owned()))?;
    }
    Ok(writer.into_inner()?)
}

fn shown(cell: &Cell) -> Cow<'_, str> {
    match cell {
        Cell::Text(text) => inert(text),
        Cell::Number(number) if number.is_finite() => Cow::Owned(decimal(*number)),
        Cell::Number(_) | Cell::Empty => Cow::Borrowed(""),
        Cell::Count(count) => Cow::Owned(count.to_string()),
    }
}

/// The number with 4 decimals; what rounds to nothing has no sign.
fn decimal(number: f64) -> String {
    let text = format!("{number:.4}");
    if text == "-0.0000" { text.replace('-', "") } else { text }
}

/// The text as it is, or with an apostrophe before it where a spreadsheet would not take it for text.
fn inert(text: &str) -> Cow<'_, str> {
    let begins = text.trim_start_matches(is_skipped);
    if begins.starts_with(begins_formula) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// What spreadsheets skip before they look for a formula: spaces of all widths, and marks that show nothing.
fn is_skipped(c: char) -> bool {
    let nothing = matches!(c, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{2060}');
    nothing || (c.is_whitespace() && !begins_formula(c))
}

/// What a formula begins with (the last four are the full-width forms), and what moves the rest into a cell of its own.
fn begins_formula(c: char) -> bool {
    matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠')
}
