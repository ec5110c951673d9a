//! cxbook turns a folder of survey results and commentary into a static report site.
//!
//! The folder listing is the data flow, and `flow` below is the whole of it on one screen:
//!
//! | stage | what it does |
//! | --- | --- |
//! | [`sources`] | the folder → typed files, with the place of every value |
//! | [`program`] | typed files → the checked program |
//! | [`metrics`] | every figure, once |
//! | [`disclosure`] | what may be shown to whom, and why the rest is not |
//! | [`words`] | all that is said, in the reader's language |
//! | [`charts`] | figures → the options of their charts |
//! | [`pages`] | which pages there are and what each says |
//! | [`render`] | page and theme → HTML |
//! | [`output`] | files → disk, swapped in whole |
//!
//! A stage uses those above it, [`diagnostic`] and [`progress`], never one below. Around them are [`mod@build`], how a site
//! is made of them and what one build leaves for the next; [`cli`], what a user can type; and [`commands`].

pub mod build;
pub mod charts;
pub mod cli;
pub mod commands;
pub mod diagnostic;
pub mod disclosure;
pub mod metrics;
pub mod output;
pub mod pages;
pub mod program;
pub mod progress;
pub mod render;
pub mod sources;
pub mod words;

use std::panic::{AssertUnwindSafe, catch_unwind};

use build::look::PageLook;
use build::open_pages::{NoneOpen, OpenPages};
use build::reuse::Reuse;
use build::site::{Site, SitePlace};
use build::{Goal, Order};
use diagnostic::{Diagnostic, Diagnostics};
use disclosure::disclose;
use pages::by_address::NoSuchPage;
use render::{PageContent, Renderer};

pub use build::options::{Built, Options, Timings};

/// Builds a site. `None` if there is a mistake, or a warning where these are mistakes; then nothing was changed.
pub fn build(options: &Options, diagnostics: &mut Diagnostics, timings: &mut Timings) -> Option<Built> {
    let order = Order { options, open: &NoneOpen, goal: Goal::Write };
    to_its_end(order, &mut Reuse::for_one_build(), diagnostics, timings)
}

/// Builds a site once more: does what [`build()`] does, but nothing again that is known of the builds before.
pub fn rebuild(
    options: &Options,
    reuse: &mut Reuse,
    open: &dyn OpenPages,
    diagnostics: &mut Diagnostics,
    timings: &mut Timings,
) -> Option<Built> {
    to_its_end(Order { options, open, goal: Goal::Write }, reuse, diagnostics, timings)
}

/// Does everything that [`build()`] does but write.
pub fn check(options: &Options, diagnostics: &mut Diagnostics, timings: &mut Timings) -> Option<Built> {
    let order = Order { options, open: &NoneOpen, goal: Goal::Check };
    to_its_end(order, &mut Reuse::for_one_build(), diagnostics, timings)
}

/// What a page is rendered from, by its address or the name that commentary has; `None` where the data or the commentary
/// of the page have a mistake. Those of a theme are no reason to see nothing.
pub fn look(options: &Options, page: &str, diagnostics: &mut Diagnostics) -> Option<Result<PageContent, NoSuchPage>> {
    let look = PageLook::new(page);
    let order = Order { options, open: &NoneOpen, goal: Goal::Look(&look) };
    to_its_end(order, &mut Reuse::for_one_build(), diagnostics, &mut Timings::default());
    look.seen()
}

/// A build that comes to an end even if it panics: that is told as a mistake of cxbook's own, and nothing is kept for the
/// next build, so that whoever builds again and again goes on.
fn to_its_end(
    order: Order<'_>,
    reuse: &mut Reuse,
    diagnostics: &mut Diagnostics,
    timings: &mut Timings,
) -> Option<Built> {
    // What was half done is dropped below, but for the list of what was found, which holds whole entries.
    let built = catch_unwind(AssertUnwindSafe(|| flow(order, reuse, diagnostics, timings)));
    built.unwrap_or_else(|panic| {
        reuse.forget();
        diagnostics.push(Diagnostic::internal(&*panic));
        None
    })
}

/// The whole flow: read → check → measure → disclose → pages → render → write.
fn flow(order: Order<'_>, reuse: &mut Reuse, diagnostics: &mut Diagnostics, timings: &mut Timings) -> Option<Built> {
    let options = order.options;
    let target = order.target(diagnostics);
    let read = || sources::read(&options.source, &mut reuse.files, &options.progress.read, diagnostics);
    let mut sources = timings.measure("read", read)?;
    diagnostics.set_rules(sources.rules());
    reuse.program.check(&sources, diagnostics, timings);
    reuse.let_go_of(&mut sources);
    reuse.program.measure(timings);
    let (program, metrics) = reuse.program.known()?;
    let disclosed = timings.measure("report", || disclose(program, metrics));
    let given = order.given(&sources, diagnostics);
    let report = timings.measure("report", || pages::report(disclosed, &sources.commentary, given, diagnostics));
    let renderer = timings.measure("report", || Renderer::new(&sources.theme, &report.words, diagnostics));
    let site = timings.measure("report", || Site::new(&report, &renderer, &sources, diagnostics));
    if let Goal::Look(look) = order.goal {
        look.look_into(&site, diagnostics);
        return None;
    }
    let Some(target) = target.filter(|_| !diagnostics.is_fatal(false)) else {
        site.check_commentary(diagnostics);
        return None;
    };
    let place = match order.goal {
        Goal::Write => Some(timings.measure("staging", || SitePlace::open(&target, reuse, diagnostics))?),
        Goal::Check | Goal::Look(_) => None,
    };
    let rendered = site.render(&order, place, reuse, diagnostics, timings)?;
    let written = timings.measure("write", || rendered.write(&mut reuse.site, diagnostics))?;
    Some(site.built(&order, written))
}
