//! A year ago and the long run: what hides between two waves is told.

use cxbook::metrics::{Confidence, Measure, Observation, difference};

use crate::project::Project;

/// Twelve contacts who recommend less from half-year to half-year, by too little to be measured: from +33 to −83.
fn declining(config: &str) -> Project {
    let waves = [("2023-H2", 8, 4), ("2024-H1", 5, 4), ("2024-H2", 4, 6), ("2025-H1", 2, 8), ("2025-H2", 1, 11)];
    waves.iter().fold(Project::with_config(config), |project, (label, promoters, detractors)| {
        project.file(&format!("data/surveys/{label}.yaml"), &wave("s", label, *promoters, *detractors, ""))
    })
}

/// A wave of so many promoters, then passives, then so many detractors among twelve contacts.
fn wave(survey: &str, label: &str, promoters: usize, detractors: usize, more: &str) -> String {
    let answer = |n: usize| match n {
        n if n < promoters => 9,
        n if n < 12 - detractors => 7,
        _ => 3,
    };
    let one = |n| format!("  - {{id: {label}-{n}, contact: p{n}, answers: {{recommend: {}}}}}\n", answer(n));
    format!("survey: {survey}\nwave: {label}\n{more}responses:\n{}", (0..12).map(one).collect::<String>())
}

fn statistics(project: &Project, wave: &str) -> Vec<String> {
    let rows = project.rows(&format!("s,{wave},program,recommend"));
    let names = rows.iter().filter_map(|row| row.split(',').next()).filter(|name| name.contains("change"));
    names.map(str::to_owned).collect()
}

#[test]
fn each_wave_has_the_changes_that_it_has_waves_for() {
    let project = declining("");
    project.build();
    let all = ["change_nps", "long_change_nps", "year_change_nps"];
    assert!(statistics(&project, "2023-H2").is_empty());
    assert_eq!(statistics(&project, "2024-H1"), all[..1]);
    assert_eq!(statistics(&project, "2024-H2"), [all[0], all[2]]);
    assert_eq!(statistics(&project, "2025-H1"), all);
    assert_eq!(statistics(&project, "2025-H2"), all);
    let value = |statistic: &str| {
        let row = project.figure(&format!("s,2025-H2,program,recommend,{statistic}"));
        row.split(',').next().map(str::to_owned)
    };
    assert_eq!(value("nps").as_deref(), Some("-83.3333"));
    assert_eq!(value("year_change_nps").as_deref(), Some("-66.6667"));
    assert_eq!(value("long_change_nps").as_deref(), Some("-116.6667"));
}

#[test]
fn neither_is_told_where_it_is_the_wave_before() {
    for earlier in ["2024-H2", "2023-H2"] {
        let project = Project::with_config("")
            .file("data/surveys/1.yaml", &wave("s", earlier, 8, 4, ""))
            .file("data/surveys/2.yaml", &wave("s", "2025-H2", 1, 11, ""));
        project.build();
        assert_eq!(statistics(&project, "2025-H2"), ["change_nps"], "{earlier}");
    }
}

#[test]
fn employees_and_other_surveys_are_no_earlier_waves() {
    let project = Project::with_config("")
        .file("data/surveys/1.yaml", &wave("s", "2023-H1", 8, 4, "respondents: employees\n"))
        .file("data/surveys/2.yaml", &wave("other", "2024-H2", 8, 4, ""))
        .file("data/surveys/3.yaml", &wave("s", "2025-H1", 8, 4, ""))
        .file("data/surveys/4.yaml", &wave("s", "2025-H2", 1, 11, ""));
    project.build();
    assert_eq!(statistics(&project, "2025-H2"), ["change_nps"]);
}

#[test]
fn the_interval_is_that_of_three_changes() {
    let project = declining("");
    project.build();
    let side = |promoters: u32, detractors: u32| -> Vec<Observation> {
        let x = |n: u32| f64::from(u8::from(n < promoters)) - f64::from(u8::from(n >= 12 - detractors));
        (0..12).map(|n| Observation { x: x(n), count: 1, account: None, contact: Some(n) }).collect()
    };
    let at = |confidence| difference(Measure::Nps, &side(8, 4), &side(1, 11), confidence).unwrap().interval.unwrap();
    let (of_three, single) = (at(Confidence::OfThree), at(Confidence::Single));
    assert!(of_three.low < single.low && of_three.high > single.high);
    let row = project.figure("s,2025-H2,program,recommend,long_change_nps");
    assert!(row.starts_with(&format!("-116.6667,{:.4},{:.4},12,", of_three.low, of_three.high)), "{row}");
}

#[test]
fn a_slow_decline_is_told_in_the_first_sentence_and_by_the_trend() {
    let project = declining("");
    project.build();
    let fell = "t fell from +33 in 2023-H2 to −83 (98⅓ % interval of the fall ";
    let page = project.text("index.html");
    assert!(page.contains(&format!("; i{fell}")), "{page}");
    assert!(page.contains("indicative), no measurable change since 2025-H1."), "{page}");
    assert!(page.contains(&format!("I{fell}")), "{page}");
    assert!(page.contains("No measurable change from any wave to the next."), "{page}");
    assert!(page.contains("In the long run it fell by 117 points (98⅓ % interval "), "{page}");
    assert!(!page.contains("In a year it"), "{page}");
    assert!(project.text("waves/s/2025-h2/index.html").contains(&format!("; i{fell}")));
    assert!(project.text("waves/index.html").contains(&format!("; i{fell}")));
}

#[test]
fn the_wave_before_comes_first_where_that_moved() {
    let project = declining("").file("data/surveys/2026-H1.yaml", &wave("s", "2026-H1", 12, 0, ""));
    project.build();
    let page = project.text("index.html");
    assert!(page.contains("; it rose by 183 points (95 % interval "), "{page}");
    assert!(!page.contains("2023-H2 to +100"), "{page}");
}

#[test]
fn a_change_is_hidden_if_the_group_is_hidden_in_either_wave() {
    let wave = |label: &str, small: usize| {
        let group = |n: usize| if n < small { "small" } else { "large" };
        let one = |n: usize| {
            format!(
                "  - {{id: {label}-{n}, attributes: {{group: {}}}, answers: {{recommend: {}}}}}\n",
                group(n),
                n % 11
            )
        };
        format!("survey: s\nwave: {label}\npromise: anonymous\nresponses:\n{}", (0..40).map(one).collect::<String>())
    };
    let groups = "segments: [{id: group, by: response.group}]\n";
    let project = Project::with_config(groups)
        .file("data/surveys/1.yaml", &wave("2023-H2", 3))
        .file("data/surveys/2.yaml", &wave("2024-H2", 15))
        .file("data/surveys/3.yaml", &wave("2025-H1", 15))
        .file("data/surveys/4.yaml", &wave("2025-H2", 15));
    project.build();
    let row = |group: &str, statistic: &str| {
        project.figure(&format!("s,2025-H2,segment:group={group},recommend,{statistic}"))
    };
    for group in ["small", "large"] {
        assert_eq!(row(group, "long_change_nps"), ",,,,,,hidden");
        assert!(row(group, "year_change_nps").starts_with("0.0000,"));
    }
}

/// Two waves of accounts with six contacts each, who all recommend by the first answer, then by the second.
fn two_waves(accounts: &[(&str, &str, u8, u8)]) -> Project {
    let contact = |id: &str, n: usize| format!("{{id: {id}-{n}}}");
    let account = |(name, tier, ..): &(&str, &str, u8, u8)| {
        let contacts: Vec<String> = (0..6).map(|n| contact(&name.to_lowercase(), n)).collect();
        let (id, contacts) = (name.to_lowercase(), contacts.join(", "));
        format!("  - {{id: {id}, name: {name}, attributes: {{tier: {tier}}}, contacts: [{contacts}]}}\n")
    };
    let wave = |label: &str, answer: fn(&(&str, &str, u8, u8)) -> u8| {
        let of_account = |account: &(&str, &str, u8, u8)| -> String {
            let contacts = (0..6).map(|n| format!("{}-{n}", account.0.to_lowercase()));
            let one = |contact| {
                format!(
                    "  - {{id: {label}-{contact}, contact: {contact}, answers: {{recommend: {}}}}}\n",
                    answer(account)
                )
            };
            contacts.map(one).collect()
        };
        format!("survey: s\nwave: {label}\nresponses:\n{}", accounts.iter().map(of_account).collect::<String>())
    };
    Project::with_config("segments: [{id: tier, label: Tier, by: account.tier}]\n")
        .file("data/accounts.yaml", &format!("accounts:\n{}", accounts.iter().map(account).collect::<String>()))
        .file("data/surveys/1.yaml", &wave("2025-H1", |account| account.2))
        .file("data/surveys/2.yaml", &wave("2025-H2", |account| account.3))
}

#[test]
fn falls_and_rises_are_named_the_rest_counted_and_what_is_indicative_is_said() {
    let project = two_waves(&[
        ("Alpha", "gold", 10, 3),
        ("Beta", "gold", 10, 3),
        ("Gamma", "gold", 10, 3),
        ("Delta", "silver", 10, 3),
        ("Epsilon", "silver", 3, 10),
        ("Zeta", "silver", 8, 8),
    ]);
    project.build();
    let accounts = "Alpha, Beta, Delta and 1 other fell since 2025-H1 (indicative)";
    let page = project.text("accounts/index.html");
    let lead = format!("of 6 with enough answers to compare, {accounts}; Epsilon rose since 2025-H1 (indicative).");
    assert!(page.contains(&lead), "{page}");
    let page = project.text("index.html");
    assert!(page.contains("Gold fell since 2025-H1 (indicative)."), "{page}");
    assert!(page.contains("Alpha, Beta, Gamma and 1 other fell since 2025-H1 (indicative)."), "{page}");
    for file in ["segments/index.html", "segments/tier/index.html"] {
        let page = project.text(file);
        assert!(page.matches("fell since 2025-H1 (indicative).").count() >= 2, "{file}: {page}");
    }
}
