//! What respondents wrote, and by whom as far as it may be shown. Comments are text wherever they stand.

use schemars::JsonSchema;
use serde::Serialize;

use super::frame::Link;
use super::{PageKey, Report, reasons};
use crate::disclosure::Scope;
use crate::disclosure::comments::{Comment, Comments};
use crate::disclosure::persons::Author;
use crate::words::Words;

/// One comment.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
pub struct CommentView {
    /// What was written.
    pub text: String,
    /// The question it answers; empty for the comment on the whole.
    pub question: String,
    /// Its language, an IETF tag; empty where it is not known.
    pub language: String,
    /// The respondent's answer to the headline; empty where there is none.
    pub score: String,
    /// Who wrote it, as far as it may be shown.
    pub who: String,
    /// The account; none on an account's own page and where persons are anonymous.
    pub account: Option<Link>,
    /// The wave's label.
    pub wave: String,
    /// The day; empty where persons are anonymous.
    pub date: String,
}

/// The comments of a scope.
#[derive(Debug, Clone, PartialEq, Default, JsonSchema, Serialize)]
pub struct CommentsView {
    /// The newest ones.
    pub list: Vec<CommentView>,
    /// How many there are beyond those.
    pub more: usize,
    /// Why some are not shown; empty where all are.
    pub reason: String,
}

/// The customers' comments of a scope in all waves, newest first, at most so many.
#[must_use]
pub fn comments(report: &Report<'_>, scope: Scope, most: usize) -> CommentsView {
    let Comments { shown, more, withheld } = report.disclosed.comments(scope, most);
    let on_own_page = matches!(scope, Scope::Account(_));
    CommentsView {
        list: shown.iter().map(|comment| view(report, comment, on_own_page)).collect(),
        more,
        reason: withheld.map(|why| reasons::withheld(&report.words, why)).unwrap_or_default(),
    }
}

fn view(report: &Report<'_>, comment: &Comment<'_>, on_own_page: bool) -> CommentView {
    let words = &report.words;
    CommentView {
        text: comment.text.to_owned(),
        question: comment.question.to_owned(),
        language: comment.language.unwrap_or_default().to_owned(),
        score: comment.score.map(|it| words.answer(it)).unwrap_or_default(),
        who: who(words, comment.author),
        account: if on_own_page { None } else { account(report, comment) },
        wave: report.wave_name(comment.wave),
        date: comment.date.map(|it| words.day(it)).unwrap_or_default(),
    }
}

/// A link to the account of a comment's author, where it may be shown.
#[must_use]
pub fn account(report: &Report<'_>, comment: &Comment<'_>) -> Option<Link> {
    comment.account.map(|account| super::frame::link(report, &PageKey::account(account)))
}

/// Who answered: a name, a role, or a respondent.
#[must_use]
pub fn who(words: &Words, author: Author<'_>) -> String {
    match author {
        Author::Named { name, title: Some(title) } => format!("{name}, {title}"),
        Author::Named { name, title: None } => name.to_owned(),
        Author::Role(role) => by_role(words, role),
        Author::Respondent => words.plain("respondent"),
    }
}

/// Somebody in a role; English needs to know with what sound an unknown one begins.
fn by_role(words: &Words, role: &str) -> String {
    let vowel = role.starts_with(['a', 'e', 'i', 'o', 'A', 'E', 'I', 'O']);
    words.say("respondent-by-role", &[("role", role.into()), ("vowel", vowel.into())])
}
