//! The values of a dimension by every question.

use super::{ChartView, marked, not_shown, range, tip, together};
use crate::charts::{self, HeatmapCell, Height, Tint};
use crate::disclosure::{Figure, Item, Scope, WaveId};
use crate::pages::PageKey;
use crate::pages::figure::{FigureView, State, figure};
use crate::pages::moves::{has_moved, moves_within};
use crate::pages::table::{TableRow, TableView};
use crate::pages::{Report, frame, segments_of};
use crate::words::{Words, phrases};

/// More values than this are not drawn: their numbers would not be read.
const MOST: usize = 24;

/// How many values with marks a finding names.
const MOST_NAMED: usize = 6;

/// The room for the questions, in pixels.
const SIDE: usize = 280;

/// A difference from everyone of this part of the whole range has the strongest tint.
const STRONG: f64 = 0.25;

/// The values of a dimension by every question with a score; `None` where nothing is shown of two values.
#[must_use]
pub fn heatmap(report: &Report<'_>, wave: WaveId, dimension: usize) -> Option<ChartView> {
    let (words, of) = (&report.words, &report.disclosed.dimensions()[dimension]);
    let map = Map { report, wave, items: asked(report, wave) };
    let values: Vec<(String, Scope)> = segments_of(dimension, of.values.len())
        .map(|segment| (frame::name(report, &PageKey::segment(segment)), Scope::Segment(segment)))
        .collect();
    let shown: Vec<&(String, Scope)> = values.iter().filter(|(_, scope)| map.is_shown(*scope)).collect();
    if shown.len() < 2 || map.items.len() < 2 {
        return None;
    }
    let hidden = values.iter().filter(|(_, scope)| !map.is_shown(*scope) && map.is_hidden(*scope)).count();
    let cells: Vec<HeatmapCell> =
        shown.iter().enumerate().flat_map(|(column, value)| map.column(column, &value.0, value.1)).collect();
    let names: Vec<String> = shown.iter().map(|(name, _)| name.clone()).collect();
    let labels: Vec<String> = map.items.iter().map(|item| map.view(Scope::Program, *item).label).collect();
    let finding = together(&[
        &standing_out(words, &names, labels.len(), &cells),
        &map.moved(words, &shown),
        &not_shown(words, hidden),
    ]);
    let mut chart = ChartView::new("heatmap", title(words, &of.label), finding, map.table(&of.label, &values));
    chart.width = SIDE + names.len() * column_width(&names);
    let drawn = (names.len() <= MOST).then(|| charts::heatmap(&names, &labels, &cells));
    let height = Height::of_rows(&labels.iter().map(String::as_str).collect::<Vec<_>>(), 88);
    let mut chart = chart.drawn(words, drawn, height, || words.plain("chart-heatmap-too-many"));
    let dashed = cells.iter().any(|cell| cell.indicative).then(|| words.plain("chart-heatmap-dashed"));
    chart.note = together(&[&words.plain("chart-heatmap-note"), &dashed.unwrap_or_default()]);
    Some(chart)
}

/// What it shows of a dimension.
fn title(words: &Words, dimension: &str) -> String {
    words.say("chart-heatmap-title", &[("dimension", phrases::in_a_phrase(dimension).into())])
}

/// Wide enough for a number with its mark, and for most words of the heads, in pixels.
fn column_width(names: &[String]) -> usize {
    let longest = names.iter().flat_map(|name| name.split_whitespace()).map(|word| word.chars().count()).max();
    (longest.unwrap_or_default() * 7 + 16).clamp(64, 120)
}

/// The questions with a score that somebody answered, the headline first.
fn asked(report: &Report<'_>, wave: WaveId) -> Vec<Item> {
    let is_asked = |item: &Item| {
        matches!(item, Item::Question(_))
            && report.disclosed.score(*item).is_some()
            && report.figure(wave, Scope::Program, *item).is_some()
    };
    let mut asked: Vec<Item> = report.disclosed.items().into_iter().filter(is_asked).collect();
    asked.sort_by_key(|item| (report.headline() != Some(*item), *item));
    asked
}

fn standing_out(words: &Words, names: &[String], questions: usize, cells: &[HeatmapCell]) -> String {
    let of_group = |(column, name): (usize, &String)| {
        let marked_cells = cells.iter().filter(|cell| cell.column == column && cell.stands_out);
        let is_indicative = marked_cells.clone().all(|cell| cell.indicative);
        (marked(words, name, is_indicative), marked_cells.count())
    };
    let groups: Vec<(String, usize)> = names.iter().enumerate().map(of_group).filter(|(_, n)| *n > 0).collect();
    let n: usize = groups.iter().map(|(_, n)| n).sum();
    let (found, told) = match (n, groups.as_slice()) {
        (0, _) => ("none", String::new()),
        (1, [(name, _), ..]) => ("one", name.clone()),
        (_, [(name, _)]) => ("one-group", name.clone()),
        (_, several) => {
            let one = |(name, n): &(String, usize)| {
                words.say("chart-heatmap-of-group", &[("n", (*n).into()), ("group", name.into())])
            };
            ("several", words.some(&several.iter().map(one).collect::<Vec<_>>(), MOST_NAMED))
        }
    };
    // The first sentence of the page counts questions, blocks and the index, each once: here are the questions alone.
    let given = [
        ("found", found.into()),
        ("n", n.into()),
        ("of", told.into()),
        ("scores", cells.len().into()),
        ("questions", questions.into()),
        ("groups", names.len().into()),
    ];
    words.say("chart-heatmap-finding", &given)
}

struct Map<'a> {
    report: &'a Report<'a>,
    wave: WaveId,
    items: Vec<Item>,
}

impl Map<'_> {
    fn view(&self, scope: Scope, item: Item) -> FigureView {
        figure(self.report, self.wave, scope, item)
    }

    fn score(&self, scope: Scope, item: Item) -> Option<f64> {
        self.report.figure(self.wave, scope, item).and_then(Figure::score).map(|level| level.value)
    }

    fn is_shown(&self, scope: Scope) -> bool {
        self.items.iter().any(|item| self.view(scope, *item).state == State::Shown)
    }

    fn is_hidden(&self, scope: Scope) -> bool {
        self.items.iter().any(|item| self.view(scope, *item).state == State::Hidden)
    }

    /// Which questions rose or fell in which values.
    fn moved(&self, words: &Words, values: &[&(String, Scope)]) -> String {
        let all = values.iter().flat_map(|(name, scope)| self.items.iter().map(move |item| (name, *scope, *item)));
        let moved = all.filter(|(_, scope, item)| has_moved(self.report, self.wave, *scope, *item));
        let views: Vec<(String, FigureView)> =
            moved.map(|(name, scope, item)| (name.clone(), self.view(scope, item))).collect();
        moves_within(words, views.iter().map(|(name, view)| (name.clone(), view)))
    }

    fn column(&self, column: usize, name: &str, scope: Scope) -> Vec<HeatmapCell> {
        let words = &self.report.words;
        let cell = |(row, item): (usize, &Item)| {
            let view = self.view(scope, *item);
            let value = self.score(scope, *item).filter(|_| view.state == State::Shown)?;
            let range = range(self.report, *item);
            let gap = value - self.score(Scope::Program, *item).unwrap_or(value);
            let strength = gap.abs() / ((range.high - range.low) * STRONG);
            let given = [("of", name.into()), ("tip", tip(words, &view.label, &view, false).into())];
            Some(HeatmapCell {
                column,
                row,
                label: labelled(&view),
                tip: words.say("chart-tip-of", &given),
                tint: if gap < 0.0 { Tint::Below(strength) } else { Tint::Above(strength) },
                indicative: view.indicative,
                stands_out: mark(&view).is_some(),
            })
        };
        self.items.iter().enumerate().filter_map(cell).collect()
    }

    fn table(&self, name: &str, values: &[(String, Scope)]) -> TableView {
        let words = &self.report.words;
        let everyone = (words.plain("chart-everyone"), Scope::Program);
        let hidden = words.plain("chart-heatmap-hidden");
        let row = |(name, scope): &(String, Scope)| {
            let cell = |item: &Item| match self.view(*scope, *item) {
                view if view.state == State::Shown => labelled(&view),
                view if view.state == State::Hidden => hidden.clone(),
                _ => String::new(),
            };
            TableRow::plain(name, self.items.iter().map(cell).collect())
        };
        let rows = std::iter::once(&everyone).chain(values).map(row).collect();
        let mut table = TableView::of_rows(title(words, name), name, rows);
        table.columns = self.items.iter().map(|item| self.view(Scope::Program, *item).label).collect();
        table
    }
}

/// A value with its mark where it stands out.
fn labelled(view: &FigureView) -> String {
    mark(view).map_or_else(|| view.value.clone(), |mark| format!("{} {mark}", view.value))
}

/// The mark of a figure that stands out.
fn mark(view: &FigureView) -> Option<char> {
    match view.against_rest.as_ref()?.mark {
        "higher" => Some('▲'),
        "lower" => Some('▼'),
        _ => None,
    }
}
