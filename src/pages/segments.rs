//! `/segments/`, `/segments/DIM/`, `/segments/DIM/VALUE/`: where does it differ?

use schemars::JsonSchema;
use serde::Serialize;

use super::blocks::dimensions::{DimensionSummary, Dimensions, ValueSummary, summaries};
use super::blocks::matrix::{self, ValueRow};
use super::blocks::{Block, SectionKind, Whose};
use super::change_in_words::in_a_sentence;
use super::chart;
use super::figure::{FigureView, State, figure};
use super::frame::{self, Link};
use super::head::Head;
use super::moves::{self, moves, moves_within};
use super::{KindId, PageKey, Report, View};
use crate::disclosure::{Disclosed, Item, Scope, Segment};
use crate::words::{Value, Words, phrases};

/// How many groups that stand out a sentence names.
const MOST_NAMED: usize = 6;

/// A dimension, for the template: its sections show the rest.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
pub struct DimensionView {
    /// Whether answers can be in several of its values.
    pub overlaps: bool,
}

/// A segment, for the template: its sections show the rest.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
pub struct SegmentView {
    /// What the dimension is called.
    pub dimension: String,
    /// Whether answers can be in several of its values.
    pub overlaps: bool,
    /// The headline.
    pub headline: Option<FigureView>,
}

/// The values of each dimension beside each other.
pub const DIMENSIONS: SectionKind = SectionKind { id: "dimensions", heading: |_, _| String::new(), blocks: dimensions };

/// The same on a page that has more to show.
pub const SEGMENTS: SectionKind =
    SectionKind { id: "segments", heading: |report, _| report.words.plain("overview-segments"), blocks: dimensions };

/// The values of a dimension beside each other, by the leading question.
pub const GROUPS: SectionKind = SectionKind { id: "groups", heading: |_, _| String::new(), blocks: groups };

/// The values of a dimension by every question, drawn.
pub const HEATMAP: SectionKind = SectionKind { id: "heatmap", heading: |_, _| String::new(), blocks: heatmap };

/// The values of a dimension by everything that was asked, in figures.
pub const VALUES: SectionKind = SectionKind { id: "values", heading: |_, _| String::new(), blocks: values };

/// That answers can be in several values of the dimension.
pub const OVERLAP: SectionKind = SectionKind { id: "overlap", heading: |_, _| String::new(), blocks: overlap };

/// The accounts of a segment now.
pub const ACCOUNTS: SectionKind = SectionKind {
    id: "accounts",
    heading: |report, _| phrases::capitalised(&report.words.plain("segment-accounts")),
    blocks: accounts,
};

/// `/segments/`.
#[must_use]
pub fn all(report: &Report<'_>) -> (Head, View) {
    let dimensions = report.lead.map(|wave| summaries(report, wave)).unwrap_or_default();
    let lead = standing_out(&report.words, &dimensions);
    let values = dimensions.iter().flat_map(|dimension| &dimension.values);
    let lead = lead + &moves(&report.words, values.map(|value| (value.value.text.clone(), &value.figure)));
    let head = Head::new(frame::name(report, &PageKey::of(KindId::Segments)), lead).in_view(report, report.lead);
    (head, View::Plain {})
}

/// Which segments of any dimension stand out.
fn standing_out(words: &Words, dimensions: &[DimensionSummary]) -> String {
    let values = || dimensions.iter().flat_map(|dimension| &dimension.values);
    if !values().any(|value| value.figure.is_compared()) {
        return words.plain("segments-too-few");
    }
    let marked = |value: &ValueSummary| {
        let mark = value.figure.against_rest.as_ref()?.mark;
        let given = [
            ("segment", value.value.text.as_str().into()),
            ("mark", mark.into()),
            ("indicative", value.figure.indicative.into()),
        ];
        (!mark.is_empty()).then(|| words.say("segments-marked", &given))
    };
    let marked: Vec<String> = values().filter_map(marked).collect();
    if marked.is_empty() {
        return words.plain("segments-none-stands-out");
    }
    let segments = words.some(&marked, MOST_NAMED);
    words.say("segments-stand-out", &[("segments", segments.into()), ("n", marked.len().into())])
}

/// `/segments/DIM/`.
#[must_use]
pub fn dimension(report: &Report<'_>, position: usize) -> (Head, View) {
    let dimension = &report.disclosed.dimensions()[position];
    let columns = report.lead.map(|wave| matrix::columns(report, wave)).unwrap_or_default();
    let rows = report.lead.map(|wave| matrix::rows(report, wave, position, &columns)).unwrap_or_default();
    let lead = compared(&report.words, &columns, &rows) + &moved(&report.words, &rows);
    let head = Head::new(dimension.label.clone(), lead).in_view(report, report.lead);
    (head, View::Dimension(DimensionView { overlaps: dimension.overlaps }))
}

fn dimensions(report: &Report<'_>, whose: Whose) -> Vec<Block> {
    let Some((wave, item)) = whose.leading(report) else { return Vec::new() };
    let dimensions = summaries(report, wave);
    let charts = dimensions.iter().map(|dimension| chart::groups(report, wave, item, dimension)).collect();
    if dimensions.is_empty() { Vec::new() } else { vec![Block::Dimensions(Dimensions { dimensions, charts })] }
}

fn groups(report: &Report<'_>, whose: Whose) -> Vec<Block> {
    let Some((wave, item)) = whose.leading(report) else { return Vec::new() };
    let summary = summaries(report, wave).into_iter().nth(whose.subject.position());
    let summary = summary.filter(|summary| !summary.values.is_empty() && !matrix::columns(report, wave).is_empty());
    Block::chart(summary.map(|summary| chart::groups(report, wave, item, &summary)))
}

fn heatmap(report: &Report<'_>, whose: Whose) -> Vec<Block> {
    Block::chart(whose.wave.and_then(|wave| chart::heatmap(report, wave, whose.subject.position())))
}

fn values(report: &Report<'_>, whose: Whose) -> Vec<Block> {
    let matrix = whose.wave.and_then(|wave| matrix::matrix(report, wave, whose.subject.position()));
    matrix.map(Block::Matrix).into_iter().collect()
}

/// What rose or fell in which group.
fn moved(words: &Words, rows: &[ValueRow]) -> String {
    moves_within(words, rows.iter().flat_map(|row| row.figures.iter().map(|figure| (row.value.text.clone(), figure))))
}

/// Which groups stand out in how much of what was asked.
fn compared(words: &Words, columns: &[Item], rows: &[ValueRow]) -> String {
    if !rows.iter().flat_map(|row| &row.figures).any(FigureView::is_compared) {
        return words.plain("dimension-too-few");
    }
    let all = [
        ("groups", rows.len().into()),
        ("figures", columns.len().into()),
        ("kinds", words.list(&kinds(words, columns)).into()),
    ];
    let say = |message: &str, given: &[(&str, Value<'_>)]| words.say(message, &[&all, given].concat());
    let marked: Vec<Marked<'_>> = rows.iter().filter_map(Marked::of).collect();
    match marked.as_slice() {
        [] => say("dimension-none-stands-out", &[]),
        [one] => say("dimension-one-stands-out", &one.given()),
        several if several.len() <= MOST_NAMED => {
            let named: Vec<String> = several.iter().map(|one| say("dimension-marked", &one.given())).collect();
            say("dimension-some-stand-out", &[("named", words.list(&named).into())])
        }
        many => say("dimension-many-stand-out", &[("marked", many.len().into())]),
    }
}

/// A group that stands out.
struct Marked<'v> {
    row: &'v ValueRow,
    /// In how many figures.
    marks: usize,
    /// Whether all of them are indications only.
    indicative: bool,
}

impl<'v> Marked<'v> {
    fn of(row: &'v ValueRow) -> Option<Self> {
        let is_marked = |figure: &&FigureView| figure.against_rest.as_ref().is_some_and(|rest| !rest.mark.is_empty());
        let marked = || row.figures.iter().filter(is_marked);
        let (marks, indicative) = (marked().count(), marked().all(|figure| figure.indicative));
        (marks > 0).then_some(Self { row, marks, indicative })
    }

    fn given(&self) -> [(&'static str, Value<'v>); 3] {
        [
            ("group", self.row.value.text.as_str().into()),
            ("marks", self.marks.into()),
            ("indicative", self.indicative.into()),
        ]
    }
}

/// What is compared, by kind: `11 questions`, `6 blocks`, `the index`.
fn kinds(words: &Words, columns: &[Item]) -> Vec<String> {
    let count = |wanted: fn(&Item) -> bool| columns.iter().filter(|item| wanted(item)).count();
    let questions = count(|item| matches!(item, Item::Question(_)));
    let blocks = count(|item| matches!(item, Item::Block(_)));
    let kinds = [
        (questions > 0).then(|| words.say("dimension-questions", &[("n", questions.into())])),
        (blocks > 0).then(|| words.say("dimension-blocks", &[("n", blocks.into())])),
        columns.contains(&Item::Index).then(|| words.plain("dimension-index")),
    ];
    kinds.into_iter().flatten().collect()
}

/// What the address of a segment is made of.
pub(super) fn address_parts<'p>(disclosed: &'p Disclosed<'_>, segment: Segment) -> Vec<&'p str> {
    let dimension = &disclosed.dimensions()[segment.dimension_index()];
    vec![&dimension.id, &dimension.values[segment.value_index()].slug]
}

/// What a segment is called within its dimension.
pub(super) fn value_name(report: &Report<'_>, segment: Segment) -> String {
    let dimension = &report.disclosed.dimensions()[segment.dimension_index()];
    let text = &dimension.values[segment.value_index()].text;
    let name = phrases::named(text);
    if dimension.source.is_role() {
        return report.words.say("segment-of-role", &[("role", text.as_str().into()), ("name", name.into())]);
    }
    name
}

/// `/segments/DIM/VALUE/`.
#[must_use]
pub fn segment(report: &Report<'_>, segment: Segment) -> (Head, View) {
    let dimension = &report.disclosed.dimensions()[segment.dimension_index()];
    let (words, scope) = (&report.words, Scope::Segment(segment));
    let headline = report.lead.zip(report.headline()).map(|(wave, item)| figure(report, wave, scope, item));
    let lead = headline.as_ref().map_or_else(|| words.plain("segment-no-answers"), |it| sentence(words, it));
    let lead = lead + &report.lead.map(|wave| moves::of_items(report, wave, scope)).unwrap_or_default();
    let head = Head::new(frame::name(report, &PageKey::segment(segment)), lead).in_view(report, report.lead);
    let view = SegmentView { dimension: dimension.label.clone(), overlaps: dimension.overlaps, headline };
    (head, View::Segment(Box::new(view)))
}

fn sentence(words: &Words, figure: &FigureView) -> String {
    let score = in_a_sentence(words, figure);
    match &figure.against_rest {
        Some(rest) if figure.state == State::Shown && !rest.interval.is_empty() => {
            let given = [
                ("mark", rest.mark.into()),
                ("difference", rest.value.as_str().into()),
                ("interval", rest.interval.as_str().into()),
            ];
            format!("{score} {}", words.say("segment-against-everyone-else", &given))
        }
        _ => score,
    }
}

fn overlap(report: &Report<'_>, whose: Whose) -> Vec<Block> {
    let dimension = &report.disclosed.dimensions()[whose.subject.position()];
    if dimension.overlaps { vec![Block::Note(report.words.plain("values-overlap"))] } else { Vec::new() }
}

fn accounts(report: &Report<'_>, whose: Whose) -> Vec<Block> {
    let Scope::Segment(segment) = whose.scope else { return Vec::new() };
    let inside = report.disclosed.accounts_in(segment).iter();
    let mut links: Vec<Link> = inside.map(|position| frame::link(report, &PageKey::account(*position))).collect();
    links.sort_by(|a, b| a.text.cmp(&b.text).then_with(|| a.href.cmp(&b.href)));
    if links.is_empty() { Vec::new() } else { vec![Block::Links(links)] }
}
