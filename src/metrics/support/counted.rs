//! Each ticket as it stands at the end of today: how long it took, or how long it has taken so far.

use jiff::civil::Date;
use rayon::prelude::*;

use crate::program::ids::{AccountId, TicketId};
use crate::program::tickets::{Ticket, Tickets};
use crate::sources::values::Moment;

/// A ticket that had been opened by the end of today, with what figures are made of: there are many, and each is gone
/// through for every scope that it is in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Counted<'a> {
    /// Its id.
    pub(super) id: TicketId,
    /// What is on record of it.
    pub(super) ticket: &'a Ticket,
    /// Whose it is.
    pub(super) account: Option<AccountId>,
    /// The day it was opened.
    pub(super) opened: Date,
    /// The day it was resolved; none where it is open at the end of today.
    pub(super) resolved: Option<Date>,
    /// Whether it was opened again.
    pub(super) was_reopened: bool,
    /// Whether it was escalated.
    pub(super) was_escalated: bool,
    /// Whether it was solved at the first contact; none where it is open, or that is not known.
    pub(super) at_first_contact: Option<bool>,
    /// Hours to the first reply.
    pub(super) first_reply: Taken,
    /// Hours to its resolution.
    pub(super) resolution: Taken,
}

/// How long something took, or has taken so far, and what clock says so.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Taken {
    /// The time in hours.
    pub hours: f64,
    /// Whether it is over.
    pub is_over: bool,
    /// The clock.
    pub clock: Clock,
}

/// A ticket as it stands at the end of a day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TicketState {
    /// The day it was resolved; none where it is open.
    pub resolved: Option<Date>,
    /// How long the first reply took.
    pub first_reply: Taken,
    /// How long the resolution took.
    pub resolution: Taken,
}

/// How a ticket stands at the end of a day.
#[must_use]
pub fn state(ticket: &Ticket, today: Date) -> TicketState {
    let resolution = resolution(ticket, today);
    let resolved = ticket.resolved.map(|moment| moment.day).filter(|day| *day <= today);
    TicketState { resolved, first_reply: first_reply(ticket, today, resolution), resolution }
}

/// What hours are counted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// Day and night, weekends too.
    Calendar,
    /// By the ticket system, which mostly stands still outside of business hours.
    Own,
}

const SECONDS_AN_HOUR: f64 = 3600.0;

/// The tickets that count at the end of today, by account.
pub(super) fn counted(tickets: &Tickets, today: Date) -> Vec<Counted<'_>> {
    let mut counted: Vec<(TicketId, &Ticket)> =
        tickets.iter().filter(|(_, ticket)| ticket.opened.day <= today).collect();
    counted.sort_by_key(|(_, ticket)| ticket.account);
    counted.into_par_iter().map(|(id, ticket)| Counted::new(id, ticket, today)).collect()
}

impl<'a> Counted<'a> {
    fn new(id: TicketId, ticket: &'a Ticket, today: Date) -> Self {
        let TicketState { resolved, first_reply, resolution } = state(ticket, today);
        let contacts = ticket.contacts_made.filter(|_| resolved.is_some());
        Self {
            id,
            ticket,
            account: ticket.account,
            opened: ticket.opened.day,
            resolved,
            was_reopened: ticket.reopened.is_some_and(|times| times > 0),
            was_escalated: ticket.escalated_to.is_some(),
            at_first_contact: contacts.map(|contacts| contacts == 1),
            first_reply,
            resolution,
        }
    }
}

fn resolution(ticket: &Ticket, today: Date) -> Taken {
    let so_far = Taken { hours: age(ticket.opened, today), is_over: false, clock: Clock::Calendar };
    over(ticket, ticket.resolved, ticket.resolution_hours, today).unwrap_or(so_far)
}

/// Whoever has no reply waits for it as long as the ticket is open: its resolution ends that, and is no reply.
fn first_reply(ticket: &Ticket, today: Date, resolution: Taken) -> Taken {
    let so_far = Taken { is_over: false, ..resolution };
    over(ticket, ticket.first_reply, ticket.first_reply_hours, today).unwrap_or(so_far)
}

/// How long something took that was over by the end of today: as long as the ticket system says, else until it happened.
fn over(ticket: &Ticket, moment: Option<Moment>, hours: Option<f64>, today: Date) -> Option<Taken> {
    if moment.is_some_and(|moment| moment.day > today) {
        return None;
    }
    let own = hours.map(|hours| Taken { hours, is_over: true, clock: Clock::Own });
    let until = |moment: Moment| between(ticket.opened.seconds, moment.seconds);
    own.or_else(|| Some(Taken { hours: until(moment?), is_over: true, clock: Clock::Calendar }))
}

/// Hours from one second to another.
#[expect(clippy::cast_precision_loss, reason = "seconds of all years of the calendar are far below 2⁵³")]
fn between(from: i64, to: i64) -> f64 {
    to.saturating_sub(from) as f64 / SECONDS_AN_HOUR
}

const EPOCH: Date = Date::constant(1970, 1, 1);

/// Hours from when a ticket was opened to the end of today, where it was opened.
fn age(opened: Moment, today: Date) -> f64 {
    const SECONDS_A_DAY: i64 = 86_400;
    let midnight = today.duration_since(EPOCH).as_secs() + SECONDS_A_DAY;
    between(opened.seconds, midnight - i64::from(opened.offset))
}
