//! The theme: templates and static files, the built-in ones replaced file by file by those of `themes/NAME/`.

mod reading;
pub mod tags;
mod unused;

pub use reading::is_theme_name;
pub(super) use reading::read;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, LazyLock};

use include_dir::{Dir, include_dir};

use super::decode::{Decode, Located, Named, Reading};
use super::parser;
use super::record::record;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};

static BUILT_IN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/default");

/// `ECharts`, as the charming package carries it: the script that draws the charts' options.
static ECHARTS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/echarts.min.js"));

/// The version of what templates are given; a theme states the one it was written for.
pub const CONTRACT: u64 = 1;

/// Where the built-in theme's files stand in messages: nowhere on disk.
pub const BUILT_IN_PATH: &str = "<built-in>";

/// Before the name of a built-in template, whatever takes its place.
pub const ORIGINAL: &str = "default/";

record! {
    /// `theme.yaml`.
    ThemeFile, "`theme.yaml`" {
        /// The version of the contract that the theme was written for.
        contract: u64,
        /// The sections of pages in an order of the theme's own, by the names of their templates without `.html`.
        sections: Named<Vec<Located<String>>>,
    }
}

/// The sections of the pages of a kind as the theme orders them; what it does not list is left out.
#[derive(Debug, Clone)]
pub struct SectionOrder {
    /// The file that says so.
    pub file: Arc<Path>,
    /// The template of these pages without `.html`.
    pub page: Located<String>,
    /// The ids of the sections.
    pub sections: Vec<Located<String>>,
}

impl SectionOrder {
    /// The ids of the sections, in their order.
    #[must_use]
    pub fn ids(&self) -> Vec<&str> {
        self.sections.iter().map(|section| section.value.as_str()).collect()
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
    /// Messages by their path under `i18n/`: `en/figures.ftl`.
    pub messages: BTreeMap<String, Template>,
    /// Static files by their path under `static/`.
    pub statics: BTreeMap<String, Vec<u8>>,
    /// The order of sections, where it is the theme's own.
    pub sections: Vec<SectionOrder>,
    /// The files of `themes/NAME/` among them, by their path in it, as messages name them.
    pub own: BTreeMap<String, Arc<Path>>,
}

/// The built-in theme's files by their path in it: `templates/base.html`, `static/style.css`.
static FILES: LazyLock<BTreeMap<String, &'static [u8]>> = LazyLock::new(|| {
    let mut files = BTreeMap::from([("static/echarts.min.js".to_owned(), ECHARTS)]);
    collect(&BUILT_IN, &mut files);
    files
});

static ORIGINALS: LazyLock<BTreeMap<String, Template>> = LazyLock::new(|| {
    built_in_texts("templates/").map(|(name, template)| (format!("{ORIGINAL}{name}"), template)).collect()
});

/// The files of the built-in theme, by their path in it.
#[must_use]
pub fn built_in_files() -> &'static BTreeMap<String, &'static [u8]> {
    &FILES
}

/// The built-in templates as `default/NAME`, by which a theme's template reaches the one whose place it takes.
#[must_use]
pub fn originals() -> &'static BTreeMap<String, Template> {
    &ORIGINALS
}

/// The text of a built-in file that a message names; nothing where it is none.
#[must_use]
pub fn built_in_text(shown: &Path) -> Option<&'static str> {
    let path = shown.strip_prefix(BUILT_IN_PATH).ok()?.to_str()?;
    std::str::from_utf8(FILES.get(path)?).ok()
}

/// The built-in texts below a folder of the theme, by their path in it.
fn built_in_texts(folder: &str) -> impl Iterator<Item = (&'static str, Template)> {
    FILES.iter().filter_map(move |(path, bytes)| {
        let name = path.strip_prefix(folder)?;
        let file = Arc::from(Path::new(&format!("{BUILT_IN_PATH}/{path}")));
        let text = String::from_utf8_lossy(bytes).into_owned();
        Some((name, Template { file, text }))
    })
}

impl Theme {
    /// The built-in theme.
    #[must_use]
    pub fn built_in() -> Self {
        let texts = |folder| built_in_texts(folder).map(|(name, text)| (name.to_owned(), text)).collect();
        let static_file =
            |(path, bytes): (&String, &&[u8])| Some((path.strip_prefix("static/")?.to_owned(), bytes.to_vec()));
        Self {
            templates: texts("templates/"),
            messages: texts("i18n/"),
            statics: FILES.iter().filter_map(static_file).collect(),
            sections: Vec::new(),
            own: BTreeMap::new(),
        }
    }

    /// Replaces or adds one file of a user's theme; `path` is relative to the theme's folder, with `/`.
    ///
    /// # Errors
    /// A template that is not UTF-8; a `theme.yaml` that is wrong or for another contract.
    pub fn put(&mut self, path: &str, bytes: Vec<u8>, file: &Arc<Path>) -> Result<(), Diagnostics> {
        if let Some(name) = path.strip_prefix("templates/") {
            let text = super::text::from_bytes(bytes, file).map_err(Diagnostics::from)?;
            self.templates.insert(name.to_owned(), Template { file: Arc::clone(file), text });
        } else if let Some(name) = path.strip_prefix("i18n/").filter(|name| is_messages(name)) {
            let text = super::text::from_bytes(bytes, file).map_err(Diagnostics::from)?;
            self.messages.insert(name.to_owned(), Template { file: Arc::clone(file), text });
        } else if let Some(name) = path.strip_prefix("static/") {
            self.statics.insert(name.to_owned(), bytes);
        } else if path == "theme.yaml" {
            self.sections = theme_file(bytes, file)?;
        } else {
            return Err(elsewhere(path, file).into());
        }
        self.own.insert(path.to_owned(), Arc::clone(file));
        Ok(())
    }

    /// The templates of `themes/NAME/` by their names.
    pub fn own_templates(&self) -> impl Iterator<Item = (&str, &Template)> {
        let names = self.own.keys().filter_map(|path| path.strip_prefix("templates/"));
        names.filter_map(|name| self.templates.get(name).map(|template| (name, template)))
    }

    /// Warnings of the files of `themes/NAME/` that take no built-in one's place and that nothing uses.
    #[must_use]
    pub fn unused(&self) -> Diagnostics {
        unused::unused(self)
    }
}

/// Whether a path below `i18n/` is one of messages: `LANGUAGE/SUBJECT.ftl`.
fn is_messages(name: &str) -> bool {
    name.strip_suffix(".ftl").is_some_and(|name| name.matches('/').count() == 1)
}

/// The warning of a file that is neither of the templates nor of the static files.
fn elsewhere(path: &str, file: &Arc<Path>) -> Diagnostic {
    let kind = Path::new(path).extension();
    let place = unused::meant("templates/", path).or_else(|| unused::meant("static/", path));
    let help = match place.filter(|place| Path::new(place).extension() == kind) {
        Some(place) => format!("move it to `{place}`, if that is what it is to replace"),
        None => "a theme has `templates/`, `static/`, `i18n/LANGUAGE/SUBJECT.ftl` and `theme.yaml`".to_owned(),
    };
    Diagnostic::new(Code::FileNotRead, "this file of the theme is not used").at(Place::file(file)).help(help)
}

fn collect(dir: &Dir<'static>, files: &mut BTreeMap<String, &'static [u8]>) {
    for file in dir.files() {
        files.insert(file.path().to_string_lossy().replace('\\', "/"), file.contents());
    }
    for folder in dir.dirs() {
        collect(folder, files);
    }
}

/// The order of sections of a `theme.yaml` that is for this contract.
fn theme_file(bytes: Vec<u8>, file: &Arc<Path>) -> Result<Vec<SectionOrder>, Diagnostics> {
    let text = super::text::from_bytes(bytes, file).map_err(Diagnostics::from)?;
    let node = parser::yaml(&text, file).map_err(Diagnostics::from_iter)?;
    let mut reading = Reading::new(file);
    let read = ThemeFile::decode(&node, &mut reading);
    if let Some(theme) = &read {
        check_contract(theme, &mut reading);
    }
    let diagnostics = reading.finish();
    if diagnostics.is_fatal(false) {
        return Err(diagnostics);
    }
    let orders = read.map(|theme| theme.sections.0).unwrap_or_default().into_iter();
    Ok(orders.map(|(page, sections)| SectionOrder { file: Arc::clone(file), page, sections }).collect())
}

fn check_contract(theme: &ThemeFile, reading: &mut Reading) {
    if theme.contract != CONTRACT {
        let message = format!("the theme was written for contract {}, this cxbook has {CONTRACT}", theme.contract);
        let help = "compare its templates with the built-in ones, then change `contract`";
        reading.error(Code::ThemeContract, theme.at, message, Some(help.to_owned()));
    }
}
