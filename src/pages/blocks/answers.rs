//! The sections about answers that the pages of accounts, of segments and of everyone share.

use super::{Block, SectionKind, Whose};
use crate::disclosure::Scope;
use crate::pages::Report;
use crate::pages::chart;
use crate::pages::comments::comments;
use crate::pages::history::history as past;
use crate::pages::profile;

/// How many comments an account's page shows.
const OF_AN_ACCOUNT: usize = 25;

/// How many comments other pages show.
const OF_OTHERS: usize = 30;

/// The leading question from wave to wave.
pub const HISTORY: SectionKind =
    SectionKind { id: "history", heading: |report, _| report.words.plain("from-wave-to-wave"), blocks: history };

/// The blocks of the experience.
pub const BLOCKS: SectionKind = SectionKind {
    id: "blocks",
    heading: |report, _| report.words.plain("profile-blocks"),
    blocks: |report, whose| Block::chart(whose.wave.and_then(|wave| chart::blocks(report, wave, whose.scope))),
};

/// Every question with a score: charts, and a table of those that are in none.
pub const QUESTIONS: SectionKind =
    SectionKind { id: "questions", heading: |report, _| report.words.plain("profile-questions"), blocks: questions };

/// The questions with options.
pub const CHOICES: SectionKind =
    SectionKind { id: "choices", heading: |report, _| report.words.plain("profile-choices"), blocks: choices };

/// What respondents wrote.
pub const COMMENTS: SectionKind =
    SectionKind { id: "comments", heading: |report, _| report.words.plain("comments-heading"), blocks: written };

fn history(report: &Report<'_>, whose: Whose) -> Vec<Block> {
    let trend = whose
        .leading(report)
        .and_then(|(wave, item)| chart::trend(report, whose.scope, item, &past(report, wave, whose.scope, item)));
    Block::chart(trend)
}

fn questions(report: &Report<'_>, whose: Whose) -> Vec<Block> {
    let Some(wave) = whose.wave else { return Vec::new() };
    let charts = chart::questions(report, wave, whose.scope);
    let table = profile::others(report, wave, whose.scope, &charts);
    Block::questions(charts, table)
}

fn choices(report: &Report<'_>, whose: Whose) -> Vec<Block> {
    let choices = whose.wave.map(|wave| profile::choices(report, wave, whose.scope)).unwrap_or_default();
    if choices.is_empty() { Vec::new() } else { vec![Block::Choices(choices)] }
}

fn written(report: &Report<'_>, whose: Whose) -> Vec<Block> {
    let most = if matches!(whose.scope, Scope::Account(_)) { OF_AN_ACCOUNT } else { OF_OTHERS };
    let view = comments(report, whose.scope, most);
    let is_empty = view.list.is_empty() && view.reason.is_empty();
    if is_empty { Vec::new() } else { vec![Block::Comments(view)] }
}
