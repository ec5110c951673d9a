//! The figures of a subject beside the survey as a CSV file: one a row, in the columns that all such files share.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use jiff::civil::Date;
use rayon::prelude::*;

use crate::disclosure::{AccountId, Disclosed, Level, Quantile, Segment, TicketScope, TwelveMonths};

use super::csv::{Cell, csv, lines};

const HEADER: [&str; 10] =
    ["period", "scope", "about", "statistic", "value", "low", "high", "n", "n_effective", "flag"];

/// So many rows are written at a time, with all cores.
const ROWS: usize = 4096;

/// A figure, with what it is of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SubjectRow {
    /// When it was.
    pub period: Period,
    /// Whose it is.
    pub scope: TicketScope,
    /// What it is about; empty where it is the scope as a whole.
    pub about: &'static str,
    /// What is said.
    pub statistic: &'static str,
    /// The figure.
    pub figure: SubjectFigure,
}

/// When something was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Period {
    /// A month, by a day in it.
    Month(Date),
    /// Twelve months.
    Window(TwelveMonths),
    /// At the end of a day.
    Day(Date),
}

impl fmt::Display for Period {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Month(day) => write!(out, "{:04}-{:02}", day.year(), day.month()),
            Self::Window(window) => write!(out, "{}..{}", window.first, window.last),
            Self::Day(day) => day.fmt(out),
        }
    }
}

/// The cells after the names.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct SubjectFigure {
    value: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    n: Option<u64>,
    n_effective: Option<f64>,
}

impl SubjectFigure {
    /// A count, an amount: it is as it is, and has no interval.
    #[must_use]
    pub fn fact(value: f64) -> Self {
        Self { value: Some(value), ..Self::default() }
    }

    /// A level with its interval.
    #[must_use]
    pub fn level(level: &Level) -> Self {
        Self {
            value: Some(level.value),
            low: level.interval.map(|interval| interval.low),
            high: level.interval.map(|interval| interval.high),
            n: Some(level.n),
            n_effective: Some(level.n_effective),
        }
    }

    /// A quantile of times, whose value or ends need not be known.
    #[must_use]
    pub fn quantile(quantile: &Quantile) -> Self {
        let Quantile { value, low, high, n, n_effective } = *quantile;
        Self { value, low, high, n: Some(n), n_effective: Some(n_effective) }
    }

    /// As in `metrics.csv`.
    fn flag(&self, disclosed: &Disclosed<'_>, scope: TicketScope) -> &'static str {
        let is_of_account = matches!(scope, TicketScope::Account(_));
        let is_few = self.n.is_some_and(|n| disclosed.is_indicative_in_file(is_of_account, n));
        match (self.low.is_some() || self.high.is_some(), is_few) {
            (false, _) => "no_interval",
            (true, true) => "indicative",
            (true, false) => "",
        }
    }
}

impl SubjectRow {
    fn cells<'a>(&self, names: [&'a str; 4], disclosed: &Disclosed<'_>) -> [Cell<'a>; 10] {
        let SubjectFigure { value, low, high, n, n_effective } = self.figure;
        let [period, scope, about, statistic] = names.map(|name| Cell::Text(name.into()));
        let [value, low, high, n_effective] =
            [value, low, high, n_effective].map(|number| number.map_or(Cell::Empty, Cell::Number));
        let n = n.map_or(Cell::Empty, Cell::Count);
        let flag = Cell::Text(self.figure.flag(disclosed, self.scope).into());
        [period, scope, about, statistic, value, low, high, n, n_effective, flag]
    }
}

/// The file's text, its rows by period, scope, what they are about, and statistic: by the texts that stand there.
#[must_use]
pub fn subject_csv(disclosed: &Disclosed<'_>, mut rows: Vec<SubjectRow>) -> String {
    let periods = Ranked::of(rows.iter().map(|row| row.period), Period::to_string);
    let scopes = Ranked::of(rows.iter().map(|row| row.scope), |scope| scope_name(disclosed, *scope));
    rows.sort_by_cached_key(|row| (periods.rank(row.period), scopes.rank(row.scope), row.about, row.statistic));
    let names = |row: &SubjectRow| [periods.text(row.period), scopes.text(row.scope), row.about, row.statistic];
    let part = |rows: &[SubjectRow]| lines(rows.iter().map(|row| row.cells(names(row), disclosed)));
    let header = csv(&HEADER, std::iter::empty::<[Cell<'_>; 0]>());
    let parts: Vec<String> = rows.par_chunks(ROWS).map(part).collect();
    [header].into_iter().chain(parts).collect::<Vec<_>>().concat()
}

/// What things are called, in the order of their names: there are many rows of each.
struct Ranked<T> {
    names: BTreeMap<T, (usize, String)>,
}

impl<T: Copy + Ord> Ranked<T> {
    fn of(all: impl Iterator<Item = T>, name: impl Fn(&T) -> String) -> Self {
        let mut named: Vec<(String, T)> = all.collect::<BTreeSet<T>>().iter().map(|one| (name(one), *one)).collect();
        named.sort();
        Self { names: named.into_iter().enumerate().map(|(rank, (name, one))| (one, (rank, name))).collect() }
    }

    fn rank(&self, one: T) -> usize {
        self.names.get(&one).map_or(usize::MAX, |(rank, _)| *rank)
    }

    fn text(&self, one: T) -> &str {
        self.names.get(&one).map_or("", |(_, name)| name)
    }
}

/// What a scope is called.
fn scope_name(disclosed: &Disclosed<'_>, scope: TicketScope) -> String {
    let id = |account: AccountId| disclosed.accounts().get(account).map_or("", |account| &account.id);
    match scope {
        TicketScope::Program => "program".to_owned(),
        TicketScope::Account(account) => format!("account:{}", id(account)),
        TicketScope::Group(account) => format!("group:{}", id(account)),
        TicketScope::Segment(segment) => segment_name(disclosed, segment).unwrap_or_default(),
    }
}

fn segment_name(disclosed: &Disclosed<'_>, segment: Segment) -> Option<String> {
    let dimension = disclosed.dimensions().get(segment.dimension_index())?;
    let value = dimension.values.get(segment.value_index())?;
    Some(format!("segment:{}={}", dimension.id, value.text))
}
