//! `/accounts/ID/`: where do we stand with this customer, and with whom?

use schemars::JsonSchema;
use serde::Serialize;

use super::accounts::{self, revenue, status};
use super::asked;
use super::change_in_words::in_a_sentence;
use super::chart::{self, Charts};
use super::comments::{CommentsView, comments};
use super::figure::{FigureView, State, figure};
use super::frame::{self, Link};
use super::goals::{GoalView, goals};
use super::group::{GroupView, group};
use super::head::Head;
use super::history::history;
use super::moves;
use super::profile::{ProfileView, profile};
use super::raw::amount;
use super::sparkline::sparkline;
use super::support::account::{AccountSupportView, support};
use super::table::{TableRow, TableView};
use super::{KindId, PageKey, Report, View};
use crate::disclosure::figures::{FEWEST_FOR_A_SCORE, shows_answers};
use crate::disclosure::{Account, Attributes, Scope};
use crate::sources::accounts::OwnerLevel;
use crate::words::{Words, phrases};

/// How many comments an account's page shows.
const COMMENTS: usize = 25;

/// An account.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
pub struct AccountView {
    /// Its id, as in the files.
    pub id: String,
    /// What is known of it.
    pub facts: Vec<Fact>,
    /// Revenue a year as a plain number; none where it is not known.
    #[serde(serialize_with = "amount")]
    pub revenue_number: Option<f64>,
    /// Its attributes by name, as they are now: whatever the files on accounts say beyond the fields there are.
    pub attributes: Attributes,
    /// The account it belongs to, and those that belong to it or to the same.
    pub family: Vec<Relative>,
    /// The headline.
    pub headline: Option<FigureView>,
    /// Targets of the headline.
    pub goals: Vec<GoalView>,
    /// The headline of those it can be compared with: its segments, and everyone.
    pub comparisons: TableView,
    /// Its charts: the trend, the blocks.
    pub charts: Charts,
    /// The questions with options.
    pub profile: Option<ProfileView>,
    /// Its contacts.
    pub group: GroupView,
    /// What they wrote.
    pub comments: CommentsView,
    /// Their tickets; none where there are none.
    pub support: Option<AccountSupportView>,
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

/// The page of an account.
#[must_use]
pub fn view(report: &Report<'_>, position: usize) -> (Head, View) {
    let account = &report.disclosed.accounts()[position];
    let scope = Scope::Account(position);
    let both = report.lead.zip(report.headline());
    let headline = both.map(|(wave, item)| figure(report, wave, scope, item));
    let group = group(report, position);
    let past = both.map(|(wave, item)| history(report, wave, scope, item)).unwrap_or_default();
    let moved = report.lead.map(|wave| moves::of_items(report, wave, scope)).unwrap_or_default();
    let lead = sentence(report, position, headline.as_ref(), &group) + &moved;
    let view = AccountView {
        id: account.id.clone(),
        facts: facts(report, position),
        revenue_number: account.revenue,
        attributes: account.attributes.clone(),
        family: family(report, position),
        goals: both.map(|(wave, item)| goals(report, wave, scope, item)).unwrap_or_default(),
        comparisons: comparisons(report, position),
        charts: Charts {
            trend: both.and_then(|(_, item)| chart::trend(report, scope, item, &past)),
            blocks: report.lead.and_then(|wave| chart::blocks(report, wave, scope)),
            ..Charts::default()
        },
        profile: report.lead.map(|wave| profile(report, wave, scope, &[])),
        headline,
        comments: comments(report, scope, COMMENTS),
        support: support(report, position),
        group,
    };
    (Head::new(account.name.clone(), lead).in_view(report, report.lead), View::Account(Box::new(view)))
}

fn sentence(report: &Report<'_>, account: usize, headline: Option<&FigureView>, group: &GroupView) -> String {
    let Some((figure, wave)) = headline.zip(report.lead) else { return report.words.plain("account-no-answers") };
    let said = match figure.state {
        State::None => {
            let last = asked::last_answers(report, Scope::Account(account));
            let why = report.disclosed.no_answer(account);
            asked::sentence(&report.words, why, report.disclosed.wave(wave).label(), last.as_deref())
        }
        State::Answers => few_answers(report, wave, account, figure),
        State::Shown | State::Hidden => in_a_sentence(&report.words, figure),
    };
    let makers = &group.decision_makers;
    if makers.is_empty() { said } else { format!("{said} {makers}") }
}

/// What answers too few for a score say.
fn few_answers(report: &Report<'_>, wave: usize, account: usize, figure: &FigureView) -> String {
    let item = report.headline();
    let n = item.and_then(|item| report.figure(wave, Scope::Account(account), item)).map_or(0, |found| found.n);
    let label = ("wave", report.disclosed.wave(wave).label().into());
    if item.is_some_and(shows_answers) {
        let answers = ("answers", figure.value.as_str().into());
        report.words.say("account-answers", &[("n", n.into()), label, answers])
    } else {
        report.words.say("account-too-few", &[("fewest", FEWEST_FOR_A_SCORE.into()), label])
    }
}

fn facts(report: &Report<'_>, position: usize) -> Vec<Fact> {
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
        let links = segments.filter(|segment| usize::from(segment.dimension) == number);
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

fn family(report: &Report<'_>, position: usize) -> Vec<Relative> {
    let accounts = report.disclosed.accounts();
    let parent = accounts[position].parent;
    let relative =
        |relation, account: usize| Relative { relation, account: frame::link(report, &PageKey::account(account)) };
    let mut family: Vec<Relative> = parent.map(|parent| relative(Relation::PartOf, parent)).into_iter().collect();
    let sisters = parent.map(|parent| report.disclosed.daughters(parent)).unwrap_or_default();
    let sisters = sisters.iter().filter(|sister| **sister != position);
    family.extend(sisters.map(|sister| relative(Relation::Beside, *sister)));
    family.extend(report.disclosed.daughters(position).iter().map(|daughter| relative(Relation::Parts, *daughter)));
    family
}

fn comparisons(report: &Report<'_>, position: usize) -> TableView {
    let Some((wave, item)) = report.lead.zip(report.headline()) else { return TableView::default() };
    let row = |with: Link, scope: Scope| TableRow {
        sparkline: sparkline(report, wave, scope, item),
        ..TableRow::figure(with, figure(report, wave, scope, item))
    };
    let segments = report.disclosed.segments_of(position).iter();
    let segments =
        segments.map(|segment| row(frame::link(report, &PageKey::segment(*segment)), Scope::Segment(*segment)));
    let everyone = Link {
        text: report.words.plain("account-beside-everyone"),
        ..frame::link(report, &PageKey::of(KindId::Overview))
    };
    let rows = segments.chain([row(everyone, Scope::Program)]).collect();
    let words = &report.words;
    TableView::of_rows(words.plain("account-comparisons-caption"), &words.plain("account-comparisons-who"), rows)
}
