//! Mistakes: each folder of `cases` is a small program with a mistake of its own, and `expected.txt` is what
//! `cxbook check` says of it, to the letter. `arguments.txt`, where there is one, holds more arguments.
//!
//! Nothing is ever updated by itself: what was said instead is left in `target/tmp/mistakes/`, to be looked at and
//! copied by hand.

mod extremes;

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use rayon::prelude::*;

fn cases() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite/mistakes/cases")
}

/// What `cxbook check` says of a program, and how it ends; `HERE` stands for the folder it was run in.
fn said(within: &Path, name: &str, arguments: &[&str]) -> String {
    let output = Command::new(assert_cmd::cargo::cargo_bin!("cxbook"))
        .current_dir(within)
        .env_remove("SOURCE_DATE_EPOCH")
        .arg("check")
        .arg(name)
        .args(arguments)
        .output()
        .expect("cxbook runs");
    let code = output.status.code().map_or("none".to_owned(), |code| code.to_string());
    let text = String::from_utf8(output.stderr).expect("messages are UTF-8");
    format!("{}exit code {code}\n", text.replace(&within.display().to_string(), "HERE"))
}

/// What is wrong with what a case says, if anything is.
fn difference(name: &str) -> Option<String> {
    let folder = cases().join(name);
    let arguments = fs::read_to_string(folder.join("arguments.txt")).unwrap_or_default();
    let said = said(&cases(), name, &arguments.split_whitespace().collect::<Vec<_>>());
    let expected = fs::read_to_string(folder.join("expected.txt")).ok();
    if expected.as_ref() == Some(&said) {
        return None;
    }
    let kept = Path::new(env!("CARGO_TARGET_TMPDIR")).join("mistakes");
    fs::create_dir_all(&kept).expect("the folder for what was said");
    let kept = kept.join(format!("{name}.txt"));
    fs::write(&kept, &said).expect("what was said is kept");
    let expected = expected.unwrap_or_else(|| "nothing: the case has no `expected.txt`\n".to_owned());
    Some(format!("== {name}\n-- expected\n{expected}-- said ({})\n{said}", kept.display()))
}

#[test]
fn every_mistake_is_told_as_expected() {
    let mut names: Vec<String> = fs::read_dir(cases())
        .expect("the cases")
        .map(|entry| entry.expect("a case").file_name().into_string().expect("a plain name"))
        .collect();
    names.sort();
    assert!(names.len() > 100, "only {} cases were found", names.len());
    let differences: Vec<String> = names.par_iter().filter_map(|name| difference(name)).collect();
    assert!(differences.is_empty(), "{} of {} differ\n{}", differences.len(), names.len(), differences.join("\n"));
}
