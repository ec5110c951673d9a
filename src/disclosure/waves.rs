//! What is said of a wave as a whole: when it was, who did it, how many answered. Its responses stay here.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::Disclosed;
use crate::metrics::Window;
use crate::program::ids::WaveId;
use crate::program::waves::{self, STAGES, Survey};
use crate::sources::config::Respondents;
use crate::sources::surveys::{Conductor, Side};

/// A wave of a survey, without the answers of anybody.
#[derive(Debug, Clone, Copy)]
pub struct Wave<'a> {
    id: WaveId,
    wave: &'a waves::Wave,
}

impl<'a> Wave<'a> {
    /// Which it is.
    #[must_use]
    pub fn id(self) -> WaveId {
        self.id
    }

    /// The survey, an index into the surveys.
    #[must_use]
    pub fn survey(self) -> usize {
        self.wave.survey
    }

    /// Its label.
    #[must_use]
    pub fn label(self) -> &'a str {
        &self.wave.label
    }

    /// The last part of its page's address.
    #[must_use]
    pub fn slug(self) -> &'a str {
        &self.wave.slug
    }

    /// The first day: of the fieldwork, else of the answers, else of the period that the label names.
    #[must_use]
    pub fn first_day(self) -> Option<Date> {
        self.wave.first_day
    }

    /// The last day.
    #[must_use]
    pub fn last_day(self) -> Option<Date> {
        self.wave.last_day
    }

    /// Who answers.
    #[must_use]
    pub fn side(self) -> Side {
        self.wave.side
    }

    /// Who conducted it.
    #[must_use]
    pub fn conducted_by(self) -> Option<Conductor> {
        self.wave.conducted_by
    }

    /// How its respondents are shown.
    #[must_use]
    pub fn respondents(self) -> Respondents {
        self.wave.respondents
    }

    /// When each stage was, in their order, where that is known.
    pub fn stages(self) -> impl Iterator<Item = (&'static str, Date)> {
        STAGES.into_iter().zip(self.wave.stages).filter_map(|(stage, day)| Some((stage, day?)))
    }

    /// The wave before it in the same survey and among the same side.
    #[must_use]
    pub fn previous(self) -> Option<WaveId> {
        self.wave.previous
    }

    /// The wave that its figures are held against further back.
    #[must_use]
    pub fn further(self, window: Window) -> Option<WaveId> {
        window.of(self.wave)
    }

    /// Whether anybody answered.
    #[must_use]
    pub fn has_answers(self) -> bool {
        self.wave.has_answers()
    }

    /// Responses that count.
    #[must_use]
    pub fn responses(self) -> u64 {
        self.wave.responses.len() as u64
    }

    /// Responses set aside because their contact answered more than once.
    #[must_use]
    pub fn set_aside(self) -> u64 {
        self.wave.set_aside.len() as u64
    }

    /// Whether answers were counted, instead of or beside responses.
    #[must_use]
    pub fn has_tallies(self) -> bool {
        !self.wave.tallies.is_empty()
    }

    /// Responses that count, and tallied answers of the question with the most.
    #[must_use]
    pub fn answers(self) -> u64 {
        let mut tallied: BTreeMap<u16, u64> = BTreeMap::new();
        for tally in &self.wave.tallies {
            *tallied.entry(tally.question).or_default() += tally.counts.iter().map(|(_, count)| count).sum::<u64>();
        }
        self.responses() + tallied.into_values().max().unwrap_or_default()
    }
}

impl<'a> Disclosed<'a> {
    /// The surveys.
    #[must_use]
    pub fn surveys(&self) -> &'a [Survey] {
        &self.program.surveys
    }

    /// The survey of a wave.
    #[must_use]
    pub fn survey_of(&self, wave: WaveId) -> &'a Survey {
        &self.program.surveys[self.program.waves[wave].survey]
    }

    /// The waves by survey, then first day, then label.
    #[must_use]
    pub fn waves(&self) -> impl DoubleEndedIterator<Item = Wave<'a>> + ExactSizeIterator + use<'a> {
        self.program.waves.with_ids().map(|(id, wave)| Wave { id, wave })
    }

    /// A wave.
    #[must_use]
    pub fn wave(&self, id: WaveId) -> Wave<'a> {
        Wave { id, wave: &self.program.waves[id] }
    }
}
