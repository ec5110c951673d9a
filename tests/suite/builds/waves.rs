//! Waves: by file and by date, in order, with what an account was then.

use crate::project::Project;

const RESPONSES: &str = "responses:\n  - {id: r1, date: 2026-02-01, answers: {recommend: 9}}\n  - {id: r2, date: 2026-05-01, answers: {recommend: 3}}\n";

fn labels(project: &Project) -> Vec<String> {
    let file = project.page("data/metrics.csv");
    let mut labels: Vec<String> =
        file.lines().skip(1).filter_map(|line| line.split(',').nth(1)).map(str::to_owned).collect();
    labels.dedup();
    labels
}

#[test]
fn dates_make_the_waves_of_a_survey_by_month_quarter_or_year() {
    for (rule, expected) in
        [("month", vec!["2026-02", "2026-05"]), ("quarter", vec!["2026-Q1", "2026-Q2"]), ("year", vec!["2026"])]
    {
        let project = Project::with_config(&format!("surveys: {{s: {{waves: {rule}}}}}\n"))
            .file("data/surveys/s.yaml", &format!("survey: s\n{RESPONSES}"));
        project.build();
        assert_eq!(labels(&project), expected);
    }
}

#[test]
fn several_files_add_to_one_wave() {
    let file = |id: &str| format!("survey: s\nwave: w\nresponses: [{{id: {id}, answers: {{recommend: 9}}}}]\n");
    let project =
        Project::with_config("").file("data/surveys/a.yaml", &file("r1")).file("data/surveys/b.yaml", &file("r2"));
    project.build();
    assert!(project.figure("s,w,program,recommend,nps").contains(",2,"));
}

#[test]
fn waves_come_by_first_day_then_by_label() {
    let wave = |label: &str, from: &str| {
        format!(
            "survey: s\nwave: {label}\nfrom: {from}\nto: 2026-12-31\nresponses: [{{id: r-{label}, answers: {{recommend: 9}}}}]\n"
        )
    };
    let project = Project::with_config("")
        .file("data/surveys/1.yaml", &wave("spring", "2026-03-01"))
        .file("data/surveys/2.yaml", &wave("winter", "2026-01-01"))
        .file("data/surveys/3.yaml", &wave("autumn", "2026-03-01"));
    project.build();
    assert_eq!(labels(&project), ["winter", "autumn", "spring"]);
    assert!(project.rows("s,winter,program,recommend,change_nps").is_empty(), "the first wave has no change");
    assert_eq!(project.rows("s,spring,program,recommend,change_nps").len(), 1);
}

#[test]
fn what_an_account_was_then_counts() {
    let accounts = "accounts:\n  - {id: a, attributes: {tier: gold}, history: [{until: 2025-12-31, attributes: {tier: silver}}]}\n";
    let wave = |label: &str, from: &str| {
        format!(
            "survey: s\nwave: {label}\nfrom: {from}\nresponses: [{{id: r-{label}, account: a, answers: {{recommend: 9}}}}]\n"
        )
    };
    let project = Project::with_config("segments: [{id: tier, by: account.tier}]\n")
        .file("data/accounts.yaml", accounts)
        .file("data/surveys/1.yaml", &wave("old", "2025-12-31"))
        .file("data/surveys/2.yaml", &wave("new", "2026-01-01"));
    project.build();
    assert_eq!(project.rows("s,old,segment:tier=silver,recommend,nps").len(), 1);
    assert_eq!(project.rows("s,new,segment:tier=gold,recommend,nps").len(), 1);
    assert!(project.rows("s,new,segment:tier=silver,recommend,nps").is_empty());
}

#[test]
fn an_attribute_on_the_response_wins_and_a_list_is_in_each_of_its_segments() {
    let accounts = "accounts:\n  - {id: a, attributes: {tier: gold, products: [x, y]}}\n";
    let survey = "survey: s\nwave: w\nresponses:\n  - {id: r1, account: a, answers: {recommend: 9}, attributes: {tier: bronze}}\n";
    let project =
        Project::with_config("segments: [{id: tier, by: account.tier}, {id: product, by: account.products}]\n")
            .file("data/accounts.yaml", accounts)
            .file("data/surveys/s.yaml", survey);
    project.build();
    for scope in ["tier=bronze", "product=x", "product=y"] {
        assert_eq!(project.rows(&format!("s,w,segment:{scope},recommend,nps")).len(), 1, "{scope}");
    }
    assert!(project.rows("s,w,segment:tier=gold,recommend,nps").is_empty());
    assert!(project.text("segments/product/index.html").contains("overlap"));
}

#[test]
fn blanks_are_no_value_of_a_dimension() {
    let accounts = "accounts:\n  - {id: a, attributes: {tier: \" \"}}\n  - {id: b, attributes: {tier: gold, region: [\"\", north]}}\n";
    let survey = "survey: s\nwave: w\nresponses:\n  - {id: r1, account: a, answers: {recommend: 9}}\n  - {id: r2, account: b, answers: {recommend: 3}}\n";
    let project = Project::with_config("segments: [{id: tier, by: account.tier}, {id: region, by: account.region}]\n")
        .file("data/accounts.yaml", accounts)
        .file("data/surveys/s.yaml", survey);
    project.build();
    let segments: Vec<String> =
        project.files().into_iter().map(|(name, _)| name).filter(|name| name.starts_with("segments/")).collect();
    let pages = ["", "region/", "region/north/", "tier/gold/", "tier/"];
    assert_eq!(segments, pages.map(|page| format!("segments/{page}index.html")));
    assert!(!project.text("segments/region/index.html").contains("overlap"));
}

#[test]
fn a_wave_in_the_field_has_a_page_and_no_figures() {
    let project = Project::with_config("").file("data/surveys/s.yaml", "survey: s\nwave: w\nfrom: 2026-01-01\n");
    project.build();
    assert!(project.text("waves/s/w/index.html").contains("no answers yet"));
    assert_eq!(project.page("data/metrics.csv").lines().count(), 1);
}

#[test]
fn employees_are_no_customers() {
    let survey = "survey: s\nwave: w\nrespondents: employees\nresponses: [{id: r1, answers: {recommend: 9}}]\n";
    let project = Project::with_config("").file("data/surveys/s.yaml", survey);
    project.build();
    assert_eq!(project.page("data/metrics.csv").lines().count(), 1);
}

/// Two waves of the same six contacts, two of each account; the last answer with the account that is given, or none.
fn two_waves_of_three_accounts(last: &str) -> Project {
    let wave = |wave: &str, answers: [u8; 6], last: &str| {
        let accounts = ["account: a, ", "account: a, ", "account: b, ", "account: b, ", "account: c, ", last];
        let one = |((contact, account), answer): ((usize, &str), u8)| {
            format!("  - {{id: {wave}-{contact}, {account}contact: p{contact}, answers: {{recommend: {answer}}}}}\n")
        };
        let responses: String = accounts.into_iter().enumerate().zip(answers).map(one).collect();
        format!("survey: s\nwave: {wave}\nresponses:\n{responses}")
    };
    Project::with_config("")
        .file("data/accounts.yaml", "accounts:\n  - {id: a, name: A}\n  - {id: b, name: B}\n  - {id: c, name: C}\n")
        .file("data/surveys/1.yaml", &wave("2026-01", [9, 7, 3, 10, 8, 6], "account: c, "))
        .file("data/surveys/2.yaml", &wave("2026-02", [10, 9, 5, 10, 6, 9], last))
}

#[test]
fn one_answer_without_an_account_is_in_the_cluster_of_its_contact() {
    // The figures are those that `a_cluster_is_the_account_else_the_contact_else_the_answer` holds the formula to.
    for (last, interval) in [("account: c, ", "33.3333,-55.3736,98.7844,"), ("", "33.3333,-43.8901,87.5265,")] {
        let project = two_waves_of_three_accounts(last);
        project.build();
        let change = project.figure("s,2026-02,program,recommend,change_nps");
        assert!(change.starts_with(interval), "{last:?}: {change}");
    }
}

#[test]
fn a_wave_that_still_runs_says_so() {
    let project = Project::with_config("").file(
        "data/surveys/s.yaml",
        "survey: s\nwave: w\nfrom: 2026-02-01\nto: 2026-02-20\nresponses: [{id: r, date: 2026-02-20, answers: {recommend: 9}}]\n",
    );
    let runs = "The wave runs until 20 Feb 2026: more answers may come.";
    for (today, expected) in [("2026-02-19", true), ("2026-02-20", true), ("2026-02-21", false)] {
        let run = project.run(&["build", ".", "--today", today]);
        assert_eq!(run.code, 0, "{}", run.stderr);
        for page in ["index.html", "waves/s/w/index.html"] {
            assert_eq!(project.text(page).contains(runs), expected, "{page} on {today}");
        }
    }
    project.build();
    assert!(!project.text("index.html").contains("more answers may come"), "the data end on the wave's last day");
    project.write("data/surveys/s.yaml", "survey: s\nwave: w\nfrom: 2026-02-01\nto: 2026-02-20\nresponses: [{id: r, date: 2026-02-18, answers: {recommend: 9}}]\n");
    project.build();
    assert!(project.text("index.html").contains(runs), "the data end before the wave");
}
