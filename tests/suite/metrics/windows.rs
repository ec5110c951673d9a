//! Which waves a wave is held against beside the one before.

use cxbook::program::waves::windows::Windows;
use jiff::ToSpan;
use jiff::civil::{Date, date};

const DAY: Date = date(2026, 3, 2);

/// What is chosen among waves that began so many days before, the furthest first.
fn chosen(days_before: &[i32]) -> (Option<i32>, Option<i32>) {
    assert!(days_before.is_sorted_by(|a, b| a >= b));
    let Windows { year, long } = Windows::of(DAY, days_before.iter().map(|days| DAY - days.days()).enumerate());
    (year.map(|wave| days_before[wave]), long.map(|wave| days_before[wave]))
}

#[test]
fn each_window_has_its_edges() {
    let alone = |days: i32| chosen(&[days]);
    assert_eq!(alone(269), (None, None));
    assert_eq!(alone(270), (Some(270), None));
    assert_eq!(alone(460), (Some(460), None));
    assert_eq!(alone(461), (None, Some(461)));
    assert_eq!(alone(1100), (None, Some(1100)));
    assert_eq!(alone(1101), (None, None));
}

#[test]
fn a_year_ago_is_what_is_nearest_to_it_and_the_long_run_begins_with_the_earliest() {
    assert_eq!(chosen(&[1101, 1100, 800, 461, 460, 380, 355, 269, 90]), (Some(355), Some(1100)));
    assert_eq!(chosen(&[]), (None, None));
}

#[test]
fn of_two_that_are_as_near_to_a_year_the_later_is_taken() {
    assert_eq!(chosen(&[375, 355]), (Some(355), None));
    let same_day = Windows::of(DAY, [(4, DAY - 365.days()), (7, DAY - 365.days())]);
    assert_eq!(same_day.year, Some(7));
    let same_day = Windows::of(DAY, [(4, DAY - 900.days()), (7, DAY - 900.days())]);
    assert_eq!(same_day.long, Some(4));
}
