//! What is known of an account before anybody answered: its owner, its revenue, its segments, its group.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Block, SectionKind, Whose};
use crate::disclosure::{Account, AccountId, Scope};
use crate::pages::accounts::{self, revenue, status};
use crate::pages::frame::{self, Link};
use crate::pages::{PageKey, Report};
use crate::sources::accounts::OwnerLevel;
use crate::words::{Words, phrases};

/// What is known of an account.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
pub struct Known {
    /// Facts.
    pub facts: Vec<Fact>,
    /// The account it belongs to, and those that belong to it or to the same.
    pub family: Vec<Relative>,
}

/// Something known of an account.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Fact {
    /// What.
    pub label: String,
    /// What it is.
    pub value: String,
    /// The segments' pages, where it is about segments.
    pub links: Vec<Link>,
}

/// An account of the same group.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Relative {
    /// How it is related.
    pub relation: Relation,
    /// Its page.
    pub account: Link,
}

/// How an account of the same group is related.
#[derive(Debug, Clone, Copy, PartialEq, Eq, JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Relation {
    /// The account is part of it.
    PartOf,
    /// It is another part of what the account is part of.
    Beside,
    /// It is part of the account.
    Parts,
}

/// Its section.
pub const KNOWN: SectionKind =
    SectionKind { id: "facts", heading: |report, _| report.words.plain("account-at-a-glance"), blocks: known };

fn known(report: &Report<'_>, whose: Whose) -> Vec<Block> {
    let Scope::Account(position) = whose.scope else { return Vec::new() };
    let known = Known { facts: facts(report, position), family: family(report, position) };
    if known.facts.is_empty() && known.family.is_empty() { Vec::new() } else { vec![Block::Known(known)] }
}

fn facts(report: &Report<'_>, position: AccountId) -> Vec<Fact> {
    let account = &report.disclosed.accounts()[position];
    let words = &report.words;
    let plain = |label: String, value: String| Fact { label, value, links: Vec::new() };
    let mut facts = vec![
        plain(words.plain("account-status"), phrases::capitalised(&status(words, account))),
        plain(words.plain("account-owner"), account.owner.clone().unwrap_or_default()),
        plain(words.plain("account-risk"), account.level.as_ref().map(|it| risk(words, it)).unwrap_or_default()),
        plain(words.plain("account-revenue"), revenue(report, account)),
        plain(words.plain("account-since"), since(report, account)),
        plain(words.plain("account-renewal"), renewal(report, account)),
    ];
    for (number, dimension) in report.disclosed.dimensions().iter().enumerate() {
        let segments = report.disclosed.segments_of(position).iter();
        let links = segments.filter(|segment| segment.dimension_index() == number);
        let links: Vec<Link> = links.map(|segment| frame::link(report, &PageKey::segment(*segment))).collect();
        facts.push(Fact { label: dimension.label.clone(), value: String::new(), links });
    }
    facts.retain(|fact| !fact.value.is_empty() || !fact.links.is_empty());
    facts
}

fn risk(words: &Words, level: &OwnerLevel) -> String {
    let accounts::LevelView { word, because, .. } = accounts::level(words, level);
    words.say("account-risk-because", &[("level", phrases::capitalised(&word).into()), ("because", because.into())])
}

fn since(report: &Report<'_>, account: &Account) -> String {
    let Some(since) = account.since else { return String::new() };
    let day = report.words.day(since);
    let years = report.today.and_then(|today| today.since((jiff::Unit::Year, since)).ok()).map(|span| span.get_years());
    match years {
        Some(years) if years >= 1 => {
            report.words.say("account-since-years", &[("day", day.into()), ("years", i32::from(years).into())])
        }
        _ => day,
    }
}

fn renewal(report: &Report<'_>, account: &Account) -> String {
    let Some(renewal) = account.renewal else { return String::new() };
    let day = report.words.day(renewal);
    let days = report.today.and_then(|today| today.until((jiff::Unit::Day, renewal)).ok()).map(|span| span.get_days());
    match days {
        Some(days) if days >= 0 => {
            report.words.say("account-renewal-in-days", &[("day", day.into()), ("days", days.into())])
        }
        Some(days) => {
            let ago = ("days", days.unsigned_abs().into());
            report.words.say("account-renewal-days-ago", &[("day", day.into()), ago])
        }
        None => day,
    }
}

fn family(report: &Report<'_>, position: AccountId) -> Vec<Relative> {
    let accounts = report.disclosed.accounts();
    let parent = accounts[position].parent;
    let relative =
        |relation, account: AccountId| Relative { relation, account: frame::link(report, &PageKey::account(account)) };
    let mut family: Vec<Relative> = parent.map(|parent| relative(Relation::PartOf, parent)).into_iter().collect();
    let sisters = parent.map(|parent| report.disclosed.daughters(parent)).unwrap_or_default();
    let sisters = sisters.iter().filter(|sister| **sister != position);
    family.extend(sisters.map(|sister| relative(Relation::Beside, *sister)));
    family.extend(report.disclosed.daughters(position).iter().map(|daughter| relative(Relation::Parts, *daughter)));
    family
}
