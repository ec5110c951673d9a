//! Clearing up after builds that were ended: what they had begun to move is finished, what they moved aside comes back,
//! what they staged is removed, and what is not cxbook's is in the site again.

use std::fs::{self, File};
use std::io;
use std::path::Path;

use super::foreign::rescue;
use super::moves::Moves;
use super::staging::{ASIDE, MARK, NEW};
use super::target::SiteTarget;
use super::tree;
use crate::diagnostic::{Code, Diagnostic};

impl SiteTarget {
    /// Finishes what a build has left that was ended, unless one is at work. Nothing is done where nothing was left.
    ///
    /// # Errors
    ///
    /// What the system refuses.
    pub fn settle(&self) -> Result<(), Diagnostic> {
        let is_there = |ending: &&str| self.beside(ending).symlink_metadata().is_ok();
        if ![NEW, ASIDE, MARK].iter().any(is_there) {
            return Ok(());
        }
        // As long as a build is at work, what lies there is its own.
        match File::open(self.parent()).map(|parent| parent.try_lock().map(|()| parent)) {
            Ok(Ok(_parent)) => self.recover(),
            _ => Ok(()),
        }
    }

    /// As [`SiteTarget::settle`], where the folder above is locked.
    pub(super) fn recover(&self) -> Result<(), Diagnostic> {
        let new = self.beside(NEW);
        recover(&new, self.folder(), &self.beside(ASIDE), &self.beside(MARK)).map_err(|error| {
            Diagnostic::io(Code::WriteFailed, "clear up after an ended build beside", self.folder(), &error)
                .help(format!("move what is yours out of `{}` and delete it by hand", new.display()))
        })
    }
}

fn recover(new: &Path, site: &Path, aside: &Path, mark: &Path) -> io::Result<()> {
    tree::remove(mark)?;
    let is_aside = aside.symlink_metadata().is_ok();
    if is_aside && site.symlink_metadata().is_err() {
        fs::rename(aside, site)?;
        return cleared(new, site, mark);
    }
    cleared(new, site, mark)?;
    if is_aside {
        fs::rename(aside, new)?;
        rescue(new, site)?;
    }
    Ok(())
}

/// Clears the staging folder away, whatever it was when its build was ended.
fn cleared(new: &Path, site: &Path, mark: &Path) -> io::Result<()> {
    let Ok(found) = new.symlink_metadata() else { return Ok(()) };
    if !found.is_dir() {
        return tree::remove(new);
    }
    let Some(moves) = Moves::noted(new) else { return rescue(new, site) };
    // Where they cannot be made, the next build makes the whole site; nothing but files of cxbook's is in the folder.
    let _ = moves.make(new, site, mark);
    tree::remove(new)
}
