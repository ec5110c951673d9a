//! The arithmetic of the figures: the vectors of the methodology, cases worked out by hand, and what holds for any
//! answers.

mod again;
mod comparisons;
mod difference;
mod hiding;
mod level;
mod nulls;
mod product_limit;
mod properties;
mod quantile;
mod rest;
mod split;
mod vectors;
mod windows;

use cxbook::diagnostic::Diagnostics;
use cxbook::metrics::{Interval, Measure, Observation};
use cxbook::program::{self, Program};
use cxbook::progress::Counter;
use cxbook::sources::{self, cache::Cache};

use crate::project::Project;

/// A mean on 1 to 5.
const STARS: Measure = Measure::Mean { low: 1.0, high: 5.0 };

/// One answer each, of nobody known.
fn answers(xs: &[f64]) -> Vec<Observation> {
    xs.iter().map(|x| Observation { x: *x, count: 1, account: None, contact: None }).collect()
}

/// Tallied answers: how often each x was given.
fn tally(cells: &[(f64, u64)]) -> Vec<Observation> {
    cells.iter().map(|(x, count)| Observation { x: *x, count: *count, account: None, contact: None }).collect()
}

/// One answer each, with its account.
fn of_accounts(xs: &[f64], accounts: &[u32]) -> Vec<Observation> {
    assert_eq!(xs.len(), accounts.len());
    answers(xs).iter().zip(accounts).map(|(a, account)| Observation { account: Some(*account), ..*a }).collect()
}

/// One answer each, with its contact.
fn of_contacts(xs: &[f64], contacts: &[u32]) -> Vec<Observation> {
    assert_eq!(xs.len(), contacts.len());
    answers(xs).iter().zip(contacts).map(|(a, contact)| Observation { contact: Some(*contact), ..*a }).collect()
}

/// Recommendations from 0 to 10 as promoters, passives and detractors.
fn recommendations(scores: &[u8]) -> Vec<f64> {
    let class = |score: &u8| match score {
        9.. => 1.0,
        7..=8 => 0.0,
        _ => -1.0,
    };
    scores.iter().map(class).collect()
}

/// To four decimals, as the methodology gives its figures.
#[track_caller]
fn assert_near(actual: f64, expected: f64) {
    assert!((actual - expected).abs() <= 0.000_051, "{actual} is not {expected}");
}

#[track_caller]
fn assert_interval(actual: Option<Interval>, low: f64, high: f64) {
    let interval = actual.expect("an interval");
    assert_near(interval.low, low);
    assert_near(interval.high, high);
}

/// The program of a project, which has no mistakes.
fn checked(project: &Project) -> Program {
    let mut diagnostics = Diagnostics::default();
    let sources = sources::read(project.root(), &mut Cache::default(), &Counter::default(), &mut diagnostics).unwrap();
    let program = program::check(&sources, &mut diagnostics);
    assert!(!diagnostics.is_fatal(false), "{:?}", diagnostics.sorted());
    program
}
