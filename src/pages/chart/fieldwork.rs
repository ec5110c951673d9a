//! What a wave's fieldwork brought: when the answers came, and how the same contacts moved since the wave before.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::ChartView;
use crate::charts::{self, Cell, Column, Height, Tint};
use crate::metrics::{Class, Transitions};
use crate::pages::Report;
use crate::pages::table::{TableRow, TableView};
use crate::pages::told;
use crate::program::waves::Wave;
use crate::sources::config::Respondents;
use crate::words::{Words, phrases};

/// Longer fieldwork is counted by week, in days.
const LONGEST_BY_DAY: i32 = 62;

/// More days or weeks than this are not gone through: dates so far apart are not one wave's.
const MOST: usize = 1_000;

/// When the answers of a wave came; `None` in anonymous waves, where a day could tell who, and where no day is known. The
/// day of an anonymous answer is not shown either.
#[must_use]
pub fn days(report: &Report<'_>, position: usize) -> Option<ChartView> {
    let wave = &report.program.waves[position];
    if wave.respondents == Respondents::Anonymous {
        return None;
    }
    let dated = wave.responses.iter().filter_map(|response| Some((response.date?, response.anonymous)));
    let (hidden, dates): (Vec<_>, Vec<_>) = dated.partition(|(_, anonymous)| *anonymous);
    let dates: Vec<Date> = dates.into_iter().map(|(date, _)| date).collect();
    let (first, last) = (dates.iter().min().copied()?, dates.iter().max().copied()?);
    let (from, to) = (wave.first_day.map_or(first, |day| day.min(first)), last);
    let by_week = from.until(to).map_or(true, |span| span.get_days() > LONGEST_BY_DAY);
    let bin = |day: Date| if by_week { monday(day) } else { day };
    let mut counts: BTreeMap<Date, u64> = BTreeMap::new();
    for date in &dates {
        *counts.entry(bin(*date)).or_default() += 1;
    }
    let columns: Vec<Column> =
        bins(bin(from), to, by_week).map(|day| column(&report.words, day, by_week, &counts)).collect();
    let name = |day: Date| if by_week { format!("Week of {}", report.words.day(day)) } else { report.words.day(day) };
    let row = |(day, count): (&Date, &u64)| TableRow {
        sorted_by: day.to_string(),
        ..TableRow::plain(name(*day), vec![report.words.count(*count)])
    };
    let rows = counts.iter().map(row).collect();
    let unit = if by_week { "week" } else { "day" };
    let mut table = TableView::of_rows(format!("Answers by {unit}"), &phrases::capitalised(unit), rows);
    table.columns = vec!["Answers".to_owned()];
    let said = format!("{}{}", half(&report.words, &dates, wave, from), without_a_day(hidden.len()));
    let chart = ChartView::new("days", format!("Answers by {unit} of the fieldwork"), said, table);
    Some(chart.drawn(charts::days(&columns), Height::of(200), &format!("All answers are of one {unit}.")))
}

/// How many answers the chart leaves out; it begins with a blank, and is empty where it leaves out none.
fn without_a_day(hidden: usize) -> String {
    match hidden {
        0 => String::new(),
        1 => " 1 more answer is anonymous, and its day is not shown.".to_owned(),
        n => format!(" {n} more answers are anonymous, and their days are not shown."),
    }
}

fn monday(day: Date) -> Date {
    let back = day.weekday().since(Weekday::Monday);
    day.checked_sub(i64::from(back).days()).unwrap_or(day)
}

fn bins(from: Date, to: Date, by_week: bool) -> impl Iterator<Item = Date> {
    let step = if by_week { 7.days() } else { 1.days() };
    from.series(step).take_while(move |day| *day <= to).take(MOST)
}

fn column(words: &Words, day: Date, by_week: bool, counts: &BTreeMap<Date, u64>) -> Column {
    let count = counts.get(&day).copied().unwrap_or_default();
    let answers = told::counted(words, count, "answer", "answers");
    let when = if by_week { format!("Week of {}", words.day(day)) } else { words.day(day) };
    Column { label: words.day_and_month(day), tip: format!("{when}: {answers}"), count }
}

/// By when half of the answers were in.
fn half(words: &Words, dates: &[Date], wave: &Wave, from: Date) -> String {
    let mut sorted = dates.to_vec();
    sorted.sort_unstable();
    let Some(half) = sorted.get(sorted.len().div_ceil(2).saturating_sub(1)) else { return String::new() };
    let day = |day: Date| from.until(day).map_or(0, |span| span.get_days()) + 1;
    let all = told::counted(words, dates.len() as u64, "answer", "answers");
    let whole = wave.last_day.map(|last| format!(" of {}", day(last))).unwrap_or_default();
    format!("Half of {all} were in by {}, day {}{whole}.", words.day(*half), day(*half))
}

/// How the same contacts moved since the wave before; `None` where that may not be shown or nobody answered twice.
#[must_use]
pub fn transitions(report: &Report<'_>, position: usize) -> Option<ChartView> {
    let found = report.metrics.waves.get(position)?.transitions.as_ref()?;
    let previous = &report.program.waves[report.program.waves[position].previous?].label;
    let this = &report.program.waves[position].label;
    let rows = Class::ALL.iter().rev().map(|before| {
        let cells = Class::ALL.iter().map(|now| report.words.count(found.count(*before, *now))).collect();
        TableRow::plain(format!("{} in {previous}", name(*before)), cells)
    });
    let mut table =
        TableView::of_rows("Contacts who answered both times", &format!("Were in {previous}"), rows.collect());
    table.columns = Class::ALL.iter().map(|now| format!("{} now", name(*now))).collect();
    let names = |wave: &str| Class::ALL.map(|class| format!("{} {wave}", name(class))).to_vec();
    let mut before = names(&format!("in {previous}"));
    before.reverse();
    let drawn = charts::heatmap(&names(&format!("in {this}")), &before, &cells(&report.words, found, previous, this));
    let title = "How the same contacts moved between detractor, passive and promoter";
    let chart = ChartView::new("transitions", title, moved(&report.words, found), table);
    Some(chart.drawn(Some(drawn), Height::of(240), ""))
}

fn name(class: Class) -> &'static str {
    match class {
        Class::Detractor => "Detractors",
        Class::Passive => "Passives",
        Class::Promoter => "Promoters",
    }
}

fn moved(words: &Words, found: &Transitions) -> String {
    let (up, down) = (found.up(), found.down());
    let contacts = told::counted(words, found.contacts() + found.left_out, "contact", "contacts");
    let stayed = found.contacts() - up - down;
    let moved = format!("Of {contacts} who answered both times {up} moved up, {down} moved down");
    match found.left_out {
        0 => format!("{moved} and {stayed} stayed."),
        1 => format!("{moved}, {stayed} stayed, and 1 is not shown, because an answer was anonymous."),
        n => format!("{moved}, {stayed} stayed, and {n} are not shown, because an answer was anonymous."),
    }
}

fn cells(words: &Words, found: &Transitions, previous: &str, this: &str) -> Vec<Cell> {
    let most = Class::ALL.iter().flat_map(|before| Class::ALL.map(|now| found.count(*before, now))).max();
    let most = most.unwrap_or_default().max(1);
    let row = |(row, before): (usize, &Class)| -> Vec<Cell> {
        let cell = |(column, now): (usize, &Class)| {
            let count = found.count(*before, *now);
            Cell {
                column,
                row,
                label: words.count(count),
                tip: format!("{} in {previous}, {} in {this}: {count}", name(*before), name(*now).to_lowercase()),
                tint: Tint::Amount(share(count, most)),
                indicative: false,
            }
        };
        Class::ALL.iter().enumerate().map(cell).collect()
    };
    Class::ALL.iter().rev().enumerate().flat_map(row).collect()
}

#[expect(clippy::cast_precision_loss, reason = "a tint needs no more than a few digits")]
fn share(count: u64, most: u64) -> f64 {
    count as f64 / most as f64
}
