//! A disk with no room left: told once, and nothing half-written stays. The limit on a file's size stands in for it, under
//! which no file can be written either.

use std::fs;
use std::process::Command;

use crate::project::{CONFIG, Project, Run, run};

/// A run in which no file may hold a byte.
fn without_room(project: &Project, arguments: &[&str]) -> Run {
    let command = project.command(arguments);
    let mut limited = Command::new("sh");
    limited.args(["-c", "trap '' XFSZ; ulimit -f 0; exec \"$0\" \"$@\""]).arg(command.get_program());
    run(limited.args(command.get_args()).current_dir(project.root()))
}

fn everything(project: &Project) -> Vec<String> {
    crate::project::files(project.root()).into_iter().map(|(name, _)| name).collect()
}

#[test]
fn a_full_disk_is_one_mistake() {
    let accounts: Vec<String> = (0..80).map(|number| format!("{{id: a{number}}}")).collect();
    let accounts = format!("accounts: [{}]\n", accounts.join(", "));
    let project = Project::with_config("").file("data/accounts.yaml", &accounts);
    let before = everything(&project);
    let failed = without_room(&project, &["build", "."]);
    assert_eq!(failed.code, 1);
    assert!(failed.stderr.contains("error[E096]: cannot write the site beside"), "{}", failed.stderr);
    assert!(failed.stderr.contains("make room"), "{}", failed.stderr);
    assert!(failed.stderr.ends_with("no site: 1 mistake, 0 warnings\n"), "{}", failed.stderr);
    assert_eq!(everything(&project), before);
}

#[test]
fn a_full_disk_leaves_nothing_of_new_files() {
    let project = Project::with_config("");
    for arguments in [&["new", "account", "b"][..], &["new", "commentary", "index"], &["schema", "--write", "."]] {
        let before = everything(&project);
        assert_eq!(without_room(&project, arguments).code, 1, "{arguments:?}");
        assert_eq!(everything(&project), before, "{arguments:?}");
        assert_eq!(project.run(arguments).code, 0, "{arguments:?} has room by now");
    }
}

#[test]
fn a_full_disk_leaves_schemas_as_they_were() {
    let project = Project::with_config("");
    project.run(&["schema", "--write", "."]);
    let older: Vec<(String, &str)> = everything(&project).into_iter().map(|name| (name, "older")).collect();
    for (name, text) in &older {
        project.write(name, text);
    }
    assert_eq!(without_room(&project, &["schema", "--write", "."]).code, 1);
    for (name, text) in older {
        assert_eq!(fs::read_to_string(project.root().join(&name)).unwrap(), text, "{name}");
    }
}

#[test]
fn a_program_is_begun_whole_or_not_at_all() {
    let project = Project::new();
    fs::create_dir(project.root().join("mine")).unwrap();
    for folder in ["fresh/deep", "mine"] {
        let failed = without_room(&project, &["init", folder]);
        assert_eq!(failed.code, 1);
        assert!(failed.stderr.contains("nothing was written"), "{}", failed.stderr);
    }
    let left: Vec<_> = fs::read_dir(project.root()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, ["mine"]);
    assert_eq!(fs::read_dir(project.root().join("mine")).unwrap().count(), 0);
    assert_eq!(project.run(&["init", "mine"]).code, 0);
    assert!(!fs::read_to_string(project.root().join("mine/cxbook.yaml")).unwrap().is_empty());
}

#[test]
fn what_is_there_is_never_written_over() {
    let project = Project::with_config("");
    project.run(&["new", "account", "b"]);
    let again = project.run(&["new", "account", "b"]);
    assert_eq!(again.code, 1, "{}", again.stderr);
    std::os::unix::fs::symlink("nowhere", project.root().join("commentary.md")).unwrap();
    fs::create_dir_all(project.root().join("data/accounts")).unwrap();
    std::os::unix::fs::symlink("nowhere", project.root().join("data/accounts/c.yaml")).unwrap();
    let linked = project.run(&["new", "account", "c"]);
    assert!(linked.code == 1 && linked.stderr.contains("there already"), "{}", linked.stderr);
    assert_eq!(project.run(&["init", "."]).code, 1);
    assert_eq!(fs::read_to_string(project.root().join("cxbook.yaml")).unwrap(), CONFIG);
}
