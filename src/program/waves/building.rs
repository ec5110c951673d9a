//! What waves are built with, and a wave while it is built: what its responses, invitations and tallies all need.

use jiff::civil::Date;

use crate::diagnostic::Diagnostics;
use crate::program::contact_details::MaskedIn;
use crate::program::dimension_values::{DimensionValues, Met};
use crate::program::ids::{AccountId, ContactId};
use crate::program::questionnaire::Questionnaire;
use crate::program::references::{Party, References};
use crate::program::register::Register;
use crate::program::segments::{Segment, Subject};
use crate::program::tickets::TicketIds;
use crate::sources::config::{Repeat, Respondents};

/// What waves are built with.
pub(in crate::program) struct Builder<'a, 'r> {
    /// Accounts and contacts.
    pub parties: &'a mut References<'r>,
    /// The dimensions.
    pub gathering: &'a mut DimensionValues,
    /// Which ticket each id is.
    pub tickets: &'a TicketIds<'a>,
    /// The questionnaire.
    pub questionnaire: &'a Questionnaire,
    /// What the program lets be shown of respondents.
    pub respondents: Respondents,
    /// Which of several answers counts, where the program says.
    pub repeat: Option<Repeat>,
    /// Mistakes.
    pub diagnostics: &'a mut Diagnostics,
}

/// A wave while it is built.
pub(in crate::program) struct Building<'a, 'r> {
    /// What all waves are built with.
    pub with: &'a Builder<'a, 'r>,
    /// The wave's first day.
    pub day: Option<Date>,
    /// The values that it adds to the dimensions.
    pub met: Met<'a>,
    /// Its mistakes.
    pub diagnostics: Diagnostics,
    /// What may be shown of its respondents.
    pub respondents: Respondents,
    /// The contact details that were masked in its files.
    pub masked: MaskedIn,
}

impl<'r> Building<'_, 'r> {
    /// An account and a contact, as far as they are on record, as they were on the wave's first day.
    pub(in crate::program) fn subject(&self, party: Party) -> Subject<'r> {
        let register: &'r Register = self.with.parties.register;
        let account = |id: AccountId| Some((id, register.accounts.get(id)?));
        let contact = |id: ContactId| register.contacts.get(id);
        Subject {
            response: None,
            account: party.account.and_then(account),
            contact: party.contact.and_then(contact),
            day: self.day,
        }
    }

    /// The segments of an account or contact on record, as they were on the wave's first day.
    pub(in crate::program) fn party_segments(&mut self, party: Party) -> Vec<Segment> {
        let subject = self.subject(party);
        self.met.segments(subject)
    }
}
