//! Quantiles of times of which some are not over: the vectors of the methodology, which agree with lifelines, and what
//! holds for any times.

use cxbook::metrics::{ProductLimit, Quantile, Wait};
use proptest::prelude::*;

use super::assert_near;

/// `2 3+ 4` is two times that are over and one, between them, that is not; `a a -` whose they are.
fn waits(times: &str, accounts: &str) -> Vec<Wait> {
    let mut accounts = accounts.split_whitespace();
    let wait = |time: &str| {
        let account = accounts.next().filter(|account| *account != "-");
        Wait {
            time: time.trim_end_matches('+').parse().unwrap(),
            is_over: !time.ends_with('+'),
            account: account.map(|account| u32::from(account.as_bytes()[0])),
        }
    };
    times.split_whitespace().map(wait).collect()
}

fn quantile(waits: &[Wait], share: f64) -> Quantile {
    ProductLimit::of(waits.iter().copied()).unwrap().quantile(share)
}

/// Value, low, high; a hyphen is unknown.
type Expected = (&'static str, f64);

#[track_caller]
fn assert_quantile(times: &str, accounts: &str, share: f64, (ends, n_effective): Expected) {
    let waits = waits(times, accounts);
    let Quantile { value, low, high, n, n_effective: actual } = quantile(&waits, share);
    let shown = [value, low, high].map(|end| end.map_or("-".to_owned(), |end| end.to_string())).join(" ");
    assert_eq!((shown.as_str(), n), (ends, waits.len() as u64), "{times}");
    assert_near(actual, n_effective);
}

const B: &str = "2 3+ 4 5 5+ 6 8 9+ 10 12";
const K: &str = "1 2 2 3 1 3 2 4 20 22 25+ 30 24 28+ 26 21 6 8 7+ 9";

#[test]
fn quantiles_are_those_of_the_vectors() {
    let vectors: [(&str, &str, Expected, Expected); 12] = [
        ("1 2 3 4 5 6 7 8 9 10", "", ("5 1 8", 10.0), ("9 7 -", 10.0)),
        (B, "", ("8 2 -", 10.0), ("12 8 -", 10.0)),
        ("1 4 4 4+ 4+ 7 7 9 9+ 11+", "", ("7 1 -", 10.0), ("- 9 -", 10.0)),
        ("1 2 3+ 4+ 5+ 6+ 7+ 8+ 9+ 10+", "", ("- 1 -", 10.0), ("- - -", 10.0)),
        ("1 2 3 4", "", ("2 - -", 4.0), ("4 - -", 4.0)),
        ("1 2 3 4 5", "", ("3 1 -", 5.0), ("5 3 -", 5.0)),
        ("3 3 3 3 3 3", "", ("3 3 -", 6.0), ("3 3 -", 6.0)),
        (
            "6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+",
            "",
            ("23 13 -", 21.0),
            ("- - -", 21.0),
        ),
        ("1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23", "", ("8 4 11", 21.0), ("17 12 -", 21.0)),
        (B, "a a b b a c c b d d", ("8 2 -", 2.8447), ("12 2 -", 3.0793)),
        (K, "a a a a b b b b c c c c d d d d e e e e", ("8 1 -", 2.4917), ("30 22 -", 16.9433)),
        (K, "a a a a b b b b c c c c d d d d e e e -", ("8 2 22", 20.0), ("30 24 -", 20.0)),
    ];
    for (times, accounts, median, p90) in vectors {
        assert_quantile(times, accounts, 0.5, median);
        assert_quantile(times, accounts, 0.9, p90);
    }
}

#[test]
fn no_times_have_no_estimate() {
    assert!(ProductLimit::of([]).is_none());
    let nothing = [f64::NAN, f64::INFINITY].map(|time| Wait { time, is_over: true, account: None });
    assert!(ProductLimit::of(nothing).is_none());
}

#[test]
fn one_time_is_its_own_quantile_and_has_no_interval() {
    assert_quantile("7", "", 0.5, ("7 - -", 1.0));
    assert_quantile("7+", "", 0.5, ("- - -", 1.0));
    assert_quantile("0 0 0 0 0", "", 0.9, ("0 0 -", 5.0));
}

fn many() -> impl Strategy<Value = Vec<Wait>> {
    let account = prop_oneof![3 => (0_u32..6).prop_map(Some), 1 => Just(None)];
    let wait = (0_u32..40, any::<bool>(), account);
    let wait = wait.prop_map(|(time, is_over, account)| Wait { time: f64::from(time) / 4.0, is_over, account });
    prop::collection::vec(wait, 1..60)
}

proptest! {
    #[test]
    fn larger_shares_take_longer(waits in many(), shares in prop::collection::vec(0.01..0.99_f64, 2..8)) {
        let mut shares = shares;
        shares.sort_by(f64::total_cmp);
        let values: Vec<f64> = shares.iter().map(|q| quantile(&waits, *q).value.unwrap_or(f64::INFINITY)).collect();
        prop_assert!(values.is_sorted(), "{values:?}");
    }

    #[test]
    fn the_interval_is_around_the_value(waits in many(), share in 0.05..0.95_f64) {
        let Quantile { value, low, high, n, n_effective } = quantile(&waits, share);
        let value = value.unwrap_or(f64::INFINITY);
        prop_assert!(low.is_none_or(|low| low <= value), "{low:?} {value}");
        prop_assert!(low.is_some() || n < 5 || value.is_infinite());
        prop_assert!(high.is_none_or(|high| high >= value), "{value} {high:?}");
        prop_assert_eq!(n, waits.len() as u64);
        prop_assert!(0.0 < n_effective && n_effective <= f64::from(u32::try_from(n).unwrap()));
        prop_assert!(n >= 5 || low.is_none() && high.is_none());
    }

    #[test]
    fn order_is_nothing(waits in many(), seed in any::<u64>()) {
        let mut other = waits.clone();
        let key = |wait: &Wait| (wait.time.to_bits() ^ u64::from(wait.account.unwrap_or(9))).wrapping_mul(seed | 1);
        other.sort_by_key(key);
        for share in [0.5, 0.9] {
            prop_assert_eq!(quantile(&waits, share), quantile(&other, share));
        }
    }

    #[test]
    fn longer_censored_times_make_nothing_shorter(waits in many()) {
        let latest = waits.iter().map(|wait| wait.time).fold(0.0, f64::max);
        let later = |wait: &Wait| Wait { time: if wait.is_over { wait.time } else { latest + 1.0 }, ..*wait };
        let longer: Vec<Wait> = waits.iter().map(later).collect();
        let value = |waits: &[Wait]| quantile(waits, 0.5).value.unwrap_or(f64::INFINITY);
        prop_assert!(value(&longer) >= value(&waits));
    }

    #[test]
    fn anything_goes(
        waits in prop::collection::vec((prop::num::f64::ANY, any::<bool>(), any::<Option<u32>>()), 0..20),
        share in prop::num::f64::ANY,
    ) {
        let wait = |(time, is_over, account)| Wait { time, is_over, account };
        if let Some(estimate) = ProductLimit::of(waits.into_iter().map(wait)) {
            let Quantile { n_effective, .. } = estimate.quantile(share);
            prop_assert!(n_effective > 0.0);
        }
    }
}
