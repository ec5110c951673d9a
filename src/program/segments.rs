//! The dimensions that customers are compared by, and where their values come from.
//!
//! What an account was then counts, not what it is now: an attribute on the response wins, else the account's history
//! on the wave's first day.

use jiff::civil::Date;

use crate::program::accounts::{Account, Contact, FieldTexts};
use crate::program::ids::AccountId;
use crate::sources::surveys::Response;

/// A dimension of segments.
#[derive(Debug, Clone, PartialEq)]
pub struct Dimension {
    /// Its id.
    pub id: String,
    /// Its name on the pages.
    pub label: String,
    /// Where its values come from.
    pub source: Source,
    /// Its values, in the order of the pages.
    pub values: Vec<Value>,
    /// Whether an answer can be in several of its values.
    pub overlaps: bool,
}

/// A value of a dimension, which is a segment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Value {
    /// The value as in the sources.
    pub text: String,
    /// The last part of its page's address.
    pub slug: String,
}

/// Where a dimension's values come from: a built-in field or an attribute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// Of the account.
    Account(String),
    /// Of the contact.
    Contact(String),
    /// Of the response.
    Response(String),
}

impl Source {
    /// Whether its values are the roles of contacts.
    #[must_use]
    pub fn is_role(&self) -> bool {
        matches!(self, Self::Contact(attribute) if attribute == "role")
    }
}

/// A value that something is in: a dimension and one of its values, both indices.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Segment {
    /// The dimension's index.
    pub dimension: u16,
    /// The value's index in the dimension.
    pub value: u32,
}

impl Segment {
    /// The dimension's place in the program's list.
    #[must_use]
    pub fn dimension_index(self) -> usize {
        usize::from(self.dimension)
    }

    /// The value's place in the dimension's list.
    #[must_use]
    pub fn value_index(self) -> usize {
        self.value as usize
    }
}

/// What a segment is looked up from.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    /// The response, where it is one.
    pub response: Option<&'a Response>,
    /// The account on record, with its id.
    pub account: Option<(AccountId, &'a Account)>,
    /// The contact on record.
    pub contact: Option<&'a Contact>,
    /// The day that the account's history is asked for.
    pub day: Option<Date>,
}

impl<'a> Subject<'a> {
    /// Whether it has of a source what its account has now: most have.
    pub(super) fn is_as_its_account(&self, source: &Source) -> bool {
        let Source::Account(field) = source else { return false };
        self.own(field).is_none() && self.account.is_some_and(|(_, account)| account.history.is_empty())
    }

    /// What a response says of a field itself.
    fn own(&self, field: &str) -> Option<FieldTexts<'a>> {
        let (_, texts) = self.response?.attributes.0.iter().find(|(name, _)| **name == *field)?;
        (!texts.0.is_empty()).then_some(FieldTexts::Listed(&texts.0))
    }

    /// What it has of a source.
    pub(super) fn texts(&self, source: &Source) -> FieldTexts<'a> {
        let (Source::Account(field) | Source::Contact(field) | Source::Response(field)) = source;
        if let Some(own) = self.own(field) {
            return own;
        }
        let texts = match source {
            Source::Account(field) => self.account.map(|(_, account)| account.texts(field, self.day)),
            Source::Contact(field) => self.contact.map(|contact| contact.texts(field)),
            Source::Response(field) => self.response.map(|response| response_texts(response, field)),
        };
        texts.unwrap_or(FieldTexts::One(None))
    }
}

fn response_texts<'a>(response: &'a Response, field: &str) -> FieldTexts<'a> {
    let text = match field {
        "channel" => response.channel.as_deref(),
        "journey" => response.journey.as_deref(),
        "touchpoint" => response.touchpoint.as_deref(),
        "language" => response.language.as_ref().map(|language| &*language.text),
        "ticket" => response.ticket.as_ref().map(|ticket| &*ticket.text),
        "topics" => return FieldTexts::Listed(&response.topics.0),
        _ => None,
    };
    FieldTexts::One(text.map(Into::into))
}

/// The longest part of an address: file systems take 255 bytes, and people fewer.
const LONGEST_SLUG: usize = 80;

/// A text as part of an address: lower-case letters, digits and hyphens, at most 80; never empty.
///
/// Text of which nothing is left is written as the numbers of its characters, so that it still has an address.
#[must_use]
pub fn slug(text: &str) -> String {
    let mut slug = slug::slugify(text);
    if slug.is_empty() {
        let numbers: Vec<String> = text.chars().map(|c| format!("u{:x}", u32::from(c))).collect();
        slug = numbers.join("-");
    }
    slug.truncate(LONGEST_SLUG);
    slug.trim_end_matches('-').to_owned()
}
