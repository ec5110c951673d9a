//! Which scopes of a column of answers may not be shown: the rule of [`super::hiding`] over every dimension.

use std::collections::{BTreeMap, BTreeSet};

use crate::program::Program;

use super::columns::{Cell, persons};
use super::statistic::Scope;
use super::{Group, Observation, hidden_groups, small_groups};

/// The scopes of a column that may not be shown where persons are anonymous.
///
/// Accounts part the answers as a dimension does, so what a subtraction would give is hidden among them too.
pub(super) fn hidden_scopes(
    program: &Program,
    cells: &[Cell<'_>],
    scopes: &BTreeMap<Scope, Vec<Observation>>,
) -> BTreeSet<Scope> {
    let all = persons(cells.iter().map(|cell| cell.observation));
    let mut hidden: BTreeSet<Scope> = BTreeSet::new();
    if all < program.privacy.hide_below {
        hidden.extend(scopes.keys());
        return hidden;
    }
    for dimension in 0..program.dimensions.len() {
        hidden.extend(hidden_values(program, dimension, all, cells, scopes));
    }
    let without = cells.iter().filter(|cell| !cell.account.is_some_and(|account| program.on_record(account)));
    let accounts: Vec<(Scope, &str, u64)> = scopes
        .iter()
        .filter_map(|(scope, observations)| match scope {
            Scope::Account(position) => {
                let id = program.register.accounts[*position].id.as_str();
                Some((*scope, id, persons(observations.iter().copied())))
            }
            _ => None,
        })
        .collect();
    let without = persons(without.map(|cell| cell.observation));
    hidden.extend(hidden_among(program.privacy.hide_below, all, Some(without), &accounts));
    hidden
}

fn hidden_values(
    program: &Program,
    dimension: usize,
    all: u64,
    cells: &[Cell<'_>],
    scopes: &BTreeMap<Scope, Vec<Observation>>,
) -> Vec<Scope> {
    let in_dimension = |cell: &Cell<'_>| cell.segments.iter().filter(|s| usize::from(s.dimension) == dimension).count();
    let groups: Vec<(Scope, &str, u64)> = scopes
        .iter()
        .filter_map(|(scope, observations)| match scope {
            Scope::Segment(segment) if usize::from(segment.dimension) == dimension => {
                let value = program.dimensions[dimension].values.get(segment.value as usize)?;
                Some((*scope, value.text.as_str(), persons(observations.iter().copied())))
            }
            _ => None,
        })
        .collect();
    let overlaps = cells.iter().any(|cell| in_dimension(cell) > 1);
    let without = persons(cells.iter().filter(|cell| in_dimension(cell) == 0).map(|cell| cell.observation));
    hidden_among(program.privacy.hide_below, all, (!overlaps).then_some(without), &groups)
}

/// The hidden ones among groups; `without` is known where the groups part the answers.
fn hidden_among(hide_below: u64, all: u64, without: Option<u64>, groups: &[(Scope, &str, u64)]) -> Vec<Scope> {
    let named: Vec<Group<'_>> = groups.iter().map(|(_, name, persons)| Group { name, persons: *persons }).collect();
    let hidden = match without {
        Some(without) => hidden_groups(hide_below, all, without, &named),
        None => small_groups(hide_below, all, &named),
    };
    groups.iter().zip(hidden).filter(|(_, hidden)| *hidden).map(|((scope, ..), _)| *scope).collect()
}
