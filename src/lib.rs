//! cxbook turns a folder of survey results and commentary into a static report site.
//!
//! The folder listing is the data flow, and [`build`] is the whole of it on one screen:
//!
//! | stage | what it does |
//! | --- | --- |
//! | [`sources`] | the folder → typed files, with the place of every value |
//! | [`program`] | typed files → the checked program |
//! | [`metrics`] | every figure, once |
//! | [`charts`] | figures → the options of their charts |
//! | [`pages`] | which pages there are and what each says |
//! | [`render`] | page and theme → HTML |
//! | [`output`] | files → disk, swapped in whole |
//!
//! A stage uses those above it, [`diagnostic`] and [`progress`], never one below. [`cli`] and [`commands`] are around
//! them; [`kept`] is what one build leaves for the next where sources are watched, and [`audience`] who looks at it.

pub mod audience;
pub mod charts;
pub mod cli;
pub mod commands;
pub mod diagnostic;
pub mod kept;
pub mod metrics;
pub mod output;
pub mod pages;
pub mod program;
pub mod progress;
pub mod render;
pub mod sources;
pub mod words;
mod work;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use jiff::civil::Date;

use audience::{Audience, Nobody};
use diagnostic::{Code, Diagnostic, Diagnostics, Place};
use kept::Kept;
use metrics::Metrics;
use output::{Changes, Overwrite};
use pages::{Given, Page, Report};
use progress::Progress;
use render::Renderer;
use sources::Sources;
use words::Words;
use work::Work;

/// How a site is built, with every default filled in.
#[derive(Debug, Clone)]
pub struct Options {
    /// The folder with `cxbook.yaml`.
    pub source: PathBuf,
    /// Where the site goes.
    pub output: PathBuf,
    /// Which folders may be replaced.
    pub overwrite: Overwrite,
    /// Whether warnings are mistakes.
    pub strict: bool,
    /// The day that the report speaks of as today; the last day of the data where absent.
    pub today: Option<Date>,
    /// Where the site is published, instead of what `cxbook.yaml` says.
    pub base_url: Option<String>,
    /// Where the run counts what it has done.
    pub progress: Arc<Progress>,
}

/// What was built.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Built {
    /// HTML pages.
    pub pages: usize,
    /// Where they are.
    pub folder: PathBuf,
    /// What is not the same as before.
    pub changes: Changes,
    /// What cxbook did not write and left in the folder: addresses, with a `/` at the end of folders.
    pub kept: Vec<String>,
    /// Where the site is published, where that is known.
    pub base_url: Option<String>,
}

/// How long each stage took.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Timings {
    /// The stages in their order, in seconds.
    pub stages: Vec<(&'static str, f64)>,
}

impl Timings {
    /// Does a stage, or another part of one.
    fn measure<T>(&mut self, stage: &'static str, work: impl FnOnce() -> T) -> T {
        let started = Instant::now();
        let result = work();
        let seconds = started.elapsed().as_secs_f64();
        match self.stages.iter_mut().find(|(name, _)| *name == stage) {
            Some((_, before)) => *before += seconds,
            None => self.stages.push((stage, seconds)),
        }
        result
    }
}

/// Builds a site. `None` if there is a mistake, or a warning where these are mistakes; then nothing was changed.
pub fn build(options: &Options, diagnostics: &mut Diagnostics, timings: &mut Timings) -> Option<Built> {
    run(options, &mut Kept::for_one_build(), &Nobody, diagnostics, timings, Goal::Write)
}

/// Builds a site once more: does what [`build`] does, but nothing again that is kept of the builds before. Should it
/// panic, that is told as a mistake of cxbook's own, and nothing is kept for the next build: whoever builds again and
/// again goes on.
pub fn rebuild(
    options: &Options,
    kept: &mut Kept,
    audience: &dyn Audience,
    diagnostics: &mut Diagnostics,
    timings: &mut Timings,
) -> Option<Built> {
    // What was half done is dropped below, but for the list of what was found, which holds whole entries.
    let built = catch_unwind(AssertUnwindSafe(|| run(options, kept, audience, diagnostics, timings, Goal::Write)));
    built.unwrap_or_else(|panic| {
        kept.forget();
        diagnostics.push(Diagnostic::internal(&*panic));
        None
    })
}

/// Does everything that [`build`] does but write.
pub fn check(options: &Options, diagnostics: &mut Diagnostics, timings: &mut Timings) -> Option<Built> {
    run(options, &mut Kept::for_one_build(), &Nobody, diagnostics, timings, Goal::Check)
}

/// The figures of a program with a mistake in its data.
static NO_FIGURES: Metrics = Metrics { waves: Vec::new() };

#[derive(Clone, Copy, PartialEq, Eq)]
enum Goal {
    Write,
    Check,
}

fn run(
    options: &Options,
    kept: &mut Kept,
    audience: &dyn Audience,
    diagnostics: &mut Diagnostics,
    timings: &mut Timings,
    goal: Goal,
) -> Option<Built> {
    let target = output::target(&options.source, &options.output, options.overwrite);
    let settled = target.and_then(|target| match goal {
        Goal::Write => target.settle().map(|()| target),
        Goal::Check => Ok(target),
    });
    let target = settled.map_err(|error| diagnostics.push(error)).ok();
    let read = || sources::read(&options.source, &mut kept.files, &options.progress.read, diagnostics);
    let mut sources = timings.measure("read", read)?;
    diagnostics.set_rules(sources.rules());
    kept.compute(&mut sources, diagnostics, timings);
    let kept::Computed { program, metrics, .. } = kept.computed.as_ref()?;
    let metrics = metrics.as_ref().unwrap_or(&NO_FIGURES);
    let given = given(options, &sources, diagnostics);
    let report = timings.measure("report", || pages::report(program, metrics, &sources.commentary, given, diagnostics));
    let pages = timings.measure("report", || pages::pages(&report));
    let renderer = timings.measure("report", || Renderer::new(&sources.theme, &report.words, diagnostics));
    let files = files(&report, &sources);
    addresses(&pages, &files, &sources, diagnostics);
    // A data mistake is no reason to keep those in commentaries back: all of a run are told at once.
    if target.is_none() || diagnostics.is_fatal(false) {
        for page in &pages {
            Renderer::check_commentary(&report, page, diagnostics);
        }
        return None;
    }
    let (sources, progress) = (&sources, &options.progress.rendered);
    let work = Work { report: &report, renderer: &renderer, sources, pages: &pages, files: &files, audience, progress };
    let target = target.filter(|_| goal == Goal::Write);
    let published = work.done(target.as_ref(), options, &mut kept.site, &kept.gate, diagnostics, timings)?;
    let output::Published { changes, kept } = published;
    Some(Built { pages: pages.len(), folder: options.output.clone(), changes, kept, base_url: report.base_url.clone() })
}

fn given<'a>(options: &Options, sources: &'a Sources, diagnostics: &mut Diagnostics) -> Given<'a> {
    let written = sources.config.content.base_url.as_ref();
    let base_url = options.base_url.clone().or_else(|| written.map(|written| written.value.clone()));
    let is_address = |url: &String| url.starts_with("https://") || url.starts_with("http://");
    if let Some(wrong) = base_url.as_ref().filter(|url| !is_address(url)) {
        let mut error =
            Diagnostic::new(Code::BaseAddress, format!("the base address `{wrong}` does not begin with `https://`"));
        error.place = written.map(|written| Place::new(&sources.config.file, written.at));
        diagnostics.push(error.help("write the address that the site is published at: `https://cx.example/`"));
    }
    let files = sources.statics.iter().map(|file| file.address.clone());
    let files = files.chain(sources.theme.statics.keys().map(|name| format!("assets/{name}"))).collect();
    let words = Arc::new(Words::of(sources, diagnostics));
    Given { today: options.today, base_url, hash: &sources.hash, words, files }
}

/// What a file holds that is no page.
enum Body<'a> {
    /// Something of the theme.
    Bytes(&'a [u8]),
    /// Something that is made of what all pages are made of.
    Made(fn(&Report<'_>) -> String),
}

/// The files that are no pages: figures, sitemap, the theme's static files.
fn files<'a>(report: &Report<'_>, sources: &'a Sources) -> Vec<(String, Body<'a>)> {
    let figures = |report: &Report<'_>| pages::metrics_csv::metrics_csv(report.program, report.metrics);
    let mut files = vec![("data/metrics.csv".to_owned(), Body::Made(figures))];
    if report.base_url.is_some() {
        let sitemap = |report: &Report<'_>| pages::sitemap::sitemap(report).unwrap_or_default();
        files.push(("sitemap.xml".to_owned(), Body::Made(sitemap)));
    }
    let of_theme = sources.theme.statics.iter();
    files.extend(of_theme.map(|(name, bytes)| (format!("assets/{name}"), Body::Bytes(bytes))));
    files
}

/// Notes static files that would lie where the site has something of its own.
fn addresses(pages: &[Page], files: &[(String, Body<'_>)], sources: &Sources, diagnostics: &mut Diagnostics) {
    let own = pages.iter().map(|page| page.file.as_str()).chain(files.iter().map(|(address, _)| address.as_str()));
    let own: std::collections::BTreeSet<&str> = own.chain([output::MARKER]).collect();
    for file in &sources.statics {
        let below = format!("{}/", file.address);
        let within = own.range(below.as_str()..).next().is_some_and(|address| address.starts_with(&below));
        if own.contains(file.address.as_str()) || within {
            let message = format!("the site has a file of its own at `{}`", file.address);
            diagnostics.push(
                Diagnostic::new(Code::SameAddress, message)
                    .at(Place::file(&file.shown))
                    .help("rename or move this one"),
            );
        } else if is_reserved(&file.address) {
            let message = format!("`{}` is an address that cxbook keeps for a page", file.address);
            diagnostics.push(
                Diagnostic::new(Code::SameAddress, message)
                    .at(Place::file(&file.shown))
                    .help("rename or move this one"),
            );
        }
    }
}

/// Whether a page is going to be at an address, or below it.
fn is_reserved(address: &str) -> bool {
    let (first, rest) = address.split_once('/').unwrap_or((address, ""));
    pages::commentary::RESERVED.contains(&first) && (rest.is_empty() || rest.ends_with("index.html"))
}
