//! What holds for any answers.

use cxbook::metrics::{
    Confidence, Difference, Interval, Level, Measure, Movement, Observation, Part, TargetState, level, movement, split,
    target_state,
};
use proptest::num::f64::ANY;
use proptest::prelude::*;

const HUNDRED: Measure = Measure::Mean { low: 0.0, high: 100.0 };

/// At 95 %.
fn difference(measure: Measure, before: &[Observation], after: &[Observation]) -> Option<Difference> {
    cxbook::metrics::difference(measure, before, after, Confidence::Single)
}

fn measures() -> impl Strategy<Value = Measure> {
    prop::sample::select(vec![Measure::Nps, Measure::Share, HUNDRED])
}

/// An answer that every measure reads: −1, 0 and 1 for nps and shares, and fractions that make sums inexact.
fn xs() -> impl Strategy<Value = f64> {
    prop_oneof![Just(-1.0), Just(0.0), Just(1.0), (1_u32..1000).prop_map(|tenths| f64::from(tenths) / 10.0)]
}

fn rows(known: f64, most: usize) -> impl Strategy<Value = Vec<Observation>> {
    let cluster = move || (0.0..1.0, 0_u32..6).prop_map(move |(chance, cluster)| (chance < known).then_some(cluster));
    let row = (xs(), 1_u64..4, cluster(), cluster());
    let row = row.prop_map(|(x, count, account, contact)| Observation { x, count, account, contact });
    prop::collection::vec(row, 0..most)
}

/// A side of which all, most or none of the answers have clusters.
fn sides() -> impl Strategy<Value = Vec<Observation>> {
    prop_oneof![rows(1.0, 30), rows(0.9, 12), rows(0.0, 30)]
}

fn anything() -> impl Strategy<Value = Vec<Observation>> {
    let row = (ANY, any::<u64>(), any::<Option<u32>>(), any::<Option<u32>>());
    prop::collection::vec(row.prop_map(|(x, count, account, contact)| Observation { x, count, account, contact }), 0..8)
}

fn repeated(rows: &[Observation], times: u64) -> Vec<Observation> {
    rows.iter().map(|row| Observation { count: row.count * times, ..*row }).collect()
}

/// One row for each answer, from the last to the first.
fn one_by_one(rows: &[Observation]) -> Vec<Observation> {
    let each = |row: &Observation| (0..row.count).map(|_| Observation { count: 1, ..*row }).collect::<Vec<_>>();
    rows.iter().rev().flat_map(each).collect()
}

fn without_accounts(rows: &[Observation]) -> Vec<Observation> {
    rows.iter().map(|row| Observation { account: None, ..*row }).collect()
}

/// Infinite where there is no interval, which says as little as an interval can.
fn width(interval: Option<Interval>) -> f64 {
    interval.map_or(f64::INFINITY, |i| i.high - i.low)
}

proptest! {
    #[test]
    fn rows_may_come_in_any_order((before, after, mixed_before, mixed_after) in (sides(), sides()).prop_flat_map(
        |(b, a)| (Just(b.clone()), Just(a.clone()), Just(b).prop_shuffle(), Just(a).prop_shuffle())
    ), measure in measures()) {
        prop_assert_eq!(level(measure, &before), level(measure, &mixed_before));
        prop_assert_eq!(difference(measure, &before, &after), difference(measure, &mixed_before, &mixed_after));
        prop_assert_eq!(split(measure, &before, &after), split(measure, &mixed_before, &mixed_after));
    }

    #[test]
    fn a_count_is_that_many_rows(before in sides(), after in sides(), measure in measures()) {
        let (each_before, each_after) = (one_by_one(&before), one_by_one(&after));
        prop_assert_eq!(level(measure, &before), level(measure, &each_before));
        prop_assert_eq!(difference(measure, &before, &after), difference(measure, &each_before, &each_after));
        prop_assert_eq!(split(measure, &before, &after), split(measure, &each_before, &each_after));
    }

    #[test]
    fn fewer_answers_of_the_same_mix_have_an_interval_at_least_as_wide(
        before in rows(0.0, 12), after in rows(0.0, 12), times in 1_u64..5, measure in measures(),
    ) {
        prop_assume!(!before.is_empty() && !after.is_empty());
        let wide = |times| width(level(measure, &repeated(&before, times)).unwrap().interval);
        prop_assert!(wide(times) >= wide(times + 1) - 1e-9);
        let wide = |times| {
            width(difference(measure, &repeated(&before, times), &repeated(&after, times)).unwrap().interval)
        };
        prop_assert!(wide(times) >= wide(times + 1) - 1e-9);
    }

    #[test]
    fn knowing_the_accounts_does_not_narrow_a_level(rows in rows(1.0, 30), measure in measures()) {
        prop_assume!(!rows.is_empty());
        let (known, unknown) = (level(measure, &rows).unwrap(), level(measure, &without_accounts(&rows)).unwrap());
        prop_assert!(known.n_effective <= unknown.n_effective);
        prop_assert!(width(known.interval) >= width(unknown.interval) - 1e-9);
    }

    /// Once answers of an account are alike enough to matter, more of the same from each of its contacts is no news.
    ///
    /// It takes every account to answer more often: where one alone does, the mean moves to what that one says, the
    /// others weigh less, and the interval may well be narrower.
    #[test]
    fn more_of_the_same_from_every_account_adds_nothing(
        rows in rows(1.0, 30), times in 2_u64..50, measure in measures(),
    ) {
        prop_assume!(!rows.is_empty());
        let (once, often) = (level(measure, &rows).unwrap(), level(measure, &repeated(&rows, times)).unwrap());
        #[allow(clippy::cast_precision_loss, reason = "a few dozen answers")]
        let clustered = once.n_effective < once.n as f64;
        prop_assume!(clustered && once.interval.is_some());
        prop_assert!((once.n_effective - often.n_effective).abs() < 1e-9 * once.n_effective);
        if measure != HUNDRED {
            // A mean's keeps Student's quantile of its answers, which falls to that of many.
            prop_assert!((width(once.interval) - width(often.interval)).abs() < 1e-6);
        }
    }

    #[test]
    fn a_level_is_within_its_bounds(rows in sides(), measure in measures()) {
        prop_assume!(!rows.is_empty());
        let (low, high) = if measure == Measure::Nps { (-100.0, 100.0) } else { (0.0, 100.0) };
        let rows: Vec<_> = rows.iter().map(|row| Observation { x: row.x.max(low), ..*row }).collect();
        let Level { value, interval, n, n_effective } = level(measure, &rows).unwrap();
        prop_assert!(low <= value && value <= high);
        #[allow(clippy::cast_precision_loss, reason = "a few dozen answers")]
        let most = n as f64;
        prop_assert!(n == rows.iter().map(|row| row.count).sum::<u64>() && n_effective > 0.0 && n_effective <= most);
        if let Some(interval) = interval {
            prop_assert!(low <= interval.low && interval.low <= interval.high && interval.high <= high);
        }
    }

    #[test]
    fn swapping_the_sides_changes_the_sign_alone(before in sides(), after in sides(), measure in measures()) {
        let mirrored = difference(measure, &after, &before).map(|d| Difference {
            value: -d.value,
            interval: d.interval.map(|i| Interval { low: -i.high, high: -i.low }),
            n_before: d.n_after,
            n_after: d.n_before,
            ..d
        });
        prop_assert_eq!(difference(measure, &before, &after), mirrored);
    }

    #[test]
    fn a_difference_is_that_of_the_levels(before in sides(), after in sides(), measure in measures()) {
        prop_assume!(!before.is_empty() && !after.is_empty());
        let value = level(measure, &after).unwrap().value - level(measure, &before).unwrap().value;
        prop_assert!(difference(measure, &before, &after).unwrap().value.to_bits() == value.to_bits());
    }

    #[test]
    fn p_is_below_a_twentieth_where_the_interval_leaves_out_none(
        before in sides(), after in sides(), measure in measures(),
    ) {
        let Some(Difference { interval: Some(interval), p, df, incomparable, .. }) = difference(measure, &before, &after)
        else {
            return Ok(());
        };
        let p = p.expect("a p beside the interval");
        let excludes = interval.low > 0.0 || interval.high < 0.0;
        prop_assert!((0.0..=1.0).contains(&p) && incomparable.is_none());
        prop_assert!((p - 0.05).abs() < 1e-9 || excludes == (p < 0.05), "{:?} {}", interval, p);
        prop_assert!(df.is_some_and(|df| df >= 1.0));
    }

    #[test]
    fn a_split_adds_up(before in rows(1.0, 30), after in rows(1.0, 30), measure in measures()) {
        let Some(split) = split(measure, &before, &after) else { return Ok(()) };
        let difference = difference(measure, &before, &after).unwrap();
        prop_assert!((split.same_contacts + split.who_answered - difference.value).abs() < 1e-12);
        let answers = |part: Option<Part>| part.map_or(0, |part| part.n);
        prop_assert_eq!(split.stayed_before.n + answers(split.left), difference.n_before);
        prop_assert_eq!(split.stayed_after.n + answers(split.joined), difference.n_after);
    }

    #[test]
    fn no_input_panics(
        before in anything(), after in anything(), low: f64, high: f64, limit: f64, measure in measures(),
    ) {
        for measure in [measure, Measure::Mean { low, high }] {
            let interval = |interval: Option<Interval>| interval.is_none_or(|i| i.low <= i.high);
            if let Some(level) = level(measure, &before) {
                prop_assert!(level.interval.is_some() || target_state(&level, limit) == TargetState::Undecided);
                prop_assert!(interval(level.interval) && !level.n_effective.is_nan());
            }
            if let Some(difference) = difference(measure, &before, &after) {
                prop_assert!(difference.interval.is_some() || movement(&difference, limit) == Movement::NotMeasurable);
                prop_assert!(interval(difference.interval) && difference.p.is_none_or(|p| !p.is_nan()));
                prop_assert!(difference.interval.is_some() != difference.incomparable.is_some());
            }
            prop_assert!(split(measure, &before, &after).is_none_or(|split| split.n_same > 0));
        }
    }
}
