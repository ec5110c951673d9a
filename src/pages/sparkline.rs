//! The headline of a row from wave to wave: a small drawing, and in words from where to where it went.

use schemars::JsonSchema;
use serde::Serialize;

use super::Report;
use super::chart::range::range;
use crate::charts::{self, Sparkline};
use crate::disclosure::{Item, Level, Scope, Statistic, WaveId};
use crate::pages::told;

/// A sparkline with its words.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema, Serialize)]
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
pub fn sparkline(report: &Report<'_>, wave: WaveId, scope: Scope, item: Item) -> Option<SparklineView> {
    let mut waves = report.waves_up_to(wave);
    waves.reverse();
    let scores: Vec<_> = waves.iter().map(|wave| report.disclosed.shown_score(*wave, scope, item)).collect();
    let values: Vec<Option<f64>> = scores.iter().map(|score| score.map(|(_, level)| level.value)).collect();
    let drawing = charts::sparkline(&values, range(report, item))?;
    let mut shown = waves.iter().zip(&scores).filter_map(|(wave, score)| Some((*wave, (*score)?)));
    let (first, last) = (shown.next()?, shown.next_back()?);
    let n = report.figure(last.0, scope, item).map_or(0, |figure| figure.n);
    Some(SparklineView {
        drawing,
        indicative: report.disclosed.is_indicative(n),
        said: said(report, first, last, wave),
    })
}

/// From where to where it went, and that it ends before the wave that it is drawn for, where it does.
fn said(report: &Report<'_>, first: Score<'_>, last: Score<'_>, wave: WaveId) -> String {
    let label = |wave: WaveId| (report.disclosed.wave(wave).label()).into();
    let value = |(_, (statistic, level)): Score<'_>| report.words.value(level.value, told::unit(statistic)).into();
    let given = [
        ("before", value(first)),
        ("since", label(first.0)),
        ("now", value(last)),
        ("last", label(last.0)),
        ("ends", (last.0 != wave).into()),
        ("wave", label(wave)),
    ];
    report.words.say("sparkline", &given)
}

/// A wave and the score in it.
type Score<'m> = (WaveId, (Statistic, &'m Level));
