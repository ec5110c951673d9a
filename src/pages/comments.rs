//! What respondents wrote, and by whom as far as it may be shown. Comments are text wherever they stand.

use jiff::civil::Date;
use serde::Serialize;

use super::frame::Link;
use super::{PageKey, Report};
use crate::metrics::Scope;
use crate::metrics::{FEWEST_BESIDE_ANONYMOUS, gives_away};
use crate::program::answers::Answer;
use crate::program::waves::{Response, Wave};
use crate::sources::config::Respondents;
use crate::sources::surveys::Side;
use crate::words::Words;

/// One comment.
#[derive(Debug, Clone, PartialEq, Serialize)]
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
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct CommentsView {
    /// The newest ones.
    pub list: Vec<CommentView>,
    /// How many there are beyond those.
    pub more: usize,
    /// Why some are not shown; empty where all are.
    pub reason: String,
}

/// The customers' comments of a scope in all waves up to a wave's survey's latest, newest first, at most so many.
#[must_use]
pub fn comments(report: &Report<'_>, scope: Scope, most: usize) -> CommentsView {
    let program = report.program;
    let mut found: Vec<(usize, &Response)> = Vec::new();
    let mut view = CommentsView::default();
    let customers = |position: &usize| program.waves[*position].side == Side::Customers;
    for position in (0..program.waves.len()).filter(customers) {
        let here = report.lookup.responses(program, position, scope);
        let mut written = here.iter().copied().filter(|response| has_words(response));
        if scope != Scope::Program && gives_away(&here) {
            if written.clone().any(|response| response.anonymous) {
                view.reason = attributed(&report.words);
            }
            found.extend(written.filter(|response| !response.anonymous).map(|response| (position, response)));
            continue;
        }
        if may_show(report, position, scope) {
            found.extend(written.map(|response| (position, response)));
        } else if written.next().is_some() {
            view.reason = too_few(report);
        }
    }
    let mut all: Vec<(Order, Comment<'_>)> = found
        .into_iter()
        .flat_map(|(wave, response)| {
            let order = order(report, wave, response);
            written(report, wave, response).map(move |comment| (order, comment))
        })
        .collect();
    // What is not shown may not be told by the order either: the anonymous stand by their text.
    all.sort_by(|(a, one), (b, other)| b.cmp(a).then_with(|| one.text.cmp(other.text)));
    view.more = all.len().saturating_sub(most);
    view.list = all.iter().take(most).map(|(_, comment)| comment.view(report, scope)).collect();
    view
}

/// What comments are ordered by: the wave and its days, and the day of the answer where it is shown.
type Order = (Option<Date>, usize, Option<Date>);

fn order(report: &Report<'_>, position: usize, response: &Response) -> Order {
    let wave = &report.program.waves[position];
    (wave.last_day, position, response.date.filter(|_| shows_person(wave, response)))
}

/// Whether anything about the person behind a response may be shown.
fn shows_person(wave: &Wave, response: &Response) -> bool {
    wave.respondents != Respondents::Anonymous && !response.anonymous
}

/// Why comments are not shown.
#[must_use]
pub fn too_few(report: &Report<'_>) -> String {
    report.words.say("comments-too-few", &[("fewest", report.program.privacy.comments_below.into())])
}

/// Why the comment of an anonymous answer is not shown.
fn attributed(words: &Words) -> String {
    words.say("comments-attributed", &[("fewest", FEWEST_BESIDE_ANONYMOUS.into())])
}

/// Why one comment may not be shown among those of a scope; none if it may.
#[must_use]
pub fn why_not(
    report: &Report<'_>,
    wave: usize,
    (scope, responses): (Scope, &[&Response]),
    response: &Response,
) -> Option<String> {
    if !may_show(report, wave, scope) {
        return Some(too_few(report));
    }
    (response.anonymous && scope != Scope::Program && gives_away(responses)).then(|| attributed(&report.words))
}

/// Whether the comments of a scope in a wave may be shown: always, unless persons are anonymous and too few, or what
/// others wrote would follow.
#[must_use]
pub fn may_show(report: &Report<'_>, wave: usize, scope: Scope) -> bool {
    report.metrics.waves.get(wave).is_some_and(|wave| !wave.without_comments.contains(&scope))
}

/// Whether a response is in a scope.
#[must_use]
pub fn is_in(scope: Scope, response: &Response) -> bool {
    match scope {
        Scope::Program => true,
        Scope::Segment(segment) => response.segments.contains(&segment),
        Scope::Account(account) => response.account.is_some_and(|number| number as usize == account),
    }
}

fn has_words(response: &Response) -> bool {
    response.comment.is_some() || response.answers.iter().any(|(_, answer)| matches!(answer, Answer::Text(_)))
}

/// Something that was written, before it is known whether the page shows it.
struct Comment<'a> {
    wave: usize,
    response: &'a Response,
    /// The wording of the question that it answers; empty for the comment on the whole.
    question: &'a str,
    text: &'a str,
}

/// A response's comment and its answers in words.
fn written<'a>(
    report: &Report<'a>,
    wave: usize,
    response: &'a Response,
) -> impl Iterator<Item = Comment<'a>> + use<'a> {
    let questions = &report.program.questionnaire.questions;
    let on_the_whole = response.comment.iter().map(|text| ("", &**text));
    let answers = response.answers.iter().filter_map(|(question, answer)| match answer {
        Answer::Text(text) => {
            Some((questions.get(usize::from(*question)).map_or("", |question| question.text.as_str()), &**text))
        }
        _ => None,
    });
    on_the_whole.chain(answers).map(move |(question, text)| Comment { wave, response, question, text })
}

impl Comment<'_> {
    fn view(&self, report: &Report<'_>, scope: Scope) -> CommentView {
        let Self { wave: position, response, question, text } = *self;
        let wave = &report.program.waves[position];
        let score = report.program.questionnaire.headline.and_then(|headline| response.number(headline));
        let on_own_page = matches!(scope, Scope::Account(_));
        CommentView {
            text: text.to_owned(),
            question: question.to_owned(),
            language: response.language.as_deref().unwrap_or_default().to_owned(),
            score: score.filter(|_| !response.anonymous).map(|it| report.words.answer(it)).unwrap_or_default(),
            who: who(report, wave, response),
            account: if on_own_page { None } else { account(report, wave, response) },
            wave: report.wave_name(position),
            date: response
                .date
                .filter(|_| shows_person(wave, response))
                .map(|it| report.words.day(it))
                .unwrap_or_default(),
        }
    }
}

/// A link to a response's account, where it is on record and may be shown.
#[must_use]
pub fn account(report: &Report<'_>, wave: &Wave, response: &Response) -> Option<Link> {
    let shown = response.account.filter(|_| shows_person(wave, response));
    let number = shown.filter(|number| report.program.on_record(*number))?;
    Some(super::frame::link(report, &PageKey::account(number as usize)))
}

/// Who answered, as far as it may be shown: a name, a role, or a respondent.
#[must_use]
pub fn who(report: &Report<'_>, wave: &Wave, response: &Response) -> String {
    let contact = response.contact.and_then(|number| report.program.register.contacts.get(number as usize));
    let role = || contact.and_then(|contact| contact.role.as_deref()).map(|role| by_role(&report.words, role));
    let shown = match wave.respondents {
        _ if response.anonymous => None,
        Respondents::Anonymous => None,
        Respondents::Role => role(),
        Respondents::Named => {
            let title = contact.and_then(|contact| contact.title.as_deref());
            let name = contact.and_then(|contact| contact.name.clone());
            name.map(|name| title.map_or(name.clone(), |title| format!("{name}, {title}"))).or_else(role)
        }
    };
    shown.unwrap_or_else(|| report.words.plain("respondent"))
}

/// Somebody in a role; English needs to know with what sound an unknown one begins.
fn by_role(words: &Words, role: &str) -> String {
    let vowel = role.starts_with(['a', 'e', 'i', 'o', 'A', 'E', 'I', 'O']);
    words.say("respondent-by-role", &[("role", role.into()), ("vowel", vowel.into())])
}
