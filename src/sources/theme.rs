//! The theme: templates and static files, the built-in ones replaced file by file by those of `themes/NAME/`.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use include_dir::{Dir, include_dir};

use super::decode::{Decode, Reading};
use super::parser;
use super::record::record;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};

static BUILT_IN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/default");

/// `ECharts`, as the charming package carries it: the script that draws the charts' options.
static ECHARTS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/echarts.min.js"));

/// The version of what templates are given; a theme states the one it was written for.
pub const CONTRACT: u64 = 1;

/// Where the built-in theme's files stand in messages.
const BUILT_IN_PATH: &str = "themes/default";

record! {
    /// `theme.yaml`.
    ThemeFile, "`theme.yaml`" {
        /// The version of the contract that the theme was written for.
        contract: u64,
    }
}

/// A text file of the theme.
#[derive(Debug, Clone)]
pub struct Template {
    /// The file as messages name it.
    pub file: Arc<Path>,
    /// Its text.
    pub text: String,
}

/// A theme ready for use.
#[derive(Debug, Clone, Default)]
pub struct Theme {
    /// Templates by their path under `templates/`.
    pub templates: BTreeMap<String, Template>,
    /// Static files by their path under `static/`.
    pub statics: BTreeMap<String, Vec<u8>>,
}

impl Theme {
    /// The built-in theme.
    #[must_use]
    pub fn built_in() -> Self {
        let mut theme = Self::default();
        collect(&BUILT_IN, &mut theme);
        theme.statics.insert("echarts.min.js".to_owned(), ECHARTS.to_vec());
        theme
    }

    /// Replaces or adds one file of a user's theme; `path` is relative to the theme's folder, with `/`.
    ///
    /// # Errors
    /// A template that is not UTF-8; a `theme.yaml` that is wrong or for another contract.
    pub fn put(&mut self, path: &str, bytes: Vec<u8>, file: &Arc<Path>) -> Result<(), Diagnostics> {
        if let Some(name) = path.strip_prefix("templates/") {
            let text = super::text::from_bytes(bytes, file).map_err(Diagnostics::from)?;
            self.templates.insert(name.to_owned(), Template { file: Arc::clone(file), text });
        } else if let Some(name) = path.strip_prefix("static/") {
            self.statics.insert(name.to_owned(), bytes);
        } else if path == "theme.yaml" {
            check_contract(bytes, file)?;
        } else {
            let help = "a theme has `templates/`, `static/` and `theme.yaml`";
            return Err(Diagnostic::new(Code::FileNotRead, "this file of the theme is not used")
                .at(Place::file(file))
                .help(help)
                .into());
        }
        Ok(())
    }
}

fn collect(dir: &Dir<'_>, theme: &mut Theme) {
    for file in dir.files() {
        let path = file.path().to_string_lossy().replace('\\', "/");
        if let Some(name) = path.strip_prefix("templates/") {
            let shown = Arc::from(Path::new(&format!("{BUILT_IN_PATH}/{path}")));
            let text = file.contents_utf8().unwrap_or_default().to_owned();
            theme.templates.insert(name.to_owned(), Template { file: shown, text });
        } else if let Some(name) = path.strip_prefix("static/") {
            theme.statics.insert(name.to_owned(), file.contents().to_vec());
        }
    }
    for folder in dir.dirs() {
        collect(folder, theme);
    }
}

fn check_contract(bytes: Vec<u8>, file: &Arc<Path>) -> Result<(), Diagnostics> {
    let text = super::text::from_bytes(bytes, file).map_err(Diagnostics::from)?;
    let node = parser::yaml(&text, file).map_err(Diagnostics::from_iter)?;
    let mut reading = Reading::new(file);
    if let Some(theme) = ThemeFile::decode(&node, &mut reading)
        && theme.contract != CONTRACT
    {
        let message = format!("the theme was written for contract {}, this cxbook has {CONTRACT}", theme.contract);
        let help = "compare its templates with the built-in ones, then change `contract`";
        reading.error(Code::ThemeContract, theme.at, message, Some(help.to_owned()));
    }
    let diagnostics = reading.finish();
    if diagnostics.is_fatal(false) { Err(diagnostics) } else { Ok(()) }
}
