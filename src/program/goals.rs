//! Targets and benchmarks: what the figures are held against.

use std::path::Path;
use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, suggest};
use crate::program::ids::AccountId;
use crate::program::questionnaire::Questionnaire;
use crate::program::register::Register;
use crate::program::segments::{Dimension, Segment};
use crate::sources::config::{self, Config};
use crate::sources::values::Id;

/// A score to be reached.
#[derive(Debug, Clone, PartialEq)]
pub struct Target {
    /// The question, an index into the questions.
    pub question: usize,
    /// The score: nps, top box in percent, or mean, by the question's kind.
    pub value: f64,
    /// Whom it is for.
    pub scope: GoalScope,
    /// Who is to reach it.
    pub team: Option<String>,
}

/// Whom a target is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GoalScope {
    /// All customers.
    Program,
    /// One segment.
    Segment(Segment),
    /// One account, an index into the accounts.
    Account(AccountId),
}

/// A score that others reach.
#[derive(Debug, Clone, PartialEq)]
pub struct Benchmark {
    /// The question, an index into the questions.
    pub question: usize,
    /// The score.
    pub value: f64,
    /// What the figure is.
    pub label: String,
    /// Where it comes from: an address or a title.
    pub source: Option<String>,
}

/// Checks targets and benchmarks.
pub(super) fn check(
    config: &Config,
    file: &Arc<Path>,
    questionnaire: &Questionnaire,
    dimensions: &[Dimension],
    register: &Register,
    diagnostics: &mut Diagnostics,
) -> (Vec<Target>, Vec<Benchmark>) {
    let mut targets = Vec::new();
    for written in &config.targets {
        let question = question(&written.question, questionnaire, file, diagnostics);
        let scope = scope(written, dimensions, register, file).map_err(|error| diagnostics.push(error)).ok();
        if let (Some(question), Some(scope)) = (question, scope) {
            targets.push(Target { question, value: written.value, scope, team: written.team.clone() });
        }
    }
    let mut benchmarks = Vec::new();
    for written in &config.benchmarks {
        let question = question(&written.question, questionnaire, file, diagnostics);
        let (label, source) = (written.label.clone(), written.source.clone());
        benchmarks.extend(question.map(|question| Benchmark { question, value: written.value, label, source }));
    }
    (targets, benchmarks)
}

fn question(id: &Id, all: &Questionnaire, file: &Arc<Path>, diagnostics: &mut Diagnostics) -> Option<usize> {
    let place = Place::new(file, id.at);
    let Some(position) = all.position(&id.text) else {
        all.note_unknown(&id.text, &[], place, diagnostics);
        return None;
    };
    if all.questions[position].scale().is_none() {
        let error = Diagnostic::new(Code::NoScore, format!("`{}` has no score", id.text)).at(place);
        diagnostics.push(error.help("name a question of kind nps, csat, ces or rating"));
        return None;
    }
    Some(position)
}

fn scope(
    target: &config::Target,
    dimensions: &[Dimension],
    register: &Register,
    file: &Arc<Path>,
) -> Result<GoalScope, Diagnostic> {
    let (name, value) = match target.r#where.0.as_slice() {
        [] => return Ok(GoalScope::Program),
        [one] => one,
        [_, second, ..] => {
            let error = Diagnostic::new(Code::TargetScope, "a target is for one segment or one account");
            return Err(error.at(Place::new(file, second.0.at)).help("name one dimension in `where`"));
        }
    };
    let unknown =
        |code, what: String, at, names, written: &str| unknown(code, what, Place::new(file, at), names, written);
    if name.value == "account" {
        let names = || register.accounts.iter().map(|account| account.id.as_str()).collect();
        return register.account(&value.value).map(GoalScope::Account).ok_or_else(|| {
            let message = format!("unknown account `{}`", value.value);
            unknown(Code::UnknownAccount, message, value.at, names(), &value.value)
        });
    }
    let Some(position) = dimensions.iter().position(|dimension| dimension.id == name.value) else {
        let names = dimensions.iter().map(|dimension| dimension.id.as_str()).chain(["account"]).collect();
        let message = format!("unknown segment dimension `{}`", name.value);
        return Err(unknown(Code::UnknownSegment, message, name.at, names, &name.value));
    };
    let values = &dimensions[position].values;
    let found = values.iter().position(|known| known.text == value.value);
    let segment = found.and_then(|found| {
        Some(Segment { dimension: u16::try_from(position).ok()?, value: u32::try_from(found).ok()? })
    });
    segment.map(GoalScope::Segment).ok_or_else(|| {
        let names = values.iter().map(|known| known.text.as_str()).collect();
        let message = format!("unknown value `{}` of `{}`", value.value, name.value);
        unknown(Code::UnknownSegment, message, value.at, names, &value.value)
    })
}

/// An error for a name that does not exist, with the one that was meant.
fn unknown(code: Code, message: String, place: Place, names: Vec<&str>, written: &str) -> Diagnostic {
    let mut error = Diagnostic::new(code, message).at(place);
    error.help = suggest(written, names);
    error
}
