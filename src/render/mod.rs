//! A page and a theme → HTML. The only stage that knows templates and Markdown; it decides nothing about figures.

mod commentary;
mod escape;
mod links;
mod markdown;
mod names;
mod place;
mod placeholders;
mod template;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use minijinja::value::{Serde, Value};
use minijinja::{Environment, Error, UndefinedBehavior, context};

use commentary::CommentaryView;
use place::in_text;

use crate::diagnostic::{At, Code, Diagnostic, Diagnostics, Place};
use crate::pages::chart::ChartView;
use crate::pages::{Page, PageView, Report, view, words};
use crate::sources::theme::{Template, Theme};

/// A theme whose templates are compiled.
#[derive(Debug)]
pub struct Renderer<'a> {
    environment: Environment<'a>,
    files: BTreeMap<&'a str, &'a Arc<Path>>,
}

impl<'a> Renderer<'a> {
    /// Compiles a theme's templates; those that are wrong are noted.
    pub fn new(theme: &'a Theme, diagnostics: &mut Diagnostics) -> Self {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_debug(true);
        environment.set_fuel(Some(FUEL));
        environment.set_formatter(escape::formatter);
        environment.add_filter("script", escape::script);
        environment.add_filter("drawing", escape::drawing);
        environment.add_filter("unbroken", escape::unbroken);
        environment.add_filter("capital", words::capitalised);
        for (name, template) in &theme.templates {
            if let Err(mistake) = compile(&mut environment, name, template) {
                diagnostics.push(mistake);
            }
        }
        let files = theme.templates.iter().map(|(name, template)| (name.as_str(), &template.file)).collect();
        Self { environment, files }
    }

    /// The HTML of a page, and what is wrong in its commentary and templates; no HTML if any of it is an error.
    #[must_use]
    pub fn page(&self, report: &Report<'_>, page: &Page) -> (Option<String>, Diagnostics) {
        let mut diagnostics = Diagnostics::default();
        let PageView { page: frame, view } = view(report, page);
        let draw = |chart: &ChartView| self.chart(&frame.root, chart);
        let commentary = commentary::commentary(report, page, &frame.root, &draw, &mut diagnostics);
        if diagnostics.is_fatal(false) {
            return (None, diagnostics);
        }
        let values = context! {
            page => Value::from(Serde(&frame)),
            drawings => view.has_drawing() || commentary.as_ref().is_some_and(CommentaryView::is_drawn),
            view => Value::from(Serde(&view)),
            commentary => commentary.map(|commentary| Value::from(Serde(&commentary))),
        };
        let name = PageView::template(&page.key);
        let rendered = self.environment.get_template(name).and_then(|template| template.render(&values));
        let html = rendered.map_err(|error| diagnostics.push(self.located(&error, name, &values))).ok();
        (html, diagnostics)
    }

    /// The commentary of a page alone, for its mistakes; nothing where it has none.
    pub fn check_commentary(report: &Report<'_>, page: &Page, diagnostics: &mut Diagnostics) {
        let root = crate::pages::address::root(&page.file);
        let _ = commentary::commentary(report, page, &root, &|_| Ok(String::new()), diagnostics);
    }

    /// A chart that a commentary asks for, as the theme shows it.
    fn chart(&self, root: &str, chart: &ChartView) -> Result<String, Diagnostic> {
        const TEMPLATE: &str = "chart.html";
        let values = context! { root => root, chart => Value::from(Serde(chart)) };
        let rendered = self.environment.get_template(TEMPLATE).and_then(|template| template.render(&values));
        rendered.map_err(|error| self.located(&error, TEMPLATE, &values))
    }

    /// What is wrong in a template that a page was rendered with, with its place and the names there are.
    fn located(&self, error: &Error, page: &str, values: &Value) -> Diagnostic {
        let name = error.name().unwrap_or(page);
        match self.files.get(name) {
            Some(file) => {
                let source = error.template_source().unwrap_or_default();
                let mistake = template_error(Code::ThemeTemplate, error, file, source);
                match names::help(&self.environment, page, values, error) {
                    Some(help) => mistake.help(help),
                    None => mistake,
                }
            }
            None => Diagnostic::new(Code::ThemeTemplate, format!("the theme has no template `{name}`")),
        }
    }
}

/// So many instructions may a page of the theme take: thirty times those of a table of 100,000 accounts.
const FUEL: u64 = 1_000_000_000;

/// So much stack has the compiler of templates: each part within another takes some.
const STACK: usize = 64 * 1024 * 1024;

/// Compiles a template of the theme, on a thread of its own: the compiler of `minijinja` panics on some that are wrong
/// (`{% import "x" as 1 %}`), and that must neither end the run nor leave open which file it was.
fn compile<'a>(environment: &mut Environment<'a>, name: &'a str, template: &'a Template) -> Result<(), Diagnostic> {
    let add = || environment.add_template(name, &template.text);
    let compiled = std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, add);
        thread.map(std::thread::ScopedJoinHandle::join)
    });
    match compiled {
        Ok(Ok(Ok(()))) => Ok(()),
        Ok(Ok(Err(error))) => Err(template_error(Code::ThemeTemplate, &error, &template.file, &template.text)),
        _ => Err(Diagnostic::new(Code::ThemeTemplate, "this template cannot be compiled")
            .at(Place::file(&template.file))
            .help("look at its `import` and `from`, which take a plain name after `as`")),
    }
}

/// A template engine's error with its place and what to do.
fn template_error(code: Code, error: &Error, file: &Arc<Path>, source: &str) -> Diagnostic {
    let mut message = error.kind().to_string();
    if let Some(detail) = error.detail() {
        message = format!("{message}: {detail}");
    }
    let line = u32::try_from(error.line().unwrap_or(1)).unwrap_or(1);
    let at = error.range().map_or(At { line, column: 1, width: 0 }, |range| in_text(source, range));
    Diagnostic::new(code, message).at(Place::new(file, at)).help("mend the template here")
}
