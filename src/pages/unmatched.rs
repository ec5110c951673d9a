//! What does not match in a wave: answers of people or accounts not on record, of people not invited, and answers set
//! aside because their contact answered more than once.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Report, words};
use crate::program::Number;
use crate::program::waves::Invitations;
use crate::sources::config::Respondents;

/// What does not match.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct UnmatchedView {
    /// One group for each way of not matching.
    pub groups: Vec<UnmatchedGroup>,
}

/// Answers that do not match in the same way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UnmatchedGroup {
    /// In which way, and how many.
    pub label: String,
    /// Their names or ids; empty where persons are not shown by name.
    pub names: Vec<String>,
}

/// What does not match in a wave.
#[must_use]
pub fn unmatched(report: &Report<'_>, position: usize) -> UnmatchedView {
    let program = report.program;
    let wave = &program.waves[position];
    let named = wave.respondents == Respondents::Named;
    let accounts = program.register.accounts.len();
    let contacts = if program.register.contacts.is_empty() { usize::MAX } else { program.register.contacts.len() };
    let unknown_accounts =
        beyond(wave.responses.iter().filter_map(|response| response.account), accounts, &program.unknown_accounts);
    let unknown_contacts =
        beyond(wave.responses.iter().filter_map(|response| response.contact), contacts, &program.unknown_contacts);
    let not_invited: Vec<String> = report.metrics.reach[position]
        .not_invited
        .iter()
        .map(|response| wave.responses[*response].id.to_string())
        .collect();
    let off_record = match &wave.invitations {
        Invitations::List(list) => list.iter().filter(|invitation| !invitation.on_record).count(),
        Invitations::NotRecorded | Invitations::Counts { .. } => 0,
    };
    let set_aside: Vec<String> = wave.set_aside.iter().map(|response| response.id.to_string()).collect();
    let person = |names: Vec<String>| if named { names } else { Vec::new() };
    let mut groups = Vec::new();
    group(&mut groups, unknown_accounts.1, "names an account not on record", unknown_accounts.0);
    group(&mut groups, unknown_contacts.1, "names a contact not on record", person(unknown_contacts.0));
    let n = not_invited.len();
    group(&mut groups, n, "comes from somebody who was not invited", person(not_invited));
    let n = set_aside.len();
    group(&mut groups, n, "does not count, because its contact answered more than once", person(set_aside));
    if off_record > 0 {
        let label = format!(
            "{}: left out of response rates",
            words::counted(
                off_record as u64,
                "invitation to somebody not on record",
                "invitations to people not on record"
            )
        );
        groups.push(UnmatchedGroup { label, names: Vec::new() });
    }
    UnmatchedView { groups }
}

fn group(groups: &mut Vec<UnmatchedGroup>, answers: usize, singular: &str, names: Vec<String>) {
    if answers == 0 {
        return;
    }
    let plural = singular.replacen("names", "name", 1).replacen("comes", "come", 1).replacen("does not", "do not", 1);
    let plural = plural.replacen("its contact", "their contacts", 1);
    let label = if answers == 1 { format!("1 answer {singular}") } else { format!("{answers} answers {plural}") };
    groups.push(UnmatchedGroup { label, names });
}

/// The names of numbers beyond those on record, each once with how many answers it has, and how many answers in all.
fn beyond(numbers: impl Iterator<Item = Number>, on_record: usize, unknown: &[String]) -> (Vec<String>, usize) {
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for number in numbers {
        if let Some(position) = (number as usize).checked_sub(on_record) {
            *counts.entry(position).or_default() += 1;
        }
    }
    let names = counts.keys().filter_map(|position| unknown.get(*position).cloned()).collect();
    (names, counts.values().sum())
}
