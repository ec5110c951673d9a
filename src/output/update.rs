//! A site that is kept up while its sources are edited: only files whose bytes differ are written, and each takes the
//! place of the old one in one step.
//!
//! As long as files are made they lie in the hidden folder beside the site, as a staged site does. Once all are there
//! they are moved in, which takes a moment; [`Gate`] lets whoever ends the process wait for that moment, and what a killed
//! one leaves is finished by the next ([`super::moves`]).

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::content::Content;
use super::foreign::refuse_in_the_way;
use super::moves::Moves;
use super::parent::ParentFolder;
use super::record::SiteRecord;
use super::staging::{MARK, NEW, create, refused};
use super::target::SiteTarget;
use super::tree::{self, StandingFile};
use super::{MARKER, address};
use crate::diagnostic::{Code, Diagnostic};

/// What tells the folder of a site from another that later stands in its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Identity((u64, u64));

/// What has to be known to end a process at any moment: where its build makes files, and whether it is just moving
/// them.
#[derive(Debug, Clone, Default)]
pub struct Gate(Arc<Mutex<AtWork>>);

#[derive(Debug, Default)]
pub(super) struct AtWork {
    /// The hidden folder of the build that is at work.
    folder: Option<PathBuf>,
    is_ended: bool,
}

impl Gate {
    fn lock(&self) -> MutexGuard<'_, AtWork> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Notes that a build is at work in a folder.
    pub(super) fn open(&self, folder: PathBuf) {
        self.lock().folder = Some(folder);
    }

    /// Notes that no build is at work.
    pub fn close(&self) {
        self.lock().folder = None;
    }

    /// Nobody ends the build as long as the guard lives; an error where that has happened.
    pub(super) fn pass(&self) -> Result<MutexGuard<'_, AtWork>, Diagnostic> {
        let at_work = self.lock();
        if at_work.is_ended { Err(Diagnostic::new(Code::WriteFailed, "the build was ended")) } else { Ok(at_work) }
    }

    /// Ends the build that is at work, if one is, and keeps all others from being finished: waits until no files are
    /// moved, and removes what was made so far.
    pub fn end(&self) {
        let mut at_work = self.lock();
        at_work.is_ended = true;
        // The build may put a file into a folder that is just being removed.
        // One with a marker is no longer being made: the next build clears it up.
        let is_made = |folder: &PathBuf| folder.join(MARKER).symlink_metadata().is_ok();
        let removed = |folder: &PathBuf| is_made(folder) || (0..ENDING).any(|_| tree::remove(folder).is_ok());
        let _ = at_work.folder.as_ref().is_some_and(removed);
    }
}

/// So often is a folder removed that is still written to.
const ENDING: usize = 1000;

/// Changes to a site that stands. Dropped without [`Update::finish`] it changes nothing.
#[derive(Debug)]
pub struct Update {
    target: SiteTarget,
    folder: PathBuf,
    /// What cxbook has in the site.
    own: SiteRecord,
    made: Mutex<Vec<String>>,
    failed: AtomicBool,
    /// Held until all else is dropped.
    _parent: ParentFolder,
}

impl SiteTarget {
    /// What tells the site that stands there now from others; nothing where none of cxbook's stands.
    #[must_use]
    pub fn identity(&self) -> Option<Identity> {
        let found = self.folder().symlink_metadata().ok()?;
        let is_own = tree::standing(self.folder()).is_ok_and(|standing| standing == StandingFile::OwnSite);
        is_own.then(|| Identity(tree::identity(&found)))
    }

    /// Opens a site that stands for changes, once no other build is at work in the same parent folder. Nothing where
    /// another stands there by now, or none.
    ///
    /// # Errors
    ///
    /// What the system refuses.
    pub fn update(&self, of: Identity) -> Result<Option<Update>, Diagnostic> {
        if self.identity() != Some(of) {
            return Ok(None);
        }
        let cannot = |error: &io::Error| Diagnostic::io(Code::WriteFailed, "write beside", self.folder(), error);
        let parent = ParentFolder::open(self.parent()).map_err(|error| cannot(&error))?;
        let folder = self.beside(NEW);
        self.recover()?;
        let own = SiteRecord::listed(self.folder()).map_err(|error| cannot(&error))?;
        let Some(own) = own.filter(|_| self.identity() == Some(of)) else { return Ok(None) };
        create(&folder, self.folder()).map_err(|error| cannot(&error))?;
        Ok(Some(Update {
            target: self.clone(),
            folder,
            own,
            made: Mutex::default(),
            failed: AtomicBool::new(false),
            _parent: parent,
        }))
    }
}

impl Update {
    /// As [`super::Staging::write`].
    ///
    /// # Errors
    ///
    /// Where the address is not one, or the system refuses.
    pub fn write(&self, address: &str, bytes: &[u8]) -> Result<(), Diagnostic> {
        self.place(address, Content::Bytes(bytes)).inspect_err(|_| self.failed.store(true, Relaxed))
    }

    /// As [`super::Staging::copy`].
    ///
    /// # Errors
    ///
    /// Where the address is not one, or `from` cannot be read, or the system refuses.
    pub fn copy(&self, address: &str, from: &Path) -> Result<(), Diagnostic> {
        self.place(address, Content::File(from)).inspect_err(|_| self.failed.store(true, Relaxed))
    }

    /// Moves all that was written into the site and removes what has vanished from it. The addresses of both, with `/`.
    ///
    /// # Errors
    ///
    /// Where an earlier file failed; then nothing has changed. Where the system refuses; then some files may be new,
    /// each of them whole, and the site has to be made as a whole.
    pub fn finish(self, vanished: &[&str], gate: &Gate) -> Result<Vec<String>, Diagnostic> {
        if self.failed.load(Relaxed) {
            return Err(Diagnostic::new(Code::WriteFailed, "a file could not be written, so the site was not changed"));
        }
        let made = std::mem::take(&mut *self.made.lock().unwrap_or_else(PoisonError::into_inner));
        let site = self.target.folder();
        let _passed = gate.pass()?;
        if made.is_empty() && vanished.is_empty() {
            return Ok(Vec::new());
        }
        let cannot = |error: &io::Error| Diagnostic::io(Code::WriteFailed, "move new files into", site, error);
        let moves = Moves::new(&self.folder, site, &made, vanished).map_err(|error| cannot(&error))?;
        moves.note(&self.folder).map_err(|error| cannot(&error))?;
        moves.make(&self.folder, site, &self.target.beside(MARK)).map_err(|error| cannot(&error))?;
        // As long as nobody may end the process: it would leave the folder behind. The next build tries again.
        let _ = tree::remove(&self.folder);
        Ok(made.into_iter().chain(vanished.iter().map(|address| (*address).to_owned())).collect())
    }

    fn place(&self, address: &str, content: Content) -> Result<(), Diagnostic> {
        let relative = address::of_file(address)?;
        let standing = tree::without_links(self.target.folder(), &relative);
        if standing.is_some_and(|standing| content.is_in(&standing).is_ok_and(|same| same)) {
            return Ok(());
        }
        refuse_in_the_way(self.target.folder(), &self.own, &relative, self.target.rule())?;
        let new = self.folder.join(&relative);
        tree::create_folders(&self.folder, relative.parent().unwrap_or(Path::new("")))
            .and_then(|()| content.write_to(&mut fs::File::create_new(&new)?))
            .map_err(|error| refused(address, &new, self.target.folder(), &error))?;
        self.made.lock().unwrap_or_else(PoisonError::into_inner).push(address.to_owned());
        Ok(())
    }
}

impl Drop for Update {
    /// Removes the staging folder. There is nobody to tell if that fails, and the next build tries again.
    fn drop(&mut self) {
        let _ = tree::remove(&self.folder);
    }
}
