//! A score from wave to wave.

use super::{ChartView, legend, point, range};
use crate::charts::{self, Height, Point};
use crate::metrics::{Item, Scope};
use crate::pages::figure::figure;
use crate::pages::history::WaveRow;
use crate::pages::table::{TableRow, TableView};
use crate::pages::{Report, words};

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
    let name = words::capitalised(&figure(report, latest.position, scope, item).short);
    let caption = format!("{name}, the latest wave first");
    let title = format!("{name} from wave to wave");
    let chart = ChartView::new("trend", title, finding(history), TableView::of_rows(caption, "Wave", rows));
    let drawn = charts::trend(&points, range(report, item));
    let are_side_by_side = points.windows(2).any(|two| two.iter().all(|point| point.interval.is_some()));
    let interval = if are_side_by_side { "The band is the 95 % interval." } else { "The lines are 95 % intervals." };
    let note = if drawn.is_some() { legend(interval, &points) } else { String::new() };
    Some(ChartView { note, ..chart.drawn(drawn, Height::of(280), "A trend needs scores of two waves or more.") })
}

/// How often the score moved measurably, and the latest movement.
fn finding(history: &[WaveRow]) -> String {
    let changes = || history.iter().filter_map(|row| Some((row, row.figure.change.as_ref()?)));
    let compared = changes().filter(|(_, change)| !change.value.is_empty()).count();
    let real: Vec<String> = changes()
        .filter(|(_, change)| change.is_real)
        .map(|(row, change)| format!("{} in {}", change.verdict, row.wave.text))
        .collect();
    match (compared, real.as_slice()) {
        (0, _) => "No two waves in a row can be compared.".to_owned(),
        (1, []) => "It did not change measurably from one wave to the other.".to_owned(),
        (n, []) => format!("It did not change measurably in any of {n} steps."),
        (1, moves) => format!("It {}.", words::list(moves)),
        (_, moves) => format!("It {}, and did not change measurably otherwise.", words::list(moves)),
    }
}
