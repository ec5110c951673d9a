//! The rest of the command line: flags before and after the verb, from the environment, quiet and verbose; `new`,
//! `clean`, `completions`, `man`.

use std::fs;

use crate::project::{Project, Run, run};

const WARNED: &str = "survey: s\nwave: w\nresponses:\n  - {id: r1, language: German, answers: {recommend: 9}}\n";

/// A program with one warning.
fn warned() -> Project {
    Project::with_config("").file("data/surveys/s.yaml", WARNED)
}

fn with_env(project: &Project, arguments: &[&str], name: &str, value: &str) -> Run {
    run(project.command(arguments).env(name, value))
}

#[test]
fn global_flags_stand_before_or_after_the_verb() {
    let project = warned();
    for arguments in [["--format", "json", "check"], ["check", "--format", "json"]] {
        let run = project.run(&arguments);
        assert!(run.stdout.starts_with("{\"severity\":\"warning\",\"code\":\"W004\""), "{}", run.stdout);
    }
    assert_eq!(project.run(&["-q", "check"]).stderr, project.run(&["check", "-q"]).stderr);
}

#[test]
fn quiet_prints_mistakes_only_and_warnings_that_are_mistakes() {
    let project = warned();
    let quiet = project.run(&["build", "-q"]);
    assert_eq!((quiet.code, quiet.stdout.as_str(), quiet.stderr.as_str()), (0, "", ""));
    let strict = project.run(&["build", "-q", "--strict"]);
    assert!(strict.code == 1 && strict.stderr.contains("warning[W004]"), "{}", strict.stderr);
    project.write("data/accounts.yaml", "accounts: [{id: a, idd: b}]\n");
    let failed = project.run(&["build", "-q"]);
    assert!(failed.stderr.contains("error[E020]") && !failed.stderr.contains("W004"), "{}", failed.stderr);
    assert_eq!(project.run(&["build", "-q", "-v"]).code, 2);
}

#[test]
fn quiet_commands_that_write_say_nothing() {
    let project = Project::new();
    for arguments in [
        &["init", "-q"][..],
        &["-q", "new", "account", "b"],
        &["theme", "new", "b", "-q"],
        &["schema", "--write", ".", "-q"],
        &["clean", "-q"],
    ] {
        let run = project.run(arguments);
        assert_eq!((run.code, run.stdout.as_str(), run.stderr.as_str()), (0, "", ""), "{arguments:?}");
    }
}

#[test]
fn verbose_tells_each_part_in_a_line_where_there_is_no_terminal() {
    let project = Project::with_config("").file("data/accounts.yaml", "accounts: [{id: a}]\n");
    let verbose = project.run(&["build", "-v"]);
    let pages = verbose.stdout.split_whitespace().next().unwrap();
    assert_eq!(verbose.stderr, format!("reading 1 data file\nrendering {pages} pages\n"));
    assert_eq!(project.run(&["build"]).stderr, "");
}

#[test]
fn validate_is_check() {
    let project = warned();
    let (check, validate) = (project.run(&["check", "--strict"]), project.run(&["validate", "--strict"]));
    assert_eq!((check.code, check.stderr), (validate.code, validate.stderr));
}

#[test]
fn flags_come_from_the_environment_and_the_command_line_wins() {
    let project = warned();
    assert_eq!(with_env(&project, &["check"], "CXBOOK_STRICT", "1").code, 1);
    assert_eq!(with_env(&project, &["check"], "CXBOOK_STRICT", "false").code, 0);
    assert_eq!(with_env(&project, &["check"], "CXBOOK_JOBS", "none").code, 2);
    assert!(with_env(&project, &["check"], "CXBOOK_FORMAT", "github").stdout.starts_with("::warning "));
    let output = with_env(&project, &["build"], "CXBOOK_OUTPUT", "public");
    assert!(output.code == 0 && project.root().join("public/index.html").exists(), "{}", output.stderr);
    with_env(&project, &["build", "-o", "other"], "CXBOOK_OUTPUT", "elsewhere");
    assert!(project.root().join("other/index.html").exists() && !project.root().join("elsewhere").exists());
    with_env(&project, &["build", "-o", "other"], "CXBOOK_BASE_URL", "https://cx.example/");
    assert!(fs::read_to_string(project.root().join("other/sitemap.xml")).unwrap().contains("https://cx.example/"));
    let today = with_env(&project, &["build"], "CXBOOK_TODAY", "2026-03-04");
    assert!(today.code == 0 && project.text("index.html").contains("4 Mar 2026"), "{}", today.stderr);
}

#[test]
fn clean_removes_a_site_and_nothing_else() {
    let project = Project::with_config("");
    project.build();
    let cleaned = project.run(&["clean"]);
    assert_eq!((cleaned.code, cleaned.stdout.as_str()), (0, "removed `./site`\n"));
    assert!(!project.site().exists() && project.root().join("cxbook.yaml").exists());
    let left: Vec<_> = fs::read_dir(project.root()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, ["cxbook.yaml"]);
    fs::create_dir(project.site()).unwrap();
    assert_eq!(project.run(&["clean"]).stdout, "there is no site at `./site`\n");
    assert!(project.site().exists(), "an empty folder may be anybody's");
}

#[test]
fn clean_names_what_cxbook_did_not_write_and_leaves_it() {
    let project = Project::with_config("");
    project.build();
    project.write("site/.git/HEAD", "ref");
    project.write("site/CNAME", "cx.example");
    let cleaned = project.run(&["clean"]);
    let said = "removed the site in `./site`; kept what cxbook did not write: `.git/`, `CNAME`\n";
    assert_eq!((cleaned.code, cleaned.stdout.as_str()), (0, said));
    let left: Vec<String> = project.files().into_iter().map(|(name, _)| name).collect();
    assert_eq!(left, [".git/HEAD", "CNAME"]);
}

#[test]
fn clean_refuses_a_folder_that_cxbook_did_not_make() {
    let project = Project::with_config("").file("site/mine.txt", "mine").file("data/accounts.yaml", "accounts: []\n");
    for folder in ["site", ".", "data"] {
        let run = project.run(&["clean", ".", "--output", folder]);
        assert_eq!(run.code, 1, "{folder}");
        assert!(run.stderr.contains("error[E095]") && run.stderr.contains("left as it is"), "{}", run.stderr);
    }
    assert_eq!(fs::read_to_string(project.root().join("site/mine.txt")).unwrap(), "mine");
    assert!(project.root().join("data/accounts.yaml").exists());
}

#[test]
fn what_new_writes_builds_without_a_warning() {
    let project = Project::new();
    assert_eq!(project.run(&["init", "."]).code, 0);
    let wrote = [
        (&["new", "account", "acme"][..], "data/accounts/acme.yaml"),
        (&["new", "wave", "2026-H2"], "data/surveys/2026-H2.yaml"),
        (&["new", "wave", "support/2026-H2"], "data/surveys/support/2026-H2.yaml"),
        (&["new", "commentary", "accounts/example-works"], "commentary/accounts/example-works.md"),
        (&["new", "commentary", "accounts/acme.md"], "commentary/accounts/acme.md"),
        (&["new", "commentary", "waves/relationship/2026-H1"], "commentary/waves/relationship/2026-H1.md"),
        (&["new", "commentary", "segments/tier/key"], "commentary/segments/tier/key.md"),
        (&["new", "commentary", "our method"], "commentary/our method.md"),
    ];
    for (arguments, path) in wrote {
        let run = project.run(arguments);
        assert_eq!((run.code, run.stdout), (0, format!("wrote ./{path}\n")), "{}", run.stderr);
        let built = project.run(&["build", ".", "--strict"]);
        assert_eq!((built.code, built.stderr.as_str()), (0, ""), "after {path}");
    }
    let account = fs::read_to_string(project.root().join("data/accounts/acme.yaml")).unwrap();
    assert!(account.starts_with("# yaml-language-server: $schema=../../.cxbook/schema/accounts.json\n"), "{account}");
    let wave = fs::read_to_string(project.root().join("data/surveys/2026-H2.yaml")).unwrap();
    assert!(wave.contains("survey: relationship\nwave: \"2026-H2\"\n"), "{wave}");
    assert!(wave.contains("columns: [id, account, contact, date, recommend, satisfaction, "), "{wave}");
}

#[test]
fn new_names_no_schema_and_no_wave_where_there_is_none() {
    let surveys = "surveys:\n  visits: {kind: transactional, waves: month}\n";
    let project = Project::with_config(surveys);
    assert_eq!(project.run(&["new", "wave", "visits/2026-03"]).code, 0);
    let wave = fs::read_to_string(project.root().join("data/surveys/visits/2026-03.yaml")).unwrap();
    assert!(wave.starts_with("survey: visits\n") && !wave.contains("wave:"), "{wave}");
    assert_eq!(project.run(&["check", ".", "--strict"]).code, 0);
}

#[test]
fn new_commentary_takes_the_letters_of_the_id_and_refuses_what_is_not_there() {
    let project = Project::with_config("").file("data/accounts.yaml", "accounts: [{id: Acme}]\n");
    let run = project.run(&["new", "commentary", "accounts/ACME"]);
    assert_eq!((run.code, run.stdout.as_str()), (0, "wrote ./commentary/accounts/Acme.md\n"), "{}", run.stderr);
    for (name, code) in [("accounts/nope", "E052"), ("segments/a/b", "E057"), ("waves/w", "E058")] {
        let run = project.run(&["new", "commentary", name]);
        assert!(run.code == 1 && run.stderr.starts_with(&format!("error[{code}]: ")), "{}", run.stderr);
    }
}

#[test]
fn schemas_are_written_into_folders_that_are_there() {
    let project = Project::new();
    let run = project.run(&["schema", "--write", "nowhere"]);
    assert!(run.code == 1 && run.stderr.starts_with("error: there is no folder `nowhere`"), "{}", run.stderr);
    assert!(!project.root().join("nowhere").exists());
}

#[test]
fn init_lets_git_leave_the_site_alone_and_no_file_of_its_own() {
    let project = Project::new().file("there/.gitignore", "mine\n");
    assert_eq!((project.run(&["init", "new"]).code, project.run(&["init", "there"]).code), (0, 0));
    let ignored = |dir: &str| fs::read_to_string(project.root().join(dir).join(".gitignore")).unwrap();
    assert_eq!((ignored("new").as_str(), ignored("there").as_str()), ("/site/\n", "mine\n"));
}

#[test]
#[cfg(unix)]
fn names_of_files_do_not_steer_the_terminal() {
    let project = Project::new();
    let wrong = "survey: s\nwave: w\nresponses:\n  - {id: r, answers: {recommend: 99}}\n";
    let project = project.file("a\u{1b}[31m/cxbook.yaml", crate::project::CONFIG);
    for format in ["human", "github", "gitlab", "json"] {
        let build = project.run(&["build", "a\u{1b}[31m", "--format", format]);
        assert!(build.code == 0 && !format!("{}{}", build.stdout, build.stderr).contains('\u{1b}'), "{}", build.stdout);
    }
    let project = project.file("a\u{1b}[31m/data/surveys/\u{1b}[2J.yaml", wrong);
    for format in ["human", "github", "gitlab", "json"] {
        let check = project.run(&["check", "a\u{1b}[31m", "--format", format]);
        assert!(check.code == 1 && !format!("{}{}", check.stdout, check.stderr).contains('\u{1b}'), "{}", check.stdout);
    }
}

#[test]
fn new_never_writes_over_anything_and_refuses_what_cannot_be() {
    let project = Project::with_config("surveys: {s: {}, t: {}}\n")
        .file("data/accounts.yaml", "accounts: [{id: Acme, aliases: [old]}]\n")
        .file("data/surveys/s.yaml", "survey: s\nwave: 2026-H1\n")
        .file("data/accounts/east.yaml", "accounts: [{id: west}]\n")
        .file("commentary/notes.md", "Mine.\n");
    let refused = [
        (&["new", "account", "acme"][..], "there is the account `Acme` already"),
        (&["new", "account", "old"], "there is the account `Acme` already"),
        (&["new", "account", "../acme"], "`../acme` cannot be the id of an account"),
        (&["new", "account", "east"], "east.yaml` is there already; nothing was written"),
        (&["new", "account", ".."], "`..` cannot be the id of an account"),
        (&["new", "wave", "s/2026-H1"], "the survey `s` has a wave `2026-H1` already"),
        (&["new", "wave", "2026-H2"], "`2026-H2` does not say of which survey the wave is"),
        (&["new", "wave", "../2026-H2"], "`..` cannot be the id of a survey"),
        (&["new", "commentary", "accounts/acm"], "commentary for the account `acm`, which does not exist"),
        (&["new", "commentary", "notes"], "`commentary/notes.md` is the commentary of that page already"),
        (&["new", "commentary", "../notes"], "`../notes` cannot be the name of a commentary"),
        (&["new", "commentary", "accounts"], "that address is taken"),
    ];
    let before = crate::project::files(project.root());
    for (arguments, message) in refused {
        let run = project.run(arguments);
        assert!(run.code == 1 && run.stderr.contains(message), "{arguments:?}: {}", run.stderr);
    }
    assert_eq!(crate::project::files(project.root()), before);
    let json = project.run(&["new", "account", "old", "--format", "json"]);
    assert!(json.stdout.starts_with("{\"severity\":\"error\",\"code\":\"E029\""), "{}", json.stdout);
    let nowhere = Project::new().run(&["new", "account", "acme"]);
    assert!(nowhere.code == 1 && nowhere.stderr.contains("error[E001]"), "{}", nowhere.stderr);
}

#[test]
fn shells_and_man_know_every_command() {
    let project = Project::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let run = project.run(&["completions", shell]);
        assert!(run.code == 0 && run.stdout.contains("explain") && run.stdout.contains("base-url"), "{shell}");
    }
    let page = project.run(&["man"]);
    assert!(page.stdout.starts_with(".ie") && page.stdout.contains(".TH cxbook 1"), "{}", page.stdout);
    let build = project.run(&["man", "build"]);
    assert!(build.stdout.contains(".TH cxbook-build 1") && build.stdout.contains("CXBOOK_OUTPUT"), "{}", build.stdout);
    let none = project.run(&["man", "biuld"]);
    assert_eq!(
        (none.code, none.stderr.as_str()),
        (2, "error: there is no command `biuld`\nhelp: did you mean `build`?\n")
    );
}

/// What a terminal is shown, by the program that Debian and others always have for this.
#[cfg(target_os = "linux")]
fn on_a_terminal(project: &Project, arguments: &str) -> String {
    let mut script = std::process::Command::new("script");
    let cxbook = format!("{} {arguments}", env!("CARGO_BIN_EXE_cxbook"));
    script.args(["-qec", &cxbook, "/dev/null"]).current_dir(project.root()).env("TERM", "xterm");
    run(script.env_remove("NO_COLOR")).stdout
}

#[test]
#[cfg(target_os = "linux")]
fn a_terminal_shows_how_far_it_is_and_is_left_clean() {
    let example = concat!(env!("CARGO_MANIFEST_DIR"), "/example-site");
    let project = Project::new();
    let shown = on_a_terminal(&project, &format!("check {example} --output site"));
    let bar = shown.rfind("rendering [").unwrap_or_else(|| panic!("no bar: {shown}"));
    assert!(shown[bar..].contains("\u{1b}[2K"), "the bar stays: {shown}");
    let quiet = on_a_terminal(&project, &format!("check {example} --output site --quiet"));
    assert_eq!(quiet, "");
}

const EXAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/example-site");

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_told_and_nothing_panics() {
    let project = Project::new();
    for arguments in [
        &["explain"][..],
        &["explain", "E001"],
        &["schema", "config"],
        &["man"],
        &["completions", "bash"],
        &["theme", "list"],
        &["theme", "show", "echarts.min.js"],
        &["theme", "data", "index", EXAMPLE],
    ] {
        let full = fs::File::options().write(true).open("/dev/full").unwrap();
        let output = project.command(arguments).stdout(full).stderr(std::process::Stdio::piped()).spawn().unwrap();
        let output = output.wait_with_output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(output.status.code() == Some(1) && said.starts_with("error: cannot print: "), "{arguments:?}: {said}");
    }
}
