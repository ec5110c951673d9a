//! A commentary → HTML: first its template over the page's own figures, then Markdown, then sanitising, then what data
//! wrote is put in as text.
//!
//! The template's functions only note what was asked for and leave a placeholder, so that every wrong name in a file is
//! found in one run, and nothing that a respondent wrote ever passes through Markdown.

use std::sync::Arc;

use schemars::JsonSchema;
use serde::Serialize;

use super::links::Links;
use super::markdown::Beyond;
use super::place::in_commentary;
use super::placeholders::{self, Draw, Filled, On, Request};
use super::template::{self, Call, Host, Mistake, MistakeKind};
use super::{links, markdown};
use crate::diagnostic::{At, Code, Diagnostic, Diagnostics, Place, did_you_mean};
use crate::pages::commentary::stale;
use crate::pages::{Page, Report};
use crate::sources::commentary::Commentary;

/// A commentary as templates show it.
#[derive(Debug, JsonSchema, Serialize)]
pub(super) struct CommentaryView {
    /// Its text; safe, because it is sanitised.
    #[schemars(with = "String")]
    html: minijinja::Value,
    /// Its title; empty if it has none.
    title: String,
    /// Who wrote it.
    author: String,
    /// When.
    date: String,
    /// The wave it was written about, if the data are newer; empty otherwise.
    stale: String,
    /// Whether a chart is drawn in it.
    #[serde(skip)]
    is_drawn: bool,
}

impl CommentaryView {
    /// Whether a chart is drawn in it.
    pub(super) fn is_drawn(&self) -> bool {
        self.is_drawn
    }
}

/// So many mistakes are told of one text.
const MOST_TOLD: usize = 100;

/// So many charts may stand in one commentary: each is drawn, with a table behind it.
const CHARTS: usize = 50;

/// The commentary of a page; `None` where it has none, or where its template is wrong.
pub(super) fn commentary(
    report: &Report<'_>,
    page: &Page,
    root: &str,
    draw: Draw<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<CommentaryView> {
    let commentary = *report.commentary.get(&page.key)?;
    let (text, requests) = template(commentary, diagnostics);
    let on = On { report, page, root, draw };
    let filled = fill(&on, commentary, &requests, diagnostics);
    let text = placeholders::put_texts(&text, &filled);
    let links = Links { report, page, root, commentary };
    let html = html(&text, &links, diagnostics)?;
    Some(CommentaryView {
        html: minijinja::Value::from_safe_string(placeholders::put_html(&html, &filled)),
        title: commentary.front.title.clone().unwrap_or_default(),
        author: commentary.front.author.clone().unwrap_or_default(),
        date: commentary.front.date.map(|it| report.words.day(it)).unwrap_or_default(),
        stale: stale(report, &page.key).unwrap_or_default(),
        is_drawn: filled.iter().any(placeholders::is_drawn),
    })
}

/// Notes what a template calls, and leaves a mark for each.
#[derive(Default)]
struct Noted {
    requests: Vec<Request>,
    charts: usize,
}

impl Host for Noted {
    fn call(&mut self, call: Call<'_>) -> Result<String, Mistake> {
        let mistake = |kind, message: String, help: String| Mistake {
            range: call.range.clone(),
            kind,
            message,
            help: Some(help),
        };
        let Some(function) = placeholders::FUNCTIONS.into_iter().find(|known| *known == call.name) else {
            let meant = did_you_mean(call.name, placeholders::FUNCTIONS);
            let help = meant.map_or_else(|| self.help(), |meant| format!("did you mean `{meant}`?"));
            return Err(mistake(MistakeKind::Unknown, format!("unknown function `{}`", call.name), help));
        };
        let (argument, text) = match call.arguments {
            [] => return Err(mistake(MistakeKind::Form, "missing argument".to_owned(), self.help())),
            [argument] => (argument.clone(), None),
            [argument, text] if function == "link" => (argument.clone(), Some(text.clone())),
            _ => return Err(mistake(MistakeKind::Form, "too many arguments".to_owned(), self.help())),
        };
        self.charts += usize::from(function == "chart");
        if self.charts > CHARTS {
            let message = format!("more than {CHARTS} charts in one commentary");
            return Err(mistake(MistakeKind::Bounds, message, "show some of them on another page".to_owned()));
        }
        self.requests.push(Request { function, argument, text, range: call.argument });
        Ok(placeholders::mark(self.requests.len() - 1))
    }

    fn help(&self) -> String {
        format!("a commentary knows {}", placeholders::USAGE)
    }
}

/// Runs the template: its text, and what was asked for in it.
fn template(commentary: &Commentary, diagnostics: &mut Diagnostics) -> (String, Vec<Request>) {
    let mut noted = Noted::default();
    let done = template::run(&placeholders::without_marks(&commentary.body), &mut noted);
    for mistake in done.mistakes.into_iter().take(MOST_TOLD) {
        let code = match mistake.kind {
            MistakeKind::Form | MistakeKind::Bounds => Code::CommentaryTemplate,
            MistakeKind::Unknown => Code::UnknownName,
        };
        let diagnostic = Diagnostic::new(code, mistake.message).at(in_commentary(commentary, mistake.range));
        diagnostics.push(diagnostic.help(mistake.help.unwrap_or_else(|| noted.help())));
    }
    (done.text, noted.requests)
}

fn fill(on: &On<'_>, commentary: &Commentary, requests: &[Request], diagnostics: &mut Diagnostics) -> Vec<Filled> {
    let mut filled = Vec::with_capacity(requests.len());
    for (position, request) in requests.iter().enumerate() {
        match placeholders::fill(on, position, request) {
            Ok(one) => filled.push(one),
            Err(mistake) => {
                diagnostics.push(mistake.at(in_commentary(commentary, request.range.clone())));
                filled.push(Filled::Text(String::new()));
            }
        }
    }
    filled
}

/// The sanitised HTML of a text with its links and pictures where they lead; those that lead nowhere are noted.
fn html(text: &str, links: &Links<'_>, diagnostics: &mut Diagnostics) -> Option<String> {
    let commentary = links.commentary;
    let made = match markdown::html(text, &links.report.words.plain("commentary-table")) {
        Ok(made) => made,
        Err(beyond) => {
            diagnostics.push(refused(commentary, beyond));
            return None;
        }
    };
    for address in &made.left_out {
        diagnostics.push(left_out(commentary, address));
    }
    Some(links::led(&made, links, diagnostics))
}

/// Markdown that is beyond the bounds, perhaps in a line that came of the template.
fn refused(commentary: &Commentary, beyond: Beyond<'_>) -> Diagnostic {
    let (message, start) = match beyond {
        Beyond::Nested(line) => {
            let start: String = line.chars().take(40).collect();
            (format!("more than {} quotes, lists or elements within each other", markdown::DEEPEST), start)
        }
        Beyond::Ampersands => {
            (format!("more than {} `&` in one commentary", markdown::MOST_AMPERSANDS), "&".to_owned())
        }
    };
    let found = commentary.body.find(&start).map(|found| found..found + 1);
    let place = found.map_or_else(|| Place::file(&commentary.file), |found| in_commentary(commentary, found));
    Diagnostic::new(Code::TooLarge, message).at(place).help("take it apart")
}

/// Pictures from other hosts are left out: no page loads anything from elsewhere.
fn left_out(commentary: &Commentary, address: &str) -> Diagnostic {
    let line = commentary.body.lines().position(|line| line.contains(address));
    let at = line.map(|line| At {
        line: u32::try_from(line + commentary.lines_before + 1).unwrap_or(u32::MAX),
        column: 1,
        width: 0,
    });
    let message = format!("the picture `{address}` is left out, because no page loads anything from another host");
    let help = "put it beside this text and write its name, or into `static/` and write its path from there, beginning \
                with `/`";
    let place = Place { file: Arc::clone(&commentary.file), at };
    Diagnostic::new(Code::ForeignPicture, message).at(place).help(help)
}
