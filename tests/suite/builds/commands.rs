//! The command line: exit codes, options, the last line.

use crate::project::{CONFIG, Project};

fn project() -> Project {
    Project::with_config("").file(
        "data/surveys/s.yaml",
        "survey: s\nwave: w\nresponses: [{id: r1, date: 2026-02-01, answers: {recommend: 9}}]\n",
    )
}

#[test]
fn the_last_line_tells_pages_warnings_and_time() {
    let run = project().build();
    let line = run.stdout.lines().last().unwrap();
    let words: Vec<&str> = line.split_whitespace().collect();
    assert_eq!(words[1], "pages", "{line}");
    assert!(line.contains("0 warnings") && line.ends_with(" s"), "{line}");
}

#[test]
fn exit_codes_are_0_done_1_mistakes_2_usage() {
    let project = project();
    assert_eq!(project.run(&["check", "."]).code, 0);
    assert_eq!(project.run(&["build", "."]).code, 0);
    assert_eq!(project.run(&["build", "--jobs", "0"]).code, 2);
    assert_eq!(project.run(&["bild"]).code, 2);
    assert_eq!(project.run(&[]).code, 2);
    assert_eq!(project.run(&["--help"]).code, 0);
    project.write("data/surveys/s.yaml", "survey: s\nwave: w\nresponses: [{id: r1, answers: {recommend: 99}}]\n");
    assert_eq!(project.run(&["check", "."]).code, 1);
}

#[test]
fn check_writes_nothing() {
    let project = project();
    project.run(&["check", "."]);
    assert!(!project.site().exists());
}

#[test]
fn warnings_are_mistakes_with_strict() {
    let project = project().file("commentary/accounts/nobody.md", "Words.\n");
    assert_eq!(project.run(&["build", "."]).code, 0);
    std::fs::remove_dir_all(project.site()).unwrap();
    let run = project.run(&["build", ".", "--strict"]);
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("--strict"), "{}", run.stderr);
    assert!(!project.site().exists());
}

#[test]
fn today_is_the_last_day_of_the_data_unless_it_is_said() {
    let project = project();
    project.build();
    assert!(project.text("index.html").contains("1 Feb 2026"));
    assert_eq!(project.run(&["build", ".", "--today", "2026-03-04"]).code, 0);
    assert!(project.text("index.html").contains("4 Mar 2026"));
    let epoch = crate::project::run(project.command(&["build", "."]).env("SOURCE_DATE_EPOCH", "1767225600"));
    assert_eq!(epoch.code, 0, "{}", epoch.stderr);
    assert!(project.text("index.html").contains("1 Jan 2026"));
    let wrong = crate::project::run(project.command(&["build", "."]).env("SOURCE_DATE_EPOCH", "soon"));
    assert_eq!(wrong.code, 2);
}

#[test]
fn the_base_address_is_for_canonical_links_the_sitemap_and_404_only() {
    let project = project();
    project.build();
    assert!(!project.site().join("sitemap.xml").exists());
    assert_eq!(project.run(&["build", ".", "--base-url", "https://cx.example/report/"]).code, 0);
    assert!(project.page("waves/index.html").contains("href=\"https://cx.example/report/waves/\""));
    assert!(project.page("sitemap.xml").contains("<loc>https://cx.example/report/waves/s/w/</loc>"));
    assert!(project.page("404.html").contains("href=\"https://cx.example/report/assets/style.css\""));
    assert!(project.page("waves/index.html").contains("href=\"../assets/style.css\""));
    assert_eq!(project.run(&["build", ".", "--base-url", "cx.example"]).code, 1);
}

#[test]
fn timings_name_every_stage_and_their_sum_is_the_total() {
    let run = project().run(&["build", ".", "--timings"]);
    let rows: Vec<Vec<&str>> = run.stderr.lines().map(|line| line.split_whitespace().collect()).collect();
    let stages: Vec<&str> = rows.iter().map(|row| row[0]).collect();
    let expected = ["read", "check", "figures", "report", "staging", "pages", "csv", "write", "rest", "total"];
    assert_eq!(stages, expected);
    let seconds: Vec<f64> = rows.iter().map(|row| row[1].parse().unwrap()).collect();
    let (total, stages) = seconds.split_last().unwrap();
    // Each is rounded to a thousandth.
    assert!((total - stages.iter().sum::<f64>()).abs() < 0.006, "{}", run.stderr);
}

#[test]
fn init_writes_a_program_that_builds_without_a_warning() {
    let project = Project::new();
    for init in [&["init", "new"][..], &["init", "--b2c", "b2c"]] {
        assert_eq!(project.run(init).code, 0);
        let run = project.run(&["build", init[init.len() - 1], "--strict"]);
        assert_eq!(run.code, 0, "{}", run.stderr);
        assert_eq!(run.stderr, "");
    }
    assert!(project.root().join("new/data/accounts.yaml").exists());
    assert!(!project.root().join("b2c/data/accounts.yaml").exists(), "people have no accounts");
}

#[test]
fn init_into_a_file_is_told_so() {
    let run = Project::new().file("taken", "mine").run(&["init", "taken"]);
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("`taken` is a file; nothing was written"), "{}", run.stderr);
}

#[test]
fn init_never_writes_over_anything() {
    let project = Project::new().file("data/accounts.yaml", "mine");
    assert_eq!(project.run(&["init", "."]).code, 1);
    assert!(!project.root().join("cxbook.yaml").exists());
    assert_eq!(std::fs::read_to_string(project.root().join("data/accounts.yaml")).unwrap(), "mine");
}

#[test]
fn a_folder_without_a_program_is_told_what_to_do() {
    let run = Project::new().run(&["build", "."]);
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("cxbook init"), "{}", run.stderr);
}

#[test]
fn a_program_may_be_written_in_json_or_yml() {
    let yml = Project::new().file("cxbook.yml", CONFIG);
    yml.build();
    let json = "{\"title\": \"Test\", \"customers\": \"b2b\", \"questions\": {\"recommend\": {\"kind\": \"nps\", \"text\": \"Q\"}}}";
    Project::new().file("cxbook.json", json).build();
}
