//! Numbers agree: two counts of the same thing on a page are the same or say why not, and parts add up as printed.

use std::path::Path;

use crate::project::{Project, files, run, text_of};

/// The texts of all pages of the example.
fn example() -> Vec<(String, String)> {
    let project = Project::new();
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("example-site");
    let site = project.site();
    let arguments = ["build", example.to_str().unwrap(), "--output", site.to_str().unwrap()];
    assert_eq!(run(&mut project.command(&arguments)).code, 0);
    let pages = files(&site).into_iter().filter(|(file, _)| file.ends_with(".html"));
    pages.map(|(file, bytes)| (file, text_of(&String::from_utf8(bytes).unwrap()))).collect()
}

/// The numbers of a text, whole ones with their signs.
fn numbers(text: &str) -> Vec<i64> {
    let text = text.replace('−', "-");
    let words = text.split(|c: char| !(c.is_ascii_digit() || c == '-' || c == '+'));
    words.filter_map(|word| word.parse().ok()).collect()
}

/// What stands between two phrases, each time that the first is there.
fn between<'t>(text: &'t str, from: &str, to: &str) -> Vec<&'t str> {
    let found = text.split(from).skip(1).filter_map(|rest| rest.split_once(to)).map(|(found, _)| found);
    // What ends further on than a sentence is another one's.
    found.filter(|found| found.len() < 120 && !found.contains(". ")).collect()
}

#[test]
fn the_contacts_who_answered_both_times_are_as_many_in_every_sentence_of_a_page() {
    let mut found = 0;
    for (file, text) in example() {
        let split = between(&text, "comes from the ", " contacts who answered both times");
        let moved = between(&text, "Of ", " contacts who answered both times");
        let moved: Vec<&str> = moved.into_iter().filter(|count| count.parse::<u64>().is_ok()).collect();
        if let ([split, ..], [moved, ..]) = (split.as_slice(), moved.as_slice()) {
            assert_eq!(split, moved, "{file}");
            let parts = between(&text, "contacts who answered both times ", ".").into_iter().next_back().unwrap();
            assert_eq!(numbers(parts).iter().sum::<i64>(), moved.parse::<i64>().unwrap(), "{file}: {parts}");
            found += 1;
        }
    }
    assert!(found >= 4, "{found} pages have both");
}

#[test]
fn the_parts_of_a_change_add_up_as_printed() {
    let mut found = 0;
    for (file, text) in example() {
        for sentence in between(&text, "Of the change of ", " from different people answering") {
            let [whole, same, _, other] = numbers(sentence)[..] else { panic!("{file}: {sentence}") };
            assert_eq!(whole, same + other, "{file}: {sentence}");
            found += 1;
        }
    }
    assert!(found >= 5, "{found} changes have parts");
}

#[test]
fn promoters_passives_and_detractors_add_up_as_printed() {
    let mut found = 0;
    for (file, text) in example() {
        for shares in between(&text, "How the answers divide ", " detractors") {
            let [promoters, _, _, passives, _, _, detractors] = numbers(shares)[..] else { panic!("{file}: {shares}") };
            assert_eq!(promoters + passives + detractors, 100, "{file}: {shares}");
            found += 1;
        }
    }
    assert!(found >= 20, "{found} pages have a distribution");
}

#[test]
fn what_the_sentence_of_a_dimension_and_its_heat_map_count_is_said() {
    for (file, text) in example() {
        if file != "segments/region/index.html" {
            continue;
        }
        assert!(text.contains(" of 18 figures (11 questions, 6 blocks and the index)"), "{text}");
        assert!(text.contains("Of 44 scores (11 questions in 4 groups)"), "{text}");
    }
}

/// Two waves of accounts with so many answers of 9 in each; every account is a value of its own.
fn accounts(counts: &[(usize, usize)]) -> Project {
    let mut register = String::from("accounts:\n");
    let mut waves = [String::new(), String::new()];
    for (account, (before, now)) in counts.iter().enumerate() {
        register.push_str(&format!("  - {{id: a{account}, attributes: {{site: s{account}}}}}\n"));
        for (wave, answers) in [before, now].into_iter().enumerate() {
            for answer in 0..*answers {
                let score = [9, 6, 10, 8, 2][answer % 5];
                waves[wave].push_str(&format!(
                    "  - {{id: w{wave}-a{account}-{answer}, account: a{account}, answers: {{recommend: {score}}}}}\n"
                ));
            }
        }
    }
    let project = Project::with_config("segments: [{id: site, label: Site, by: account.site}]\n")
        .file("data/accounts.yaml", &register)
        .file(
            "data/surveys/1.yaml",
            &format!("survey: s\nwave: w1\nfrom: 2025-01-01\nto: 2025-01-31\nresponses:\n{}", waves[0]),
        )
        .file(
            "data/surveys/2.yaml",
            &format!("survey: s\nwave: w2\nfrom: 2026-01-01\nto: 2026-01-31\nresponses:\n{}", waves[1]),
        );
    project.build();
    project
}

#[test]
fn that_none_of_many_values_stands_out_is_said_of_the_leading_question_alone() {
    let text = accounts(&[(5, 5); 16]).text("index.html");
    assert!(text.contains("By the leading question none of 16 values stands out"), "{text}");
    let few = accounts(&[(5, 5); 3]).text("segments/index.html");
    assert!(few.contains("By this question no group stands out against everyone else."), "{few}");
}

#[test]
fn a_line_that_ends_before_the_last_answers_says_why() {
    let project = accounts(&[(5, 2), (6, 6)]);
    let page = project.text("accounts/a0/index.html");
    assert!(page.contains("The line ends in w1: in w2 there is no score (fewer than 5 answers"), "{page}");
    assert!(!project.text("accounts/a1/index.html").contains("The line ends"));
    let more = project.root().join("data/surveys/0.yaml");
    let first = std::fs::read_to_string(project.root().join("data/surveys/1.yaml")).unwrap();
    std::fs::write(more, first.replace("w1", "w0").replace("2025", "2024").replace("id: w0-", "id: v-")).unwrap();
    project.build();
    let table = project.text("accounts/index.html");
    assert!(table.contains("in w1; no score in w2"), "the small drawing says it too: {table}");
}
