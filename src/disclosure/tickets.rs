//! What is shown of support tickets: their figures to everyone, for they are the company's own records; who raised one only
//! as the page of the account names its contacts; and what was answered after one only where no promise is broken by it.
//!
//! Tickets are brought together by account once, so that no page has to go through all of them.

use std::collections::HashMap;

use jiff::civil::Date;

use super::Disclosed;
use crate::metrics::support::{AskedTwice, RecurringIssue, ScopeFigures, Support, TicketState, state, support};
use crate::metrics::{TicketScope, TwelveMonths};
use crate::program::Program;
use crate::program::ids::{AccountId, TicketId, TopicId, WaveId};
use crate::program::tickets::Ticket;
use crate::program::waves::Response;
use crate::sources::config::Respondents;
use crate::sources::records::Severity;
use crate::sources::surveys::Side;
use crate::sources::values::Moment;

/// The tickets of a report.
#[derive(Debug)]
pub struct Tickets<'a> {
    program: &'a Program,
    /// How contacts are named beside their tickets.
    people: Respondents,
    /// Their figures, and what comes again.
    pub support: Support,
    /// Those of each account on record that has one.
    accounts: HashMap<AccountId, AccountTickets>,
    /// The answers that name a ticket: of which wave, and their places among its responses.
    answers: HashMap<TicketId, Vec<(WaveId, usize)>>,
}

/// The tickets of an account.
#[derive(Debug, Default)]
pub struct AccountTickets {
    /// Whose they are; none where none of them counts.
    account: Option<AccountId>,
    /// All of them that count, in the files' order.
    tickets: Vec<TicketId>,
    /// Its places in the list of recurring issues, ascending.
    recurring: Vec<usize>,
    /// Its places in the list of what was asked twice, ascending.
    asked_twice: Vec<usize>,
}

/// A ticket, as far as it may be shown.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ShownTicket<'a> {
    /// Which it is.
    pub number: TicketId,
    /// Its id.
    pub id: &'a str,
    /// What it is about.
    pub topic: Option<&'a str>,
    /// When it was opened.
    pub opened: Moment,
    /// How bad it is.
    pub severity: Severity,
    /// How it stands at the end of today.
    pub state: TicketState,
    /// Whether it was opened again.
    pub was_reopened: bool,
    /// Whether it was escalated.
    pub was_escalated: bool,
    /// Who raised it.
    pub raised_by: Raiser<'a>,
}

/// Who raised a ticket, as far as it may be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Raiser<'a> {
    /// By name, else by id.
    Named(&'a str),
    /// Somebody in a role, or of whom none is recorded.
    Role(Option<&'a str>),
    /// It may not be shown, or is not known.
    Nobody,
}

/// What was answered after a ticket.
#[derive(Debug, Clone, PartialEq)]
pub struct AfterTicket<'a> {
    /// The answers that are numbers, with their questions, indices.
    pub numbers: Vec<(usize, f64)>,
    /// What was written.
    pub comment: Option<&'a str>,
    /// The comment's language, an IETF tag.
    pub language: Option<&'a str>,
}

impl<'a> Disclosed<'a> {
    /// The tickets at the end of today; none where none had been opened.
    #[must_use]
    pub fn tickets(&self, today: Date) -> Option<Tickets<'a>> {
        let program = self.program;
        let lead = self.lead.and_then(|lead| program.waves.get(lead));
        let people = lead.map_or(program.privacy.respondents, |wave| wave.respondents);
        let support = support(program, today)?;
        let accounts = by_account(program, &support);
        Some(Tickets { program, people, accounts, answers: answers(program), support })
    }
}

fn by_account(program: &Program, support: &Support) -> HashMap<AccountId, AccountTickets> {
    let mut accounts: HashMap<AccountId, AccountTickets> = HashMap::new();
    let counts = program.tickets.iter().filter(|(_, ticket)| ticket.opened.day <= support.today);
    for (id, account) in counts.filter_map(|(id, ticket)| Some((id, ticket.account?))) {
        if program.on_record(account) {
            let tickets = accounts.entry(account).or_default();
            tickets.account = Some(account);
            tickets.tickets.push(id);
        }
    }
    for (place, issue) in support.issues.recurring.iter().enumerate() {
        accounts.entry(issue.account).or_default().recurring.push(place);
    }
    for (place, asked) in support.issues.asked_twice.iter().enumerate() {
        accounts.entry(asked.account).or_default().asked_twice.push(place);
    }
    accounts
}

fn answers(program: &Program) -> HashMap<TicketId, Vec<(WaveId, usize)>> {
    let mut answers: HashMap<TicketId, Vec<(WaveId, usize)>> = HashMap::new();
    for (position, wave) in program.waves.with_ids().filter(|(_, wave)| wave.side == Side::Customers) {
        for (place, response) in wave.responses.iter().enumerate() {
            if let Some(ticket) = response.about.as_ref().and_then(|about| about.ticket) {
                answers.entry(ticket).or_default().push((position, place));
            }
        }
    }
    answers
}

impl<'a> Tickets<'a> {
    /// The tickets of an account; none where it has none.
    #[must_use]
    pub fn account(&self, account: AccountId) -> Option<&AccountTickets> {
        self.accounts.get(&account)
    }

    /// The figures of a scope; none where it has no ticket.
    #[must_use]
    pub fn figures(&self, scope: TicketScope) -> Option<&ScopeFigures> {
        self.support.scopes.get(&scope)
    }

    /// The figures of an account.
    #[must_use]
    pub fn of_account(&self, account: &AccountTickets) -> Option<&ScopeFigures> {
        self.figures(TicketScope::Account(account.account?))
    }

    /// The figures of accounts, in the order of the register.
    pub fn of_accounts(&self) -> impl Iterator<Item = (AccountId, &ScopeFigures)> {
        self.support.scopes.iter().filter_map(|(scope, figures)| match scope {
            TicketScope::Account(account) => Some((*account, figures)),
            TicketScope::Program | TicketScope::Segment(_) | TicketScope::Group(_) => None,
        })
    }

    /// An account's recurring issues.
    pub fn recurring<'t>(&'t self, account: &'t AccountTickets) -> impl Iterator<Item = &'t RecurringIssue> {
        account.recurring.iter().filter_map(|place| self.support.issues.recurring.get(*place))
    }

    /// What an account asked twice.
    pub fn asked_twice<'t>(&'t self, account: &'t AccountTickets) -> impl Iterator<Item = &'t AskedTwice> {
        account.asked_twice.iter().filter_map(|place| self.support.issues.asked_twice.get(*place))
    }

    /// An account's tickets, in the files' order.
    pub fn of(&self, account: &AccountTickets) -> impl Iterator<Item = ShownTicket<'a>> {
        account.tickets.iter().filter_map(|id| self.ticket(*id))
    }

    /// A ticket.
    #[must_use]
    pub fn ticket(&self, number: TicketId) -> Option<ShownTicket<'a>> {
        let ticket = self.program.tickets.get(number)?;
        Some(ShownTicket {
            number,
            id: &ticket.id,
            topic: ticket.topic.map(|topic| self.topic(topic)),
            opened: ticket.opened,
            severity: ticket.severity,
            state: state(ticket, self.today()),
            was_reopened: ticket.reopened.is_some_and(|times| times > 0),
            was_escalated: ticket.escalated_to.is_some(),
            raised_by: self.raised_by(ticket),
        })
    }

    /// A topic's text.
    #[must_use]
    pub fn topic(&self, topic: TopicId) -> &'a str {
        self.program.tickets.topic(topic)
    }

    /// Whether it is shown of anybody who raised a ticket.
    #[must_use]
    pub fn shows_people(&self) -> bool {
        self.people != Respondents::Anonymous
    }

    fn raised_by(&self, ticket: &Ticket) -> Raiser<'a> {
        let contacts = &self.program.register.contacts;
        let Some(contact) = ticket.contact.and_then(|contact| contacts.get(contact)) else {
            return Raiser::Nobody;
        };
        match self.people {
            Respondents::Named => Raiser::Named(contact.name.as_deref().unwrap_or(&contact.id)),
            Respondents::Role => Raiser::Role(contact.role.as_deref()),
            Respondents::Anonymous => Raiser::Nobody,
        }
    }

    /// What was answered after a ticket. An answer of a wave that promised more or less than is shown of contacts does not
    /// stand in one row with one, and an anonymous one stands beside no ticket, which tells whose it is.
    #[must_use]
    pub fn answers(&self, ticket: TicketId) -> Vec<AfterTicket<'a>> {
        if !self.shows_people() {
            return Vec::new();
        }
        let named = self.answers.get(&ticket).into_iter().flatten();
        let shown = named.filter_map(|(wave, place)| {
            let wave = self.program.waves.get(*wave).filter(|wave| wave.respondents == self.people)?;
            wave.responses.get(*place).filter(|response| !response.anonymous)
        });
        shown.map(answered).collect()
    }

    /// The day at whose end the tickets are looked at.
    #[must_use]
    pub fn today(&self) -> Date {
        self.support.today
    }

    /// The twelve months that end today.
    #[must_use]
    pub fn window(&self) -> TwelveMonths {
        self.support.window
    }
}

fn answered(response: &Response) -> AfterTicket<'_> {
    let number = |(question, _): &(u16, _)| {
        let question = usize::from(*question);
        Some((question, response.number(question)?))
    };
    AfterTicket {
        numbers: response.answers.iter().filter_map(number).collect(),
        comment: response.comment.as_deref(),
        language: response.language.as_deref(),
    }
}
