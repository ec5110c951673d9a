//! Charts with their words: a title that says what is seen, a sentence that states the finding, the options to draw it
//! from, or the reason why there is no chart. The table behind a chart is the one that the page shows anyway.

use serde::Serialize;

use super::figure::{FigureView, State};
use super::history::WaveRow;
use super::segments::ValueSummary;
use super::{Report, words};
use crate::charts::{self, Part, Point, Range};
use crate::metrics::statistic::score;
use crate::metrics::{Figure, Item, Scope, Statistic};
use crate::program::questionnaire::Kind;

/// A chart.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ChartView {
    /// Its id on the page.
    pub id: String,
    /// What is seen.
    pub title: String,
    /// What it says.
    pub finding: String,
    /// Why there is no chart; empty where there is one.
    pub reason: String,
    /// The options as JSON; empty where there is no chart.
    pub options: String,
    /// Its height in pixels.
    pub height: usize,
}

/// The range of an item's score: the whole of what it can be.
#[must_use]
pub fn range(report: &Report<'_>, item: Item) -> Range {
    let scale = crate::metrics::statistic::scale(report.program, item);
    match score(report.program, item) {
        Some(Statistic::Nps) => Range { low: -100.0, high: 100.0 },
        Some(Statistic::Mean) => Range { low: scale.low, high: scale.high },
        _ => Range { low: 0.0, high: 100.0 },
    }
}

/// A figure as a point; a gap where no score is shown.
fn point(label: &str, view: &FigureView, figure: Option<&Figure>) -> Point {
    let level = figure.and_then(Figure::score).filter(|_| view.state == State::Shown);
    let n = if view.indicative { format!("n = {}, indicative", view.n) } else { format!("n = {}", view.n) };
    let interval = if view.interval.is_empty() { String::new() } else { format!(" ({})", view.interval) };
    Point {
        label: label.to_owned(),
        tip: format!("{label}: {}{interval}, {n}", view.value),
        value: level.map(|level| level.value),
        interval: level.and_then(|level| level.interval),
        indicative: view.indicative,
    }
}

/// The trend of a score over the waves of a history, the latest first in it; `None` where no wave has a score.
#[must_use]
pub fn trend(report: &Report<'_>, scope: Scope, item: Item, history: &[WaveRow]) -> Option<ChartView> {
    let points: Vec<Point> = history
        .iter()
        .rev()
        .map(|row| point(&row.wave.text, &row.figure, report.figure(row.position, scope, item)))
        .collect();
    if points.iter().all(|point| point.value.is_none()) {
        return None;
    }
    let drawn = charts::trend(&points, range(report, item));
    let reason = match drawn {
        Some(_) => String::new(),
        None => "A trend needs scores of two waves or more.".to_owned(),
    };
    Some(ChartView {
        id: "trend".to_owned(),
        title: "The score from wave to wave, with its 95 % interval".to_owned(),
        finding: trend_finding(history),
        reason,
        options: drawn.map(|options| options.to_string()).unwrap_or_default(),
        height: 280,
    })
}

/// How often the score moved measurably, and the latest movement.
fn trend_finding(history: &[WaveRow]) -> String {
    let changes = || history.iter().filter_map(|row| Some((row, row.figure.change.as_ref()?)));
    let compared = changes().filter(|(_, change)| !change.value.is_empty()).count();
    let real: Vec<String> = changes()
        .filter(|(_, change)| change.is_real)
        .map(|(row, change)| format!("{} in {}", change.verdict, row.wave.text))
        .collect();
    match (compared, real.as_slice()) {
        (0, _) => "No two waves in a row can be compared.".to_owned(),
        (1, []) => "It did not change measurably from the one wave to the other.".to_owned(),
        (n, []) => format!("In none of {n} steps did it change measurably."),
        (_, moves) => format!("Measurable changes: it {}; otherwise none.", words::list(moves)),
    }
}

/// The headline of a dimension's values beside each other, the highest first.
#[must_use]
pub fn dots(report: &Report<'_>, wave: usize, item: Item, values: &[ValueSummary]) -> ChartView {
    let mut points: Vec<Point> = values
        .iter()
        .map(|value| point(&value.value.text, &value.figure, report.figure(wave, value.scope, item)))
        .filter(|point| point.value.is_some())
        .collect();
    points.sort_by(|a, b| {
        b.value.partial_cmp(&a.value).unwrap_or(std::cmp::Ordering::Equal).then_with(|| a.label.cmp(&b.label))
    });
    let hidden = values.iter().filter(|value| value.figure.state == State::Hidden).count();
    let drawn = charts::dots(&points, range(report, item));
    let reason = match drawn {
        Some(_) => String::new(),
        None => "A comparison needs scores of two groups or more.".to_owned(),
    };
    ChartView {
        id: "groups".to_owned(),
        title: "The leading question by group, with 95 % intervals".to_owned(),
        finding: dots_finding(values, hidden),
        reason,
        options: drawn.map(|options| options.to_string()).unwrap_or_default(),
        height: 48 + 30 * points.len(),
    }
}

fn dots_finding(values: &[ValueSummary], hidden: usize) -> String {
    let marked: Vec<String> = values
        .iter()
        .filter_map(|value| {
            let mark = value.figure.against_rest.as_ref()?.mark;
            (!mark.is_empty()).then(|| format!("{} ({mark})", value.value.text))
        })
        .collect();
    let finding = match marked.len() {
        0 => "No group stands out against everyone else.".to_owned(),
        1 => format!("{} stands out against everyone else.", words::list(&marked)),
        _ => format!("{} stand out against everyone else.", words::list(&marked)),
    };
    match hidden {
        0 => finding,
        1 => format!("{finding} One group is too small to be shown."),
        n => format!("{finding} {n} groups are too small to be shown, or would give one away."),
    }
}

/// How the answers to an nps headline part; `None` for other kinds and where no score is shown.
#[must_use]
pub fn distribution(report: &Report<'_>, wave: usize, scope: Scope) -> Option<ChartView> {
    let item = report.headline()?;
    let shown = super::figure::figure(report, wave, scope, item).state == State::Shown;
    let figure = report.figure(wave, scope, item).filter(|_| shown)?;
    report.program.headline().filter(|question| question.kind == Kind::Nps)?;
    let part = |statistic: Statistic, name: &str| {
        let level = figure.level(statistic)?;
        let share = words::value(level.value, words::Unit::Percent);
        let label = if level.value < 8.0 { String::new() } else { share.clone() };
        Some(Part { tip: format!("{name}: {share}"), label, share: level.value })
    };
    let promoters = part(Statistic::Promoters, "Promoters")?;
    let passives = part(Statistic::Passives, "Passives")?;
    let detractors = part(Statistic::Detractors, "Detractors")?;
    let finding = format!("{}, {}, {}.", promoters.tip, passives.tip.to_lowercase(), detractors.tip.to_lowercase());
    Some(ChartView {
        id: "distribution".to_owned(),
        title: "How the answers part: detractors, passives, promoters".to_owned(),
        finding,
        reason: String::new(),
        options: charts::distribution(&promoters, &passives, &detractors).to_string(),
        height: 64,
    })
}
