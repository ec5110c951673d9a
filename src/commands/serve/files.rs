//! A path that a browser asks for → a file of the site, and never one outside of it.

use std::path::{Path, PathBuf};

use percent_encoding::percent_decode_str;

use crate::output::MARKER;

/// What stands at a path.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum FoundFile {
    /// A file: where it lies, and its address in the site.
    File(PathBuf, String),
    /// A folder that was asked for without the `/` that its page's links need.
    Folder,
    /// Nothing of the site; the address that a page there would have.
    Nothing(String),
}

/// Whether a site that cxbook made stands in a folder.
pub(super) fn is_site(folder: &Path) -> bool {
    folder.join(MARKER).is_file()
}

/// What stands at a path that begins below the site's root.
pub(super) fn find(site: &Path, path: &str) -> FoundFile {
    let Some(names) = names(path) else { return FoundFile::Nothing(String::new()) };
    let is_folder = path.is_empty() || path.ends_with('/');
    let page = if is_folder { "index.html" } else { "" };
    let address = names.iter().map(String::as_str).chain([page]).filter(|name| !name.is_empty());
    let address = address.collect::<Vec<_>>().join("/");
    match inside(site, &address) {
        Some(real) if real.is_file() => FoundFile::File(real, address),
        Some(real) if real.is_dir() && !is_folder && inside(site, &format!("{address}/index.html")).is_some() => {
            FoundFile::Folder
        }
        _ => FoundFile::Nothing(address),
    }
}

/// Where an address leads once links are followed; nothing where that is not in the site.
fn inside(site: &Path, address: &str) -> Option<PathBuf> {
    let real = site.join(address).canonicalize().ok()?;
    real.starts_with(site.canonicalize().ok()?).then_some(real)
}

/// The names that a path is made of; nothing where one of them could lead elsewhere.
fn names(path: &str) -> Option<Vec<String>> {
    path.split('/').filter(|part| !part.is_empty()).map(name).collect()
}

fn name(part: &str) -> Option<String> {
    let name = percent_decode_str(part).decode_utf8().ok()?.into_owned();
    let leads_elsewhere = name == "." || name == ".." || name.contains(['/', '\\', '\0', ':']);
    (!leads_elsewhere).then_some(name)
}
