//! Which of many differences to mark, so that few of the marks are there by chance.
//!
//! Among a hundred comparisons of which none is real, five are below .05. Benjamini & Hochberg's procedure keeps the
//! expected share of false marks among all marks at the rate asked for.

use crate::metrics::arithmetic::observation::number;

/// Which of these comparisons are discoveries at a false discovery rate (.05 for 5 %), in the order given (Benjamini &
/// Hochberg 1995).
///
/// With m comparisons, the discoveries are those whose p is at most that of the largest k-th smallest p ≤ k/m · rate;
/// so equal ones share a fate. What is no probability (NaN, or outside 0 to 1) is never one and not counted in m.
#[must_use]
pub fn benjamini_hochberg(p: &[f64], rate: f64) -> Vec<bool> {
    let valid = |p: &f64| (0.0..=1.0).contains(p);
    let mut ascending: Vec<f64> = p.iter().copied().filter(valid).collect();
    ascending.sort_unstable_by(f64::total_cmp);
    let comparisons = number(ascending.len() as u64);
    let ranked = ascending.iter().zip(1_u64..);
    let passing = ranked.filter(|(p, rank)| **p <= number(*rank) / comparisons * rate);
    let largest = passing.last().map(|(p, _)| *p);
    p.iter().map(|p| valid(p) && largest.is_some_and(|largest| *p <= largest)).collect()
}
