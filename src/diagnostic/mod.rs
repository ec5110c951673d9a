//! What is wrong, where, and what to do about it.
//!
//! A user's mistake is data: every stage returns [`Diagnostic`]s instead of stopping at the first, and only
//! `commands` prints them. Messages are lower-case, with paths and names in backticks, and the help says what to do.
//! Each has a [`Code`]: mistakes of one cause and one cure share it, however they are worded.

mod codes;
mod collection;
mod rules;

use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use codes::Code;
pub use collection::{Diagnostics, ToldDiagnostics};
pub use rules::{Acceptance, Rules};

/// Whether a diagnostic stops the build.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The build fails; no site is written.
    Error,
    /// The build goes on, unless `--strict` is given.
    Warning,
}

/// A stretch of one line: where a value stands in its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct At {
    /// Line, counted from 1.
    pub line: u32,
    /// Column in characters, counted from 1.
    pub column: u32,
    /// Length in characters on that line; 0 where nothing can be underlined.
    pub width: u32,
}

/// A place in a file of the source folder.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The file, relative to the source folder where it lies in it.
    pub file: Arc<Path>,
    /// The stretch of the file; none where the whole file is meant.
    pub at: Option<At>,
}

impl Place {
    /// The whole of a file.
    #[must_use]
    pub fn file(file: &Arc<Path>) -> Self {
        Self { file: Arc::clone(file), at: None }
    }

    /// A stretch of a file.
    #[must_use]
    pub fn new(file: &Arc<Path>, at: At) -> Self {
        Self { file: Arc::clone(file), at: Some(at) }
    }
}

/// One mistake or warning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Its kind, which says too whether it stops the build.
    pub code: Code,
    /// What is wrong, in one lower-case sentence without a full stop.
    pub message: String,
    /// Where; none for what has no place in a file (an output folder, say).
    pub place: Option<Place>,
    /// Another place that has to do with it, and what stands there (the first of two equal ids).
    pub related: Option<Box<(Place, String)>>,
    /// What to do.
    pub help: Option<String>,
    /// How many more of its kind there are that are not kept; 0 until all are [told](Diagnostics::told).
    pub more: usize,
}

impl Diagnostic {
    /// A mistake or warning without a place yet.
    #[must_use]
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), place: None, related: None, help: None, more: 0 }
    }

    /// Whether it stops the build.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }

    /// Says where.
    #[must_use]
    pub fn at(mut self, place: Place) -> Self {
        self.place = Some(place);
        self
    }

    /// Names a second place and what stands there.
    #[must_use]
    pub fn related(mut self, place: Place, what: impl Into<String>) -> Self {
        self.related = Some(Box::new((place, what.into())));
        self
    }

    /// Says what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Something the operating system refused: what was tried, on which path, and its answer.
    #[must_use]
    pub fn io(code: Code, tried: &str, path: &Path, error: &std::io::Error) -> Self {
        Self::new(code, format!("cannot {tried} `{}`: {error}", path.display()))
    }

    /// A panic: what it says, and what to do about it.
    #[must_use]
    pub fn internal(panic: &(dyn std::any::Any + Send)) -> Self {
        let said = panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref().copied());
        let message =
            format!("the build came to a stop by a mistake of cxbook's own: {}", said.unwrap_or("it panicked"));
        Self::new(Code::Internal, message)
            .help("undo the last change, which it may come from; and report it, with the file that was changed")
    }

    /// The names in backticks that the message speaks of.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.message.split('`').skip(1).step_by(2)
    }

    /// Its message without names and numbers: what mistakes have in common that differ in these alone.
    #[must_use]
    pub fn kind(&self) -> String {
        let words = self.message.split('`').step_by(2);
        words.flat_map(str::chars).filter(|c| !c.is_ascii_digit()).collect()
    }

    fn order(&self) -> (Option<&Place>, Severity, &str) {
        (self.place.as_ref(), self.severity(), &self.message)
    }
}

/// Longer texts are no names that somebody mistyped.
const LONGEST_NAME: usize = 100;

/// The name among `names` that was probably meant by `written`, or none if nothing is near.
///
/// Near is an optimal string alignment distance (slips and swapped neighbours) of at most a third of the longer name's
/// length, so that of two letters none may differ; the nearest wins, the first of equals.
pub fn did_you_mean<'a>(written: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let lower = written.to_lowercase();
    let length = lower.chars().count();
    if length > LONGEST_NAME {
        return None;
    }
    let mut best: Option<(usize, &str)> = None;
    for name in names {
        let other = name.chars().count();
        let reach = length.max(other) / 3;
        if other > LONGEST_NAME || length.abs_diff(other) > reach {
            continue;
        }
        let distance = strsim::osa_distance(&lower, &name.to_lowercase());
        if distance <= reach && best.is_none_or(|(nearest, _)| distance < nearest) {
            best = Some((distance, name));
        }
    }
    best.map(|(_, name)| name)
}

/// The help for an unknown name: the one that was probably meant, else the names there are (at most twelve).
#[must_use]
pub fn suggest<'a>(written: &str, names: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let names: Vec<&str> = names.into_iter().collect();
    if let Some(name) = did_you_mean(written, names.iter().copied()) {
        return Some(format!("did you mean `{name}`?"));
    }
    let short = |name: &str| name.chars().take(LONGEST_NAME).collect::<String>();
    let shown: Vec<String> = names.iter().take(12).map(|name| format!("`{}`", short(name))).collect();
    match names.len() {
        0 => None,
        1..=12 => Some(format!("there is {}", shown.join(", "))),
        _ => Some(format!("there is {}, and {} more", shown.join(", "), names.len() - 12)),
    }
}

/// A source file's path as messages show it: relative to the source folder, with `/` on every system.
#[must_use]
pub fn shown_path(root: &Path, file: &Path) -> Arc<Path> {
    let relative = file.strip_prefix(root).unwrap_or(file);
    let parts: Vec<_> = relative.components().map(|c| c.as_os_str().to_string_lossy()).collect();
    if relative.is_absolute() {
        return Arc::from(relative);
    }
    Arc::from(PathBuf::from(parts.join("/")))
}
