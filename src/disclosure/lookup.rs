//! Responses by account and segment, accounts by segment, and daughters by parent, so that no page has to go through
//! all of them.

use std::collections::HashMap;

use crate::metrics::Scope;
use crate::program::Program;
use crate::program::ids::{AccountId, List, NotedPlaces, WaveId};
use crate::program::segments::Segment;
use crate::program::waves::{Response, Wave};

/// The lookup of a program.
#[derive(Debug, Default)]
pub(super) struct Lookup {
    /// Of each wave, the positions of the responses of each account and segment, ascending.
    responses: List<WaveId, HashMap<Scope, NotedPlaces>>,
    /// The accounts that are in a segment now, ascending.
    accounts: HashMap<Segment, Vec<AccountId>>,
    /// The accounts that belong to another one.
    daughters: HashMap<AccountId, Vec<AccountId>>,
}

impl Lookup {
    /// Goes through a program once.
    pub(super) fn new(program: &Program) -> Self {
        let mut lookup = Self { responses: program.waves.iter().map(by_scope).collect(), ..Self::default() };
        for (account, segments) in program.account_segments.with_ids() {
            for segment in segments {
                lookup.accounts.entry(*segment).or_default().push(account);
            }
        }
        for (daughter, account) in program.register.accounts.with_ids() {
            if let Some(parent) = account.parent {
                lookup.daughters.entry(parent).or_default().push(daughter);
            }
        }
        lookup
    }

    /// The responses of a scope in a wave, in their order.
    pub(super) fn responses<'p>(&self, program: &'p Program, wave: WaveId, scope: Scope) -> Vec<&'p Response> {
        let all = &program.waves[wave].responses;
        if scope == Scope::Program {
            return all.iter().collect();
        }
        let positions = self.responses.get(wave).and_then(|scopes| scopes.get(&scope));
        positions.into_iter().flat_map(NotedPlaces::iter).filter_map(|position| all.get(position)).collect()
    }

    /// The accounts that are in a segment now.
    pub(super) fn accounts(&self, segment: Segment) -> &[AccountId] {
        self.accounts.get(&segment).map_or(&[], Vec::as_slice)
    }

    /// The accounts that belong to another one.
    pub(super) fn daughters(&self, account: AccountId) -> &[AccountId] {
        self.daughters.get(&account).map_or(&[], Vec::as_slice)
    }
}

fn by_scope(wave: &Wave) -> HashMap<Scope, NotedPlaces> {
    let mut scopes: HashMap<Scope, NotedPlaces> = HashMap::new();
    for (position, response) in wave.responses.iter().enumerate() {
        let account = response.account.map(Scope::Account);
        for scope in response.segments.iter().map(|segment| Scope::Segment(*segment)).chain(account) {
            scopes.entry(scope).or_default().push(position);
        }
    }
    scopes
}
