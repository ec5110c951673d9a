//! Which files a source folder holds, and what each is by its place. What lies where nothing reads it is warned of.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use walkdir::{DirEntry, WalkDir};

use super::opening::not_a_file;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, did_you_mean, shown_path};

/// What a file of `data/` holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DataKind {
    /// Accounts.
    Accounts,
    /// Contacts.
    Contacts,
    /// Answers.
    Surveys,
    /// Tickets.
    Tickets,
    /// Actions.
    Actions,
    /// Outcomes.
    Outcomes,
}

const KINDS: [(&str, DataKind); 6] = [
    ("accounts", DataKind::Accounts),
    ("contacts", DataKind::Contacts),
    ("surveys", DataKind::Surveys),
    ("tickets", DataKind::Tickets),
    ("actions", DataKind::Actions),
    ("outcomes", DataKind::Outcomes),
];

/// The names that the configuration file may have.
pub(super) const CONFIGS: [&str; 3] = ["cxbook.yaml", "cxbook.yml", "cxbook.json"];

/// The folders of a source folder that are read.
pub(super) const FOLDERS: [&str; 4] = ["data", "commentary", "themes", "static"];

/// A file that was found.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Found {
    /// Its path relative to the folder it was looked for in, with `/`.
    pub relative: String,
    /// Its path on disk.
    pub path: PathBuf,
    /// Its path in messages.
    pub shown: Arc<Path>,
}

impl Found {
    /// Whether the file is JSON by its name; all others are YAML.
    #[must_use]
    pub fn is_json(&self) -> bool {
        self.path.extension().is_some_and(|extension| extension == "json")
    }
}

/// The one configuration file.
///
/// # Errors
/// None or several.
pub fn config(root: &Path) -> Result<Found, Diagnostics> {
    // What is neither a file nor a folder is told of as it is read.
    let is_there = |name: &&&str| root.join(name).metadata().is_ok_and(|found| !found.is_dir());
    let mut found = CONFIGS.iter().filter(is_there);
    let Some(name) = found.next() else {
        let message = format!("`{}` has no `cxbook.yaml`", root.display());
        return Err(Diagnostic::new(Code::NoConfiguration, message)
            .help("name the folder of a program, or make one: `cxbook init DIR`")
            .into());
    };
    let file = Found { relative: (*name).to_owned(), path: root.join(name), shown: Arc::from(Path::new(name)) };
    match found.next() {
        None => Ok(file),
        Some(second) => Err(Diagnostic::new(Code::NoConfiguration, format!("there is a `{name}` and a `{second}`"))
            .at(Place::file(&file.shown))
            .help("keep one of them")
            .into()),
    }
}

/// The files of `data/` by what they hold, in the order of their paths.
pub fn data(root: &Path, diagnostics: &mut Diagnostics) -> Vec<(DataKind, Found)> {
    let mut files = Vec::new();
    for found in walk(root, "data", diagnostics) {
        let Some((stem, _)) = found.relative.rsplit_once('.').filter(|_| is_data(&found.path)) else { continue };
        let (first, nested) = stem.split_once('/').map_or((stem, false), |(first, _)| (first, true));
        let kind = KINDS.iter().find(|(name, kind)| *name == first && (nested || *kind != DataKind::Surveys));
        match kind {
            Some((_, kind)) => files.push((*kind, found)),
            None => diagnostics.push(misplaced(&found, first)),
        }
    }
    files
}

fn misplaced(found: &Found, name: &str) -> Diagnostic {
    let meant =
        if name == "surveys" { Some("surveys") } else { did_you_mean(name, KINDS.iter().map(|(name, _)| *name)) };
    let help = match meant {
        Some("surveys") => "surveys lie in the folder `data/surveys/`, one file for each wave".to_owned(),
        Some(meant) => format!("did you mean `data/{meant}`?"),
        None => "`data/` has accounts, contacts, surveys, tickets, actions and outcomes".to_owned(),
    };
    Diagnostic::new(Code::FileNotRead, "this file is not read").at(Place::file(&found.shown)).help(help)
}

/// Whether a file is one of data by its name.
pub(super) fn is_data(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "yaml" || extension == "yml" || extension == "json")
}

/// Whether a file or folder is looked at: neither hidden nor an editor's backup.
pub(super) fn is_visible(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    entry.depth() == 0 || !(name.starts_with('.') || name.ends_with('~'))
}

/// Hidden names that mean something to web servers, and are copied with `static/`. All others are left out: they may be
/// anything, down to passwords.
const SERVERS: [&str; 3] = [".htaccess", ".nojekyll", ".well-known"];

/// Whether a name that is hidden elsewhere is copied with `static/`.
#[must_use]
pub fn is_for_servers(name: &str) -> bool {
    SERVERS.contains(&name)
}

/// Whether a file or folder in one of the folders that are read is looked at.
pub(super) fn is_read(folder: &str, entry: &DirEntry) -> bool {
    is_visible(entry) || (folder == "static" && entry.file_name().to_str().is_some_and(is_for_servers))
}

/// The mistake that something is where files are read and is none; nothing where it is gone already.
fn special(root: &Path, path: &Path) -> Option<Diagnostic> {
    let why = not_a_file(&path.metadata().ok()?);
    let shown = shown_path(root, path);
    let mistake = Diagnostic::io(Code::Unreadable, "read", &shown, &why).at(Place::file(&shown));
    Some(mistake.help("take it away"))
}

/// All files under a folder of the source, symbolic links followed, hidden ones and editors' backups left out. What is no
/// file is never opened, since that may wait for ever; it is a mistake.
pub fn walk(root: &Path, folder: &str, diagnostics: &mut Diagnostics) -> Vec<Found> {
    let base = root.join(folder);
    if !base.exists() {
        return Vec::new();
    }
    let entries = WalkDir::new(&base).follow_links(true).sort_by_file_name().into_iter();
    let entries = entries.filter_entry(|entry| is_read(folder, entry));
    let mut files = Vec::new();
    for entry in entries {
        match entry {
            Ok(entry) if entry.file_type().is_file() => {
                let relative = shown_path(&base, entry.path()).to_string_lossy().into_owned();
                files.push(Found { relative, shown: shown_path(root, entry.path()), path: entry.into_path() });
            }
            Ok(entry) if entry.file_type().is_dir() => {}
            Ok(entry) => diagnostics.extend(special(root, entry.path())),
            Err(error) => {
                let shown = shown_path(root, error.path().unwrap_or(&base));
                diagnostics
                    .push(Diagnostic::new(Code::Unreadable, format!("cannot read: {error}")).at(Place::file(&shown)));
            }
        }
    }
    files.sort();
    files
}
