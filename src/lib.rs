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
//! A stage uses those above it, [`diagnostic`] and [`progress`], never one below. [`cli`] and [`commands`] are around them.

pub mod charts;
pub mod cli;
pub mod commands;
pub mod diagnostic;
pub mod metrics;
pub mod output;
pub mod pages;
pub mod program;
pub mod progress;
pub mod render;
pub mod sources;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use jiff::civil::Date;
use rayon::prelude::*;

use diagnostic::{Code, Diagnostic, Diagnostics, Place};
use output::{Overwrite, Staging, Target};
use pages::{Given, Page, Report};
use progress::Progress;
use render::Renderer;
use sources::Sources;

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
    run(options, diagnostics, timings, Goal::Write)
}

/// Does everything that [`build`] does but write.
pub fn check(options: &Options, diagnostics: &mut Diagnostics, timings: &mut Timings) -> Option<Built> {
    run(options, diagnostics, timings, Goal::Check)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Goal {
    Write,
    Check,
}

fn run(options: &Options, diagnostics: &mut Diagnostics, timings: &mut Timings, goal: Goal) -> Option<Built> {
    let target = output::target(&options.source, &options.output, options.overwrite);
    let target = target.map_err(|error| diagnostics.push(error)).ok();
    let sources = timings.measure("read", || sources::read(&options.source, &options.progress.read, diagnostics))?;
    let program = timings.measure("check", || program::check(&sources, diagnostics));
    let metrics = timings.measure("figures", || metrics::measure(&program));
    let given = given(options, &sources, diagnostics);
    let report =
        timings.measure("report", || pages::report(&program, &metrics, &sources.commentary, given, diagnostics));
    let pages = timings.measure("report", || pages::pages(&report));
    let renderer = timings.measure("report", || Renderer::new(&sources.theme, diagnostics));
    let files = timings.measure("csv", || files(&report, &sources));
    addresses(&pages, &files, &sources, diagnostics);
    // A data mistake is no reason to keep those in commentaries back: all of a run are told at once.
    if target.is_none() || diagnostics.is_fatal(false) {
        for page in &pages {
            Renderer::check_commentary(&report, page, diagnostics);
        }
        return None;
    }
    let staging = if goal == Goal::Write { Some(stage(&target?, diagnostics, timings)?) } else { None };
    let (staging_in, progress) = (staging.as_ref(), &*options.progress);
    let work = Work { report: &report, renderer: &renderer, staging: staging_in, progress };
    diagnostics.append(timings.measure("pages", || work.pages(&pages)));
    diagnostics.append(timings.measure("write", || work.files(&files, &sources)));
    if diagnostics.is_fatal(options.strict) {
        return None;
    }
    publish(staging, diagnostics, timings)?;
    Some(Built { pages: pages.len(), folder: options.output.clone() })
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
    Given { today: options.today, base_url, hash: &sources.hash }
}

/// The files that are no pages: figures, sitemap, the theme's static files.
fn files<'a>(report: &Report<'_>, sources: &'a Sources) -> Vec<(String, std::borrow::Cow<'a, [u8]>)> {
    let figures = pages::metrics_csv::metrics_csv(report.program, report.metrics);
    let mut files = vec![("data/metrics.csv".to_owned(), figures.into_bytes().into())];
    files.extend(pages::sitemap::sitemap(report).map(|text| ("sitemap.xml".to_owned(), text.into_bytes().into())));
    let of_theme = sources.theme.statics.iter();
    files.extend(of_theme.map(|(name, bytes)| (format!("assets/{name}"), bytes.as_slice().into())));
    files
}

/// Notes static files that would lie where the site has something of its own.
fn addresses(
    pages: &[Page],
    files: &[(String, std::borrow::Cow<'_, [u8]>)],
    sources: &Sources,
    diagnostics: &mut Diagnostics,
) {
    let own = pages.iter().map(|page| page.file.as_str()).chain(files.iter().map(|(address, _)| address.as_str()));
    let own: std::collections::BTreeSet<&str> = own.chain([output::MARKER]).collect();
    for file in &sources.statics {
        let within = |address: &&str| address.starts_with(&format!("{}/", file.address));
        if own.contains(file.address.as_str()) || own.iter().any(within) {
            let message = format!("the site has a file of its own at `{}`", file.address);
            diagnostics.push(
                Diagnostic::new(Code::SameAddress, message)
                    .at(Place::file(&file.shown))
                    .help("rename or move this one"),
            );
        }
    }
}

fn stage(target: &Target, diagnostics: &mut Diagnostics, timings: &mut Timings) -> Option<Staging> {
    timings.measure("staging", || target.stage()).map_err(|error| diagnostics.push(error)).ok()
}

fn publish(staging: Option<Staging>, diagnostics: &mut Diagnostics, timings: &mut Timings) -> Option<()> {
    let Some(staging) = staging else { return Some(()) };
    let published = timings.measure("write", || staging.publish());
    let written = published.map_err(|error| diagnostics.push(error)).ok()?;
    diagnostics.extend(written.left_over);
    Some(())
}

/// What pages are rendered with, and where to; nowhere when they are only checked.
struct Work<'a> {
    report: &'a Report<'a>,
    renderer: &'a Renderer<'a>,
    staging: Option<&'a Staging>,
    progress: &'a Progress,
}

impl Work<'_> {
    /// Renders and stages all pages with all cores; each is dropped once it is staged.
    fn pages(&self, pages: &[Page]) -> Diagnostics {
        let one = |page: &Page| -> Diagnostics {
            let (html, mut diagnostics) = self.renderer.page(self.report, page);
            if let Some(html) = html {
                diagnostics.extend(self.write(&page.file, html.as_bytes()));
            }
            self.progress.rendered.step();
            diagnostics
        };
        self.progress.rendered.expect(pages.len());
        pages.par_iter().map(one).reduce(Diagnostics::default, |mut all, more| {
            all.append(more);
            all
        })
    }

    fn files(&self, files: &[(String, std::borrow::Cow<'_, [u8]>)], sources: &Sources) -> Diagnostics {
        let made = files.iter().filter_map(|(address, bytes)| self.write(address, bytes));
        let copied = sources.statics.iter().filter_map(|file| {
            let staging = self.staging?;
            staging.copy(&file.address, &file.path).err()
        });
        made.chain(copied).collect()
    }

    fn write(&self, address: &str, bytes: &[u8]) -> Option<Diagnostic> {
        self.staging.and_then(|staging| staging.write(address, bytes).err())
    }
}
