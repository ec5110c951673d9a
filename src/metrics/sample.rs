//! The answers of one side, summed in an order of their own.
//!
//! Floating-point sums depend on the order of what is summed, so answers are sorted and equal ones joined first: rows
//! may come in any order, and `count` equal answers are exactly that many rows.

use super::level::Measure;
use super::observation::{Observation, number};

/// The answers of one side: how many, their mean, and how they vary. There is at least one.
pub(super) struct Sample {
    /// How many answers.
    pub(super) n: u64,
    /// Their mean, as the measure reads them.
    pub(super) mean: f64,
    /// Σ(x−m)²/n²: the variance of the mean of as many independent answers. Exactly 0 if all are the same.
    pub(super) v_srs: f64,
    /// Each distinct x with how often it was answered, ascending.
    tallies: Vec<(f64, u64)>,
}

impl Sample {
    /// Reads the answers as the measure does; none if there are none.
    pub(super) fn new<'a>(measure: Measure, answers: impl IntoIterator<Item = &'a Observation>) -> Option<Self> {
        let counted = answers.into_iter().filter(|a| a.counts());
        let mut tallies: Vec<(f64, u64)> = counted.map(|a| (measure.read(a.x), a.count)).collect();
        tallies.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
        tallies.dedup_by(|next, kept| joined(next.0.total_cmp(&kept.0).is_eq(), next.1, &mut kept.1));
        let n = tallies.iter().fold(0, |n: u64, t| n.saturating_add(t.1));
        let mean = match tallies.as_slice() {
            [] => return None,
            // The quotient of a sum need not give back the one answer that everybody gave.
            [(x, _)] => *x,
            _ => tallies.iter().map(|t| t.0 * number(t.1)).sum::<f64>() / number(n),
        };
        let squares: f64 = tallies.iter().map(|t| (t.0 - mean).powi(2) * number(t.1)).sum();
        Some(Self { n, mean, v_srs: squares / number(n).powi(2), tallies })
    }

    /// The share of answers that are exactly this number, 0 to 1.
    pub(super) fn share_of(&self, x: f64) -> f64 {
        let count = self.tallies.iter().find(|t| t.0.total_cmp(&x).is_eq()).map_or(0, |t| t.1);
        number(count) / number(self.n)
    }
}

/// Adds a row's count to the one kept before it where the two are equal, and says whether they are.
pub(super) fn joined(equal: bool, count: u64, kept: &mut u64) -> bool {
    if equal {
        *kept = kept.saturating_add(count);
    }
    equal
}
