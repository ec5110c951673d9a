//! How long something takes, where some of it is not over yet: quantiles of the product-limit estimate with intervals.
//!
//! A ticket that is still open has taken at least as long as it is old, and leaving it out would make every team that
//! sits on its hard cases look quick. So it counts as "longer than", which is called censored (Kaplan & Meier 1958).

use crate::metrics::arithmetic::level::level;
use crate::metrics::arithmetic::measure::Measure;
use crate::metrics::arithmetic::observation::{Observation, number};
use crate::metrics::arithmetic::quantile::Z;

/// A time that something took, or has taken so far.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Wait {
    /// How long, in any unit. What is not a finite number is left out.
    pub time: f64,
    /// Whether it is over; else it is longer than `time`.
    pub is_over: bool,
    /// The number of the account whose it is; none where it is not known.
    pub account: Option<u32>,
}

/// A quantile of the times, in their unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quantile {
    /// The smallest time at which so many are over; none where too many are not.
    pub value: Option<f64>,
    /// The lower end of its 95 % interval; none where it is not known.
    pub low: Option<f64>,
    /// The upper end; none where it is not known, which is often: the longest times are not over.
    pub high: Option<f64>,
    /// How many times, at least 1.
    pub n: u64,
    /// How many independent times they are worth: above 0, at most `n`.
    pub n_effective: f64,
}

/// Of fewer times than these no interval is given.
const FEWEST_TIMES: u64 = 5;

/// What a share that floating point makes a little too large is still taken for.
const TOLERANCE: f64 = 1e-9;

/// The estimate of how many are not over after each time.
#[derive(Debug)]
pub struct ProductLimit {
    /// The times by account.
    waits: Vec<Wait>,
    /// The times at which something was over, ascending.
    steps: Vec<Step>,
}

/// What the estimate falls to at a time.
#[derive(Clone, Copy, Debug)]
struct Step {
    time: f64,
    /// The share that is not over, 0 to 1.
    survival: f64,
    /// Greenwood's sum: the relative variance of that share.
    greenwood: f64,
}

impl ProductLimit {
    /// The estimate from these times, in any order; none if there are none.
    #[must_use]
    pub fn of(times: impl IntoIterator<Item = Wait>) -> Option<Self> {
        let mut waits: Vec<Wait> = times.into_iter().filter(|wait| wait.time.is_finite()).collect();
        if waits.is_empty() {
            return None;
        }
        let steps = steps(&waits);
        if !waits.is_sorted_by_key(|wait| wait.account) {
            waits.sort_unstable_by_key(|wait| wait.account);
        }
        Some(Self { waits, steps })
    }

    /// The quantile of a share from 0 to 1 of the times: 0.5 is the median.
    ///
    /// Its interval is where the bounds of the share that is not over reach what the quantile leaves: log–log ones from
    /// Greenwood's variance (Kalbfleisch & Prentice 1980, Brookmeyer & Crowley 1982), which is wider where accounts
    /// differ. None is given of fewer than five times.
    #[must_use]
    pub fn quantile(&self, share: f64) -> Quantile {
        let left = 1.0 - share + TOLERANCE;
        let reached = |step: &&Step| step.survival <= left;
        let value = self.steps.iter().find(reached).map(|step| step.time);
        let n = self.waits.len() as u64;
        let n_effective = self.n_effective(value);
        let design = number(n) / n_effective;
        let has_interval = n >= FEWEST_TIMES;
        let is_low = |step: &&Step| has_interval && step.is_lower_bound_at(left, design);
        let is_high = |step: &&Step| has_interval && step.is_upper_bound_at(left, design);
        let time = |step: Option<&Step>| step.map(|step| step.time);
        let (low, high) = (time(self.steps.iter().find(is_low)), time(self.steps.iter().find(is_high)));
        Quantile { value, low, high, n, n_effective }
    }

    /// How many independent times these are worth, by how much accounts differ in the share that is over by then.
    fn n_effective(&self, by: Option<f64>) -> f64 {
        let by = by.unwrap_or(f64::INFINITY);
        let mut shares: Vec<Observation> = Vec::new();
        for waits in self.waits.chunk_by(|a, b| a.account == b.account) {
            let account = waits.first().and_then(|wait| wait.account);
            // Added up without a branch, which nobody could foresee.
            let over: u64 = waits.iter().map(|wait| u64::from(wait.is_over) * u64::from(wait.time <= by)).sum();
            let counts = [(1.0, over), (0.0, waits.len() as u64 - over)];
            shares.extend(counts.map(|(x, count)| Observation { x, count, account, contact: None }));
        }
        level(Measure::Share, &shares).map_or(1.0, |level| level.n_effective)
    }
}

/// The times at which something was over, with what is left then. What is over and what is censored at the same time
/// are in this order.
fn steps(waits: &[Wait]) -> Vec<Step> {
    let mut times: Vec<(f64, bool)> = waits.iter().map(|wait| (wait.time, wait.is_over)).collect();
    times.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
    let mut at_risk = times.len() as u64;
    let (mut survival, mut greenwood) = (1.0, 0.0);
    let mut steps = Vec::new();
    // Not by their bits: 0 and −0 are the same time.
    for at_once in times.chunk_by(|a, b| a.0 >= b.0) {
        let over = at_once.iter().filter(|(_, is_over)| *is_over).count() as u64;
        if let Some((time, _)) = at_once.first().filter(|_| over > 0) {
            let left = at_risk - over;
            survival *= number(left) / number(at_risk);
            greenwood += number(over) / (number(at_risk) * number(left));
            steps.push(Step { time: *time, survival, greenwood });
        }
        at_risk -= at_once.len() as u64;
    }
    steps
}

impl Step {
    /// Whether the lower bound of what is left has come down to a share. Where nothing is left it is 0.
    fn is_lower_bound_at(&self, share: f64, design: f64) -> bool {
        // Without a look at the bound, which takes long: it is never above what is left.
        self.survival <= share || self.is_bound_at(share, self.spread(design))
    }

    /// Whether the upper bound has. Where nothing is left there is none.
    fn is_upper_bound_at(&self, share: f64, design: f64) -> bool {
        self.survival <= share && self.survival > 0.0 && self.is_bound_at(share, -self.spread(design))
    }

    /// Whether the bound S^exp(spread) of what is left, S, is at most a share: ln|ln S| + spread ≥ ln|ln share|.
    fn is_bound_at(&self, share: f64, spread: f64) -> bool {
        self.survival.ln().abs().ln() + spread >= share.ln().abs().ln()
    }

    /// Half the width of the interval on the scale of ln|ln S|. `design` is how many times the variance of independent
    /// times it has.
    fn spread(&self, design: f64) -> f64 {
        Z * (self.greenwood * design).sqrt() / self.survival.ln().abs()
    }
}
