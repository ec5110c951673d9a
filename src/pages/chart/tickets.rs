//! How many tickets were opened and resolved by month, over the two years that end today.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::Date;

use super::{ChartView, together};
use crate::charts::{self, Height, Month};
use crate::disclosure::{MonthCounts, ScopeFigures, TwelveMonths, WindowFigures};
use crate::pages::Report;
use crate::pages::table::{TableRow, TableView};
use crate::words::Words;

/// The months of a scope up to today; `None` where nothing was opened or resolved in these two years.
#[must_use]
pub fn tickets(report: &Report<'_>, figures: &ScopeFigures, window: TwelveMonths) -> Option<ChartView> {
    let words = &report.words;
    let months = months(&figures.months, window);
    let first = months.iter().find(|month| month.opened + month.resolved > 0)?.month;
    let months: Vec<MonthCounts> = months.into_iter().filter(|month| month.month >= first).collect();
    let row = |month: &MonthCounts| TableRow {
        sorted_by: month.month.to_string(),
        ..TableRow::plain(words.month(month.month), vec![words.count(month.opened), words.count(month.resolved)])
    };
    let caption = words.plain("chart-tickets-caption");
    let mut table = TableView::of_rows(caption, &words.plain("chart-tickets-head"), months.iter().map(row).collect());
    let names = [words.plain("chart-tickets-opened"), words.plain("chart-tickets-resolved")];
    table.columns = names.to_vec();
    let drawn: Vec<Month> = months.iter().map(|month| drawn(words, month)).collect();
    let drawn = charts::months(&names, &drawn);
    let chart = ChartView::new("tickets", title(words, figures), finding(words, figures, &months), table);
    let note = if drawn.is_some() { running(words, window.last) } else { String::new() };
    Some(ChartView { note, ..chart.drawn(words, drawn, Height::of(260), || words.plain("chart-tickets-one")) })
}

/// Each month of the two years, also those in which nothing happened.
fn months(counts: &[MonthCounts], window: TwelveMonths) -> Vec<MonthCounts> {
    let known: BTreeMap<Date, MonthCounts> = counts.iter().map(|counts| (counts.month, *counts)).collect();
    let (first, last) = (window.before().first.first_of_month(), window.last.first_of_month());
    let all = first.series(1.month()).take_while(|month| *month <= last);
    all.map(|month| known.get(&month).copied().unwrap_or(MonthCounts { month, opened: 0, resolved: 0 })).collect()
}

fn drawn(words: &Words, month: &MonthCounts) -> Month {
    let tip = |what: &str, n: u64| {
        words.say(
            "chart-tickets-tip",
            &[("month", words.month(month.month).into()), ("what", what.into()), ("n", n.into())],
        )
    };
    Month {
        label: words.month(month.month),
        opened: (month.opened, tip("opened", month.opened)),
        resolved: (month.resolved, tip("resolved", month.resolved)),
    }
}

/// What is seen, with what it comes to: whether more were opened than resolved.
fn title(words: &Words, figures: &ScopeFigures) -> String {
    let (opened, resolved) = figures.window.as_ref().map_or((0, 0), |window| (window.opened, window.resolved));
    let which = match opened.cmp(&resolved) {
        std::cmp::Ordering::Greater => "more",
        std::cmp::Ordering::Less => "fewer",
        std::cmp::Ordering::Equal => "as-many",
    };
    words.say("chart-tickets-title", &[("which", which.into()), ("n", opened.abs_diff(resolved).into())])
}

fn finding(words: &Words, figures: &ScopeFigures, months: &[MonthCounts]) -> String {
    let counts = |window: &WindowFigures| [("opened", window.opened.into()), ("resolved", window.resolved.into())];
    let now = figures.window.as_ref().map(|window| words.say("chart-tickets-window", &counts(window)));
    let before = figures.before.as_ref().map(|before| words.say("chart-tickets-before", &counts(before)));
    // Of several months with as many the latest.
    let most = months.iter().max_by_key(|month| month.opened).filter(|_| months.len() > 2);
    let most = most.map(|most| {
        words.say("chart-tickets-most", &[("month", words.month(most.month).into()), ("n", most.opened.into())])
    });
    together(&[now, before, most].map(Option::unwrap_or_default).each_ref().map(String::as_str))
}

/// That the last month is not over, where it is not.
fn running(words: &Words, today: Date) -> String {
    if today == today.last_of_month() {
        return String::new();
    }
    let given = [("month", words.month(today).into()), ("day", words.day(today).into())];
    words.say("chart-tickets-running", &given)
}
