//! Who the customers are: accounts with their history, and the contacts of each buying group.

use std::borrow::Cow;
use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::program::ids::{AccountId, ContactId};
use crate::sources::accounts::{OwnerLevel, Reference, Status};

/// Attributes by name: one text or several.
pub type Attributes = BTreeMap<String, Vec<Box<str>>>;

/// A customer.
#[derive(Debug, Clone, PartialEq)]
pub struct Account {
    /// Its id, as in the sources.
    pub id: String,
    /// The last part of its page's address: the id in lower case.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// The account it belongs to.
    pub parent: Option<AccountId>,
    /// That account's id, as a segment's value.
    pub parent_id: Option<String>,
    /// Where it stands.
    pub status: Status,
    /// Revenue a year, in the program's currency.
    pub revenue: Option<f64>,
    /// Customer since.
    pub since: Option<Date>,
    /// The next renewal.
    pub renewal: Option<Date>,
    /// Who manages it.
    pub owner: Option<String>,
    /// Anything else.
    pub attributes: Attributes,
    /// How it was, the earliest first.
    pub history: Vec<Past>,
    /// The owner's own word on where it stands.
    pub level: Option<OwnerLevel>,
    /// Its contacts.
    pub contacts: Vec<ContactId>,
}

/// How an account was until a day, that day included; only what was different then.
#[derive(Debug, Clone, PartialEq)]
pub struct Past {
    /// The last day.
    pub until: Date,
    /// Fields and attributes as texts.
    pub texts: Attributes,
    /// Revenue a year then.
    pub revenue: Option<f64>,
}

impl Account {
    /// A field or attribute as texts, as it was on a day (as it is, without one); empty where there is none.
    #[must_use]
    pub fn texts(&self, field: &str, day: Option<Date>) -> FieldTexts<'_> {
        let past = self.past(day).find_map(|past| past.texts.get(field));
        past.map_or_else(|| self.current_texts(field), |texts| FieldTexts::Listed(texts))
    }

    /// Revenue a year as it was on a day.
    #[must_use]
    pub fn revenue_on(&self, day: Option<Date>) -> Option<f64> {
        self.past(day).find_map(|past| past.revenue).or(self.revenue)
    }

    /// What held on a day, the nearest first.
    fn past(&self, day: Option<Date>) -> impl Iterator<Item = &Past> {
        self.history.iter().filter(move |past| day.is_some_and(|day| day <= past.until))
    }

    fn current_texts(&self, field: &str) -> FieldTexts<'_> {
        if let Some(texts) = self.attributes.get(field) {
            return FieldTexts::Listed(texts);
        }
        FieldTexts::One(match field {
            "id" => Some(self.id.as_str().into()),
            "name" => Some(self.name.as_str().into()),
            "status" => Some(self.status.word().into()),
            "owner" => self.owner.as_deref().map(Cow::from),
            "parent" => self.parent_id.as_deref().map(Cow::from),
            "revenue" => self.revenue.map(|revenue| revenue.to_string().into()),
            "since" => self.since.map(|day| day.to_string().into()),
            "renewal" => self.renewal.map(|day| day.to_string().into()),
            _ => None,
        })
    }
}

/// A person of a buying group.
#[derive(Debug, Clone, PartialEq)]
pub struct Contact {
    /// Its id, unique in the program.
    pub id: String,
    /// Its account.
    pub account: AccountId,
    /// Its name.
    pub name: Option<String>,
    /// Its job.
    pub title: Option<String>,
    /// Its role in buying.
    pub role: Option<String>,
    /// Its weight in decisions.
    pub influence: f64,
    /// The last day it was a contact.
    pub until: Option<Date>,
    /// Anything else.
    pub attributes: Attributes,
    /// What matters to it.
    pub priorities: Vec<String>,
    /// Whether it may be asked for a reference; none where nobody asked.
    pub reference: Option<Reference>,
}

impl Contact {
    /// A field or attribute as texts; empty where there is none.
    #[must_use]
    pub fn texts(&self, field: &str) -> FieldTexts<'_> {
        if let Some(texts) = self.attributes.get(field) {
            return FieldTexts::Listed(texts);
        }
        FieldTexts::One(match field {
            "id" => Some(self.id.as_str().into()),
            "name" => self.name.as_deref().map(Cow::from),
            "title" => self.title.as_deref().map(Cow::from),
            "role" => self.role.as_deref().map(Cow::from),
            "influence" => Some(self.influence.to_string().into()),
            "priorities" => return FieldTexts::Named(&self.priorities),
            _ => None,
        })
    }
}

/// What a field or an attribute says: one text, several or none.
#[derive(Debug)]
pub enum FieldTexts<'a> {
    /// At most one.
    One(Option<Cow<'a, str>>),
    /// Those of an attribute.
    Listed(&'a [Box<str>]),
    /// Those of a field that is a list.
    Named(&'a [String]),
}

impl FieldTexts<'_> {
    /// One after the other.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        let (one, listed, named) = match self {
            FieldTexts::One(one) => (one.as_deref(), [].as_slice(), [].as_slice()),
            FieldTexts::Listed(listed) => (None, *listed, [].as_slice()),
            FieldTexts::Named(named) => (None, [].as_slice(), *named),
        };
        one.into_iter().chain(listed.iter().map(|text| &**text)).chain(named.iter().map(String::as_str))
    }
}
