//! Support tickets: whose they are, when they were opened, answered and resolved, and what they are about.

use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use foldhash::{HashMap, HashMapExt};
use jiff::civil::Date;

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::program::contact_details::{Masked, MaskedIn, masked};
use crate::program::dimension_values::DimensionValues;
use crate::program::ids::{AccountId, ContactId, TicketId, TopicId};
use crate::program::known::Known;
use crate::program::references::Naming;
use crate::program::register::Register;
use crate::program::segments::{Segment, Subject};
use crate::sources::Sources;
use crate::sources::records::{self as written, Severity};
use crate::sources::values::{Id, Moment};

/// A support ticket.
#[derive(Debug, Clone, PartialEq)]
pub struct Ticket {
    /// Its id, unique among tickets.
    pub id: Box<str>,
    /// Whose it is.
    pub account: Option<AccountId>,
    /// Who raised it.
    pub contact: Option<ContactId>,
    /// When it was opened.
    pub opened: Moment,
    /// When it was first answered.
    pub first_reply: Option<Moment>,
    /// When it was resolved; none as long as it is open.
    pub resolved: Option<Moment>,
    /// Hours to the first reply by the ticket system's own clock, 0 or more.
    pub first_reply_hours: Option<f64>,
    /// Hours to the resolution by the ticket system's own clock, 0 or more.
    pub resolution_hours: Option<f64>,
    /// How bad it is.
    pub severity: Severity,
    /// What it is about.
    pub topic: Option<TopicId>,
    /// How often the customer had to make contact; 1: solved at first contact.
    pub contacts_made: Option<u32>,
    /// How many agents handled it.
    pub agents: Option<u32>,
    /// How often it was opened again.
    pub reopened: Option<u32>,
    /// Whom it was escalated to.
    pub escalated_to: Option<Box<str>>,
    /// How it came in.
    pub channel: Option<Box<str>>,
    /// The segments that its account was in when it was opened, where the account has a history; else it is in those
    /// that it is in now.
    pub past_segments: Option<Box<[Segment]>>,
}

/// All tickets.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Tickets {
    /// The tickets in the files' order.
    pub all: Vec<Ticket>,
    /// The topics that they are about, in the order of their texts, without contact details whatever respondents were
    /// promised: pages group tickets by them.
    pub topics: Vec<Box<str>>,
}

impl Tickets {
    /// A topic's text.
    #[must_use]
    pub fn topic(&self, topic: TopicId) -> &str {
        self.topics.get(topic.index()).map_or("", |text| text)
    }

    /// A ticket.
    #[must_use]
    pub fn get(&self, ticket: TicketId) -> Option<&Ticket> {
        self.all.get(ticket.index())
    }

    /// The tickets with their ids.
    pub fn iter(&self) -> impl Iterator<Item = (TicketId, &Ticket)> {
        self.all.iter().enumerate().map(|(place, ticket)| (TicketId::at(place), ticket))
    }

    /// The last day that one of them speaks of.
    pub(super) fn last_day(&self) -> Option<Date> {
        let moments = |ticket: &Ticket| [Some(ticket.opened), ticket.first_reply, ticket.resolved];
        self.all.iter().flat_map(moments).flatten().map(|moment| moment.day).max()
    }

    /// Finds the segments that accounts with a history were in when their tickets were opened. It comes after those that
    /// accounts are in now.
    pub(super) fn place_in_segments(&mut self, register: &Register, dimensions: &mut DimensionValues) {
        let mut met = dimensions.met();
        for ticket in &mut self.all {
            let on_record = ticket.account.and_then(|id| Some((id, register.accounts.get(id)?)));
            let Some(account) = on_record.filter(|(_, account)| !account.history.is_empty()) else { continue };
            let day = Some(ticket.opened.day);
            let segments = met.segments(Subject { response: None, account: Some(account), contact: None, day });
            ticket.past_segments = Some(segments.into());
        }
        let new = met.into_new();
        dimensions.join(new);
    }
}

/// Which ticket each id is.
#[derive(Debug)]
pub(super) struct TicketIds<'s>(HashMap<&'s str, TicketId>);

impl TicketIds<'_> {
    /// The ticket that something names.
    pub(super) fn get(&self, id: &Id) -> Option<TicketId> {
        self.0.get(&*id.text).copied()
    }
}

/// Checks the tickets, and that answers name none but them.
pub(super) fn check<'s>(sources: &'s Sources, known: &mut Known<'_, '_>) -> (Tickets, TicketIds<'s>) {
    let topics = topics(sources);
    let numbers: HashMap<&str, TopicId> =
        topics.iter().enumerate().map(|(place, text)| (*text, TopicId::at(place))).collect();
    let masked: Vec<Option<(String, Masked)>> = topics.iter().map(|topic| masked(topic)).collect();
    let mut found = MaskedIn::default();
    let mut places = HashMap::new();
    let mut ids = HashMap::new();
    let mut all = Vec::with_capacity(sources.tickets.iter().map(|file| file.content.tickets.len()).sum());
    for file in &sources.tickets {
        for ticket in &file.content.tickets {
            let is_new = known.is_new("ticket", &ticket.id, &file.file, &mut places);
            let checked = checked(ticket, &file.file, &numbers, known);
            if let Some((_, details)) = checked.topic.and_then(|topic| masked.get(topic.index())?.as_ref()) {
                found.note(&file.file, ticket.id.at, *details);
            }
            if is_new {
                ids.insert(&*ticket.id.text, TicketId::at(all.len()));
                all.push(checked);
            }
        }
    }
    found.warn("what tickets are about", known.diagnostics);
    let ids = TicketIds(ids);
    references(sources, &ids, known);
    let shown = |(topic, masked): (&str, Option<(String, Masked)>)| {
        masked.map_or_else(|| topic.into(), |(text, _)| text.into())
    };
    (Tickets { all, topics: topics.into_iter().zip(masked).map(shown).collect() }, ids)
}

/// What tickets are about, in order.
fn topics(sources: &Sources) -> BTreeSet<&str> {
    let tickets = sources.tickets.iter().flat_map(|file| &file.content.tickets);
    tickets.filter_map(topic).collect()
}

/// What a ticket is about; spaces around it are nothing.
fn topic(ticket: &written::Ticket) -> Option<&str> {
    ticket.topic.as_deref().map(str::trim).filter(|topic| !topic.is_empty())
}

fn checked(
    ticket: &written::Ticket,
    file: &Arc<Path>,
    topics: &HashMap<&str, TopicId>,
    known: &mut Known<'_, '_>,
) -> Ticket {
    moments(ticket, file, known);
    let party = known.party(ticket.account.as_ref(), ticket.contact.as_ref(), Naming::ticket(file));
    let count = |count: Option<u64>| count.map(|count| u32::try_from(count).unwrap_or(u32::MAX));
    let text = |text: &Option<String>| text.as_deref().filter(|text| !text.trim().is_empty()).map(Into::into);
    Ticket {
        id: ticket.id.text.clone(),
        account: party.account,
        contact: party.contact,
        opened: ticket.opened,
        first_reply: ticket.first_reply.as_ref().map(|moment| moment.value),
        resolved: ticket.resolved.as_ref().map(|moment| moment.value),
        first_reply_hours: known.positive("`first_reply_hours`", ticket.first_reply_hours.as_ref(), file),
        resolution_hours: known.positive("`resolution_hours`", ticket.resolution_hours.as_ref(), file),
        severity: ticket.severity.unwrap_or(Severity::Normal),
        topic: topic(ticket).and_then(|topic| topics.get(topic).copied()),
        contacts_made: count(ticket.contacts_made),
        agents: count(ticket.agents),
        reopened: count(ticket.reopened),
        escalated_to: text(&ticket.escalated_to),
        channel: text(&ticket.channel),
        past_segments: None,
    }
}

/// Notes what was answered or resolved before it was opened.
fn moments(ticket: &written::Ticket, file: &Arc<Path>, known: &mut Known<'_, '_>) {
    for (name, moment) in [("first_reply", &ticket.first_reply), ("resolved", &ticket.resolved)] {
        if let Some(moment) = moment.as_ref().filter(|moment| moment.value.seconds < ticket.opened.seconds) {
            let message = format!("`{name}` lies before `opened`");
            known.error(Code::DatesOutOfOrder, message, Place::new(file, moment.at), "mend one of the two");
        }
    }
}

/// Notes the answers that name a ticket which is not there.
fn references(sources: &Sources, ids: &TicketIds<'_>, known: &mut Known<'_, '_>) {
    let names = OnceCell::new();
    for file in &sources.surveys {
        let table = file.content.table.iter().flat_map(|table| &table.0);
        let responses = file.content.responses.iter().flatten().chain(table);
        let tickets = responses.filter_map(|response| response.ticket.as_ref());
        for ticket in tickets.filter(|ticket| ids.get(ticket).is_none()) {
            let names = names.get_or_init(|| sorted(ids));
            let mut error = Diagnostic::new(Code::UnknownTicket, format!("unknown ticket `{}`", ticket.text))
                .at(Place::new(&file.file, ticket.at));
            error.help = known.diagnostics.suggest(&ticket.text, names.iter().copied());
            if names.is_empty() {
                error.help = Some("there are no tickets in `data/tickets/`".to_owned());
            }
            known.diagnostics.push(error);
        }
    }
}

fn sorted<'s>(ids: &TicketIds<'s>) -> Vec<&'s str> {
    let mut names: Vec<&str> = ids.0.keys().copied().collect();
    names.sort_unstable();
    names
}
