//! The arithmetic of a mean: Student's interval of one.

use crate::metrics::arithmetic::interval::Interval;
use crate::metrics::arithmetic::observation::number;
use crate::metrics::arithmetic::quantile::t975;
use crate::metrics::arithmetic::sample::Tallies;

/// Student's interval of the mean of two or more answers, whose variance is `v`; none if all are the same.
pub(crate) fn student(tallies: &Tallies, v: f64) -> Option<Interval> {
    let others = tallies.n.saturating_sub(1);
    Interval::around(tallies.mean, t975(others) * (v * number(tallies.n) / number(others)).sqrt())
}
