//! The answers of one side, summed once, in an order of their own: a level and every difference are made from it.
//!
//! Floating-point sums depend on the order of what is summed, so answers are sorted and equal ones joined first: rows
//! may come in any order, and `count` equal answers are exactly that many rows.

use crate::metrics::arithmetic::clusters::{Clusters, Owner};
use crate::metrics::arithmetic::measure::Measure;
use crate::metrics::arithmetic::observation::{Observation, number};

/// The answers of one side: how many, their mean, and how they vary. There is at least one.
#[derive(Debug)]
pub(crate) struct Sample {
    /// How its answers were read.
    pub(crate) measure: Measure,
    /// Each distinct x with how often it was answered.
    pub(crate) tallies: Tallies,
    /// Which accounts they are of.
    pub(crate) owner: Owner,
    /// Which of them are alike: accounts and contacts; contacts alone where all are of one account.
    pub(crate) clusters: Clusters,
}

/// How often each number was answered.
#[derive(Clone, Debug)]
pub(crate) struct Tallies {
    /// How many answers.
    pub(crate) n: u64,
    /// Their mean, as the measure reads them.
    pub(crate) mean: f64,
    /// Σ(x−m)². Exactly 0 if all are the same.
    pub(crate) squares: f64,
    /// Each distinct x with how often it was answered, ascending.
    each: Vec<Repeated>,
}

/// A number and how often it was answered.
type Repeated = (f64, u64);

impl Sample {
    /// Reads the answers as the measure does; none if there are none.
    pub(crate) fn new(measure: Measure, answers: impl IntoIterator<Item = Observation>) -> Option<Self> {
        let mut answers = counted(measure, answers);
        let tallies = Tallies::of(tallies(measure, &answers))?;
        let owner = Owner::of(&answers);
        let clusters = Clusters::of(&mut answers, owner, measure.origin());
        Some(Self { measure, tallies, owner, clusters })
    }

    /// How many accounts the answers are of, where all have one.
    pub(crate) fn accounts(&self) -> Option<u64> {
        match self.owner {
            Owner::One(_) => Some(1),
            Owner::Several => Some(self.clusters.named.len() as u64),
            Owner::Unknown => None,
        }
    }
}

impl Tallies {
    fn of(each: Vec<Repeated>) -> Option<Self> {
        let (n, mean) = mean(&each)?;
        let squares = each.iter().map(|t| (t.0 - mean).powi(2) * number(t.1)).sum();
        Some(Self { n, mean, squares, each })
    }

    /// What is left without a part of these answers; none if that is nothing.
    pub(crate) fn without(&self, part: &Self) -> Option<Self> {
        let mut part = part.each.iter().peekable();
        let left = self.each.iter().map(|(x, n)| {
            let taken = part.next_if(|taken| taken.0.total_cmp(x).is_eq()).map_or(0, |taken| taken.1);
            (*x, n.saturating_sub(taken))
        });
        Self::of(left.filter(|tally| tally.1 > 0).collect())
    }

    /// The share of answers of which something holds, 0 to 1.
    pub(crate) fn share(&self, holds: impl Fn(f64) -> bool) -> f64 {
        let held = self.each.iter().filter(|tally| holds(tally.0));
        number(held.fold(0, |n: u64, tally| n.saturating_add(tally.1))) / number(self.n)
    }

    /// Σ(x−m)²/n²: the variance of the mean of as many independent answers.
    pub(crate) fn v_srs(&self) -> f64 {
        self.squares / number(self.n).powi(2)
    }
}

/// How many answers, and their mean as the measure reads them; none if there are none.
pub(crate) fn n_and_mean(measure: Measure, answers: impl IntoIterator<Item = Observation>) -> Option<(u64, f64)> {
    mean(&tallies(measure, &counted(measure, answers)))
}

fn counted(measure: Measure, answers: impl IntoIterator<Item = Observation>) -> Vec<Observation> {
    let counted = answers.into_iter().filter(Observation::counts);
    counted.map(|answer| Observation { x: measure.read(answer.x), ..answer }).collect()
}

fn mean(tallies: &[Repeated]) -> Option<(u64, f64)> {
    let n = tallies.iter().fold(0, |n: u64, t| n.saturating_add(t.1));
    let mean = match tallies {
        [] => return None,
        // The quotient of a sum need not give back the one answer that everybody gave.
        [(x, _)] => *x,
        _ => tallies.iter().map(|t| t.0 * number(t.1)).sum::<f64>() / number(n),
    };
    Some((n, mean))
}

/// Each distinct x with how often it was answered, ascending.
fn tallies(measure: Measure, answers: &[Observation]) -> Vec<Repeated> {
    if let Measure::Nps | Measure::Share = measure {
        // These have no other numbers.
        let mut tallies = [-1.0, 0.0, 1.0].map(|x| (x, 0_u64));
        for answer in answers {
            for tally in &mut tallies {
                let n = if answer.x.total_cmp(&tally.0).is_eq() { answer.count } else { 0 };
                tally.1 = tally.1.saturating_add(n);
            }
        }
        return tallies.into_iter().filter(|tally| tally.1 > 0).collect();
    }
    let mut tallies: Vec<Repeated> = answers.iter().map(|a| (a.x, a.count)).collect();
    tallies.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
    tallies.dedup_by(|next, kept| {
        let same = next.0.total_cmp(&kept.0).is_eq();
        kept.1 = if same { kept.1.saturating_add(next.1) } else { kept.1 };
        same
    });
    tallies
}
