//! What a process that serves or watches lives through, and goes on.

use std::collections::BTreeSet;
use std::fs;
use std::io::Read;
use std::net::TcpStream;
use std::os::unix::net::UnixListener;
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};

use cxbook::build::open_pages::{OpenPages, Pages};
use cxbook::build::reuse::Reuse;
use cxbook::diagnostic::Diagnostics;
use cxbook::output::Overwrite;
use cxbook::{Options, Timings};

use super::process::{PATIENCE, Process, Server};
use crate::project::Project;

fn program() -> Project {
    let response = "responses: [{id: r1, account: a, date: 2026-02-01, answers: {recommend: 9}}]";
    Project::with_config("")
        .file("data/accounts/a.yaml", "accounts: [{id: a, name: Alpha}]\n")
        .file("data/surveys/s.yaml", &format!("survey: s\nwave: w\n{response}\n"))
        .file("commentary/index.md", "Words.\n")
}

/// Somebody whose looking at pages makes a build panic, once.
#[derive(Debug, Default)]
struct Mischief(AtomicBool);

impl OpenPages for Mischief {
    fn files(&self) -> BTreeSet<String> {
        assert!(self.0.swap(true, Relaxed), "of {} pages", "no");
        BTreeSet::new()
    }

    fn show(&self, _: Pages) {}
}

#[test]
fn a_build_that_panics_is_told_and_the_next_one_runs() {
    let project = program();
    let options = Options {
        source: project.root().to_owned(),
        output: project.site(),
        overwrite: Overwrite::OwnSiteOnly,
        strict: false,
        today: None,
        base_url: None,
        progress: Arc::default(),
    };
    let (mischief, mut reuse) = (Mischief::default(), Reuse::default());
    let mut build = || {
        let (mut diagnostics, mut timings) = (Diagnostics::default(), Timings::default());
        let built = cxbook::rebuild(&options, &mut reuse, &mischief, &mut diagnostics, &mut timings);
        (built, diagnostics.sorted())
    };
    let (built, told) = build();
    assert_eq!(built, None);
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].code.as_str(), "E099");
    assert!(told[0].message.ends_with("mistake of cxbook's own: of no pages"), "{}", told[0].message);
    let names = |folder| fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name()).collect::<BTreeSet<_>>();
    assert_eq!(names(project.root()), BTreeSet::from(["cxbook.yaml", "data", "commentary"].map(Into::into)));
    let (built, told) = build();
    assert!(built.is_some() && told.is_empty(), "{told:?}");
    assert!(project.text("index.html").contains("Words."));
}

#[test]
fn a_pipe_among_the_sources_does_not_stop_it() {
    let project = program();
    let server = Server::built(&project, &[]);
    for path in ["data/accounts/f.yaml", "static/pipe", "commentary/f.md"] {
        let pipe = project.root().join(path);
        fs::create_dir_all(pipe.parent().unwrap()).unwrap();
        assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        server.process.line("no new site: 1 mistake");
        fs::remove_file(&pipe).unwrap();
        server.process.line("built in");
    }
    let _socket = UnixListener::bind(project.root().join("static/socket")).unwrap();
    server.process.line("no new site: 1 mistake");
    assert_eq!(server.get("/").status, 200);
}

#[test]
fn a_removed_site_is_built_again() {
    let project = program();
    let server = Server::built(&project, &[]);
    for _ in 0..2 {
        fs::remove_dir_all(project.site()).unwrap();
        server.process.line("the site is gone, so it is built again");
        server.process.line("built in");
        assert!(server.get("/").body.contains("Words."));
    }
    // Who has put something else there is told so once, and again when it is gone.
    fs::remove_dir_all(project.site()).unwrap();
    project.write("site/mine.txt", "mine");
    server.process.line("no new site: 1 mistake");
    project.write("commentary/index.md", "Newer words.\n");
    server.process.line("no new site: 1 mistake");
    fs::remove_dir_all(project.site()).unwrap();
    project.write("commentary/index.md", "Newest words.\n");
    server.process.line("built in");
    assert!(server.get("/").body.contains("Newest words."));
}

#[test]
fn the_second_on_one_site_says_so() {
    let project = program();
    let mut first = Server::built(&project, &[]);
    let second = Process::start(&project, &["build", ".", "--watch"]);
    let note = second.error("note: another cxbook (process ");
    assert!(note.contains(") keeps `./site` up already; end one of them"), "{note}");
    second.line("built in");
    let elsewhere = Process::start(&project, &["build", ".", "--watch", "--output", "other"]);
    elsewhere.line("built in");
    assert_eq!(elsewhere.end(), Vec::<String>::new());
    assert_eq!(second.end(), Vec::<String>::new());
    // It ends with the process; what a killed one leaves does not hinder the next.
    let claim = project.root().join(".site.cxbook-watch");
    assert!(claim.exists());
    first.process.kill();
    assert!(claim.exists());
    let third = Process::watch(&project);
    assert_eq!(third.end(), Vec::<String>::new());
    assert!(!claim.exists());
}

#[test]
fn whoever_connects_and_asks_for_nothing_is_not_waited_for() {
    let project = program();
    let server = Server::built(&project, &[]);
    let mut silent = TcpStream::connect(&server.address).unwrap();
    silent.set_read_timeout(Some(PATIENCE)).unwrap();
    let mut half = server.send("GET / HTTP/1.1\r\nHost: localhost\r\n");
    let mut kept = server.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
    let mut page = server.open("/");
    page.told();
    // Each of them ends, which reading would wait for.
    for stream in [&mut silent, &mut half, &mut kept] {
        stream.read_to_end(&mut Vec::new()).expect("it was closed");
    }
    // An open page is one that asked.
    project.write("commentary/index.md", "Newer words.\n");
    assert_eq!(page.told().0, "reload");
}

#[test]
fn it_answers_while_hundreds_of_connections_are_open() {
    let project = program();
    let server = Server::with_open_files(&project, 256);
    server.process.line("built in");
    let mut page = server.open("/");
    page.told();
    let _idle: Vec<TcpStream> = (0..300).map(|_| TcpStream::connect(&server.address).unwrap()).collect();
    let _half: Vec<TcpStream> = (0..300).map(|_| server.send("GET / HTTP/1.1\r\n")).collect();
    assert_eq!(server.get("/").status, 200);
    project.write("commentary/index.md", "Newer words.\n");
    assert_eq!(page.told().0, "reload");
    assert!(server.get("/").body.contains("Newer words."));
}
