//! Charts by name: what a commentary can ask for.

use super::{ChartView, blocks, days, distribution, groups, heatmap, questions, revenue, transitions, trend};
use crate::disclosure::Item;
use crate::pages::blocks::dimensions::summaries;
use crate::pages::history::history;
use crate::pages::{PageKey, Report, own_figures};

/// A kind of chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A score from wave to wave.
    Trend,
    /// How the headline's answers part.
    Distribution,
    /// The blocks beside each other.
    Blocks,
    /// The questions of the scale that most are on.
    Questions,
    /// The values of a dimension beside each other.
    Groups,
    /// The values of a dimension by every question.
    Heatmap,
    /// When the answers of the wave came.
    Days,
    /// How the same contacts moved since the wave before.
    Transitions,
    /// Revenue by score.
    Revenue,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 9] = [
        Self::Trend,
        Self::Distribution,
        Self::Blocks,
        Self::Questions,
        Self::Groups,
        Self::Heatmap,
        Self::Days,
        Self::Transitions,
        Self::Revenue,
    ];

    /// What a commentary calls it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Trend => "trend",
            Self::Distribution => "distribution",
            Self::Blocks => "blocks",
            Self::Questions => "questions",
            Self::Groups => "groups",
            Self::Heatmap => "heatmap",
            Self::Days => "days",
            Self::Transitions => "transitions",
            Self::Revenue => "revenue",
        }
    }
}

/// What a chart is asked to be of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// The headline, or the first dimension.
    Leading,
    /// An item with a score.
    Item(Item),
    /// A dimension, an index into the dimensions.
    Dimension(usize),
}

/// A chart of a page's own figures.
///
/// # Errors
/// Why there is none, and what can be done.
pub fn named(report: &Report<'_>, key: &PageKey, kind: Kind, of: Of) -> Result<ChartView, &'static str> {
    let (scope, wave) = own_figures(report, key);
    let wave = wave.ok_or("it needs answers; leave it out until there are some")?;
    let item = match of {
        Of::Item(item) => Some(item),
        _ => report.headline(),
    };
    let item = item.ok_or("it needs a leading question: name one as `headline` in `cxbook.yaml`")?;
    let dimension = match of {
        Of::Dimension(dimension) => dimension,
        _ => 0,
    };
    match kind {
        Kind::Trend => trend(report, scope, item, &history(report, wave, scope, item))
            .ok_or("nobody answered that question; name another one"),
        Kind::Distribution => {
            distribution(report, wave, scope).ok_or("it needs a score of a leading question of kind nps")
        }
        Kind::Blocks => blocks(report, wave, scope).ok_or("nobody answered a question with a `block`"),
        Kind::Questions => questions(report, wave, scope)
            .into_iter()
            .max_by_key(|chart| chart.table.rows.len())
            .ok_or("it needs two questions on one scale"),
        Kind::Groups => summaries(report, wave)
            .get(dimension)
            .map(|summary| groups(report, wave, item, summary))
            .ok_or("it needs `segments` in `cxbook.yaml`"),
        Kind::Heatmap if report.disclosed.dimensions().is_empty() => Err("it needs `segments` in `cxbook.yaml`"),
        Kind::Heatmap => {
            heatmap(report, wave, dimension).ok_or("it needs two values and two questions with figures to show")
        }
        Kind::Days => days(report, wave).ok_or("it needs answers with a date, of persons who are not anonymous"),
        Kind::Transitions => transitions(report, wave)
            .ok_or("it needs contacts who answered a leading question of kind nps in two waves, and are not anonymous"),
        Kind::Revenue => revenue(report).ok_or("it needs `revenue` in `accounts.yaml`"),
    }
}
