//! Charts: the options that `ECharts` draws.

mod drawings;

use cxbook::charts::{
    Amounts, AnswerPart, Beside, DayColumn, HeatmapCell, Height, Point, Range, Tint, days, distribution, dots, heatmap,
    scatter, sparkline, trend,
};
use cxbook::metrics::Interval;

const NPS: Range = Range { low: -100.0, high: 100.0 };

fn point(label: &str, value: f64, low: f64, high: f64) -> Point {
    Point {
        label: label.to_owned(),
        tip: format!("{label}: {value}"),
        value: Some(value),
        interval: Some(Interval { low, high }),
        indicative: false,
    }
}

fn gap(label: &str) -> Point {
    Point { value: None, interval: None, ..point(label, 0.0, 0.0, 0.0) }
}

#[test]
fn a_trend_has_a_band_over_zero_a_line_and_its_gaps() {
    let hollow = Point { indicative: true, ..point("2026-H1", 31.0, 3.0, 54.0) };
    let points = [point("2025-H1", -5.0, -42.0, 34.0), gap("2025-H2"), hollow];
    insta::assert_snapshot!(serde_json::to_string_pretty(&trend(&points, NPS).unwrap()).unwrap());
}

#[test]
fn one_wave_is_no_trend_and_one_group_no_comparison() {
    let one = [point("2026-H1", 31.0, 3.0, 54.0), gap("2025-H2")];
    assert_eq!(trend(&one, NPS), None);
    assert_eq!(dots("", &one, &[], NPS), None);
}

#[test]
fn groups_stand_beside_each_other_with_whiskers() {
    let points = [point("key", 46.0, 5.0, 70.0), point("standard", -10.0, -60.0, 40.0)];
    let options = dots("", &points, &[], NPS).unwrap();
    insta::assert_snapshot!(serde_json::to_string_pretty(&options).unwrap());
}

#[test]
fn an_account_stands_beside_others_even_with_one_score() {
    let points = [point("People", 80.0, 60.0, 95.0), gap("Processes")];
    let everyone = [point("People", 70.0, 60.0, 75.0), point("Processes", 61.0, 50.0, 70.0)];
    let beside = [Beside { name: "Everyone".to_owned(), points: everyone.to_vec() }];
    let options = dots("Alpine", &points, &beside, Range { low: 0.0, high: 100.0 }).unwrap();
    assert_eq!(options["legend"]["data"][1]["name"], "Everyone");
    insta::assert_snapshot!(serde_json::to_string_pretty(&options).unwrap());
}

#[test]
fn a_heat_map_has_its_numbers_over_its_tints() {
    let cell = |column: usize, row: usize, label: &str, tint: Tint| HeatmapCell {
        column,
        row,
        label: label.to_owned(),
        tip: format!("tip of {label}"),
        tint,
        indicative: column == 1,
        stands_out: label.contains('▲'),
    };
    let cells =
        [cell(0, 0, "+31 ▲", Tint::Above(0.5)), cell(1, 0, "−4", Tint::Below(7.0)), cell(0, 1, "3", Tint::Amount(1.0))];
    let names = |names: [&str; 2]| names.map(str::to_owned);
    let options = heatmap(&names(["north", "south"]), &names(["Recommend", "Ease"]), &cells);
    assert_eq!(options["series"][0]["data"][1]["itemStyle"]["opacity"], 0.5, "no tint is stronger than the strongest");
    assert_eq!(options["series"][1]["data"][1]["itemStyle"]["borderType"], "dashed", "indicative is dashed");
    insta::assert_snapshot!(serde_json::to_string_pretty(&options).unwrap());
}

#[test]
fn answers_by_day_are_columns_from_zero() {
    let column =
        |label: &str, count: u64| DayColumn { label: label.to_owned(), tip: format!("{label}: {count}"), count };
    assert_eq!(days(&[column("2 Feb", 3), column("3 Feb", 0)]), None);
    let options = days(&[column("2 Feb", 3), column("3 Feb", 0), column("4 Feb", 1)]).unwrap();
    assert_eq!(options["yAxis"]["min"], 0);
    insta::assert_snapshot!(serde_json::to_string_pretty(&options).unwrap());
}

#[test]
fn amounts_far_apart_stand_on_a_logarithmic_axis() {
    let amounts = Amounts { name: "Revenue a year, EUR million".to_owned(), unit: 1e6 };
    let at = |revenue: f64| (revenue, point("Alpine", 20.0, -10.0, 50.0));
    let near = scatter(&[at(1e6), at(2e6), at(3e6)], &amounts, NPS).unwrap();
    assert_eq!(near["xAxis"]["type"], "value");
    assert_eq!(near["series"][0]["data"][1]["value"][0], 2.0);
    let far = scatter(&[at(1e4), at(2e6), at(3e6)], &amounts, NPS).unwrap();
    assert_eq!(far["xAxis"]["type"], "log");
    assert_eq!(scatter(&[at(1e6), at(0.0), (2e6, gap("Metro")), at(3e6)], &amounts, NPS), None, "two are too few");
    insta::assert_snapshot!(serde_json::to_string_pretty(&far).unwrap());
}

#[test]
fn long_labels_are_cut_and_get_room() {
    let long = "We know at any time how our order or repair stands, and whom to call when it does not move";
    let options = dots("", &[point(long, 1.0, 0.0, 2.0), point("b", 2.0, 1.0, 3.0)], &[], NPS).unwrap();
    let label = options["yAxis"]["data"][0].as_str().unwrap();
    assert!(label.ends_with('…') && label.chars().count() <= 72, "{label}");
    let (short, tall) = (Height::of_rows(&["b", "c"], 40), Height::of_rows(&[long, "c"], 40));
    assert_eq!(short.wide, short.narrow);
    assert!(tall.narrow > tall.wide && tall.wide > short.wide);
}

#[test]
fn the_answers_part_around_the_middle_of_the_passives() {
    let part = |share: f64| AnswerPart {
        name: "Promoters".to_owned(),
        tip: format!("{share} %"),
        label: format!("{share} %"),
        share,
    };
    let options = distribution(&part(40.0), &part(36.0), &part(24.0));
    assert_eq!(options["series"][0]["data"][0], serde_json::json!(-42.0));
    assert_eq!(options["xAxis"]["max"], serde_json::json!(58.0));
    insta::assert_snapshot!(serde_json::to_string_pretty(&options).unwrap());
}

#[test]
fn no_option_holds_code() {
    let points = [point("<b>", 1.0, 0.0, 2.0), point("#*#*#evil#*#*#", 1.0, 0.0, 2.0)];
    for options in [trend(&points, NPS).unwrap(), dots("", &points, &[], NPS).unwrap()] {
        assert!(!options.to_string().contains("function"));
    }
}

#[test]
fn a_sparkline_is_as_high_as_the_score_can_be() {
    let drawn = sparkline(&[Some(100.0), Some(0.0), Some(-100.0)], NPS).unwrap();
    assert_eq!(drawn.line, "M4 4L40 14L76 24");
    assert_eq!((drawn.alone.as_str(), drawn.x.as_str(), drawn.y.as_str()), ("", "76", "24"));
}

#[test]
fn a_sparkline_keeps_its_gaps_and_shows_what_stands_alone() {
    let drawn = sparkline(&[Some(0.0), None, Some(0.0), Some(50.0), None], NPS).unwrap();
    assert_eq!(drawn.alone, "M4 14h0");
    assert_eq!(drawn.line, "M40 14L58 9", "no line over the gap");
    assert_eq!((drawn.x.as_str(), drawn.y.as_str()), ("58", "9"), "the mark is where the last score is");
}

#[test]
fn one_score_is_no_sparkline() {
    assert_eq!(sparkline(&[None, Some(12.0), None], NPS), None);
    assert_eq!(sparkline(&[], NPS), None);
}
