//! Files that commands write into a program: whole or not at all. A full disk must not leave empty ones, which would be
//! "there already" the next time.

use std::borrow::Cow;
use std::ffi::OsString;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use include_dir::Dir;

/// A file to be written: its path in the folder that it is written to, and what it holds.
pub(super) type NewFile = (PathBuf, Cow<'static, [u8]>);

/// The files of a folder that cxbook carries, by their paths in it.
pub(super) fn files_of(folder: &'static Dir<'static>) -> Vec<NewFile> {
    let mut files = Vec::new();
    collect(folder, folder.path(), &mut files);
    files
}

fn collect(folder: &'static Dir<'static>, root: &Path, files: &mut Vec<NewFile>) {
    let within = |path: &'static Path| path.strip_prefix(root).unwrap_or(path);
    files.extend(folder.files().map(|file| (within(file.path()).to_owned(), file.contents().into())));
    for below in folder.dirs() {
        collect(below, root, files);
    }
}

/// What was made so far of files that are there all or not at all.
#[derive(Default)]
pub(super) struct Made {
    folders: Vec<PathBuf>,
    files: Vec<PathBuf>,
}

impl Made {
    /// Writes one more, which must not exist yet.
    ///
    /// # Errors
    /// What the system says; `AlreadyExists` where something is there.
    pub(super) fn write(&mut self, path: PathBuf, bytes: &[u8]) -> io::Result<()> {
        self.folders.extend(create_folders(&path)?);
        write_new(&path, bytes)?;
        self.files.push(path);
        Ok(())
    }

    /// Takes them away again, as far as nothing of others is in their folders by now.
    pub(super) fn undo(&self) {
        for file in &self.files {
            let _ = fs::remove_file(file);
        }
        for folder in self.folders.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
    }
}

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
