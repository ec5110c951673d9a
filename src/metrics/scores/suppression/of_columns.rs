//! Which scopes of a column of answers may not be shown: the rule of [`crate::metrics::scores::suppression`] over all that is shown of it.

use std::collections::{BTreeMap, BTreeSet};

use crate::program::Program;
use crate::program::ids::{AccountId, ContactId};
use crate::program::segments::Segment;

use crate::metrics::arithmetic::observation::Observation;
use crate::metrics::scores::columns::{AnswerNumber, Column};
use crate::metrics::scores::statistic::Scope;
use crate::metrics::scores::suppression::{Answered, Group, PROGRAM, hidden};

/// The scopes of a column that may not be shown where persons are anonymous.
///
/// Accounts part the answers as a dimension does; an account that is not on record is shown nowhere, so its answers are
/// among those without one.
pub(crate) fn hidden_scopes(
    program: &Program,
    column: &Column<'_>,
    scopes: &BTreeMap<Scope, Vec<Observation>>,
) -> BTreeSet<Scope> {
    let answers = column.cells().map(|cell| FromWhom::of(&cell));
    hidden_among(program, program.privacy.hide_below, scopes.keys().copied().collect(), answers, &BTreeSet::new())
}

/// What would be hidden of a column if those who are among some contacts, and those who are not, were shown apart.
pub(crate) fn hidden_when_parted(
    program: &Program,
    column: &Column<'_>,
    scopes: &BTreeMap<Scope, Vec<Observation>>,
    contacts: &BTreeSet<ContactId>,
) -> BTreeSet<Scope> {
    // As if it were one more dimension of two values, which no program has.
    let dimension = u16::MAX;
    let value = |is_among: bool| Segment { dimension, value: u32::from(is_among) };
    let cells: Vec<AnswerNumber<'_>> = column.cells().collect();
    let parted: Vec<Vec<Segment>> = cells
        .iter()
        .map(|cell| {
            let is_among = cell.contact.is_some_and(|contact| contacts.contains(&contact));
            cell.segments.iter().copied().chain([value(is_among)]).collect()
        })
        .collect();
    let values: BTreeSet<Scope> = parted.iter().flatten().map(|segment| Scope::Segment(*segment)).collect();
    let all = scopes.keys().copied().chain(values).collect::<BTreeSet<Scope>>().into_iter().collect();
    let answers = cells.iter().zip(&parted).map(|(cell, segments)| FromWhom { segments, ..FromWhom::of(cell) });
    hidden_among(program, program.privacy.hide_below, all, answers, &BTreeSet::new())
}

/// Whose an answer is.
pub(crate) struct FromWhom<'a> {
    pub(crate) account: Option<AccountId>,
    pub(crate) segments: &'a [Segment],
    pub(crate) contact: Option<ContactId>,
    pub(crate) count: u64,
}

impl<'a> FromWhom<'a> {
    fn of(cell: &AnswerNumber<'a>) -> Self {
        Self { account: cell.account, segments: cell.segments, contact: cell.contact, count: cell.observation.count }
    }
}

/// Which of the scopes that are shown of some answers must not be, beside those that are withheld anyway.
pub(crate) fn hidden_among<'a>(
    program: &Program,
    hide_below: u64,
    scopes: Vec<Scope>,
    answers: impl Iterator<Item = FromWhom<'a>>,
    withheld: &BTreeSet<Scope>,
) -> BTreeSet<Scope> {
    let positions: BTreeMap<Scope, usize> = std::iter::once(Scope::Program)
        .chain(scopes.into_iter().filter(|s| *s != Scope::Program))
        .zip(PROGRAM..)
        .collect();
    let mut ordered: Vec<(usize, Scope)> = positions.iter().map(|(scope, position)| (*position, *scope)).collect();
    ordered.sort_unstable_by_key(|(position, _)| *position);
    let parts: Vec<Group<'_>> = ordered.iter().map(|(_, scope)| part(program, *scope)).collect();
    let position = |scope: Scope| positions.get(&scope).copied();
    let answered = answers.map(|answer| {
        let account = answer.account.filter(|account| program.on_record(*account));
        let account = account.map(Scope::Account);
        let segments = answer.segments.iter().map(|segment| Scope::Segment(*segment));
        Answered {
            scopes: segments.chain(account).filter_map(position).collect(),
            contact: answer.contact.map(ContactId::number),
            count: answer.count,
        }
    });
    let answered: Vec<Answered> = answered.collect();
    let withheld: Vec<usize> = withheld.iter().filter_map(|scope| position(*scope)).collect();
    let hidden = hidden(hide_below, &parts, &answered, &withheld);
    ordered.iter().zip(hidden).filter(|(_, hidden)| *hidden).map(|((_, scope), _)| *scope).collect()
}

fn part(program: &Program, scope: Scope) -> Group<'_> {
    let accounts = program.dimensions.len();
    match scope {
        Scope::Program => Group { dimension: accounts + 1, name: "" },
        Scope::Segment(segment) => {
            let dimension = segment.dimension_index();
            let value = program.dimensions.get(dimension).and_then(|of| of.values.get(segment.value_index()));
            Group { dimension, name: value.map_or("", |value| value.text.as_str()) }
        }
        Scope::Account(account) => {
            let account = program.register.accounts.get(account);
            Group { dimension: accounts, name: account.map_or("", |account| account.id.as_str()) }
        }
    }
}
