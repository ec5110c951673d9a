//! Responses by account and segment, accounts by segment, and daughters by parent, so that no page has to go through
//! all of them.

use std::collections::HashMap;

use crate::metrics::Scope;
use crate::program::Program;
use crate::program::segments::Segment;
use crate::program::waves::{Response, Wave};

/// The lookup of a program.
#[derive(Debug, Default)]
pub(super) struct Lookup {
    /// For each wave, the positions of the responses of each account and segment, ascending.
    responses: Vec<HashMap<Scope, Vec<u32>>>,
    /// The accounts that are in a segment now, ascending.
    accounts: HashMap<Segment, Vec<usize>>,
    /// The accounts that belong to another one.
    daughters: HashMap<usize, Vec<usize>>,
}

impl Lookup {
    /// Goes through a program once.
    pub(super) fn new(program: &Program) -> Self {
        let mut lookup = Self { responses: program.waves.iter().map(by_scope).collect(), ..Self::default() };
        for (position, segments) in program.account_segments.iter().enumerate() {
            for segment in segments {
                lookup.accounts.entry(*segment).or_default().push(position);
            }
        }
        for (position, account) in program.register.accounts.iter().enumerate() {
            if let Some(parent) = account.parent {
                lookup.daughters.entry(parent).or_default().push(position);
            }
        }
        lookup
    }

    /// The responses of a scope in a wave, in their order.
    pub(super) fn responses<'p>(&self, program: &'p Program, wave: usize, scope: Scope) -> Vec<&'p Response> {
        let all = &program.waves[wave].responses;
        if scope == Scope::Program {
            return all.iter().collect();
        }
        let positions = self.responses.get(wave).and_then(|scopes| scopes.get(&scope));
        positions.into_iter().flatten().filter_map(|position| all.get(*position as usize)).collect()
    }

    /// The accounts that are in a segment now.
    pub(super) fn accounts(&self, segment: Segment) -> &[usize] {
        self.accounts.get(&segment).map_or(&[], Vec::as_slice)
    }

    /// The accounts that belong to another one.
    pub(super) fn daughters(&self, account: usize) -> &[usize] {
        self.daughters.get(&account).map_or(&[], Vec::as_slice)
    }
}

fn by_scope(wave: &Wave) -> HashMap<Scope, Vec<u32>> {
    let mut scopes: HashMap<Scope, Vec<u32>> = HashMap::new();
    for (position, response) in (0..).zip(&wave.responses) {
        let account = response.account.map(|account| Scope::Account(account as usize));
        for scope in response.segments.iter().map(|segment| Scope::Segment(*segment)).chain(account) {
            scopes.entry(scope).or_default().push(position);
        }
    }
    scopes
}
