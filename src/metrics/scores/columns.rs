//! The answers of a wave as columns of numbers: one for each item (for a choice, one for each option). All figures are
//! made from these.
//!
//! Whose the answers are is the same for every column, so it is settled once, in [`Rows`]: who is in which scope, and
//! an order of accounts and contacts in which every sum is taken, whatever the order of the sources.

use std::collections::{BTreeMap, BTreeSet};

use crate::program::Program;
use crate::program::answers::Answer;
use crate::program::ids::{AccountId, ContactId, NotedPlaces};
use crate::program::questionnaire::{Kind, Question, Scale};
use crate::program::segments::Segment;
use crate::program::waves::{Response, Tally, Wave};

use crate::metrics::arithmetic::observation::Observation;
use crate::metrics::scores::statistic::{Item, Scope};

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
pub struct AnswerNumber<'a> {
    /// The answer on the item's own scale, its count, and the numbers of its account and its contact.
    pub observation: Observation,
    /// The account that it counts for; a tallied answer has one without being a cluster.
    pub account: Option<AccountId>,
    /// Whose it is.
    pub contact: Option<ContactId>,
    /// The segments it is in.
    pub segments: &'a [Segment],
    /// Whether its contact asked not to be shown with it.
    pub anonymous: bool,
}

/// Who answered in a wave: a row for each response and for each count of a tally, by account and contact.
#[derive(Debug)]
pub struct Rows<'a> {
    program: &'a Program,
    all: Vec<AnswerRow<'a>>,
    /// The rows of each scope but the program, ascending.
    scopes: BTreeMap<Scope, NotedPlaces>,
}

/// A response, or a count of a tally.
#[derive(Debug, Clone, Copy)]
struct AnswerRow<'a> {
    given: Answering<'a>,
    /// The account as a cluster of like answers.
    cluster: Option<AccountId>,
    account: Option<AccountId>,
    contact: Option<ContactId>,
    segments: &'a [Segment],
}

#[derive(Debug, Clone, Copy)]
enum Answering<'a> {
    Response(&'a Response),
    /// So many gave an answer to the question.
    Count(u16, &'a Answer, u64),
}

impl<'a> Rows<'a> {
    /// Goes through a wave once.
    #[must_use]
    pub fn new(program: &'a Program, wave: &'a Wave) -> Self {
        let tallied = wave.tallies.iter().flat_map(AnswerRow::of_tally);
        let mut rows: Vec<AnswerRow<'a>> = wave.responses.iter().map(AnswerRow::of_response).chain(tallied).collect();
        rows.sort_by_key(|row| (row.cluster, row.contact));
        let mut scopes: BTreeMap<Scope, NotedPlaces> = BTreeMap::new();
        for (position, row) in rows.iter().enumerate() {
            let account = row.account.filter(|account| program.on_record(*account));
            let account = account.map(Scope::Account);
            for scope in row.segments.iter().map(|segment| Scope::Segment(*segment)).chain(account) {
                scopes.entry(scope).or_default().push(position);
            }
        }
        Self { program, all: rows, scopes }
    }

    /// A column's numbers.
    #[must_use]
    pub fn column(&self, key: ColumnKey) -> Column<'_> {
        let reader = Reader::new(self.program, key);
        Column { rows: self, numbers: self.all.iter().map(|row| reader.read(row.given)).collect() }
    }
}

impl<'a> AnswerRow<'a> {
    fn of_response(response: &'a Response) -> Self {
        let (account, contact) = (response.account, response.contact);
        let given = Answering::Response(response);
        Self { given, cluster: account, account, contact, segments: &response.segments }
    }

    /// Counts make no clusters: that some of them are of one account does not tell which answers are alike.
    fn of_tally(tally: &'a Tally) -> impl Iterator<Item = Self> {
        tally.counts.iter().map(|(answer, count)| Self {
            given: Answering::Count(tally.question, answer, *count),
            cluster: None,
            account: tally.account,
            contact: None,
            segments: &tally.segments,
        })
    }
}

/// One number, or none, for each row of a wave.
#[derive(Debug)]
pub struct Column<'a> {
    rows: &'a Rows<'a>,
    numbers: Vec<Option<f64>>,
}

impl<'a> Column<'a> {
    /// The cells that have a number.
    pub fn cells(&self) -> impl Iterator<Item = AnswerNumber<'a>> {
        (0..self.numbers.len()).filter_map(|row| self.cell(row))
    }

    /// The observations by scope, where there are any; those of accounts only where asked for.
    #[must_use]
    pub fn by_scope(&self, accounts: Accounts<'_>) -> BTreeMap<Scope, Vec<Observation>> {
        let all = (Scope::Program, self.cells().map(|cell| cell.observation).collect::<Vec<_>>());
        let parts = self.rows.scopes.iter().filter(|(scope, _)| accounts.have(**scope)).map(|(scope, rows)| {
            let cells = rows.iter().filter_map(|row| self.cell(row));
            (*scope, cells.map(|cell| cell.observation).collect())
        });
        [all].into_iter().chain(parts).filter(|(_, observations)| !observations.is_empty()).collect()
    }

    fn cell(&self, row: usize) -> Option<AnswerNumber<'a>> {
        let x = (*self.numbers.get(row)?)?;
        let AnswerRow { given, cluster, account, contact, segments } = *self.rows.all.get(row)?;
        let count = if let Answering::Count(_, _, count) = given { count } else { 1 };
        let anonymous = matches!(given, Answering::Response(response) if response.anonymous);
        let observation =
            Observation { x, count, account: cluster.map(AccountId::number), contact: contact.map(ContactId::number) };
        Some(AnswerNumber { observation, account, contact, segments, anonymous })
    }
}

/// Which accounts are scopes of a column.
#[derive(Debug, Clone, Copy)]
pub enum Accounts<'a> {
    /// All.
    All,
    /// These.
    Only(&'a BTreeSet<AccountId>),
    /// None.
    LeftOut,
}

impl Accounts<'_> {
    /// Whether something is a scope: all that is no account is.
    #[must_use]
    pub fn have(self, scope: Scope) -> bool {
        match (scope, self) {
            (Scope::Program | Scope::Segment(_), _) | (_, Accounts::All) => true,
            (Scope::Account(account), Accounts::Only(accounts)) => accounts.contains(&account),
            (Scope::Account(_), Accounts::LeftOut) => false,
        }
    }
}

/// How a column's number is read from what was given.
struct Reader<'a> {
    program: &'a Program,
    key: ColumnKey,
    /// The rated questions of each block that counts, with their scales: of all blocks for the index.
    blocks: Vec<BlockRatings>,
}

struct BlockRatings {
    weight: f64,
    ratings: Vec<(u16, Scale)>,
}

impl<'a> Reader<'a> {
    fn new(program: &'a Program, key: ColumnKey) -> Self {
        let blocks = (0..).zip(&program.questionnaire.blocks);
        let counts = |block: usize| key.item == Item::Index || key.item == Item::Block(block);
        let blocks = blocks.filter(|(position, _)| counts(*position)).map(|(position, block)| {
            let questions = (0..).zip(&program.questionnaire.questions);
            let rating = |(question, asked): (u16, &Question)| match asked.kind {
                Kind::Rating { scale, block: Some(of) } if of == position => Some((question, scale)),
                _ => None,
            };
            BlockRatings { weight: block.weight, ratings: questions.filter_map(rating).collect() }
        });
        Self { program, key, blocks: blocks.collect() }
    }

    fn read(&self, given: Answering<'_>) -> Option<f64> {
        match (self.key.item, given) {
            (Item::Question(question), Answering::Response(response)) => {
                let mut answers = response.answers.iter();
                let (_, answer) = answers.find(|(asked, _)| usize::from(*asked) == question)?;
                self.answer(question, answer)
            }
            (Item::Question(question), Answering::Count(asked, answer, _)) if usize::from(asked) == question => {
                self.answer(question, answer)
            }
            (Item::Block(_), Answering::Response(response)) => self.blocks.first()?.score(response),
            (Item::Index, Answering::Response(response)) => self.index(response),
            (_, Answering::Count(..)) => None,
        }
    }

    fn answer(&self, question: usize, answer: &Answer) -> Option<f64> {
        let kind = &self.program.questionnaire.questions.get(question)?.kind;
        match (kind, answer, self.key.option) {
            (Kind::Choice(_) | Kind::Choices(_), Answer::Options(chosen), Some(option)) => {
                Some(f64::from(u8::from(chosen.contains(&option))))
            }
            (Kind::Choice(_) | Kind::Choices(_), ..) => None,
            (_, Answer::Number(number), None) => Some(*number),
            _ => None,
        }
    }

    /// The weighted mean of the blocks that were rated; none where none was, or only such of weight 0.
    fn index(&self, response: &Response) -> Option<f64> {
        let scores = self.blocks.iter().filter_map(|block| Some((block.weight, block.score(response)?)));
        let (sum, weights) =
            scores.fold((0.0, 0.0), |sums, (weight, score)| (sums.0 + weight * score, sums.1 + weight));
        (weights > 0.0).then(|| settled(sum / weights))
    }
}

impl BlockRatings {
    /// The mean of a response's ratings on 0 to 100, where it has any.
    fn score(&self, response: &Response) -> Option<f64> {
        let scale = |asked: u16| self.ratings.iter().find(|(question, _)| *question == asked).map(|(_, scale)| *scale);
        let rated = response.answers.iter().filter_map(|(asked, answer)| match answer {
            Answer::Number(number) => Some(rescaled(*number, scale(*asked)?)),
            _ => None,
        });
        let (sum, n) = rated.fold((0.0, 0_u32), |(sum, n), rating| (sum + rating, n + 1));
        (n > 0).then(|| settled(sum / f64::from(n)))
    }
}

/// A rating on 0 to 100.
fn rescaled(rating: f64, scale: Scale) -> f64 {
    100.0 * (rating - scale.low) / (scale.high - scale.low)
}

/// A score without the last bits of its sum, so that equal scores made of other ratings are equal answers.
fn settled(score: f64) -> f64 {
    (score * 1e9).round() / 1e9
}

/// How many persons are among observations: distinct contacts, and each answer without one.
#[must_use]
pub fn persons(observations: impl Iterator<Item = Observation>) -> u64 {
    let mut contacts: Vec<u32> = Vec::new();
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
