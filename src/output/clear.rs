//! Removing a site: only one that cxbook made, and of that only what it wrote.

use std::fs;
use std::io;

use super::MARKER;
use super::foreign::{Foreign, foreign};
use super::moves::take_away;
use super::parent::ParentFolder;
use super::record::SiteRecord;
use super::staging::NEW;
use super::target::SiteTarget;
use super::tree::{self, StandingFile};
use crate::diagnostic::{Code, Diagnostic};

/// What became of a site that was to be removed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cleared {
    /// It is gone.
    Removed,
    /// It is gone, but for what cxbook did not write: addresses, with a `/` at the end of folders.
    Kept(Vec<String>),
    /// There was none.
    Nothing,
}

impl SiteTarget {
    /// Removes the site, and what ended builds left beside it. One with nothing of others in it is renamed first, so that
    /// nobody ever sees a part of it; what remains where this is ended is removed by the next build. Else its files are
    /// removed one by one, and the marker last, so that it can be done once more.
    ///
    /// # Errors
    ///
    /// Where something else stands there than a site that cxbook made, and what the system refuses.
    pub fn clear(&self) -> Result<Cleared, Diagnostic> {
        let refused = |error: &io::Error| {
            Diagnostic::io(Code::WriteFailed, "remove", self.folder(), error).help("delete it by hand")
        };
        if !self.parent().is_dir() {
            return Ok(Cleared::Nothing);
        }
        let _parent = ParentFolder::open(self.parent()).map_err(|error| refused(&error))?;
        self.recover()?;
        if self.standing()? != StandingFile::OwnSite {
            return Ok(Cleared::Nothing);
        }
        self.cleared().map_err(|error| refused(&error))
    }

    fn cleared(&self) -> io::Result<Cleared> {
        let site = self.folder();
        let own = SiteRecord::listed(site)?.unwrap_or_else(|| SiteRecord::of_former_version(site));
        let others = || foreign(site, &own, &SiteRecord::default());
        if others()?.is_empty() {
            let aside = self.beside(NEW);
            fs::rename(site, &aside)?;
            if foreign(&aside, &own, &SiteRecord::default())?.is_empty() {
                return tree::remove(&aside).map(|()| Cleared::Removed);
            }
            // Somebody has put it there in this moment.
            fs::rename(&aside, site)?;
        }
        own.addresses().try_for_each(|address| take_away(site, address))?;
        let kept = others()?.iter().map(Foreign::name).collect();
        fs::remove_file(site.join(MARKER))?;
        Ok(Cleared::Kept(kept))
    }
}
