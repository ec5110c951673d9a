//! The arithmetic of a mean: Student's interval of one.

use super::level::Interval;
use super::observation::number;
use super::quantile::t975;
use super::sample::Tallies;

/// Student's interval of the mean of two or more answers, whose variance is `v`; none if all are the same.
pub(super) fn student(tallies: &Tallies, v: f64) -> Option<Interval> {
    let others = tallies.n.saturating_sub(1);
    Interval::around(tallies.mean, t975(others) * (v * number(tallies.n) / number(others)).sqrt())
}
