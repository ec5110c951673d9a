//! How much answers vary between the accounts, or contacts, that gave them.
//!
//! A cluster's answers are alike, so what counts as one independent draw is the cluster. Its variance is estimated
//! from the clusters' summed deviations, which needs no assumption about how alike they are.

use super::observation::number;
use super::quantile::{Z, t975};
use super::sample::{Cluster, Sample};

/// The variance of a mean between accounts; 0 where there is one account, or an answer has none.
pub(super) fn between_accounts(side: &Sample) -> f64 {
    let accounts = side.accounts.as_deref().unwrap_or_default();
    variance(accounts.iter().map(|account| share(side, account))).unwrap_or(0.0)
}

/// The variance of the difference of two means between clusters, which may be in both sides.
///
/// Clusters are accounts if every answer of both sides has one and there are two or more in all, else contacts on the
/// same terms; else there are none, and no variance.
pub(super) fn between_both(before: &Sample, after: &Sample) -> Option<f64> {
    let both = |clusters: fn(&Sample) -> Option<&[Cluster]>| {
        variance(joined((before, clusters(before)?), (after, clusters(after)?)))
    };
    both(|side| side.accounts.as_deref()).or_else(|| both(|side| side.contacts.as_deref()))
}

/// A/(A−1) · Σe² · (t(A−1)/z)² for what each of A clusters adds to a mean; none for fewer than two.
///
/// The t factor is there because few clusters say little about how much clusters vary.
fn variance(shares: impl Iterator<Item = f64>) -> Option<f64> {
    let (clusters, squares) = shares.fold((0_u64, 0.0), |(n, sum), e| (n.saturating_add(1), sum + e * e));
    let others = clusters.checked_sub(1).filter(|others| *others > 0)?;
    Some(number(clusters) / number(others) * squares * (t975(others) / Z).powi(2))
}

/// What each cluster adds to the difference of two sides, whose clusters are ascending.
fn joined<'a>(before: (&'a Sample, &'a [Cluster]), after: (&'a Sample, &'a [Cluster])) -> impl Iterator<Item = f64> {
    let shares = |(side, clusters): (&'a Sample, &'a [Cluster])| {
        clusters.iter().map(move |cluster| (cluster.number, share(side, cluster))).peekable()
    };
    let (mut before, mut after) = (shares(before), shares(after));
    std::iter::from_fn(move || {
        let next = [before.peek(), after.peek()].into_iter().flatten().map(|share| share.0).min()?;
        let less = before.next_if(|share| share.0 == next).map_or(0.0, |share| share.1);
        let more = after.next_if(|share| share.0 == next).map_or(0.0, |share| share.1);
        Some(more - less)
    })
}

/// Σ(x−m)/n of a cluster: what it adds to its side's mean.
fn share(side: &Sample, cluster: &Cluster) -> f64 {
    // Where all answers are the same, rounding must not make a deviation.
    let deviations = if side.v_srs > 0.0 { cluster.sum - number(cluster.n) * side.mean } else { 0.0 };
    deviations / number(side.n)
}
