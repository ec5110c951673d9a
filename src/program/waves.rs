//! What the answers are once checked: surveys, waves, responses, invitations, tallies.

pub(in crate::program) mod assembly;
pub(in crate::program) mod building;
pub(in crate::program) mod draft;
pub(in crate::program) mod fieldwork;
pub(in crate::program) mod invitations;
pub(in crate::program) mod tallies;
pub mod windows;

use jiff::civil::Date;

use crate::program::answers::Answer;
use crate::program::ids::{AccountId, ContactId, TicketId, WaveId};
use crate::program::segments::Segment;
use crate::sources::config::{Respondents, SurveyKind, WaveRule};
use crate::sources::surveys::{Conductor, Side};

/// A survey that is asked again and again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Survey {
    /// Its id.
    pub id: String,
    /// Its name on the pages.
    pub label: String,
    /// What occasions it.
    pub kind: SurveyKind,
    /// What makes its waves.
    pub rule: WaveRule,
}

/// One wave of one survey.
#[derive(Debug, Clone, PartialEq)]
pub struct Wave {
    /// The survey, an index into the surveys.
    pub survey: usize,
    /// Its label.
    pub label: String,
    /// The last part of its page's address.
    pub slug: String,
    /// The first day: of the fieldwork, else of the answers, else of the period that the label names.
    pub first_day: Option<Date>,
    /// The last day.
    pub last_day: Option<Date>,
    /// Who answers.
    pub side: Side,
    /// Who conducted it.
    pub conducted_by: Option<Conductor>,
    /// What may be shown of its respondents: the stricter of the program's rule and the promise.
    pub respondents: Respondents,
    /// When each stage was, in the order of [`STAGES`].
    pub stages: [Option<Date>; 7],
    /// Who was asked.
    pub invitations: Invitations,
    /// The responses that count, in the files' order.
    pub responses: Vec<Response>,
    /// Responses that do not count because the same contact answered more than once.
    pub set_aside: Vec<Response>,
    /// Counts of answers.
    pub tallies: Vec<Tally>,
    /// The wave before it in the same survey and among the same side.
    pub previous: Option<WaveId>,
    /// The one a year before it in the same survey and among the same side, unless that is the one before.
    pub year: Option<WaveId>,
    /// The earliest in its long run, likewise.
    pub long: Option<WaveId>,
}

/// The seven stages of a wave.
pub const STAGES: [&str; 7] = ["prepare", "field", "analyse", "interview", "plan", "act", "repeat"];

impl Wave {
    /// Whether anybody answered.
    #[must_use]
    pub fn has_answers(&self) -> bool {
        !self.responses.is_empty() || !self.tallies.is_empty()
    }

    /// Its responses: those that count, then those set aside.
    pub fn all_responses(&self) -> impl Iterator<Item = &Response> {
        self.responses.iter().chain(&self.set_aside)
    }

    /// The earlier waves that its figures are held against.
    pub fn held_against(&self) -> impl Iterator<Item = WaveId> {
        self.earlier().into_iter().flatten()
    }

    /// The one before, that of a year ago, and that of the long run.
    #[must_use]
    pub fn earlier(&self) -> [Option<WaveId>; 3] {
        [self.previous, self.year, self.long]
    }
}

/// One person's answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Response {
    /// Its id, unique in the survey.
    pub id: Box<str>,
    /// The account; beyond the accounts if it is not on record.
    pub account: Option<AccountId>,
    /// The contact; beyond the contacts if it is not on record.
    pub contact: Option<ContactId>,
    /// The day.
    pub date: Option<Date>,
    /// The answers by question, an index into the questions.
    pub answers: Vec<(u16, Answer)>,
    /// What the respondent wrote.
    pub comment: Option<Box<str>>,
    /// The comment's language, an IETF tag.
    pub language: Option<Box<str>>,
    /// Counted, never shown as a person.
    pub anonymous: bool,
    /// The segments it is in, by dimension.
    pub segments: Vec<Segment>,
    /// What it is about, where that is said. Most say nothing, and there are many: so it stands apart.
    pub about: Option<Box<AnswerSubject>>,
}

/// What an answer is about.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct AnswerSubject {
    /// The ticket.
    pub ticket: Option<TicketId>,
    /// What its comment is about.
    pub topics: Box<[Box<str>]>,
    /// The journey.
    pub journey: Option<Box<str>>,
    /// The touchpoint of that journey; none where it is about the whole.
    pub touchpoint: Option<Box<str>>,
}

impl Response {
    /// The answer to a question.
    #[must_use]
    pub fn answer(&self, question: usize) -> Option<&Answer> {
        self.answers.iter().find(|(position, _)| usize::from(*position) == question).map(|(_, answer)| answer)
    }

    /// The answer to a question as a number.
    #[must_use]
    pub fn number(&self, question: usize) -> Option<f64> {
        match self.answer(question) {
            Some(Answer::Number(number)) => Some(*number),
            _ => None,
        }
    }
}

/// Who was asked in a wave.
#[derive(Debug, Clone, PartialEq)]
pub enum Invitations {
    /// Nothing is known.
    NotRecorded,
    /// Each person once.
    List(Vec<Invitation>),
    /// Only how many.
    Counts {
        /// Invitations sent.
        sent: u64,
        /// Invitations that arrived.
        delivered: u64,
    },
}

/// One person who was asked.
#[derive(Debug, Clone, PartialEq)]
pub struct Invitation {
    /// The account.
    pub account: Option<AccountId>,
    /// The contact.
    pub contact: Option<ContactId>,
    /// What became of it.
    pub outcome: InvitationOutcome,
    /// Whether all that it names is on record; others are listed and do not count.
    pub on_record: bool,
    /// The segments it is in, by dimension.
    pub segments: Vec<Segment>,
}

/// What became of an invitation.
pub use crate::sources::surveys::InvitationOutcome;

/// How many gave each answer to a question.
#[derive(Debug, Clone, PartialEq)]
pub struct Tally {
    /// The question, an index into the questions.
    pub question: u16,
    /// The account, where the cell is an account's.
    pub account: Option<AccountId>,
    /// The segments that all its answers are in.
    pub segments: Vec<Segment>,
    /// Answers and how many gave them.
    pub counts: Vec<(Answer, u64)>,
}
