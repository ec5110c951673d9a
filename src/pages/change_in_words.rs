//! A figure and its change as a sentence tells them: of several changes the one that matters most.

use super::change::{ChangeView, Span};
use super::figure::{FigureView, State};
use super::told::{self, Moved};
use crate::disclosure::Confidence;
use crate::words::{Value, Words, phrases};

/// The change that is said of a figure: against the wave before where it moved, else in the long run, else in a year.
#[must_use]
pub fn foremost(view: &FigureView) -> Option<&ChangeView> {
    view.change.iter().chain(&view.further).find(|change| change.is_real)
}

/// A rise or fall over several waves, from where to where, as it follows the figure's name: `fell from +33 in 2023-H2 to
/// −85 (98⅓ % interval of the fall 60 to 152)`. By how much is left out: of rounded scores it would not be the difference.
#[must_use]
pub fn from_then_to_now(words: &Words, view: &FigureView, change: &ChangeView) -> String {
    let given = [
        ("movement", change.moved.key().into()),
        ("before", (&change.before).into()),
        ("since", (&change.since).into()),
        ("now", (&view.value).into()),
        ("sure", (&change.sure).into()),
    ];
    words.say("change-from-then", &given)
}

/// A headline figure as a sentence, with its change: `NPS +31 (95 % interval +3 to +54, n = 36), no measurable change
/// since 2025-H2.`
#[must_use]
pub fn in_a_sentence(words: &Words, view: &FigureView) -> String {
    phrases::capitalised(&sentence(words, view, None))
}

/// The same of a wave that is named: `In 2026-H1 NPS +31 (95 % interval +3 to +54, n = 36).`
#[must_use]
pub fn of_wave_in_a_sentence(words: &Words, view: &FigureView, wave: &str) -> String {
    sentence(words, view, Some(wave))
}

fn sentence(words: &Words, view: &FigureView, wave: Option<&str>) -> String {
    let state = match view.state {
        State::Shown => "shown",
        State::Answers => "answers",
        State::Hidden => "hidden",
        State::None => "none",
    };
    let interval = match view.interval.as_str() {
        "" => view.reason.clone(),
        interval => told::sure_interval(words, Some(interval.to_owned()), Confidence::Single),
    };
    let figure = [
        ("is-named", wave.is_some().into()),
        ("wave", wave.unwrap_or_default().into()),
        ("state", state.into()),
        ("name", (&view.short).into()),
        ("value", (&view.value).into()),
        ("interval", interval.into()),
        ("reason", (&view.reason).into()),
        ("n", (&view.n).into()),
        ("indicative", view.indicative.into()),
    ];
    words.say("figure-sentence", &figure.into_iter().chain(changed(words, view)).collect::<Vec<_>>())
}

/// What the sentence is given of the change: what moved, or else that nothing did since the wave before.
fn changed<'v>(words: &Words, view: &'v FigureView) -> [(&'static str, Value<'v>); 6] {
    let (moved, change, since) = match foremost(view) {
        Some(change) if change.span == Span::WaveBefore => ("since-before", change.sentence.clone(), &*change.since),
        Some(change) => ("over-waves", from_then_to_now(words, view, change), &*change.since),
        None => ("no", String::new(), ""),
    };
    let calm = view.change.as_ref().filter(|change| !change.is_real && change.moved != Moved::NotShown);
    [
        ("moved", moved.into()),
        ("change", change.into()),
        ("since", since.into()),
        ("calm", calm.map_or("no", |change| change.moved.key()).into()),
        ("last", calm.map_or("", |change| &change.since).into()),
        ("incomparable", calm.map_or("", |change| &change.verdict).into()),
    ]
}
