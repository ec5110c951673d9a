//! Which values of the dimensions there are, and which of them each answer, invitation and account is in.
//!
//! Values are numbered as they are met, and put in order at the end. Waves are gone through at the same time, so each
//! has a [`Met`] of its own: it knows the values that were met before, and numbers its new ones from there on. Joined
//! one after the other, they give the same dimensions whichever was ready first.

use std::path::Path;
use std::sync::Arc;

use foldhash::{HashMap, HashMapExt};

use crate::diagnostic::{At, Code, Diagnostic, Diagnostics, Place, suggest};
use crate::program::accounts::Account;
use crate::program::ids::{AccountId, List};
use crate::program::questionnaire::check_id;
use crate::program::segments::{Dimension, Segment, Source, Subject, Value, slug};
use crate::sources::config::{self, Respondents};
use crate::sources::decode::Located;

/// The dimensions while their values are gathered.
#[derive(Debug)]
pub(super) struct DimensionValues {
    dimensions: Vec<Gathered>,
    /// The segments that accounts are in now.
    of_accounts: List<AccountId, Vec<Segment>>,
}

/// By dimension and value: other numbers of the same values.
pub(super) type Numbers = Vec<Vec<u32>>;

#[derive(Debug)]
struct Gathered {
    id: String,
    label: String,
    source: Source,
    order: Vec<Located<String>>,
    by: At,
    at: At,
    values: Values,
}

/// One renumbering after the other.
#[must_use]
pub(super) fn composed(first: &Numbers, then: &Numbers) -> Numbers {
    let number = |then: &[u32], number: u32| then.get(number as usize).copied().unwrap_or(number);
    first.iter().zip(then).map(|(first, then)| first.iter().map(|n| number(then, *n)).collect()).collect()
}

/// Values of a dimension in the order in which they were met.
#[derive(Debug, Default)]
pub(super) struct Values {
    /// The number of the first.
    from: u32,
    texts: Vec<String>,
    numbers: HashMap<String, u32>,
    /// Whether something is in several values of the dimension.
    overlaps: bool,
}

impl Values {
    /// The number of a value, which is the next one if it is new.
    fn number(&mut self, text: &str) -> u32 {
        if let Some(number) = self.numbers.get(text) {
            return *number;
        }
        let number = self.next();
        self.texts.push(text.to_owned());
        self.numbers.insert(text.to_owned(), number);
        number
    }

    /// The number of a value that is met next.
    fn next(&self) -> u32 {
        self.from.saturating_add(u32::try_from(self.texts.len()).unwrap_or(u32::MAX))
    }
}

/// More dimensions than these no program has.
const MOST: usize = 1000;

impl DimensionValues {
    /// Checks the dimensions of `cxbook.yaml`.
    pub(super) fn new(written: &[config::Dimension], file: &Arc<Path>, diagnostics: &mut Diagnostics) -> Self {
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
                values: Values::default(),
            });
        }
        Self { dimensions, of_accounts: List::default() }
    }

    /// Refuses dimensions whose values are persons: their pages would name everybody. `shown` says how persons are
    /// shown where the most was promised to them.
    pub(super) fn refuse_persons(&self, shown: Respondents, file: &Arc<Path>, diagnostics: &mut Diagnostics) {
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

    /// Gathers the segments that accounts are in now. It comes before any values are met.
    pub(super) fn accounts(&mut self, accounts: &List<AccountId, Account>) {
        let subject = |account| Subject { response: None, account: Some(account), contact: None, day: None };
        let mut met = self.met();
        let of_accounts = accounts.with_ids().map(|account| met.segments(subject(account))).collect();
        let new = met.into_new();
        self.join(new);
        self.of_accounts = of_accounts;
    }

    /// What is met from here on: nothing yet.
    #[must_use]
    pub(super) fn met(&self) -> Met<'_> {
        let new = |dimension: &Gathered| Values { from: dimension.values.next(), ..Values::default() };
        Met { before: self, new: self.dimensions.iter().map(new).collect() }
    }

    /// Takes values that were met, and gives for all numbers of that [`Met`] those of this gathering.
    pub(super) fn join(&mut self, new: Vec<Values>) -> Numbers {
        let joined = |(dimension, new): (&mut Gathered, Values)| {
            dimension.values.overlaps |= new.overlaps;
            let new_ones = new.texts.iter().map(|text| dimension.values.number(text));
            (0..new.from).chain(new_ones).collect()
        };
        self.dimensions.iter_mut().zip(new).map(joined).collect()
    }

    /// The dimensions with their values in order, for each the new number of every gathered value, and the segments of
    /// the accounts, not yet renumbered.
    pub(super) fn finish(self, file: &Arc<Path>, diagnostics: &mut Diagnostics) -> Finished {
        let finish = |gathered: Gathered| gathered.finish(file, diagnostics);
        let (dimensions, order) = self.dimensions.into_iter().map(finish).unzip();
        Finished { dimensions, order, of_accounts: self.of_accounts }
    }
}

/// What was gathered.
#[derive(Debug)]
pub(super) struct Finished {
    /// The dimensions with their values in order.
    pub(super) dimensions: Vec<Dimension>,
    /// For each dimension the number of every value by the one that it was gathered with.
    pub(super) order: Numbers,
    /// The segments that accounts are in now, as they were gathered.
    pub(super) of_accounts: List<AccountId, Vec<Segment>>,
}

/// The values that one wave adds, while it is gone through.
#[derive(Debug)]
pub(super) struct Met<'g> {
    before: &'g DimensionValues,
    new: Vec<Values>,
}

impl Met<'_> {
    /// The segments that a response, an invitation, an account or a contact is in.
    pub(super) fn segments(&mut self, subject: Subject<'_>) -> Vec<Segment> {
        let mut segments = Vec::with_capacity(self.new.len());
        let accounts = subject.account.and_then(|(account, _)| self.before.of_accounts.get(account));
        for (position, dimension) in self.before.dimensions.iter().enumerate() {
            if let Some(accounts) = accounts.filter(|_| subject.is_as_its_account(&dimension.source)) {
                segments.extend(accounts.iter().filter(|segment| segment.dimension_index() == position));
                continue;
            }
            let before = segments.len();
            for text in subject.texts(&dimension.source).iter().filter(|text| !text.trim().is_empty()) {
                let segment = self.segment(position, text);
                if !segments.contains(&segment) {
                    segments.push(segment);
                }
            }
            self.new[position].overlaps |= segments.len() > before + 1;
        }
        segments
    }

    /// The segment that a dimension's id and a value's text name; `None` where there is no such dimension.
    pub(super) fn named(&mut self, dimension: &str, text: &str) -> Option<Segment> {
        let position = self.before.dimensions.iter().position(|known| known.id == dimension)?;
        Some(self.segment(position, text))
    }

    fn segment(&mut self, dimension: usize, text: &str) -> Segment {
        let known = self.before.dimensions[dimension].values.numbers.get(text);
        let value = known.copied().unwrap_or_else(|| self.new[dimension].number(text));
        Segment { dimension: u16::try_from(dimension).unwrap_or(u16::MAX), value }
    }

    /// The dimensions' ids.
    pub(super) fn ids(&self) -> impl Iterator<Item = &str> {
        self.before.dimensions.iter().map(|dimension| dimension.id.as_str())
    }

    /// The values that were not met before, to be joined.
    #[must_use]
    pub(super) fn into_new(self) -> Vec<Values> {
        self.new
    }
}

impl Gathered {
    fn finish(self, file: &Arc<Path>, diagnostics: &mut Diagnostics) -> (Dimension, Vec<u32>) {
        let texts = &self.values.texts;
        for value in self.order.iter().filter(|value| !self.values.numbers.contains_key(&value.value)) {
            let message = format!("`order` names `{}`, a value of `{}` that nobody has", value.value, self.id);
            let mut warning = Diagnostic::new(Code::UnusedOrder, message).at(Place::new(file, value.at));
            warning.help = suggest(&value.value, texts.iter().map(String::as_str));
            diagnostics.push(warning);
        }
        if texts.is_empty() {
            let message = format!("nobody has a value of the dimension `{}`", self.id);
            diagnostics.push(
                Diagnostic::new(Code::EmptyDimension, message).at(Place::new(file, self.at)).help("look at its `by`"),
            );
        }
        let ranks: HashMap<&str, usize> =
            self.order.iter().enumerate().rev().map(|(rank, value)| (value.value.as_str(), rank)).collect();
        let rank = |text: &String| ranks.get(text.as_str()).copied().unwrap_or(usize::MAX);
        let mut order: Vec<usize> = (0..texts.len()).collect();
        order.sort_by_cached_key(|&old| (rank(&texts[old]), &texts[old]));
        let mut renumbered = vec![0; order.len()];
        for (new, &old) in (0..).zip(&order) {
            renumbered[old] = new;
        }
        let value = |&old: &usize| Value { slug: slug(&texts[old]), text: texts[old].clone() };
        let values: Vec<Value> = order.iter().map(value).collect();
        self.same_addresses(&values, file, diagnostics);
        let Self { id, label, source, values: Values { overlaps, .. }, .. } = self;
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
