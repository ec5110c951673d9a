//! Figures → charts: the options that `ECharts` draws them from. What is said beside a chart (title, finding, table) is
//! worded by the pages; here is only how it is drawn.
//!
//! Options hold no code. Colours are names of the theme's custom properties (`var(--…)`), so that a chart follows the
//! page into dark mode. What a tooltip says is the name of its mark, which the theme's script shows as text.

mod days;
mod distribution;
mod dots;
mod drawing;
mod heatmap;
mod months;
mod scatter;
mod sparkline;
mod trend;

use charming::Chart;
use charming::component::{Axis, Grid, Legend};
use charming::datatype::{DataPoint, DataPointItem};
use charming::element::{AxisLabel, AxisLine, AxisTick, AxisType, Color, ItemStyle, LineStyle, SplitLine, TextStyle};
use serde_json::{Value, json};

pub use days::{DayColumn, days};
pub use distribution::{AnswerPart, distribution};
pub use dots::{Beside, dots};
pub use drawing::drawing;
pub use heatmap::{HeatmapCell, Tint, heatmap};
pub use months::{Month, months};
pub use scatter::{Amounts, scatter};
pub use sparkline::{Sparkline, sparkline};
pub use trend::trend;

use crate::disclosure::Interval;

/// What `ECharts` draws from, as JSON.
pub type ChartOptions = Value;

/// One figure in a chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// What it is of: a wave, a segment.
    pub label: String,
    /// What the tooltip says: value, interval and n in words.
    pub tip: String,
    /// The value; none where there is no figure, which leaves a gap.
    pub value: Option<f64>,
    /// The 95 % interval, where there is one.
    pub interval: Option<Interval>,
    /// Whether so few answered that it is an indication only; drawn hollow.
    pub indicative: bool,
}

/// The range of an axis: the whole of what the score can be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Range {
    /// The lowest value.
    pub low: f64,
    /// The highest value.
    pub high: f64,
}

const INK: &str = "var(--ink)";
const QUIET: &str = "var(--muted)";
const LINE: &str = "var(--rule)";
const ACCENT: &str = "var(--accent)";
const PAPER: &str = "var(--paper)";

/// A chart without its series.
fn base() -> Chart {
    Chart::new().grid(Grid::new().left(4).right(16).top(12).bottom(4).contain_label(true))
}

fn values(range: Range) -> Axis {
    Axis::new()
        .type_(AxisType::Value)
        .min(range.low)
        .max(range.high)
        .axis_label(AxisLabel::new().color(QUIET))
        .axis_line(AxisLine::new().show(false))
        .axis_tick(AxisTick::new().show(false))
        .split_line(SplitLine::new().line_style(LineStyle::new().color(LINE)))
}

/// An axis of counts from zero: no halves.
fn counts() -> Axis {
    Axis::new()
        .type_(AxisType::Value)
        .min(0)
        .min_interval(1)
        .axis_label(AxisLabel::new().color(QUIET))
        .axis_line(AxisLine::new().show(false))
        .split_line(SplitLine::new().line_style(LineStyle::new().color(LINE)))
}

fn categories(labels: Vec<String>) -> Axis {
    Axis::new()
        .type_(AxisType::Category)
        .data(labels)
        .axis_label(AxisLabel::new().color(INK))
        .axis_tick(AxisTick::new().show(false))
        .axis_line(AxisLine::new().show(false))
}

/// Whose marks are which, at the top left.
fn key(names: Vec<String>) -> Legend {
    let text = TextStyle::new().color(INK);
    Legend::new().left(0).top(0).padding(0).item_gap(16).item_width(11).item_height(11).text_style(text).data(names)
}

/// The style of the dots of a series.
fn dot() -> ItemStyle {
    ItemStyle::new().color(ACCENT).border_color(ACCENT).border_width(2)
}

/// A figure's dot with what its tooltip says; hollow where it is an indication only.
fn mark(item: DataPointItem, point: &Point) -> DataPoint {
    let item = item.name(&point.tip);
    DataPoint::Item(if point.indicative { item.item_style(ItemStyle::new().color(PAPER)) } else { item })
}

/// Draws nothing: the lower part of a band or whisker, which only lifts the upper one to its place.
fn invisible() -> ItemStyle {
    ItemStyle::new().color(Color::from("transparent"))
}

/// The longest label of an axis, in letters; tooltips and tables have the whole.
const LONGEST_LABEL: usize = 72;

/// A label of at most so many letters, cut after a word where it is longer.
fn shortened(label: &str, longest: usize) -> String {
    if label.chars().count() <= longest {
        return label.to_owned();
    }
    let cut: String = label.chars().take(longest - 1).collect();
    let whole = cut.rsplit_once(' ').map(|(words, _)| words).filter(|words| words.len() > cut.len() / 2);
    format!("{}…", whole.unwrap_or(&cut).trim_end())
}

/// How high a drawing is, in pixels; on phones its labels are broken into more lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Height {
    /// On a wide screen.
    pub wide: usize,
    /// On a phone.
    pub narrow: usize,
}

impl Height {
    /// The same on every screen.
    #[must_use]
    pub fn of(pixels: usize) -> Self {
        Self { wide: pixels, narrow: pixels }
    }

    /// Enough for rows with these labels, and so many pixels around them.
    #[must_use]
    pub fn of_rows(labels: &[&str], around: usize) -> Self {
        let letters = labels.iter().map(|label| label.chars().count().min(LONGEST_LABEL)).max().unwrap_or_default();
        let height =
            |letters_a_line: usize| around + labels.len() * (14 + 15 * letters.div_ceil(letters_a_line).max(1));
        Self { wide: height(40), narrow: height(20) }
    }
}

/// The options as JSON. What charming has no words for is added here: stacking over zero, labels that are broken into
/// lines. What is the same for all charts stands in the theme's script, so that it is not on every page.
fn options(chart: &Chart) -> Value {
    let mut options = serde_json::to_value(chart).unwrap_or_else(|_| json!({}));
    if options.pointer("/yAxis/type").is_some_and(|kind| kind == "category") {
        set(&mut options, "/yAxis/axisLabel", "overflow", json!("break"));
    }
    if options.get("legend").is_some() {
        set(&mut options, "/legend", "selectedMode", json!(false));
        set(&mut options, "/grid/0", "top", json!(36));
    }
    round(&mut options);
    if let Some(series) = options.pointer_mut("/series").and_then(Value::as_array_mut) {
        for one in series {
            if one.get("stack").is_some() {
                set(one, "", "stackStrategy", json!("all"));
            }
        }
    }
    options
}

/// Rounds all numbers to thousandths, which no drawing shows.
fn round(value: &mut Value) {
    match value {
        Value::Number(number) if number.is_f64() => {
            *value = json!(number.as_f64().map(|number| (number * 1000.0).round() / 1000.0));
        }
        Value::Array(all) => all.iter_mut().for_each(round),
        Value::Object(all) => all.values_mut().for_each(round),
        _ => {}
    }
}

/// Sets a key of the object at a JSON pointer; without one there, nothing.
fn set(options: &mut Value, at: &str, key: &str, value: Value) {
    if let Some(object) = options.pointer_mut(at).and_then(Value::as_object_mut) {
        object.insert(key.to_owned(), value);
    }
}
