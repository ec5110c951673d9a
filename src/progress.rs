//! How far a run is: counters that the stages move, and that a command may look at meanwhile.

use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

/// The parts of a run that take long, each counted.
#[derive(Debug, Default)]
pub struct Progress {
    /// Files of data that were read.
    pub read: Counter,
    /// Pages that were rendered.
    pub rendered: Counter,
}

/// So many of so many.
#[derive(Debug, Default)]
pub struct Counter {
    total: AtomicUsize,
    done: AtomicUsize,
}

impl Counter {
    /// Starts anew, with so many to be done.
    pub fn expect(&self, total: usize) {
        self.done.store(0, Relaxed);
        self.total.store(total, Relaxed);
    }

    /// Counts one that is done.
    pub fn step(&self) {
        self.done.fetch_add(1, Relaxed);
    }

    /// How many are to be done; 0 where the work has not begun.
    #[must_use]
    pub fn total(&self) -> usize {
        self.total.load(Relaxed)
    }

    /// How many are done.
    #[must_use]
    pub fn done(&self) -> usize {
        self.done.load(Relaxed)
    }
}
