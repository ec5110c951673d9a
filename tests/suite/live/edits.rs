//! After any edits the site that is kept up is the one that a fresh build makes, byte for byte.

use std::fs;

use super::process::Process;
use crate::project::{CONFIG, Project, files};

/// A program with something of everything that pages are made from.
fn program() -> Project {
    Project::with_config("segments: [{id: tier, label: Tier, by: account.tier}]\n")
        .file("data/accounts.yaml", &accounts("Alpha"))
        .file("data/surveys/one.yaml", &survey("one", "2026-01-05", 9))
        .file("data/surveys/two.yaml", &survey("two", "2026-06-05", 7))
        .file("commentary/index.md", "Score {{ score(\"recommend\") }}.\n")
        .file("commentary/accounts/a.md", "About the first.\n")
        .file("static/logo.svg", "<svg/>")
}

fn accounts(first: &str) -> String {
    format!(
        "accounts:\n  - {{id: a, name: {first}, attributes: {{tier: gold}}}}\n  - {{id: b, name: Beta, attributes: {{tier: silver}}}}\n"
    )
}

fn survey(wave: &str, day: &str, answer: u8) -> String {
    let response = |id: &str, account: &str, answer: u8| {
        format!("  - {{id: {id}, account: {account}, date: {day}, answers: {{recommend: {answer}}}, comment: Good.}}\n")
    };
    let responses = [response(&format!("{wave}-1"), "a", answer), response(&format!("{wave}-2"), "b", 3)].concat();
    format!("survey: s\nwave: {wave}\nresponses:\n{responses}")
}

/// The site has to be the one of a build into another folder.
fn is_fresh(project: &Project, after: &str) {
    let run = project.run(&["build", ".", "--output", "fresh"]);
    assert_eq!(run.code, 0, "{after}: {}", run.stderr);
    let (kept, fresh) = (project.files(), files(&project.root().join("fresh")));
    let names = |files: &[(String, Vec<u8>)]| files.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
    assert_eq!(names(&kept), names(&fresh), "{after}");
    for ((name, kept), (_, fresh)) in kept.iter().zip(&fresh) {
        assert!(kept == fresh, "{after}: `{name}` is not what a fresh build makes");
    }
}

type Edit = (&'static str, fn(&Project));

/// One after the other, each on what the ones before left.
const EDITS: [Edit; 32] = [
    ("a commentary", |p| p.write("commentary/accounts/a.md", "Other words.\n")),
    ("a commentary of the overview", |p| p.write("commentary/index.md", "No figure.\n")),
    ("a new commentary", |p| p.write("commentary/accounts/b.md", "About the second.\n")),
    ("a commentary that is a draft", |p| p.write("commentary/accounts/b.md", "---\ndraft: true\n---\nNot yet.\n")),
    ("a commentary without its mistake again", |p| p.write("commentary/accounts/b.md", "Now.\n")),
    ("a commentary deleted", |p| fs::remove_file(p.root().join("commentary/accounts/a.md")).unwrap()),
    ("a page of its own", |p| p.write("commentary/plan.md", "---\ntitle: The plan\n---\nText.\n")),
    ("a link to it", |p| p.write("commentary/accounts/a.md", "{{ link(\"page:plan\") }}\n")),
    ("its title", |p| p.write("commentary/plan.md", "---\ntitle: Our plan\n---\nText.\n")),
    ("its place", |p| p.write("commentary/plan.md", "---\ntitle: Our plan\norder: 1\n---\nText.\n")),
    ("an answer", |p| p.write("data/surveys/two.yaml", &survey("two", "2026-06-05", 10))),
    ("a wave", |p| p.write("data/surveys/three.yaml", &survey("three", "2026-09-05", 0))),
    ("an answer of the first wave", |p| p.write("data/surveys/one.yaml", &survey("one", "2026-01-05", 1))),
    ("an answer without its account", |p| {
        p.write("data/surveys/one.yaml", &survey("one", "2026-01-05", 1).replacen("account: a, ", "", 1));
    }),
    ("a wave taken away", |p| fs::remove_file(p.root().join("data/surveys/three.yaml")).unwrap()),
    ("a name", |p| p.write("data/accounts.yaml", &accounts("Omega"))),
    ("an account less", |p| {
        p.write(
            "data/accounts.yaml",
            &accounts("Omega").replace("{id: b, name: Beta", "{id: bb, name: Beta, aliases: [b]"),
        );
        fs::rename(p.root().join("commentary/accounts/b.md"), p.root().join("commentary/accounts/bb.md")).unwrap();
    }),
    ("a style", |p| p.write("themes/default/static/style.css", "body { color: green }\n")),
    ("a template", |p| {
        p.write("themes/default/templates/own.html", "<html><head></head><body>{{ page.title }}</body></html>");
    }),
    ("a template as it was built in", |p| fs::remove_file(p.root().join("themes/default/templates/own.html")).unwrap()),
    ("an order of sections", |p| {
        p.write("themes/default/theme.yaml", "contract: 1\nsections: {account: [headline, facts]}\n");
    }),
    ("another order", |p| {
        p.write("themes/default/theme.yaml", "contract: 1\nsections: {account: [facts, headline]}\n");
    }),
    ("the order as it was built in", |p| fs::remove_file(p.root().join("themes/default/theme.yaml")).unwrap()),
    ("a message", |p| p.write("i18n/en.ftl", "site-skip = Down\n")),
    ("a message as it was built in", |p| fs::remove_file(p.root().join("i18n/en.ftl")).unwrap()),
    ("a message", |p| p.write("i18n/en.ftl", "no-interval = no range\n")),
    ("a template that says it", |p| {
        p.write("themes/default/templates/own.html", "{{ say('no-interval') }}");
    }),
    ("a message that only a template says", |p| p.write("i18n/en.ftl", "no-interval = without a range\n")),
    ("a static file", |p| p.write("static/logo.svg", "<svg> </svg>")),
    ("a folder where a file was", |p| {
        fs::remove_file(p.root().join("static/logo.svg")).unwrap();
        p.write("static/logo.svg/deep/down.txt", "text");
    }),
    ("a file where a folder was", |p| {
        fs::remove_dir_all(p.root().join("static/logo.svg")).unwrap();
        p.write("static/logo.svg", "<svg/>");
    }),
    ("the configuration", |p| {
        p.write(
            "cxbook.yaml",
            &CONFIG.replace("Test", "Other").replace("b2b\n", "b2b\nbase_url: https://cx.example/r/\n"),
        );
    }),
];

#[test]
fn after_every_edit_the_site_is_that_of_a_fresh_build() {
    let project = program();
    let watching = Process::watch(&project);
    is_fresh(&project, "the first build");
    for (what, edit) in EDITS {
        edit(&project);
        watching.line("changed:");
        let line = watching.line("built in");
        assert!(!line.contains("pages in"), "{what}: the whole site was made anew");
        is_fresh(&project, what);
    }
}

#[test]
fn a_mistake_changes_nothing_and_what_mends_it_need_not_be_what_made_it() {
    let project = program();
    let watching = Process::watch(&project);
    let before = project.files();
    project.write("data/accounts.yaml", "accounts: [{id: a, name: Alpha}]\n");
    watching.line("no new site: 2 mistakes");
    project.write("commentary/index.md", "Meanwhile.\n");
    watching.line("no new site: 2 mistakes");
    assert!(project.files() == before);
    project.write("data/accounts.yaml", &accounts("Alpha"));
    watching.line("built in");
    is_fresh(&project, "mended");
}

#[test]
fn only_what_shows_the_commentary_is_written() {
    let project = program();
    let watching = Process::watch(&project);
    project.write("commentary/accounts/a.md", "Other words.\n");
    // The account's page, and the methodology with the hash of the sources.
    let line = watching.line("built in");
    assert!(line.contains(": 2 files of the site changed"), "{line}");
}

#[test]
fn a_site_that_was_taken_away_is_made_as_a_whole() {
    let project = program();
    let watching = Process::watch(&project);
    fs::remove_dir_all(project.site()).unwrap();
    project.write("commentary/index.md", "Other words.\n");
    watching.line("built in");
    is_fresh(&project, "taken away");
    // Another build puts a folder of its own in the place.
    project.write("commentary/index.md", "Third words.\n");
    watching.line("built in");
    assert_eq!(project.run(&["build", ".", "--today", "2030-01-01"]).code, 0);
    project.write("commentary/index.md", "Fourth words.\n");
    watching.line("built in");
    is_fresh(&project, "built by another process");
}
