//! Scores beside each other: sorted dots with their intervals as whiskers.

use charming::datatype::{CompositeValue, DataPoint, DataPointItem};
use charming::element::ItemStyle;
use charming::series::{Bar, Scatter};
use serde_json::Value;

use super::{ACCENT, Point, Range, base, categories, dot, invisible, options, values};

/// The options of a dot plot, the first point at the top; `None` without two figures to compare.
#[must_use]
pub fn dots(points: &[Point], range: Range) -> Option<Value> {
    let shown: Vec<&Point> = points.iter().filter(|point| point.value.is_some()).collect();
    if shown.len() < 2 {
        return None;
    }
    let labels = shown.iter().map(|point| point.label.clone()).collect();
    let low = |point: &Point| point.interval.map(|interval| interval.low);
    let width = |point: &Point| point.interval.map(|interval| interval.high - interval.low);
    let chart = base("{b}")
        .x_axis(values(range))
        .y_axis(categories(labels).inverse(true))
        .series(whisker(&shown, low).item_style(invisible()))
        .series(whisker(&shown, width).item_style(ItemStyle::new().color(ACCENT).opacity(0.45)))
        .series(scatter(&shown));
    Some(options(&chart))
}

fn whisker(points: &[&Point], value: impl Fn(&Point) -> Option<f64>) -> Bar {
    let item =
        |point: &&Point| DataPoint::Item(DataPointItem::new(CompositeValue::from(value(point))).name(&point.tip));
    Bar::new().stack("interval").bar_width(3).data(points.iter().map(item).collect::<Vec<_>>())
}

fn scatter(points: &[&Point]) -> Scatter {
    let item = |(row, point): (i64, &&Point)| {
        let place = vec![CompositeValue::from(point.value), CompositeValue::from(row)];
        let item = DataPointItem::new(CompositeValue::Array(place)).name(&point.tip);
        DataPoint::Item(item.item_style(dot(point.indicative)))
    };
    Scatter::new().symbol_size(10).data((0..).zip(points).map(item).collect::<Vec<_>>())
}
