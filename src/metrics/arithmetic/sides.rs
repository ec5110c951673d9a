//! The two sides of a comparison, each as the sums that the formula needs.

use std::borrow::Cow;

use crate::metrics::arithmetic::clusters::{Cluster, Owner, Size};
use crate::metrics::arithmetic::measure::Measure;
use crate::metrics::arithmetic::observation::number;
use crate::metrics::arithmetic::sample::{Sample, Tallies};

/// One side: its answers, and how they vary between its clusters and within. Deviations are from the side's mean; a
/// cluster's are summed and divided by the side's number of answers.
pub(crate) struct ComparedSide<'a> {
    pub(crate) tallies: Cow<'a, Tallies>,
    pub(crate) sizes: Cow<'a, [Size]>,
    /// How many answers.
    pub(crate) n: f64,
    /// How many clusters.
    pub(crate) clusters: u64,
    /// The answers' squared deviations summed; 0 if they are no more than rounding makes.
    pub(crate) squares: f64,
    /// The squared shares of the clusters among the answers, summed.
    pub(crate) weights: f64,
    /// The clusters' squared deviations summed.
    pub(crate) between: f64,
    /// The same, each divided by the share of the other clusters among the answers.
    pub(crate) between_others: f64,
    /// How much more the clusters deviate than their answers would one by one, by the answer, as a share of `squares`.
    pub(crate) excess: f64,
}

impl<'a> ComparedSide<'a> {
    /// The answers of a sample.
    pub(crate) fn of(sample: &'a Sample) -> Self {
        Self::new(sample.measure, Cow::Borrowed(&sample.tallies), Cow::Borrowed(&sample.clusters.sizes))
    }

    /// What is left of a sample without a part of it, whose clusters are made in the same way; none if that is nothing.
    pub(crate) fn without(all: &'a Sample, part: &Sample) -> Option<Self> {
        let left = all.tallies.without(&part.tallies)?;
        Some(Self::new(all.measure, Cow::Owned(left), Cow::Owned(all.clusters.sizes_without(&part.clusters))))
    }

    /// Answers of which nothing but the difference is wanted.
    pub(crate) fn of_tallies(measure: Measure, tallies: Tallies) -> Self {
        Self::new(measure, Cow::Owned(tallies), Cow::Borrowed(&[]))
    }

    fn new(measure: Measure, tallies: Cow<'a, Tallies>, sizes: Cow<'a, [Size]>) -> Self {
        let n = number(tallies.n);
        let varies = tallies.squares >= 1e-12 * (n * tallies.mean.powi(2)).max(1.0);
        let squares = if varies { tallies.squares } else { 0.0 };
        let mean = tallies.mean - measure.origin();
        let mut side = Self {
            n,
            clusters: sizes.iter().fold(0, |n: u64, size| n.saturating_add(size.clusters)),
            squares,
            weights: sizes.iter().map(|size| number(size.clusters) * (number(size.each) / n).powi(2)).sum(),
            between: 0.0,
            between_others: 0.0,
            excess: 0.0,
            tallies,
            sizes: Cow::Borrowed(&[]),
        };
        if varies {
            side.vary(mean, &sizes);
        }
        side.sizes = sizes;
        side
    }

    /// Sums what varies about the mean, which is given less the origin.
    fn vary(&mut self, mean: f64, sizes: &[Size]) {
        for size in sizes {
            let (clusters, each) = (number(size.clusters), number(size.each));
            let of_clusters = size.squared_sums - each * mean * (2.0 * size.sum - clusters * each * mean);
            let of_answers = size.squares - mean * (2.0 * size.sum - clusters * each * mean);
            let between = of_clusters.max(0.0) / self.n.powi(2);
            self.between += between;
            self.between_others += between / (1.0 - each / self.n);
            if size.each > 1 {
                self.excess += (of_clusters - of_answers) / each / self.squares;
            }
        }
    }

    /// `Σn_k²/n − 1`: how many answers share an answer's cluster, on average.
    pub(crate) fn companions(&self) -> f64 {
        self.n * self.weights - 1.0
    }

    /// A sum over all clusters of what follows from their number of answers.
    pub(crate) fn over_clusters(&self, of: impl Fn(f64) -> f64) -> f64 {
        self.sizes.iter().map(|size| number(size.clusters) * of(number(size.each))).sum()
    }

    /// How many clusters have two or more answers.
    pub(crate) fn with_companions(&self) -> f64 {
        self.over_clusters(|n| if n > 1.0 { 1.0 } else { 0.0 })
    }

    /// What a cluster adds to the side's mean, which is given less the origin; 0 where nothing varies.
    fn deviation(&self, cluster: &Cluster, mean: f64) -> f64 {
        if self.squares > 0.0 { (cluster.sum - number(cluster.n) * mean) / self.n } else { 0.0 }
    }
}

/// What the two sides have in common: clusters that are on both.
#[derive(Clone, Copy, Default)]
pub(crate) struct Common {
    /// The products of their deviations, summed.
    pub(crate) between: f64,
    /// The products of their shares among the answers, summed.
    pub(crate) weights: f64,
}

impl Common {
    /// Of each cluster that is on both sides.
    pub(crate) fn of(
        measure: Measure,
        [one, other]: [&ComparedSide<'_>; 2],
        shared: impl Iterator<Item = (Cluster, Cluster)>,
    ) -> Self {
        let mean = |side: &ComparedSide<'_>| side.tallies.mean - measure.origin();
        let (mean_one, mean_other) = (mean(one), mean(other));
        shared.fold(Self::default(), |common, (mine, others)| Self {
            between: common.between + one.deviation(&mine, mean_one) * other.deviation(&others, mean_other),
            weights: common.weights + number(mine.n) / one.n * (number(others.n) / other.n),
        })
    }
}

/// Whether the clusters of two sides are made in the same way: not if all answers of one are of one account, which is
/// then told apart by contact, and the other's are not.
pub(crate) fn are_alike(one: &Sample, other: &Sample) -> bool {
    one.owner == other.owner || ![one, other].iter().any(|side| matches!(side.owner, Owner::One(_)))
}
