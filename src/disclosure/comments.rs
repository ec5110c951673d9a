//! Which comments are shown, in which order, and what of their authors: of persons that are anonymous only those of
//! enough of them, and of an anonymous answer only where it stands among enough others.

use jiff::civil::Date;

use super::Disclosed;
use super::persons::{Author, shows_person};
use super::withheld::Withheld;
use crate::metrics::{FEWEST_BESIDE_ANONYMOUS, Scope, gives_away};
use crate::program::answers::Answer;
use crate::program::ids::{AccountId, WaveId};
use crate::program::waves::{Response, Wave};
use crate::sources::surveys::Side;

/// A comment, as far as it may be shown.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Comment<'a> {
    /// What was written.
    pub text: &'a str,
    /// The wording of the question that it answers; empty for the comment on the whole.
    pub question: &'a str,
    /// Its language, an IETF tag.
    pub language: Option<&'a str>,
    /// The respondent's answer to the headline; none where it was given anonymously.
    pub score: Option<f64>,
    /// Who wrote it.
    pub author: Author<'a>,
    /// The author's account, where it may be shown.
    pub account: Option<AccountId>,
    /// The wave.
    pub wave: WaveId,
    /// The day, where it may be shown.
    pub date: Option<Date>,
}

/// The comments of a scope.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Comments<'a> {
    /// The newest ones.
    pub shown: Vec<Comment<'a>>,
    /// How many there are beyond those.
    pub more: usize,
    /// Why some are not shown; none where all are.
    pub withheld: Option<Withheld>,
}

/// Why a comment cannot be quoted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoQuote {
    /// No response has that id.
    Unknown,
    /// Those of several surveys have it.
    Ambiguous,
    /// It may not be shown.
    Withheld(Withheld),
    /// Its respondent wrote none.
    NothingWritten,
}

/// What comments are ordered by: the wave and its days, and the day of the answer where it is shown.
type CommentOrder = (Option<Date>, WaveId, Option<Date>);

/// On which terms the comments of a scope in a wave are shown: all are, unless persons are anonymous and too few, or what
/// others wrote would follow, or an anonymous one would be attributed.
struct Terms {
    /// Why none is shown.
    all: Option<Withheld>,
    /// Why those of anonymous answers are not.
    anonymous: Option<Withheld>,
}

impl Terms {
    /// Why the comment of a response is not shown; none if it is.
    fn withheld(&self, response: &Response) -> Option<Withheld> {
        self.all.or(self.anonymous.filter(|_| response.anonymous))
    }
}

/// Something that was written, before it is known whether the page shows it.
struct WrittenComment<'a> {
    wave: WaveId,
    response: &'a Response,
    question: &'a str,
    text: &'a str,
}

impl<'a> Disclosed<'a> {
    /// The customers' comments of a scope in all waves, newest first, at most so many.
    #[must_use]
    pub fn comments(&self, scope: Scope, most: usize) -> Comments<'a> {
        let mut found: Vec<(WaveId, &'a Response)> = Vec::new();
        let mut withheld = None;
        let waves = self.program.waves.with_ids();
        for (wave, _) in waves.filter(|(_, wave)| wave.side == Side::Customers) {
            let all = self.responses(wave, scope);
            let terms = self.terms(wave, scope, &all);
            for response in all.into_iter().filter(|response| has_words(response)) {
                match terms.withheld(response) {
                    Some(why) => withheld = Some(why),
                    None => found.push((wave, response)),
                }
            }
        }
        let mut all: Vec<(CommentOrder, WrittenComment<'a>)> =
            found.into_iter().flat_map(|(wave, response)| self.written(wave, response)).collect();
        // What is not shown may not be told by the order either: the anonymous stand by their text.
        all.sort_by(|(a, one), (b, other)| b.cmp(a).then_with(|| one.text.cmp(other.text)));
        let shown = all.iter().take(most).map(|(_, written)| self.comment(written)).collect();
        Comments { shown, more: all.len().saturating_sub(most), withheld }
    }

    /// The comment of a response that has this id in any survey or in one, on the terms of the scope that it is shown in.
    ///
    /// # Errors
    /// There is none, or it may not be shown.
    pub fn quote(&self, own: Scope, survey: Option<&str>, id: &str) -> Result<Comment<'a>, NoQuote> {
        let (position, response) = self.response(survey, id)?;
        let scope = if is_in(own, response) { own } else { Scope::Program };
        let all: Vec<&Response> = self.program.waves[position].responses.iter().filter(|it| is_in(scope, it)).collect();
        let terms = self.terms(position, scope, &all);
        if let Some(why) = terms.withheld(response).filter(|_| self.has_figures()) {
            return Err(NoQuote::Withheld(why));
        }
        let text = response.comment.as_deref().ok_or(NoQuote::NothingWritten)?;
        Ok(self.comment(&WrittenComment { wave: position, response, question: "", text }))
    }

    /// The ids of all responses, for whoever mistypes one; they are never published.
    pub fn response_ids(&self) -> impl Iterator<Item = &'a str> {
        self.program.waves.iter().flat_map(Wave::all_responses).map(|response| &*response.id)
    }

    /// A response by its id, with its wave.
    fn response(&self, survey: Option<&str>, id: &str) -> Result<(WaveId, &'a Response), NoQuote> {
        let surveys = &self.program.surveys;
        let of_survey = |wave: &Wave| survey.is_none_or(|survey| surveys[wave.survey].id == survey);
        let waves = self.program.waves.with_ids().filter(|(_, wave)| of_survey(wave));
        let all = waves.flat_map(|(position, wave)| wave.all_responses().map(move |response| (position, response)));
        let mut found = all.filter(|(_, response)| *response.id == *id);
        match (found.next(), found.next()) {
            (Some(one), None) => Ok(one),
            (Some(_), Some(_)) => Err(NoQuote::Ambiguous),
            (None, _) => Err(NoQuote::Unknown),
        }
    }

    /// The terms on which comments of a scope in a wave are shown, given all its responses.
    fn terms(&self, wave: WaveId, scope: Scope, all: &[&Response]) -> Terms {
        let may_show = self.metrics.waves.get(wave).is_some_and(|wave| !wave.without_comments.contains(&scope));
        let too_few = Withheld::FewComments { fewest: self.program.privacy.comments_below };
        let attributed = Withheld::Attributed { fewest: FEWEST_BESIDE_ANONYMOUS };
        let gives_away = scope != Scope::Program && gives_away(all);
        Terms { all: (!may_show).then_some(too_few), anonymous: gives_away.then_some(attributed) }
    }

    /// A response's comment and its answers in words.
    fn written(
        &self,
        position: WaveId,
        response: &'a Response,
    ) -> impl Iterator<Item = (CommentOrder, WrittenComment<'a>)> + use<'a> {
        let program = self.program;
        let wave = &program.waves[position];
        let order = (wave.last_day, position, response.date.filter(|_| shows_person(wave, response)));
        let on_the_whole = response.comment.iter().map(|text| ("", &**text));
        let answers = response.answers.iter().filter_map(|(question, answer)| match answer {
            Answer::Text(text) => {
                let question = program.questionnaire.questions.get(usize::from(*question));
                Some((question.map_or("", |question| question.text.as_str()), &**text))
            }
            _ => None,
        });
        let written = on_the_whole.chain(answers);
        written.map(move |(question, text)| (order, WrittenComment { wave: position, response, question, text }))
    }

    /// What may be shown of something written.
    fn comment(&self, written: &WrittenComment<'a>) -> Comment<'a> {
        let WrittenComment { wave: position, response, question, text } = *written;
        let wave = &self.program.waves[position];
        Comment {
            text,
            question,
            language: response.language.as_deref(),
            score: self.headline_answer(response).filter(|_| !response.anonymous),
            author: self.author(wave, response),
            account: self.account_of(wave, response),
            wave: position,
            date: response.date.filter(|_| shows_person(wave, response)),
        }
    }
}

/// Whether a response is in a scope.
fn is_in(scope: Scope, response: &Response) -> bool {
    match scope {
        Scope::Program => true,
        Scope::Segment(segment) => response.segments.contains(&segment),
        Scope::Account(account) => response.account == Some(account),
    }
}

fn has_words(response: &Response) -> bool {
    response.comment.is_some() || response.answers.iter().any(|(_, answer)| matches!(answer, Answer::Text(_)))
}
