//! What happened beside the surveys: tickets, actions and outcomes, checked; and what their checks have in common.

use std::path::Path;
use std::sync::Arc;

use foldhash::HashMap;
use jiff::civil::Date;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::program::actions::{self, Drafted};
use crate::program::outcomes::{self, Outcome};
use crate::program::questionnaire::Questionnaire;
use crate::program::references::{Naming, Party, References};
use crate::program::tickets::{self, TicketIds, Tickets};
use crate::program::waves::Survey;
use crate::sources::Sources;
use crate::sources::decode::Located;
use crate::sources::values::Id;

/// What references are checked against.
pub(super) struct Known<'a, 'r> {
    /// Accounts and contacts.
    pub parties: &'a mut References<'r>,
    /// Questions and blocks.
    pub questionnaire: &'a Questionnaire,
    /// The surveys.
    pub surveys: &'a [Survey],
    /// Where each response of each survey stands.
    pub responses: &'a HashMap<(usize, &'a str), Place>,
    /// Mistakes.
    pub diagnostics: &'a mut Diagnostics,
}

/// What is on record beside the surveys.
pub(super) struct Records<'s> {
    /// The tickets, and the topics that they are about.
    pub tickets: Tickets,
    /// Which ticket each id is.
    pub ticket_ids: TicketIds<'s>,
    /// The actions, with the responses that they name.
    pub actions: Vec<Drafted<'s>>,
    /// The outcomes.
    pub outcomes: Vec<Outcome>,
    /// The last day that one of them speaks of as past.
    pub last_day: Option<Date>,
}

/// Checks all records.
pub(super) fn check<'s>(sources: &'s Sources, known: &mut Known<'_, '_>) -> Records<'s> {
    let (tickets, ticket_ids) = tickets::check(sources, known);
    let actions = actions::check(sources, known);
    let outcomes = outcomes::check(sources, known);
    let last_day = tickets.last_day().max(actions.iter().filter_map(|drafted| drafted.action.last_day()).max());
    Records { tickets, ticket_ids, actions, outcomes, last_day }
}

/// Where each id of a kind of record stands.
pub(super) type Places<'s> = HashMap<&'s str, Place>;

impl Known<'_, '_> {
    /// Notes a mistake.
    pub(super) fn error(&mut self, code: Code, message: impl Into<String>, place: Place, help: impl Into<String>) {
        self.diagnostics.push(Diagnostic::new(code, message).at(place).help(help));
    }

    /// Whose a record is; of nobody where that is a mistake.
    pub(super) fn party(&mut self, account: Option<&Id>, contact: Option<&Id>, naming: Naming<'_>) -> Party {
        self.parties.party(account, contact, naming, self.diagnostics).unwrap_or_default()
    }

    /// Notes an id's place, and says whether it is new; if not, that it is taken.
    pub(super) fn is_new<'s>(&mut self, what: &str, id: &'s Id, file: &Arc<Path>, places: &mut Places<'s>) -> bool {
        let place = Place::new(file, id.at);
        if let Some(first) = places.get(&*id.text) {
            let error = Diagnostic::new(Code::IdTwice, format!("the {what} id `{}` stands twice", id.text)).at(place);
            self.diagnostics.push(error.related(first.clone(), "the first one is here").help("keep one of the two"));
            return false;
        }
        places.insert(&id.text, place);
        true
    }

    /// A number that cannot be below 0; none where it is.
    pub(super) fn positive(&mut self, what: &str, number: Option<&Located<f64>>, file: &Arc<Path>) -> Option<f64> {
        let number = number?;
        if number.value < 0.0 {
            let message = format!("{what} is 0 or more");
            self.error(Code::Negative, message, Place::new(file, number.at), "write it without a minus");
            return None;
        }
        Some(number.value)
    }
}
