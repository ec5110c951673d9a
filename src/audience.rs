//! Those who look at pages while a site is built again: theirs are made first, and shown before all others are made.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;

/// Pages by their files.
pub type Pages = BTreeMap<String, String>;

/// Those who look at pages.
pub trait Audience: Debug + Sync {
    /// The files of the pages that are looked at now.
    fn looks_at(&self) -> BTreeSet<String>;

    /// Shows pages that are made and not in the site yet. Nothing is wrong that is known by then; what comes of the
    /// build is told when all others are made.
    fn show(&self, pages: Pages);
}

/// Nobody looks.
#[derive(Debug, Clone, Copy)]
pub struct Nobody;

impl Audience for Nobody {
    fn looks_at(&self) -> BTreeSet<String> {
        BTreeSet::new()
    }

    fn show(&self, _: Pages) {}
}
