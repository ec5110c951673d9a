//! Files as they were read before, so that those which have not changed are not parsed again.
//!
//! Every file is read each time, because its bytes are the only thing that tells for sure whether it is the same; they
//! are hashed anyway. What is kept is what came of them.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use super::commentary::Commentary;
use super::folder::DataKind;
use super::{DataFile, Hash};
use crate::diagnostic::Diagnostics;

/// What came of the files of the reading before.
#[derive(Debug, Default)]
pub struct Cache {
    pub(super) data: HashMap<Arc<Path>, Parsed>,
    pub(super) commentary: HashMap<Arc<Path>, (Hash, Commentary)>,
    /// The folder of the theme, relative to the source folder.
    pub(super) theme: Option<String>,
}

/// What came of a file of data.
#[derive(Debug, Clone)]
pub(super) struct Parsed {
    pub(super) kind: DataKind,
    /// Of its text; nothing where it could not be read as text.
    pub(super) hash: Option<Hash>,
    pub(super) file: Option<DataFile>,
    pub(super) diagnostics: Diagnostics,
}

impl Cache {
    /// What came of a file before, if it held the same text and was of the same kind.
    pub(super) fn parsed(&self, shown: &Arc<Path>, kind: DataKind, hash: Hash) -> Option<Parsed> {
        self.data.get(shown).filter(|parsed| parsed.kind == kind && parsed.hash == Some(hash)).cloned()
    }

    /// A commentary, if its file held the same text before.
    pub(super) fn commentary(&self, shown: &Arc<Path>, hash: Hash) -> Option<Commentary> {
        self.commentary.get(shown).filter(|(before, _)| *before == hash).map(|(_, commentary)| commentary.clone())
    }

    /// Whether a file has to do with the report: those of themes that are not used have not.
    #[must_use]
    pub fn concerns(&self, shown: &Path) -> bool {
        let Ok(of_a_theme) = shown.strip_prefix("themes") else { return true };
        let used = self.theme.as_deref().and_then(|folder| folder.strip_prefix("themes/")).unwrap_or("default");
        of_a_theme.starts_with(used)
    }
}
