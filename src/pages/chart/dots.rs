//! Scores beside each other: the values of a dimension, the blocks, the questions of a scale.

use super::{ChartView, legend, not_shown, point, range};
use crate::charts::{self, Beside, Height, Point, Range};
use crate::metrics::scores::statistic::score;
use crate::metrics::{Item, Scope, Statistic};
use crate::pages::figure::{FigureView, State, figure, shown_score};
use crate::pages::frame::{self, Link};
use crate::pages::moves::moves;
use crate::pages::profile::asked;
use crate::pages::segments::{DimensionSummary, ValueSummary};
use crate::pages::sparkline::sparkline;
use crate::pages::table::{TableRow, TableView};
use crate::pages::{KindId, PageKey, Report};
use crate::words::{Words, phrases};

/// The room for the axis, in pixels.
const AROUND: usize = 40;

/// The room for saying whose marks are which, in pixels.
const KEY: usize = 24;

/// How many groups that stand out a finding names on each side.
const MOST_NAMED: usize = 6;

const INTERVALS: &str = "The lines are 95 % intervals.";

/// The headline of a dimension's values beside each other, the highest first.
#[must_use]
pub fn groups(report: &Report<'_>, wave: usize, item: Item, dimension: &DimensionSummary) -> ChartView {
    let values = &dimension.values;
    let mut points: Vec<Point> = values
        .iter()
        .map(|value| point(&value.value.text, &value.figure, report.figure(wave, value.scope, item)))
        .filter(|point| point.value.is_some())
        .collect();
    sort(&mut points);
    let name = &dimension.dimension.text;
    let short = phrases::capitalised(&figure(report, wave, Scope::Program, item).short);
    let row = |value: &ValueSummary| TableRow {
        sparkline: sparkline(report, wave, value.scope, item),
        ..TableRow::figure(value.value.clone(), value.figure.clone())
    };
    let rows = values.iter().map(row).collect();
    let table = TableView::of_rows(format!("{short} by {name}"), name, rows).with_further();
    let drawn = charts::dots("", &points, &[], range(report, item));
    let note = if drawn.is_some() { legend(INTERVALS, &points) } else { String::new() };
    let chart = ChartView::new(
        &format!("groups-{}", report.program.dimensions[dimension.position].id),
        format!("{short} by {}", phrases::in_a_phrase(name)),
        standing_out(&report.words, dimension),
        table,
    );
    let height = Height::of_rows(&labels(&points), AROUND);
    ChartView { note, ..chart.drawn(drawn, height, "A comparison needs scores of two groups or more.") }
}

fn standing_out(words: &Words, dimension: &DimensionSummary) -> String {
    let values = &dimension.values;
    let mark = |mark: &str| -> Vec<String> {
        let marked = |figure: &FigureView| figure.against_rest.as_ref().is_some_and(|rest| rest.mark == mark);
        let marked = values.iter().filter(|value| marked(&value.figure));
        let name = |value: &ValueSummary| {
            let indicative = if value.figure.indicative { " (indicative)" } else { "" };
            format!("{}{indicative}", value.value.text)
        };
        marked.map(name).collect()
    };
    let hidden = values.iter().filter(|value| value.figure.state == State::Hidden).count();
    let stand = |names: &[String]| if names.len() == 1 { "stands" } else { "stand" };
    let finding = match (mark("higher"), mark("lower")) {
        (higher, lower) if higher.is_empty() && lower.is_empty() => {
            "By this question no group stands out against everyone else.".to_owned()
        }
        (higher, lower) if lower.is_empty() => {
            format!("{} {} out above.", words.some(&higher, MOST_NAMED), stand(&higher))
        }
        (higher, lower) if higher.is_empty() => {
            format!("{} {} out below.", words.some(&lower, MOST_NAMED), stand(&lower))
        }
        (higher, lower) => {
            let [above, below] = [&higher, &lower].map(|names| words.some(names, MOST_NAMED));
            format!("{above} {} out above, {below} below.", stand(&higher))
        }
    };
    let moved = moves(words, values.iter().map(|value| (value.value.text.clone(), &value.figure)));
    format!("{finding}{moved}{}", not_shown(words, hidden))
}

/// The blocks beside each other, an account's or segment's beside everyone's; `None` where no block was asked about.
#[must_use]
pub fn blocks(report: &Report<'_>, wave: usize, scope: Scope) -> Option<ChartView> {
    let items = asked(report, wave, scope, |item| matches!(item, Item::Block(_)));
    let first = *items.first()?;
    let index = asked(report, wave, scope, |item| matches!(item, Item::Index));
    let plot = Plot { report, wave, scope, range: range(report, first) };
    let views = plot.views(&items);
    let mut chart = plot.chart(&report.words, "blocks", "Score of each block, from 0 to 100", &views);
    let caption = "Scores from 0 to 100, and the index that they make by their weights";
    chart.table = plot.table(caption, "Block", views.into_iter().chain(plot.views(&index)));
    Some(chart)
}

/// The questions of each scale beside each other; questions that are alone on theirs are in none.
#[must_use]
pub fn questions(report: &Report<'_>, wave: usize, scope: Scope) -> Vec<ChartView> {
    let mut scales: Vec<(Statistic, Range, Vec<Item>)> = Vec::new();
    for item in asked(report, wave, scope, |item| matches!(item, Item::Question(_))) {
        let Some(statistic) = score(report.program, item) else { continue };
        let range = range(report, item);
        match scales.iter_mut().find(|(known, of, _)| *known == statistic && *of == range) {
            Some((.., items)) => items.push(item),
            None => scales.push((statistic, range, vec![item])),
        }
    }
    let several = scales.into_iter().filter(|(.., items)| items.len() > 1);
    several
        .map(|(statistic, range, items)| {
            let Range { low, high } = range;
            let (id, title) = match statistic {
                Statistic::Nps => ("nps".to_owned(), "NPS questions".to_owned()),
                Statistic::Mean => (
                    format!("{}-{}", report.words.answer(low).replace('−', "m"), report.words.answer(high)),
                    format!("Ratings from {} to {}", report.words.answer(low), report.words.answer(high)),
                ),
                _ => ("top-box".to_owned(), "Satisfied, or found it easy, in percent".to_owned()),
            };
            let plot = Plot { report, wave, scope, range };
            let views = plot.views(&items);
            let mut chart = plot.chart(&report.words, &format!("questions-{id}"), &title, &views);
            chart.table = plot.table(&title, "Question", views.into_iter());
            chart
        })
        .collect()
}

/// Several items of one scope on one range.
struct Plot<'a> {
    report: &'a Report<'a>,
    wave: usize,
    scope: Scope,
    range: Range,
}

impl Plot<'_> {
    /// The items' figures in the scope.
    fn views(&self, items: &[Item]) -> Vec<(Item, FigureView)> {
        items.iter().map(|item| (*item, figure(self.report, self.wave, self.scope, *item))).collect()
    }

    fn chart(&self, words: &Words, id: &str, title: &str, views: &[(Item, FigureView)]) -> ChartView {
        let mut views: Vec<&(Item, FigureView)> = views.iter().collect();
        let value = |item: Item| shown_score(self.report, self.wave, self.scope, item).map(|(_, level)| level.value);
        views.sort_by(|a, b| order(value(a.0), value(b.0)));
        let points: Vec<Point> = views.iter().map(|(item, view)| self.point(self.scope, *item, view)).collect();
        let of = |scope: Scope| -> Vec<Point> {
            let view = |item: Item| figure(self.report, self.wave, scope, item);
            views.iter().map(|(item, _)| self.point(scope, *item, &view(*item))).collect()
        };
        let others: Vec<Beside> = self
            .others()
            .into_iter()
            .map(|(with, scope)| {
                let named = |point: Point| Point { tip: format!("{} – {}", with.text, point.tip), ..point };
                Beside { points: of(scope).into_iter().map(named).collect(), name: with.text }
            })
            .collect();
        let name = self.name();
        let drawn = charts::dots(&name, &points, &others, self.range);
        let note = if drawn.is_some() { legend(INTERVALS, &points) } else { String::new() };
        let key = if others.is_empty() { 0 } else { KEY };
        let height = Height::of_rows(&labels(&points), AROUND + key);
        let otherwise = match self.scope {
            Scope::Account(_) => "Too few answers for scores to draw.",
            _ => "A comparison needs two scores or more.",
        };
        let chart = ChartView::new(id, title, Self::finding(words, &views, &points, &others), TableView::default());
        ChartView { note, ..chart.drawn(drawn, height, otherwise) }
    }

    fn point(&self, scope: Scope, item: Item, view: &FigureView) -> Point {
        point(&view.label, view, self.report.figure(self.wave, scope, item))
    }

    /// Whose the dots are, for the legend.
    fn name(&self) -> String {
        match self.scope {
            Scope::Program => "Everyone".to_owned(),
            Scope::Segment(segment) => frame::name(self.report, &PageKey::segment(segment)),
            Scope::Account(position) => frame::name(self.report, &PageKey::account(position)),
        }
    }

    /// Whom the scope is held against: everyone, and for an account the segment of the first dimension that it is in
    /// one value of.
    fn others(&self) -> Vec<(Link, Scope)> {
        let everyone = (
            Link { text: "Everyone".to_owned(), ..frame::link(self.report, &PageKey::of(KindId::Overview)) },
            Scope::Program,
        );
        match self.scope {
            Scope::Program => Vec::new(),
            Scope::Segment(_) => vec![everyone],
            Scope::Account(position) => {
                let segments = &self.report.program.account_segments[position];
                let alone = |segment: &&crate::program::segments::Segment| {
                    segments.iter().filter(|other| other.dimension == segment.dimension).count() == 1
                };
                let own = segments.iter().find(alone);
                let own = own.map(|s| (frame::link(self.report, &PageKey::segment(*s)), Scope::Segment(*s)));
                own.into_iter().chain([everyone]).collect()
            }
        }
    }

    /// The highest and the lowest, what changed measurably, and where it is furthest from everyone.
    fn finding(words: &Words, views: &[&(Item, FigureView)], points: &[Point], others: &[Beside]) -> String {
        let shown: Vec<&Point> = points.iter().filter(|point| point.value.is_some()).collect();
        let named = |view: &FigureView| format!("“{}” ({})", view.label, view.value);
        let shown_ones = views.iter().map(|(_, view)| view).filter(|view| view.state == State::Shown);
        let views: Vec<&FigureView> = shown_ones.collect();
        let ends = match (views.first(), views.last()) {
            (Some(first), Some(last)) if views.len() > 1 => {
                format!("Highest: {}; lowest: {}.", named(first), named(last))
            }
            _ => String::new(),
        };
        let moved = moves(words, views.into_iter().map(|view| (format!("“{}”", view.label), view)));
        let gap = others.last().map(|everyone| furthest(&shown, everyone)).unwrap_or_default();
        format!("{ends}{moved}{gap}").trim_start().to_owned()
    }

    fn table(&self, caption: &str, first: &str, views: impl Iterator<Item = (Item, FigureView)>) -> TableView {
        let others = self.others();
        let row = |(item, own): (Item, FigureView)| {
            let cell = |(_, scope): &(Link, Scope)| figure(self.report, self.wave, *scope, item).value;
            TableRow { cells: others.iter().map(cell).collect(), ..TableRow::figure(Link::plain(&own.label), own) }
        };
        let mut table = TableView::of_rows(caption, first, views.map(row).collect());
        table.columns = others.into_iter().map(|(with, _)| with.text).collect();
        table
    }
}

/// Where a scope is furthest from everyone.
fn furthest(shown: &[&Point], everyone: &Beside) -> String {
    let gap = |point: &&&Point| {
        let other = everyone.points.iter().find(|other| other.label == point.label)?.value?;
        Some((point.value? - other).abs())
    };
    let widest = shown.iter().filter(|point| gap(point).is_some()).max_by(|a, b| order(gap(b), gap(a)));
    widest
        .filter(|point| gap(point).is_some_and(|gap| gap > 0.0))
        .map_or_else(String::new, |point| format!(" Furthest from everyone’s score: “{}”.", point.label))
}

fn labels(points: &[Point]) -> Vec<&str> {
    points.iter().map(|point| point.label.as_str()).collect()
}

fn sort(points: &mut [Point]) {
    points.sort_by(|a, b| order(a.value, b.value).then_with(|| a.label.cmp(&b.label)));
}

/// The higher first, none last.
fn order(a: Option<f64>, b: Option<f64>) -> std::cmp::Ordering {
    b.partial_cmp(&a).unwrap_or(std::cmp::Ordering::Equal)
}
