//! Who the customers are: accounts with their history, and the contacts of each buying group.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::sources::accounts::{OwnerLevel, Status};

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
    /// The account it belongs to, an index into the accounts.
    pub parent: Option<usize>,
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
    /// Its contacts, indices into the contacts.
    pub contacts: Vec<usize>,
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
    pub fn texts(&self, field: &str, day: Option<Date>) -> Vec<Box<str>> {
        let past = self.past(day).find_map(|past| past.texts.get(field));
        past.cloned().unwrap_or_else(|| self.current_texts(field))
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

    fn current_texts(&self, field: &str) -> Vec<Box<str>> {
        if let Some(texts) = self.attributes.get(field) {
            return texts.clone();
        }
        let text = match field {
            "id" => Some(self.id.clone()),
            "name" => Some(self.name.clone()),
            "status" => Some(self.status.word().to_owned()),
            "owner" => self.owner.clone(),
            "parent" => self.parent_id.clone(),
            "revenue" => self.revenue.map(|revenue| revenue.to_string()),
            "since" => self.since.map(|day| day.to_string()),
            "renewal" => self.renewal.map(|day| day.to_string()),
            _ => None,
        };
        text.into_iter().map(Into::into).collect()
    }
}

/// A person of a buying group.
#[derive(Debug, Clone, PartialEq)]
pub struct Contact {
    /// Its id, unique in the program.
    pub id: String,
    /// Its account, an index into the accounts.
    pub account: usize,
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
}

impl Contact {
    /// A field or attribute as texts; empty where there is none.
    #[must_use]
    pub fn texts(&self, field: &str) -> Vec<Box<str>> {
        if let Some(texts) = self.attributes.get(field) {
            return texts.clone();
        }
        let text = match field {
            "id" => Some(self.id.clone()),
            "name" => self.name.clone(),
            "title" => self.title.clone(),
            "role" => self.role.clone(),
            "influence" => Some(self.influence.to_string()),
            "priorities" => return self.priorities.iter().map(|text| text.as_str().into()).collect(),
            _ => None,
        };
        text.into_iter().map(Into::into).collect()
    }
}
