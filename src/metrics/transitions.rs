//! How the same contacts moved between promoters, passives and detractors from a wave to the next: the change of mind
//! behind a change of the score.

use std::collections::{BTreeMap, BTreeSet};

use crate::program::Program;
use crate::program::ids::ContactId;
use crate::program::questionnaire::Kind;
use crate::program::waves::Wave;
use crate::sources::config::Respondents;

use crate::metrics::scores::statistic::Statistic;

/// What an answer of 0 to 10 makes of its respondent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// 0 to 6.
    Detractor,
    /// 7 and 8.
    Passive,
    /// 9 and 10.
    Promoter,
}

impl Class {
    /// All classes, the lowest first.
    pub const ALL: [Self; 3] = [Self::Detractor, Self::Passive, Self::Promoter];

    /// The class of an answer.
    #[must_use]
    pub fn of(answer: f64) -> Self {
        match Statistic::Nps.read(answer, None) {
            sign if sign > 0.0 => Self::Promoter,
            sign if sign < 0.0 => Self::Detractor,
            _ => Self::Passive,
        }
    }
}

/// Contacts by what they were in the wave before and what they are now. There is at least one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Transitions {
    counts: BTreeMap<(Class, Class), u64>,
    /// Contacts who answered both times too, and are in no class: one of their answers was anonymous.
    pub left_out: u64,
}

impl Transitions {
    /// How many were the one before and are the other now.
    #[must_use]
    pub fn count(&self, before: Class, now: Class) -> u64 {
        self.counts.get(&(before, now)).copied().unwrap_or_default()
    }

    /// How many answered both times, those left out aside.
    #[must_use]
    pub fn contacts(&self) -> u64 {
        self.counts.values().sum()
    }

    /// How many are in a higher class now.
    #[must_use]
    pub fn up(&self) -> u64 {
        self.counts.iter().filter(|((before, now), _)| now > before).map(|(_, count)| count).sum()
    }

    /// How many are in a lower class now.
    #[must_use]
    pub fn down(&self) -> u64 {
        self.counts.iter().filter(|((before, now), _)| now < before).map(|(_, count)| count).sum()
    }
}

/// The transitions since the wave before by the headline question, where it is of kind nps; none where persons are
/// anonymous in either wave, because a move is a person's. Answers that their contact gave anonymously are left out.
pub(crate) fn transitions(program: &Program, wave: &Wave) -> Option<Transitions> {
    let headline = program.questionnaire.headline?;
    program.questionnaire.questions.get(headline).filter(|question| question.kind == Kind::Nps)?;
    let before = program.waves.get(wave.previous?)?;
    if [before, wave].iter().any(|wave| wave.respondents == Respondents::Anonymous) {
        return None;
    }
    let (earlier, later) = (classes(before, headline), classes(wave, headline));
    let mut transitions = Transitions::default();
    for (contact, now) in later {
        if let Some(before) = earlier.get(&contact) {
            *transitions.counts.entry((*before, now)).or_default() += 1;
        }
    }
    let both_times = answered(before, headline).intersection(&answered(wave, headline)).count() as u64;
    transitions.left_out = both_times.saturating_sub(transitions.contacts());
    (transitions.contacts() > 0).then_some(transitions)
}

/// The contacts who answered, anonymously or not.
fn answered(wave: &Wave, headline: usize) -> BTreeSet<ContactId> {
    wave.responses.iter().filter(|response| response.number(headline).is_some()).filter_map(|r| r.contact).collect()
}

/// Each contact's class; of several answers the latest counts, of those of one day the last.
fn classes(wave: &Wave, headline: usize) -> BTreeMap<ContactId, Class> {
    let named = wave.responses.iter().filter(|response| !response.anonymous);
    let mut answers: Vec<_> =
        named.filter_map(|response| Some((response.date, response.contact?, response.number(headline)?))).collect();
    answers.sort_by_key(|(date, ..)| *date);
    answers.into_iter().map(|(_, contact, answer)| (contact, Class::of(answer))).collect()
}
