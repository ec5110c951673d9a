//! Who keeps a site up: two processes that do so at once build everything twice, and the later should know.
//!
//! The claim is the system's lock on a hidden file beside the site, so that it ends with the process, however that ends.
//! A file that a killed process left behind hinders nobody.

use std::fs::{self, File, TryLockError};
use std::io::{Read, Write};
use std::path::{Path, PathBuf, absolute};

/// A site that no other process keeps up, as long as this lives.
pub(super) struct Claim {
    _locked: File,
    path: PathBuf,
}

impl Claim {
    /// Claims a site; nothing where that cannot be told, for want of its folder or of locks.
    ///
    /// # Errors
    ///
    /// Where another process has claimed it: its number in words, as far as it is known.
    pub(super) fn on(output: &Path) -> Result<Option<Self>, String> {
        let Some(path) = path(output) else { return Ok(None) };
        let opened = File::options().read(true).write(true).create(true).truncate(false).open(&path);
        let Ok(mut file) = opened else { return Ok(None) };
        match file.try_lock() {
            Ok(()) => {
                // Only a message is poorer where this fails.
                let _ = file.set_len(0).and_then(|()| write!(file, "{}", std::process::id()));
                Ok(Some(Self { _locked: file, path }))
            }
            Err(TryLockError::WouldBlock) => Err(process(&mut file)),
            Err(TryLockError::Error(_)) => Ok(None),
        }
    }
}

impl Drop for Claim {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.path);
    }
}

/// The file beside a site.
fn path(output: &Path) -> Option<PathBuf> {
    let site = absolute(output).ok()?;
    let site = site.canonicalize().unwrap_or(site);
    let mut name = std::ffi::OsString::from(".");
    name.push(site.file_name()?);
    name.push(".cxbook-watch");
    Some(site.parent()?.join(name))
}

fn process(file: &mut File) -> String {
    let mut number = String::new();
    let read = file.take(20).read_to_string(&mut number);
    match read.ok().and_then(|_| number.trim().parse::<u32>().ok()) {
        Some(number) => format!(" (process {number})"),
        None => String::new(),
    }
}
