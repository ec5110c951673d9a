//! Where a figure lies: the two ends of an interval, whatever it was made by.

/// Where the figure lies with 95 % confidence, in the unit of its value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The lower end, never above the upper one.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

impl Interval {
    /// An interval around its centre; none unless it has a width, and both ends are numbers.
    pub(crate) fn around(centre: f64, half: f64) -> Option<Self> {
        let interval = Self { low: centre - half, high: centre + half };
        (half > 0.0 && interval.low.is_finite() && interval.high.is_finite()).then_some(interval)
    }

    /// The part of it that lies within these bounds; a bound that is not a number does not cut.
    pub(crate) fn cut(self, low: f64, high: f64) -> Self {
        let within = |end: f64| end.max(low).min(high);
        Self { low: within(self.low), high: within(self.high) }
    }
}
