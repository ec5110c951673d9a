//! What a page says of itself before anything is shown: its title, its first sentence, the wave in view.

use super::Report;
use crate::disclosure::WaveId;

/// What a page says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// Its title.
    pub title: String,
    /// Its first sentence, made from the figures.
    pub lead: String,
    /// The wave and survey in view; empty where the page is about none.
    pub in_view: String,
}

impl Head {
    /// A head without a wave in view.
    pub fn new(title: impl Into<String>, lead: impl Into<String>) -> Self {
        Self { title: title.into(), lead: lead.into(), in_view: String::new() }
    }

    /// Says which wave is in view.
    #[must_use]
    pub fn in_view(mut self, report: &Report<'_>, wave: Option<WaveId>) -> Self {
        self.in_view = wave.map(|wave| describe(report, wave)).unwrap_or_default();
        self
    }
}

fn describe(report: &Report<'_>, wave: WaveId) -> String {
    let words = &report.words;
    let wave = report.disclosed.wave(wave);
    let survey = &report.disclosed.surveys()[wave.survey()].label;
    let name = if survey == wave.label() {
        survey.clone()
    } else {
        words.say("page-wave", &[("survey", survey.into()), ("wave", wave.label().into())])
    };
    match (wave.first_day(), wave.last_day()) {
        (Some(from), Some(to)) if from != to => {
            let given = [("wave", name.into()), ("from", words.day(from).into()), ("to", words.day(to).into())];
            words.say("page-wave-between", &given)
        }
        (Some(day), _) | (None, Some(day)) => {
            words.say("page-wave-on", &[("wave", name.into()), ("day", words.day(day).into())])
        }
        (None, None) => name,
    }
}
