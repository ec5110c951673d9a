//! The forms of `--format`, and `explain`.

use serde_json::{Value, json};

use crate::project::{Project, run};

/// A program with one mistake, one warning, and names that have a meaning in annotations.
fn project() -> Project {
    Project::with_config("").file(
        "data/surveys/50%, a:b.yaml",
        "survey: s\nwave: w\nresponses:\n  - {id: r1, answers: {recommend: 99}}\n  - {id: r2, language: German, answers: {}}\n",
    )
}

#[test]
fn json_is_one_object_a_line_with_every_key() {
    let run = project().run(&["check", ".", "--format", "json"]);
    assert_eq!(run.code, 1);
    let lines: Vec<Value> = run.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let expected = json!({
        "severity": "error", "code": "E065", "file": "data/surveys/50%, a:b.yaml", "line": 4, "column": 35, "end_column": 37,
        "message": "99 is outside the scale: `recommend` takes 0 to 10",
        "help": "correct the answer, or the question's `scale`", "related": null, "more": 0,
    });
    assert_eq!(lines[0], expected);
    assert_eq!((lines.len(), &lines[1]["severity"], &lines[1]["code"]), (2, &json!("warning"), &json!("W004")));
    assert_eq!(run.stderr, "no site: 1 mistake, 1 warning\n");
}

#[test]
fn a_mistake_without_a_place_has_its_keys_too() {
    let run = Project::new().run(&["check", ".", "--format", "json"]);
    let line: Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!((&line["code"], &line["file"], &line["line"]), (&json!("E001"), &Value::Null, &Value::Null));
}

#[test]
fn the_other_place_is_in_json() {
    let twice = "accounts:\n  - {id: a}\n  - {id: a}\n";
    let run = Project::with_config("").file("data/accounts.yaml", twice).run(&["check", "--format", "json"]);
    let line: Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(line["related"]["message"], json!("the first one is here"));
    assert_eq!((&line["related"]["line"], &line["line"]), (&json!(2), &json!(3)));
}

#[test]
fn annotations_are_escaped_as_github_asks() {
    let run = project().run(&["check", ".", "--format", "github"]);
    let lines: Vec<&str> = run.stdout.lines().collect();
    assert_eq!(
        lines[0],
        "::error file=data/surveys/50%25%2C a%3Ab.yaml,line=4,col=35,endColumn=37,title=E065%3A an answer outside its \
         scale::99 is outside the scale: `recommend` takes 0 to 10%0Ahelp: correct the answer, or the question's `scale`"
    );
    assert!(lines[1].starts_with("::warning file=") && lines[1].contains("title=W004%3A "), "{}", lines[1]);
    assert_eq!(lines.len(), 2);
}

#[test]
fn a_report_for_gitlab_has_what_gitlab_asks_for_and_a_person_reads_too() {
    let twice = "survey: s\nwave: w\nresponses:\n  - {id: r1, answers: {recommend: 99}}\n  - {id: r2, answers: {recommend: 99}}\n";
    let project = Project::with_config("").file("data/surveys/s.yaml", twice);
    let run = project.run(&["check", ".", "--format", "gitlab"]);
    let report: Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(report[0]["location"], json!({"path": "data/surveys/s.yaml", "lines": {"begin": 4}}));
    assert_eq!((&report[0]["check_name"], &report[0]["severity"]), (&json!("E065"), &json!("major")));
    assert!(report[0]["description"].as_str().unwrap().starts_with("99 is outside the scale"));
    assert_ne!(report[0]["fingerprint"], report[1]["fingerprint"]);
    assert!(run.stderr.contains("error[E065]: 99 is outside"), "{}", run.stderr);
    let nothing = Project::with_config("").run(&["check", ".", "--format", "gitlab"]);
    assert_eq!((nothing.code, nothing.stdout.as_str()), (0, "[]\n"));
    let nowhere: Value = serde_json::from_str(&Project::new().run(&["check", "--format", "gitlab"]).stdout).unwrap();
    assert_eq!(nowhere[0]["location"], json!({"path": "cxbook.yaml", "lines": {"begin": 1}}));
}

#[test]
fn paths_start_where_cxbook_runs() {
    let project = Project::new().file("program/cxbook.yaml", "title: Test\n");
    for format in ["json", "github"] {
        let run = project.run(&["check", "./program", "--format", format]);
        assert!(run.stdout.contains("program/cxbook.yaml") && !run.stdout.contains("./program"), "{}", run.stdout);
    }
}

#[test]
fn what_was_built_is_told_beside_the_lines() {
    let run = Project::with_config("").run(&["build", ".", "--format", "json"]);
    assert_eq!((run.code, run.stdout.as_str()), (0, ""));
    assert!(run.stderr.contains("pages in"), "{}", run.stderr);
}

#[test]
fn people_read_the_code_and_no_colour_unless_it_is_forced() {
    let project = project();
    let plain = project.run(&["check", "."]);
    assert!(
        plain.stderr.contains("error[E065]: 99 is outside") && !plain.stderr.contains('\u{1b}'),
        "{}",
        plain.stderr
    );
    let forced = run(project.command(&["check", "."]).env("CLICOLOR_FORCE", "1"));
    assert!(forced.stderr.contains("\u{1b}["), "{}", forced.stderr);
    let refused = run(project.command(&["check", "."]).env("CLICOLOR_FORCE", "1").env("NO_COLOR", "1"));
    assert_eq!(refused.stderr, plain.stderr);
}

#[test]
fn explain_prints_a_code_or_all_and_knows_no_others() {
    let project = Project::new();
    let one = project.run(&["explain", "e052"]);
    assert!(one.code == 0 && one.stdout.starts_with("# E052: an unknown account\n"), "{}", one.stdout);
    for short in ["e52", "E52", "e052"] {
        assert_eq!(project.run(&["explain", short]).stdout, one.stdout);
    }
    let key = project.run(&["explain", "columns"]);
    assert!(
        key.stdout.starts_with("# survey.table.columns\n") && key.stdout.contains("`touchpoint`"),
        "{}",
        key.stdout
    );
    let all = project.run(&["explain"]);
    assert!(all.stdout.lines().count() > 60 && all.stdout.contains("\nW010  an account or contact"), "{}", all.stdout);
    let none = project.run(&["explain", "E0052"]);
    assert_eq!((none.code, none.stdout.as_str()), (2, ""));
    assert_eq!(none.stderr, "error: there is no code `E0052`\nhelp: did you mean `E002`?\n");
}

#[test]
fn mistakes_beyond_a_thousand_are_counted_in_every_format() {
    let rows: Vec<String> = (0..2500).map(|row| format!("    - [r-{row}, 11]\n")).collect();
    let head = "survey: s\nwave: w\ntable:\n  columns: [id, recommend]\n  rows:\n";
    let project = Project::with_config("").file("data/surveys/s.yaml", &format!("{head}{}", rows.concat()));
    let json = project.run(&["check", ".", "--format", "json"]);
    let lines: Vec<Value> = json.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let numbers: Vec<u64> = lines.iter().map(|line| line["line"].as_u64().unwrap()).collect();
    assert_eq!(numbers, (6..1006).collect::<Vec<u64>>());
    assert_eq!((&lines[998]["more"], &lines[999]["more"]), (&json!(0), &json!(1500)));
    assert_eq!(json.stderr, "no site: 2500 mistakes, 0 warnings\n");
    let github = project.run(&["check", ".", "--format", "github"]);
    assert!(github.stdout.lines().count() == 100 && github.stdout.contains("(and 2400 more like it)"));
    for jobs in ["1", "7"] {
        assert_eq!(project.run(&["check", ".", "--format", "json", "--jobs", jobs]).stdout, json.stdout);
    }
}

#[test]
fn figures_are_not_computed_of_data_with_a_mistake() {
    let project = project();
    let wrong = project.run(&["check", ".", "--timings"]);
    assert!(wrong.code == 1 && !wrong.stderr.contains("figures"), "{}", wrong.stderr);
    let right = Project::with_config("").run(&["check", ".", "--timings"]);
    assert!(right.code == 0 && right.stderr.contains("figures"), "{}", right.stderr);
}
