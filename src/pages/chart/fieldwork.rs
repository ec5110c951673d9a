//! What a wave's fieldwork brought: when the answers came, and how the same contacts moved since the wave before.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::{ChartView, class, key, together};
use crate::charts::{self, DayColumn, HeatmapCell, Height, Tint};
use crate::disclosure::answers::AnswerDays;
use crate::disclosure::{Class, Transitions, Wave, WaveId};
use crate::pages::Report;
use crate::pages::table::{TableRow, TableView};
use crate::words::Words;

/// Longer fieldwork is counted by week, in days.
const LONGEST_BY_DAY: i32 = 62;

/// More days or weeks than this are not gone through: dates so far apart are not one wave's.
const MOST: usize = 1_000;

/// What the answers of a column came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bin {
    Day,
    Week,
}

impl Bin {
    /// As messages choose by it.
    fn key(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
        }
    }

    /// The first day of the bin that a day is in.
    fn first_day(self, day: Date) -> Date {
        match self {
            Self::Day => day,
            Self::Week => monday(day),
        }
    }

    /// From the bin of one day to that of another.
    fn through(self, from: Date, to: Date) -> impl Iterator<Item = Date> {
        let step = if self == Self::Week { 7.days() } else { 1.days() };
        self.first_day(from).series(step).take_while(move |day| *day <= to).take(MOST)
    }

    /// A message about it.
    fn say(self, words: &Words, message: &str) -> String {
        words.say(message, &[("bin", self.key().into())])
    }

    /// The bin that begins with a day.
    fn name(self, words: &Words, first_day: Date) -> String {
        words.say("chart-days-bin", &[("bin", self.key().into()), ("day", words.day(first_day).into())])
    }
}

/// When the answers of a wave came; `None` in anonymous waves, where a day could tell who, and where no day is known. The
/// day of an anonymous answer is not shown either.
#[must_use]
pub fn days(report: &Report<'_>, position: WaveId) -> Option<ChartView> {
    let (wave, words) = (report.disclosed.wave(position), &report.words);
    let AnswerDays { shown: dates, hidden } = report.disclosed.answer_days(position)?;
    let (first, last) = (dates.iter().min().copied()?, dates.iter().max().copied()?);
    let (from, to) = (wave.first_day().map_or(first, |day| day.min(first)), last);
    let is_long = from.until(to).map_or(true, |span| span.get_days() > LONGEST_BY_DAY);
    let bin = if is_long { Bin::Week } else { Bin::Day };
    let mut counts: BTreeMap<Date, u64> = BTreeMap::new();
    for date in &dates {
        *counts.entry(bin.first_day(*date)).or_default() += 1;
    }
    let columns: Vec<DayColumn> = bin.through(from, to).map(|day| column(words, bin, day, &counts)).collect();
    let said = together(&[&half(words, &dates, wave, from), &without_a_day(words, hidden)]);
    let chart = ChartView::new("days", bin.say(words, "chart-days-title"), said, table(words, bin, &counts));
    let drawn = charts::days(&columns);
    Some(chart.drawn(words, drawn, Height::of(200), || bin.say(words, "chart-days-one")))
}

fn table(words: &Words, bin: Bin, counts: &BTreeMap<Date, u64>) -> TableView {
    let row = |(day, count): (&Date, &u64)| TableRow {
        sorted_by: day.to_string(),
        ..TableRow::plain(bin.name(words, *day), vec![words.count(*count)])
    };
    let rows = counts.iter().map(row).collect();
    let (caption, first) = (bin.say(words, "chart-days-caption"), bin.say(words, "chart-days-head"));
    let mut table = TableView::of_rows(caption, &first, rows);
    table.columns = vec![words.plain("chart-days-answers")];
    table
}

/// How many answers the chart leaves out; empty where it leaves out none.
fn without_a_day(words: &Words, hidden: usize) -> String {
    if hidden == 0 { String::new() } else { words.say("chart-days-hidden", &[("n", hidden.into())]) }
}

fn monday(day: Date) -> Date {
    let back = day.weekday().since(Weekday::Monday);
    day.checked_sub(i64::from(back).days()).unwrap_or(day)
}

fn column(words: &Words, bin: Bin, day: Date, counts: &BTreeMap<Date, u64>) -> DayColumn {
    let count = counts.get(&day).copied().unwrap_or_default();
    let given = [("when", bin.name(words, day).into()), ("n", count.into())];
    DayColumn { label: words.day_and_month(day), tip: words.say("chart-days-tip", &given), count }
}

/// By when half of the answers were in.
fn half(words: &Words, dates: &[Date], wave: Wave<'_>, from: Date) -> String {
    let mut sorted = dates.to_vec();
    sorted.sort_unstable();
    let Some(half) = sorted.get(sorted.len().div_ceil(2).saturating_sub(1)) else { return String::new() };
    let number = |day: Date| from.until(day).map_or(0, |span| span.get_days()) + 1;
    let given = [
        ("n", dates.len().into()),
        ("day", words.day(*half).into()),
        ("number", number(*half).into()),
        ("is-closed", wave.last_day().is_some().into()),
        ("of", wave.last_day().map_or(0, number).into()),
    ];
    words.say("chart-days-half", &given)
}

/// How the same contacts moved since the wave before; `None` where that may not be shown or nobody answered twice.
#[must_use]
pub fn transitions(report: &Report<'_>, position: WaveId) -> Option<ChartView> {
    let words = &report.words;
    let found = report.disclosed.transitions(position)?;
    let this = report.disclosed.wave(position);
    let (previous, this) = (report.disclosed.wave(this.previous()?).label(), this.label());
    let now: Vec<String> = Class::ALL.iter().map(|class| in_wave(words, *class, this)).collect();
    let before: Vec<String> = Class::ALL.iter().rev().map(|class| in_wave(words, *class, previous)).collect();
    let rows = Class::ALL.iter().rev().zip(&before).map(|(before, name)| {
        let cells = Class::ALL.iter().map(|now| words.count(found.count(*before, *now))).collect();
        TableRow::plain(name, cells)
    });
    let head = words.say("chart-transitions-head", &[("wave", previous.into())]);
    let mut table = TableView::of_rows(words.plain("chart-transitions-caption"), &head, rows.collect());
    let column = |of: &Class| words.say("chart-transitions-now", &[("class", class(words, *of).into())]);
    table.columns = Class::ALL.iter().map(column).collect();
    let drawn = charts::heatmap(&now, &before, &cells(words, found, previous, this));
    let chart = ChartView::new("transitions", words.plain("chart-transitions-title"), moved(words, found), table);
    Some(chart.drawn(words, Some(drawn), Height::of(240), String::new))
}

/// What the respondents of a class in a wave are called.
fn in_wave(words: &Words, of: Class, wave: &str) -> String {
    words.say("chart-transitions-in", &[("class", class(words, of).into()), ("wave", wave.into())])
}

fn moved(words: &Words, found: &Transitions) -> String {
    let (up, down) = (found.up(), found.down());
    let given = [
        ("n", (found.contacts() + found.left_out).into()),
        ("up", up.into()),
        ("down", down.into()),
        ("stayed", (found.contacts() - up - down).into()),
        ("hidden", found.left_out.into()),
    ];
    words.say("chart-transitions-finding", &given)
}

fn cells(words: &Words, found: &Transitions, previous: &str, this: &str) -> Vec<HeatmapCell> {
    let most = Class::ALL.iter().flat_map(|before| Class::ALL.map(|now| found.count(*before, now))).max();
    let most = most.unwrap_or_default().max(1);
    let row = |(row, before): (usize, &Class)| -> Vec<HeatmapCell> {
        let cell = |(column, now): (usize, &Class)| {
            let count = found.count(*before, *now);
            let given = [
                ("before", key(*before).into()),
                ("previous", previous.into()),
                ("now", key(*now).into()),
                ("this", this.into()),
                ("n", count.into()),
            ];
            HeatmapCell {
                column,
                row,
                label: words.count(count),
                tip: words.say("chart-transitions-tip", &given),
                tint: Tint::Amount(share(count, most)),
                indicative: false,
                stands_out: false,
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
