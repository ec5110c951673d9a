//! What happened beside the surveys: tickets, actions and outcomes, checked.

use jiff::civil::Date;

use crate::program::actions::{self, Drafted};
use crate::program::known::Known;
use crate::program::outcomes::{self, Outcome};
use crate::program::tickets::{self, TicketIds, Tickets};
use crate::sources::Sources;

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
