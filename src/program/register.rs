//! The register: all accounts and contacts, checked and brought together from the files that name them.

use std::path::Path;
use std::sync::Arc;

use foldhash::{HashMap, HashMapExt};

use crate::diagnostic::{At, Code, Diagnostic, Diagnostics, Place};
use crate::program::accounts::{Account, Attributes, Contact, Past};
use crate::program::ids::{AccountId, ContactId, List};
use crate::sources::accounts as written;
use crate::sources::accounts::Status;
use crate::sources::decode::{Located, Named};
use crate::sources::values::{Id, Texts};
use crate::sources::{Sources, decode};

/// All accounts and contacts on record, and how to find them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Register {
    /// The accounts in the files' order.
    pub accounts: List<AccountId, Account>,
    /// The contacts in the files' order.
    pub contacts: List<ContactId, Contact>,
    account_ids: HashMap<String, AccountId>,
    contact_ids: HashMap<String, ContactId>,
}

impl Register {
    /// An account by its id or one of its aliases.
    #[must_use]
    pub fn account(&self, id: &str) -> Option<AccountId> {
        self.account_ids.get(id).copied()
    }

    /// An account and all above it, from below.
    pub fn line(&self, account: AccountId) -> impl Iterator<Item = AccountId> {
        let above = std::iter::successors(Some(account), |account| self.accounts.get(*account)?.parent);
        // No line is longer than there are accounts, should one ever lead back to itself.
        above.take(self.accounts.len())
    }

    /// A contact by its id.
    #[must_use]
    pub fn contact(&self, id: &str) -> Option<ContactId> {
        self.contact_ids.get(id).copied()
    }
}

/// Checks accounts and contacts and brings them together.
pub fn check(sources: &Sources, diagnostics: &mut Diagnostics) -> Register {
    let mut checker = Checker {
        register: Register::default(),
        account_places: HashMap::new(),
        slugs: HashMap::new(),
        contact_places: HashMap::new(),
        above: List::default(),
        diagnostics,
    };
    let all: Vec<(&Arc<Path>, &written::Account)> = sources
        .accounts
        .iter()
        .flat_map(|file| file.content.accounts.iter().map(move |account| (&file.file, account)))
        .collect();
    let kept: Vec<_> =
        all.into_iter().filter_map(|(file, account)| Some((checker.account(file, account)?, file, account))).collect();
    for (position, file, account) in &kept {
        checker.aliases(*position, file, account);
        for contact in &account.contacts {
            checker.contact_of_account(*position, file, contact);
        }
    }
    checker.above = checker.register.accounts.ids().collect();
    for (position, file, account) in &kept {
        if checker.account_places.get(&*account.id.text) == Some(&Place::new(file, account.id.at)) {
            checker.parent(*position, file, account);
        }
    }
    for file in &sources.contacts {
        for contact in &file.content.contacts {
            checker.contact_alone(&file.file, contact);
        }
    }
    checker.register
}

struct Checker<'a> {
    register: Register,
    account_places: HashMap<String, Place>,
    /// By the last part of an address: the account that has it, and where it stands.
    slugs: HashMap<String, (AccountId, Place)>,
    contact_places: HashMap<String, Place>,
    /// For each account one above it, or itself; a shorter way to the top than by parents.
    above: List<AccountId, AccountId>,
    diagnostics: &'a mut Diagnostics,
}

impl Checker<'_> {
    /// Takes an account, and gives its id. Where its name or address is taken, that is told here, and the id is that of
    /// the first: so nothing that names it, or stands under it, is unknown.
    fn account(&mut self, file: &Arc<Path>, written: &written::Account) -> Option<AccountId> {
        let place = Place::new(file, written.id.at);
        let position = AccountId::at(self.register.accounts.len());
        if self.account_id(&written.id, &place).is_none() {
            return self.register.account(&written.id.text);
        }
        let slug = match self.slug(&written.id, place, position) {
            Ok(slug) => slug,
            Err(first) => {
                self.register.account_ids.insert(written.id.text.to_string(), first);
                return Some(first);
            }
        };
        self.register.account_ids.insert(written.id.text.to_string(), position);
        let account = Account {
            id: written.id.text.to_string(),
            slug,
            name: written
                .name
                .clone()
                .filter(|name| !name.trim().is_empty())
                .unwrap_or_else(|| written.id.text.to_string()),
            parent: None,
            parent_id: None,
            status: written.status.unwrap_or(Status::Active),
            revenue: self.amount(written.revenue.as_ref(), file),
            since: written.since,
            renewal: written.renewal,
            owner: written.owner.clone(),
            attributes: attributes(&written.attributes),
            history: self.history(&written.history, file),
            level: written.level.clone(),
            contacts: Vec::new(),
        };
        Some(self.register.accounts.add(account))
    }

    /// The last part of an account's address; the account that has the same already, where one has.
    fn slug(&mut self, id: &Id, place: Place, position: AccountId) -> Result<String, AccountId> {
        let slug = id.text.to_lowercase();
        if let Some((position, first)) = self.slugs.get(&slug).cloned() {
            let other = &self.register.accounts[position].id;
            let address = format!("accounts/{slug}/");
            let message = format!("the accounts `{other}` and `{}` have the same page address `{address}`", id.text);
            let error = Diagnostic::new(Code::SameAddress, message).at(place).related(first, "the first one is here");
            self.push(error.help("rename one of the two"));
            return Err(position);
        }
        self.slugs.insert(slug.clone(), (position, place));
        Ok(slug)
    }

    /// Refuses an id that is taken, or that cannot be an address.
    fn account_id(&mut self, id: &Id, place: &Place) -> Option<()> {
        if !is_account_id(&id.text) {
            let message = format!("`{}` cannot be the id of an account", decode::shortened(&id.text));
            let help = "an id has letters, digits, `.`, `_` and `-`, and at most 64 of them";
            self.push(Diagnostic::new(Code::WrongId, message).at(place.clone()).help(help));
            return None;
        }
        if leaves_folder(&id.text) {
            let message = format!("the id `{}` would put the account's page outside its folder", id.text);
            self.push(Diagnostic::new(Code::WrongId, message).at(place.clone()).help("give the account another id"));
            return None;
        }
        self.taken(&id.text, place)
    }

    fn taken(&mut self, id: &str, place: &Place) -> Option<()> {
        if let Some(first) = self.account_places.get(id).cloned() {
            let message = format!("the account id `{id}` stands twice");
            self.push(
                Diagnostic::new(Code::IdTwice, message)
                    .at(place.clone())
                    .related(first, "the first one is here")
                    .help("ids and aliases are unique; keep one"),
            );
            return None;
        }
        self.account_places.insert(id.to_owned(), place.clone());
        Some(())
    }

    fn aliases(&mut self, position: AccountId, file: &Arc<Path>, written: &written::Account) {
        for alias in &written.aliases {
            if self.taken(&alias.text, &Place::new(file, alias.at)).is_some() {
                self.register.account_ids.insert(alias.text.to_string(), position);
            }
        }
    }

    fn history(&mut self, history: &[written::Past], file: &Arc<Path>) -> Vec<Past> {
        let mut past: Vec<Past> = history.iter().map(|written| self.past(written, file)).collect();
        past.sort_by_key(|past| past.until);
        past
    }

    fn past(&mut self, written: &written::Past, file: &Arc<Path>) -> Past {
        let revenue = self.amount(written.revenue.as_ref(), file);
        let mut texts = attributes(&written.attributes);
        let fields = [
            ("name", written.name.clone()),
            ("status", written.status.map(|status| status.word().to_owned())),
            ("owner", written.owner.clone()),
            ("revenue", revenue.map(|revenue| revenue.to_string())),
            ("renewal", written.renewal.map(|day| day.to_string())),
            ("parent", written.parent.as_ref().map(|id| id.text.to_string())),
        ];
        for (field, text) in fields {
            texts.extend(text.map(|text| (field.to_owned(), vec![text.into()])));
        }
        Past { until: written.until, texts, revenue }
    }

    fn amount(&mut self, written: Option<&Located<f64>>, file: &Arc<Path>) -> Option<f64> {
        let amount = written?;
        if amount.value < 0.0 {
            self.push(
                Diagnostic::new(Code::Negative, "revenue is 0 or more")
                    .at(Place::new(file, amount.at))
                    .help("write it without a minus"),
            );
            return None;
        }
        Some(amount.value)
    }

    fn parent(&mut self, position: AccountId, file: &Arc<Path>, written: &written::Account) {
        let Some(id) = &written.parent else { return };
        let place = Place::new(file, id.at);
        let Some(parent) = self.register.account(&id.text) else {
            return self.unknown_account(id, place);
        };
        if self.topmost(parent) == position {
            let message = format!("`{}` would be its own parent", written.id.text);
            return self.push(
                Diagnostic::new(Code::ParentCircle, message).at(place).help("remove one `parent` of the circle"),
            );
        }
        self.above[position] = parent;
        let parent_id = self.register.accounts[parent].id.clone();
        let account = &mut self.register.accounts[position];
        (account.parent, account.parent_id) = (Some(parent), Some(parent_id));
    }

    /// The account above all others of an account's line; the way there is shortened for the next time.
    fn topmost(&mut self, account: AccountId) -> AccountId {
        let mut at = account;
        while self.above[at] != at {
            self.above[at] = self.above[self.above[at]];
            at = self.above[at];
        }
        at
    }

    fn unknown_account(&mut self, id: &Id, place: Place) {
        let mut error = Diagnostic::new(Code::UnknownAccount, format!("unknown account `{}`", id.text)).at(place);
        let names = self.register.accounts.iter().map(|account| account.id.as_str());
        error.help = self.diagnostics.suggest(&id.text, names);
        self.push(error);
    }

    fn contact_of_account(&mut self, account: AccountId, file: &Arc<Path>, written: &written::Contact) {
        if let Some(named) = &written.account
            && self.register.account(&named.text) != Some(account)
        {
            let message = format!(
                "the contact stands under `{}` and names the account `{}`",
                self.register.accounts[account].id, named.text
            );
            self.push(
                Diagnostic::new(Code::OtherAccountsContact, message)
                    .at(Place::new(file, named.at))
                    .help("remove `account` here"),
            );
            return;
        }
        self.contact(account, file, written);
    }

    fn contact_alone(&mut self, file: &Arc<Path>, written: &written::Contact) {
        let Some(named) = &written.account else {
            let message = format!("the contact `{}` needs its `account`", written.id.text);
            return self.push(
                Diagnostic::new(Code::MissingKey, message)
                    .at(Place::new(file, At { width: 0, ..written.at }))
                    .help("add `account: ID`"),
            );
        };
        if let Some(account) = self.register.account(&named.text) {
            self.contact(account, file, written);
        } else {
            self.unknown_account(named, Place::new(file, named.at));
        }
    }

    fn contact(&mut self, account: AccountId, file: &Arc<Path>, written: &written::Contact) {
        let place = Place::new(file, written.id.at);
        if let Some(first) = self.contact_places.get(&*written.id.text).cloned() {
            let message = format!("the contact id `{}` stands twice", written.id.text);
            let error = Diagnostic::new(Code::IdTwice, message).at(place).related(first, "the first one is here");
            return self.push(error.help("ids of contacts are unique in the program; keep one"));
        }
        let influence = written.influence.as_ref().map_or(1.0, |influence| influence.value);
        if let Some(influence) = written.influence.as_ref().filter(|influence| influence.value < 0.0) {
            self.push(
                Diagnostic::new(Code::Negative, "an influence is 0 or more")
                    .at(Place::new(file, influence.at))
                    .help("write a positive number"),
            );
        }
        self.contact_places.insert(written.id.text.to_string(), place);
        let contact = self.register.contacts.add(Contact {
            id: written.id.text.to_string(),
            account,
            name: written.name.clone(),
            title: written.title.clone(),
            role: written.role.clone(),
            influence: influence.max(0.0),
            until: written.until,
            attributes: attributes(&written.attributes),
            priorities: written.priorities.clone(),
            reference: written.reference,
        });
        self.register.contact_ids.insert(written.id.text.to_string(), contact);
        self.register.accounts[account].contacts.push(contact);
    }

    fn push(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }
}

/// Whether a text has the letters and the length of an account's id.
#[must_use]
pub fn is_account_id(text: &str) -> bool {
    let letters = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '-');
    text.chars().count() <= 64 && text.chars().all(letters)
}

/// Whether the page of an account with this id would not lie in the folder of accounts.
#[must_use]
pub fn leaves_folder(id: &str) -> bool {
    id.chars().all(|c| c == '.') || id == "index.html"
}

fn attributes(written: &Named<Texts>) -> Attributes {
    written.0.iter().map(|(name, texts)| (name.value.clone(), texts.0.clone())).collect()
}
