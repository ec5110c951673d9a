//! Counts of answers: checked against their questions, and that no answer is in two cells of one question.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use foldhash::{HashMap, HashMapExt};

use crate::diagnostic::{At, Code, Diagnostic, Diagnostics, Place, suggest};
use crate::program::answers::{Answer, number_on_scale, option};
use crate::program::ids::AccountId;
use crate::program::questionnaire::{Kind, Question};
use crate::program::references::{Naming, Party, References};
use crate::program::segments::Segment;
use crate::program::waves::Tally;
use crate::program::waves::building::Building;
use crate::sources::surveys as written;
use crate::sources::values::Id;

/// A cell with what is needed to compare it with others.
struct ComparedCell {
    tally: Tally,
    place: Place,
}

/// The account that a cell names, where it names one that is no mistake.
pub(in crate::program) fn account(
    cell: &written::Tally,
    file: &Arc<Path>,
    parties: &mut References<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<AccountId> {
    let (_, value) = cell.r#where.0.iter().find(|(dimension, _)| dimension.value == ACCOUNT)?;
    let id = Id { text: value.value.as_str().into(), at: value.at };
    parties.account(&id, Naming::answer(file), diagnostics)
}

/// What a cell calls the account in its `where`.
const ACCOUNT: &str = "account";

/// Checks the tallies of one wave. `accounts` are those that its cells name.
pub(in crate::program) fn check(
    all: &[(&Arc<Path>, &written::Tally)],
    accounts: &[Option<AccountId>],
    wave: &mut Building<'_, '_>,
) -> Vec<Tally> {
    let mut cells: Vec<ComparedCell> = Vec::with_capacity(all.len());
    for ((file, tally), account) in all.iter().zip(accounts) {
        let place = Place::new(file, At { width: 0, ..tally.at });
        cells.extend(wave.tally(tally, *account, file).map(|tally| ComparedCell { tally, place }));
    }
    overlaps(&cells, wave);
    cells.into_iter().map(|cell| cell.tally).collect()
}

impl Building<'_, '_> {
    fn tally(&mut self, written: &written::Tally, account: Option<AccountId>, file: &Arc<Path>) -> Option<Tally> {
        let place = Place::new(file, written.question.at);
        let questionnaire = self.with.questionnaire;
        let Some(position) = questionnaire.position(&written.question.text) else {
            questionnaire.note_unknown(&written.question.text, &[], place, &mut self.diagnostics);
            return None;
        };
        let question = &questionnaire.questions[position];
        if matches!(question.kind, Kind::Text | Kind::Choices(_)) {
            let message = format!("counts cannot say how many answered `{}`", question.id);
            let help = "give the answers as `responses` or a `table`";
            self.diagnostics.push(Diagnostic::new(Code::CountsOfWords, message).at(place).help(help));
            return None;
        }
        let segments = self.cell(written, account, file)?;
        let counts = self.cell_counts(question, written, file);
        let question = u16::try_from(position).unwrap_or(u16::MAX);
        Some(Tally { question, account, segments, counts })
    }

    /// The segments of a cell: what it names, and for the rest what the account was on the wave's first day.
    fn cell(&mut self, written: &written::Tally, account: Option<AccountId>, file: &Arc<Path>) -> Option<Vec<Segment>> {
        let mut named = Vec::new();
        for (dimension, value) in &written.r#where.0 {
            if dimension.value == ACCOUNT {
                account?;
            } else if let Some(segment) = self.met.named(&dimension.value, &value.value) {
                named.push(segment);
            } else {
                let names = self.met.ids().chain([ACCOUNT]);
                let mut error =
                    Diagnostic::new(Code::UnknownSegment, format!("unknown segment dimension `{}`", dimension.value));
                error.help = suggest(&dimension.value, names);
                self.diagnostics.push(error.at(Place::new(file, dimension.at)));
                return None;
            }
        }
        let own = if account.is_some() { self.party_segments(Party { account, contact: None }) } else { Vec::new() };
        let names_dimension = |segment: &Segment| named.iter().any(|other| other.dimension == segment.dimension);
        let rest: Vec<Segment> = own.into_iter().filter(|segment| !names_dimension(segment)).collect();
        named.extend(rest);
        named.sort_unstable();
        Some(named)
    }

    fn cell_counts(&mut self, question: &Question, written: &written::Tally, file: &Arc<Path>) -> Vec<(Answer, u64)> {
        let mut counts = Vec::with_capacity(written.counts.0.len());
        for (text, count) in &written.counts.0 {
            let answer = match &question.kind {
                Kind::Choice(options) => {
                    option(question, options, &text.value, text.at).map(|option| Answer::Options([option].into()))
                }
                _ => number_on_scale(question, &text.value, text.at).map(Answer::Number),
            };
            match answer {
                Ok(answer) if count.value > 0 => counts.push((answer, count.value)),
                Ok(_) => {}
                Err(mistake) => mistake.note(file, &mut self.diagnostics),
            }
        }
        counts
    }
}

/// Notes cells of one question of which one lies in the other, as far as what they name shows it.
fn overlaps(cells: &[ComparedCell], wave: &mut Building<'_, '_>) {
    for (later, earlier) in overlapping(cells) {
        let (cell, other) = (&cells[later], &cells[earlier]);
        let question = &wave.with.questionnaire.questions[usize::from(cell.tally.question)].id;
        let error =
            Diagnostic::new(Code::OverlappingCells, format!("two cells of `{question}` count the same answers"))
                .at(cell.place.clone());
        let help = "the cells of one question in one wave share no answer: narrow their `where`";
        wave.diagnostics.push(error.related(other.place.clone(), "the other cell is here").help(help));
    }
}

/// Something that a cell asks of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Condition {
    Account(AccountId),
    Segment(Segment),
}

fn asked(tally: &Tally) -> Vec<Condition> {
    let segments = tally.segments.iter().copied().map(Condition::Segment);
    tally.account.map(Condition::Account).into_iter().chain(segments).collect()
}

/// Each cell that overlaps with an earlier one, with the first such. A warehouse gives tens of thousands of cells, so
/// a cell is looked for only under what it asks for and the fewest others do.
fn overlapping(cells: &[ComparedCell]) -> BTreeMap<usize, usize> {
    let mut pairs = BTreeMap::new();
    let mut distinct: HashMap<(u16, Vec<Condition>), usize> = HashMap::new();
    let mut first_alike = Vec::new();
    let mut often: HashMap<Condition, usize> = HashMap::new();
    for (position, cell) in cells.iter().enumerate() {
        let asked = asked(&cell.tally);
        for one in &asked {
            *often.entry(*one).or_default() += 1;
        }
        let first = *distinct.entry((cell.tally.question, asked)).or_insert(position);
        if first == position {
            first_alike.push(position);
        } else {
            pairs.insert(position, first);
        }
    }
    let mut under: HashMap<(u16, Option<Condition>), Vec<usize>> = HashMap::new();
    for &position in &first_alike {
        let tally = &cells[position].tally;
        let rarest = asked(tally).into_iter().min_by_key(|one| (often.get(one), *one));
        under.entry((tally.question, rarest)).or_default().push(position);
    }
    for &inner in &first_alike {
        let tally = &cells[inner].tally;
        let keys = asked(tally).into_iter().map(Some).chain([None]);
        let outer = keys.filter_map(|key| under.get(&(tally.question, key))).flatten();
        for &outer in outer.filter(|outer| **outer != inner && within(tally, &cells[**outer].tally)) {
            let first = pairs.entry(inner.max(outer)).or_insert(inner);
            *first = (*first).min(inner.min(outer));
        }
    }
    pairs
}

/// Whether all that the outer cell asks for holds of the inner one.
fn within(inner: &Tally, outer: &Tally) -> bool {
    outer.account.is_none_or(|account| inner.account == Some(account))
        && outer.segments.iter().all(|segment| inner.segments.contains(segment))
}
