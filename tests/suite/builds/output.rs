//! What is on disk after a build: the new site whole, or the old one as it was.

use std::collections::BTreeMap;
use std::fs;
use std::time::SystemTime;

use crate::project::Project;

fn survey(score: u8) -> String {
    format!("survey: s\nwave: w\nresponses: [{{id: r1, account: a, answers: {{recommend: {score}}}}}]\n")
}

fn project() -> Project {
    Project::with_config("")
        .file("data/accounts.yaml", "accounts: [{id: a}, {id: b}]\n")
        .file("data/surveys/s.yaml", &survey(9))
        .file("static/pictures/logo.txt", "logo")
}

fn times(project: &Project) -> BTreeMap<String, SystemTime> {
    let time = |file: &str| fs::metadata(project.site().join(file)).unwrap().modified().unwrap();
    project.files().into_iter().map(|(file, _)| (file.clone(), time(&file))).collect()
}

#[test]
fn static_files_are_copied_as_they_are() {
    let project = project();
    project.build();
    assert_eq!(project.page("pictures/logo.txt"), "logo");
}

#[test]
fn the_same_input_gives_the_same_bytes_on_any_machine() {
    let project = project();
    project.build();
    let first = project.files();
    for (jobs, zone, locale) in [("1", "Asia/Tokyo", "C"), ("7", "America/Lima", "tr_TR.UTF-8")] {
        fs::remove_dir_all(project.site()).unwrap();
        let mut command = project.command(&["build", ".", "--jobs", jobs]);
        let run = crate::project::run(command.env("TZ", zone).env("LC_ALL", locale).env("LANG", locale));
        assert_eq!(run.code, 0, "{}", run.stderr);
        assert!(first == project.files(), "jobs {jobs}, {zone}, {locale}");
    }
}

#[test]
fn files_that_did_not_change_keep_their_times() {
    let project = project();
    project.build();
    let before = times(&project);
    project.write("data/surveys/s.yaml", &survey(3));
    project.build();
    let after = times(&project);
    assert_eq!(before["assets/style.css"], after["assets/style.css"]);
    assert_eq!(before["pictures/logo.txt"], after["pictures/logo.txt"]);
    assert_ne!(before["index.html"], after["index.html"]);
}

#[test]
fn pages_that_are_gone_go() {
    let project = project();
    project.build();
    assert!(project.site().join("accounts/b/index.html").exists());
    project.write("data/accounts.yaml", "accounts: [{id: a}]\n");
    project.build();
    assert!(!project.site().join("accounts/b").exists());
}

#[test]
fn a_failed_build_changes_nothing() {
    let project = project();
    project.build();
    let (files, before) = (project.files(), times(&project));
    project.write("data/surveys/s.yaml", &survey(11));
    project.fail();
    project.write("data/surveys/s.yaml", &survey(3));
    project.write("commentary/index.md", "{{ score(\"nothing\") }}\n");
    project.fail();
    assert!(files == project.files());
    assert_eq!(before, times(&project));
}

#[test]
fn a_template_that_fails_fails_the_build_at_its_line() {
    let project = project().file("themes/mine/templates/own.html", "one\n{{ page.nothing }}\n");
    project.write("cxbook.yaml", &format!("{}theme: mine\n", crate::project::CONFIG));
    project.write("commentary/notes.md", "Words.\n");
    let run = project.fail();
    assert!(run.stderr.contains("themes/mine/templates/own.html:2:"), "{}", run.stderr);
    assert!(!project.site().exists());
}

#[test]
fn a_theme_replaces_the_built_in_one_file_by_file() {
    let project = project().file("themes/mine/static/style.css", "body { color: red }\n");
    project.write("cxbook.yaml", &format!("{}theme: mine\n", crate::project::CONFIG));
    project.build();
    assert_eq!(project.page("assets/style.css"), "body { color: red }\n");
    assert!(project.text("index.html").contains("NPS"));
}

#[test]
fn a_folder_that_cxbook_did_not_make_is_refused() {
    let project = project().file("site/mine.txt", "mine");
    let run = project.fail();
    assert!(run.stderr.contains("--force"), "{}", run.stderr);
    assert_eq!(project.page("mine.txt"), "mine");
    assert_eq!(project.run(&["build", ".", "--force"]).code, 0);
    assert_eq!(project.page("mine.txt"), "mine", "what was there is kept");
}

#[test]
fn what_cxbook_did_not_write_is_kept_and_named_once() {
    let project = project();
    project.build();
    let others =
        [("site/.git/HEAD", "ref"), ("site/.nojekyll", ""), ("site/CNAME", "x"), ("site/accounts/a/n.txt", "n")];
    for (path, text) in others {
        project.write(path, text);
    }
    project.write("data/surveys/s.yaml", &survey(3));
    let run = project.run(&["build", ".", "--strict"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let note = "note: kept in `./site` what cxbook did not write: `.git/`, `.nojekyll`, `CNAME`, `accounts/a/n.txt`\n";
    assert_eq!(run.stderr, note);
    for (path, text) in others {
        assert_eq!(fs::read_to_string(project.root().join(path)).unwrap(), text);
    }
    assert_eq!(project.run(&["build", ".", "--quiet"]).stderr, "");
}

#[test]
fn what_stands_in_the_way_of_a_page_is_a_mistake() {
    let project = project().file("static/CNAME", "cx.example");
    project.build();
    project.write("data/accounts.yaml", "accounts: [{id: a}, {id: b}, {id: c}]\n");
    project.write("site/accounts/c/index.html", "mine");
    let run = project.fail();
    assert!(run.stderr.contains("error[E097]: `accounts/c/index.html` in the output folder"), "{}", run.stderr);
    assert_eq!(project.page("accounts/c/index.html"), "mine");
    assert_eq!(project.run(&["build", ".", "--force"]).code, 0);
    assert!(project.page("accounts/c/index.html").contains("<html"));
}

#[test]
fn of_hidden_static_files_those_for_servers_are_copied() {
    let project = project();
    let copied = [".htaccess", ".nojekyll", ".well-known/security.txt", "pictures/.htaccess"];
    let left = [".DS_Store", ".env", ".git/HEAD", ".gitignore", ".logo.svg.swp", "logo.svg~", ".well-known/.DS_Store"];
    for file in copied.iter().chain(&left) {
        project.write(&format!("static/{file}"), file);
    }
    project.build();
    for file in copied {
        assert_eq!(project.page(file), file);
    }
    for file in left {
        assert!(!project.site().join(file).exists(), "{file}");
    }
}

#[test]
fn the_source_is_never_the_output() {
    let project = project();
    for output in [".", "data", "static", "commentary/x", ".."] {
        let run = project.run(&["build", ".", "--output", output, "--force"]);
        assert_eq!(run.code, 1, "{output}");
    }
    assert!(project.root().join("data/accounts.yaml").exists());
}
