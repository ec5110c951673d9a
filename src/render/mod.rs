//! A page and a theme → HTML. The only stage that knows templates and Markdown; it decides nothing about figures.

mod callers;
mod commentary;
mod escape;
mod json;
mod links;
mod markdown;
mod messages;
mod names;
mod place;
mod placeholders;
mod template;

use std::error::Error as _;
use std::path::Path;
use std::sync::Arc;

use minijinja::value::{Serde, Value};
use minijinja::{AutoEscape, Environment, Error, ErrorKind, UndefinedBehavior, context};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Serialize;

use callers::Caller;
use commentary::CommentaryView;
use place::in_text;

use crate::diagnostic::{At, Code, Diagnostic, Diagnostics, Place};
use crate::pages::blocks::{COMMENTARY, SectionsView, order};
use crate::pages::chart::ChartView;
use crate::pages::frame::Frame;
use crate::pages::{Page, PageView, Report, View, view};
use crate::sources::theme::{self, ORIGINAL, SectionOrder, Template, Theme};
use crate::words::{Words, phrases};

/// A theme whose templates are compiled.
#[derive(Debug)]
pub struct Renderer<'a> {
    environment: Environment<'a>,
    theme: &'a Theme,
}

/// What the template of a page is given, by the names that it has there.
#[derive(Debug, Clone, Copy, JsonSchema, Serialize)]
pub struct TemplateValues<'c> {
    /// What every page has around its figures.
    page: &'c Frame,
    /// What this page shows beside its sections.
    view: &'c View,
    /// Its sections; none on pages whose template shows the view alone.
    sections: &'c SectionsView,
    /// Whether a chart is drawn on the page, in its commentary too.
    drawings: bool,
    /// What analysts wrote about the page; none where they wrote nothing.
    commentary: Option<&'c CommentaryView>,
}

/// All that a page is rendered from but the templates: where it is the same, so is the page.
#[derive(Debug, Serialize)]
pub struct PageContent {
    /// The template that shows it.
    template: &'static str,
    page: Frame,
    view: View,
    sections: SectionsView,
    commentary: Option<CommentaryView>,
}

impl PageContent {
    /// What the template is given.
    #[must_use]
    pub fn values(&self) -> TemplateValues<'_> {
        let Self { page, view, sections, commentary, .. } = self;
        let in_commentary = commentary.as_ref().is_some_and(CommentaryView::is_drawn);
        let drawings = view.has_drawing() || sections.are_drawn() || in_commentary;
        TemplateValues { page, view, sections, drawings, commentary: commentary.as_ref() }
    }

    /// What each field of it is, as JSON Schema; of the view, that of pages of this kind.
    #[must_use]
    pub fn schema(&self) -> Schema {
        let mut generator = SchemaGenerator::default();
        let view = self.view.schema(&mut generator);
        let mut schema = generator.into_root_schema_for::<TemplateValues<'_>>();
        if let Some(shown) = schema.pointer_mut("/properties/view").and_then(|shown| shown.as_object_mut()) {
            shown.remove("$ref");
            shown.extend(view.as_object().cloned().unwrap_or_default());
        }
        schema
    }
}

impl<'a> Renderer<'a> {
    /// Compiles a theme's templates; those that are wrong are noted.
    pub fn new(theme: &'a Theme, words: &Arc<Words>, diagnostics: &mut Diagnostics) -> Self {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_debug(true);
        environment.set_fuel(Some(FUEL));
        // Whatever a template is called, what it writes goes into a page.
        environment.set_auto_escape_callback(|_| AutoEscape::Html);
        environment.set_formatter(escape::formatter);
        messages::add(&mut environment, words);
        environment.add_filter("script", escape::script);
        environment.add_filter("tojson", json::tojson);
        environment.add_filter("drawing", escape::drawing);
        environment.add_filter("unbroken", escape::unbroken);
        environment.add_filter("capital", phrases::capitalised);
        // Nothing but a theme's own templates asks for those whose place they may take.
        let is_asked_for = theme.own_templates().next().is_some();
        let originals = theme::originals().iter().filter(|_| is_asked_for);
        for (name, template) in theme.templates.iter().filter(|(name, _)| !name.starts_with(ORIGINAL)).chain(originals)
        {
            if let Err(mistake) = compile(&mut environment, name, template) {
                diagnostics.push(mistake);
            }
        }
        order::check(&theme.sections, diagnostics);
        Self { environment, theme }
    }

    /// What a page is rendered from, and what is wrong in its commentary; nothing if any of it is an error.
    #[must_use]
    pub fn content(&self, report: &Report<'_>, page: &Page) -> (Option<PageContent>, Diagnostics) {
        let mut diagnostics = Diagnostics::default();
        let kind = report.kind(&page.key);
        let order = self.theme.sections.iter().find(|order| order.page.value == order::name(kind));
        let PageView { page: frame, view, sections } = view(report, page, order);
        let draw = |chart: &ChartView| self.chart(&frame.root, chart);
        let commentary = commentary::commentary(report, page, &frame.root, &draw, &mut diagnostics);
        let is_listed = |order: &SectionOrder| order.ids().contains(&COMMENTARY.id);
        let commentary = commentary.filter(|_| order.is_none_or(is_listed));
        let is_right = !diagnostics.is_fatal(false);
        (
            is_right.then_some(PageContent { template: kind.template, page: frame, view, sections, commentary }),
            diagnostics,
        )
    }

    /// The HTML of a page.
    ///
    /// # Errors
    /// What is wrong in its templates.
    pub fn html(&self, content: &PageContent) -> Result<String, Diagnostic> {
        let name = content.template;
        let values = Value::from(Serde(content.values()));
        let rendered = self.environment.get_template(name).and_then(|template| template.render(&values));
        rendered.map_err(|error| self.located(&error, name, &values))
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

    /// What is wrong in a template that a page was rendered with, with its place and the names there are. Where a built-in
    /// part failed that a template of the theme called, the place is the theme's, with the built-in one beside it.
    fn located(&self, error: &Error, page: &str, values: &Value) -> Diagnostic {
        let error = cause(error);
        let name = error.name().unwrap_or(page);
        let Some(template) = self.template(name) else {
            return Diagnostic::new(Code::ThemeTemplate, format!("the theme has no template `{name}`"));
        };
        let mistake = template_error(Code::ThemeTemplate, error, &template.file, &template.text);
        if self.is_own(name) {
            return with_help(mistake, self.help(error, page, values));
        }
        let lacking = self.part_without(error);
        match self.caller(error, page, values) {
            Some(caller) => with_help(called(mistake, &caller, name), lacking),
            None => with_help(mistake, lacking.or_else(|| self.help(error, page, values))),
        }
    }

    /// The tag of the theme that called what failed. What took all the fuel would take it once more, and is not asked.
    fn caller(&self, error: &Error, page: &str, values: &Value) -> Option<Caller<'a>> {
        if error.kind() == ErrorKind::OutOfFuel {
            return None;
        }
        callers::caller(&self.environment, self.theme.own_templates(), page, values)
    }

    fn template(&self, name: &str) -> Option<&'a Template> {
        self.theme.templates.get(name).or_else(|| theme::originals().get(name))
    }

    fn is_own(&self, name: &str) -> bool {
        self.theme.own.contains_key(&format!("templates/{name}"))
    }

    fn help(&self, error: &Error, page: &str, values: &Value) -> Option<String> {
        let detail = error.detail().unwrap_or_default();
        if detail.starts_with("cycle in template inheritance") || detail == "recursion limit exceeded" {
            return Some("a template reaches the built-in one of its own name as `default/NAME`".to_owned());
        }
        names::help(&self.environment, page, values, error)
    }

    /// What to do where a built-in template calls what the theme's own part of that name has not.
    fn part_without(&self, error: &Error) -> Option<String> {
        let missing = error.detail()?.rsplit_once("has no method named ")?.1;
        let head = format!("macro {missing}(");
        let has_it = |name: &str| {
            theme::originals().get(&format!("{ORIGINAL}{name}")).is_some_and(|built_in| built_in.text.contains(&head))
        };
        let (name, _) = self.theme.own_templates().find(|(name, own)| has_it(name) && !own.text.contains(&head))?;
        Some(format!(
            "`{name}` of the theme has no `{missing}`: let it begin with `{{% include \"{ORIGINAL}{name}\" %}}`, so \
             that it has all that the built-in one has"
        ))
    }
}

/// The mistake that others follow from: includes and blocks fail because of what is in them.
fn cause(error: &Error) -> &Error {
    let mut cause = error;
    let mut next = error.source();
    while let Some(inner) = next {
        cause = inner.downcast_ref::<Error>().filter(|inner| inner.name().is_some()).unwrap_or(cause);
        next = inner.source();
    }
    cause
}

/// A mistake in a built-in part, told at the line of the theme that called it.
fn called(mistake: Diagnostic, caller: &Caller<'_>, part: &str) -> Diagnostic {
    let name = part.strip_prefix(ORIGINAL).unwrap_or(part);
    let at = place::in_text(&caller.template.text, caller.range.clone());
    let message = format!("{} in the built-in `{name}`, which is called here", mistake.message);
    let told = Diagnostic::new(mistake.code, message).at(Place::new(&caller.template.file, at));
    let help = format!("mend what is given to it; `cxbook theme show {name}` prints it");
    match mistake.place {
        Some(place) => told.related(place, "it comes to a stop here"),
        None => told,
    }
    .help(help)
}

fn with_help(mistake: Diagnostic, help: Option<String>) -> Diagnostic {
    match help {
        Some(help) => mistake.help(help),
        None => mistake,
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
        Ok(Ok(Ok(()))) => json_in_place(template),
        Ok(Ok(Err(error))) => Err(template_error(Code::ThemeTemplate, &error, &template.file, &template.text)),
        _ => Err(Diagnostic::new(Code::ThemeTemplate, "this template cannot be compiled")
            .at(Place::file(&template.file))
            .help("look at its `import` and `from`, which take a plain name after `as`")),
    }
}

/// Refuses JSON where it would end the attribute that it stands in.
fn json_in_place(template: &Template) -> Result<(), Diagnostic> {
    let Some(range) = json::misplaced(&template.text) else { return Ok(()) };
    let message = "`tojson` in an attribute without single quotes, which the quotes of JSON would end";
    let at = Place::new(&template.file, place::in_text(&template.text, range));
    Err(Diagnostic::new(Code::ThemeTemplate, message).at(at).help("write the attribute as `name='{{ … }}'`"))
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
