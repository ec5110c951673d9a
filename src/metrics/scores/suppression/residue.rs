//! What is left of a scope when the shown values of a dimension that lie wholly in it are taken away: a subtraction
//! that anybody can make.

use std::collections::{BTreeMap, BTreeSet};

use super::answers::ColumnAnswers;
use super::{Group, PROGRAM};

/// A scope, and a dimension that has values wholly in it.
type Whole = (usize, usize);

/// What can be subtracted from what, and which subtractions are to be looked at.
pub(crate) struct Residues {
    /// The values of a dimension that lie wholly in a scope.
    within: BTreeMap<Whole, Vec<usize>>,
    /// Where each scope is such a value.
    of: Vec<Vec<Whole>>,
    open: BTreeSet<Whole>,
}

impl Residues {
    pub(crate) fn new(parts: &[Group<'_>], answers: &ColumnAnswers) -> Self {
        let mut within: BTreeMap<Whole, Vec<usize>> = BTreeMap::new();
        let mut of = vec![Vec::new(); parts.len()];
        for (value, (part, of)) in parts.iter().zip(&mut of).enumerate().skip(PROGRAM + 1) {
            for scope in around(value, answers) {
                within.entry((scope, part.dimension)).or_default().push(value);
                of.push((scope, part.dimension));
            }
        }
        let open = within.keys().copied().collect();
        Self { within, of, open }
    }

    /// Notes that a scope has been hidden.
    pub(crate) fn changed(&mut self, scope: usize) {
        self.open.extend(self.of.get(scope).into_iter().flatten());
    }

    /// The shown values of the next subtraction that leaves too few persons; none if none does.
    pub(crate) fn next(&mut self, hide_below: u64, answers: &ColumnAnswers, hidden: &[bool]) -> Option<Vec<usize>> {
        let is_shown = |scope: &usize| hidden.get(*scope) == Some(&false);
        while let Some(whole) = self.open.pop_first() {
            let values = self.within.get(&whole).into_iter().flatten().copied();
            let values: Vec<usize> = values.filter(is_shown).collect();
            if !is_shown(&whole.0) || values.is_empty() {
                continue;
            }
            if let Some(telling) = telling(hide_below, answers, whole.0, values) {
                self.open.insert(whole);
                return Some(telling);
            }
        }
        None
    }
}

/// The scopes that another lies wholly in.
fn around(value: usize, answers: &ColumnAnswers) -> Vec<usize> {
    let mut bundles = answers.members(value).iter().filter_map(|bundle| answers.bundles.get(*bundle));
    let Some(first) = bundles.next() else { return Vec::new() };
    let mut around: Vec<usize> = first.scopes.iter().copied().filter(|scope| *scope != value).collect();
    for bundle in bundles {
        around.retain(|scope| bundle.scopes.binary_search(scope).is_ok());
    }
    around
}

/// The values one of which must go: all where what is left of the scope without them is too few persons, or one that
/// leaves too few by itself, which happens where values overlap.
fn telling(hide_below: u64, answers: &ColumnAnswers, scope: usize, values: Vec<usize>) -> Option<Vec<usize>> {
    let too_few = |persons: u64| persons > 0 && persons < hide_below;
    let all = answers.persons(scope);
    let left = |taken: &[usize]| {
        let taken: BTreeSet<usize> = taken.iter().copied().collect();
        let is_taken = |of: &usize| taken.contains(of);
        let members = answers.members(scope).iter().copied();
        let bundle = |bundle: usize| answers.bundles.get(bundle).map(|bundle| bundle.scopes.as_slice());
        answers.persons_of(members.filter(|member| !bundle(*member).unwrap_or_default().iter().any(is_taken)))
    };
    let sum = values.iter().fold(0_u64, |sum, value| sum.saturating_add(answers.persons(*value)));
    if all.saturating_sub(sum) < hide_below && too_few(left(&values)) {
        return Some(values);
    }
    // Without the others' persons at least so many are left; only where that is too few they are counted.
    let alone = |value: &&usize| {
        all.saturating_sub(answers.persons(**value)) < hide_below && too_few(left(std::slice::from_ref(*value)))
    };
    values.iter().find(alone).map(|value| vec![*value])
}
