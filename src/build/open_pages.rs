//! The pages that somebody has open while a site is built again: they are made first, and shown before all others are
//! made.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;

/// Pages by their files.
pub type Pages = BTreeMap<String, String>;

/// Those who have pages open.
pub trait OpenPages: Debug + Sync {
    /// The files of the pages that are open now.
    fn files(&self) -> BTreeSet<String>;

    /// Shows pages that are made and not in the site yet. Nothing is wrong that is known by then; what comes of the
    /// build is told when all others are made.
    fn show(&self, pages: Pages);
}

/// No page is open.
#[derive(Debug, Clone, Copy)]
pub struct NoneOpen;

impl OpenPages for NoneOpen {
    fn files(&self) -> BTreeSet<String> {
        BTreeSet::new()
    }

    fn show(&self, _: Pages) {}
}
