//! A figure of one scope in one wave: its value, its interval, and how many answers it is worth.
//!
//! Contacts of one account answer alike, so an interval that takes them as independent is too narrow. Here it is made
//! from the effective sample size: how many independent answers would vary as much as these accounts do.

use crate::metrics::arithmetic::clusters::Owner;
use crate::metrics::arithmetic::interval::Interval;
use crate::metrics::arithmetic::measure::Measure;
use crate::metrics::arithmetic::observation::{Observation, number};
use crate::metrics::arithmetic::quantile::{Z, t975};
use crate::metrics::arithmetic::sample::Sample;
use crate::metrics::arithmetic::{mean, nps, share};

/// A figure of one scope in one wave.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Level {
    /// The raw figure in its measure's unit; the interval need not be centred on it.
    pub value: f64,
    /// Its 95 % interval; none from one answer, or for a mean if all answers are the same.
    pub interval: Option<Interval>,
    /// How many answers, at least 1.
    pub n: u64,
    /// How many independent answers they are worth: above 0, at most `n`.
    pub n_effective: f64,
}

/// The figure of these answers; none if there are none.
///
/// The interval is the adjusted Wald one for nps (Rocks 2016), Wilson's for a share (Wilson 1927) and Student's t for a
/// mean, all on the effective sample size (Korn & Graubard 1998): n × the variance that independent answers would have
/// ÷ the variance between accounts, where that is the larger and every answer has an account.
#[must_use]
pub fn level(measure: Measure, answers: &[Observation]) -> Option<Level> {
    Sample::new(measure, answers.iter().copied()).map(|sample| of_sample(&sample))
}

/// The same of answers that are summed already.
pub(crate) fn of_sample(sample: &Sample) -> Level {
    let (n, v_srs, between) = (sample.tallies.n, sample.tallies.v_srs(), between_accounts(sample));
    let (v, n_effective) = if between > v_srs && v_srs > 0.0 && between.is_finite() {
        (between, number(n) * (v_srs / between))
    } else {
        (v_srs, number(n))
    };
    let interval = if n == 1 { None } else { interval(sample, v, n_effective) };
    Level { value: sample.measure.shown(sample.tallies.mean), interval, n, n_effective }
}

/// The variance of a mean between accounts: A/(A−1) · Σe² · (t(A−1)/z)² for what each of A accounts adds to it; 0 where
/// there is one account, or an answer has none.
///
/// The t factor is there because few accounts say little about how much accounts vary.
fn between_accounts(sample: &Sample) -> f64 {
    let (Owner::Several, Some(accounts)) = (sample.owner, sample.accounts()) else { return 0.0 };
    let (others, n) = (accounts.saturating_sub(1), number(sample.tallies.n));
    let mean = sample.tallies.mean - sample.measure.origin();
    // Where all answers are the same, rounding must not make a deviation.
    let varies = sample.tallies.squares > 0.0;
    let share = |sum: f64, of: u64| if varies { (sum - number(of) * mean) / n } else { 0.0 };
    let squares = sample.clusters.named.iter().map(|account| share(account.sum, account.n).powi(2));
    number(accounts) / number(others) * squares.sum::<f64>() * (t975(others) / Z).powi(2)
}

/// The interval of two or more answers that are worth `n_effective`, and whose mean has the variance `v`.
fn interval(sample: &Sample, v: f64, n_effective: f64) -> Option<Interval> {
    let tallies = &sample.tallies;
    match sample.measure {
        Measure::Nps => nps::adjusted(tallies, n_effective).interval(Z, 100.0).map(|i| i.cut(-100.0, 100.0)),
        Measure::Share => share::wilson(tallies.mean, n_effective).map(|i| i.cut(0.0, 100.0)),
        Measure::Mean { low, high } => mean::student(tallies, v).map(|i| i.cut(low, high)),
    }
}
