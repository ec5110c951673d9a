//! One figure as a page shows it: value, interval, n, change, or the reason why there is none. The only place where
//! a figure becomes words, for every page alike.

use std::collections::HashMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::change::{ChangeView, change, further};
use super::raw::{ends, raw};
use super::reasons::{incomparable, no_interval, withheld};
use super::{PageKey, Report, frame::Link};
use crate::disclosure::figures::{Shown, leading, shows_answers};
use crate::disclosure::{Figure, Item, Kind, Scope, WaveId};
use crate::pages::told;
use crate::words::{Unit, Value, Words};

/// What can be shown of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, JsonSchema, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// A score.
    Shown,
    /// Too few answers for a score of an account: the answers themselves.
    Answers,
    /// Too few persons to be shown at all.
    Hidden,
    /// Nobody answered.
    None,
}

impl From<Shown> for State {
    fn from(shown: Shown) -> Self {
        match shown {
            Shown::Score => Self::Shown,
            Shown::Answers { .. } => Self::Answers,
            Shown::Withheld(_) => Self::Hidden,
            Shown::Nothing => Self::None,
        }
    }
}

/// One figure.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
pub struct FigureView {
    /// What it is about: a question's wording, a block's name.
    pub label: String,
    /// What a sentence calls it.
    #[serde(skip)]
    pub short: String,
    /// What kind of score it is: `NPS`, `top two of 1 to 5`, `mean, 1 to 5`, `0 to 100`.
    pub kind: String,
    /// The block's weight in the index, where it is a block's.
    pub weight: String,
    /// What can be shown.
    pub state: State,
    /// The value in words; the answers where they are shown; empty otherwise.
    pub value: String,
    /// The value as a plain number; none where no score is shown.
    pub value_number: Option<f64>,
    /// The 95 % interval in words; empty where there is none.
    pub interval: String,
    /// The lower end of the interval as a plain number; none where there is none.
    pub low: Option<f64>,
    /// The upper end of the interval as a plain number; none where there is none.
    pub high: Option<f64>,
    /// The number of answers, and of contacts reached where it is known; empty where hidden.
    pub n: String,
    /// The number of answers as a plain number; none where nobody answered, or hidden.
    pub n_number: Option<u64>,
    /// Whether so few answered that it is an indication only.
    pub indicative: bool,
    /// Why something is not shown; empty where all is.
    pub reason: String,
    /// The change against the wave before; none where there is no such wave.
    pub change: Option<ChangeView>,
    /// Those in the long run and against a year ago that can be told, the long run first.
    pub further: Vec<ChangeView>,
    /// For a segment: the difference from everyone else.
    pub against_rest: Option<DifferenceView>,
}

/// A difference between groups.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
pub struct DifferenceView {
    /// The difference with its sign.
    pub value: String,
    /// The difference as a plain number.
    pub value_number: f64,
    /// Its 95 % interval; empty where there is none.
    pub interval: String,
    /// The lower end of its interval as a plain number; none where there is none.
    pub low: Option<f64>,
    /// The upper end of its interval as a plain number; none where there is none.
    pub high: Option<f64>,
    /// Why there is no interval; empty where there is one.
    pub reason: String,
    /// `higher`, `lower` where it stands out among all comparisons; empty otherwise.
    pub mark: &'static str,
}

impl FigureView {
    /// Whether it is held against everyone else, and can be.
    #[must_use]
    pub fn is_compared(&self) -> bool {
        self.against_rest.as_ref().is_some_and(|rest| rest.reason.is_empty())
    }
}

/// Figures that many pages show, worded once.
pub type Worded = HashMap<(WaveId, Scope, Item), FigureView>;

/// The figures of everyone and of the segments in the leading wave, beside which the page of each account sets its own.
#[must_use]
pub fn shared(report: &Report<'_>) -> Worded {
    let Some(wave) = report.lead else { return Worded::new() };
    let figures = report.disclosed.figures(wave);
    let shared = figures.filter(|(scope, ..)| !matches!(scope, Scope::Account(_)));
    shared.map(|(scope, item, _)| ((wave, scope, item), worded(report, wave, scope, item))).collect()
}

/// A figure of an item in a scope and wave.
#[must_use]
pub fn figure(report: &Report<'_>, wave: WaveId, scope: Scope, item: Item) -> FigureView {
    let known = report.shared.get(&(wave, scope, item));
    known.cloned().unwrap_or_else(|| worded(report, wave, scope, item))
}

fn worded(report: &Report<'_>, wave: WaveId, scope: Scope, item: Item) -> FigureView {
    let mut view = blank(report, item);
    let Some(found) = report.figure(wave, scope, item) else {
        view.reason = report.words.plain("nobody-answered");
        return view;
    };
    let shown = report.disclosed.shown(wave, scope, found);
    view.state = shown.into();
    if let Shown::Withheld(why) = shown {
        view.reason = withheld(&report.words, why);
        return view;
    }
    view.n = n(report, wave, scope, found.n);
    view.n_number = Some(found.n);
    view.indicative = report.disclosed.is_indicative(found.n);
    if let Shown::Answers { fewest } = shown {
        answers(&report.words, item, found, fewest, &mut view);
        return view;
    }
    let Some((statistic, level)) = leading(found) else { return view };
    let unit = told::unit(statistic);
    view.value = report.words.value(level.value, unit);
    view.value_number = Some(raw(level.value));
    (view.low, view.high) = ends(level.interval);
    match level.interval {
        Some(interval) => view.interval = told::interval(&report.words, interval, unit),
        None => view.reason = no_interval(report, found, level),
    }
    view.change = change(report, wave, scope, found);
    view.further = further(report, wave, scope, found);
    view.against_rest = against_rest(report, scope, found, unit);
    view
}

fn blank(report: &Report<'_>, item: Item) -> FigureView {
    FigureView {
        label: label(report, item),
        short: short(report, item),
        kind: kind(report, item),
        weight: weight(report, item),
        state: State::None,
        value: String::new(),
        value_number: None,
        interval: String::new(),
        low: None,
        high: None,
        n: String::new(),
        n_number: None,
        indicative: false,
        reason: String::new(),
        change: None,
        further: Vec::new(),
        against_rest: None,
    }
}

/// The number of answers, and of how many reached.
fn n(report: &Report<'_>, wave: WaveId, scope: Scope, n: u64) -> String {
    let Some(population) = report.disclosed.population(wave, scope) else {
        return report.words.count(n);
    };
    // People who were not invited answered too: then those reached are no whole that these are a part of.
    let given = [("n", n.into()), ("reached", population.into()), ("within", (n <= population).into())];
    report.words.say("answers-of-reached", &given)
}

/// Fewer than five answers of an account, as they are; scores of blocks and the index are not answers.
fn answers(words: &Words, item: Item, found: &Figure, fewest: u64, view: &mut FigureView) {
    view.indicative = true;
    view.value = "–".to_owned();
    if shows_answers(item) {
        view.value = given(words, found);
    }
    let few = [("n", fewest.into()), ("shown", shows_answers(item).into())];
    view.reason = words.say("too-few-for-a-score", &few);
}

/// The answers to a question, the highest first: `9, 9 and 6`.
fn given(words: &Words, figure: &Figure) -> String {
    let each = figure.distribution.iter().rev();
    let all: Vec<String> = each
        .flat_map(|(answer, count)| {
            std::iter::repeat_n(words.answer(*answer), usize::try_from(*count).unwrap_or_default())
        })
        .collect();
    words.list(&all)
}

fn against_rest(report: &Report<'_>, scope: Scope, figure: &Figure, unit: Unit) -> Option<DifferenceView> {
    let comparison = figure.against_rest.as_ref()?;
    let difference = &comparison.difference;
    let mark = match (comparison.stands_out, difference.value > 0.0) {
        (false, _) => "",
        (true, true) => "higher",
        (true, false) => "lower",
    };
    let (low, high) = ends(difference.interval);
    Some(DifferenceView {
        value: report.words.difference(difference.value, unit),
        value_number: raw(difference.value),
        low,
        high,
        interval: difference.interval.map(|i| told::difference_interval(&report.words, i, unit)).unwrap_or_default(),
        reason: difference.incomparable.map(|why| incomparable(report, scope, why)).unwrap_or_default(),
        mark,
    })
}

/// What a block is called: as the program calls it, or one of the six in the reader's language.
#[must_use]
pub fn block_name(report: &Report<'_>, position: usize) -> String {
    let block = &report.disclosed.questionnaire().blocks[position];
    block.label.clone().unwrap_or_else(|| report.words.say("block-name", &[("block", block.id.as_str().into())]))
}

/// What a figure is about, in words.
#[must_use]
pub fn label(report: &Report<'_>, item: Item) -> String {
    let questionnaire = report.disclosed.questionnaire();
    match item {
        Item::Question(position) => questionnaire.questions[position].text.clone(),
        Item::Block(position) => block_name(report, position),
        Item::Index => report.words.plain("index-name"),
    }
}

/// What kind of score an item has.
#[must_use]
pub fn kind(report: &Report<'_>, item: Item) -> String {
    let (kind, scale) = match item {
        Item::Question(position) => match &report.disclosed.questionnaire().questions[position].kind {
            Kind::Nps => ("nps", None),
            Kind::Csat(scale) => ("csat", Some(scale)),
            Kind::Ces(scale) => ("ces", Some(scale)),
            Kind::Rating { scale, .. } => ("rating", Some(scale)),
            Kind::Choice(_) | Kind::Choices(_) => ("options", None),
            Kind::Text => ("text", None),
        },
        Item::Block(_) | Item::Index => ("block", None),
    };
    let end = |end: Option<f64>| Value::from(end.unwrap_or_default());
    let (low, high) = (end(scale.map(|scale| scale.low)), end(scale.map(|scale| scale.high)));
    report.words.say("score-kind", &[("kind", kind.into()), ("low", low), ("high", high)])
}

fn weight(report: &Report<'_>, item: Item) -> String {
    match item {
        Item::Block(position) => report.words.answer(report.disclosed.questionnaire().blocks[position].weight),
        _ => String::new(),
    }
}

/// What a sentence calls a score: `NPS`, `satisfied`, `found it easy`; other questions by their wording.
fn short(report: &Report<'_>, item: Item) -> String {
    let Item::Question(position) = item else { return label(report, item) };
    let question = &report.disclosed.questionnaire().questions[position];
    match question.kind {
        Kind::Nps => report.words.plain("nps-name"),
        Kind::Csat(_) => report.words.plain("csat-name"),
        Kind::Ces(_) => report.words.plain("ces-name"),
        _ => report.words.quoted(&question.text),
    }
}

/// A link to a wave's page.
#[must_use]
pub fn wave_link(report: &Report<'_>, wave: WaveId) -> Link {
    let text = report.disclosed.wave(wave).label().to_owned();
    Link { text, ..super::frame::link(report, &PageKey::wave(wave)) }
}

/// A figure that is not there, with the reason.
#[must_use]
pub fn missing(reason: &str) -> FigureView {
    FigureView {
        label: String::new(),
        short: String::new(),
        kind: String::new(),
        weight: String::new(),
        state: State::None,
        value: String::new(),
        value_number: None,
        interval: String::new(),
        low: None,
        high: None,
        n: String::new(),
        n_number: None,
        indicative: false,
        reason: reason.to_owned(),
        change: None,
        further: Vec::new(),
        against_rest: None,
    }
}
