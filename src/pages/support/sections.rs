//! What the page of a segment says of its tickets, and what the overview says of all in a line.

use schemars::JsonSchema;
use serde::Serialize;

use super::figures::{self, HeldAgainst};
use crate::disclosure::figures::FEWEST_FOR_A_SCORE;
use crate::disclosure::{Segment, Spread, TicketScope};
use crate::pages::Report;
use crate::pages::table::TableView;

/// So many topics that are everybody's are named in a line.
const MOST_NAMED: usize = 3;

/// The tickets of a segment.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
pub struct SegmentSupportView {
    /// How many there are, and how many are open.
    pub sentence: String,
    /// Times and shares beside those of everyone.
    pub times: TableView,
    /// How times were taken; nothing where none is over.
    pub note: Option<String>,
}

/// The tickets of a segment; none where few were opened in the window.
#[must_use]
pub fn of_segment(report: &Report<'_>, segment: Segment) -> Option<SegmentSupportView> {
    let found = report.support.as_ref()?;
    let figures = found.figures(TicketScope::Segment(segment))?;
    let window = figures.window.as_ref().filter(|window| window.opened >= FEWEST_FOR_A_SCORE)?;
    let everyone = found.figures(TicketScope::Program).and_then(|figures| figures.window.as_ref());
    let given =
        [("n", window.opened.into()), ("open", figures.open.tickets.into()), ("severe", figures.open.severe.into())];
    Some(SegmentSupportView {
        sentence: report.words.say("support-account", &given),
        times: figures::table(report, window, everyone, HeldAgainst::Everyone),
        note: figures::clock(&report.words, window),
    })
}

/// What there is to say of tickets at first sight: what is severe and open, and what is everybody's; empty where that is
/// nothing.
#[must_use]
pub fn at_first_sight(report: &Report<'_>) -> String {
    let words = &report.words;
    let Some(found) = report.support.as_ref() else { return String::new() };
    let open = found.figures(TicketScope::Program).map(|figures| figures.open).filter(|open| open.severe > 0);
    let severe = open.map(|open| {
        let revenue = open.revenue_behind_severe.filter(|revenue| *revenue > 0.0);
        let given = [
            ("n", open.severe.into()),
            ("paid", revenue.is_some().into()),
            ("revenue", revenue.map(|it| words.money(it, report.disclosed.currency())).unwrap_or_default().into()),
        ];
        words.say("support-overview-severe", &given)
    });
    let topics = found.support.issues.topics.iter().filter(|topic| topic.spread == Spread::Systemic);
    let topics: Vec<String> = topics.map(|topic| found.topic(topic.topic).to_owned()).collect();
    let systemic = (!topics.is_empty()).then(|| {
        let given = [("n", topics.len().into()), ("topics", words.some(&topics, MOST_NAMED).into())];
        words.say("support-overview-systemic", &given)
    });
    [severe, systemic].into_iter().flatten().collect::<Vec<_>>().join(" ")
}
