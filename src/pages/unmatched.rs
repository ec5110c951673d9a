//! What does not match in a wave: answers of people or accounts not on record, of people not invited, and answers set
//! aside because their contact answered more than once.

use std::collections::BTreeSet;

use serde::Serialize;

use super::Report;
use crate::pages::told;
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
    let mut groups = Vec::new();
    let unknown = beyond(&wave.responses, |response| response.account, accounts);
    group(
        &mut groups,
        unknown.len(),
        "names an account not on record",
        of.unknown(&unknown, &program.unknown_accounts),
    );
    let unknown = beyond(&wave.responses, |response| response.contact, contacts);
    group(&mut groups, unknown.len(), "names a contact not on record", of.unknown(&unknown, &program.unknown_contacts));
    let not_invited =
        report.metrics.waves[position].reach.not_invited.iter().map(|response| &wave.responses[*response]);
    let not_invited: Vec<&Response> = not_invited.collect();
    group(&mut groups, not_invited.len(), "comes from somebody who was not invited", of.ids(&not_invited));
    let set_aside: Vec<&Response> = wave.set_aside.iter().collect();
    let what = "does not count, because its contact answered more than once";
    group(&mut groups, set_aside.len(), what, of.ids(&set_aside));
    groups.extend(invitations_off_record(&report.words, &wave.invitations));
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
    let n = list.iter().filter(|invitation| !invitation.on_record).count() as u64;
    let (one, many) = ("invitation to somebody not on record", "invitations to people not on record");
    let label = format!("{}: left out of response rates", told::counted(words, n, one, many));
    (n > 0).then(|| UnmatchedGroup { label, names: Vec::new() })
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
