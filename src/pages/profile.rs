//! The questions of a scope in a wave: with their scores, and those with options.

use schemars::JsonSchema;
use serde::Serialize;

use super::Report;
use super::chart::ChartView;
use super::figure::{figure, label};
use super::raw::{ends, raw};
use super::reasons::withheld;
use super::table::TableView;
use crate::disclosure::figures::Shown;
use crate::disclosure::{Item, Kind, Scope, Statistic, WaveId};
use crate::pages::told;
use crate::words::Unit;
use crate::words::numbers::rounded;

/// A question with options.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
pub struct ChoiceView {
    /// Its wording.
    pub label: String,
    /// How many answered; empty where hidden.
    pub n: String,
    /// How many answered, as a plain number; none where hidden.
    pub n_number: Option<u64>,
    /// Why nothing is shown; empty where something is.
    pub reason: String,
    /// The options.
    pub options: Vec<ShareView>,
}

/// A share of the answers.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
pub struct ShareView {
    /// What they have in common.
    pub label: String,
    /// The share.
    pub value: String,
    /// The share as a plain number, of 100.
    pub value_number: f64,
    /// Its 95 % interval.
    pub interval: String,
    /// The lower end of its interval as a plain number; none where there is none.
    pub low: Option<f64>,
    /// The upper end of its interval as a plain number; none where there is none.
    pub high: Option<f64>,
    /// Whether so few answered that it is an indication only.
    pub indicative: bool,
}

/// The items of some kind with a score that somebody was asked in a scope, in the questionnaire's order.
#[must_use]
pub fn asked(report: &Report<'_>, wave: WaveId, scope: Scope, wanted: fn(&Item) -> bool) -> Vec<Item> {
    let scored = |item: &Item| wanted(item) && report.disclosed.score(*item).is_some();
    let asked = |item: &Item| report.figure(wave, scope, *item).is_some();
    report.disclosed.items().into_iter().filter(|item| scored(item) && asked(item)).collect()
}

/// Every question with a score that somebody was asked in a scope.
#[must_use]
pub fn every(report: &Report<'_>, wave: WaveId, scope: Scope) -> TableView {
    let caption = report.words.plain("questions-with-a-score");
    table(report, wave, scope, caption, &questions(report, wave, scope))
}

/// The questions with a score that are in none of these charts of the page and do not lead it, so that nothing is told
/// twice.
#[must_use]
pub fn others(report: &Report<'_>, wave: WaveId, scope: Scope, charts: &[ChartView]) -> TableView {
    let headline = report.headline();
    let in_chart = |label: &str| charts.iter().any(|chart| chart.table.rows.iter().any(|row| row.of.text == label));
    let mut alone = questions(report, wave, scope);
    alone.retain(|item| headline != Some(*item) && !in_chart(&label(report, *item)));
    table(report, wave, scope, report.words.plain("questions-on-scales-of-their-own"), &alone)
}

fn questions(report: &Report<'_>, wave: WaveId, scope: Scope) -> Vec<Item> {
    asked(report, wave, scope, |item| matches!(item, Item::Question(_)))
}

fn table(report: &Report<'_>, wave: WaveId, scope: Scope, caption: String, items: &[Item]) -> TableView {
    let figures = items.iter().map(|item| figure(report, wave, scope, *item));
    TableView::of_figures(caption, &report.words.plain("questions-head"), figures)
}

/// The questions with options that a scope was asked in a wave.
#[must_use]
pub fn choices(report: &Report<'_>, wave: WaveId, scope: Scope) -> Vec<ChoiceView> {
    report.disclosed.items().iter().filter_map(|item| choice(report, wave, scope, *item)).collect()
}

fn choice(report: &Report<'_>, wave: WaveId, scope: Scope, item: Item) -> Option<ChoiceView> {
    let Item::Question(position) = item else { return None };
    let question = &report.disclosed.questionnaire().questions[position];
    let (Kind::Choice(options) | Kind::Choices(options)) = &question.kind else { return None };
    let found = report.figure(wave, scope, item)?;
    let label = question.text.clone();
    let mut view = ChoiceView { label, n: String::new(), n_number: None, reason: String::new(), options: Vec::new() };
    if let Shown::Withheld(why) = report.disclosed.shown(wave, scope, found) {
        view.reason = withheld(&report.words, why);
        return Some(view);
    }
    view.n = report.words.count(found.n);
    view.n_number = Some(found.n);
    view.options = (0..)
        .zip(options)
        .filter_map(|(option, choice)| share(report, wave, scope, item, Statistic::Share(option), &choice.label))
        .collect();
    Some(view)
}

fn share(
    report: &Report<'_>,
    wave: WaveId,
    scope: Scope,
    item: Item,
    statistic: Statistic,
    label: &str,
) -> Option<ShareView> {
    let level = report.figure(wave, scope, item)?.level(statistic)?;
    let unit = told::unit(statistic);
    let (low, high) = ends(level.interval);
    Some(ShareView {
        label: label.to_owned(),
        value: report.words.value(level.value, unit),
        value_number: raw(level.value),
        low,
        high,
        interval: level.interval.map(|interval| told::interval(&report.words, interval, unit)).unwrap_or_default(),
        indicative: report.disclosed.is_indicative(level.n),
    })
}

/// Promoters, passives and detractors of an nps headline. Passives are shown as the rest, so that the three add up to 100
/// as they are shown, and promoters less detractors stay what they are.
#[must_use]
pub fn shares(report: &Report<'_>, wave: WaveId, scope: Scope) -> Vec<ShareView> {
    let Some(item) = report.headline() else { return Vec::new() };
    let words = &report.words;
    let part = |statistic: Statistic, label: String| share(report, wave, scope, item, statistic, &label);
    let parts = [
        part(Statistic::Promoters, words.plain("share-of-promoters")),
        part(Statistic::Passives, words.plain("share-of-passives")),
        part(Statistic::Detractors, words.plain("share-of-detractors")),
    ];
    let mut parts: Vec<ShareView> = parts.into_iter().flatten().collect();
    let shown = |statistic: Statistic| Some(rounded(report.figure(wave, scope, item)?.level(statistic)?.value, 0));
    let both = shown(Statistic::Promoters).zip(shown(Statistic::Detractors));
    if let (Some((promoters, detractors)), [_, passives, _]) = (both, parts.as_mut_slice()) {
        passives.value = report.words.value((100.0 - promoters - detractors).max(0.0), Unit::Percent);
    }
    parts
}
