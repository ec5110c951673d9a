//! A score from wave to wave.

use schemars::JsonSchema;
use serde::Serialize;

use super::Report;
use super::figure::{FigureView, State, figure, wave_link};
use super::frame::Link;
use crate::disclosure::{Item, Scope, WaveId};

/// One wave's figure.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
pub struct WaveRow {
    /// Which wave.
    #[serde(skip)]
    pub position: WaveId,
    /// The wave.
    pub wave: Link,
    /// The figure in it.
    pub figure: FigureView,
}

/// An item's figures in a wave and the waves before it, the latest first; waves without an answer are left out at the
/// old end.
#[must_use]
pub fn history(report: &Report<'_>, wave: WaveId, scope: Scope, item: Item) -> Vec<WaveRow> {
    let waves = report.waves_up_to(wave).into_iter();
    let mut rows: Vec<WaveRow> = waves.map(|position| row(report, position, scope, item)).collect();
    while rows.last().is_some_and(|row| row.figure.state == State::None) {
        rows.pop();
    }
    rows
}

fn row(report: &Report<'_>, position: WaveId, scope: Scope, item: Item) -> WaveRow {
    WaveRow { position, wave: wave_link(report, position), figure: figure(report, position, scope, item) }
}
