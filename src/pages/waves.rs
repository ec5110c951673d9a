//! `/waves/` and `/waves/SURVEY/WAVE/`: how good is this wave, and what moved?

use std::collections::BTreeMap;

use serde::Serialize;

use super::change_in_words::change_in_a_sentence;
use super::chart::{self, Charts};
use super::fact::FactView;
use super::figure::{FigureView, figure, in_a_sentence};
use super::frame::Link;
use super::head::Head;
use super::moves;
use super::profile::{ProfileView, profile};
use super::split::{SplitView, split};
use super::unmatched::{UnmatchedView, unmatched};
use super::weightings::{weightings, weightings_note};
use super::{Report, View};
use crate::metrics::{Scope, nonresponse_bounds};
use crate::pages::told;
use crate::program::Program;
use crate::program::questionnaire::Kind;
use crate::program::waves::{STAGES, Wave};
use crate::sources::config::Respondents;
use crate::sources::surveys::{Conductor, Side};
use crate::words::phrases;
use crate::words::{Unit, Words};

/// All waves.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct WavesView {
    /// The surveys with their waves.
    pub surveys: Vec<SurveyView>,
}

/// A survey with its waves.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SurveyView {
    /// Its name.
    pub label: String,
    /// What occasions it.
    pub kind: &'static str,
    /// Its waves, the latest first.
    pub waves: Vec<WaveSummary>,
}

/// A wave in a table of waves.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct WaveSummary {
    /// Its page.
    pub wave: Link,
    /// Its days.
    pub days: String,
    /// The first of them as ISO 8601, which orders them; empty where it is not known.
    pub first_day: String,
    /// Responses that count, and tallied answers.
    pub answers: String,
    /// The response rate; empty where it is not known.
    pub rate: String,
    /// The headline.
    pub figure: FigureView,
    /// Whether employees answered instead of customers.
    pub employees: bool,
}

/// A wave.
#[derive(Debug, Clone, PartialEq, Serialize)]
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReachRow {
    /// The dimension; empty for everyone.
    pub dimension: String,
    /// The value.
    pub label: String,
    /// Contacts invited.
    pub invited: String,
    /// Of these, bounced.
    pub bounced: String,
    /// Of these, refused.
    pub refused: String,
    /// Contacts reached.
    pub reached: String,
    /// Of these, answered.
    pub answered: String,
    /// Answered of reached.
    pub rate: String,
}

/// `/waves/`.
#[must_use]
pub fn all(report: &Report<'_>) -> (Head, View) {
    let program = report.program;
    let of_survey = |survey: usize| -> Vec<WaveSummary> {
        let waves = program.waves.iter().enumerate().rev().filter(|(_, wave)| wave.survey == survey);
        waves.map(|(position, wave)| summary(report, position, wave)).collect()
    };
    let surveys = program.surveys.iter().enumerate().map(|(position, survey)| SurveyView {
        label: survey.label.clone(),
        kind: survey.kind.word(),
        waves: of_survey(position),
    });
    let surveys: Vec<SurveyView> = surveys.filter(|survey| !survey.waves.is_empty()).collect();
    let answers: u64 = program.waves.iter().map(answers).sum();
    let lead = match program.waves.len() {
        0 => "No wave yet: add a file to data/surveys/.".to_owned(),
        waves => format!(
            "{} of {}, {}.{}",
            told::counted(&report.words, waves as u64, "wave", "waves"),
            told::counted(&report.words, surveys.len() as u64, "survey", "surveys"),
            told::counted(&report.words, answers, "answer", "answers"),
            latest(report)
        ),
    };
    (Head::new("Waves", lead), View::Waves(WavesView { surveys }))
}

/// How the wave that the report leads with came out.
fn latest(report: &Report<'_>) -> String {
    let Some((wave, item)) = report.lead.and_then(|wave| Some((wave, report.leading_item(wave)?))) else {
        return String::new();
    };
    let figure = figure(report, wave, Scope::Program, item);
    format!(" In {} {}{}.", report.wave_name(wave), in_a_sentence(&figure), change_in_a_sentence(&figure))
}

/// Responses that count, and tallied answers of the question with the most.
fn answers(wave: &Wave) -> u64 {
    let mut tallied: BTreeMap<u16, u64> = BTreeMap::new();
    for tally in &wave.tallies {
        *tallied.entry(tally.question).or_default() += tally.counts.iter().map(|(_, count)| count).sum::<u64>();
    }
    wave.responses.len() as u64 + tallied.into_values().max().unwrap_or_default()
}

fn summary(report: &Report<'_>, position: usize, wave: &Wave) -> WaveSummary {
    let reach = report.reach(position, Scope::Program).and_then(crate::metrics::Reach::rate);
    WaveSummary {
        wave: super::figure::wave_link(report, position),
        days: days(&report.words, wave),
        first_day: wave.first_day.or(wave.last_day).map(|day| day.to_string()).unwrap_or_default(),
        answers: report.words.count(answers(wave)),
        rate: reach.map(|rate| percent(&report.words, rate)).unwrap_or_default(),
        figure: match report.leading_item(position) {
            Some(item) => figure(report, position, Scope::Program, item),
            None => super::figure::missing("no question with a score"),
        },
        employees: wave.side == Side::Employees,
    }
}

fn days(words: &Words, wave: &Wave) -> String {
    match (wave.first_day, wave.last_day) {
        (Some(from), Some(to)) if from != to => format!("{} to {}", words.day(from), words.day(to)),
        (Some(day), _) | (None, Some(day)) => words.day(day),
        (None, None) => String::new(),
    }
}

fn percent(words: &Words, value: f64) -> String {
    words.value(value, Unit::Percent)
}

/// What the address of a wave is made of.
pub(super) fn address_parts(program: &Program, position: usize) -> Vec<&str> {
    let wave = &program.waves[position];
    vec![&program.surveys[wave.survey].id, &wave.slug]
}

/// `/waves/SURVEY/WAVE/`.
#[must_use]
pub fn wave(report: &Report<'_>, position: usize) -> (Head, View) {
    let wave = &report.program.waves[position];
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
        employees: wave.side == Side::Employees,
        facts: facts(report, wave),
        reach_reason: if reach.is_empty() { no_reach(report, wave) } else { String::new() },
        reach,
        coverage: coverage(report, position),
        profile: profile(report, position, Scope::Program, &charts.questions),
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

fn sentence(report: &Report<'_>, position: usize, wave: &Wave) -> String {
    if !wave.has_answers() {
        return format!("In the field: no answers yet.{}", report.running(position));
    }
    let reach = report.reach(position, Scope::Program);
    let rate = match reach.and_then(|reach| Some((reach.reached, reach.answered?, reach.rate()?))) {
        Some((reached, answered, rate)) => {
            format!(
                "{} of {} reached answered ({}). ",
                report.words.count(answered),
                report.words.count(reached),
                percent(&report.words, rate)
            )
        }
        None => format!("{}. ", told::counted(&report.words, answers(wave), "answer", "answers")),
    };
    let score = report
        .leading_item(position)
        .map(|item| figure(report, position, Scope::Program, item))
        .map(|figure| phrases::capitalised(&format!("{}{}.", in_a_sentence(&figure), change_in_a_sentence(&figure))));
    let who = if wave.side == Side::Employees { "Employees’ view of what customers would answer: " } else { "" };
    format!("{who}{rate}{}{}", score.unwrap_or_default(), report.running(position))
}

fn facts(report: &Report<'_>, wave: &Wave) -> Vec<FactView> {
    let survey = &report.program.surveys[wave.survey];
    let conducted = match wave.conducted_by {
        Some(Conductor::Independent) => "Independently",
        Some(Conductor::InHouse) => "In-house",
        None => "",
    };
    let shown = match wave.respondents {
        Respondents::Named => "By name",
        Respondents::Role => "By role, without names",
        Respondents::Anonymous => "Anonymous: no person is shown, and small groups are hidden",
    };
    let stages: Vec<String> = STAGES
        .iter()
        .zip(wave.stages)
        .filter_map(|(stage, day)| day.map(|day| format!("{} {}", phrases::capitalised(stage), report.words.day(day))))
        .collect();
    let mut facts = vec![
        FactView::new("Kind of survey", phrases::capitalised(survey.kind.word()), ""),
        FactView::new("Respondents", if wave.side == Side::Employees { "Employees" } else { "Customers" }, ""),
        FactView::new("Conducted", conducted, ""),
        FactView::new("Respondents are shown", shown, ""),
        FactView::new("Stages", stages.join(" · "), ""),
    ];
    facts.retain(|fact| !fact.value.is_empty());
    facts
}

fn no_reach(report: &Report<'_>, wave: &Wave) -> String {
    let rule = report.program.surveys[wave.survey].rule;
    if rule == crate::sources::config::WaveRule::File {
        "It is not recorded who was invited, so there is no response rate.".to_owned()
    } else {
        format!("In a survey by {} invitations are not counted, so there is no response rate.", rule.word())
    }
}

fn reach_rows(report: &Report<'_>, position: usize) -> Vec<ReachRow> {
    let Some(reach) = report.metrics.waves.get(position).map(|wave| &wave.reach) else { return Vec::new() };
    let not_known = || "not known".to_owned();
    let row = |scope: Scope, reach: &crate::metrics::Reach| {
        let (dimension, label) = match scope {
            Scope::Program => (String::new(), "Everyone".to_owned()),
            Scope::Segment(segment) => {
                let dimension = &report.program.dimensions[usize::from(segment.dimension)];
                (dimension.label.clone(), phrases::named(&dimension.values[segment.value as usize].text))
            }
            Scope::Account(_) => return None,
        };
        Some(ReachRow {
            dimension,
            label,
            invited: report.words.count(reach.invited),
            bounced: report.words.count(reach.bounced),
            refused: report.words.count(reach.refused),
            reached: report.words.count(reach.reached),
            answered: reach.answered.map_or_else(not_known, |it| report.words.count(it)),
            rate: reach
                .answered
                .map_or_else(not_known, |_| reach.rate().map(|rate| percent(&report.words, rate)).unwrap_or_default()),
        })
    };
    reach.scopes.iter().filter_map(|(scope, reach)| row(*scope, reach)).collect()
}

/// How much of the customers answered in a wave.
#[must_use]
pub fn coverage(report: &Report<'_>, position: usize) -> Vec<FactView> {
    let Some(coverage) = report.coverage(position) else { return Vec::new() };
    let label = &report.program.account_label;
    let mut facts = Vec::new();
    if let Some(rate) = coverage.by_account() {
        let reached = told::counted(&report.words, coverage.accounts, &label.one, &label.many);
        let note = format!("{} of {reached} reached", report.words.count(coverage.answered));
        facts.push(FactView::new(
            &format!("{} that answered", phrases::capitalised(&label.many)),
            percent(&report.words, rate),
            note,
        ));
    }
    if let Some(rate) = coverage.by_revenue() {
        let currency = report.program.currency.as_deref();
        let part = report.words.money(coverage.revenue_answered, currency);
        let note = format!("{part} of {} a year", report.words.money(coverage.revenue, currency));
        facts.push(FactView::new("Their revenue", percent(&report.words, rate), note));
    }
    if coverage.with_decision_maker > 0 {
        let value = format!("{} of {}", coverage.decision_maker_answered, coverage.with_decision_maker);
        let note = format!("{} with one among those reached", label.many);
        facts.push(FactView::new("A decision-maker answered", value, note));
    }
    facts
}

/// What the silent could make of an nps headline.
fn bounds(report: &Report<'_>, position: usize) -> String {
    let Some(item) = report.headline() else { return String::new() };
    let is_nps = report.program.headline().is_some_and(|question| question.kind == Kind::Nps);
    let level = report.figure(position, Scope::Program, item).and_then(|figure| figure.score());
    let reach = report.reach(position, Scope::Program);
    let silent = reach.and_then(|reach| Some(reach.reached.saturating_sub(reach.answered?)));
    let Some((level, silent)) = level.filter(|_| is_nps).zip(silent) else { return String::new() };
    if silent == 0 {
        return "Everyone reached answered, so nothing hangs on the silent.".to_owned();
    }
    let bounds = nonresponse_bounds(level.value, level.n, silent);
    let points = |value: f64| report.words.value(value, Unit::Points);
    format!(
        "{} reached did not answer. Had all of them been detractors, the score would be {}; had all been promoters, {}.",
        report.words.count(silent),
        points(bounds.low),
        points(bounds.high)
    )
}
