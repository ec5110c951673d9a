//! The vectors of the methodology, to their four decimals.

use cxbook::metrics::{
    Confidence, Difference, Incomparable, Level, Measure, Observation, benjamini_hochberg, difference, level,
};

use super::{STARS, answers, assert_interval, assert_near, of_accounts, recommendations, tally};

const BEFORE: [u8; 17] = [10, 10, 9, 9, 8, 10, 2, 3, 0, 7, 9, 8, 10, 6, 5, 9, 9];
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

/// Answers by account, as `a 10 9 · b 8`; those of `-` have none.
fn by_account(text: &str) -> Vec<Observation> {
    let accounts = text.split('·').flat_map(|answers| {
        let mut words = answers.split_whitespace();
        let account = words.next().and_then(|name| name.chars().next()).filter(|name| *name != '-').map(u32::from);
        words.map(move |x| Observation { x: x.parse().unwrap(), count: 1, account, contact: None })
    });
    accounts.collect()
}

/// The same with recommendations as promoters, passives and detractors.
fn recommended(text: &str) -> Vec<Observation> {
    let class = |x: f64| f64::from(u8::from(x >= 9.0)) - f64::from(u8::from(x <= 6.0));
    by_account(text).iter().map(|answer| Observation { x: class(answer.x), ..*answer }).collect()
}

fn change(measure: Measure, before: &str, after: &str) -> Difference {
    let read = if measure == Measure::Nps { recommended } else { by_account };
    difference(measure, &read(before), &read(after), Confidence::Single).expect("a change")
}

/// Value, low and high, degrees of freedom and p.
#[track_caller]
fn assert_change(change: &Difference, [value, low, high, df, p]: [f64; 5]) {
    assert_near(change.value, value);
    assert_interval(change.interval, low, high);
    assert_near(change.df.expect("degrees of freedom"), df);
    let actual = change.p.expect("a p");
    assert!((actual - p).abs() <= 0.000_000_51, "{actual} is not {p}");
    assert_eq!(change.incomparable, None);
}

#[test]
fn nps_of_other_accounts() {
    let after = "d 7 9 8 5 · e 10 6 5 · f 9 9 · g 10 9 10 8 · h 3 7";
    let change = change(Measure::Nps, "a 10 10 9 · b 9 8 10 · c 2 3 0", after);
    assert_change(&change, [-2.2222, -99.7311, 104.8480, 6.0313, 0.953_235]);
}

#[test]
fn nps_of_the_same_accounts() {
    let before = "a 10 10 9 · b 9 8 10 · c 2 3 0 · d 7 9 8 · e 10 6 5 · f 9 9";
    let after = "a 10 10 10 · b 9 9 10 · c 5 3 0 · d 8 9 9 · e 10 6 7 · f 9 10";
    assert_change(&change(Measure::Nps, before, after), [17.6471, -22.1927, 46.3891, 5.0823, 0.407_513]);
}

#[test]
fn nps_without_ids() {
    let change = difference(Measure::Nps, &classes(60, 25, 15), &classes(50, 25, 25), Confidence::Single);
    assert_change(&change.unwrap(), [-20.0, -41.0168, 2.1818, 198.0, 0.077_797]);
}

#[test]
fn shares_of_other_accounts() {
    let change = change(Measure::Share, "a 1 1 1 1 1 0 · b 1 0 · c 0 1 · d 1 1", "e 0 0 1 · f 0 0 · g 1 0 0 0 · h 0 1");
    assert_change(&change, [-47.7273, -83.5907, 9.9973, 4.9705, 0.099_075]);
}

#[test]
fn shares_of_some_of_the_same_accounts() {
    let change = change(Measure::Share, "a 1 1 0 · b 0 0 · c 1 1 1 · d 0", "a 1 1 · b 0 0 0 · c 1 · e 1 0 1 · f 0 1");
    assert_change(&change, [-1.0101, -33.0554, 32.2619, 4.2522, 0.975_199]);
}

#[test]
fn means_with_and_without_accounts() {
    let known = change(STARS, "a 5 4 4 · b 3 5 · c 2 4 5 3 · d 4 4", "e 2 3 · f 3 3 2 4 · g 1 2 · h 4 3 3");
    assert_change(&known, [-1.1818, -2.3676, 0.0040, 5.6093, 0.050_553]);
    let unknown = change(STARS, "- 5 4 4 3 5 2 4 5", "- 3 3 2 4 3 1 3 2 3 4");
    assert_change(&unknown, [-1.2, -2.2393, -0.1607, 16.0, 0.026_295]);
}

#[test]
fn nps_without_accounts_before_and_with_them_after() {
    let change = change(Measure::Nps, "- 10 9 9 8 10 7 9 10 6 9 9 8", "a 9 7 6 · b 3 5 6 7 · c 10 9 · d 8 6 9");
    assert_change(&change, [-66.6667, -128.8309, 23.8291, 6.2607, 0.144_663]);
}

#[test]
fn means_of_which_one_side_does_not_vary() {
    let hundred = Measure::Mean { low: 0.0, high: 100.0 };
    let change = change(hundred, "a 75 75 · b 75 75 · c 75", "d 50 25 · e 75 100 50 · f 50 75 · g 25 25");
    assert_change(&change, [-22.2222, -65.6249, 21.1804, 5.1359, 0.247_070]);
}

#[test]
fn nps_of_one_account_by_its_contacts() {
    let of = |scores: &[u8], contacts: &[u32]| {
        let answers = recommendations(scores).into_iter().zip(contacts);
        let answer = |(x, contact): (f64, &u32)| Observation { x, count: 1, account: Some(7), contact: Some(*contact) };
        answers.map(answer).collect::<Vec<_>>()
    };
    let (before, after) =
        (of(&[9, 10, 3, 8, 7, 9], &[1, 2, 3, 4, 5, 6]), of(&[10, 10, 6, 8, 9, 9], &[1, 2, 3, 4, 7, 6]));
    let change = difference(Measure::Nps, &before, &after, Confidence::Single).unwrap();
    assert_change(&change, [16.6667, -33.3624, 55.5846, 5.8333, 0.561_399]);
}

#[test]
fn too_few_are_not_compared() {
    let one = change(Measure::Nps, "a 10 10 9 8 9 7", "b 5 9 8 · c 10 6 5 · d 9 9");
    assert_near(one.value, -54.1667);
    assert_eq!((one.interval, one.p, one.df), (None, None, None));
    assert_eq!(one.incomparable, Some(Incomparable::TooFewAccounts));
    let four = change(STARS, "a 5 4 · b 3 · c 2", "d 3 3 · e 2 4 · f 3 1");
    assert_near(four.value, -0.8333);
    assert_eq!((four.interval, four.p, four.df), (None, None, None));
    assert_eq!(four.incomparable, Some(Incomparable::TooFewAnswers));
}

#[test]
fn marks_count_only_what_has_a_p() {
    let marked = benjamini_hochberg(&[0.001, 0.2, f64::NAN, 0.012, 0.03], 0.05);
    assert_eq!(marked, [true, false, false, true, true]);
}
