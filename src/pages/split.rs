//! A change, parted into what the same contacts did and who answered.

use schemars::JsonSchema;
use serde::Serialize;

use super::Report;
use super::raw::raw;
use crate::disclosure::answers::NotParted;
use crate::disclosure::{Item, Part, Scope, WaveId};
use crate::pages::told;
use crate::words::Words;

/// The parts of a change.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
pub struct SplitView {
    /// What it says in a sentence, or why there are no parts.
    pub sentence: String,
    /// Its parts; empty where there are none.
    pub parts: Vec<PartView>,
}

/// Some of the answers.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
pub struct PartView {
    /// Who gave them.
    pub label: String,
    /// How many.
    pub n: String,
    /// How many, as a plain number.
    pub n_number: u64,
    /// Their score.
    pub value: String,
    /// Their score as a plain number.
    pub value_number: f64,
}

/// The parts of an item's change; `None` where there is no change to part.
#[must_use]
pub fn split(report: &Report<'_>, wave: WaveId, scope: Scope, item: Item) -> Option<SplitView> {
    let change = report.figure(wave, scope, item)?.change()?;
    let unit = told::unit(report.disclosed.score(item)?);
    let split = match report.disclosed.split(wave, scope, item)? {
        Ok(split) => split,
        Err(why) => return Some(SplitView { sentence: not_parted(&report.words, why), parts: Vec::new() }),
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
        part.map(|part| PartView {
            label,
            n: report.words.count(part.n),
            n_number: part.n,
            value: report.words.value(part.mean, unit),
            value_number: raw(part.mean),
        })
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
fn not_parted(words: &Words, why: NotParted) -> String {
    match why {
        NotParted::SmallPart => words.plain("no-split-small-part"),
        NotParted::Unnamed => words.plain("no-split-unnamed"),
        NotParted::AnonymousAnswer => words.plain("no-split-anonymous-answer"),
        NotParted::NobodyTwice => words.plain("no-split-nobody-twice"),
    }
}
