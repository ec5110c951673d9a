//! Which files a source folder holds, and what each is by its place. What lies where nothing reads it is warned of.

mod misplaced;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use walkdir::{DirEntry, WalkDir};

use super::opening::not_a_file;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, shown_path};

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

impl DataKind {
    /// The place of its files.
    fn place(self) -> &'static str {
        match self {
            Self::Accounts => "data/accounts.yaml",
            Self::Contacts => "data/contacts.yaml",
            Self::Surveys => "data/surveys/",
            Self::Tickets => "data/tickets/",
            Self::Actions => "data/actions.yaml",
            Self::Outcomes => "data/outcomes.yaml",
        }
    }
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
pub(super) const FOLDERS: [&str; 5] = ["data", "commentary", "themes", "static", "i18n"];

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

/// What lies in `data/`.
#[derive(Debug, Default)]
pub struct Data {
    /// Its files by what they hold, in the order of their paths.
    pub files: Vec<(DataKind, Found)>,
    /// What seems to be of a kind of which nothing was found in its place, and where it lies instead.
    pub elsewhere: Vec<(DataKind, Arc<Path>)>,
}

/// The files of `data/`. Those that nothing reads are warned of, by folder; they are a mistake where what they seem to
/// be is found nowhere else.
pub fn data(root: &Path, diagnostics: &mut Diagnostics) -> Data {
    let mut data = Data::default();
    let mut others = Vec::new();
    for found in walk(root, "data", diagnostics) {
        if is_table(&found.path) {
            diagnostics.push(not_read(&found.shown, TABLE_HELP));
        }
        let Some((stem, _)) = found.relative.rsplit_once('.').filter(|_| is_data(&found.path)) else { continue };
        let (first, nested) = stem.split_once('/').map_or((stem, false), |(first, _)| (first, true));
        let kind = KINDS.iter().find(|(name, kind)| *name == first && (nested || *kind != DataKind::Surveys));
        match kind {
            Some((_, kind)) => data.files.push((*kind, found)),
            None => others.push(found),
        }
    }
    for (shown, kind) in folders_like_files(root) {
        let message = format!("`{}` is a folder, and is called as a file", shown.display());
        let help = "take the ending off its name; all files in a folder such as `data/accounts/` are read";
        diagnostics.push(Diagnostic::new(Code::Misplaced, message).at(Place::file(&shown)).help(help));
        data.elsewhere.extend(kind.map(|kind| (kind, shown)));
    }
    misplaced::tell(&others, &mut data, diagnostics);
    data
}

/// Folders in `data/` that are called as files of data are, with what such a file would hold.
fn folders_like_files(root: &Path) -> Vec<(Arc<Path>, Option<DataKind>)> {
    let base = root.join("data");
    let entries = WalkDir::new(&base).follow_links(true).sort_by_file_name().into_iter().filter_entry(is_visible);
    let folders = entries.flatten().filter(|entry| entry.depth() > 0 && entry.file_type().is_dir());
    let folders = folders.filter(|entry| is_data(entry.path()));
    folders.map(|entry| (shown_path(root, entry.path()), kind_called(&base, entry.path()))).collect()
}

/// The kind of data that a path in `base` is called after.
fn kind_called(base: &Path, path: &Path) -> Option<DataKind> {
    let stem = path.strip_prefix(base).ok()?.with_extension("").components().next()?.as_os_str().to_owned();
    KINDS.iter().find(|(name, _)| *name == stem).map(|(_, kind)| *kind)
}

/// The warning that nothing reads a file.
fn not_read(shown: &Arc<Path>, help: impl Into<String>) -> Diagnostic {
    Diagnostic::new(Code::FileNotRead, "this file is not read").at(Place::file(shown)).help(help)
}

const TABLE_HELP: &str = "cxbook reads YAML and JSON: write its rows as a `table` (see `cxbook explain survey.table`), or keep \
                          the file outside `data/`";

/// Whether a file is a table of a kind that is not read.
pub(super) fn is_table(path: &Path) -> bool {
    const TABLES: [&str; 9] = ["csv", "tsv", "tab", "xlsx", "xlsm", "xlsb", "xls", "ods", "numbers"];
    let extension = path.extension().map(|extension| extension.to_string_lossy().to_ascii_lowercase());
    extension.is_some_and(|extension| TABLES.contains(&extension.as_str()))
}

/// Whether a file is one of data by its name.
pub(super) fn is_data(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "yaml" || extension == "yml" || extension == "json")
}

/// Whether a file or folder is looked at: neither hidden nor left by an editor.
pub(super) fn is_visible(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    entry.depth() == 0 || !(name.starts_with('.') || is_of_an_editor(&name))
}

/// Whether a name is that of a backup, a lock or a file on its way, as editors and merges leave them.
fn is_of_an_editor(name: &str) -> bool {
    let ends = ["~", ".orig", ".rej", ".swp", ".swo", "___jb_tmp___", "___jb_old___"];
    // Vim tries whether it may write a folder with a file of this name.
    ends.iter().any(|end| name.ends_with(end)) || (name.starts_with('#') && name.ends_with('#')) || name == "4913"
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
