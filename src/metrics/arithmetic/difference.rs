//! A change between two waves of a survey, or a group against another: how large it is, and what it may be called.
//!
//! Nobody's answers are thrown away, and those who answered on both sides count as such: their own ups and downs tell
//! how sure the difference is. The words come from the figures alone.

use crate::metrics::arithmetic::contrast::Contrast;
use crate::metrics::arithmetic::interval::Interval;
use crate::metrics::arithmetic::level::Level;
use crate::metrics::arithmetic::measure::Measure;
use crate::metrics::arithmetic::observation::Observation;
use crate::metrics::arithmetic::sample::Sample;
use crate::metrics::arithmetic::sides::{Common, ComparedSide, are_alike};
use crate::metrics::arithmetic::student::{Confidence, student_quantile};

/// The difference of two figures, after − before.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Difference {
    /// The raw difference in the measure's unit (of nps and shares: in points); the interval need not be centred on it.
    pub value: f64,
    /// Its interval, at the confidence that was asked for; none where [`Difference::incomparable`] says why.
    pub interval: Option<Interval>,
    /// How probable a difference at least as large is by chance, 0 to 1; there if the interval is.
    ///
    /// Two-sided, of the centre of the interval before it is cut over its standard error, by Student's distribution:
    /// below .05 exactly where the 95 % interval leaves out 0.
    pub p: Option<f64>,
    /// The degrees of freedom of the interval and of p, 1 or more and no whole number; there if the interval is.
    pub df: Option<f64>,
    /// Why there is no interval; none if there is one.
    pub incomparable: Option<Incomparable>,
    /// How many answers before, at least 1.
    pub n_before: u64,
    /// How many answers after, at least 1.
    pub n_after: u64,
}

/// Why a difference has no interval, no p and no word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Incomparable {
    /// A side has fewer than three accounts, or contacts where the accounts are not known or are one and the same.
    TooFewAccounts,
    /// A side has fewer than five answers.
    TooFewAnswers,
    /// A mean of which neither side varies, or whose numbers are too large to reckon with.
    AllTheSame,
}

/// Fewer accounts on a side are not compared.
pub const FEWEST_ACCOUNTS: u64 = 3;

/// Fewer answers on a side are not compared.
pub const FEWEST_ANSWERS: u64 = 5;

impl Difference {
    /// Whether the raw difference has the sign of the centre of its interval; if not, it is neither a rise or fall nor
    /// marked. The adjustment for few answers can turn a small difference round.
    #[must_use]
    pub fn has_the_sign_of_its_interval(&self) -> bool {
        self.interval.is_some_and(|interval| (interval.low + interval.high) * self.value > 0.0)
    }
}

/// The difference after − before, with its interval at this confidence; none if either side has no answers.
///
/// An answer's cluster is its account, else its contact, else the answer itself; where all answers of both sides are of
/// one account, its contact, else itself. Each side's answers are worth as many independent ones as the likeness of
/// answers within clusters says, or as their clusters differ if that is fewer, in the adjusted Wald interval of nps
/// (Rocks 2016), of shares (Agresti & Caffo 2000, with three answers added in place of two) and in Student's of means.
/// Clusters on both sides make it surer, up to four times the answers. See the methodology for the formula.
#[must_use]
pub fn difference(
    measure: Measure,
    before: &[Observation],
    after: &[Observation],
    confidence: Confidence,
) -> Option<Difference> {
    let sample = |answers: &[Observation]| Sample::new(measure, answers.iter().copied());
    Some(of_samples(&sample(before)?, &sample(after)?, confidence))
}

/// The same of answers that are summed already, both read by the same measure.
pub(crate) fn of_samples(before: &Sample, after: &Sample, confidence: Confidence) -> Difference {
    let sides = [&ComparedSide::of(before), &ComparedSide::of(after)];
    if !are_alike(before, after) {
        return without_interval(before.measure, sides, Incomparable::TooFewAccounts);
    }
    let common = Common::of(before.measure, sides, before.clusters.shared(&after.clusters));
    compared(before.measure, sides, common, confidence)
}

/// A part of a sample less everyone else in it, at 95 %; none if there is nobody else.
pub(crate) fn from_the_rest(part: &Sample, all: &Sample) -> Option<Difference> {
    let inside = ComparedSide::of(part);
    if !are_alike(part, all) {
        let rest = ComparedSide::of_tallies(all.measure, all.tallies.without(&part.tallies)?);
        return Some(without_interval(all.measure, [&rest, &inside], Incomparable::TooFewAccounts));
    }
    let rest = ComparedSide::without(all, part)?;
    let sides = [&rest, &inside];
    let common = Common::of(all.measure, sides, all.clusters.shared_without(&part.clusters));
    Some(compared(all.measure, sides, common, Confidence::Single))
}

fn compared(measure: Measure, sides: [&ComparedSide<'_>; 2], common: Common, confidence: Confidence) -> Difference {
    if let Some(why) = incomparable(measure, sides) {
        return without_interval(measure, sides, why);
    }
    let Contrast { estimate, df } = Contrast::new(measure, sides, common);
    let Some(uncut) = estimate.interval(student_quantile(confidence, df), measure.shown(1.0)) else {
        return without_interval(measure, sides, Incomparable::AllTheSame);
    };
    let widest = measure.widest_difference();
    Difference {
        interval: Some(uncut.cut(-widest, widest)),
        p: Some(estimate.p(df)),
        df: Some(df),
        incomparable: None,
        ..without_interval(measure, sides, Incomparable::AllTheSame)
    }
}

fn incomparable(measure: Measure, sides: [&ComparedSide<'_>; 2]) -> Option<Incomparable> {
    let any = |holds: fn(&ComparedSide<'_>) -> bool| sides.iter().any(|side| holds(side));
    let is_mean = matches!(measure, Measure::Mean { .. });
    if any(|side| side.clusters < FEWEST_ACCOUNTS) {
        Some(Incomparable::TooFewAccounts)
    } else if any(|side| side.tallies.n < FEWEST_ANSWERS) {
        Some(Incomparable::TooFewAnswers)
    } else {
        (is_mean && !any(|side| side.squares > 0.0)).then_some(Incomparable::AllTheSame)
    }
}

/// The raw difference alone.
fn without_interval(measure: Measure, [before, after]: [&ComparedSide<'_>; 2], why: Incomparable) -> Difference {
    Difference {
        value: measure.shown(after.tallies.mean) - measure.shown(before.tallies.mean),
        interval: None,
        p: None,
        df: None,
        incomparable: Some(why),
        n_before: before.tallies.n,
        n_after: after.tallies.n,
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
/// difference, so with few answers it can leave out 0 where the raw difference is 0 or on the other side: that is no
/// movement.
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
