//! `data/tickets`, `data/actions` and `data/outcomes`: what happened to customers, what was promised, how it ended.

use jiff::civil::Date;

use super::decode::Located;
use super::record::{record, words};
use super::values::{Id, Moment};

record! {
    /// A file of tickets.
    TicketsFile, "a file of tickets" {
        /// The tickets.
        tickets: Vec<Ticket>,
    }
}

record! {
    /// A support ticket.
    Ticket, "a ticket" {
        /// Its id.
        id: Id,
        /// Whose it is.
        account: Option<Id>,
        /// Who raised it.
        contact: Option<Id>,
        /// When it was opened.
        opened: Moment,
        /// When it was first answered.
        first_reply: Option<Located<Moment>>,
        /// When it was resolved; absent: still open.
        resolved: Option<Located<Moment>>,
        /// Hours to the first reply by the ticket system's own clock.
        first_reply_hours: Option<Located<f64>>,
        /// Hours to resolution by the ticket system's own clock.
        resolution_hours: Option<Located<f64>>,
        /// How bad it is; default normal.
        severity: Option<Severity>,
        /// What it is about.
        topic: Option<String>,
        /// How often the customer had to make contact; 1: solved at first contact.
        contacts_made: Option<u64>,
        /// How many agents handled it.
        agents: Option<u64>,
        /// How often it was opened again.
        reopened: Option<u64>,
        /// Whom it was escalated to.
        escalated_to: Option<String>,
        /// How it came in.
        channel: Option<String>,
    }
}

words! {
    /// How bad a ticket is.
    Severity, "`low`, `normal`, `high` or `critical`" {
        /// A nuisance.
        Low = "low",
        /// As most are.
        Normal = "normal",
        /// Work is held up.
        High = "high",
        /// Work stands still.
        Critical = "critical",
    }
}

record! {
    /// A file of actions.
    ActionsFile, "a file of actions" {
        /// The actions.
        actions: Vec<Action>,
    }
}

record! {
    /// What was promised to whom.
    Action, "an action" {
        /// Its id.
        id: Id,
        /// For one customer, or for all.
        kind: ActionKind,
        /// Whom it was promised to.
        account: Option<Id>,
        /// The person it was promised to.
        contact: Option<Id>,
        /// The answer that gave rise to it.
        response: Option<Id>,
        /// The survey of that answer.
        survey: Option<Id>,
        /// The block of experience it mends.
        block: Option<Id>,
        /// What was promised.
        title: String,
        /// Who does it.
        owner: Option<String>,
        /// When it was opened.
        opened: Option<Date>,
        /// When the customer was contacted.
        contacted: Option<Date>,
        /// When the customer was interviewed.
        interview: Option<Date>,
        /// When it was agreed with the customer.
        agreed: Option<Date>,
        /// When it is due.
        due: Option<Date>,
        /// When progress is looked at.
        checkpoints: Vec<Date>,
        /// When it was done.
        closed: Option<Located<Date>>,
    }
}

words! {
    /// Whether an action is for one customer or for all.
    ActionKind, "`tactical` or `strategic`" {
        /// For one customer.
        Tactical = "tactical",
        /// For all.
        Strategic = "strategic",
    }
}

record! {
    /// A file of outcomes.
    OutcomesFile, "a file of outcomes" {
        /// The outcomes.
        outcomes: Vec<Outcome>,
    }
}

record! {
    /// How a period ended with an account.
    Outcome, "an outcome" {
        /// The account.
        account: Id,
        /// The period, as text: a year, a quarter.
        period: String,
        /// Whether it renewed.
        renewed: Option<bool>,
        /// Revenue a year before.
        revenue_before: Option<f64>,
        /// Revenue a year after.
        revenue_after: Option<f64>,
    }
}
