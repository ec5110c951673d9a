//! `/support/`: do we answer fast and for good?

use schemars::JsonSchema;
use serde::Serialize;

use super::figures::{self, HeldAgainst};
use super::lists::{self, AskedTwiceRow, FirstRows, RecurringRow, SevereRow, TicketsRow, TopicRow};
use crate::disclosure::tickets::Tickets;
use crate::disclosure::{Level, OpenTickets, ScopeFigures, TicketScope, Times, WindowFigures};
use crate::pages::chart::{self, ChartView};
use crate::pages::fact::FactView;
use crate::pages::frame::name;
use crate::pages::head::Head;
use crate::pages::table::TableView;
use crate::pages::{KindId, PageKey, Report, View};
use crate::words::Words;

/// The page on support.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
pub struct SupportView {
    /// How many there were, and what is open today.
    pub facts: Vec<FactView>,
    /// The chart of tickets by month.
    pub tickets: Option<ChartView>,
    /// Times and shares, beside those of the year before.
    pub figures: TableView,
    /// How times were taken, and what a share is to be read with.
    pub notes: Vec<String>,
    /// The accounts with severe tickets open.
    pub severe: FirstRows<SevereRow>,
    /// The topics that several accounts raised.
    pub topics: FirstRows<TopicRow>,
    /// How many accounts had a ticket in the window.
    pub with_tickets: u64,
    /// What accounts raised again and again.
    pub recurring: FirstRows<RecurringRow>,
    /// What accounts asked twice.
    pub asked_twice: FirstRows<AskedTwiceRow>,
    /// All accounts with tickets.
    pub accounts: Vec<TicketsRow>,
    /// Whether of any account it is known what it pays.
    pub revenue: bool,
}

/// The page on support; a report without tickets has none.
#[must_use]
pub fn view(report: &Report<'_>) -> (Head, View) {
    let title = name(report, &PageKey::of(KindId::Support));
    let found = report.support.as_ref();
    let both = found.and_then(|found| Some((found, found.figures(TicketScope::Program)?)));
    let Some((found, figures)) = both else { return (Head::new(title, ""), View::Plain {}) };
    let window = figures.window.as_ref();
    let table =
        |window: &WindowFigures| figures::table(report, window, figures.before.as_ref(), HeldAgainst::YearBefore);
    let view = SupportView {
        facts: facts(report, figures),
        tickets: chart::tickets(report, figures, found.window()),
        figures: window.map(table).unwrap_or_default(),
        notes: window.map(|window| notes(report, window)).unwrap_or_default(),
        severe: lists::severe(report, found),
        topics: lists::topics(report, found),
        with_tickets: found.support.issues.accounts,
        recurring: lists::recurring(report, found),
        asked_twice: lists::asked_twice(report, found),
        accounts: lists::accounts(report, found),
        revenue: figures.open.revenue_behind_severe.is_some(),
    };
    (Head::new(title, sentence(report, found, figures)), View::Support(Box::new(view)))
}

fn notes(report: &Report<'_>, window: &WindowFigures) -> Vec<String> {
    [figures::clock(&report.words, window), figures::first_contact(report, window)].into_iter().flatten().collect()
}

/// Whether we answer fast, for good, and what is open.
fn sentence(report: &Report<'_>, found: &Tickets<'_>, figures: &ScopeFigures) -> String {
    let words = &report.words;
    let until = words.day(found.today());
    let fast = match figures.window.as_ref().filter(|window| window.opened > 0) {
        Some(window) => format!("{} {}", fast(report, window, &until), for_good(report, window)),
        None => words.say("support-none-opened", &[("until", until.into())]),
    };
    format!("{} {}", fast.trim_end(), open(words, figures.open, report.disclosed.currency()))
}

/// How fast the first reply and the resolution came.
fn fast(report: &Report<'_>, window: &WindowFigures, until: &str) -> String {
    let words = &report.words;
    let median = |times: Option<Times>| {
        let median = times.map(|times| times.median).filter(|median| median.value.is_some());
        median.map(|median| figures::told(words, figures::of_time(words, &median), window.opened, 0))
    };
    let (reply, resolution) = (median(window.first_reply), median(window.resolution));
    let given = [
        ("n", window.opened.into()),
        ("until", until.into()),
        ("replied", reply.is_some().into()),
        ("reply", reply.unwrap_or_default().into()),
        ("resolved", resolution.is_some().into()),
        ("resolution", resolution.unwrap_or_default().into()),
        ("indicative", (window.opened < report.disclosed.privacy().indicative_below).into()),
    ];
    words.say("support-fast", &given)
}

/// How many were solved at once, and how many came back; empty where neither is known.
fn for_good(report: &Report<'_>, window: &WindowFigures) -> String {
    let words = &report.words;
    let share = |level: &Option<Level>| {
        let few = report.disclosed.privacy().indicative_below;
        level.as_ref().map(|level| figures::told(words, figures::share(words, level), window.opened, few))
    };
    let (first, reopened) = (share(&window.first_contact), share(&window.reopened));
    let given = [
        ("known", first.is_some().into()),
        ("first", first.unwrap_or_default().into()),
        ("reopened", reopened.unwrap_or_default().into()),
    ];
    words.say("support-for-good", &given)
}

/// What is open today, and what the accounts pay that wait with a severe ticket.
pub(super) fn open(words: &Words, open: OpenTickets, currency: Option<&str>) -> String {
    let revenue = open.revenue_behind_severe.filter(|revenue| *revenue > 0.0);
    let given = [
        ("n", open.tickets.into()),
        ("severe", open.severe.into()),
        ("paid", revenue.is_some().into()),
        ("revenue", revenue.map(|revenue| words.money(revenue, currency)).unwrap_or_default().into()),
    ];
    words.say("support-open", &given)
}

fn facts(report: &Report<'_>, figures: &ScopeFigures) -> Vec<FactView> {
    let words = &report.words;
    let fact =
        |name: &str, value: String| FactView::new(&words.say("support-fact", &[("fact", name.into())]), value, "");
    let window = figures.window.as_ref();
    let revenue = figures.open.revenue_behind_severe.map(|it| words.money(it, report.disclosed.currency()));
    let facts = [
        Some(fact("opened", words.count(window.map_or(0, |window| window.opened)))),
        Some(fact("resolved", words.count(window.map_or(0, |window| window.resolved)))),
        Some(fact("open", words.count(figures.open.tickets))),
        Some(fact("severe", words.count(figures.open.severe))),
        revenue.map(|revenue| fact("revenue", revenue)),
    ];
    facts.into_iter().flatten().collect()
}
