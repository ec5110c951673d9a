//! Small groups, and those that a subtraction would give away.

use cxbook::metrics::{Group, hidden_groups, small_groups};
use proptest::prelude::*;

const NAMES: [&str; 6] = ["a", "b", "c", "d", "e", "f"];

fn groups(persons: &[u64]) -> Vec<Group<'static>> {
    NAMES.iter().zip(persons).map(|(name, persons)| Group { name, persons: *persons }).collect()
}

/// [`hidden_groups`] where nobody answered twice, so that persons add up.
fn hidden_apart(hide_below: u64, program: u64, without_value: u64, groups: &[Group<'_>]) -> Vec<bool> {
    let others = |hidden: &[bool]| {
        let persons = groups.iter().zip(hidden).filter(|(_, hidden)| **hidden).map(|(group, _)| group.persons);
        persons.fold(without_value, u64::saturating_add)
    };
    hidden_groups(hide_below, program, groups, others)
}

/// The names of the hidden ones, where nobody may be seen in a group of fewer than five.
fn hidden(without_value: u64, persons: &[u64]) -> String {
    let program = persons.iter().sum::<u64>() + without_value;
    let hidden = hidden_apart(5, program, without_value, &groups(persons));
    NAMES.iter().zip(hidden).filter(|(_, hidden)| *hidden).map(|(name, _)| *name).collect()
}

#[test]
fn a_small_group_takes_the_smallest_shown_one_along() {
    assert_eq!(hidden(0, &[20, 3, 9, 6]), "bd");
    assert_eq!(hidden(0, &[20, 6, 9, 6]), "");
    assert_eq!(hidden(0, &[20, 4, 9, 5]), "bd", "four are hidden, and with five more they are nine");
}

#[test]
fn small_groups_that_are_enough_together_take_none_along() {
    assert_eq!(hidden(0, &[20, 3, 2, 6]), "bc");
    assert_eq!(hidden(0, &[20, 2, 2, 6]), "bcd");
}

#[test]
fn of_the_smallest_shown_the_first_by_name_goes() {
    assert_eq!(hidden(0, &[7, 3, 6, 6]), "bc");
    let swapped = [Group { name: "z", persons: 6 }, Group { name: "y", persons: 6 }, Group { name: "x", persons: 1 }];
    assert_eq!(hidden_apart(5, 13, 0, &swapped), [false, true, true]);
}

#[test]
fn those_without_a_value_are_part_of_what_subtraction_gives() {
    assert_eq!(hidden(2, &[20, 9, 6]), "c");
    assert_eq!(hidden(5, &[20, 9, 6]), "");
    assert_eq!(hidden(2, &[20, 3, 9, 6]), "b");
    assert_eq!(hidden(1, &[20, 3, 9, 6]), "bd");
}

#[test]
fn all_may_be_hidden() {
    assert_eq!(hidden(0, &[3, 2]), "ab");
    assert_eq!(hidden(0, &[3, 2, 0]), "abc");
    assert_eq!(hidden(0, &[1, 5]), "ab");
}

#[test]
fn a_group_of_nobody_adds_nothing() {
    assert_eq!(hidden(0, &[0, 9, 6]), "a");
    assert_eq!(hidden(1, &[0, 9, 6]), "ac");
}

#[test]
fn a_small_program_hides_all() {
    let four = groups(&[4]);
    assert_eq!(hidden_apart(5, 4, 0, &four), [true]);
    assert_eq!(hidden_apart(5, 4, 0, &groups(&[9, 9])), [true, true]);
    assert_eq!(small_groups(5, 4, &groups(&[9, 9])), [true, true]);
    assert_eq!(hidden_apart(5, 5, 0, &groups(&[5])), [false]);
}

#[test]
fn overlapping_groups_are_hidden_for_their_own_size_only() {
    assert_eq!(small_groups(5, 20, &groups(&[20, 3, 9, 5])), [false, true, false, false]);
}

#[test]
fn nothing_is_hidden_below_none() {
    assert_eq!(hidden_apart(0, 0, 0, &groups(&[0, 1, 2])), [false; 3]);
    assert_eq!(hidden_apart(1, 3, 0, &groups(&[0, 1, 2])), [true, false, false]);
}

#[test]
fn huge_counts_do_not_overflow() {
    let huge = groups(&[u64::MAX, u64::MAX, 1]);
    assert_eq!(hidden_apart(u64::MAX, u64::MAX, u64::MAX - 1, &huge), [false, false, true]);
}

proptest! {
    #[test]
    fn a_subtraction_gives_nobody_or_enough(
        hide_below in 0_u64..12, without_value in 0_u64..8, persons in prop::collection::vec(0_u64..15, 0..6),
    ) {
        let program = persons.iter().sum::<u64>() + without_value;
        let hidden = hidden_apart(hide_below, program, without_value, &groups(&persons));
        let small = small_groups(hide_below, program, &groups(&persons));
        prop_assert!(hidden.iter().zip(&small).all(|(hidden, small)| *hidden || !small));
        let shown: u64 = persons.iter().zip(&hidden).filter(|(_, hidden)| !**hidden).map(|(n, _)| n).sum();
        let rest = program - shown;
        prop_assert!(shown == 0 || rest == 0 || rest >= hide_below, "{rest} persons by subtraction");
    }

    #[test]
    fn no_counts_panic(hide_below: u64, program: u64, without: u64, persons in prop::collection::vec(any::<u64>(), 0..6)) {
        prop_assert_eq!(hidden_apart(hide_below, program, without, &groups(&persons)).len(), persons.len());
    }
}
