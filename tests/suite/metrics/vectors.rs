//! The vectors of the methodology, to their four decimals.

use cxbook::metrics::{Difference, Level, Measure, Observation, difference, level};

use super::{STARS, answers, assert_interval, assert_near, of_accounts, recommendations, tally};

const BEFORE: [u8; 17] = [10, 10, 9, 9, 8, 10, 2, 3, 0, 7, 9, 8, 10, 6, 5, 9, 9];
const AFTER: [u8; 17] = [10, 10, 10, 9, 9, 10, 5, 3, 0, 8, 9, 9, 10, 6, 7, 9, 10];
const ACCOUNTS: [u32; 17] = [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4, 5, 5, 5, 6, 6];

fn classes(promoters: u64, passives: u64, detractors: u64) -> Vec<Observation> {
    tally(&[(1.0, promoters), (0.0, passives), (-1.0, detractors)])
}

#[track_caller]
fn assert_level(level: Option<Level>, value: f64, low: f64, high: f64, n_effective: f64) {
    let level = level.expect("a figure");
    assert_near(level.value, value);
    assert_interval(level.interval, low, high);
    assert_near(level.n_effective, n_effective);
}

#[track_caller]
fn assert_change(change: Option<Difference>, value: f64, low: f64, high: f64) {
    let change = change.expect("a change");
    assert_near(change.value, value);
    assert_interval(change.interval, low, high);
}

#[test]
fn nps_without_accounts() {
    assert_level(level(Measure::Nps, &classes(5, 3, 2)), 30.0, -19.0506, 65.2045, 10.0);
    assert_level(level(Measure::Nps, &classes(3, 0, 0)), 100.0, -6.5793, 100.0, 3.0);
    assert_level(level(Measure::Nps, &classes(19, 9, 8)), 30.5556, 2.8784, 53.5318, 36.0);
}

#[test]
fn nps_of_six_accounts() {
    let answers = of_accounts(&recommendations(&BEFORE), &ACCOUNTS);
    assert_level(level(Measure::Nps, &answers), 23.5294, -46.3732, 73.6466, 4.1354);
}

#[test]
fn shares() {
    assert_level(level(Measure::Share, &tally(&[(1.0, 8), (0.0, 2)])), 80.0, 49.0162, 94.3318, 10.0);
    assert_level(level(Measure::Share, &tally(&[(1.0, 18), (0.0, 2)])), 90.0, 69.8966, 97.2134, 20.0);
}

#[test]
fn mean_with_and_without_accounts() {
    let stars = [5.0, 4.0, 4.0, 3.0, 5.0, 2.0, 4.0, 5.0];
    assert_level(level(STARS, &answers(&stars)), 4.0, 3.1063, 4.8937, 8.0);
    let pairs = of_accounts(&stars, &[1, 1, 2, 2, 3, 3, 4, 4]);
    assert_level(level(STARS, &pairs), 4.0, 2.8151, 5.0, 4.5515);
}

#[test]
fn change_without_ids() {
    let change = difference(Measure::Nps, &classes(60, 25, 15), &classes(50, 25, 25));
    assert_change(change, -20.0, -40.8848, 2.0498);
}

#[test]
fn change_of_six_accounts() {
    let (before, after) = (recommendations(&BEFORE), recommendations(&AFTER));
    let known = difference(Measure::Nps, &of_accounts(&before, &ACCOUNTS), &of_accounts(&after, &ACCOUNTS));
    assert_change(known, 17.6471, -11.2980, 45.1008);
    let unknown = difference(Measure::Nps, &answers(&before), &answers(&after));
    assert_change(unknown, 17.6471, -37.5457, 67.5457);
}
