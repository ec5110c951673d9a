//! `/segments/`, `/segments/DIM/`, `/segments/DIM/VALUE/`: where does it differ?

use serde::Serialize;

use super::change_in_words::change_in_a_sentence;
use super::chart::{self, Charts};
use super::comments::{CommentsView, comments};
use super::figure::{FigureView, State, figure, in_a_sentence, label};
use super::frame::{self, Link};
use super::goals::{GoalView, goals};
use super::head::Head;
use super::history::history;
use super::moves::{self, moves, moves_within};
use super::profile::{ProfileView, profile};
use super::{PageKey, Report, View, segments_of};
use crate::metrics::scores::statistic::{items, score};
use crate::metrics::{Item, Scope};
use crate::pages::told;
use crate::program::Program;
use crate::program::segments::Segment;
use crate::words::{Words, phrases};

/// How many comments a segment's page shows.
const COMMENTS: usize = 30;

/// How many groups that stand out a sentence names.
const MOST_NAMED: usize = 6;

/// All dimensions.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SegmentsView {
    /// Each dimension with its values.
    pub dimensions: Vec<DimensionSummary>,
    /// Its charts: the values of each dimension.
    pub charts: Charts,
}

/// A dimension with the headline of each of its values.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DimensionSummary {
    /// Its index in the program.
    #[serde(skip)]
    pub position: usize,
    /// The dimension.
    pub dimension: Link,
    /// Whether answers can be in several of its values.
    pub overlaps: bool,
    /// Its values.
    pub values: Vec<ValueSummary>,
}

/// A value with its headline.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ValueSummary {
    /// The value as a scope.
    #[serde(skip)]
    pub scope: Scope,
    /// The value.
    pub value: Link,
    /// Its headline.
    pub figure: FigureView,
}

/// A dimension: its values by everything that was asked.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DimensionView {
    /// Whether answers can be in several of its values.
    pub overlaps: bool,
    /// Its charts: the values beside each other, and by every question.
    pub charts: Charts,
    /// What the columns are about.
    pub columns: Vec<String>,
    /// One row for each value.
    pub rows: Vec<ValueRow>,
    /// Everyone, for comparison.
    pub everyone: Vec<FigureView>,
}

/// A value's figures.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ValueRow {
    /// The value.
    pub value: Link,
    /// A figure for each column.
    pub figures: Vec<FigureView>,
}

/// A segment.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SegmentView {
    /// What the dimension is called.
    pub dimension: String,
    /// Whether answers can be in several of its values.
    pub overlaps: bool,
    /// The headline.
    pub headline: Option<FigureView>,
    /// Targets of the headline.
    pub goals: Vec<GoalView>,
    /// Its charts: the answers, the trend, the blocks and the questions.
    pub charts: Charts,
    /// The questions.
    pub profile: Option<ProfileView>,
    /// Its accounts now, by name.
    pub accounts: Vec<Link>,
    /// What its respondents wrote.
    pub comments: CommentsView,
}

/// Every dimension with the headline of its values in a wave.
#[must_use]
pub fn summaries(report: &Report<'_>, wave: usize) -> Vec<DimensionSummary> {
    let Some(headline) = report.headline() else { return Vec::new() };
    let dimensions = report.program.dimensions.iter().enumerate();
    dimensions
        .map(|(position, dimension)| DimensionSummary {
            position,
            dimension: frame::link(report, &PageKey::dimension(position)),
            overlaps: dimension.overlaps,
            values: segments_of(position, dimension.values.len())
                .map(|segment| ValueSummary {
                    scope: Scope::Segment(segment),
                    value: frame::link(report, &PageKey::segment(segment)),
                    figure: figure(report, wave, Scope::Segment(segment), headline),
                })
                .collect(),
        })
        .collect()
}

/// `/segments/`.
#[must_use]
pub fn all(report: &Report<'_>) -> (Head, View) {
    let dimensions = report.lead.map(|wave| summaries(report, wave)).unwrap_or_default();
    let marked: Vec<String> = dimensions
        .iter()
        .flat_map(|dimension| &dimension.values)
        .filter_map(|value| {
            let mark = value.figure.against_rest.as_ref()?.mark;
            let indicative = told::indicative(value.figure.indicative);
            (!mark.is_empty()).then(|| format!("{} ({mark}{indicative})", value.value.text))
        })
        .collect();
    let compared = dimensions.iter().flat_map(|dimension| &dimension.values);
    let compared = compared.filter(|value| value.figure.is_compared()).count();
    let lead = if compared == 0 {
        "Too few answers to compare any groups.".to_owned()
    } else if marked.is_empty() {
        "By the leading question no segment stands out against everyone else.".to_owned()
    } else {
        let verb = if marked.len() == 1 { "stands" } else { "stand" };
        let marked = report.words.some(&marked, MOST_NAMED);
        format!("By the leading question {marked} {verb} out against everyone else.")
    };
    let values = dimensions.iter().flat_map(|dimension| &dimension.values);
    let lead = lead + &moves(&report.words, values.map(|value| (value.value.text.clone(), &value.figure)));
    let both = report.lead.zip(report.headline());
    let groups = both.map(|(wave, item)| dimensions.iter().map(|one| chart::groups(report, wave, item, one)).collect());
    let charts = Charts { groups: groups.unwrap_or_default(), ..Charts::default() };
    (Head::new("Segments", lead).in_view(report, report.lead), View::Segments(SegmentsView { dimensions, charts }))
}

/// `/segments/DIM/`.
#[must_use]
pub fn dimension(report: &Report<'_>, position: usize) -> (Head, View) {
    let dimension = &report.program.dimensions[position];
    let (columns, rows, everyone) = match report.lead {
        Some(wave) => table(report, wave, position),
        None => (Vec::new(), Vec::new(), Vec::new()),
    };
    let lead = compared(&report.words, &columns, &rows) + &moved(&report.words, &rows);
    let columns = columns.into_iter().map(|item| label(report, item)).collect();
    let both = report.lead.zip(report.headline());
    let groups = both.and_then(|(wave, item)| {
        Some(chart::groups(report, wave, item, &summaries(report, wave).into_iter().nth(position)?))
    });
    let charts = Charts {
        groups: groups.into_iter().collect(),
        heatmap: report.lead.and_then(|wave| chart::heatmap(report, wave, position)),
        ..Charts::default()
    };
    let view = DimensionView { overlaps: dimension.overlaps, charts, columns, rows, everyone };
    (Head::new(dimension.label.clone(), lead).in_view(report, report.lead), View::Dimension(Box::new(view)))
}

/// The items that somebody answered, the headline first, with each value's figures and everyone's.
fn table(report: &Report<'_>, wave: usize, position: usize) -> (Vec<Item>, Vec<ValueRow>, Vec<FigureView>) {
    let values = report.program.dimensions[position].values.len();
    let mut columns: Vec<Item> = items(report.program)
        .into_iter()
        .filter(|item| score(report.program, *item).is_some() && report.figure(wave, Scope::Program, *item).is_some())
        .collect();
    columns.sort_by_key(|item| (report.headline() != Some(*item), matches!(item, Item::Question(_)), *item));
    let row = |scope: Scope| columns.iter().map(|item| figure(report, wave, scope, *item)).collect();
    let rows = segments_of(position, values)
        .map(|segment| ValueRow {
            value: frame::link(report, &PageKey::segment(segment)),
            figures: row(Scope::Segment(segment)),
        })
        .collect();
    let everyone = row(Scope::Program);
    (columns, rows, everyone)
}

/// What rose or fell in which group.
fn moved(words: &Words, rows: &[ValueRow]) -> String {
    moves_within(words, rows.iter().flat_map(|row| row.figures.iter().map(|figure| (row.value.text.clone(), figure))))
}

fn compared(words: &Words, columns: &[Item], rows: &[ValueRow]) -> String {
    let figures = || rows.iter().flat_map(|row| &row.figures);
    let compared = figures().filter(|figure| figure.is_compared()).count();
    if compared == 0 {
        return "Too few answers to compare these groups.".to_owned();
    }
    let is_marked = |figure: &&FigureView| figure.against_rest.as_ref().is_some_and(|rest| !rest.mark.is_empty());
    let marks = |row: &ValueRow| {
        let marked: Vec<&FigureView> = row.figures.iter().filter(is_marked).collect();
        let indicative = if marked.iter().all(|figure| figure.indicative) { " (indicative)" } else { "" };
        (format!("{}{indicative}", row.value.text), marked.len())
    };
    let marked: Vec<(String, usize)> = rows.iter().map(marks).filter(|(_, marks)| *marks > 0).collect();
    let all = match columns.len() {
        1 => "one question".to_owned(),
        n => format!("{n} figures ({})", kinds(words, columns)),
    };
    let groups = told::counted(words, rows.len() as u64, "group", "groups");
    match marked.as_slice() {
        [] if columns.len() == 1 => format!("None of {groups} stands out against everyone else."),
        [] => format!("None of {groups} stands out against everyone else in any of {all}."),
        [(one, marks)] => {
            format!("{one} stands out against everyone else in {marks} of {all}, and no other group in any.")
        }
        [first, more @ ..] if more.len() < MOST_NAMED => {
            let more = more.iter().map(|(name, marks)| format!("{name} in {marks}"));
            let named: Vec<String> = [format!("{} in {}", first.0, first.1)].into_iter().chain(more).collect();
            format!("Groups that stand out against everyone else in some of {all}: {}.", words.list(&named))
        }
        _ => format!("{} of {groups} stand out against everyone else in some of {all}.", marked.len()),
    }
}

/// What is compared, by kind: `11 questions, 6 blocks and the index`.
fn kinds(words: &Words, columns: &[Item]) -> String {
    let count = |wanted: fn(&Item) -> bool| columns.iter().filter(|item| wanted(item)).count() as u64;
    let (questions, blocks) =
        (count(|item| matches!(item, Item::Question(_))), count(|item| matches!(item, Item::Block(_))));
    let index = columns.contains(&Item::Index).then(|| "the index".to_owned());
    let some = |number: u64, one: &str, many: &str| (number > 0).then(|| told::counted(words, number, one, many));
    let kinds = [some(questions, "question", "questions"), some(blocks, "block", "blocks"), index];
    words.list(&kinds.into_iter().flatten().collect::<Vec<String>>())
}

/// What the address of a segment is made of.
pub(super) fn address_parts(program: &Program, segment: Segment) -> Vec<&str> {
    let dimension = &program.dimensions[usize::from(segment.dimension)];
    vec![&dimension.id, &dimension.values[segment.value as usize].slug]
}

/// What a segment is called within its dimension.
pub(super) fn value_name(report: &Report<'_>, segment: Segment) -> String {
    phrases::named(&report.program.dimensions[usize::from(segment.dimension)].values[segment.value as usize].text)
}

/// `/segments/DIM/VALUE/`.
#[must_use]
pub fn segment(report: &Report<'_>, segment: Segment) -> (Head, View) {
    let dimension = &report.program.dimensions[usize::from(segment.dimension)];
    let title = frame::name(report, &PageKey::segment(segment));
    let scope = Scope::Segment(segment);
    let both = report.lead.zip(report.headline());
    let headline = both.map(|(wave, item)| figure(report, wave, scope, item));
    let lead = headline.as_ref().map_or_else(|| "No answers yet.".to_owned(), sentence);
    let lead = lead + &report.lead.map(|wave| moves::of_items(report, wave, scope)).unwrap_or_default();
    let past = both.map(|(wave, item)| history(report, wave, scope, item)).unwrap_or_default();
    let charts = Charts {
        distribution: report.lead.and_then(|wave| chart::distribution(report, wave, scope)),
        trend: both.and_then(|(_, item)| chart::trend(report, scope, item, &past)),
        blocks: report.lead.and_then(|wave| chart::blocks(report, wave, scope)),
        questions: report.lead.map(|wave| chart::questions(report, wave, scope)).unwrap_or_default(),
        ..Charts::default()
    };
    let view = SegmentView {
        dimension: dimension.label.clone(),
        overlaps: dimension.overlaps,
        headline,
        goals: both.map(|(wave, item)| goals(report, wave, scope, item)).unwrap_or_default(),
        profile: report.lead.map(|wave| profile(report, wave, scope, &charts.questions)),
        charts,
        accounts: accounts(report, segment),
        comments: comments(report, scope, COMMENTS),
    };
    (Head::new(title, lead).in_view(report, report.lead), View::Segment(Box::new(view)))
}

fn sentence(figure: &FigureView) -> String {
    let score = in_a_sentence(figure);
    let difference = match &figure.against_rest {
        Some(rest) if figure.state == State::Shown && !rest.interval.is_empty() => {
            let verdict = match rest.mark {
                "" => "It does not stand out against everyone else",
                "higher" => "It stands out above everyone else",
                _ => "It stands out below everyone else",
            };
            format!(" {verdict}: {} (95 % interval {}).", rest.value, rest.interval)
        }
        _ => String::new(),
    };
    phrases::capitalised(&format!("{score}{}.{difference}", change_in_a_sentence(figure)))
}

fn accounts(report: &Report<'_>, segment: Segment) -> Vec<Link> {
    let inside = report.lookup.accounts(segment).iter();
    let mut links: Vec<Link> = inside.map(|position| frame::link(report, &PageKey::account(*position))).collect();
    links.sort_by(|a, b| a.text.cmp(&b.text).then_with(|| a.href.cmp(&b.href)));
    links
}
