//! The values of a dimension by everything that was asked, in figures.

use schemars::JsonSchema;
use serde::Serialize;

use crate::disclosure::{Item, Scope, WaveId};
use crate::pages::figure::{FigureView, figure, label};
use crate::pages::frame::{self, Link};
use crate::pages::{PageKey, Report, segments_of};
use crate::words::Words;

/// A table of figures: values in rows, what was asked in columns.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
pub struct Matrix {
    /// What the columns are about.
    pub columns: Vec<String>,
    /// One row for each value.
    pub rows: Vec<ValueRow>,
    /// Everyone, for comparison.
    pub everyone: Vec<FigureView>,
    /// The wave that the changes are against, in words; empty where there is none.
    pub since: String,
}

/// A value's figures.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
pub struct ValueRow {
    /// The value.
    pub value: Link,
    /// A figure for each column.
    pub figures: Vec<FigureView>,
}

/// The values of a dimension; `None` where it has none, or where nothing with a score was answered.
#[must_use]
pub fn matrix(report: &Report<'_>, wave: WaveId, dimension: usize) -> Option<Matrix> {
    let items = columns(report, wave);
    let rows = rows(report, wave, dimension, &items);
    if items.is_empty() || rows.is_empty() {
        return None;
    }
    let everyone = row(report, wave, Scope::Program, &items);
    let since = since(&report.words, &everyone);
    Some(Matrix { columns: items.into_iter().map(|item| label(report, item)).collect(), rows, everyone, since })
}

/// The items with a score that somebody answered, the headline first.
#[must_use]
pub fn columns(report: &Report<'_>, wave: WaveId) -> Vec<Item> {
    let mut columns = report.disclosed.items();
    columns
        .retain(|item| report.disclosed.score(*item).is_some() && report.figure(wave, Scope::Program, *item).is_some());
    columns.sort_by_key(|item| (report.headline() != Some(*item), matches!(item, Item::Question(_)), *item));
    columns
}

/// Each value of a dimension with its figures.
#[must_use]
pub fn rows(report: &Report<'_>, wave: WaveId, dimension: usize, columns: &[Item]) -> Vec<ValueRow> {
    let values = report.disclosed.dimensions()[dimension].values.len();
    segments_of(dimension, values)
        .map(|segment| ValueRow {
            value: frame::link(report, &PageKey::segment(segment)),
            figures: row(report, wave, Scope::Segment(segment), columns),
        })
        .collect()
}

fn row(report: &Report<'_>, wave: WaveId, scope: Scope, columns: &[Item]) -> Vec<FigureView> {
    columns.iter().map(|item| figure(report, wave, scope, *item)).collect()
}

/// The wave that the changes of these figures are against, in words; empty where none has a change.
fn since(words: &Words, figures: &[FigureView]) -> String {
    let mut waves: Vec<&str> =
        figures.iter().filter_map(|figure| Some(figure.change.as_ref()?.since.as_str())).collect();
    waves.dedup();
    match waves.as_slice() {
        [] => String::new(),
        [one] => (*one).to_owned(),
        _ => words.plain("dimension-wave-before"),
    }
}
