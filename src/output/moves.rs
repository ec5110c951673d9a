//! The moves that change a site where it stands, written down before the first: whoever comes after a process that was
//! killed between them finishes them, so that no mixture of two builds stays.
//!
//! The list lies in the hidden folder with the new files, under the marker's name, which no file of a site can have.
//! Each new file is known by its number, because a file that was exchanged with the old one leaves that in its place.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::Path;

use super::record::{SiteRecord, escaped, unescaped};
use super::{MARKER, address, swap, tree};
use crate::sources::opening::open_file;

/// The first line of a list of moves, and the last: without that it was not written to its end.
const BEGIN: &str = "cxbook is about to move these files into the site beside";
const END: &str = "end";

/// What is to be done to a site.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Moves {
    /// Which folder the site is.
    site: (u64, u64),
    /// New files by their addresses.
    made: Vec<(String, (u64, u64))>,
    /// Files that no longer belong.
    gone: Vec<String>,
}

impl Moves {
    /// The moves of these files from a folder into a site.
    pub(super) fn new(folder: &Path, site: &Path, made: &[String], gone: &[&str]) -> io::Result<Self> {
        let number = |path: &Path| path.symlink_metadata().map(|found| tree::identity(&found));
        let made = made.iter().map(|address| Ok((address.clone(), number(&folder.join(address))?)));
        let gone = gone.iter().map(|address| (*address).to_owned()).collect();
        Ok(Self { site: number(site)?, made: made.collect::<io::Result<_>>()?, gone })
    }

    /// Writes them down in their folder.
    pub(super) fn note(&self, folder: &Path) -> io::Result<()> {
        let site = format!("site {} {}", self.site.0, self.site.1);
        let made =
            |(address, (device, number)): &(String, (u64, u64))| format!("made {device} {number} {}", escaped(address));
        let gone = |address: &String| format!("gone {}", escaped(address));
        let mut lines = vec![BEGIN.to_owned(), site];
        lines.extend(self.made.iter().map(made).chain(self.gone.iter().map(gone)));
        let text = format!("{}\n{END}\n", lines.join("\n"));
        File::create_new(folder.join(MARKER))?.write_all(text.as_bytes())
    }

    /// Those that are written down in a folder; nothing where there are none, or not all.
    pub(super) fn noted(folder: &Path) -> Option<Self> {
        let mut text = String::new();
        open_file(&folder.join(MARKER)).ok()?.read_to_string(&mut text).ok()?;
        let mut lines = text.strip_suffix('\n')?.split('\n');
        if lines.next() != Some(BEGIN) || lines.next_back() != Some(END) {
            return None;
        }
        let mut moves = Self { site: numbers(lines.next()?.strip_prefix("site ")?)?.0, ..Self::default() };
        for line in lines {
            if let Some(address) = line.strip_prefix("gone ") {
                moves.gone.push(unescaped(address));
            } else {
                let (number, address) = numbers(line.strip_prefix("made ")?)?;
                moves.made.push((unescaped(address), number));
            }
        }
        Some(moves)
    }

    /// Makes all moves that were not made yet. `beside` is the name that the site's new marker has before it is there:
    /// at any moment the marker names all files of cxbook's that are in the site.
    ///
    /// # Errors
    ///
    /// What the system says; then some files are new and others are not.
    pub(super) fn make(&self, folder: &Path, site: &Path, beside: &Path) -> io::Result<()> {
        if site.symlink_metadata().map(|found| tree::identity(&found))? != self.site {
            return Ok(());
        }
        let own = SiteRecord::listed(site)?.unwrap_or_default();
        let both = own.with(self.made.iter().map(|(address, _)| address.as_str()));
        if both != own {
            both.renew(site, beside)?;
        }
        for address in &self.gone {
            take_away(site, address)?;
        }
        for (address, number) in &self.made {
            let Ok(relative) = address::relative(address) else { continue };
            let new = folder.join(&relative);
            if new.symlink_metadata().is_ok_and(|found| tree::identity(&found) == *number) {
                tree::create_folders(site, relative.parent().unwrap_or(Path::new("")))?;
                swap::replace(&new, &site.join(&relative))?;
            }
        }
        let now = both.without(&self.gone);
        if now == both { Ok(()) } else { now.renew(site, beside) }
    }
}

/// Two numbers at the beginning of a line, and the rest of it.
fn numbers(line: &str) -> Option<((u64, u64), &str)> {
    let (one, rest) = line.split_once(' ')?;
    let (other, rest) = rest.split_once(' ').unwrap_or((rest, ""));
    Some(((one.parse().ok()?, other.parse().ok()?), rest))
}

/// Removes a file of a site, and the folders that are empty without it. A folder in its place is somebody else's.
pub(super) fn take_away(site: &Path, address: &str) -> io::Result<()> {
    let Ok(relative) = address::relative(address) else { return Ok(()) };
    let Some(file) = tree::without_links(site, &relative) else { return Ok(()) };
    if file.symlink_metadata().is_ok_and(|found| !found.is_dir()) {
        fs::remove_file(&file)?;
    }
    for folder in relative.ancestors().skip(1).filter(|folder| folder.as_os_str() != "") {
        if fs::remove_dir(site.join(folder)).is_err() {
            break;
        }
    }
    Ok(())
}
