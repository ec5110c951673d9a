//! `/waves/` and `/waves/SURVEY/WAVE/`: how good is this wave, and what moved?

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use super::change_in_words::{in_a_sentence, of_wave_in_a_sentence};
use super::chart::{self, Charts};
use super::fact::FactView;
use super::figure::{FigureView, figure};
use super::frame::Link;
use super::head::Head;
use super::moves;
use super::profile::{ProfileView, profile};
use super::raw::raw;
use super::segments::value_name;
use super::split::{SplitView, split};
use super::unmatched::{UnmatchedView, unmatched};
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

/// A wave.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
pub struct WaveView {
    /// Whether employees answered instead of customers.
    pub employees: bool,
    /// How it was done.
    pub facts: Vec<FactView>,
    /// Who was asked and who answered, in all and by segment.
    pub reach: Vec<ReachRow>,
    /// Why it is not known who was asked; empty where it is.
    pub reach_reason: String,
    /// How much of the customers answered.
    pub coverage: Vec<FactView>,
    /// Its charts: the days, the answers, the blocks, the questions, how the same contacts moved.
    pub charts: Charts,
    /// All questions.
    pub profile: ProfileView,
    /// What the headline's change is made of.
    pub split: Option<SplitView>,
    /// The headline weighted in four ways.
    pub weightings: Vec<FactView>,
    /// What the weightings say together; empty where there is nothing to say.
    pub weightings_note: String,
    /// What the silent could make of the headline; empty where it is not known.
    pub bounds: String,
    /// Answers that match no record.
    pub unmatched: UnmatchedView,
}

/// Who was asked and who answered in a scope.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
pub struct ReachRow {
    /// The dimension; empty for everyone.
    pub dimension: String,
    /// The value.
    pub label: String,
    /// Contacts invited.
    pub invited: String,
    /// Contacts invited, as a plain number.
    pub invited_number: u64,
    /// Of those invited, bounced.
    pub bounced: String,
    /// Of those invited, bounced, as a plain number.
    pub bounced_number: u64,
    /// Of those invited, refused.
    pub refused: String,
    /// Of those invited, refused, as a plain number.
    pub refused_number: u64,
    /// Contacts reached.
    pub reached: String,
    /// Contacts reached, as a plain number.
    pub reached_number: u64,
    /// Of those reached, answered.
    pub answered: String,
    /// Of those reached, answered, as a plain number; none where it is not known.
    pub answered_number: Option<u64>,
    /// Answered of reached.
    pub rate: String,
    /// Answered of reached as a plain number, of 100; none where it is not known.
    pub rate_number: Option<f64>,
}

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
    let headline = report.leading_item(position);
    let reach = reach_rows(report, position);
    let charts = Charts {
        days: chart::days(report, position),
        distribution: chart::distribution(report, position, Scope::Program),
        blocks: chart::blocks(report, position, Scope::Program),
        questions: chart::questions(report, position, Scope::Program),
        transitions: chart::transitions(report, position),
        ..Charts::default()
    };
    let view = WaveView {
        employees: wave.side() == Side::Employees,
        facts: facts(report, wave),
        reach_reason: if reach.is_empty() { no_reach(report, wave) } else { String::new() },
        reach,
        coverage: coverage(report, position),
        profile: profile(report, position, Scope::Program),
        charts,
        split: headline.and_then(|item| split(report, position, Scope::Program, item)),
        weightings: weightings(report, position),
        weightings_note: weightings_note(report, position),
        bounds: bounds(report, position),
        unmatched: unmatched(report, position),
    };
    let lead = sentence(report, position, wave) + &moves::of_items(report, position, Scope::Program);
    (Head::new(report.wave_name(position), lead).in_view(report, Some(position)), View::Wave(Box::new(view)))
}

fn sentence(report: &Report<'_>, position: WaveId, wave: Wave<'_>) -> String {
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
    let score = report
        .leading_item(position)
        .map(|item| figure(report, position, Scope::Program, item))
        .map(|figure| in_a_sentence(&report.words, &figure));
    let said = match wave.side() {
        Side::Employees => report.words.say("wave-of-employees", &[("answered", rate.into())]),
        Side::Customers => rate,
    };
    format!("{said} {}{}", score.unwrap_or_default(), report.running(position))
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

fn reach_rows(report: &Report<'_>, position: WaveId) -> Vec<ReachRow> {
    let not_known = || report.words.plain("reach-not-known");
    let row = |scope: Scope, reach: &Reach| {
        let (dimension, label) = match scope {
            Scope::Program => (String::new(), report.words.plain("reach-everyone")),
            Scope::Segment(segment) => {
                let dimension = &report.disclosed.dimensions()[usize::from(segment.dimension)];
                (dimension.label.clone(), value_name(report, segment))
            }
            Scope::Account(_) => return None,
        };
        Some(ReachRow {
            dimension,
            label,
            invited: report.words.count(reach.invited),
            invited_number: reach.invited,
            bounced: report.words.count(reach.bounced),
            bounced_number: reach.bounced,
            refused: report.words.count(reach.refused),
            refused_number: reach.refused,
            reached: report.words.count(reach.reached),
            reached_number: reach.reached,
            answered: reach.answered.map_or_else(not_known, |it| report.words.count(it)),
            answered_number: reach.answered,
            rate_number: reach.answered.and_then(|_| reach.rate()).map(raw),
            rate: reach
                .answered
                .map_or_else(not_known, |_| reach.rate().map(|rate| percent(&report.words, rate)).unwrap_or_default()),
        })
    };
    report.disclosed.reaches(position).filter_map(|(scope, reach)| row(scope, reach)).collect()
}

/// How much of the customers answered in a wave.
#[must_use]
pub fn coverage(report: &Report<'_>, position: WaveId) -> Vec<FactView> {
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
