//! Every code is used and explained, and what an explanation calls wrong is told with its code, what it calls right is
//! not.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use cxbook::diagnostic::{Code, Severity};
use rayon::prelude::*;

use crate::project::Project;

/// What explanations take for granted beside their examples.
const CONFIG: [(&str, &str); 3] = [
    ("title:", "title: Test\n"),
    ("customers:", "customers: b2b\n"),
    ("questions:", "questions:\n  recommend: {kind: nps, text: \"Would you recommend us?\"}\n"),
];
const ACCOUNTS: &str = "accounts:
  - {id: alpine-rail, attributes: {tier: strategic}, contacts: [{id: alpine-cfo, title: CFO, role: user}]}
  - {id: north-metro, attributes: {tier: key}}
";
const SURVEY: &str = "survey: relationship
wave: 2026-H1
responses:
  - {id: r-0001, account: alpine-rail, date: 2026-02-04, answers: {recommend: 9}, comment: Good.}
  - {id: r-0002, account: north-metro, date: 2026-02-04, answers: {recommend: 7}}
";

/// Explanations whose example is not a file of a program, or (E005, W001) has no cure that is one.
const WITHOUT_RIGHT: [Code; 12] = [
    Code::NoConfiguration,
    Code::Unreadable,
    Code::NotUtf8,
    Code::TooLarge,
    Code::TooMany,
    Code::TwoCommentaries,
    Code::OutputRefused,
    Code::WriteFailed,
    Code::InTheWay,
    Code::Internal,
    Code::FileNotRead,
    Code::LeftOver,
];

/// Explanations whose example cannot be written into a file by the test.
const WITHOUT_WRONG: [Code; 8] = [
    Code::Unreadable,
    Code::NotUtf8,
    Code::TooMany,
    Code::OutputRefused,
    Code::WriteFailed,
    Code::InTheWay,
    Code::Internal,
    Code::LeftOver,
];

/// The files of an explanation's example.
#[derive(Default)]
struct Example {
    /// Those that are wrong.
    wrong: BTreeMap<String, String>,
    /// The same ones mended.
    right: BTreeMap<String, String>,
    /// Those beside them.
    beside: BTreeMap<String, String>,
}

/// The code blocks of an explanation, by the line before each: `Wrong, in …:`, `Right, in …:`, `In …:`; `Right:` is in
/// the file that was wrong.
fn example(text: &str) -> Example {
    let mut example = Example::default();
    let mut wrong = String::new();
    let mut blocks = text.split("\n```");
    let mut before = blocks.next().unwrap_or_default();
    while let (Some(block), Some(after)) = (blocks.next(), blocks.next()) {
        let lead = before.trim_end().lines().last().unwrap_or_default();
        let file = lead.split('`').rev().nth(1).unwrap_or_default().to_owned();
        let content = format!("{}\n", block.split_once('\n').map_or("", |(_, content)| content));
        if lead.starts_with("Wrong") && lead.contains("in `") {
            wrong.clone_from(&file);
            example.wrong.insert(file, content);
        } else if lead.starts_with("Right") {
            example.right.insert(if file.is_empty() { wrong.clone() } else { file }, content);
        } else if lead.starts_with("In ") {
            example.beside.insert(file, content);
        }
        before = after;
    }
    example
}

/// The codes that `check` tells of a program with these files.
fn told(files: &[&BTreeMap<String, String>]) -> Vec<String> {
    let mut project = Project::new().file("data/accounts.yaml", ACCOUNTS);
    let others = |name: &str, key: &str| files.iter().any(|files| files.get(name).is_some_and(|t| t.contains(key)));
    // Answers fit the accounts and the question that are taken for granted.
    if !others("data/accounts.yaml", "") && (others("cxbook.yaml", "recommend") || !others("cxbook.yaml", "questions:"))
    {
        project = project.file("data/surveys/2026-H1.yaml", SURVEY);
    }
    let mut config = String::new();
    for (name, text) in files.iter().copied().flatten() {
        match name.as_str() {
            "cxbook.yaml" => config = text.clone(),
            _ => project = project.file(name, text),
        }
    }
    for (key, default) in CONFIG {
        if !config.lines().any(|line| line.starts_with(key)) {
            config.push_str(default);
        }
    }
    let run = project.file("cxbook.yaml", &config).run(&["check", ".", "--format", "json"]);
    let code = |line: &str| -> serde_json::Value { serde_json::from_str(line).expect("a line of JSON") };
    run.stdout.lines().map(|line| code(line)["code"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn every_code_is_used() {
    let mut text = String::new();
    for entry in walkdir::WalkDir::new(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")) {
        let entry = entry.unwrap();
        if entry.path().extension().is_some_and(|extension| extension == "rs") {
            text.push_str(&fs::read_to_string(entry.path()).unwrap());
        }
    }
    let used = |code: &&Code| text.contains(&format!("Code::{code:?}"));
    let unused: Vec<&Code> = Code::ALL.iter().filter(|code| !used(code)).collect();
    assert!(unused.is_empty(), "nothing tells {unused:?}");
}

#[test]
fn every_code_is_one_of_its_own_and_says_how_bad_it_is() {
    for (position, code) in Code::ALL.iter().enumerate() {
        assert!(Code::ALL[..position].iter().all(|other| other.as_str() != code.as_str()), "{code:?}");
        assert_eq!(code.severity() == Severity::Error, code.as_str().starts_with('E'));
        assert_eq!(Code::named(&code.as_str().to_lowercase()), Some(*code));
    }
}

#[test]
fn every_code_has_an_explanation_and_no_explanation_lacks_its_code() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/diagnostic/explanations");
    let mut files: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    files.sort();
    let codes: Vec<String> = Code::ALL.iter().map(|code| format!("{}.md", code.as_str())).collect();
    assert_eq!(files, codes);
    for code in Code::ALL {
        let (text, title) = (code.explanation(), format!("# {}: {}\n", code.as_str(), code.title()));
        assert!(text.starts_with(&title), "{code:?} begins with another title than {title}");
        assert!(text.contains("\nWrong") && (text.contains("\nRight") || text.contains("\nCure")), "{code:?}");
    }
}

#[test]
fn what_an_explanation_calls_wrong_is_told_with_its_code() {
    let quiet: Vec<(&Code, Vec<String>)> = Code::ALL
        .par_iter()
        .filter(|code| !WITHOUT_WRONG.contains(code))
        .map(|code| {
            let example = example(code.explanation());
            (code, told(&[&example.beside, &example.wrong]))
        })
        .filter(|(code, told)| !told.iter().any(|told| told == code.as_str()))
        .collect();
    assert!(quiet.is_empty(), "told instead: {quiet:?}");
}

#[test]
fn what_an_explanation_calls_right_is_free_of_it_and_of_mistakes() {
    let wrong: Vec<(&Code, Vec<String>)> = Code::ALL
        .par_iter()
        .filter(|code| !WITHOUT_RIGHT.contains(code))
        .map(|code| {
            let example = example(code.explanation());
            assert!(!example.right.is_empty(), "{code:?} shows nothing right");
            (code, told(&[&example.beside, &example.right]))
        })
        .filter(|(code, told)| told.iter().any(|told| told == code.as_str() || told.starts_with('E')))
        .collect();
    assert!(wrong.is_empty(), "told of what is right: {wrong:?}");
}
