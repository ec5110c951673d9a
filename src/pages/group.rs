//! The buying group of an account: every contact by role and influence, with the latest answer, and a question mark
//! for those who kept silent.
//!
//! Who is shown with what follows the wave that the table draws on: by name, by role without name, title or id, or
//! not at all. Where names are not shown the order of the rows is made from what is shown, so that it cannot
//! tell one person from another either.

use serde::Serialize;

use super::{Report, words};
use crate::metrics::Scope;
use crate::metrics::reach::DECISION_MAKER;
use crate::program::accounts::Contact;
use crate::program::waves::Response;
use crate::sources::config::Respondents;

/// What stands for an answer of somebody who gave none.
const SILENT: &str = "?";

/// The buying group.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct GroupView {
    /// The contacts who may be shown.
    pub members: Vec<MemberView>,
    /// Whether names are shown.
    pub named: bool,
    /// What is not shown and why; empty where all is.
    pub notes: Vec<String>,
    /// A sentence on decision-makers who did not answer; empty where all did, or where persons are anonymous.
    pub silent_decision_makers: String,
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
    /// The latest answer to the headline; `?` for the silent; empty where it may have been given anonymously.
    pub score: String,
    /// The change against the answer in the wave before; empty where there is none.
    pub change: String,
    /// The day of the answer.
    pub date: String,
    /// The same day as ISO 8601, which orders it; empty where that is.
    pub iso: String,
    /// Whether there is a comment.
    pub comment: bool,
    /// Whether the contact has left.
    pub left: bool,
}

/// The buying group of an account, with the answers of the leading wave.
#[must_use]
pub fn group(report: &Report<'_>, account: usize) -> GroupView {
    let register = &report.program.register;
    let contacts: Vec<usize> = register.accounts[account].contacts.clone();
    let Some(position) = report.lead else { return GroupView::default() };
    let wave = &report.program.waves[position];
    // An answer of a wave that promised more may not be told by the difference to one that promised less.
    let before = wave.previous.filter(|previous| report.program.waves[*previous].respondents <= wave.respondents);

    if contacts.is_empty() {
        return GroupView::default();
    }
    if wave.respondents == Respondents::Anonymous {
        let known = words::counted(contacts.len() as u64, "contact is", "contacts are");
        let notes = vec![format!("{known} on record. They are not listed, because answers are anonymous.")];
        return GroupView { notes, ..GroupView::default() };
    }
    let named = wave.respondents == Respondents::Named;
    let scope = Scope::Account(account);
    let responses = |wave: usize| report.lookup.responses(report.program, wave, scope);
    let (now_all, before_all) = (responses(position), before.map(responses).unwrap_or_default());
    let mut members: Vec<(f64, MemberView)> = Vec::new();
    let anonymous = now_all.iter().filter(|response| response.anonymous).count();
    for contact in contacts {
        let now = latest(&now_all, contact).filter(|response| !response.anonymous);
        let earlier = latest(&before_all, contact).filter(|response| !response.anonymous);
        let record = &register.contacts[contact];
        members.push((record.influence, member(report, record, now, earlier, named)));
    }
    members.sort_by(|a, b| rank(a).cmp(&rank(b)).then_with(|| b.0.total_cmp(&a.0)).then_with(|| a.1.cmp(&b.1)));
    let mut members: Vec<MemberView> = members.into_iter().map(|(_, member)| member).collect();
    if anonymous > 0 {
        // A question mark would call somebody silent who may have given the anonymous answer.
        members.iter_mut().filter(|member| member.score == SILENT).for_each(|member| member.score = String::new());
    }
    GroupView { silent_decision_makers: silent(&members, anonymous), notes: notes(anonymous), named, members }
}

/// A contact's latest response among some.
fn latest<'r>(responses: &[&'r Response], contact: usize) -> Option<&'r Response> {
    let own = |response: &&&Response| response.contact.is_some_and(|number| number as usize == contact);
    responses.iter().filter(own).max_by_key(|response| response.date).copied()
}

/// Decision-makers first, then the other known roles, then the rest by name; those who have left at the end.
fn rank((_, member): &(f64, MemberView)) -> (bool, usize) {
    let known = [DECISION_MAKER, "influencer", "user", "gatekeeper"];
    (member.left, known.iter().position(|role| *role == member.role).unwrap_or(known.len()))
}

fn member(
    report: &Report<'_>,
    contact: &Contact,
    now: Option<&Response>,
    before: Option<&Response>,
    named: bool,
) -> MemberView {
    let headline = report.program.questionnaire.headline;
    let score = |response: Option<&Response>| response.zip(headline).and_then(|(r, headline)| r.number(headline));
    let (latest, earlier) = (score(now), score(before));
    let day = now.and_then(|response| response.date);
    let left = contact.until.zip(report.today).is_some_and(|(until, today)| until < today);
    let own = |text: &Option<String>| text.clone().filter(|_| named).unwrap_or_default();
    MemberView {
        role: contact.role.clone().unwrap_or_else(|| "no role recorded".to_owned()),
        name: if named { contact.name.clone().unwrap_or_else(|| contact.id.clone()) } else { String::new() },
        title: own(&contact.title),
        influence: words::answer(contact.influence),
        score: match (now, latest) {
            (None, _) => SILENT.to_owned(),
            (Some(_), Some(score)) => words::answer(score),
            (Some(_), None) => "–".to_owned(),
        },
        change: latest.zip(earlier).map(|(latest, earlier)| words::signed(latest - earlier, 0)).unwrap_or_default(),
        date: day.map(words::day).unwrap_or_default(),
        iso: day.map(|day| day.to_string()).unwrap_or_default(),
        comment: now.is_some_and(|response| response.comment.is_some()),
        left,
    }
}

fn silent(members: &[MemberView], anonymous: usize) -> String {
    let present = || members.iter().filter(|member| !member.left && member.role == DECISION_MAKER);
    let silent = present().filter(|member| member.score == SILENT).count();
    if silent == 0 || anonymous > 0 {
        return String::new();
    }
    match (present().count(), silent) {
        (1, _) => "The decision-maker did not answer.".to_owned(),
        (all, silent) if all == silent => "No decision-maker answered.".to_owned(),
        (all, silent) => format!("{silent} of {all} decision-makers did not answer."),
    }
}

fn notes(anonymous: usize) -> Vec<String> {
    match anonymous {
        0 => Vec::new(),
        1 => vec![
            "1 anonymous answer counts, but is not shown with a person: who has no answer here may have given it."
                .to_owned(),
        ],
        n => vec![format!(
            "{n} anonymous answers count, but are not shown with persons: who has no answer here may have given one."
        )],
    }
}
