//! The arithmetic of a mean: Student's interval of one, and Welch's of the difference of two.

use super::estimate::Estimate;
use super::level::Interval;
use super::observation::number;
use super::quantile::{t975, t975_of};
use super::sample::Sample;

/// Student's interval of the mean of two or more answers, whose variance is `v`; none if all are the same.
pub(super) fn student(sample: &Sample, v: f64) -> Option<Interval> {
    let others = sample.n.saturating_sub(1);
    Interval::around(sample.mean, t975(others) * (v * number(sample.n) / number(others)).sqrt())
}

/// The difference of two means of two or more independent answers each, and its Student quantile (Welch 1947).
pub(super) fn welch(before: &Sample, after: &Sample) -> (Estimate, f64) {
    let freedom = |side: &Sample| number(side.n) - 1.0;
    let mean = |side: &Sample| Estimate { centre: side.mean, variance: side.v_srs * number(side.n) / freedom(side) };
    let (one, other) = (mean(before), mean(after));
    let estimate = other.less(one);
    let spread = one.variance.powi(2) / freedom(before) + other.variance.powi(2) / freedom(after);
    (estimate, t975_of(estimate.variance.powi(2) / spread))
}
