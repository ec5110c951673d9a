//! Scores beside each other: sorted dots with their intervals as whiskers, and where there is something to compare
//! them with, the same scores of others as marks in the same rows.

use charming::component::Legend;
use charming::datatype::{CompositeValue, DataPoint, DataPointItem};
use charming::element::{ItemStyle, Symbol};
use charming::series::{Bar, Scatter};
use serde_json::Value;

use super::{
    ACCENT, INK, LONGEST_LABEL, PAPER, Point, QUIET, Range, base, categories, dot, invisible, key, mark, options,
    shortened, values,
};

/// Others' figures in the rows of a dot plot.
#[derive(Debug, Clone, PartialEq)]
pub struct Beside {
    /// Who they are, for the legend.
    pub name: String,
    /// A figure for each row.
    pub points: Vec<Point>,
}

/// The options of a dot plot, the first point at the top; `None` without two figures to compare. With others beside
/// them, `name` says whose the dots are.
#[must_use]
pub fn dots(name: &str, points: &[Point], beside: &[Beside], range: Range) -> Option<Value> {
    let shown = |point: &&Point| point.value.is_some();
    let is_comparison = beside.iter().any(|other| other.points.iter().any(|point| point.value.is_some()));
    let figures = points.iter().filter(shown).count();
    if figures < if is_comparison { 1 } else { 2 } {
        return None;
    }
    let labels = points.iter().map(|point| shortened(&point.label, LONGEST_LABEL)).collect();
    let low = |point: &Point| point.interval.map(|interval| interval.low);
    let width = |point: &Point| point.interval.map(|interval| interval.high - interval.low);
    let mut chart = base()
        .x_axis(values(range))
        .y_axis(categories(labels).inverse(true))
        .series(whisker(points, low).item_style(invisible()))
        .series(whisker(points, width).item_style(ItemStyle::new().color(ACCENT).opacity(0.45)));
    let symbols = [(Symbol::Diamond, QUIET), (Symbol::Rect, INK), (Symbol::Triangle, QUIET)];
    for (other, (symbol, colour)) in beside.iter().zip(symbols.into_iter().cycle()) {
        let style = ItemStyle::new().color(PAPER).border_color(colour).border_width(1.5);
        let marks = scatter(&other.points, |item, point| DataPoint::Item(item.name(&point.tip)));
        chart = chart.series(marks.item_style(style).name(&other.name).symbol(symbol).symbol_size(9));
    }
    chart = chart.series(scatter(points, mark).item_style(dot()).name(name).symbol_size(10));
    if !beside.is_empty() {
        chart = chart.legend(legend(name, beside));
    }
    Some(options(&chart))
}

fn legend(name: &str, beside: &[Beside]) -> Legend {
    let names = std::iter::once(name.to_owned()).chain(beside.iter().map(|other| other.name.clone()));
    key(names.collect())
}

fn whisker(points: &[Point], value: impl Fn(&Point) -> Option<f64>) -> Bar {
    Bar::new().stack("interval").bar_width(3).data(points.iter().map(value).collect::<Vec<_>>())
}

fn scatter(points: &[Point], mark: impl Fn(DataPointItem, &Point) -> DataPoint) -> Scatter {
    let rows = (0..).zip(points).filter(|(_, point)| point.value.is_some());
    let item = |(row, point): (i64, &Point)| {
        let place = vec![CompositeValue::from(point.value), CompositeValue::from(row)];
        mark(DataPointItem::new(CompositeValue::Array(place)), point)
    };
    Scatter::new().data(rows.map(item).collect::<Vec<_>>())
}
