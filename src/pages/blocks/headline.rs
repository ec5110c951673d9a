//! The leading question before everything else: its score, its change, what it is held against.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Block, SectionKind, Whose};
use crate::disclosure::Scope;
use crate::pages::Report;
use crate::pages::chart::{self, ChartView};
use crate::pages::figure::{FigureView, State, figure, label};
use crate::pages::goals::{GoalView, goals};

/// The leading question.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
pub struct Headline {
    /// Its score.
    pub figure: FigureView,
    /// Targets and benchmarks.
    pub goals: Vec<GoalView>,
    /// How the answers part.
    pub distribution: Option<ChartView>,
}

/// Its section.
pub const HEADLINE: SectionKind = SectionKind {
    id: "headline",
    heading: |report, _| report.headline().map(|item| label(report, item)).unwrap_or_default(),
    blocks: |report, whose| headline(report, whose).into_iter().collect(),
};

/// The leading question of a scope. Accounts are few people each: the parts of their answers are not drawn, and where
/// nobody answered their pages say so in their first sentence.
fn headline(report: &Report<'_>, whose: Whose) -> Option<Block> {
    let (wave, item) = whose.leading(report)?;
    let figure = figure(report, wave, whose.scope, item);
    let is_account = matches!(whose.scope, Scope::Account(_));
    if is_account && figure.n.is_empty() && figure.state != State::Hidden {
        return None;
    }
    let distribution = if is_account { None } else { chart::distribution(report, wave, whose.scope) };
    Some(Block::Headline(Box::new(Headline { goals: goals(report, wave, whose.scope, item), figure, distribution })))
}
