//! Files of a theme that take no built-in one's place and that nothing uses: mostly names that were mistyped, whose author
//! looks at the built-in page and wonders.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use super::tags::tags;
use super::{FILES, ORIGINAL, Template, Theme};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, did_you_mean};

/// The files of a theme that nothing uses, each with the built-in one that was probably meant.
pub(super) fn unused(theme: &Theme) -> Diagnostics {
    let named = NamedTemplates::of(theme);
    let added = theme.own.iter().filter(|(path, _)| !FILES.contains_key(*path));
    let told = added.filter_map(|(path, file)| match path.strip_prefix("templates/") {
        Some(name) => named.template(name, file),
        None => static_file(theme, path.strip_prefix("static/")?, file),
    });
    told.collect()
}

/// The templates that others extend, include or import.
struct NamedTemplates<'t> {
    /// By the file that names them, and their names.
    names: BTreeSet<(&'t Path, &'t str)>,
    /// Whether the theme's own name such by what they are given, so that nobody can tell which. The built-in ones do so too,
    /// but mean built-in ones.
    are_computed: bool,
}

impl<'t> NamedTemplates<'t> {
    fn of(theme: &'t Theme) -> Self {
        let mut named = Self { names: BTreeSet::new(), are_computed: false };
        for template in theme.templates.values() {
            named.add(template);
        }
        named.are_computed = theme.own_templates().any(|(_, template)| named_in(template).any(is_computed));
        named
    }

    fn add(&mut self, template: &'t Template) {
        let texts = named_in(template).flat_map(|given| given.split(['"', '\'']).skip(1).step_by(2));
        self.names.extend(texts.map(|name| (&*template.file, name)));
    }

    /// The warning of a template that is not built in, where it is not used.
    fn template(&self, name: &str, file: &Arc<Path>) -> Option<Diagnostic> {
        let is_original = name.starts_with(ORIGINAL);
        let is_named = self.names.iter().any(|(by, used)| *used == name && *by != &**file);
        let meant = meant("templates/", name.strip_prefix(ORIGINAL).unwrap_or(name));
        if !is_original && (is_named || (self.are_computed && meant.is_none())) {
            return None;
        }
        let message = "this template takes no built-in one's place, and no other template uses it";
        let help = match meant {
            Some(path) => format!("did you mean `{path}`?"),
            None => "name it in an `include`, `import` or `extends` of another template, or remove it; \
                     `cxbook theme list` has the names of the built-in ones"
                .to_owned(),
        };
        Some(Diagnostic::new(Code::UnusedThemeFile, message).at(Place::file(file)).help(help))
    }
}

/// What stands behind the words of a template that name others.
fn named_in(template: &Template) -> impl Iterator<Item = &str> {
    tags(&template.text).into_iter().filter_map(|tag| {
        let keyword = tag.keyword();
        let names_others = matches!(keyword, "extends" | "include" | "import" | "from");
        names_others.then(|| tag.inside.get(keyword.len()..).unwrap_or_default().trim_start())
    })
}

/// Whether a name is made of what a template is given.
fn is_computed(given: &str) -> bool {
    !given.starts_with(['"', '\'', '[']) || given.contains('~')
}

/// The warning of a static file that is not built in, where it is probably meant to be: new ones are welcome.
fn static_file(theme: &Theme, name: &str, file: &Arc<Path>) -> Option<Diagnostic> {
    let path = meant("static/", name)?;
    if is_mentioned(theme, name) {
        return None;
    }
    let message = "this file takes no built-in one's place, and no template or file of the theme names it";
    Some(Diagnostic::new(Code::UnusedThemeFile, message).at(Place::file(file)).help(format!("did you mean `{path}`?")))
}

/// Whether another file of the theme has the name of a static file in its text.
fn is_mentioned(theme: &Theme, name: &str) -> bool {
    let last = last(name);
    let own = theme.own.keys().filter_map(|path| path.strip_prefix("static/"));
    let mut others = own.filter(|other| *other != name).filter_map(|other| theme.statics.get(other));
    theme.own_templates().any(|(_, template)| template.text.contains(last))
        || others.any(|bytes| std::str::from_utf8(bytes).is_ok_and(|text| text.contains(last)))
}

/// The built-in file below a folder whose name is nearest to that of another, whatever folders they lie in; static ones
/// of the same kind.
pub(super) fn meant(folder: &str, name: &str) -> Option<&'static str> {
    let (wanted, kind) = stem(name);
    let built_in = FILES.keys().filter(|path| path.starts_with(folder));
    let of_kind: Vec<&str> =
        built_in.map(String::as_str).filter(|path| folder != "static/" || stem(path).1 == kind).collect();
    let nearest = did_you_mean(wanted, of_kind.iter().map(|path| stem(path).0))?;
    of_kind.into_iter().find(|path| stem(path).0 == nearest)
}

/// A file's name without its folders, and its kind: `base` and `html`.
fn stem(path: &str) -> (&str, &str) {
    let name = last(path);
    name.split_once('.').unwrap_or((name, ""))
}

fn last(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or_default()
}
