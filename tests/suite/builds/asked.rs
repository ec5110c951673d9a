//! Who was not asked is not silent: not asked, asked and silent, not reached, unknown whether asked, left, prospect.

use crate::project::Project;

const ACCOUNTS: &str = "accounts:
  - id: a
    name: Alpha
    contacts:
      - {id: a1, name: Ada, role: decision-maker}
      - {id: a2, name: Bo, role: user}
      - {id: a3, name: Cy, role: user}
      - {id: a4, name: Di, role: user, until: 2025-12-31}
      - {id: a5, name: Ed, role: user}
  - {id: b, name: Beta, contacts: [{id: b1, name: Flo, role: decision-maker}]}
  - {id: c, name: Gamma, contacts: [{id: c1, name: Gus, role: decision-maker}]}
  - {id: d, name: Delta, contacts: [{id: d1, name: Hal, role: decision-maker}]}
  - {id: e, name: Eta, status: prospect, contacts: [{id: e1, name: Ivo, role: decision-maker}]}
  - {id: f, name: Phi, contacts: [{id: f1, name: Jo, role: decision-maker, until: 2025-06-30}, {id: f2, name: Kim, role: user}]}
";

const BEFORE: &str = "survey: s
wave: 2025-H2
from: 2025-07-01
to: 2025-07-31
responses:
  - {id: b-1, account: a, contact: a4, date: 2025-07-03, answers: {recommend: 4}}
  - {id: b-2, account: a, contact: a1, date: 2025-07-04, answers: {recommend: 8}}
  - {id: b-3, account: c, contact: c1, date: 2025-07-05, answers: {recommend: 7}}
";

const ASKED: &str = "invitations:
  - {account: a, contact: a1}
  - {account: a, contact: a2}
  - {account: a, contact: a3, outcome: bounced}
  - {account: b, contact: b1}
  - {account: d, contact: d1, outcome: bounced}
  - {account: f, contact: f2}
";

const ANSWERS: &str = "responses:
  - {id: r-1, account: a, contact: a2, date: 2026-02-02, answers: {recommend: 9}}
  - {id: r-2, account: f, contact: f2, date: 2026-02-03, answers: {recommend: 6}}
";

fn project(asked: &str, answers: &str) -> Project {
    let project = Project::with_config("privacy: {respondents: named}\n")
        .file("data/accounts.yaml", ACCOUNTS)
        .file("data/surveys/1.yaml", BEFORE)
        .file(
            "data/surveys/2.yaml",
            &format!("survey: s\nwave: 2026-H1\nfrom: 2026-02-01\nto: 2026-02-28\n{asked}{answers}"),
        );
    project.run(&["build", ".", "--today", "2026-03-15"]);
    project
}

/// The text from a word of a page on, as far as a row or a sentence goes.
fn after(project: &Project, account: &str, word: &str) -> String {
    let text = project.text(&format!("accounts/{account}/index.html"));
    let table = text.split("Contacts by role").nth(1).unwrap_or_else(|| panic!("no group in {text}"));
    let row = table.split_once(word).unwrap_or_else(|| panic!("no {word} in {table}")).1;
    row.chars().take(90).collect()
}

fn lead(project: &Project, account: &str) -> String {
    let page = project.page(&format!("accounts/{account}/index.html"));
    let lead = page.split("class=\"lead\">").nth(1).unwrap();
    let lead = lead.split("</p>").next().unwrap().replace('\u{a0}', " ");
    lead.replace("<span class=\"whole\">", "").replace("</span>", "")
}

#[test]
fn each_contact_says_whether_it_was_asked_and_its_last_answer_with_its_date() {
    let project = project(ASKED, ANSWERS);
    let ada = after(&project, "a", "Ada");
    assert!(ada.contains("8 in 2025-H2") && ada.contains("4 Jul 2025") && ada.contains("? asked, silent"), "{ada}");
    let bo = after(&project, "a", "Bo");
    assert!(bo.contains(" 9 ") && bo.contains("2 Feb 2026") && bo.contains("answered"), "{bo}");
    assert!(after(&project, "a", "Cy").contains("could not be reached"));
    let di = after(&project, "a", "Di");
    assert!(di.contains("4 in 2025-H2") && di.contains("left on 31 Dec 2025; not asked since"), "{di}");
    assert!(!di.split('“').next().unwrap().contains('?'), "{di}");
    assert!(after(&project, "a", "Ed").contains("not asked"));
    let page = project.text("accounts/a/index.html");
    assert!(page.contains("“?” means asked and silent"), "{page}");
    assert!(!project.text("accounts/c/index.html").contains("“?”"), "nobody of it was asked");
}

#[test]
fn the_sentence_of_an_account_tells_why_nobody_answered() {
    let project = project(ASKED, ANSWERS);
    assert_eq!(
        lead(&project, "b"),
        "The one contact reached in 2026-H1 did not answer; there are no answers from before. The decision-maker was asked and did not answer."
    );
    assert_eq!(
        lead(&project, "c"),
        "Nobody was asked in 2026-H1; last answered: 7 in 2025-H2 (until 31 Jul 2025). The decision-maker was not asked."
    );
    assert_eq!(
        lead(&project, "d"),
        "Nobody could be reached in 2026-H1: 1 invitation did not arrive; there are no answers from before. The decision-maker could not be reached."
    );
    assert_eq!(lead(&project, "e"), "A prospect: nobody was asked in 2026-H1; there are no answers from before.");
    assert!(
        lead(&project, "f").ends_with("No decision-maker is on record any more: the last one left on 30 Jun 2025."),
        "{}",
        lead(&project, "f")
    );
}

#[test]
fn lists_and_first_sentences_of_all_tell_them_apart() {
    let project = project(ASKED, ANSWERS);
    let table = project.text("accounts/index.html");
    for expected in [
        "At 2 accounts a decision-maker was asked and none answered; at 1 account no decision-maker could be reached; at 1 account no decision-maker was asked.",
        "the one reached did not answer",
        "nobody was asked; last answered: 7 in 2025-H2 (until 31 Jul 2025)",
        "nobody could be reached",
        "prospect: nobody was asked",
        "2 of 3 accounts reached answered; 1 account was not asked and 1 account could not be reached",
    ] {
        assert!(table.contains(expected), "“{expected}” is not in: {table}");
    }
    let overview = project.text("index.html");
    assert!(
        overview
            .contains("2 of 3 accounts reached answered; 1 account was not asked and 1 account could not be reached."),
        "{overview}"
    );
}

#[test]
fn without_a_list_of_invitations_nobody_is_called_silent() {
    for asked in ["", "invitations: {sent: 9, delivered: 8}\n"] {
        let project = project(asked, ANSWERS);
        let page = project.text("accounts/a/index.html");
        assert!(page.contains("It is not recorded who of them was asked."), "{page}");
        assert!(!page.contains("silent") && after(&project, "a", "Ed").contains("no answer known"), "{page}");
        let table = project.text("accounts/index.html");
        assert!(table.contains("no answers; not recorded who was asked"), "{table}");
        assert!(!table.contains("nobody was reached") && !table.contains("nobody was asked;"), "{table}");
        assert!(
            lead(&project, "c").starts_with("There are no answers in 2026-H1, and it is not recorded who was asked;")
        );
    }
}

#[test]
fn beside_an_anonymous_answer_nobody_is_said_to_have_answered_or_kept_silent() {
    for anonymous in ["account: a, contact: a1, anonymous: true", "account: a"] {
        let answers = format!("{ANSWERS}  - {{id: r-9, {anonymous}, date: 2026-02-09, answers: {{recommend: 1}}}}\n");
        let project = project(ASKED, &answers);
        let page = project.text("accounts/a/index.html");
        assert!(
            !page.contains("silent") && !page.contains("not asked Comment") && !page.contains("decision-maker was"),
            "{page}"
        );
        assert!(!after(&project, "a", "Ada").split("Bo").next().unwrap().contains("answered"), "{page}");
        let table = project.text("accounts/index.html");
        assert!(table.contains("At 1 account a decision-maker was asked and none answered"), "{table}");
    }
}

#[test]
fn answers_of_another_survey_of_customers_are_the_last_ones_too() {
    let project = project(ASKED, ANSWERS);
    project.write(
        "data/surveys/3.yaml",
        "survey: call\nresponses: [{id: k-1, account: c, contact: c1, date: 2025-11-11, answers: {recommend: 3}}]\n",
    );
    project.write(
        "cxbook.yaml",
        &format!(
            "{}privacy: {{respondents: named}}\nsurveys: {{s: {{}}, call: {{kind: transactional, waves: quarter}}}}\n",
            crate::project::CONFIG
        ),
    );
    project.build();
    let gus = after(&project, "c", "Gus");
    assert!(gus.contains("3 in Call 2025-Q4") && gus.contains("11 Nov 2025") && gus.contains("not asked"), "{gus}");
}

#[test]
fn answers_of_a_wave_that_promised_less_or_more_do_not_stand_in_one_row() {
    let project = project(ASKED, ANSWERS);
    project.write("data/surveys/1.yaml", &BEFORE.replace("wave: 2025-H2\n", "wave: 2025-H2\npromise: confidential\n"));
    project.build();
    let ada = after(&project, "a", "Ada");
    assert!(!ada.split("Bo").next().unwrap().contains('8'), "{ada}");
    project.write("data/surveys/1.yaml", BEFORE);
    let text = std::fs::read_to_string(project.root().join("data/surveys/2.yaml")).unwrap();
    project.write("data/surveys/2.yaml", &text.replace("wave: 2026-H1\n", "wave: 2026-H1\npromise: confidential\n"));
    project.build();
    let page = project.text("accounts/a/index.html");
    assert!(!page.contains("8 in 2025-H2") && !page.contains("Ada"), "{page}");
}

#[test]
fn who_answered_another_question_or_is_only_counted_is_not_silent() {
    let other = format!("{ANSWERS}  - {{id: r-9, account: b, contact: b1, date: 2026-02-09, answers: {{easy: 1}}}}\n");
    let project = project(ASKED, &other);
    project.write("cxbook.yaml", &format!("{}  easy: {{kind: ces, text: Easy?}}\n", crate::project::CONFIG));
    project.build();
    assert!(
        lead(&project, "b").starts_with("Nobody answered the leading question in 2026-H1;"),
        "{}",
        lead(&project, "b")
    );
    let counted = self::project(ASKED, "tallies: [{question: recommend, counts: {9: 3, 5: 1}}]\n");
    let lead = lead(&counted, "b");
    assert!(
        lead.starts_with("The answers in 2026-H1 are only counted, so that nobody knows whose they are;"),
        "{lead}"
    );
    assert!(!counted.text("accounts/a/index.html").contains("silent"));
}
