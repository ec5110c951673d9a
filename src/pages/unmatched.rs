//! What does not match in a wave: answers of people or accounts not on record, of people not invited, and answers set
//! aside because their contact answered more than once.

use std::collections::BTreeSet;

use serde::Serialize;

use super::Report;
use crate::program::Number;
use crate::program::waves::{Invitations, Response};
use crate::sources::config::Respondents;
use crate::sources::surveys::Side;
use crate::words::Words;

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

/// What does not match in a wave. People are named where persons are; by role their answers' ids stand for them; where
/// they are anonymous, and of anonymous answers, there are only numbers.
#[must_use]
pub fn unmatched(report: &Report<'_>, position: usize) -> UnmatchedView {
    let program = report.program;
    let wave = &program.waves[position];
    if wave.side == Side::Employees {
        return UnmatchedView::default();
    }
    let accounts = program.register.accounts.len();
    let contacts = if program.register.contacts.is_empty() { usize::MAX } else { program.register.contacts.len() };
    let of = Names { respondents: wave.respondents };
    let words = &report.words;
    let mut groups = Vec::new();
    let unknown = beyond(&wave.responses, |response| response.account, accounts);
    let names = of.unknown(&unknown, &program.unknown_accounts);
    groups.extend(group(words, "account", unknown.len(), names));
    let unknown = beyond(&wave.responses, |response| response.contact, contacts);
    let names = of.unknown(&unknown, &program.unknown_contacts);
    groups.extend(group(words, "contact", unknown.len(), names));
    let not_invited =
        report.metrics.waves[position].reach.not_invited.iter().map(|response| &wave.responses[*response]);
    let not_invited: Vec<&Response> = not_invited.collect();
    groups.extend(group(words, "not-invited", not_invited.len(), of.ids(&not_invited)));
    let set_aside: Vec<&Response> = wave.set_aside.iter().collect();
    groups.extend(group(words, "set-aside", set_aside.len(), of.ids(&set_aside)));
    groups.extend(invitations_off_record(words, &wave.invitations));
    UnmatchedView { groups }
}

/// What stands for the people of a wave.
struct Names {
    respondents: Respondents,
}

impl Names {
    fn ids(&self, responses: &[&Response]) -> Vec<String> {
        if self.respondents == Respondents::Anonymous {
            return Vec::new();
        }
        let shown = responses.iter().filter(|response| !response.anonymous);
        shown.map(|response| response.id.to_string()).collect()
    }

    /// The unknown names, each once; where persons are not named, the ids of their responses.
    fn unknown(&self, found: &[(&Response, usize)], names: &[String]) -> Vec<String> {
        if self.respondents != Respondents::Named {
            return self.ids(&found.iter().map(|(response, _)| *response).collect::<Vec<_>>());
        }
        let distinct: BTreeSet<usize> =
            found.iter().filter(|(response, _)| !response.anonymous).map(|(_, position)| *position).collect();
        distinct.into_iter().filter_map(|position| names.get(position).cloned()).collect()
    }
}

/// The responses whose number lies beyond those on record, with how far beyond.
fn beyond(
    responses: &[Response],
    number: impl Fn(&Response) -> Option<Number>,
    on_record: usize,
) -> Vec<(&Response, usize)> {
    let far = |response| Some((response, (number(response)? as usize).checked_sub(on_record)?));
    responses.iter().filter_map(far).collect()
}

fn invitations_off_record(words: &Words, invitations: &Invitations) -> Option<UnmatchedGroup> {
    let Invitations::List(list) = invitations else { return None };
    let n = list.iter().filter(|invitation| !invitation.on_record).count();
    group(words, "invitation", n, Vec::new())
}

/// A group of so many that do not match in a way; nothing where there are none.
fn group(words: &Words, way: &str, n: usize, names: Vec<String>) -> Option<UnmatchedGroup> {
    let label = || words.say("unmatched", &[("way", way.into()), ("n", n.into())]);
    (n > 0).then(|| UnmatchedGroup { label: label(), names })
}
