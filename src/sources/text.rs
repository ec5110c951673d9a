//! Bytes of a file → text that is safe to parse.
//!
//! Everything that would make a parser slow, wrong or unclear is refused here first, at its byte: what is not UTF-8,
//! tabs where YAML wants spaces, lines and files of a size that no program has. A byte-order mark is dropped; Windows
//! line ends are fine.

use std::io::Read;
use std::path::Path;
use std::sync::Arc;

use super::opening::open_file;
use crate::diagnostic::{At, Code, Diagnostic, Place};

/// The largest file that is read, in bytes.
pub const MAX_FILE_BYTES: u64 = 2 * 1024 * 1024 * 1024;
/// The longest line that is read, in bytes.
pub const MAX_LINE_BYTES: usize = 1024 * 1024;
/// The longest line of JSON that is read, in bytes: programs write a whole file on one.
pub const MAX_JSON_LINE_BYTES: usize = 16 * MAX_LINE_BYTES;

/// Reads a file as text. `shown` is its path in messages.
///
/// # Errors
/// A file that cannot be opened, is too large, is empty, is not UTF-8 or has too long a line.
pub fn read(path: &Path, shown: &Arc<Path>) -> Result<String, Diagnostic> {
    let refused = |e: &std::io::Error| Diagnostic::io(Code::Unreadable, "read", shown, e).at(Place::file(shown));
    let file = open_file(path).map_err(|e| refused(&e))?;
    let size = file.metadata().map_err(|e| refused(&e))?.len();
    if size > MAX_FILE_BYTES {
        return Err(Diagnostic::new(
            Code::TooLarge,
            format!("the file has {size} bytes; 2 GiB is the most that is read"),
        )
        .at(Place::file(shown))
        .help("split it into several files"));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or_default());
    file.take(MAX_FILE_BYTES).read_to_end(&mut bytes).map_err(|e| refused(&e))?;
    from_bytes(bytes, shown)
}

/// Checks the bytes of a file and takes them as text, without a byte-order mark.
///
/// # Errors
/// As [`read`], but for opening.
pub fn from_bytes(bytes: Vec<u8>, shown: &Arc<Path>) -> Result<String, Diagnostic> {
    let is_json = shown.extension().is_some_and(|extension| extension == "json");
    let most = if is_json { MAX_JSON_LINE_BYTES } else { MAX_LINE_BYTES };
    if let Some(at) = long_line(&bytes, most) {
        let message = format!("a line is longer than {} MiB", most / MAX_LINE_BYTES);
        let help = if is_json { "write one record a line" } else { "break it up" };
        return Err(Diagnostic::new(Code::TooLarge, message).at(Place::new(shown, at)).help(help));
    }
    let mut text = String::from_utf8(bytes).map_err(|e| not_utf8(&e, shown))?;
    if text.starts_with('\u{feff}') {
        text.drain(..'\u{feff}'.len_utf8());
    }
    if text.trim().is_empty() {
        return Err(Diagnostic::new(Code::EmptyFile, "the file is empty")
            .at(Place::new(shown, At { line: 1, column: 1, width: 0 }))
            .help("fill it or delete it"));
    }
    Ok(text)
}

/// The lines of a text as YAML counts them: they end with `\n`, `\r\n` or `\r`.
pub fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().flat_map(|line| line.split('\r'))
}

/// A way through the lines of a text that remembers how far it came, because a line may be a megabyte long.
#[derive(Debug, Default)]
pub struct Cursor<'a> {
    lines: Vec<&'a str>,
    line: usize,
    column: usize,
    byte: usize,
}

impl<'a> Cursor<'a> {
    /// Starts at the beginning of a text.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        Self { lines: lines(text).collect(), ..Self::default() }
    }

    /// The rest of a line, counted from 1, from a column on, counted from 0; nothing beyond the end.
    pub fn rest(&mut self, line: usize, column: usize) -> &'a str {
        let Some(text) = line.checked_sub(1).and_then(|line| self.lines.get(line).copied()) else { return "" };
        if line != self.line || column < self.column {
            *self = Self { lines: std::mem::take(&mut self.lines), line, column: 0, byte: 0 };
        }
        let ahead = text.get(self.byte..).unwrap_or_default();
        let step = ahead.char_indices().nth(column - self.column).map_or(ahead.len(), |(byte, _)| byte);
        self.byte += step;
        self.column = column;
        ahead.get(step..).unwrap_or_default()
    }
}

/// The first tab in the indentation of a line, which YAML does not allow.
#[must_use]
pub fn tab_in_indentation(text: &str) -> Option<At> {
    if !text.contains('\t') {
        return None;
    }
    lines(text).zip(1..).find_map(|(line, number)| {
        let indentation = line.len() - line.trim_start_matches([' ', '\t']).len();
        let blank = indentation == line.len();
        let tab = line.get(..indentation)?.find('\t')?;
        (!blank).then(|| At { line: number, column: small(tab + 1), width: 1 })
    })
}

fn long_line(bytes: &[u8], most: usize) -> Option<At> {
    if bytes.len() <= most {
        return None;
    }
    let mut lines = bytes.split(|b| *b == b'\n').zip(1..);
    lines.find(|(line, _)| line.len() > most).map(|(_, line)| At { line, column: 1, width: 0 })
}

fn not_utf8(error: &std::string::FromUtf8Error, shown: &Arc<Path>) -> Diagnostic {
    let valid = error.utf8_error().valid_up_to();
    let before = String::from_utf8_lossy(error.as_bytes().get(..valid).unwrap_or_default());
    let line = small(before.matches('\n').count() + 1);
    let column = small(before.rsplit('\n').next().unwrap_or_default().chars().count() + 1);
    let byte = error.as_bytes().get(valid).copied().unwrap_or_default();
    Diagnostic::new(Code::NotUtf8, format!("byte {} (0x{byte:02X}) is not UTF-8", valid + 1))
        .at(Place::new(shown, At { line, column, width: 1 }))
        .help("save the file as UTF-8")
}

/// A count as the 32 bits that places use; lines and columns beyond that do not occur in files that are read.
#[must_use]
pub fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
