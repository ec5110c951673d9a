//! `/accounts/ID/`: where do we stand with this customer, and with whom?

use serde::Serialize;

use super::accounts::{self, revenue, status};
use super::asked;
use super::change_in_words::change_in_a_sentence;
use super::chart::{self, Charts};
use super::comments::{CommentsView, comments};
use super::figure::{FigureView, State, figure, in_a_sentence};
use super::frame::{self, Link};
use super::goals::{GoalView, goals};
use super::group::{GroupView, group};
use super::head::Head;
use super::history::history;
use super::moves;
use super::profile::{ProfileView, profile};
use super::sparkline::sparkline;
use super::table::{TableRow, TableView};
use super::{KindId, PageKey, Report, View};
use crate::metrics::Scope;
use crate::program::accounts::Account;
use crate::sources::accounts::OwnerLevel;
use crate::words::{Words, phrases};

/// How many comments an account's page shows.
const COMMENTS: usize = 25;

/// An account.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AccountView {
    /// What is known of it.
    pub facts: Vec<Fact>,
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
}

/// Something known of an account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fact {
    /// What.
    pub label: String,
    /// What it is.
    pub value: String,
    /// The segments' pages, where it is about segments.
    pub links: Vec<Link>,
}

/// An account of the same group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Relative {
    /// `part of`, `beside it`, `parts`.
    pub relation: &'static str,
    /// Its page.
    pub account: Link,
}

/// The page of an account.
#[must_use]
pub fn view(report: &Report<'_>, position: usize) -> (Head, View) {
    let account = &report.program.register.accounts[position];
    let scope = Scope::Account(position);
    let both = report.lead.zip(report.headline());
    let headline = both.map(|(wave, item)| figure(report, wave, scope, item));
    let group = group(report, position);
    let past = both.map(|(wave, item)| history(report, wave, scope, item)).unwrap_or_default();
    let moved = report.lead.map(|wave| moves::of_items(report, wave, scope)).unwrap_or_default();
    let lead = sentence(report, position, headline.as_ref(), &group) + &moved;
    let view = AccountView {
        facts: facts(report, position),
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
        group,
    };
    (Head::new(account.name.clone(), lead).in_view(report, report.lead), View::Account(Box::new(view)))
}

fn sentence(report: &Report<'_>, account: usize, headline: Option<&FigureView>, group: &GroupView) -> String {
    let Some((figure, wave)) = headline.zip(report.lead) else { return "No answers yet.".to_owned() };
    let label = &report.program.waves[wave].label;
    let makers = &group.decision_makers;
    let makers = if makers.is_empty() { String::new() } else { format!(" {makers}") };
    let said = match figure.state {
        State::None => {
            let why = asked::sentence(&report.words, asked::no_answer(report, account), label);
            match asked::last_answers(report, Scope::Account(account)) {
                Some(last) => format!("{why}; last answered: {last}."),
                None => format!("{why}; there are no answers from before."),
            }
        }
        State::Answers if figure.value == "–" => format!("The answers in {label} are {}.", figure.reason),
        State::Answers if figure.n.starts_with("1 ") || figure.n == "1" => {
            format!("The one answer in {label} is {}: too few for a score.", figure.value)
        }
        State::Answers => format!("In {label} they answered {}: too few for a score.", figure.value),
        State::Shown | State::Hidden => {
            phrases::capitalised(&format!("{}{}.", in_a_sentence(figure), change_in_a_sentence(figure)))
        }
    };
    format!("{said}{makers}")
}

fn facts(report: &Report<'_>, position: usize) -> Vec<Fact> {
    let account = &report.program.register.accounts[position];
    let plain = |label: &str, value: String| Fact { label: label.to_owned(), value, links: Vec::new() };
    let mut facts = vec![
        plain("Status", phrases::capitalised(status(account))),
        plain("Owner", account.owner.clone().unwrap_or_default()),
        plain(
            "Risk in the owner’s view",
            account.level.as_ref().map(|level| risk(&report.words, level)).unwrap_or_default(),
        ),
        plain("Revenue a year", revenue(report, account)),
        plain("Customer since", since(report, account)),
        plain("Renewal", renewal(report, account)),
    ];
    for (number, dimension) in report.program.dimensions.iter().enumerate() {
        let segments = report.program.account_segments[position].iter();
        let links = segments.filter(|segment| usize::from(segment.dimension) == number);
        let links: Vec<Link> = links.map(|segment| frame::link(report, &PageKey::segment(*segment))).collect();
        facts.push(Fact { label: dimension.label.clone(), value: String::new(), links });
    }
    facts.retain(|fact| !fact.value.is_empty() || !fact.links.is_empty());
    facts
}

fn risk(words: &Words, level: &OwnerLevel) -> String {
    let accounts::LevelView { word, because } = accounts::level(words, level);
    format!("{}: {because}", phrases::capitalised(&word))
}

fn since(report: &Report<'_>, account: &Account) -> String {
    let Some(since) = account.since else { return String::new() };
    let years = report.today.and_then(|today| today.since((jiff::Unit::Year, since)).ok()).map(|span| span.get_years());
    match years {
        Some(years) if years >= 1 => {
            format!("{} ({} {})", report.words.day(since), years, if years == 1 { "year" } else { "years" })
        }
        _ => report.words.day(since),
    }
}

fn renewal(report: &Report<'_>, account: &Account) -> String {
    let Some(renewal) = account.renewal else { return String::new() };
    let days = report.today.and_then(|today| today.until((jiff::Unit::Day, renewal)).ok()).map(|span| span.get_days());
    match days {
        Some(0) => format!("{} (today)", report.words.day(renewal)),
        Some(1) => format!("{} (tomorrow)", report.words.day(renewal)),
        Some(days) if days > 0 => format!("{} (in {days} days)", report.words.day(renewal)),
        Some(days) => format!("{} ({} days ago)", report.words.day(renewal), days.unsigned_abs()),
        None => report.words.day(renewal),
    }
}

fn family(report: &Report<'_>, position: usize) -> Vec<Relative> {
    let accounts = &report.program.register.accounts;
    let parent = accounts[position].parent;
    let relative =
        |relation, account: usize| Relative { relation, account: frame::link(report, &PageKey::account(account)) };
    let mut family: Vec<Relative> = parent.map(|parent| relative("part of", parent)).into_iter().collect();
    let sisters = parent.map(|parent| report.lookup.daughters(parent)).unwrap_or_default();
    family.extend(sisters.iter().filter(|sister| **sister != position).map(|sister| relative("beside it", *sister)));
    family.extend(report.lookup.daughters(position).iter().map(|daughter| relative("parts", *daughter)));
    family
}

fn comparisons(report: &Report<'_>, position: usize) -> TableView {
    let Some((wave, item)) = report.lead.zip(report.headline()) else { return TableView::default() };
    let row = |with: Link, scope: Scope| TableRow {
        sparkline: sparkline(report, wave, scope, item),
        ..TableRow::figure(with, figure(report, wave, scope, item))
    };
    let segments = report.program.account_segments[position].iter();
    let segments =
        segments.map(|segment| row(frame::link(report, &PageKey::segment(*segment)), Scope::Segment(*segment)));
    let everyone = Link { text: "Everyone".to_owned(), ..frame::link(report, &PageKey::of(KindId::Overview)) };
    let rows = segments.chain([row(everyone, Scope::Program)]).collect();
    TableView::of_rows("The same question in its segments and for everyone", "Who", rows)
}
