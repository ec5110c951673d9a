//! An answer as it stands → an answer to its question, checked against the question's kind and scale.

use std::path::Path;
use std::sync::Arc;

use foldhash::HashMap;

use crate::diagnostic::{At, Code, Diagnostic, Diagnostics, Place};
use crate::program::questionnaire::{Choice, Kind, Question, Questionnaire, Scale};
use crate::sources::decode::{Located, shortened};
use crate::sources::surveys;
use crate::sources::values::{GivenAnswer, number};

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

    /// A response's answers by question; wrong ones are left out.
    #[must_use]
    pub fn check<'w>(&'w self, written: &'w [surveys::Answer]) -> Checked<'w> {
        let mut checked = Checked { answers: Vec::with_capacity(written.len()), mistakes: Vec::new() };
        for answer in written {
            let Some(&position) = self.positions.get(&*answer.question) else {
                checked.mistakes.push(Wrong::Question(answer));
                continue;
            };
            let question = &self.questionnaire.questions[usize::from(position)];
            match self::checked(question, &answer.given, answer.at) {
                Ok(answer) => checked.answers.extend(answer.map(|answer| (position, answer))),
                Err(_) => checked.mistakes.push(Wrong::Answer(question, answer)),
            }
        }
        checked
    }

    /// The answers that are right; mistakes are noted. `others` are names that might have been meant instead of a
    /// question: the fields that are columns of a table.
    pub fn right(
        &self,
        checked: Checked<'_>,
        others: &[&str],
        file: &Arc<Path>,
        diagnostics: &mut Diagnostics,
    ) -> Vec<(u16, Answer)> {
        for mistake in checked.mistakes {
            match mistake {
                Wrong::Question(answer) => {
                    let place = Place::new(file, answer.question_at);
                    self.questionnaire.note_unknown(&answer.question, others, place, diagnostics);
                }
                Wrong::Answer(question, answer) => {
                    let mistakes = self::checked(question, &answer.given, answer.at).err();
                    mistakes.into_iter().flatten().for_each(|mistake| mistake.note(file, diagnostics));
                }
            }
        }
        checked.answers
    }
}

/// A response's answers by question, and what is wrong among them.
#[derive(Debug)]
pub struct Checked<'a> {
    answers: Vec<(u16, Answer)>,
    mistakes: Vec<Wrong<'a>>,
}

/// What is wrong with an answer is worded once it is told: of millions, the words would take more than the answers.
#[derive(Debug)]
enum Wrong<'a> {
    /// There is no such question.
    Question(&'a surveys::Answer),
    /// The answer to this question.
    Answer(&'a Question, &'a surveys::Answer),
}

/// A mistake in an answer.
#[derive(Debug)]
pub struct AnswerMistake<'q> {
    code: Code,
    message: String,
    help: Help<'q>,
    at: At,
}

/// What to do about a mistake.
#[derive(Debug)]
enum Help<'q> {
    Do(&'static str),
    /// Look for the option that was meant by a text.
    Option(String, &'q [Choice]),
}

impl AnswerMistake<'_> {
    fn new(code: Code, at: At, message: String, help: &'static str) -> Self {
        Self { code, message, help: Help::Do(help), at }
    }

    /// Notes the mistake with its file.
    pub fn note(self, file: &Arc<Path>, diagnostics: &mut Diagnostics) {
        let mut error = Diagnostic::new(self.code, self.message).at(Place::new(file, self.at));
        error.help = match self.help {
            Help::Do(help) => Some(help.to_owned()),
            Help::Option(text, options) => diagnostics.suggest(&text, options.iter().map(|option| option.id.as_str())),
        };
        diagnostics.push(error);
    }
}

fn checked<'q>(question: &'q Question, given: &GivenAnswer, at: At) -> Result<Option<Answer>, Vec<AnswerMistake<'q>>> {
    let text = match given {
        GivenAnswer::One(text) if &**text == "na" && question.kind != Kind::Text => return Ok(None),
        GivenAnswer::One(text) => text,
        GivenAnswer::Several(options) => return several(question, options, at).map(Some),
    };
    let answer = match &question.kind {
        Kind::Choice(options) | Kind::Choices(options) => {
            option(question, options, text, at).map(|option| Some(Answer::Options([option].into())))
        }
        Kind::Text => Ok(Some(Answer::Text(text.clone())).filter(|_| !text.trim().is_empty())),
        _ => number_on_scale(question, text, at).map(|number| Some(Answer::Number(number))),
    };
    answer.map_err(|mistake| vec![mistake])
}

fn several<'q>(question: &'q Question, chosen: &[Located<Box<str>>], at: At) -> Result<Answer, Vec<AnswerMistake<'q>>> {
    let Kind::Choices(options) = &question.kind else {
        let message = format!("`{}` takes one answer, found a list", question.id);
        return Err(vec![AnswerMistake::new(Code::OneAnswer, at, message, "write the one answer")]);
    };
    let mut known = Vec::with_capacity(chosen.len());
    let mut mistakes = Vec::new();
    for one in chosen {
        match option(question, options, &one.value, one.at) {
            Ok(option) => known.push(option),
            Err(mistake) => mistakes.push(mistake),
        }
    }
    if !mistakes.is_empty() {
        return Err(mistakes);
    }
    known.sort_unstable();
    known.dedup();
    Ok(Answer::Options(known.into()))
}

/// What to do about an answer in empty quotes.
const EMPTY_HELP: &str = "write `null` in a cell without an answer, and `na` where the question does not apply";

/// The option that a text names.
///
/// # Errors
/// An unknown option, with the one that was probably meant.
pub fn option<'q>(question: &Question, options: &'q [Choice], text: &str, at: At) -> Result<u16, AnswerMistake<'q>> {
    if text.is_empty() {
        let message = format!("an empty text is not an option of `{}`", question.id);
        return Err(AnswerMistake::new(Code::UnknownOption, at, message, EMPTY_HELP));
    }
    let position = options.iter().position(|option| option.id == text);
    position.and_then(|position| u16::try_from(position).ok()).ok_or_else(|| {
        let message = format!("`{}` is not an option of `{}`", shortened(text), question.id);
        AnswerMistake { code: Code::UnknownOption, message, help: Help::Option(text.to_owned(), options), at }
    })
}

/// The number that a text is on the question's scale.
///
/// # Errors
/// Not a number, outside the scale, or a fraction where whole numbers are asked for.
pub fn number_on_scale(question: &Question, text: &str, at: At) -> Result<f64, AnswerMistake<'static>> {
    let scale = question.scale().unwrap_or(Scale { low: f64::MIN, high: f64::MAX });
    let expected = || format!("`{}` takes {} to {}", question.id, scale.low, scale.high);
    if text.trim().is_empty() {
        let message = format!("an empty text is not a number: {}", expected());
        return Err(AnswerMistake::new(Code::NotANumber, at, message, EMPTY_HELP));
    }
    let Some(value) = number(text.trim()) else {
        let message = format!("`{}` is not a number: {}", shortened(text), expected());
        return Err(AnswerMistake::new(Code::NotANumber, at, message, "write `na` where the question does not apply"));
    };
    if value < scale.low || value > scale.high {
        let message = format!("{value} is outside the scale: {}", expected());
        return Err(AnswerMistake::new(
            Code::OutsideScale,
            at,
            message,
            "correct the answer, or the question's `scale`",
        ));
    }
    if value.fract() != 0.0 && !matches!(question.kind, Kind::Rating { .. }) {
        let message = format!("{value} is not a whole number: {}", expected());
        return Err(AnswerMistake::new(Code::NotANumber, at, message, "only ratings may have fractions"));
    }
    Ok(value)
}
