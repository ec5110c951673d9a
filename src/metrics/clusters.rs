//! How much answers vary between the accounts, or contacts, that gave them.
//!
//! A cluster's answers are alike, so what counts as one independent draw is the cluster. Its variance is estimated
//! from the clusters' summed deviations, which needs no assumption about how alike they are.

use super::observation::{Observation, number};
use super::quantile::{Z, t975};
use super::sample::Sample;

/// The number of the cluster that an answer belongs to.
type Cluster = fn(&Observation) -> Option<u32>;

/// The variance of a mean between accounts; 0 where there is one account, or an answer has none.
pub(super) fn between_accounts(side: &Sample) -> f64 {
    by_account(side).and_then(|shares| variance(shares.iter().map(|share| share.1))).unwrap_or(0.0)
}

/// The variance of the difference of two means between clusters, which may be in both sides.
///
/// Clusters are accounts if every answer of both sides has one and there are two or more in all, else contacts on the
/// same terms; else there are none, and no variance.
pub(super) fn between_both(before: &Sample, after: &Sample) -> Option<f64> {
    let both = |shares: fn(&Sample) -> Option<Vec<Share>>| variance(joined(&shares(before)?, &shares(after)?));
    both(by_account).or_else(|| both(by_contact))
}

/// A/(A−1) · Σe² · (t(A−1)/z)² for what each of A clusters adds to a mean; none for fewer than two.
///
/// The t factor is there because few clusters say little about how much clusters vary.
fn variance(shares: impl Iterator<Item = f64>) -> Option<f64> {
    let (clusters, squares) = shares.fold((0_u64, 0.0), |(n, sum), e| (n.saturating_add(1), sum + e * e));
    let others = clusters.checked_sub(1).filter(|others| *others > 0)?;
    Some(number(clusters) / number(others) * squares * (t975(others) / Z).powi(2))
}

/// What each cluster adds to the difference of two sides, which are both in the order of clusters.
fn joined(before: &[Share], after: &[Share]) -> impl Iterator<Item = f64> {
    let (mut before, mut after) = (before.iter().peekable(), after.iter().peekable());
    std::iter::from_fn(move || {
        let next = before.peek().map(|share| share.0).into_iter().chain(after.peek().map(|share| share.0)).min()?;
        let left = before.next_if(|share| share.0 == next).map_or(0.0, |share| share.1);
        let joined = after.next_if(|share| share.0 == next).map_or(0.0, |share| share.1);
        Some(joined - left)
    })
}

/// A cluster and Σ(x−m)/n of it: what it adds to its side's mean.
type Share = (u32, f64);

/// The shares of accounts, ascending; none if an answer has no account.
fn by_account(side: &Sample) -> Option<Vec<Share>> {
    shares(side, &side.answers, |answer| answer.account)
}

/// The shares of contacts, ascending; none if an answer has no contact.
fn by_contact(side: &Sample) -> Option<Vec<Share>> {
    let order = |a: &Observation, b: &Observation| a.contact.cmp(&b.contact).then(a.x.total_cmp(&b.x));
    let mut answers = side.answers.clone();
    answers.sort_by(order);
    shares(side, &answers, |answer| answer.contact)
}

fn shares(side: &Sample, answers: &[Observation], cluster: Cluster) -> Option<Vec<Share>> {
    let share = |answers: &[Observation]| {
        let deviations: f64 = answers.iter().map(|answer| (answer.x - side.mean) * number(answer.count)).sum();
        Some((answers.first().and_then(cluster)?, deviations / number(side.n)))
    };
    answers.chunk_by(|a, b| cluster(a) == cluster(b)).map(share).collect()
}
