//! Diagnostics → what a person reads: each with its place, its line and what to do; styled, for a terminal.

use std::collections::HashMap;
use std::ops::Range;
use std::path::{Path, PathBuf};

use annotate_snippets::{Annotation, AnnotationKind, Level, Origin, Renderer, Snippet};

use crate::diagnostic::{At, Diagnostic, Place, Severity};
use crate::sources::opening::read_file;
use crate::sources::text::lines;
use crate::sources::theme::built_in_text;

/// A line is shown in a window of at most so many characters around the place that is meant.
const WINDOW: usize = 100;

/// So many mistakes of one kind are shown in full; the rest are counted. Whoever mended a hundred runs it again.
const MOST_ERRORS: usize = 100;

/// So many warnings of one kind are shown in full; the rest are counted.
const MOST_WARNINGS: usize = 10;

/// The diagnostics as text, in their order. `root` is the folder that their files are relative to.
#[must_use]
pub(super) fn rendered(diagnostics: &[&Diagnostic], root: &Path) -> String {
    let renderer = Renderer::styled();
    let mut lines = Lines { root: root.to_owned(), files: HashMap::new() };
    let mut text = String::new();
    for (diagnostic, more) in folded(diagnostics) {
        text.push_str(&one(diagnostic, more, &mut lines, &renderer));
        text.push_str("\n\n");
    }
    text
}

/// The diagnostics that are shown, the last of a kind with how many more like it there are.
pub(super) fn folded<'d>(diagnostics: &[&'d Diagnostic]) -> Vec<(&'d Diagnostic, usize)> {
    let mut shown: Vec<(&'d Diagnostic, usize)> = Vec::new();
    let mut kinds: HashMap<(Severity, String), (usize, usize)> = HashMap::new();
    for diagnostic in diagnostics {
        let most = if diagnostic.severity() == Severity::Error { MOST_ERRORS } else { MOST_WARNINGS };
        let (times, last) = kinds.entry((diagnostic.severity(), diagnostic.kind())).or_default();
        *times += 1;
        if *times <= most {
            *last = shown.len();
            shown.push((diagnostic, diagnostic.more));
        } else if let Some((_, more)) = shown.get_mut(*last) {
            *more += 1 + diagnostic.more;
        }
    }
    shown
}

/// The lines of the files that diagnostics speak of, each file read once.
struct Lines {
    root: PathBuf,
    files: HashMap<PathBuf, Option<Text>>,
}

/// A file's text and where each of its lines begins.
struct Text {
    text: String,
    starts: Vec<usize>,
}

impl Text {
    fn read(root: &Path, file: &Path) -> Option<Self> {
        let text = match built_in_text(file) {
            Some(text) => text.to_owned(),
            None => String::from_utf8_lossy(&read_file(&root.join(file)).ok()?).into_owned(),
        };
        let text = text.strip_prefix('\u{feff}').map_or(text.clone(), ToOwned::to_owned);
        let mut starts = vec![0];
        for line in lines(&text) {
            // The end of a line is one byte, or two.
            let end = starts.last().copied().unwrap_or_default() + line.len();
            let windows = text.get(end..).is_some_and(|rest| rest.starts_with("\r\n"));
            starts.push(end + if windows { 2 } else { 1 });
        }
        Some(Self { text, starts })
    }

    fn line(&self, number: u32) -> Option<&str> {
        let start = *self.starts.get(usize::try_from(number).ok()?.checked_sub(1)?)?;
        lines(self.text.get(start..)?).next()
    }
}

impl Lines {
    fn line(&mut self, file: &Path, number: u32) -> Option<&str> {
        let root = &self.root;
        self.files.entry(file.to_owned()).or_insert_with_key(|file| Text::read(root, file)).as_ref()?.line(number)
    }
}

/// A piece of a line and where in it the meant stretch is, in bytes.
struct Excerpt {
    text: String,
    span: Range<usize>,
    /// The column of the meant stretch in the piece, counted from 1.
    column: usize,
}

fn one(diagnostic: &Diagnostic, more: usize, lines: &mut Lines, renderer: &Renderer) -> String {
    let level = match diagnostic.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let like_it = if more > 0 { format!(" (and {more} more like it)") } else { String::new() };
    let title = format!("{}{like_it}", printable(&diagnostic.message));
    let title = level.primary_title(title).id(diagnostic.code.as_str());
    let mut group = title.elements(Vec::<Origin<'_>>::new());
    let mut cut = Vec::new();
    if let Some(place) = &diagnostic.place {
        group = with_place(group, place, "", AnnotationKind::Primary, lines, &mut cut);
    }
    if let Some(related) = &diagnostic.related {
        let (place, what) = &**related;
        group = with_place(group, place, what, AnnotationKind::Context, lines, &mut cut);
    }
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.message(printable(help)));
    }
    let text = renderer.render(&[group]);
    cut.iter().fold(text, |text, (in_piece, in_file)| text.replacen(in_piece, in_file, 1))
}

/// A place as it was printed from the piece of a line, and as it is in the file.
type Cut = (String, String);

fn with_place<'a>(
    group: annotate_snippets::Group<'a>,
    place: &Place,
    label: &str,
    kind: AnnotationKind,
    lines: &mut Lines,
    cut: &mut Vec<Cut>,
) -> annotate_snippets::Group<'a> {
    let path = printable(&place.file.to_string_lossy());
    let Some(at) = place.at else { return group.element(Origin::path(path)) };
    let Some(excerpt) = lines.line(&place.file, at.line).map(|line| excerpt(line, at)) else {
        return group.element(Origin::path(path).line(at.line as usize).char_column(at.column as usize));
    };
    if excerpt.column != at.column as usize {
        let (from, to) = (excerpt.column, at.column);
        cut.push((format!("{path}:{}:{from}\n", at.line), format!("{path}:{}:{to}\n", at.line)));
    }
    let annotation: Annotation<'a> = kind.span(excerpt.span);
    let annotation = if label.is_empty() { annotation } else { annotation.label(label.to_owned()) };
    group.element(Snippet::source(excerpt.text).line_start(at.line as usize).annotation(annotation).path(path))
}

/// The part of a line around a place: long lines are cut, control characters made visible.
fn excerpt(line: &str, at: At) -> Excerpt {
    let letters: Vec<char> = line.chars().collect();
    let start = (at.column as usize).saturating_sub(1).min(letters.len());
    let width = (at.width as usize).clamp(1, WINDOW / 2);
    let from = if letters.len() <= WINDOW { 0 } else { start.saturating_sub(WINDOW / 2) };
    let to = (from + WINDOW).max(start + width).min(letters.len());
    let piece = |range: Range<usize>| -> String { letters.get(range).unwrap_or_default().iter().collect() };
    let before = if from > 0 { format!("…{}", piece(from..start)) } else { piece(from..start) };
    let before = printable(&before);
    let column = before.chars().count() + 1;
    let end = (start + width).min(letters.len());
    let meant = printable(&piece(start..end));
    let after = printable(&piece(end..to));
    let more = if to < letters.len() { "…" } else { "" };
    let span = before.len()..before.len() + meant.len();
    Excerpt { text: format!("{before}{meant}{after}{more}"), span, column }
}

/// A text without control characters, so that no data can steer the terminal; the same number of characters.
pub(in crate::commands) fn printable(text: &str) -> String {
    text.chars().map(printable_character).collect()
}

fn printable_character(c: char) -> char {
    match c {
        '\t' | '\n' => ' ',
        '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' => '\u{fffd}',
        c if c.is_control() => '\u{fffd}',
        c => c,
    }
}
