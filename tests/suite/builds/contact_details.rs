//! Contact details in what respondents wrote, in several languages: what is one, what is none, and where it is masked.

mod in_passing;
mod kept;
mod masked;
mod orders;

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use self::in_passing::IN_PASSING;
use self::kept::KEPT;
use self::masked::MASKED;
use self::orders::ORDERS;
use crate::project::{Project, files, text_of};

/// A program with an account for each text, whose one answer it is the comment of.
fn commented<'t>(config: &str, promise: &str, texts: impl Iterator<Item = &'t str>) -> Project {
    let (mut accounts, mut rows) = (String::from("accounts:\n"), String::new());
    for (number, text) in texts.enumerate() {
        let _ = writeln!(accounts, "  - id: c{number}");
        let comment = text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
        let answers = "answers: {recommend: 9}";
        let _ = writeln!(rows, "  - {{id: r{number}, account: c{number}, {answers}, comment: \"{comment}\"}}");
    }
    Project::with_config(config)
        .file("data/accounts.yaml", &accounts)
        .file("data/surveys/s.yaml", &format!("survey: s\nwave: w\nfrom: 2026-01-01\n{promise}responses:\n{rows}"))
}

/// The comment that a page of an account shows.
fn comment(project: &Project, number: usize) -> String {
    let page = project.page(&format!("accounts/c{number}/index.html"));
    let (_, quoted) = page.split_once("<blockquote").expect("a comment");
    let (quoted, _) = quoted.split_once("</blockquote>").expect("the end of the comment");
    text_of(&format!("<p{quoted}")).replace("&gt;", ">").replace("&#39;", "'")
}

/// The texts whose comments are not shown as they are to be.
fn wrong<'t>(project: &Project, texts: impl Iterator<Item = (&'t str, &'t str)>) -> Vec<String> {
    let shown = texts.enumerate().map(|(number, (text, expected))| (text, expected, comment(project, number)));
    let spaced = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let wrong = shown.filter(|(_, expected, shown)| *shown != spaced(expected));
    wrong.map(|(text, expected, shown)| format!("{text:?} is {shown:?}, not {expected:?}")).collect()
}

#[test]
fn contact_details_are_masked() {
    for masked in [MASKED, IN_PASSING] {
        let project = commented("", "", masked.iter().map(|(written, _)| *written));
        project.build();
        assert_eq!(wrong(&project, masked.iter().copied()), Vec::<String>::new());
    }
}

#[test]
fn other_numbers_and_signs_are_kept() {
    for kept in [KEPT, ORDERS] {
        let project = commented("", "", kept.iter().copied());
        let run = project.build();
        assert_eq!(wrong(&project, kept.iter().map(|text| (*text, *text))), Vec::<String>::new());
        assert!(!run.stderr.contains("W017"), "{}", run.stderr);
    }
}

const WRITTEN: [&str; 2] =
    ["write to petra@example.com or call +41 44 123 45 67", "DE89 3704 0044 0532 0130 00, petra@example.com"];

/// The files of a site in which a contact detail stands.
fn told(project: &Project) -> Vec<String> {
    let tells = |bytes: &[u8]| {
        let text = String::from_utf8_lossy(bytes);
        ["petra@", "123 45 67", "DE89"].iter().any(|detail| text.contains(detail))
    };
    files(&project.site()).into_iter().filter(|(_, bytes)| tells(bytes)).map(|(file, _)| file).collect()
}

#[test]
fn they_are_shown_only_where_respondents_are_named() {
    for (respondents, promise, shows) in
        [("named", "", true), ("named", "promise: confidential\n", false), ("role", "promise: named\n", false)]
    {
        let project = commented(&format!("privacy: {{respondents: {respondents}}}\n"), promise, WRITTEN.into_iter());
        let project = project.file("commentary/index.md", "{{ quote(\"r0\") }}\n");
        let run = project.build();
        assert_eq!(!told(&project).is_empty(), shows, "{respondents} {promise}{:?}", told(&project));
        assert_eq!(run.stderr.contains("W017"), !shows, "{}", run.stderr);
        assert!(project.text("index.html").contains("write to [e-mail address] or call [phone number]") != shows);
    }
}

#[test]
fn an_anonymous_answer_is_masked_among_named_ones_and_so_are_answers_in_words() {
    let config = "  why: {kind: text, text: \"Why?\"}\nprivacy: {respondents: named}\n";
    let project = Project::with_config(config).file("data/accounts.yaml", "accounts: [{id: a}]\n").file(
        "data/surveys/s.yaml",
        "survey: s\nwave: w\nfrom: 2026-01-01\nresponses:\n  - {id: r1, account: a, anonymous: true, answers: {recommend: 9, why: \"ask petra@example.com\"}}\n",
    );
    let run = project.build();
    assert_eq!(told(&project), Vec::<String>::new());
    assert!(run.stderr.contains("1 e-mail address"), "{}", run.stderr);
}

#[test]
fn there_is_one_warning_a_file_and_it_counts() {
    let run = commented("", "", WRITTEN.into_iter()).build();
    assert_eq!(run.stderr.matches("W017").count(), 1, "{}", run.stderr);
    let counted = "contact details in what respondents wrote: 2 e-mail addresses, 1 phone number and 1 IBAN";
    assert!(run.stderr.contains(counted), "{}", run.stderr);
    assert!(run.stderr.contains("data/surveys/s.yaml:5"), "{}", run.stderr);
}

#[test]
fn hostile_text_takes_time_in_proportion() {
    let parts = [
        "a",
        "a@",
        "1",
        "1 ",
        "+",
        "+1",
        "0 1-",
        "(",
        "DE89 ",
        "01.",
        "tel 0",
        "@a.",
        "4111 ",
        "(0",
        "1 100 100 100 12 ",
        "0 1 7 1 ",
        " at a dot ",
    ];
    let texts: Vec<String> = parts.iter().map(|part| part.repeat(300_000 / part.len())).collect();
    let project = commented("", "", texts.iter().map(String::as_str));
    let begun = Instant::now();
    project.build();
    assert!(begun.elapsed() < Duration::from_secs(60), "{:?}", begun.elapsed());
}
