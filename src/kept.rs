//! What one build keeps for the next of the same process, and which pages the next has to make again.
//!
//! A page is made from the program, its figures, the theme's templates, what the frame of every page says, and the
//! page's own commentary. As long as nothing but commentary has changed, no other page can have. That is all there is
//! to know: when anything else has changed, every page is made again, and only those whose bytes differ are written.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};

use crate::diagnostic::Diagnostics;
use crate::metrics::{self, Metrics};
use crate::output::{Gate, Identity};
use crate::pages::{Page, PageKey, Report, commentary};
use crate::program::{self, Program};
use crate::sources::cache::Cache;
use crate::sources::commentary::Commentary;
use crate::sources::{Sources, theme::Theme};
use crate::{Built, Timings};

/// What is kept of a build; nothing before the first.
#[derive(Debug, Default)]
pub struct Kept {
    /// Parsed files.
    pub files: Cache,
    pub(crate) computed: Option<Computed>,
    /// The last program with figures, where the one that is computed has none.
    measured: Option<(Program, Metrics)>,
    pub(crate) site: Option<Site>,
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

impl Kept {
    /// Keeps nothing that only another build needs.
    pub(crate) fn for_one_build() -> Self {
        Self { follows: Follows::Nothing, ..Self::default() }
    }

    /// Keeps nothing of the builds before, one of which came to no end.
    pub(crate) fn forget(&mut self) {
        *self = Self { gate: self.gate.clone(), ..Self::default() };
        self.gate.close();
    }

    /// Computes the program of the sources and its figures, unless they are kept and the data are the same. Where there
    /// is a mistake in the data, nobody will see figures, and there are none. Where no other build follows, the data are
    /// let go of: they take as much memory as the program.
    pub(crate) fn compute(&mut self, sources: &mut Sources, diagnostics: &mut Diagnostics, timings: &mut Timings) {
        let same = |before: &Computed| sources.data_hash.is_some() && before.data_hash == sources.data_hash;
        let computed = match self.computed.take() {
            Some(before) if same(&before) => before,
            before => {
                let before = before.and_then(Computed::measured).or_else(|| self.measured.take());
                self.computed_anew(sources, before, timings)
            }
        };
        diagnostics.append(computed.diagnostics.clone());
        self.computed = Some(computed);
    }

    fn computed_anew(
        &mut self,
        sources: &mut Sources,
        before: Option<(Program, Metrics)>,
        timings: &mut Timings,
    ) -> Computed {
        let (program, diagnostics) = checked(sources, timings);
        if self.follows == Follows::Nothing {
            self.files = Cache::default();
            sources.let_go_of_data();
        }
        let is_whole = sources.data_hash.is_some() && !diagnostics.is_fatal(false);
        let metrics = if is_whole {
            Some(timings.measure("figures", || measured(&program, before)))
        } else {
            self.measured = before;
            None
        };
        Computed { data_hash: sources.data_hash.clone(), program, metrics, diagnostics }
    }
}

fn checked(sources: &Sources, timings: &mut Timings) -> (Program, Diagnostics) {
    let mut diagnostics = Diagnostics::default();
    let program = timings.measure("check", || program::check(sources, &mut diagnostics));
    (program, diagnostics)
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

/// A program and its figures.
#[derive(Debug)]
pub(crate) struct Computed {
    data_hash: Option<String>,
    pub(crate) program: Program,
    /// Nothing where the data have a mistake.
    pub(crate) metrics: Option<Metrics>,
    diagnostics: Diagnostics,
}

impl Computed {
    fn measured(self) -> Option<(Program, Metrics)> {
        self.metrics.map(|metrics| (self.program, metrics))
    }
}

/// What a site was made from, and what is in it.
#[derive(Debug, Default)]
pub(crate) struct Site {
    /// Which folder it is; nothing before it is published.
    pub(crate) identity: Option<Identity>,
    /// The hash of all that every page is made from.
    common: String,
    /// The hash of the sources, as the methodology page shows it.
    sources: String,
    /// Each page by its file.
    pages: BTreeMap<String, MadePage>,
    /// The addresses of its files.
    pub(crate) addresses: BTreeSet<String>,
}

/// What a page was made from beside what is common to all, and what was found on the way.
#[derive(Debug)]
struct MadePage {
    commentary: Option<Commentary>,
    diagnostics: Diagnostics,
}

impl Site {
    /// The site of a report, before its pages are made.
    pub(crate) fn new(report: &Report<'_>, sources: &Sources) -> Self {
        Self { common: common(report, sources), sources: sources.hash.clone(), ..Self::default() }
    }

    /// Whether all that every page is made from was the same.
    pub(crate) fn is_alike(&self, other: &Self) -> bool {
        self.common == other.common
    }

    /// What was found when a page was made that needs not be made again; nothing where it has to be.
    pub(crate) fn standing(&self, now: &Self, report: &Report<'_>, page: &Page) -> Option<Diagnostics> {
        let made = self.pages.get(&page.file).filter(|_| self.is_alike(now))?;
        let shows_hash = page.key == PageKey::Methodology && self.sources != now.sources;
        let same = made.commentary.as_ref() == report.commentary.get(&page.key).copied();
        (same && !shows_hash).then(|| made.diagnostics.clone())
    }

    /// Notes a page that was made, or still stands.
    pub(crate) fn note(&mut self, report: &Report<'_>, page: &Page, diagnostics: Diagnostics) {
        let commentary = report.commentary.get(&page.key).map(|commentary| (*commentary).clone());
        self.pages.insert(page.file.clone(), MadePage { commentary, diagnostics });
        self.addresses.insert(page.file.clone());
    }

    /// The addresses of files that are not in this site any more.
    pub(crate) fn vanished<'b>(&self, before: &'b Self) -> Vec<&'b str> {
        let gone = before.addresses.iter().filter(|address| !self.addresses.contains(*address));
        gone.map(String::as_str).collect()
    }
}

/// The hash of all that every page is made from: the data, the options, the templates, and the pages of their own that
/// the navigation lists and commentary can link to.
fn common(report: &Report<'_>, sources: &Sources) -> String {
    let mut all = Sha256::new();
    let mut add = |text: &str| {
        all.update(text.len().to_le_bytes());
        all.update(text);
    };
    add(sources.data_hash.as_deref().unwrap_or_default());
    add(&format!("{:?} {:?}", report.today, report.base_url));
    templates(&sources.theme).for_each(&mut add);
    report.places.files().for_each(&mut add);
    for key in &report.places.own {
        let PageKey::Own(path) = key else { continue };
        add(path);
        add(&commentary::own_title(report, path));
    }
    format!("{:x?}", all.finalize())
}

fn templates(theme: &Theme) -> impl Iterator<Item = &str> {
    theme.templates.iter().flat_map(|(name, template)| [name.as_str(), template.text.as_str()])
}

impl Built {
    /// Whether the site is not the same as before.
    #[must_use]
    pub fn has_changed(&self) -> bool {
        !matches!(&self.changes, crate::output::Changes::Files(files) if files.is_empty())
    }
}
