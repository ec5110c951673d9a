//! Contact details in what respondents wrote, in several languages: what is one, what is none, and where it is masked.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use crate::project::{Project, files};

const MASKED: &[(&str, &str)] = &[
    ("Write to petra.vogel+cx@signals.example.com.", "Write to [e-mail address]."),
    ("jürgen@bahn.de, ana_ñ@correo.es", "[e-mail address], [e-mail address]"),
    ("mailto:o'neil@mail.co.uk", "mailto:[e-mail address]"),
    ("Reach me at +41 44 123 45 67 please", "Reach me at [phone number] please"),
    ("Tel. +49 (0)89 1234567.", "Tel. [phone number]."),
    ("(+1-202-555-0143)", "([phone number])"),
    ("0041 44 123 45 67", "[phone number]"),
    ("0041441234567", "[phone number]"),
    ("Bitte um Rückruf: 089/1234567", "Bitte um Rückruf: [phone number]"),
    ("Ich bin unter 0171 1234567 zu erreichen", "Ich bin unter [phone number] zu erreichen"),
    ("Handy 01711234567", "Handy [phone number]"),
    ("Appelez-moi au 01 23 45 67 89 !", "Appelez-moi au [phone number] !"),
    ("044 123 45 67, ab 9 Uhr", "[phone number], ab 9 Uhr"),
    ("Call 020 7946 0958", "Call [phone number]"),
    ("(212) 555-0143", "[phone number]"),
    ("ask for Jo, 212.555.0143", "ask for Jo, [phone number]"),
    ("llámame al 612 345 678", "llámame al [phone number]"),
    ("Telefon: 777 123 456", "Telefon: [phone number]"),
    ("mobile 5550143", "mobile [phone number]"),
    ("Pay to DE89 3704 0044 0532 0130 00 today", "Pay to [IBAN] today"),
    ("ch9300762011623852957", "[IBAN]"),
    ("GB29-NWBK-6016-1331-9268-19", "[IBAN]"),
    ("Karte 4111 1111 1111 1111", "Karte [card number]"),
    ("a@b.ch und 044 123 45 67", "[e-mail address] und [phone number]"),
];

const KEPT: &[&str] = &[
    "since 01.02.2026 and until 28.02.2026",
    "01.02.2026 12345",
    "2026-02-01 09:12:00",
    "between 05/2026 and 2024-2025",
    "01.01.2026-31.01.2026",
    "open 24/7, 09:00-17:30, 09.00-17.30 Uhr",
    "it cost 1 250 000.00 EUR, not CHF 1'250'000 or $1,250,000",
    "1 044 123 456 Stück",
    "up by +12 points, +250 000 000 in sales",
    "order 0712345678 and order no. 4500012345",
    "Bestellnummer 0712345678, Rechnung Nr. 2026-0012345",
    "ticket #0123456789, T-1001, INC0012345678",
    "tracking 00340434161094042557",
    "version 10.12.2026.1, build 2026.11.0001234, IP 192.168.100.201",
    "commande n° 0123456789",
    "in 2019, 2020, 2021 and 2022",
    "0.1234567 or 0,1234567 per cent",
    "12345678901234567890123456789",
    "DE89 3704 0044 0532 0130 01",
    "4111 1111 1111 1112",
    "EN 50126 2017 and ISO 9001 2015 14001",
    "@signals is our handle, me@home too",
    "5 @ 3.50",
    "Zug 0815 um 0712",
    "99999 Berlin, 10115 10117 10119",
];

/// A program with an account for each text, whose one answer it is the comment of.
fn commented<'t>(config: &str, promise: &str, texts: impl Iterator<Item = &'t str>) -> Project {
    let (mut accounts, mut rows) = (String::from("accounts:\n"), String::new());
    for (number, text) in texts.enumerate() {
        let _ = writeln!(accounts, "  - id: c{number}");
        let _ =
            writeln!(rows, "  - {{id: r{number}, account: c{number}, answers: {{recommend: 9}}, comment: {text:?}}}");
    }
    Project::with_config(config)
        .file("data/accounts.yaml", &accounts)
        .file("data/surveys/s.yaml", &format!("survey: s\nwave: w\nfrom: 2026-01-01\n{promise}responses:\n{rows}"))
}

fn comment(project: &Project, number: usize) -> String {
    project.text(&format!("accounts/c{number}/index.html")).replace("&#x27;", "'").replace("&#39;", "'")
}

#[test]
fn contact_details_are_masked() {
    let project = commented("", "", MASKED.iter().map(|(written, _)| *written));
    project.build();
    for (number, (written, expected)) in MASKED.iter().enumerate() {
        let page = comment(&project, number);
        assert!(page.contains(expected), "{written}: {page}");
    }
}

#[test]
fn other_numbers_and_signs_are_kept() {
    let project = commented("", "", KEPT.iter().copied());
    let run = project.build();
    assert!(!run.stderr.contains("W017"), "{}", run.stderr);
    for (number, written) in KEPT.iter().enumerate() {
        let page = comment(&project, number);
        assert!(page.contains(written), "{written}: {page}");
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
    let parts = ["a", "a@", "1", "1 ", "+", "+1", "0 1-", "(", "DE89 ", "01.", "tel 0", "@a.", "4111 "];
    let texts: Vec<String> = parts.iter().map(|part| part.repeat(300_000 / part.len())).collect();
    let project = commented("", "", texts.iter().map(String::as_str));
    let begun = Instant::now();
    project.build();
    assert!(begun.elapsed() < Duration::from_secs(60), "{:?}", begun.elapsed());
}
