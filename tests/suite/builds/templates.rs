//! Templates in commentary, and Markdown, within their bounds: no text makes cxbook panic, or take much time or memory.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use crate::project::{Project, Run};

/// More than any commentary may take, in a debug build beside seven others.
const MOST_TIME: Duration = Duration::from_secs(20);

/// As much address space as the program may take beside what its threads reserve, in KiB.
const MOST_MEMORY: u64 = 600_000;

/// Checks a program with this text on the overview, in so much memory.
fn check(text: &str) -> (Run, Duration) {
    let project = Project::with_config("").file("commentary/index.md", text);
    let mut command = Command::new("sh");
    let limited = format!("ulimit -v {MOST_MEMORY}; exec \"$0\" check . -j 1");
    command.args(["-c", &limited, env!("CARGO_BIN_EXE_cxbook")]);
    command.current_dir(project.root()).env_remove("SOURCE_DATE_EPOCH").stdout(Stdio::piped());
    let started = Instant::now();
    let run = crate::project::run(&mut command);
    (run, started.elapsed())
}

/// Checks that a text is refused at a place.
fn refused(text: &str, place: &str, message: &str) {
    let (run, time) = check(text);
    let start: String = text.chars().take(60).collect();
    assert_eq!(run.code, 1, "{start}: {}", run.stderr);
    assert!(run.stderr.contains(&format!("commentary/index.md:{place}\n")), "{start}: {}", run.stderr);
    assert!(run.stderr.contains(message), "{start}: {}", run.stderr);
    assert!(time < MOST_TIME, "{start}: {time:?}");
}

#[test]
fn what_would_exhaust_the_stack_is_refused() {
    let deep = "an expression of more than 60 parts within each other";
    refused("{% set n.a = n %}{{ n }}", "1:9", "`=` is missing here");
    refused(&format!("{{{{ {}1 }}}}", "-".repeat(6_000)), "1:65", deep);
    refused(&format!("{{{{ {}1 }}}}", "not ".repeat(6_000)), "1:248", deep);
    refused(&format!("{{{{ {}1{} }}}}", "(".repeat(6_000), ")".repeat(6_000)), "1:65", deep);
    refused(&format!("{{{{ {}1{} }}}}", "[".repeat(6_000), "]".repeat(6_000)), "1:65", deep);
    refused(&format!("{{{{ 1{} }}}}", " + 1".repeat(6_000)), "1:4", deep);
    refused(&format!("{{{{ \"a\"{} }}}}", "|upper".repeat(6_000)), "1:4", deep);
    refused(&"{% if true %}".repeat(6_000), "1:209", "more than 16 `if` and `for` within each other");
    let lists = format!("{{% set a = 1 %}}{}", "{% set a = [a] %}".repeat(6_000));
    refused(&lists, "1:95", "more than 4 lists within each other");
}

#[test]
fn many_branches_are_no_nesting() {
    let text = format!("{{% if false %}}{}{{% else %}}last{{% endif %}}", "{% elif false %}".repeat(6_000));
    let (run, time) = check(&text);
    assert!(run.code == 0 && time < MOST_TIME, "{} {time:?}", run.stderr);
}

#[test]
fn what_would_exhaust_memory_is_refused() {
    let bytes = "makes more than 1000000 bytes";
    let doubled = format!("{{% set a = \"text\" %}}\n{}{{{{ a }}}}", "{% set a = a ~ a %}\n".repeat(60));
    refused(&doubled, "18:12", bytes);
    let nested = "{% for a in [\"aaaaaaaaaa\"] %}".to_owned()
        + &"{% for a in [a ~ a ~ a ~ a ~ a ~ a ~ a ~ a ~ a ~ a] %}".repeat(10)
        + &"{% endfor %}".repeat(11);
    refused(&nested, "1:259", bytes);
    refused("{% for a in range(1000000000) %}{% endfor %}", "1:13", "does too much");
    refused("{% for a in range(-9223372036854775807, 9223372036854775807) %}{% endfor %}", "1:13", "does too much");
    refused("{% for a in range(190000) %}{% endfor %}", "1:13", bytes);
    let printed = format!("{{% for a in range(9000) %}}{}{{% endfor %}}", "x".repeat(1_000));
    refused(&printed, "1:1", bytes);
    let long =
        format!("{{% set a = \"{}\" %}}{{% for i in range(9000) %}}{{{{ a == a }}}}{{% endfor %}}", "x".repeat(90_000));
    refused(&long, "1:90046", "does too much");
    refused("{% for i in range(2000) %}{{ score(\"recommend\") }}{% endfor %}", "1:30", "more than 1000 figures");
    refused("{% for i in range(60) %}{{ chart(\"trend\") }}{% endfor %}", "1:28", "more than 50 charts");
}

#[test]
fn what_commentary_does_not_need_it_does_not_have() {
    for statement in
        ["import \"x\" as 1", "include \"x\"", "macro m()", "extends \"x\"", "block b", "from \"x\" import y"]
    {
        let keyword = statement.split(' ').next().unwrap_or_default();
        refused(&format!("a {{% {statement} %}}"), "1:6", &format!("commentary has no `{{% {keyword} %}}`"));
    }
    for statement in ["call m()", "filter upper", "autoescape true", "with a = 1", "do 1", "nonsense"] {
        refused(&format!("{{% {statement} %}}"), "1:4", "commentary has no `{% ");
    }
    let filters = ["indent(1000000000)", "format(1)", "slice(1000000000)", "batch(1000000000)", "center(1000000000)"];
    for filter in filters.into_iter().chain(["replace(\"a\", \"b\")", "tojson", "pprint"]) {
        refused(&format!("{{{{ \"%1000000000d\"|{filter} }}}}"), "1:4", "unknown filter `");
    }
    for function in ["debug()", "lipsum()", "dict()", "namespace()", "cycler()"] {
        refused(&format!("{{{{ {function} }}}}"), "1:4", "unknown function `");
    }
    refused("{{ \"ab\" * 1000000000 }}", "1:4", "`*` has no result for a text and a number");
    refused("{{ 9223372036854775807 + 1 }}", "1:4", "`+` has no result");
    refused("{{ 1 // 0 }} {{ 1 % 0 }} {{ 1 / 0 }}", "1:4", "`//` has no result");
}

#[test]
fn markdown_that_is_nested_too_deeply_is_refused() {
    let deep = "more than 30 quotes, lists or elements within each other";
    refused(&format!("a\n\n{}", "> ".repeat(200_000)), "3:1", deep);
    refused(&"- ".repeat(200_000).replace("- - ", "- * "), "1:1", deep);
    refused(&"1. ".repeat(200_000), "1:1", deep);
    refused(&"<div>".repeat(100_000), "1:1", deep);
    refused(&format!("a {}", "<b>".repeat(100_000)), "1:1", deep);
    let (made, _) = check("{% for i in range(9000) %}{{ \"> \" }}{% endfor %}");
    assert!(made.code == 1 && made.stderr.contains(deep), "{}", made.stderr);
    refused(&format!("a {}", "&".repeat(50_000)), "1:3", "more than 10000 `&` in one commentary");
}

#[test]
fn markdown_of_any_kind_takes_no_time() {
    let many = [
        "[",
        "![",
        "*a ",
        "_a_",
        "`",
        "<",
        "|",
        "\\",
        "[a](",
        "[^1]",
        "#",
        "* * ",
        "~~",
        "<br>",
        "\n- a\n",
        "\n|a|\n|-|\n",
    ];
    for part in many {
        let (run, time) = check(&part.repeat(50_000));
        assert!(run.code != 101 && run.code >= 0 && time < MOST_TIME, "{part}: {} {time:?} {}", run.code, run.stderr);
    }
}

#[test]
fn a_template_says_all_that_is_wrong_with_it() {
    let text = "{{ score( }} {{ scor(\"a\") }}\n{% if %}{% elif x %}{% endfor %}\n{{ 1 2 }}\n{% for x 3 %}{% endfor %}{{ score(\"recommend\", \"x\") }} {{ \"a }}\n";
    let (run, _) = check(text);
    for expected in [
        "an expression is missing here\n --> commentary/index.md:1:11",
        "unknown function `scor`\n --> commentary/index.md:1:17",
        "an expression is missing here\n --> commentary/index.md:2:7",
        "`endfor` without its `for`\n --> commentary/index.md:2:24",
        "`if` is not ended\n --> commentary/index.md:2:1",
        "the tag should end here\n --> commentary/index.md:3:6",
        "a text in quotes that is not ended here, or has an unknown escape\n --> commentary/index.md:4:59",
        "`in` is missing here\n --> commentary/index.md:4:10",
        "too many arguments\n --> commentary/index.md:4:29",
    ] {
        assert!(run.stderr.contains(expected), "{expected}\n{}", run.stderr);
    }
}

#[test]
fn a_template_does_what_prose_needs() {
    let text = "{# a note #}{% set names = [\"a\", \"b\"] -%}
        {% for name in names %}{{ loop.index }}/{{ loop.length }} {{ name|upper }}{{ \", \" if not loop.last }}{% else %}none{% endfor %}
{% if \"b\" in names and names|length == 2 %}two{% elif true %}other{% else %}none{% endif %} {{ names|join(\" and \") }}
{% for a, b in [[1, 2], [3, 4]] %}{{ a + b * 2 }};{% endfor %} {{ 7 // 2 }} {{ 1 / 4 }} {{ -3 + 5 }} {{ names[-1] }} {{ \"x\" ~ 1 }}
{% raw %}{{ as it is }}{% endraw %} {{ \"{{\" }} {% for x in [] %}{% else %}empty{% endfor %} { brace }\n";
    let project = Project::with_config("").file("commentary/index.md", text);
    project.build();
    let text = project.text("index.html");
    for expected in ["1/2 A, 2/2 B", "two a and b", "5;11; 3 0.25 2 b x1", "{{ as it is }} {{ empty { brace }"] {
        assert!(text.contains(expected), "{expected}\n{text}");
    }
}

/// Pieces of which hostile templates are put together.
fn piece() -> impl Strategy<Value = String> {
    let fixed = prop::sample::select(vec![
        "{{ ",
        " }}",
        "{% ",
        " %}",
        "{% if ",
        "{% elif ",
        "{% else %}",
        "{% endif %}",
        "{% for a in ",
        "{% for a, b in ",
        "{% endfor %}",
        "{% set a = ",
        "a",
        "b",
        "loop",
        ".",
        "first",
        "[",
        "]",
        "(",
        ")",
        ",",
        "\"",
        "'",
        "\\",
        "~",
        "+",
        "-",
        "*",
        "/",
        "//",
        "%",
        "==",
        "<",
        "in",
        "not",
        "and",
        "or",
        "if",
        "else",
        "|",
        "|join(",
        "|upper",
        "|length",
        "range(",
        "9223372036854775807",
        "0",
        "1.5",
        "99999999999999999999",
        "score(\"recommend\")",
        "chart(\"trend\")",
        "quote(",
        "link(\"page:x\")",
        "import",
        "{% raw %}",
        "{% endraw %}",
        "{# ",
        "#}",
        "{%- ",
        " -%}",
        "\n",
        "> ",
        "- ",
        "<div>",
        "é",
        "\u{e000}0\u{e001}",
        "&#xe002;0&#xe003;",
        "[x](#y)",
        "![x](y.png)",
        "[^1]",
        "| a |\n|-|\n",
        "` ",
    ]);
    (fixed, prop::sample::select(vec![1_usize, 1, 1, 2, 3, 40, 700])).prop_map(|(text, times)| text.repeat(times))
}

#[test]
fn no_template_panics_or_runs_on() {
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, b"hostile templates of commentary!");
    let mut runner =
        TestRunner::new_with_rng(Config { cases: 150, failure_persistence: None, ..Config::default() }, rng);
    let run = runner.run(&prop::collection::vec(piece(), 1..40), |pieces| {
        let (run, time) = check(&pieces.concat());
        prop_assert!(run.code == 0 || run.code == 1, "{} {}", run.code, run.stderr);
        prop_assert!(time < MOST_TIME, "{:?}", time);
        Ok(())
    });
    run.unwrap();
}

#[test]
fn a_theme_that_the_compiler_panics_on_is_a_mistake_with_its_file() {
    let elif = format!("{{% if 1 %}}{}{{% endif %}}", "{% elif 0 %}".repeat(6_000));
    for template in ["{% import \"x\" as 1 %}".to_owned(), format!("{{{{ {}1 }}}}", "-".repeat(5_000)), elif] {
        let run = Project::with_config("").file("themes/default/templates/404.html", &template).run(&["check", "."]);
        assert!(run.code == 0 || run.code == 1, "{} {}", run.code, run.stderr);
        if run.code == 1 {
            assert!(run.stderr.contains("--> themes/default/templates/404.html"), "{}", run.stderr);
        }
    }
}
