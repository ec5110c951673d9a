//! The buying group of an account: every contact by role and influence, with the latest answer, and what is known of
//! those who gave none.
//!
//! Who is shown with what is decided in [`crate::disclosure::persons`]. The order of the rows is made from what is shown,
//! so that it cannot tell one person from another either.

use schemars::JsonSchema;
use serde::Serialize;

use super::Report;
use super::asked::{decision_makers, of_contact};
use crate::disclosure::persons::{BuyingGroup, Listed, Member, ShownAnswer};
use crate::disclosure::{AccountId, Asked, WaveId};
use crate::words::Words;

/// The buying group.
#[derive(Debug, Clone, PartialEq, Default, JsonSchema, Serialize)]
pub struct GroupView {
    /// The contacts who may be shown.
    pub members: Vec<MemberView>,
    /// Whether names are shown.
    pub named: bool,
    /// Whether of any it is told what became of the invitation, because there is no answer.
    pub tells_asked: bool,
    /// What signs and gaps in the list mean, what is not shown and why; empty where nothing is to be said.
    pub notes: Vec<String>,
    /// A sentence on decision-makers who did not answer; empty where all did, or where persons are anonymous.
    pub decision_makers: String,
    /// The wave in view.
    pub wave: String,
}

/// A contact.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, JsonSchema, Serialize)]
pub struct MemberView {
    /// The role in buying.
    pub role: String,
    /// The name, where it may be shown.
    pub name: String,
    /// The job, where it may be shown.
    pub title: String,
    /// The weight in decisions.
    pub influence: String,
    /// The latest answer to the headline that may be shown; empty where there is none.
    pub score: String,
    /// The wave that it is from, where that is not the one in view.
    pub from: String,
    /// The change against the answer in the wave before; empty where there is none.
    pub change: String,
    /// Whether the contact was asked in the wave in view, and what came of it; empty where nobody can tell.
    pub asked: String,
    /// Whether the contact was asked and kept silent.
    pub silent: bool,
    /// The day of the answer.
    pub date: String,
    /// The day of the answer as ISO 8601, which orders it; empty where there is none.
    pub iso: String,
    /// Whether there is a comment.
    pub comment: bool,
    /// Whether the contact has left.
    pub left: bool,
}

/// The buying group of an account in the leading wave.
#[must_use]
pub fn group(report: &Report<'_>, account: AccountId) -> GroupView {
    match (report.disclosed.buying_group(account, report.today), report.lead) {
        (BuyingGroup::Nobody, _) | (_, None) => GroupView::default(),
        (BuyingGroup::Counted(n), _) => {
            let notes = vec![report.words.say("group-not-listed", &[("n", n.into())])];
            GroupView { notes, ..GroupView::default() }
        }
        (BuyingGroup::Listed(people), Some(wave)) => listed(report, wave, &people),
    }
}

fn listed(report: &Report<'_>, wave: WaveId, people: &Listed<'_>) -> GroupView {
    let makers = people.members.iter().filter(|member| member.is_decision_maker());
    let makers: Vec<Asked> = makers.map(|member| member.asked_now).collect();
    let tells = |member: &Member<'_>| !matches!(member.asked, Asked::Answered | Asked::NotTold);
    GroupView {
        decision_makers: decision_makers(&report.words, &makers),
        notes: notes(&report.words, people),
        named: people.are_named,
        tells_asked: people.members.iter().any(tells),
        wave: report.beside_lead(wave),
        members: members(report, wave, people),
    }
}

/// The members by rank; of those that are alike in that by what stands in their rows.
fn members(report: &Report<'_>, wave: WaveId, people: &Listed<'_>) -> Vec<MemberView> {
    let mut members: Vec<(&Member<'_>, MemberView)> =
        people.members.iter().map(|person| (person, member(report, wave, person))).collect();
    members.sort_by(|(one, shown), (other, beside)| one.ranked(other).then_with(|| shown.cmp(beside)));
    members.into_iter().map(|(_, member)| member).collect()
}

fn member(report: &Report<'_>, wave: WaveId, person: &Member<'_>) -> MemberView {
    let words = &report.words;
    let own = |text: Option<&str>| text.unwrap_or_default().to_owned();
    let latest = person.latest;
    let day = latest.and_then(|given| given.day);
    let score = |given: ShownAnswer| given.score.map_or_else(|| "–".to_owned(), |it| words.answer(it));
    let earlier = latest.filter(|given| given.wave != wave);
    MemberView {
        role: role(words, person.role),
        name: own(person.name),
        title: own(person.title),
        influence: words.answer(person.influence),
        score: latest.map(score).unwrap_or_default(),
        from: earlier.map(|given| report.beside_lead(given.wave)).unwrap_or_default(),
        change: person.change.map(|change| words.signed(change, 0)).unwrap_or_default(),
        asked: of_contact(words, person.asked),
        silent: person.asked == Asked::Silent,
        date: day.map(|it| words.day(it)).unwrap_or_default(),
        iso: day.map(|day| day.to_string()).unwrap_or_default(),
        comment: latest.is_some_and(|given| given.has_comment),
        left: person.has_left,
    }
}

/// What a contact's role is called.
pub(super) fn role(words: &Words, role: Option<&str>) -> String {
    match role {
        Some(role) => words.say_often("role", &[("role", role.into())]),
        None => words.say_often("role-not-recorded", &[]),
    }
}

fn notes(words: &Words, people: &Listed<'_>) -> Vec<String> {
    let has = |asked: Asked| people.members.iter().any(|member| member.asked == asked);
    let is_without_score = people.members.iter().any(|member| member.is_without_score);
    let notes = [
        has(Asked::Silent).then(|| words.plain("group-silent-note")),
        has(Asked::NotRecorded).then(|| words.plain("group-not-recorded-note")),
        is_without_score.then(|| words.plain("group-without-score-note")),
        (people.anonymous > 0).then(|| words.say("group-anonymous-note", &[("n", people.anonymous.into())])),
    ];
    notes.into_iter().flatten().collect()
}
