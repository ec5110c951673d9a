//! What is answered, to whom, and what never is.

use std::fs;
use std::os::unix::fs::symlink;

use super::process::Server;
use crate::project::{Project, files};

fn program() -> Project {
    Project::with_config("")
        .file("data/accounts.yaml", "accounts: [{id: a, name: Alpha}]\n")
        .file("static/notes/plain text.txt", "plain")
        .file("secret.txt", "classified")
}

#[test]
fn the_site_is_served_with_a_script_that_no_built_site_has() {
    let project = program();
    let server = Server::built(&project, &[]);
    let page = server.get("/accounts/a/");
    assert_eq!(page.status, 200);
    assert!(page.head.contains("text/html") && page.head.contains("no-store"), "{}", page.head);
    let begin = page.body.find("<script defer src=\"/.cxbook/live.js\"").expect("the script");
    let end = begin + page.body[begin..].find("</script>").unwrap() + "</script>".len();
    let built = project.page("accounts/a/index.html");
    assert_eq!(format!("{}{}", &page.body[..begin], &page.body[end..]), built);
    assert!(server.get("/.cxbook/live.js").body.contains("EventSource"));
    assert_eq!(server.get("/notes/plain%20text.txt").body, "plain");
    for (name, bytes) in project.files() {
        assert!(!String::from_utf8_lossy(&bytes).contains("cxbook/"), "{name} has something of the server");
    }
    project.run(&["build", ".", "--output", "fresh"]);
    assert!(project.files() == files(&project.root().join("fresh")));
}

#[test]
fn a_folder_without_its_slash_leads_to_its_page() {
    let project = program();
    let server = Server::built(&project, &[]);
    let answer = server.get("/accounts/a");
    assert_eq!(answer.status, 307);
    assert!(answer.head.contains("location: /accounts/a/"), "{}", answer.head);
}

#[test]
fn nothing_outside_of_the_site_is_served() {
    let project = program();
    let server = Server::built(&project, &[]);
    symlink(project.root().join("secret.txt"), project.site().join("link.txt")).unwrap();
    symlink(project.root(), project.site().join("folder")).unwrap();
    let paths = [
        "/../secret.txt",
        "/accounts/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/%2E%2E%2Fsecret.txt",
        "/..%5csecret.txt",
        "/assets/%2e%2e/%2e%2e/secret.txt",
        "//secret.txt",
        "/link.txt",
        "/folder/secret.txt",
        "/folder/",
        "/a%00b",
        "/%ff",
    ];
    for path in paths {
        let answer = server.get(path);
        assert_eq!(answer.status, 404, "{path}");
        assert!(!answer.body.contains("classified"), "{path}");
    }
    let absolute = format!("/{}", project.root().join("secret.txt").display()).replace("//", "/%2f");
    assert_eq!(server.get(&absolute).status, 404, "{absolute}");
}

#[test]
fn only_this_machine_may_ask() {
    let project = program();
    let server = Server::built(&project, &[]);
    let port = server.address.rsplit_once(':').unwrap().1;
    let status = |head: &str| server.ask(&format!("{head}\r\nConnection: close\r\n\r\n")).status;
    for host in ["localhost", "LOCALHOST", "127.0.0.1", "[::1]", "localhost:1"] {
        assert_eq!(status(&format!("GET / HTTP/1.1\r\nHost: {host}")), 200, "{host}");
    }
    for host in [&format!("evil.example:{port}"), "localhost.evil.example", "127.0.0.1.evil.example", "192.168.1.2", ""]
    {
        assert_eq!(status(&format!("GET / HTTP/1.1\r\nHost: {host}")), 403, "{host}");
        assert_eq!(status(&format!("GET /.cxbook/events HTTP/1.1\r\nHost: {host}")), 403, "{host}");
    }
    assert_eq!(status("GET / HTTP/1.0"), 403, "no host at all");
    assert_eq!(status("POST / HTTP/1.1\r\nHost: localhost"), 405);
}

#[test]
fn others_may_ask_where_the_host_says_so() {
    let project = program();
    let server = Server::built(&project, &["--host", "0.0.0.0"]);
    let port = server.address.rsplit_once(':').unwrap().1;
    let server = Server { address: format!("127.0.0.1:{port}"), ..server };
    assert_eq!(server.ask("GET / HTTP/1.1\r\nHost: reports.example\r\nConnection: close\r\n\r\n").status, 200);
}

#[test]
fn a_port_that_is_taken_is_passed_over() {
    let project = program();
    let first = Server::start(&project, &[]);
    let port = first.address.rsplit_once(':').unwrap().1;
    let second = super::process::Process::start(&project, &["serve", ".", "--port", port, "--output", "other"]);
    assert_eq!(second.next_line(), format!("port {port} is taken"));
    let line = second.line("serving http://127.0.0.1:");
    let other: u16 = line.split('/').next().unwrap().parse().unwrap();
    assert!(other > port.parse().unwrap(), "{line}");
}

#[test]
fn the_site_is_under_the_path_of_its_base_address() {
    let project = program();
    let server = Server::built(&project, &["--base-url", "https://cx.example/our/report/"]);
    assert_eq!(server.base, "/our/report/");
    assert_eq!(server.get("/our/report/accounts/a/").status, 200);
    for path in ["/", "/our/report"] {
        let answer = server.get(path);
        assert!(answer.status == 307 && answer.head.contains("location: /our/report/"), "{path}: {}", answer.head);
    }
    assert_eq!(server.get("/accounts/a/").status, 404);
    let missing = server.get("/our/report/deep/down/nothing");
    assert_eq!(missing.status, 404);
    assert!(missing.body.contains("href=\"/our/report/assets/style.css\""), "{}", missing.body);
    assert!(missing.body.contains("Page not found"));
}

#[test]
fn the_base_address_of_the_program_will_do() {
    let project = program();
    let server = Server::start(&project, &[]);
    server.process.line("built in");
    project.write("cxbook.yaml", &format!("{}base_url: https://cx.example/r/\n", crate::project::CONFIG));
    assert!(server.process.line("serving http://").ends_with("/r/"));
    assert_eq!(server.get("/r/accounts/").status, 200);
}

#[test]
fn the_page_for_what_is_missing_works_at_any_address() {
    let project = program();
    let server = Server::built(&project, &[]);
    let missing = server.get("/deep/down/nothing");
    assert_eq!(missing.status, 404);
    assert!(
        missing.body.contains("href=\"/assets/style.css\"") && missing.body.contains("href=\"#main\""),
        "{}",
        missing.body
    );
}

#[test]
fn a_folder_that_cxbook_did_not_make_is_not_served() {
    let project = program().file("site/private.txt", "private");
    let server = Server::start(&project, &[]);
    server.process.line("no new site: 1 mistake");
    let answer = server.get("/private.txt");
    assert_eq!(answer.status, 503);
    assert!(!answer.body.contains("private"));
    assert_eq!(fs::read_to_string(project.site().join("private.txt")).unwrap(), "private");
}

#[test]
fn it_goes_by_other_names() {
    for name in ["dev", "preview"] {
        assert!(program().run(&[name, "--help"]).stdout.contains("--port"), "{name}");
    }
}
