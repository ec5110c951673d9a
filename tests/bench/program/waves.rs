//! When was asked: half-yearly waves up to the first half of 2026.

use std::fmt;

use super::Size;
use super::random::Random;

/// A wave, the first of them 0.
#[derive(Clone, Copy)]
pub(super) struct Wave {
    pub(super) position: u32,
    year: u32,
    second_half: bool,
}

/// The days of fieldwork, from the first.
const DAYS: u32 = 23;

impl Wave {
    /// The wave at this position.
    pub(super) fn of(size: Size, position: u32) -> Self {
        let halves = 2026 * 2 - (size.waves - 1 - position);
        Self { position, year: halves / 2, second_half: halves % 2 == 1 }
    }

    /// The last of them.
    pub(super) fn last(size: Size) -> Self {
        Self::of(size, size.waves - 1)
    }

    /// The day of fieldwork so many days after the first.
    fn day(self, after: u32) -> String {
        let (month, first) = if self.second_half { ("09", 7) } else { ("03", 2) };
        format!("{}-{month}-{:02}", self.year, first + after)
    }

    /// Its first day.
    pub(super) fn from(self) -> String {
        self.day(0)
    }

    /// Its last day.
    pub(super) fn to(self) -> String {
        self.day(DAYS)
    }

    /// A day on which somebody answers: rather in the beginning.
    pub(super) fn answered(self, random: &mut Random) -> String {
        let (one, other) = (random.below(DAYS + 1), random.below(DAYS + 1));
        self.day(one.min(other))
    }

    /// The last day of its half-year.
    pub(super) fn end(self) -> String {
        format!("{}-{}", self.year, if self.second_half { "12-31" } else { "06-30" })
    }
}

impl fmt::Display for Wave {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}-H{}", self.year, if self.second_half { 2 } else { 1 })
    }
}
