//! The folder `themes/NAME/` of a program → its theme.

use std::path::Path;
use std::sync::Arc;

use sha2::{Digest, Sha256};

use super::Theme;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, suggest};
use crate::sources::cache::Cache;
use crate::sources::config::Config;
use crate::sources::{Filed, Hashes, folder, opening};

/// Reads the theme that a configuration names; the built-in one where that is not there, which is a mistake.
pub(in crate::sources) fn read(
    root: &Path,
    config: &Filed<Config>,
    cache: &mut Cache,
    hashes: &mut Hashes,
    diagnostics: &mut Diagnostics,
) -> Theme {
    let mut theme = Theme::built_in();
    let name = config.content.theme.as_ref().map_or("default", |name| name.value.as_str());
    let folder = format!("themes/{name}");
    cache.theme = Some(folder.clone());
    if name != "default" && !(is_theme_name(name) && root.join(&folder).is_dir()) {
        diagnostics.push(missing(root, config, name));
        return theme;
    }
    for found in folder::walk(root, &folder, diagnostics) {
        let put = opening::read_file(&found.path)
            .map_err(|e| {
                Diagnostic::io(Code::Unreadable, "read", &found.shown, &e).at(Place::file(&found.shown)).into()
            })
            .and_then(|bytes| {
                hashes.push((Arc::clone(&found.shown), Sha256::digest(&bytes).into()));
                theme.put(&found.relative, bytes, &found.shown)
            });
        if let Err(mistakes) = put {
            diagnostics.append(mistakes);
        }
    }
    diagnostics.append(theme.unused());
    theme
}

fn missing(root: &Path, config: &Filed<Config>, name: &str) -> Diagnostic {
    let there = std::fs::read_dir(root.join("themes")).into_iter().flatten().flatten();
    let mut names: Vec<String> = there.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.push("default".to_owned());
    names.sort();
    let mut missing = Diagnostic::new(Code::UnknownTheme, format!("there is no theme `{name}`"));
    missing.place = config.content.theme.as_ref().map(|named| Place::new(&config.file, named.at));
    missing.help = suggest(name, names.iter().map(String::as_str));
    missing
}

/// Whether a theme can be called so: its name is that of its folder, which lies in `themes/`.
#[must_use]
pub fn is_theme_name(name: &str) -> bool {
    name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.')) && name.trim_matches('.') == name
}
