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
    /// The answers of each account, ascending; none if an answer has none.
    pub(super) accounts: Option<Vec<Cluster>>,
    /// The answers of each contact, ascending; none if an answer has none, or where [`Contacts`] says so.
    pub(super) contacts: Option<Vec<Cluster>>,
    /// Each distinct x with how often it was answered, ascending.
    tallies: Vec<Tally>,
}

/// Whether answers are summed by contact where their accounts are known: two sides are compared by account if both
/// sides' are, and there are two or more accounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Contacts {
    /// They are.
    Summed,
    /// Not where there are two accounts or more: every side that it is compared with knows its accounts too.
    LeftOut,
}

/// The answers of one account or contact.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cluster {
    /// Its number.
    pub(super) number: u32,
    /// How many answers.
    pub(super) n: u64,
    /// Their sum.
    pub(super) sum: f64,
}

/// A number and how often it was answered.
type Tally = (f64, u64);

impl Sample {
    /// Reads the answers as the measure does; none if there are none.
    pub(super) fn new(
        measure: Measure,
        answers: impl IntoIterator<Item = Observation>,
        contacts: Contacts,
    ) -> Option<Self> {
        let mut answers = counted(measure, answers);
        let tallies = tallies(measure, &answers);
        let accounts = clusters(&mut answers, |answer| (answer.account, answer.contact));
        let several = accounts.as_ref().is_some_and(|accounts| accounts.len() > 1);
        let by_contact = !several || contacts == Contacts::Summed;
        let contacts =
            if by_contact { clusters(&mut answers, |answer| (answer.contact, answer.account)) } else { None };
        Self::of(measure, tallies, accounts, contacts)
    }

    /// What is left without a part of these answers; none if that is nothing.
    pub(super) fn without(&self, part: &Self) -> Option<Self> {
        let count = |x: f64| part.tallies.iter().find(|tally| tally.0.total_cmp(&x).is_eq()).map_or(0, |tally| tally.1);
        let left = self.tallies.iter().map(|(x, n)| (*x, n.saturating_sub(count(*x)))).filter(|tally| tally.1 > 0);
        let rest = |all: &Option<Vec<Cluster>>, part: &Option<Vec<Cluster>>| Some(less(all.as_ref()?, part.as_ref()?));
        let (accounts, contacts) = (rest(&self.accounts, &part.accounts), rest(&self.contacts, &part.contacts));
        Self::of(self.measure, left.collect(), accounts, contacts)
    }

    fn of(
        measure: Measure,
        tallies: Vec<Tally>,
        accounts: Option<Vec<Cluster>>,
        contacts: Option<Vec<Cluster>>,
    ) -> Option<Self> {
        let (n, mean) = mean(&tallies)?;
        let squares: f64 = tallies.iter().map(|t| (t.0 - mean).powi(2) * number(t.1)).sum();
        Some(Self { measure, n, mean, v_srs: squares / number(n).powi(2), accounts, contacts, tallies })
    }

    /// The share of answers of which something holds, 0 to 1.
    pub(super) fn share(&self, holds: impl Fn(f64) -> bool) -> f64 {
        let held = self.tallies.iter().filter(|tally| holds(tally.0));
        number(held.fold(0, |n: u64, tally| n.saturating_add(tally.1))) / number(self.n)
    }
}

/// How many answers, and their mean as the measure reads them; none if there are none.
pub(super) fn n_and_mean(measure: Measure, answers: impl IntoIterator<Item = Observation>) -> Option<(u64, f64)> {
    mean(&tallies(measure, &counted(measure, answers)))
}

fn counted(measure: Measure, answers: impl IntoIterator<Item = Observation>) -> Vec<Observation> {
    let counted = answers.into_iter().filter(Observation::counts);
    counted.map(|answer| Observation { x: measure.read(answer.x), ..answer }).collect()
}

fn mean(tallies: &[Tally]) -> Option<(u64, f64)> {
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
fn tallies(measure: Measure, answers: &[Observation]) -> Vec<Tally> {
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
    let mut tallies: Vec<Tally> = answers.iter().map(|a| (a.x, a.count)).collect();
    tallies.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
    tallies.dedup_by(|next, kept| {
        let same = next.0.total_cmp(&kept.0).is_eq();
        kept.1 = if same { kept.1.saturating_add(next.1) } else { kept.1 };
        same
    });
    tallies
}

/// The clusters of answers, which it sorts, ascending; none if an answer has none. The key is the cluster and what
/// comes after it in the order.
fn clusters(
    answers: &mut [Observation],
    key: impl Fn(&Observation) -> (Option<u32>, Option<u32>),
) -> Option<Vec<Cluster>> {
    if !answers.iter().all(|answer| key(answer).0.is_some()) {
        return None;
    }
    let order = |a: &Observation, b: &Observation| key(a).cmp(&key(b)).then(a.x.total_cmp(&b.x));
    if !answers.is_sorted_by(|a, b| order(a, b).is_le()) {
        answers.sort_by(order);
    }
    let summed = |answers: &[Observation]| {
        let start = Cluster { number: answers.first().and_then(|answer| key(answer).0)?, n: 0, sum: 0.0 };
        Some(answers.chunk_by(|a, b| order(a, b).is_eq()).fold(start, |cluster, equal| {
            let count = equal.iter().fold(0, |n: u64, answer| n.saturating_add(answer.count));
            let sum = equal.first().map_or(0.0, |answer| answer.x * number(count));
            Cluster { n: cluster.n.saturating_add(count), sum: cluster.sum + sum, ..cluster }
        }))
    };
    answers.chunk_by(|a, b| key(a).0 == key(b).0).map(summed).collect()
}

/// The clusters without a part of them, both ascending; those of which nothing is left are left out.
fn less(all: &[Cluster], part: &[Cluster]) -> Vec<Cluster> {
    let mut part = part.iter().peekable();
    let rest = all.iter().map(|cluster| match part.next_if(|part| part.number == cluster.number) {
        Some(part) => Cluster { n: cluster.n.saturating_sub(part.n), sum: cluster.sum - part.sum, ..*cluster },
        None => *cluster,
    });
    rest.filter(|cluster| cluster.n > 0).collect()
}
