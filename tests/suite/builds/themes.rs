//! Themes: a file of one takes the place of the built-in one, and reaches it as `default/NAME`; `cxbook theme`.

use std::fs;
use std::path::Path;

use crate::project::{Project, files};

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
    let wave = "{% extends \"default/wave.html\" %}\n{% block content %}<p>Ours</p>{{ super() }}{% endblock %}";
    let project = template(template(project(), "base.html", base), "wave.html", wave);
    build(&project);
    for page in ["index.html", "404.html", "waves/s/w/index.html"] {
        let html = project.page(page);
        assert!(html.contains("<footer class=\"site\"") && html.contains("</footer><p>East Rail</p>"), "{html}");
    }
    let wave = project.page("waves/s/w/index.html");
    assert!(wave.contains("<p>Ours</p>") && wave.contains("<section aria-labelledby=\"fieldwork\">"), "{wave}");
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
    let facts = "{% from \"default/parts/facts.html\" import list %}\n{% macro mine() %}{% endmacro %}";
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

#[test]
fn a_logo_stands_on_every_page_and_a_line_in_every_footer() {
    let base = "{% extends \"default/base.html\" %}{% block logo %}<img>{% endblock %}{% block imprint %}<p>Ltd.</p>{% endblock %}";
    let project = template(project(), "base.html", base);
    build(&project);
    let pages = project.files().into_iter().filter(|(path, _)| path.ends_with(".html"));
    for (path, html) in pages {
        let html = String::from_utf8(html).unwrap();
        let header = html.split_once("<header class=\"site\"><img>\n<nav aria-label=\"Pages\">");
        assert!(header.is_some() && html.contains("</p><p>Ltd.</p>\n</footer>"), "{path}: {html}");
    }
}

#[test]
fn a_column_is_added_to_the_table_of_accounts() {
    let accounts = "{% extends \"default/accounts.html\" %}{% block columns %}<th>Key</th>{% endblock %}\
                    {% block cells %}<td>{{ loop.index }} {{ row.account.text }}</td>{% endblock %}";
    let list = "accounts: [{id: a, name: Anna}, {id: b, name: Bert}]\n";
    let project = template(project(), "accounts.html", accounts).file("data/accounts.yaml", list);
    build(&project);
    let html = project.page("accounts/index.html");
    let flat: String = html.lines().collect();
    assert!(flat.contains("<th>Key</th></tr></thead>"), "{html}");
    assert!(flat.contains("<td>1 Anna</td></tr>") && flat.contains("<td>2 Bert</td></tr>"), "{html}");
}

/// A page without the style sheet of a theme, and without the hash of its sources.
fn without_theme(html: &[u8]) -> String {
    let is_same = |line: &&str| !line.contains("assets/theme.css") && !line.starts_with("<p><code>");
    String::from_utf8_lossy(html).lines().filter(is_same).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_new_theme_builds_at_once_and_looks_as_the_built_in_one() {
    let project = Project::with_config("").file("data/surveys/w.yaml", SURVEY).file("commentary/index.md", "Words.\n");
    build(&project);
    let before = project.files();
    let run = project.run(&["theme", "new", "corporate", "."]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stdout.starts_with("wrote ./themes/corporate/"), "{}", run.stdout);
    assert!(run.stdout.ends_with("now put `theme: corporate` into `cxbook.yaml`\n"), "{}", run.stdout);
    project.write("cxbook.yaml", &format!("{}theme: corporate\n", crate::project::CONFIG));
    let strict = project.run(&["build", ".", "--strict"]);
    assert_eq!((strict.code, strict.stderr.as_str()), (0, ""));
    let pages = |files: Vec<(String, Vec<u8>)>| -> Vec<(String, String)> {
        let pages = files.into_iter().filter(|(path, _)| path.ends_with(".html"));
        pages.map(|(path, html)| (path, without_theme(&html))).collect()
    };
    assert!(project.page("index.html").contains("<link rel=\"stylesheet\" href=\"assets/theme.css\">"));
    assert_eq!(pages(project.files()), pages(before));
    assert!(project.page("assets/theme.css").contains("--accent"));
}

/// The values of a style sheet's custom properties.
fn properties(css: &str) -> Vec<(&str, &str)> {
    let lines = css.lines().map(str::trim).filter(|line| line.starts_with("--"));
    lines.filter_map(|line| line.trim_end_matches(';').split_once(": ")).collect()
}

#[test]
fn a_new_themes_examples_are_of_what_there_is() {
    let scaffold = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/commands/scaffold/theme");
    let css = fs::read_to_string(scaffold.join("static/theme.css")).unwrap();
    let built_in = include_str!("../../../themes/default/static/style.css");
    let values = properties(built_in);
    let shown = properties(&css);
    assert!(shown.len() > 5, "{shown:?}");
    for (name, value) in shown {
        let is_known =
            values.contains(&(name, value)) || (name == "--sans" && values.iter().any(|(of, _)| *of == name));
        assert!(is_known, "{name}: {value}");
    }
    let base = fs::read_to_string(scaffold.join("templates/base.html")).unwrap();
    let frame = include_str!("../../../themes/default/templates/base.html");
    let blocks: Vec<&str> = base.split("{% block ").skip(1).map(|rest| rest.split(' ').next().unwrap()).collect();
    assert_eq!(blocks.len(), 4, "{blocks:?}");
    for block in blocks {
        assert!(frame.contains(&format!("block {block} ")), "{block}");
    }
}

#[test]
fn what_a_new_theme_shows_in_comments_works() {
    let project = self::project();
    assert_eq!(project.run(&["theme", "new", "corporate"]).code, 0);
    let path = project.root().join("themes/corporate/templates/base.html");
    let text = fs::read_to_string(&path).unwrap();
    let shown = text.split("{#-").skip(1).filter_map(|comment| {
        let inside = comment.split_once("-#}").unwrap().0;
        inside.find("{% block").map(|at| &inside[at..])
    });
    let shown = shown.collect::<String>();
    fs::write(&path, format!("{{% extends \"default/base.html\" %}}{shown}")).unwrap();
    build(&project);
    let html = project.page("index.html");
    for expected in ["assets/logo.svg\" alt=\"Test\"", "<p>East Rail Ltd. Confidential.</p>", "A draft: figures"] {
        assert!(html.contains(expected), "{expected}: {html}");
    }
}

#[test]
fn a_new_theme_replaces_nothing() {
    let project = project().file("themes/corporate/theme.yaml", "contract: 1\n");
    let before = files(project.root());
    for (name, message) in [
        ("corporate", "./themes/corporate` is there already; nothing was written"),
        ("default", "`default` cannot be the name of a theme"),
        ("../x", "`../x` cannot be the name of a theme"),
        ("", "`` cannot be the name of a theme"),
    ] {
        let run = project.run(&["theme", "new", name]);
        assert!(run.code == 1 && run.stderr.contains(message), "{name}: {}", run.stderr);
    }
    let nowhere = project.run(&["theme", "new", "x", "data"]);
    assert!(nowhere.code == 1 && nowhere.stderr.contains("error[E001]"), "{}", nowhere.stderr);
    assert_eq!(files(project.root()), before);
}

#[test]
fn the_built_in_files_are_listed_with_what_they_are_for() {
    let listed = Project::new().run(&["theme", "list"]).stdout;
    let built_in = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default");
    let mut paths: Vec<String> = files(&built_in).into_iter().map(|(path, _)| path).collect();
    paths.push("static/echarts.min.js".to_owned());
    paths.sort();
    let lines: Vec<&str> = listed.lines().collect();
    assert_eq!(lines.len(), paths.len(), "{listed}");
    for (line, path) in lines.iter().zip(&paths) {
        let purpose = line.strip_prefix(&format!("  {path} ")).unwrap_or_else(|| panic!("{line} is not {path}")).trim();
        assert!(purpose.ends_with('.') && purpose.len() > 10, "{path}: no purpose in its first comment: {purpose}");
    }
    let ours = template(project(), "404.html", "{% extends \"default/404.html\" %}").run(&["theme", "list"]).stdout;
    let marked: Vec<&str> = ours.lines().filter(|line| line.starts_with('*')).collect();
    assert!(marked.len() == 2 && marked[0].starts_with("* templates/404.html "), "{ours}");
    assert_eq!(marked[1], "* is replaced by the file in themes/corporate");
}

#[test]
fn a_built_in_file_is_shown_by_any_of_its_names() {
    let project = Project::new();
    let base = include_str!("../../../themes/default/templates/base.html");
    assert!(project.run(&["theme", "show", "en/figures.ftl"]).stdout.starts_with("# Figures"));
    for name in ["base.html", "templates/base.html", "default/base.html"] {
        assert_eq!(project.run(&["theme", "show", name]).stdout, base, "{name}");
    }
    let style = project.run(&["theme", "show", "style.css"]).stdout;
    assert_eq!(style, include_str!("../../../themes/default/static/style.css"));
    for (name, help) in [
        ("bsae.html", "did you mean `templates/base.html`?"),
        ("figurs.html", "did you mean `templates/parts/figures.html`?"),
        ("nothing-alike", "`cxbook theme list` names them"),
    ] {
        let run = project.run(&["theme", "show", name]);
        let said = format!("error: the built-in theme has no file `{name}`\nhelp: {help}\n");
        assert_eq!((run.code, run.stderr), (2, said));
    }
}

impl Project {
    fn page_of_wave(&self) -> String {
        build(self);
        self.page("waves/s/w/index.html")
    }
}
