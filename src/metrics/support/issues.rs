//! What is asked again and again: in one account, twice within days by different people, across accounts.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use crate::program::ids::{AccountId, ContactId, TicketId, TopicId};

use super::Looked;
use super::counted::Counted;

/// What comes again in the window; each list by the revenue behind it today, the largest first.
#[derive(Debug, Default, PartialEq)]
pub struct Issues {
    /// What an account's people raise again and again.
    pub recurring: Vec<RecurringIssue>,
    /// What a second person of an account asked soon after the first.
    pub asked_twice: Vec<AskedTwice>,
    /// All topics, with how many accounts raised them.
    pub topics: Vec<TopicReach>,
    /// How many accounts had a ticket.
    pub accounts: u64,
}

/// A topic that two or more contacts of an account raised, or that it raised three times.
#[derive(Debug, Clone, PartialEq)]
pub struct RecurringIssue {
    /// The account, which is on record.
    pub account: AccountId,
    /// The topic.
    pub topic: TopicId,
    /// Its tickets, the earliest first.
    pub tickets: Vec<TicketId>,
    /// Who raised them, each once.
    pub contacts: Vec<ContactId>,
    /// What the account pays today, where that is on record.
    pub revenue: Option<f64>,
}

/// Two tickets of one account on one topic by different contacts within 14 days: the second team did the work again.
#[derive(Debug, Clone, PartialEq)]
pub struct AskedTwice {
    /// The account, which is on record.
    pub account: AccountId,
    /// The topic.
    pub topic: TopicId,
    /// The latest ticket of another contact before it.
    pub first: TicketId,
    /// The ticket that asked again.
    pub again: TicketId,
    /// What the account pays today, where that is on record.
    pub revenue: Option<f64>,
}

/// How far a topic reaches.
#[derive(Debug, Clone, PartialEq)]
pub struct TopicReach {
    /// The topic.
    pub topic: TopicId,
    /// Tickets about it.
    pub tickets: u64,
    /// Accounts that raised it, each once; some need not be on record.
    pub raised_by: Vec<AccountId>,
    /// Whether it is everybody's.
    pub spread: Spread,
    /// What these accounts pay today, each once; none where that is not on record.
    pub revenue: Option<f64>,
}

/// Whether a topic is one account's matter or everybody's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spread {
    /// Of few accounts.
    Single,
    /// Of a fifth or more of the accounts that had a ticket, and of at least three.
    Systemic,
}

impl TopicReach {
    /// How many accounts raised it.
    #[must_use]
    pub fn accounts(&self) -> u64 {
        self.raised_by.len() as u64
    }

    /// Whether three accounts or more raised it.
    #[must_use]
    pub fn is_across_accounts(&self) -> bool {
        self.accounts() >= ACROSS
    }
}

/// So many contacts of an account make its topic a recurring one.
const SEVERAL_CONTACTS: usize = 2;

/// So many tickets of an account make their topic a recurring one, whoever raised them.
const SEVERAL_TICKETS: usize = 3;

/// Who asks within so many days of somebody else asks twice.
const SOON: i32 = 14;

/// So many accounts make a topic one across accounts.
const ACROSS: u64 = 3;

/// One account in so many makes such a topic a systemic one.
const ONE_IN: u64 = 5;

/// Finds what comes again in the window.
pub(super) fn issues(looked: &Looked<'_>) -> Issues {
    let window = looked.windows[0];
    let mut tickets: Vec<&Counted<'_>> = looked.tickets.iter().filter(|ticket| window.has(ticket.opened)).collect();
    let accounts = tickets.chunk_by(|a, b| a.account == b.account);
    let accounts = accounts.filter(|tickets| tickets.iter().any(|ticket| ticket.account.is_some())).count() as u64;
    let topics = topics(looked, &tickets, accounts);
    tickets.sort_unstable_by_key(|counted| order(counted));
    let mut issues = Issues { topics, accounts, ..Issues::default() };
    for alike in tickets.chunk_by(|a, b| (a.account, a.ticket.topic) == (b.account, b.ticket.topic)) {
        of_one_topic(looked, alike, &mut issues);
    }
    by_revenue(looked, &mut issues);
    issues
}

/// By account, then topic, then moment.
fn order<'t>(counted: &Counted<'t>) -> (Option<AccountId>, Option<TopicId>, i64, &'t str) {
    let ticket = counted.ticket;
    (ticket.account, ticket.topic, ticket.opened.seconds, &ticket.id)
}

/// Adds what comes again among an account's tickets of one topic, the earliest first.
fn of_one_topic(looked: &Looked<'_>, tickets: &[&Counted<'_>], issues: &mut Issues) {
    let Some((Some(account), Some(topic))) = tickets.first().map(|first| (first.account, first.ticket.topic)) else {
        return;
    };
    let Some(on_record) = looked.program.register.accounts.get(account) else { return };
    let revenue = on_record.revenue_on(Some(looked.today()));
    let mut contacts: Vec<ContactId> = tickets.iter().filter_map(|counted| counted.ticket.contact).collect();
    contacts.sort_unstable();
    contacts.dedup();
    if contacts.len() >= SEVERAL_CONTACTS || tickets.len() >= SEVERAL_TICKETS {
        let tickets = tickets.iter().map(|counted| counted.id).collect();
        issues.recurring.push(RecurringIssue { account, topic, tickets, contacts, revenue });
    }
    let asked = |(first, again): (&Counted<'_>, &Counted<'_>)| AskedTwice {
        account,
        topic,
        first: first.id,
        again: again.id,
        revenue,
    };
    issues.asked_twice.extend(asked_twice(tickets).into_iter().map(asked));
}

/// Each ticket that was opened soon after one of another contact, with the latest such one.
fn asked_twice<'t>(tickets: &[&'t Counted<'t>]) -> Vec<(&'t Counted<'t>, &'t Counted<'t>)> {
    let mut found = Vec::new();
    // The latest ticket, and the latest by anybody else than who opened that one.
    let (mut last, mut other): (Option<&Counted<'_>>, Option<&Counted<'_>>) = (None, None);
    for ticket in tickets.iter().copied().filter(|counted| counted.ticket.contact.is_some()) {
        let is_anothers = |before: &&Counted<'_>| before.ticket.contact != ticket.ticket.contact;
        let before = last.filter(is_anothers);
        other = before.or(other);
        let is_soon = |before: &&Counted<'_>| {
            let days = before.opened.until(ticket.opened).map_or(i32::MAX, |span| span.get_days());
            days.abs() <= SOON
        };
        found.extend(other.filter(is_soon).map(|before| (before, ticket)));
        last = Some(ticket);
    }
    found
}

/// All topics of these tickets, which are by account.
fn topics(looked: &Looked<'_>, tickets: &[&Counted<'_>], all_accounts: u64) -> Vec<TopicReach> {
    let mut topics: BTreeMap<TopicId, (u64, Vec<AccountId>)> = BTreeMap::new();
    for ticket in tickets.iter().map(|counted| counted.ticket) {
        let Some(topic) = ticket.topic else { continue };
        let (tickets, accounts) = topics.entry(topic).or_default();
        *tickets += 1;
        accounts.extend(ticket.account.filter(|account| accounts.last() != Some(account)));
    }
    let reach = |(topic, (tickets, raised_by)): (TopicId, (u64, Vec<AccountId>))| {
        let accounts = raised_by.len() as u64;
        let is_systemic = accounts >= ACROSS && accounts * ONE_IN >= all_accounts;
        let spread = if is_systemic { Spread::Systemic } else { Spread::Single };
        let revenue = looked.revenue(&raised_by);
        TopicReach { topic, tickets, raised_by, spread, revenue }
    };
    topics.into_iter().map(reach).collect()
}

/// Puts what most is paid behind first, then by account and topic; what is not on record last.
fn by_revenue(looked: &Looked<'_>, issues: &mut Issues) {
    let larger = |a: Option<f64>, b: Option<f64>| match (a, b) {
        (Some(a), Some(b)) => b.total_cmp(&a),
        (a, b) => b.is_some().cmp(&a.is_some()),
    };
    let name = |account: AccountId| looked.program.register.accounts.get(account).map(|account| &account.id);
    let by_account = |a: (Option<f64>, AccountId, TopicId), b: (Option<f64>, AccountId, TopicId)| -> Ordering {
        larger(a.0, b.0).then_with(|| name(a.1).cmp(&name(b.1))).then(a.2.cmp(&b.2))
    };
    issues.recurring.sort_by(|a, b| by_account((a.revenue, a.account, a.topic), (b.revenue, b.account, b.topic)));
    issues.asked_twice.sort_by(|a, b| by_account((a.revenue, a.account, a.topic), (b.revenue, b.account, b.topic)));
    issues.topics.sort_by(|a, b| larger(a.revenue, b.revenue).then(a.topic.cmp(&b.topic)));
}
