//! Who was asked, person by person and customer by customer: not asked, asked and silent, not reached, left, a prospect,
//! and unknown whether asked are different things, and none of them is another.
//!
//! It is made from the list of invitations and the records alone. Of an answer that its contact gave anonymously, or
//! that names nobody, it can only be said that it may be anyone's of its account.

use foldhash::{HashMap, HashMapExt, HashSet, HashSetExt};
use jiff::civil::Date;

use crate::program::Program;
use crate::program::accounts::{Account, Contact};
use crate::program::ids::{AccountId, ContactId};
use crate::program::waves::{Invitation, InvitationOutcome, Invitations, Response, Wave};
use crate::sources::accounts::Status;

use crate::metrics::reach::Reach;

/// What is known of a contact in a wave.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Asked {
    /// There is an answer under this contact's name.
    Answered,
    /// Nobody can tell: an answer of the account that names nobody, or was given anonymously, may be this contact's.
    NotTold,
    /// The invitation arrived and there is no answer.
    Silent,
    /// The contact did not want to answer.
    Refused,
    /// The invitation did not arrive.
    NotReached,
    /// Others were asked, this contact was not.
    NotAsked,
    /// It is not recorded who was asked.
    NotRecorded,
    /// The contact had left before the wave, and was not asked; its last day.
    Left(Date),
    /// The account is no customer yet, and the contact was not asked.
    Prospect,
}

/// Why there is no answer of an account to a question in a wave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoAnswer {
    /// There are answers, to other questions.
    OtherQuestions,
    /// Answers are only counted, so that nobody knows whose they are.
    Counted,
    /// None of so many who were reached answered.
    Silent(u64),
    /// None of so many invitations arrived.
    NotReached(u64),
    /// Nobody was asked.
    NotAsked,
    /// It is not recorded who was asked.
    NotRecorded,
    /// It is no customer yet, and nobody was asked.
    Prospect,
}

/// The invitations of a wave by contact, gone through once.
#[derive(Debug, Default)]
pub struct Invited {
    /// Whether it is recorded who was asked.
    is_recorded: bool,
    contacts: HashMap<ContactId, InvitationOutcome>,
    /// Accounts of which somebody was asked who is not named.
    unnamed: HashSet<AccountId>,
}

impl Invited {
    /// Goes through a wave's invitations.
    #[must_use]
    pub fn of(wave: &Wave) -> Self {
        let mut invited = Self { is_recorded: false, contacts: HashMap::new(), unnamed: HashSet::new() };
        if let Invitations::List(list) = &wave.invitations {
            invited.is_recorded = true;
            for invitation in list {
                invited.add(invitation);
            }
        }
        invited
    }

    fn add(&mut self, invitation: &Invitation) {
        match (invitation.contact, invitation.account) {
            (Some(contact), _) => {
                self.contacts.insert(contact, invitation.outcome);
            }
            (None, Some(account)) => {
                self.unnamed.insert(account);
            }
            (None, None) => {}
        }
    }

    /// What is known of a contact in the wave, given its account's responses in it.
    #[must_use]
    pub fn asked(&self, program: &Program, wave: &Wave, id: ContactId, responses: &[&Response]) -> Asked {
        let Some(contact) = program.register.contacts.get(id) else { return Asked::NotRecorded };
        let own = |response: &&&Response| response.contact == Some(id);
        if responses.iter().filter(own).any(|response| !response.anonymous) {
            return Asked::Answered;
        }
        let outcome = self.contacts.get(&id);
        if let (None, Some(left)) = (outcome, left_before(contact, wave)) {
            return Asked::Left(left);
        }
        let is_nobodys = |response: &&Response| response.anonymous || response.contact.is_none();
        if responses.iter().any(is_nobodys) || wave.tallies.iter().any(|tally| may_be_of(tally.account, contact)) {
            return Asked::NotTold;
        }
        match outcome {
            Some(InvitationOutcome::Delivered) => Asked::Silent,
            Some(InvitationOutcome::Refused) => Asked::Refused,
            Some(InvitationOutcome::Bounced) => Asked::NotReached,
            None => self.without_invitation(program.register.accounts.get(contact.account), contact),
        }
    }

    fn without_invitation(&self, account: Option<&Account>, contact: &Contact) -> Asked {
        let is_unnamed = self.unnamed.contains(&contact.account);
        match account {
            _ if is_unnamed => Asked::NotRecorded,
            Some(account) if account.status == Status::Prospect => Asked::Prospect,
            _ if self.is_recorded => Asked::NotAsked,
            _ => Asked::NotRecorded,
        }
    }

    /// Why there is no answer of an account, given how many of it were asked, and its responses to whatever it was.
    #[must_use]
    pub fn no_answer(&self, account: &Account, reach: Option<&Reach>, responses: &[&Response]) -> NoAnswer {
        match reach.filter(|_| self.is_recorded) {
            _ if !responses.is_empty() => NoAnswer::OtherQuestions,
            Some(reach) if reach.answered.is_none() => NoAnswer::Counted,
            Some(reach) if reach.reached > 0 => NoAnswer::Silent(reach.reached),
            Some(reach) if reach.bounced > 0 => NoAnswer::NotReached(reach.bounced),
            _ if account.status == Status::Prospect => NoAnswer::Prospect,
            _ if self.is_recorded => NoAnswer::NotAsked,
            _ => NoAnswer::NotRecorded,
        }
    }
}

/// The last day of a contact who had left before a wave began.
fn left_before(contact: &Contact, wave: &Wave) -> Option<Date> {
    let begins = wave.first_day.or(wave.last_day)?;
    contact.until.filter(|until| *until < begins)
}

/// Whether counted answers may hold one of a contact: those of its account, and those of nobody in particular.
fn may_be_of(account: Option<AccountId>, contact: &Contact) -> bool {
    account.is_none_or(|account| account == contact.account)
}
