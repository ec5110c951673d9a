//! What an account's page says of its tickets: all of all its contacts, what comes again among them, and how long they
//! took beside everyone's.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::Serialize;

use super::figures::{self, HeldAgainst, time};
use super::people::{self, AnswerView};
use crate::disclosure::figures::FEWEST_FOR_A_SCORE;
use crate::disclosure::tickets::{AccountTickets, ShownTicket, Tickets};
use crate::disclosure::{AccountId, ScopeFigures, Taken, TicketScope, TopicId};
use crate::pages::Report;
use crate::pages::table::TableView;
use crate::sources::records::Severity;
use crate::words::numbers::rounded;

/// The tickets of an account.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
pub struct AccountSupportView {
    /// How many there are, and what comes again.
    pub sentence: String,
    /// Times and shares beside those of everyone; empty where few were opened in the window.
    pub times: TableView,
    /// How times were taken; nothing where none is over.
    pub note: Option<String>,
    /// All tickets: the open ones first, then the newest first.
    pub tickets: Vec<TicketRow>,
    /// Whether it is shown who raised them.
    pub people: bool,
    /// Whether any has an answer after it that may be shown.
    pub answered: bool,
}

/// A ticket.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
pub struct TicketRow {
    /// Its id.
    pub id: Box<str>,
    /// What it is about; empty where that is not said.
    pub topic: String,
    /// The day it was opened.
    pub opened: String,
    /// The same day as ISO 8601.
    pub opened_iso: String,
    /// Who raised it, as far as that may be shown.
    pub who: String,
    /// How bad it is: `low`, `normal`, `high` or `critical`.
    pub severity: &'static str,
    /// Whether it is open.
    pub open: bool,
    /// How long it took, or has been open.
    pub taken: String,
    /// The same in hours.
    pub hours: f64,
    /// How long the first reply took; empty where there is none yet.
    pub reply: String,
    /// The same in hours; none where there is none yet.
    pub reply_hours: Option<f64>,
    /// What is remarkable: `recurring`, `asked-twice`, `reopened`, `escalated`.
    pub marks: Vec<&'static str>,
    /// What was answered after it.
    pub answers: Vec<AnswerView>,
}

/// The tickets of an account; none where it has none.
#[must_use]
pub fn support(report: &Report<'_>, position: AccountId) -> Option<AccountSupportView> {
    let found = report.support.as_ref()?;
    let account = found.account(position)?;
    let figures = found.of_account(account)?;
    let everyone = found.figures(TicketScope::Program).and_then(|figures| figures.window.as_ref());
    let window = figures.window.as_ref().filter(|window| window.opened >= FEWEST_FOR_A_SCORE);
    let tickets = rows(report, found, account);
    Some(AccountSupportView {
        sentence: sentence(report, found, account, figures),
        times: window.map(|window| figures::table(report, window, everyone, HeldAgainst::Everyone)).unwrap_or_default(),
        note: window.and_then(|window| figures::clock(&report.words, window)),
        people: found.shows_people(),
        answered: tickets.iter().any(|ticket| !ticket.answers.is_empty()),
        tickets,
    })
}

/// How many there are, how many are open, and what comes again.
fn sentence(report: &Report<'_>, found: &Tickets<'_>, account: &AccountTickets, figures: &ScopeFigures) -> String {
    let words = &report.words;
    let given = [
        ("n", figures.window.as_ref().map_or(0, |window| window.opened).into()),
        ("open", figures.open.tickets.into()),
        ("severe", figures.open.severe.into()),
    ];
    let topic = |topic: TopicId| found.topic(topic);
    let recurring = found.recurring(account).map(|issue| {
        let given = [
            ("topic", topic(issue.topic).into()),
            ("n", issue.tickets.len().into()),
            ("contacts", issue.contacts.len().into()),
        ];
        words.say("support-account-issue", &given)
    });
    let recurring: Vec<String> = recurring.collect();
    let mut twice: BTreeMap<TopicId, usize> = BTreeMap::new();
    for asked in found.asked_twice(account) {
        *twice.entry(asked.topic).or_default() += 1;
    }
    let times =
        |(of, n): (TopicId, usize)| words.say("support-account-times", &[("topic", topic(of).into()), ("n", n.into())]);
    let twice: Vec<String> = twice.into_iter().map(times).collect();
    let mut said = vec![words.say("support-account", &given)];
    if !recurring.is_empty() {
        said.push(words.say("support-account-recurring", &[("issues", words.list(&recurring).into())]));
    }
    if !twice.is_empty() {
        said.push(words.say("support-account-asked-twice", &[("topics", words.list(&twice).into())]));
    }
    said.join(" ")
}

fn rows(report: &Report<'_>, found: &Tickets<'_>, account: &AccountTickets) -> Vec<TicketRow> {
    let recurring: BTreeSet<_> = found.recurring(account).flat_map(|issue| &issue.tickets).collect();
    let again: BTreeSet<_> = found.asked_twice(account).map(|asked| asked.again).collect();
    let mut tickets: Vec<ShownTicket<'_>> = found.of(account).collect();
    tickets.sort_by_key(|ticket| (ticket.state.resolved.is_some(), Reverse(ticket.opened.seconds), ticket.id));
    let row = |ticket: ShownTicket<'_>| {
        let marks = [
            (recurring.contains(&ticket.number), "recurring"),
            (again.contains(&ticket.number), "asked-twice"),
            (ticket.was_reopened, "reopened"),
            (ticket.was_escalated, "escalated"),
        ];
        let answers = found.answers(ticket.number);
        TicketRow {
            marks: marks.into_iter().filter_map(|(holds, mark)| holds.then_some(mark)).collect(),
            answers: answers.iter().map(|answer| people::answer(report, answer)).collect(),
            ..plain_row(report, ticket)
        }
    };
    tickets.into_iter().map(row).collect()
}

fn plain_row(report: &Report<'_>, ticket: ShownTicket<'_>) -> TicketRow {
    let (words, state) = (&report.words, ticket.state);
    let reply = Some(state.first_reply).filter(|reply| reply.is_over);
    TicketRow {
        id: ticket.id.into(),
        topic: ticket.topic.unwrap_or_default().to_owned(),
        opened: words.day(ticket.opened.day),
        opened_iso: ticket.opened.day.to_string(),
        who: people::raised_by(report, ticket.raised_by),
        severity: severity(ticket.severity),
        open: state.resolved.is_none(),
        taken: time(words, state.resolution.hours),
        hours: rounded(state.resolution.hours, 2),
        reply: reply.map(|Taken { hours, .. }| time(words, hours)).unwrap_or_default(),
        reply_hours: reply.map(|reply| rounded(reply.hours, 2)),
        marks: Vec::new(),
        answers: Vec::new(),
    }
}

/// A severity as messages choose by it.
fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Low => "low",
        Severity::Normal => "normal",
        Severity::High => "high",
        Severity::Critical => "critical",
    }
}
