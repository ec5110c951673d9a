//! Changes against waves further back than the one before: a slow decline hides between two waves.
//!
//! With these a figure is held against up to three waves, and any of the three could differ by chance. So their intervals
//! are those at 98⅓ %: all three hold together in 95 % of cases (Bonferroni), and the words go by them.

use crate::program::ids::WaveId;
use crate::program::waves::Wave;

use crate::metrics::arithmetic::difference::of_samples;
use crate::metrics::arithmetic::difference::{Difference, Movement, movement};
use crate::metrics::arithmetic::student::Confidence;
use crate::metrics::scores::scoped::{ColumnSubject, Scoped};
use crate::metrics::scores::statistic::{Scope, Statistic};

/// How far back a wave is that figures are held against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Window {
    /// About a year.
    Year,
    /// Up to three years.
    Long,
}

impl Window {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Year, Self::Long];

    /// The wave that a wave is held against; none where that is the one before it.
    #[must_use]
    pub fn of(self, wave: &Wave) -> Option<WaveId> {
        match self {
            Self::Year => wave.year,
            Self::Long => wave.long,
        }
    }

    /// What a change in it is called in files.
    #[must_use]
    pub fn change(self) -> &'static str {
        match self {
            Self::Year => "year_change",
            Self::Long => "long_change",
        }
    }
}

/// A score that a scope had further back as well.
#[derive(Debug, Clone, PartialEq)]
pub struct Further {
    /// How far back.
    pub window: Window,
    /// Which score.
    pub statistic: Statistic,
    /// Its change; none where either side is hidden.
    pub change: Option<FurtherChange>,
}

/// A change against a wave further back. It is not split: there are two for each figure, and few are looked into.
#[derive(Debug, Clone, PartialEq)]
pub struct FurtherChange {
    /// After minus before, with its interval at 98⅓ %.
    pub difference: Difference,
    /// What it may be called, by that interval.
    pub movement: Movement,
    /// The value before, in the statistic's unit.
    pub before: f64,
}

/// The changes of a scope against the waves further back in which it had answers. There are many figures, so they take
/// no more room than they need.
pub(crate) fn further(
    about: &ColumnSubject<'_>,
    (scope, statistics): (Scope, &[Statistic]),
    now: &Scoped<'_>,
    past: &[(Window, &Scoped<'_>)],
) -> Box<[Further]> {
    let answered = past.iter().filter(|(_, before)| before.scopes.contains_key(&scope));
    let all = answered.flat_map(|past| statistics.iter().map(move |statistic| (past, *statistic)));
    let further = all.map(|((window, before), statistic)| Further {
        window: *window,
        statistic,
        change: change(about, (scope, statistic), before, now),
    });
    further.collect()
}

fn change(
    about: &ColumnSubject<'_>,
    (scope, statistic): (Scope, Statistic),
    before: &Scoped<'_>,
    now: &Scoped<'_>,
) -> Option<FurtherChange> {
    let (earlier, later) = (before.sample(scope, statistic)?, now.sample(scope, statistic)?);
    let difference = of_samples(earlier, later, Confidence::OfThree);
    Some(FurtherChange {
        movement: movement(&difference, about.relevant(statistic)),
        before: earlier.measure.shown(earlier.tallies.mean),
        difference,
    })
}
