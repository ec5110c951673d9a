//! Revenue by score: how much hangs on whom.

use super::{ChartView, legend, point, range};
use crate::charts::{self, Amounts, Height, Point};
use crate::metrics::{Item, Scope};
use crate::pages::accounts;
use crate::pages::figure::{State, figure};
use crate::pages::frame;
use crate::pages::table::{TableRow, TableView};
use crate::pages::told;
use crate::pages::{PageKey, Report};
use crate::words::Unit;
use crate::words::phrases;

/// The least room that names beside dots need, in pixels.
const ROOM: usize = 600;

/// An account with a revenue.
struct Paying {
    position: usize,
    revenue: f64,
    point: Point,
}

/// The revenue of accounts by their headline in the leading wave; `None` where no revenue is known.
#[must_use]
pub fn revenue(report: &Report<'_>) -> Option<ChartView> {
    let (wave, item) = report.lead.zip(report.headline())?;
    let accounts = &report.program.register.accounts;
    let all: Vec<Paying> = (0..accounts.len()).filter_map(|position| paying(report, wave, item, position)).collect();
    let most = all.iter().map(|account| account.revenue).fold(0.0, f64::max);
    if all.is_empty() {
        return None;
    }
    let rows = all.iter().filter(|account| account.point.value.is_some());
    let rows = rows.map(|account| {
        let view = figure(report, wave, Scope::Account(account.position), item);
        let revenue = accounts::revenue(report, &accounts[account.position]);
        let of = frame::link(report, &PageKey::account(account.position));
        TableRow { cells: vec![revenue], ..TableRow::figure(of, view) }
    });
    let label = &report.program.account_label;
    let caption = format!("{} with a score and their revenue a year", phrases::capitalised(&label.many));
    let mut table = TableView::of_rows(caption, &phrases::capitalised(&label.one), rows.collect());
    table.columns = vec!["Revenue a year".to_owned()];
    let points: Vec<(f64, Point)> = all.iter().map(|account| (account.revenue, account.point.clone())).collect();
    let drawn = charts::scatter(&points, &amounts(most, report.program.currency.as_deref()), range(report, item));
    let note = if drawn.is_some() { legend("", points.iter().map(|(_, point)| point)) } else { String::new() };
    let title = format!("Revenue a year and score of each {}", label.one);
    let mut chart = ChartView::new("revenue", title, finding(report, &all), table);
    chart.width = ROOM;
    let with_both = points.iter().filter(|(_, point)| point.value.is_some()).count();
    let otherwise = format!(
        "A drawing needs three {} with revenue and enough answers for a score; there are {with_both}.",
        label.many
    );
    Some(ChartView { note, ..chart.drawn(drawn, Height::of(400), &otherwise) })
}

fn paying(report: &Report<'_>, wave: usize, item: Item, position: usize) -> Option<Paying> {
    let account = &report.program.register.accounts[position];
    let revenue = account.revenue.filter(|revenue| *revenue > 0.0)?;
    let scope = Scope::Account(position);
    let view = figure(report, wave, scope, item);
    let mut point = point(&account.name, &view, report.figure(wave, scope, item));
    point.tip = format!("{}; {} a year", point.tip, accounts::revenue(report, account));
    point.value = point.value.filter(|_| view.state == State::Shown);
    Some(Paying { position, revenue, point })
}

/// Thousands or millions, so that the axis has short numbers.
fn amounts(most: f64, currency: Option<&str>) -> Amounts {
    let (unit, name) = match most {
        most if most >= 2e6 => (1e6, "million"),
        most if most >= 2e3 => (1e3, "thousand"),
        _ => (1.0, ""),
    };
    let unit_name = [currency.unwrap_or_default(), name].join(" ");
    let unit_name = unit_name.trim();
    let name = if unit_name.is_empty() { String::new() } else { format!(", {unit_name}") };
    Amounts { name: format!("Revenue a year{name}"), unit }
}

/// How much of the revenue is with accounts that have a score, and how much of it below the middle.
fn finding(report: &Report<'_>, all: &[Paying]) -> String {
    let total: f64 = all.iter().map(|account| account.revenue).sum();
    let scored: Vec<&Paying> = all.iter().filter(|account| account.point.value.is_some()).collect();
    let with_score: f64 = scored.iter().map(|account| account.revenue).sum();
    let share = |part: f64| report.words.value(100.0 * part / total, Unit::Percent);
    let label = &report.program.account_label;
    let accounts = told::counted(&report.words, scored.len() as u64, &label.one, &label.many);
    if scored.is_empty() {
        return String::new();
    }
    let certain = |account: &&&Paying| account.point.interval.is_some_and(|interval| interval.high < 0.0);
    let below: f64 = scored.iter().filter(certain).map(|account| account.revenue).sum();
    let is_nps = report.program.headline().is_some_and(|q| q.kind == crate::program::questionnaire::Kind::Nps);
    let begin = format!(
        "{accounts} with enough answers for a score {} {} of the revenue",
        if scored.len() == 1 { "brings" } else { "bring" },
        share(with_score)
    );
    match is_nps {
        true if below > 0.0 => format!("{begin}, {} where the score is measurably below zero.", share(below)),
        true => format!("{begin}; none of them is measurably below zero."),
        false => format!("{begin}."),
    }
}
