//! The dimensions that customers are compared by, and which of their values an answer or invitation is in.
//!
//! What an account was then counts, not what it is now: an attribute on the response wins, else the account's history
//! on the wave's first day.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use jiff::civil::Date;

use super::accounts::{Account, Contact, Texts};
use super::parties::Number;
use super::questionnaire::check_id;
use crate::diagnostic::{At, Code, Diagnostic, Diagnostics, Place};
use crate::sources::config::{self, Respondents};
use crate::sources::decode::Located;
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

/// A value that something is in: a dimension and one of its values, both indices.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Segment {
    /// The dimension's index.
    pub dimension: u16,
    /// The value's index in the dimension.
    pub value: u32,
}

/// What a segment is looked up from.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    /// The response, where it is one.
    pub response: Option<&'a Response>,
    /// The account on record, with its number.
    pub account: Option<(Number, &'a Account)>,
    /// The contact on record.
    pub contact: Option<&'a Contact>,
    /// The day that the account's history is asked for.
    pub day: Option<Date>,
}

/// The dimensions while their values are gathered; values are numbered as they are met, and put in order at the end.
#[derive(Debug)]
pub struct Gathering {
    dimensions: Vec<Gathered>,
    /// The segments that accounts are in now, by number.
    of_accounts: Vec<Vec<Segment>>,
}

#[derive(Debug)]
struct Gathered {
    id: String,
    label: String,
    source: Source,
    order: Vec<Located<String>>,
    by: At,
    at: At,
    values: Vec<String>,
    numbers: HashMap<String, u32>,
    overlaps: bool,
}

/// More dimensions than these no program has.
const MOST: usize = 1000;

impl Gathering {
    /// Checks the dimensions of `cxbook.yaml`.
    pub fn new(written: &[config::Dimension], file: &Arc<Path>, diagnostics: &mut Diagnostics) -> Self {
        let mut dimensions: Vec<Gathered> = Vec::with_capacity(written.len());
        if let Some(beyond) = written.get(MOST) {
            let error = Diagnostic::new(Code::TooMany, format!("more than {MOST} dimensions"))
                .at(Place::new(file, beyond.id.at));
            diagnostics.push(error.help("nobody compares customers by so many; keep those that say something"));
        }
        for dimension in written.iter().take(MOST) {
            let id = Located { value: dimension.id.text.to_string(), at: dimension.id.at };
            check_id(&id, "dimension", file, diagnostics);
            let place = Place::new(file, id.at);
            if id.value == "account" {
                let error = Diagnostic::new(Code::TakenName, "no dimension can be called `account`").at(place.clone());
                diagnostics.push(error.help("accounts have pages of their own; give the dimension another id"));
            }
            if let Some(first) = dimensions.iter().find(|other| other.id == id.value) {
                let error =
                    Diagnostic::new(Code::IdTwice, format!("the dimension `{}` stands twice", id.value)).at(place);
                diagnostics.push(error.related(Place::new(file, first.at), "the first one is here").help("keep one"));
                continue;
            }
            let Some(source) = source(&dimension.by, file, diagnostics) else { continue };
            dimensions.push(Gathered {
                label: dimension.label.clone().unwrap_or_else(|| id.value.clone()),
                id: id.value,
                source,
                order: dimension.order.clone(),
                by: dimension.by.at,
                at: id.at,
                values: Vec::new(),
                numbers: HashMap::new(),
                overlaps: false,
            });
        }
        Self { dimensions, of_accounts: Vec::new() }
    }

    /// Refuses dimensions whose values are persons: their pages would name everybody. `shown` says how persons are
    /// shown where the most was promised to them.
    pub fn refuse_persons(&self, shown: Respondents, file: &Arc<Path>, diagnostics: &mut Diagnostics) {
        let personal = |field: &str| matches!(field, "id" | "name" | "title");
        for dimension in &self.dimensions {
            let Source::Contact(field) = &dimension.source else { continue };
            if shown != Respondents::Named && personal(field) {
                let message = format!("the segments of `{}` would be persons, who are not shown by name", dimension.id);
                let error = Diagnostic::new(Code::PersonalSegment, message).at(Place::new(file, dimension.by));
                diagnostics.push(error.help("compare by their role or another attribute: `contact.role`"));
            }
        }
    }

    /// The segments that a response, an invitation, an account or a contact is in.
    pub fn segments(&mut self, subject: Subject<'_>) -> Vec<Segment> {
        let mut segments = Vec::with_capacity(self.dimensions.len());
        let accounts = subject.account.and_then(|(number, _)| self.of_accounts.get(number as usize));
        for (position, dimension) in self.dimensions.iter_mut().enumerate() {
            if let Some(accounts) = accounts.filter(|_| subject.is_as_its_account(&dimension.source)) {
                segments.extend(accounts.iter().filter(|segment| usize::from(segment.dimension) == position));
                continue;
            }
            let before = segments.len();
            for text in subject.texts(&dimension.source).iter() {
                let segment = Segment { dimension: small(position), value: dimension.number(text) };
                if !text.trim().is_empty() && !segments.contains(&segment) {
                    segments.push(segment);
                }
            }
            dimension.overlaps |= segments.len() > before + 1;
        }
        segments
    }

    /// Gathers the segments that accounts are in now, in the order of their numbers.
    pub fn accounts(&mut self, accounts: &[Account]) {
        let subject = |account| Subject { response: None, account: Some(account), contact: None, day: None };
        self.of_accounts = (0..).zip(accounts).map(|account| self.segments(subject(account))).collect();
    }

    /// The segment that a dimension's id and a value's text name; `None` where there is no such dimension.
    pub fn named(&mut self, dimension: &str, text: &str) -> Option<Segment> {
        let position = self.dimensions.iter().position(|known| known.id == dimension)?;
        let value = self.dimensions.get_mut(position)?.number(text);
        Some(Segment { dimension: small(position), value })
    }

    /// The dimensions' ids.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.dimensions.iter().map(|dimension| dimension.id.as_str())
    }

    /// The dimensions with their values in order, for each the new number of every gathered value, and the segments of
    /// the accounts, not yet renumbered.
    pub fn finish(self, file: &Arc<Path>, diagnostics: &mut Diagnostics) -> Finished {
        let finish = |gathered: Gathered| gathered.finish(file, diagnostics);
        let (dimensions, order) = self.dimensions.into_iter().map(finish).unzip();
        Finished { dimensions, order, of_accounts: self.of_accounts }
    }
}

/// What was gathered.
#[derive(Debug)]
pub struct Finished {
    /// The dimensions with their values in order.
    pub dimensions: Vec<Dimension>,
    /// For each dimension the number of every value by the one that it was gathered with.
    pub order: Vec<Vec<u32>>,
    /// The segments that accounts are in now, as they were gathered.
    pub of_accounts: Vec<Vec<Segment>>,
}

fn small(position: usize) -> u16 {
    u16::try_from(position).unwrap_or(u16::MAX)
}

impl Gathered {
    fn number(&mut self, text: &str) -> u32 {
        if let Some(number) = self.numbers.get(text) {
            return *number;
        }
        let number = u32::try_from(self.values.len()).unwrap_or(u32::MAX);
        self.values.push(text.to_owned());
        self.numbers.insert(text.to_owned(), number);
        number
    }

    fn finish(self, file: &Arc<Path>, diagnostics: &mut Diagnostics) -> (Dimension, Vec<u32>) {
        for value in self.order.iter().filter(|value| !self.numbers.contains_key(&value.value)) {
            let message = format!("`order` names `{}`, a value of `{}` that nobody has", value.value, self.id);
            let mut warning = Diagnostic::new(Code::UnusedOrder, message).at(Place::new(file, value.at));
            warning.help = crate::diagnostic::suggest(&value.value, self.values.iter().map(String::as_str));
            diagnostics.push(warning);
        }
        if self.values.is_empty() {
            let message = format!("nobody has a value of the dimension `{}`", self.id);
            diagnostics.push(
                Diagnostic::new(Code::EmptyDimension, message).at(Place::new(file, self.at)).help("look at its `by`"),
            );
        }
        let ranks: HashMap<&str, usize> =
            self.order.iter().enumerate().rev().map(|(rank, value)| (value.value.as_str(), rank)).collect();
        let rank = |text: &String| ranks.get(text.as_str()).copied().unwrap_or(usize::MAX);
        let mut order: Vec<usize> = (0..self.values.len()).collect();
        order.sort_by_cached_key(|&old| (rank(&self.values[old]), &self.values[old]));
        let mut renumbered = vec![0; order.len()];
        for (new, &old) in (0..).zip(&order) {
            renumbered[old] = new;
        }
        let values: Vec<Value> =
            order.iter().map(|&old| Value { slug: slug(&self.values[old]), text: self.values[old].clone() }).collect();
        self.same_addresses(&values, file, diagnostics);
        let Self { id, label, source, overlaps, .. } = self;
        (Dimension { id, label, source, values, overlaps }, renumbered)
    }

    fn same_addresses(&self, values: &[Value], file: &Arc<Path>, diagnostics: &mut Diagnostics) {
        let mut seen: HashMap<&str, &str> = HashMap::new();
        for value in values {
            if let Some(other) = seen.insert(&value.slug, &value.text) {
                let message = format!(
                    "the values `{other}` and `{}` of `{}` have the same page address `segments/{}/{}/`",
                    value.text, self.id, self.id, value.slug
                );
                diagnostics.push(
                    Diagnostic::new(Code::SameAddress, message)
                        .at(Place::new(file, self.at))
                        .help("write them alike in the data, or rename one"),
                );
            }
        }
    }
}

impl<'a> Subject<'a> {
    /// Whether it has of a source what its account has now: most have.
    fn is_as_its_account(&self, source: &Source) -> bool {
        let Source::Account(field) = source else { return false };
        self.own(field).is_none() && self.account.is_some_and(|(_, account)| account.history.is_empty())
    }

    /// What a response says of a field itself.
    fn own(&self, field: &str) -> Option<Texts<'a>> {
        let (_, texts) = self.response?.attributes.0.iter().find(|(name, _)| **name == *field)?;
        (!texts.0.is_empty()).then_some(Texts::Listed(&texts.0))
    }

    fn texts(&self, source: &Source) -> Texts<'a> {
        let (Source::Account(field) | Source::Contact(field) | Source::Response(field)) = source;
        if let Some(own) = self.own(field) {
            return own;
        }
        let texts = match source {
            Source::Account(field) => self.account.map(|(_, account)| account.texts(field, self.day)),
            Source::Contact(field) => self.contact.map(|contact| contact.texts(field)),
            Source::Response(field) => self.response.map(|response| response_texts(response, field)),
        };
        texts.unwrap_or(Texts::One(None))
    }
}

fn response_texts<'a>(response: &'a Response, field: &str) -> Texts<'a> {
    let text = match field {
        "channel" => response.channel.as_deref(),
        "journey" => response.journey.as_deref(),
        "touchpoint" => response.touchpoint.as_deref(),
        "language" => response.language.as_ref().map(|language| &*language.text),
        "ticket" => response.ticket.as_ref().map(|ticket| &*ticket.text),
        "topics" => return Texts::Listed(&response.topics.0),
        _ => None,
    };
    Texts::One(text.map(Into::into))
}

fn source(by: &Located<String>, file: &Arc<Path>, diagnostics: &mut Diagnostics) -> Option<Source> {
    let source = match by.value.split_once('.') {
        Some((_, "")) => None,
        Some(("account", field)) => Some(Source::Account(field.to_owned())),
        Some(("contact", field)) => Some(Source::Contact(field.to_owned())),
        Some(("response", field)) => Some(Source::Response(field.to_owned())),
        _ => None,
    };
    if source.is_none() {
        let message = format!("`{}` is not where a dimension's values can come from", by.value);
        let help = "write `account.X`, `contact.X` or `response.X`, with a field or an attribute for X";
        diagnostics.push(Diagnostic::new(Code::SegmentSource, message).at(Place::new(file, by.at)).help(help));
    }
    source
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
