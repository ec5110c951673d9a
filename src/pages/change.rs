//! A figure's changes as pages show them: against the wave before, against a year ago, and in the long run.

use schemars::JsonSchema;
use serde::Serialize;

use super::Report;
use super::raw::{ends, raw};
use super::reasons::incomparable;
use crate::disclosure::figures::ShownChange;
use crate::disclosure::{Confidence, Difference, Figure, Movement, Scope, Statistic, WaveId, Window};
use crate::pages::told;
use crate::pages::told::{Moved, Told};

/// How far back a change goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Span {
    /// To the wave before.
    WaveBefore,
    /// To a year ago.
    Year,
    /// To a wave long ago.
    LongRun,
}

/// A change.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
pub struct ChangeView {
    /// The difference with its sign; empty where it is not shown.
    pub value: String,
    /// The difference as a plain number; none where it is not shown.
    pub value_number: Option<f64>,
    /// Its interval; empty where there is none.
    pub interval: String,
    /// The lower end of its interval as a plain number; none where there is none.
    pub low: Option<f64>,
    /// The upper end of its interval as a plain number; none where there is none.
    pub high: Option<f64>,
    /// How sure the interval is: `95 %`, or `98⅓ %` in a year and in the long run.
    pub confidence: String,
    /// How the figure moved.
    pub moved: Moved,
    /// How it moved, in words: `rose`, `fell`, `unchanged`, `no measurable change`, or why there is none.
    pub verdict: String,
    /// The whole change as it follows the figure's name: `rose by 12 points (95 % interval 3 to 21)`.
    pub sentence: String,
    /// For a rise or fall how sure it is by how much: `98⅓ % interval of the fall 60 to 152`.
    #[serde(skip)]
    pub sure: String,
    /// How far back it goes.
    pub span: Span,
    /// The wave it is against.
    pub since: String,
    /// The score in that wave; of further changes only.
    pub before: String,
    /// The score in that wave as a plain number; of further changes only.
    pub before_number: Option<f64>,
    /// Whether it may be called a rise or fall.
    pub is_real: bool,
    /// Whether so few answered in one of its waves that it is an indication only.
    pub indicative: bool,
}

/// The change against the wave before; `None` where there is no such wave.
pub(super) fn change(report: &Report<'_>, wave: WaveId, scope: Scope, figure: &Figure) -> Option<ChangeView> {
    let (previous, shown) = report.disclosed.change(wave, scope, figure)?;
    let since = report.disclosed.wave(previous).label().to_owned();
    let words = &report.words;
    Some(match shown {
        ShownChange::NoAnswersBefore => without(words.plain("change-no-answers-before"), since),
        ShownChange::Hidden => without(words.plain("change-hidden"), since),
        ShownChange::FewBefore { fewest } => without(words.say("change-few-before", &[("n", fewest.into())]), since),
        ShownChange::Change(statistic, change) => {
            let told = told(report, (statistic, &change.difference), change.movement, Confidence::Single);
            view(report, scope, &told, since)
        }
    })
}

/// A change that is not shown, and why.
fn without(verdict: String, since: String) -> ChangeView {
    ChangeView {
        value: String::new(),
        value_number: None,
        interval: String::new(),
        low: None,
        high: None,
        confidence: String::new(),
        sentence: verdict.clone(),
        sure: String::new(),
        moved: Moved::NotShown,
        verdict,
        span: Span::WaveBefore,
        since,
        before: String::new(),
        before_number: None,
        is_real: false,
        indicative: false,
    }
}

/// The changes in the long run and against a year ago, as far as they can be compared.
pub(super) fn further(report: &Report<'_>, wave: WaveId, scope: Scope, figure: &Figure) -> Vec<ChangeView> {
    let Some((statistic, _)) = figure.levels.first() else { return Vec::new() };
    let one = |(window, span): (Window, Span)| {
        let (since, change) = report.disclosed.further(wave, scope, figure, window)?;
        let told = told(report, (*statistic, &change.difference), change.movement, Confidence::OfThree);
        let before = report.words.value(change.before, told.unit);
        let view = view(report, scope, &told, report.disclosed.wave(since).label().to_owned());
        Some(ChangeView { span, before, before_number: Some(raw(change.before)), ..view })
    };
    [(Window::Long, Span::LongRun), (Window::Year, Span::Year)].into_iter().filter_map(one).collect()
}

fn told<'d>(
    report: &Report<'_>,
    (statistic, difference): (Statistic, &'d Difference),
    movement: Movement,
    confidence: Confidence,
) -> Told<'d> {
    let smaller = difference.n_before.min(difference.n_after);
    let indicative = report.disclosed.is_indicative(smaller);
    Told { difference, movement, confidence, unit: told::unit(statistic), indicative }
}

fn view(report: &Report<'_>, scope: Scope, told: &Told<'_>, since: String) -> ChangeView {
    let Told { difference, movement, unit, .. } = *told;
    let (low, high) = ends(difference.interval);
    let why = difference.incomparable.map(|why| incomparable(report, scope, why));
    ChangeView {
        value: report.words.difference(difference.value, unit),
        value_number: Some(raw(difference.value)),
        low,
        high,
        interval: difference.interval.map(|i| told::difference_interval(&report.words, i, unit)).unwrap_or_default(),
        confidence: told::confidence(&report.words, told.confidence),
        moved: difference.interval.map_or(Moved::NotCompared, |_| movement.into()),
        verdict: why.unwrap_or_else(|| told::movement(&report.words, movement)),
        sentence: told::change(&report.words, told),
        sure: told::sure_of(&report.words, told),
        span: Span::WaveBefore,
        since,
        before: String::new(),
        before_number: None,
        is_real: matches!(movement, Movement::Rose | Movement::Fell),
        indicative: told.indicative,
    }
}
