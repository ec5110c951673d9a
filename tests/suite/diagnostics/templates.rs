//! Mistakes in a user's templates show the template's line and the names that are there, whatever gave them their names.

use crate::project::Project;

/// What is said of a template of the page that every site has.
fn said(template: &str) -> String {
    let run = Project::with_config("").file("themes/default/templates/404.html", template).run(&["check", "."]);
    assert_eq!(run.code, 1, "{}", run.stderr);
    run.stderr
}

const LINK: &str = "`href`? `item` has `current`, `href`, `text`\n";

#[test]
fn the_line_and_the_keys_of_the_value_are_shown() {
    let said = said("<p>\n  {{ page.titel }}\n</p>");
    assert!(said.contains("error[E089]: undefined value: `page.titel` is undefined\n"), "{said}");
    assert!(said.contains("--> themes/default/templates/404.html:2:6\n"), "{said}");
    assert!(said.contains("2 |   {{ page.titel }}\n"), "{said}");
    assert!(said.contains("= help: did you mean `title`? `page` has `account`, "), "{said}");
}

#[test]
fn variables_of_loops_macros_and_blocks_are_seen() {
    let looped = said("{% for item in page.navigation %}{{ item.hreff | upper }}{% endfor %}");
    assert!(looped.contains(LINK), "{looped}");
    let called = said("{% macro m(item) %}{{ item.hreff }}{% endmacro %}{{ m(page.navigation[0]) }}");
    assert!(called.contains(LINK), "{called}");
    let block = "{% extends \"base.html\" %}{% block content %}{{ page.navigation[0].hreff }}{% endblock %}";
    assert!(said(block).contains("did you mean `href`? `page.navigation[0]` has"), "{}", said(block));
}

#[test]
fn variables_are_told_where_one_is_unknown() {
    let said = said("{% set mine = 3 %}{% for row in page.navigation %}{% if rov %}{% endif %}{% endfor %}");
    let names =
        "did you mean `row`? the names here are `commentary`, `drawings`, `loop`, `mine`, `page`, `row`, `view`\n";
    assert!(said.contains(names), "{said}");
}

#[test]
fn a_template_that_is_not_there_is_suggested() {
    assert!(said("{% include \"bse.html\" %}").contains("help: did you mean `base.html`?"));
}
