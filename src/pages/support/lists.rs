//! What comes again and what is open, as lists: each sorted by the revenue behind it, and linked to accounts.

use schemars::JsonSchema;
use serde::Serialize;

use super::figures::time;
use crate::disclosure::figures::FEWEST_FOR_A_SCORE;
use crate::disclosure::tickets::Tickets;
use crate::disclosure::{AccountId, AskedTwice, Level, RecurringIssue, ScopeFigures, Spread, Times, TopicReach};
use crate::pages::frame::{Link, link};
use crate::pages::{PageKey, Report};
use crate::sources::records::Severity;

/// So many rows has a list at most; the pages of accounts have the rest.
const MOST_ROWS: usize = 100;

/// So many accounts are named beside a topic.
const MOST_NAMED: usize = 4;

/// A list of which there may be more than is shown.
#[derive(Debug, Clone, PartialEq, Default, JsonSchema, Serialize)]
pub struct FirstRows<T> {
    /// The first ones.
    pub rows: Vec<T>,
    /// How many there are beyond those.
    pub more: usize,
}

impl<T> FirstRows<T> {
    fn of<S>(all: &[S], row: impl Fn(&S) -> T) -> Self {
        let rows: Vec<T> = all.iter().take(MOST_ROWS).map(row).collect();
        Self { more: all.len() - rows.len(), rows }
    }
}

/// Revenue a year, as it is shown and sorted by; both empty where it is not known.
#[derive(Debug, Clone, PartialEq, Default, JsonSchema, Serialize)]
pub struct RevenueView {
    /// In words.
    pub shown: String,
    /// In the program's currency.
    pub number: Option<f64>,
}

/// An account that has severe tickets open.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
pub struct SevereRow {
    /// The account.
    pub account: Link,
    /// High or critical tickets that are open.
    pub tickets: u64,
    /// For how many days the longest of them has been open.
    pub days: i32,
    /// What it pays.
    pub revenue: RevenueView,
    /// When its contract is renewed; empty where that is not known.
    pub renewal: String,
    /// The same day as ISO 8601.
    pub renewal_iso: String,
}

/// A topic that several accounts raised.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
pub struct TopicRow {
    /// The topic.
    pub topic: String,
    /// Whether it is everybody's.
    pub systemic: bool,
    /// Its tickets.
    pub tickets: u64,
    /// How many accounts raised it.
    pub accounts: u64,
    /// Those that pay most.
    pub named: Vec<Link>,
    /// How many others did.
    pub others: usize,
    /// What they all pay.
    pub revenue: RevenueView,
}

/// A topic that an account raised again and again.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
pub struct RecurringRow {
    /// The account.
    pub account: Link,
    /// The topic.
    pub topic: String,
    /// Its tickets.
    pub tickets: usize,
    /// How many people raised it; 0 where none is known.
    pub contacts: usize,
    /// How many of them are open.
    pub open: usize,
    /// What it pays.
    pub revenue: RevenueView,
}

/// What two people of an account asked within days.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
pub struct AskedTwiceRow {
    /// The account.
    pub account: Link,
    /// The topic.
    pub topic: String,
    /// The day of the first ticket.
    pub first: String,
    /// The same day as ISO 8601.
    pub first_iso: String,
    /// How many days later the second came.
    pub days: i32,
    /// What it pays.
    pub revenue: RevenueView,
}

/// The tickets of an account in a row.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
pub struct TicketsRow {
    /// The account.
    pub account: Link,
    /// Opened in the window.
    pub opened: u64,
    /// Open today.
    pub open: u64,
    /// High or critical ones of them.
    pub severe: u64,
    /// Half had a first reply within this; empty of few tickets.
    pub reply: Timed,
    /// Half were resolved within this.
    pub resolution: Timed,
    /// Opened again.
    pub reopened: u64,
    /// Escalated.
    pub escalated: u64,
    /// What it pays.
    pub revenue: RevenueView,
}

/// A time, as it is shown and sorted by.
#[derive(Debug, Clone, PartialEq, Default, JsonSchema, Serialize)]
pub struct Timed {
    /// In words.
    pub shown: String,
    /// In hours; none where it was not reached.
    pub hours: Option<f64>,
}

/// The accounts with severe tickets open.
#[must_use]
pub fn severe(report: &Report<'_>, found: &Tickets<'_>) -> FirstRows<SevereRow> {
    let mut all: Vec<SevereRow> = found
        .of_accounts()
        .filter(|(_, figures)| figures.open.severe > 0)
        .map(|(account, figures)| severe_row(report, found, account, figures.open.severe))
        .collect();
    all.sort_by(|a, b| larger(&a.revenue, &b.revenue).then_with(|| a.account.text.cmp(&b.account.text)));
    FirstRows::of(&all, SevereRow::clone)
}

fn severe_row(report: &Report<'_>, found: &Tickets<'_>, account: AccountId, tickets: u64) -> SevereRow {
    let of_account = found.account(account).into_iter().flat_map(|account| found.of(account));
    let open = of_account.filter(|ticket| ticket.state.resolved.is_none());
    let severe = open.filter(|ticket| ticket.severity >= Severity::High);
    let days = severe.map(|ticket| days(ticket.opened.day, found.today())).max().unwrap_or_default();
    let renewal = report.disclosed.accounts().get(account).and_then(|account| account.renewal);
    SevereRow {
        account: linked(report, account),
        tickets,
        days,
        revenue: revenue_of(report, account),
        renewal: renewal.map(|day| report.words.day(day)).unwrap_or_default(),
        renewal_iso: renewal.map(|day| day.to_string()).unwrap_or_default(),
    }
}

/// The topics that three accounts or more raised.
#[must_use]
pub fn topics(report: &Report<'_>, found: &Tickets<'_>) -> FirstRows<TopicRow> {
    let topics = found.support.issues.topics.iter().filter(|topic| topic.is_across_accounts());
    FirstRows::of(&topics.collect::<Vec<_>>(), |topic| topic_row(report, found, topic))
}

fn topic_row(report: &Report<'_>, found: &Tickets<'_>, topic: &TopicReach) -> TopicRow {
    let accounts = report.disclosed.accounts();
    let mut raised_by: Vec<(RevenueView, Link)> = topic
        .raised_by
        .iter()
        .filter(|account| accounts.has(**account))
        .map(|account| (revenue_of(report, *account), linked(report, *account)))
        .collect();
    raised_by.sort_by(|a, b| larger(&a.0, &b.0).then_with(|| a.1.text.cmp(&b.1.text)));
    let named: Vec<Link> = raised_by.into_iter().take(MOST_NAMED).map(|(_, account)| account).collect();
    TopicRow {
        topic: found.topic(topic.topic).to_owned(),
        systemic: topic.spread == Spread::Systemic,
        tickets: topic.tickets,
        accounts: topic.accounts(),
        others: topic.raised_by.len() - named.len(),
        named,
        revenue: revenue(report, topic.revenue),
    }
}

/// What accounts raised again and again.
#[must_use]
pub fn recurring(report: &Report<'_>, found: &Tickets<'_>) -> FirstRows<RecurringRow> {
    FirstRows::of(&found.support.issues.recurring, |issue| recurring_row(report, found, issue))
}

/// One of them.
pub(super) fn recurring_row(report: &Report<'_>, found: &Tickets<'_>, issue: &RecurringIssue) -> RecurringRow {
    let tickets = issue.tickets.iter().filter_map(|id| found.ticket(*id));
    RecurringRow {
        account: linked(report, issue.account),
        topic: found.topic(issue.topic).to_owned(),
        tickets: issue.tickets.len(),
        contacts: issue.contacts.len(),
        open: tickets.filter(|ticket| ticket.state.resolved.is_none()).count(),
        revenue: revenue(report, issue.revenue),
    }
}

/// What accounts asked twice.
#[must_use]
pub fn asked_twice(report: &Report<'_>, found: &Tickets<'_>) -> FirstRows<AskedTwiceRow> {
    FirstRows::of(&found.support.issues.asked_twice, |asked| asked_twice_row(report, found, asked))
}

fn asked_twice_row(report: &Report<'_>, found: &Tickets<'_>, asked: &AskedTwice) -> AskedTwiceRow {
    let [first, again] = [asked.first, asked.again].map(|id| Some(found.ticket(id)?.opened.day));
    AskedTwiceRow {
        account: linked(report, asked.account),
        topic: found.topic(asked.topic).to_owned(),
        first: first.map(|day| report.words.day(day)).unwrap_or_default(),
        first_iso: first.map(|day| day.to_string()).unwrap_or_default(),
        days: first.zip(again).map(|(first, again)| days(first, again)).unwrap_or_default(),
        revenue: revenue(report, asked.revenue),
    }
}

/// All accounts that had a ticket in the window, or have one open.
#[must_use]
pub fn accounts(report: &Report<'_>, found: &Tickets<'_>) -> Vec<TicketsRow> {
    let with_tickets = found.of_accounts().filter(|(_, figures)| figures.window.is_some() || figures.open.tickets > 0);
    let mut rows: Vec<TicketsRow> =
        with_tickets.map(|(account, figures)| account_row(report, account, figures)).collect();
    rows.sort_by(|a, b| larger(&a.revenue, &b.revenue).then_with(|| a.account.text.cmp(&b.account.text)));
    rows
}

fn account_row(report: &Report<'_>, account: AccountId, figures: &ScopeFigures) -> TicketsRow {
    let window = figures.window.as_ref();
    let count = |share: Option<&Level>| share.map_or(0, |level| part(level.value, level.n));
    let timed = |times: Option<&Times>| {
        let median = times.map(|times| times.median).filter(|median| median.n >= FEWEST_FOR_A_SCORE);
        let hours = median.and_then(|median| median.value);
        let shown = median.map(|_| {
            hours.map_or_else(|| report.words.plain("support-not-reached"), |hours| time(&report.words, hours))
        });
        Timed { shown: shown.unwrap_or_default(), hours }
    };
    TicketsRow {
        account: linked(report, account),
        opened: window.map_or(0, |window| window.opened),
        open: figures.open.tickets,
        severe: figures.open.severe,
        reply: timed(window.and_then(|window| window.first_reply.as_ref())),
        resolution: timed(window.and_then(|window| window.resolution.as_ref())),
        reopened: count(window.and_then(|window| window.reopened.as_ref())),
        escalated: count(window.and_then(|window| window.escalated.as_ref())),
        revenue: revenue_of(report, account),
    }
}

/// How many a share in percent is of so many.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a share of so many tickets is 0 to that many, which are far fewer than 2⁵³"
)]
fn part(percent: f64, n: u64) -> u64 {
    (percent / 100.0 * n as f64).round() as u64
}

/// Calendar days from one day to another.
pub(super) fn days(from: jiff::civil::Date, to: jiff::civil::Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}

pub(super) fn linked(report: &Report<'_>, account: AccountId) -> Link {
    link(report, &PageKey::account(account))
}

fn revenue_of(report: &Report<'_>, account: AccountId) -> RevenueView {
    let account = report.disclosed.accounts().get(account);
    revenue(report, account.and_then(|account| account.revenue_on(report.today)))
}

fn revenue(report: &Report<'_>, number: Option<f64>) -> RevenueView {
    let shown = number.map(|number| report.words.money(number, report.disclosed.currency()));
    RevenueView { shown: shown.unwrap_or_default(), number }
}

/// The larger revenue first; what is not known comes last.
fn larger(a: &RevenueView, b: &RevenueView) -> std::cmp::Ordering {
    b.number.unwrap_or(f64::NEG_INFINITY).total_cmp(&a.number.unwrap_or(f64::NEG_INFINITY))
}
