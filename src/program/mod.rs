//! Typed files → the checked program: accounts, contacts, questions, waves and answers that fit together. Every
//! mistake between files is found here. No input or output, and nothing of how it will be shown.

pub mod accounts;
pub mod actions;
pub mod answers;
mod contact_details;
mod dimension_values;
mod goals;
pub mod ids;
mod known;
pub mod outcomes;
mod periods;
pub mod questionnaire;
mod records;
mod references;
pub mod register;
pub mod segments;
pub mod tickets;
pub mod waves;

use jiff::civil::Date;
use rayon::prelude::*;

use crate::diagnostic::Diagnostics;
use crate::program::ids::WaveId;
use crate::sources::config::{Customers, Respondents, UnknownRule};
use crate::sources::surveys::Side;
use crate::sources::{Filed, Sources, config};
use actions::Action;
use answers::Answers;
use dimension_values::{DimensionValues, Finished, Numbers};
use ids::{AccountId, List, ResponseId};
use known::Known;
use outcomes::Outcome;
use questionnaire::Questionnaire;
use records::Records;
use references::References;
use register::Register;
use segments::{Dimension, Segment};
use tickets::{Ticket, Tickets};
use waves::{Survey, Wave};

pub use goals::{Benchmark, GoalScope, Target};

/// A checked program.
#[derive(Debug, Clone, PartialEq)]
pub struct Program {
    /// The report's title.
    pub title: String,
    /// Who the customers are.
    pub customers: Customers,
    /// What the pages call an account.
    pub account_label: AccountLabel,
    /// The currency of every revenue.
    pub currency: Option<String>,
    /// Questions, blocks, headline.
    pub questionnaire: Questionnaire,
    /// The surveys.
    pub surveys: Vec<Survey>,
    /// The waves by survey, then first day, then label.
    pub waves: List<WaveId, Wave>,
    /// The dimensions with their values.
    pub dimensions: Vec<Dimension>,
    /// Accounts and contacts.
    pub register: Register,
    /// The segments that each account is in now.
    pub account_segments: List<AccountId, Vec<Segment>>,
    /// Support tickets.
    pub tickets: Tickets,
    /// What was promised to whom, in the files' order.
    pub actions: Vec<Action>,
    /// How periods ended with accounts, in the files' order.
    pub outcomes: Vec<Outcome>,
    /// Names of accounts that are not on record; their ids follow the accounts'.
    pub unknown_accounts: Vec<String>,
    /// Names of contacts that are not on record; their ids follow the contacts'.
    pub unknown_contacts: Vec<String>,
    /// What is to be reached.
    pub targets: Vec<Target>,
    /// What others reach.
    pub benchmarks: Vec<Benchmark>,
    /// What may be shown.
    pub privacy: Privacy,
    /// The last day that the data speak of as past.
    pub last_day: Option<Date>,
}

/// What the pages call an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountLabel {
    /// In the singular.
    pub one: String,
    /// In the plural.
    pub many: String,
}

/// What may be shown of persons and small groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Privacy {
    /// How respondents are shown, where a wave's promise is not stricter.
    pub respondents: Respondents,
    /// Anonymous: groups of fewer persons are hidden.
    pub hide_below: u64,
    /// Anonymous: no comments from groups of fewer persons.
    pub comments_below: u64,
    /// Groups of fewer answers are marked as indicative.
    pub indicative_below: u64,
}

impl Program {
    /// Whether an account is on record.
    #[must_use]
    pub fn on_record(&self, account: AccountId) -> bool {
        self.register.accounts.has(account)
    }

    /// An answer.
    #[must_use]
    pub fn response(&self, id: ResponseId) -> Option<&waves::Response> {
        self.waves.get(id.wave)?.all_responses().nth(id.place)
    }

    /// The segments that a ticket is in: those of its account on the day it was opened.
    #[must_use]
    pub fn ticket_segments<'a>(&'a self, ticket: &'a Ticket) -> &'a [Segment] {
        let now = ticket.account.and_then(|account| self.account_segments.get(account));
        ticket.past_segments.as_deref().or(now.map(Vec::as_slice)).unwrap_or_default()
    }

    /// The headline question.
    #[must_use]
    pub fn headline(&self) -> Option<&questionnaire::Question> {
        self.questionnaire.headline.and_then(|position| self.questionnaire.questions.get(position))
    }
}

/// Checks everything that was read. Mistakes go to `diagnostics`; the program is whole only if none of them is fatal.
pub fn check(sources: &Sources, diagnostics: &mut Diagnostics) -> Program {
    let Filed { file, content: config } = &sources.config;
    let questionnaire = questionnaire::check(config, file, &sources.unusable_questions, diagnostics);
    let register = register::check(sources, diagnostics);
    let privacy = privacy(config);
    let answered = answered(sources, &questionnaire, &register, privacy.respondents, diagnostics);
    let (targets, benchmarks) =
        goals::check(config, file, &questionnaire, &answered.dimensions, &register, diagnostics);
    Program {
        title: config.title.clone(),
        customers: config.customers,
        account_label: account_label(config),
        currency: config.currency.clone(),
        questionnaire,
        last_day: answered.last_record.max(answered.waves.iter().filter_map(last_answer).max()),
        surveys: answered.surveys,
        waves: answered.waves,
        dimensions: answered.dimensions,
        account_segments: answered.account_segments,
        tickets: answered.tickets,
        actions: answered.actions,
        outcomes: answered.outcomes,
        unknown_accounts: answered.unknown.0,
        unknown_contacts: answered.unknown.1,
        register,
        targets,
        benchmarks,
        privacy,
    }
}

/// What the survey files and the records come to.
struct Collected {
    surveys: Vec<Survey>,
    waves: List<WaveId, Wave>,
    dimensions: Vec<Dimension>,
    account_segments: List<AccountId, Vec<Segment>>,
    tickets: Tickets,
    actions: Vec<Action>,
    outcomes: Vec<Outcome>,
    /// Names of accounts, and of contacts, that are not on record.
    unknown: (Vec<String>, Vec<String>),
    last_record: Option<Date>,
}

fn answered(
    sources: &Sources,
    questionnaire: &Questionnaire,
    register: &Register,
    respondents: Respondents,
    diagnostics: &mut Diagnostics,
) -> Collected {
    let Filed { file, content: config } = &sources.config;
    let mut parties = parties(config, register);
    let mut gathering = DimensionValues::new(&config.segments, file, diagnostics);
    let answers = Answers::new(questionnaire);
    let fieldwork = waves::fieldwork::gather(&sources.surveys, &sources.config, &mut parties, &answers, diagnostics);
    let (surveys, responses) = (&fieldwork.surveys, &fieldwork.response_places);
    let Records { mut tickets, ticket_ids, actions, outcomes, last_day: last_record } =
        records::check(sources, &mut Known { parties: &mut parties, questionnaire, surveys, responses, diagnostics });
    gathering.accounts(&register.accounts);
    tickets.place_in_segments(register, &mut gathering);
    let builder = waves::building::Builder {
        parties: &mut parties,
        gathering: &mut gathering,
        tickets: &ticket_ids,
        questionnaire,
        respondents,
        repeat: config.repeat,
        diagnostics,
    };
    let (surveys, waves) = waves::assembly::waves(fieldwork, builder);
    let of_customers = waves.iter().filter(|(wave, _)| wave.side == Side::Customers).map(|(wave, _)| wave.respondents);
    gathering.refuse_persons(of_customers.max().unwrap_or(respondents), file, diagnostics);
    let Finished { dimensions, order, of_accounts: mut account_segments } = gathering.finish(file, diagnostics);
    let renumbered = |(mut wave, numbers): (Wave, Numbers)| {
        waves::assembly::renumber(&mut wave, &dimension_values::composed(&numbers, &order));
        wave
    };
    let waves = List::from(waves.into_par_iter().map(renumbered).collect::<Vec<Wave>>());
    let past = tickets.all.iter_mut().filter_map(|ticket| ticket.past_segments.as_deref_mut());
    for segments in account_segments.iter_mut().map(Vec::as_mut_slice).chain(past) {
        waves::assembly::renumber_segments(segments, &order);
    }
    let actions = actions::with_responses(actions, &waves);
    let unknown = parties.unknown_names();
    Collected { surveys, waves, dimensions, account_segments, tickets, actions, outcomes, unknown, last_record }
}

fn parties<'r>(config: &config::Config, register: &'r Register) -> References<'r> {
    let unknown = config.unknown.as_ref();
    References::new(
        register,
        unknown.and_then(|unknown| unknown.contacts).unwrap_or(UnknownRule::List),
        unknown.and_then(|unknown| unknown.accounts).unwrap_or(UnknownRule::Error),
    )
}

/// The last day of a wave that the data speak of as past: its last answer, or its end where answers have no date.
fn last_answer(wave: &Wave) -> Option<Date> {
    let dated = wave.responses.iter().chain(&wave.set_aside).filter_map(|response| response.date).max();
    dated.or(wave.last_day.filter(|_| wave.has_answers()))
}

fn privacy(config: &config::Config) -> Privacy {
    let written = config.privacy.as_ref();
    Privacy {
        respondents: written.and_then(|privacy| privacy.respondents).unwrap_or(Respondents::Role),
        hide_below: written.and_then(|privacy| privacy.hide_below).unwrap_or(5),
        comments_below: written.and_then(|privacy| privacy.comments_below).unwrap_or(8),
        indicative_below: written.and_then(|privacy| privacy.indicative_below).unwrap_or(30),
    }
}

fn account_label(config: &config::Config) -> AccountLabel {
    match &config.account_label {
        Some(label) => AccountLabel { one: label.one.clone(), many: label.many.clone() },
        None => AccountLabel { one: "account".to_owned(), many: "accounts".to_owned() },
    }
}
