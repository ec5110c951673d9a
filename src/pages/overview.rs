//! `/`: how are we doing, what changed, what must be done?

use serde::Serialize;

use super::chart::{self, ChartView};
use super::figure::{FigureView, change_in_a_sentence, figure, in_a_sentence};
use super::frame::Head;
use super::goals::{GoalView, goals};
use super::history::{WaveRow, history};
use super::profile::{ProfileView, profile};
use super::segments::{DimensionSummary, summaries};
use super::split::{SplitView, split};
use super::{Report, View, waves, words};
use crate::metrics::Scope;

/// The overview.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OverviewView {
    /// Why there is nothing to show; empty where there is.
    pub reason: String,
    /// The headline.
    pub headline: Option<FigureView>,
    /// Targets and benchmarks of the headline.
    pub goals: Vec<GoalView>,
    /// What the change is made of.
    pub split: Option<SplitView>,
    /// How the headline's answers part.
    pub distribution: Option<ChartView>,
    /// The trend of the headline.
    pub trend: Option<ChartView>,
    /// The headline from wave to wave, the latest first.
    pub history: Vec<WaveRow>,
    /// All figures of the program.
    pub profile: Option<ProfileView>,
    /// The segments with the headline of each.
    pub segments: Vec<DimensionSummary>,
    /// How much of the customers answered.
    pub coverage: Vec<waves::FactView>,
}

/// The overview of a report.
#[must_use]
pub fn view(report: &Report<'_>) -> (Head, View) {
    let title = report.program.title.clone();
    let Some((wave, headline)) = report.lead.zip(report.headline()) else {
        let reason = match report.lead {
            None if !report.program.waves.is_empty() => "In the field: no answers yet.",
            None => "No answers yet: add a file to data/surveys/.",
            Some(_) => "No question with a score: name one as “headline” in cxbook.yaml.",
        };
        let view = OverviewView {
            reason: reason.to_owned(),
            headline: None,
            goals: Vec::new(),
            split: None,
            distribution: None,
            trend: None,
            history: Vec::new(),
            profile: report.lead.map(|wave| profile(report, wave, Scope::Program)),
            segments: Vec::new(),
            coverage: Vec::new(),
        };
        return (Head::new(title, reason).in_view(report, report.lead), View::Overview(Box::new(view)));
    };
    let figure = figure(report, wave, Scope::Program, headline);
    let lead = sentence(report, wave, &figure);
    let past = history(report, wave, Scope::Program, headline);
    let view = OverviewView {
        reason: String::new(),
        goals: goals(report, wave, Scope::Program, headline),
        split: split(report, wave, Scope::Program, headline),
        distribution: chart::distribution(report, wave, Scope::Program),
        trend: chart::trend(report, Scope::Program, headline, &past),
        history: past,
        profile: Some(profile(report, wave, Scope::Program)),
        segments: summaries(report, wave),
        coverage: waves::coverage(report, wave),
        headline: Some(figure),
    };
    (Head::new(title, lead).in_view(report, report.lead), View::Overview(Box::new(view)))
}

fn sentence(report: &Report<'_>, wave: usize, figure: &FigureView) -> String {
    let score = in_a_sentence(figure);
    let change = change_in_a_sentence(figure);
    let coverage = report.coverage(wave).filter(|coverage| coverage.accounts > 0).map(|coverage| {
        let of =
            words::counted(coverage.accounts, &report.program.account_label.one, &report.program.account_label.many);
        format!(" {} of {of} answered.", words::count(coverage.answered))
    });
    words::capitalised(&format!("{score}{change}.{}", coverage.unwrap_or_default()))
}
