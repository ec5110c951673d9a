//! What is noticed, what is not, and how it ends.

use std::fs;
use std::os::unix::fs::symlink;
use std::process::Command;

use tempfile::TempDir;

use super::process::Process;
use crate::project::Project;

fn program() -> Project {
    let response = "responses: [{id: r1, account: a, date: 2026-02-01, answers: {recommend: 9}}]";
    Project::with_config("")
        .file("data/accounts.yaml", "accounts: [{id: a, name: Alpha}]\n")
        .file("data/surveys/s.yaml", &format!("survey: s\nwave: w\n{response}\n"))
        .file("commentary/index.md", "Words.\n")
}

#[test]
fn an_editor_may_save_by_renaming() {
    let project = program();
    let watching = Process::watch(&project);
    let path = project.root().join("commentary/index.md");
    for words in ["First.", "Second."] {
        let aside = project.root().join("commentary/.index.md.swp");
        fs::write(&aside, words).unwrap();
        fs::rename(&aside, &path).unwrap();
        assert_eq!(watching.line("changed: "), "`commentary/index.md`");
        watching.line("built in");
        assert!(project.text("index.html").contains(words));
    }
    fs::rename(&path, project.root().join("commentary/index.md~")).unwrap();
    fs::write(&path, "Third.").unwrap();
    watching.line("built in");
    assert!(project.text("index.html").contains("Third."));
    assert_eq!(watching.end(), Vec::<String>::new());
}

#[test]
fn folders_may_be_moved_in_and_out() {
    let project = program();
    let elsewhere = TempDir::new_in(project.root().parent().unwrap()).unwrap();
    fs::create_dir_all(elsewhere.path().join("commentary/accounts")).unwrap();
    fs::write(elsewhere.path().join("commentary/accounts/a.md"), "Moved in.").unwrap();
    let watching = Process::watch(&project);
    let (inside, outside) = (project.root().join("commentary/accounts"), elsewhere.path().join("commentary/accounts"));
    fs::rename(&outside, &inside).unwrap();
    assert_eq!(watching.line("changed: "), "`commentary/accounts/a.md`");
    watching.line("built in");
    assert!(project.text("accounts/a/index.html").contains("Moved in."));
    // What was moved in is watched as well.
    project.write("commentary/accounts/a.md", "Edited.");
    watching.line("built in");
    assert!(project.text("accounts/a/index.html").contains("Edited."));
    fs::rename(&inside, &outside).unwrap();
    assert_eq!(watching.line("changed: "), "`commentary/accounts/a.md`");
    watching.line("built in");
    assert!(!project.text("accounts/a/index.html").contains("Edited."));
    assert_eq!(watching.end(), Vec::<String>::new());
}

#[test]
fn what_links_lead_to_is_watched() {
    let project = program();
    let elsewhere = TempDir::new().unwrap();
    let (folder, file) = (elsewhere.path().join("notes"), elsewhere.path().join("files/b.md"));
    fs::create_dir_all(&folder).unwrap();
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(folder.join("a.md"), "In a folder.").unwrap();
    fs::write(&file, "A file.").unwrap();
    symlink(&folder, project.root().join("commentary/accounts")).unwrap();
    symlink(&file, project.root().join("commentary/plan.md")).unwrap();
    let watching = Process::watch(&project);
    assert!(project.text("accounts/a/index.html").contains("In a folder."));
    fs::write(folder.join("a.md"), "Edited there.").unwrap();
    watching.line("built in");
    assert!(project.text("accounts/a/index.html").contains("Edited there."));
    fs::write(&file, "Edited, too.").unwrap();
    watching.line("built in");
    assert!(project.text("plan/index.html").contains("Edited, too."));
    assert_eq!(watching.end(), Vec::<String>::new(), "events are heard there");
}

#[test]
fn another_branch_is_one_change() {
    let project = program();
    let git = |arguments: &[&str]| {
        let named = ["-c", "user.name=Test", "-c", "user.email=test@example.org"];
        let run = Command::new("git").args(named).args(arguments).current_dir(project.root()).output().unwrap();
        assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    };
    git(&["init", "--quiet", "--initial-branch=one"]);
    git(&["add", "cxbook.yaml", "data", "commentary"]);
    git(&["commit", "--quiet", "--message=one"]);
    git(&["checkout", "--quiet", "-b", "two"]);
    fs::remove_dir_all(project.root().join("commentary")).unwrap();
    project.write("data/accounts.yaml", "accounts: [{id: a, name: Omega}]\n");
    project.write("static/notes/more.txt", "more");
    git(&["add", "--all", "data", "commentary", "static"]);
    git(&["commit", "--quiet", "--message=two"]);
    let watching = Process::watch(&project);
    for (branch, name) in [("one", "Alpha"), ("two", "Omega")] {
        git(&["checkout", "--quiet", branch]);
        // However many files it is, they are built together, or the rest of them right after.
        while !project.text("accounts/a/index.html").contains(name)
            || project.site().join("notes/more.txt").exists() != (branch == "two")
        {
            watching.line("built in");
        }
    }
}

#[test]
fn what_is_not_read_is_not_noticed() {
    let project = program();
    let watching = Process::watch(&project);
    for path in
        ["data/notes.txt", "commentary/.hidden.md", "commentary/old.md~", "themes/other/static/a.css", "notes.md"]
    {
        project.write(path, "Not read.");
    }
    fs::write(project.site().join("index.html"), "not a source").unwrap();
    project.write("commentary/index.md", "Read.");
    let lines: Vec<String> = (0..2).map(|_| watching.next_line()).collect();
    assert_eq!(lines[0], "changed: `commentary/index.md`");
    assert!(lines[1].starts_with("built in"), "{lines:?}");
}

#[test]
fn hidden_files_for_servers_are_noticed() {
    let project = program().file("static/.well-known/security.txt", "Contact: a");
    let watching = Process::watch(&project);
    for (path, site) in
        [("static/.htaccess", ".htaccess"), ("static/.well-known/security.txt", ".well-known/security.txt")]
    {
        project.write(path, "Changed.");
        assert_eq!(watching.line("changed: "), format!("`{path}`"));
        watching.line("built in");
        assert_eq!(project.page(site), "Changed.");
    }
    assert_eq!(watching.end(), Vec::<String>::new(), "events are heard there");
}

#[test]
fn a_program_may_be_taken_away_and_come_back() {
    let project = Project::new();
    let inner = project.root().join("program");
    for (path, text) in crate::project::files(program().root()) {
        project.write(&format!("program/{path}"), &String::from_utf8(text).unwrap());
    }
    let watching = Process::start(&project, &["build", "program", "--output", "out", "--watch"]);
    watching.line("built in");
    fs::rename(&inner, project.root().join("away")).unwrap();
    watching.line("no new site: 1 mistake");
    fs::rename(project.root().join("away"), &inner).unwrap();
    watching.line("built in");
    project.write("program/commentary/index.md", "Back.");
    watching.line("built in");
    assert!(fs::read_to_string(project.root().join("out/index.html")).unwrap().contains("Back."));
}

#[test]
fn it_can_be_looked_regularly() {
    let project = program();
    let watching = Process::start(&project, &["build", ".", "--watch", "--poll", "20"]);
    watching.line("built in");
    project.write("commentary/accounts/a.md", "New.");
    assert_eq!(watching.line("changed: "), "`commentary/accounts/a.md`");
    watching.line("built in");
    assert!(project.text("accounts/a/index.html").contains("New."));
}

#[test]
fn where_events_do_not_come_it_is_looked_regularly() {
    let project = program();
    let elsewhere = TempDir::new_in(project.root().parent().unwrap()).unwrap();
    let other_name = elsewhere.path().join("index.md");
    fs::hard_link(project.root().join("commentary/index.md"), &other_name).unwrap();
    let watching = Process::watch(&project);
    // What is written by another name of a file makes an event only in that name's folder.
    fs::write(&other_name, "By another name.").unwrap();
    let note = watching.error("note: changes come without a word from the file system here");
    assert!(note.contains("`--poll MS`"), "{note}");
    watching.line("built in");
    assert!(project.text("index.html").contains("By another name."));
}

#[test]
fn ctrl_c_ends_it_and_leaves_a_whole_site() {
    let project = program();
    let mut watching = Process::watch(&project);
    let before = project.files();
    assert!(watching.interrupt().success());
    assert!(project.files() == before);
}

#[test]
fn ctrl_c_in_the_middle_of_a_build_leaves_nothing_behind() {
    let mut accounts = String::from("accounts:\n  - {id: a, name: Alpha}\n");
    for number in 0..400 {
        accounts.push_str(&format!("  - {{id: a{number}, name: Alpha {number}}}\n"));
    }
    let project = program().file("data/accounts.yaml", &accounts);
    let mut serving = Process::start(&project, &["serve", ".", "--port", "0"]);
    serving.line("serving");
    // The build has begun when its hidden folder is there; it takes far longer than what follows.
    let staged = project.root().join(".site.cxbook-new");
    while !staged.join("accounts").exists() {
        std::thread::yield_now();
    }
    assert!(serving.interrupt().success());
    assert!(!staged.exists(), "the hidden folder was left behind");
    assert!(!project.site().exists(), "the build was to be ended before it was done");
}

#[test]
fn a_program_that_reads_what_is_wrong_reads_nothing_else() {
    let project = program();
    let watching = Process::start(&project, &["build", ".", "--watch", "--format", "json"]);
    watching.error("built in");
    project.write("commentary/index.md", "{{ score(\"nope\") }}\n");
    let line = watching.next_line();
    assert!(line.starts_with('{') && line.contains("no figure `nope`"), "{line}");
}
