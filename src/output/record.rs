//! The marker of a site: what tells it from any other folder, and which of its files cxbook wrote.
//!
//! Whatever else lies in the folder belongs to somebody: it is neither replaced nor removed. The first version of the
//! marker had no list. A site that it wrote is taken to hold what that version always wrote, and the rest is left alone.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};
use std::ops::Bound;
use std::path::Path;

use walkdir::WalkDir;

use super::{MARKER, address};
use crate::sources::opening::open_file;

/// The first line of a marker with a list.
const LISTED: &str = "cxbook wrote the files of this folder that are named below: its next build replaces or removes \
    them, and keeps all others.";

/// The addresses of the files that cxbook wrote.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct SiteRecord(BTreeSet<String>);

impl SiteRecord {
    /// What the marker of a folder lists; nothing where there is no marker, or one without a list.
    pub(super) fn listed(folder: &Path) -> io::Result<Option<Self>> {
        let mut text = Vec::new();
        match open_file(&folder.join(MARKER)) {
            Ok(mut file) => file.read_to_end(&mut text)?,
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::InvalidInput) => return Ok(None),
            Err(error) => return Err(error),
        };
        let text = String::from_utf8_lossy(&text);
        let mut lines = text.lines();
        if lines.next() != Some(LISTED) {
            return Ok(None);
        }
        // Somebody may have edited it: nothing outside of the folder is ever meant.
        Ok(Some(lines.map(unescaped).filter(|line| address::relative(line).is_ok()).collect()))
    }

    /// What the version whose marker had no list wrote for certain: pages, figures, the sitemap and the theme's files.
    /// Copies of `static/` cannot be told from what others put there, so they stay until somebody removes them.
    pub(super) fn of_former_version(folder: &Path) -> Self {
        let files = WalkDir::new(folder).into_iter().flatten().filter(|entry| entry.file_type().is_file());
        let addresses = files.filter_map(|entry| {
            let relative = entry.path().strip_prefix(folder).ok()?;
            Some(relative.to_str()?.replace('\\', "/"))
        });
        addresses.filter(|address| is_of_former_version(address)).collect()
    }

    /// Puts the marker into a folder where there is none.
    pub(super) fn mark(&self, folder: &Path) -> io::Result<()> {
        io::Write::write_all(&mut File::create_new(folder.join(MARKER))?, self.text().as_bytes())
    }

    /// Puts the marker into a folder in the place of the one there, in one step; `beside` is the name it has before.
    pub(super) fn renew(&self, folder: &Path, beside: &Path) -> io::Result<()> {
        fs::write(beside, self.text())?;
        fs::rename(beside, folder.join(MARKER))
    }

    pub(super) fn has(&self, address: &str) -> bool {
        self.0.contains(address)
    }

    /// Whether a file lies somewhere below a folder.
    pub(super) fn has_below(&self, folder: &str) -> bool {
        let within = format!("{folder}/");
        let next = self.0.range::<str, _>((Bound::Excluded(within.as_str()), Bound::Unbounded)).next();
        next.is_some_and(|address| address.starts_with(&within))
    }

    pub(super) fn addresses(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    /// These and more files.
    pub(super) fn with<'a>(&self, more: impl IntoIterator<Item = &'a str>) -> Self {
        Self(self.0.iter().cloned().chain(more.into_iter().map(str::to_owned)).collect())
    }

    /// These files but for some.
    pub(super) fn without(&self, gone: &[String]) -> Self {
        let gone: BTreeSet<&String> = gone.iter().collect();
        Self(self.0.iter().filter(|address| !gone.contains(address)).cloned().collect())
    }

    fn text(&self) -> String {
        let mut text = format!("{LISTED}\n");
        for address in &self.0 {
            text.push_str(&escaped(address));
            text.push('\n');
        }
        text
    }
}

impl FromIterator<String> for SiteRecord {
    fn from_iter<I: IntoIterator<Item = String>>(addresses: I) -> Self {
        Self(addresses.into_iter().collect())
    }
}

fn is_of_former_version(address: &str) -> bool {
    let name = address.rsplit('/').next().unwrap_or(address);
    name == "index.html"
        || ["404.html", "sitemap.xml", "data/metrics.csv"].contains(&address)
        || address.starts_with("assets/")
}

/// An address on one line. No address has a backslash in it.
pub(super) fn escaped(address: &str) -> String {
    address.replace('\n', "\\n").replace('\r', "\\r")
}

/// The address that stands on a line.
pub(super) fn unescaped(line: &str) -> String {
    line.replace("\\n", "\n").replace("\\r", "\r")
}
