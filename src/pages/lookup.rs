//! Responses by account and daughters by parent, so that the page of one account need not go through all of them.

use std::collections::HashMap;

use crate::metrics::Scope;
use crate::program::Program;
use crate::program::waves::Response;

use super::comments::is_in;

/// The lookup of a program.
#[derive(Debug, Default)]
pub struct Lookup {
    /// For each wave, the positions of each account's responses.
    responses: Vec<HashMap<usize, Vec<usize>>>,
    /// The accounts that belong to another one.
    daughters: HashMap<usize, Vec<usize>>,
}

impl Lookup {
    /// Goes through a program once.
    #[must_use]
    pub fn new(program: &Program) -> Self {
        let mut lookup = Self::default();
        for wave in &program.waves {
            let mut accounts: HashMap<usize, Vec<usize>> = HashMap::new();
            for (position, response) in wave.responses.iter().enumerate() {
                if let Some(account) = response.account {
                    accounts.entry(account as usize).or_default().push(position);
                }
            }
            lookup.responses.push(accounts);
        }
        for (position, account) in program.register.accounts.iter().enumerate() {
            if let Some(parent) = account.parent {
                lookup.daughters.entry(parent).or_default().push(position);
            }
        }
        lookup
    }

    /// The responses of a scope in a wave, in their order.
    #[must_use]
    pub fn responses<'p>(&self, program: &'p Program, wave: usize, scope: Scope) -> Vec<&'p Response> {
        let all = &program.waves[wave].responses;
        let Scope::Account(account) = scope else {
            return all.iter().filter(|response| is_in(scope, response)).collect();
        };
        let positions = self.responses.get(wave).and_then(|accounts| accounts.get(&account));
        positions.into_iter().flatten().filter_map(|position| all.get(*position)).collect()
    }

    /// The accounts that belong to another one.
    #[must_use]
    pub fn daughters(&self, account: usize) -> &[usize] {
        self.daughters.get(&account).map_or(&[], Vec::as_slice)
    }
}
