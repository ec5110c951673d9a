//! How a score stands against its targets and benchmarks. The words follow from the interval, never from a person.

use serde::Serialize;

use super::Report;
use super::frame::Link;
use crate::metrics::arithmetic::difference::target_state;
use crate::metrics::scores::statistic::score;
use crate::metrics::{Figure, Item, Scope, TargetState};
use crate::pages::told;
use crate::program::GoalScope;

/// How a score stands against a target or benchmark.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct GoalView {
    /// What is to be reached, or what others reach.
    pub label: String,
    /// The value.
    pub value: String,
    /// `met`, `missed`, `not decided`; for a benchmark `above`, `below`, `not decided`; or why it cannot be said.
    pub state: &'static str,
    /// Where the benchmark comes from; a link if it is an address.
    pub source: Option<Link>,
}

/// The targets and benchmarks of an item that a scope is held against.
#[must_use]
pub fn goals(report: &Report<'_>, wave: usize, scope: Scope, item: Item) -> Vec<GoalView> {
    let Item::Question(question) = item else { return Vec::new() };
    let Some(statistic) = score(report.program, item) else { return Vec::new() };
    let level = report.figure(wave, scope, item).and_then(Figure::score);
    let unit = told::unit(statistic);
    let state = |value: f64, names: [&'static str; 3]| match level.map(|level| target_state(level, value)) {
        Some(TargetState::Met) => names[0],
        Some(TargetState::Missed) => names[1],
        Some(TargetState::Undecided) if level.is_some_and(|level| level.interval.is_none()) => {
            "not decided: no interval"
        }
        Some(TargetState::Undecided) => names[2],
        None => "no score to compare",
    };
    let ours =
        report.program.targets.iter().filter(|target| target.question == question && applies(target.scope, scope));
    let mut goals: Vec<GoalView> = ours
        .map(|target| GoalView {
            label: target.team.as_ref().map_or_else(|| "Target".to_owned(), |team| format!("Target ({team})")),
            value: report.words.value(target.value, unit),
            state: state(target.value, ["met", "missed", "not decided"]),
            source: None,
        })
        .collect();
    let others = report.program.benchmarks.iter().filter(|b| b.question == question && scope == Scope::Program);
    goals.extend(others.map(|benchmark| GoalView {
        label: benchmark.label.clone(),
        value: report.words.value(benchmark.value, unit),
        state: state(benchmark.value, ["above", "below", "not decided"]),
        source: benchmark.source.as_deref().map(source),
    }));
    goals
}

fn source(text: &str) -> Link {
    let is_address = text.starts_with("https://") || text.starts_with("http://");
    Link { text: text.to_owned(), href: if is_address { text.to_owned() } else { String::new() } }
}

fn applies(goal: GoalScope, scope: Scope) -> bool {
    match (goal, scope) {
        (GoalScope::Program, Scope::Program) => true,
        (GoalScope::Segment(goal), Scope::Segment(segment)) => goal == segment,
        (GoalScope::Account(goal), Scope::Account(account)) => goal == account,
        _ => false,
    }
}
