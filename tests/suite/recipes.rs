//! The recipes of the README: they are well-formed, and their steps do in a clean folder what is said of them. Fetching
//! cxbook is left out, and the binary under test lies where it would have been put.

use std::fs;
use std::path::Path;
use std::process::Command;

use cxbook::sources::node::{Kind, Node};
use cxbook::sources::parser;

use crate::project::{Project, Run, run};

const README: &str = include_str!("../../README.md");
const BINARY: &str = env!("CARGO_BIN_EXE_cxbook");

/// A code block of the README, by a line of it.
fn recipe(line: &str) -> &'static str {
    let found = README.split("\n```").find(|block| block.lines().any(|of| of.starts_with(line)));
    found.and_then(|block| block.split_once('\n')).expect("the recipe is in the README").1
}

fn parsed(line: &str) -> Node {
    parser::yaml(recipe(line), &Path::new("README.md").into()).expect("the recipe is YAML")
}

/// The value at a path of keys and positions.
fn at<'n>(node: &'n Node, path: &[&str]) -> &'n Node {
    path.iter().fold(node, |node, part| match &node.kind {
        Kind::Map(entries) => &entries.iter().find(|(key, _)| &*key.text == *part).expect(part).1,
        Kind::List(items) => &items[part.parse::<usize>().expect("a position")],
        _ => panic!("nothing at {part}"),
    })
}

fn text(node: &Node) -> &str {
    match &node.kind {
        Kind::Scalar(scalar) => &scalar.text,
        other => panic!("no text: {other:?}"),
    }
}

fn items(node: &Node) -> &[Node] {
    match &node.kind {
        Kind::List(items) => items,
        other => panic!("no list: {other:?}"),
    }
}

/// A program in a clean folder, with cxbook where a recipe installs it.
fn clean_folder(installed: &str) -> Project {
    let project = Project::new();
    assert_eq!(project.run(&["init", "."]).code, 0);
    let binary = project.root().join(installed);
    fs::create_dir_all(binary.parent().unwrap()).unwrap();
    fs::hard_link(BINARY, &binary).or_else(|_| fs::copy(BINARY, &binary).map(|_| ())).unwrap();
    project
}

/// Runs a step as the runners do; the home is the folder itself.
fn step(project: &Project, script: &str) -> Run {
    let mut shell = Command::new("sh");
    shell.args(["-e", "-c", script]).current_dir(project.root()).env("HOME", project.root());
    shell.env_remove("SOURCE_DATE_EPOCH");
    run(&mut shell)
}

const WRONG: &str = "survey: relationship\nwave: w\nresponses: [{id: r1, account: nobody, answers: {recommend: 9}}]\n";

#[test]
fn github_builds_what_it_publishes_and_annotates_mistakes() {
    let workflow = parsed("# .github/workflows/report.yml");
    let steps = items(at(&workflow, &["jobs", "build", "steps"]));
    let runs =
        |node: &&Node| matches!(&node.kind, Kind::Map(entries) if entries.iter().any(|(key, _)| &*key.text == "run"));
    let scripts: Vec<&str> = steps.iter().filter(runs).map(|node| text(at(node, &["run"]))).collect();
    let [install, build] = scripts.as_slice() else { panic!("{scripts:?}") };
    assert!(install.contains("--root ~/.cxbook cxbook"), "{install}");
    assert_eq!(text(at(&steps[1], &["with", "path"])), "~/.cxbook");
    let project = clean_folder(".cxbook/bin/cxbook");
    let built = step(&project, build);
    assert_eq!((built.code, built.stdout.as_str()), (0, ""), "{}", built.stderr);
    let published = text(at(&steps[4], &["with", "path"]));
    assert!(project.root().join(published).join("index.html").exists());
    project.write("data/surveys/wrong.yaml", WRONG);
    let failed = step(&project, build);
    assert_eq!(failed.code, 1);
    assert!(failed.stdout.starts_with("::error file=data/surveys/wrong.yaml,line=3,col="), "{}", failed.stdout);
}

#[test]
fn gitlab_builds_what_it_publishes_and_reports_mistakes() {
    let pipeline = parsed("# .gitlab-ci.yml");
    let before: Vec<&str> = items(at(&pipeline, &[".cxbook", "before_script"])).iter().map(text).collect();
    let cached = text(&items(at(&pipeline, &[".cxbook", "cache", "paths"]))[0]);
    let project = clean_folder(&format!("{cached}bin/cxbook"));
    let script = |job: &str| {
        let steps = items(at(&pipeline, &[job, "script"])).iter().map(text);
        before.iter().copied().chain(steps).collect::<Vec<_>>().join("\n")
    };
    let published = text(&items(at(&pipeline, &["pages", "artifacts", "paths"]))[0]);
    let report = text(at(&pipeline, &["check", "artifacts", "reports", "codequality"]));
    let read = || fs::read_to_string(project.root().join(report)).unwrap();
    let built = step(&project, &script("pages"));
    assert_eq!((built.code, read().as_str()), (0, "[]\n"), "{}", built.stderr);
    assert!(project.root().join(published).join("index.html").exists());
    project.write("data/surveys/wrong.yaml", WRONG);
    for job in ["check", "pages"] {
        fs::remove_file(project.root().join(report)).unwrap();
        let failed = step(&project, &script(job));
        assert!(failed.code == 1 && failed.stderr.contains("error[E052]"), "{}", failed.stderr);
        assert!(read().contains("\"path\": \"data/surveys/wrong.yaml\""), "{}", read());
    }
}

/// An `rsync` that notes the files that would be sent, and a `git` that fetches nothing: what they do is theirs.
fn stand_ins(project: &Project) {
    let rsync = "#!/bin/sh\nfor folder; do case $folder in */) break;; esac; done\n\
                 find \"$folder\" -type f -newer \"$HOME/sent\" ! -name .cxbook >> \"$HOME/sends\"\n";
    for (name, script) in [("git", "#!/bin/sh\n"), ("rsync", rsync)] {
        project.write(&format!("bin/{name}"), script);
        let made = Command::new("chmod").arg("+x").arg(project.root().join("bin").join(name)).status();
        assert!(made.unwrap().success());
    }
}

#[test]
#[cfg(unix)]
fn a_plain_server_sends_what_changed_and_says_nothing_unless_something_is_wrong() {
    let script = format!("PATH=\"$HOME/bin:$PATH\" REPORT_DIR=\"$HOME\"\n{}", recipe("# publish-report"));
    let project = clean_folder("bin/cxbook");
    stand_ins(&project);
    project.write("sent", "");
    let sends = || fs::read_to_string(project.root().join("sends")).unwrap();
    let old = fs::File::options().append(true).open(project.root().join("sent")).unwrap();
    old.set_modified(std::time::SystemTime::UNIX_EPOCH).unwrap();
    let first = step(&project, &script);
    assert_eq!((first.code, first.stdout + &first.stderr), (0, String::new()));
    assert!(sends().contains("site/index.html\n") && sends().contains("site/assets/echarts.min.js\n"), "{}", sends());
    // The second build is later than the first, so whatever it writes anew is newer than all of the first.
    let newest = fs::metadata(project.site().join("index.html")).unwrap().modified().unwrap();
    let newest =
        files_of(&project).iter().map(|path| fs::metadata(path).unwrap().modified().unwrap()).fold(newest, Ord::max);
    old.set_modified(newest).unwrap();
    fs::remove_file(project.root().join("sends")).unwrap();
    project.write("commentary/own.md", "---\ntitle: Own\n---\nNew words.\n");
    assert_eq!(step(&project, &script).code, 0);
    assert!(sends().contains("site/own/index.html\n"), "{}", sends());
    assert!(!sends().contains("echarts.min.js") && !sends().contains("metrics.csv"), "{}", sends());
    project.write("data/surveys/wrong.yaml", WRONG);
    let failed = step(&project, &script);
    assert!(failed.code == 1 && failed.stderr.contains("error[E052]"), "{}", failed.stderr);
}

#[cfg(unix)]
fn files_of(project: &Project) -> Vec<std::path::PathBuf> {
    walkdir::WalkDir::new(project.site()).into_iter().map(|entry| entry.unwrap().into_path()).collect()
}

/// The recipes for themes: the file that each goes into, and its text.
fn for_themes() -> Vec<(String, &'static str)> {
    let section = README.split_once("\n## A look of your own\n").expect("the section on themes").1;
    let section = section.split_once("\n## ").expect("the next section").0;
    let blocks = section.split("\n```").skip(1).step_by(2);
    let recipes =
        blocks.filter_map(|block| ["html\n", "css\n", "yaml\n"].iter().find_map(|kind| block.strip_prefix(kind)));
    recipes
        .map(|recipe| {
            let first = recipe.lines().next().expect("a first line");
            let marks = |c: char| "{#-/* }".contains(c);
            (format!("themes/corporate/{}", first.trim_matches(marks)), recipe)
        })
        .collect()
}

/// A program with a theme that the README's commands have made.
fn with_theme() -> Project {
    let project = clean_folder("bin/cxbook");
    let made = step(&project, &format!("PATH=\"$HOME/bin:$PATH\"\n{}", recipe("# a theme of your own")));
    assert_eq!((made.code, made.stderr.as_str()), (0, ""), "{}", made.stdout);
    assert!(made.stdout.contains("\n* templates/base.html "), "{}", made.stdout);
    project
}

/// Adds recipes to the theme, and builds without a warning.
fn built_with(recipes: &[&(String, &str)]) -> Project {
    let project = with_theme();
    for (path, recipe) in recipes {
        let before = fs::read_to_string(project.root().join(path)).unwrap_or_default();
        project.write(path, &format!("{before}{recipe}\n"));
    }
    let run = project.run(&["build", ".", "--strict"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    project
}

#[test]
fn each_recipe_for_themes_does_what_is_said_of_it() {
    let recipes = for_themes();
    let expected = [
        ("index.html", "<p class=\"name\"><a href=\"index.html\"><img src=\"assets/logo.svg\" alt=\""),
        ("404.html", "<p>East Rail Ltd. For the account teams; not to be passed on.</p>\n\n</footer>"),
        ("assets/theme.css", "\n:root { --accent: #7a1f5c; }\n"),
        ("assets/theme.css", "\n:root { --sans: \"Brand\", system-ui, sans-serif; }\n"),
        ("accounts/index.html", "<td>key</td></tr>"),
        ("index.html", "<div style=\"border-left: 6px solid gray; padding-left: 1em\">\n<section class=\"headline\""),
        ("accounts/example-works/index.html", "</dl>\n</section>\n<section class=\"headline\""),
        ("accounts/example-works/index.html", "before you quote.</p>\n\n<ul class=\"comments\">"),
    ];
    assert_eq!(recipes.len(), expected.len());
    let all: Vec<&(String, &str)> = recipes.iter().collect();
    let together = built_with(&all);
    for (recipe, (file, text)) in recipes.iter().zip(expected) {
        for page in [built_with(&[recipe]).page(file), together.page(file)] {
            assert!(page.contains(text), "{}: no {text} in {page}", recipe.1);
            assert!(file.ends_with(".css") || page.starts_with("<!DOCTYPE html>"), "{page}");
        }
        assert!(!built_with(&[]).page(file).contains(text), "{text} is there without the recipe");
    }
}

#[test]
fn the_recipe_for_a_colour_follows_the_interval() {
    let (path, recipe) = for_themes().into_iter().find(|(path, _)| path.ends_with("overview.html")).expect("a recipe");
    for (answers, colour) in
        [([9, 9, 10, 9, 10, 8], "green"), ([1, 2, 0, 6, 5, 7], "red"), ([9, 2, 9, 1, 8, 0], "gray")]
    {
        let project = Project::with_config("theme: corporate\n").file(&path, recipe);
        let rows =
            (1..).zip(answers).map(|(number, answer)| format!("{{id: r{number}, answers: {{recommend: {answer}}}}}"));
        let rows = rows.collect::<Vec<_>>().join(", ");
        project.write("data/surveys/w.yaml", &format!("survey: s\nwave: w\nresponses: [{rows}]\n"));
        project.build();
        let page = project.page("index.html");
        assert!(page.contains(&format!("solid {colour};")), "{colour}: {page}");
    }
}
