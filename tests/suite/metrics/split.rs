//! A change in two summands.

use cxbook::metrics::{Measure, Part, Split, split};

use super::{STARS, answers, of_contacts};

#[test]
fn parts_add_up_to_the_difference() {
    // Contacts 1 and 2 stay and rise by one each; 3 leaves with a 1; 4 joins with a 2.
    let before = of_contacts(&[4.0, 3.0, 1.0, 1.0], &[1, 2, 3, 3]);
    let after = of_contacts(&[2.0, 4.0, 5.0], &[4, 2, 1]);
    let expected = Split {
        same_contacts: 1.0,
        who_answered: 11.0 / 3.0 - 9.0 / 4.0 - 1.0,
        n_same: 2,
        joined: Some(Part { n: 1, mean: 2.0 }),
        left: Some(Part { n: 2, mean: 1.0 }),
        stayed_before: Part { n: 2, mean: 3.5 },
        stayed_after: Part { n: 2, mean: 4.5 },
    };
    assert_eq!(split(STARS, &before, &after), Some(expected));
}

#[test]
fn each_answer_of_a_contact_counts_and_the_contact_once() {
    let before = of_contacts(&[1.0, 1.0, -1.0], &[1, 1, 2]);
    let after = of_contacts(&[-1.0, 1.0], &[1, 1]);
    let split = split(Measure::Nps, &before, &after).unwrap();
    assert_eq!((split.n_same, split.stayed_before.n, split.stayed_after.n), (1, 2, 2));
    assert_eq!((split.stayed_before.mean, split.stayed_after.mean, split.same_contacts), (100.0, 0.0, -100.0));
    assert_eq!((split.joined, split.left), (None, Some(Part { n: 1, mean: -100.0 })));
}

#[test]
fn without_contacts_or_without_the_same_ones_there_is_none() {
    let known = of_contacts(&[1.0, 0.0], &[1, 2]);
    let others = of_contacts(&[1.0, 0.0], &[3, 4]);
    let mut one_unknown = known.clone();
    one_unknown[1].contact = None;
    assert!(split(Measure::Share, &known, &known).is_some());
    for side in [&others, &one_unknown, &answers(&[1.0]), &vec![]] {
        assert_eq!(split(Measure::Share, &known, side), None);
        assert_eq!(split(Measure::Share, side, &known), None);
    }
}
