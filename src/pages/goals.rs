//! How a score stands against its targets and benchmarks. The words follow from the interval, never from a person.

use schemars::JsonSchema;
use serde::Serialize;

use super::Report;
use super::frame::Link;
use super::raw::raw;
use crate::disclosure::{Figure, GoalScope, Item, Level, Scope, TargetState, WaveId, target_state};
use crate::pages::told;

/// What can be said of a score and a value that it is held against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum GoalState {
    /// A target is reached.
    Met,
    /// A target is not reached.
    Missed,
    /// The score is above a benchmark.
    Above,
    /// The score is below a benchmark.
    Below,
    /// The value lies within the score's interval.
    NotDecided,
    /// The score has no interval.
    NoInterval,
    /// There is no score.
    NoScore,
}

/// How a score stands against a target or benchmark.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
pub struct GoalView {
    /// What is to be reached, or what others reach.
    pub label: String,
    /// The value.
    pub value: String,
    /// The value as a plain number.
    pub value_number: f64,
    /// How the score stands against it.
    pub state: GoalState,
    /// Where the benchmark comes from; a link if it is an address.
    pub source: Option<Link>,
}

/// The targets and benchmarks of an item that a scope is held against.
#[must_use]
pub fn goals(report: &Report<'_>, wave: WaveId, scope: Scope, item: Item) -> Vec<GoalView> {
    let Item::Question(question) = item else { return Vec::new() };
    let Some(statistic) = report.disclosed.score(item) else { return Vec::new() };
    let level = report.figure(wave, scope, item).and_then(Figure::score);
    let unit = told::unit(statistic);
    let words = &report.words;
    let ours =
        report.disclosed.targets().iter().filter(|target| target.question == question && applies(target.scope, scope));
    let mut goals: Vec<GoalView> = ours
        .map(|target| GoalView {
            label: match &target.team {
                Some(team) => words.say("target-of-team", &[("team", team.into())]),
                None => words.plain("target"),
            },
            value: words.value(target.value, unit),
            value_number: raw(target.value),
            state: state(level, target.value, [GoalState::Met, GoalState::Missed]),
            source: None,
        })
        .collect();
    let others = report.disclosed.benchmarks().iter().filter(|b| b.question == question && scope == Scope::Program);
    goals.extend(others.map(|benchmark| GoalView {
        label: benchmark.label.clone(),
        value: words.value(benchmark.value, unit),
        value_number: raw(benchmark.value),
        state: state(level, benchmark.value, [GoalState::Above, GoalState::Below]),
        source: benchmark.source.as_deref().map(source),
    }));
    goals
}

/// How a level stands against a value; the two states are those of one that reaches it and of one that does not.
fn state(level: Option<&Level>, value: f64, [reached, not_reached]: [GoalState; 2]) -> GoalState {
    let Some(level) = level else { return GoalState::NoScore };
    match target_state(level, value) {
        TargetState::Met => reached,
        TargetState::Missed => not_reached,
        TargetState::Undecided if level.interval.is_none() => GoalState::NoInterval,
        TargetState::Undecided => GoalState::NotDecided,
    }
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
