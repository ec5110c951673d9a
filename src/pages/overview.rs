//! `/`: how are we doing, what changed, what must be done?

use schemars::JsonSchema;
use serde::Serialize;

use super::blocks::dimensions::{DimensionSummary, summaries};
use super::blocks::{Block, SectionKind, Whose};
use super::change_in_words::in_a_sentence;
use super::figure::{FigureView, figure};
use super::head::Head;
use super::moves::{self, moves};
use super::split::split;
use super::{Report, View, asked};
use crate::disclosure::{Item, Scope, WaveId};
use crate::words::Words;

/// What the change is made of.
pub const SPLIT: SectionKind =
    SectionKind { id: "split", heading: |report, _| report.words.plain("split-title"), blocks: parts };

/// The overview, for the template: its sections show the rest.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
pub struct OverviewView {
    /// Why there is nothing to lead with; empty where there is.
    pub reason: String,
    /// The headline.
    pub headline: Option<FigureView>,
}

/// The overview of a report.
#[must_use]
pub fn view(report: &Report<'_>) -> (Head, View) {
    let both = report.lead.zip(report.headline());
    let headline = both.map(|(wave, item)| figure(report, wave, Scope::Program, item));
    let reason = if headline.is_some() { String::new() } else { no_headline(report) };
    let said = both.zip(headline.as_ref()).map(|((wave, item), figure)| lead(report, wave, item, figure));
    let lead = said.unwrap_or_else(|| reason.clone());
    let head = Head::new(report.disclosed.title().to_owned(), lead).in_view(report, report.lead);
    (head, View::Overview(Box::new(OverviewView { reason, headline })))
}

/// Why there is nothing to lead with.
fn no_headline(report: &Report<'_>) -> String {
    match report.lead {
        None if report.disclosed.waves().len() > 0 => report.words.plain("in-the-field"),
        None => report.words.plain("overview-no-answers"),
        Some(_) => report.words.plain("overview-no-headline"),
    }
}

fn lead(report: &Report<'_>, wave: WaveId, headline: Item, figure: &FigureView) -> String {
    let items = moves::of_items(report, wave, Scope::Program);
    let groups = groups(&report.words, &summaries(report, wave));
    let accounts = moves::of_accounts(report, wave, headline);
    format!("{}{items}{groups}{accounts}", sentence(report, wave, figure))
}

fn parts(report: &Report<'_>, whose: Whose) -> Vec<Block> {
    let split = whose.leading(report).and_then(|(wave, item)| split(report, wave, whose.scope, item));
    split.map(Block::Split).into_iter().collect()
}

/// The groups of all dimensions that rose or fell.
fn groups(words: &Words, segments: &[DimensionSummary]) -> String {
    let values = segments.iter().flat_map(|dimension| &dimension.values);
    moves(words, values.map(|value| (value.value.text.clone(), &value.figure)))
}

fn sentence(report: &Report<'_>, wave: WaveId, figure: &FigureView) -> String {
    let score = in_a_sentence(&report.words, figure);
    let coverage = report.coverage(wave).filter(|coverage| coverage.accounts > 0).map(|coverage| {
        let given = [
            ("answered", coverage.answered.into()),
            ("n", coverage.accounts.into()),
            ("others", asked::not_covered(report).into()),
        ];
        format!(" {}", report.words.say("overview-coverage", &given))
    });
    let running = report.running(wave);
    format!("{score}{}{running}", coverage.unwrap_or_default())
}
