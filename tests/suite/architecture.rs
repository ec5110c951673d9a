//! The import rule of the stages: a stage uses those above it and `diagnostic`, never one below, nor what is around them;
//! and no circle of files.

mod circles;

use std::fs;
use std::path::{Path, PathBuf};

/// From the sources down.
const STAGES: [&str; 9] =
    ["sources", "program", "metrics", "disclosure", "words", "charts", "pages", "render", "output"];

/// What is around the stages, and sees all of them.
const AROUND: [&str; 3] = ["build", "cli", "commands"];

/// Crates that have their place.
const ONE_PLACE: [(&str, &[&str]); 16] = [
    ("saphyr_parser", &["sources/"]),
    ("serde_json", &["build/standing.rs", "sources/", "charts/", "commands/", "pages/scripts.rs"]),
    ("charming", &["charts/"]),
    ("schemars", &["charts/sparkline.rs", "pages/", "render/"]),
    ("minijinja", &["render/"]),
    ("pulldown_cmark", &["render/"]),
    ("ammonia", &["render/"]),
    ("fluent_bundle", &["words/"]),
    ("fluent_syntax", &["words/"]),
    ("clap", &["cli.rs", "commands/mod.rs", "commands/shell.rs"]),
    ("notify", &["commands/watch.rs", "commands/watch/"]),
    ("ctrlc", &["commands/watch.rs"]),
    ("axum", &["commands/serve/"]),
    ("tokio", &["commands/serve/"]),
    ("tokio_stream", &["commands/serve/"]),
    ("tower_http", &["commands/serve/"]),
];

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}

fn sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let relative = |path: &Path| path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
    rust_files(&root).iter().map(|path| (relative(path), fs::read_to_string(path).unwrap())).collect()
}

fn stage_of(file: &str) -> Option<usize> {
    STAGES.iter().position(|stage| file.starts_with(&format!("{stage}/")))
}

/// The stages that a file names: after `crate::`, and in groups as `use crate::{pages, program::Program}`.
fn used(text: &str) -> Vec<usize> {
    let mut names: Vec<&str> = Vec::new();
    for (at, _) in text.match_indices("crate::") {
        let rest = &text[at + "crate::".len()..];
        match rest.strip_prefix('{') {
            Some(group) => names.extend(group.split('}').next().unwrap_or_default().split(',').map(str::trim)),
            None => names.push(rest),
        }
    }
    let is = |name: &str, stage: &str| {
        name.strip_prefix(stage).is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_'))
    };
    names.into_iter().filter_map(|name| STAGES.iter().position(|stage| is(name, stage))).collect()
}

#[test]
fn a_stage_uses_only_those_above_it() {
    let mut wrong = Vec::new();
    for (file, text) in sources() {
        let Some(stage) = stage_of(&file) else { continue };
        for other in used(&text).into_iter().filter(|other| *other > stage) {
            wrong.push(format!("{file} uses {}", STAGES[other]));
        }
        if text.contains("super::super::") {
            wrong.push(format!("{file} climbs with super::super, which hides what it uses"));
        }
        for around in AROUND.into_iter().filter(|around| text.contains(&format!("crate::{around}"))) {
            wrong.push(format!("{file} uses {around}"));
        }
    }
    assert!(wrong.is_empty(), "a stage reaches past its place: {wrong:#?}");
}

/// Files behind disclosure that reach past it. One that no longer does leaves this list, and none comes to it.
const PAST_DISCLOSURE: [&str; 0] = [];

#[test]
fn pages_see_a_program_and_its_figures_through_disclosure_alone() {
    let position = |wanted: &str| STAGES.iter().position(|stage| *stage == wanted).unwrap();
    let hidden = [position("program"), position("metrics")];
    let is_behind = |file: &str| stage_of(file).is_some_and(|stage| stage > position("disclosure"));
    let reaches_past = |text: &str| used(text).iter().any(|stage| hidden.contains(stage));
    let behind = sources().into_iter().filter(|(file, _)| is_behind(file));
    let past: Vec<String> = behind.filter(|(_, text)| reaches_past(text)).map(|(file, _)| file).collect();
    assert_eq!(past, PAST_DISCLOSURE, "take names of a program and of figures from `crate::disclosure`");
    assert!(reaches_past("use crate::metrics::Scope;") && !reaches_past("use crate::disclosure::Scope;"));
}

/// What stands for persons, and for all that is known.
const NEVER_HANDED_ON: [&str; 8] =
    ["Response", "Contact", "Register", "Invitation", "Tally", "Program", "Metrics", "WaveMetrics"];

/// The parts of a Rust file that others see: what it hands on, public fields, and what public functions give.
fn seen_by_others(text: &str) -> Vec<String> {
    let flat = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join(" ");
    let public = flat.split("pub ").skip(1).map(|item| {
        let end = if item.starts_with("use ") || item.starts_with("mod ") { ";" } else { " {" };
        item.split(end).next().unwrap_or_default().to_owned()
    });
    // What a function is given is not what it gives.
    public.map(|item| item.rsplit_once("-> ").map_or(item.clone(), |(_, given)| given.to_owned())).collect()
}

fn names(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '_').collect()
}

#[test]
fn disclosure_hands_on_no_person_and_not_all_that_is_known() {
    for (file, text) in sources().into_iter().filter(|(file, _)| file.starts_with("disclosure/")) {
        for seen in seen_by_others(&text).into_iter().filter(|seen| !seen.starts_with("fn disclose<")) {
            let known = NEVER_HANDED_ON.into_iter().find(|never| names(&seen).contains(never));
            assert_eq!(known, None, "{file} hands on `{seen}`");
        }
    }
    let text =
        "pub use crate::program::Response;\npub struct Given {\n    /// The response.\n    pub response: Response,\n}";
    assert_eq!(seen_by_others(text).iter().filter(|seen| names(seen).contains(&"Response")).count(), 2);
    assert_eq!(names(&seen_by_others("pub fn n(&self, of: &Response) -> usize {")[0]), ["usize"]);
}

#[test]
fn each_of_these_crates_has_its_place() {
    for (name, places) in ONE_PLACE {
        for (file, text) in sources() {
            let uses = text.contains(&format!("{name}::")) || text.contains(&format!("use {name}"));
            let allowed = places.iter().any(|place| file.starts_with(place));
            assert!(!uses || allowed, "{name} belongs to {places:?}, and is used in {file}");
        }
    }
}

/// The page kinds that a text matches over: `KindId::Own =>`, `KindId::Own |`, `KindId::Own if`.
fn matched_kinds(text: &str) -> Vec<&str> {
    let names = text.split("KindId::").skip(1);
    let is_arm = |name: &&str| {
        let behind = name.trim_start_matches(|c: char| c.is_alphanumeric()).trim_start();
        ["=>", "|", "if "].into_iter().any(|sign| behind.starts_with(sign) && !behind.starts_with("||"))
    };
    names.filter(is_arm).map(|name| name.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default()).collect()
}

#[test]
fn only_the_table_knows_what_a_page_kind_is() {
    for (file, text) in sources() {
        assert_eq!(matched_kinds(&text), Vec::<&str>::new(), "{file} matches over page kinds: give them a column");
    }
    assert_eq!(matched_kinds("match kind {\n KindId::Own => 1, KindId::Wave\n | KindId::Waves => 2 }").len(), 3);
    assert_eq!(matched_kinds("key.kind == KindId::Own || key.kind == KindId::Wave"), Vec::<&str>::new());
}

#[test]
fn only_commands_print() {
    for (file, text) in sources().into_iter().filter(|(file, _)| !file.starts_with("commands/")) {
        for print in ["println!", "eprintln!", "print!(", "eprint!(", "dbg!", "stdout()", "stderr()"] {
            assert!(!text.contains(print), "{file} prints with {print}");
        }
    }
}

#[test]
fn every_file_says_what_it_owns_and_stays_readable() {
    for (file, text) in sources() {
        assert!(text.starts_with("//!"), "{file} does not open with what it owns");
        let lines = text.lines().count();
        assert!(lines <= 400, "{file} has {lines} lines");
    }
}

#[test]
fn the_rule_is_seen_to_bite() {
    assert_eq!(used("use crate::pages::words;\nuse crate::diagnostic::At;"), vec![6]);
    assert_eq!(used("use crate::{diagnostic, render, program::Program};"), vec![7, 1]);
    assert_eq!(used("crate::pages_of_it"), Vec::<usize>::new());
    assert_eq!(stage_of("metrics/nps.rs"), Some(2));
}

/// Names that two types have on purpose: what a file says and what it comes to once it is checked, waves and tickets as they are
/// and as they may be shown; and kinds, values, blocks and sections,
/// which are always of what their module is about. The fewer there are the better.
const SHARED_NAMES: [&str; 12] = [
    "Answer",
    "Answers",
    "Attributes",
    "Block",
    "Invitations",
    "Kind",
    "Known",
    "Section",
    "Tickets",
    "Value",
    "Wave",
    "Whose",
];

/// The types that a file declares, at its top level.
fn declared(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter_map(|line| {
        let line = line.strip_prefix("pub").map_or(line, |rest| rest.strip_prefix(' ').unwrap_or(rest));
        let line = line.strip_prefix('(').and_then(|rest| rest.split_once(") ")).map_or(line, |(_, rest)| rest);
        let rest = ["struct ", "enum ", "trait ", "type "].iter().find_map(|word| line.strip_prefix(word))?;
        rest.split(|c: char| !c.is_alphanumeric()).next()
    })
}

#[test]
fn a_type_name_has_one_meaning() {
    let mut known: std::collections::BTreeMap<String, Vec<String>> = std::collections::BTreeMap::new();
    for (file, text) in sources() {
        for name in declared(&text) {
            known.entry(name.to_owned()).or_default().push(file.clone());
        }
    }
    for name in SHARED_NAMES {
        assert!(known.get(name).is_some_and(|files| files.len() > 1), "{name} has one meaning by now");
    }
    known.retain(|name, files| files.len() > 1 && !SHARED_NAMES.contains(&name.as_str()));
    assert!(known.is_empty(), "a type name that several files declare: {known:#?}");
    let text = "pub(super) struct One<'a> {\npub enum Two {\ntype Three = u8;\n    struct Inner;\n// struct Four";
    assert_eq!(declared(text).collect::<Vec<_>>(), ["One", "Two", "Three"]);
}
