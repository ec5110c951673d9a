//! Removing a site: only one that cxbook made, and in one step for whoever looks.

use super::parent::Parent;
use super::staging::{ASIDE, NEW};
use super::swap;
use super::target::Target;
use super::tree::{self, Standing};
use crate::diagnostic::{Code, Diagnostic};

/// What became of a site that was to be removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cleared {
    /// It is gone.
    Removed,
    /// There was none.
    Nothing,
}

impl Target {
    /// Removes the site, and what ended builds left beside it. It is renamed first, so that nobody ever sees a part of
    /// it; what remains where this is ended is removed by the next build.
    ///
    /// # Errors
    ///
    /// Where something else stands there than a site that cxbook made, and what the system refuses.
    pub fn clear(&self) -> Result<Cleared, Diagnostic> {
        let refused = |error: &std::io::Error| {
            Diagnostic::io(Code::WriteFailed, "remove", self.folder(), error).help("delete it by hand")
        };
        if !self.parent().is_dir() {
            return Ok(Cleared::Nothing);
        }
        let _parent = Parent::open(self.parent()).map_err(|error| refused(&error))?;
        let aside = self.beside(NEW);
        swap::recover(&aside, self.folder(), &self.beside(ASIDE)).map_err(|error| refused(&error))?;
        if self.standing()? != Standing::OwnSite {
            return Ok(Cleared::Nothing);
        }
        let gone = std::fs::rename(self.folder(), &aside).and_then(|()| tree::remove(&aside));
        gone.map(|()| Cleared::Removed).map_err(|error| refused(&error))
    }
}
