//! The headline of a row from wave to wave: a small drawing, and in words from where to where it went.

use serde::Serialize;

use super::Report;
use super::chart::range::range;
use super::figure::shown_score;
use crate::charts::{self, Sparkline};
use crate::metrics::{Item, Scope};
use crate::pages::told;

/// A sparkline with its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SparklineView {
    /// The drawing.
    pub drawing: Sparkline,
    /// Whether so few gave the last score that it is an indication only; drawn hollow.
    pub indicative: bool,
    /// What it says: `from +12 in 2025-H1 to +31 in 2026-H1`.
    pub said: String,
}

/// The sparkline of an item in a wave and those before it; `None` where fewer than two waves show a score. Figures that
/// are hidden leave a gap, like waves without an answer.
#[must_use]
pub fn sparkline(report: &Report<'_>, wave: usize, scope: Scope, item: Item) -> Option<SparklineView> {
    let mut waves = report.waves_up_to(wave);
    waves.reverse();
    let scores: Vec<_> = waves.iter().map(|wave| shown_score(report, *wave, scope, item)).collect();
    let values: Vec<Option<f64>> = scores.iter().map(|score| score.map(|(_, level)| level.value)).collect();
    let drawing = charts::sparkline(&values, range(report, item))?;
    let mut shown = waves.iter().zip(&scores).filter_map(|(wave, score)| Some((*wave, (*score)?)));
    let (first, last) = (shown.next()?, shown.next_back()?);
    let said = |(wave, (statistic, level)): (usize, (_, &crate::metrics::Level))| {
        format!("{} in {}", report.words.value(level.value, told::unit(statistic)), report.program.waves[wave].label)
    };
    let n = report.figure(last.0, scope, item).map_or(0, |figure| figure.n);
    Some(SparklineView {
        drawing,
        indicative: n < report.program.privacy.indicative_below,
        said: format!("from {} to {}{}", said(first), said(last), ending(report, wave, last.0)),
    })
}

/// That the line ends before the wave that it is drawn for, where it does.
fn ending(report: &Report<'_>, wave: usize, last: usize) -> String {
    if last == wave { String::new() } else { format!("; no score in {}", report.program.waves[wave].label) }
}
