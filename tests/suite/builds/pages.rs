//! What pages say: the sentence first, every figure with n and interval, reasons where something is not shown.

use crate::project::Project;

const ACCOUNTS: &str = "accounts:
  - {id: g, name: Group}
  - id: a
    name: Alpha
    parent: g
    owner: Jana Novak
    revenue: 1240000
    since: 2020-01-01
    renewal: 2026-03-03
    attributes: {tier: gold}
    contacts:
      - {id: a1, name: Ada, role: decision-maker, influence: 3}
      - {id: a2, name: Bo, role: user}
      - {id: a3, name: Cy, role: user}
  - {id: b, name: Beta, parent: g, attributes: {tier: gold}, contacts: [{id: b1}, {id: b2}, {id: b3}, {id: b4}, {id: b5}]}
";

fn project() -> Project {
    in_language("en")
}

fn in_language(language: &str) -> Project {
    let config = "currency: EUR\nsegments: [{id: tier, label: Tier, by: account.tier}]\ntargets: [{question: recommend, value: 45}]\nbenchmarks: [{question: recommend, value: 38, label: Sector median, source: \"https://sector.example/report\"}]\nprivacy: {respondents: named}\n";
    let wave = |label: &str, from: &str, to: &str, score: u8| {
        format!(
            "survey: s\nwave: {label}\nfrom: {from}\nto: {to}\ninvitations: [{{contact: a1}}, {{contact: a2}}, {{contact: a3}}, {{contact: b1}}, {{contact: b2}}, {{contact: b3}}, {{contact: b4}}, {{contact: b5}}]\nresponses:\n  - {{id: {label}-1, contact: a2, answers: {{recommend: 9}}}}\n  - {{id: {label}-2, contact: a3, answers: {{recommend: 6}}, comment: \"slow\"}}\n  - {{id: {label}-3, contact: b1, answers: {{recommend: {score}}}}}\n  - {{id: {label}-4, contact: b2, answers: {{recommend: 10}}}}\n  - {{id: {label}-5, contact: b3, answers: {{recommend: 10}}}}\n  - {{id: {label}-6, contact: b4, answers: {{recommend: 8}}}}\n  - {{id: {label}-7, contact: b5, answers: {{recommend: 8}}}}\n"
        )
    };
    let project = Project::with_config(&format!("{config}language: {language}\n"))
        .file("data/accounts.yaml", ACCOUNTS)
        .file("data/surveys/1.yaml", &wave("2025-H2", "2025-07-01", "2025-07-31", 3))
        .file("data/surveys/2.yaml", &wave("2026-H1", "2026-02-01", "2026-02-28", 9));
    project.build();
    project
}

fn says(text: &str, expected: &[&str]) {
    for one in expected {
        assert!(text.contains(one), "“{one}” is not in: {text}");
    }
}

#[test]
fn the_overview_begins_with_a_sentence_made_from_the_figures() {
    let project = project();
    let text = project.text("index.html");
    says(
        &text,
        &[
            "NPS +43 (95 % interval",
            "n = 7 of 8, indicative)",
            "no measurable change since 2025-H2",
            "2 of 2 accounts reached answered",
        ],
    );
    says(&text, &["not decided", "Sector median", "Of the change of +29, +29 comes from the", "2026-H1", "2025-H2"]);
}

#[test]
fn an_account_shows_its_group_with_the_silent_and_answers_instead_of_a_score() {
    let project = project();
    let text = project.text("accounts/a/index.html");
    says(
        &text,
        &["In 2026-H1 they answered 9 and 6: too few for a score.", "The decision-maker was asked and did not answer."],
    );
    says(&text, &["EUR 1,240,000", "3 Mar 2026 (in 3 days)", "Jana Novak", "Group", "Beta", "Ada", "?", "slow"]);
    let beta = project.text("accounts/b/index.html");
    says(&beta, &["NPS +60 (95 % interval", "n = 5 of 5, indicative)"]);
}

#[test]
fn a_renewal_counts_its_days_in_the_singular_and_plural() {
    let project = project();
    for (today, expected) in [("2026-03-02", "tomorrow"), ("2026-03-04", "1 day ago"), ("2026-03-05", "2 days ago")] {
        assert_eq!(project.run(&["build", ".", "--today", today]).code, 0);
        says(&project.text("accounts/a/index.html"), &[&format!("3 Mar 2026 ({expected})")]);
    }
}

#[test]
fn an_account_is_told_in_the_language_of_the_program() {
    let project = in_language("ru");
    let text = project.text("accounts/a/index.html");
    let sentences = [
        "В волне 2026-H1 даны ответы 9 и 6; для оценки их мало.",
        "Лицо, принимающее решения (ЛПР), получило приглашение, но не ответило.",
    ];
    says(&text, &sentences);
    says(
        &text,
        &["(через 3 дня)", "(6 лет)", "Головная компания", "? ответа нет", "«?» — приглашение получено, ответа нет."],
    );
    let accounts = project.text("accounts/index.html");
    says(&accounts, &["Ответили 2 из 2 клиентов, до которых дошло приглашение", "1 240 000 EUR"]);
}

#[test]
fn segments_have_three_levels() {
    let project = project();
    says(&project.text("segments/index.html"), &["NPS by tier", "Gold"]);
    says(&project.text("segments/tier/index.html"), &["Gold", "+43"]);
    says(&project.text("segments/tier/gold/index.html"), &["NPS +43", "Alpha", "Beta"]);
}

#[test]
fn a_wave_tells_who_was_asked_and_what_moved() {
    let project = project();
    says(&project.text("waves/index.html"), &["2026-H1", "2025-H2", "88 %"]);
    let text = project.text("waves/s/2026-h1/index.html");
    says(&text, &["7 of 8 reached answered (88 %)", "By respondent", "By account", "1 reached did not answer"]);
}

#[test]
fn the_methodology_has_wording_weights_formulas_and_the_hash_of_the_input() {
    let project = project();
    let text = project.text("methodology/index.html");
    says(&text, &["Would you recommend us?", "metrics.csv", "Wilson", "adjusted Wald"]);
    let hash = |text: &str| {
        text.split_whitespace()
            .find(|word| word.len() == 64 && word.chars().all(|c| c.is_ascii_hexdigit()))
            .map(str::to_owned)
    };
    let before = hash(&text).expect("the hash of the input");
    project.write("data/accounts.yaml", &format!("{ACCOUNTS}# more\n"));
    project.build();
    assert_ne!(hash(&project.text("methodology/index.html")), Some(before));
}

#[test]
fn there_is_a_page_for_addresses_without_one() {
    says(&project().text("404.html"), &["Page not found"]);
}

#[test]
fn a_b2c_program_has_no_page_or_word_of_accounts() {
    let project = Project::new()
        .file("cxbook.yaml", "title: T\ncustomers: b2c\nquestions: {recommend: {kind: nps, text: Q}}\n")
        .file(
            "data/surveys/s.yaml",
            "survey: s\nwave: w\nresponses: [{id: r1, answers: {recommend: 9}}, {id: r2, answers: {recommend: 2}}]\n",
        );
    project.build();
    assert!(!project.site().join("accounts").exists());
    for file in ["index.html", "waves/s/w/index.html"] {
        assert!(!project.text(file).to_lowercase().contains("account"), "{file}");
    }
    assert!(!project.page("data/metrics.csv").contains("weighted"));
}

#[test]
fn every_page_asks_robots_to_stay_away_and_loads_nothing_from_elsewhere() {
    for (file, bytes) in project().files() {
        let Some(html) = file.ends_with(".html").then(|| String::from_utf8(bytes).unwrap()) else { continue };
        assert!(html.contains("name=\"robots\" content=\"noindex"), "{file}");
        for loading in ["src=\"http", "src=\"//", "rel=\"stylesheet\" href=\"http", "@import", "url(http"] {
            assert!(!html.contains(loading), "{loading} in {file}");
        }
    }
}

#[test]
fn pages_are_called_in_the_language_of_the_program() {
    let project = Project::with_config("language: ru\nsegments: [{id: tier, by: account.tier}]\n")
        .file("data/accounts.yaml", "accounts: [{id: a, attributes: {tier: gold}}]\n")
        .file(
            "data/surveys/1.yaml",
            "survey: s\nwave: w1\nfrom: 2026-06-01\nto: 2026-06-12\n\
             responses: [{id: r0, account: a, date: 2026-06-02, answers: {recommend: 9}}]\n",
        );
    project.run(&["build", ".", "--today", "2026-06-10"]);
    let wave = project.text("waves/s/w1/index.html");
    for expected in ["Обзор", "Сегменты", "Волны", "Методика", "S, волна w1 (1 июня 2026 – 12 июня 2026)"]
    {
        assert!(wave.contains(expected), "{expected} in {wave}");
    }
    assert!(wave.contains("Волна идёт до 12 июня 2026: ответов может стать больше."), "{wave}");
    assert!(project.text("404.html").contains("Страница не найдена По этому адресу нет страницы."));
}
