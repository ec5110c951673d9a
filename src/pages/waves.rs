//! `/waves/` and `/waves/SURVEY/WAVE/`: how good is this wave, and what moved?

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use super::blocks::{Block, SectionKind, Whose, reach};
use super::change_in_words::{in_a_sentence, of_wave_in_a_sentence};
use super::chart;
use super::fact::FactView;
use super::figure::{FigureView, figure};
use super::frame::Link;
use super::head::Head;
use super::moves;
use super::profile;
use super::raw::raw;
use super::split::split;
use super::unmatched::unmatched as unmatched_groups;
use super::weightings::{weightings, weightings_note};
use super::{Report, View};
use crate::disclosure::{Disclosed, Kind, Reach, Scope, Wave, WaveId, nonresponse_bounds};
use crate::sources::config::Respondents;
use crate::sources::surveys::{Conductor, Side};
use crate::words::phrases;
use crate::words::{Unit, Words};

/// All waves.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
pub struct WavesView {
    /// The surveys with their waves.
    pub surveys: Vec<SurveyView>,
}

/// A survey with its waves.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
pub struct SurveyView {
    /// Its name.
    pub label: String,
    /// What occasions it, within a sentence.
    pub kind: String,
    /// Its waves, the latest first.
    pub waves: Vec<WaveSummary>,
}

/// A wave in a table of waves.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
pub struct WaveSummary {
    /// Its page.
    pub wave: Link,
    /// Its days.
    pub days: String,
    /// The first of its days as ISO 8601, which orders them; empty where it is not known.
    pub first_day: String,
    /// Responses that count, and tallied answers.
    pub answers: String,
    /// Responses that count, and tallied answers, as a plain number.
    pub answers_number: u64,
    /// The response rate; empty where it is not known.
    pub rate: String,
    /// The response rate as a plain number, of 100; none where it is not known.
    pub rate_number: Option<f64>,
    /// The headline.
    pub figure: FigureView,
    /// Whether employees answered instead of customers.
    pub employees: bool,
}

/// A wave, for the template: its sections show the rest.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
pub struct WaveView {
    /// Whether employees answered instead of customers.
    pub employees: bool,
    /// The leading question, or the first that was asked where that was not; none where there is none.
    pub headline: Option<FigureView>,
}

/// How it was done: who was asked, who answered, and when.
pub const FIELDWORK: SectionKind =
    SectionKind { id: "fieldwork", heading: |report, _| report.words.plain("fieldwork"), blocks: fieldwork };

/// How much of the customers answered.
pub const COVERAGE: SectionKind =
    SectionKind { id: "coverage", heading: |report, _| report.words.plain("coverage-title"), blocks: covered };

/// How the answers to the leading question part, and how the same contacts moved.
pub const ANSWERS: SectionKind =
    SectionKind { id: "answers", heading: |report, _| report.words.plain("leading-question"), blocks: answers };

/// All questions with a score: charts, and a table of every one.
pub const QUESTIONS: SectionKind =
    SectionKind { id: "questions", heading: |report, _| report.words.plain("profile-questions"), blocks: questions };

/// What the change of the score that it leads with is made of.
pub const SPLIT: SectionKind =
    SectionKind { id: "split", heading: |report, _| report.words.plain("split-title"), blocks: parts };

/// What the score depends on: how answers are weighted, and what the silent could make of it.
pub const WEIGHTINGS: SectionKind =
    SectionKind { id: "weightings", heading: |report, _| report.words.plain("weightings-title"), blocks: weighted };

/// Answers that match no record.
pub const UNMATCHED: SectionKind =
    SectionKind { id: "unmatched", heading: |report, _| report.words.plain("unmatched-title"), blocks: unmatched };

/// `/waves/`.
#[must_use]
pub fn all(report: &Report<'_>) -> (Head, View) {
    let disclosed = &report.disclosed;
    let of_survey = |survey: usize| -> Vec<WaveSummary> {
        let waves = disclosed.waves().rev().filter(|wave| wave.survey() == survey);
        waves.map(|wave| summary(report, wave.id(), wave)).collect()
    };
    let surveys = disclosed.surveys().iter().enumerate().map(|(position, survey)| SurveyView {
        label: survey.label.clone(),
        kind: report.words.say("survey-kind", &[("kind", survey.kind.word().into())]),
        waves: of_survey(position),
    });
    let surveys: Vec<SurveyView> = surveys.filter(|survey| !survey.waves.is_empty()).collect();
    let answers: u64 = disclosed.waves().map(Wave::answers).sum();
    let lead = match disclosed.waves().len() {
        0 => report.words.plain("waves-none"),
        waves => {
            let given = [("waves", waves.into()), ("surveys", surveys.len().into()), ("answers", answers.into())];
            report.words.say("waves-sentence", &given) + &latest(report)
        }
    };
    (Head::new(report.words.plain("waves-title"), lead), View::Waves(WavesView { surveys }))
}

/// How the wave that the report leads with came out.
fn latest(report: &Report<'_>) -> String {
    let Some((wave, item)) = report.lead.and_then(|wave| Some((wave, report.leading_item(wave)?))) else {
        return String::new();
    };
    let figure = figure(report, wave, Scope::Program, item);
    format!(" {}", of_wave_in_a_sentence(&report.words, &figure, &report.wave_name(wave)))
}

fn summary(report: &Report<'_>, position: WaveId, wave: Wave<'_>) -> WaveSummary {
    let reach = report.reach(position, Scope::Program).and_then(Reach::rate);
    WaveSummary {
        wave: super::figure::wave_link(report, position),
        days: days(&report.words, wave),
        first_day: wave.first_day().or(wave.last_day()).map(|day| day.to_string()).unwrap_or_default(),
        answers: report.words.count(wave.answers()),
        answers_number: wave.answers(),
        rate_number: reach.map(raw),
        rate: reach.map(|rate| percent(&report.words, rate)).unwrap_or_default(),
        figure: match report.leading_item(position) {
            Some(item) => figure(report, position, Scope::Program, item),
            None => super::figure::missing(&report.words.plain("no-question-with-a-score")),
        },
        employees: wave.side() == Side::Employees,
    }
}

fn days(words: &Words, wave: Wave<'_>) -> String {
    match (wave.first_day(), wave.last_day()) {
        (Some(from), Some(to)) if from != to => {
            words.say("days", &[("from", words.day(from).into()), ("to", words.day(to).into())])
        }
        (Some(day), _) | (None, Some(day)) => words.day(day),
        (None, None) => String::new(),
    }
}

fn percent(words: &Words, value: f64) -> String {
    words.value(value, Unit::Percent)
}

/// What the address of a wave is made of.
pub(super) fn address_parts<'p>(disclosed: &'p Disclosed<'_>, position: WaveId) -> Vec<&'p str> {
    vec![&disclosed.survey_of(position).id, disclosed.wave(position).slug()]
}

/// `/waves/SURVEY/WAVE/`.
#[must_use]
pub fn wave(report: &Report<'_>, position: WaveId) -> (Head, View) {
    let wave = report.disclosed.wave(position);
    let headline = report.leading_item(position).map(|item| figure(report, position, Scope::Program, item));
    let said = sentence(report, position, wave, headline.as_ref());
    let lead = said + &moves::of_items(report, position, Scope::Program);
    let view = WaveView { employees: wave.side() == Side::Employees, headline };
    (Head::new(report.wave_name(position), lead).in_view(report, Some(position)), View::Wave(Box::new(view)))
}

fn sentence(report: &Report<'_>, position: WaveId, wave: Wave<'_>, headline: Option<&FigureView>) -> String {
    if !wave.has_answers() {
        return report.words.plain("in-the-field") + &report.running(position);
    }
    let reach = report.reach(position, Scope::Program);
    let rate = match reach.and_then(|reach| Some((reach.reached, reach.answered?, reach.rate()?))) {
        Some((reached, answered, rate)) => {
            let rate = percent(&report.words, rate);
            let given = [("answered", answered.into()), ("reached", reached.into()), ("rate", rate.into())];
            report.words.say("wave-answered", &given)
        }
        None => report.words.say("wave-answers", &[("n", wave.answers().into())]),
    };
    let score = headline.map(|figure| in_a_sentence(&report.words, figure));
    let said = match wave.side() {
        Side::Employees => report.words.say("wave-of-employees", &[("answered", rate.into())]),
        Side::Customers => rate,
    };
    format!("{said} {}{}", score.unwrap_or_default(), report.running(position))
}

fn fieldwork(report: &Report<'_>, whose: Whose) -> Vec<Block> {
    let Some(position) = whose.wave else { return Vec::new() };
    let wave = report.disclosed.wave(position);
    let facts = Some(facts(report, wave)).filter(|facts| !facts.is_empty()).map(Block::Facts);
    let asked = match reach::rows(report, position) {
        rows if rows.is_empty() => Block::Reason(no_reach(report, wave)),
        rows => Block::Reach(rows),
    };
    facts.into_iter().chain([asked]).chain(Block::chart(chart::days(report, position))).collect()
}

fn covered(report: &Report<'_>, whose: Whose) -> Vec<Block> {
    let facts = whose.wave.map(|wave| coverage(report, wave)).unwrap_or_default();
    if facts.is_empty() {
        return Vec::new();
    }
    vec![Block::Facts(facts), Block::Note(report.words.plain("coverage-intervals"))]
}

fn answers(report: &Report<'_>, whose: Whose) -> Vec<Block> {
    let Some(wave) = whose.wave else { return Vec::new() };
    let charts = [chart::distribution(report, wave, whose.scope), chart::transitions(report, wave)];
    charts.into_iter().flat_map(Block::chart).collect()
}

fn questions(report: &Report<'_>, whose: Whose) -> Vec<Block> {
    let Some(wave) = whose.wave else { return Vec::new() };
    Block::questions(chart::questions(report, wave, whose.scope), profile::every(report, wave, whose.scope))
}

fn parts(report: &Report<'_>, whose: Whose) -> Vec<Block> {
    let both = whose.wave.and_then(|wave| Some((wave, report.leading_item(wave)?)));
    let split = both.and_then(|(wave, item)| split(report, wave, whose.scope, item));
    split.map(Block::Split).into_iter().collect()
}

fn weighted(report: &Report<'_>, whose: Whose) -> Vec<Block> {
    let Some(wave) = whose.wave else { return Vec::new() };
    let rows = weightings(report, wave);
    let mut blocks = Vec::new();
    if !rows.is_empty() {
        blocks.push(Block::Weightings(rows));
        blocks.extend(Block::text(weightings_note(report, wave)));
        blocks.push(Block::Note(report.words.plain("weightings-intervals")));
    }
    blocks.extend(Block::text(bounds(report, wave)));
    blocks
}

fn unmatched(report: &Report<'_>, whose: Whose) -> Vec<Block> {
    let groups = whose.wave.map(|wave| unmatched_groups(report, wave)).unwrap_or_default();
    if groups.is_empty() { Vec::new() } else { vec![Block::Unmatched(groups)] }
}

fn facts(report: &Report<'_>, wave: Wave<'_>) -> Vec<FactView> {
    let (words, survey) = (&report.words, &report.disclosed.surveys()[wave.survey()]);
    let by_whom = |by| words.say("wave-conducted", &[("by", by_word(by).into())]);
    let shown = match wave.respondents() {
        Respondents::Named => "named",
        Respondents::Role => "role",
        Respondents::Anonymous => "anonymous",
    };
    let side = if wave.side() == Side::Employees { "employees" } else { "customers" };
    let kind = words.say("survey-kind", &[("kind", survey.kind.word().into())]);
    let facts = [
        ("kind", phrases::capitalised(&kind)),
        ("respondents", words.say("wave-respondents", &[("side", side.into())])),
        ("conducted", wave.conducted_by().map(by_whom).unwrap_or_default()),
        ("shown", words.say("wave-respondents-shown", &[("how", shown.into())])),
        ("stages", stages(words, wave)),
    ];
    let told = facts.into_iter().filter(|(_, value)| !value.is_empty());
    told.map(|(fact, value)| FactView::new(&words.say("wave-fact", &[("fact", fact.into())]), value, "")).collect()
}

fn by_word(by: Conductor) -> &'static str {
    match by {
        Conductor::Independent => "independent",
        Conductor::InHouse => "in-house",
    }
}

/// When each stage of a wave was: `Prepare 2 Feb 2026 · Field 2 Mar 2026`.
fn stages(words: &Words, wave: Wave<'_>) -> String {
    let stage = |(stage, day): (&'static str, Date)| {
        words.say("wave-stage", &[("stage", stage.into()), ("day", words.day(day).into())])
    };
    wave.stages().map(stage).collect::<Vec<_>>().join(" · ")
}

fn no_reach(report: &Report<'_>, wave: Wave<'_>) -> String {
    let rule = report.disclosed.surveys()[wave.survey()].rule;
    report.words.say("no-response-rate", &[("rule", rule.word().into())])
}

/// How much of the customers answered in a wave.
fn coverage(report: &Report<'_>, position: WaveId) -> Vec<FactView> {
    let Some(coverage) = report.coverage(position) else { return Vec::new() };
    let words = &report.words;
    let mut facts = Vec::new();
    if let Some(rate) = coverage.by_account() {
        let given = [("answered", coverage.answered.into()), ("n", coverage.accounts.into())];
        let note = words.say("coverage-accounts-note", &given);
        facts.push(FactView::new(&phrases::capitalised(&words.plain("coverage-accounts")), percent(words, rate), note));
    }
    if let Some(rate) = coverage.by_revenue() {
        let money = |amount: f64| words.money(amount, report.disclosed.currency()).into();
        let given = [("answered", money(coverage.revenue_answered)), ("all", money(coverage.revenue))];
        let note = words.say("coverage-revenue-note", &given);
        facts.push(FactView::new(&words.plain("coverage-revenue"), percent(words, rate), note));
    }
    if coverage.with_decision_maker > 0 {
        let given = [("answered", coverage.decision_maker_answered.into()), ("n", coverage.with_decision_maker.into())];
        let value = words.say("coverage-decision-makers-of", &given);
        let note = words.plain("coverage-decision-makers-note");
        facts.push(FactView::new(&words.plain("coverage-decision-makers"), value, note));
    }
    facts
}

/// What the silent could make of an nps headline.
fn bounds(report: &Report<'_>, position: WaveId) -> String {
    let Some(item) = report.headline() else { return String::new() };
    let is_nps = report.disclosed.headline().is_some_and(|question| question.kind == Kind::Nps);
    let level = report.figure(position, Scope::Program, item).and_then(|figure| figure.score());
    let reach = report.reach(position, Scope::Program);
    let silent = reach.and_then(|reach| Some(reach.reached.saturating_sub(reach.answered?)));
    let Some((level, silent)) = level.filter(|_| is_nps).zip(silent) else { return String::new() };
    if silent == 0 {
        return report.words.plain("everyone-reached-answered");
    }
    let bounds = nonresponse_bounds(level.value, level.n, silent);
    let points = |value: f64| report.words.value(value, Unit::Points).into();
    let given = [("n", silent.into()), ("low", points(bounds.low)), ("high", points(bounds.high))];
    report.words.say("nonresponse-bounds", &given)
}
