//! Which answers count, and for what.

use crate::project::Project;

const ACCOUNTS: &str = "accounts:
  - {id: a, name: Alpha, contacts: [{id: a1, role: user}, {id: a2, role: decision-maker, influence: 3}]}
  - {id: b, name: Beta, revenue: 300, contacts: [{id: b1}]}
  - {id: c, name: Gamma, revenue: 100, aliases: [old-c], contacts: [{id: c1}]}
";

fn survey(rows: &str) -> String {
    format!(
        "survey: relationship\nwave: 2026-H1\nfrom: 2026-01-01\nto: 2026-06-30\ntable:\n  columns: [id, account, contact, date, recommend]\n  rows:\n{rows}"
    )
}

fn project(more: &str, rows: &str) -> Project {
    Project::with_config(more).file("data/accounts.yaml", ACCOUNTS).file("data/surveys/h1.yaml", &survey(rows))
}

const TWICE: &str = "    - [r1, a, a1, 2026-02-01, 10]\n    - [r2, a, a1, 2026-03-01, 0]\n";

#[test]
fn of_several_answers_of_a_contact_the_last_counts() {
    let project = project("", TWICE);
    project.build();
    assert!(project.figure("relationship,2026-H1,program,recommend,nps").starts_with("-100.0000,,,1,"));
    assert!(project.text("waves/relationship/2026-h1/index.html").contains("1 answer does not count"));
}

#[test]
fn repeat_first_and_all_do_what_they_say() {
    let first = project("repeat: first\n", TWICE);
    first.build();
    assert!(first.figure("relationship,2026-H1,program,recommend,nps").starts_with("100.0000,,,1,"));
    let all = project("repeat: all\n", TWICE);
    all.build();
    assert!(all.figure("relationship,2026-H1,program,recommend,nps").starts_with("0.0000,"));
}

#[test]
fn transactional_surveys_count_every_answer() {
    let project = project("surveys: {relationship: {kind: transactional}}\n", TWICE);
    project.build();
    assert!(project.figure("relationship,2026-H1,program,recommend,nps").contains(",2,"));
}

#[test]
fn an_answer_that_names_only_a_contact_belongs_to_its_account_and_an_alias_is_fine() {
    let project = project("", "    - [r1, null, a1, 2026-02-01, 10]\n    - [r2, old-c, c1, 2026-02-01, 9]\n");
    project.build();
    assert!(project.figure("relationship,2026-H1,account:a,recommend,nps").starts_with("100.0000,"));
    assert!(project.figure("relationship,2026-H1,account:c,recommend,nps").starts_with("100.0000,"));
}

#[test]
fn what_does_not_apply_is_left_out_of_that_question_only() {
    let config = "  ease: {kind: ces, text: Easy}\n";
    let survey = "survey: s\nwave: w\nresponses:\n  - {id: r1, answers: {recommend: 9, ease: na}}\n  - {id: r2, answers: {recommend: 9, ease: 7}}\n";
    let project = Project::with_config(config).file("data/surveys/s.yaml", survey);
    project.build();
    assert!(project.figure("s,w,program,recommend,nps").contains(",2,"));
    assert!(project.figure("s,w,program,ease,top_box").starts_with("100.0000,,,1,"));
}

#[test]
fn the_four_weightings_count_differently() {
    let rows = "    - [r1, a, a1, 2026-02-01, 0]\n    - [r2, a, a2, 2026-02-01, 10]\n    - [r3, b, b1, 2026-02-01, 10]\n    - [r4, c, c1, 2026-02-01, 0]\n";
    let project = project("", rows);
    project.build();
    let weighted = |statistic: &str| project.figure(&format!("relationship,2026-H1,program,recommend,{statistic}"));
    assert!(weighted("nps").starts_with("0.0000,"));
    assert!(weighted("nps_account_weighted").starts_with("0.0000,,,3,"));
    assert!(weighted("nps_revenue_weighted").starts_with("50.0000,,,2,"));
    // Of a, the decision-maker weighs three times the user: (3 − 1) / 4 = 50; with b 100 and c −100 that is 50 / 3.
    assert!(weighted("nps_influence_weighted").starts_with("16.6667,,,3,"));
}

#[test]
fn an_account_is_in_the_segment_of_its_parent() {
    let accounts =
        "accounts:\n  - {id: group, aliases: [holding]}\n  - {id: a, parent: holding}\n  - {id: b, parent: group}\n";
    let rows = "    - [r1, a, null, 2026-02-01, 10]\n    - [r2, b, null, 2026-02-01, 10]\n    - [r3, group, null, 2026-02-01, 0]\n";
    let project = project("segments: [{id: group, by: account.parent}]\n", rows).file("data/accounts.yaml", accounts);
    project.build();
    let row = project.figure("relationship,2026-H1,segment:group=group,recommend,nps");
    assert!(row.starts_with("100.0000,") && row.contains(",2,,"), "{row}");
}

#[test]
fn equal_scores_made_of_other_ratings_do_not_vary() {
    let config = "  one: {kind: rating, scale: [1, 7], block: people, text: One}\n  two: {kind: rating, scale: [1, 7], block: people, text: Two}\n";
    let wave = |wave: &str| {
        format!(
            "survey: s\nwave: {wave}\nfrom: {wave}\nresponses:\n  - {{id: '{wave}-1', answers: {{one: 1, two: 6}}}}\n  - {{id: '{wave}-2', answers: {{one: 2, two: 5}}}}\n"
        )
    };
    let project = Project::with_config(config)
        .file("data/surveys/1.yaml", &wave("2026-01-01"))
        .file("data/surveys/2.yaml", &wave("2026-02-01"));
    project.build();
    for (question, statistic) in [("people", "block_score"), ("", "experience_index")] {
        let row = |statistic: &str| project.figure(&format!("s,2026-02-01,program,{question},{statistic}"));
        assert_eq!(row(statistic), "41.6667,,,2,,2.0000,no_interval");
        assert_eq!(row(&format!("change_{statistic}")), "0.0000,,,2,,,no_interval");
    }
}

#[test]
fn a_block_is_the_mean_of_respondents_means() {
    let config = "  one: {kind: rating, scale: [1, 5], block: people, text: One}\n  two: {kind: rating, scale: [0, 10], block: people, text: Two}\n  three: {kind: rating, scale: [1, 5], block: business, text: Three}\n";
    let survey = "survey: s\nwave: w\nresponses:\n  - {id: r1, answers: {one: 5, two: 5, three: 1}}\n  - {id: r2, answers: {one: 3}}\n";
    let project = Project::with_config(config).file("data/surveys/s.yaml", survey);
    project.build();
    // r1: people (100 + 50) / 2 = 75, business 0; r2: people 50. Weights of the default blocks: people 18, business 10.
    assert!(project.figure("s,w,program,people,block_score").starts_with("62.5000,"));
    assert!(project.figure("s,w,program,business,block_score").starts_with("0.0000,,,1,"));
    let index = f64::midpoint(75.0 * 18.0 / 28.0, 50.0);
    assert!(project.figure("s,w,program,,experience_index").starts_with(&format!("{index:.4},")));
}

#[test]
fn tallies_say_what_the_answers_say() {
    let config = "segments: [{id: tier, by: response.tier}]\n";
    let answers = "survey: s\nwave: w\nresponses:\n  - {id: r1, answers: {recommend: 9}, attributes: {tier: x}}\n  - {id: r2, answers: {recommend: 3}, attributes: {tier: x}}\n  - {id: r3, answers: {recommend: 9}, attributes: {tier: y}}\n  - {id: r4, answers: {recommend: 10}}\n";
    let tallies = "survey: s\nwave: w\ntallies:\n  - {where: {tier: x}, question: recommend, counts: {9: 1, 3: 1}}\n  - {where: {tier: y}, question: recommend, counts: {9: 1}}\n";
    let rest = "survey: s\nwave: w\nresponses:\n  - {id: r4, answers: {recommend: 10}}\n";
    let one = Project::with_config(config).file("data/surveys/s.yaml", answers);
    let other = Project::with_config(config).file("data/surveys/s.yaml", tallies).file("data/surveys/t.yaml", rest);
    one.build();
    other.build();
    assert_eq!(one.page("data/metrics.csv"), other.page("data/metrics.csv"));
}

#[test]
fn a_choice_has_a_share_for_each_option() {
    let config = "  erp: {kind: choices, options: {sap: SAP, none: None}, text: Which}\n";
    let survey = "survey: s\nwave: w\nresponses:\n  - {id: r1, answers: {erp: [sap, none]}}\n  - {id: r2, answers: {erp: [sap]}}\n  - {id: r3, answers: {recommend: 9}}\n";
    let project = Project::with_config(config).file("data/surveys/s.yaml", survey);
    project.build();
    assert!(project.figure("s,w,program,erp,share:sap").starts_with("100.0000,"));
    assert!(project.figure("s,w,program,erp,share:none").starts_with("50.0000,"));
}

#[test]
fn json_says_the_same_as_yaml() {
    let yaml = "survey: s\nwave: w\nresponses:\n  - {id: r1, answers: {recommend: 9}, comment: \"“ü” 😀\"}\n";
    let json = "{\"survey\": \"s\", \"wave\": \"w\",\n\t\"responses\": [{\"id\": \"r1\", \"answers\": {\"recommend\": 9}, \"comment\": \"\\u201c\\u00fc\\u201d \\ud83d\\ude00\"}]}";
    let project = |name: &str, text: &str| {
        let project =
            Project::with_config("privacy: {respondents: named}\n").file(&format!("data/surveys/{name}"), text);
        project.build();
        project
    };
    let (yaml, json) = (project("s.yaml", yaml), project("s.json", json));
    assert_eq!(yaml.page("data/metrics.csv"), json.page("data/metrics.csv"));
}

#[test]
fn an_account_of_fewer_than_five_answers_is_indicative_wherever_the_line_is() {
    let rows = "    - [r1, a, a1, 2026-02-01, 10]\n    - [r2, a, a2, 2026-02-01, 9]\n";
    let project = project("privacy: {indicative_below: 2}\n", rows);
    project.build();
    assert!(project.figure("relationship,2026-H1,account:a,recommend,nps").ends_with(",2,,2.0000,indicative"));
    assert!(project.figure("relationship,2026-H1,program,recommend,nps").ends_with(",2,,2.0000,"));
}
