//! Waves that dates make: months, quarters and years, their labels and their days.

use jiff::civil::Date;

use crate::sources::config::WaveRule;

/// The label of the wave that a day is in: `2026-03`, `2026-Q1`, `2026`; `None` where files make the waves.
#[must_use]
pub(super) fn label(rule: WaveRule, day: Date) -> Option<String> {
    match rule {
        WaveRule::File => None,
        WaveRule::Month => Some(format!("{:04}-{:02}", day.year(), day.month())),
        WaveRule::Quarter => Some(format!("{:04}-Q{}", day.year(), (day.month() + 2) / 3)),
        WaveRule::Year => Some(format!("{:04}", day.year())),
    }
}

/// The first and last day of the period that a label names, if it names one.
#[must_use]
pub(super) fn days(label: &str) -> Option<(Date, Date)> {
    let (year, rest) = label.split_once('-').map_or((label, ""), |(year, rest)| (year, rest));
    if year.len() != 4 || !year.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let year: i16 = year.parse().ok()?;
    let (first, months) = match rest.split_at_checked(1) {
        None if !label.contains('-') => (1, 12),
        Some(("Q" | "q", quarter)) => (quarter.parse::<i8>().ok().filter(|q| (1..=4).contains(q))? * 3 - 2, 3),
        Some(("H" | "h", half)) => (half.parse::<i8>().ok().filter(|h| (1..=2).contains(h))? * 6 - 5, 6),
        Some(_) if rest.len() == 2 => (rest.parse::<i8>().ok().filter(|m| (1..=12).contains(m))?, 1),
        _ => return None,
    };
    let from = Date::new(year, first, 1).ok()?;
    let to = Date::new(year, first + months - 1, 1).ok()?.last_of_month();
    Some((from, to))
}

/// Whether a label names a period of a rule.
#[must_use]
pub(super) fn is_label(rule: WaveRule, text: &str) -> bool {
    days(text).and_then(|(from, _)| label(rule, from)).is_some_and(|label| label == text)
}

/// What a label of the rule looks like.
#[must_use]
pub(super) fn example(rule: WaveRule) -> &'static str {
    match rule {
        WaveRule::Month => "2026-03",
        WaveRule::Quarter => "2026-Q1",
        WaveRule::File | WaveRule::Year => "2026",
    }
}
