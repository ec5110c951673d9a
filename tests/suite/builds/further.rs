//! A year ago and the long run: what hides between two waves is told.

use crate::project::Project;

/// Twelve accounts with a contact each, of which one more falls in each wave: +33, then lower half-year by half-year.
fn declining(config: &str) -> Project {
    let waves = [("2023-H2", 8, 4), ("2024-H1", 5, 4), ("2024-H2", 4, 6), ("2025-H1", 2, 8), ("2025-H2", 1, 11)];
    waves.iter().fold(Project::with_config(config), |project, (label, promoters, detractors)| {
        project.file(&format!("data/surveys/{label}.yaml"), &wave("s", label, *promoters, *detractors, ""))
    })
}

/// A wave of so many promoters, then passives, then detractors, of twelve accounts that are not on record.
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
