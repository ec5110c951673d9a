//! An answer as it stands → an answer to its question, checked against the question's kind and scale.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use super::questionnaire::{Choice, Kind, Question, Questionnaire, Scale};
use crate::diagnostic::{At, Diagnostic, Diagnostics, Place, suggest};
use crate::sources::decode::shortened;
use crate::sources::surveys;
use crate::sources::values::{Given, number};

/// A checked answer; one that does not apply (`na`) is none.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// A number on the question's scale.
    Number(f64),
    /// The chosen options, indices into the question's.
    Options(Box<[u16]>),
    /// Words.
    Text(Box<str>),
}

/// Checks answers, question by question.
#[derive(Debug)]
pub struct Answers<'a> {
    questionnaire: &'a Questionnaire,
    positions: HashMap<&'a str, u16>,
}

impl<'a> Answers<'a> {
    /// Prepares for the answers to a questionnaire.
    #[must_use]
    pub fn new(questionnaire: &'a Questionnaire) -> Self {
        let positions =
            questionnaire.questions.iter().zip(0..).map(|(question, n)| (question.id.as_str(), n)).collect();
        Self { questionnaire, positions }
    }

    /// A response's answers by question; mistakes are noted and left out.
    pub fn check(
        &self,
        written: &[surveys::Answer],
        file: &Arc<Path>,
        diagnostics: &mut Diagnostics,
    ) -> Vec<(u16, Answer)> {
        let mut answers = Vec::with_capacity(written.len());
        for answer in written {
            let Some(&position) = self.positions.get(&*answer.question) else {
                diagnostics.push(self.questionnaire.unknown(&answer.question, Place::new(file, answer.question_at)));
                continue;
            };
            let question = &self.questionnaire.questions[usize::from(position)];
            match checked(question, &answer.given, answer.at) {
                Ok(checked) => answers.extend(checked.map(|answer| (position, answer))),
                Err(mistake) => diagnostics.push(mistake.at_file(file)),
            }
        }
        answers
    }
}

/// A mistake in an answer.
#[derive(Debug)]
pub struct Mistake {
    message: String,
    help: Option<String>,
    at: At,
}

impl Mistake {
    fn new(at: At, message: String, help: impl Into<Option<String>>) -> Self {
        Self { message, help: help.into(), at }
    }

    /// The mistake with its file.
    #[must_use]
    pub fn at_file(self, file: &Arc<Path>) -> Diagnostic {
        let mut error = Diagnostic::error(self.message).at(Place::new(file, self.at));
        error.help = self.help;
        error
    }
}

fn checked(question: &Question, given: &Given, at: At) -> Result<Option<Answer>, Mistake> {
    let text = match given {
        Given::One(text) if &**text == "na" && question.kind != Kind::Text => return Ok(None),
        Given::One(text) => text,
        Given::Several(options) => return several(question, options, at).map(Some),
    };
    match &question.kind {
        Kind::Choice(options) | Kind::Choices(options) => {
            option(question, options, text, at).map(|option| Some(Answer::Options([option].into())))
        }
        Kind::Text => Ok(Some(Answer::Text(text.clone())).filter(|_| !text.trim().is_empty())),
        _ => number_on_scale(question, text, at).map(|number| Some(Answer::Number(number))),
    }
}

fn several(
    question: &Question,
    chosen: &[crate::sources::decode::Located<Box<str>>],
    at: At,
) -> Result<Answer, Mistake> {
    let Kind::Choices(options) = &question.kind else {
        let message = format!("`{}` takes one answer, found a list", question.id);
        return Err(Mistake::new(at, message, "write the one answer".to_owned()));
    };
    let each = chosen.iter().map(|one| option(question, options, &one.value, one.at));
    let mut chosen: Vec<u16> = each.collect::<Result<_, _>>()?;
    chosen.sort_unstable();
    chosen.dedup();
    Ok(Answer::Options(chosen.into()))
}

/// The option that a text names.
///
/// # Errors
/// An unknown option, with the one that was probably meant.
pub fn option(question: &Question, options: &[Choice], text: &str, at: At) -> Result<u16, Mistake> {
    let position = options.iter().position(|option| option.id == text);
    position.and_then(|position| u16::try_from(position).ok()).ok_or_else(|| {
        let message = format!("`{}` is not an option of `{}`", shortened(text), question.id);
        Mistake::new(at, message, suggest(text, options.iter().map(|option| option.id.as_str())))
    })
}

/// The number that a text is on the question's scale.
///
/// # Errors
/// Not a number, outside the scale, or a fraction where whole numbers are asked for.
pub fn number_on_scale(question: &Question, text: &str, at: At) -> Result<f64, Mistake> {
    let scale = question.scale().unwrap_or(Scale { low: f64::MIN, high: f64::MAX });
    let expected = format!("`{}` takes {} to {}", question.id, scale.low, scale.high);
    let Some(value) = number(text.trim()) else {
        let message = format!("`{}` is not a number: {expected}", shortened(text));
        return Err(Mistake::new(at, message, "write `na` where the question does not apply".to_owned()));
    };
    if value < scale.low || value > scale.high {
        let message = format!("{value} is outside the scale: {expected}");
        return Err(Mistake::new(at, message, "mend the answer, or the question's `scale`".to_owned()));
    }
    if value.fract() != 0.0 && !matches!(question.kind, Kind::Rating { .. }) {
        let message = format!("{value} is not a whole number: {expected}");
        return Err(Mistake::new(at, message, "only ratings may have fractions".to_owned()));
    }
    Ok(value)
}
