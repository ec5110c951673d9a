//! What is asked: questions, the blocks of experience they belong to, and the values they are held against.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use crate::diagnostic::{At, Code, Diagnostic, Diagnostics, Place, suggest};
use crate::sources::config::{self, Config, QuestionKind};
use crate::sources::decode::{Located, shortened};
use crate::sources::surveys::FIELD_COLUMNS;
use crate::sources::values::Id;

/// The lowest and the highest answer of a question.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    /// The lowest answer.
    pub low: f64,
    /// The highest answer; more than the lowest.
    pub high: f64,
}

/// A question.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// Its id.
    pub id: String,
    /// Its exact wording.
    pub text: String,
    /// What its answers are.
    pub kind: Kind,
    /// A change of fewer points is never called a rise or fall.
    pub relevant: f64,
}

/// What the answers to a question are.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// Likelihood to recommend, whole numbers 0 to 10.
    Nps,
    /// Satisfaction, whole numbers; the top two count.
    Csat(Scale),
    /// Ease, whole numbers; the top three count.
    Ces(Scale),
    /// A rating; fractions are fine.
    Rating {
        /// Its scale.
        scale: Scale,
        /// The block it belongs to, an index into the blocks.
        block: Option<usize>,
    },
    /// One of several options.
    Choice(Vec<Choice>),
    /// Any of several options.
    Choices(Vec<Choice>),
    /// Words.
    Text,
}

/// An option of a choice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Its id.
    pub id: String,
    /// Its wording.
    pub label: String,
}

impl Question {
    /// The scale of a question whose answers are numbers.
    #[must_use]
    pub fn scale(&self) -> Option<Scale> {
        match self.kind {
            Kind::Nps => Some(Scale { low: 0.0, high: 10.0 }),
            Kind::Csat(scale) | Kind::Ces(scale) | Kind::Rating { scale, .. } => Some(scale),
            Kind::Choice(_) | Kind::Choices(_) | Kind::Text => None,
        }
    }

    /// The options of a choice; none for other kinds.
    #[must_use]
    pub fn options(&self) -> &[Choice] {
        match &self.kind {
            Kind::Choice(options) | Kind::Choices(options) => options,
            _ => &[],
        }
    }

    /// The block of a rating.
    #[must_use]
    pub fn block(&self) -> Option<usize> {
        match self.kind {
            Kind::Rating { block, .. } => block,
            _ => None,
        }
    }
}

/// A block of experience.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    /// Its id.
    pub id: String,
    /// Its name on the pages; none for the six of B2B experience, which pages name in the reader's language.
    pub label: Option<String>,
    /// Its weight in the experience index, more than 0 relative to the others'.
    pub weight: f64,
    /// Whether it is about facts rather than perceptions.
    pub objective: bool,
}

/// Questions, blocks and the question that the report leads with.
#[derive(Debug, Clone, PartialEq)]
pub struct Questionnaire {
    /// The questions in the file's order.
    pub questions: Vec<Question>,
    /// The blocks in the file's order.
    pub blocks: Vec<Block>,
    /// The question that the report leads with.
    pub headline: Option<usize>,
    /// Questions that are named, but not rightly described; what refers to them cannot be checked.
    pub unusable: BTreeSet<String>,
}

/// No questionnaire has more questions, and no question more options.
const MOST: usize = 1000;

impl Questionnaire {
    /// The index of a question by its id.
    #[must_use]
    pub fn position(&self, id: &str) -> Option<usize> {
        self.questions.iter().position(|question| question.id == id)
    }

    /// Notes an unknown question, with the one of them or of other names that was probably meant.
    pub fn note_unknown(&self, id: &str, others: &[&str], place: Place, diagnostics: &mut Diagnostics) {
        if self.unusable.contains(id) {
            return;
        }
        let names = self.questions.iter().map(|question| question.id.as_str()).chain(others.iter().copied());
        let mut error = Diagnostic::new(Code::UnknownQuestion, format!("unknown question `{}`", shortened(id)));
        error.help = diagnostics.suggest(id, names);
        diagnostics.push(error.at(place));
    }
}

/// The six blocks of B2B experience, where the program names none.
const DEFAULT_BLOCKS: [(&str, f64, bool); 6] = [
    ("business", 10.0, true),
    ("processes", 18.0, false),
    ("people", 18.0, false),
    ("technology", 18.0, false),
    ("information", 18.0, false),
    ("strategy", 18.0, false),
];

/// Checks the questionnaire of `cxbook.yaml`.
pub fn check(
    config: &Config,
    file: &Arc<Path>,
    unusable: &BTreeSet<String>,
    diagnostics: &mut Diagnostics,
) -> Questionnaire {
    let blocks = blocks(config, file, diagnostics);
    let mut questionnaire = Questionnaire { questions: Vec::new(), blocks, headline: None, unusable: unusable.clone() };
    check_number("questions", config.questions.0.iter().map(|(id, _)| id.at), file, diagnostics);
    for (id, written) in config.questions.0.iter().take(MOST) {
        check_id(id, "question", file, diagnostics);
        if let Some(field) = FIELD_COLUMNS.iter().find(|field| **field == id.value) {
            let message = format!("a question cannot be called `{field}`: that is a field of every response");
            let error = Diagnostic::new(Code::TakenName, message).at(Place::new(file, id.at));
            diagnostics.push(error.help("give it another id"));
        }
        match question(id, written, &questionnaire.blocks, file, diagnostics) {
            Some(question) => questionnaire.questions.push(question),
            None => questionnaire.unusable.extend([id.value.clone()]),
        }
    }
    questionnaire.unusable.extend(config.questions.0.iter().skip(MOST).map(|(id, _)| id.value.clone()));
    questionnaire.headline = headline(config, &questionnaire, file, diagnostics);
    questionnaire
}

/// Notes that there are more of a thing than anybody asks.
fn check_number(what: &str, mut places: impl Iterator<Item = At>, file: &Arc<Path>, diagnostics: &mut Diagnostics) {
    if let Some(beyond) = places.nth(MOST) {
        let error = Diagnostic::new(Code::TooMany, format!("more than {MOST} {what}")).at(Place::new(file, beyond));
        diagnostics.push(error.help("look whether data stand where the questionnaire should"));
    }
}

fn headline(config: &Config, all: &Questionnaire, file: &Arc<Path>, diagnostics: &mut Diagnostics) -> Option<usize> {
    let Some(id) = &config.headline else {
        return all.questions.iter().position(|question| question.kind == Kind::Nps);
    };
    let place = Place::new(file, id.at);
    let Some(position) = all.position(&id.text) else {
        all.note_unknown(&id.text, &[], place, diagnostics);
        return None;
    };
    if all.questions[position].scale().is_none() {
        let message = format!("`{}` has no score, so the report cannot lead with it", id.text);
        let error = Diagnostic::new(Code::NoScore, message).at(place);
        diagnostics.push(error.help("name a question of kind nps, csat, ces or rating"));
        return None;
    }
    Some(position)
}

fn blocks(config: &Config, file: &Arc<Path>, diagnostics: &mut Diagnostics) -> Vec<Block> {
    let Some(written) = &config.blocks else {
        let default =
            |(id, weight, objective): (&str, f64, bool)| Block { id: id.to_owned(), label: None, weight, objective };
        return DEFAULT_BLOCKS.map(default).to_vec();
    };
    let mut blocks = Vec::with_capacity(written.0.len());
    check_number("blocks", written.0.iter().map(|(id, _)| id.at), file, diagnostics);
    for (id, block) in written.0.iter().take(MOST) {
        check_id(id, "block", file, diagnostics);
        if config.questions.0.iter().any(|(question, _)| question.value == id.value) {
            let message = format!("`{}` is a block and a question", id.value);
            let error = Diagnostic::new(Code::TakenName, message).at(Place::new(file, id.at));
            diagnostics.push(error.help("rename one of the two"));
        }
        let weight = block.weight.as_ref().map_or(1.0, |weight| weight.value);
        if let Some(written) = block.weight.as_ref().filter(|weight| weight.value < 0.0) {
            let error = Diagnostic::new(Code::Negative, "a weight is 0 or more").at(Place::new(file, written.at));
            diagnostics.push(error.help("write a positive number"));
        }
        let label = Some(block.label.clone().unwrap_or_else(|| id.value.clone()));
        blocks.push(Block { id: id.value.clone(), label, weight, objective: block.objective.unwrap_or_default() });
    }
    blocks
}

/// Ids of questions, blocks, surveys and dimensions are `[a-z][a-z0-9_-]*`.
pub fn check_id(id: &Located<String>, what: &str, file: &Arc<Path>, diagnostics: &mut Diagnostics) {
    let rest = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '_' | '-');
    if id.value.starts_with(|c: char| c.is_ascii_lowercase()) && id.value.chars().all(rest) {
        return;
    }
    let message = format!("`{}` cannot be the id of a {what}", id.value);
    let help = "an id begins with a lower-case letter and has lower-case letters, digits, `_` and `-`";
    diagnostics.push(Diagnostic::new(Code::WrongId, message).at(Place::new(file, id.at)).help(help));
}

fn question(
    id: &Located<String>,
    written: &config::Question,
    blocks: &[Block],
    file: &Arc<Path>,
    diagnostics: &mut Diagnostics,
) -> Option<Question> {
    let block = block(id, written, blocks, file, diagnostics);
    let scale =
        |default: Option<Scale>, diagnostics: &mut Diagnostics| scale(written, default, id.at, file, diagnostics);
    let kind = match written.kind {
        QuestionKind::Nps => {
            let nps = Scale { low: 0.0, high: 10.0 };
            if scale(Some(nps), diagnostics)? != nps {
                let place = Place::new(file, written.scale.as_ref().map_or(id.at, |scale| scale.at));
                let error = Diagnostic::new(Code::WrongScale, "the scale of an nps question is 0 to 10").at(place);
                diagnostics.push(error.help("remove `scale`, or make it `kind: rating`"));
            }
            Kind::Nps
        }
        QuestionKind::Csat => {
            Kind::Csat(boxed(scale(Some(Scale { low: 1.0, high: 5.0 }), diagnostics)?, 2, written, file, diagnostics)?)
        }
        QuestionKind::Ces => {
            Kind::Ces(boxed(scale(Some(Scale { low: 1.0, high: 7.0 }), diagnostics)?, 3, written, file, diagnostics)?)
        }
        QuestionKind::Rating => Kind::Rating { scale: scale(None, diagnostics)?, block },
        QuestionKind::Choice => Kind::Choice(options(id, written, file, diagnostics)?),
        QuestionKind::Choices => Kind::Choices(options(id, written, file, diagnostics)?),
        QuestionKind::Text => Kind::Text,
    };
    unused_parts(id, written, &kind, file, diagnostics);
    let relevant = written.relevant.as_ref().map_or(0.0, |relevant| relevant.value);
    if relevant < 0.0 {
        let place = Place::new(file, written.relevant.as_ref().map_or(id.at, |relevant| relevant.at));
        let error = Diagnostic::new(Code::Negative, "`relevant` is 0 or more").at(place);
        diagnostics.push(error.help("write how many points matter"));
    }
    Some(Question { id: id.value.clone(), text: written.text.clone(), kind, relevant: relevant.max(0.0) })
}

fn block(
    id: &Located<String>,
    written: &config::Question,
    blocks: &[Block],
    file: &Arc<Path>,
    diagnostics: &mut Diagnostics,
) -> Option<usize> {
    let named: &Id = written.block.as_ref()?;
    let place = Place::new(file, named.at);
    let position = blocks.iter().position(|block| block.id == *named.text);
    if position.is_none() {
        let mut error = Diagnostic::new(Code::UnknownBlock, format!("unknown block `{}`", named.text)).at(place);
        error.help = suggest(&named.text, blocks.iter().map(|block| block.id.as_str()));
        diagnostics.push(error);
    } else if written.kind != QuestionKind::Rating {
        let kind = written.kind.word();
        let message = format!("`{}` is of kind {kind}, so it is left out of the score of `{}`", id.value, named.text);
        let help = "a block's score is made of ratings only: make it `kind: rating`, or remove `block`";
        diagnostics.push(Diagnostic::new(Code::UnusedKey, message).at(place).help(help));
    }
    position
}

fn scale(
    written: &config::Question,
    default: Option<Scale>,
    question: At,
    file: &Arc<Path>,
    diagnostics: &mut Diagnostics,
) -> Option<Scale> {
    let Some(scale) = &written.scale else {
        if default.is_none() {
            let error = Diagnostic::new(Code::MissingKey, "a rating needs its `scale`").at(Place::new(file, question));
            diagnostics.push(error.help("add the lowest and the highest answer: `scale: [1, 5]`"));
        }
        return default;
    };
    match scale.value.as_slice() {
        [low, high] if low < high => Some(Scale { low: *low, high: *high }),
        _ => {
            let error = Diagnostic::new(Code::WrongScale, "a scale is its lowest and its highest answer")
                .at(Place::new(file, scale.at));
            diagnostics.push(error.help("write `scale: [1, 5]`"));
            None
        }
    }
}

/// A scale of whole numbers with answers below its top box.
fn boxed(
    scale: Scale,
    top: u8,
    written: &config::Question,
    file: &Arc<Path>,
    diagnostics: &mut Diagnostics,
) -> Option<Scale> {
    let is_whole = scale.low.fract() == 0.0 && scale.high.fract() == 0.0;
    if is_whole && scale.high - scale.low >= f64::from(top) {
        return Some(scale);
    }
    let kind = written.kind.word();
    let message = format!("a {kind} scale has whole numbers, and more answers than the top {top} that count");
    let at = written.scale.as_ref().map_or(written.at, |scale| scale.at);
    let error = Diagnostic::new(Code::WrongScale, message).at(Place::new(file, at));
    diagnostics.push(error.help("write a longer scale, or make it `kind: rating`"));
    None
}

fn options(
    id: &Located<String>,
    written: &config::Question,
    file: &Arc<Path>,
    diagnostics: &mut Diagnostics,
) -> Option<Vec<Choice>> {
    let options: &[(Located<String>, String)] = written.options.as_ref().map_or(&[], |options| &options.value.0);
    if options.is_empty() {
        let error = Diagnostic::new(Code::MissingKey, format!("`{}` needs its `options`", id.value))
            .at(Place::new(file, id.at));
        diagnostics.push(error.help("add them: `options: {yes: \"Yes\", no: \"No\"}`"));
        return None;
    }
    if let Some((na, _)) = options.iter().find(|(option, _)| option.value == "na") {
        let error = Diagnostic::new(Code::TakenName, "an option cannot be called `na`").at(Place::new(file, na.at));
        diagnostics.push(error.help("`na` means that the question does not apply; give the option another id"));
    }
    check_number("options", options.iter().map(|(option, _)| option.at), file, diagnostics);
    Some(options.iter().take(MOST).map(|(id, label)| Choice { id: id.value.clone(), label: label.clone() }).collect())
}

/// Warns of keys that say nothing for a question of this kind.
fn unused_parts(
    id: &Located<String>,
    written: &config::Question,
    kind: &Kind,
    file: &Arc<Path>,
    diagnostics: &mut Diagnostics,
) {
    let is_choice = matches!(kind, Kind::Choice(_) | Kind::Choices(_));
    let mut unused = |key: &str, at: At| {
        let message = format!("`{key}` means nothing for `{}`, which is of kind {}", id.value, written.kind.word());
        diagnostics
            .push(Diagnostic::new(Code::UnusedKey, message).at(Place::new(file, at)).help(format!("remove `{key}`")));
    };
    if let Some(options) = written.options.as_ref().filter(|_| !is_choice) {
        unused("options", options.at);
    }
    if let Some(scale) = written.scale.as_ref().filter(|_| is_choice || *kind == Kind::Text) {
        unused("scale", scale.at);
    }
}
