//! Commentary: figures in prose, Markdown, and what is not let through.

use crate::project::{Project, without_own_scripts};

const SURVEY: &str = "survey: s\nwave: w2\nfrom: 2026-02-01\nresponses:
  - {id: r1, account: a, answers: {recommend: 9}, comment: \"<b>*bold*</b> & {{ score(1) }}\"}
  - {id: r2, account: a, answers: {recommend: 9}}
  - {id: r3, account: a, answers: {recommend: 3}}
";

fn project() -> Project {
    Project::with_config("segments: [{id: tier, by: account.tier}]\n")
        .file("data/accounts.yaml", "accounts: [{id: a, name: \"*A* & <i>B</i>\", attributes: {tier: gold}}]\n")
        .file("data/surveys/1.yaml", "survey: s\nwave: w1\nfrom: 2026-01-01\nresponses: [{id: r0, account: a, answers: {recommend: 9}}, {id: r00, account: a, answers: {recommend: 9}}]\n")
        .file("data/surveys/2.yaml", SURVEY)
}

#[test]
fn figures_in_prose_are_the_pages_own() {
    let project = project()
        .file("commentary/index.md", "The score is {{ score(\"recommend\") }} and it {{ change(\"recommend\") }}.\n")
        .file("commentary/accounts/a.md", "They answered {{ score(\"recommend\") }}.\n");
    project.build();
    let overview = project.text("index.html");
    assert!(
        overview.contains(
            "The score is +33 (95 % interval −51 to +85, n = 3, indicative) and it did not change measurably (−67, "
        ),
        "{overview}"
    );
    let account = project.text("accounts/a/index.html");
    assert!(account.contains("They answered 9, 9 and 3 (3 answers, too few for a score)."), "{account}");
}

#[test]
fn quotes_and_links_are_text_of_the_data() {
    let project = project().file(
        "commentary/index.md",
        "{{ quote(\"r1\") }}\n\nSee {{ link(\"account:a\") }}, {{ link(\"segment:tier=gold\") }}, {{ link(\"wave:s/w1\") }}.\n",
    );
    project.build();
    let page = project.page("index.html");
    assert!(page.contains("&lt;b&gt;*bold*&lt;/b&gt; &amp; {{ score(1) }}"), "{page}");
    assert!(!page.contains("<b>*bold*"), "{page}");
    assert!(page.contains("href=\"accounts/a/index.html\""), "{page}");
    assert!(page.contains("href=\"segments/tier/gold/index.html\""), "{page}");
    assert!(page.contains("href=\"waves/s/w1/index.html\""), "{page}");
    assert!(!page.contains("<i>B"), "{page}");
}

#[test]
fn every_wrong_name_of_a_file_is_a_located_mistake() {
    let project = project().file(
        "commentary/index.md",
        "---\ntitle: T\n---\nText {{ score(\"recomend\") }}\n{{ link(\"account:b\") }} {{ quote(\"r9\") }}\n",
    );
    let run = project.fail();
    for expected in [
        "there is no figure `recomend`",
        "commentary/index.md:4:16",
        "did you mean `recommend`?",
        "commentary/index.md:5:10",
        "unknown response `r9`",
        "commentary/index.md:5:35",
    ] {
        assert!(run.stderr.contains(expected), "{expected} in {}", run.stderr);
    }
}

#[test]
fn a_function_that_does_not_exist_is_a_located_mistake() {
    let run = project().file("commentary/index.md", "one\n\ntwo {{ skore(\"recommend\") }}\n").fail();
    assert!(run.stderr.contains("commentary/index.md:3:"), "{}", run.stderr);
    assert!(run.stderr.contains("skore"), "{}", run.stderr);
}

#[test]
fn older_commentary_is_marked_and_warned_of() {
    let project = project().file("commentary/index.md", "---\nwave: w1\n---\nOld words.\n");
    let run = project.build();
    assert!(run.stderr.contains("commentary/index.md:2:7"), "{}", run.stderr);
    assert!(project.text("index.html").contains("ritten about w1"), "{}", project.text("index.html"));
}

#[test]
fn drafts_are_not_published() {
    let project = project().file("commentary/plan.md", "---\ndraft: true\n---\nsecret plan\n");
    project.build();
    assert!(!project.site().join("plan").exists());
}

#[test]
fn pages_of_their_own_are_in_the_navigation_in_order() {
    let project = project()
        .file("commentary/b-page.md", "---\ntitle: Second words\norder: 2\n---\nSome *text*.\n")
        .file("commentary/a-page.md", "---\ntitle: First words\norder: 1\n---\nText.\n");
    project.build();
    let page = project.page("b-page/index.html");
    assert!(page.contains("<em>text</em>"), "{page}");
    let (first, second) = (page.find("First words").unwrap(), page.rfind("Second words").unwrap());
    assert!(first < second);
    assert!(page.contains("../a-page/index.html"));
}

#[test]
fn html_in_commentary_cannot_run_or_load() {
    let text = "<script>alert(1)</script>\n\n<img src=x onerror=alert(1)> ![p](https://evil.example/p.png) [l](javascript:alert(1))\n\n<iframe src=\"https://evil.example\"></iframe><style>*{}</style>\n\n![own](/pictures/own.png) [up](/accounts/index.html) <p style=\"background:url(//evil.example)\">x</p>\n";
    let project = project()
        .file("commentary/notes/deep.md", text)
        .file("commentary/notes/x", "x")
        .file("static/pictures/own.png", "x");
    let run = project.build();
    assert!(run.stderr.contains("`https://evil.example/p.png` is left out"), "{}", run.stderr);
    let page = without_own_scripts("notes/deep/index.html", &project.page("notes/deep/index.html"));
    for bad in ["<script", "onerror", "javascript:", "<iframe", "evil.example", "<style"] {
        assert!(!page.contains(bad), "{bad} in {page}");
    }
    assert!(page.contains("src=\"../../pictures/own.png\"") && page.contains("href=\"../../accounts/index.html\""));
}

#[test]
fn markdown_has_tables_footnotes_tasks_and_headings_in_order() {
    let text = "# Top {#top}\n\n### Skips a level\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\nText[^1] ~~old~~ [to the top](#top)\n\n- [x] done\n\n[^1]: The note.\n";
    let project = project().file("commentary/notes.md", text);
    project.build();
    let page = project.page("notes/index.html");
    for expected in [
        "<h2 id=\"note-top\">",
        "<h3>Skips",
        "<table>",
        "<del>old</del>",
        "href=\"#note-top\"",
        "href=\"#note-1\"",
        "id=\"note-1\"",
        "<span class=\"task\">☑</span>",
    ] {
        assert!(page.contains(expected), "{expected} in {page}");
    }
}

#[test]
fn a_commentary_that_never_ends_is_stopped() {
    let text = "{% for a in range(10000) %}{% for b in range(10000) %}{% for c in range(10000) %}x{% endfor %}{% endfor %}{% endfor %}\n";
    let run = project().file("commentary/index.md", text).fail();
    assert!(run.stderr.contains("commentary/index.md:1"), "{}", run.stderr);
}
