//! Support: how many tickets there were, how long they took, how many came back, and what is asked again and again.
//!
//! Tickets are the company's own records, so counts of them are facts; shares of them and times have intervals, with
//! accounts as clusters like everywhere. A ticket belongs to a window by the day it was opened, and to the segments
//! that its account was in on that day. What is dated after today does not count.
//!
//! | file | what it computes |
//! | --- | --- |
//! | `counted` | each ticket as it stands at the end of today: how long it took, or has taken so far |
//! | `scopes` | which tickets are whose |
//! | `figures` | all that is said of the tickets of one scope |
//! | `issues` | what comes again: in one account, twice within days, across accounts |

mod counted;
mod figures;
mod issues;
mod scopes;

use std::collections::BTreeMap;

use jiff::civil::Date;
use rayon::prelude::*;

use crate::metrics::twelve_months::TwelveMonths;
use crate::program::Program;
use crate::program::ids::{AccountId, NotedPlaces};

use counted::Counted;

pub use counted::{Clock, Taken, TicketState, state};
pub use figures::{MonthCounts, OpenTickets, ScopeFigures, Times, WindowFigures};
pub use issues::{AskedTwice, Issues, RecurringIssue, Spread, TopicReach};
pub use scopes::TicketScope;

/// All that is computed of a program's tickets.
#[derive(Debug, PartialEq)]
pub struct Support {
    /// The day at whose end the tickets are looked at.
    pub today: Date,
    /// The twelve months that end today.
    pub window: TwelveMonths,
    /// The twelve months before.
    pub before: TwelveMonths,
    /// The figures of each scope that has a ticket.
    pub scopes: BTreeMap<TicketScope, ScopeFigures>,
    /// What comes again in the window.
    pub issues: Issues,
}

/// Computes everything, with all cores; none where no ticket had been opened by the end of today.
#[must_use]
pub fn support(program: &Program, today: Date) -> Option<Support> {
    let looked = Looked::at(program, today)?;
    let figures = || {
        let scopes: Vec<_> = scopes::scopes(program, &looked.tickets).into_iter().collect();
        let figures = |(scope, places): (TicketScope, NotedPlaces)| (scope, figures::figures(&looked, scope, &places));
        scopes.into_par_iter().map(figures).collect()
    };
    let (scopes, issues) = rayon::join(figures, || issues::issues(&looked));
    let [window, before] = looked.windows;
    Some(Support { today, window, before, scopes, issues })
}

/// The tickets as they are looked at at the end of today.
struct Looked<'a> {
    program: &'a Program,
    /// Those that count, by account.
    tickets: Vec<Counted<'a>>,
    /// The twelve months that end today, and those before.
    windows: [TwelveMonths; 2],
    /// Whether the program knows what any account pays.
    knows_revenue: bool,
}

impl<'a> Looked<'a> {
    fn at(program: &'a Program, today: Date) -> Option<Self> {
        let tickets = counted::counted(&program.tickets, today);
        let window = TwelveMonths::ending(today);
        let knows_revenue = program.register.accounts.iter().any(|account| account.revenue_on(Some(today)).is_some());
        let looked = Self { program, tickets, windows: [window, window.before()], knows_revenue };
        (!looked.tickets.is_empty()).then_some(looked)
    }

    fn today(&self) -> Date {
        self.windows[0].last
    }

    /// What accounts pay today, taken together: 0 of no accounts, none where of none it is on record.
    fn revenue(&self, accounts: &[AccountId]) -> Option<f64> {
        let on_record = accounts.iter().filter_map(|account| self.program.register.accounts.get(*account));
        let mut known = on_record.filter_map(|account| account.revenue_on(Some(self.today()))).peekable();
        let is_known = self.knows_revenue && (accounts.is_empty() || known.peek().is_some());
        is_known.then(|| known.sum())
    }
}
