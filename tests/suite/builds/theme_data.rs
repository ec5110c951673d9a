//! `cxbook theme data`: what the template of a page is given, and what each field of it is.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::{Map, Value};

use crate::project::{Project, Run, files};

/// A page of each kind of the example, with its file.
const PAGES: [(&str, &str); 13] = [
    ("index", "index.html"),
    ("accounts", "accounts/index.html"),
    ("accounts/alpenquer-bahn", "accounts/alpenquer-bahn/index.html"),
    ("segments", "segments/index.html"),
    ("segments/tier", "segments/tier/index.html"),
    ("segments/tier/strategic", "segments/tier/strategic/index.html"),
    ("waves", "waves/index.html"),
    ("waves/relationship/2026-h1", "waves/relationship/2026-h1/index.html"),
    ("support", "support/index.html"),
    ("methodology", "methodology/index.html"),
    ("pages", "pages/index.html"),
    ("how-we-work", "how-we-work/index.html"),
    ("404", "404.html"),
];

/// All page templates.
const TEMPLATES: [&str; 13] = [
    "overview",
    "accounts",
    "account",
    "segments",
    "dimension",
    "segment",
    "waves",
    "wave",
    "support",
    "methodology",
    "contents",
    "own",
    "404",
];

/// The example, with enough pages of its own for a list of them.
fn example() -> Project {
    let project = Project::new();
    for (path, bytes) in files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("example-site")) {
        if !path.starts_with("site/") {
            project.write(&path, &String::from_utf8(bytes).unwrap());
        }
    }
    for number in 0..20 {
        project.write(&format!("commentary/note-{number}.md"), "Words.\n");
    }
    project
}

fn data(project: &Project, page: &str) -> Value {
    let run = project.run(&["theme", "data", page]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{page}");
    serde_json::from_str(&run.stdout).unwrap()
}

/// The example built with a theme whose pages are what their templates are given, as JSON.
fn raw() -> Project {
    let project = example();
    let config = fs::read_to_string(project.root().join("cxbook.yaml")).unwrap();
    project.write("cxbook.yaml", &format!("{config}\ntheme: raw\n"));
    let all = "{{ {\"page\": page, \"view\": view, \"sections\": sections, \"drawings\": drawings, \"commentary\": commentary}|tojson }}";
    for template in TEMPLATES {
        project.write(&format!("themes/raw/templates/{template}.html"), all);
    }
    project.build();
    project
}

fn given(project: &Project, file: &str) -> Value {
    serde_json::from_str(&project.page(file)).unwrap()
}

#[test]
fn what_is_printed_is_what_the_template_is_given() {
    let project = raw();
    for (name, file) in PAGES {
        assert_eq!(data(&project, name), given(&project, file), "{name}");
    }
}

/// The fields that are told of a page: what each holds, and where the fields of a record are told.
fn fields(project: &Project, page: &str) -> BTreeMap<String, (String, String)> {
    let run = project.run(&["theme", "data", page, "--fields"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{page}");
    let lines = run.stdout.lines().filter(|line| !line.starts_with("    "));
    let fields = lines.map(|line| {
        let (head, meaning) = line.split_once("): ").unwrap_or_else(|| panic!("{page}: {line}"));
        let (path, what) = head.split_once(" (").unwrap();
        assert!(meaning.ends_with('.') && meaning.len() > 4, "{page}: {line} does not say what it is");
        let own = || format!("{path}{}", "[]".repeat(what.matches("list of ").count()));
        let (what, place) =
            what.split_once(", like ").map_or_else(|| (what, own()), |(what, at)| (what, at.to_owned()));
        (path.to_owned(), (what.to_owned(), place))
    });
    fields.collect()
}

/// Whether a value is what a field holds.
fn is_of(value: &Value, what: &str) -> bool {
    match value {
        Value::Null => what.ends_with(" or none"),
        Value::Bool(_) => what == "true or false",
        Value::Number(number) if number.is_f64() => what.starts_with("number"),
        Value::Number(_) => what.starts_with("whole number") || what.starts_with("number"),
        Value::String(_) => what.starts_with("text") || what.starts_with("a word"),
        Value::Array(_) => what.starts_with("list of "),
        Value::Object(_) => what.starts_with("record") || what.starts_with("by name "),
    }
}

/// Holds what a page is given against its fields: each has a line, and is what that says.
fn compare(value: &Value, place: &str, fields: &BTreeMap<String, (String, String)>) {
    for (name, value) in value.as_object().unwrap() {
        let path = if place.is_empty() { name.clone() } else { format!("{place}.{name}") };
        let (what, place) = fields.get(&path).unwrap_or_else(|| panic!("nothing is said of {path}"));
        assert!(is_of(value, what), "{path} ({what}): {value}");
        within(value, what, place, fields);
    }
}

fn within(value: &Value, what: &str, place: &str, fields: &BTreeMap<String, (String, String)>) {
    match (value, what.strip_prefix("list of ")) {
        (Value::Array(items), Some(what)) => {
            assert!(items.iter().all(|item| is_of(item, what)), "{place} ({what})");
            for item in items {
                within(item, what, place, fields);
            }
        }
        (Value::Object(_), None) if !what.starts_with("by name ") => compare(value, place, fields),
        _ => {}
    }
}

#[test]
fn each_field_of_each_view_says_what_it_is() {
    let project = raw();
    for (name, file) in PAGES {
        let fields = fields(&project, name);
        assert!(fields.contains_key("page.title") && fields.contains_key("view"), "{name}: {fields:?}");
        compare(&given(&project, file), "", &fields);
    }
}

#[test]
fn a_kind_of_record_is_told_once_where_its_path_is_shortest() {
    let run = example().run(&["theme", "data", "accounts", "--fields"]);
    let has = |line: &str| assert!(run.stdout.contains(&format!("\n{line}\n")), "{line} in\n{}", run.stdout);
    has("view.rows (list of record): The accounts: those at risk first, then those to watch, then by name.");
    has("view.rows[].account (record, like page.breadcrumbs[]): Its page.");
    has("view.rows[].figure.interval (text): The 95 % interval in words; empty where there is none.");
    has("view.rows[].figure.state (a word): What can be shown.\n    shown: A score.");
    has("sections.first[].blocks[].chart.table.rows[].figure (record or none, like view.rows[].figure): Its figure.");
    assert!(!run.stdout.contains("sections.first[].blocks[].chart.table.rows[].figure."));
}

#[test]
fn a_page_is_found_by_what_people_have_at_hand() {
    let project = example();
    let title = |name: &str| data(&project, name)["page"]["title"].as_str().unwrap().to_owned();
    let (account, wave) = (title("accounts/alpenquer-bahn"), title("waves/relationship/2026-h1"));
    for name in [
        "/accounts/alpenquer-bahn/",
        "accounts/alpenquer-bahn/index.html",
        "accounts/alpenquer-bahn.md",
        "http://127.0.0.1:3900/accounts/alpenquer-bahn/?sort=1#blocks",
        "accounts/alpenquer%2Dbahn",
        "accounts/ALPENQUER-BAHN",
    ] {
        assert_eq!(title(name), account, "{name}");
    }
    assert_eq!(title("waves/relationship/2026-H1"), wave);
    assert_eq!(title("/"), title("index"));
    let published = ["theme", "data", "https://cx.example/a/accounts/", "--base-url", "https://cx.example/a"];
    let published: Value = serde_json::from_str(&project.run(&published).stdout).unwrap();
    assert_eq!(published["page"]["canonical"], "https://cx.example/a/accounts/");
}

fn refused(project: &Project, page: &str) -> Run {
    let run = project.run(&["theme", "data", page]);
    assert_eq!((run.code, run.stdout.as_str()), (2, ""), "{page}");
    run
}

#[test]
fn a_page_that_there_is_not_is_told_with_the_nearest() {
    let project = example();
    for (page, help) in [
        ("acounts", "did you mean `accounts`?"),
        ("accounts/alpenquer-ban", "did you mean `accounts/alpenquer-bahn`?"),
        ("strategic", "did you mean `segments/tier/strategic`?"),
        ("alpenquer", "there is `accounts/alpenquer-holding`, `accounts/alpenquer-bahn`, `accounts/alpenquer-cargo`"),
    ] {
        let said = refused(&project, page).stderr;
        assert_eq!(said, format!("error: the site has no page `{page}`\nhelp: {help}\n"));
    }
    let said = refused(&project, "no such page at all").stderr;
    assert!(said.contains("\nhelp: there is `index`, `accounts`, "), "{said}");
}

const SURVEY: &str = "survey: s\nwave: w\nresponses: [{id: r1, date: 2026-01-12, answers: {recommend: 9}}]\n";

#[test]
fn a_mistake_in_the_theme_is_told_and_does_not_hide_what_it_is_given() {
    let project = Project::with_config("theme: mine\n").file("data/surveys/w.yaml", SURVEY);
    project.write("themes/mine/templates/overview.html", "{% if %}");
    let run = project.run(&["theme", "data", "index", "--format", "json"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stderr.contains("error[E089]") && run.stderr.contains("overview.html:1:7"), "{}", run.stderr);
    assert!(serde_json::from_str::<Value>(&run.stdout).unwrap()["view"]["headline"].is_object(), "{}", run.stdout);
    assert!(!project.site().exists());
}

#[test]
fn a_mistake_in_the_data_or_in_the_commentary_of_the_page_is_told_instead() {
    let project = Project::with_config("").file("data/surveys/w.yaml", &SURVEY.replace("9}", "99}"));
    let run = project.run(&["theme", "data", "index"]);
    assert!(run.code == 1 && run.stdout.is_empty() && run.stderr.contains("error[E"), "{}", run.stderr);
    let project = Project::with_config("").file("data/surveys/w.yaml", SURVEY);
    project.write("commentary/index.md", "{{ nps(\"nobody\") }}\n");
    let run = project.run(&["theme", "data", "index"]);
    assert!(run.code == 1 && run.stdout.is_empty() && run.stderr.contains("error[E"), "{}", run.stderr);
    assert_eq!(project.run(&["theme", "data", "waves", "-q"]).code, 0);
}

/// All records in a value.
fn records<'v>(value: &'v Value, found: &mut Vec<&'v Map<String, Value>>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| records(item, found)),
        Value::Object(record) => {
            found.push(record);
            record.values().for_each(|inner| records(inner, found));
        }
        _ => {}
    }
}

/// The plain numbers of a record that has words beside them: each pair of words and number.
const NUMBERS: [(&str, &str); 13] = [
    ("value", "value_number"),
    ("interval", "low"),
    ("interval", "high"),
    ("n", "n_number"),
    ("before", "before_number"),
    ("answers", "answers_number"),
    ("rate", "rate_number"),
    ("revenue", "revenue_number"),
    ("invited", "invited_number"),
    ("bounced", "bounced_number"),
    ("refused", "refused_number"),
    ("reached", "reached_number"),
    ("answered", "answered_number"),
];

/// Holds the numbers of a page against their words: none without words. So many of them there are.
fn check_numbers(page: &Value) -> usize {
    let mut found = Vec::new();
    records(page, &mut found);
    let mut count = 0;
    for record in found {
        let is_shown = record.get("state").is_none_or(|state| state != "hidden" && state != "none");
        for (words, number) in NUMBERS {
            let (Some(words), Some(number)) = (record.get(words).and_then(Value::as_str), record.get(number)) else {
                continue;
            };
            let is_said = is_shown && words.contains(|c: char| c.is_ascii_digit());
            let answers = words != "n" && record.get("state").is_some_and(|state| state == "answers");
            assert!(number.is_null() || is_said, "{words:?} and {number}: {record:?}");
            assert!(number.is_number() || !is_said || answers, "{words:?} has no number: {record:?}");
            count += usize::from(number.is_number());
            let decimals = number.to_string().split_once('.').map_or(0, |(_, decimals)| decimals.len());
            assert!(decimals <= 3, "{number} is more exact than charts are");
        }
    }
    count
}

fn pages(project: &Project) -> Vec<Value> {
    let pages = project.files().into_iter().filter(|(path, _)| path.ends_with(".html"));
    pages.map(|(_, bytes)| serde_json::from_slice(&bytes).unwrap()).collect()
}

#[test]
fn words_have_their_numbers_beside_them_and_what_is_hidden_has_none() {
    let numbers: usize = pages(&raw()).iter().map(check_numbers).sum();
    assert!(numbers > 5000, "{numbers}");
    let people = (1..=30).map(|n| {
        format!(
            "{{id: r{n}, attributes: {{site: {}}}, answers: {{recommend: {}}}}}",
            if n > 27 { "south" } else { "north" },
            n % 11
        )
    });
    let people = people.collect::<Vec<_>>().join(", ");
    let project = Project::with_config(
        "segments: [{id: site, by: response.site}]\nprivacy: {respondents: anonymous, hide_below: 5}\n",
    );
    project.write("data/surveys/w.yaml", &format!("survey: s\nwave: w\nresponses: [{people}]\n"));
    let south = data(&project, "segments/site/south");
    assert_eq!(south["view"]["headline"]["state"], "hidden");
    check_numbers(&south);
    let everyone = data(&project, "index");
    assert_eq!(everyone["view"]["headline"]["n_number"], 30);
}

#[test]
fn numbers_are_those_of_the_table_of_figures() {
    let project = raw();
    let (table, page) = (project.page("data/metrics.csv"), given(&project, "index.html"));
    let row = table.lines().find(|row| row.starts_with("relationship,2026-H1,program,recommend,nps,")).unwrap();
    let cells: Vec<f64> = row.split(',').skip(5).take(4).map(|cell| cell.parse().unwrap()).collect();
    let headline = &page["view"]["headline"];
    for (cell, field) in cells.iter().zip(["value_number", "low", "high", "n_number"]) {
        assert!((headline[field].as_f64().unwrap() - cell).abs() < 0.000_6, "{field}: {headline} and {row}");
    }
    assert_eq!(
        headline["change"]["low"].as_f64() < Some(0.0),
        headline["change"]["interval"].as_str().unwrap().starts_with('−')
    );
}

#[test]
fn rows_of_accounts_have_their_attributes() {
    let page = data(&example(), "accounts");
    let rows = page["view"]["rows"].as_array().unwrap();
    let row = rows.iter().find(|row| row["id"] == "alpenquer-bahn").unwrap();
    assert_eq!(row["status_key"], "active");
    assert!(row["attributes"]["tier"].is_array() && row["revenue_number"].is_u64(), "{row}");
    let account = data(&example(), "accounts/alpenquer-bahn");
    assert_eq!(account["view"]["attributes"], row["attributes"]);
    assert_eq!(account["view"]["revenue_number"], row["revenue_number"]);
}
