//! A score from wave to wave.

use super::{ChartView, legend, point, range, together};
use crate::charts::{self, Height, Point};
use crate::disclosure::{Item, Movement, Scope};
use crate::pages::Report;
use crate::pages::change::Span;
use crate::pages::change_in_words::{foremost, from_then_to_now};
use crate::pages::figure::{State, figure};
use crate::pages::history::WaveRow;
use crate::pages::table::{TableRow, TableView};
use crate::words::{Words, phrases};

/// The trend of a score over the waves of a history, the latest first in it; `None` where no wave has a score.
#[must_use]
pub fn trend(report: &Report<'_>, scope: Scope, item: Item, history: &[WaveRow]) -> Option<ChartView> {
    let words = &report.words;
    let points: Vec<Point> = history
        .iter()
        .rev()
        .map(|row| point(words, &row.wave.text, &row.figure, report.figure(row.position, scope, item)))
        .collect();
    let latest = history.first()?;
    if points.iter().all(|point| point.value.is_none()) {
        return None;
    }
    let rows = history.iter().map(|row| TableRow::figure(row.wave.clone(), row.figure.clone())).collect();
    let name = phrases::capitalised(&figure(report, latest.position, scope, item).short);
    let caption = words.say("chart-trend-caption", &[("score", (&name).into())]);
    let finding = together(&[
        &drifted(words, history),
        &steps(words, &movements(report, scope, item, history), history.len()),
        &ending(words, history),
    ]);
    let table = TableView::of_rows(caption, &words.plain("chart-trend-head"), rows);
    let chart = ChartView::new("trend", title(words, name, history), finding, table);
    let drawn = charts::trend(&points, range(report, item));
    let are_side_by_side = points.windows(2).any(|two| two.iter().all(|point| point.interval.is_some()));
    let intervals = if are_side_by_side { words.plain("chart-band") } else { words.plain("chart-lines") };
    let note = if drawn.is_some() { legend(words, &intervals, &points) } else { String::new() };
    Some(ChartView { note, ..chart.drawn(words, drawn, Height::of(280), || words.plain("chart-trend-one")) })
}

/// What is seen: a score from its first wave to its last.
fn title(words: &Words, score: String, history: &[WaveRow]) -> String {
    match history {
        [latest, .., first] => {
            let (first, latest) = (&first.wave.text, &latest.wave.text);
            let given = [("score", score.into()), ("first", first.into()), ("latest", latest.into())];
            words.say("chart-trend-title", &given)
        }
        _ => score,
    }
}

/// Why the line ends before the latest wave, where it does.
fn ending(words: &Words, history: &[WaveRow]) -> String {
    let latest = history.first().filter(|row| row.figure.state != State::Shown);
    let last = history.iter().find(|row| row.figure.state == State::Shown);
    latest.zip(last).map_or_else(String::new, |(latest, last)| {
        let given = [
            ("last", (&last.wave.text).into()),
            ("latest", (&latest.wave.text).into()),
            ("why", (&latest.figure.reason).into()),
        ];
        words.say("chart-trend-ending", &given)
    })
}

/// Where the score came from in the end where it did not move since the wave before.
fn drifted(words: &Words, history: &[WaveRow]) -> String {
    let latest = history.first().and_then(|row| Some((&row.figure, foremost(&row.figure)?)));
    latest.filter(|(_, change)| change.span != Span::WaveBefore).map_or_else(String::new, |(figure, change)| {
        words.say("chart-trend-drifted", &[("change", from_then_to_now(words, figure, change).into())])
    })
}

/// How the score moved from each wave to the next, the earliest first; waves that cannot be compared are left out.
fn movements<'h>(report: &Report<'_>, scope: Scope, item: Item, history: &'h [WaveRow]) -> Vec<(&'h str, Movement)> {
    let movement = |row: &'h WaveRow| {
        row.figure.change.as_ref().filter(|change| !change.value.is_empty())?;
        let change = report.figure(row.position, scope, item)?.change()?;
        Some((row.wave.text.as_str(), change.movement))
    };
    history.iter().rev().filter_map(movement).collect()
}

/// How often the score moved measurably from wave to wave.
fn steps(words: &Words, movements: &[(&str, Movement)], waves: usize) -> String {
    let mut real: Vec<(Movement, Vec<&str>)> = Vec::new();
    for (wave, movement) in movements {
        match real.last_mut() {
            _ if !matches!(movement, Movement::Rose | Movement::Fell) => {}
            Some((last, waves)) if last == movement => waves.push(wave),
            _ => real.push((*movement, vec![wave])),
        }
    }
    let compared = movements.len();
    let found = match (compared, real.len()) {
        (0, _) => "nothing-compared",
        (1, 1..) => "the-only-step",
        (_, 1..) => "some-steps",
        _ if compared + 1 == waves => "none",
        _ => "none-of-some",
    };
    let moves = real.iter().map(|(movement, waves)| moved(words, *movement, waves)).collect::<Vec<_>>();
    let moves = moves.join(&words.plain("list-separator"));
    words.say("chart-trend-steps", &[("found", found.into()), ("n", compared.into()), ("moves", moves.into())])
}

/// A rise or fall in waves after each other.
fn moved(words: &Words, movement: Movement, waves: &[&str]) -> String {
    let movement = if movement == Movement::Rose { "rose" } else { "fell" };
    words.say("chart-trend-moved", &[("movement", movement.into()), ("waves", words.list(waves).into())])
}
