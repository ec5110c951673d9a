//! Mistakes too large to lie in the repository: they are written when the test runs. Each has to end at once, with one
//! message; none of them is read to its end.

use std::fs::{self, File};
use std::path::Path;

use super::said;

const CONFIG: &str =
    "title: Small\ncustomers: b2b\nquestions:\n  recommend: {kind: nps, text: Would you recommend us?}\n";

/// A program with one more file.
fn program(folder: &Path, path: &str, text: &str) {
    fs::write(folder.join("cxbook.yaml"), CONFIG).expect("the configuration is written");
    let file = folder.join(path);
    fs::create_dir_all(file.parent().expect("a folder")).expect("the folder is made");
    fs::write(file, text).expect("the file is written");
}

/// What is said of a program with one more file, of which only this is the mistake.
fn said_of(path: &str, text: &str) -> String {
    let folder = tempfile::tempdir().expect("a folder for the program");
    program(folder.path(), path, text);
    said(folder.path(), ".", &[])
}

#[test]
fn a_line_over_a_mebibyte_is_refused_at_its_place() {
    let long = format!("accounts:\n  - {{id: a, name: {}}}\n", "x".repeat(1024 * 1024));
    let said = said_of("data/accounts.yaml", &long);
    assert!(said.starts_with("error[E005]: a line is longer than 1 MiB\n --> data/accounts.yaml:2:1\n"), "{said}");
    assert!(said.ends_with("help: break it up\n\nno site: 1 mistake, 0 warnings\nexit code 1\n"), "{said}");
    assert!(said.len() < 1000, "{} bytes are said of one line", said.len());
    assert!(said_of("commentary/index.md", &long).contains("--> commentary/index.md:2:1\n"));
}

#[test]
fn a_file_over_two_gibibytes_is_not_read() {
    let folder = tempfile::tempdir().expect("a folder for the program");
    program(folder.path(), "data/accounts.yaml", "");
    let file = File::create(folder.path().join("data/accounts.yaml")).expect("the file is made");
    // Nothing is written, so the file takes no space.
    file.set_len(2 * 1024 * 1024 * 1024 + 1).expect("the file is made long");
    let said = said(folder.path(), ".", &[]);
    assert!(said.starts_with("error[E005]: the file has 2147483649 bytes; 2 GiB is the most that is read\n"), "{said}");
    assert!(said.contains("--> data/accounts.yaml\n"), "{said}");
    assert!(said.ends_with("no site: 1 mistake, 0 warnings\nexit code 1\n"), "{said}");
}

#[test]
fn no_depth_is_followed_to_its_end() {
    let deep = [
        ("data/accounts.yaml", format!("accounts: {}\n", "[".repeat(1_000_000))),
        ("data/accounts.yaml", format!("accounts: {}\n", "{".repeat(1_000_000))),
        ("data/accounts.yaml", format!("accounts: {}\n", "{a: ".repeat(200_000))),
        ("data/accounts.yaml", format!("accounts:\n  {}\n", "- ".repeat(400_000))),
        ("data/accounts.json", format!("{{\"accounts\": {}\n", "[".repeat(1_000_000))),
    ];
    for (path, text) in deep {
        let said = said_of(path, &text);
        assert!(said.starts_with("error[E005]: nested deeper than 64 levels\n"), "{said}");
        assert!(said.ends_with("no site: 1 mistake, 0 warnings\nexit code 1\n"), "{said}");
    }
}

#[test]
fn characters_without_end_end_in_one_mistake() {
    for (text, times) in [("!", 1_000_000), ("*", 1_000_000), ("%", 1_000_000), ("\"", 999_999), ("? ", 400_000)] {
        let said = said_of("data/accounts.yaml", &format!("accounts:\n  {}\n", text.repeat(times)));
        assert!(said.ends_with("no site: 1 mistake, 0 warnings\nexit code 1\n"), "{text}: {said}");
        assert!(said.len() < 1000, "{} bytes are said of `{text}`", said.len());
    }
}

#[test]
fn thousands_of_mistakes_are_counted_and_a_hundred_shown() {
    let rows: Vec<String> = (0..5000).map(|row| format!("    - [r-{row}, unknown-{row}, 11]\n")).collect();
    let head = "survey: relationship\nwave: 2026-Q1\ntable:\n  columns: [id, account, recommend]\n  rows:\n";
    let said = said_of("data/surveys/2026-q1.yaml", &format!("{head}{}", rows.concat()));
    assert_eq!(said.matches("\nerror[").count() + 1, 200, "{said}");
    assert!(said.contains("11 is outside the scale: `recommend` takes 0 to 10 (and 4900 more like it)\n"), "{said}");
    assert!(said.contains("unknown account `unknown-99` (and 4900 more like it)\n"), "{said}");
    assert!(said.ends_with("no site: 10000 mistakes, 0 warnings\nexit code 1\n"), "{said}");
}

#[test]
fn tens_of_thousands_of_cells_are_compared() {
    let cell = |n: usize| format!("  - {{where: {{account: a{n}}}, question: recommend, counts: {{9: 1}}}}\n");
    let cells: Vec<String> = (0..20_000).chain([19_999]).map(cell).collect();
    let folder = tempfile::tempdir().expect("a folder for the program");
    let accounts: Vec<String> = (0..20_000).map(|n| format!("  - {{id: a{n}}}\n")).collect();
    program(folder.path(), "data/accounts.yaml", &format!("accounts:\n{}", accounts.concat()));
    let tallies = format!("survey: s\nwave: w\ntallies:\n{}", cells.concat());
    program(folder.path(), "data/surveys/s.yaml", &format!("{tallies}  - {{question: why, counts: {{9: 1}}}}\n"));
    let said = said(folder.path(), ".", &[]);
    let twice = "error[E078]: two cells of `recommend` count the same answers\n     --> data/surveys/s.yaml:20004:5\n";
    assert!(said.starts_with(twice), "{said}");
    assert!(said.ends_with("no site: 2 mistakes, 0 warnings\nexit code 1\n"), "{said}");
}
