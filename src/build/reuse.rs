//! What a build leaves for the next of the same process: parsed files, the program with its figures, and the site that
//! stands.

use crate::build::options::Timings;
use crate::build::standing::Standing;
use crate::diagnostic::Diagnostics;
use crate::metrics::{self, Metrics};
use crate::output::Gate;
use crate::program::ids::List;
use crate::program::{self, Program};
use crate::sources::Sources;
use crate::sources::cache::Cache;

/// What is kept of a build; nothing before the first.
#[derive(Debug, Default)]
pub struct Reuse {
    /// Parsed files.
    pub files: Cache,
    pub(crate) program: KnownProgram,
    /// The site that was written last.
    pub(crate) site: Option<Standing>,
    /// Closed as long as files of the site are replaced.
    pub gate: Gate,
    /// Whether there is a next build.
    follows: Follows,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Follows {
    #[default]
    Another,
    Nothing,
}

impl Reuse {
    /// Keeps nothing that only another build needs.
    pub(crate) fn for_one_build() -> Self {
        Self { follows: Follows::Nothing, ..Self::default() }
    }

    /// Keeps nothing of the builds before, one of which came to no end.
    pub(crate) fn forget(&mut self) {
        *self = Self { gate: self.gate.clone(), ..Self::default() };
        self.gate.close();
    }

    /// Whether another build may follow.
    pub(crate) fn is_followed(&self) -> bool {
        self.follows == Follows::Another
    }

    /// Lets go of the data once they are checked, where no other build follows: they take as much memory as the program.
    pub(crate) fn let_go_of(&mut self, sources: &mut Sources) {
        if !self.is_followed() {
            self.files = Cache::default();
            sources.let_go_of_data();
        }
    }
}

/// The figures of a program with a mistake in its data.
static NO_FIGURES: Metrics = Metrics { waves: List::new() };

/// A program and its figures, computed anew only where the data have changed.
#[derive(Debug, Default)]
pub(crate) struct KnownProgram {
    checked: Option<CheckedProgram>,
    /// The last program with figures, as long as the one that was checked has none.
    measured: Option<(Program, Metrics)>,
}

/// A program as it was checked.
#[derive(Debug)]
struct CheckedProgram {
    data_hash: Option<String>,
    program: Program,
    /// Nothing where the data have a mistake.
    metrics: Option<Metrics>,
    diagnostics: Diagnostics,
}

impl KnownProgram {
    /// Checks the program of the sources, unless it is known from the same data.
    pub(crate) fn check(&mut self, sources: &Sources, diagnostics: &mut Diagnostics, timings: &mut Timings) {
        let is_same = |known: &CheckedProgram| sources.data_hash.is_some() && known.data_hash == sources.data_hash;
        if !self.checked.as_ref().is_some_and(is_same) {
            let known = self.checked.take().and_then(CheckedProgram::measured);
            self.measured = known.or_else(|| self.measured.take());
            let mut found = Diagnostics::default();
            let program = timings.measure("check", || program::check(sources, &mut found));
            let data_hash = sources.data_hash.clone();
            self.checked = Some(CheckedProgram { data_hash, program, metrics: None, diagnostics: found });
        }
        if let Some(checked) = &self.checked {
            diagnostics.append(checked.diagnostics.clone());
        }
    }

    /// Computes the figures that are not known. Where there is a mistake in the data nobody will see any, and there are
    /// none.
    pub(crate) fn measure(&mut self, timings: &mut Timings) {
        let Some(checked) = &mut self.checked else { return };
        let is_whole = checked.data_hash.is_some() && !checked.diagnostics.is_fatal(false);
        if is_whole && checked.metrics.is_none() {
            let before = self.measured.take();
            checked.metrics = Some(timings.measure("figures", || measured(&checked.program, before)));
        }
    }

    /// The program and its figures.
    pub(crate) fn known(&self) -> Option<(&Program, &Metrics)> {
        self.checked.as_ref().map(|checked| (&checked.program, checked.metrics.as_ref().unwrap_or(&NO_FIGURES)))
    }
}

impl CheckedProgram {
    fn measured(self) -> Option<(Program, Metrics)> {
        self.metrics.map(|metrics| (self.program, metrics))
    }
}

fn measured(program: &Program, before: Option<(Program, Metrics)>) -> Metrics {
    match before {
        Some((before, known)) => {
            let metrics = metrics::measure_again(program, &before, known);
            // Giving back all its answers takes a while, which nobody has to wait for.
            rayon::spawn(move || drop(before));
            metrics
        }
        None => metrics::measure(program),
    }
}
