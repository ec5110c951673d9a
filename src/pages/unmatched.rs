//! What does not match in a wave: answers of people or accounts not on record, of people not invited, and answers set
//! aside because their contact answered more than once.

use schemars::JsonSchema;
use serde::Serialize;

use super::Report;
use crate::disclosure::WaveId;
use crate::disclosure::answers::{Mismatch, Unmatched};
use crate::words::Words;

/// Answers that do not match in the same way.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema, Serialize)]
pub struct UnmatchedGroup {
    /// In which way, and how many.
    pub label: String,
    /// Their names or ids; empty where persons are not shown by name.
    pub names: Vec<String>,
}

/// What does not match in a wave: one group for each way of not matching.
#[must_use]
pub fn unmatched(report: &Report<'_>, position: WaveId) -> Vec<UnmatchedGroup> {
    report.disclosed.unmatched(position).iter().map(|group| view(&report.words, group)).collect()
}

fn view(words: &Words, group: &Unmatched<'_>) -> UnmatchedGroup {
    UnmatchedGroup {
        label: words.say("unmatched", &[("way", key(group.way).into()), ("n", group.n.into())]),
        names: group.names.iter().map(|name| (*name).to_owned()).collect(),
    }
}

/// How something does not match, as messages choose by it.
fn key(way: Mismatch) -> &'static str {
    match way {
        Mismatch::Account => "account",
        Mismatch::Contact => "contact",
        Mismatch::NotInvited => "not-invited",
        Mismatch::SetAside => "set-aside",
        Mismatch::Invitation => "invitation",
    }
}
