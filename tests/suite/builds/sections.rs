//! Pages of sections: a theme orders them, leaves some out, and replaces a block wherever it is shown.

use cxbook::pages::blocks::order;
use cxbook::pages::kinds::KINDS;

use crate::project::Project;

const README: &str = include_str!("../../../README.md");

const ACCOUNT: &str = "accounts/example-works/index.html";

const WAVE: &str = "waves/relationship/2026-h1/index.html";

/// The program that `cxbook init` writes, with commentary on its account and a theme that has this file.
fn project(file: &str, text: &str) -> Project {
    let project = Project::new();
    assert_eq!(project.run(&["init", "."]).code, 0);
    let config = std::fs::read_to_string(project.root().join("cxbook.yaml")).unwrap();
    project.write("cxbook.yaml", &format!("{config}\ntheme: corporate\n"));
    project.file("commentary/accounts/example-works.md", "Our words.\n").file(&format!("themes/corporate/{file}"), text)
}

fn build(project: &Project) {
    let run = project.run(&["build", ".", "--strict"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
}

/// The sections of a page by the ids of their headings, `commentary` among them.
fn sections(html: &str) -> Vec<&str> {
    let tags = html.split("<section ").skip(1).filter_map(|rest| rest.split_once('>'));
    tags.map(|(tag, _)| labelled(tag).unwrap_or("commentary")).collect()
}

fn labelled(tag: &str) -> Option<&str> {
    tag.split_once("aria-labelledby=\"").map(|(_, id)| id.trim_end_matches('"'))
}

#[test]
fn sections_stand_in_the_order_of_the_table_of_page_kinds() {
    let project = project("templates/404.html", "{% extends \"default/404.html\" %}");
    build(&project);
    let shown = ["facts", "commentary", "headline", "comparisons", "group", "blocks", "comments"];
    assert_eq!(sections(&project.page(ACCOUNT)), shown);
    for kind in KINDS.iter().filter(|kind| !kind.sections.is_empty()) {
        let ids: Vec<String> = kind.sections.iter().map(|section| format!("`{}`", section.id)).collect();
        let commentaries = ids.iter().filter(|id| *id == "`commentary`").count();
        assert_eq!(commentaries, usize::from(kind.commentary.is_some()), "{ids:?}");
        let told = format!("\n- `{}`: {}\n", order::name(kind), ids.join(", "));
        assert!(README.contains(&told), "the README does not say{told}");
    }
}

#[test]
fn a_theme_orders_the_sections_of_a_page_and_leaves_some_out() {
    let order = "contract: 1\nsections:\n  account: [comments, headline, commentary, facts]\n  segment: [headline]\n";
    let project = project("theme.yaml", order);
    build(&project);
    assert_eq!(sections(&project.page(ACCOUNT)), ["comments", "headline", "commentary", "facts"]);
    assert_eq!(sections(&project.page("segments/tier/key/index.html")), ["headline"]);
    let overview = sections_of_the_built_in_overview();
    assert_eq!(sections(&project.page("index.html")), overview);
    project.write("themes/corporate/theme.yaml", "contract: 1\nsections: {account: [facts]}\n");
    build(&project);
    let html = project.page(ACCOUNT);
    assert_eq!(sections(&html), ["facts"]);
    assert!(!html.contains("Our words."), "commentary that is not listed is left out");
}

#[test]
fn a_theme_orders_the_page_of_a_wave_and_of_a_dimension() {
    let order = "contract: 1\nsections:\n  wave: [weightings, commentary, coverage, fieldwork]\n  dimension: [values, groups]\n";
    let project = project("theme.yaml", order).file("commentary/waves/2026-H1.md", "Our words.\n");
    build(&project);
    assert_eq!(sections(&project.page(WAVE)), ["weightings", "commentary", "coverage", "fieldwork"]);
    let html = project.page("segments/role/index.html");
    let (values, groups) = (html.find("class=\"matrix\""), html.find("id=\"chart-groups-role\""));
    assert!(values.is_some() && values < groups && !html.contains("chart-heatmap"), "{html}");
}

#[test]
fn a_theme_replaces_what_pages_of_waves_and_of_dimensions_are_made_of() {
    let project = project("templates/blocks/matrix.html", "<p>{{ shows.rows|length }} roles</p>");
    let project = project
        .file("themes/corporate/templates/blocks/reach.html", "<p>{{ shows[0].reached_number }} reached</p>")
        .file("themes/corporate/templates/blocks/weightings.html", "<p>{{ shows|length }} ways</p>");
    build(&project);
    let dimension = project.page("segments/role/index.html");
    assert!(dimension.contains("<p>3 roles</p>") && !dimension.contains("class=\"matrix\""), "{dimension}");
    let wave = project.page(WAVE);
    assert!(wave.contains(" reached</p>") && wave.contains("<p>4 ways</p>"), "{wave}");
    assert!(!wave.contains("reach-table") && !wave.contains("weightings-table"), "{wave}");
}

fn sections_of_the_built_in_overview() -> Vec<String> {
    let project = project("templates/404.html", "{% extends \"default/404.html\" %}");
    build(&project);
    sections(&project.page("index.html")).into_iter().map(str::to_owned).collect()
}

#[test]
fn a_block_of_the_theme_stands_on_every_page_that_shows_it() {
    let block = "<p>Ours</p>{% include \"default/blocks/headline.html\" %}";
    let project = project("templates/blocks/headline.html", block);
    build(&project);
    for page in ["index.html", ACCOUNT, "segments/tier/key/index.html"] {
        let html = project.page(page);
        assert_eq!(html.matches("<p>Ours</p>").count(), 1, "{page}");
        let behind = html.split_once("<p>Ours</p>").unwrap().1.trim_start();
        assert!(behind.starts_with("<p class=\"kind\">"), "{page}: {behind}");
    }
}

#[test]
fn a_page_takes_its_sections_over_and_adds_to_them() {
    let account = "{% extends \"default/account.html\" %}{% block content %}{{ super() }}<p>Ours</p>{% endblock %}";
    let project = project("templates/account.html", account);
    build(&project);
    let html = project.page(ACCOUNT);
    assert!(html.contains("<p>Ours</p>") && sections(&html).contains(&"comments"), "{html}");
    assert!(!project.page("index.html").contains("<p>Ours</p>"));
}

#[test]
fn a_mistake_in_a_block_of_the_theme_is_told_at_its_line_with_the_names_there_are() {
    let project = project("templates/blocks/headline.html", "{# ours #}\n{{ shows.figur }}\n");
    let run = project.run(&["check", "."]);
    assert!(run.stderr.contains("themes/corporate/templates/blocks/headline.html:2:4\n"), "{}", run.stderr);
    assert!(run.stderr.contains("did you mean `figure`?"), "{}", run.stderr);
}
