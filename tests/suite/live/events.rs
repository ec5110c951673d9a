//! What open pages are told.

use super::process::Server;
use crate::project::Project;

fn program() -> Project {
    Project::with_config("")
        .file("data/accounts.yaml", "accounts: [{id: a, name: Alpha}, {id: b, name: Beta}]\n")
        .file("commentary/accounts/a.md", "Words.\n")
}

#[test]
fn it_starts_with_mistakes_and_shows_the_site_once_they_are_mended() {
    let project = program().file("commentary/index.md", "{{ score(\"nope\") }}\n");
    let server = Server::start(&project, &[]);
    server.process.line("no new site: 1 mistake");
    let mut page = server.open("/");
    assert!(page.html.contains("There is no site yet"), "{}", page.html);
    let (order, mistakes) = page.told();
    assert_eq!(order, "stay");
    for part in ["error[E083]: there is no figure `nope`", "commentary/index.md:1:11", "{{ score(\"nope\") }}"] {
        assert!(mistakes.contains(part), "{mistakes}");
    }
    assert!(!mistakes.contains('\u{1b}'), "colours of a terminal are none of a page: {mistakes}");
    project.write("commentary/index.md", "Mended.\n");
    assert_eq!(page.told(), ("reload".to_owned(), String::new()));
    assert!(server.open("/").html.contains("Mended."));
}

#[test]
fn the_last_good_site_is_served_until_mistakes_are_mended() {
    let project = program();
    let server = Server::built(&project, &[]);
    let mut page = server.open("/accounts/a/");
    assert_eq!(page.told(), ("stay".to_owned(), String::new()));
    project.write("commentary/accounts/a.md", "{{ score(\"nope\") }}\n");
    let (order, mistakes) = page.told();
    assert_eq!(order, "stay");
    assert!(mistakes.contains("commentary/accounts/a.md:1:11"), "{mistakes}");
    assert!(server.get("/accounts/a/").body.contains("Words."));
    // Who comes now is told as well.
    assert_eq!(server.open("/accounts/b/").told().1, mistakes);
    project.write("commentary/accounts/a.md", "Words.\n");
    assert_eq!(page.told(), ("stay".to_owned(), String::new()));
}

#[test]
fn only_pages_that_changed_are_loaded_anew() {
    let project = program();
    let server = Server::built(&project, &[]);
    let (mut changed, mut other) = (server.open("/accounts/a/"), server.open("/accounts/b/"));
    changed.told();
    other.told();
    project.write("commentary/accounts/a.md", "Other words.\n");
    assert_eq!(changed.told().0, "reload");
    assert_eq!(other.told().0, "stay");
    project.write("data/accounts.yaml", "accounts: [{id: a, name: Omega}, {id: b, name: Beta 2}]\n");
    assert_eq!(other.told().0, "reload");
}

#[test]
fn a_page_that_missed_something_is_told_when_it_asks() {
    let project = program();
    let server = Server::built(&project, &[]);
    let html = server.get("/accounts/a/").body;
    project.write("commentary/accounts/a.md", "Other words.\n");
    server.process.line("built in");
    let query = html.split_once("data-query=\"").unwrap().1.split('"').next().unwrap().replace("&amp;", "&");
    let ask = |query: &str| server.listen(query).told().0;
    assert_eq!(ask(&query), "reload");
    // A page of a server that ran before knows nothing of this one's builds.
    let fresh = server.get("/accounts/a/").body;
    let query = fresh.split_once("data-query=\"").unwrap().1.split('"').next().unwrap().replace("&amp;", "&");
    assert_eq!(ask(&query), "stay");
    assert_eq!(ask(&query.replace("run=", "run=0")), "reload");
}

#[test]
fn a_style_is_put_in_without_loading_anew() {
    let project = program();
    let server = Server::built(&project, &["--base-url", "https://cx.example/r/"]);
    let mut page = server.open("/r/accounts/a/");
    page.told();
    project.write("themes/default/static/style.css", "body { color: green }\n");
    assert_eq!(page.told().0, "style /r/assets/style.css");
    // A script is not something that can be put in.
    project.write("themes/default/static/page.js", "// nothing\n");
    assert_eq!(page.told().0, "reload");
}

/// Accounts enough that those who look at one need not wait for all.
fn many(name: impl Fn(u32) -> String) -> String {
    let accounts = (0..120).map(|number| format!("  - {{id: a{number}, name: {}}}\n", name(number)));
    format!("accounts:\n{}", accounts.collect::<String>())
}

#[test]
fn the_page_that_is_looked_at_is_made_before_all_others() {
    let project = program().file("data/accounts.yaml", &many(|number| format!("Alpha {number}")));
    std::fs::remove_dir_all(project.root().join("commentary")).unwrap();
    let server = Server::built(&project, &[]);
    let mut page = server.open("/accounts/a7/");
    page.told();
    project.write("data/accounts.yaml", &many(|number| format!("Omega {number}")));
    assert_eq!(page.told().0, "reload");
    assert!(server.get("/accounts/a7/").body.contains("Omega 7"));
    let mut anew = server.open("/accounts/a7/");
    // The rest of the site is told of next, and this page is in it as it is.
    assert_eq!(page.told().0, "stay");
    server.process.line("built in");
    assert!(project.page("accounts/a7/index.html").contains("Omega 7"));
    assert!(server.get("/accounts/a8/").body.contains("Omega 8"));
    project.write("data/accounts.yaml", &many(|number| format!("Beta {number}")));
    while anew.told().0 != "reload" {}
}

#[test]
fn a_page_that_was_early_goes_back_where_another_has_a_mistake() {
    let wrong = "{% extends \"default/account.html\" %}{% block first %}{% if page.title == \"Wrong\" %}{{ nope }}\
                 {% endif %}{{ super() }}{% endblock %}";
    let project = program()
        .file("data/accounts.yaml", &many(|number| format!("Alpha {number}")))
        .file("themes/default/templates/account.html", wrong);
    std::fs::remove_dir_all(project.root().join("commentary")).unwrap();
    let server = Server::built(&project, &[]);
    let mut page = server.open("/accounts/a7/");
    page.told();
    project.write(
        "data/accounts.yaml",
        &many(|number| if number == 99 { "Wrong".to_owned() } else { format!("Omega {number}") }),
    );
    assert_eq!(page.told().0, "reload");
    let (order, mistakes) = page.told();
    assert_eq!(order, "reload");
    assert!(mistakes.contains("account.html"), "{mistakes}");
    assert!(server.get("/accounts/a7/").body.contains("Alpha 7"));
}
