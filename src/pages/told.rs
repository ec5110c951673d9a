//! Levels and changes as sentences tell them: every interval and verdict that a page or a commentary shows is worded
//! here, so that the same figure reads the same everywhere.

use schemars::JsonSchema;
use serde::Serialize;

use crate::disclosure::{Confidence, Difference, Interval, Level, Movement, Statistic};
use crate::words::{Unit, Value, Words};

/// The unit of a statistic.
#[must_use]
pub fn unit(statistic: Statistic) -> Unit {
    match statistic {
        Statistic::Nps => Unit::Points,
        Statistic::Mean => Unit::Mean,
        Statistic::BlockScore | Statistic::ExperienceIndex => Unit::Score,
        Statistic::Promoters
        | Statistic::Passives
        | Statistic::Detractors
        | Statistic::TopBox
        | Statistic::Share(_) => Unit::Percent,
    }
}

/// An interval of a level in its unit: `+3 to +54`.
#[must_use]
pub fn interval(words: &Words, interval: Interval, unit: Unit) -> String {
    words.interval(interval.low, interval.high, unit)
}

/// The interval of a difference.
#[must_use]
pub fn difference_interval(words: &Words, interval: Interval, unit: Unit) -> String {
    words.difference_interval(interval.low, interval.high, unit)
}

/// An interval with how sure it is: `95 % interval +3 to +54`, or that there is none.
#[must_use]
pub fn sure_interval(words: &Words, range: Option<String>, confidence: Confidence) -> String {
    let Some(range) = range else { return words.plain("no-interval") };
    words.say("interval", &[("range", range.into()), ("confidence", sureness(confidence).into())])
}

/// How sure an interval is, as messages choose by it.
fn sureness(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Single => "single",
        Confidence::OfThree => "of-three",
    }
}

/// A level as a commentary says it: `+31 (95 % interval +3 to +54, n = 36)`.
#[must_use]
pub fn score(words: &Words, level: &Level, unit: Unit, is_indicative: bool) -> String {
    let range = level.interval.map(|bounds| interval(words, bounds, unit));
    let given = [
        ("value", words.value(level.value, unit).into()),
        ("interval", sure_interval(words, range, Confidence::Single).into()),
        ("n", words.count(level.n).into()),
        ("indicative", is_indicative.into()),
    ];
    words.say("score", &given)
}

/// How sure an interval is.
#[must_use]
pub fn confidence(words: &Words, confidence: Confidence) -> String {
    words.say("confidence", &[("confidence", sureness(confidence).into())])
}

/// A change to be put into words.
#[derive(Debug, Clone, Copy)]
pub struct Told<'d> {
    /// How large it is.
    pub difference: &'d Difference,
    /// What it may be called.
    pub movement: Movement,
    /// How sure its interval is.
    pub confidence: Confidence,
    /// What it is counted in.
    pub unit: Unit,
    /// Whether it is an indication only.
    pub indicative: bool,
}

/// A change as a commentary says it: the sentence that the data support, `rose by 12 points (95 % interval 3 to 21)`.
#[must_use]
pub fn change(words: &Words, told: &Told<'_>) -> String {
    let Told { difference, movement, unit, .. } = *told;
    let range = match movement {
        Movement::Rose | Movement::Fell => unsigned_interval(words, told),
        _ => difference.interval.map(|bounds| difference_interval(words, bounds, unit)),
    };
    let given = [
        ("movement", Moved::from(movement).key().into()),
        ("by", Value::Fixed(difference.value.abs(), unit.places())),
        ("value", words.difference(difference.value, unit).into()),
        ("interval", sure_interval(words, range, told.confidence).into()),
        ("indicative", told.indicative.into()),
    ];
    words.say("change", &given)
}

/// How sure it is by how much something rose or fell, after where it came from and where it got to: `98⅓ % interval of
/// the fall 60 to 152`; empty where there is no interval.
#[must_use]
pub fn sure_of(words: &Words, told: &Told<'_>) -> String {
    let Some(range) = unsigned_interval(words, told) else { return String::new() };
    let given = [
        ("movement", Moved::from(told.movement).key().into()),
        ("confidence", sureness(told.confidence).into()),
        ("range", range.into()),
        ("indicative", told.indicative.into()),
    ];
    words.say("interval-of-movement", &given)
}

/// The interval of what rose or fell, counted in its direction.
fn unsigned_interval(words: &Words, told: &Told<'_>) -> Option<String> {
    let Interval { low, high } = told.difference.interval?;
    let (low, high) = if told.movement == Movement::Fell { (-high, -low) } else { (low, high) };
    let [low, high] = [low, high].map(|bound| words.decimals(bound, told.unit.places()));
    Some(words.range(&low, &high))
}

/// A movement in a few words, as in a table or after a comma.
#[must_use]
pub fn movement(words: &Words, movement: Movement) -> String {
    words.say("movement", &[("movement", Moved::from(movement).key().into())])
}

/// How a figure moved, or that nobody can tell, as code, messages and templates choose by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Moved {
    /// It rose.
    Rose,
    /// It fell.
    Fell,
    /// It is as it was.
    Unchanged,
    /// None of these can be said.
    NotMeasurable,
    /// The difference has no interval.
    NotCompared,
    /// There is no difference to be shown.
    NotShown,
}

impl From<Movement> for Moved {
    fn from(movement: Movement) -> Self {
        match movement {
            Movement::Rose => Self::Rose,
            Movement::Fell => Self::Fell,
            Movement::Unchanged => Self::Unchanged,
            Movement::NotMeasurable => Self::NotMeasurable,
        }
    }
}

impl Moved {
    /// Its name in messages and templates.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Rose => "rose",
            Self::Fell => "fell",
            Self::Unchanged => "unchanged",
            Self::NotMeasurable => "not-measurable",
            Self::NotCompared => "not-compared",
            Self::NotShown => "not-shown",
        }
    }

    /// Whether it rose or fell.
    #[must_use]
    pub fn is_real(self) -> bool {
        matches!(self, Self::Rose | Self::Fell)
    }
}

/// A name with the mark that it is told of an indication only, where it is.
#[must_use]
pub fn marked(words: &Words, name: &str, is_indicative: bool) -> String {
    if is_indicative { words.say("name-indicative", &[("name", name.into())]) } else { name.to_owned() }
}
