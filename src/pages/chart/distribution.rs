//! How the answers to an nps headline part.

use super::ChartView;
use crate::charts::{self, Height, Part};
use crate::metrics::{Scope, Statistic};
use crate::pages::Report;
use crate::pages::figure::{State, figure};
use crate::pages::profile::{ShareView, shares};
use crate::pages::table::{TableRow, TableView};
use crate::pages::told;

/// The shortest part of the bar that its share fits on, in percent.
const FITS: f64 = 8.0;

/// The shortest that the number of answers fits on beside it.
const FITS_WITH_COUNT: f64 = 20.0;

/// How the answers to an nps headline part; `None` for other kinds and where no score is shown.
#[must_use]
pub fn distribution(report: &Report<'_>, wave: usize, scope: Scope) -> Option<ChartView> {
    let item = report.headline()?;
    let shown = figure(report, wave, scope, item).state == State::Shown;
    let figure = report.figure(wave, scope, item).filter(|_| shown)?;
    let shares = shares(report, wave, scope);
    let [said_promoters, said_passives, said_detractors] = shares.as_slice() else { return None };
    let part = |statistic: Statistic, name: &'static str, said: &ShareView| {
        let level = figure.level(statistic)?;
        let share = said.value.clone();
        let gave = |(answer, count): &(f64, u64)| if statistic.read(*answer, None) > 0.0 { *count } else { 0 };
        let count: u64 = figure.distribution.iter().map(gave).sum();
        let label = match level.value {
            value if value < FITS => String::new(),
            value if value < FITS_WITH_COUNT => share.clone(),
            _ => format!("{share} ({})", report.words.count(count)),
        };
        let tip = format!("{name}: {share}, {}", told::counted(&report.words, count, "answer", "answers"));
        Some(Part { name, tip, label, share: level.value })
    };
    let promoters = part(Statistic::Promoters, "Promoters", said_promoters)?;
    let passives = part(Statistic::Passives, "Passives", said_passives)?;
    let detractors = part(Statistic::Detractors, "Detractors", said_detractors)?;
    let finding = format!(
        "{} promoters (9 and 10), {} passives (7 and 8), {} detractors (0 to 6).",
        said_promoters.value, said_passives.value, said_detractors.value
    );
    let rows = shares.into_iter().map(row).collect();
    let mut table = TableView::of_rows("Promoters, passives and detractors", "Answers", rows);
    table.columns = vec!["Share".to_owned(), "95 % interval".to_owned()];
    let chart = ChartView::new("distribution", "How the answers divide", finding, table);
    Some(chart.drawn(Some(charts::distribution(&promoters, &passives, &detractors)), Height::of(76), ""))
}

fn row(share: ShareView) -> TableRow {
    let interval = if share.interval.is_empty() { "none".to_owned() } else { share.interval };
    let interval = if share.indicative { format!("{interval}, indicative") } else { interval };
    TableRow::plain(share.label, vec![share.value, interval])
}
