//! The site while it is made: a hidden folder beside the output folder that nobody sees until it is whole.

use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::Relaxed};
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;

use super::content::Content;
use super::foreign::{InTheWay, Treated, foreign, rescue, treated};
use super::parent::ParentFolder;
use super::record::SiteRecord;
use super::target::SiteTarget;
use super::tree::{self, StandingFile};
use super::{address, swap};
use crate::diagnostic::{Code, Diagnostic};

/// A site that is being made. Dropped without [`Staging::publish`] it takes all it has written with it.
///
/// While it lives, other builds into folders of the same parent folder wait in [`SiteTarget::stage`] (in the same process
/// too, so a thread that holds one must not ask for a second). What makes them wait is a lock on the parent folder,
/// which leaves no file behind and ends with the process. Where a file system has no such locks, builds do not wait;
/// then one that finds its staging folder taken away fails instead of publishing another's.
#[derive(Debug)]
pub struct Staging {
    target: SiteTarget,
    folder: PathBuf,
    identity: (u64, u64),
    /// What stood in the output folder when this was opened.
    standing: StandingFile,
    /// The addresses of all files.
    addresses: Mutex<Vec<String>>,
    changed: AtomicUsize,
    unchanged: AtomicUsize,
    failed: AtomicBool,
    /// Held until all else is dropped: the lock, and the parent folders that a failed build takes away again.
    _parent: ParentFolder,
}

/// What a build has done to the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenSite {
    /// Files in the site, without the marker.
    pub files: usize,
    /// Files that are new or have other bytes than before.
    pub changed: usize,
    /// Files that were left as they were, bytes and times.
    pub unchanged: usize,
    /// Files that a build had written before and that are not there any more.
    pub removed: usize,
    /// What cxbook did not write and left in the folder: addresses, with a `/` at the end of folders.
    pub kept: Vec<String>,
    /// A warning where the new site is in place but what was there before could not be removed.
    pub left_over: Option<Diagnostic>,
}

/// What cxbook wrote into a folder before.
#[derive(Debug)]
struct Before {
    own: SiteRecord,
    /// Whether the marker says so, or it has to.
    is_listed: bool,
    rule: InTheWay,
}

/// What became of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum FileFate {
    Changed,
    Unchanged,
}

impl SiteTarget {
    /// Opens a staging folder beside the output folder, once no other build has one in the same parent folder.
    ///
    /// First clears up after builds that were ended. Parent folders are created where they are missing.
    ///
    /// # Errors
    ///
    /// Where something stands in the output folder by now that must not be replaced, and what the system refuses.
    pub fn stage(&self) -> Result<Staging, Diagnostic> {
        let parent = ParentFolder::open(self.parent()).map_err(|error| {
            Diagnostic::io(Code::WriteFailed, "create the folder for the output", self.parent(), &error)
        })?;
        let folder = self.beside(NEW);
        self.recover()?;
        let standing = self.standing()?;
        let identity = create(&folder, self.folder()).map_err(|error| {
            Diagnostic::io(Code::WriteFailed, "create the folder", &folder, &error).help(
                "a site is made beside its place: make the folder above writable, or give another with `--output`",
            )
        })?;
        Ok(Staging {
            target: self.clone(),
            folder,
            identity,
            standing,
            addresses: Mutex::default(),
            changed: AtomicUsize::new(0),
            unchanged: AtomicUsize::new(0),
            failed: AtomicBool::new(false),
            _parent: parent,
        })
    }
}

/// Endings of the names beside a site that this stage uses.
pub(super) const NEW: &str = ".cxbook-new";
pub(super) const ASIDE: &str = ".cxbook-old";
pub(super) const MARK: &str = ".cxbook-mark";

impl Staging {
    /// Puts a file into the site, from any thread.
    ///
    /// # Errors
    ///
    /// Where the address is not one, or is taken, or the system refuses. The site cannot be published then.
    pub fn write(&self, address: &str, bytes: &[u8]) -> Result<(), Diagnostic> {
        self.count(self.place(address, Content::Bytes(bytes)))
    }

    /// Puts a copy of a file into the site, from any thread, without holding all of it in memory. Neither its times nor
    /// its permissions are copied.
    ///
    /// # Errors
    ///
    /// As [`Staging::write`], and where `from` is not a file that can be read.
    pub fn copy(&self, address: &str, from: &Path) -> Result<(), Diagnostic> {
        let is_file = from.metadata().and_then(|found| {
            if found.is_file() { Ok(()) } else { Err(io::Error::new(ErrorKind::InvalidInput, "it is not a file")) }
        });
        let placed = is_file
            .map_err(|error| {
                Diagnostic::io(Code::WriteFailed, "copy", from, &error)
                    .help("only files and folders can be in `static`")
            })
            .and_then(|()| self.place(address, Content::File(from)));
        self.count(placed)
    }

    /// Puts the site in its place, whole, and removes what was there of the one before; what cxbook did not write is
    /// brought along. Where nothing has changed the old site stays as it is, down to the times of its folders.
    ///
    /// # Errors
    ///
    /// Where an earlier file failed, where something was put in the output folder since that must not be replaced or
    /// stands in the way, and what the system refuses. What was there before is then still there.
    pub fn publish(self) -> Result<WrittenSite, Diagnostic> {
        let standing = self.ready()?;
        let addresses = std::mem::take(&mut *self.addresses.lock().unwrap_or_else(PoisonError::into_inner));
        let new: SiteRecord = addresses.into_iter().collect();
        let before = self.before(standing)?;
        let found = self.treated(standing, &before, &new)?;
        let own = before.own.with(found.taken.iter().map(String::as_str));
        let (changed, unchanged) = (self.changed.load(Relaxed), self.unchanged.load(Relaxed));
        let removed = own.addresses().filter(|address| !new.has(address) && self.stands(address)).count();
        let same = changed == 0 && before.is_listed && before.own == new;
        let left_over = if same { None } else { self.take_place(standing, &own, &new)? };
        let kept = found.kept.iter().map(super::foreign::Foreign::name).collect();
        Ok(WrittenSite { files: changed + unchanged, changed, unchanged, removed, kept, left_over })
    }

    /// What cxbook wrote into the folder before.
    fn before(&self, standing: StandingFile) -> Result<Before, Diagnostic> {
        let site = self.target.folder();
        let listed =
            if standing == StandingFile::OwnSite { SiteRecord::listed(site) } else { Ok(Some(SiteRecord::default())) };
        let listed = listed.map_err(|error| Diagnostic::io(Code::OutputRefused, "read the marker of", site, &error))?;
        Ok(match listed {
            Some(own) => Before { own, is_listed: standing == StandingFile::OwnSite, rule: self.target.rule() },
            None => Before { own: SiteRecord::of_former_version(site), is_listed: false, rule: InTheWay::Replaced },
        })
    }

    /// What becomes of what cxbook did not write.
    fn treated(&self, standing: StandingFile, before: &Before, new: &SiteRecord) -> Result<Treated, Diagnostic> {
        let site = self.target.folder();
        let found = if standing == StandingFile::Nothing { Ok(Vec::new()) } else { foreign(site, &before.own, new) };
        let found =
            found.map_err(|error| Diagnostic::io(Code::OutputRefused, "look into the output folder", site, &error))?;
        treated(found, site, new, &self.folder, before.rule).checked()
    }

    fn stands(&self, address: &str) -> bool {
        self.target.folder().join(address).symlink_metadata().is_ok()
    }

    /// Whether all is there that was written, and may still go where it is to go; what stands there now.
    fn ready(&self) -> Result<StandingFile, Diagnostic> {
        if self.failed.load(Relaxed) {
            return Err(Diagnostic::new(
                Code::WriteFailed,
                "a file could not be written, so the site was not replaced",
            ));
        }
        if !self.is_own() {
            let message = format!("`{}` was taken away while the site was made", self.folder.display());
            return Err(Diagnostic::new(Code::WriteFailed, message)
                .help("build again, with no other build into the same folder"));
        }
        self.target.standing()
    }

    /// Swaps old and new, brings along what is not cxbook's, and removes the old one; a warning where only that fails.
    /// Before the swap both say which of their files are cxbook's, so that nothing else is ever removed, whenever this
    /// is ended.
    fn take_place(
        &self,
        standing: StandingFile,
        own: &SiteRecord,
        new: &SiteRecord,
    ) -> Result<Option<Diagnostic>, Diagnostic> {
        let site = self.target.folder();
        let swapped = new.mark(&self.folder).and_then(|()| {
            if standing == StandingFile::Nothing {
                return fs::rename(&self.folder, site);
            }
            if SiteRecord::listed(site)?.as_ref() != Some(own) {
                own.renew(site, &self.target.beside(MARK))?;
            }
            swap::swap(&self.folder, site, &self.target.beside(ASIDE))
        });
        swapped.map_err(|error| {
            Diagnostic::io(Code::WriteFailed, "put the new site in the place of", site, &error)
                .help("the old one is as it was; give another folder with `--output`")
        })?;
        if standing == StandingFile::Nothing {
            return Ok(None);
        }
        Ok(rescue(&self.folder, site).err().map(|error| {
            Diagnostic::io(Code::LeftOver, "clear away the site before this one, which is now at", &self.folder, &error)
                .help("move what is yours out of it and delete it by hand")
        }))
    }

    fn count(&self, placed: Result<FileFate, Diagnostic>) -> Result<(), Diagnostic> {
        match placed {
            Ok(FileFate::Changed) => self.changed.fetch_add(1, Relaxed),
            Ok(FileFate::Unchanged) => self.unchanged.fetch_add(1, Relaxed),
            Err(diagnostic) => {
                self.failed.store(true, Relaxed);
                return Err(diagnostic);
            }
        };
        Ok(())
    }

    /// Makes the file, out of the old site's where that holds the same.
    fn place(&self, address: &str, content: Content) -> Result<FileFate, Diagnostic> {
        let relative = address::of_file(address)?;
        let new = self.folder.join(&relative);
        let old = self.held_before(&relative, content);
        let linked = old.as_deref().map(|old| self.with_folders(&relative, || fs::hard_link(old, &new)));
        let placed = match linked {
            Some(Ok(())) => Ok(()),
            // The address is taken; anything else means that this file cannot be linked, and it is copied.
            Some(Err(error)) if error.kind() == ErrorKind::AlreadyExists => Err(error),
            _ => self.with_folders(&relative, || create_file(&new, content, old.as_deref())),
        };
        match placed {
            Ok(()) => {
                self.addresses.lock().unwrap_or_else(PoisonError::into_inner).push(address.to_owned());
                Ok(if old.is_some() { FileFate::Unchanged } else { FileFate::Changed })
            }
            Err(error) => Err(refused(address, &new, self.target.folder(), &error)),
        }
    }

    /// The file of the old site at this address, if it holds the same bytes already.
    fn held_before(&self, relative: &Path, content: Content) -> Option<PathBuf> {
        if self.standing != StandingFile::OwnSite {
            return None;
        }
        let old = tree::without_links(self.target.folder(), relative)?;
        content.is_in(&old).is_ok_and(|same| same).then_some(old)
    }

    /// Does what makes a file; where that fails for want of its folder, creates it and does it once more. So a folder
    /// is asked for once, not once a file, and nobody has to remember which there are.
    fn with_folders(&self, relative: &Path, make: impl Fn() -> io::Result<()>) -> io::Result<()> {
        match (make(), relative.parent()) {
            (Err(error), Some(parent)) if error.kind() == ErrorKind::NotFound => {
                tree::create_folders(&self.folder, parent)?;
                make()
            }
            (done, _) => done,
        }
    }

    /// Whether the staging folder is still the one that was created.
    fn is_own(&self) -> bool {
        self.folder.symlink_metadata().is_ok_and(|found| found.is_dir() && tree::identity(&found) == self.identity)
    }
}

impl Drop for Staging {
    /// Removes the staging folder, if the build did not get as far as publishing. There is nobody to tell if that
    /// fails, and the next build tries again.
    fn drop(&mut self) {
        if self.is_own() {
            let _ = tree::remove(&self.folder);
        }
    }
}

/// Creates the staging folder, with the permissions of the folder whose place it takes: a site that was closed to
/// others stays closed.
pub(super) fn create(folder: &Path, site: &Path) -> io::Result<(u64, u64)> {
    fs::create_dir(folder)?;
    if let Ok(found) = site.symlink_metadata() {
        keep_closed(folder, &found);
    }
    Ok(tree::identity(&folder.symlink_metadata()?))
}

/// Gives a new folder the permissions of another, and the right to write to it. This only fails on file systems that
/// have no permissions to keep.
#[cfg(unix)]
fn keep_closed(folder: &Path, like: &fs::Metadata) {
    use std::os::unix::fs::PermissionsExt;
    let mode = like.permissions().mode() & 0o7777 | 0o700;
    let _ = fs::set_permissions(folder, fs::Permissions::from_mode(mode));
}

/// Folders have no permissions of their own to keep here.
#[cfg(not(unix))]
fn keep_closed(_: &Path, _: &fs::Metadata) {}

/// Writes a file that must not exist yet; with the time of the old one, where that held the same.
fn create_file(new: &Path, content: Content, same: Option<&Path>) -> io::Result<()> {
    let mut file = File::create_new(new)?;
    content.write_to(&mut file)?;
    let time: Option<SystemTime> = same.and_then(|old| old.metadata().and_then(|found| found.modified()).ok());
    time.map_or(Ok(()), |time| file.set_modified(time))
}

/// Why a file could not be made, in the words of who asked for it.
pub(super) fn refused(address: &str, new: &Path, site: &Path, error: &io::Error) -> Diagnostic {
    let both =
        || Diagnostic::new(Code::SameAddress, format!("`{address}` is a file in the site and a folder in it, too"));
    let diagnostic = match error.kind() {
        ErrorKind::AlreadyExists if new.is_dir() => both(),
        ErrorKind::NotADirectory => both(),
        ErrorKind::AlreadyExists => {
            Diagnostic::new(Code::SameAddress, format!("two files of the site have the address `{address}`"))
        }
        // Where one file finds no room others do not, either: it is one mistake, and names none of them.
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
            return Diagnostic::io(Code::WriteFailed, "write the site beside", site, error)
                .help("make room, or give a folder elsewhere with `--output`");
        }
        _ => return Diagnostic::io(Code::WriteFailed, "write", new, error),
    };
    diagnostic.help("rename one of the two")
}
