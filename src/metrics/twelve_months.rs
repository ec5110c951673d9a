//! The twelve months that end today, and those before them: what happened beside the surveys is counted by them.

use jiff::ToSpan;
use jiff::civil::Date;

/// A year of days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct TwelveMonths {
    /// The first day.
    pub first: Date,
    /// The last day, which is one of them.
    pub last: Date,
}

impl TwelveMonths {
    /// From the day after this date a year ago; on 29 February from 1 March.
    #[must_use]
    pub fn ending(last: Date) -> Self {
        let first = last.checked_sub(1.year()).and_then(Date::tomorrow).unwrap_or(Date::MIN);
        Self { first, last }
    }

    /// The twelve months before these.
    #[must_use]
    pub fn before(self) -> Self {
        Self::ending(self.first.yesterday().unwrap_or(Date::MIN))
    }

    /// Whether a day is one of them.
    #[must_use]
    pub fn has(self, day: Date) -> bool {
        (self.first..=self.last).contains(&day)
    }
}
