//! The quantiles that intervals of levels are made with.
//!
//! Student's quantile is asked for once an interval, from many threads at once, so those of small samples are kept
//! in a table that fills as it is used.

use std::sync::OnceLock;

use statrs::distribution::{ContinuousCDF, StudentsT};

use crate::metrics::arithmetic::observation::number;
use crate::metrics::arithmetic::student::expansion;

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
    kept.map_or_else(|| exactly(df), |quantile| *quantile.get_or_init(|| exactly(df)))
}

fn exactly(df: u64) -> f64 {
    let df = number(df);
    if df >= 1000.0 {
        return expansion(Z_EXACT, df);
    }
    StudentsT::new(0.0, 1.0, df).map_or(f64::INFINITY, |t| t.inverse_cdf(0.975))
}
