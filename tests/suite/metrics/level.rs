//! What goes into a level, and when it has no interval.

use cxbook::metrics::{Interval, Level, Measure, Observation, TargetState, level, target_state};

use super::{STARS, answers, assert_interval, assert_near, of_accounts, tally};

const MEASURES: [Measure; 3] = [Measure::Nps, Measure::Share, STARS];

#[test]
fn no_answers_have_no_level() {
    let none = Observation { x: 1.0, count: 0, account: None, contact: None };
    for measure in MEASURES {
        assert_eq!(level(measure, &[]), None);
        assert_eq!(level(measure, &[none]), None);
        assert_eq!(level(measure, &answers(&[f64::NAN, f64::INFINITY])), None);
    }
}

#[test]
fn answers_that_are_no_number_do_not_count() {
    let with_nan = of_accounts(&[5.0, f64::NAN, 4.0, 2.0], &[1, 9, 2, 2]);
    let without = of_accounts(&[5.0, 4.0, 2.0], &[1, 2, 2]);
    assert_eq!(level(STARS, &with_nan), level(STARS, &without));
}

#[test]
fn one_answer_has_no_interval() {
    for measure in MEASURES {
        let level = level(measure, &answers(&[1.0])).unwrap();
        assert_eq!((level.interval, level.n), (None, 1));
        assert_near(level.n_effective, 1.0);
    }
}

#[test]
fn a_mean_of_the_same_answers_has_no_interval() {
    // 0.1 is no binary fraction: its sum by three, divided by three, need not be 0.1.
    let scale = Measure::Mean { low: 0.0, high: 1.0 };
    let same = level(scale, &of_accounts(&[0.1, 0.1, 0.1], &[1, 2, 3])).unwrap();
    assert_eq!(same, Level { value: 0.1, interval: None, n: 3, n_effective: 3.0 });
}

#[test]
fn shares_of_the_same_answers_have_an_interval() {
    let nobody = level(Measure::Share, &tally(&[(0.0, 15)])).unwrap();
    assert_interval(nobody.interval, 0.0, 20.3883);
    let everybody = level(Measure::Share, &of_accounts(&[1.0; 15], &[1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4, 5, 5, 5]));
    assert_interval(everybody.unwrap().interval, 79.6117, 100.0);
}

#[test]
fn rounding_takes_no_share_out_of_bounds() {
    for n in 2..2000 {
        let nobody = level(Measure::Share, &tally(&[(0.0, n)])).unwrap().interval.unwrap();
        let everybody = level(Measure::Share, &tally(&[(1.0, n)])).unwrap().interval.unwrap();
        assert!(nobody.low >= 0.0 && everybody.high <= 100.0, "{n}: {nobody:?} {everybody:?}");
    }
}

#[test]
fn no_figure_is_a_negative_zero() {
    for measure in MEASURES {
        assert!(level(measure, &answers(&[-0.0, 0.0])).unwrap().value.is_sign_positive());
        assert!(level(measure, &answers(&[-0.0])).unwrap().value.is_sign_positive());
    }
}

#[test]
fn a_share_of_three_accounts() {
    let xs = [1.0, 1.0, 1.0, 0.0, 0.0, 0.0, 1.0, 1.0];
    let level = level(Measure::Share, &of_accounts(&xs, &[1, 1, 1, 2, 2, 2, 3, 3])).unwrap();
    assert_near(level.value, 62.5);
    assert_near(level.n_effective, 0.388_309);
    assert_interval(level.interval, 3.634_783, 98.660_314);
}

#[test]
fn a_tally_is_that_many_answers() {
    let cells = tally(&[(0.1, 3), (0.7, 2), (0.9, 1)]);
    let rows = answers(&[0.1, 0.7, 0.1, 0.9, 0.1, 0.7]);
    for measure in [Measure::Nps, Measure::Share, Measure::Mean { low: 0.0, high: 1.0 }] {
        assert_eq!(level(measure, &cells), level(measure, &rows));
    }
}

#[test]
fn one_account_or_an_answer_without_one_makes_each_answer_stand_for_itself() {
    let xs = [5.0, 5.0, 1.0, 1.0];
    let alone = level(STARS, &answers(&xs));
    assert_eq!(level(STARS, &of_accounts(&xs, &[7; 4])), alone);
    let mut one_unknown = of_accounts(&xs, &[1, 1, 2, 2]);
    assert_ne!(level(STARS, &one_unknown), alone);
    one_unknown[3].account = None;
    assert_eq!(level(STARS, &one_unknown), alone);
}

#[test]
fn contacts_are_no_clusters_of_a_level() {
    let xs = [5.0, 5.0, 1.0, 1.0];
    assert_eq!(level(STARS, &super::of_contacts(&xs, &[1, 1, 2, 2])), level(STARS, &answers(&xs)));
}

#[test]
fn a_target_is_met_missed_or_undecided() {
    let level = |interval| Level { value: 30.0, interval, n: 9, n_effective: 9.0 };
    let known = level(Some(Interval { low: 20.0, high: 40.0 }));
    assert_eq!(target_state(&known, 19.0), TargetState::Met);
    assert_eq!(target_state(&known, 20.0), TargetState::Met);
    assert_eq!(target_state(&known, 20.1), TargetState::Undecided);
    assert_eq!(target_state(&known, 40.0), TargetState::Undecided);
    assert_eq!(target_state(&known, 40.1), TargetState::Missed);
    assert_eq!(target_state(&known, f64::NAN), TargetState::Undecided);
    assert_eq!(target_state(&level(None), 0.0), TargetState::Undecided);
}
