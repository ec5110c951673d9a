//! What digits are that are no phone number: days, times, hours, shares, addresses of machines, parts of a name, years
//! and amounts. What shows by itself is taken out of a row before phone numbers are looked for; what might be a part of
//! one (`601 234 567`, `2024-2026`) is only passed over.

use std::ops::RangeInclusive;

use super::row::{Gap, GroupRow};
use crate::program::contact_details::is_letter;
use crate::program::contact_details::said;

/// Takes out of a row what is no phone number for certain.
pub(super) fn mark(row: &mut GroupRow<'_>) {
    let mut first = 0;
    while first < row.groups.len() {
        let word = row.word(first);
        let next = word.end() + 1;
        if is_other(row, &word) {
            row.groups.iter_mut().take(next).skip(first).for_each(|group| group.is_other = true);
        }
        first = next;
    }
}

fn is_other(row: &GroupRow<'_>, word: &RangeInclusive<usize>) -> bool {
    word.clone().any(|group| is_in_a_name(row, group))
        || are_days(row, word)
        || is_machine(row, word)
        || are_hours(row, word)
        || is_decimal(row, word)
        || is_of_a_list(row, word)
        || is_counted(row, *word.end())
}

/// Whether a group is a part of a name with letters: `SN0123456789`, `0123-4567-89AB`, `17h`, `9f0123456789`. A word that
/// was written without a blank before or behind a number is none.
fn is_in_a_name(row: &GroupRow<'_>, group: usize) -> bool {
    let after = row.after(group);
    let before = row.groups.get(group).and_then(|group| row.signs.get(..group.from)).unwrap_or_default();
    let is_word = before.is_empty() || said::is_word_before(before);
    let follows = said::is_word_behind(after) || said::extension(after).is_some();
    !is_word || !follows || said::is_hour(after) && after.first().is_some_and(|sign| is_letter(*sign))
}

/// Whether a word numbers a part of a list: `2) 0171 1234567`.
fn is_of_a_list(row: &GroupRow<'_>, word: &RangeInclusive<usize>) -> bool {
    let first = *word.start();
    let is_closed = first == *word.end() && row.length(first) < 3 && row.after(first).starts_with(&[')']);
    let from = row.groups.first().map_or(0, |group| group.from.saturating_sub(2));
    let to = row.groups.get(first).map_or(from, |group| group.from);
    let before = row.signs.get(from.max(to.saturating_sub(LONGEST))..to).unwrap_or_default();
    is_closed && !before.contains(&'(')
}

/// So many signs of a number are looked through.
const LONGEST: usize = 40;

/// Whether a word is a number with one or two decimals.
fn is_decimal(row: &GroupRow<'_>, word: &RangeInclusive<usize>) -> bool {
    let (first, last) = (*word.start(), *word.end());
    let is_pointed = last == first + 1 && matches!(row.joint(last), Some('.' | ','));
    let is_begun = row.length(first) == 1 || row.digits(first).first() != Some(&'0');
    is_pointed && is_begun && row.length(last) < 3
}

/// Whether a word is days, times or both, one behind the other: `01.02.2026`, `2026-02-01`, `08:30-17:00`.
fn are_days(row: &GroupRow<'_>, word: &RangeInclusive<usize>) -> bool {
    let mut at = *word.start();
    while at <= *word.end() {
        let Some(groups) = day(row, at, *word.end()).or_else(|| time(row, at, *word.end())) else { return false };
        at += groups;
    }
    true
}

/// How many groups, none behind the last one, are a day or a month.
fn day(row: &GroupRow<'_>, at: usize, last: usize) -> Option<usize> {
    let lengths: Vec<usize> = (at..=last).take(3).map(|group| row.length(group)).collect();
    let joint = row.joint(at + 1).filter(|joint| matches!(joint, '.' | '/' | '-'))?;
    let is_dated = |first: usize, second: usize| {
        let values = (row.value(at + first).unwrap_or(99), row.value(at + second).unwrap_or(99));
        matches!(values, (1..=12, 1..=31) | (1..=31, 1..=12))
    };
    let is_even = row.joint(at + 2) == Some(joint);
    match *lengths.as_slice() {
        [1..=2, 1..=2, 4] if is_even && is_year(row, at + 2) && is_dated(0, 1) => Some(3),
        [4, 1..=2, 1..=2] if is_even && is_year(row, at) && is_dated(1, 2) => Some(3),
        // With a hyphen it might be the end of a number.
        [1..=2, 1..=2, 2] if is_even && joint != '-' && is_dated(0, 1) => Some(3),
        [1..=2, 4, ..] if is_year(row, at + 1) && is_dated(0, 0) => Some(2),
        _ => None,
    }
}

/// How many groups, none behind the last one, are a time of day with a colon.
fn time(row: &GroupRow<'_>, at: usize, last: usize) -> Option<usize> {
    let is_hour = row.length(at) < 3 && row.value(at).is_some_and(|hour| hour <= 24);
    let is_more = |group: usize| {
        group <= last && row.joint(group) == Some(':') && row.length(group) == 2 && row.value(group) < Some(60)
    };
    (is_hour && is_more(at + 1)).then(|| if is_more(at + 2) { 3 } else { 2 })
}

/// Whether a group is a year.
pub(super) fn is_year(row: &GroupRow<'_>, group: usize) -> bool {
    row.length(group) == 4 && row.value(group).is_some_and(|year| (1900..=2099).contains(&year))
}

/// Whether a word is the address of a machine: four numbers below 256.
fn is_machine(row: &GroupRow<'_>, word: &RangeInclusive<usize>) -> bool {
    let is_part = |group: usize| {
        row.value(group).is_some_and(|value| value < 256)
            && (row.length(group) == 1 || row.digits(group).first() != Some(&'0'))
    };
    let first = *word.start();
    let is_dotted = (first + 1..=first + 3).all(|group| row.joint(group) == Some('.'));
    let ends = word.end() - first == 3 || row.joint(first + 4) == Some(':');
    is_dotted && ends && (first..=first + 3).all(is_part)
}

/// Whether a word is hours from and to (`8-17`, `09.00-17.30`), or one hour before a word for it.
fn are_hours(row: &GroupRow<'_>, word: &RangeInclusive<usize>) -> bool {
    let (first, last) = (*word.start(), *word.end());
    let is_hour = |group: usize| row.length(group) < 3 && row.value(group).is_some_and(|hour| hour <= 24);
    let is_minute = |group: usize| row.length(group) == 2 && row.value(group).is_some_and(|minute| minute < 60);
    let is_before_word = said::is_hour(row.after(last));
    match last - first {
        0 => is_hour(first) && is_before_word,
        1 if row.joint(last) == Some('-') => {
            let rises = is_hour(first) && is_hour(last) && row.value(first) < row.value(last);
            let is_alone = first == 0 && matches!(row.gap(last + 1), None | Some(Gap::Wide));
            rises && (is_before_word || is_alone || digits_before(row, first) >= super::FEWEST_DIGITS)
        }
        1 => row.joint(last) == Some('.') && is_hour(first) && is_minute(last) && is_before_word,
        3 => {
            let joints = [first + 1, first + 2, last].map(|group| row.joint(group).unwrap_or_default());
            let is_timed = |group: usize| is_hour(group) && is_minute(group + 1);
            joints == ['.', '-', '.'] && is_timed(first) && is_timed(first + 2)
        }
        _ => false,
    }
}

/// How many digits stand before a group, as far as it matters.
fn digits_before(row: &GroupRow<'_>, group: usize) -> usize {
    let near = (0..group).rev().take(super::FEWEST_DIGITS).take_while(|before| !row.is_other(*before));
    near.map(|before| row.length(before)).sum()
}

/// Whether a sign of money, shares or degrees follows a group.
fn is_counted(row: &GroupRow<'_>, last: usize) -> bool {
    let mut after = row.after(last).iter().copied();
    let first = after.next();
    let sign = if first == Some(' ') { after.next() } else { first };
    sign.is_some_and(said::is_unit_sign) && !after.next().is_some_and(|next| next.is_ascii_digit())
}

/// How many groups from one on are most likely an amount, years, or times without a colon.
pub(super) fn passed_over(row: &GroupRow<'_>, at: usize) -> Option<usize> {
    amount(row, at)
        .or_else(|| years(row, at))
        .or_else(|| filed(row, at))
        .or_else(|| is_day_in_groups(row, at).then_some(3))
}

/// So many groups of thousands an amount has at most.
const MOST_THOUSANDS: usize = 6;

/// How many groups are an amount with its thousands apart: `1 240 000`, `1.240.000`, `1'240'000`.
pub(super) fn amount(row: &GroupRow<'_>, at: usize) -> Option<usize> {
    let gap = row.gap(at + 1).filter(|gap| matches!(gap, Gap::Open | Gap::Joined('.' | ',' | '\'')))?;
    let is_begun = row.length(at) < 4 && row.digits(at).first() != Some(&'0');
    let thousands = (at + 1..row.groups.len().min(at + 1 + MOST_THOUSANDS))
        .take_while(|group| row.gap(*group) == Some(gap) && row.length(*group) == 3 && !row.is_other(*group))
        .count();
    let next = at + 1 + thousands;
    // A number that goes on in other groups is none.
    let ends = row.gap(next) != Some(gap) || row.is_other(next);
    (is_begun && thousands > 0 && ends).then_some(1 + thousands)
}

/// How many groups are years or times of day, from one to another.
fn years(row: &GroupRow<'_>, at: usize) -> Option<usize> {
    let is_time = |group: usize| {
        row.length(group) == 4 && row.value(group).is_some_and(|value| value <= 2400 && value % 100 < 60)
    };
    let is_range = matches!(row.gap(at + 1), Some(Gap::Joined('-' | '/') | Gap::Wide | Gap::Open));
    let are = |is: &dyn Fn(usize) -> bool| is(at) && is(at + 1);
    (is_range && (are(&|group| is_year(row, group)) || are(&is_time))).then_some(2)
}

/// How many groups a year begins that others are joined to, as in the names of files.
fn filed(row: &GroupRow<'_>, at: usize) -> Option<usize> {
    let joined = (at + 1..at + 5).take_while(|group| matches!(row.joint(*group), Some('-' | '/' | '.'))).count();
    (is_year(row, at) && joined > 0).then_some(1 + joined)
}

/// Whether three groups are a day with blanks, or a month with a year that a number of something follows.
pub(super) fn is_day_in_groups(row: &GroupRow<'_>, at: usize) -> bool {
    let is_month =
        |group: usize| row.length(group) < 3 && row.value(group).is_some_and(|month| (1..=12).contains(&month));
    let is_day = row.length(at) < 3 && row.value(at).is_some_and(|day| (1..=31).contains(&day));
    let is_spaced = is_day && is_month(at + 1) && is_year(row, at + 2);
    let is_filed = is_month(at) && is_year(row, at + 1) && row.joint(at + 1).is_some() && row.joint(at + 2).is_some();
    is_spaced || is_filed
}
