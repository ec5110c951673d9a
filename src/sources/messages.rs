//! `i18n/LANGUAGE.ftl`: messages that a program says its own way.

use std::path::Path;
use std::sync::Arc;

use sha2::{Digest, Sha256};

use super::theme::Template;
use super::{Hashes, folder, text};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};

/// The program's own messages by language, `i18n/LANGUAGE.ftl`.
pub(super) fn read(root: &Path, hashes: &mut Hashes, diagnostics: &mut Diagnostics) -> Vec<(String, Template)> {
    let mut all = Vec::new();
    for found in folder::walk(root, "i18n", diagnostics) {
        let Some(language) = found.relative.strip_suffix(".ftl").filter(|name| !name.contains('/')) else {
            let warning = Diagnostic::new(Code::FileNotRead, "this file of messages is not used");
            let help = "write the messages of a language into `i18n/LANGUAGE.ftl`, such as `i18n/en.ftl`";
            diagnostics.push(warning.at(Place::file(&found.shown)).help(help));
            continue;
        };
        match text::read(&found.path, &found.shown) {
            Ok(text) => {
                hashes.push((Arc::clone(&found.shown), Sha256::digest(text.as_bytes()).into()));
                all.push((language.to_owned(), Template { file: Arc::clone(&found.shown), text }));
            }
            Err(mistake) => diagnostics.push(mistake),
        }
    }
    all
}
