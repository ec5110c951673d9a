//! `commentary/`: the analysts' words, with front matter; which page they belong to follows from their path.

use std::path::Path;
use std::sync::Arc;

use jiff::civil::Date;

use super::decode::{Decode, Located, Reading};
use super::record::record;
use super::text::small;
use super::{node, parser};
use crate::diagnostic::{At, Code, Diagnostic, Diagnostics, Place};

record! {
    /// What a commentary says of itself.
    FrontMatter, "front matter" {
        /// Its title; a page of its own is called so in the navigation.
        title: Option<String>,
        /// The wave it was written about.
        wave: Option<Located<String>>,
        /// Who wrote it.
        author: Option<String>,
        /// When.
        date: Option<Date>,
        /// Whether it is not to be published yet.
        draft: Option<bool>,
        /// Its place among the pages of their own; lower comes first.
        order: Option<f64>,
    }
}

/// One file of commentary.
#[derive(Debug, Clone, PartialEq)]
pub struct Commentary {
    /// The file.
    pub file: Arc<Path>,
    /// The page it belongs to.
    pub about: About,
    /// What it says of itself.
    pub front: FrontMatter,
    /// The Markdown after the front matter.
    pub body: String,
    /// How many lines of the file stand before the body.
    pub lines_before: usize,
}

/// The page that a commentary belongs to, as its path says.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum About {
    /// `index.md`.
    Overview,
    /// `accounts/ID.md`.
    Account(String),
    /// `segments/DIMENSION/VALUE.md`.
    Segment {
        /// The dimension's id.
        dimension: String,
        /// The value as in its page's address.
        value: String,
    },
    /// `waves/WAVE.md` or `waves/SURVEY/WAVE.md`.
    Wave {
        /// The survey, where the path names it.
        survey: Option<String>,
        /// The wave's label or address.
        wave: String,
    },
    /// Anything else: a page of its own, at this path.
    Page(String),
}

/// Takes a file's text apart. `path` is relative to `commentary/`, with `/`, without `.md`.
///
/// # Errors
/// Front matter that is not closed or has mistakes.
pub fn parse(text: &str, path: &str, file: &Arc<Path>) -> Result<Commentary, Diagnostics> {
    if let Some(at) = nul(text) {
        let mistake = Diagnostic::new(Code::NotUtf8, "U+0000 stands here, which is no text").at(Place::new(file, at));
        return Err(mistake.help("remove it, or save the file as UTF-8").into());
    }
    let (front, body, lines_before) = apart(text, file)?;
    let front = match front {
        Some(yaml) => front_matter(&yaml, file)?,
        None => FrontMatter {
            at: At::default(),
            title: None,
            wave: None,
            author: None,
            date: None,
            draft: None,
            order: None,
        },
    };
    Ok(Commentary { file: Arc::clone(file), about: about(path), front, body, lines_before })
}

/// The first U+0000 of a text.
fn nul(text: &str) -> Option<At> {
    let (before, _) = text.split_once('\0')?;
    let line = small(before.matches('\n').count() + 1);
    let column = small(before.rsplit('\n').next().unwrap_or_default().chars().count() + 1);
    Some(At { line, column, width: 1 })
}

/// The front matter, the body, and how many lines come before the body. The fence's line stays as an empty one, so
/// that places in the front matter are places in the file.
fn apart(text: &str, file: &Arc<Path>) -> Result<(Option<String>, String, usize), Diagnostics> {
    let lines: Vec<&str> = text.lines().collect();
    if lines.first().is_none_or(|line| line.trim_end() != "---") {
        return Ok((None, text.to_owned(), 0));
    }
    let Some(end) = lines.iter().skip(1).position(|line| line.trim_end() == "---") else {
        let at = At { line: 1, column: 1, width: 3 };
        return Err(Diagnostic::new(Code::FrontMatterOpen, "the front matter is not closed")
            .at(Place::new(file, at))
            .help("end it with a line `---`")
            .into());
    };
    let front = format!("\n{}", lines.get(1..=end).unwrap_or_default().join("\n"));
    let body = lines.get(end + 2..).unwrap_or_default().join("\n");
    Ok((Some(front), body, end + 2))
}

fn front_matter(yaml: &str, file: &Arc<Path>) -> Result<FrontMatter, Diagnostics> {
    let mut node = parser::yaml(yaml, file).map_err(Diagnostics::from_iter)?;
    if node.kind == node::Kind::Null {
        node.kind = node::Kind::Map(Vec::new());
    }
    let mut reading = Reading::new(file);
    let front = FrontMatter::decode(&node, &mut reading);
    let diagnostics = reading.finish();
    front.filter(|_| !diagnostics.is_fatal(false)).ok_or(diagnostics)
}

/// The page that a path relative to `commentary/`, without `.md`, stands for.
#[must_use]
pub fn about(path: &str) -> About {
    let parts: Vec<&str> = path.split('/').collect();
    match parts.as_slice() {
        ["index"] => About::Overview,
        ["accounts", id] => About::Account((*id).to_owned()),
        ["segments", dimension, value] => {
            About::Segment { dimension: (*dimension).to_owned(), value: (*value).to_owned() }
        }
        ["waves", wave] => About::Wave { survey: None, wave: (*wave).to_owned() },
        ["waves", survey, wave] => About::Wave { survey: Some((*survey).to_owned()), wave: (*wave).to_owned() },
        _ => About::Page(path.to_owned()),
    }
}
