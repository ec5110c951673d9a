//! An answer as the arithmetic sees it: a number, how often it was given, and whom it belongs to.
//!
//! Reading a question's kind, its top box and its repeats happens before; from here on there are only numbers.

/// One answer, or several equal ones of the same account and contact.
///
/// Answers that are not finite numbers, and those with a `count` of 0, are left out of every figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Observation {
    /// The answer, as the figure's [`Measure`](crate::metrics::Measure) reads it.
    pub x: f64,
    /// How many equal answers this stands for: 1 for a response, more for the cell of a tally.
    pub count: u64,
    /// The number of the account whose answer it is; none where it is not known.
    pub account: Option<u32>,
    /// The number of the contact whose answer it is; none where it is not known.
    pub contact: Option<u32>,
}

/// The observations of a scope before and now; nothing where nobody answered.
pub(crate) type Sides<'a> = (Option<&'a Vec<Observation>>, Option<&'a Vec<Observation>>);

impl Observation {
    /// Whether it goes into figures: a finite number that was answered at least once.
    pub(crate) fn counts(&self) -> bool {
        self.x.is_finite() && self.count > 0
    }
}

/// A count as a number to reckon with; exact up to 2⁵³, far above any survey.
#[allow(clippy::cast_precision_loss, reason = "counts of answers are far below 2⁵³, where every integer is exact")]
pub(crate) fn number(count: u64) -> f64 {
    count as f64
}
