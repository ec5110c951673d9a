//! The answers of a wave as columns of numbers: one for each item (for a choice, one for each option), in one pass
//! over the responses. All figures are made from these.

use std::collections::BTreeMap;

use crate::program::answers::Answer;
use crate::program::questionnaire::{Kind, Questionnaire, Scale};
use crate::program::segments::Segment;
use crate::program::waves::{Response, Tally, Wave};
use crate::program::{Number, Program};

use super::Observation;
use super::statistic::{Item, Scope};

/// Which numbers a column holds: an item's answers, or who chose one option of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ColumnKey {
    /// The item.
    pub item: Item,
    /// The option of a choice.
    pub option: Option<u16>,
}

/// One number and whom it is from.
#[derive(Debug, Clone, Copy)]
pub struct Cell<'a> {
    /// The answer on the item's own scale, its count, its account and its contact.
    pub observation: Observation,
    /// The account that it counts for; a tallied answer has one without being a cluster.
    pub account: Option<Number>,
    /// The segments it is in.
    pub segments: &'a [Segment],
}

/// The columns of one wave.
#[derive(Debug, Default)]
pub struct Columns<'a> {
    /// The cells of each column, in the order of the responses.
    pub columns: BTreeMap<ColumnKey, Vec<Cell<'a>>>,
}

impl<'a> Columns<'a> {
    /// Goes through a wave once.
    #[must_use]
    pub fn new(program: &Program, wave: &'a Wave) -> Self {
        let mut columns = Self::default();
        let questionnaire = &program.questionnaire;
        let weights: Vec<f64> = questionnaire.blocks.iter().map(|block| block.weight).collect();
        for response in &wave.responses {
            columns.response(questionnaire, &weights, response);
        }
        for tally in &wave.tallies {
            columns.tally(questionnaire, tally);
        }
        columns
    }

    /// The cells of a column; none where nobody answered.
    #[must_use]
    pub fn cells(&self, key: ColumnKey) -> &[Cell<'a>] {
        self.columns.get(&key).map_or(&[], Vec::as_slice)
    }

    fn response(&mut self, questionnaire: &Questionnaire, weights: &[f64], response: &'a Response) {
        let of = Of {
            cluster: response.account,
            account: response.account,
            contact: response.contact,
            segments: &response.segments,
        };
        let mut blocks = vec![(0.0, 0_u32); weights.len()];
        for (position, answer) in &response.answers {
            let Some(question) = questionnaire.questions.get(usize::from(*position)) else { continue };
            self.answer(usize::from(*position), &question.kind, answer, 1, of);
            if let (Kind::Rating { scale, block: Some(block) }, Answer::Number(number)) = (&question.kind, answer)
                && let Some((sum, n)) = blocks.get_mut(*block)
            {
                *sum += rescaled(*number, *scale);
                *n += 1;
            }
        }
        let mut index = (0.0, 0.0);
        for ((block, (sum, n)), weight) in blocks.iter().enumerate().zip(weights).filter(|((_, (_, n)), _)| *n > 0) {
            let score = settled(sum / f64::from(*n));
            index = (index.0 + weight * score, index.1 + weight);
            self.put(ColumnKey { item: Item::Block(block), option: None }, score, 1, of);
        }
        if index.1 > 0.0 {
            self.put(ColumnKey { item: Item::Index, option: None }, settled(index.0 / index.1), 1, of);
        }
    }

    fn tally(&mut self, questionnaire: &Questionnaire, tally: &'a Tally) {
        let position = usize::from(tally.question);
        let Some(question) = questionnaire.questions.get(position) else { return };
        // Counts make no clusters: that some of them are of one account does not tell which answers are alike.
        let of = Of { cluster: None, account: tally.account, contact: None, segments: &tally.segments };
        for (answer, count) in &tally.counts {
            self.answer(position, &question.kind, answer, *count, of);
        }
    }

    fn answer(&mut self, question: usize, kind: &Kind, answer: &Answer, count: u64, of: Of<'a>) {
        let item = Item::Question(question);
        match (kind, answer) {
            (Kind::Choice(options) | Kind::Choices(options), Answer::Options(chosen)) => {
                for (option, _) in (0..).zip(options) {
                    let x = f64::from(u8::from(chosen.contains(&option)));
                    self.put(ColumnKey { item, option: Some(option) }, x, count, of);
                }
            }
            (_, Answer::Number(number)) => self.put(ColumnKey { item, option: None }, *number, count, of),
            _ => {}
        }
    }

    fn put(&mut self, key: ColumnKey, x: f64, count: u64, of: Of<'a>) {
        let observation = Observation { x, count, account: of.cluster, contact: of.contact };
        let cell = Cell { observation, account: of.account, segments: of.segments };
        self.columns.entry(key).or_default().push(cell);
    }
}

/// Whose an answer is.
#[derive(Clone, Copy)]
struct Of<'a> {
    cluster: Option<Number>,
    account: Option<Number>,
    contact: Option<Number>,
    segments: &'a [Segment],
}

/// A rating on 0 to 100.
fn rescaled(rating: f64, scale: Scale) -> f64 {
    100.0 * (rating - scale.low) / (scale.high - scale.low)
}

/// A score without the last bits of its sum, so that equal scores made of other ratings are equal answers.
fn settled(score: f64) -> f64 {
    (score * 1e9).round() / 1e9
}

/// The observations of a column by scope, each in the column's order; accounts only where asked for.
#[must_use]
pub fn by_scope(program: &Program, cells: &[Cell<'_>], accounts: Accounts) -> BTreeMap<Scope, Vec<Observation>> {
    let mut scopes: BTreeMap<Scope, Vec<Observation>> = BTreeMap::new();
    for cell in cells {
        for segment in cell.segments {
            scopes.entry(Scope::Segment(*segment)).or_default().push(cell.observation);
        }
        let account = cell.account.filter(|account| program.on_record(*account));
        if let (Accounts::Included, Some(account)) = (accounts, account) {
            scopes.entry(Scope::Account(account as usize)).or_default().push(cell.observation);
        }
    }
    if !cells.is_empty() {
        scopes.insert(Scope::Program, cells.iter().map(|cell| cell.observation).collect());
    }
    scopes
}

/// Whether accounts are scopes of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Accounts {
    /// They are.
    Included,
    /// They are not.
    LeftOut,
}

/// How many persons are among observations: distinct contacts, and each answer without one.
#[must_use]
pub fn persons(observations: impl Iterator<Item = Observation>) -> u64 {
    let mut contacts: Vec<Number> = Vec::new();
    let mut without = 0_u64;
    for observation in observations {
        match observation.contact {
            Some(contact) => contacts.push(contact),
            None => without = without.saturating_add(observation.count),
        }
    }
    contacts.sort_unstable();
    contacts.dedup();
    without.saturating_add(contacts.len() as u64)
}
