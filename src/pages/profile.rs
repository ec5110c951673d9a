//! All figures of a scope in a wave: the index, the blocks with their weights, every question.

use serde::Serialize;

use super::figure::{FigureView, State, figure, hidden_reason, label};
use super::{Report, words};
use crate::metrics::statistic::{items, score};
use crate::metrics::{Item, Scope, Statistic};
use crate::program::questionnaire::Kind;

/// A scope's figures.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ProfileView {
    /// The experience index; none where no question belongs to a block.
    pub index: Option<FigureView>,
    /// The blocks that were asked about.
    pub blocks: Vec<FigureView>,
    /// The questions with a score.
    pub questions: Vec<FigureView>,
    /// The questions with options.
    pub choices: Vec<ChoiceView>,
    /// How the answers to the headline part into promoters, passives and detractors; empty for other kinds.
    pub distribution: Vec<ShareView>,
}

/// A question with options.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ChoiceView {
    /// Its wording.
    pub label: String,
    /// How many answered; empty where hidden.
    pub n: String,
    /// Why nothing is shown; empty where something is.
    pub reason: String,
    /// The options.
    pub options: Vec<ShareView>,
}

/// A share of the answers.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ShareView {
    /// What they have in common.
    pub label: String,
    /// The share.
    pub value: String,
    /// Its 95 % interval.
    pub interval: String,
    /// Whether so few answered that it is an indication only.
    pub indicative: bool,
}

/// The figures of a scope in a wave; questions that nobody was asked are left out.
#[must_use]
pub fn profile(report: &Report<'_>, wave: usize, scope: Scope) -> ProfileView {
    let program = report.program;
    let of = |item: Item| figure(report, wave, scope, item);
    let asked = |view: &FigureView| view.state != State::None;
    let all = items(program);
    let scored = all.iter().filter(|item| score(program, **item).is_some());
    let pick = |wanted: fn(&Item) -> bool| -> Vec<FigureView> {
        scored.clone().filter(|item| wanted(item)).map(|item| of(*item)).filter(asked).collect()
    };
    let mut questions = pick(|item| matches!(item, Item::Question(_)));
    if matches!(scope, Scope::Account(_)) {
        let headline = report.headline().map(|item| label(report, item));
        questions.retain(|view| Some(&view.label) == headline.as_ref());
    }
    ProfileView {
        index: pick(|item| matches!(item, Item::Index)).pop(),
        blocks: pick(|item| matches!(item, Item::Block(_))),
        questions,
        choices: all.iter().filter_map(|item| choice(report, wave, scope, *item)).collect(),
        distribution: distribution(report, wave, scope),
    }
}

fn choice(report: &Report<'_>, wave: usize, scope: Scope, item: Item) -> Option<ChoiceView> {
    let Item::Question(position) = item else { return None };
    let question = &report.program.questionnaire.questions[position];
    let (Kind::Choice(options) | Kind::Choices(options)) = &question.kind else { return None };
    let found = report.figure(wave, scope, item)?;
    let mut view =
        ChoiceView { label: question.text.clone(), n: String::new(), reason: String::new(), options: Vec::new() };
    if found.is_hidden() {
        view.reason = hidden_reason(report);
        return Some(view);
    }
    view.n = words::count(found.n);
    view.options = (0..)
        .zip(options)
        .filter_map(|(option, choice)| share(report, wave, scope, item, Statistic::Share(option), &choice.label))
        .collect();
    Some(view)
}

fn share(
    report: &Report<'_>,
    wave: usize,
    scope: Scope,
    item: Item,
    statistic: Statistic,
    label: &str,
) -> Option<ShareView> {
    let level = report.figure(wave, scope, item)?.level(statistic)?;
    let unit = words::unit(statistic);
    Some(ShareView {
        label: label.to_owned(),
        value: words::value(level.value, unit),
        interval: level.interval.map(|interval| words::interval(interval, unit)).unwrap_or_default(),
        indicative: level.n < report.program.privacy.indicative_below,
    })
}

/// Promoters, passives and detractors of an nps headline; not of accounts with too few answers for a score.
fn distribution(report: &Report<'_>, wave: usize, scope: Scope) -> Vec<ShareView> {
    let Some(item) = report.headline() else { return Vec::new() };
    if figure(report, wave, scope, item).state != State::Shown {
        return Vec::new();
    }
    let parts = [
        (Statistic::Promoters, "Promoters (9 and 10)"),
        (Statistic::Passives, "Passives (7 and 8)"),
        (Statistic::Detractors, "Detractors (0 to 6)"),
    ];
    parts.into_iter().filter_map(|(statistic, label)| share(report, wave, scope, item, statistic, label)).collect()
}
