//! Links and pictures of commentary lead somewhere, from any page, or are mistakes; own pages and reserved addresses.

use std::fmt::Write as _;
use std::time::Instant;

use cxbook::pages::kinds::reserved;

use crate::project::Project;

const PICTURE: &str = "not really a picture";

fn project() -> Project {
    Project::with_config("segments: [{id: tier, by: account.tier}]\n")
        .file("data/accounts.yaml", "accounts: [{id: a, attributes: {tier: gold}}]\n")
        .file(
            "data/surveys/1.yaml",
            "survey: s\nwave: w1\nresponses: [{id: r0, account: a, answers: {recommend: 9}}]\n",
        )
}

#[test]
fn links_from_file_to_file_lead_from_page_to_page() {
    let text = "[a](../../accounts/a.md) [b](../../accounts/a.md#why) [c](../../index.md) [d](../../segments/tier/gold.md)
[e](../../waves/w1.md) [f](plan%20b.md) [g](./plan%20b.md?x=1) [h](#top) [i](https://x.example/y.md) [j](mailto:a@b.example)
[k](/accounts/) [l](/methodology/index.html) [m](/data/metrics.csv) [n](/) [o](../../../index.html)

## Top {#top}
";
    let project = project().file("commentary/notes/2026/plan.md", text).file("commentary/notes/2026/plan b.md", "B\n");
    project.build();
    let page = project.page("notes/2026/plan/index.html");
    for expected in [
        "href=\"../../../accounts/a/index.html\" rel=\"noopener noreferrer\">a<",
        "href=\"../../../accounts/a/index.html#note-why\" rel=\"noopener noreferrer\">b<",
        "href=\"../../../index.html\" rel=\"noopener noreferrer\">c<",
        "href=\"../../../segments/tier/gold/index.html\" rel=\"noopener noreferrer\">d<",
        "href=\"../../../waves/s/w1/index.html\" rel=\"noopener noreferrer\">e<",
        "href=\"../../../notes/2026/plan-b/index.html\" rel=\"noopener noreferrer\">f<",
        "href=\"../../../notes/2026/plan-b/index.html?x=1\" rel=\"noopener noreferrer\">g<",
        "href=\"#note-top\" rel=\"noopener noreferrer\">h<",
        "href=\"https://x.example/y.md\" rel=\"noopener noreferrer\">i<",
        "href=\"mailto:a@b.example\" rel=\"noopener noreferrer\">j<",
        "href=\"../../../accounts/index.html\" rel=\"noopener noreferrer\">k<",
        "href=\"../../../methodology/index.html\" rel=\"noopener noreferrer\">l<",
        "href=\"../../../data/metrics.csv\" rel=\"noopener noreferrer\">m<",
        "href=\"../../../index.html\" rel=\"noopener noreferrer\">n<",
    ] {
        assert!(page.contains(expected), "{expected} in {page}");
    }
}

#[test]
fn pictures_beside_the_text_and_in_static_are_shown() {
    let project = project()
        .file(
            "commentary/accounts/a.md",
            "![t](team.png) ![s](/logo.png) ![u](../../static/logo.png)\n\n[the file](<my table.csv>)\n",
        )
        .file("commentary/accounts/team.png", PICTURE)
        .file("commentary/accounts/my table.csv", "a\n")
        .file("commentary/plan.md", "---\ndraft: true\n---\n![p](secret.png)\n")
        .file("commentary/secret.png", PICTURE)
        .file("static/logo.png", PICTURE);
    let run = project.build();
    let page = project.page("accounts/a/index.html");
    assert!(page.contains("src=\"../../commentary/accounts/team.png\""), "{page}");
    assert_eq!(page.matches("src=\"../../logo.png\"").count(), 2, "{page}");
    assert!(page.contains("href=\"../../commentary/accounts/my%20table.csv\""), "{page}");
    assert_eq!(project.page("commentary/accounts/team.png"), PICTURE);
    assert!(!project.site().join("commentary/secret.png").exists());
    assert!(run.stderr.contains("warning[W001]: this file is not read\n--> commentary/secret.png"), "{}", run.stderr);
}

#[test]
fn links_and_pictures_to_nothing_are_told_with_their_places_all_at_once() {
    let text = "---\ntitle: T\n---\n[a](../accounts/b.md) ![b](team.png)\n\n[c](#tpo) [d](/acounts/) {{ scor(\"x\") }}\n
<img src=\"x.png\"> <a href=\"gone.html\">e</a> [f](../../../etc/passwd) [g][r] [h](#tpo)\n\n## Top {#top}\n\n[r]: lost.md\n";
    let run = project().file("commentary/notes.md", text).fail();
    for expected in [
        "there is no page or file `../accounts/b.md`\n --> commentary/notes.md:4:5",
        "there is no picture `team.png`\n --> commentary/notes.md:4:28",
        "nothing in this text has the id `tpo`\n --> commentary/notes.md:6:5",
        "did you mean `#top`?",
        "there is no page or file `/acounts/`\n --> commentary/notes.md:6:15",
        "did you mean `/accounts/`?",
        "unknown function `scor`\n --> commentary/notes.md:6:29",
        "there is no picture `x.png`\n --> commentary/notes.md:8:11",
        "there is no page or file `gone.html`\n --> commentary/notes.md:8:28",
        "there is no page or file `../../../etc/passwd`\n --> commentary/notes.md:8:49",
        "there is no page or file `lost.md`\n  --> commentary/notes.md:12:6",
        "nothing in this text has the id `tpo`\n --> commentary/notes.md:8:81",
    ] {
        assert!(run.stderr.contains(expected), "{expected} in {}", run.stderr);
    }
}

#[test]
fn a_removed_picture_is_a_mistake_of_the_next_check() {
    let project = project().file("commentary/index.md", "![t](/t.png)\n").file("static/t.png", PICTURE);
    project.build();
    std::fs::remove_file(project.root().join("static/t.png")).unwrap();
    assert!(project.fail().stderr.contains("error[E085]: there is no picture `/t.png`"));
}

#[test]
fn addresses_of_pages_to_come_are_reserved() {
    for name in reserved().chain(["data", "assets", "commentary"]).filter(|name| *name != "index") {
        // Below `segments` and `waves` stands commentary on pages that exist or not, which is warned of.
        let below = Some(format!("commentary/{name}/more/text.md")).filter(|_| !matches!(name, "segments" | "waves"));
        for path in [format!("commentary/{name}.md")].into_iter().chain(below) {
            let run = project().file(&path, "Text\n").run(&["check", "."]);
            assert!(run.stderr.contains("error[E030]: a page of its own cannot be at `"), "{path}: {}", run.stderr);
            assert!(run.stderr.contains(&format!("--> {path}\n")), "{path}: {}", run.stderr);
        }
    }
    let statics = project().file("static/support/index.html", "x").file("static/search", "x").fail();
    for path in ["support/index.html", "search"] {
        let expected = format!("error[E030]: `{path}` is an address that cxbook keeps for a page\n--> static/{path}\n");
        assert!(statics.stderr.contains(&expected), "{}", statics.stderr);
    }
    project().file("static/support/form.pdf", "x").build();
}

/// A program with so many pages of their own.
fn many(count: usize) -> Project {
    let project = project();
    for number in 0..count {
        let text = format!("---\ntitle: Note {number:05}\norder: {}\n---\n[up](note-00000.md)\n", count - number);
        project.write(&format!("commentary/note-{number:05}.md"), &text);
    }
    project
}

#[test]
fn a_dozen_own_pages_are_in_the_navigation_and_more_on_a_page_that_lists_them() {
    let few = many(12);
    few.build();
    assert!(!few.site().join("pages").exists());
    let page = few.page("index.html");
    assert!((0..12).all(|number| page.contains(&format!("note-{number:05}/index.html"))), "{page}");
    let project = many(30);
    project.build();
    let page = project.page("note-00029/index.html");
    let listed: Vec<usize> = (0..30).filter(|number| page.contains(&format!("\"../note-{number:05}/"))).collect();
    assert_eq!(
        listed,
        [0].into_iter().chain(19..30).collect::<Vec<_>>(),
        "the first eleven by `order`, and the link up"
    );
    assert!(page.contains("href=\"../pages/index.html\""), "{page}");
    let contents = project.page("pages/index.html");
    let mut expected = String::new();
    for number in (0..30).rev() {
        writeln!(expected, "<li><a href=\"../note-{number:05}/index.html\">Note {number:05}</a></li>").unwrap();
    }
    assert!(contents.contains(expected.trim_end()), "{contents}");
    let unlisted = project.text("note-00003/index.html");
    assert!(unlisted.contains("All pages Note 00003"), "{unlisted}");
}

#[test]
fn the_size_of_a_page_does_not_grow_with_the_number_of_own_pages() {
    let (small, large) = (many(50), many(600));
    small.build();
    let started = Instant::now();
    large.build();
    let seconds = started.elapsed().as_secs_f64();
    let size = |project: &Project| project.page("note-00007/index.html").len();
    assert!(size(&large).abs_diff(size(&small)) < 200, "{} {}", size(&small), size(&large));
    assert!(seconds < 60.0, "{seconds}");
}
