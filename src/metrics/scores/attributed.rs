//! Answers that their contact gave anonymously, in waves that show persons: each is a number among others. Where the
//! others are few, or of the same account and few, a figure would be the answer of somebody who asked not to be shown.
//!
//! Programs whose persons are all anonymous have a rule of their own, [`crate::metrics::scores::suppression`].

use std::collections::{BTreeMap, BTreeSet};

use crate::program::Program;
use crate::program::ids::AccountId;
use crate::program::waves::Response;

use crate::metrics::arithmetic::observation::{Observation, Sides};
use crate::metrics::scores::columns::{AnswerNumber, Column};
use crate::metrics::scores::statistic::Scope;

/// With fewer answers of one account than this, nothing is shown of them if one is anonymous.
pub const FEWEST_BESIDE_ANONYMOUS: u64 = 5;

/// The answers of a group, as far as it matters whose they are.
#[derive(Debug, Clone, Copy, Default)]
struct Together {
    answers: u64,
    anonymous: bool,
    /// The account of the first.
    account: Option<AccountId>,
    /// Whether some are of another account than the first, or some of an unknown one.
    mixed: bool,
}

impl Together {
    fn add(&mut self, account: Option<AccountId>, count: u64, anonymous: bool) {
        self.mixed |= account.is_none() || (self.answers > 0 && self.account != account);
        self.account = account;
        self.answers = self.answers.saturating_add(count);
        self.anonymous |= anonymous;
    }

    fn gives_away(self) -> bool {
        let of_few = if self.mixed { self.answers == 1 } else { self.answers < FEWEST_BESIDE_ANONYMOUS };
        self.anonymous && of_few
    }
}

/// Whether so few responses, all of one account, would give away an anonymous one among them; one alone always does.
#[must_use]
pub fn gives_away(responses: &[&Response]) -> bool {
    let mut together = Together::default();
    for response in responses {
        together.add(response.account, 1, response.anonymous);
    }
    together.gives_away()
}

/// Whether every part of a change is of enough persons to keep an anonymous one among them, or of none: those who joined,
/// who left, who stayed.
pub(crate) fn are_many((before, after): Sides<'_>) -> bool {
    let contacts = |side: Option<&Vec<Observation>>| -> BTreeSet<u32> {
        side.into_iter().flatten().filter_map(|observation| observation.contact).collect()
    };
    let (before, after) = (contacts(before), contacts(after));
    let parts =
        [before.intersection(&after).count(), after.difference(&before).count(), before.difference(&after).count()];
    parts.into_iter().all(|part| part == 0 || part as u64 >= FEWEST_BESIDE_ANONYMOUS)
}

/// What anonymous answers mean for the scopes of a column.
#[derive(Debug, Default)]
pub(crate) struct Attributed {
    /// Accounts and segments whose figure would give an anonymous answer away.
    pub(crate) hidden: BTreeSet<Scope>,
    /// All scopes with an anonymous answer.
    pub(crate) holding: BTreeSet<Scope>,
}

impl Attributed {
    /// Goes through a column once; through a scope only if it holds an anonymous answer.
    pub(crate) fn of(program: &Program, column: &Column<'_>) -> Self {
        let anonymous = column.cells().filter(|cell| cell.anonymous);
        let holding: BTreeSet<Scope> = anonymous.flat_map(|cell| scopes(program, &cell)).collect();
        if holding.is_empty() {
            return Self::default();
        }
        let mut groups: BTreeMap<Scope, Together> = BTreeMap::new();
        for cell in column.cells() {
            for scope in scopes(program, &cell).into_iter().filter(|scope| holding.contains(scope)) {
                groups.entry(scope).or_default().add(cell.account, cell.observation.count, cell.anonymous);
            }
        }
        let given_away = groups.into_iter().filter(|(_, together)| together.gives_away()).map(|(scope, _)| scope);
        Self { hidden: given_away.filter(|scope| *scope != Scope::Program).collect(), holding }
    }
}

/// The scopes that a cell counts in.
fn scopes(program: &Program, cell: &AnswerNumber<'_>) -> Vec<Scope> {
    let account = cell.account.filter(|account| program.on_record(*account));
    let account = account.map(Scope::Account);
    let segments = cell.segments.iter().map(|segment| Scope::Segment(*segment));
    segments.chain(account).chain([Scope::Program]).collect()
}
