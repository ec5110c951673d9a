//! Where a site goes, and whether it may go there.
//!
//! Everything here only looks. It runs before any work is done, so that a wrong `--output` is told at once, and
//! again while the site is staged and published, because a folder can change in between.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Component, Path, PathBuf};

use super::foreign::InTheWay;
use super::tree::{self, StandingFile};
use crate::diagnostic::{Code, Diagnostic};

/// The parts of a source folder that are read: a site is never put over one, nor into one.
const READ: [&str; 5] = ["data", "commentary", "themes", "static", "i18n"];

/// Which folders a build may replace.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Overwrite {
    /// Only a site that cxbook made, or an empty folder.
    #[default]
    OwnSiteOnly,
    /// Any folder, whatever is in it (`--force`), except the source folder and what is read from it. What is in it is
    /// kept, but for files in the places that the site needs.
    AnyFolder,
}

/// A place a site may be written to: no symbolic links in its path, and nothing there that must be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SiteTarget {
    site: PathBuf,
    overwrite: Overwrite,
}

/// Checks where a site is to go, without writing anything.
///
/// Relative paths start at the current folder. Where `output` is a symbolic link to a folder, that folder is meant.
///
/// # Errors
///
/// Where `output` is (or holds, or lies in) something that is read; where a folder stands there that `overwrite` does
/// not allow to replace; where it is no folder, the top of a file system, or cannot be looked at.
pub fn target(source: &Path, output: &Path, overwrite: Overwrite) -> Result<SiteTarget, Diagnostic> {
    let site = resolved(output).map_err(|error| {
        Diagnostic::io(Code::OutputRefused, "use as the output folder", output, &error)
            .help("give another folder with `--output`")
    })?;
    keep_source(source, &site)?;
    let target = SiteTarget { site, overwrite };
    target.standing()?;
    Ok(target)
}

impl SiteTarget {
    /// The folder the site is in once it is published, with symbolic links followed.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.site
    }

    /// What stands there now.
    ///
    /// # Errors
    ///
    /// Where that must not be replaced, or cannot be.
    pub(super) fn standing(&self) -> Result<StandingFile, Diagnostic> {
        let standing = tree::standing(&self.site)
            .map_err(|error| Diagnostic::io(Code::OutputRefused, "look into the output folder", &self.site, &error))?;
        match standing {
            StandingFile::NoFolder => Err(self.refused("is not a folder", "give another path with `--output`")),
            StandingFile::ForeignFolder if self.overwrite == Overwrite::OwnSiteOnly => Err(self.refused(
                "holds files that cxbook did not write",
                "give another folder with `--output`, or `--force` to build into this one; what is in it is kept",
            )),
            _ if self.is_mount_point() => Err(self.refused(
                "is a file system of its own, which cannot be swapped as a whole",
                "give a folder inside it with `--output`",
            )),
            _ => Ok(standing),
        }
    }

    /// A name beside the site that is used while it is made: hidden, and told from those of other sites.
    pub(super) fn beside(&self, ending: &str) -> PathBuf {
        let mut name = std::ffi::OsString::from(".");
        name.push(self.site.file_name().unwrap_or_default());
        name.push(ending);
        self.parent().join(name)
    }

    /// What becomes of files of somebody else's where the site needs their place.
    pub(super) fn rule(&self) -> InTheWay {
        if self.overwrite == Overwrite::AnyFolder { InTheWay::Replaced } else { InTheWay::Refused }
    }

    /// The folder the site is in.
    pub(super) fn parent(&self) -> &Path {
        self.site.parent().unwrap_or(&self.site)
    }

    fn refused(&self, why: &str, help: &str) -> Diagnostic {
        Diagnostic::new(Code::OutputRefused, format!("the output folder `{}` {why}", self.site.display())).help(help)
    }

    /// Whether the folder is the top of a file system, as far as that can be told before trying.
    fn is_mount_point(&self) -> bool {
        let device = |path: &Path| path.metadata().map(|found| tree::identity(&found).0);
        match (self.site.file_name(), device(&self.site), device(self.parent())) {
            (None, ..) => true,
            (_, Ok(own), Ok(above)) => own != above,
            _ => false,
        }
    }
}

/// Refuses a site that would take the place of something that is read, or lie in it.
fn keep_source(source: &Path, site: &Path) -> Result<(), Diagnostic> {
    let refused = |what: String| {
        let message = format!("the output folder `{}` {what}", site.display());
        Err(Diagnostic::new(Code::OutputRefused, message)
            .help("give another folder with `--output`; `--force` does not help here"))
    };
    let root = resolved(source).unwrap_or_else(|_| source.to_path_buf());
    if root == site {
        return refused("is the source folder".to_owned());
    }
    if root.starts_with(site) {
        return refused("holds the source folder".to_owned());
    }
    for name in READ {
        let part = resolved(&source.join(name)).unwrap_or_else(|_| root.join(name));
        if site.starts_with(&part) || part.starts_with(site) {
            return refused(format!("would take the place of what is read from `{name}`"));
        }
    }
    Ok(())
}

/// The path without symbolic links, `.` and `..`, though its last parts may not exist yet.
fn resolved(path: &Path) -> io::Result<PathBuf> {
    let path = std::path::absolute(path)?;
    for existing in path.ancestors() {
        match fs::canonicalize(existing) {
            Ok(found) => return completed(found, path.strip_prefix(existing).unwrap_or(Path::new(""))),
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
            Err(_) if existing.is_symlink() => {
                return Err(io::Error::new(ErrorKind::NotFound, "it is a symbolic link to nothing"));
            }
            Err(_) => {}
        }
    }
    Ok(path)
}

/// Adds the parts of a path that do not exist to the resolved part that does.
fn completed(mut found: PathBuf, rest: &Path) -> io::Result<PathBuf> {
    let mut went_up = false;
    for part in rest.components() {
        match part {
            Component::ParentDir => went_up = found.pop() || went_up,
            Component::Normal(name) => found.push(name),
            _ => {}
        }
    }
    // After a `..` the path may exist again, and be a link.
    if went_up { resolved(&found) } else { Ok(found) }
}
