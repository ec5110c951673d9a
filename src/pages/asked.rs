//! Words for those who did not answer: not asked, asked and silent, not reached, unknown whether asked, left and
//! prospect read the same in sentences, tables and lists.

use super::Report;
use super::figure::{State, figure};
use crate::metrics::{Asked, NoAnswer, Scope};
use crate::pages::told;
use crate::program::AccountLabel;
use crate::sources::accounts::Status;
use crate::sources::surveys::Side;
use crate::words::{Words, phrases};

/// What a list of contacts says of one in a wave; empty where nobody can tell.
#[must_use]
pub fn of_contact(words: &Words, asked: Asked) -> String {
    match asked {
        Asked::Left(day) => format!("left on {}; not asked since", words.day(day)),
        other => in_short(other).to_owned(),
    }
}

/// The same where there is no room for a date.
#[must_use]
pub fn in_short(asked: Asked) -> &'static str {
    match asked {
        Asked::Answered => "answered",
        Asked::NotTold => "",
        Asked::Silent => "asked, silent",
        Asked::Refused => "asked, did not want to answer",
        Asked::NotReached => "could not be reached",
        Asked::NotAsked => "not asked",
        Asked::NotRecorded => "no answer known",
        Asked::Left(_) => "left",
        Asked::Prospect => "prospect, not asked",
    }
}

/// What a sentence says of one or several of them, as far as it is said at all.
fn became(asked: Asked, several: bool) -> Option<&'static str> {
    Some(match (asked, several) {
        (Asked::Answered, _) => "answered",
        (Asked::Silent, false) => "was asked and did not answer",
        (Asked::Silent, true) => "were asked and did not answer",
        (Asked::Refused, _) => "did not want to answer",
        (Asked::NotReached, _) => "could not be reached",
        (Asked::NotAsked | Asked::Prospect, false) => "was not asked",
        (Asked::NotAsked | Asked::Prospect, true) => "were not asked",
        (Asked::NotRecorded, _) => "gave no answer that is known",
        (Asked::NotTold | Asked::Left(_), _) => return None,
    })
}

/// A sentence on those decision-makers who have not left; empty where all answered, or where nobody can tell.
#[must_use]
pub fn decision_makers(words: &Words, makers: &[Asked]) -> String {
    let present: Vec<Asked> = makers.iter().copied().filter(|one| !matches!(one, Asked::Left(_))).collect();
    let left = makers.iter().filter_map(|one| if let Asked::Left(day) = one { Some(*day) } else { None });
    match present.as_slice() {
        [] => left.max().map_or_else(String::new, |day| {
            format!("No decision-maker is on record any more: the last one left on {}.", words.day(day))
        }),
        all if all.contains(&Asked::NotTold) || all.iter().all(|one| *one == Asked::Answered) => String::new(),
        all if all.contains(&Asked::Prospect) && !all.contains(&Asked::Answered) => String::new(),
        [one] => became(*one, false).map_or_else(String::new, |became| format!("The decision-maker {became}.")),
        all => format!("Of {} decision-makers {}.", all.len(), words.list(&counted(all))),
    }
}

/// How many became what, in the order of what is known of them.
fn counted(all: &[Asked]) -> Vec<String> {
    let mut kinds = all.to_vec();
    kinds.sort_unstable();
    kinds.dedup();
    let count = |kind: Asked| all.iter().filter(|one| **one == kind).count();
    kinds.into_iter().filter_map(|kind| Some(format!("{} {}", count(kind), became(kind, count(kind) > 1)?))).collect()
}

/// A sentence on the decision-makers of many accounts, each given as what is known best of its own; empty where all
/// answered. It begins with a blank.
#[must_use]
pub fn decision_makers_of_all(words: &Words, best: &[Asked], label: &AccountLabel) -> String {
    let at = |kinds: &[Asked], said: &str| {
        let number = best.iter().filter(|one| kinds.contains(one)).count();
        (number > 0).then(|| format!("at {} {said}", told::counted(words, number as u64, &label.one, &label.many)))
    };
    let told = [
        at(&[Asked::Silent, Asked::Refused], "a decision-maker was asked and none answered"),
        at(&[Asked::NotReached], "no decision-maker could be reached"),
        at(&[Asked::NotAsked], "no decision-maker was asked"),
        at(&[Asked::NotRecorded], "no answer of a decision-maker is known"),
    ];
    let told: Vec<String> = told.into_iter().flatten().collect();
    if told.is_empty() { String::new() } else { format!(" {}.", phrases::capitalised(&told.join("; "))) }
}

/// Why an account has no answer, as a table says it.
#[must_use]
pub fn reason(words: &Words, no_answer: NoAnswer) -> String {
    match no_answer {
        NoAnswer::OtherQuestions => "nobody answered the leading question".to_owned(),
        NoAnswer::Counted => "not known: answers are only counted".to_owned(),
        NoAnswer::Silent(1) => "the one reached did not answer".to_owned(),
        NoAnswer::Silent(reached) => format!("none of {} reached answered", words.count(reached)),
        NoAnswer::NotReached(_) => "nobody could be reached".to_owned(),
        NoAnswer::NotAsked => "nobody was asked".to_owned(),
        NoAnswer::NotRecorded => "no answers; not recorded who was asked".to_owned(),
        NoAnswer::Prospect => "prospect: nobody was asked".to_owned(),
    }
}

/// The same as the beginning of a sentence, without a full stop.
#[must_use]
pub fn sentence(words: &Words, no_answer: NoAnswer, wave: &str) -> String {
    match no_answer {
        NoAnswer::OtherQuestions => format!("Nobody answered the leading question in {wave}"),
        NoAnswer::Counted => format!("The answers in {wave} are only counted, so that nobody knows whose they are"),
        NoAnswer::Silent(1) => format!("The one contact reached in {wave} did not answer"),
        NoAnswer::Silent(reached) => format!("None of {} reached in {wave} answered", words.count(reached)),
        NoAnswer::NotReached(sent) => {
            let sent = told::counted(words, sent, "invitation", "invitations");
            format!("Nobody could be reached in {wave}: {sent} did not arrive")
        }
        NoAnswer::NotAsked => format!("Nobody was asked in {wave}"),
        NoAnswer::NotRecorded => format!("There are no answers in {wave}, and it is not recorded who was asked"),
        NoAnswer::Prospect => format!("A prospect: nobody was asked in {wave}"),
    }
}

/// Why an account has no answer in the leading wave.
#[must_use]
pub fn no_answer(report: &Report<'_>, account: usize) -> NoAnswer {
    let (Some(wave), Some(record)) = (report.lead, report.program.register.accounts.get(account)) else {
        return NoAnswer::NotRecorded;
    };
    let scope = Scope::Account(account);
    let responses = report.lookup.responses(report.program, wave, scope);
    report.invited.no_answer(record, report.reach(wave, scope), &responses)
}

/// The last answers of a scope to the headline before the leading wave or in another survey of customers, as far as they
/// are shown: `9 and 6 in 2025-H2 (until 31 Jul 2025)`.
#[must_use]
pub fn last_answers(report: &Report<'_>, scope: Scope) -> Option<String> {
    let item = report.headline()?;
    let waves = report.program.waves.iter().enumerate();
    let others = waves.filter(|(position, wave)| wave.side == Side::Customers && Some(*position) != report.lead);
    let answered = others.filter(|(position, _)| report.figure(*position, scope, item).is_some());
    let (position, wave) = answered.max_by_key(|(position, wave)| (wave.last_day, *position))?;
    let view = figure(report, position, scope, item);
    let name = report.beside_lead(position);
    let until = wave.last_day.map(|day| format!(" (until {})", report.words.day(day))).unwrap_or_default();
    match view.state {
        State::Shown => Some(format!("{} {} in {name}{until}", view.short, view.value)),
        State::Answers if view.value != "–" => Some(format!("{} in {name}{until}", view.value)),
        State::Answers | State::Hidden => Some(format!("in {name}{until}")),
        State::None => None,
    }
}

/// How many active customers nobody asked in the leading wave, or nobody of whom could be reached, and who did not answer
/// either: ` 2 more accounts were not asked.` Empty where none is, or where it is not recorded.
#[must_use]
pub fn not_covered(report: &Report<'_>) -> String {
    let accounts = report.program.register.accounts.iter().enumerate();
    let active = accounts.filter(|(_, account)| account.status == Status::Active).map(|(position, _)| position);
    let why: Vec<NoAnswer> = active.map(|position| no_answer(report, position)).collect();
    let label = &report.program.account_label;
    let said = |number: usize, one: &str, many: &str| {
        let said = if number == 1 { one } else { many };
        (number > 0).then(|| format!("{} {said}", told::counted(&report.words, number as u64, &label.one, &label.many)))
    };
    let not_asked = why.iter().filter(|why| **why == NoAnswer::NotAsked).count();
    let not_reached = why.iter().filter(|why| matches!(why, NoAnswer::NotReached(_))).count();
    let told = [
        said(not_asked, "was not asked", "were not asked"),
        said(not_reached, "could not be reached", "could not be reached"),
    ];
    let told: Vec<String> = told.into_iter().flatten().collect();
    if told.is_empty() { String::new() } else { format!("; {}", report.words.list(&told)) }
}
