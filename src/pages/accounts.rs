//! `/accounts/`: which accounts need attention?

use schemars::JsonSchema;
use serde::Serialize;

use super::asked;
use super::blocks::{Block, SectionKind};
use super::chart;
use super::figure::{FigureView, State, figure};
use super::frame::{self, Link};
use super::head::Head;
use super::moves::phrases;
use super::raw::amount;
use super::sparkline::{SparklineView, sparkline};
use super::{PageKey, Report, View};
use crate::disclosure::{Account, AccountId, Asked, Attributes, Reach, Scope, Source};
use crate::sources::accounts::{LevelWord, OwnerLevel, Status};
use crate::words::{Words, phrases};

/// How many accounts a sentence names.
const MOST_NAMED: usize = 3;

/// Revenue by score.
pub const REVENUE: SectionKind = SectionKind {
    id: "revenue",
    heading: |report, _| report.words.plain("accounts-revenue-and-score"),
    blocks: |report, _| Block::chart(chart::revenue(report)),
};

/// The table of accounts, of which its sentence speaks too: it stands before the sections.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
pub struct AccountsView {
    /// The accounts: those at risk first, then those to watch, then by name.
    pub rows: Vec<AccountRow>,
    /// Which columns anything is known for.
    pub columns: Columns,
    /// The dimensions that accounts are in, as heads of columns.
    pub dimensions: Vec<String>,
}

/// Columns that are left out where nothing is known for any account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, JsonSchema, Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "each column is there or not, whatever the others are")]
pub struct Columns {
    /// Where they stand, for those that are no active customers.
    pub status: bool,
    /// The headline from wave to wave.
    pub sparkline: bool,
    /// The owner's word on the risk.
    pub level: bool,
    /// Who manages them.
    pub owner: bool,
    /// Revenue a year.
    pub revenue: bool,
    /// The next renewal.
    pub renewal: bool,
    /// Who was asked and who answered.
    pub reach: bool,
    /// Whether a decision-maker answered.
    pub decision_maker: bool,
}

/// An account.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
pub struct AccountRow {
    /// Its page.
    pub account: Link,
    /// Its id, as in the files.
    pub id: String,
    /// Where it stands, unless it is an active customer.
    pub status: String,
    /// Where it stands, as in the files: `active`.
    pub status_key: &'static str,
    /// The owner's word on the risk; none where there is none.
    pub level: Option<LevelView>,
    /// Who manages it.
    pub owner: String,
    /// Revenue a year.
    pub revenue: String,
    /// Revenue a year as a plain number; none where it is not known.
    #[serde(serialize_with = "amount")]
    pub revenue_number: Option<f64>,
    /// The next renewal.
    pub renewal: String,
    /// The next renewal as ISO 8601, which orders it; empty where it is not known.
    pub renewal_iso: String,
    /// Its headline.
    pub figure: FigureView,
    /// The headline from wave to wave; none with fewer than two scores.
    pub sparkline: Option<SparklineView>,
    /// Its values in each of the dimensions of the table.
    pub segments: Vec<Vec<Link>>,
    /// Its attributes by name, as they are now: whatever the files on accounts say beyond the fields there are.
    pub attributes: Attributes,
    /// Contacts who answered, of those reached; empty where it is not known.
    pub reach: String,
    /// Whether that is something else than the answers to the headline and of how many they are.
    #[serde(skip)]
    pub reach_differs: bool,
    /// Whether a decision-maker answered, and why not; empty where there is none, or nobody can tell.
    pub decision_maker: String,
    /// The same as what is known best of any of them.
    #[serde(skip)]
    pub best_asked: Option<Asked>,
}

/// What an account's owner says of the risk.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema, Serialize)]
pub struct LevelView {
    /// What it is.
    #[serde(skip)]
    pub is: LevelWord,
    /// What it is, as in the files: `at-risk`.
    pub key: &'static str,
    /// What it is, in words: `at risk`.
    pub word: String,
    /// Why, who says so and since when.
    pub because: String,
}

/// The table of a report.
#[must_use]
pub fn view(report: &Report<'_>) -> (Head, View) {
    let dimensions = dimensions(report);
    let accounts = report.disclosed.accounts().ids();
    let mut rows: Vec<AccountRow> = accounts.map(|account| row(report, account, &dimensions)).collect();
    rows.sort_by(|a, b| attention(a).cmp(&attention(b)));
    let columns = columns(&rows);
    let dimensions = dimensions.into_iter().map(|number| report.disclosed.dimensions()[number].label.clone()).collect();
    let head = Head::new(phrases::capitalised(&report.words.plain("accounts-heading")), sentence(report, &rows));
    (head.in_view(report, report.lead), View::Accounts(AccountsView { rows, columns, dimensions }))
}

/// Those at risk in their owner's view first, then those to watch, then those whose risk is said to be unknown, then the
/// other customers, then those that are none, by name.
fn attention(row: &AccountRow) -> (usize, bool, &str, &str) {
    const FIRST: [LevelWord; 3] = [LevelWord::AtRisk, LevelWord::Watch, LevelWord::Unknown];
    let level = row.level.as_ref().and_then(|level| FIRST.iter().position(|first| *first == level.is));
    (level.unwrap_or(FIRST.len()), !row.status.is_empty(), &row.account.text, &row.account.href)
}

/// The dimensions by a field of accounts that has no column of its own.
fn dimensions(report: &Report<'_>) -> Vec<usize> {
    const OWN_COLUMNS: [&str; 6] = ["id", "name", "status", "owner", "revenue", "renewal"];
    let of_account = |source: &Source| matches!(source, Source::Account(field) if !OWN_COLUMNS.contains(&&**field));
    let dimensions = report.disclosed.dimensions().iter().enumerate();
    dimensions.filter(|(_, dimension)| of_account(&dimension.source)).map(|(number, _)| number).collect()
}

fn columns(rows: &[AccountRow]) -> Columns {
    Columns {
        status: rows.iter().any(|row| !row.status.is_empty()),
        sparkline: rows.iter().any(|row| row.sparkline.is_some()),
        level: rows.iter().any(|row| row.level.is_some()),
        owner: rows.iter().any(|row| !row.owner.is_empty()),
        revenue: rows.iter().any(|row| !row.revenue.is_empty()),
        renewal: rows.iter().any(|row| !row.renewal.is_empty()),
        // Where it says the same as the answers beside it, it says nothing.
        reach: rows.iter().any(|row| row.reach_differs),
        decision_maker: rows.iter().any(|row| !row.decision_maker.is_empty()),
    }
}

fn sentence(report: &Report<'_>, rows: &[AccountRow]) -> String {
    let words = &report.words;
    let compared = rows.iter().filter(|row| is_compared(&row.figure)).count();
    let moved = phrases(words, rows.iter().map(|row| (row.account.text.clone(), &row.figure)));
    let compared = match (compared, moved.as_slice()) {
        (0, _) => String::new(),
        (n, []) => format!("; {}", words.say("accounts-unmoved", &[("n", n.into())])),
        (n, moved) => {
            let moved = ("moved", moved.join("; ").into());
            format!("; {}", words.say("accounts-moved", &[("n", n.into()), moved]))
        }
    };
    let makers: Vec<Asked> = rows.iter().filter_map(|row| row.best_asked).collect();
    let silent = asked::decision_makers_of_all(words, &makers);
    let told = format!("{}{}{compared}", owners_view(words, rows), answered(report, rows));
    words.sentence(&told) + &silent
}

/// How many accounts answered, of those reached where that is known.
fn answered(report: &Report<'_>, rows: &[AccountRow]) -> String {
    let coverage = report.lead.and_then(|wave| report.coverage(wave)).filter(|coverage| coverage.accounts > 0);
    if let Some(coverage) = coverage {
        let given = [("answered", coverage.answered.into()), ("reached", coverage.accounts.into())];
        return report.words.say("accounts-answered-of-reached", &given) + &asked::not_covered(report);
    }
    let answered = rows.iter().filter(|row| row.figure.state != State::None).count();
    report.words.say("accounts-answered", &[("answered", answered.into()), ("all", rows.len().into())])
}

/// Whether a figure can be held against an earlier wave.
fn is_compared(figure: &FigureView) -> bool {
    figure.change.iter().chain(&figure.further).any(|change| !change.interval.is_empty())
}

/// Which accounts are at risk and which to watch, in their owners' view; empty where none is.
fn owners_view(words: &Words, rows: &[AccountRow]) -> String {
    let at = |is: LevelWord| {
        let at = rows.iter().filter(|row| row.level.as_ref().is_some_and(|level| level.is == is));
        let names: Vec<&str> = at.map(|row| row.account.text.as_str()).collect();
        match names.len() {
            0 => None,
            1..=MOST_NAMED => Some(words.list(&names)),
            many => Some(words.say("accounts-counted", &[("n", many.into())])),
        }
    };
    let said = match (at(LevelWord::AtRisk), at(LevelWord::Watch)) {
        (None, None) => return String::new(),
        (Some(risk), None) => words.say("owners-view-at-risk", &[("risk", ended(&risk).into())]),
        (None, Some(watch)) => words.say("owners-view-to-watch", &[("watch", ended(&watch).into())]),
        (Some(risk), Some(watch)) => {
            words.say("owners-view", &[("risk", risk.into()), ("watch", ended(&watch).into())])
        }
    };
    said + " "
}

/// A name that may end in a full stop of its own, before one.
fn ended(name: &str) -> &str {
    name.trim_end_matches('.')
}

fn row(report: &Report<'_>, position: AccountId, dimensions: &[usize]) -> AccountRow {
    let account = &report.disclosed.accounts()[position];
    let scope = Scope::Account(position);
    let reach = report.lead.and_then(|wave| report.reach(wave, scope));
    let both = report.lead.zip(report.headline());
    let mut figure = both.map_or_else(|| super::figure::missing(""), |(wave, item)| figure(report, wave, scope, item));
    if figure.state == State::None && report.lead.is_some() {
        let last = asked::last_answers(report, scope);
        figure.reason = asked::reason(&report.words, report.disclosed.no_answer(position), last.as_deref());
    }
    let best_asked = report.disclosed.best_asked(position);
    AccountRow {
        account: frame::link(report, &PageKey::account(position)),
        id: account.id.clone(),
        status: status(&report.words, account),
        status_key: account.status.word(),
        level: account.level.as_ref().map(|said| level(&report.words, said)),
        owner: account.owner.clone().unwrap_or_default(),
        revenue: revenue(report, account),
        revenue_number: account.revenue,
        renewal: account.renewal.map(|it| report.words.day(it)).unwrap_or_default(),
        renewal_iso: account.renewal.map(|day| day.to_string()).unwrap_or_default(),
        figure,
        sparkline: both.and_then(|(wave, item)| sparkline(report, wave, scope, item)),
        attributes: account.attributes.clone(),
        segments: dimensions.iter().map(|dimension| segments(report, position, *dimension)).collect(),
        reach: reach.and_then(|reach| answered_of_reached(&report.words, reach)).unwrap_or_default(),
        reach_differs: reach.is_some_and(|reach| differs(report, position, reach)),
        decision_maker: best_asked.map(|asked| asked::in_short(&report.words, asked)).unwrap_or_default(),
        best_asked,
    }
}

fn answered_of_reached(words: &Words, reach: &Reach) -> Option<String> {
    let given = [("answered", reach.answered?.into()), ("reached", reach.reached.into())];
    Some(words.say("account-answered-of-reached", &given))
}

/// Whether contacts who answered, of those reached, are something else than the answers to the headline beside them.
fn differs(report: &Report<'_>, position: AccountId, reach: &Reach) -> bool {
    let both = report.lead.zip(report.headline());
    let found = both.and_then(|(wave, item)| report.figure(wave, Scope::Account(position), item));
    let shown = found.filter(|found| !found.is_hidden());
    shown.zip(reach.answered).is_some_and(|(found, answered)| found.n != answered)
}

/// The values of a dimension that an account is in now.
fn segments(report: &Report<'_>, position: AccountId, dimension: usize) -> Vec<Link> {
    let all = report.disclosed.segments_of(position).iter();
    let within = all.filter(|segment| segment.dimension_index() == dimension);
    within.map(|segment| frame::link(report, &PageKey::segment(*segment))).collect()
}

/// What an owner says of the risk, in words.
#[must_use]
pub fn level(words: &Words, level: &OwnerLevel) -> LevelView {
    let because = [
        ("because", level.because.as_str().into()),
        ("by", level.by.as_str().into()),
        ("day", words.day(level.on).into()),
    ];
    LevelView {
        is: level.is,
        key: level.is.word(),
        word: words.say("owners-level", &[("level", level.is.word().into())]),
        because: words.say("owners-reason", &because),
    }
}

/// What an account is where it is not an active customer; empty otherwise.
#[must_use]
pub fn status(words: &Words, account: &Account) -> String {
    if account.status == Status::Active {
        return String::new();
    }
    words.say("account-status-word", &[("status", account.status.word().into())])
}

/// Revenue a year with its currency; empty where it is not known.
#[must_use]
pub fn revenue(report: &Report<'_>, account: &Account) -> String {
    account.revenue.map(|revenue| report.words.money(revenue, report.disclosed.currency())).unwrap_or_default()
}
