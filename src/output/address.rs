//! The address of a file in the site: which ones are allowed, and where they lie in a folder.
//!
//! Addresses are made from ids that users write. They are checked where they are made; they are checked here once more
//! because this is the last place before the disk, and nothing may be written outside of the staging folder.

use std::path::{Component, Path, PathBuf};

use super::MARKER;
use crate::diagnostic::{Code, Diagnostic};

/// The address as a path relative to the site's folder.
///
/// # Errors
///
/// Where it is not a plain chain of names: absolute, empty, with `..`, `.` or an empty name in it, with a NUL or a
/// backslash, or (on systems that have them) with a drive.
pub(super) fn relative(address: &str) -> Result<PathBuf, Diagnostic> {
    match fault(address) {
        None => Ok(address.split('/').collect()),
        Some(fault) => Err(Diagnostic::new(
            Code::WrongId,
            format!("`{}` cannot be an address in the site: {fault}", shown(address)),
        )
        .help("an address is names joined by `/`, such as `accounts/a/index.html`; change the id it is made from")),
    }
}

/// As [`relative`], for a file that is to be written: the marker's name is taken.
///
/// # Errors
///
/// As [`relative`], and where the address is the marker's or lies below it.
pub(super) fn of_file(address: &str) -> Result<PathBuf, Diagnostic> {
    let path = relative(address)?;
    let taken = |message: String| Err(Diagnostic::new(Code::SameAddress, message).help("rename one of the two"));
    if address == MARKER {
        return taken(format!("two files of the site have the address `{address}`"));
    }
    if path.starts_with(MARKER) {
        return taken(format!("`{address}` is a file in the site and a folder in it, too"));
    }
    Ok(path)
}

/// What is wrong with an address, if anything.
fn fault(address: &str) -> Option<&'static str> {
    if address.is_empty() {
        return Some("it is empty");
    }
    if address.starts_with('/') {
        return Some("it begins with `/`");
    }
    if address.contains('\0') {
        return Some("it has a NUL character in it");
    }
    if address.contains('\\') {
        return Some("it has a backslash in it");
    }
    if address.split('/').any(str::is_empty) {
        return Some("it has an empty name in it");
    }
    if address.split('/').any(|name| name == "." || name == "..") {
        return Some("it has `.` or `..` for a name in it");
    }
    let plain = Path::new(address).components().all(|part| matches!(part, Component::Normal(_)));
    (!plain).then_some("this system reads it as more than names")
}

/// An address for a message: control characters are written out, so that they cannot disturb a terminal.
fn shown(address: &str) -> String {
    address.chars().flat_map(|c| if c.is_control() { c.escape_default().collect() } else { vec![c] }).collect()
}
