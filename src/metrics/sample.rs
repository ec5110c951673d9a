//! The answers of one side, summed once, in an order of their own: a level and every difference are made from it.
//!
//! Floating-point sums depend on the order of what is summed, so answers are sorted and equal ones joined first: rows
//! may come in any order, and `count` equal answers are exactly that many rows.

use super::level::Measure;
use super::observation::{Observation, number};

/// The answers of one side: how many, their mean, and how they vary. There is at least one.
#[derive(Debug)]
pub(super) struct Sample {
    /// How its answers were read.
    pub(super) measure: Measure,
    /// How many answers.
    pub(super) n: u64,
    /// Their mean, as the measure reads them.
    pub(super) mean: f64,
    /// Σ(x−m)²/n²: the variance of the mean of as many independent answers. Exactly 0 if all are the same.
    pub(super) v_srs: f64,
    /// The answers as the measure reads them, by account, contact and number, equal ones as one.
    pub(super) answers: Vec<Observation>,
    /// The shares of answers that are above 0 and below 0; of no meaning for a mean.
    pub(super) above: f64,
    /// See `above`.
    pub(super) below: f64,
}

impl Sample {
    /// Reads the answers as the measure does; none if there are none.
    pub(super) fn new(measure: Measure, answers: impl IntoIterator<Item = Observation>) -> Option<Self> {
        let counted = answers.into_iter().filter(Observation::counts);
        let mut answers: Vec<Observation> = counted.map(|a| Observation { x: measure.read(a.x), ..a }).collect();
        let order = |a: &Observation, b: &Observation| {
            (a.account, a.contact).cmp(&(b.account, b.contact)).then(a.x.total_cmp(&b.x))
        };
        if !answers.is_sorted_by(|a, b| order(a, b).is_le()) {
            answers.sort_unstable_by(order);
        }
        answers.dedup_by(|next, kept| joined(order(next, kept).is_eq(), next.count, &mut kept.count));
        let tallies = tallies(measure, &answers);
        let n = tallies.iter().fold(0, |n: u64, t| n.saturating_add(t.1));
        let mean = match tallies.as_slice() {
            [] => return None,
            // The quotient of a sum need not give back the one answer that everybody gave.
            [(x, _)] => *x,
            _ => tallies.iter().map(|t| t.0 * number(t.1)).sum::<f64>() / number(n),
        };
        let squares: f64 = tallies.iter().map(|t| (t.0 - mean).powi(2) * number(t.1)).sum();
        let share = |which: fn(f64) -> bool| {
            let count = tallies.iter().filter(|t| which(t.0)).fold(0, |n: u64, t| n.saturating_add(t.1));
            number(count) / number(n)
        };
        let (above, below) = (share(|x| x > 0.0), share(|x| x < 0.0));
        Some(Self { measure, n, mean, v_srs: squares / number(n).powi(2), answers, above, below })
    }
}

/// Each distinct x with how often it was answered, ascending.
fn tallies(measure: Measure, answers: &[Observation]) -> Vec<(f64, u64)> {
    if let Measure::Nps | Measure::Share = measure {
        let count = |x: f64| answers.iter().filter(|a| a.x == x).fold(0, |n: u64, a| n.saturating_add(a.count));
        return [-1.0, 0.0, 1.0].map(|x| (x, count(x))).into_iter().filter(|t| t.1 > 0).collect();
    }
    let mut tallies: Vec<(f64, u64)> = answers.iter().map(|a| (a.x, a.count)).collect();
    tallies.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
    tallies.dedup_by(|next, kept| joined(next.0.total_cmp(&kept.0).is_eq(), next.1, &mut kept.1));
    tallies
}

/// Adds a row's count to the one kept before it where the two are equal, and says whether they are.
fn joined(equal: bool, count: u64, kept: &mut u64) -> bool {
    if equal {
        *kept = kept.saturating_add(count);
    }
    equal
}
