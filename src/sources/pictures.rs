//! Files beside commentary, such as pictures: those that a published text names are copied, all others are warned of.
//! A draft publishes nothing, so what only a draft names stays where it is.

use std::collections::{BTreeMap, BTreeSet};

use percent_encoding::percent_decode_str;

use super::StaticFile;
use super::commentary::Commentary;
use super::folder::Found;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};

/// Where copied files lie in the site, by the path that they have in the source folder.
const FOLDER: &str = "commentary";

/// The files that published texts name.
pub(super) fn named(beside: Vec<Found>, published: &[Commentary], diagnostics: &mut Diagnostics) -> Vec<StaticFile> {
    if beside.is_empty() {
        return Vec::new();
    }
    let files: BTreeMap<String, Found> = beside.into_iter().map(|found| (found.relative.clone(), found)).collect();
    let mut named = BTreeSet::new();
    for commentary in published {
        let folder = folder(commentary);
        let paths = addresses(&commentary.body).filter_map(|address| joined(&folder, address));
        named.extend(paths.filter(|path| files.contains_key(path)));
    }
    let (named, others): (Vec<Found>, Vec<Found>) =
        files.into_values().partition(|file| named.contains(&file.relative));
    diagnostics.extend(others.iter().map(not_read));
    named.into_iter().map(copied).collect()
}

fn copied(found: Found) -> StaticFile {
    StaticFile { address: format!("{FOLDER}/{}", found.relative), path: found.path, shown: found.shown }
}

fn not_read(found: &Found) -> Diagnostic {
    let help = "commentary is Markdown (`.md`); any other file is copied where a text shows it or links to it: \
                `![what it shows](picture.png)`";
    Diagnostic::new(Code::FileNotRead, "this file is not read").at(Place::file(&found.shown)).help(help)
}

/// The folder of a commentary below `commentary/`.
fn folder(commentary: &Commentary) -> String {
    let file = commentary.file.strip_prefix(FOLDER).unwrap_or(&commentary.file);
    file.parent().map(|folder| folder.to_string_lossy().into_owned()).unwrap_or_default()
}

/// What may be an address in a text: what stands in brackets or quotes, and every word.
fn addresses(body: &str) -> impl Iterator<Item = &str> {
    let parts = || body.split(['(', ')', '<', '>', '"', '\'', '=', '\n']).map(str::trim);
    parts().chain(parts().flat_map(str::split_whitespace))
}

/// A relative address as a path below `commentary/`.
fn joined(folder: &str, address: &str) -> Option<String> {
    let address =
        address.split(['?', '#']).next().filter(|address| !address.is_empty() && !address.starts_with('/'))?;
    let address = percent_decode_str(address).decode_utf8().ok()?;
    let mut names: Vec<&str> = Vec::new();
    for name in folder.split('/').chain(address.split('/')) {
        match name {
            "" | "." => {}
            ".." => drop(names.pop()?),
            name => names.push(name),
        }
    }
    Some(names.join("/"))
}
