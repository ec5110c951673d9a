//! A change, parted into what the same contacts did and who answered.

use serde::Serialize;

use super::Report;
use crate::metrics::scores::statistic::score;
use crate::metrics::{Item, Part, Scope};
use crate::pages::told;
use crate::program::waves::Wave;
use crate::sources::config::Respondents;

/// The parts of a change.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SplitView {
    /// What it says in a sentence, or why there are no parts.
    pub sentence: String,
    /// Its parts; empty where there are none.
    pub parts: Vec<PartView>,
}

/// Some of the answers.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PartView {
    /// Who gave them.
    pub label: String,
    /// How many.
    pub n: String,
    /// Their score.
    pub value: String,
}

/// The parts of an item's change; `None` where there is no change to part.
#[must_use]
pub fn split(report: &Report<'_>, wave: usize, scope: Scope, item: Item) -> Option<SplitView> {
    let change = report.figure(wave, scope, item)?.change()?;
    let unit = told::unit(score(report.program, item)?);
    let previous = report.program.waves[wave].previous?;
    let named = |wave: usize| report.program.waves[wave].responses.iter().any(|response| response.contact.is_some());
    if !named(wave) || !named(previous) {
        return None;
    }
    let Some(split) = &change.split else {
        return Some(SplitView { sentence: no_split(report, wave, previous), parts: Vec::new() });
    };
    let (whole, [same_contacts, who_answered]) =
        report.words.difference_in_parts(change.difference.value, [split.same_contacts, split.who_answered], unit);
    let given = [
        ("change", whole.into()),
        ("same", same_contacts.into()),
        ("n", split.n_same.into()),
        ("others", who_answered.into()),
    ];
    let sentence = report.words.say("split-sentence", &given);
    let part = |label: String, part: Option<Part>| {
        part.map(|part| PartView { label, n: report.words.count(part.n), value: report.words.value(part.mean, unit) })
    };
    let parts = [
        part(report.words.plain("split-same-before"), Some(split.stayed_before)),
        part(report.words.plain("split-same-now"), Some(split.stayed_after)),
        part(report.words.plain("split-joined"), split.joined),
        part(report.words.plain("split-left"), split.left),
    ];
    Some(SplitView { sentence, parts: parts.into_iter().flatten().collect() })
}

/// Why a change is not split.
fn no_split(report: &Report<'_>, wave: usize, previous: usize) -> String {
    let waves = [wave, previous].map(|wave| &report.program.waves[wave]);
    let unnamed =
        |wave: &Wave| wave.responses.iter().any(|response| response.contact.is_none()) || !wave.tallies.is_empty();
    if waves.iter().any(|wave| wave.respondents == Respondents::Anonymous) {
        report.words.plain("no-split-small-part")
    } else if waves.into_iter().any(unnamed) {
        report.words.plain("no-split-unnamed")
    } else if waves.into_iter().any(|wave| wave.responses.iter().any(|response| response.anonymous)) {
        report.words.plain("no-split-anonymous-answer")
    } else {
        report.words.plain("no-split-nobody-twice")
    }
}
