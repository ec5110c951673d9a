//! A change between two waves of a survey, or a group against another: how large it is, and what it may be called.
//!
//! Nobody's answers are thrown away, and those who answered on both sides count as such: their own ups and downs tell
//! how sure the difference is. The words come from the figures alone.

use super::clusters::between_both;
use super::estimate::Estimate;
use super::level::{Interval, Level, Measure};
use super::observation::{Observation, number};
use super::quantile::Z;
use super::sample::{Contacts, Sample};
use super::{mean, nps, share};

/// The difference of two figures, after − before.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Difference {
    /// The raw difference in the measure's unit (of nps and shares: in points); the interval need not be centred on it.
    pub value: f64,
    /// Its 95 % interval; none if a side has one answer, or for a mean if neither side varies.
    pub interval: Option<Interval>,
    /// How probable a difference at least as large is by chance, 0 to 1; there if the interval is.
    ///
    /// Two-sided and normal, of the centre of the interval before it is cut, over its standard error: below .05 exactly
    /// where the interval leaves out 0. The one exception is a mean without clusters, whose interval is wider than the
    /// normal one (Student's t in place of z), so that p may be just below .05 though the interval holds 0.
    pub p: Option<f64>,
    /// How many answers before, at least 1.
    pub n_before: u64,
    /// How many answers after, at least 1.
    pub n_after: u64,
}

/// The difference after − before; none if either side has no answers.
///
/// Clusters are accounts if every answer of both sides has one and there are two or more in all, else contacts on the
/// same terms, else there are none. The variance between clusters over that of independent answers is the design
/// effect (at least ¼; 1 without clusters): n ÷ it is what the answers of a side are worth in the adjusted Wald
/// interval of nps (Rocks 2016) and in Agresti & Caffo's of shares (2000). Of means, the variance between clusters
/// makes the interval itself; without clusters it is Welch's (1947).
#[must_use]
pub fn difference(measure: Measure, before: &[Observation], after: &[Observation]) -> Option<Difference> {
    let sample = |answers: &[Observation]| Sample::new(measure, answers.iter().copied(), Contacts::Summed);
    Some(of_samples(&sample(before)?, &sample(after)?))
}

/// The same of answers that are summed already, both read by the same measure.
pub(super) fn of_samples(before: &Sample, after: &Sample) -> Difference {
    let measure = after.measure;
    let estimate = estimate(before, after);
    let interval = estimate.and_then(|(estimate, quantile)| interval(measure, estimate, quantile));
    Difference {
        value: measure.shown(after.mean) - measure.shown(before.mean),
        interval,
        p: interval.and(estimate).map(|(estimate, _)| estimate.p()),
        n_before: before.n,
        n_after: after.n,
    }
}

/// What a change may be called.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Movement {
    /// The interval is above 0, and so is the difference, by at least what is relevant.
    Rose,
    /// The interval is below 0, and so is the difference, by at least what is relevant.
    Fell,
    /// The whole interval is too near to 0 to be relevant.
    Unchanged,
    /// None of these can be said.
    NotMeasurable,
}

/// What the difference may be called, if less than `relevant` (in its unit) does not matter to anyone.
///
/// A `relevant` below 0, or that is not a number, is 0. The interval of nps and shares is not centred on the raw
/// difference, so with very few answers it can leave out 0 where the raw difference is 0 or on the other side: that is
/// no movement.
#[must_use]
pub fn movement(difference: &Difference, relevant: f64) -> Movement {
    let (value, relevant) = (difference.value, relevant.max(0.0));
    match difference.interval {
        Some(i) if i.low > 0.0 && value > 0.0 && value >= relevant => Movement::Rose,
        Some(i) if i.high < 0.0 && value < 0.0 && value <= -relevant => Movement::Fell,
        Some(i) if i.low >= -relevant && i.high <= relevant => Movement::Unchanged,
        _ => Movement::NotMeasurable,
    }
}

/// Whether a target was reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TargetState {
    /// The whole interval is at the target or above.
    Met,
    /// The whole interval is below the target.
    Missed,
    /// The interval holds the target, or there is no interval.
    Undecided,
}

/// Whether the figure reached a target, given in the figure's unit.
#[must_use]
pub fn target_state(level: &Level, target: f64) -> TargetState {
    match level.interval {
        Some(i) if i.low >= target => TargetState::Met,
        Some(i) if i.high < target => TargetState::Missed,
        _ => TargetState::Undecided,
    }
}

/// The difference's estimate and the quantile of its interval; none if a side has one answer.
fn estimate(one: &Sample, other: &Sample) -> Option<(Estimate, f64)> {
    if one.n == 1 || other.n == 1 {
        return None;
    }
    let between = between_both(one, other);
    let independent = one.v_srs + other.v_srs;
    // Where nobody differs there is nothing that clusters could explain.
    let effect = between.filter(|_| independent > 0.0).map_or(1.0, |v| (v / independent).max(0.25));
    let worth = |side: &Sample| number(side.n) / effect;
    Some(match (other.measure, between) {
        (Measure::Nps, _) => (nps::adjusted(other, worth(other)).less(nps::adjusted(one, worth(one))), Z),
        (Measure::Share, _) => {
            (share::adjusted(other.mean, worth(other)).less(share::adjusted(one.mean, worth(one))), Z)
        }
        (Measure::Mean { .. }, Some(v)) => {
            (Estimate { centre: other.mean - one.mean, variance: v.max(0.25 * independent) }, Z)
        }
        (Measure::Mean { .. }, None) => mean::welch(one, other),
    })
}

/// The interval, cut at the largest difference there can be; a mean's is not cut.
fn interval(measure: Measure, estimate: Estimate, quantile: f64) -> Option<Interval> {
    let uncut = estimate.interval(quantile, measure.shown(1.0))?;
    Some(match measure {
        Measure::Nps => uncut.cut(-200.0, 200.0),
        Measure::Share => uncut.cut(-100.0, 100.0),
        Measure::Mean { .. } => uncut,
    })
}
