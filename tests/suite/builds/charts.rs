//! Charts on pages: which there are, what they say, and that they give away nothing.

use crate::project::Project;

/// Two waves of seven contacts: two move up, one down, one answers anonymously the second time.
fn project(privacy: &str) -> Project {
    let config = format!(
        "currency: EUR\nsegments: [{{id: tier, label: Tier, by: account.tier}}]\nprivacy: {{respondents: {privacy}}}\n"
    );
    let accounts = "accounts:\n  - {id: a, name: Alpha, revenue: 100, attributes: {tier: gold}, contacts: [{id: c1}, {id: c2}, {id: c3}, {id: c4}, {id: c5}, {id: c6}, {id: c7}]}\n";
    let wave = |label: &str, month: u8, scores: [u8; 7]| {
        let answer = |(number, score): (usize, &u8)| {
            let anonymous = if number == 6 && month == 2 { ", anonymous: true" } else { "" };
            format!(
                "  - {{id: {label}-{number}, contact: c{}, date: 2026-0{month}-{:02}, answers: {{recommend: {score}}}{anonymous}}}\n",
                number + 1,
                number + 2
            )
        };
        let answers: String = scores.iter().enumerate().map(answer).collect();
        format!("survey: s\nwave: {label}\nfrom: 2026-0{month}-01\nto: 2026-0{month}-20\nresponses:\n{answers}")
    };
    Project::with_config(&config)
        .file("data/accounts.yaml", accounts)
        .file("data/surveys/1.yaml", &wave("W1", 1, [3, 6, 8, 9, 10, 9, 2]))
        .file("data/surveys/2.yaml", &wave("W2", 2, [7, 9, 8, 9, 6, 9, 10]))
}

#[test]
fn the_same_contacts_move_between_the_classes() {
    let project = project("named");
    project.build();
    let text = project.text("waves/s/w2/index.html");
    let expected = "Of 7 contacts who answered both times 2 moved up, 1 moved down, 3 stayed, and 1 is not shown, because an answer was anonymous.";
    assert!(text.contains(expected), "the anonymous answer is no one’s move: {text}");
    assert!(
        text.contains("comes from the 7 contacts who answered both times"),
        "as many as the change is split by: {text}"
    );
    assert!(text.contains("Detractors in W1 0 1 1"), "{text}");
    assert!(text.contains("Promoters in W1 1 0 2"), "{text}");
}

#[test]
fn in_anonymous_waves_neither_moves_nor_days_are_shown() {
    let project = project("anonymous");
    project.build();
    let page = project.page("waves/s/w2/index.html");
    assert!(!page.contains("chart-transitions") && !page.contains("chart-days"), "{page}");
}

#[test]
fn answers_are_counted_by_day_of_the_fieldwork() {
    let project = project("role");
    project.build();
    let page = project.page("waves/s/w1/index.html");
    assert!(page.contains("Half of 7 answers were in by 5 Jan 2026, day 5 of 20."), "{page}");
    assert!(page.contains("\"1 Jan 2026: 0 answers\""), "days without an answer are drawn: {page}");
}

#[test]
fn a_commentary_can_show_a_chart_of_its_page() {
    let words = "Look:\n\n{{ chart(\"trend\") }}\n\nand {{ chart(\"days\") }} in a line\n";
    let project = project("role").file("commentary/waves/W2.md", words).file("commentary/notes.md", "Words only.\n");
    project.build();
    let page = project.page("waves/s/w2/index.html");
    assert!(page.contains("<figure class=\"chart\" id=\"chart-commentary-trend-0\">"), "{page}");
    assert!(!page.contains("<p><figure"), "a chart is no part of a paragraph");
    assert!(
        page.contains("and <em>Answers by day of the fieldwork</em> Half of 6"),
        "within a line its words, without the anonymous: {page}"
    );
    assert!(page.contains("echarts.min.js"));
    assert!(!project.page("notes/index.html").contains("echarts.min.js"), "nothing is loaded that is not drawn");
}

#[test]
fn each_chart_is_drawn_for_readers_without_scripts_as_well() {
    let project = project("role").file("commentary/waves/W2.md", "{{ chart(\"days\") }}\n");
    project.build();
    let page = project.page("waves/s/w2/index.html");
    let charts = page.matches("<script type=\"application/json\">").count();
    assert!(charts > 2, "{page}");
    assert_eq!(page.matches("\"><noscript><svg viewBox=").count(), charts, "{page}");
    assert_eq!(page.matches("</svg></noscript></div></div>").count(), charts, "{page}");
}

#[test]
fn each_chart_and_its_table_have_an_id_of_their_own() {
    let project = project("role").file("commentary/waves/W2.md", "{{ chart(\"days\") }}\n\n{{ chart(\"days\") }}\n");
    project.build();
    let page = project.page("waves/s/w2/index.html");
    let mut ids: Vec<&str> = page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all, "an id is there twice: {ids:?}");
}
