//! The small template language of commentary: `{{ expression }}`, `{% if %}`, `{% for %}` and `{% set %}`.
//!
//! Commentary is written by many hands and may come from outside, so its language is one that cannot do harm: it reads
//! nothing, calls only what it is given, and works within bounds of depth, steps and bytes ([`limits`]). It is the part
//! of Jinja that prose needs, in the same words. Themes are their author's own code, and have all of `minijinja`.
//!
//! A mistake in one tag does not keep back those in others: all of a text are told at once.

mod evaluate;
mod expression;
mod limits;
mod pieces;
mod statement;
mod tokens;
mod value;

use std::ops::Range;

pub(super) use evaluate::{Call, Done, Host};

/// What is wrong in a template, and where, in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mistake {
    /// Where.
    pub(super) range: Range<usize>,
    /// What kind of mistake it is.
    pub(super) kind: MistakeKind,
    /// What is wrong.
    pub(super) message: String,
    /// What to do, where that depends on the mistake.
    pub(super) help: Option<String>,
}

/// The kinds of mistakes in templates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MistakeKind {
    /// Something that is no template, or that commentary does not know.
    Form,
    /// A function or a name that does not exist.
    Unknown,
    /// Beyond one of the bounds.
    Bounds,
}

impl Mistake {
    fn form(range: Range<usize>, message: impl Into<String>) -> Self {
        Self { range, kind: MistakeKind::Form, message: message.into(), help: None }
    }

    fn bounds(range: Range<usize>, message: impl Into<String>, help: &str) -> Self {
        Self { range, kind: MistakeKind::Bounds, message: message.into(), help: Some(help.to_owned()) }
    }

    fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

/// Runs a template: the text that it makes, and all that is wrong with it.
pub(super) fn run(source: &str, host: &mut dyn Host) -> Done {
    let mut mistakes = Vec::new();
    let pieces = pieces::pieces(source, &mut mistakes);
    let statements = statement::statements(&pieces, &mut mistakes);
    evaluate::evaluate(source, &statements, mistakes, host)
}
