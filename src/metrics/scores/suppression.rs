//! Which scopes are too small to be shown where respondents are anonymous, and which others would tell of them.
//!
//! A figure of three persons is nearly their answers. Neither may it follow from what is shown: sums and counts of all
//! scopes of a column are published together, so whatever is a sum or difference of shown scopes is as good as shown.
//! The rule therefore looks at all of them at once, whatever their dimensions:
//!
//! 1. A scope of fewer than so many persons is hidden; if the program is one, all are.
//! 2. For each shown scope and each dimension (accounts are one): what is left of the scope without the shown values
//!    that lie wholly in it is nobody or enough persons (`residue`).
//! 3. No hidden scope, and no few persons in exactly the same shown scopes, are a combination of shown ones with any
//!    factors (`span`).
//!
//! Where something follows, the smallest of the shown scopes that it follows from is hidden too, of equals the first by
//! name, until nothing does.

mod answers;
pub(crate) mod of_columns;
mod residue;
mod span;

use std::cmp::Reverse;

use answers::ColumnAnswers;
use residue::Residues;
use span::ScopeSpan;

pub use answers::Answered;

/// The program among scopes.
pub const PROGRAM: usize = 0;

/// Something that figures are shown of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Group<'a> {
    /// Its dimension, accounts being one; the program's own counts for nothing.
    pub dimension: usize,
    /// The name that decides between those of as many persons, bytewise.
    pub name: &'a str,
}

/// Which scopes to hide, in the order of `parts`, the first of which is the program.
///
/// Every answer is in the program, whether it says so or not. `withheld` are scopes that are not shown for other
/// reasons, and may not follow either.
#[must_use]
pub fn hidden(hide_below: u64, parts: &[Group<'_>], answered: &[Answered], withheld: &[usize]) -> Vec<bool> {
    let answers = ColumnAnswers::new(parts.len(), answered);
    let mut rule = Rule::new(hide_below, parts, &answers);
    if rule.hides(PROGRAM) || withheld.contains(&PROGRAM) {
        return vec![true; parts.len()];
    }
    for scope in withheld {
        rule.hide(*scope);
    }
    rule.settle();
    rule.hidden
}

/// The scopes with what is hidden of them by now.
struct Rule<'a> {
    hide_below: u64,
    parts: &'a [Group<'a>],
    answers: &'a ColumnAnswers,
    residues: Residues,
    hidden: Vec<bool>,
}

impl<'a> Rule<'a> {
    fn new(hide_below: u64, parts: &'a [Group<'a>], answers: &'a ColumnAnswers) -> Self {
        let hidden = (0..parts.len()).map(|scope| answers.persons(scope) < hide_below).collect();
        Self { hide_below, parts, answers, residues: Residues::new(parts, answers), hidden }
    }

    fn hides(&self, scope: usize) -> bool {
        self.hidden.get(scope).copied().unwrap_or(true)
    }

    fn hide(&mut self, scope: usize) {
        if let Some(hidden) = self.hidden.get_mut(scope) {
            *hidden = true;
            self.residues.changed(scope);
        }
    }

    /// Hides until nothing follows. Each round hides something, so there is an end.
    fn settle(&mut self) {
        loop {
            while let Some(values) = self.residues.next(self.hide_below, self.answers, &self.hidden) {
                if let Some(scope) = self.smallest(values.into_iter()) {
                    self.hide(scope);
                }
            }
            let follow = match ScopeSpan::of(self.answers, &self.hidden) {
                Some(span) => span.what_follows(self.hide_below),
                None => return self.hide_a_dimension(),
            };
            if follow.is_empty() {
                return;
            }
            self.hide_one_of_each(&follow);
        }
    }

    /// Hides one scope of each combination that is still whole.
    fn hide_one_of_each(&mut self, combinations: &[Vec<usize>]) {
        for combination in combinations {
            if combination.iter().any(|scope| self.hides(*scope)) {
                continue;
            }
            let parts = combination.iter().copied().filter(|scope| *scope != PROGRAM);
            match self.smallest(parts) {
                Some(scope) => self.hide(scope),
                // It is as large as the program itself.
                None => self.hidden.fill(true),
            }
        }
    }

    /// Where there is too much to reckon with, the dimension with the most shown values is not shown at all.
    fn hide_a_dimension(&mut self) {
        let mut shown: Vec<usize> = vec![0; self.parts.iter().map(|part| part.dimension + 1).max().unwrap_or_default()];
        let values = |rule: &Self| (1..rule.parts.len()).filter(|scope| !rule.hides(*scope)).collect::<Vec<_>>();
        for scope in values(self) {
            if let Some(shown) = self.parts.get(scope).and_then(|part| shown.get_mut(part.dimension)) {
                *shown += 1;
            }
        }
        let largest = (0..shown.len()).max_by_key(|dimension| (shown.get(*dimension).copied(), Reverse(*dimension)));
        for scope in values(self) {
            if self.parts.get(scope).map(|part| part.dimension) == largest {
                self.hide(scope);
            }
        }
        self.settle();
    }

    fn smallest(&self, scopes: impl Iterator<Item = usize>) -> Option<usize> {
        scopes.min_by_key(|scope| (self.answers.persons(*scope), self.parts.get(*scope).map(|part| part.name), *scope))
    }
}
