//! All that is said of the tickets of one scope: how many, which share, how long.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::metrics::arithmetic::difference::FEWEST_ACCOUNTS;
use crate::metrics::arithmetic::level::{Level, level};
use crate::metrics::arithmetic::measure::Measure;
use crate::metrics::arithmetic::observation::Observation;
use crate::metrics::arithmetic::product_limit::{ProductLimit, Quantile};
use crate::metrics::twelve_months::TwelveMonths;
use crate::program::Program;
use crate::program::ids::AccountId;
use crate::sources::config::Customers;
use crate::sources::records::Severity;

use super::Looked;
use super::counted::{Clock, Counted, Taken};
use super::scopes::TicketScope;

/// What is said of the tickets of a scope.
#[derive(Debug, Clone, PartialEq)]
pub struct ScopeFigures {
    /// Of the twelve months that end today; none where nothing was opened or resolved in them.
    pub window: Option<WindowFigures>,
    /// Of the twelve months before; none where nothing was opened in them.
    pub before: Option<WindowFigures>,
    /// What is open at the end of today.
    pub open: OpenTickets,
    /// How many were opened and resolved in each month in which one was, the earliest first; of the program and accounts.
    pub months: Vec<MonthCounts>,
}

/// What is said of the tickets of twelve months.
#[derive(Debug, Clone, PartialEq)]
pub struct WindowFigures {
    /// Opened in them.
    pub opened: u64,
    /// Resolved in them, whenever opened.
    pub resolved: u64,
    /// How many of those opened in them were opened again, in percent.
    pub reopened: Option<Level>,
    /// How many of those opened in them were escalated, in percent.
    pub escalated: Option<Level>,
    /// How many of those opened in them and resolved since were solved at the first contact, in percent of those of which
    /// the number of contacts is known.
    pub first_contact: Option<Level>,
    /// Hours to the first reply.
    pub first_reply: Option<Times>,
    /// Hours to the resolution.
    pub resolution: Option<Times>,
}

/// How long something took, in hours.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Times {
    /// Half took no longer.
    pub median: Quantile,
    /// Nine of ten took no longer.
    pub p90: Quantile,
    /// How many of those that are over were timed by the calendar.
    pub by_calendar: u64,
    /// How many were timed by the ticket system's own clock.
    pub by_own_clock: u64,
}

/// What is open at the end of today.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OpenTickets {
    /// Tickets.
    pub tickets: u64,
    /// High or critical ones of them.
    pub severe: u64,
    /// What the accounts with a severe one pay today, each once, in the program's currency; none where that is not on
    /// record. Of the program and segments.
    pub revenue_behind_severe: Option<f64>,
}

/// How many tickets were opened and resolved in a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MonthCounts {
    /// The month's first day.
    pub month: Date,
    /// Opened in it.
    pub opened: u64,
    /// Resolved in it.
    pub resolved: u64,
}

/// The figures of the tickets at these places: over a window, the one before, and today.
pub(super) fn figures(looked: &Looked<'_>, scope: TicketScope, places: &[u32]) -> ScopeFigures {
    let tickets: Vec<&Counted<'_>> = places.iter().filter_map(|place| looked.tickets.get(*place as usize)).collect();
    let [window, before] = looked.windows.map(|window| of_window(looked.program, scope, &tickets, window));
    let has_months = matches!(scope, TicketScope::Program | TicketScope::Account(_));
    ScopeFigures {
        window: Some(window).filter(|window| window.opened > 0 || window.resolved > 0),
        before: Some(before).filter(|before| before.opened > 0),
        open: open(looked, scope, &tickets),
        months: if has_months { months(&tickets) } else { Vec::new() },
    }
}

fn of_window(program: &Program, scope: TicketScope, tickets: &[&Counted<'_>], window: TwelveMonths) -> WindowFigures {
    let opened: Vec<&Counted<'_>> = tickets.iter().copied().filter(|ticket| window.has(ticket.opened())).collect();
    let resolved = tickets.iter().filter(|ticket| ticket.resolved.is_some_and(|day| window.has(day))).count() as u64;
    let few = is_of_few_accounts(program, scope, &opened);
    let share = |holds: fn(&Counted<'_>) -> Option<bool>| {
        let level = share(&opened, holds)?;
        Some(Level { interval: level.interval.filter(|_| !few), ..level })
    };
    WindowFigures {
        opened: opened.len() as u64,
        resolved,
        reopened: share(|counted| Some(counted.ticket.reopened.is_some_and(|times| times > 0))),
        escalated: share(|counted| Some(counted.ticket.escalated_to.is_some())),
        first_contact: share(|counted| {
            counted.ticket.contacts_made.filter(|_| counted.resolved.is_some()).map(|contacts| contacts == 1)
        }),
        first_reply: times(&opened, |counted| counted.first_reply, few),
        resolution: times(&opened, |counted| counted.resolution, few),
    }
}

/// Whether a segment's tickets are all of one or two accounts, of which alone its intervals would speak. In b2c there are
/// none to speak of.
fn is_of_few_accounts(program: &Program, scope: TicketScope, tickets: &[&Counted<'_>]) -> bool {
    let accounts = tickets.chunk_by(|a, b| a.ticket.account == b.ticket.account).count() as u64;
    let is_segment = matches!(scope, TicketScope::Segment(_));
    is_segment && program.customers != Customers::B2c && accounts < FEWEST_ACCOUNTS
}

/// The share of tickets of which something holds, of those of which it is known; accounts are clusters.
fn share(tickets: &[&Counted<'_>], holds: fn(&Counted<'_>) -> Option<bool>) -> Option<Level> {
    let of_account = |tickets: &[&Counted<'_>]| {
        let account = tickets.first().and_then(|counted| counted.ticket.account).map(AccountId::number);
        [(1.0, true), (0.0, false)].map(|(x, held)| {
            let count = tickets.iter().filter(|counted| holds(counted) == Some(held)).count() as u64;
            Observation { x, count, account, contact: None }
        })
    };
    let accounts = tickets.chunk_by(|a, b| a.ticket.account == b.ticket.account);
    level(Measure::Share, &accounts.flat_map(of_account).collect::<Vec<_>>())
}

fn times(tickets: &[&Counted<'_>], taken: fn(&Counted<'_>) -> Taken, few_accounts: bool) -> Option<Times> {
    let estimate = ProductLimit::of(tickets.iter().map(|counted| taken(counted).wait))?;
    let quantile = |share: f64| {
        let quantile = estimate.quantile(share);
        if few_accounts { Quantile { low: None, high: None, ..quantile } } else { quantile }
    };
    let by = |clock: Clock| {
        let over = tickets.iter().map(|counted| taken(counted)).filter(|taken| taken.wait.is_over);
        over.filter(|taken| taken.clock == clock).count() as u64
    };
    Some(Times {
        median: quantile(0.5),
        p90: quantile(0.9),
        by_calendar: by(Clock::Calendar),
        by_own_clock: by(Clock::Own),
    })
}

fn open(looked: &Looked<'_>, scope: TicketScope, tickets: &[&Counted<'_>]) -> OpenTickets {
    let open = || tickets.iter().filter(|counted| counted.resolved.is_none()).map(|counted| counted.ticket);
    let severe = || open().filter(|ticket| ticket.severity >= Severity::High);
    let mut accounts: Vec<AccountId> = severe().filter_map(|ticket| ticket.account).collect();
    accounts.dedup();
    let has_revenue = matches!(scope, TicketScope::Program | TicketScope::Segment(_));
    OpenTickets {
        tickets: open().count() as u64,
        severe: severe().count() as u64,
        revenue_behind_severe: if has_revenue { looked.revenue(&accounts) } else { None },
    }
}

fn months(tickets: &[&Counted<'_>]) -> Vec<MonthCounts> {
    let mut months: BTreeMap<Date, (u64, u64)> = BTreeMap::new();
    for counted in tickets {
        months.entry(counted.opened().first_of_month()).or_default().0 += 1;
        if let Some(resolved) = counted.resolved {
            months.entry(resolved.first_of_month()).or_default().1 += 1;
        }
    }
    months.into_iter().map(|(month, (opened, resolved))| MonthCounts { month, opened, resolved }).collect()
}
