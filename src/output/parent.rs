//! The folder that a site and its staging folder are in: created where it is missing, locked while a site is
//! staged.
//!
//! The lock is on the folder itself, because a lock file would be litter beside the site. It ends with the process.

use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::tree;

/// How often the folder is created before that is given up: more often than builds are likely to fail in a row.
const TRIES: usize = 1000;

/// The folder, for as long as a site is staged in it.
#[derive(Debug)]
pub(super) struct ParentFolder {
    /// Keeps other builds waiting; none where the file system has no locks.
    lock: Option<File>,
    /// The folders that were missing before this build, the innermost first.
    created: Vec<PathBuf>,
}

impl ParentFolder {
    /// Creates the folder if need be and locks it. While this waits for the lock, a failed build may take the folder
    /// away that it had created; then it is created once more.
    pub(super) fn open(folder: &Path) -> io::Result<Self> {
        let mut parent = Self { lock: None, created: Vec::new() };
        let mut refused = io::Error::from(ErrorKind::NotFound);
        for _ in 0..TRIES {
            // Each of them once: what is taken away a second time would be another build's.
            let missing: Vec<_> = folder.ancestors().take_while(|path| !path.exists()).map(Path::to_path_buf).collect();
            if missing.len() > parent.created.len() {
                parent.created = missing;
            }
            match fs::create_dir_all(folder).and_then(|()| locked(folder)) {
                // What was there a moment ago may not be any more, and the other way round.
                Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::AlreadyExists) => refused = error,
                done => {
                    parent.lock = done?;
                    if !parent.is_gone(folder)? {
                        return Ok(parent);
                    }
                    parent.lock = None;
                }
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

impl Drop for ParentFolder {
    /// Takes the created folders away again if nothing is in them, which is so where the build has failed. The lock
    /// goes after that; without it they stay, because another build may be about to use them.
    fn drop(&mut self) {
        for folder in self.created.iter().filter(|_| self.lock.is_some()) {
            let _ = fs::remove_dir(folder);
        }
    }
}

/// Locks a folder, waiting for whoever has it locked; none where that is impossible, an error where there is no folder.
fn locked(folder: &Path) -> io::Result<Option<File>> {
    let file = match File::open(folder) {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::NotFound => return Err(error),
        Err(_) => return Ok(None),
    };
    loop {
        match file.lock() {
            Ok(()) => return Ok(Some(file)),
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(_) => return Ok(None),
        }
    }
}
