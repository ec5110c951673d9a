//! An answer that its contact gave anonymously, in a program that shows persons, is a number among others: nothing tells
//! whose it is, and with too few others beside it not even the number is shown.

use crate::project::Project;

const CONFIG: &str = "segments: [{id: region, label: Region, by: account.region}]\nprivacy: {respondents: named}\n";

const ACCOUNTS: &str = "accounts:
  - {id: a, name: Alpha, attributes: {region: north}, contacts: [{id: a1, name: Ada, role: decision-maker}]}
  - {id: b, name: Beta, attributes: {region: south}, contacts: [{id: b1, name: Bo, role: user}, {id: b2, name: Cy, role: user}]}
  - {id: c, name: Gamma, attributes: {region: south}, contacts: [{id: c1}, {id: c2}, {id: c3}, {id: c4}, {id: c5}]}
";

const INVITED: &str = "invitations: [{contact: a1}, {contact: b1}, {contact: b2}, {contact: c1}, {contact: c2}]\n";

/// Alpha gave one answer, Beta two and Gamma five; of each one is anonymous.
const ANSWERS: &str = "responses:
  - {id: r-a1, contact: a1, date: 2026-02-01, anonymous: true, answers: {recommend: 3}, comment: words of alpha}
  - {id: r-b1, contact: b1, date: 2026-02-02, answers: {recommend: 9}, comment: words of beta}
  - {id: r-b2, contact: b2, date: 2026-02-09, anonymous: true, answers: {recommend: 4}, comment: whispers of beta}
  - {id: r-c1, contact: c1, date: 2026-02-02, answers: {recommend: 9}}
  - {id: r-c2, contact: c2, date: 2026-02-03, answers: {recommend: 9}}
  - {id: r-c3, contact: c3, date: 2026-02-03, answers: {recommend: 8}}
  - {id: r-c4, contact: c4, date: 2026-02-03, answers: {recommend: 10}}
  - {id: r-c5, contact: c5, date: 2026-02-17, anonymous: true, answers: {recommend: 5}, comment: whispers of gamma}
";

fn wave(label: &str, answers: &str) -> String {
    format!("survey: s\nwave: {label}\nfrom: 2026-{label}-01\nto: 2026-{label}-28\n{answers}")
}

fn project() -> Project {
    let survey = wave("02", &format!("{INVITED}{ANSWERS}"));
    let project =
        Project::with_config(CONFIG).file("data/accounts.yaml", ACCOUNTS).file("data/surveys/s.yaml", &survey);
    project.build();
    project
}

fn nps(project: &Project, scope: &str) -> String {
    project.figure(&format!("s,02,{scope},recommend,nps"))
}

#[test]
fn an_anonymous_answer_among_few_of_its_account_is_no_figure() {
    let project = project();
    for scope in ["account:a", "account:b", "segment:region=north"] {
        assert_eq!(nps(&project, scope), ",,,,,,hidden", "{scope}");
    }
    assert!(nps(&project, "program").contains(",8,"));
    assert!(nps(&project, "account:c").contains(",5,") && nps(&project, "segment:region=south").contains(",7,"));
    let page = project.text("accounts/a/index.html");
    assert!(page.contains("an anonymous answer is among them") && !page.contains("-100"), "{page}");
}

#[test]
fn a_change_from_or_to_such_an_account_is_not_shown() {
    let project = project();
    let later = "responses: [{id: l-a1, contact: a1, answers: {recommend: 9}}, {id: l-b1, contact: b1, answers: {recommend: 9}}]\n";
    project.write("data/surveys/t.yaml", &wave("03", later));
    project.build();
    assert_eq!(project.figure("s,03,account:a,recommend,change_nps"), ",,,,,,hidden");
    assert!(project.figure("s,03,account:a,recommend,nps").contains(",1,"));
}

#[test]
fn how_many_of_such_an_account_answered_is_not_told() {
    let project = project();
    assert!(project.rows("s,02,account:a,,response_rate").is_empty());
    assert!(project.rows("s,02,account:b,,response_rate").is_empty());
    assert!(!project.rows("s,02,account:c,,response_rate").is_empty());
    assert!(project.figure("s,02,program,,response_rate").contains("100"));
    assert!(project.rows("s,02,segment:region=north,,response_rate").is_empty());
    let table = project.text("accounts/index.html");
    assert!(table.contains("2 of 2") && !table.contains("1 of 1"), "{table}");
}

#[test]
fn an_anonymous_comment_names_and_links_no_account() {
    let project = project();
    let page = project.page("segments/region/south/index.html");
    for words in ["whispers of beta", "whispers of gamma"] {
        let comment = page.split(words).nth(1).unwrap().split("</li>").next().unwrap();
        assert!(comment.contains("a respondent") && !comment.contains("accounts/"), "{comment}");
    }
    assert!(page.split("words of beta").nth(1).unwrap().split("</li>").next().unwrap().contains("accounts/b"));
}

#[test]
fn an_anonymous_comment_among_few_is_not_on_the_page_of_its_account() {
    let project = project();
    assert!(!project.text("accounts/a/index.html").contains("words of alpha"));
    assert!(!project.text("segments/region/north/index.html").contains("words of alpha"));
    let beta = project.text("accounts/b/index.html");
    assert!(beta.contains("words of beta") && !beta.contains("whispers of beta"), "{beta}");
    assert!(beta.contains("comments of anonymous answers are not shown where fewer than 5"), "{beta}");
    assert!(project.text("accounts/c/index.html").contains("whispers of gamma"));
}

#[test]
fn a_quote_of_an_anonymous_answer_names_no_account() {
    let project = project().file("commentary/index.md", "{{ quote(\"r-a1\") }}\n");
    project.build();
    let page = project.page("index.html");
    let quote = page.split("words of alpha").nth(1).unwrap().split("</blockquote>").next().unwrap();
    assert!(!quote.contains("Alpha"), "{quote}");
    project.write("commentary/accounts/a.md", "{{ quote(\"r-a1\") }}\n");
    let run = project.fail();
    assert!(run.stderr.contains("may not be shown here") && run.stderr.contains("fewer than 5"), "{}", run.stderr);
}

#[test]
fn the_day_of_an_anonymous_answer_is_not_counted() {
    let page = project().text("waves/s/02/index.html");
    assert!(page.contains("3 more answers are anonymous, and their days are not shown."), "{page}");
    let chart = page.split("Half of 5 answers").nth(1).unwrap().split("Who is covered").next().unwrap();
    assert!(
        !chart.contains("9 Feb") && !chart.contains("17 Feb") && chart.contains("2 Feb 2026 2 3 Feb 2026 3"),
        "{chart}"
    );
}

#[test]
fn a_change_is_not_parted_so_that_an_anonymous_answer_is_a_part() {
    let before = "responses: [{id: p-b1, contact: b1, answers: {recommend: 7}}, {id: p-c1, contact: c1, answers: {recommend: 9}}]\n";
    let build = |anonymous: &str| {
        let now = format!(
            "responses: [{{id: r1, contact: b1, answers: {{recommend: 9}}}}, {{id: r2, contact: c1, answers: {{recommend: 9}}}}, {{id: r3, contact: a1, answers: {{recommend: 3}}{anonymous}}}]\n"
        );
        let project = Project::with_config(CONFIG)
            .file("data/accounts.yaml", ACCOUNTS)
            .file("data/surveys/1.yaml", &wave("01", before))
            .file("data/surveys/2.yaml", &wave("02", &now));
        project.build();
        project.text("index.html")
    };
    assert!(build("").contains("Joined"));
    let page = build(", anonymous: true");
    assert!(!page.contains("Joined") && page.contains("an answer was anonymous"), "{page}");
}

#[test]
fn who_is_not_on_record_and_answered_anonymously_is_only_counted() {
    let answers = "responses:
  - {id: r-1, account: a, contact: stranger, anonymous: true, answers: {recommend: 9}}
  - {id: r-2, account: a, contact: visitor, answers: {recommend: 9}}
";
    let project = Project::with_config(CONFIG)
        .file("data/accounts.yaml", ACCOUNTS)
        .file("data/surveys/s.yaml", &wave("02", &format!("{INVITED}{answers}")));
    project.run(&["build", "."]);
    let page = project.text("waves/s/02/index.html");
    assert!(page.contains("2 answers name a contact not on record") && page.contains("visitor"), "{page}");
    assert!(!page.contains("stranger") && !page.contains("r-1"), "{page}");
}

#[test]
fn where_persons_are_anonymous_it_shows_no_comment_of_others() {
    // Beta has two answers, and the program says that comments of so few are not shown; that one of the two was also
    // given anonymously is no reason to show the other.
    let config = CONFIG.replace("respondents: named", "respondents: anonymous");
    let survey = wave("02", &format!("{INVITED}{ANSWERS}"));
    let project =
        Project::with_config(&config).file("data/accounts.yaml", ACCOUNTS).file("data/surveys/s.yaml", &survey);
    project.build();
    let page = project.text("accounts/b/index.html");
    assert!(!page.contains("words of beta") && !page.contains("whispers of beta"), "{page}");
}
