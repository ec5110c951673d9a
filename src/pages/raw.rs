//! Figures as plain numbers, beside their words: what a theme sorts, colours or draws by. They are there where the words
//! are, and only there.

use serde::Serializer;

use crate::disclosure::Interval;
use crate::words::numbers::rounded;

/// So many decimals have they: no more than the charts of the same pages show, so that no number gives away what words
/// and drawings keep to themselves.
const PLACES: usize = 3;

/// A value as a plain number.
#[must_use]
pub fn raw(value: f64) -> f64 {
    rounded(value, PLACES)
}

/// The ends of an interval as plain numbers: the low one, the high one; none without an interval.
#[must_use]
pub fn ends(interval: Option<Interval>) -> (Option<f64>, Option<f64>) {
    (interval.map(|interval| raw(interval.low)), interval.map(|interval| raw(interval.high)))
}

/// The largest number up to which every whole one has a floating-point number of its own: 2⁵³.
const LARGEST_WHOLE: f64 = 9_007_199_254_740_992.0;

/// Serialises an amount of money: a whole one without decimals, as it was written.
#[expect(clippy::ref_option, reason = "serde hands on fields as they are")]
pub(super) fn amount<S: Serializer>(amount: &Option<f64>, serializer: S) -> Result<S::Ok, S::Error> {
    match amount {
        #[expect(clippy::cast_possible_truncation, reason = "it is whole, and within ±2⁵³")]
        Some(amount) if amount.fract() == 0.0 && amount.abs() < LARGEST_WHOLE => {
            serializer.serialize_i64(*amount as i64)
        }
        Some(amount) => serializer.serialize_f64(*amount),
        None => serializer.serialize_none(),
    }
}
