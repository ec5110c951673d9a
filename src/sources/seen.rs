//! What stands in a source folder, as far as it is read: each file with what tells whether it was changed, and the
//! folders in which new ones can come up. Whoever watches a source folder compares one look with the next.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, Metadata};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use sha2::{Digest, Sha256};
use walkdir::WalkDir;

use super::opening::read_file;
use super::{Hash, folder};

/// A file may change twice within a tick of the file system's clock, and keep its length. Ticks are shorter than this
/// on every file system; what was changed so lately is compared by its bytes.
const TICK: Duration = Duration::from_secs(2);

/// So many symbolic links lead from one to the next at most, as in the kernel.
const MOST_LINKS: usize = 40;

/// A look at a source folder.
#[derive(Debug, Clone, Default)]
pub struct Seen {
    files: BTreeMap<PathBuf, Stamp>,
    /// Each with what tells it from another that later has its name.
    folders: BTreeMap<PathBuf, (u64, u64)>,
    /// The folder that the source folder may be taken away from, or come up in.
    above: PathBuf,
}

/// What tells whether a file was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Stamp {
    length: u64,
    modified: Option<SystemTime>,
    identity: (u64, i64, i64),
    /// Of a file that was changed lately, now or at the look before.
    hash: Option<Hash>,
    /// Whether it was changed lately now: then its bytes are compared once more, when the clock tells its changes apart.
    lately: bool,
}

impl Seen {
    /// Looks at a source folder. `before` is the look that this one will be compared with.
    #[must_use]
    pub fn look(root: &Path, before: &Self) -> Self {
        let mut seen = Self::default();
        seen.note_links(root);
        let absolute = std::path::absolute(root).unwrap_or_else(|_| root.to_owned());
        seen.above = absolute.ancestors().skip(1).find(|above| above.is_dir()).unwrap_or(Path::new("/")).to_owned();
        seen.note_folder(root);
        for name in folder::CONFIGS {
            seen.note_file(&root.join(name), before);
        }
        for name in folder::FOLDERS {
            seen.note_links(&root.join(name));
            seen.note_all(root, name, before);
        }
        seen
    }

    /// The folders in which something can change: those of the files, and of links on the way to them.
    /// Each comes with numbers that are others when it was replaced.
    pub fn folders(&self) -> impl Iterator<Item = (&Path, (u64, u64))> {
        self.folders.iter().map(|(path, number)| (path.as_path(), *number))
    }

    /// The folder that the source folder may be taken away from, or come up in. Nothing else in it matters, unless it is
    /// one of [`Seen::folders`].
    #[must_use]
    pub fn above(&self) -> &Path {
        &self.above
    }

    /// The files that are not the same as in an earlier look, in the order of their paths.
    #[must_use]
    pub fn changed_since(&self, before: &Self) -> Vec<PathBuf> {
        let same = |path: &PathBuf| match (self.files.get(path), before.files.get(path)) {
            (Some(now), Some(then)) => now.is_same(then),
            _ => false,
        };
        let all: BTreeSet<&PathBuf> = self.files.keys().chain(before.files.keys()).collect();
        all.into_iter().filter(|path| !same(path)).cloned().collect()
    }

    fn note_all(&mut self, root: &Path, name: &str, before: &Self) {
        let base = root.join(name);
        let entries = WalkDir::new(&base).follow_links(true).into_iter();
        for entry in entries.filter_entry(|entry| folder::is_read(name, entry)).flatten() {
            if entry.path_is_symlink() {
                self.note_links(entry.path());
            }
            if entry.file_type().is_dir() {
                self.note_folder(entry.path());
            } else if name != "data" || folder::is_data(entry.path()) || folder::is_table(entry.path()) {
                self.note_file(entry.path(), before);
            }
        }
    }

    fn note_folder(&mut self, folder: &Path) {
        if let Some(found) = folder.metadata().ok().filter(Metadata::is_dir) {
            self.folders.insert(folder.to_owned(), number(&found));
        }
    }

    /// The folders of what a link leads to, step by step.
    fn note_links(&mut self, path: &Path) {
        let mut path = path.to_owned();
        for _ in 0..MOST_LINKS {
            let Ok(target) = fs::read_link(&path) else { return };
            path = path.parent().unwrap_or(Path::new("")).join(target);
            self.note_folder(path.parent().unwrap_or(Path::new("/")));
        }
    }

    fn note_file(&mut self, path: &Path, before: &Self) {
        let Ok(found) = path.metadata() else { return };
        let stamp = Stamp::of(path, &found, before.files.get(path));
        self.files.insert(path.to_owned(), stamp);
    }
}

impl Stamp {
    fn of(path: &Path, found: &Metadata, before: Option<&Self>) -> Self {
        let modified = found.modified().ok();
        let lately = modified.is_none_or(|time| time.elapsed().is_ok_and(|age| age < TICK) || time.elapsed().is_err());
        let stamp = Self { length: found.len(), modified, identity: identity(found), hash: None, lately };
        let compared = before.is_some_and(|before| before.lately && stamp.is_same(before));
        let hash = (lately || compared).then(|| read_file(path).ok().map(|bytes| Sha256::digest(bytes).into()));
        Self { hash: hash.flatten(), ..stamp }
    }

    /// Whether nothing tells the two apart.
    fn is_same(&self, other: &Self) -> bool {
        let plain = |stamp: &Self| (stamp.length, stamp.modified, stamp.identity);
        plain(self) == plain(other) && (self.hash.is_none() || other.hash.is_none() || self.hash == other.hash)
    }
}

/// The time of the last change to a file, its name or its rights, and its number, on systems that say so.
#[cfg(unix)]
fn identity(found: &Metadata) -> (u64, i64, i64) {
    use std::os::unix::fs::MetadataExt;
    (found.ino(), found.ctime(), found.ctime_nsec())
}

/// What tells a folder from others, on systems that say so.
#[cfg(unix)]
fn number(found: &Metadata) -> (u64, u64) {
    use std::os::unix::fs::MetadataExt;
    (found.dev(), found.ino())
}

/// Nothing here.
#[cfg(not(unix))]
fn identity(_: &Metadata) -> (u64, i64, i64) {
    (0, 0, 0)
}

/// Nothing here.
#[cfg(not(unix))]
fn number(_: &Metadata) -> (u64, u64) {
    (0, 0)
}
