//! Which scopes of a column of answers may not be shown: the rule of [`super::hiding`] over every dimension.

use std::collections::{BTreeMap, BTreeSet};

use crate::program::Program;

use super::columns::{Cell, Column, persons};
use super::statistic::Scope;
use super::{Group, Observation, hidden_groups, small_groups};

/// The scopes of a column that may not be shown where persons are anonymous.
///
/// Accounts part the answers as a dimension does, so what a subtraction would give is hidden among them too.
pub(super) fn hidden_scopes(
    program: &Program,
    column: &Column<'_>,
    scopes: &BTreeMap<Scope, Vec<Observation>>,
) -> BTreeSet<Scope> {
    let cells: Vec<Cell<'_>> = column.cells().collect();
    let cells = cells.as_slice();
    let all = persons(cells.iter().map(|cell| cell.observation));
    let mut hidden: BTreeSet<Scope> = BTreeSet::new();
    if all < program.privacy.hide_below {
        hidden.extend(scopes.keys());
        return hidden;
    }
    for dimension in 0..program.dimensions.len() {
        hidden.extend(hidden_values(program, dimension, all, cells, scopes));
    }
    hidden.extend(hidden_accounts(program, all, cells, scopes));
    hidden
}

fn hidden_values(
    program: &Program,
    dimension: usize,
    all: u64,
    cells: &[Cell<'_>],
    scopes: &BTreeMap<Scope, Vec<Observation>>,
) -> Vec<Scope> {
    let values = |cell: &Cell<'_>| -> Vec<Scope> {
        cell.segments.iter().filter(|s| usize::from(s.dimension) == dimension).map(|s| Scope::Segment(*s)).collect()
    };
    let name = |scope: &Scope| match scope {
        Scope::Segment(segment) if usize::from(segment.dimension) == dimension => {
            program.dimensions[dimension].values.get(segment.value as usize).map(|value| value.text.as_str())
        }
        _ => None,
    };
    hidden_among(program.privacy.hide_below, all, cells, &groups(scopes, name), values)
}

/// An account that is not on record is shown nowhere, so its answers are among those without a value.
fn hidden_accounts(
    program: &Program,
    all: u64,
    cells: &[Cell<'_>],
    scopes: &BTreeMap<Scope, Vec<Observation>>,
) -> Vec<Scope> {
    let accounts = |cell: &Cell<'_>| -> Vec<Scope> {
        let account = cell.account.filter(|account| program.on_record(*account));
        account.map(|account| Scope::Account(account as usize)).into_iter().collect()
    };
    let name = |scope: &Scope| match scope {
        Scope::Account(position) => Some(program.register.accounts[*position].id.as_str()),
        _ => None,
    };
    hidden_among(program.privacy.hide_below, all, cells, &groups(scopes, name), accounts)
}

/// The scopes that have a name, each with its persons.
fn groups<'a>(
    scopes: &BTreeMap<Scope, Vec<Observation>>,
    name: impl Fn(&Scope) -> Option<&'a str>,
) -> Vec<(Scope, Group<'a>)> {
    let group = |(scope, observations): (&Scope, &Vec<Observation>)| {
        Some((*scope, Group { name: name(scope)?, persons: persons(observations.iter().copied()) }))
    };
    scopes.iter().filter_map(group).collect()
}

/// The hidden ones among groups; `values` are those of them that an answer is in.
fn hidden_among(
    hide_below: u64,
    all: u64,
    cells: &[Cell<'_>],
    groups: &[(Scope, Group<'_>)],
    values: impl Fn(&Cell<'_>) -> Vec<Scope>,
) -> Vec<Scope> {
    let named: Vec<Group<'_>> = groups.iter().map(|(_, group)| *group).collect();
    let chosen = |hidden: &[bool]| -> BTreeSet<Scope> {
        groups.iter().zip(hidden).filter(|(_, hidden)| **hidden).map(|((scope, _), _)| *scope).collect()
    };
    let others = |hidden: &[bool]| {
        let hidden = chosen(hidden);
        let others = cells.iter().filter(|cell| values(cell).iter().all(|value| hidden.contains(value)));
        persons(others.map(|cell| cell.observation))
    };
    let overlap = cells.iter().any(|cell| values(cell).len() > 1);
    let hidden =
        if overlap { small_groups(hide_below, all, &named) } else { hidden_groups(hide_below, all, &named, others) };
    chosen(&hidden).into_iter().collect()
}
