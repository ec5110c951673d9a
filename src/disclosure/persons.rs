//! Who somebody is, as far as it may be shown: by name, by role without name, title or id, or not at all. That follows
//! the wave in which the person answered, and an answer that was given anonymously names nobody in any wave.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use jiff::civil::Date;

use super::Disclosed;
use crate::metrics::reach::DECISION_MAKER;
use crate::metrics::{Asked, NoAnswer, Scope};
use crate::program::accounts::Contact;
use crate::program::ids::{AccountId, ContactId, WaveId};
use crate::program::waves::{Response, Wave};
use crate::sources::config::Respondents;
use crate::sources::surveys::Side;

/// Who answered, as far as it may be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Author<'a> {
    /// By name.
    Named {
        /// The name.
        name: &'a str,
        /// The job, where it is known.
        title: Option<&'a str>,
    },
    /// Somebody in a role.
    Role(&'a str),
    /// A respondent: nothing may be shown, or nothing is known.
    Respondent,
}

/// What is shown of the contacts of an account.
#[derive(Debug, Clone, PartialEq)]
pub enum BuyingGroup<'a> {
    /// None is on record, or no wave has answers.
    Nobody,
    /// Persons are anonymous: only how many there are.
    Counted(usize),
    /// Each of them.
    Listed(Listed<'a>),
}

/// The contacts of an account, one by one.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed<'a> {
    /// Each contact, in an order that is made from what is shown of it, so that it tells nobody from another.
    pub members: Vec<Member<'a>>,
    /// Whether names are shown.
    pub are_named: bool,
    /// How many answers of the wave were given anonymously, and so stand beside no contact.
    pub anonymous: usize,
}

/// A contact, as far as it may be shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Member<'a> {
    /// The name, else the id; only where persons are named.
    pub name: Option<&'a str>,
    /// The job; only where persons are named.
    pub title: Option<&'a str>,
    /// The role in buying.
    pub role: Option<&'a str>,
    /// The weight in decisions.
    pub influence: f64,
    /// Whether the contact was asked in the wave, and what came of it.
    pub asked: Asked,
    /// The same as a sentence of today says it: who has left since is not called silent.
    pub asked_now: Asked,
    /// The latest answer that may be shown: to the headline, in the wave before any other.
    pub latest: Option<ShownAnswer>,
    /// The change of the answer to the headline against the wave before.
    pub change: Option<f64>,
    /// Whether there is an answer in the wave, and never one to the headline.
    pub is_without_score: bool,
    /// Whether the contact has left.
    pub has_left: bool,
}

/// An answer that may be shown with its contact.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ShownAnswer {
    /// The wave.
    pub wave: WaveId,
    /// The answer to the headline.
    pub score: Option<f64>,
    /// The day of the answer, else the last of its wave.
    pub day: Option<Date>,
    /// Whether there is a comment.
    pub has_comment: bool,
}

/// Whether anything about the person behind a response may be shown.
pub(super) fn shows_person(wave: &Wave, response: &Response) -> bool {
    wave.respondents != Respondents::Anonymous && !response.anonymous
}

impl Member<'_> {
    /// Whether the contact takes the decision.
    #[must_use]
    pub fn is_decision_maker(&self) -> bool {
        self.role == Some(DECISION_MAKER)
    }

    /// Where the contact stands in the list.
    fn rank(&self) -> (bool, usize) {
        let known = [DECISION_MAKER, "influencer", "user", "gatekeeper"];
        let place = self.role.and_then(|role| known.iter().position(|known| *known == role));
        (self.has_left, place.unwrap_or(known.len()))
    }

    /// Decision-makers first, then the other known roles, then the rest; those who have left at the end. Of one rank the
    /// more influential come first.
    #[must_use]
    pub fn ranked(&self, other: &Self) -> Ordering {
        self.rank().cmp(&other.rank()).then_with(|| other.influence.total_cmp(&self.influence))
    }

    /// The same, and of those that are alike in that by all else that is shown of them.
    fn ordered(&self, other: &Self) -> Ordering {
        let shown = |member: &Self| {
            let latest = member.latest.map(|given| (given.day, given.wave, given.has_comment));
            (member.name, member.title, member.role, member.asked, latest)
        };
        let numbers = |member: &Self| {
            let score = member.latest.and_then(|given| given.score);
            [score, member.change].map(|number| number.unwrap_or(f64::NEG_INFINITY))
        };
        let alike = self.ranked(other).then_with(|| shown(self).cmp(&shown(other)));
        let pairs = numbers(self).into_iter().zip(numbers(other));
        pairs.fold(alike, |order, (one, other)| order.then_with(|| one.total_cmp(&other)))
    }
}

impl<'a> Disclosed<'a> {
    /// Who gave a response.
    pub(super) fn author(&self, wave: &Wave, response: &Response) -> Author<'a> {
        let contact = response.contact.and_then(|contact| self.program.register.contacts.get(contact));
        let by_role = || contact.and_then(|contact| contact.role.as_deref()).map(Author::Role);
        let shown = match wave.respondents {
            _ if response.anonymous => None,
            Respondents::Anonymous => None,
            Respondents::Role => by_role(),
            Respondents::Named => contact.and_then(named).or_else(by_role),
        };
        shown.unwrap_or(Author::Respondent)
    }

    /// The account of a response, where it is on record and may be shown.
    pub(super) fn account_of(&self, wave: &Wave, response: &Response) -> Option<AccountId> {
        let shown = response.account.filter(|_| shows_person(wave, response));
        shown.filter(|account| self.program.on_record(*account))
    }

    /// The contacts of an account as they stand in the leading wave, on a day.
    #[must_use]
    pub fn buying_group(&self, account: AccountId, today: Option<Date>) -> BuyingGroup<'a> {
        let contacts = self.program.register.accounts.get(account).map_or(&[][..], |account| &account.contacts);
        let Some(position) = self.lead.filter(|_| !contacts.is_empty()) else { return BuyingGroup::Nobody };
        let wave = &self.program.waves[position];
        if wave.respondents == Respondents::Anonymous {
            return BuyingGroup::Counted(contacts.len());
        }
        let responses = self.responses(position, Scope::Account(account));
        let given = self.given(account, position);
        let member = |contact: &ContactId| {
            let asked = self.invited.asked(self.program, wave, *contact, &responses);
            let given = given.get(contact).map_or(&[][..], Vec::as_slice);
            Some(member(self.program.register.contacts.get(*contact)?, (position, wave), asked, given, today))
        };
        let mut members: Vec<Member<'a>> = contacts.iter().filter_map(member).collect();
        members.sort_by(Member::ordered);
        let anonymous = responses.iter().filter(|response| response.anonymous).count();
        BuyingGroup::Listed(Listed { members, are_named: wave.respondents == Respondents::Named, anonymous })
    }

    /// The answers of an account's contacts that may stand beside each other with their persons, the earliest first: not
    /// the anonymous ones, and those of waves that promised the same as the one in view. What a wave promised is not kept
    /// where its answers stand in a row with those of one that promised less, or more.
    fn given(&self, account: AccountId, lead: WaveId) -> BTreeMap<ContactId, Vec<ShownAnswer>> {
        let waves = &self.program.waves;
        let alike =
            |wave: &WaveId| waves[*wave].side == Side::Customers && waves[*wave].respondents == waves[lead].respondents;
        let mut given: BTreeMap<ContactId, Vec<ShownAnswer>> = BTreeMap::new();
        for wave in waves.ids().filter(alike) {
            let responses = self.responses(wave, Scope::Account(account));
            for response in responses.into_iter().filter(|response| !response.anonymous) {
                let Some(contact) = response.contact else { continue };
                given.entry(contact).or_default().push(ShownAnswer {
                    wave,
                    score: self.headline_answer(response),
                    day: response.date.or(waves[wave].last_day),
                    has_comment: response.comment.is_some(),
                });
            }
        }
        for given in given.values_mut() {
            given.sort_by_key(|given| (given.day, given.wave));
        }
        given
    }

    /// What is known best of an account's decision-makers in the leading wave; `None` where none is on record, or where
    /// persons are anonymous.
    #[must_use]
    pub fn best_asked(&self, account: AccountId) -> Option<Asked> {
        let register = &self.program.register;
        let lead = self.lead?;
        let wave = &self.program.waves[lead];
        if wave.respondents == Respondents::Anonymous {
            return None;
        }
        let responses = self.responses(lead, Scope::Account(account));
        let is_maker = |contact: &&ContactId| register.contacts[**contact].role.as_deref() == Some(DECISION_MAKER);
        let makers = register.accounts[account].contacts.iter().filter(is_maker);
        makers.map(|contact| self.invited.asked(self.program, wave, *contact, &responses)).min()
    }

    /// Why an account has no answer in the leading wave.
    #[must_use]
    pub fn no_answer(&self, account: AccountId) -> NoAnswer {
        let (Some(wave), Some(record)) = (self.lead, self.program.register.accounts.get(account)) else {
            return NoAnswer::NotRecorded;
        };
        let scope = Scope::Account(account);
        let reach = self.metrics.waves.get(wave).and_then(|wave| wave.reach.scopes.get(&scope));
        self.invited.no_answer(record, reach, &self.responses(wave, scope))
    }
}

fn named(contact: &Contact) -> Option<Author<'_>> {
    let name = contact.name.as_deref()?;
    Some(Author::Named { name, title: contact.title.as_deref() })
}

/// A contact in a wave with its answers that may be shown, the earliest first.
fn member<'a>(
    contact: &'a Contact,
    (position, wave): (WaveId, &Wave),
    asked: Asked,
    given: &[ShownAnswer],
    today: Option<Date>,
) -> Member<'a> {
    let is_named = wave.respondents == Respondents::Named;
    let last_in = |wave: WaveId| given.iter().rfind(|given| given.wave == wave);
    let (here, before) = (last_in(position), wave.previous.and_then(last_in));
    let latest = here.filter(|here| here.score.is_some());
    let latest = latest.or_else(|| given.iter().rfind(|given| given.score.is_some())).or(here);
    let change = here.and_then(|here| here.score).zip(before.and_then(|before| before.score));
    let left = contact.until.filter(|until| today.is_some_and(|today| *until < today));
    Member {
        name: is_named.then(|| contact.name.as_deref().unwrap_or(&contact.id)),
        title: contact.title.as_deref().filter(|_| is_named),
        role: contact.role.as_deref(),
        influence: contact.influence,
        asked,
        asked_now: left.filter(|_| asked != Asked::Answered).map_or(asked, Asked::Left),
        latest: latest.copied(),
        change: change.map(|(now, before)| now - before),
        is_without_score: here.is_some() && given.iter().all(|given| given.score.is_none()),
        has_left: left.is_some(),
    }
}
