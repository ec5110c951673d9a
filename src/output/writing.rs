//! The two ways in which a site is written: made as a whole, or changed where it stands.

use std::collections::BTreeSet;
use std::path::Path;

use super::staging::{NEW, Staging};
use super::target::SiteTarget;
use super::update::{Gate, Identity, Update};
use crate::diagnostic::{Diagnostic, Diagnostics};

/// A site that is being written.
#[derive(Debug)]
pub enum Writing {
    /// Made as a whole.
    Whole(Box<Staging>),
    /// Changed where it stands.
    InPlace(Box<Update>),
}

/// What a build has changed in a site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Changes {
    /// Anything: it is a new site.
    All,
    /// These files, by their addresses.
    Files(BTreeSet<String>),
}

/// What came of writing a site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// What is not the same as before.
    pub changes: Changes,
    /// What cxbook did not write and left in the folder, where the site was made as a whole: addresses, with a `/` at the
    /// end of folders.
    pub kept: Vec<String>,
}

impl SiteTarget {
    /// Opens the site that this process has built before, if it still stands; else one that is made as a whole. Whoever
    /// is done with it, finished or not, closes the gate.
    ///
    /// # Errors
    ///
    /// As [`SiteTarget::stage`] and [`SiteTarget::update`].
    pub fn open(&self, built: Option<Identity>, gate: &Gate) -> Result<Writing, Diagnostic> {
        let update = built.map_or(Ok(None), |identity| self.update(identity))?;
        let writing = match update {
            Some(update) => Writing::InPlace(Box::new(update)),
            None => Writing::Whole(Box::new(self.stage()?)),
        };
        gate.open(self.beside(NEW));
        Ok(writing)
    }
}

impl Writing {
    /// Puts a file into the site, from any thread.
    ///
    /// # Errors
    ///
    /// As [`Staging::write`].
    pub fn write(&self, address: &str, bytes: &[u8]) -> Result<(), Diagnostic> {
        match self {
            Self::Whole(staging) => staging.write(address, bytes),
            Self::InPlace(update) => update.write(address, bytes),
        }
    }

    /// Puts a copy of a file into the site, from any thread.
    ///
    /// # Errors
    ///
    /// As [`Staging::copy`].
    pub fn copy(&self, address: &str, from: &Path) -> Result<(), Diagnostic> {
        match self {
            Self::Whole(staging) => staging.copy(address, from),
            Self::InPlace(update) => update.copy(address, from),
        }
    }

    /// Lets the site be seen. `vanished` are addresses of files that are no longer in it.
    ///
    /// # Errors
    ///
    /// As [`Staging::publish`] and [`Update::finish`].
    pub fn finish(
        self,
        vanished: &[&str],
        gate: &Gate,
        diagnostics: &mut Diagnostics,
    ) -> Result<Published, Diagnostic> {
        match self {
            Self::Whole(staging) => {
                let _passed = gate.pass()?;
                let written = staging.publish()?;
                diagnostics.extend(written.left_over);
                Ok(Published { changes: Changes::All, kept: written.kept })
            }
            Self::InPlace(update) => {
                let files = update.finish(vanished, gate)?.into_iter().collect();
                Ok(Published { changes: Changes::Files(files), kept: Vec::new() })
            }
        }
    }
}
