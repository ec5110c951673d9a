//! The subjects beside the survey, each with figures worked out by hand.

mod records;
mod support;
mod support_pages;

use cxbook::diagnostic::Diagnostics;
use cxbook::program::{self, Program};
use cxbook::progress::Counter;
use cxbook::sources::{self, cache::Cache};

use crate::project::Project;

/// The program of a project, which has no mistakes.
fn checked(project: &Project) -> Program {
    let mut diagnostics = Diagnostics::default();
    let sources = sources::read(project.root(), &mut Cache::default(), &Counter::default(), &mut diagnostics).unwrap();
    let program = program::check(&sources, &mut diagnostics);
    assert!(!diagnostics.is_fatal(false), "{:?}", diagnostics.sorted());
    program
}
