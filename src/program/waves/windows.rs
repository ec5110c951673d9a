//! Which earlier waves a wave is held against beside the one before: a slow decline hides between waves. Each is chosen
//! once for a wave by first days alone, whoever answered then.

use std::ops::RangeInclusive;

use jiff::civil::Date;

/// What is nearest to a year before, in days.
const YEAR: i32 = 365;

/// How many days before a wave is a year before.
const A_YEAR_BEFORE: RangeInclusive<i32> = 270..=460;

/// How many days before a wave is its long run.
const LONG_BEFORE: RangeInclusive<i32> = 461..=FURTHEST;

/// No wave that began more days before is looked at.
pub(in crate::program) const FURTHEST: i32 = 1100;

/// The earlier waves that a wave is held against, named by those who ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Windows<W> {
    /// Of those that began 270 to 460 days before, the nearest to 365; the later of two that are as near.
    pub year: Option<W>,
    /// The earliest of those that began more than 460 and at most 1,100 days before.
    pub long: Option<W>,
}

impl<W> Default for Windows<W> {
    fn default() -> Self {
        Self { year: None, long: None }
    }
}

impl<W: Copy> Windows<W> {
    /// Chooses for a wave that began on a day among those before it, in their order, each with its first day.
    #[must_use]
    pub fn of(day: Date, earlier: impl IntoIterator<Item = (W, Date)>) -> Self {
        let (mut chosen, mut nearest) = (Self::default(), i32::MAX);
        for (wave, first_day) in earlier {
            let days = day.since(first_day).map_or(0, |span| span.get_days());
            let off = (days - YEAR).abs();
            if A_YEAR_BEFORE.contains(&days) && off <= nearest {
                (chosen.year, nearest) = (Some(wave), off);
            }
            if LONG_BEFORE.contains(&days) {
                chosen.long = chosen.long.or(Some(wave));
            }
        }
        chosen
    }
}
