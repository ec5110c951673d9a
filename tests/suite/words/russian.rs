//! Programs in Russian: no English but names, and numbers and plurals as Russian writes them.

use std::collections::BTreeSet;
use std::fs;

use super::pseudo::{NAMES, is_id, said};
use super::{files, program, root};
use crate::project::Project;

/// Names that Russian writes in Latin letters, too.
const RUSSIAN_NAMES: [(&str, &str); 11] = [
    ("NPS", "the score"),
    ("n", "the number of answers"),
    ("SHA", "the hash of the sources"),
    ("IBAN", "the number of an account at a bank"),
    ("AAPOR", "who defines response rates"),
    ("RR2", "the response rate that is meant"),
    ("CR2", "an estimate of a variance"),
    ("data", "a folder of the site"),
    ("metrics", "a file of the site"),
    ("surveys", "a folder of the program"),
    ("support", "a file of the site"),
];

/// Whom the methodology quotes, and the file of figures.
const CITED: [&str; 12] = [
    "csv",
    "Kish",
    "Korn",
    "Graubard",
    "Wilson",
    "Rocks",
    "Sauro",
    "Lewis",
    "Agresti",
    "Caffo",
    "Benjamini",
    "Hochberg",
];
const CITED_TOO: [&str; 4] = ["Bell", "McCaffrey", "Pustejovsky", "Tipton"];

fn is_known(word: &str) -> bool {
    let is_hash = word.len() == 64 && word.chars().all(|c| c.is_ascii_hexdigit());
    let names = NAMES.iter().chain(&RUSSIAN_NAMES).map(|(name, _)| *name);
    is_hash || is_id(word) || names.chain(CITED).chain(CITED_TOO).any(|name| name == word)
}

#[test]
fn no_english_is_left() {
    let mut left = BTreeSet::new();
    for (name, project) in program::all() {
        let config = fs::read_to_string(project.root().join("cxbook.yaml")).unwrap();
        project.write("cxbook.yaml", &config.replace("language: xx\ntheme: xx\n", "language: ru\n"));
        let built = project.run(&["build", ".", "--today", "2026-05-02"]);
        assert_eq!(built.code, 0, "{name}: {}", built.stderr);
        for (page, said) in said(&project) {
            let words = said.text.split(|c: char| !c.is_alphanumeric());
            let mut words = words.filter(|word| word.contains(|c: char| c.is_ascii_alphabetic()));
            if words.any(|word| !is_known(word)) {
                left.insert(format!("{}: {} ({name}, {page})", said.place, said.text.trim()));
            }
        }
    }
    assert!(left.is_empty(), "{} texts are English:\n{}", left.len(), left.into_iter().collect::<Vec<_>>().join("\n"));
}

/// The example in Russian, whose data are English.
fn example() -> Project {
    let folder = root().join("example-site");
    let project = ["yaml", "md"].into_iter().flat_map(|of| files(&folder, of)).fold(Project::new(), |project, file| {
        let name = file.strip_prefix(&folder).unwrap().to_str().unwrap().to_owned();
        project.file(&name, &fs::read_to_string(&file).unwrap())
    });
    let config = fs::read_to_string(project.root().join("cxbook.yaml")).unwrap();
    project.write("cxbook.yaml", &config.replace("customers: b2b\n", "customers: b2b\nlanguage: ru\n"));
    let built = project.build();
    assert_eq!(built.stderr, "");
    project
}

/// Whether a text has something that a message was not given, or the name of a message that there is not.
fn is_broken(text: &str) -> bool {
    let is_name = |inside: &str| {
        inside.starts_with(['$', ' '])
            || inside.contains('-') && inside.chars().all(|c| c.is_ascii_lowercase() || c == '-')
    };
    text.split('{').skip(1).any(|rest| rest.split('}').next().is_some_and(is_name))
}

#[test]
fn the_example_is_whole_in_russian() {
    let project = example();
    let all = said(&project);
    let broken: Vec<_> = all.iter().filter(|(_, said)| is_broken(&said.text)).collect();
    assert!(broken.is_empty(), "{broken:#?}");
    for (file, bytes) in project.files().iter().filter(|(file, _)| file.ends_with(".html")) {
        let html = String::from_utf8_lossy(bytes);
        assert!(html.contains("<html lang=\"ru\">"), "{file}");
    }
    let page = project.text("waves/relationship/2026-h1/index.html");
    assert!(page.contains("3,57") && !page.contains("3.57"), "the decimals of {page}");
    assert!(all.iter().any(|(_, said)| said.text.contains('«')), "no « anywhere");
    let stops: Vec<_> = all.iter().filter(|(_, said)| said.text.contains("S.A..")).collect();
    assert!(stops.is_empty(), "two stops behind a name: {stops:#?}");
}

#[test]
fn what_is_counted_is_in_the_plural_that_its_number_needs() {
    let counted = ["1 пункт", "2 пункта", "5 пунктов", "21 пункт", "22 пункта", "111 пунктов", "1,5 пункта"];
    let questions = counted.iter().enumerate().fold(String::new(), |questions, (position, text)| {
        let points = text.split(' ').next().unwrap().replace(',', ".");
        format!("{questions}  q{position}: {{kind: nps, text: Вопрос, relevant: {points}}}\n")
    });
    let config = format!("title: Тест\nlanguage: ru\ncustomers: b2b\nquestions:\n{questions}");
    let project = Project::new().file("cxbook.yaml", &config);
    project.build();
    let page = project.page("methodology/index.html");
    let cells: Vec<&str> = page.split("<td class=\"num\">").skip(1).filter_map(|rest| rest.split('<').next()).collect();
    assert_eq!(cells, counted.map(|text| text.replace(' ', "\u{a0}")));
}

#[test]
fn what_a_message_lacks_is_seen() {
    assert!(is_broken("ответило {$n} человек") && is_broken("{ $n }") && is_broken("{no-such-message}"));
    assert!(!is_broken("{shown} of {all}") && !is_broken("no braces"));
}
