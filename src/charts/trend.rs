//! A score from wave to wave: a line with its interval as a band; gaps stay gaps.

use charming::datatype::{CompositeValue, DataPointItem};
use charming::element::{AreaStyle, ItemStyle, LineStyle, Symbol};
use charming::series::{Bar, Line};
use serde_json::Value;

use super::{ACCENT, Point, Range, base, categories, dot, invisible, mark, options, shortened, values};

/// The longest name under a point, in letters.
const LONGEST_WAVE: usize = 24;

/// The options of a trend, the earliest first; `None` with fewer than two figures, which make no trend.
#[must_use]
pub fn trend(points: &[Point], range: Range) -> Option<Value> {
    if points.iter().filter(|point| point.value.is_some()).count() < 2 {
        return None;
    }
    let labels = points.iter().map(|point| shortened(&point.label, LONGEST_WAVE)).collect();
    let mut chart = base()
        .x_axis(categories(labels))
        .y_axis(values(range))
        .series(band(points, |low, _| low).area_style(AreaStyle::new().opacity(0)))
        .series(band(points, |low, high| high - low).area_style(AreaStyle::new().color(ACCENT).opacity(0.15)));
    if (0..points.len()).any(|at| is_alone(points, at)) {
        chart = chart
            .series(whisker(points, |low, _| low).item_style(invisible()))
            .series(whisker(points, |low, high| high - low).item_style(ItemStyle::new().color(ACCENT).opacity(0.45)));
    }
    Some(options(&chart.series(line(points))))
}

/// One edge of the band. The upper series holds the width of the interval, stacked on the lower one.
fn band(points: &[Point], value: fn(f64, f64) -> f64) -> Line {
    let edge = |point: &Point| point.interval.map(|interval| value(interval.low, interval.high));
    let data: Vec<CompositeValue> = points.iter().map(|point| CompositeValue::from(edge(point))).collect();
    Line::new().stack("interval").silent(true).symbol(Symbol::None).line_style(LineStyle::new().opacity(0)).data(data)
}

/// Whether an interval has no neighbour, so that no band can show it.
fn is_alone(points: &[Point], at: usize) -> bool {
    let is_there = |at: Option<usize>| at.and_then(|at| points.get(at)).is_some_and(|point| point.interval.is_some());
    is_there(Some(at)) && !is_there(at.checked_sub(1)) && !is_there(at.checked_add(1))
}

/// One end of the whiskers of points that stand alone.
fn whisker(points: &[Point], value: fn(f64, f64) -> f64) -> Bar {
    let end = |(at, point): (usize, &Point)| {
        let interval = point.interval.filter(|_| is_alone(points, at));
        CompositeValue::from(interval.map(|interval| value(interval.low, interval.high)))
    };
    let data: Vec<CompositeValue> = points.iter().enumerate().map(end).collect();
    Bar::new().stack("alone").bar_width(3).data(data)
}

fn line(points: &[Point]) -> Line {
    let item = |point: &Point| {
        let value = CompositeValue::from(point.value);
        mark(DataPointItem::new(value), point)
    };
    Line::new()
        .item_style(dot())
        .symbol(Symbol::Circle)
        .symbol_size(9)
        .line_style(LineStyle::new().color(ACCENT).width(2))
        .z(3)
        .data(points.iter().map(item).collect::<Vec<_>>())
}
