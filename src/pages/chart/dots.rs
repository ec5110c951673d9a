//! Scores beside each other: the values of a dimension, the blocks, the questions of a scale.

use super::{ChartView, legend, marked, not_shown, point, range, together};
use crate::charts::{self, Beside, Height, Point, Range};
use crate::disclosure::{Item, Scope, Statistic, WaveId};
use crate::pages::blocks::dimensions::{DimensionSummary, ValueSummary};
use crate::pages::figure::{FigureView, State, figure};
use crate::pages::frame::{self, Link};
use crate::pages::moves::moves;
use crate::pages::profile::asked;
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

/// The headline of a dimension's values beside each other, the highest first.
#[must_use]
pub fn groups(report: &Report<'_>, wave: WaveId, item: Item, dimension: &DimensionSummary) -> ChartView {
    let (words, values) = (&report.words, &dimension.values);
    let mut points: Vec<Point> = values
        .iter()
        .map(|value| point(words, &value.value.text, &value.figure, report.figure(wave, value.scope, item)))
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
    let caption = words.say("chart-groups-caption", &[("score", (&short).into()), ("dimension", name.into())]);
    let table = TableView::of_rows(caption, name, rows).with_further();
    let drawn = charts::dots("", &points, &[], range(report, item));
    let note = if drawn.is_some() { intervals(words, &points) } else { String::new() };
    let within = phrases::in_a_phrase(name);
    let chart = ChartView::new(
        &format!("groups-{}", report.disclosed.dimensions()[dimension.position].id),
        words.say("chart-groups-title", &[("score", short.into()), ("dimension", within.into())]),
        standing_out(words, dimension),
        table,
    );
    let height = Height::of_rows(&labels(&points), AROUND);
    ChartView { note, ..chart.drawn(words, drawn, height, || words.plain("chart-groups-one")) }
}

fn standing_out(words: &Words, dimension: &DimensionSummary) -> String {
    let values = &dimension.values;
    let (higher, lower) = (with_mark(words, values, "higher"), with_mark(words, values, "lower"));
    let sides = match (higher.is_empty(), lower.is_empty()) {
        (true, true) => "none",
        (false, true) => "above",
        (true, false) => "below",
        (false, false) => "both",
    };
    let given = [
        ("sides", sides.into()),
        ("above", words.some(&higher, MOST_NAMED).into()),
        ("above-count", higher.len().into()),
        ("below", words.some(&lower, MOST_NAMED).into()),
        ("below-count", lower.len().into()),
    ];
    let hidden = values.iter().filter(|value| value.figure.state == State::Hidden).count();
    let moved = moves(words, values.iter().map(|value| (value.value.text.clone(), &value.figure)));
    together(&[&words.say("chart-groups-finding", &given), &moved, &not_shown(words, hidden)])
}

/// The values that stand out on this side, by name.
fn with_mark(words: &Words, values: &[ValueSummary], mark: &str) -> Vec<String> {
    let has_mark = |value: &&ValueSummary| value.figure.against_rest.as_ref().is_some_and(|rest| rest.mark == mark);
    let name = |value: &ValueSummary| marked(words, &value.value.text, value.figure.indicative);
    values.iter().filter(has_mark).map(name).collect()
}

/// What the lines of a dot plot are, and its hollow dots.
fn intervals(words: &Words, points: &[Point]) -> String {
    legend(words, &words.plain("chart-lines"), points)
}

/// The blocks beside each other, an account's or segment's beside everyone's; `None` where no block was asked about.
#[must_use]
pub fn blocks(report: &Report<'_>, wave: WaveId, scope: Scope) -> Option<ChartView> {
    let items = asked(report, wave, scope, |item| matches!(item, Item::Block(_)));
    let first = *items.first()?;
    let index = asked(report, wave, scope, |item| matches!(item, Item::Index));
    let (plot, words) = (Plot { report, wave, scope, range: range(report, first) }, &report.words);
    let views = plot.views(&items);
    let mut chart = plot.chart("blocks", &words.plain("chart-blocks-title"), &views);
    let (caption, head) = (words.plain("chart-blocks-caption"), words.plain("chart-blocks-head"));
    chart.table = plot.table(&caption, &head, views.into_iter().chain(plot.views(&index)));
    Some(chart)
}

/// The questions of each scale beside each other; questions that are alone on theirs are in none.
#[must_use]
pub fn questions(report: &Report<'_>, wave: WaveId, scope: Scope) -> Vec<ChartView> {
    let mut scales: Vec<(Statistic, Range, Vec<Item>)> = Vec::new();
    for item in asked(report, wave, scope, |item| matches!(item, Item::Question(_))) {
        let Some(statistic) = report.disclosed.score(item) else { continue };
        let range = range(report, item);
        match scales.iter_mut().find(|(known, of, _)| *known == statistic && *of == range) {
            Some((.., items)) => items.push(item),
            None => scales.push((statistic, range, vec![item])),
        }
    }
    let several = scales.into_iter().filter(|(.., items)| items.len() > 1);
    several.map(|(statistic, range, items)| on_one_scale(report, (wave, scope), statistic, range, &items)).collect()
}

/// Questions of one scale beside each other.
fn on_one_scale(
    report: &Report<'_>,
    (wave, scope): (WaveId, Scope),
    statistic: Statistic,
    range: Range,
    items: &[Item],
) -> ChartView {
    let words = &report.words;
    let Range { low, high } = range;
    let (id, scale) = match statistic {
        Statistic::Nps => ("nps".to_owned(), "nps"),
        Statistic::Mean => (format!("{}-{high}", low.to_string().replace('-', "m")), "rating"),
        _ => ("top-box".to_owned(), "top-box"),
    };
    let given = [("scale", scale.into()), ("low", words.answer(low).into()), ("high", words.answer(high).into())];
    let title = words.say("chart-questions-title", &given);
    let plot = Plot { report, wave, scope, range };
    let views = plot.views(items);
    let mut chart = plot.chart(&format!("questions-{id}"), &title, &views);
    chart.table = plot.table(&title, &words.plain("chart-questions-head"), views.into_iter());
    chart
}

/// Several items of one scope on one range.
struct Plot<'a> {
    report: &'a Report<'a>,
    wave: WaveId,
    scope: Scope,
    range: Range,
}

impl Plot<'_> {
    /// The items' figures in the scope.
    fn views(&self, items: &[Item]) -> Vec<(Item, FigureView)> {
        items.iter().map(|item| (*item, figure(self.report, self.wave, self.scope, *item))).collect()
    }

    fn chart(&self, id: &str, title: &str, views: &[(Item, FigureView)]) -> ChartView {
        let words = &self.report.words;
        let mut views: Vec<&(Item, FigureView)> = views.iter().collect();
        let value =
            |item: Item| self.report.disclosed.shown_score(self.wave, self.scope, item).map(|(_, level)| level.value);
        views.sort_by(|a, b| order(value(a.0), value(b.0)));
        let points: Vec<Point> = views.iter().map(|(item, view)| self.point(self.scope, *item, view)).collect();
        let others: Vec<Beside> =
            self.others().into_iter().map(|(with, scope)| self.beside(with, scope, &views)).collect();
        let name = self.name();
        let drawn = charts::dots(&name, &points, &others, self.range);
        let note = if drawn.is_some() { intervals(words, &points) } else { String::new() };
        let key = if others.is_empty() { 0 } else { KEY };
        let height = Height::of_rows(&labels(&points), AROUND + key);
        let otherwise = || match self.scope {
            Scope::Account(_) => words.plain("chart-scores-too-few"),
            _ => words.plain("chart-scores-one"),
        };
        let chart = ChartView::new(id, title, Self::finding(words, &views, &points, &others), TableView::default());
        ChartView { note, ..chart.drawn(words, drawn, height, otherwise) }
    }

    /// The same items of another scope, in the same rows.
    fn beside(&self, with: Link, scope: Scope, views: &[&(Item, FigureView)]) -> Beside {
        let words = &self.report.words;
        let point = |(item, _): &&(Item, FigureView)| {
            let point = self.point(scope, *item, &figure(self.report, self.wave, scope, *item));
            let given = [("of", with.text.as_str().into()), ("tip", point.tip.into())];
            Point { tip: words.say("chart-tip-of", &given), ..point }
        };
        Beside { points: views.iter().map(point).collect(), name: with.text }
    }

    fn point(&self, scope: Scope, item: Item, view: &FigureView) -> Point {
        point(&self.report.words, &view.label, view, self.report.figure(self.wave, scope, item))
    }

    /// Whose the dots are, for the legend.
    fn name(&self) -> String {
        match self.scope {
            Scope::Program => self.report.words.plain("chart-everyone"),
            Scope::Segment(segment) => frame::name(self.report, &PageKey::segment(segment)),
            Scope::Account(position) => frame::name(self.report, &PageKey::account(position)),
        }
    }

    /// Whom the scope is held against: everyone, and for an account the segment of the first dimension that it is in
    /// one value of.
    fn others(&self) -> Vec<(Link, Scope)> {
        let text = self.report.words.plain("chart-everyone");
        let everyone = (Link { text, ..frame::link(self.report, &PageKey::of(KindId::Overview)) }, Scope::Program);
        match self.scope {
            Scope::Program => Vec::new(),
            Scope::Segment(_) => vec![everyone],
            Scope::Account(position) => {
                let segments = self.report.disclosed.segments_of(position);
                let alone = |segment: &&crate::disclosure::Segment| {
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
        let shown_ones = views.iter().map(|(_, view)| view).filter(|view| view.state == State::Shown);
        let views: Vec<&FigureView> = shown_ones.collect();
        let ends = match (views.first(), views.last()) {
            (Some(first), Some(last)) if views.len() > 1 => {
                let given = [
                    ("highest", first.label.as_str().into()),
                    ("highest-value", first.value.as_str().into()),
                    ("lowest", last.label.as_str().into()),
                    ("lowest-value", last.value.as_str().into()),
                ];
                words.say("chart-scores-ends", &given)
            }
            _ => String::new(),
        };
        let named = |view: &FigureView| words.say("chart-question", &[("question", view.label.as_str().into())]);
        let moved = moves(words, views.into_iter().map(|view| (named(view), view)));
        let gap = others.last().map(|everyone| furthest(words, &shown, everyone)).unwrap_or_default();
        together(&[&ends, &moved, &gap])
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
fn furthest(words: &Words, shown: &[&Point], everyone: &Beside) -> String {
    let gap = |point: &&&Point| {
        let other = everyone.points.iter().find(|other| other.label == point.label)?.value?;
        Some((point.value? - other).abs())
    };
    let widest = shown.iter().filter(|point| gap(point).is_some()).max_by(|a, b| order(gap(b), gap(a)));
    widest
        .filter(|point| gap(point).is_some_and(|gap| gap > 0.0))
        .map_or_else(String::new, |point| words.say("chart-scores-furthest", &[("question", (&point.label).into())]))
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
