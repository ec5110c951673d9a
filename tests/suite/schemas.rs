//! The schemas that editors complete and check by, against a validator that is not ours: what cxbook reads passes, and
//! what it calls a mistake of form fails. And the documentation of keys, which is made of the same declarations.

use std::path::Path;

use cxbook::sources::files::FileKind;
use cxbook::sources::node::{Kind, Node, Style};
use cxbook::sources::parser;
use cxbook::sources::shape::{Record, Shape};
use jsonschema::Validator;
use serde_json::Value;

use crate::project::{CONFIG, Project};

/// The schema of a kind of file, as `cxbook schema` prints it.
fn schema(kind: &str) -> Validator {
    let run = Project::new().run(&["schema", kind]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let schema: Value = serde_json::from_str(&run.stdout).expect("a schema is JSON");
    jsonschema::draft7::meta::validate(&schema).expect("a schema is one");
    jsonschema::draft7::new(&schema).expect("a schema can be used")
}

/// YAML as editors read it: plain scalars are numbers, truth and nothing by the core schema of YAML 1.2.
fn as_json(yaml: &str) -> Value {
    fn value(node: &Node) -> Value {
        match &node.kind {
            Kind::Null => Value::Null,
            Kind::Scalar(scalar) if scalar.style == Style::Quoted => Value::from(&*scalar.text),
            Kind::Scalar(scalar) => match &*scalar.text {
                "true" => Value::Bool(true),
                "false" => Value::Bool(false),
                text => text
                    .parse::<i64>()
                    .map(Value::from)
                    .or_else(|_| text.parse::<f64>().map(Value::from))
                    .unwrap_or_else(|_| Value::from(text)),
            },
            Kind::List(items) => items.iter().map(value).collect(),
            Kind::Map(entries) => entries.iter().map(|(key, of)| (key.text.to_string(), value(of))).collect(),
        }
    }
    value(&parser::yaml(yaml, &Path::new("file.yaml").into()).expect("well-formed YAML"))
}

fn faults(schema: &Validator, yaml: &str) -> Vec<String> {
    let instance = as_json(yaml);
    schema.iter_errors(&instance).map(|fault| format!("{} at {}", fault, fault.instance_path())).collect()
}

/// The YAML files of a program with the kind of each.
fn files(program: &Path) -> Vec<(&'static str, String, String)> {
    let mut files = Vec::new();
    for entry in walkdir::WalkDir::new(program).sort_by_file_name() {
        let entry = entry.unwrap();
        let name = entry.path().strip_prefix(program).unwrap().to_string_lossy().into_owned();
        let kind = match name.trim_end_matches(".yaml").split('/').collect::<Vec<_>>().as_slice() {
            _ if !name.ends_with(".yaml") || entry.file_type().is_dir() => continue,
            ["cxbook"] => "config",
            ["data", "surveys", ..] => "survey",
            ["data", kind, ..] => match FileKind::ALL.iter().find(|known| known.name() == *kind) {
                Some(known) => known.name(),
                None => continue,
            },
            _ => continue,
        };
        let text = std::fs::read(entry.path()).unwrap();
        files.extend(String::from_utf8(text).ok().map(|text| (kind, name, text)));
    }
    files
}

#[test]
fn every_file_of_the_example_is_as_its_schema_says() {
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("example-site");
    let files = files(&example);
    for kind in FileKind::ALL {
        let schema = schema(kind.name());
        let of_kind: Vec<_> = files.iter().filter(|(of, ..)| *of == kind.name()).collect();
        assert!(!of_kind.is_empty(), "the example has no {}", kind.name());
        for (_, name, text) in of_kind {
            assert_eq!(faults(&schema, text), Vec::<String>::new(), "{name}");
        }
    }
}

#[test]
fn every_file_that_init_writes_names_a_schema_that_is_there_and_passes() {
    for (dir, arguments) in [("b2b", &["init", "b2b"][..]), ("b2c", &["init", "--b2c", "b2c"])] {
        let project = Project::new();
        assert_eq!(project.run(arguments).code, 0);
        let program = project.root().join(dir);
        for (kind, name, text) in files(&program) {
            let line = text.lines().next().unwrap_or_default();
            let named =
                line.strip_prefix("# yaml-language-server: $schema=").unwrap_or_else(|| panic!("{name}: {line}"));
            let written = program.join(&name).parent().unwrap().join(named);
            let printed = project.run(&["schema", kind]).stdout;
            assert_eq!(std::fs::read_to_string(&written).unwrap(), printed, "{name} names {named}");
            assert_eq!(faults(&schema(kind), &text), Vec::<String>::new(), "{name}");
        }
    }
}

#[test]
fn mistakes_of_form_fail() {
    let cases = [
        ("accounts", "accounts: [{id: a, segment: x}]"),
        ("accounts", "accounts: [{name: A}]"),
        ("accounts", "accounts: [{id: a, status: inactive}]"),
        ("accounts", "accounts: [{id: a, renewal: 30.09.2026}]"),
        ("accounts", "accounts: [{id: a, aliases: b}]"),
        ("accounts", "accounts: [{id: a, level: {is: watch}}]"),
        ("accounts", "accounts: {id: a}"),
        ("config", "title: T\ncustomers: b2b\nquestions: {q: {kind: npss, text: Q}}"),
        ("config", "title: T\nquestions: {q: {kind: nps, text: Q}}"),
        ("config", "title: T\ncustomers: b2b\nquestions: {q: {kind: nps, text: Q}}\nprivacy: {hide_below: -1}"),
        ("survey", "survey: s\nresponses: [{id: r}]"),
        ("survey", "survey: s\ntable: {rows: []}"),
        ("survey", "survey: s\ninvitations: {delivered: 3}"),
        ("tickets", "tickets: [{id: t, opened: soon}]"),
        ("actions", "actions: [{id: a, kind: urgent, title: T}]"),
        ("outcomes", "outcomes: [{account: a, period: 2025, renewed: maybe}]"),
        ("contacts", "contacts: [{id: c, influence: much}]"),
    ];
    for (kind, yaml) in cases {
        assert!(!faults(&schema(kind), yaml).is_empty(), "nothing is wrong with {yaml}");
    }
}

#[test]
fn what_the_reader_takes_for_nothing_may_be_empty() {
    let config = format!("{CONFIG}segments:\nprivacy:\ntargets: ~\n");
    Project::new().file("cxbook.yaml", &config).build();
    assert_eq!(faults(&schema("config"), &config), Vec::<String>::new());
    let survey = "survey: s\nwave: w\nfrom:\nresponses:\n  - {id: 1, topics: ~, answers: {recommend: ~}, comment: }\n";
    Project::with_config("").file("data/surveys/s.yaml", survey).build();
    assert_eq!(faults(&schema("survey"), survey), Vec::<String>::new());
}

#[test]
fn the_keys_of_a_table_are_those_that_its_reader_knows() {
    let unknown = "survey: s\nwave: w\ntable: {columns: [id], rows: [], zzzzzzzzzz: 1}\n";
    let run = Project::with_config("").file("data/surveys/s.yaml", unknown).run(&["check", "."]);
    let table = record("Table").unwrap();
    let names: Vec<String> = table.fields.iter().map(|field| format!("`{}`", field.name)).collect();
    assert!(run.stderr.contains(&format!("help: there is {}\n", names.join(", "))), "{}", run.stderr);
}

/// Every record of every kind of file.
fn records() -> Vec<Record> {
    fn collect(shape: &Shape, all: &mut Vec<Record>) {
        match shape {
            Shape::List(of) | Shape::Named(of) | Shape::Optional(of) => collect(of, all),
            Shape::Either(several) => several.iter().for_each(|one| collect(one, all)),
            Shape::Record(record) => {
                all.push(record.clone());
                record.fields.iter().for_each(|field| collect(&field.shape, all));
            }
            _ => {}
        }
    }
    let mut all = Vec::new();
    for kind in FileKind::ALL {
        collect(&kind.shape(), &mut all);
    }
    all
}

fn record(name: &str) -> Option<Record> {
    records().into_iter().find(|record| record.name == name)
}

#[test]
fn every_key_and_word_is_documented_and_no_two_records_share_a_name() {
    for record in records() {
        assert!(!record.about.is_empty(), "{}", record.name);
        let alike = |other: &Record| other.name != record.name || *other == record;
        assert!(records().iter().all(alike), "two records are called {}", record.name);
        for field in &record.fields {
            assert!(field.about.ends_with('.'), "{}.{}: {}", record.name, field.name, field.about);
            let Shape::Words(words) = &field.shape else { continue };
            assert!(words.iter().all(|word| word.about.ends_with('.')), "{}.{}", record.name, field.name);
        }
    }
}

#[test]
fn schemas_are_written_over_those_of_another_version() {
    let project = Project::with_config("").file(".cxbook/schema/config.json", "old");
    assert_eq!(project.run(&["schema", "--write", "."]).code, 0);
    let written = std::fs::read_to_string(project.root().join(".cxbook/schema/config.json")).unwrap();
    assert_eq!(written, project.run(&["schema", "config"]).stdout);
    assert_eq!(project.run(&["schema"]).code, 2);
    assert_eq!(project.run(&["check", ".", "--strict"]).stderr, "", "schemas are taken for data");
}

#[test]
fn a_key_is_explained_from_its_declaration() {
    let project = Project::new();
    let said = |what: &str| project.run(&["explain", what]).stdout;
    let renewal = "# accounts.renewal\n\nThe next renewal.\n\nIt may be left out. It takes a day such as 2026-02-28.\n";
    assert_eq!(said("accounts.renewal"), renewal);
    assert!(said("survey.responses.id").contains("It must be given. It takes a text."));
    assert!(said("questions.kind").contains("\n- `ces`: Ease; the top three answers count.\n"));
    assert!(said("accounts.history").contains("\n- `until` (needed): The last day it was so.\n"));
    assert!(said("accounts").contains("\n- `aliases`: "));
}

#[test]
fn a_key_that_does_not_exist_is_told_with_the_one_that_was_meant() {
    let run = Project::new().run(&["explain", "accounts.renewl"]);
    assert_eq!((run.code, run.stdout.as_str()), (2, ""));
    assert_eq!(run.stderr, "error: there is no key `renewl`\nhelp: did you mean `renewal`?\n");
    assert!(Project::new().run(&["explain", "acounts"]).stderr.contains("did you mean `accounts`?"));
}

#[test]
fn reader_and_schema_agree_on_every_mistake_that_is_kept() {
    const OF_FORM: [&str; 3] = ["E020", "E022", "E023"];
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite/mistakes/cases");
    let schemas: Vec<(&str, Validator)> = FileKind::ALL.iter().map(|kind| (kind.name(), schema(kind.name()))).collect();
    let (mut checked, mut wrong) = (0, Vec::new());
    for case in std::fs::read_dir(&cases).unwrap() {
        let case = case.unwrap().file_name().into_string().unwrap();
        let mut command = Project::new().command(&["check", &case, "--format", "json"]);
        let told = crate::project::run(command.current_dir(&cases)).stdout;
        let told: Vec<Value> = told.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        for (kind, name, text) in files(&cases.join(&case)) {
            let Ok(_) = parser::yaml(&text, &Path::new(&name).into()) else { continue };
            let of_file = told.iter().filter(|line| line["file"] == format!("{case}/{name}"));
            let codes: Vec<&str> = of_file.filter_map(|line| line["code"].as_str()).collect();
            let (_, schema) = schemas.iter().find(|(known, _)| *known == kind).unwrap();
            let faults = faults(schema, &text);
            checked += 1;
            let of_form = codes.iter().any(|code| OF_FORM.contains(code));
            let of_value = codes.iter().any(|code| code.starts_with("E02") || *code == "E004");
            if (of_form && faults.is_empty()) || (!of_value && !faults.is_empty()) {
                wrong.push(format!("{case}/{name}: the reader tells {codes:?}, the schema {faults:?}"));
            }
        }
    }
    assert!(checked > 200 && wrong.is_empty(), "{} of {checked}:\n{}", wrong.len(), wrong.join("\n"));
}
