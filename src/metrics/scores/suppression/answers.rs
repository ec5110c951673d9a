//! The answers of a column by the scopes that they are in: answers in exactly the same ones are one bundle.

use std::collections::BTreeMap;

use super::PROGRAM;

/// An answer, or several of the same scopes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    /// The scopes that it is in.
    pub scopes: Vec<usize>,
    /// Whose it is; none where that is not known.
    pub contact: Option<u32>,
    /// How many answers it stands for.
    pub count: u64,
}

/// Answers that are in exactly the same scopes.
#[derive(Debug, Default)]
pub(crate) struct AlikeAnswers {
    /// The scopes, ascending, the program among them.
    pub(crate) scopes: Vec<usize>,
    /// The contacts, ascending, each once.
    contacts: Vec<u32>,
    /// Answers without a contact, each of them a person.
    without: u64,
}

/// All answers of a column.
#[derive(Debug)]
pub(crate) struct ColumnAnswers {
    pub(crate) bundles: Vec<AlikeAnswers>,
    /// The bundles of each scope, ascending.
    members: Vec<Vec<usize>>,
    persons: Vec<u64>,
    /// Whether no contact is in two bundles, so that persons add up.
    is_apart: bool,
}

impl ColumnAnswers {
    pub(crate) fn new(scopes: usize, answered: &[Answered]) -> Self {
        let mut bundles: BTreeMap<Vec<usize>, AlikeAnswers> = BTreeMap::new();
        // An answer that nobody gave, as tallies have them, is nobody's.
        for answer in answered.iter().filter(|answer| answer.count > 0) {
            let mut of: Vec<usize> = answer.scopes.iter().copied().filter(|scope| *scope < scopes).collect();
            of.push(PROGRAM);
            of.sort_unstable();
            of.dedup();
            let bundle = bundles.entry(of).or_default();
            match answer.contact {
                Some(contact) => bundle.contacts.push(contact),
                None => bundle.without = bundle.without.saturating_add(answer.count),
            }
        }
        let settled = bundles.into_iter().map(|(scopes, mut bundle)| {
            bundle.contacts.sort_unstable();
            bundle.contacts.dedup();
            AlikeAnswers { scopes, ..bundle }
        });
        let bundles: Vec<AlikeAnswers> = settled.collect();
        let mut members = vec![Vec::new(); scopes];
        for (position, bundle) in bundles.iter().enumerate() {
            for scope in &bundle.scopes {
                if let Some(members) = members.get_mut(*scope) {
                    members.push(position);
                }
            }
        }
        let all: usize = bundles.iter().map(|bundle| bundle.contacts.len()).sum();
        let mut contacts: Vec<u32> = bundles.iter().flat_map(|bundle| &bundle.contacts).copied().collect();
        contacts.sort_unstable();
        contacts.dedup();
        let mut answers = Self { bundles, persons: Vec::new(), is_apart: contacts.len() == all, members };
        answers.persons = (0..scopes).map(|scope| answers.persons_of(answers.members(scope).iter().copied())).collect();
        answers
    }

    /// The bundles of a scope, ascending.
    pub(crate) fn members(&self, scope: usize) -> &[usize] {
        self.members.get(scope).map(Vec::as_slice).unwrap_or_default()
    }

    /// How many persons are in a scope.
    pub(crate) fn persons(&self, scope: usize) -> u64 {
        self.persons.get(scope).copied().unwrap_or_default()
    }

    /// How many persons are in some bundles, who answered twice counted once.
    pub(crate) fn persons_of(&self, bundles: impl Iterator<Item = usize>) -> u64 {
        let (mut without, mut counted, mut contacts) = (0_u64, 0_u64, Vec::<u32>::new());
        for bundle in bundles.filter_map(|bundle| self.bundles.get(bundle)) {
            without = without.saturating_add(bundle.without);
            if self.is_apart {
                counted = counted.saturating_add(bundle.contacts.len() as u64);
            } else {
                contacts.extend(&bundle.contacts);
            }
        }
        contacts.sort_unstable();
        contacts.dedup();
        without.saturating_add(counted).saturating_add(contacts.len() as u64)
    }
}
