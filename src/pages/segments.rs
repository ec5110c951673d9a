//! `/segments/`, `/segments/DIM/`, `/segments/DIM/VALUE/`: where does it differ?

use serde::Serialize;

use super::chart::{self, ChartView};
use super::comments::{CommentsView, comments};
use super::figure::{FigureView, State, change_in_a_sentence, figure, in_a_sentence, label};
use super::frame::{self, Head, Link};
use super::goals::{GoalView, goals};
use super::history::{WaveRow, history};
use super::profile::{ProfileView, profile};
use super::sparkline::{SparklineView, sparkline};
use super::{PageKey, Report, View, segments_of, words};
use crate::metrics::statistic::{items, score};
use crate::metrics::{Item, Scope};
use crate::program::segments::Segment;

/// How many comments a segment's page shows.
const COMMENTS: usize = 30;

/// All dimensions.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SegmentsView {
    /// Each dimension with its values.
    pub dimensions: Vec<DimensionSummary>,
}

/// A dimension with the headline of each of its values.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DimensionSummary {
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
    /// The headline from wave to wave; none with fewer than two scores.
    pub sparkline: Option<SparklineView>,
}

/// A dimension: its values by everything that was asked.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DimensionView {
    /// Whether answers can be in several of its values.
    pub overlaps: bool,
    /// The headline of its values beside each other.
    pub chart: Option<ChartView>,
    /// The same as a table.
    pub summary: Option<DimensionSummary>,
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
    /// The headline's answers and its trend.
    pub distribution: Option<ChartView>,
    /// The trend of the headline.
    pub trend: Option<ChartView>,
    /// The headline from wave to wave, the latest first.
    pub history: Vec<WaveRow>,
    /// All figures.
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
            dimension: frame::link(report, &PageKey::Dimension(position)),
            overlaps: dimension.overlaps,
            values: segments_of(position, dimension.values.len())
                .map(|segment| ValueSummary {
                    scope: Scope::Segment(segment),
                    value: frame::link(report, &PageKey::Segment(segment)),
                    figure: figure(report, wave, Scope::Segment(segment), headline),
                    sparkline: sparkline(report, wave, Scope::Segment(segment), headline),
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
            (!mark.is_empty()).then(|| format!("{} ({mark})", value.value.text))
        })
        .collect();
    let compared = dimensions.iter().flat_map(|dimension| &dimension.values);
    let compared = compared.filter(|value| value.figure.against_rest.is_some()).count();
    let lead = if compared == 0 {
        "Too few answers to compare any groups.".to_owned()
    } else if marked.is_empty() {
        "By the leading question no segment stands out against everyone else.".to_owned()
    } else {
        let verb = if marked.len() == 1 { "stands" } else { "stand" };
        let marked = words::list(&marked);
        format!("By the leading question {marked} {verb} out against everyone else.")
    };
    (Head::new("Segments", lead).in_view(report, report.lead), View::Segments(SegmentsView { dimensions }))
}

/// `/segments/DIM/`.
#[must_use]
pub fn dimension(report: &Report<'_>, position: usize) -> (Head, View) {
    let dimension = &report.program.dimensions[position];
    let (columns, rows, everyone) = match report.lead {
        Some(wave) => table(report, wave, position),
        None => (Vec::new(), Vec::new(), Vec::new()),
    };
    let lead = compared(&columns, &rows);
    let both = report.lead.zip(report.headline());
    let summary = both.and_then(|(wave, _)| summaries(report, wave).into_iter().nth(position));
    let drawn =
        both.zip(summary.as_ref()).map(|((wave, item), summary)| chart::dots(report, wave, item, &summary.values));
    let view = DimensionView { overlaps: dimension.overlaps, chart: drawn, summary, columns, rows, everyone };
    (Head::new(dimension.label.clone(), lead).in_view(report, report.lead), View::Dimension(Box::new(view)))
}

/// The items that somebody answered, the headline first, with each value's figures and everyone's.
fn table(report: &Report<'_>, wave: usize, position: usize) -> (Vec<String>, Vec<ValueRow>, Vec<FigureView>) {
    let values = report.program.dimensions[position].values.len();
    let mut columns: Vec<Item> = items(report.program)
        .into_iter()
        .filter(|item| score(report.program, *item).is_some() && report.figure(wave, Scope::Program, *item).is_some())
        .collect();
    columns.sort_by_key(|item| (report.headline() != Some(*item), matches!(item, Item::Question(_)), *item));
    let row = |scope: Scope| columns.iter().map(|item| figure(report, wave, scope, *item)).collect();
    let rows = segments_of(position, values)
        .map(|segment| ValueRow {
            value: frame::link(report, &PageKey::Segment(segment)),
            figures: row(Scope::Segment(segment)),
        })
        .collect();
    let everyone = row(Scope::Program);
    (columns.iter().map(|item| label(report, *item)).collect(), rows, everyone)
}

fn compared(columns: &[String], rows: &[ValueRow]) -> String {
    let figures = || rows.iter().flat_map(|row| &row.figures);
    let compared = figures().filter(|figure| figure.against_rest.is_some()).count();
    let marked = figures().filter(|figure| figure.against_rest.as_ref().is_some_and(|d| !d.mark.is_empty())).count();
    if compared == 0 {
        return "Too few answers to compare these groups.".to_owned();
    }
    format!(
        "{} by {}: {} with everyone else can be made, {marked} of them {} out.",
        words::counted(rows.len() as u64, "group", "groups"),
        words::counted(columns.len() as u64, "figure", "figures"),
        words::counted(compared as u64, "comparison", "comparisons"),
        if marked == 1 { "stands" } else { "stand" },
    )
}

/// `/segments/DIM/VALUE/`.
#[must_use]
pub fn segment(report: &Report<'_>, segment: Segment) -> (Head, View) {
    let dimension = &report.program.dimensions[usize::from(segment.dimension)];
    let title = frame::name(report, &PageKey::Segment(segment));
    let scope = Scope::Segment(segment);
    let both = report.lead.zip(report.headline());
    let headline = both.map(|(wave, item)| figure(report, wave, scope, item));
    let lead = headline.as_ref().map_or_else(|| "No answers yet.".to_owned(), sentence);
    let past = both.map(|(wave, item)| history(report, wave, scope, item)).unwrap_or_default();
    let view = SegmentView {
        distribution: report.lead.and_then(|wave| chart::distribution(report, wave, scope)),
        trend: both.and_then(|(_, item)| chart::trend(report, scope, item, &past)),
        dimension: dimension.label.clone(),
        overlaps: dimension.overlaps,
        headline,
        goals: both.map(|(wave, item)| goals(report, wave, scope, item)).unwrap_or_default(),
        history: past,
        profile: report.lead.map(|wave| profile(report, wave, scope)),
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
                "" => "which does not stand out",
                mark => mark,
            };
            format!("; {} against everyone else (95 % interval {}), {verdict}", rest.value, rest.interval)
        }
        _ => String::new(),
    };
    words::capitalised(&format!("{score}{}{difference}.", change_in_a_sentence(figure)))
}

fn accounts(report: &Report<'_>, segment: Segment) -> Vec<Link> {
    let of = report.program.account_segments.iter().enumerate();
    let inside = of.filter(|(_, segments)| segments.contains(&segment)).map(|(position, _)| position);
    let mut links: Vec<Link> = inside.map(|position| frame::link(report, &PageKey::Account(position))).collect();
    links.sort_by(|a, b| a.text.cmp(&b.text).then_with(|| a.href.cmp(&b.href)));
    links
}
