//! One build after the other, each told on the terminal in a few lines.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Instant;

use anstream::adapter::strip_str;

use crate::build::open_pages::OpenPages;
use crate::build::reuse::Reuse;
use crate::cli::{CheckArgs, Format, GlobalArgs};
use crate::commands::build::{in_pool, kept, pool, print_timings, tell};
use crate::commands::counted::{counted, plural, warnings};
use crate::commands::report;
use crate::diagnostic::{Diagnostic, Diagnostics, Severity, ToldDiagnostics};
use crate::output::{Changes, Gate, MARKER};
use crate::{Built, Options, Timings};

/// So many changed files are named; the rest are counted.
const MOST_NAMED: usize = 3;

/// What came of a build.
#[derive(Debug)]
pub(in crate::commands) enum RebuildOutcome {
    /// The site is up with its sources.
    Built {
        /// What is not the same as before.
        changes: Changes,
        /// Where the site is published, where that is known.
        base_url: Option<String>,
    },
    /// The site stands as it was: the mistakes as they were printed.
    Mistakes(String),
}

/// Builds the same program again and again.
pub(in crate::commands) struct Rebuild {
    options: Options,
    pool: Option<rayon::ThreadPool>,
    timings: bool,
    global: GlobalArgs,
    reuse: Reuse,
    /// Whether the build before made a site.
    is_built: bool,
    /// What was told of the build before.
    told: String,
    /// What was told last of files that are not cxbook's.
    told_kept: String,
}

impl Rebuild {
    pub(in crate::commands) fn new(options: Options, args: &CheckArgs, global: GlobalArgs) -> Self {
        let (jobs, timings) = (args.jobs, args.timings);
        Self {
            options,
            pool: pool(jobs),
            timings,
            global,
            reuse: Reuse::default(),
            is_built: false,
            told: String::new(),
            told_kept: String::new(),
        }
    }

    /// What lets the process be ended at any moment.
    pub(in crate::commands) fn gate(&self) -> Gate {
        self.reuse.gate.clone()
    }

    /// Whether a file, by its path from the source folder, has to do with the report.
    pub(in crate::commands) fn concerns(&self, path: &Path) -> bool {
        self.reuse.files.concerns(path)
    }

    /// Whether the site that was built last is still there.
    pub(in crate::commands) fn stands(&self) -> bool {
        !self.is_built || self.options.output.join(MARKER).is_file()
    }

    /// Builds because these files have changed; none before the first build, and where the site is gone. What came of it goes to `each` before the
    /// terminal says so.
    pub(in crate::commands) fn again(
        &mut self,
        changed: &[PathBuf],
        open: &dyn OpenPages,
        each: &mut impl FnMut(&RebuildOutcome),
    ) {
        match changed {
            [] if self.is_built => self.say("the site is gone, so it is built again"),
            [] => {}
            _ => self.say(&named(changed)),
        }
        let started = Instant::now();
        let (mut diagnostics, mut timings) = (Diagnostics::default(), Timings::default());
        let Self { options, reuse, pool, .. } = self;
        let built = in_pool(pool.as_ref(), || crate::rebuild(options, reuse, open, &mut diagnostics, &mut timings));
        self.is_built = built.is_some();
        let seconds = started.elapsed().as_secs_f64();
        let found = diagnostics.told();
        let told: Vec<&Diagnostic> = found.list.iter().filter(|diagnostic| self.is_told(diagnostic)).collect();
        let text = strip_str(&report::rendered(&told, &self.options.source)).to_string();
        if self.timings {
            print_timings(&timings, seconds);
        }
        let told_before = std::mem::replace(&mut self.told, text);
        let Some(built) = built else {
            tell(&told, &self.options.source, self.global.format);
            each(&RebuildOutcome::Mistakes(self.told.clone()));
            return self.say(&format!("no new site: {}, {seconds:.2} s", counted(&found)));
        };
        // Warnings that stay are told once.
        if self.told != told_before {
            tell(&told, &self.options.source, self.global.format);
        }
        self.tell_kept(&built);
        let line = done(&built, &found, seconds);
        each(&RebuildOutcome::Built { changes: built.changes, base_url: built.base_url });
        self.say(&line);
    }

    /// Names what lies in the site's folder and is not cxbook's, once.
    fn tell_kept(&mut self, built: &Built) {
        let note = kept(built).unwrap_or_default();
        if built.changes != Changes::All || note == self.told_kept {
            return;
        }
        if !self.global.quiet && !note.is_empty() {
            eprintln!("{note}");
        }
        self.told_kept = note;
    }

    fn is_told(&self, diagnostic: &Diagnostic) -> bool {
        !self.global.quiet || self.options.strict || diagnostic.severity() == Severity::Error
    }

    /// A line for the person at the terminal, out of the way of what a program reads.
    fn say(&self, line: &str) {
        match self.global.format {
            _ if self.global.quiet => {}
            Format::Human => say(line),
            Format::Json | Format::Github | Format::Gitlab => eprintln!("{line}"),
        }
    }
}

/// What has changed in the sources.
fn named(changed: &[PathBuf]) -> String {
    let names = changed.iter().take(MOST_NAMED).map(|path| format!("`{}`", report::printable(&path.to_string_lossy())));
    let names = names.collect::<Vec<_>>().join(", ");
    match changed.len().saturating_sub(MOST_NAMED) {
        0 => format!("changed: {names}"),
        more => format!("changed: {names} and {}", plural(more, "more file")),
    }
}

/// What a build came to.
fn done(built: &Built, found: &ToldDiagnostics, seconds: f64) -> String {
    let what = match &built.changes {
        Changes::All => {
            format!("{} in `{}`", plural(built.pages, "page"), report::printable(&built.folder.to_string_lossy()))
        }
        Changes::Files(files) => format!("{} of the site changed", plural(files.len(), "file")),
    };
    format!("built in {seconds:.2} s: {what}, {}", warnings(found))
}

/// A line on the terminal; nobody may be there to read it.
pub(in crate::commands) fn say(line: &str) {
    let _ = writeln!(io::stdout().lock(), "{line}");
}
