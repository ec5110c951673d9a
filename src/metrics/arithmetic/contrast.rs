//! How sure the difference of two sides is: its centre, its variance and its degrees of freedom.
//!
//! Answers of a cluster are alike (Kish 1965), and how much so is seldom seen well in few clusters. So their likeness is
//! estimated from both sides together and drawn towards one half; what a side's answers are worth by it, or by how its
//! clusters differ if that is less, makes its variance; and the degrees of freedom fall with what is not known of the
//! likeness. It is held against CR2 with the degrees of freedom of Bell & `McCaffrey` (2002; Pustejovsky & Tipton 2018), which
//! falls short where one account has half of the answers.

use crate::metrics::arithmetic::estimate::Estimate;
use crate::metrics::arithmetic::measure::Measure;
use crate::metrics::arithmetic::observation::number;
use crate::metrics::arithmetic::sides::{Common, ComparedSide};
use crate::metrics::arithmetic::{nps, share};

/// The difference after − before, as a mean of what the measure reads.
pub(crate) struct Contrast {
    /// Its centre and variance.
    pub(crate) estimate: Estimate,
    /// Its degrees of freedom, 1 or more.
    pub(crate) df: f64,
}

impl Contrast {
    /// Of the sides before and after.
    pub(crate) fn new(measure: Measure, sides: [&ComparedSide<'_>; 2], common: Common) -> Self {
        let likeness = likeness(sides);
        let parts = parts(measure, sides, likeness);
        let [before, after] = &parts;
        let difference = after.estimate.less(before.estimate);
        let floor = 0.25 * sides.map(|side| if_independent(measure, side)).iter().sum::<f64>();
        let variance = (difference.variance * (1.0 - in_common(sides, common))).max(floor);
        let df = freedom(&parts, difference.variance, likeness, common);
        Self { estimate: Estimate { variance, ..difference }, df }
    }
}

/// What a side adds to the contrast.
struct Contribution<'s, 'a> {
    side: &'s ComparedSide<'a>,
    /// How many times more answers of clusters it takes than of independent ones.
    design: f64,
    /// Its centre and variance.
    estimate: Estimate,
    /// The degrees of freedom of the variance, but for what is not known of the likeness.
    freedom: f64,
}

/// How alike the answers of a cluster are: 0 not at all, 1 the same. As if one more cluster had been seen, whose
/// likeness was one half.
fn likeness(sides: [&ComparedSide<'_>; 2]) -> f64 {
    let varying = sides.into_iter().filter(|side| side.squares > 0.0);
    let (above, below) = varying.fold((0.0, 0.0), |(above, below), side| {
        let (n, h, r) = (side.n, side.companions(), side.excess);
        let answers_after_the_first = side.over_clusters(|n| n - 1.0);
        let squared = side.over_clusters(|n| (n - 1.0).powi(2));
        let expected = answers_after_the_first * (1.0 + h / n) - 2.0 * squared / n + h * r;
        (above + ((n - 1.0) * r + answers_after_the_first / n), below + expected)
    });
    let estimated = if below > 1e-9 { (above / below).clamp(0.0, 1.0) } else { 0.0 };
    let seen: f64 = sides.map(ComparedSide::with_companions).iter().sum();
    (seen * estimated + 0.5) / (seen + 1.0)
}

/// How many independent answers a side's are worth, where clusters make it take `design` times more.
fn worth(side: &ComparedSide<'_>, design: f64) -> f64 {
    let by_likeness = side.n / design;
    if side.between_others <= 1e-15 {
        return by_likeness;
    }
    by_likeness.min(1.0 + side.squares / side.n / side.between_others)
}

fn parts<'s, 'a>(measure: Measure, sides: [&'s ComparedSide<'a>; 2], likeness: f64) -> [Contribution<'s, 'a>; 2] {
    let answers: f64 = sides.iter().map(|side| side.n).sum();
    let designs = sides.map(|side| 1.0 + likeness * side.companions());
    let [before, after] = sides;
    let worths = [worth(before, designs[0]), worth(after, designs[1])];
    let pooled = pooled(sides, worths);
    let part = |side: &'s ComparedSide<'a>, design: f64, worth: f64| {
        let own = own_variance(side, worth);
        let (estimate, freedom) = match measure {
            Measure::Nps => (nps::adjusted(&side.tallies, worth), answers - 2.0),
            Measure::Share => (share::adjusted(side.tallies.mean, worth), answers - 2.0),
            Measure::Mean { .. } => {
                let freedom = if own > pooled * (1.0 + 1e-9) { side.n - 1.0 } else { answers - 2.0 };
                (Estimate { centre: side.tallies.mean, variance: own.max(pooled) / worth }, freedom)
            }
        };
        Contribution { side, design, estimate, freedom }
    };
    [part(before, designs[0], worths[0]), part(after, designs[1], worths[1])]
}

/// The variance of a side's single answer.
fn own_variance(side: &ComparedSide<'_>, worth: f64) -> f64 {
    side.squares / side.n * worth / (worth - 1.0)
}

/// The same of both sides together.
fn pooled(sides: [&ComparedSide<'_>; 2], worths: [f64; 2]) -> f64 {
    let pairs = || sides.iter().zip(worths);
    let squares: f64 = pairs().map(|(side, worth)| worth * side.squares / side.n).sum();
    squares / pairs().map(|(_, worth)| worth - 1.0).sum::<f64>()
}

/// The variance of a side if its answers had nothing to do with each other.
fn if_independent(measure: Measure, side: &ComparedSide<'_>) -> f64 {
    match measure {
        Measure::Nps => nps::adjusted(&side.tallies, side.n).variance,
        Measure::Share => share::adjusted(side.tallies.mean, side.n).variance,
        Measure::Mean { .. } => side.squares / (side.n * (side.n - 1.0)),
    }
}

/// What part of the variance the sides have in common, because the same clusters are on both: −1 to 1.
fn in_common(sides: [&ComparedSide<'_>; 2], common: Common) -> f64 {
    let between: f64 = sides.iter().map(|side| side.between).sum();
    // What rounding makes of clusters that do not deviate at all is no part of anything.
    if between <= 1e-15 { 0.0 } else { (2.0 * common.between / between).clamp(-1.0, 1.0) }
}

/// Satterthwaite's (1946) degrees of freedom of the sides' variances, of which `variance` is the sum, lowered by what
/// few clusters tell of the likeness and by the clusters that are on both sides.
fn freedom(parts: &[Contribution<'_, '_>; 2], variance: f64, likeness: f64, common: Common) -> f64 {
    let sum = |of: fn(&Contribution<'_, '_>) -> f64| parts.iter().map(of).sum::<f64>();
    let most = sum(|part| part.side.n) - 2.0;
    let spread: f64 = parts.iter().map(|part| (part.estimate.variance / variance).powi(2) / part.freedom).sum();
    let told: f64 = parts.iter().map(|part| told_of_likeness(part.side, likeness)).sum();
    let by_likeness = sum(|part| part.estimate.variance * part.side.companions() / part.design);
    let of_likeness = if told > 0.0 { (by_likeness / variance).powi(2) / told } else { 0.0 };
    let overlap = 2.0 * common.weights / sum(|part| part.side.weights);
    let freedom = most.recip().max(spread) + of_likeness;
    (freedom.recip() * (1.0 - overlap / 2.0)).max(1.0)
}

/// How much a side's clusters tell of their likeness: the inverse of the variance of its estimate, but for a factor.
fn told_of_likeness(side: &ComparedSide<'_>, likeness: f64) -> f64 {
    let pairs = side.over_clusters(|n| n * (n - 1.0) / (1.0 + (n - 1.0) * likeness).powi(2));
    (1.0 - number(side.clusters).recip()) * pairs
}
