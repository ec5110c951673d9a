//! What is measured, of whom, and how an answer becomes the number that is averaged.

use crate::program::Program;
use crate::program::ids::AccountId;
use crate::program::questionnaire::{Kind, Question, Scale};
use crate::program::segments::Segment;

use crate::metrics::arithmetic::measure::Measure;

/// What a figure is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Item {
    /// A question, an index into the questions.
    Question(usize),
    /// A block of experience, an index into the blocks.
    Block(usize),
    /// The experience index.
    Index,
}

/// Whose answers a figure is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// All customers.
    Program,
    /// A segment.
    Segment(Segment),
    /// An account on record.
    Account(AccountId),
}

/// What is said of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Statistic {
    /// Promoters minus detractors, −100 to 100.
    Nps,
    /// Answers of 9 and 10, in percent.
    Promoters,
    /// Answers of 7 and 8, in percent.
    Passives,
    /// Answers of 0 to 6, in percent.
    Detractors,
    /// Answers in the top two (csat) or three (ces) of the scale, in percent.
    TopBox,
    /// The mean, in units of the scale.
    Mean,
    /// Answers that chose an option, in percent; an index into the question's options.
    Share(u16),
    /// The mean of the respondents' block scores, 0 to 100.
    BlockScore,
    /// The mean of the respondents' indices, 0 to 100.
    ExperienceIndex,
}

impl Statistic {
    /// How a change of this statistic is called for, if it is: only scores have one.
    #[must_use]
    pub fn has_change(self) -> bool {
        matches!(self, Self::Nps | Self::TopBox | Self::Mean | Self::BlockScore | Self::ExperienceIndex)
    }

    /// How its numbers are averaged.
    #[must_use]
    pub fn measure(self, scale: Scale) -> Measure {
        match self {
            Self::Nps => Measure::Nps,
            Self::Promoters | Self::Passives | Self::Detractors | Self::TopBox | Self::Share(_) => Measure::Share,
            Self::Mean => Measure::Mean { low: scale.low, high: scale.high },
            Self::BlockScore | Self::ExperienceIndex => Measure::Mean { low: 0.0, high: 100.0 },
        }
    }

    /// An answer as the number that is averaged.
    #[must_use]
    pub fn read(self, answer: f64, kind: Option<&Kind>) -> f64 {
        let promoter = answer >= 9.0;
        let detractor = answer <= 6.0;
        match self {
            Self::Nps => f64::from(u8::from(promoter)) - f64::from(u8::from(detractor)),
            Self::Promoters => f64::from(u8::from(promoter)),
            Self::Passives => f64::from(u8::from(!promoter && !detractor)),
            Self::Detractors => f64::from(u8::from(detractor)),
            Self::TopBox => f64::from(u8::from(kind.and_then(top_box).is_some_and(|lowest| answer >= lowest))),
            Self::Mean | Self::Share(_) | Self::BlockScore | Self::ExperienceIndex => answer,
        }
    }
}

/// The lowest answer of the top box: the top two of a csat scale, the top three of a ces scale.
#[must_use]
pub fn top_box(kind: &Kind) -> Option<f64> {
    match kind {
        Kind::Csat(scale) => Some(scale.high - 1.0),
        Kind::Ces(scale) => Some(scale.high - 2.0),
        _ => None,
    }
}

/// The kind of the question that an item is, if it is one.
#[must_use]
pub fn kind(program: &Program, item: Item) -> Option<&Kind> {
    match item {
        Item::Question(position) => program.questionnaire.questions.get(position).map(|question| &question.kind),
        Item::Block(_) | Item::Index => None,
    }
}

/// The scale that an item's answers are on.
#[must_use]
pub fn scale(program: &Program, item: Item) -> Scale {
    let asked = match item {
        Item::Question(position) => program.questionnaire.questions.get(position).and_then(Question::scale),
        Item::Block(_) | Item::Index => None,
    };
    asked.unwrap_or(Scale { low: 0.0, high: 100.0 })
}

/// All statistics of an item, the score that stands for it first. A choice has one for each option; words have none.
#[must_use]
pub fn statistics(program: &Program, item: Item) -> Vec<Statistic> {
    match (item, kind(program, item)) {
        (Item::Block(_), _) => vec![Statistic::BlockScore],
        (Item::Index, _) => vec![Statistic::ExperienceIndex],
        (_, Some(Kind::Nps)) => {
            vec![Statistic::Nps, Statistic::Promoters, Statistic::Passives, Statistic::Detractors]
        }
        (_, Some(Kind::Csat(_) | Kind::Ces(_))) => vec![Statistic::TopBox, Statistic::Mean],
        (_, Some(Kind::Rating { .. })) => vec![Statistic::Mean],
        (_, Some(Kind::Choice(options) | Kind::Choices(options))) => {
            (0..).zip(options).map(|(option, _)| Statistic::Share(option)).collect()
        }
        (_, Some(Kind::Text) | None) => Vec::new(),
    }
}

/// The score that stands for an item: nps, top box, mean, block score or index; choices and words have none.
#[must_use]
pub fn score(program: &Program, item: Item) -> Option<Statistic> {
    statistics(program, item).first().copied().filter(|statistic| statistic.has_change())
}

/// Everything that can be measured: the questions, the blocks with ratings, the index where there are blocks.
#[must_use]
pub fn items(program: &Program) -> Vec<Item> {
    let questions = &program.questionnaire.questions;
    let mut items: Vec<Item> = (0..questions.len()).map(Item::Question).collect();
    let rated = |block: &usize| questions.iter().any(|question| question.block() == Some(*block));
    let blocks: Vec<usize> = (0..program.questionnaire.blocks.len()).filter(rated).collect();
    items.extend(blocks.iter().map(|block| Item::Block(*block)));
    items.extend((!blocks.is_empty()).then_some(Item::Index));
    items
}

/// The points below which a change of an item's score is never called a rise or fall.
#[must_use]
pub fn relevant(program: &Program, item: Item) -> f64 {
    match item {
        Item::Question(position) => program.questionnaire.questions.get(position).map_or(0.0, |q| q.relevant),
        Item::Block(_) | Item::Index => 0.0,
    }
}
