//! Folders on disk: what stands at a path, creating below a root, removing.
//!
//! Nothing here follows a symbolic link that lies inside a site.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::MARKER;

/// What stands where a site is to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum StandingFile {
    /// Nothing.
    Nothing,
    /// A folder with nothing in it.
    EmptyFolder,
    /// A folder with the marker in it.
    OwnSite,
    /// A folder with anything else in it.
    ForeignFolder,
    /// Not a folder at all.
    NoFolder,
}

/// Looks what stands at a path that is not a symbolic link.
pub(super) fn standing(site: &Path) -> io::Result<StandingFile> {
    match site.symlink_metadata() {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(StandingFile::Nothing),
        Err(error) => return Err(error),
        Ok(found) if !found.is_dir() => return Ok(StandingFile::NoFolder),
        Ok(_) => {}
    }
    if fs::read_dir(site)?.next().transpose()?.is_none() {
        return Ok(StandingFile::EmptyFolder);
    }
    let marked = site.join(MARKER).symlink_metadata().is_ok_and(|marker| marker.is_file());
    Ok(if marked { StandingFile::OwnSite } else { StandingFile::ForeignFolder })
}

/// Removes whatever stands at a path, be it a folder, a file, a link or nothing.
pub(super) fn remove(path: &Path) -> io::Result<()> {
    let removed = match path.symlink_metadata() {
        Ok(found) if found.is_dir() => fs::remove_dir_all(path),
        Ok(_) => fs::remove_file(path),
        Err(error) => Err(error),
    };
    removed.or_else(|error| if error.kind() == ErrorKind::NotFound { Ok(()) } else { Err(error) })
}

/// Creates the folders of `relative` below `root`, but never `root` itself: where that is gone, it was taken away, and
/// a new one in its place would hold half a site.
pub(super) fn create_folders(root: &Path, relative: &Path) -> io::Result<()> {
    let mut folder = root.to_path_buf();
    for name in relative {
        folder.push(name);
        match fs::create_dir(&folder) {
            Err(error) if error.kind() != ErrorKind::AlreadyExists => return Err(error),
            _ if folder.symlink_metadata()?.is_dir() => {}
            _ => return Err(ErrorKind::NotADirectory.into()),
        }
    }
    Ok(())
}

/// Where a file of a site lies, if all folders on the way to it are folders of that site and no links out of it.
pub(super) fn without_links(root: &Path, relative: &Path) -> Option<PathBuf> {
    let mut folder = root.to_path_buf();
    for name in relative.parent()? {
        folder.push(name);
        if !folder.symlink_metadata().is_ok_and(|found| found.is_dir()) {
            return None;
        }
    }
    Some(root.join(relative))
}

/// What tells one folder from another that later got the same path (its file system first), on systems that say so.
#[cfg(unix)]
pub(super) fn identity(found: &fs::Metadata) -> (u64, u64) {
    use std::os::unix::fs::MetadataExt;
    (found.dev(), found.ino())
}

/// What tells one folder from another that later got the same path: nothing here.
#[cfg(not(unix))]
pub(super) fn identity(_: &fs::Metadata) -> (u64, u64) {
    (0, 0)
}
