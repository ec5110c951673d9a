//! What a score can be: the axis that it is drawn on.

use crate::charts::Range;
use crate::disclosure::{Item, Statistic};
use crate::pages::Report;

/// The range of an item's score: the whole of what it can be.
#[must_use]
pub fn range(report: &Report<'_>, item: Item) -> Range {
    let scale = report.disclosed.scale(item);
    match report.disclosed.score(item) {
        Some(Statistic::Nps) => Range { low: -100.0, high: 100.0 },
        Some(Statistic::Mean) => Range { low: scale.low, high: scale.high },
        _ => Range { low: 0.0, high: 100.0 },
    }
}
