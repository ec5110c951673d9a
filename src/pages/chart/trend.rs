//! A score from wave to wave.

use super::{ChartView, legend, point, range};
use crate::charts::{self, Height, Point};
use crate::metrics::{Item, Scope};
use crate::pages::Report;
use crate::pages::change_in_words::{foremost, from_then_to_now};
use crate::pages::figure::{State, figure};
use crate::pages::history::WaveRow;
use crate::pages::table::{TableRow, TableView};
use crate::words::{Words, phrases};

/// The trend of a score over the waves of a history, the latest first in it; `None` where no wave has a score.
#[must_use]
pub fn trend(report: &Report<'_>, scope: Scope, item: Item, history: &[WaveRow]) -> Option<ChartView> {
    let points: Vec<Point> = history
        .iter()
        .rev()
        .map(|row| point(&row.wave.text, &row.figure, report.figure(row.position, scope, item)))
        .collect();
    let latest = history.first()?;
    if points.iter().all(|point| point.value.is_none()) {
        return None;
    }
    let rows = history.iter().map(|row| TableRow::figure(row.wave.clone(), row.figure.clone())).collect();
    let name = phrases::capitalised(&figure(report, latest.position, scope, item).short);
    let caption = format!("{name}, the latest wave first");
    let title = match history.last() {
        Some(first) if history.len() > 1 => format!("{name}, {} to {}", first.wave.text, latest.wave.text),
        _ => name.clone(),
    };
    let chart = ChartView::new(
        "trend",
        title,
        format!("{}{}", finding(&report.words, history), ending(history)),
        TableView::of_rows(caption, "Wave", rows),
    );
    let drawn = charts::trend(&points, range(report, item));
    let are_side_by_side = points.windows(2).any(|two| two.iter().all(|point| point.interval.is_some()));
    let interval = if are_side_by_side { "The band is the 95 % interval." } else { "The lines are 95 % intervals." };
    let note = if drawn.is_some() { legend(interval, &points) } else { String::new() };
    Some(ChartView { note, ..chart.drawn(drawn, Height::of(280), "A trend needs scores of two waves or more.") })
}

/// Why the line ends before the latest wave, where it does.
fn ending(history: &[WaveRow]) -> String {
    let Some(latest) = history.first().filter(|row| row.figure.state != State::Shown) else { return String::new() };
    let why = &latest.figure.reason;
    let last = history.iter().find(|row| row.figure.state == State::Shown).map(|row| row.wave.text.as_str());
    match last {
        Some(last) => format!(" The line ends in {last}: in {} there is no score ({why}).", latest.wave.text),
        None => String::new(),
    }
}

/// Where the score came from in the end where it did not move since the wave before, and in which steps it moved.
fn finding(words: &Words, history: &[WaveRow]) -> String {
    let latest = history.first().and_then(|row| Some((&row.figure, foremost(&row.figure)?)));
    let drifted = latest.filter(|(_, change)| !change.span.is_empty());
    let drifted = drifted.map(|(figure, change)| format!("It {}. ", from_then_to_now(figure, change)));
    format!("{}{}", drifted.unwrap_or_default(), steps(words, history))
}

/// How often the score moved measurably from wave to wave.
fn steps(words: &Words, history: &[WaveRow]) -> String {
    let changes = || history.iter().filter_map(|row| Some((row, row.figure.change.as_ref()?)));
    let compared = changes().filter(|(_, change)| !change.value.is_empty()).count();
    let mut real: Vec<(&str, Vec<&str>)> = Vec::new();
    for (row, change) in history.iter().rev().filter_map(|row| Some((row, row.figure.change.as_ref()?))) {
        match real.last_mut() {
            _ if !change.is_real => {}
            Some((verdict, waves)) if *verdict == change.verdict => waves.push(&row.wave.text),
            _ => real.push((&change.verdict, vec![&row.wave.text])),
        }
    }
    let real: Vec<String> = real.iter().map(|(verdict, waves)| format!("{verdict} in {}", words.list(waves))).collect();
    match (compared, real.as_slice()) {
        (0, _) => "No two waves in a row can be compared.".to_owned(),
        (n, []) if n + 1 == history.len() => "No measurable change from any wave to the next.".to_owned(),
        (1, []) => "No measurable change between the two waves that can be compared.".to_owned(),
        (n, []) => format!("No measurable change in the {n} steps between waves that can be compared."),
        (1, moves) => format!("It {}.", words.list(moves)),
        (_, moves) => format!("It {}; otherwise no measurable change.", moves.join(", ")),
    }
}
