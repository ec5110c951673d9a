//! A commentary → HTML: first its template over the page's own figures, then Markdown, then sanitising, then what data
//! wrote is put in as text.
//!
//! The template's functions only note what was asked for and leave a placeholder, so that every wrong name in a file is
//! found in one run, and nothing that a respondent wrote ever passes through Markdown.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Rest, Value};
use minijinja::{Environment, Error, ErrorKind, UndefinedBehavior};
use serde::Serialize;

use super::markdown;
use super::placeholders::{self, Filled, On, Request};
use crate::diagnostic::{At, Code, Diagnostic, Diagnostics, Place, did_you_mean};
use crate::pages::chart::ChartView;
use crate::pages::commentary::stale;
use crate::pages::{Page, Report, words};
use crate::sources::commentary::Commentary;

/// A commentary as templates show it.
#[derive(Debug, Serialize)]
pub(super) struct CommentaryView {
    /// Its text; safe, because it is sanitised.
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

/// Makes the HTML of a chart.
pub(super) type Draw<'a> = &'a dyn Fn(&ChartView) -> Result<String, Diagnostic>;

/// How much work a commentary's template may do: enough for any text, and an end to loops.
const FUEL: u64 = 200_000;

/// After so many names that do not exist, no more are looked for.
const MOST_UNKNOWN: usize = 30;

/// The commentary of a page; `None` where it has none, or where its template is wrong.
pub(super) fn commentary(
    report: &Report<'_>,
    page: &Page,
    root: &str,
    draw: Draw<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<CommentaryView> {
    let commentary = *report.commentary.get(&page.key)?;
    let (text, requests) = template(commentary, diagnostics)?;
    let on = On { report, page, root, draw };
    let filled = fill(&on, commentary, &requests, diagnostics);
    let text = placeholders::put_texts(&text, &filled);
    let (html, left_out) = markdown::html(&text, root);
    warn_of_left_out(commentary, &left_out, diagnostics);
    Some(CommentaryView {
        html: minijinja::Value::from_safe_string(placeholders::put_html(&html, &filled)),
        title: commentary.front.title.clone().unwrap_or_default(),
        author: commentary.front.author.clone().unwrap_or_default(),
        date: commentary.front.date.map(words::day).unwrap_or_default(),
        stale: stale(report, &page.key).unwrap_or_default(),
        is_drawn: filled.iter().any(placeholders::is_drawn),
    })
}

/// Runs the template. The lines before the body stand before it as empty ones, so that places in it are places in the
/// file. A name that does not exist is noted and taken for nothing, so that the others are found too.
fn template(commentary: &Commentary, diagnostics: &mut Diagnostics) -> Option<(String, Vec<Request>)> {
    let source = format!("{}{}", "\n".repeat(commentary.lines_before), placeholders::without_marks(&commentary.body));
    let mut unknown = BTreeSet::new();
    loop {
        let error = match run(&source, &unknown) {
            Ok(done) => return Some(done),
            Err(error) => error,
        };
        diagnostics.push(wrong(&error, &source, commentary));
        let name = unknown_name(&error, &source)?;
        if unknown.len() >= MOST_UNKNOWN || !unknown.insert(name) {
            return None;
        }
    }
}

/// The text that a template makes, and what was asked for in it, where some names stand for nothing.
fn run(source: &str, unknown: &BTreeSet<&str>) -> Result<(String, Vec<Request>), Error> {
    let asked: Arc<Mutex<Vec<Request>>> = Arc::default();
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_debug(true);
    environment.set_fuel(Some(FUEL));
    environment.set_syntax(syntax());
    for name in placeholders::FUNCTIONS {
        let asked = Arc::clone(&asked);
        environment.add_function(name, move |argument: String, text: Option<String>| {
            let mut asked = asked.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
            asked.push(Request { function: name, argument, text });
            placeholders::mark(asked.len() - 1)
        });
    }
    for name in unknown {
        environment.add_function((*name).to_owned(), |_: Rest<Value>| String::new());
    }
    let text = environment.render_named_str("commentary.md", source, ())?;
    let requests = std::mem::take(&mut *asked.lock().unwrap_or_else(std::sync::PoisonError::into_inner));
    Ok((text, requests))
}

/// The name that does not exist, where that is what is wrong.
fn unknown_name<'s>(error: &Error, source: &'s str) -> Option<&'s str> {
    if !matches!(error.kind(), ErrorKind::UnknownFunction | ErrorKind::UndefinedError) {
        return None;
    }
    let rest = source.get(error.range()?)?;
    let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
    rest.get(..end).filter(|name| !name.is_empty())
}

/// What is wrong with a template, in the words of those who write commentary.
fn wrong(error: &Error, source: &str, commentary: &Commentary) -> Diagnostic {
    let mut diagnostic = super::template_error(Code::CommentaryTemplate, error, &commentary.file, source);
    let mut help = format!("a commentary knows {}", placeholders::USAGE);
    match (error.kind(), unknown_name(error, source)) {
        (ErrorKind::UnknownFunction, Some(name)) => {
            diagnostic.code = Code::UnknownName;
            diagnostic.message = format!("unknown function `{name}`");
            if let Some(meant) = did_you_mean(name, placeholders::FUNCTIONS) {
                help = format!("did you mean `{meant}`?");
            }
        }
        (ErrorKind::UndefinedError, Some(name)) => {
            diagnostic.code = Code::UnknownName;
            diagnostic.message = format!("unknown name `{name}`");
        }
        (ErrorKind::OutOfFuel, _) => {
            diagnostic.message = "the template of this commentary does too much".to_owned();
            help = "look for a loop that is too long or never ends".to_owned();
        }
        (ErrorKind::SyntaxError, _) => {
            help = "close every `{{` with `}}`; to show braces as they are, write `{{ \"{{\" }}`".to_owned();
        }
        _ => {}
    }
    diagnostic.help(help)
}

/// Markdown's heading attributes (`{#id}`) begin like a template's comment, so a comment needs a space: `{# so #}`.
fn syntax() -> SyntaxConfig {
    SyntaxConfig::builder().comment_delimiters("{# ", "#}").build().unwrap_or_default()
}

fn fill(on: &On<'_>, commentary: &Commentary, requests: &[Request], diagnostics: &mut Diagnostics) -> Vec<Filled> {
    let mut filled = Vec::with_capacity(requests.len());
    for (position, request) in requests.iter().enumerate() {
        match placeholders::fill(on, position, request) {
            Ok(one) => filled.push(one),
            Err(mut mistake) => {
                let earlier = requests.iter().take(position).filter(|other| *other == request).count();
                mistake.place =
                    Some(Place { file: Arc::clone(&commentary.file), at: named(commentary, request, earlier) });
                diagnostics.push(mistake);
                filled.push(Filled::Text(String::new()));
            }
        }
    }
    filled
}

/// Where the argument of a call is written: its so-many-th occurrence in quotes; none where it is put together.
fn named(commentary: &Commentary, request: &Request, earlier: usize) -> Option<At> {
    let lines = commentary.body.lines().zip(commentary.lines_before + 1..);
    let mut left = earlier;
    for (line, number) in lines {
        let mut from = 0;
        while let Some(found) = line.get(from..).and_then(|rest| rest.find(&request.argument)) {
            let start = from + found;
            let end = start + request.argument.len();
            let quoted = |at: Option<char>| at.is_some_and(|c| c == '"' || c == '\'');
            let before = line.get(..start).and_then(|text| text.chars().next_back());
            if quoted(before) && quoted(line.get(end..).and_then(|text| text.chars().next())) {
                if left == 0 {
                    let column = line.get(..start).unwrap_or_default().chars().count() + 1;
                    let width = request.argument.chars().count();
                    let small = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
                    return Some(At { line: small(number), column: small(column), width: small(width) });
                }
                left -= 1;
            }
            from = end.max(start + 1);
        }
    }
    None
}

/// Pictures from other hosts are left out: no page loads anything from elsewhere.
fn warn_of_left_out(commentary: &Commentary, left_out: &[String], diagnostics: &mut Diagnostics) {
    for address in left_out {
        let line = commentary.body.lines().position(|line| line.contains(address.as_str()));
        let at = line.map(|line| At {
            line: u32::try_from(line + commentary.lines_before + 1).unwrap_or(u32::MAX),
            column: 1,
            width: 0,
        });
        let message = format!("the picture `{address}` is left out, because no page loads anything from another host");
        let help = "put it into `static/` and write its path from there, beginning with `/`";
        let place = Place { file: Arc::clone(&commentary.file), at };
        diagnostics.push(Diagnostic::new(Code::ForeignPicture, message).at(place).help(help));
    }
}
