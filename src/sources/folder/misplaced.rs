//! Files of data that lie where nothing reads them: what they seem to be, by their names or by what stands in them.

use std::collections::BTreeMap;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

use super::{Data, DataKind, Found, KINDS, not_read};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, did_you_mean};

/// So much of a file is looked at for its first keys, in bytes.
const HEAD: u64 = 4096;

/// Tells of files that nothing reads: those in one folder together.
pub(super) fn tell(files: &[Found], data: &mut Data, diagnostics: &mut Diagnostics) {
    let mut places: BTreeMap<Arc<Path>, Vec<&Found>> = BTreeMap::new();
    for found in files {
        places.entry(place(found)).or_default().push(found);
    }
    for (place, files) in places {
        let Some(first) = files.first() else { continue };
        let kind = kind(&place, first);
        let missing = kind.filter(|kind| data.files.iter().all(|(there, _)| there != kind));
        // What was found in a folder that is called as a file is told of already.
        let is_told = data.elsewhere.iter().any(|(_, shown)| *shown == place);
        if !is_told {
            diagnostics.push(told(&place, &files, kind, missing));
            data.elsewhere.extend(missing.map(|kind| (kind, place)));
        }
    }
}

/// The folder directly under `data/` that a file lies in, or the file.
fn place(found: &Found) -> Arc<Path> {
    match found.relative.split_once('/') {
        Some((folder, _)) => Arc::from(Path::new(&format!("data/{folder}"))),
        None => Arc::clone(&found.shown),
    }
}

fn told(place: &Arc<Path>, files: &[&Found], kind: Option<DataKind>, missing: Option<DataKind>) -> Diagnostic {
    let is_file = files.first().is_some_and(|first| first.shown == *place);
    let help = help(place, kind);
    let what = match files.len() {
        _ if is_file => "this file is not read".to_owned(),
        1 => "a file of data is not read in this folder".to_owned(),
        n => format!("{n} files of data are not read in this folder"),
    };
    match missing {
        Some(kind) => Diagnostic::new(Code::Misplaced, format!("{what}, and there is no `{}`", kind.place()))
            .at(Place::file(place))
            .help(help),
        None => Diagnostic { message: what, ..not_read(place, help) },
    }
}

fn help(place: &Path, kind: Option<DataKind>) -> String {
    let is_file = place.extension().is_some();
    match kind {
        Some(DataKind::Surveys) if is_file => {
            "surveys lie in the folder `data/surveys/`, one file for each wave".to_owned()
        }
        Some(kind) if is_file => format!("did you mean `data/{}`?", name(kind)),
        Some(kind) => format!("did you mean `data/{}/`?", name(kind)),
        None => "`data/` has accounts, contacts, surveys, tickets, actions and outcomes".to_owned(),
    }
}

fn name(kind: DataKind) -> &'static str {
    KINDS.iter().find(|(_, known)| *known == kind).map_or("", |(name, _)| name)
}

/// What files seem to be: by the name of their place, else by the first key in one that only such files have.
fn kind(place: &Path, first: &Found) -> Option<DataKind> {
    let stem = place.file_stem().unwrap_or_default().to_string_lossy();
    let by_name = did_you_mean(&stem, KINDS.iter().map(|(name, _)| *name));
    let by_name = by_name.and_then(|meant| KINDS.iter().find(|(name, _)| *name == meant));
    by_name.map(|(_, kind)| *kind).or_else(|| by_content(&first.path))
}

fn by_content(path: &Path) -> Option<DataKind> {
    let mut head = Vec::new();
    std::fs::File::open(path).ok()?.take(HEAD).read_to_end(&mut head).ok()?;
    let text = String::from_utf8_lossy(&head);
    let keys = text.lines().filter_map(|line| line.split_once(':'));
    let keys = keys.map(|(key, _)| key.trim_start_matches(['{', '\u{feff}']).trim_matches('"'));
    let kind = |key: &str| match key {
        "survey" => Some(DataKind::Surveys),
        _ => KINDS.iter().find(|(name, _)| *name == key).map(|(_, kind)| *kind),
    };
    keys.filter(|key| !key.starts_with(' ')).find_map(kind)
}
