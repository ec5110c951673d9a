//! Hostile text in every free field is text wherever it stands.

use crate::project::{Project, files, without_own_scripts};

/// Script, event handler, template and chart syntax, a quote that would end an attribute; `N` tells the fields apart.
const EVIL: &str = "<script>evil(N)</script><img src=x onerror=evil(N)>\\\" onload=evil(N) {{ 7*191 }}{% raw %} #*#*#evil(N)#*#*# ]]> =cmd|' /C calc'!A0";

fn evil(number: u32) -> String {
    format!("\"{}\"", EVIL.replace('N', &number.to_string()))
}

fn project(respondents: &str) -> Project {
    let e = evil;
    let config = format!(
        "title: {}\ncustomers: mixed\naccount_label: {{one: {}, many: {}}}\ncurrency: {}\nquestions:\n  recommend: {{kind: nps, text: {}}}\n  clear: {{kind: rating, scale: [1, 5], block: people, text: {}}}\n  erp: {{kind: choice, options: {{x: {}}}, text: {}}}\n  why: {{kind: text, text: {}}}\nblocks: {{people: {{label: {}}}}}\nsurveys: {{s: {{label: {}}}}}\nsegments:\n  - {{id: tier, label: {}, by: account.tier}}\n  - {{id: shop, label: {}, by: response.shop}}\ntargets: [{{question: recommend, value: 40, team: {}}}]\nbenchmarks: [{{question: recommend, value: 30, label: {}, source: {}}}]\nprivacy: {{respondents: {respondents}}}\n",
        e(1),
        e(2),
        e(3),
        e(4),
        e(5),
        e(6),
        e(7),
        e(8),
        e(9),
        e(10),
        e(11),
        e(12),
        e(13),
        e(14),
        e(15),
        e(16)
    );
    let accounts = format!(
        "accounts:\n  - id: a\n    name: {}\n    owner: {}\n    attributes: {{tier: {}}}\n    level: {{is: watch, by: {}, on: 2026-01-01, because: {}}}\n    contacts:\n      - {{id: c1, name: {}, title: {}, role: {}, priorities: [{}]}}\n      - {{id: c2}}\n",
        e(20),
        e(21),
        e(22),
        e(23),
        e(24),
        e(25),
        e(26),
        e(27),
        e(28)
    );
    let response = |id: &str| {
        format!(
            "  - {{id: {id}, account: a, contact: c1, date: 2026-02-01, channel: {}, journey: {}, touchpoint: {}, topics: [{}], answers: {{recommend: 9, clear: 4, erp: x, why: {}}}, comment: {}, language: {}, attributes: {{shop: {}}}}}\n",
            e(30),
            e(31),
            e(32),
            e(33),
            e(34),
            e(35),
            e(36),
            e(37)
        )
    };
    let wave = |label: u32, from: &str| {
        format!(
            "survey: s\nwave: {}\nfrom: {from}\nto: 2026-12-31\nresponses:\n{}",
            e(label),
            response(&format!("r{label}"))
        )
    };
    Project::new()
        .file("cxbook.yaml", &config)
        .file("data/accounts.yaml", &accounts)
        .file("data/surveys/1.yaml", &wave(40, "2026-01-01"))
        .file("data/surveys/2.yaml", &wave(41, "2026-02-01"))
        .file("data/tickets/t.yaml", &format!("tickets: [{{id: {}, account: a, opened: 2026-01-01, topic: {}}}]\n", e(50), e(51)))
        .file("data/actions.yaml", &format!("actions: [{{id: {}, kind: tactical, title: {}, owner: {}}}]\n", e(52), e(53), e(54)))
        .file("data/outcomes.yaml", &format!("outcomes: [{{account: a, period: {}}}]\n", e(55)))
        .file("commentary/index.md", "---\ntitle: \"<script>evil(60)</script>\"\nauthor: \"<script>evil(61)</script>\"\n---\n{{ quote(\"r41\") }} and inline {{ quote(\"r40\") }} {{ link(\"account:a\") }}\n")
}

fn check(respondents: &str) {
    let project = project(respondents);
    project.build();
    for (file, bytes) in files(&project.site()) {
        let text = String::from_utf8(bytes).unwrap();
        if file.ends_with(".html") {
            let text = without_own_scripts(&file, &text);
            for bad in ["<script", "<img", "onerror=evil(35)>\"", "1337"] {
                assert!(!text.contains(bad), "{bad} in {file}: {}", around(&text, bad));
            }
            assert_eq!(attributes_with(&text, "evil"), Vec::<String>::new(), "{file}");
        }
        if file.ends_with(".csv") {
            for cell in text.lines().flat_map(|line| line.split(',')) {
                assert!(!cell.starts_with(['=', '+', '@']), "{cell}");
            }
        }
    }
}

fn around(text: &str, word: &str) -> String {
    let at = text.find(word).unwrap_or_default();
    text.chars().skip(text[..at].chars().count().saturating_sub(80)).take(200).collect()
}

/// Names of attributes that hold a word: event handlers that broke out of their text.
fn attributes_with(html: &str, word: &str) -> Vec<String> {
    let tags = html.split('<').skip(1).filter_map(|rest| rest.split_once('>').map(|(tag, _)| tag));
    let names = |tag: &str| -> Vec<String> {
        let mut outside = String::new();
        for (position, part) in tag.split('"').enumerate() {
            if position % 2 == 0 {
                outside.push_str(part);
            }
        }
        outside.split_whitespace().filter(|part| part.contains(word)).map(str::to_owned).collect()
    };
    tags.flat_map(names).collect()
}

#[test]
fn hostile_text_is_text_where_persons_are_named() {
    check("named");
}

#[test]
fn hostile_text_is_text_where_persons_are_shown_by_role() {
    check("role");
}

#[test]
fn the_check_sees_an_attribute_that_broke_out() {
    assert_eq!(attributes_with("<p title=\"x\" onload=evil(1)>", "evil"), ["onload=evil(1)"]);
    assert!(attributes_with("<p title=\"evil(1)\">evil</p>", "evil").is_empty());
}

#[test]
fn a_panic_is_told_as_a_mistake_and_the_site_stands_as_it_was() {
    let project = Project::with_config("").file("commentary/index.md", "Words.\n");
    assert_eq!(project.run(&["build", "."]).code, 0);
    let before = project.files();
    // The template engine panics at more blanks than there can be in a text.
    project.write("themes/default/templates/404.html", "{{ page.title | indent(18446744073709551615) }}");
    for command in ["build", "check"] {
        let run = project.run(&[command, "."]);
        assert_eq!(run.code, 1, "{command}: {}", run.stderr);
        assert!(
            run.stderr.contains("error[E099]: the build came to a stop by a mistake of cxbook's own"),
            "{}",
            run.stderr
        );
        assert!(run.stderr.contains("no site: 1 mistake, 0 warnings"), "{command}: {}", run.stderr);
    }
    assert!(project.files() == before);
    let run = project.run(&["clean", "."]);
    assert_eq!(run.code, 0, "{}", run.stderr);
}
