//! The still drawings of charts, for readers without scripts.

use cxbook::charts::{
    Amounts, AnswerPart, Beside, ChartOptions, DayColumn, HeatmapCell, Point, Range, Tint, days, distribution, dots,
    heatmap, scatter, trend,
};
use cxbook::words::Words;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::{NPS, gap, point};

const HOSTILE: &str = r#"<script>alert("1")</script> & 'more'"#;

fn drawing(options: &ChartOptions, least_width: usize, height: usize) -> String {
    cxbook::charts::drawing(&Words::english(), options, least_width, height)
}

/// One element a line, so that a change is seen for what it is.
fn seen(svg: &str) -> String {
    svg.replace("><", ">\n<")
}

/// The coordinates of all dots.
fn circles(svg: &str) -> Vec<(f64, f64)> {
    let number = |part: &str, name: &str| -> f64 {
        let (_, rest) = part.split_once(&format!(r#"{name}=""#)).unwrap();
        rest.split('"').next().unwrap().parse().unwrap()
    };
    svg.split("<circle").skip(1).map(|part| (number(part, "cx"), number(part, "cy"))).collect()
}

fn hollow(point: Point) -> Point {
    Point { indicative: true, ..point }
}

fn parts() -> [AnswerPart; 3] {
    [("Promoters", 40.0), ("Passives", 36.0), ("Detractors", 24.0)].map(|(name, share)| AnswerPart {
        name: name.to_owned(),
        tip: String::new(),
        label: format!("{share} %"),
        share,
    })
}

fn cells(label: &str) -> Vec<HeatmapCell> {
    let cell = |column: usize, row: usize, label: &str, tint: Tint| HeatmapCell {
        column,
        row,
        label: label.to_owned(),
        tip: String::new(),
        tint,
        indicative: column == 1,
        stands_out: label.contains('▲'),
    };
    vec![cell(0, 0, label, Tint::Above(0.5)), cell(1, 0, "−4", Tint::Below(7.0)), cell(0, 1, "3", Tint::Amount(1.0))]
}

fn names(names: [&str; 2]) -> Vec<String> {
    names.map(str::to_owned).to_vec()
}

fn accounts(name: &str) -> Vec<(f64, Point)> {
    vec![
        (2e4, point(name, 20.0, -10.0, 50.0)),
        (2e6, hollow(point("Metro", -40.0, -60.0, 0.0))),
        (3e6, point("Rail", 0.0, -10.0, 10.0)),
    ]
}

fn amounts(name: &str) -> Amounts {
    Amounts { name: name.to_owned(), unit: 1e6 }
}

#[test]
fn a_trend_is_drawn_with_its_band_and_axes() {
    let points = [point("2025-H1", -5.0, -42.0, 34.0), hollow(point("2025-H2", 31.0, 3.0, 54.0))];
    insta::assert_snapshot!(seen(&drawing(&trend(&points, NPS).unwrap(), 0, 280)));
}

#[test]
fn an_account_is_drawn_beside_others() {
    let points = [hollow(point("People", 80.0, 60.0, 95.0)), gap("Processes")];
    let everyone = [point("People", 70.0, 60.0, 75.0), point("Processes", 61.0, 50.0, 70.0)];
    let beside = [Beside { name: "Everyone".to_owned(), points: everyone.to_vec() }];
    let options = dots("Alpine", &points, &beside, Range { low: 0.0, high: 100.0 }).unwrap();
    insta::assert_snapshot!(seen(&drawing(&options, 0, 122)));
}

#[test]
fn a_distribution_is_drawn_as_one_bar() {
    let [promoters, passives, detractors] = parts();
    insta::assert_snapshot!(seen(&drawing(&distribution(&promoters, &passives, &detractors), 0, 84)));
}

#[test]
fn answers_by_day_are_drawn_as_columns() {
    let column = |label: &str, count: u64| DayColumn { label: label.to_owned(), tip: String::new(), count };
    let options = days(&[column("2 Feb", 3), column("3 Feb", 0), column("4 Feb", 1)]).unwrap();
    insta::assert_snapshot!(seen(&drawing(&options, 0, 200)));
}

#[test]
fn a_heat_map_is_drawn_with_its_numbers() {
    let options = heatmap(&names(["north", "south"]), &names(["Recommend", "Ease"]), &cells("+31 ▲"));
    insta::assert_snapshot!(seen(&drawing(&options, 0, 146)));
    assert!(drawing(&options, 900, 146).starts_with(r#"<svg viewBox="0 0 900 146""#), "as wide as it needs");
}

#[test]
fn amounts_far_apart_are_drawn_by_powers_of_ten() {
    let options = scatter(&accounts("Alpine"), &amounts("Revenue a year, EUR million"), NPS).unwrap();
    insta::assert_snapshot!(seen(&drawing(&options, 0, 400)));
}

#[test]
fn no_text_of_the_data_becomes_markup() {
    let points = [point(HOSTILE, 1.0, 0.0, 2.0), point("b", 2.0, 1.0, 3.0)];
    let beside = [Beside { name: HOSTILE.to_owned(), points: points.to_vec() }];
    let column = |label: &str| DayColumn { label: label.to_owned(), tip: HOSTILE.to_owned(), count: 1 };
    let [promoters, passives, detractors] = parts();
    let charts = [
        trend(&points, NPS).unwrap(),
        dots(HOSTILE, &points, &beside, NPS).unwrap(),
        days(&[column(HOSTILE), column("b")]).unwrap(),
        scatter(&accounts(HOSTILE), &amounts(HOSTILE), NPS).unwrap(),
        heatmap(&names([HOSTILE, "b"]), &names([HOSTILE, "b"]), &cells(HOSTILE)),
        distribution(&promoters, &AnswerPart { label: HOSTILE.to_owned(), ..passives }, &detractors),
    ];
    for options in charts {
        let svg = drawing(&options, 0, 200);
        assert!(svg.contains("&lt;script&gt;"), "the text is there: {svg}");
        for markup in ["<script", "\"1\"", "'", " & "] {
            assert!(!svg.contains(markup), "{markup} in {svg}");
        }
    }
}

#[test]
fn colours_that_are_not_of_the_theme_are_left_out() {
    let mut options = trend(&[point("a", 1.0, 0.0, 2.0), point("b", 2.0, 1.0, 3.0)], NPS).unwrap();
    options["series"][2]["lineStyle"]["color"] = json!(r#"red" onload="alert(1)"#);
    options["xAxis"]["axisLabel"]["color"] = json!("var(--ink);x");
    let svg = drawing(&options, 0, 200);
    assert!(!svg.contains("onload") && !svg.contains(";x"), "{svg}");
}

#[test]
fn a_gap_stays_a_gap() {
    let with = |middle: Point| {
        let ends = |label: &str| point(label, 10.0, 0.0, 20.0);
        let points = [ends("a"), ends("b"), middle, ends("d"), ends("e")];
        drawing(&trend(&points, NPS).unwrap(), 0, 200)
    };
    let runs = |svg: &str| {
        let line = svg.split("stroke-width=\"2\"").nth(1).unwrap();
        line.split("</g>").next().unwrap().matches('M').count()
    };
    let (whole, parted) = (with(point("c", 10.0, 0.0, 20.0)), with(gap("c")));
    assert_eq!((runs(&whole), runs(&parted)), (1, 2), "{parted}");
    assert_eq!((circles(&whole).len(), circles(&parted).len()), (5, 4));
}

#[test]
fn a_point_between_gaps_has_its_interval() {
    let points = [point("a", 10.0, 0.0, 20.0), gap("b"), point("c", 10.0, 0.0, 100.0)];
    let svg = drawing(&trend(&points, NPS).unwrap(), 0, 280);
    let band = svg.split(r#"opacity="0.15""#).nth(1).unwrap();
    assert!(band.contains("M523.6 12h8v121h-8z\"/></g>"), "from 100 down to the middle: {band}");
}

#[test]
fn a_value_stands_where_its_axis_says() {
    let points = [("a", -100.0), ("b", 0.0), ("c", 100.0)].map(|(label, value)| point(label, value, value, value));
    let high: Vec<f64> = circles(&drawing(&trend(&points, NPS).unwrap(), 0, 280)).iter().map(|dot| dot.1).collect();
    let [low, middle, high] = high[..] else { panic!("three dots: {high:?}") };
    assert!((middle - f64::midpoint(low, high)).abs() < 0.11 && low > high, "{low} {middle} {high}");
    assert!((high - 12.0).abs() < 0.01, "the highest value is at the top of the grid: {high}");

    let lying = circles(&drawing(&dots("", &points, &[], NPS).unwrap(), 0, 130));
    let [low, middle, high] = lying[..] else { panic!("three dots: {lying:?}") };
    assert!((middle.0 - f64::midpoint(low.0, high.0)).abs() < 0.11, "{lying:?}");
    assert!((high.0 - 624.0).abs() < 0.01, "the highest value is at the right end of the grid: {high:?}");
    assert!(low.1 < middle.1 && middle.1 < high.1, "the first row is at the top: {lying:?}");

    let far = circles(&drawing(&scatter(&accounts("Alpine"), &amounts(""), NPS).unwrap(), 0, 400));
    let (decade, part) = (far[1].0 - far[0].0, 3_f64.log10() - 2_f64.log10());
    assert!(((far[2].0 - far[1].0) / decade - part / 2.0).abs() < 0.01, "two decades, then a part of one: {far:?}");
}

#[test]
fn a_stack_goes_on_where_the_last_part_ended() {
    let [promoters, passives, detractors] = parts();
    let svg = drawing(&distribution(&promoters, &passives, &detractors), 0, 84);
    let bar = |colour: &str| -> (f64, f64) {
        let from = svg.rsplit_once(&format!(r#"fill="var(--{colour})""#)).unwrap().1;
        let (left, rest) = from.split_once("d=\"M").unwrap().1.split_once(' ').unwrap();
        let width = rest.split_once('h').unwrap().1.split_once('v').unwrap().0;
        (left.parse().unwrap(), width.parse().unwrap())
    };
    let (detractor, passive, promoter) = (bar("detractor"), bar("passive"), bar("promoter"));
    assert!((detractor.0 + detractor.1 - passive.0).abs() < 0.21, "{svg}");
    assert!((passive.0 + passive.1 - promoter.0).abs() < 0.21, "{svg}");
    assert!((passive.1 / promoter.1 - 0.9).abs() < 0.01, "36 to 40: {svg}");
}

#[test]
fn long_names_are_broken_into_lines_that_fit_into_their_row() {
    let long = "We know at any time how our order or repair stands, and whom to call";
    let points = [point(long, 1.0, 0.0, 2.0), point(&"x".repeat(70), 2.0, 1.0, 3.0)];
    let lines = |height: usize| {
        let svg = drawing(&dots("", &points, &[], NPS).unwrap(), 0, height);
        let names = svg.split(r#"<g fill="var(--ink)">"#).nth(1).unwrap().split("</g>").next().unwrap().to_owned();
        names.matches("<text").count()
    };
    assert_eq!(lines(140), 4, "each in two lines");
    assert_eq!(lines(80), 2, "each cut, where rows are too low for two");
}

#[test]
fn names_that_would_lie_on_each_other_are_left_out() {
    let close = [(1e6, point("Alpine", 20.0, 0.0, 30.0)), (1.01e6, point("Metro", 21.0, 0.0, 30.0))];
    let accounts = [close.to_vec(), vec![(3e6, point("Rail", 0.0, -10.0, 10.0))]].concat();
    let svg = drawing(&scatter(&accounts, &amounts(""), NPS).unwrap(), 0, 400);
    assert!(svg.contains(">Alpine<") && !svg.contains(">Metro<") && svg.contains(">Rail<"), "{svg}");
    assert_eq!(circles(&svg).len(), 3, "but their dots are there");

    let waves: Vec<Point> = (0..40).map(|n| point(&format!("Wave {n}"), 1.0, 0.0, 2.0)).collect();
    let svg = drawing(&trend(&waves, NPS).unwrap(), 0, 280);
    assert_eq!(svg.matches(">Wave ").count(), 8, "every fifth: {svg}");
}

#[test]
fn a_drawing_is_the_same_each_time_and_small() {
    let labels: Vec<String> = (0..10).map(|n| format!("A question of about the usual length, number {n}")).collect();
    let points: Vec<Point> = labels.iter().map(|label| point(label, 12.34, -23.45, 67.89)).collect();
    let options = dots("", &points, &[], NPS).unwrap();
    let svg = drawing(&options, 0, 440);
    assert_eq!(svg, drawing(&options, 0, 440));
    assert!(svg.len() < 3_500, "{}", svg.len());
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        (-3_i64..200).prop_map(Value::from),
        "\\PC{0,12}".prop_map(Value::from),
        prop::sample::select(vec!["category", "value", "log", "{@[2]}", "99%", "top", "transparent"])
            .prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 24, 5, |inner| {
        let keys =
            prop::sample::select(vec!["value", "color", "itemStyle", "data", "type", "min", "max", "name", "label"]);
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::vec((keys.prop_map(str::to_owned), inner), 0..5)
                .prop_map(|pairs| Value::Object(pairs.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn nothing_that_options_hold_is_too_odd(parts in prop::collection::vec(any_json(), 6), height in 0_usize..5_000) {
        let [x, y, data, grid, legend, more] = &parts[..] else { unreachable!() };
        let kinds = ["bar", "line", "scatter", "heatmap", "pie"];
        let axis = |kind: &str, more: &Value| {
            let ends = more.as_f64().map_or(json!(null), Value::from);
            json!({ "type": kind, "data": data, "min": ends, "max": x, "name": more, "axisLabel": y, "position": "top" })
        };
        for (kind, (x_kind, y_kind)) in kinds.iter().zip([("category", "value"), ("log", "category")].iter().cycle()) {
            let one = json!({ "type": kind, "data": data, "stack": "s", "name": "n", "itemStyle": more, "areaStyle": more });
            let options = json!({
                "series": [one.clone(), one, more], "xAxis": axis(x_kind, x), "yAxis": axis(y_kind, y), "grid": grid,
                "legend": { "data": legend },
            });
            let svg = drawing(&options, height / 2, height);
            prop_assert!(svg.starts_with("<svg ") && svg.ends_with("</svg>"));
            prop_assert!(!svg.contains("NaN") && !svg.contains("inf\""), "{}", svg);
        }
        let bare = drawing(&json!({ "series": data, "xAxis": x, "yAxis": y, "legend": legend, "grid": grid }), 0, height);
        prop_assert!(bare.starts_with("<svg "));
        prop_assert!(drawing(more, 0, height).starts_with("<svg "));
    }
}
