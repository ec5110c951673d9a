//! The quantiles and tail probabilities that intervals and comparisons are made with.
//!
//! Student's quantile is asked for once an interval, from many threads at once, so those of small samples are kept
//! in a table that fills as it is used.

use std::f64::consts::SQRT_2;
use std::sync::OnceLock;

use statrs::distribution::{ContinuousCDF, StudentsT};
use statrs::function::erf::erfc;

use super::observation::number;

/// The normal 97.5 % quantile, as the methodology states it: every interval is a 95 % one.
pub const Z: f64 = 1.959_964;

/// The same quantile to all of a double's digits, from which Student's is approached.
const Z_EXACT: f64 = 1.959_963_984_540_054;

/// Student's quantiles of 0 to 999 degrees of freedom, once they were asked for.
static QUANTILES: [OnceLock<f64>; 1000] = [const { OnceLock::new() }; 1000];

/// Student's 97.5 % quantile with `df` degrees of freedom: 12.7062 for 1, 2.2622 for 9, towards 1.9600 for many.
///
/// Infinite for 0, where there is nothing to estimate a spread from.
#[must_use]
pub fn t975(df: u64) -> f64 {
    if df == 0 {
        return f64::INFINITY;
    }
    let kept = usize::try_from(df).ok().and_then(|df| QUANTILES.get(df));
    kept.map_or_else(|| t975_of(number(df)), |quantile| *quantile.get_or_init(|| t975_of(number(df))))
}

/// The same for degrees of freedom that are no whole number, as Welch's are; what is below 1 is taken as 1, since only
/// rounding makes them so.
pub(super) fn t975_of(df: f64) -> f64 {
    if df >= 1000.0 {
        return expansion(df);
    }
    StudentsT::new(0.0, 1.0, df.max(1.0)).map_or(f64::INFINITY, |t| t.inverse_cdf(0.975))
}

/// The probability that a normal figure is at least this far from 0, on either side, by chance alone: 0 to 1.
///
/// NaN for NaN. It is .05 at [`Z`], to eight digits.
#[must_use]
pub fn two_sided_p(z: f64) -> f64 {
    erfc(z.abs() / SQRT_2)
}

/// Student's quantile from the normal one (Abramowitz & Stegun 1964, 26.7.5): right to eleven digits from 1,000 degrees
/// of freedom on, however many.
fn expansion(df: f64) -> f64 {
    let z = Z_EXACT;
    let g1 = (z.powi(3) + z) / 4.0;
    let g2 = (5.0 * z.powi(5) + 16.0 * z.powi(3) + 3.0 * z) / 96.0;
    let g3 = (3.0 * z.powi(7) + 19.0 * z.powi(5) + 17.0 * z.powi(3) - 15.0 * z) / 384.0;
    z + (g1 + (g2 + g3 / df) / df) / df
}
