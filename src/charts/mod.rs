//! Figures → charts: the options that `ECharts` draws them from. What is said beside a chart (title, finding, table) is
//! worded by the pages; here is only how it is drawn.
//!
//! Options hold no code. Colours are names of the theme's custom properties (`var(--…)`), so that a chart follows the
//! page into dark mode; tooltips are plain text, so that no text of the data can become markup.

mod distribution;
mod dots;
mod sparkline;
mod trend;

use charming::Chart;
use charming::component::{Axis, Grid};
use charming::element::{
    AxisLabel, AxisLine, AxisTick, AxisType, Color, ItemStyle, LineStyle, SplitLine, TextStyle, Tooltip, Trigger,
};
use serde_json::{Value, json};

pub use distribution::{Part, distribution};
pub use dots::dots;
pub use sparkline::{Sparkline, sparkline};
pub use trend::trend;

use crate::metrics::Interval;

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
fn base(tips: &str) -> Chart {
    let tooltip = Tooltip::new().trigger(Trigger::Item).formatter(tips).background_color(PAPER).border_color(LINE);
    Chart::new().grid(Grid::new().left(16).right(20).top(12).bottom(4).contain_label(true)).tooltip(tooltip)
}

fn values(range: Range) -> Axis {
    Axis::new()
        .type_(AxisType::Value)
        .min(range.low)
        .max(range.high)
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

/// A dot's style: full, or hollow where the figure is an indication only.
fn dot(indicative: bool) -> ItemStyle {
    let fill = if indicative { PAPER } else { ACCENT };
    ItemStyle::new().color(fill).border_color(ACCENT).border_width(2)
}

/// Draws nothing: the lower part of a band or whisker, which only lifts the upper one to its place.
fn invisible() -> ItemStyle {
    ItemStyle::new().color(Color::from("transparent"))
}

/// The options as JSON. What charming has no words for is added here: stacking over zero, plain-text tooltips, no
/// animation.
fn options(chart: &Chart) -> Value {
    let mut options = serde_json::to_value(chart).unwrap_or_else(|_| json!({}));
    options["animation"] = json!(false);
    options["tooltip"]["renderMode"] = json!("richText");
    options["tooltip"]["textStyle"] = json!(TextStyle::new().color(INK));
    if let Some(series) = options["series"].as_array_mut() {
        for one in series.iter_mut().filter(|one| one.get("stack").is_some()) {
            one["stackStrategy"] = json!("all");
        }
    }
    options
}
