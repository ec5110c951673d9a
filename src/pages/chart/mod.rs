//! Charts with their words: a title that says what is seen, a sentence that states the finding, the options to draw it
//! from or the reason why there is no drawing, and the table behind it.

mod distribution;
mod dots;
mod fieldwork;
mod heatmap;
pub mod named;
pub mod range;
mod revenue;
mod tickets;
mod trend;

use schemars::JsonSchema;
use serde::Serialize;

use super::figure::{FigureView, State};
use super::table::TableView;
use crate::charts::{self, Height, Point};
use crate::disclosure::{Class, Figure};
use crate::words::{Words, phrases};

pub use distribution::distribution;
pub use dots::{blocks, groups, questions};
pub use fieldwork::{days, transitions};
pub use heatmap::heatmap;
pub use range::range;
pub use revenue::revenue;
pub use tickets::tickets;
pub use trend::trend;

/// A chart.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
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
    /// The chart drawn as an SVG, for readers without scripts; empty where there is no drawing.
    pub drawing: String,
    /// The height of its drawing in pixels.
    pub height: usize,
    /// The height of its drawing on phones, in pixels.
    pub height_on_phones: usize,
    /// The least width of its drawing in pixels; 0 where it fits any screen.
    pub width: usize,
    /// The figures behind it.
    pub table: TableView,
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
    fn drawn(
        self,
        words: &Words,
        options: Option<charts::ChartOptions>,
        height: Height,
        otherwise: impl FnOnce() -> String,
    ) -> Self {
        let Height { wide, narrow } = height;
        match options {
            Some(options) => Self {
                drawing: charts::drawing(words, &options, self.width, wide),
                options: options.to_string(),
                height: wide,
                height_on_phones: narrow,
                ..self
            },
            None => Self { reason: otherwise(), ..self },
        }
    }
}

/// A figure as a point; a gap where no score is shown.
fn point(words: &Words, label: &str, view: &FigureView, figure: Option<&Figure>) -> Point {
    let level = figure.and_then(Figure::score).filter(|_| view.state == State::Shown);
    Point {
        label: label.to_owned(),
        tip: tip(words, label, view, view.indicative),
        value: level.map(|level| level.value),
        interval: level.and_then(|level| level.interval),
        indicative: view.indicative,
    }
}

/// What the tooltip of a figure says: `Alpha: +31 (+3 to +54), n = 36`.
fn tip(words: &Words, of: &str, view: &FigureView, is_indicative: bool) -> String {
    let given = [
        ("of", of.into()),
        ("value", view.value.as_str().into()),
        ("has-interval", (!view.interval.is_empty()).into()),
        ("interval", view.interval.as_str().into()),
        ("n", view.n.as_str().into()),
        ("indicative", is_indicative.into()),
    ];
    words.say("chart-tip", &given)
}

/// What the respondents of a class are called, several of them.
fn class(words: &Words, class: Class) -> String {
    words.say("chart-class", &[("class", key(class).into())])
}

/// A class as messages choose by it.
fn key(class: Class) -> &'static str {
    match class {
        Class::Detractor => "detractor",
        Class::Passive => "passive",
        Class::Promoter => "promoter",
    }
}

/// What intervals look like, and what hollow marks mean where there are any.
fn legend<'p>(words: &Words, intervals: &str, points: impl IntoIterator<Item = &'p Point>) -> String {
    let any = points.into_iter().any(|point| point.value.is_some() && point.indicative);
    let hollow = if any { words.plain("chart-hollow") } else { String::new() };
    together(&[intervals, &hollow])
}

/// How many of several things are not shown; empty where all are.
fn not_shown(words: &Words, hidden: usize) -> String {
    if hidden == 0 { String::new() } else { words.say("chart-groups-hidden", &[("n", hidden.into())]) }
}

/// A name with the mark of what is an indication only.
fn marked(words: &Words, name: &str, is_indicative: bool) -> String {
    if is_indicative { words.say("chart-indicative-name", &[("name", name.into())]) } else { name.to_owned() }
}

/// Sentences after each other, without those that say nothing.
fn together(sentences: &[&str]) -> String {
    let said = sentences.iter().map(|sentence| sentence.trim()).filter(|sentence| !sentence.is_empty());
    said.collect::<Vec<_>>().join(" ")
}
