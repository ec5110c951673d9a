//! Files that commands write into a program: whole or not at all. A full disk must not leave empty ones, which would be
//! "there already" the next time.

use std::ffi::OsString;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// Writes a file that must not exist yet; the folders above it have to.
///
/// # Errors
/// What the system says; `AlreadyExists` where something is there.
pub(super) fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if path.symlink_metadata().is_ok() {
        return Err(ErrorKind::AlreadyExists.into());
    }
    // A link, unlike a renaming, never takes the place of what came up in this moment; not every file system has them.
    written(path, bytes, |beside| match fs::hard_link(beside, path) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => fs::rename(beside, path),
        done => done,
    })
}

/// Writes a file in the place of the one that may be there.
///
/// # Errors
/// What the system says. The file is then as it was.
pub(super) fn write_over(path: &Path, bytes: &[u8]) -> io::Result<()> {
    written(path, bytes, |beside| fs::rename(beside, path))
}

/// Writes a file beside its place, and lets it take the place.
fn written(path: &Path, bytes: &[u8], take_place: impl Fn(&Path) -> io::Result<()>) -> io::Result<()> {
    let mut name = OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(".cxbook-new");
    let beside = path.with_file_name(name);
    let done = fs::write(&beside, bytes).and_then(|()| take_place(&beside));
    // It is there under its own name by now, or not to be there at all.
    let _ = fs::remove_file(&beside);
    done
}

/// Creates the folders above a file: those that were missing, the outermost first.
///
/// # Errors
/// What the system says.
pub(super) fn create_folders(path: &Path) -> io::Result<Vec<PathBuf>> {
    let above = path.parent().unwrap_or(Path::new(""));
    let is_missing = |folder: &&Path| folder.as_os_str() != "" && !folder.exists();
    let mut missing: Vec<PathBuf> = above.ancestors().take_while(is_missing).map(Path::to_path_buf).collect();
    missing.reverse();
    fs::create_dir_all(above)?;
    Ok(missing)
}
