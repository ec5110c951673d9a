//! Differences: what the clusters are, each measure's interval and p, and the words. The figures were worked out apart
//! from the program, from the formulas as the methodology prints them.

use cxbook::metrics::{Difference, Interval, Measure, Movement, Observation, difference, movement};

use super::{STARS, answers, assert_interval, assert_near, of_accounts, of_contacts, recommendations, tally};

const SIX: [u32; 6] = [1, 2, 3, 4, 5, 6];
const PAIRS: [u32; 6] = [1, 1, 2, 2, 3, 3];

fn before() -> Vec<f64> {
    recommendations(&[9, 7, 3, 10, 8, 6])
}

fn after() -> Vec<f64> {
    recommendations(&[10, 9, 5, 10, 6, 9])
}

/// The six contacts in three accounts.
fn of_both(xs: &[f64], accounts: &[u32]) -> Vec<Observation> {
    of_contacts(xs, &SIX)
        .iter()
        .zip(accounts)
        .map(|(a, account)| Observation { account: Some(*account), ..*a })
        .collect()
}

#[track_caller]
fn assert_difference(actual: Option<Difference>, [value, low, high, p]: [f64; 4]) {
    let actual = actual.expect("a difference");
    assert_near(actual.value, value);
    assert_interval(actual.interval, low, high);
    assert_near(actual.p.expect("a p"), p);
}

#[test]
fn clusters_are_accounts_else_contacts_else_none() {
    let by_accounts = [33.333_333, -35.436_514, 88.423_428, 0.401_769];
    let by_contacts = [33.333_333, -59.862_635, 101.797_522, 0.611_161];
    let by_none = [33.333_333, -54.943_345, 99.387_789, 0.572_46];
    let change = |before: &[Observation], after: &[Observation]| difference(Measure::Nps, before, after);

    let (first, mut second) = (of_both(&before(), &PAIRS), of_both(&after(), &PAIRS));
    assert_difference(change(&first, &second), by_accounts);
    second[5].account = None;
    assert_difference(change(&first, &second), by_contacts);
    assert_difference(change(&of_both(&before(), &[1; 6]), &of_both(&after(), &[1; 6])), by_contacts);
    second[2].contact = None;
    assert_difference(change(&first, &second), by_none);
    assert_difference(change(&answers(&before()), &answers(&after())), by_none);
}

#[test]
fn one_account_a_side_is_two_in_all() {
    let (one, other) = (of_accounts(&before(), &[1; 6]), of_accounts(&after(), &[2; 6]));
    let independent = difference(Measure::Nps, &answers(&before()), &answers(&after())).unwrap();
    // The deviations of a side's only account add up to 0, so the design effect is at its floor of a quarter.
    let clustered = difference(Measure::Nps, &one, &other).unwrap();
    assert!(clustered.p < independent.p);
}

#[test]
fn a_panel_of_which_nobody_moved_is_worth_four_times_its_answers() {
    let panel = of_contacts(&before(), &SIX);
    assert_difference(difference(Measure::Nps, &panel, &panel), [0.0, -42.945_568, 42.945_568, 1.0]);
}

#[test]
fn identical_answers_have_an_interval_unless_of_a_mean() {
    let (four, five) = (tally(&[(1.0, 4)]), tally(&[(1.0, 5)]));
    assert_difference(difference(Measure::Nps, &four, &five), [0.0, -62.064_491, 72.778_777, 0.876_243]);
    let clustered = difference(Measure::Nps, &of_accounts(&[1.0; 4], &[1, 1, 2, 2]), &of_accounts(&[1.0; 5], &[1; 5]));
    assert_difference(clustered, [0.0, -62.064_491, 72.778_777, 0.876_243]);

    for ids in [of_accounts(&[4.0; 3], &[1, 2, 3]), answers(&[4.0; 3])] {
        let moved: Vec<_> = ids.iter().map(|a| Observation { x: 5.0, ..*a }).collect();
        let change = difference(STARS, &ids, &moved).unwrap();
        assert_eq!((change.value, change.interval, change.p), (1.0, None, None));
    }
}

#[test]
fn shares_with_and_without_accounts() {
    let change = difference(Measure::Share, &tally(&[(1.0, 8), (0.0, 2)]), &tally(&[(1.0, 6), (0.0, 6)]));
    assert_difference(change, [-30.0, -60.863_669, 10.863_669, 0.171_857]);
    let before = of_accounts(&[1.0, 1.0, 0.0, 0.0, 1.0, 1.0], &PAIRS);
    let after = of_accounts(&[1.0, 0.0, 0.0, 0.0, 1.0, 0.0], &PAIRS);
    assert_difference(difference(Measure::Share, &before, &after), [-33.333_333, -79.573_991, 37.969_783, 0.487_856]);
}

#[test]
fn means_with_and_without_accounts() {
    let (before, after) = ([5.0, 4.0, 4.0, 3.0, 5.0, 2.0, 4.0, 5.0], [3.0, 3.0, 4.0, 2.0, 5.0, 3.0]);
    let welch = difference(STARS, &answers(&before), &answers(&after));
    assert_difference(welch, [-0.666_667, -1.911_185, 0.577_852, 0.239_058]);
    let constant = difference(STARS, &answers(&[4.0; 3]), &answers(&[3.0, 5.0, 4.0, 2.0]));
    assert_difference(constant, [-0.5, -2.554_26, 1.554_26, 0.438_578]);
    let (before, after) = (of_accounts(&before, &[1, 1, 2, 2, 3, 3, 4, 4]), of_accounts(&after, &[1, 1, 2, 3, 3, 5]));
    assert_difference(difference(STARS, &before, &after), [-0.666_667, -1.919_181, 0.585_848, 0.296_849]);
}

#[test]
fn a_mean_that_everybody_raised_alike_keeps_a_quarter_of_the_variance_and_is_not_cut() {
    let before = of_contacts(&[1.0, 2.0, 3.0, 4.0], &[1, 2, 3, 4]);
    let after = of_contacts(&[2.0, 3.0, 4.0, 5.0], &[1, 2, 3, 4]);
    assert_difference(difference(STARS, &before, &after), [1.0, 0.225_256, 1.774_744, 0.011_412]);

    let far = difference(STARS, &answers(&[1.0, 2.0]), &answers(&[5.0, 4.0])).unwrap();
    assert!(far.interval.unwrap().high > 4.0, "{far:?}");
}

#[test]
fn a_side_with_one_answer_has_no_interval_and_without_answers_no_difference() {
    let many = answers(&[1.0, 2.0, 1.0]);
    for measure in [Measure::Nps, Measure::Share, STARS] {
        for (before, after) in [(&many[..1], &many[..]), (&many[..], &many[..1])] {
            let change = difference(measure, before, after).unwrap();
            assert_eq!((change.interval, change.p), (None, None));
            assert_eq!((change.n_before, change.n_after), (before.len() as u64, after.len() as u64));
        }
        assert_eq!(difference(measure, &[], &many), None);
        assert_eq!(difference(measure, &many, &[]), None);
    }
}

#[test]
fn a_change_is_cut_at_what_is_possible() {
    // From 20 to very many, all to the contrary: the uncut intervals end at 204 and 104.
    for (measure, from, most) in [(Measure::Nps, -1.0, 200.0), (Measure::Share, 0.0, 100.0)] {
        let (few, many) = (tally(&[(from, 20)]), tally(&[(1.0, 1_000_000)]));
        let rise = difference(measure, &few, &many).unwrap().interval.unwrap();
        let fall = difference(measure, &many, &few).unwrap().interval.unwrap();
        assert_near(rise.high, most);
        assert_near(fall.low, -most);
    }
}

#[test]
fn movements_need_the_interval_and_the_relevant_size() {
    let moved = |value, low, high, relevant| {
        let interval = Some(Interval { low, high });
        movement(&Difference { value, interval, p: None, n_before: 9, n_after: 9 }, relevant)
    };
    assert_eq!(moved(8.0, 2.0, 14.0, 0.0), Movement::Rose);
    assert_eq!(moved(8.0, 2.0, 14.0, 8.0), Movement::Rose);
    assert_eq!(moved(8.0, 2.0, 14.0, 8.1), Movement::NotMeasurable);
    assert_eq!(moved(-8.0, -14.0, -2.0, 8.0), Movement::Fell);
    assert_eq!(moved(-8.0, -14.0, -2.0, 8.1), Movement::NotMeasurable);
    assert_eq!(moved(8.0, 0.0, 14.0, 0.0), Movement::NotMeasurable);
    assert_eq!(moved(-8.0, -14.0, 0.0, 0.0), Movement::NotMeasurable);
    assert_eq!(moved(8.0, 2.0, 14.0, 14.0), Movement::Unchanged);
    assert_eq!(moved(1.0, -3.0, 5.0, 5.0), Movement::Unchanged);
    assert_eq!(moved(1.0, -3.0, 5.0, 4.9), Movement::NotMeasurable);
    assert_eq!(moved(-1.0, -5.0, 3.0, 4.9), Movement::NotMeasurable);
    assert_eq!(moved(0.0, 0.1, 9.0, 0.0), Movement::NotMeasurable, "a rise by nothing is none");
    assert_eq!(moved(0.0, -9.0, -0.1, 0.0), Movement::NotMeasurable, "a fall by nothing is none");
    assert_eq!(moved(8.0, 2.0, 14.0, -5.0), Movement::Rose);
    assert_eq!(moved(8.0, 2.0, 14.0, f64::NAN), Movement::Rose);
}

#[test]
fn without_an_interval_nothing_is_measurable() {
    let change = Difference { value: 50.0, interval: None, p: None, n_before: 1, n_after: 9 };
    assert_eq!(movement(&change, 0.0), Movement::NotMeasurable);
}
