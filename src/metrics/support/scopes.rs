//! Which tickets are whose: all, those of an account, of a segment, of a group.

use std::collections::BTreeMap;

use crate::program::Program;
use crate::program::ids::{AccountId, List, NotedPlaces};
use crate::program::segments::Segment;

use super::counted::Counted;

/// Whose tickets figures are made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TicketScope {
    /// All, those of nobody known too.
    Program,
    /// Those of accounts that were in a segment when they opened them.
    Segment(Segment),
    /// Those of an account on record.
    Account(AccountId),
    /// Those of an account with others below it, and of these.
    Group(AccountId),
}

/// The places of each scope's tickets, which are by account, ascending.
pub(super) fn scopes(program: &Program, tickets: &[Counted<'_>]) -> BTreeMap<TicketScope, NotedPlaces> {
    let is_group = groups(program);
    let mut scopes: BTreeMap<TicketScope, NotedPlaces> = BTreeMap::new();
    let mut next = 0;
    for of_account in tickets.chunk_by(|a, b| a.account == b.account) {
        let first = next;
        next += of_account.len();
        scopes.entry(TicketScope::Program).or_default().extend(first..next);
        let account = of_account.first().and_then(|counted| counted.account);
        let Some(account) = account.filter(|account| program.on_record(*account)) else {
            continue;
        };
        scopes.entry(TicketScope::Account(account)).or_default().extend(first..next);
        let line = program.register.line(account);
        for group in line.filter(|account| is_group.get(*account) == Some(&true)) {
            scopes.entry(TicketScope::Group(group)).or_default().extend(first..next);
        }
        in_segments(program, of_account, first, &mut scopes);
    }
    scopes
}

/// Adds an account's tickets to their segments, those that are in the same ones at once.
fn in_segments(
    program: &Program,
    of_account: &[Counted<'_>],
    first: usize,
    scopes: &mut BTreeMap<TicketScope, NotedPlaces>,
) {
    let mut next = first;
    let alike = |a: &Counted<'_>, b: &Counted<'_>| a.ticket.past_segments == b.ticket.past_segments;
    for alike in of_account.chunk_by(alike) {
        let first = next;
        next += alike.len();
        for segment in alike.first().map(|counted| program.ticket_segments(counted.ticket)).unwrap_or_default() {
            scopes.entry(TicketScope::Segment(*segment)).or_default().extend(first..next);
        }
    }
}

/// For each account whether others are below it.
fn groups(program: &Program) -> List<AccountId, bool> {
    let mut is_group: List<AccountId, bool> = program.register.accounts.iter().map(|_| false).collect();
    for parent in program.register.accounts.iter().filter_map(|account| account.parent) {
        if let Some(is_group) = is_group.get_mut(parent) {
            *is_group = true;
        }
    }
    is_group
}
