//! Tables: what their scripts sort and filter by, and the small drawings in their rows.

use crate::project::Project;

/// Three anonymous waves of a shop with many answers, and of two with enough only in the first and last: everybody
/// promotes in these, and nobody in the one between.
fn shops() -> Project {
    let config = "segments: [{id: shop, by: response.shop}]\nprivacy: {respondents: anonymous, hide_below: 5}\n";
    let mut project = Project::with_config(config);
    for (wave, few, answer) in [(1, 6, 9), (2, 3, 0), (3, 6, 9)] {
        let mut text = format!("survey: s\nwave: w{wave}\nfrom: 2026-0{wave}-01\nto: 2026-0{wave}-28\nresponses:\n");
        for (shop, persons) in [("big", 20), ("one", few), ("other", few)] {
            for person in 0..persons {
                let id = format!("{shop}{wave}x{person}");
                text.push_str(&format!(
                    "  - {{id: {id}, answers: {{recommend: {answer}}}, attributes: {{shop: {shop}}}}}\n"
                ));
            }
        }
        project = project.file(&format!("data/surveys/{wave}.yaml"), &text);
    }
    project.build();
    project
}

#[test]
fn a_sparkline_has_a_gap_where_a_figure_is_hidden() {
    let page = shops().page("segments/index.html");
    assert_eq!(page.matches("d=\"M4 4L40 24L76 4\"").count(), 1, "the big shop alone has all three scores: {page}");
    assert_eq!(page.matches("<path class=\"alone\" d=\"M4 4h0M76 4h0\"/><circle").count(), 2, "{page}");
    assert_eq!(page.matches("from +100 in w1 to +100 in w3").count(), 3, "{page}");
}

#[test]
fn accounts_are_sorted_by_plain_values_and_filtered_by_what_they_are() {
    let account = "accounts:
  - id: a
    revenue: 1240000
    renewal: 2026-12-31
    attributes: {tier: key}
    level: {is: at-risk, by: Jana Novak, on: 2026-03-02, because: New CFO}
  - {id: b, status: churned}
";
    let project = Project::with_config("segments: [{id: tier, by: account.tier}]\n")
        .file("data/accounts.yaml", account)
        .file("data/surveys/s.yaml", "survey: s\nwave: w\nfrom: 2026-01-01\nto: 2026-03-31\nresponses:\n  - {id: r, account: a, answers: {recommend: 9}}\n");
    project.build();
    let page = project.page("accounts/index.html");
    for part in [
        "data-value=\"1240000\">1,240,000<",
        "data-value=\"2026-12-31\">31 Dec 2026<",
        "<th scope=\"col\" data-filter>tier</th>",
        "<td data-key=\"Key\">",
        "data-key=\"at risk\">at risk <span class=\"detail\">New CFO (Jana Novak, 2 Mar 2026)</span>",
        "data-key=\"not said\">",
        "data-key=\"churned\">",
        "data-value=\"\">9<",
    ] {
        assert!(page.contains(part), "{part} in {page}");
    }
}
