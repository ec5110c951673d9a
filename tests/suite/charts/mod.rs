//! Charts: the options that `ECharts` draws.

use cxbook::charts::{Part, Point, Range, distribution, dots, sparkline, trend};
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
    assert_eq!(dots(&one, NPS), None);
}

#[test]
fn groups_stand_beside_each_other_with_whiskers() {
    let points = [point("key", 46.0, 5.0, 70.0), point("standard", -10.0, -60.0, 40.0), gap("hidden")];
    let options = dots(&points, NPS).unwrap();
    assert!(!options.to_string().contains("hidden"), "a group without a figure is absent");
    insta::assert_snapshot!(serde_json::to_string_pretty(&options).unwrap());
}

#[test]
fn the_answers_part_around_the_middle_of_the_passives() {
    let part = |share: f64| Part { tip: format!("{share} %"), label: format!("{share} %"), share };
    let options = distribution(&part(40.0), &part(36.0), &part(24.0));
    assert_eq!(options["series"][0]["data"][0], serde_json::json!(-42.0));
    assert_eq!(options["xAxis"]["max"], serde_json::json!(58.0));
    insta::assert_snapshot!(serde_json::to_string_pretty(&options).unwrap());
}

#[test]
fn no_option_holds_code_and_tooltips_are_plain_text() {
    let points = [point("<b>", 1.0, 0.0, 2.0), point("#*#*#evil#*#*#", 1.0, 0.0, 2.0)];
    for options in [trend(&points, NPS).unwrap(), dots(&points, NPS).unwrap()] {
        assert_eq!(options["tooltip"]["renderMode"], "richText");
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
