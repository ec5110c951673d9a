//! What is no file is never opened: a pipe would make whoever reads it wait for ever.

use std::os::unix::net::UnixListener;
use std::process::Command;

use crate::project::{Project, run};

fn program() -> Project {
    Project::with_config("theme: mine\n")
        .file("data/accounts/a.yaml", "accounts: [{id: a}]\n")
        .file("commentary/index.md", "Words.\n")
        .file("static/a.txt", "a")
        .file("themes/mine/static/style.css", "body {}\n")
}

fn pipe(project: &Project, path: &str) {
    assert!(Command::new("mkfifo").arg(project.root().join(path)).status().unwrap().success());
}

/// What `build` says, which is ended after a while.
fn said(project: &Project) -> String {
    let build = project.command(&["build", "."]);
    let mut bounded = Command::new("timeout");
    bounded.arg("30").arg(build.get_program()).args(build.get_args()).current_dir(project.root());
    let run = run(&mut bounded);
    assert_eq!(run.code, 1, "{}", run.stderr);
    run.stderr
}

#[test]
fn a_pipe_among_the_sources_is_a_mistake_at_once() {
    for path in ["data/accounts/f.yaml", "commentary/f.md", "static/pipe", "themes/mine/static/pipe", "data/pipe"] {
        let project = program();
        pipe(&project, path);
        let said = said(&project);
        assert!(
            said.contains(&format!("cannot read `{path}`: it is a pipe, and only files are read")),
            "{path}: {said}"
        );
        assert!(said.contains("E002") && said.contains("take it away"), "{path}: {said}");
    }
}

#[test]
fn a_configuration_that_is_a_pipe_is_a_mistake_at_once() {
    let project = program();
    std::fs::remove_file(project.root().join("cxbook.yaml")).unwrap();
    pipe(&project, "cxbook.yaml");
    assert!(said(&project).contains("cannot read `cxbook.yaml`: it is a pipe"));
}

#[test]
fn a_link_to_a_device_and_a_socket_are_mistakes_as_well() {
    let project = program();
    std::os::unix::fs::symlink("/dev/zero", project.root().join("data/accounts/z.yaml")).unwrap();
    let _socket = UnixListener::bind(project.root().join("static/socket")).unwrap();
    let said = said(&project);
    assert!(said.contains("`data/accounts/z.yaml`: it is a device"), "{said}");
    assert!(said.contains("`static/socket`: it is a socket"), "{said}");
}
