//! Response rates, coverage, and answers that match no record.

use crate::project::{CONFIG, Project};

const ACCOUNTS: &str = "accounts:
  - {id: a, revenue: 300, contacts: [{id: a1, role: decision-maker}, {id: a2}]}
  - {id: b, revenue: 100, contacts: [{id: b1}, {id: b2}]}
";

fn project(body: &str) -> Project {
    Project::with_config("segments: [{id: role, by: contact.role}]\n")
        .file("data/accounts.yaml", ACCOUNTS)
        .file("data/surveys/s.yaml", &format!("survey: s\nwave: w\n{body}"))
}

const INVITED: &str = "invitations:
  - {account: a, contact: a1}
  - {account: a, contact: a2, outcome: refused}
  - {account: b, contact: b1, outcome: bounced}
  - {account: b, contact: b2}
responses:
  - {id: r1, contact: a1, answers: {recommend: 9}}
";

#[test]
fn the_rate_is_of_those_reached() {
    let project = project(INVITED);
    project.build();
    assert_eq!(project.figure("s,w,program,,response_rate"), "33.3333,,,3,3,,no_interval");
    assert_eq!(project.figure("s,w,account:a,,response_rate"), "50.0000,,,2,2,,no_interval");
    assert_eq!(project.figure("s,w,segment:role=decision-maker,,response_rate"), "100.0000,,,1,1,,no_interval");
    assert_eq!(project.figure("s,w,program,,account_coverage"), "50.0000,,,2,3,,no_interval");
    assert_eq!(project.figure("s,w,program,,revenue_coverage"), "75.0000,,,2,3,,no_interval");
    assert!(project.figure("s,w,program,recommend,nps").contains(",1,3,"), "the population stands beside n");
    let page = project.text("waves/s/w/index.html");
    assert!(page.contains("1 of 3 reached answered (33 %)"), "{page}");
    assert!(page.contains("2 reached did not answer. Had all of them been detractors, the score would be −33; had all been promoters, +100."), "{page}");
}

#[test]
fn coverage_is_of_the_accounts_with_somebody_reached_in_the_segment() {
    let project = project(&INVITED.replace("contact: a2, outcome: refused", "contact: a2")).file(
        "data/accounts.yaml",
        &ACCOUNTS.replace("{id: a2}", "{id: a2, role: user}").replace("b2}", "b2, role: user}"),
    );
    project.build();
    let coverage = |key: &str| project.figure(&format!("s,w,segment:role={key}_coverage"));
    assert_eq!(coverage("decision-maker,,account"), "100.0000,,,1,1,,no_interval");
    assert_eq!(coverage("decision-maker,,revenue"), "100.0000,,,1,1,,no_interval");
    assert_eq!(coverage("user,,account"), "0.0000,,,2,2,,no_interval");
    assert!(project.rows("s,w,account:a,,account_coverage").is_empty());
}

#[test]
fn counts_of_invitations_give_the_rate_of_the_program_alone() {
    let project = project(
        "invitations: {sent: 10, delivered: 4}\nresponses:\n  - {id: r1, contact: a1, answers: {recommend: 9}}\n",
    );
    project.build();
    assert_eq!(project.figure("s,w,program,,response_rate"), "25.0000,,,4,4,,no_interval");
    assert!(project.rows("s,w,account:a,,response_rate").is_empty());
}

#[test]
fn with_counts_of_invitations_nobody_off_record_is_among_those_who_answered() {
    let project = project(
        "invitations: {sent: 10, delivered: 4}\nresponses:
  - {id: r1, contact: a1, answers: {recommend: 9}}
  - {id: r2, answers: {recommend: 9}}
  - {id: r3, account: b, contact: stranger, answers: {recommend: 9}}
  - {id: r4, account: nowhere, answers: {recommend: 9}}
",
    )
    .file("cxbook.yaml", &format!("{CONFIG}unknown: {{accounts: list}}\n"));
    project.build();
    assert!(project.figure("s,w,program,recommend,nps").contains(",4,4,"));
    assert_eq!(project.figure("s,w,program,,response_rate"), "50.0000,,,4,4,,no_interval");
    let without_contacts = project.file("data/accounts.yaml", "accounts: [{id: b}]\n").file(
        "data/surveys/s.yaml",
        "survey: s\nwave: w\ninvitations: {sent: 10, delivered: 4}\nresponses:
  - {id: r1, account: b, contact: one, answers: {recommend: 9}}
  - {id: r2, account: nowhere, contact: two, answers: {recommend: 9}}
",
    );
    without_contacts.build();
    assert_eq!(without_contacts.figure("s,w,program,,response_rate"), "25.0000,,,4,4,,no_interval");
}

#[test]
fn an_answer_without_a_contact_is_of_the_invitation_that_arrived() {
    let asked = ["  - {account: a}\n", "  - {account: a, outcome: bounced}\n"];
    for invitations in [asked.concat(), [asked[1], asked[0]].concat()] {
        let answer = "responses:\n  - {id: r1, account: a, answers: {recommend: 9}}\n";
        let project = project(&format!("invitations:\n{invitations}{answer}"));
        project.build();
        assert_eq!(project.figure("s,w,program,,response_rate"), "100.0000,,,1,1,,no_interval");
        assert_eq!(project.figure("s,w,account:a,,response_rate"), "100.0000,,,1,1,,no_interval");
    }
}

#[test]
fn counted_answers_do_not_tell_who_of_the_invited_answered() {
    let counts = "invitations: {sent: 10, delivered: 8}\n";
    let list = "invitations: [{account: a, contact: a1}, {account: b, contact: b1}]\n";
    for (invitations, reached) in [(counts, 8), (list, 2)] {
        let tallies = "tallies: [{question: recommend, counts: {9: 3, 5: 1}}]\n";
        let project = project(&format!("{invitations}{tallies}"));
        project.build();
        let rates = project.rows("s,w,program,");
        assert!(rates.is_empty(), "neither rate nor coverage: {rates:?}");
        assert!(project.figure("s,w,program,recommend,nps").contains(&format!(",4,{reached},")));
        let page = project.text("waves/s/w/index.html");
        assert!(page.contains("4 answers. ") && page.contains("not known"), "{page}");
        assert!(!page.contains("reached answered") && !page.contains("did not answer"), "{page}");
    }
}

#[test]
fn people_not_invited_count_in_scores_but_not_in_rates() {
    let body = INVITED.to_owned()
        + "  - {id: r2, contact: b1, answers: {recommend: 9}}\n  - {id: r3, account: b, answers: {recommend: 9}}\n";
    let project = project(&body);
    project.build();
    assert!(project.figure("s,w,program,recommend,nps").contains(",3,3,"));
    assert!(project.figure("s,w,program,,response_rate").starts_with("33.3333"));
    assert!(project.text("waves/s/w/index.html").contains("1 answer comes from somebody who was not invited"));
}

#[test]
fn contacts_not_on_record_are_listed_with_a_warning() {
    let body = INVITED.to_owned() + "  - {id: r2, account: b, contact: b9, answers: {recommend: 9}}\n";
    let project = project(&body);
    let run = project.build();
    assert!(run.stderr.contains("warning[W010]: unknown contact `b9`"), "{}", run.stderr);
    assert!(run.stderr.contains("mend the id, add it to the record, or say in `cxbook.yaml`"), "{}", run.stderr);
    assert!(project.figure("s,w,program,recommend,nps").contains(",2,3,"));
    assert_eq!(project.run(&["build", ".", "--strict"]).code, 1);
}

#[test]
fn a_program_without_contact_records_tells_persons_apart_by_free_text() {
    let project = Project::with_config("")
        .file("data/accounts.yaml", "accounts: [{id: a}]\n")
        .file("data/surveys/s.yaml", "survey: s\nwave: w\ninvitations: [{account: a, contact: x@y.z}]\nresponses: [{id: r1, account: a, contact: x@y.z, answers: {recommend: 9}}]\n");
    let run = project.build();
    assert_eq!(run.stderr, "");
    assert!(project.figure("s,w,program,,response_rate").starts_with("100.0000"));
}

#[test]
fn employees_are_on_no_record_and_nobody_is_warned_of_them() {
    let project =
        project("respondents: employees\nresponses:\n  - {id: r1, contact: a-colleague, answers: {recommend: 9}}\n");
    let run = project.build();
    assert!(!run.stderr.contains("a-colleague"), "{}", run.stderr);
    assert!(!project.text("waves/s/w/index.html").contains("not on record"));
}

#[test]
fn decision_makers_are_counted_among_those_reached() {
    let accounts = "accounts:\n  - {id: a, contacts: [{id: a1, role: decision-maker}, {id: a2}]}\n  - {id: b, contacts: [{id: b1, role: decision-maker}]}\n";
    let survey = "survey: s\nwave: w\ninvitations:\n  - {account: a, contact: a2}\n  - {account: b, contact: b1}\nresponses:\n  - {id: r1, contact: a1, answers: {recommend: 9}}\n";
    let project = Project::with_config("").file("data/accounts.yaml", accounts).file("data/surveys/s.yaml", survey);
    project.build();
    let page = project.text("waves/s/w/index.html");
    assert!(page.contains("A decision-maker answered 0 of 1"), "{page}");
}
