//! The buying group of an account: every contact by role and influence, with the latest answer, and what is known of
//! those who gave none.
//!
//! Who is shown with what follows the wave that the table draws on: by name, by role without name, title or id, or
//! not at all. Where names are not shown the order of the rows is made from what is shown, so that it cannot
//! tell one person from another either.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use super::Report;
use super::asked::{decision_makers, of_contact};
use crate::metrics::reach::DECISION_MAKER;
use crate::metrics::{Asked, Scope};
use crate::program::accounts::Contact;
use crate::program::waves::Response;
use crate::sources::config::Respondents;
use crate::sources::surveys::Side;
use crate::words::Words;

/// The buying group.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
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
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
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
    /// The same day as ISO 8601, which orders it; empty where that is.
    pub iso: String,
    /// Whether there is a comment.
    pub comment: bool,
    /// Whether the contact has left.
    pub left: bool,
}

/// The buying group of an account in the leading wave.
#[must_use]
pub fn group(report: &Report<'_>, account: usize) -> GroupView {
    let contacts = &report.program.register.accounts[account].contacts;
    let Some(position) = report.lead.filter(|_| !contacts.is_empty()) else { return GroupView::default() };
    let wave = &report.program.waves[position];
    if wave.respondents == Respondents::Anonymous {
        let notes = vec![report.words.say("group-not-listed", &[("n", contacts.len().into())])];
        return GroupView { notes, ..GroupView::default() };
    }
    let responses = report.lookup.responses(report.program, position, Scope::Account(account));
    let given = shown_answers(report, account, position);
    let none = Vec::new();
    let people: Vec<Person<'_>> = contacts
        .iter()
        .map(|contact| Person {
            record: &report.program.register.contacts[*contact],
            asked: report.invited.asked(report.program, wave, *contact, &responses),
            given: given.get(contact).unwrap_or(&none),
        })
        .collect();
    let makers = people.iter().filter(|person| person.record.role.as_deref() == Some(DECISION_MAKER));
    let makers: Vec<Asked> = makers.map(|person| person.now(report.today)).collect();
    GroupView {
        decision_makers: decision_makers(&report.words, &makers),
        notes: notes(&report.words, position, &people, responses.iter().filter(|response| response.anonymous).count()),
        named: wave.respondents == Respondents::Named,
        tells_asked: people.iter().any(|person| !matches!(person.asked, Asked::Answered | Asked::NotTold)),
        wave: report.beside_lead(position),
        members: members(report, position, &people),
    }
}

/// An answer that may be shown with its contact.
struct Given<'r> {
    wave: usize,
    response: &'r Response,
    /// The answer to the headline.
    score: Option<f64>,
}

/// A contact with what is known of it in the wave in view.
struct Person<'r> {
    record: &'r Contact,
    asked: Asked,
    /// Its answers that may be shown, the earliest first.
    given: &'r [Given<'r>],
}

impl Person<'_> {
    /// What a sentence of today says: who has left since is not called silent.
    fn now(&self, today: Option<Date>) -> Asked {
        match (self.asked, self.record.until) {
            (Asked::Answered, _) => Asked::Answered,
            (_, Some(until)) if has_left(self.record, today) => Asked::Left(until),
            (asked, _) => asked,
        }
    }

    /// Whether there is an answer of this wave, and never one to the headline.
    fn is_without_score(&self, wave: usize) -> bool {
        self.given.iter().any(|given| given.wave == wave) && self.given.iter().all(|given| given.score.is_none())
    }
}

fn has_left(contact: &Contact, today: Option<Date>) -> bool {
    contact.until.zip(today).is_some_and(|(until, today)| until < today)
}

/// The answers of an account's contacts that may stand beside each other with their persons, the earliest first: not the
/// anonymous ones, and those of waves that promised the same as the one in view. What a wave promised is not kept where
/// its answers stand in a row with those of one that promised less, or more.
fn shown_answers<'r>(report: &'r Report<'_>, account: usize, lead: usize) -> BTreeMap<usize, Vec<Given<'r>>> {
    let waves = &report.program.waves;
    let alike =
        |wave: &usize| waves[*wave].side == Side::Customers && waves[*wave].respondents == waves[lead].respondents;
    let mut shown: BTreeMap<usize, Vec<Given<'r>>> = BTreeMap::new();
    for wave in (0..waves.len()).filter(alike) {
        let responses = report.lookup.responses(report.program, wave, Scope::Account(account));
        for response in responses.into_iter().filter(|response| !response.anonymous) {
            let Some(contact) = response.contact else { continue };
            let score = report.program.questionnaire.headline.and_then(|headline| response.number(headline));
            shown.entry(contact as usize).or_default().push(Given { wave, response, score });
        }
    }
    let day = |given: &Given<'_>| given.response.date.or(waves[given.wave].last_day);
    for given in shown.values_mut() {
        given.sort_by_key(|given| (day(given), given.wave));
    }
    shown
}

fn members(report: &Report<'_>, wave: usize, people: &[Person<'_>]) -> Vec<MemberView> {
    let mut members: Vec<(&Contact, MemberView)> =
        people.iter().map(|person| (person.record, member(report, wave, person))).collect();
    members.sort_by(|(one, shown), (other, beside)| {
        let ranks = rank(one, shown).cmp(&rank(other, beside));
        ranks.then_with(|| other.influence.total_cmp(&one.influence)).then_with(|| shown.cmp(beside))
    });
    members.into_iter().map(|(_, member)| member).collect()
}

/// Decision-makers first, then the other known roles, then the rest by name; those who have left at the end.
fn rank(contact: &Contact, shown: &MemberView) -> (bool, usize) {
    let known = [DECISION_MAKER, "influencer", "user", "gatekeeper"];
    let place = contact.role.as_deref().and_then(|role| known.iter().position(|known| *known == role));
    (shown.left, place.unwrap_or(known.len()))
}

fn member(report: &Report<'_>, position: usize, person: &Person<'_>) -> MemberView {
    let wave = &report.program.waves[position];
    let contact = person.record;
    let named = wave.respondents == Respondents::Named;
    let own = |text: &Option<String>| text.clone().filter(|_| named).unwrap_or_default();
    let last_in = |wave: usize| person.given.iter().rfind(|given| given.wave == wave);
    let (here, before) = (last_in(position), wave.previous.and_then(last_in));
    let shown = here.filter(|here| here.score.is_some());
    let shown = shown.or_else(|| person.given.iter().rfind(|given| given.score.is_some())).or(here);
    let change = here.and_then(|here| here.score).zip(before.and_then(|before| before.score));
    let day = shown.and_then(|given| given.response.date.or(report.program.waves[given.wave].last_day));
    MemberView {
        role: role(&report.words, contact),
        name: if named { contact.name.clone().unwrap_or_else(|| contact.id.clone()) } else { String::new() },
        title: own(&contact.title),
        influence: report.words.answer(contact.influence),
        score: shown
            .map(|given| given.score.map_or_else(|| "–".to_owned(), |it| report.words.answer(it)))
            .unwrap_or_default(),
        from: shown.filter(|given| given.wave != position).map(|g| report.beside_lead(g.wave)).unwrap_or_default(),
        change: change.map(|(now, before)| report.words.signed(now - before, 0)).unwrap_or_default(),
        asked: of_contact(&report.words, person.asked),
        silent: person.asked == Asked::Silent,
        date: day.map(|it| report.words.day(it)).unwrap_or_default(),
        iso: day.map(|day| day.to_string()).unwrap_or_default(),
        comment: shown.is_some_and(|given| given.response.comment.is_some()),
        left: has_left(contact, report.today),
    }
}

fn role(words: &Words, contact: &Contact) -> String {
    match contact.role.as_deref() {
        Some(role) => words.say("role", &[("role", role.into())]),
        None => words.plain("role-not-recorded"),
    }
}

fn notes(words: &Words, wave: usize, people: &[Person<'_>], anonymous: usize) -> Vec<String> {
    let has = |asked: Asked| people.iter().any(|person| person.asked == asked);
    let notes = [
        has(Asked::Silent).then(|| words.plain("group-silent-note")),
        has(Asked::NotRecorded).then(|| words.plain("group-not-recorded-note")),
        people.iter().any(|person| person.is_without_score(wave)).then(|| words.plain("group-without-score-note")),
        (anonymous > 0).then(|| words.say("group-anonymous-note", &[("n", anonymous.into())])),
    ];
    notes.into_iter().flatten().collect()
}
