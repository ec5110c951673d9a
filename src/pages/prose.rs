//! A figure in the prose of a commentary: the same words and the same reasons as in the tables of its page.

use super::Report;
use super::figure::{FigureView, State, figure};
use crate::disclosure::figures::shows_answers;
use crate::disclosure::{Item, Scope, WaveId};
use crate::pages::told;
use crate::words::phrases;

/// A score: `+31 (95 % interval +3 to +54, n = 36)`, the answers themselves, or why there is none.
#[must_use]
pub fn score(report: &Report<'_>, wave: WaveId, scope: Scope, item: Item) -> String {
    let view = figure(report, wave, scope, item);
    let level = report.figure(wave, scope, item).and_then(|figure| figure.score());
    match (view.state, level, report.disclosed.score(item)) {
        (State::Shown, Some(level), Some(statistic)) => {
            phrases::unbroken(&told::score(&report.words, level, told::unit(statistic), view.indicative))
        }
        (State::Answers, ..) if shows_answers(item) => {
            let n = report.figure(wave, scope, item).map_or(0, |figure| figure.n);
            report.words.say("prose-answers", &[("answers", view.value.into()), ("n", n.into())])
        }
        (State::None, ..) => report.words.plain("prose-no-answers"),
        _ => format!("({})", view.reason),
    }
}

/// A change: the sentence that the data support, or why nothing can be said.
#[must_use]
pub fn change(report: &Report<'_>, wave: WaveId, scope: Scope, item: Item) -> String {
    let view: FigureView = figure(report, wave, scope, item);
    match (view.state, view.change) {
        (State::None, _) => report.words.plain("prose-no-answers"),
        (State::Hidden, _) => format!("({})", view.reason),
        (State::Answers, _) => report.words.plain("prose-no-score-to-compare"),
        (State::Shown, None) => report.words.plain("prose-nothing-to-compare"),
        (State::Shown, Some(change)) if change.value.is_empty() => {
            report.words.say("prose-not-compared", &[("why", change.verdict.into())])
        }
        (State::Shown, Some(change)) => phrases::unbroken(&change.sentence),
    }
}
