//! How a site gets onto the disk.

mod addresses;
mod changes;
mod fallback;
mod foreign;
mod killed;
mod targets;
mod together;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use cxbook::diagnostic::Diagnostic;
use cxbook::output::{Overwrite, SiteTarget, Staging, WrittenSite, target};
use tempfile::TempDir;

/// Addresses and what the files there hold.
type Files = BTreeMap<String, Vec<u8>>;

/// A folder of its own for one test: an empty source folder, and a place for the site.
struct Ground {
    folder: TempDir,
}

impl Ground {
    fn new() -> Self {
        let folder = TempDir::new().unwrap();
        fs::create_dir(folder.path().join("source")).unwrap();
        fs::create_dir(folder.path().join("out")).unwrap();
        Self { folder }
    }

    fn path(&self, name: &str) -> PathBuf {
        // Resolved, as what is compared with it has been resolved, too.
        self.folder.path().canonicalize().unwrap().join(name)
    }

    fn source(&self) -> PathBuf {
        self.path("source")
    }

    fn site(&self) -> PathBuf {
        self.path("out/site")
    }

    fn target(&self) -> SiteTarget {
        self.target_at("out/site", Overwrite::OwnSiteOnly).unwrap()
    }

    fn target_at(&self, name: &str, overwrite: Overwrite) -> Result<SiteTarget, Diagnostic> {
        target(&self.source(), &self.path(name), overwrite)
    }

    fn stage(&self) -> Staging {
        self.target().stage().unwrap()
    }

    fn build(&self, list: &[(&str, &str)]) -> WrittenSite {
        publish(&self.target(), &files(list)).unwrap()
    }

    fn put(&self, name: &str, text: &str) -> PathBuf {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        path
    }

    /// The names in the folder the site is in: nothing but the site may be left there.
    fn beside(&self) -> Vec<String> {
        names(&self.path("out"))
    }
}

fn files(list: &[(&str, &str)]) -> Files {
    list.iter().map(|(address, text)| ((*address).to_owned(), text.as_bytes().to_vec())).collect()
}

fn publish(target: &SiteTarget, files: &Files) -> Result<WrittenSite, Diagnostic> {
    let staging = target.stage()?;
    for (address, bytes) in files {
        staging.write(address, bytes)?;
    }
    staging.publish()
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// All files of a site but the marker, and the folders too, with a `/` at the end of their names.
fn contents(site: &Path) -> Files {
    let mut found = Files::new();
    for entry in walkdir::WalkDir::new(site).min_depth(1) {
        let entry = entry.unwrap();
        let address = entry.path().strip_prefix(site).unwrap().to_str().unwrap().to_owned();
        if entry.file_type().is_dir() {
            found.insert(address + "/", Vec::new());
        } else if address != ".cxbook" {
            found.insert(address, fs::read(entry.path()).unwrap());
        }
    }
    found
}

/// What [`contents`] finds where these files, and nothing else, are in a site.
fn with_folders(files: &Files) -> Files {
    let mut all = files.clone();
    for address in files.keys() {
        for (at, _) in address.match_indices('/') {
            all.insert(address[..=at].to_owned(), Vec::new());
        }
    }
    all
}

fn shows(diagnostic: &Diagnostic, words: &[&str]) {
    let shown = format!("{} / {}", diagnostic.message, diagnostic.help.as_deref().unwrap_or_default());
    for word in words {
        assert!(shown.contains(word), "`{word}` is not in: {shown}");
    }
}
