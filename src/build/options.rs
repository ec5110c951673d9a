//! What a build is told and what it tells: its options with every default filled in, what was built, and how long each
//! stage took.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use jiff::civil::Date;

use crate::output::{Changes, Overwrite};
use crate::progress::Progress;

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
    pub(crate) fn measure<T>(&mut self, stage: &'static str, work: impl FnOnce() -> T) -> T {
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
