//! Who raised a ticket and what was answered after it, in words. What of it may be shown is decided in
//! [`crate::disclosure::tickets`].

use schemars::JsonSchema;
use serde::Serialize;

use crate::disclosure::Kind;
use crate::disclosure::tickets::{AfterTicket, Raiser};
use crate::pages::Report;
use crate::pages::group::role;

/// What was answered after a ticket.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema, Serialize)]
pub struct AnswerView {
    /// The answers with a number, one after the other; empty where there is none.
    pub scores: String,
    /// What was written; empty where nothing was.
    pub comment: String,
    /// Its language, an IETF tag; empty where it is not known.
    pub language: String,
}

/// Who raised a ticket; empty where that is not shown.
#[must_use]
pub fn raised_by(report: &Report<'_>, raiser: Raiser<'_>) -> String {
    match raiser {
        Raiser::Named(name) => name.to_owned(),
        Raiser::Role(known) => role(&report.words, known),
        Raiser::Nobody => String::new(),
    }
}

/// What was answered after a ticket.
#[must_use]
pub fn answer(report: &Report<'_>, answer: &AfterTicket<'_>) -> AnswerView {
    let scores: Vec<String> =
        answer.numbers.iter().filter_map(|(question, number)| score(report, *question, *number)).collect();
    AnswerView {
        scores: scores.join(&report.words.plain("list-separator")),
        comment: answer.comment.unwrap_or_default().to_owned(),
        language: answer.language.unwrap_or_default().to_owned(),
    }
}

/// An answer with the end of its scale.
fn score(report: &Report<'_>, position: usize, number: f64) -> Option<String> {
    let question = report.disclosed.questionnaire().questions.get(position)?;
    let (kind, highest) = match &question.kind {
        Kind::Nps => ("nps", 10.0),
        Kind::Csat(scale) => ("csat", scale.high),
        Kind::Ces(scale) => ("ces", scale.high),
        Kind::Rating { scale, .. } => ("rating", scale.high),
        Kind::Choice(_) | Kind::Choices(_) | Kind::Text => return None,
    };
    let given = [
        ("kind", kind.into()),
        ("question", (&question.text).into()),
        ("value", report.words.answer(number).into()),
        ("highest", report.words.answer(highest).into()),
    ];
    Some(report.words.say("support-score", &given))
}
