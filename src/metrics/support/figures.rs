//! All that is said of the tickets of one scope: how many, which share, how long.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::metrics::arithmetic::difference::FEWEST_ACCOUNTS;
use crate::metrics::arithmetic::level::{Level, level};
use crate::metrics::arithmetic::measure::Measure;
use crate::metrics::arithmetic::observation::Observation;
use crate::metrics::arithmetic::product_limit::{ProductLimit, Quantile, Wait};
use crate::metrics::twelve_months::TwelveMonths;
use crate::program::Program;
use crate::program::ids::{AccountId, NotedPlaces};
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
pub(super) fn figures(looked: &Looked<'_>, scope: TicketScope, places: &NotedPlaces) -> ScopeFigures {
    let tickets = || places.iter().filter_map(|place| looked.tickets.get(place));
    let [window, before] = looked.windows.map(|window| of_window(looked.program, scope, tickets(), window));
    let has_months = matches!(scope, TicketScope::Program | TicketScope::Account(_));
    ScopeFigures {
        window: Some(window).filter(|window| window.opened > 0 || window.resolved > 0),
        before: Some(before).filter(|before| before.opened > 0),
        open: open(looked, scope, tickets()),
        months: if has_months { months(tickets()) } else { Vec::new() },
    }
}

fn of_window<'t>(
    program: &Program,
    scope: TicketScope,
    tickets: impl Iterator<Item = &'t Counted<'t>> + Clone,
    window: TwelveMonths,
) -> WindowFigures {
    let resolved = tickets.clone().filter(|ticket| ticket.resolved.is_some_and(|day| window.has(day))).count() as u64;
    // Copied, because they lie far from each other, and are gone through many times.
    let opened: Vec<Counted<'_>> = tickets.filter(|ticket| window.has(ticket.opened)).copied().collect();
    let opened = OpenedTickets { tickets: opened, needs_several: needs_several_accounts(program, scope) };
    WindowFigures {
        opened: opened.tickets.len() as u64,
        resolved,
        reopened: opened.share(|ticket| Some(ticket.was_reopened)),
        escalated: opened.share(|ticket| Some(ticket.was_escalated)),
        first_contact: opened.share(|ticket| ticket.at_first_contact),
        first_reply: opened.times(|ticket| ticket.first_reply),
        resolution: opened.times(|ticket| ticket.resolution),
    }
}

/// Whether an interval of one or two accounts would speak of those only, and not of the scope. In b2c there are none to
/// speak of.
fn needs_several_accounts(program: &Program, scope: TicketScope) -> bool {
    matches!(scope, TicketScope::Segment(_)) && program.customers != Customers::B2c
}

/// The tickets that were opened in a window, by account.
struct OpenedTickets<'a> {
    tickets: Vec<Counted<'a>>,
    /// Whether a figure has an interval only if it is of three accounts or more.
    needs_several: bool,
}

impl OpenedTickets<'_> {
    /// The share of those of which something holds, among those of which it is known; accounts are clusters.
    fn share(&self, holds: fn(&Counted<'_>) -> Option<bool>) -> Option<Level> {
        let (mut observations, mut accounts): (Vec<Observation>, u64) = (Vec::new(), 0);
        for tickets in self.of_accounts() {
            let account = tickets.first().and_then(|ticket| ticket.account).map(AccountId::number);
            let known: u64 = tickets.iter().map(|ticket| u64::from(holds(ticket).is_some())).sum();
            let held: u64 = tickets.iter().map(|ticket| u64::from(holds(ticket) == Some(true))).sum();
            accounts += u64::from(known > 0);
            let counts = [(1.0, held), (0.0, known - held)];
            observations.extend(counts.map(|(x, count)| Observation { x, count, account, contact: None }));
        }
        let level = level(Measure::Share, &observations)?;
        Some(Level { interval: level.interval.filter(|_| self.are_enough(accounts)), ..level })
    }

    /// How long something took.
    fn times(&self, taken: fn(&Counted<'_>) -> Taken) -> Option<Times> {
        let estimate = ProductLimit::of(self.tickets.iter().map(|ticket| wait(ticket, taken)))?;
        let has_interval = self.are_enough(self.of_accounts().count() as u64);
        let [median, p90] = [0.5, 0.9].map(|share| {
            let quantile = estimate.quantile(share);
            if has_interval { quantile } else { Quantile { low: None, high: None, ..quantile } }
        });
        let [by_calendar, by_own_clock] = [Clock::Calendar, Clock::Own].map(|clock| {
            let taken = self.tickets.iter().map(taken);
            taken.map(|taken| u64::from(taken.is_over && taken.clock == clock)).sum()
        });
        Some(Times { median, p90, by_calendar, by_own_clock })
    }

    fn of_accounts(&self) -> impl Iterator<Item = &[Counted<'_>]> {
        self.tickets.chunk_by(|a, b| a.account == b.account)
    }

    fn are_enough(&self, accounts: u64) -> bool {
        !self.needs_several || accounts >= FEWEST_ACCOUNTS
    }
}

fn wait(ticket: &Counted<'_>, taken: fn(&Counted<'_>) -> Taken) -> Wait {
    let Taken { hours, is_over, .. } = taken(ticket);
    Wait { time: hours, is_over, account: ticket.account.map(AccountId::number) }
}

fn open<'t>(looked: &Looked<'_>, scope: TicketScope, tickets: impl Iterator<Item = &'t Counted<'t>>) -> OpenTickets {
    let open: Vec<&Counted<'_>> = tickets.filter(|ticket| ticket.resolved.is_none()).collect();
    let severe = open.iter().filter(|open| open.ticket.severity >= Severity::High);
    let mut accounts: Vec<AccountId> = severe.clone().filter_map(|ticket| ticket.account).collect();
    accounts.dedup();
    let has_revenue = matches!(scope, TicketScope::Program | TicketScope::Segment(_));
    OpenTickets {
        tickets: open.len() as u64,
        severe: severe.count() as u64,
        revenue_behind_severe: if has_revenue { looked.revenue(&accounts) } else { None },
    }
}

fn months<'t>(tickets: impl Iterator<Item = &'t Counted<'t>>) -> Vec<MonthCounts> {
    let mut months: BTreeMap<Date, (u64, u64)> = BTreeMap::new();
    for counted in tickets {
        months.entry(counted.opened.first_of_month()).or_default().0 += 1;
        if let Some(resolved) = counted.resolved {
            months.entry(resolved.first_of_month()).or_default().1 += 1;
        }
    }
    months.into_iter().map(|(month, (opened, resolved))| MonthCounts { month, opened, resolved }).collect()
}
