//! What lies in a site's folder and is not cxbook's: found, held against the new site, and brought along.
//!
//! A folder in which cxbook has nothing is one thing, whatever is in it: it is neither looked into nor taken apart. So a
//! `.git` of ten thousand files costs as much as one. Symbolic links are never followed.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::MARKER;
use super::content::Content;
use super::record::SiteRecord;
use super::tree;
use crate::diagnostic::{Code, Diagnostic};

/// So many are named in a message; the rest are counted.
const MOST_NAMED: usize = 10;

/// Something that cxbook did not write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Foreign {
    /// Where it lies, from the site's folder on.
    relative: PathBuf,
    is_folder: bool,
}

impl Foreign {
    /// Its address in the site, with a `/` at the end of a folder's.
    pub(super) fn name(&self) -> String {
        format!("{}{}", self.address(), if self.is_folder { "/" } else { "" })
    }

    fn address(&self) -> String {
        self.relative.to_string_lossy().replace('\\', "/")
    }
}

/// What is in a folder beside the marker and the files of `own`, in the order of names. Folders are gone into only where
/// one of the two records has files below. A folder with nothing in it is nobody's.
pub(super) fn foreign(folder: &Path, own: &SiteRecord, beside: &SiteRecord) -> io::Result<Vec<Foreign>> {
    let mut found = Vec::new();
    let mut folders = vec![PathBuf::new()];
    while let Some(within) = folders.pop() {
        for entry in fs::read_dir(folder.join(&within))? {
            let entry = entry?;
            let relative = within.join(entry.file_name());
            let is_folder = entry.file_type()?.is_dir();
            // A name that is no text is none that cxbook gave.
            let address = relative.to_str().map(|address| address.replace('\\', "/")).unwrap_or_default();
            if !is_folder && (address == MARKER || own.has(&address)) {
                continue;
            }
            if is_folder && (own.has_below(&address) || beside.has_below(&address)) {
                folders.push(relative);
            } else if !is_folder || fs::read_dir(folder.join(&relative))?.next().is_some() {
                found.push(Foreign { relative, is_folder });
            }
        }
    }
    found.sort_by(|one, other| one.relative.cmp(&other.relative));
    Ok(found)
}

/// What a new site does with what lies in its folder and is not its own.
#[derive(Debug, Default)]
pub(super) struct Treated {
    /// What is brought along.
    pub(super) kept: Vec<Foreign>,
    /// Addresses that are cxbook's from now on: they hold what the new site has there, or may be replaced.
    pub(super) taken: Vec<String>,
    /// What stands in the way.
    in_the_way: Vec<Foreign>,
}

/// Whether files that stand in the way are replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum InTheWay {
    Refused,
    Replaced,
}

/// Holds what is not cxbook's against a new site, which is staged in a folder.
pub(super) fn treated(found: Vec<Foreign>, site: &Path, new: &SiteRecord, staged: &Path, rule: InTheWay) -> Treated {
    let mut treated = Treated::default();
    for one in found {
        let address = one.address();
        let has_same = || Content::File(&staged.join(&one.relative)).is_in(&site.join(&one.relative));
        let is_taken = address == MARKER || new.has(&address) || (!one.is_folder && new.has_below(&address));
        let lies_in_a_file = one.relative.ancestors().skip(1).any(|above| above.to_str().is_some_and(|a| new.has(a)));
        if lies_in_a_file || (is_taken && one.is_folder) {
            treated.in_the_way.push(one);
        } else if !is_taken {
            treated.kept.push(one);
        } else if rule == InTheWay::Replaced || (new.has(&address) && has_same().is_ok_and(|same| same)) {
            treated.taken.push(address);
        } else {
            treated.in_the_way.push(one);
        }
    }
    treated
}

impl Treated {
    /// Refuses what stands in the way.
    pub(super) fn checked(self) -> Result<Self, Diagnostic> {
        if self.in_the_way.is_empty() { Ok(self) } else { Err(in_the_way(&self.in_the_way)) }
    }
}

fn in_the_way(found: &[Foreign]) -> Diagnostic {
    let names: Vec<String> = found.iter().take(MOST_NAMED).map(|one| format!("`{}`", one.name())).collect();
    let more = match found.len().saturating_sub(MOST_NAMED) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let message = format!(
        "{}{more} in the output folder: cxbook did not write that, and the site needs the place",
        names.join(", ")
    );
    let help = if found.iter().any(|one| one.is_folder) {
        "move it away, or give another folder with `--output`"
    } else {
        "move it away, or let `--force` replace it"
    };
    Diagnostic::new(Code::InTheWay, message).help(help)
}

/// Refuses a file that is to be put into a site that stands where something of somebody else's is in the way.
pub(super) fn refuse_in_the_way(
    site: &Path,
    own: &SiteRecord,
    relative: &Path,
    rule: InTheWay,
) -> Result<(), Diagnostic> {
    let mut path = PathBuf::new();
    for name in relative {
        path.push(name);
        let Ok(found) = site.join(&path).symlink_metadata() else { return Ok(()) };
        let is_last = path == relative;
        let lies_there =
            || Ok::<_, io::Error>(foreign(site, own, own)?.iter().any(|one| one.relative.starts_with(&path)));
        let is_free = if found.is_dir() {
            !is_last || lies_there().is_ok_and(|lies_there| !lies_there)
        } else {
            own.has(&path.to_string_lossy().replace('\\', "/")) || (is_last && rule == InTheWay::Replaced)
        };
        if !is_free {
            return Err(in_the_way(&[Foreign { relative: path, is_folder: found.is_dir() }]));
        }
    }
    Ok(())
}

/// Brings what is not cxbook's from the folder of a former site, or of one that never took its place, into the site, and
/// removes that folder. One without a list was not finished: all in it was made by an ended build.
///
/// # Errors
///
/// What the system says; and where something has taken the place meanwhile. What is not cxbook's is then still there.
pub(super) fn rescue(former: &Path, site: &Path) -> io::Result<()> {
    let Some(own) = SiteRecord::listed(former)? else { return tree::remove(former) };
    let of_site = SiteRecord::listed(site)?.unwrap_or_default();
    let found = foreign(former, &own, &of_site)?;
    if !found.is_empty() && site.symlink_metadata().is_err() {
        return fs::rename(former, site);
    }
    for one in &found {
        let (from, to) = (former.join(&one.relative), site.join(&one.relative));
        if to.symlink_metadata().is_ok() {
            let message = format!("`{}` is not cxbook's, and something else has its place by now", from.display());
            return Err(io::Error::new(ErrorKind::AlreadyExists, message));
        }
        tree::create_folders(site, one.relative.parent().unwrap_or(Path::new("")))?;
        fs::rename(from, to)?;
    }
    tree::remove(former)
}
