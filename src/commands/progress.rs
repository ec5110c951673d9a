//! How far a run is, while it goes on: a bar on a terminal; elsewhere, if it is asked for, a line for each part.

use std::io::IsTerminal;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use super::counted::plural;
use crate::cli::GlobalArgs;
use crate::progress::{Counter, Progress};

/// How often it is looked at: often enough to move evenly, too seldom to cost anything.
const EVERY: Duration = Duration::from_millis(100);

/// How progress is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Manner {
    /// Not at all.
    Nothing,
    /// As a bar that goes when the work is done.
    Bar,
    /// As lines that stay.
    Lines,
}

impl Manner {
    /// Bars where somebody sees them.
    pub(super) fn fitting(global: GlobalArgs) -> Self {
        match global {
            GlobalArgs { quiet: true, .. } => Self::Nothing,
            _ if std::io::stderr().is_terminal() => Self::Bar,
            GlobalArgs { verbose: true, .. } => Self::Lines,
            _ => Self::Nothing,
        }
    }
}

/// Does the work while its progress is shown.
pub(super) fn shown<T>(progress: &Progress, manner: Manner, work: impl FnOnce() -> T) -> T {
    if manner == Manner::Nothing {
        return work();
    }
    std::thread::scope(|scope| {
        // The work's end closes the channel, by which the other thread ends as well.
        let (_working, ended) = mpsc::channel::<()>();
        scope.spawn(move || {
            let mut display = Display::new(manner);
            while ended.recv_timeout(EVERY) == Err(RecvTimeoutError::Timeout) {
                display.show(progress);
            }
            if manner == Manner::Lines {
                display.show(progress);
            }
            display.bar.finish_and_clear();
        });
        work()
    })
}

struct Display {
    manner: Manner,
    bar: ProgressBar,
    /// How many parts were told in lines.
    told: usize,
}

impl Display {
    fn new(manner: Manner) -> Self {
        let style = ProgressStyle::with_template("{msg:>9} [{bar:40}] {pos} of {len}");
        let bar = if manner == Manner::Bar { ProgressBar::new(0) } else { ProgressBar::hidden() };
        Self { manner, bar: bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar())), told: 0 }
    }

    fn show(&mut self, progress: &Progress) {
        let parts = [("reading", "data file", &progress.read), ("rendering", "page", &progress.rendered)];
        let begun: Vec<(&str, &str, &Counter)> =
            parts.into_iter().filter(|(_, _, counter)| counter.total() > 0).collect();
        if self.manner == Manner::Lines {
            for (doing, thing, counter) in begun.iter().skip(self.told) {
                eprintln!("{doing} {}", plural(counter.total(), thing));
            }
            self.told = begun.len();
        } else if let Some((doing, _, counter)) = begun.last() {
            self.bar.set_length(counter.total() as u64);
            self.bar.set_position(counter.done() as u64);
            self.bar.set_message(*doing);
        }
    }
}
