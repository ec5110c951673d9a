//! What the checks of tickets, actions and outcomes have in common: what they refer to, and what is told of it.

use std::path::Path;
use std::sync::Arc;

use foldhash::HashMap;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::program::questionnaire::Questionnaire;
use crate::program::references::{Naming, Party, References};
use crate::program::waves::Survey;
use crate::sources::decode::Located;
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

/// Where each id of a kind of record stands.
pub(super) type NamePlaces<'s> = HashMap<&'s str, Place>;

impl Known<'_, '_> {
    /// Notes a mistake.
    pub(super) fn error(&mut self, code: Code, message: impl Into<String>, place: Place, help: impl Into<String>) {
        self.diagnostics.push(Diagnostic::new(code, message).at(place).help(help));
    }

    /// Whose a record is; of nobody where that is a mistake.
    pub(super) fn party(&mut self, account: Option<&Id>, contact: Option<&Id>, naming: Naming<'_>) -> Party {
        self.parties.party(account, contact, naming, self.diagnostics).unwrap_or_default()
    }

    /// Notes an id's place, and says whether it is new; if not, that it is taken.
    pub(super) fn is_new<'s>(&mut self, what: &str, id: &'s Id, file: &Arc<Path>, places: &mut NamePlaces<'s>) -> bool {
        let place = Place::new(file, id.at);
        if let Some(first) = places.get(&*id.text) {
            let error = Diagnostic::new(Code::IdTwice, format!("the {what} id `{}` stands twice", id.text)).at(place);
            self.diagnostics.push(error.related(first.clone(), "the first one is here").help("keep one of the two"));
            return false;
        }
        places.insert(&id.text, place);
        true
    }

    /// A number that cannot be below 0; none where it is.
    pub(super) fn positive(&mut self, what: &str, number: Option<&Located<f64>>, file: &Arc<Path>) -> Option<f64> {
        let number = number?;
        if number.value < 0.0 {
            let message = format!("{what} is 0 or more");
            self.error(Code::Negative, message, Place::new(file, number.at), "write it without a minus");
            return None;
        }
        Some(number.value)
    }
}
