//! A figure in the prose of a commentary: the same words and the same reasons as in the tables of its page.

use super::Report;
use super::figure::{FigureView, State, figure};
use crate::metrics::scores::statistic::score as score_of;
use crate::metrics::{Item, Scope};
use crate::pages::told;
use crate::words::{Words, phrases};

/// A score: `+31 (95 % interval +3 to +54, n = 36)`, the answers themselves, or why there is none.
#[must_use]
pub fn score(report: &Report<'_>, wave: usize, scope: Scope, item: Item) -> String {
    let (words, view) = (&report.words, figure(report, wave, scope, item));
    let level = report.figure(wave, scope, item).and_then(|figure| figure.score());
    match (view.state, level, score_of(report.program, item)) {
        (State::Shown, Some(level), Some(statistic)) => {
            phrases::unbroken(&told::score(words, level, told::unit(statistic), view.indicative))
        }
        (State::Answers, ..) if view.value != "–" => {
            let n = report.figure(wave, scope, item).map_or(0, |figure| figure.n);
            words.say("commentary-answers", &[("answers", view.value.into()), ("n", n.into())])
        }
        (State::None, ..) => words.plain("commentary-no-answers"),
        _ => no_figure(words, view.reason),
    }
}

/// Why there is no figure, in its place.
fn no_figure(words: &Words, reason: String) -> String {
    words.say("commentary-no-figure", &[("reason", reason.into())])
}

/// A change: the sentence that the data support, or why nothing can be said.
#[must_use]
pub fn change(report: &Report<'_>, wave: usize, scope: Scope, item: Item) -> String {
    let (words, view): (&Words, FigureView) = (&report.words, figure(report, wave, scope, item));
    match (view.state, view.change) {
        (State::None, _) => words.plain("commentary-no-answers"),
        (State::Hidden, _) => no_figure(words, view.reason),
        (State::Answers, _) => words.plain("commentary-too-few-to-compare"),
        (State::Shown, None) => words.plain("commentary-nothing-to-compare"),
        (State::Shown, Some(change)) if change.value.is_empty() => {
            words.say("commentary-not-compared", &[("reason", change.verdict.into())])
        }
        (State::Shown, Some(change)) => phrases::unbroken(&change.sentence),
    }
}
