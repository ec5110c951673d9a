//! Differences: what the clusters are, when there is no interval, each measure's bounds, and the words. The figures were
//! worked out apart from the program, from the formula as the methodology prints it.

use cxbook::metrics::{Confidence, Difference, Incomparable, Interval, Measure, Movement, Observation, movement};

use super::{STARS, answers, assert_interval, assert_near, of_accounts, of_contacts, recommendations, tally};

/// A difference of which nothing is known.
const NOTHING: Difference =
    Difference { value: 0.0, interval: None, p: None, df: None, incomparable: None, n_before: 9, n_after: 9 };

/// At 95 %.
fn difference(measure: Measure, before: &[Observation], after: &[Observation]) -> Option<Difference> {
    cxbook::metrics::difference(measure, before, after, Confidence::Single)
}

const SIX: [u32; 6] = [1, 2, 3, 4, 5, 6];
const PAIRS: [u32; 6] = [1, 1, 2, 2, 3, 3];

fn before() -> Vec<f64> {
    recommendations(&[9, 7, 3, 10, 8, 6])
}

fn after() -> Vec<f64> {
    recommendations(&[10, 9, 5, 10, 6, 9])
}

/// The six contacts in their accounts.
fn of_both(xs: &[f64], accounts: &[u32]) -> Vec<Observation> {
    let answers = of_contacts(xs, &SIX).into_iter().zip(accounts);
    answers.map(|(answer, account)| Observation { account: Some(*account), ..answer }).collect()
}

/// Value, low and high, degrees of freedom and p.
#[track_caller]
fn assert_difference(actual: Option<Difference>, [value, low, high, df, p]: [f64; 5]) {
    let actual = actual.expect("a difference");
    assert_near(actual.value, value);
    assert_interval(actual.interval, low, high);
    assert_near(actual.df.expect("degrees of freedom"), df);
    assert_near(actual.p.expect("a p"), p);
}

#[track_caller]
fn assert_incomparable(actual: Option<Difference>, why: Incomparable) {
    let actual = actual.expect("a difference");
    assert_eq!((actual.interval, actual.p, actual.df, actual.incomparable), (None, None, None, Some(why)));
}

#[test]
fn a_cluster_is_the_account_else_the_contact_else_the_answer() {
    let change = |before: &[Observation], after: &[Observation]| difference(Measure::Nps, before, after);
    let (first, mut second) = (of_both(&before(), &PAIRS), of_both(&after(), &PAIRS));
    let by_accounts = [33.333_333, -55.373_554, 98.784_406, 2.222_222, 0.375_191];
    assert_difference(change(&first, &second), by_accounts);
    second[5].account = None;
    let one_contact_beside = [33.333_333, -43.890_103, 87.526_466, 2.769_174, 0.354_607];
    assert_difference(change(&first, &second), one_contact_beside);

    let by_contacts = [33.333_333, -54.282_434, 98.726_878, 5.0, 0.488_861];
    assert_difference(change(&of_contacts(&before(), &SIX), &of_contacts(&after(), &SIX)), by_contacts);
    let by_none = [33.333_333, -65.501_633, 109.946_077, 10.0, 0.584_897];
    assert_difference(change(&answers(&before()), &answers(&after())), by_none);
}

#[test]
fn within_one_account_contacts_are_the_clusters() {
    let change = |before: &[Observation], after: &[Observation]| difference(Measure::Nps, before, after);
    let (first, mut second) = (of_both(&before(), &[1; 6]), of_both(&after(), &[1; 6]));
    assert_difference(change(&first, &second), [33.333_333, -54.282_434, 98.726_878, 5.0, 0.488_861]);
    second[2].contact = None;
    assert_difference(change(&first, &second), [33.333_333, -67.590_019, 112.034_464, 5.833_333, 0.565_063]);

    // Of two accounts, or of one and of nobody known, each side's one account is one cluster.
    assert_incomparable(change(&first, &of_both(&after(), &[2; 6])), Incomparable::TooFewAccounts);
    second[3].account = None;
    assert_incomparable(change(&first, &second), Incomparable::TooFewAccounts);
    assert_incomparable(change(&first, &answers(&after())), Incomparable::TooFewAccounts);
}

#[test]
fn two_accounts_or_four_answers_are_too_few() {
    let (two, three) = (of_accounts(&[1.0, 0.0, 1.0, 0.0, 1.0], &[1, 1, 2, 2, 2]), answers(&[1.0, 0.0, 1.0]));
    let (four, five) = (answers(&[1.0, 0.0, 1.0, 1.0]), answers(&[1.0, 0.0, 1.0, 1.0, 0.0]));
    for measure in [Measure::Nps, Measure::Share, STARS] {
        for (few, why) in [(&two, Incomparable::TooFewAccounts), (&four, Incomparable::TooFewAnswers)] {
            assert_incomparable(difference(measure, few, &five), why);
            assert_incomparable(difference(measure, &five, few), why);
        }
        assert_incomparable(difference(measure, &three[..2], &four), Incomparable::TooFewAccounts);
        let change = difference(measure, &three, &four).unwrap();
        assert_eq!((change.n_before, change.n_after, change.incomparable), (3, 4, Some(Incomparable::TooFewAnswers)));
        assert!(difference(measure, &five, &five).unwrap().interval.is_some());
        assert_eq!(difference(measure, &[], &five), None);
        assert_eq!(difference(measure, &five, &[]), None);
    }
}

#[test]
fn a_panel_of_which_nobody_moved_is_worth_four_times_its_answers() {
    let panel = of_contacts(&before(), &SIX);
    let change = difference(Measure::Nps, &panel, &panel);
    assert_difference(change, [0.0, -47.364_752, 47.364_752, 5.0, 1.0]);
}

#[test]
fn identical_answers_have_an_interval_unless_of_a_mean() {
    let change = difference(Measure::Nps, &tally(&[(1.0, 6)]), &tally(&[(1.0, 5)]));
    assert_difference(change, [0.0, -74.236_689, 65.903_355, 9.0, 0.895_953]);
    let accounts = (of_accounts(&[1.0; 6], &PAIRS), of_accounts(&[1.0; 5], &[1, 1, 2, 4, 5]));
    let change = difference(Measure::Nps, &accounts.0, &accounts.1);
    assert_difference(change, [0.0, -98.604_071, 92.724_523, 3.399_012, 0.932_144]);

    for ids in [of_accounts(&[4.0; 5], &[1, 2, 3, 4, 4]), answers(&[4.0; 5])] {
        let moved: Vec<_> = ids.iter().map(|answer| Observation { x: 5.0, ..*answer }).collect();
        let change = difference(STARS, &ids, &moved);
        assert_eq!(change.unwrap().value.to_bits(), 1.0_f64.to_bits());
        assert_incomparable(change, Incomparable::AllTheSame);
    }
}

#[test]
fn shares_and_means_of_answers_that_belong_to_nobody() {
    let change = difference(Measure::Share, &tally(&[(1.0, 8), (0.0, 2)]), &tally(&[(1.0, 6), (0.0, 6)]));
    assert_difference(change, [-30.0, -60.275_53, 14.121_684, 20.0, 0.210_385]);
    let constant = difference(STARS, &answers(&[4.0; 5]), &answers(&[3.0, 5.0, 4.0, 2.0, 4.0]));
    assert_difference(constant, [-0.4, -1.840_099, 1.040_099, 8.0, 0.539_748]);
}

#[test]
fn counts_are_not_gone_through_one_by_one() {
    let of = |promoters: u64, passives: u64, detractors: u64| {
        tally(&[(1.0, promoters), (0.0, passives), (-1.0, detractors)])
    };
    let (before, after) = (of(600_000_000_000, 250_000_000_000, 150_000_000_000), of(5, 2, 3));
    let before_and_after = difference(Measure::Nps, &before, &of(500_000_000_000, 250_000_000_000, 250_000_000_000));
    let interval = before_and_after.unwrap().interval.unwrap();
    assert!((interval.low + 20.000_217_811_8).abs() < 1e-9 && (interval.high + 19.999_782_188_1).abs() < 1e-9);
    assert!(before_and_after.unwrap().df.unwrap() > 1e12);
    assert!(difference(Measure::Nps, &before, &after).unwrap().interval.is_some());
}

#[test]
fn a_difference_is_cut_at_what_is_possible() {
    // From six to very many, all to the contrary: the uncut intervals end beyond.
    for (measure, from, most) in [(Measure::Nps, -1.0, 200.0), (Measure::Share, 0.0, 100.0)] {
        let (few, many) = (tally(&[(from, 6)]), tally(&[(1.0, 1_000_000)]));
        let rise = difference(measure, &few, &many).unwrap().interval.unwrap();
        let fall = difference(measure, &many, &few).unwrap().interval.unwrap();
        assert_near(rise.high, most);
        assert_near(fall.low, -most);
    }

    // With 2.3 degrees of freedom the uncut interval would go beyond what two scales apart can be.
    let before = of_accounts(&[1.0, 5.0, 1.0, 1.0, 1.0], &[1, 2, 3, 3, 3]);
    let after = of_accounts(&[5.0, 5.0, 5.0, 5.0, 1.0], &[4, 4, 4, 5, 6]);
    assert_difference(difference(STARS, &before, &after), [2.4, -4.0, 4.0, 2.318_904, 0.282_921]);
    for index in [100.0, 1000.0] {
        let wider = Measure::Mean { low: 0.0, high: index };
        let scaled = |side: &[Observation]| -> Vec<_> {
            side.iter().map(|answer| Observation { x: (answer.x - 1.0) / 4.0 * index, ..*answer }).collect()
        };
        let change = difference(wider, &scaled(&before), &scaled(&after)).unwrap();
        assert_eq!(change.interval, Some(Interval { low: -index, high: index }));
    }
}

#[test]
fn one_of_three_is_surer_and_otherwise_the_same() {
    let (before, after) = (of_both(&before(), &PAIRS), of_both(&after(), &PAIRS));
    let of_three = cxbook::metrics::difference(Measure::Nps, &before, &after, Confidence::OfThree);
    assert_difference(of_three, [33.333_333, -108.915_284, 152.326_137, 2.222_222, 0.375_191]);
}

#[test]
fn the_sign_of_a_difference_can_be_another_than_its_centres() {
    let interval = |low, high| Some(Interval { low, high });
    let has_the_sign = |value, interval| Difference { value, interval, ..NOTHING }.has_the_sign_of_its_interval();
    assert!(has_the_sign(1.0, interval(-1.0, 4.0)) && has_the_sign(-1.0, interval(-4.0, 1.0)));
    assert!(!has_the_sign(-1.0, interval(-1.0, 4.0)) && !has_the_sign(0.0, interval(0.5, 4.0)));
    assert!(!has_the_sign(1.0, interval(-4.0, 1.0)) && !has_the_sign(1.0, None));
}

#[test]
fn movements_need_the_interval_and_the_relevant_size() {
    let moved = |value, low, high, relevant| {
        let interval = Some(Interval { low, high });
        movement(&Difference { value, interval, ..NOTHING }, relevant)
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
    let change = Difference { value: 50.0, ..NOTHING };
    assert_eq!(movement(&change, 0.0), Movement::NotMeasurable);
}
