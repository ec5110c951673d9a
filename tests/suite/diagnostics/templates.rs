//! Mistakes in a user's templates show the template's line and the names that are there, whatever gave them their names.

use std::fs;

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
    let names = "did you mean `row`? the names here are `commentary`, `drawings`, `loop`, `mine`, `page`, `row`, `sections`, `view`\n";
    assert!(said.contains(names), "{said}");
}

#[test]
fn a_template_that_is_not_there_is_suggested() {
    assert!(said("{% include \"bse.html\" %}").contains("help: did you mean `base.html`?"));
}

#[test]
fn a_built_in_part_that_fails_is_told_at_the_line_that_called_it() {
    let call = "{% import \"parts/figures.html\" as figures %}\n\n<p>{{ figures.link(page.root) }}</p>\n";
    let called = said(call);
    assert!(
        called.contains("undefined value in the built-in `parts/figures.html`, which is called here\n"),
        "{called}"
    );
    assert!(called.contains("--> themes/default/templates/404.html:3:4\n"), "{called}");
    assert!(called.contains("3 | <p>{{ figures.link(page.root) }}</p>\n"), "{called}");
    assert!(called.contains("::: <built-in>/templates/parts/figures.html:"), "{called}");
    assert!(
        called.contains("^ it comes to a stop here\n") || called.contains("- it comes to a stop here\n"),
        "{called}"
    );
    assert!(called.contains("`cxbook theme show parts/figures.html` prints it"), "{called}");
}

#[test]
fn includes_blocks_and_macros_within_macros_name_the_line_of_the_theme() {
    let included = said("{% set commentary = 3 %}\n{% include \"parts/commentary.html\" %}");
    assert!(included.contains("`commentary.title` is undefined in the built-in `parts/commentary.html`"), "{included}");
    assert!(included.contains("404.html:2:1\n"), "{included}");
    let block =
        "{% extends \"default/404.html\" %}\n{% block content %}{% set page = 3 %}\n{{ super() }}{% endblock %}";
    let above = said(block);
    assert!(above.contains("`page.navigation` is undefined in the built-in `404.html`"), "{above}");
    assert!(above.contains("404.html:3:1\n") && above.contains("::: <built-in>/templates/404.html:"), "{above}");
    let within = "{% import \"parts/figures.html\" as figures %}{% macro mine(of) %}\n{{ figures.link(page.root, of) }}\n\
                  {% endmacro %}{{ page.title }}\n{{ mine(3) }}";
    assert!(said(within).contains("404.html:2:1\n"), "{}", said(within));
    let set = "{% import \"parts/figures.html\" as figures %}\n{% set link = figures.link(page.root, 3) %}";
    assert!(said(set).contains("404.html:2:1\n"), "{}", said(set));
}

#[test]
fn conditions_and_calls_with_a_body_name_their_lines() {
    let figures = "{% import \"parts/figures.html\" as figures %}\n{{ page.title }}\n{% if false %}\n";
    let condition = said(&format!("{figures}{{% elif figures.link(page.root) %}}\n{{% endif %}}"));
    assert!(condition.contains("404.html:4:1\n"), "{condition}");
    let body = "{% macro m() %}{{ caller() }}{% endmacro %}{% call m() %}{{ page.root }}{% endcall %}{{ page.title }}\n\
                {% if not page.title %}{% else %}\n{% include \"parts/commentary.html\" %}{% endif %}";
    let after = said(&format!("{{% set commentary = 3 %}}{body}"));
    assert!(after.contains("404.html:3:1\n"), "{after}");
    let within = "{% import \"parts/figures.html\" as figures %}{% macro m() %}\n{{ caller() }}{% endmacro %}\
                  {% call m() %}\n{{ figures.link(page.root) }}{% endcall %}";
    assert!(said(within).contains("404.html:3:1\n"), "{}", said(within));
}

#[test]
fn what_the_theme_did_not_call_is_told_at_its_own_place() {
    let template = "{% extends \"base.html\" %}{% block footer %}{{ page.version }}{% endblock %}";
    let project = Project::with_config("")
        .file("themes/default/templates/404.html", template)
        .file("themes/default/templates/parts/facts.html", "{% macro mine() %}{% endmacro %}")
        .file("data/surveys/w.yaml", "survey: s\nwave: w\nresponses: [{id: r1, answers: {recommend: 9}}]\n");
    let run = project.run(&["check", "."]);
    assert!(run.stderr.contains("--> <built-in>/templates/"), "{}", run.stderr);
    let help = "`parts/facts.html` of the theme has no `list`: let it begin with \
                `{% include \"default/parts/facts.html\" %}`";
    assert!(run.stderr.contains(help), "{}", run.stderr);
    project.write(
        "themes/default/templates/wave.html",
        "{% extends \"default/wave.html\" %}{% block content %}{{ super() }}{% endblock %}",
    );
    let above = project.run(&["check", "."]).stderr;
    assert!(above.contains("templates/wave.html:1:53\n"), "{above}");
    assert!(above.contains("`parts/facts.html` of the theme has no `list`: let it begin with"), "{above}");
    fs::remove_file(project.root().join("themes/default/templates/wave.html")).unwrap();
    let json = project.run(&["check", ".", "--format", "json"]);
    assert!(json.stdout.contains("\"file\":\"<built-in>/templates/"), "{}", json.stdout);
}

#[test]
fn a_template_that_calls_itself_is_told_how_to_reach_the_built_in_one() {
    let help = "a template reaches the built-in one of its own name as `default/NAME`";
    let extended = said("\n{% extends \"404.html\" %}");
    assert!(extended.contains("404.html:2:4\n") && extended.contains(help), "{extended}");
    let included = said("{% include \"404.html\" %}");
    assert!(included.contains("recursion limit exceeded\n") && included.contains(help), "{included}");
}
