//! Who an answer or an invitation comes from: references to accounts and contacts, on record or not.

use std::path::Path;
use std::sync::Arc;

use foldhash::{HashMap, HashMapExt};

use crate::diagnostic::{At, Code, Diagnostic, Diagnostics, Place};
use crate::program::ids::{AccountId, ContactId};
use crate::program::register::Register;
use crate::sources::config::UnknownRule;
use crate::sources::values::Id;

/// Resolves references, and numbers those that are not on record.
#[derive(Debug)]
pub(super) struct References<'a> {
    /// What is on record.
    pub register: &'a Register,
    accounts: Unknown,
    contacts: Unknown,
}

#[derive(Debug)]
struct Unknown {
    rule: UnknownRule,
    /// By name: the place, beyond all that are on record.
    places: HashMap<String, usize>,
    suggestions: HashMap<String, Option<String>>,
}

/// What to do about somebody who is listed, where no name is near.
const LISTED_HELP: &str =
    "mend the id, add it to the record, or say in `cxbook.yaml` that it is right so (see `cxbook explain accept`)";

impl Unknown {
    fn new(rule: UnknownRule) -> Self {
        Self { rule, places: HashMap::new(), suggestions: HashMap::new() }
    }

    /// Finds a place for an unknown name, and says whether it is met for the first time.
    fn place(&mut self, name: &str, on_record: usize) -> (usize, bool) {
        let next = on_record + self.places.len();
        let first = !self.places.contains_key(name);
        (*self.places.entry(name.to_owned()).or_insert(next), first)
    }

    fn suggestion<'n>(
        &mut self,
        name: &str,
        names: impl Iterator<Item = &'n str>,
        diagnostics: &mut Diagnostics,
    ) -> Option<String> {
        let find = || match self.rule {
            UnknownRule::Error => diagnostics.suggest(name, names),
            UnknownRule::List => diagnostics.nearest(name, names).or_else(|| Some(LISTED_HELP.to_owned())),
        };
        self.suggestions.entry(name.to_owned()).or_insert_with(find).clone()
    }
}

/// The account and the contact that something names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Party {
    /// The account.
    pub account: Option<AccountId>,
    /// The contact.
    pub contact: Option<ContactId>,
}

impl<'a> References<'a> {
    /// Starts with what is on record and what is to become of the rest.
    #[must_use]
    pub(super) fn new(register: &'a Register, contacts: UnknownRule, accounts: UnknownRule) -> Self {
        Self { register, accounts: Unknown::new(accounts), contacts: Unknown::new(contacts) }
    }

    /// Whether the program keeps records of contacts; without, their ids are free text.
    #[must_use]
    pub(super) fn has_contact_records(&self) -> bool {
        !self.register.contacts.is_empty()
    }

    /// Somebody who is on no record by right: a colleague among the employees.
    pub(super) fn colleague(&mut self, id: &Id) -> ContactId {
        ContactId::at(self.contacts.place(&id.text, self.register.contacts.len()).0)
    }

    /// What an answer or invitation names, if all of it is on record and belongs together. One that names only a contact
    /// belongs to that contact's account.
    #[must_use]
    pub(super) fn on_record(&self, account: Option<&Id>, contact: Option<&Id>) -> Option<Party> {
        let Some(contact) = contact else {
            let account = account.map(|id| self.register.account(&id.text));
            return Some(Party { account: transposed(account)?, contact: None });
        };
        let contact = self.register.contact(&contact.text)?;
        let own = self.register.contacts.get(contact)?.account;
        // Most name the account by its id, which needs no search then.
        let is_own = |id: &Id| {
            let named = self.register.accounts.get(own).is_some_and(|known| *known.id == *id.text);
            named || self.register.account(&id.text) == Some(own)
        };
        account.is_none_or(is_own).then_some(Party { account: Some(own), contact: Some(contact) })
    }

    /// Resolves what an answer or invitation names; `None` where that is an error.
    pub(super) fn party(
        &mut self,
        account: Option<&Id>,
        contact: Option<&Id>,
        naming: Naming<'_>,
        diagnostics: &mut Diagnostics,
    ) -> Option<Party> {
        if let Some(party) = self.on_record(account, contact) {
            return Some(party);
        }
        let named = account.map(|id| self.account(id, naming, diagnostics));
        let person = contact.map(|id| self.contact(id, naming, diagnostics));
        let party = Party { account: transposed(named)?, contact: transposed(person)? };
        let of_another = party.contact.and_then(|contact| self.register.contacts.get(contact));
        let Some((known, id)) = of_another.zip(contact) else { return Some(party) };
        let message = format!("the contact `{}` belongs to `{}`", id.text, self.register.accounts[known.account].id);
        let place = Place::new(naming.file, account.map_or(id.at, |account| account.at));
        let error = Diagnostic::new(Code::OtherAccountsContact, message).at(place);
        diagnostics.push(error.help("name its own account, or leave the account out"));
        None
    }

    /// Resolves an account; `None` where it is an error.
    pub(super) fn account(&mut self, id: &Id, naming: Naming<'_>, diagnostics: &mut Diagnostics) -> Option<AccountId> {
        if let Some(account) = self.register.account(&id.text) {
            return Some(account);
        }
        let (place, first) = self.accounts.place(&id.text, self.register.accounts.len());
        let names = self.register.accounts.iter().map(|account| account.id.as_str());
        let help = self.accounts.suggestion(&id.text, names, diagnostics);
        let unknown = format!("unknown account `{}`", id.text);
        listed(self.accounts.rule, Code::UnknownAccount, first, (unknown, id.at, help), naming, diagnostics)
            .then_some(AccountId::at(place))
    }

    fn contact(&mut self, id: &Id, naming: Naming<'_>, diagnostics: &mut Diagnostics) -> Option<ContactId> {
        if let Some(contact) = self.register.contact(&id.text) {
            return Some(contact);
        }
        let (place, first) = self.contacts.place(&id.text, self.register.contacts.len());
        if !self.has_contact_records() {
            return Some(ContactId::at(place));
        }
        let names = self.register.contacts.iter().map(|contact| contact.id.as_str());
        let help = self.contacts.suggestion(&id.text, names, diagnostics);
        let unknown = format!("unknown contact `{}`", id.text);
        listed(self.contacts.rule, Code::UnknownContact, first, (unknown, id.at, help), naming, diagnostics)
            .then_some(ContactId::at(place))
    }

    /// Whether an account is on record.
    #[must_use]
    pub(super) fn is_account(&self, account: AccountId) -> bool {
        self.register.accounts.has(account)
    }

    /// Whether a contact is on record; all are where no records are kept.
    #[must_use]
    pub(super) fn is_contact(&self, contact: ContactId) -> bool {
        !self.has_contact_records() || self.register.contacts.has(contact)
    }

    /// The names of accounts and contacts that are not on record, by place from the first beyond the record.
    #[must_use]
    pub(super) fn unknown_names(self) -> (Vec<String>, Vec<String>) {
        (in_order(self.accounts.places), in_order(self.contacts.places))
    }
}

fn in_order(places: HashMap<String, usize>) -> Vec<String> {
    let mut names: Vec<(usize, String)> = places.into_iter().map(|(name, place)| (place, name)).collect();
    names.sort_unstable();
    names.into_iter().map(|(_, name)| name).collect()
}

/// `Some(None)` for nothing named, `None` for a mistake.
#[expect(clippy::option_option, reason = "named or not, and resolved or not, are two questions")]
fn transposed<I>(resolved: Option<Option<I>>) -> Option<Option<I>> {
    match resolved {
        None => Some(None),
        Some(None) => None,
        Some(id) => Some(id),
    }
}

/// Where an account or contact is named, and so what becomes of it if it is not on record.
#[derive(Debug, Clone, Copy)]
pub(super) struct Naming<'f> {
    /// The file.
    pub(super) file: &'f Arc<Path>,
    /// What becomes of an unknown name that is listed.
    pub(super) consequence: &'static str,
}

impl<'f> Naming<'f> {
    /// In an answer.
    pub(super) fn answer(file: &'f Arc<Path>) -> Self {
        Self { file, consequence: "its answers count, and are listed" }
    }

    /// In an invitation.
    pub(super) fn invitation(file: &'f Arc<Path>) -> Self {
        Self { file, consequence: "its invitation is left out of response rates" }
    }

    /// In a ticket.
    pub(super) fn ticket(file: &'f Arc<Path>) -> Self {
        Self { file, consequence: "its tickets count for the program alone" }
    }

    /// In an action or an outcome.
    pub(super) fn record(file: &'f Arc<Path>) -> Self {
        Self { file, consequence: "what is recorded of it stands on no page" }
    }
}

/// Reports an unknown name by its rule, and says whether what names it is kept. A listed name is warned of once.
fn listed(
    rule: UnknownRule,
    code: Code,
    first: bool,
    (message, at, help): (String, At, Option<String>),
    naming: Naming<'_>,
    diagnostics: &mut Diagnostics,
) -> bool {
    let mut diagnostic = match rule {
        UnknownRule::Error => Diagnostic::new(code, message),
        UnknownRule::List if first => Diagnostic::new(Code::Unlisted, format!("{message}: {}", naming.consequence)),
        UnknownRule::List => return true,
    };
    diagnostic.help = help;
    diagnostics.push(diagnostic.at(Place::new(naming.file, at)));
    rule == UnknownRule::List
}
