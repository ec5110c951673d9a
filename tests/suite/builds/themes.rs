//! Themes: a file of one takes the place of the built-in one, and reaches it as `default/NAME`.

use crate::project::Project;

const SURVEY: &str = "survey: s\nwave: w\nresponses: [{id: r1, date: 2026-01-12, answers: {recommend: 9}}]\n";

/// A small program with a theme called `corporate`.
fn project() -> Project {
    Project::with_config("theme: corporate\n").file("data/surveys/w.yaml", SURVEY)
}

fn template(project: Project, name: &str, text: &str) -> Project {
    project.file(&format!("themes/corporate/templates/{name}"), text)
}

/// Builds without a warning.
fn build(project: &Project) {
    let run = project.build();
    assert_eq!(run.stderr, "");
}

#[test]
fn a_template_extends_the_built_in_one_of_its_own_name() {
    let base = "{% extends \"default/base.html\" %}\n{% block footer %}{{ super() }}<p>East Rail</p>{% endblock %}";
    let wave = "{% extends \"default/wave.html\" %}\n{% block fieldwork %}<p>Ours</p>{{ super() }}{% endblock %}";
    let project = template(template(project(), "base.html", base), "wave.html", wave);
    build(&project);
    for page in ["index.html", "404.html", "waves/s/w/index.html"] {
        let html = project.page(page);
        assert!(html.contains("<footer class=\"site\"") && html.contains("</footer><p>East Rail</p>"), "{html}");
    }
    let wave = project.page("waves/s/w/index.html");
    assert!(wave.contains("<p>Ours</p>\n<section aria-labelledby=\"fieldwork\">"), "{wave}");
}

#[test]
fn a_part_takes_over_what_it_does_not_replace() {
    let facts = "{% include \"default/parts/facts.html\" %}\n{% macro list(facts) %}<p>Mine</p>{% endmacro %}";
    let project = template(project(), "parts/facts.html", facts);
    let commentary = "<div class=\"box\">{% include \"default/parts/commentary.html\" %}</div>";
    let project = template(project, "parts/commentary.html", commentary).file("commentary/index.md", "Words.\n");
    let whole = project.page_of_wave();
    assert!(whole.contains("<p>Mine</p>"), "{whole}");
    assert!(project.page("index.html").contains("<div class=\"box\">\n<section class=\"commentary\""));
}

#[test]
fn a_part_may_be_taken_from_the_built_in_one_by_name() {
    let facts = "{% from \"default/parts/facts.html\" import list, coverage %}\n{% macro mine() %}{% endmacro %}";
    let project = template(project(), "parts/facts.html", facts);
    let plain = Project::with_config("").file("data/surveys/w.yaml", SURVEY);
    assert_eq!(project.page_of_wave(), plain.page_of_wave());
}

#[test]
fn values_go_to_scripts_as_json_whatever_they_hold() {
    let hostile = "</script><!-- ' \\\" & {{ 1 }}";
    let config = crate::project::CONFIG.replace("title: Test", &format!("title: \"{hostile}\"\ntheme: corporate"));
    let page = "<script type=\"application/json\">{{ page.navigation|tojson }}</script>\
                <p data-site='{{ {\"site\": page.site}|tojson }}'>{{ [1, 2]|tojson(indent=2) }}";
    let project = template(Project::new().file("cxbook.yaml", &config), "404.html", page);
    build(&project);
    let html = project.page("404.html");
    let (script, rest) =
        html.strip_prefix("<script type=\"application/json\">").unwrap().split_once("</script>").unwrap();
    let navigation: serde_json::Value = serde_json::from_str(script).unwrap();
    assert_eq!(navigation[0]["href"], "index.html", "{script}");
    let attribute = rest.strip_prefix("<p data-site='").unwrap().split_once('\'').unwrap();
    assert!(!attribute.0.contains(['<', '>', '&', '\'']), "{}", attribute.0);
    let site: serde_json::Value = serde_json::from_str(attribute.0).unwrap();
    assert_eq!(site["site"], hostile.replace("\\\"", "\""));
    assert_eq!(attribute.1, ">[\n  1,\n  2\n]");
}

#[test]
fn json_that_would_end_its_attribute_is_refused() {
    let page = "<p data-pages=\"{{ page.navigation|tojson }}\">";
    let run = template(project(), "404.html", page).run(&["check", "."]);
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(run.stderr.contains("404.html:1:16\n") && run.stderr.contains("`name='{{ … }}'`"), "{}", run.stderr);
}

#[test]
fn data_are_text_in_templates_of_any_name() {
    let config = crate::project::CONFIG.replace("title: Test", "title: \"<b>\"\ntheme: corporate");
    let project = template(Project::new().file("cxbook.yaml", &config), "404.html", "{% include \"parts/logo.svg\" %}");
    let project = template(project, "parts/logo.svg", "<svg><title>{{ page.site }}</title></svg>");
    build(&project);
    assert_eq!(project.page("404.html"), "<svg><title>&lt;b&gt;</title></svg>");
}

impl Project {
    fn page_of_wave(&self) -> String {
        build(self);
        self.page("waves/s/w/index.html")
    }
}
