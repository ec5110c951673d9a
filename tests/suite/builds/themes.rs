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

impl Project {
    fn page_of_wave(&self) -> String {
        build(self);
        self.page("waves/s/w/index.html")
    }
}
