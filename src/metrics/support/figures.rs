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
    let tickets = || places.iter().filter_map(|place| looked.tickets.get(*place as usize));
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
    let sample = Sample { few_accounts: is_of_few_accounts(program, scope, &opened), tickets: opened };
    WindowFigures {
        opened: sample.tickets.len() as u64,
        resolved,
        reopened: sample.share(|ticket| Some(ticket.was_reopened)),
        escalated: sample.share(|ticket| Some(ticket.was_escalated)),
        first_contact: sample.share(|ticket| ticket.at_first_contact),
        first_reply: sample.times(|ticket| ticket.first_reply),
        resolution: sample.times(|ticket| ticket.resolution),
    }
}

/// Whether a segment's tickets are all of one or two accounts, of which alone its intervals would speak. In b2c there are
/// none to speak of.
fn is_of_few_accounts(program: &Program, scope: TicketScope, tickets: &[Counted<'_>]) -> bool {
    let accounts = tickets.chunk_by(|a, b| a.account == b.account).count() as u64;
    let is_segment = matches!(scope, TicketScope::Segment(_));
    is_segment && program.customers != Customers::B2c && accounts < FEWEST_ACCOUNTS
}

/// Tickets that are opened in a window, by account.
struct Sample<'a> {
    tickets: Vec<Counted<'a>>,
    /// Whether they are of so few accounts that intervals would speak of those only.
    few_accounts: bool,
}

impl Sample<'_> {
    /// The share of those of which something holds, among those of which it is known; accounts are clusters.
    fn share(&self, holds: fn(&Counted<'_>) -> Option<bool>) -> Option<Level> {
        let mut observations: Vec<Observation> = Vec::new();
        for tickets in self.tickets.chunk_by(|a, b| a.account == b.account) {
            let account = tickets.first().and_then(|ticket| ticket.account).map(AccountId::number);
            let known: u64 = tickets.iter().map(|ticket| u64::from(holds(ticket).is_some())).sum();
            let held: u64 = tickets.iter().map(|ticket| u64::from(holds(ticket) == Some(true))).sum();
            let counts = [(1.0, held), (0.0, known - held)];
            observations.extend(counts.map(|(x, count)| Observation { x, count, account, contact: None }));
        }
        let level = level(Measure::Share, &observations)?;
        Some(Level { interval: level.interval.filter(|_| !self.few_accounts), ..level })
    }

    /// How long something took.
    fn times(&self, taken: fn(&Counted<'_>) -> Taken) -> Option<Times> {
        let estimate = ProductLimit::of(self.tickets.iter().map(|ticket| wait(ticket, taken)))?;
        let over = |clock: Clock| {
            let is_by = |taken: Taken| taken.is_over && taken.clock == clock;
            self.tickets.iter().map(|ticket| u64::from(is_by(taken(ticket)))).sum()
        };
        Some(Times {
            median: self.quantile(&estimate, 0.5),
            p90: self.quantile(&estimate, 0.9),
            by_calendar: over(Clock::Calendar),
            by_own_clock: over(Clock::Own),
        })
    }

    fn quantile(&self, estimate: &ProductLimit, share: f64) -> Quantile {
        let quantile = estimate.quantile(share);
        if self.few_accounts { Quantile { low: None, high: None, ..quantile } } else { quantile }
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
