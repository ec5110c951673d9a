//! Messages: that each one is there in each language with what it is given, and that none stands there for nobody.

mod literals;
mod own;
mod program;
mod pseudo;
mod russian;
mod said;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use cxbook::words::messages::variables;

use crate::project::Project;

/// Messages whose names are put together from parts.
const COMPOSED: [&str; 2] = ["month-", "labels-bend"];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let all = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().flatten().map(walkdir::DirEntry::into_path);
    all.filter(|path| path.extension().is_some_and(|found| found == extension)).collect()
}

/// The messages of a language by name, with the variables of each; one name has one message.
fn messages(language: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut all = BTreeMap::new();
    for file in files(&root().join("themes/default/i18n").join(language), "ftl") {
        for (name, used) in variables(&fs::read_to_string(&file).unwrap()) {
            assert!(all.insert(name.clone(), used).is_none(), "{name} of {} stands twice", file.display());
        }
    }
    all
}

fn languages() -> Vec<String> {
    let folders = fs::read_dir(root().join("themes/default/i18n")).unwrap();
    folders.map(|folder| folder.unwrap().file_name().into_string().unwrap()).collect()
}

/// The texts in quotes that follow one of these beginnings.
fn quoted_after<'t>(text: &'t str, beginnings: &[&str]) -> Vec<&'t str> {
    let places = beginnings.iter().flat_map(|beginning| text.match_indices(beginning));
    let quoted = places.filter_map(|(at, found)| {
        let rest = text[at + found.len()..].trim_start().strip_prefix('"')?;
        rest.split('"').next()
    });
    quoted.collect()
}

/// The messages that the code and the templates say.
fn said() -> BTreeSet<String> {
    let themes = ["html", "js"].into_iter().flat_map(|kind| files(&root().join("themes/default"), kind));
    let code = files(&root().join("src"), "rs").into_iter().chain(themes);
    let texts: Vec<String> = code.map(|file| fs::read_to_string(file).unwrap()).collect();
    let names = texts
        .iter()
        .flat_map(|text| quoted_after(text, &["say(", "say_often(", "plain(", "rich(", "say(words, ", "text(words, "]));
    // `say` and `plain` are also what others call their functions.
    names
        .filter(|name| name.chars().all(|c| c.is_ascii_lowercase() || c == '-' || c.is_ascii_digit()))
        .map(str::to_owned)
        .collect()
}

#[test]
fn every_message_that_is_said_exists() {
    let english = messages("en");
    let missing: Vec<String> = said().into_iter().filter(|name| !english.contains_key(name)).collect();
    assert!(missing.is_empty(), "no message in English: {missing:#?}");
}

#[test]
fn no_message_is_there_for_nobody() {
    let said = said();
    let is_used = |name: &String| {
        said.contains(name) || name.starts_with('-') || COMPOSED.iter().any(|part| name.starts_with(part))
    };
    let unused: Vec<String> = messages("en").into_keys().filter(|name| !is_used(name)).collect();
    assert!(unused.is_empty(), "nobody says {unused:#?}");
}

#[test]
fn every_language_has_every_message_with_no_other_variables() {
    let english = messages("en");
    let names = |all: &BTreeMap<String, BTreeSet<String>>| -> BTreeSet<String> {
        all.keys().filter(|name| !name.starts_with('-')).cloned().collect()
    };
    for language in languages() {
        let own = messages(&language);
        let missing: Vec<String> = names(&english).difference(&names(&own)).cloned().collect();
        assert!(missing.is_empty(), "{language} lacks {missing:#?}");
        let other: Vec<String> = names(&own).difference(&names(&english)).cloned().collect();
        assert!(other.is_empty(), "{language} has what English has not: {other:#?}");
        for (name, used) in own.iter().filter(|(name, _)| !name.starts_with('-')) {
            let unknown: Vec<&String> = used.difference(&english[name]).collect();
            assert!(unknown.is_empty(), "{language}: {name} is not given {unknown:?}");
        }
    }
}

#[test]
fn scripts_are_given_all_that_they_say() {
    let scripts: Vec<String> = files(&root().join("themes/default/static"), "js")
        .iter()
        .map(|file| fs::read_to_string(file).unwrap())
        .collect();
    let said: BTreeSet<&str> = scripts.iter().flat_map(|text| quoted_after(text, &["say("])).collect();
    assert!(said.contains("script-search"), "{said:?}");
    for (language, search) in [("en", "Search"), ("ru", "Поиск")] {
        let project = Project::with_config(&format!("language: {language}\n"));
        project.build();
        let words = project.page("assets/words.js");
        let missing: Vec<&&str> = said.iter().filter(|name| !words.contains(&format!("\"{name}\":"))).collect();
        assert!(missing.is_empty(), "scripts of {language} are not given {missing:?}");
        assert!(words.contains(&format!("\"script-search\":\"{search}\"")), "{words}");
        assert!(words.contains("{shown}") && words.contains("{all}"), "{words}");
    }
}
