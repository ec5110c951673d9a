//! `/`: how are we doing, what changed, what must be done?

use schemars::JsonSchema;
use serde::Serialize;

use super::change_in_words::in_a_sentence;
use super::chart::{self, Charts};
use super::fact::FactView;
use super::figure::{FigureView, figure};
use super::goals::{GoalView, goals};
use super::head::Head;
use super::history::history;
use super::moves::{self, moves};
use super::profile::{ProfileView, profile};
use super::segments::{DimensionSummary, summaries};
use super::split::{SplitView, split};
use super::support::sections::at_first_sight;
use super::{Report, View, asked, waves};
use crate::disclosure::Scope;
use crate::words::Words;

/// The overview.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
pub struct OverviewView {
    /// Why there is nothing to show; empty where there is.
    pub reason: String,
    /// The headline.
    pub headline: Option<FigureView>,
    /// Targets and benchmarks of the headline.
    pub goals: Vec<GoalView>,
    /// What the change is made of.
    pub split: Option<SplitView>,
    /// Its charts: the answers, the trend, the blocks, the questions, the segments.
    pub charts: Charts,
    /// The questions of the program.
    pub profile: Option<ProfileView>,
    /// The segments with the headline of each.
    pub segments: Vec<DimensionSummary>,
    /// How much of the customers answered.
    pub coverage: Vec<FactView>,
    /// What there is to say of tickets at first sight; empty where that is nothing.
    pub support: String,
}

/// The overview of a report.
#[must_use]
pub fn view(report: &Report<'_>) -> (Head, View) {
    let title = report.disclosed.title().to_owned();
    let Some((wave, headline)) = report.lead.zip(report.headline()) else {
        let reason = match report.lead {
            None if report.disclosed.waves().len() > 0 => report.words.plain("in-the-field"),
            None => report.words.plain("overview-no-answers"),
            Some(_) => report.words.plain("overview-no-headline"),
        };
        let view = nothing_yet(report, &reason);
        return (Head::new(title, reason).in_view(report, report.lead), View::Overview(Box::new(view)));
    };
    let figure = figure(report, wave, Scope::Program, headline);
    let past = history(report, wave, Scope::Program, headline);
    let segments = summaries(report, wave);
    let items = moves::of_items(report, wave, Scope::Program);
    let accounts = moves::of_accounts(report, wave, headline);
    let lead = format!("{}{items}{}{accounts}", sentence(report, wave, &figure), groups(&report.words, &segments));
    let charts = Charts {
        distribution: chart::distribution(report, wave, Scope::Program),
        trend: chart::trend(report, Scope::Program, headline, &past),
        blocks: chart::blocks(report, wave, Scope::Program),
        questions: chart::questions(report, wave, Scope::Program),
        groups: segments.iter().map(|dimension| chart::groups(report, wave, headline, dimension)).collect(),
        ..Charts::default()
    };
    let view = OverviewView {
        reason: String::new(),
        goals: goals(report, wave, Scope::Program, headline),
        split: split(report, wave, Scope::Program, headline),
        profile: Some(profile(report, wave, Scope::Program, &charts.questions)),
        charts,
        segments,
        coverage: waves::coverage(report, wave),
        support: at_first_sight(report),
        headline: Some(figure),
    };
    (Head::new(title, lead).in_view(report, report.lead), View::Overview(Box::new(view)))
}

/// An overview without a figure to lead with, and why.
fn nothing_yet(report: &Report<'_>, reason: &str) -> OverviewView {
    OverviewView {
        reason: reason.to_owned(),
        headline: None,
        goals: Vec::new(),
        split: None,
        charts: Charts::default(),
        profile: report.lead.map(|wave| profile(report, wave, Scope::Program, &[])),
        segments: Vec::new(),
        coverage: Vec::new(),
        support: at_first_sight(report),
    }
}

/// The groups of all dimensions that rose or fell.
fn groups(words: &Words, segments: &[DimensionSummary]) -> String {
    let values = segments.iter().flat_map(|dimension| &dimension.values);
    moves(words, values.map(|value| (value.value.text.clone(), &value.figure)))
}

fn sentence(report: &Report<'_>, wave: usize, figure: &FigureView) -> String {
    let score = in_a_sentence(&report.words, figure);
    let coverage = report.coverage(wave).filter(|coverage| coverage.accounts > 0).map(|coverage| {
        let given = [
            ("answered", coverage.answered.into()),
            ("n", coverage.accounts.into()),
            ("others", asked::not_covered(report).into()),
        ];
        format!(" {}", report.words.say("overview-coverage", &given))
    });
    let running = report.running(wave);
    format!("{score}{}{running}", coverage.unwrap_or_default())
}
