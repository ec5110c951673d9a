//! Diagnostics → what is printed: each with its place, its line and what to do.

use std::collections::HashMap;
use std::ops::Range;
use std::path::{Path, PathBuf};

use annotate_snippets::{Annotation, AnnotationKind, Level, Origin, Renderer, Snippet};

use crate::diagnostic::{At, Diagnostic, Place, Severity};

/// A line is shown in a window of at most so many characters around the place that is meant.
const WINDOW: usize = 100;

/// The diagnostics as text, in their order. `root` is the folder that their files are relative to.
#[must_use]
pub(super) fn rendered(diagnostics: &[Diagnostic], root: &Path) -> String {
    let renderer = Renderer::plain();
    let mut lines = Lines { root: root.to_owned(), files: HashMap::new() };
    let mut text = String::new();
    for diagnostic in diagnostics {
        text.push_str(&one(diagnostic, &mut lines, &renderer));
        text.push_str("\n\n");
    }
    text
}

/// The lines of the files that diagnostics speak of, each file read once.
struct Lines {
    root: PathBuf,
    files: HashMap<PathBuf, Option<String>>,
}

impl Lines {
    fn line(&mut self, file: &Path, number: u32) -> Option<&str> {
        let path = self.root.join(file);
        let read = |path: &PathBuf| std::fs::read(path).ok().map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        let text = self.files.entry(path.clone()).or_insert_with(|| read(&path)).as_deref()?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        text.lines().nth(usize::try_from(number).ok()?.checked_sub(1)?)
    }
}

/// A piece of a line and where in it the meant stretch is, in bytes.
struct Excerpt {
    text: String,
    span: Range<usize>,
    is_cut: bool,
}

fn one(diagnostic: &Diagnostic, lines: &mut Lines, renderer: &Renderer) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let mut group = level.primary_title(printable(&diagnostic.message)).elements(Vec::<Origin<'_>>::new());
    if let Some(place) = &diagnostic.place {
        group = with_place(group, place, "", AnnotationKind::Primary, lines);
    }
    if let Some(related) = &diagnostic.related {
        let (place, what) = &**related;
        group = with_place(group, place, what, AnnotationKind::Context, lines);
    }
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.message(printable(help)));
    }
    renderer.render(&[group])
}

fn with_place<'a>(
    group: annotate_snippets::Group<'a>,
    place: &Place,
    label: &str,
    kind: AnnotationKind,
    lines: &mut Lines,
) -> annotate_snippets::Group<'a> {
    let path = printable(&place.file.to_string_lossy());
    let Some(at) = place.at else { return group.element(Origin::path(path)) };
    let origin = Origin::path(path.clone()).line(at.line as usize).char_column(at.column as usize);
    let Some(excerpt) = lines.line(&place.file, at.line).map(|line| excerpt(line, at)) else {
        return group.element(origin);
    };
    let annotation: Annotation<'a> = kind.span(excerpt.span);
    let annotation = if label.is_empty() { annotation } else { annotation.label(label.to_owned()) };
    let snippet = Snippet::source(excerpt.text).line_start(at.line as usize).annotation(annotation);
    // A cut line would be given a wrong column, so its place is said apart from it.
    if excerpt.is_cut { group.element(origin).element(snippet) } else { group.element(snippet.path(path)) }
}

/// The part of a line around a place: long lines are cut, control characters made visible.
fn excerpt(line: &str, at: At) -> Excerpt {
    let letters: Vec<char> = line.chars().collect();
    let start = (at.column as usize).saturating_sub(1).min(letters.len());
    let width = (at.width as usize).clamp(1, WINDOW);
    let from = if letters.len() <= WINDOW { 0 } else { start.saturating_sub(WINDOW / 2) };
    let to = (from + WINDOW).max(start + width).min(letters.len());
    let piece = |range: Range<usize>| -> String { letters.get(range).unwrap_or_default().iter().collect() };
    let before = if from > 0 { format!("…{}", piece(from..start)) } else { piece(from..start) };
    let before = printable(&before);
    let end = (start + width).min(letters.len());
    let meant = printable(&piece(start..end));
    let after = printable(&piece(end..to));
    let more = if to < letters.len() { "…" } else { "" };
    let span = before.len()..before.len() + meant.len();
    Excerpt { text: format!("{before}{meant}{after}{more}"), span, is_cut: from > 0 }
}

/// A text without control characters, so that no data can steer the terminal; the same number of characters.
fn printable(text: &str) -> String {
    let hidden = |c: char| c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.chars()
        .map(|c| {
            if c == '\t' {
                ' '
            } else if hidden(c) {
                '\u{fffd}'
            } else {
                c
            }
        })
        .collect()
}
