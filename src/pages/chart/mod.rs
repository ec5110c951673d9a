//! Charts with their words: a title that says what is seen, a sentence that states the finding, the options to draw it
//! from or the reason why there is no drawing, and the table behind it.

mod distribution;
mod dots;
mod fieldwork;
mod heatmap;
pub mod named;
pub mod range;
mod revenue;
mod trend;

use serde::Serialize;

use super::figure::{FigureView, State};
use super::table::TableView;
use crate::charts::{self, Height, Point};
use crate::metrics::Figure;
use crate::words::{Words, phrases};

pub use distribution::distribution;
pub use dots::{blocks, groups, questions};
pub use fieldwork::{days, transitions};
pub use heatmap::heatmap;
pub use range::range;
pub use revenue::revenue;
pub use trend::trend;

/// A chart.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ChartView {
    /// Its id on the page.
    pub id: String,
    /// What is seen.
    pub title: String,
    /// What it says.
    pub finding: String,
    /// How it is read, where that is not plain; empty otherwise.
    pub note: String,
    /// Why there is no drawing; empty where there is one.
    pub reason: String,
    /// The options as JSON; empty where there is no drawing.
    pub options: String,
    /// The same drawn as an SVG, for readers without scripts; empty where there is no drawing.
    pub drawing: String,
    /// The height of its drawing in pixels.
    pub height: usize,
    /// The same on phones.
    pub height_on_phones: usize,
    /// The least width of its drawing in pixels; 0 where it fits any screen.
    pub width: usize,
    /// The figures behind it.
    pub table: TableView,
}

/// All charts of a page; those that it has not are left out.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Charts {
    /// How the headline's answers part.
    pub distribution: Option<ChartView>,
    /// The headline from wave to wave.
    pub trend: Option<ChartView>,
    /// The blocks beside each other, and beside others'.
    pub blocks: Option<ChartView>,
    /// The questions of each scale beside each other.
    pub questions: Vec<ChartView>,
    /// The values of each dimension beside each other.
    pub groups: Vec<ChartView>,
    /// Values by questions.
    pub heatmap: Option<ChartView>,
    /// When the answers came.
    pub days: Option<ChartView>,
    /// How the same contacts moved.
    pub transitions: Option<ChartView>,
    /// Revenue by score.
    pub revenue: Option<ChartView>,
}

impl Charts {
    /// Whether any of them is drawn.
    #[must_use]
    pub fn are_drawn(&self) -> bool {
        let single = [&self.distribution, &self.trend, &self.blocks, &self.heatmap, &self.days, &self.transitions];
        let single = single.into_iter().chain([&self.revenue]).flatten();
        single.chain(&self.questions).chain(&self.groups).any(|chart| !chart.options.is_empty())
    }
}

impl ChartView {
    fn new(id: &str, title: impl Into<String>, finding: impl AsRef<str>, table: TableView) -> Self {
        Self {
            id: id.to_owned(),
            title: title.into(),
            finding: phrases::unbroken(finding.as_ref()),
            note: String::new(),
            reason: String::new(),
            options: String::new(),
            drawing: String::new(),
            height: 0,
            height_on_phones: 0,
            width: 0,
            table,
        }
    }

    /// The chart drawn from options, at least as wide as it says by now, or the reason why not.
    fn drawn(self, options: Option<charts::Options>, height: Height, otherwise: &str) -> Self {
        let Height { wide, narrow } = height;
        match options {
            Some(options) => Self {
                drawing: charts::drawing(&options, self.width, wide),
                options: options.to_string(),
                height: wide,
                height_on_phones: narrow,
                ..self
            },
            None => Self { reason: otherwise.to_owned(), ..self },
        }
    }
}

/// A figure as a point; a gap where no score is shown.
fn point(label: &str, view: &FigureView, figure: Option<&Figure>) -> Point {
    let level = figure.and_then(Figure::score).filter(|_| view.state == State::Shown);
    let n = if view.indicative { format!("n = {}, indicative", view.n) } else { format!("n = {}", view.n) };
    let interval = if view.interval.is_empty() { String::new() } else { format!(" ({})", view.interval) };
    Point {
        label: label.to_owned(),
        tip: format!("{label}: {}{interval}, {n}", view.value),
        value: level.map(|level| level.value),
        interval: level.and_then(|level| level.interval),
        indicative: view.indicative,
    }
}

/// What intervals look like, and what hollow marks mean where there are any.
fn legend<'p>(intervals: &str, points: impl IntoIterator<Item = &'p Point>) -> String {
    let any = points.into_iter().any(|point| point.value.is_some() && point.indicative);
    let hollow = if any { " Hollow: so few answered that it is an indication only." } else { "" };
    format!("{intervals}{hollow}").trim_start().to_owned()
}

/// How many of several things are not shown: ` One group is too small to be shown.`
fn not_shown(words: &Words, hidden: usize) -> String {
    match hidden {
        0 => String::new(),
        1 => " One group is too small to be shown.".to_owned(),
        n => format!(" {} groups are too small to be shown, or would give one away.", words.count(n as u64)),
    }
}
