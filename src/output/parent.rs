//! The folder that a site and its staging folder are in: created where it is missing, locked while a site is
//! staged.
//!
//! The lock is on the folder itself, because a lock file would be litter beside the site. It ends with the process.

use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::tree;

/// How often the folder is created before that is given up: more often than builds are likely to fail in a row.
const TRIES: usize = 64;

/// The folder, for as long as a site is staged in it.
#[derive(Debug)]
pub(super) struct Parent {
    /// Keeps other builds waiting; none where the file system has no locks.
    lock: Option<File>,
    /// The folders that were missing before this build, the innermost first.
    created: Vec<PathBuf>,
}

impl Parent {
    /// Creates the folder if need be and locks it. While this waits for the lock, a failed build may take the folder
    /// away that it had created; then it is created once more.
    pub(super) fn open(folder: &Path) -> io::Result<Self> {
        let mut parent = Self { lock: None, created: Vec::new() };
        let mut refused = io::Error::from(ErrorKind::NotFound);
        for _ in 0..TRIES {
            parent.created.extend(folder.ancestors().take_while(|path| !path.exists()).map(Path::to_path_buf));
            match fs::create_dir_all(folder) {
                Err(error) if error.kind() == ErrorKind::NotFound => {
                    refused = error;
                    continue;
                }
                done => done?,
            }
            parent.lock = locked(folder);
            if !parent.is_gone(folder)? {
                return Ok(parent);
            }
        }
        Err(refused)
    }

    /// Whether the folder that was locked is not at its path any more.
    fn is_gone(&self, folder: &Path) -> io::Result<bool> {
        let Some(lock) = &self.lock else { return Ok(false) };
        match folder.metadata() {
            Ok(found) => Ok(tree::identity(&found) != tree::identity(&lock.metadata()?)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(true),
            Err(error) => Err(error),
        }
    }
}

impl Drop for Parent {
    /// Takes the created folders away again if nothing is in them, which is so where the build has failed. The lock
    /// goes after that.
    fn drop(&mut self) {
        for folder in &self.created {
            let _ = fs::remove_dir(folder);
        }
    }
}

/// Locks a folder, waiting for whoever has it locked; none where that is impossible.
fn locked(folder: &Path) -> Option<File> {
    let file = File::open(folder).ok()?;
    loop {
        match file.lock() {
            Ok(()) => return Some(file),
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(_) => return None,
        }
    }
}
