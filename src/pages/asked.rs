//! Words for those who did not answer: not asked, asked and silent, not reached, unknown whether asked, left and
//! prospect read the same in sentences, tables and lists.

use super::Report;
use super::figure::{State, figure};
use crate::disclosure::figures::shows_answers;
use crate::disclosure::{Asked, NoAnswer, Scope};
use crate::sources::accounts::Status;
use crate::sources::surveys::Side;
use crate::words::{Words, phrases};

/// What a list of contacts says of one in a wave; empty where nobody can tell.
#[must_use]
pub fn of_contact(words: &Words, asked: Asked) -> String {
    match asked {
        Asked::Left(day) => words.say("asked-until-left", &[("day", words.day(day).into())]),
        other => in_short(words, other),
    }
}

/// The same where there is no room for a date.
#[must_use]
pub fn in_short(words: &Words, asked: Asked) -> String {
    if asked == Asked::NotTold { String::new() } else { words.say("asked", &[("asked", name(asked).into())]) }
}

/// What is known of a contact, as messages choose by it.
fn name(asked: Asked) -> &'static str {
    match asked {
        Asked::Answered => "answered",
        Asked::NotTold => "not-told",
        Asked::Silent => "silent",
        Asked::Refused => "refused",
        Asked::NotReached => "not-reached",
        Asked::NotAsked => "not-asked",
        Asked::NotRecorded => "not-recorded",
        Asked::Left(_) => "left",
        Asked::Prospect => "prospect",
    }
}

/// A sentence on those decision-makers who have not left; empty where all answered, or where nobody can tell.
#[must_use]
pub fn decision_makers(words: &Words, makers: &[Asked]) -> String {
    let present: Vec<Asked> = makers.iter().copied().filter(|one| !matches!(one, Asked::Left(_))).collect();
    let left = makers.iter().filter_map(|one| if let Asked::Left(day) = one { Some(*day) } else { None });
    match present.as_slice() {
        [] => left
            .max()
            .map_or_else(String::new, |day| words.say("decision-makers-left", &[("day", words.day(day).into())])),
        all if all.contains(&Asked::NotTold) || all.iter().all(|one| *one == Asked::Answered) => String::new(),
        all if all.contains(&Asked::Prospect) && !all.contains(&Asked::Answered) => String::new(),
        [one] => words.say("decision-maker-alone", &[("asked", name(*one).into())]),
        all => {
            let became = words.list(&counted(words, all));
            words.say("decision-makers", &[("n", all.len().into()), ("became", became.into())])
        }
    }
}

/// How many became what, in the order of what is known of them.
fn counted(words: &Words, all: &[Asked]) -> Vec<String> {
    let mut kinds = all.to_vec();
    kinds.sort_unstable();
    kinds.dedup();
    let became = |kind: Asked| {
        let n = all.iter().filter(|one| **one == kind).count();
        words.say("decision-makers-became", &[("asked", name(kind).into()), ("n", n.into())])
    };
    kinds.into_iter().map(became).collect()
}

/// A sentence on the decision-makers of many accounts, each given as what is known best of its own; empty where all
/// answered. It begins with a blank.
#[must_use]
pub fn decision_makers_of_all(words: &Words, best: &[Asked]) -> String {
    const TOLD: [&[Asked]; 4] =
        [&[Asked::Silent, Asked::Refused], &[Asked::NotReached], &[Asked::NotAsked], &[Asked::NotRecorded]];
    let at = |kinds: &&[Asked]| {
        let n = best.iter().filter(|one| kinds.contains(one)).count();
        let asked = kinds.first().filter(|_| n > 0)?;
        Some(words.say("accounts-by-decision-maker", &[("asked", name(*asked).into()), ("n", n.into())]))
    };
    let told: Vec<String> = TOLD.iter().filter_map(at).collect();
    if told.is_empty() {
        String::new()
    } else {
        format!(" {}", words.sentence(&phrases::capitalised(&told.join("; "))))
    }
}

/// Why there is no answer, and of how many, as messages choose by it.
fn why(no_answer: NoAnswer) -> (&'static str, u64) {
    match no_answer {
        NoAnswer::OtherQuestions => ("other-questions", 0),
        NoAnswer::Counted => ("counted", 0),
        NoAnswer::Silent(reached) => ("silent", reached),
        NoAnswer::NotReached(sent) => ("not-reached", sent),
        NoAnswer::NotAsked => ("not-asked", 0),
        NoAnswer::NotRecorded => ("not-recorded", 0),
        NoAnswer::Prospect => ("prospect", 0),
    }
}

/// Why an account has no answer, as a table says it, and its last answers from before where there are any.
#[must_use]
pub fn reason(words: &Words, no_answer: NoAnswer, last: Option<&str>) -> String {
    let (why, n) = why(no_answer);
    let given = [
        ("why", why.into()),
        ("n", n.into()),
        ("before", last.is_some().into()),
        ("last", last.unwrap_or_default().into()),
    ];
    words.say("no-answer", &given)
}

/// The same as a sentence, which says as well where there are none from before.
#[must_use]
pub fn sentence(words: &Words, no_answer: NoAnswer, wave: &str, last: Option<&str>) -> String {
    let (why, n) = why(no_answer);
    let given = [
        ("why", why.into()),
        ("n", n.into()),
        ("wave", wave.into()),
        ("before", last.is_some().into()),
        ("last", last.unwrap_or_default().into()),
    ];
    words.say("no-answer-in-wave", &given)
}

/// The last answers of a scope to the headline before the leading wave or in another survey of customers, as far as they
/// are shown: `9 and 6 in 2025-H2 (until 31 Jul 2025)`.
#[must_use]
pub fn last_answers(report: &Report<'_>, scope: Scope) -> Option<String> {
    let item = report.headline()?;
    let waves = report.disclosed.waves().map(|wave| (wave.id(), wave));
    let others = waves.filter(|(position, wave)| wave.side() == Side::Customers && Some(*position) != report.lead);
    let answered = others.filter(|(position, _)| report.figure(*position, scope, item).is_some());
    let (position, wave) = answered.max_by_key(|(position, wave)| (wave.last_day(), *position))?;
    let view = figure(report, position, scope, item);
    let shown = match view.state {
        State::Shown => "score",
        State::Answers if shows_answers(item) => "answers",
        State::Answers | State::Hidden => "nothing",
        State::None => return None,
    };
    let given = [
        ("shown", shown.into()),
        ("score", view.short.into()),
        ("value", view.value.into()),
        ("wave", report.beside_lead(position).into()),
        ("dated", wave.last_day().is_some().into()),
        ("day", wave.last_day().map(|day| report.words.day(day)).unwrap_or_default().into()),
    ];
    Some(report.words.say("last-answers", &given))
}

/// How many active customers nobody asked in the leading wave, or nobody of whom could be reached, and who did not answer
/// either: `; 2 accounts were not asked`. Empty where none is, or where it is not recorded.
#[must_use]
pub fn not_covered(report: &Report<'_>) -> String {
    let accounts = report.disclosed.accounts().with_ids();
    let active = accounts.filter(|(_, account)| account.status == Status::Active).map(|(position, _)| position);
    let why: Vec<NoAnswer> = active.map(|position| report.disclosed.no_answer(position)).collect();
    let not_asked = why.iter().filter(|why| **why == NoAnswer::NotAsked).count();
    let not_reached = why.iter().filter(|why| matches!(why, NoAnswer::NotReached(_))).count();
    let words = &report.words;
    let told = [
        (not_asked > 0).then(|| words.say("accounts-not-asked", &[("n", not_asked.into())])),
        (not_reached > 0).then(|| words.say("accounts-not-reached", &[("n", not_reached.into())])),
    ];
    let told: Vec<String> = told.into_iter().flatten().collect();
    if told.is_empty() { String::new() } else { format!("; {}", words.list(&told)) }
}
