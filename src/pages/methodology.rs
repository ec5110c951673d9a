//! `/methodology/`: can I trust it? What is asked, of whom, what is left out, what is hidden; the formulas stand in the
//! template, because they are the same in every report.

use schemars::JsonSchema;
use serde::Serialize;

use super::figure::{block_name, kind};
use super::frame::name;
use super::head::Head;
use super::{KindId, PageKey, Report, View};
use crate::disclosure::{Item, Kind};
use crate::sources::config::{Customers, Respondents};
use crate::words::Words;

/// The methodology.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "each part of the method applies or not, whatever the others do")]
pub struct MethodologyView {
    /// The questions with their exact wording.
    pub questions: Vec<QuestionView>,
    /// The blocks with their weights; empty where no question belongs to one.
    pub blocks: Vec<BlockView>,
    /// What each wave is made of.
    pub populations: Vec<PopulationView>,
    /// Which kinds of questions there are, so that only their formulas are shown.
    pub kinds: Kinds,
    /// Whether any wave's persons are anonymous.
    pub anonymous: bool,
    /// How persons are shown unless a wave is stricter: `named`, `role` or `anonymous`.
    pub respondents: &'static str,
    /// Anonymous: groups of fewer persons are hidden.
    pub hide_below: u64,
    /// Anonymous: no comments from groups of fewer persons.
    pub comments_below: u64,
    /// Groups of fewer answers are indicative.
    pub indicative_below: u64,
    /// Whether there are accounts, so that answers are clustered and weighted by them.
    pub accounts: bool,
    /// Whether the customers are people without accounts.
    pub b2c: bool,
    /// Whether it is recorded for any wave who was invited.
    pub invitations: bool,
    /// Whether there are support tickets.
    pub support: bool,
    /// Whether answers can be in several values of some dimension.
    pub overlaps: bool,
    /// The hash of the input, in hexadecimal.
    pub hash: String,
}

/// Which formulas are needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, JsonSchema, Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "each kind is there or not, whatever the others are")]
pub struct Kinds {
    /// An nps question.
    pub nps: bool,
    /// A csat question.
    pub csat: bool,
    /// A ces question.
    pub ces: bool,
    /// A rating.
    pub rating: bool,
    /// A choice.
    pub choice: bool,
}

/// A question.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema, Serialize)]
pub struct QuestionView {
    /// Its id, as in `metrics.csv`.
    pub id: String,
    /// Its exact wording.
    pub text: String,
    /// What kind of score it has.
    pub kind: String,
    /// Its block.
    pub block: String,
    /// Its options, one after the other.
    pub options: String,
    /// The points below which a change is never called one, in words; empty where there is no such bound.
    pub relevant: String,
}

/// A block.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema, Serialize)]
pub struct BlockView {
    /// Its name.
    pub label: String,
    /// Its weight.
    pub weight: String,
    /// How many ratings belong to it.
    pub questions: usize,
    /// Whether it is about facts rather than perceptions.
    pub objective: bool,
}

/// What a wave is made of.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema, Serialize)]
pub struct PopulationView {
    /// The wave.
    pub wave: String,
    /// Who answers: `customers` or `employees`.
    pub side: &'static str,
    /// Responses that count.
    pub responses: String,
    /// Responses set aside because their contact answered more than once.
    pub set_aside: String,
    /// Whether any response was set aside.
    pub any_set_aside: bool,
    /// Whether it has counts instead of, or beside, responses.
    pub tallies: bool,
    /// How persons are shown: `named`, `role` or `anonymous`.
    pub respondents: &'static str,
}

/// The methodology of a report.
#[must_use]
pub fn view(report: &Report<'_>) -> (Head, View) {
    let disclosed = &report.disclosed;
    let privacy = disclosed.privacy();
    let has = |wanted: fn(&Kind) -> bool| disclosed.questionnaire().questions.iter().any(|q| wanted(&q.kind));
    let view = MethodologyView {
        questions: questions(report),
        blocks: blocks(report),
        populations: populations(report),
        kinds: Kinds {
            nps: has(|kind| matches!(kind, Kind::Nps)),
            csat: has(|kind| matches!(kind, Kind::Csat(_))),
            ces: has(|kind| matches!(kind, Kind::Ces(_))),
            rating: has(|kind| matches!(kind, Kind::Rating { .. })),
            choice: has(|kind| matches!(kind, Kind::Choice(_) | Kind::Choices(_))),
        },
        anonymous: disclosed.waves().any(|wave| wave.respondents() == Respondents::Anonymous),
        respondents: privacy.respondents.word(),
        hide_below: privacy.hide_below,
        comments_below: privacy.comments_below,
        indicative_below: privacy.indicative_below,
        accounts: !disclosed.accounts().is_empty(),
        b2c: disclosed.customers() == Customers::B2c,
        invitations: disclosed.waves().any(|wave| disclosed.reaches(wave.id()).next().is_some()),
        support: report.support.is_some(),
        overlaps: disclosed.dimensions().iter().any(|dimension| dimension.overlaps),
        hash: report.hash.to_owned(),
    };
    let head = Head::new(name(report, &PageKey::of(KindId::Methodology)), report.words.plain("methodology-lead"));
    (head, View::Methodology(Box::new(view)))
}

fn questions(report: &Report<'_>) -> Vec<QuestionView> {
    let questionnaire = report.disclosed.questionnaire();
    let view = |(position, question): (usize, &crate::disclosure::Question)| {
        let options: Vec<&str> = question.options().iter().map(|option| option.label.as_str()).collect();
        QuestionView {
            id: question.id.clone(),
            text: question.text.clone(),
            kind: kind(report, Item::Question(position)),
            block: question.block().map(|block| block_name(report, block)).unwrap_or_default(),
            options: options.join(" · "),
            relevant: relevant(&report.words, question.relevant),
        }
    };
    questionnaire.questions.iter().enumerate().map(view).collect()
}

fn relevant(words: &Words, points: f64) -> String {
    if points > 0.0 { words.say("methodology-relevant-from", &[("n", points.into())]) } else { String::new() }
}

fn blocks(report: &Report<'_>) -> Vec<BlockView> {
    let questionnaire = report.disclosed.questionnaire();
    let views = questionnaire.blocks.iter().enumerate().map(|(position, block)| BlockView {
        label: block_name(report, position),
        weight: report.words.answer(block.weight),
        questions: questionnaire.questions.iter().filter(|question| question.block() == Some(position)).count(),
        objective: block.objective,
    });
    views.filter(|block| block.questions > 0).collect()
}

fn populations(report: &Report<'_>) -> Vec<PopulationView> {
    let waves = report.disclosed.waves().rev();
    waves
        .map(|wave| PopulationView {
            wave: report.wave_name(wave.id()),
            side: wave.side().word(),
            responses: report.words.count(wave.responses()),
            set_aside: report.words.count(wave.set_aside()),
            any_set_aside: wave.set_aside() > 0,
            tallies: wave.has_tallies(),
            respondents: wave.respondents().word(),
        })
        .collect()
}
