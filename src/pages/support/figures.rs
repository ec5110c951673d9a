//! The figures of tickets as rows: how long, which shares, beside those of a year before or of everyone.

use crate::disclosure::{Confidence, Level, Quantile, Times, WindowFigures};
use crate::pages::table::{TableRow, TableView};
use crate::pages::{Report, told};
use crate::sources::config::Customers;
use crate::words::numbers::rounded;
use crate::words::{Unit, Value, Words};

/// What the figures stand beside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeldAgainst {
    /// Those of the twelve months before.
    YearBefore,
    /// Those of everyone.
    Everyone,
}

impl HeldAgainst {
    fn key(self) -> &'static str {
        match self {
            Self::YearBefore => "year-before",
            Self::Everyone => "everyone",
        }
    }
}

/// A figure in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct WordedFigures {
    pub(super) value: String,
    pub(super) interval: Option<String>,
    pub(super) n: u64,
}

/// How the figures are called, in their order.
const FIGURES: [&str; 7] = [
    "first-reply-median",
    "first-reply-p90",
    "resolution-median",
    "resolution-p90",
    "first-contact",
    "reopened",
    "escalated",
];

/// The table of the figures of twelve months, beside others where there are some.
#[must_use]
pub fn table(
    report: &Report<'_>,
    figures: &WindowFigures,
    other: Option<&WindowFigures>,
    beside: HeldAgainst,
) -> TableView {
    let words = &report.words;
    let others = other.map(|other| all(words, other));
    let row = |(place, (name, figure)): (usize, (&str, Option<WordedFigures>))| {
        let figure = figure?;
        let interval = figure.interval.unwrap_or_else(|| words.plain("support-no-interval"));
        let n =
            [("n", figure.n.into()), ("indicative", (figure.n < report.disclosed.privacy().indicative_below).into())];
        let mut cells = vec![figure.value, interval, words.say("support-n", &n)];
        if let Some(others) = &others {
            let other = others.get(place).and_then(Option::as_ref);
            cells.push(other.map(|other| other.value.clone()).unwrap_or_default());
        }
        Some(TableRow::plain(words.say("support-figure", &[("figure", name.into())]), cells))
    };
    let rows = FIGURES.into_iter().zip(all(words, figures)).enumerate().filter_map(row).collect();
    let beside_what = if others.is_some() { beside.key() } else { "nothing" };
    let caption = words.say("support-figures-caption", &[("beside", beside_what.into())]);
    let mut table = TableView::of_rows(caption, &words.plain("support-figure-heading"), rows);
    table.columns = vec![
        words.plain("support-value-heading"),
        words.plain("interval-heading"),
        words.plain("support-tickets-heading"),
    ];
    if others.is_some() {
        table.columns.push(words.say("support-beside-heading", &[("beside", beside.key().into())]));
    }
    table
}

/// The figures in the order of their names.
fn all(words: &Words, figures: &WindowFigures) -> [Option<WordedFigures>; 7] {
    let [reply, resolution] = [figures.first_reply.as_ref(), figures.resolution.as_ref()];
    [
        reply.map(|times| of_time(words, &times.median)),
        reply.map(|times| of_time(words, &times.p90)),
        resolution.map(|times| of_time(words, &times.median)),
        resolution.map(|times| of_time(words, &times.p90)),
        figures.first_contact.as_ref().map(|level| share(words, level)),
        figures.reopened.as_ref().map(|level| share(words, level)),
        figures.escalated.as_ref().map(|level| share(words, level)),
    ]
}

/// A share of tickets.
pub(super) fn share(words: &Words, level: &Level) -> WordedFigures {
    let interval = level.interval.map(|interval| told::interval(words, interval, Unit::Percent));
    WordedFigures { value: words.value(level.value, Unit::Percent), interval, n: level.n }
}

/// A quantile of times; one that so few have come to is not reached.
pub(super) fn of_time(words: &Words, quantile: &Quantile) -> WordedFigures {
    let value = quantile.value.map_or_else(|| words.plain("support-not-reached"), |hours| time(words, hours));
    WordedFigures { value, interval: interval(words, quantile), n: quantile.n }
}

/// The interval of a quantile, whose upper end often is not known yet.
fn interval(words: &Words, quantile: &Quantile) -> Option<String> {
    match (quantile.low, quantile.high) {
        (Some(low), Some(high)) => Some(between(words, low, high)),
        (Some(low), None) => Some(words.say("support-at-least", &[("time", time(words, low).into())])),
        (None, Some(high)) => Some(words.say("support-at-most", &[("time", time(words, high).into())])),
        (None, None) => None,
    }
}

/// From one time to another, with their unit once where it is the same.
fn between(words: &Words, low: f64, high: f64) -> String {
    let ((unit, from), (other, to)) = (in_a_unit(low), in_a_unit(high));
    if unit != other {
        return words.range(&time(words, low), &time(words, high));
    }
    let [from, to] = [from, to].map(|number| words.decimals(number, places(unit, number)));
    words.say("support-times", &[("range", words.range(&from, &to).into()), ("unit", unit.into())])
}

/// Hours in the unit that tells them shortest: minutes, hours or days.
pub(super) fn time(words: &Words, hours: f64) -> String {
    let (unit, number) = in_a_unit(hours);
    let places = places(unit, number);
    let number = rounded(number, places);
    words.say_often("support-time", &[("unit", unit.into()), ("n", Value::Fixed(number, places))])
}

fn in_a_unit(hours: f64) -> (&'static str, f64) {
    const HOURS_A_DAY: f64 = 24.0;
    match hours {
        hours if hours < 1.0 => ("minutes", hours * 60.0),
        hours if hours < 2.0 * HOURS_A_DAY => ("hours", hours),
        _ => ("days", hours / HOURS_A_DAY),
    }
}

/// How many decimals a time is shown with: two digits tell enough.
fn places(unit: &str, number: f64) -> usize {
    usize::from(unit != "minutes" && number < 9.95)
}

/// A share or a time with its interval as a sentence tells them that has told of how many tickets it speaks: `6 % (95 %
/// interval 4 to 9 %)`; where it is of others, with their number.
pub(super) fn told(words: &Words, figure: WordedFigures, of: u64, indicative_below: u64) -> String {
    let given = [
        ("of-others", (figure.n != of).into()),
        ("value", figure.value.into()),
        ("interval", told::sure_interval(words, figure.interval, Confidence::Single).into()),
        ("n", figure.n.into()),
        ("indicative", (figure.n < indicative_below).into()),
    ];
    words.say("support-told", &given)
}

/// How times were taken; none where none is over.
#[must_use]
pub fn clock(words: &Words, figures: &WindowFigures) -> Option<String> {
    let times = [figures.first_reply, figures.resolution];
    let sum = |of: fn(&Times) -> u64| times.iter().flatten().map(of).sum::<u64>();
    let (calendar, own) = (sum(|times| times.by_calendar), sum(|times| times.by_own_clock));
    let clock = match (calendar, own) {
        (0, 0) => return None,
        (0, _) => "own",
        (_, 0) => "calendar",
        _ => "both",
    };
    let given = [("clock", clock.into()), ("calendar", calendar.into()), ("own", own.into())];
    Some(words.say("support-clock", &given))
}

/// How a share of issues solved with one contact is to be read, where there is one: whoever runs a plant asks what only an
/// expert can answer; a shopper does not.
#[must_use]
pub fn first_contact(report: &Report<'_>, figures: &WindowFigures) -> Option<String> {
    let is_b2b = report.disclosed.customers() != Customers::B2c && figures.first_contact.is_some();
    is_b2b.then(|| report.words.plain("support-first-contact-note"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_told_in_the_shortest_unit() {
        let words = Words::english();
        let told = [0.0, 0.25, 1.0, 1.04, 12.0, 47.9, 48.0, 240.0].map(|hours| time(&words, hours));
        assert_eq!(
            told,
            ["0 minutes", "15 minutes", "1.0 hours", "1.0 hours", "12 hours", "48 hours", "2.0 days", "10 days"]
        );
    }
}
