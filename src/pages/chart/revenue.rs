//! Revenue by score: how much hangs on whom.

use super::{ChartView, legend, point, range};
use crate::charts::{self, Amounts, Height, Point};
use crate::disclosure::{AccountId, Item, Kind, Scope, WaveId};
use crate::pages::accounts;
use crate::pages::figure::{State, figure};
use crate::pages::frame;
use crate::pages::table::{TableRow, TableView};
use crate::pages::{PageKey, Report};
use crate::words::{Unit, Words, phrases};

/// The least room that names beside dots need, in pixels.
const ROOM: usize = 600;

/// An account with a revenue.
struct Paying {
    position: AccountId,
    revenue: f64,
    point: Point,
}

/// The revenue of accounts by their headline in the leading wave; `None` where no revenue is known.
#[must_use]
pub fn revenue(report: &Report<'_>) -> Option<ChartView> {
    let words = &report.words;
    let (wave, item) = report.lead.zip(report.headline())?;
    let accounts = report.disclosed.accounts();
    let all: Vec<Paying> = accounts.ids().filter_map(|position| paying(report, wave, item, position)).collect();
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
    let caption = phrases::capitalised(&words.plain("chart-revenue-caption"));
    let head = phrases::capitalised(&words.plain("account-heading"));
    let mut table = TableView::of_rows(caption, &head, rows.collect());
    table.columns = vec![words.plain("chart-revenue-head")];
    let points: Vec<(f64, Point)> = all.iter().map(|account| (account.revenue, account.point.clone())).collect();
    let amounts = amounts(words, most, report.disclosed.currency());
    let drawn = charts::scatter(&points, &amounts, range(report, item));
    let dots = points.iter().map(|(_, point)| point);
    let note = if drawn.is_some() { legend(words, "", dots) } else { String::new() };
    let mut chart = ChartView::new("revenue", words.plain("chart-revenue-title"), finding(report, &all), table);
    chart.width = ROOM;
    let with_both = points.iter().filter(|(_, point)| point.value.is_some()).count();
    let otherwise = || words.say("chart-revenue-too-few", &[("n", with_both.into())]);
    Some(ChartView { note, ..chart.drawn(words, drawn, Height::of(400), otherwise) })
}

fn paying(report: &Report<'_>, wave: WaveId, item: Item, position: AccountId) -> Option<Paying> {
    let account = &report.disclosed.accounts()[position];
    let revenue = account.revenue.filter(|revenue| *revenue > 0.0)?;
    let scope = Scope::Account(position);
    let view = figure(report, wave, scope, item);
    let mut point = point(&report.words, &account.name, &view, report.figure(wave, scope, item));
    let given = [("tip", point.tip.into()), ("revenue", accounts::revenue(report, account).into())];
    point.tip = report.words.say("chart-revenue-tip", &given);
    point.value = point.value.filter(|_| view.state == State::Shown);
    Some(Paying { position, revenue, point })
}

/// Thousands or millions, so that the axis has short numbers.
fn amounts(words: &Words, most: f64, currency: Option<&str>) -> Amounts {
    let (unit, name) = match most {
        most if most >= 2e6 => (1e6, "millions"),
        most if most >= 2e3 => (1e3, "thousands"),
        _ => (1.0, "ones"),
    };
    let given = [
        ("in", name.into()),
        ("has-currency", currency.is_some().into()),
        ("currency", currency.unwrap_or_default().into()),
    ];
    Amounts { name: words.say("chart-revenue-axis", &given), unit }
}

/// How much of the revenue is with accounts that have a score, and how much of it below the middle.
fn finding(report: &Report<'_>, all: &[Paying]) -> String {
    let total: f64 = all.iter().map(|account| account.revenue).sum();
    let scored: Vec<&Paying> = all.iter().filter(|account| account.point.value.is_some()).collect();
    if scored.is_empty() {
        return String::new();
    }
    let with_score: f64 = scored.iter().map(|account| account.revenue).sum();
    let share = |part: f64| report.words.value(100.0 * part / total, Unit::Percent);
    let certain = |account: &&&Paying| account.point.interval.is_some_and(|interval| interval.high < 0.0);
    let below: f64 = scored.iter().filter(certain).map(|account| account.revenue).sum();
    let is_nps = report.disclosed.headline().is_some_and(|question| question.kind == Kind::Nps);
    let given = [
        ("n", scored.len().into()),
        ("share", share(with_score).into()),
        (
            "below-zero",
            if !is_nps {
                "not-told"
            } else if below > 0.0 {
                "some"
            } else {
                "none"
            }
            .into(),
        ),
        ("share-below", share(below).into()),
    ];
    report.words.say("chart-revenue-finding", &given)
}
