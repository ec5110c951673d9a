//! The arithmetic of a share: those of whom something holds, among all who answered.

use crate::metrics::arithmetic::estimate::Estimate;
use crate::metrics::arithmetic::interval::Interval;
use crate::metrics::arithmetic::quantile::Z;

/// Wilson's interval (1927) of a share from 0 to 1, in per cent, from answers that are worth `e`.
pub(crate) fn wilson(share: f64, e: f64) -> Option<Interval> {
    let z2 = Z * Z;
    let centre = share + z2 / (2.0 * e);
    let half = Z * (share * (1.0 - share) / e + z2 / (4.0 * e * e)).sqrt();
    let scale = 100.0 / (1.0 + z2 / e);
    Interval::around(scale * centre, scale * half)
}

/// The estimate of a share for comparing it with another, from answers that are worth `e`: three made-up answers are
/// added, half of which count. (Agresti & Caffo 2000 add two; three hold where few accounts make the answers.)
pub(crate) fn adjusted(share: f64, e: f64) -> Estimate {
    let centre = (share * e + 1.5) / (e + 3.0);
    Estimate { centre, variance: centre * (1.0 - centre) / (e + 3.0) }
}
