//! What is shown of single answers: on which days they came, which match no record, and how the same contacts moved.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::Disclosed;
use crate::metrics::{Item, Scope, Split, Transitions};
use crate::program::ids::{IdInList, List, WaveId};
use crate::program::waves::{Invitations, Response, Wave};
use crate::sources::config::Respondents;
use crate::sources::surveys::Side;

/// The days of a wave's answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerDays {
    /// Those that may be shown, one for each answer, in no order.
    pub shown: Vec<Date>,
    /// How many answers were given anonymously, so that their days are not.
    pub hidden: usize,
}

/// Answers of a wave that do not match in the same way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unmatched<'a> {
    /// In which way.
    pub way: Mismatch,
    /// How many.
    pub n: usize,
    /// Their names or ids, as far as they may be shown.
    pub names: Vec<&'a str>,
}

/// How an answer or an invitation does not match.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mismatch {
    /// Its account is not on record.
    Account,
    /// Its contact is not on record.
    Contact,
    /// Its respondent was not invited.
    NotInvited,
    /// It is set aside because its contact answered more than once.
    SetAside,
    /// An invitation names what is not on record.
    Invitation,
}

/// Why a change is not parted into what the same contacts did and who answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotParted {
    /// Persons are anonymous, and a part is of too few.
    SmallPart,
    /// Some answers name no contact.
    Unnamed,
    /// An answer was given anonymously.
    AnonymousAnswer,
    /// Nobody answered twice.
    NobodyTwice,
}

impl<'a> Disclosed<'a> {
    /// On which days the answers of a wave came; `None` in anonymous waves, where a day could tell who.
    #[must_use]
    pub fn answer_days(&self, wave: WaveId) -> Option<AnswerDays> {
        let wave = self.program.waves.get(wave).filter(|wave| wave.respondents != Respondents::Anonymous)?;
        let dated = wave.responses.iter().filter_map(|response| Some((response.date?, response.anonymous)));
        let (hidden, shown): (Vec<_>, Vec<_>) = dated.partition(|(_, anonymous)| *anonymous);
        Some(AnswerDays { shown: shown.into_iter().map(|(day, _)| day).collect(), hidden: hidden.len() })
    }

    /// How the same contacts moved since the wave before; `None` where that may not be shown or nobody answered twice.
    #[must_use]
    pub fn transitions(&self, wave: WaveId) -> Option<&'a Transitions> {
        self.metrics.waves.get(wave)?.transitions.as_ref()
    }

    /// What does not match in a wave of customers. People are named where persons are; by role their answers' ids stand
    /// for them; where they are anonymous, and of anonymous answers, there are only numbers.
    #[must_use]
    pub fn unmatched(&self, position: WaveId) -> Vec<Unmatched<'a>> {
        let program = self.program;
        let Some(wave) = program.waves.get(position).filter(|wave| wave.side == Side::Customers) else {
            return Vec::new();
        };
        let register = &program.register;
        let of_account = beyond(&wave.responses, |response| response.account, &register.accounts);
        // Without records of contacts their ids are free text, and all match.
        let keeps_contacts = !register.contacts.is_empty();
        let of_contact =
            beyond(&wave.responses, |response| response.contact.filter(|_| keeps_contacts), &register.contacts);
        let reach = self.metrics.waves.get(position).map(|wave| &wave.reach);
        let not_invited = reach.into_iter().flat_map(|reach| &reach.not_invited);
        let not_invited: Vec<&Response> = not_invited.filter_map(|place| wave.responses.get(*place)).collect();
        let set_aside: Vec<&Response> = wave.set_aside.iter().collect();
        let ways = [
            (Mismatch::Account, of_account.len(), unknown(wave, &of_account, &program.unknown_accounts)),
            (Mismatch::Contact, of_contact.len(), unknown(wave, &of_contact, &program.unknown_contacts)),
            (Mismatch::NotInvited, not_invited.len(), ids(wave, &not_invited)),
            (Mismatch::SetAside, set_aside.len(), ids(wave, &set_aside)),
            (Mismatch::Invitation, invitations_off_record(&wave.invitations), Vec::new()),
        ];
        let found = ways.into_iter().filter(|(_, n, _)| *n > 0);
        found.map(|(way, n, names)| Unmatched { way, n, names }).collect()
    }

    /// The parts of the change of an item's score against the wave before, or why it has none; `None` where there is no
    /// change, or no contact is named in one of the waves.
    #[must_use]
    pub fn split(&self, wave: WaveId, scope: Scope, item: Item) -> Option<Result<&'a Split, NotParted>> {
        let change = self.figure(wave, scope, item)?.change()?;
        let wave = self.program.waves.get(wave)?;
        let waves = [wave, self.program.waves.get(wave.previous?)?];
        let named = |wave: &&Wave| wave.responses.iter().any(|response| response.contact.is_some());
        waves.iter().all(named).then(|| change.split.as_deref().ok_or_else(|| not_parted(waves)))
    }
}

/// Why a change between two waves is not parted.
fn not_parted(waves: [&Wave; 2]) -> NotParted {
    let unnamed =
        |wave: &Wave| wave.responses.iter().any(|response| response.contact.is_none()) || !wave.tallies.is_empty();
    if waves.iter().any(|wave| wave.respondents == Respondents::Anonymous) {
        NotParted::SmallPart
    } else if waves.into_iter().any(unnamed) {
        NotParted::Unnamed
    } else if waves.into_iter().any(|wave| wave.responses.iter().any(|response| response.anonymous)) {
        NotParted::AnonymousAnswer
    } else {
        NotParted::NobodyTwice
    }
}

/// The ids of responses, where they may stand for their persons.
fn ids<'a>(wave: &Wave, responses: &[&'a Response]) -> Vec<&'a str> {
    if wave.respondents == Respondents::Anonymous {
        return Vec::new();
    }
    responses.iter().filter(|response| !response.anonymous).map(|response| &*response.id).collect()
}

/// The unknown names, each once; where persons are not named, the ids of their responses.
fn unknown<'a>(wave: &Wave, found: &[(&'a Response, usize)], names: &'a [String]) -> Vec<&'a str> {
    if wave.respondents != Respondents::Named {
        return ids(wave, &found.iter().map(|(response, _)| *response).collect::<Vec<_>>());
    }
    let distinct: BTreeSet<usize> =
        found.iter().filter(|(response, _)| !response.anonymous).map(|(_, position)| *position).collect();
    distinct.into_iter().filter_map(|position| names.get(position).map(String::as_str)).collect()
}

/// The responses of whom lies beyond those on record, with how far beyond.
fn beyond<'r, I: IdInList, T>(
    responses: &'r [Response],
    whose: impl Fn(&Response) -> Option<I>,
    on_record: &List<I, T>,
) -> Vec<(&'r Response, usize)> {
    let far = |response| Some((response, on_record.beyond(whose(response)?)?));
    responses.iter().filter_map(far).collect()
}

fn invitations_off_record(invitations: &Invitations) -> usize {
    let Invitations::List(list) = invitations else { return 0 };
    list.iter().filter(|invitation| !invitation.on_record).count()
}
