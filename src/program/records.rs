//! Tickets, actions and outcomes: that what they refer to is there, and that their days are in order.

use std::cell::OnceCell;
use std::path::Path;
use std::sync::Arc;

use foldhash::{HashMap, HashMapExt};
use jiff::civil::Date;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, suggest};
use crate::program::questionnaire::Questionnaire;
use crate::program::references::{Naming, References};
use crate::program::waves::Survey;
use crate::sources::Sources;
use crate::sources::records::{Action, Ticket};
use crate::sources::values::Id;

/// What references are checked against.
pub(super) struct Known<'a, 'r> {
    /// Accounts and contacts.
    pub parties: &'a mut References<'r>,
    /// Questions and blocks.
    pub questionnaire: &'a Questionnaire,
    /// The surveys.
    pub surveys: &'a [Survey],
    /// Where each response of each survey stands.
    pub responses: &'a HashMap<(usize, &'a str), Place>,
    /// Mistakes.
    pub diagnostics: &'a mut Diagnostics,
}

/// Checks all records, and gives the last day that one of them speaks of as past.
pub(super) fn check(sources: &Sources, known: &mut Known<'_, '_>) -> Option<Date> {
    let mut last: Option<Date> = None;
    let tickets = known.tickets(sources);
    for file in &sources.surveys {
        let table = file.content.table.iter().flat_map(|table| &table.0);
        for ticket in
            file.content.responses.iter().flatten().chain(table).filter_map(|response| response.ticket.as_ref())
        {
            known.ticket_reference(ticket, &file.file, &tickets);
        }
    }
    for ticket in sources.tickets.iter().flat_map(|file| &file.content.tickets) {
        let moments = [
            Some(ticket.opened),
            ticket.first_reply.as_ref().map(|m| m.value),
            ticket.resolved.as_ref().map(|m| m.value),
        ];
        last = last.max(moments.into_iter().flatten().map(|moment| moment.day).max());
    }
    known.actions(sources);
    for action in sources.actions.iter().flat_map(|file| &file.content.actions) {
        let closed = action.closed.as_ref().map(|day| day.value);
        let days = [action.opened, action.contacted, action.interview, action.agreed, closed];
        last = last.max(days.into_iter().flatten().max());
    }
    known.outcomes(sources);
    last
}

type Places<'a> = HashMap<&'a str, Place>;

/// The tickets' ids with their places, and in order once somebody asks for them.
struct Tickets<'a> {
    places: Places<'a>,
    names: OnceCell<Vec<&'a str>>,
}

fn sorted<'a>(names: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut names: Vec<&str> = names.collect();
    names.sort_unstable();
    names
}

impl<'a> Known<'a, '_> {
    fn error(&mut self, code: Code, message: impl Into<String>, place: Place, help: impl Into<String>) {
        self.diagnostics.push(Diagnostic::new(code, message).at(place).help(help));
    }

    /// Notes an id's place, or that it is taken.
    fn id<'i>(&mut self, what: &str, id: &'i Id, file: &Arc<Path>, places: &mut Places<'i>) {
        let place = Place::new(file, id.at);
        if let Some(first) = places.get(&*id.text) {
            let error = Diagnostic::new(Code::IdTwice, format!("the {what} id `{}` stands twice", id.text)).at(place);
            self.diagnostics.push(error.related(first.clone(), "the first one is here").help("keep one of the two"));
            return;
        }
        places.insert(&id.text, place);
    }

    fn tickets<'s>(&mut self, sources: &'s Sources) -> Tickets<'s> {
        let mut places = HashMap::new();
        for file in &sources.tickets {
            for ticket in &file.content.tickets {
                self.id("ticket", &ticket.id, &file.file, &mut places);
                self.parties.party(
                    ticket.account.as_ref(),
                    ticket.contact.as_ref(),
                    Naming::record(&file.file),
                    self.diagnostics,
                );
                self.ticket_moments(ticket, &file.file);
            }
        }
        Tickets { places, names: OnceCell::new() }
    }

    fn ticket_moments(&mut self, ticket: &Ticket, file: &Arc<Path>) {
        for (name, moment) in [("first_reply", &ticket.first_reply), ("resolved", &ticket.resolved)] {
            if let Some(moment) = moment.as_ref().filter(|moment| moment.value < ticket.opened) {
                let message = format!("`{name}` lies before `opened`");
                self.error(Code::DatesOutOfOrder, message, Place::new(file, moment.at), "mend one of the two");
            }
        }
    }

    fn ticket_reference(&mut self, ticket: &Id, file: &Arc<Path>, tickets: &Tickets<'_>) {
        if tickets.places.contains_key(&*ticket.text) {
            return;
        }
        let names = tickets.names.get_or_init(|| sorted(tickets.places.keys().copied()));
        let mut error = Diagnostic::new(Code::UnknownTicket, format!("unknown ticket `{}`", ticket.text))
            .at(Place::new(file, ticket.at));
        error.help = self.diagnostics.suggest(&ticket.text, names.iter().copied());
        if names.is_empty() {
            error.help = Some("there are no tickets in `data/tickets/`".to_owned());
        }
        self.diagnostics.push(error);
    }

    fn actions(&mut self, sources: &Sources) {
        let mut places = HashMap::new();
        let responses = OnceCell::new();
        for file in &sources.actions {
            for action in &file.content.actions {
                self.id("action", &action.id, &file.file, &mut places);
                self.parties.party(
                    action.account.as_ref(),
                    action.contact.as_ref(),
                    Naming::record(&file.file),
                    self.diagnostics,
                );
                self.action_block(action, &file.file);
                self.action_response(action, &file.file, &responses);
                if let (Some(opened), Some(closed)) = (action.opened, &action.closed)
                    && closed.value < opened
                {
                    self.error(
                        Code::DatesOutOfOrder,
                        "`closed` lies before `opened`",
                        Place::new(&file.file, closed.at),
                        "mend one of the two",
                    );
                }
            }
        }
    }

    fn action_block(&mut self, action: &Action, file: &Arc<Path>) {
        let Some(block) = &action.block else { return };
        let names = || self.questionnaire.blocks.iter().map(|block| block.id.as_str());
        if !names().any(|name| name == &*block.text) {
            let mut error = Diagnostic::new(Code::UnknownBlock, format!("unknown block `{}`", block.text))
                .at(Place::new(file, block.at));
            error.help = suggest(&block.text, names());
            self.diagnostics.push(error);
        }
    }

    /// A response's id is unique in its survey only, so an action may have to name the survey too.
    fn action_response(&mut self, action: &Action, file: &Arc<Path>, responses: &OnceCell<Vec<&'a str>>) {
        let mut surveys: Vec<usize> = (0..self.surveys.len()).collect();
        if let Some(survey) = &action.survey {
            surveys.retain(|&position| self.surveys[position].id == *survey.text);
            if surveys.is_empty() {
                let mut error = Diagnostic::new(Code::UnknownSurvey, format!("unknown survey `{}`", survey.text));
                error.help = suggest(&survey.text, self.surveys.iter().map(|survey| survey.id.as_str()));
                return self.diagnostics.push(error.at(Place::new(file, survey.at)));
            }
        }
        let Some(response) = &action.response else { return };
        let place = Place::new(file, response.at);
        surveys.retain(|&survey| self.responses.contains_key(&(survey, &*response.text)));
        match surveys.len() {
            0 => {
                let names = responses.get_or_init(|| sorted(self.responses.keys().map(|(_, id)| *id)));
                let mut error =
                    Diagnostic::new(Code::UnknownResponse, format!("unknown response `{}`", response.text)).at(place);
                error.help = self.diagnostics.suggest(&response.text, names.iter().copied());
                self.diagnostics.push(error);
            }
            1 => {}
            _ => {
                let message = format!("several surveys have a response `{}`", response.text);
                self.error(Code::AmbiguousResponse, message, place, "say which: add `survey: ID`");
            }
        }
    }

    fn outcomes(&mut self, sources: &Sources) {
        let mut places: HashMap<(u32, &str), Place> = HashMap::new();
        for file in &sources.outcomes {
            for outcome in &file.content.outcomes {
                let Some(account) =
                    self.parties.account(&outcome.account, Naming::record(&file.file), self.diagnostics)
                else {
                    continue;
                };
                let place = Place::new(&file.file, outcome.account.at);
                if let Some(first) = places.get(&(account, &*outcome.period)) {
                    let message =
                        format!("the outcome of `{}` for {} stands twice", outcome.account.text, outcome.period);
                    let error = Diagnostic::new(Code::IdTwice, message)
                        .at(place)
                        .related(first.clone(), "the first one is here");
                    self.diagnostics.push(error.help("keep one of the two"));
                    continue;
                }
                places.insert((account, &outcome.period), place);
            }
        }
    }
}
