//! What was promised to whom: actions with the answers that gave rise to them, and how far each has come.

use std::cell::OnceCell;
use std::path::Path;
use std::sync::Arc;

use foldhash::{HashMap, HashMapExt};
use jiff::civil::Date;

use crate::diagnostic::{Code, Diagnostic, Place, suggest};
use crate::program::ids::{AccountId, BlockId, ContactId, ResponseId, SurveyId, WaveId};
use crate::program::known::Known;
use crate::program::references::Naming;
use crate::program::waves::Wave;
use crate::sources::Sources;
use crate::sources::records::{self as written, ActionKind};

/// What was promised to a customer, or to all.
#[derive(Debug, Clone, PartialEq)]
pub struct Action {
    /// Its id, unique among actions.
    pub id: Box<str>,
    /// Whether it is for one customer or for all.
    pub kind: ActionKind,
    /// Whom it was promised to.
    pub account: Option<AccountId>,
    /// The person it was promised to.
    pub contact: Option<ContactId>,
    /// The answer that gave rise to it.
    pub response: Option<ResponseId>,
    /// The survey that gave rise to it.
    pub survey: Option<SurveyId>,
    /// The block of experience it mends.
    pub block: Option<BlockId>,
    /// What was promised.
    pub title: String,
    /// Who does it.
    pub owner: Option<String>,
    /// When it was opened.
    pub opened: Option<Date>,
    /// When the customer was contacted.
    pub contacted: Option<Date>,
    /// When the customer was interviewed.
    pub interview: Option<Date>,
    /// When it was agreed with the customer.
    pub agreed: Option<Date>,
    /// When it is due.
    pub due: Option<Date>,
    /// When progress is looked at.
    pub checkpoints: Vec<Date>,
    /// When it was done; none as long as it is open.
    pub closed: Option<Date>,
}

impl Action {
    /// The last day that it speaks of as past.
    pub(super) fn last_day(&self) -> Option<Date> {
        let days = [self.opened, self.contacted, self.interview, self.agreed, self.closed];
        days.into_iter().flatten().max()
    }
}

/// An action before the waves are in order, with the survey and the id of the response that it names.
pub(super) struct Drafted<'s> {
    /// The action, without its response.
    pub action: Action,
    response: Option<(usize, &'s str)>,
}

/// Checks the actions.
pub(super) fn check<'s>(sources: &'s Sources, known: &mut Known<'_, '_>) -> Vec<Drafted<'s>> {
    let mut places = HashMap::new();
    let names = OnceCell::new();
    let mut drafted = Vec::new();
    for file in &sources.actions {
        for action in &file.content.actions {
            let is_new = known.is_new("action", &action.id, &file.file, &mut places);
            let checked = checked(action, &file.file, &names, known);
            drafted.extend(is_new.then_some(checked));
        }
    }
    drafted
}

fn checked<'s>(
    action: &'s written::Action,
    file: &Arc<Path>,
    names: &OnceCell<Vec<String>>,
    known: &mut Known<'_, '_>,
) -> Drafted<'s> {
    let party = known.party(action.account.as_ref(), action.contact.as_ref(), Naming::record(file));
    let block = block(action, file, known);
    let (survey, response) = named(action, file, names, known);
    dates(action, file, known);
    let action = Action {
        id: action.id.text.clone(),
        kind: action.kind,
        account: party.account,
        contact: party.contact,
        response: None,
        survey,
        block,
        title: action.title.clone(),
        owner: action.owner.clone(),
        opened: action.opened,
        contacted: action.contacted,
        interview: action.interview,
        agreed: action.agreed,
        due: action.due,
        checkpoints: action.checkpoints.clone(),
        closed: action.closed.as_ref().map(|day| day.value),
    };
    Drafted { action, response }
}

fn dates(action: &written::Action, file: &Arc<Path>, known: &mut Known<'_, '_>) {
    if let (Some(opened), Some(closed)) = (action.opened, &action.closed)
        && closed.value < opened
    {
        let place = Place::new(file, closed.at);
        known.error(Code::DatesOutOfOrder, "`closed` lies before `opened`", place, "mend one of the two");
    }
}

fn block(action: &written::Action, file: &Arc<Path>, known: &mut Known<'_, '_>) -> Option<BlockId> {
    let block = action.block.as_ref()?;
    let names = || known.questionnaire.blocks.iter().map(|block| block.id.as_str());
    let place = names().position(|name| name == &*block.text);
    if place.is_none() {
        let mut error = Diagnostic::new(Code::UnknownBlock, format!("unknown block `{}`", block.text))
            .at(Place::new(file, block.at));
        error.help = suggest(&block.text, names());
        known.diagnostics.push(error);
    }
    place.map(BlockId::at)
}

/// The survey that an action names, and the response by its survey and id. A response's id is unique in its survey only,
/// so an action may have to name the survey too.
fn named<'s>(
    action: &'s written::Action,
    file: &Arc<Path>,
    names: &OnceCell<Vec<String>>,
    known: &mut Known<'_, '_>,
) -> (Option<SurveyId>, Option<(usize, &'s str)>) {
    let mut surveys: Vec<usize> = (0..known.surveys.len()).collect();
    if let Some(survey) = &action.survey {
        surveys.retain(|&position| known.surveys[position].id == *survey.text);
        if surveys.is_empty() {
            let mut error = Diagnostic::new(Code::UnknownSurvey, format!("unknown survey `{}`", survey.text));
            error.help = suggest(&survey.text, known.surveys.iter().map(|survey| survey.id.as_str()));
            known.diagnostics.push(error.at(Place::new(file, survey.at)));
            return (None, None);
        }
    }
    let survey = surveys.first().filter(|_| action.survey.is_some()).map(|place| SurveyId::at(*place));
    (survey, response(action, file, surveys, names, known))
}

/// The one of these surveys that has the response which an action names, with that response's id.
fn response<'s>(
    action: &'s written::Action,
    file: &Arc<Path>,
    mut surveys: Vec<usize>,
    names: &OnceCell<Vec<String>>,
    known: &mut Known<'_, '_>,
) -> Option<(usize, &'s str)> {
    let response = action.response.as_ref()?;
    let place = Place::new(file, response.at);
    surveys.retain(|&survey| known.responses.contains_key(&(survey, &*response.text)));
    match surveys.as_slice() {
        [] => {
            let names = names.get_or_init(|| sorted(known));
            let mut error =
                Diagnostic::new(Code::UnknownResponse, format!("unknown response `{}`", response.text)).at(place);
            error.help = known.diagnostics.suggest(&response.text, names.iter().map(String::as_str));
            known.diagnostics.push(error);
            None
        }
        [survey] => Some((*survey, &*response.text)),
        _ => {
            let message = format!("several surveys have a response `{}`", response.text);
            known.error(Code::AmbiguousResponse, message, place, "say which: add `survey: ID`");
            None
        }
    }
}

fn sorted(known: &Known<'_, '_>) -> Vec<String> {
    let mut names: Vec<String> = known.responses.keys().map(|(_, id)| (*id).to_owned()).collect();
    names.sort_unstable();
    names
}

/// The actions with the responses that they name, once the waves are in order.
pub(super) fn with_responses(drafted: Vec<Drafted<'_>>, waves: &[Wave]) -> Vec<Action> {
    let wanted = drafted.iter().filter_map(|drafted| drafted.response);
    let mut found: HashMap<(usize, &str), Option<ResponseId>> = wanted.map(|response| (response, None)).collect();
    let searched = if found.is_empty() { &[] } else { waves };
    for (place, wave) in searched.iter().enumerate() {
        for (number, response) in (0..).zip(wave.all_responses()) {
            if let Some(found) = found.get_mut(&(wave.survey, &*response.id)) {
                *found = Some(ResponseId { wave: WaveId::at(place), place: number });
            }
        }
    }
    let with_response = |Drafted { action, response }: Drafted<'_>| {
        let response = response.and_then(|response| found.get(&response).copied().flatten());
        Action { response, ..action }
    };
    drafted.into_iter().map(with_response).collect()
}
