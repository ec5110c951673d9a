//! A centre with its variance: what every interval is made of that is as wide on either side.
//!
//! The interval and the p of a comparison come from the same two numbers, so that they cannot contradict each other.

use crate::metrics::arithmetic::interval::Interval;
use crate::metrics::arithmetic::student::student_p;

/// An estimate, as a mean of what the measure reads, and the variance of that.
#[derive(Clone, Copy)]
pub(crate) struct Estimate {
    /// Where its interval is centred.
    pub(crate) centre: f64,
    /// The square of its standard error.
    pub(crate) variance: f64,
}

impl Estimate {
    /// After − before, of two that are independent.
    pub(crate) fn less(self, before: Self) -> Self {
        Self { centre: self.centre - before.centre, variance: self.variance + before.variance }
    }

    /// The interval at this quantile, in units of which `scale` make one of the estimate's.
    pub(crate) fn interval(self, quantile: f64, scale: f64) -> Option<Interval> {
        Interval::around(scale * self.centre, scale * quantile * self.variance.sqrt())
    }

    /// How probable an estimate at least as far from 0 is by chance, with so many degrees of freedom.
    pub(crate) fn p(self, df: f64) -> f64 {
        student_p(self.centre / self.variance.sqrt(), df)
    }
}
