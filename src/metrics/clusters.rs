//! How much answers vary between the accounts, or contacts, that gave them.
//!
//! A cluster's answers are alike, so what counts as one independent draw is the cluster. Its variance is estimated
//! from the clusters' summed deviations, which needs no assumption about how alike they are.

use super::level::Measure;
use super::observation::{Observation, number};
use super::quantile::{Z, t975};
use super::sample::{Sample, joined};

/// The number of the cluster that an answer belongs to.
type Cluster = fn(&Observation) -> Option<u32>;

/// A side: the answers, and what was summed of them.
pub(super) type Side<'a> = (&'a Sample, &'a [Observation]);

/// The variance of a mean between accounts; 0 where there is one account, or an answer has none.
pub(super) fn between_accounts(measure: Measure, side: Side<'_>) -> f64 {
    let shares = shares(measure, side, |a| a.account).unwrap_or_default();
    variance(shares.iter().map(|s| s.1)).unwrap_or(0.0)
}

/// The variance of the difference of two means between clusters, which may be in both sides.
///
/// Clusters are accounts if every answer of both sides has one and there are two or more in all, else contacts on the
/// same terms; else there are none, and no variance.
pub(super) fn between_both(measure: Measure, before: Side<'_>, after: Side<'_>) -> Option<f64> {
    let by = |cluster: Cluster| {
        let (before, after) = (shares(measure, before, cluster)?, shares(measure, after, cluster)?);
        let mut both: Vec<_> = before.into_iter().map(|(cluster, share)| (cluster, -share)).chain(after).collect();
        both.sort_by_key(|share| share.0);
        variance(both.chunk_by(|a, b| a.0 == b.0).map(|one| one.iter().map(|share| share.1).sum()))
    };
    by(|a| a.account).or_else(|| by(|a| a.contact))
}

/// A/(A−1) · Σe² · (t(A−1)/z)² for what each of A clusters adds to a mean; none for fewer than two.
///
/// The t factor is there because few clusters say little about how much clusters vary.
fn variance(shares: impl Iterator<Item = f64>) -> Option<f64> {
    let (clusters, squares) = shares.fold((0_u64, 0.0), |(n, sum), e| (n.saturating_add(1), sum + e * e));
    let others = clusters.checked_sub(1).filter(|others| *others > 0)?;
    Some(number(clusters) / number(others) * squares * (t975(others) / Z).powi(2))
}

/// Σ(x−m)/n of each cluster, by ascending number: what it adds to the side's mean. None if an answer has no cluster.
fn shares(measure: Measure, (sample, answers): Side<'_>, cluster: Cluster) -> Option<Vec<(u32, f64)>> {
    let counted = answers.iter().filter(|a| a.counts());
    let rows: Option<Vec<_>> = counted.map(|a| Some((cluster(a)?, measure.read(a.x), a.count))).collect();
    let mut rows = rows?;
    rows.sort_unstable_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
    rows.dedup_by(|next, kept| joined(next.0 == kept.0 && next.1.total_cmp(&kept.1).is_eq(), next.2, &mut kept.2));
    let share = |rows: &[(u32, f64, u64)]| {
        let deviations: f64 = rows.iter().map(|row| (row.1 - sample.mean) * number(row.2)).sum();
        Some((rows.first()?.0, deviations / number(sample.n)))
    };
    Some(rows.chunk_by(|a, b| a.0 == b.0).filter_map(share).collect())
}
