//! Diagnostics → what a program reads: one line each, as JSON or as the annotations of GitHub Actions; or together, as a
//! Code Quality report of GitLab.
//!
//! Paths start at the folder that cxbook runs in, so that editors, GitHub and GitLab find the files.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use serde::Serialize;
use serde_json::{Value, json};

use super::report::{folded, printable};
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::sources::theme::BUILT_IN_PATH;

/// A diagnostic as JSON. Every key is always there.
#[derive(Serialize)]
struct Line<'a> {
    severity: &'static str,
    code: &'static str,
    #[serde(flatten)]
    place: Where,
    message: &'a str,
    help: Option<&'a str>,
    related: Option<Related<'a>>,
    /// How many more of its kind there are, that have no line of their own.
    more: usize,
}

/// Another place that has to do with it.
#[derive(Serialize)]
struct Related<'a> {
    #[serde(flatten)]
    place: Where,
    message: &'a str,
}

/// A place: the column after its end is that of the last character plus one.
#[derive(Serialize, Default)]
struct Where {
    file: Option<String>,
    line: Option<u32>,
    column: Option<u32>,
    end_column: Option<u32>,
}

/// Every diagnostic as a JSON object in a line of its own.
#[must_use]
pub(super) fn each_as_json(diagnostics: &[&Diagnostic], root: &Path) -> String {
    let mut text = String::new();
    for diagnostic in diagnostics {
        let related = diagnostic.related.as_deref();
        let line = Line {
            severity: severity(diagnostic),
            code: diagnostic.code.as_str(),
            place: diagnostic.place.as_ref().map(|place| shown(place, root)).unwrap_or_default(),
            message: &diagnostic.message,
            help: diagnostic.help.as_deref(),
            related: related.map(|(place, message)| Related { place: shown(place, root), message }),
            more: diagnostic.more,
        };
        // Texts and numbers are always JSON.
        text.push_str(&serde_json::to_string(&line).unwrap_or_default());
        text.push('\n');
    }
    text
}

/// Every diagnostic as a workflow command, which GitHub shows at the line; as many of one kind as a person is shown.
#[must_use]
pub(super) fn github(diagnostics: &[&Diagnostic], root: &Path) -> String {
    let mut text = String::new();
    for (diagnostic, more) in folded(diagnostics) {
        let place = diagnostic.place.as_ref().map(|place| shown(place, root)).unwrap_or_default();
        let mut properties = Vec::new();
        properties.extend(place.file.map(|file| format!("file={}", property(&printable(&file)))));
        properties.extend(place.line.map(|line| format!("line={line}")));
        properties.extend(place.column.map(|column| format!("col={column}")));
        properties.extend(place.end_column.map(|column| format!("endColumn={column}")));
        let (code, title) = (diagnostic.code.as_str(), diagnostic.code.title());
        properties.push(format!("title={}", property(&format!("{code}: {title}"))));
        let mut message = printable(&diagnostic.message);
        if more > 0 {
            let _ = write!(message, " (and {more} more like it)");
        }
        if let Some(help) = &diagnostic.help {
            let _ = write!(message, "\nhelp: {}", printable(help));
        }
        let _ = writeln!(text, "::{} {}::{}", severity(diagnostic), properties.join(","), escaped(&message));
    }
    text
}

/// All diagnostics as a report that GitLab shows in merge requests. It needs a file and a line for each, and so what has
/// none stands at the beginning of the configuration.
#[must_use]
pub(super) fn gitlab(diagnostics: &[&Diagnostic], root: &Path) -> String {
    let mut earlier: BTreeMap<String, usize> = BTreeMap::new();
    let mut report = Vec::new();
    for diagnostic in diagnostics {
        let configuration = Place::file(&Arc::from(Path::new("cxbook.yaml")));
        let place = shown(diagnostic.place.as_ref().unwrap_or(&configuration), root);
        let (code, message) = (diagnostic.code.as_str(), &diagnostic.message);
        let help = diagnostic.help.as_ref().map(|help| format!(" ({help})")).unwrap_or_default();
        // The same mistake stays the same when lines move; of several in a file it is the first, the second.
        let kind = format!("{code} {} {message}", place.file.as_deref().unwrap_or_default());
        let times = earlier.entry(kind.clone()).or_default();
        *times += 1;
        let more = if diagnostic.more > 0 { format!(" (and {} more like it)", diagnostic.more) } else { String::new() };
        report.push(json!({
            "description": format!("{message}{more}{help}"),
            "check_name": code,
            "fingerprint": format!("{kind} {times}"),
            "severity": if diagnostic.severity() == Severity::Error { "major" } else { "minor" },
            "location": { "path": place.file, "lines": { "begin": place.line.unwrap_or(1) } },
        }));
    }
    format!("{:#}\n", Value::Array(report))
}

fn severity(diagnostic: &Diagnostic) -> &'static str {
    match diagnostic.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

fn shown(place: &Place, root: &Path) -> Where {
    let at = place.at;
    // What is built in lies in no folder.
    let root = if place.file.starts_with(BUILT_IN_PATH) { Path::new("") } else { root };
    let joined: PathBuf = root.join(&place.file).components().filter(|part| *part != Component::CurDir).collect();
    Where {
        file: Some(joined.to_string_lossy().replace('\\', "/")),
        line: at.map(|at| at.line),
        column: at.map(|at| at.column),
        end_column: at.filter(|at| at.width > 0).map(|at| at.column.saturating_add(at.width)),
    }
}

/// A text after the `::` of a workflow command, in which line ends would end the command.
fn escaped(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A text in a property of a workflow command, where `:` and `,` end it.
fn property(text: &str) -> String {
    escaped(text).replace(':', "%3A").replace(',', "%2C")
}
