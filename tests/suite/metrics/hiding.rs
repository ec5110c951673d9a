//! Small groups, and those that a subtraction would give away.

use cxbook::metrics::{Answered, Group, hidden as hide};
use proptest::prelude::*;

const NAMES: [&str; 6] = ["a", "b", "c", "d", "e", "f"];

/// A value of a dimension with so many persons.
#[derive(Clone, Copy)]
struct Value {
    name: &'static str,
    persons: u64,
}

fn groups(persons: &[u64]) -> Vec<Value> {
    NAMES.iter().zip(persons).map(|(name, persons)| Value { name, persons: *persons }).collect()
}

/// What is hidden of one dimension where nobody answered twice; so many have no value.
fn hidden_apart(hide_below: u64, without_value: u64, values: &[Value]) -> Vec<bool> {
    let program = Group { dimension: 1, name: "" };
    let parts: Vec<Group<'_>> =
        std::iter::once(program).chain(values.iter().map(|v| Group { dimension: 0, name: v.name })).collect();
    let answer = |scopes: Vec<usize>, count: u64| Answered { scopes, contact: None, count };
    let mut answers = vec![answer(Vec::new(), without_value)];
    answers.extend(values.iter().zip(1..).map(|(value, scope)| answer(vec![scope], value.persons)));
    hide(hide_below, &parts, &answers, &[]).split_off(1)
}

/// The names of the hidden ones, where nobody may be seen in a group of fewer than five.
fn hidden(without_value: u64, persons: &[u64]) -> String {
    let hidden = hidden_apart(5, without_value, &groups(persons));
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
    let swapped = [Value { name: "z", persons: 6 }, Value { name: "y", persons: 6 }, Value { name: "x", persons: 1 }];
    assert_eq!(hidden_apart(5, 0, &swapped), [false, true, true]);
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
    assert_eq!(hidden_apart(5, 0, &groups(&[4])), [true]);
    assert_eq!(hidden_apart(5, 0, &groups(&[5])), [false]);
    assert_eq!(hidden_apart(10, 0, &groups(&[4, 5])), [true, true]);
}

/// What is hidden of answers of one person each; each scope is its dimension and name, the program not among them.
fn hidden_of(hide_below: u64, scopes: &[(usize, &str)], answers: &[(&[usize], usize)]) -> String {
    let program = Group { dimension: 9, name: "" };
    let named = scopes.iter().map(|(dimension, name)| Group { dimension: *dimension, name });
    let parts: Vec<Group<'_>> = std::iter::once(program).chain(named).collect();
    let answer = |scopes: &[usize]| Answered { scopes: scopes.to_vec(), contact: None, count: 1 };
    let answered: Vec<Answered> =
        answers.iter().flat_map(|(scopes, n)| std::iter::repeat_n(answer(scopes), *n)).collect();
    let hidden = hide(hide_below, &parts, &answered, &[]);
    let names = parts.iter().zip(hidden).filter(|(_, hidden)| *hidden).map(|(part, _)| part.name);
    names.collect::<Vec<_>>().join(" ")
}

#[test]
fn overlapping_groups_are_hidden_for_their_own_size() {
    let scopes = [(0, "a"), (0, "b"), (0, "c")];
    assert_eq!(hidden_of(5, &scopes, &[(&[1, 3], 3), (&[1], 14), (&[1, 2], 3), (&[2], 6), (&[], 6)]), "c");
}

#[test]
fn what_two_groups_have_in_common_does_not_follow_where_everybody_is_in_one() {
    // a and b together, less the program, are the three who are in both.
    assert_eq!(hidden_of(5, &[(0, "a"), (0, "b")], &[(&[1], 14), (&[1, 2], 3), (&[2], 6)]), "b");
}

#[test]
fn what_overlapping_groups_leave_is_nobody_or_enough() {
    let scopes = [(0, "a"), (0, "b")];
    assert_eq!(hidden_of(5, &scopes, &[(&[1, 2], 20), (&[], 1)]), "a b", "all but one are in both");
    assert_eq!(hidden_of(5, &scopes, &[(&[1, 2], 20), (&[], 5)]), "");
    assert_eq!(hidden_of(5, &scopes, &[(&[1, 2], 14), (&[1], 6), (&[2], 1)]), "a", "one is in b alone");
}

#[test]
fn an_account_does_not_follow_from_its_region_and_the_others_of_it() {
    // North has a (9) and b (3), South c (9) and d (3): together the hidden accounts are six, but each region tells.
    let scopes = [(0, "North"), (0, "South"), (1, "a"), (1, "b"), (1, "c"), (1, "d")];
    let answers: [(&[usize], usize); 4] = [(&[1, 3], 9), (&[1, 4], 3), (&[2, 5], 9), (&[2, 6], 3)];
    assert_eq!(hidden_of(5, &scopes, &answers), "a b c d");
}

#[test]
fn a_hidden_scope_does_not_follow_from_two_dimensions() {
    // Of the program, less the users and less the accounts of the others, two persons would be left.
    let scopes = [(0, "user"), (0, "buyer"), (1, "a"), (1, "b")];
    let answers: [(&[usize], usize); 4] = [(&[1, 3], 6), (&[1, 4], 6), (&[2, 3], 2), (&[2, 4], 8)];
    let hidden = hidden_of(5, &scopes, &answers);
    assert_eq!(hidden, "", "two of a are buyers, and nothing tells which");
    let answers: [(&[usize], usize); 3] = [(&[1], 12), (&[2, 4], 8), (&[2, 3], 2)];
    assert_eq!(hidden_of(5, &scopes, &answers), "a b", "the buyers less b would be a");
}

#[test]
fn a_group_of_few_persons_does_not_follow_from_fractions() {
    // Three lists, each two thirds of twelve; half of their sum is everybody but the two who are on none.
    let scopes = [(0, "x"), (0, "y"), (0, "z")];
    let answers: [(&[usize], usize); 4] = [(&[1, 2], 4), (&[2, 3], 4), (&[1, 3], 4), (&[], 2)];
    assert_ne!(hidden_of(3, &scopes, &answers), "");
}

#[test]
fn nothing_is_hidden_below_none() {
    assert_eq!(hidden_apart(0, 0, &groups(&[0, 1, 2])), [false; 3]);
    assert_eq!(hidden_apart(1, 0, &groups(&[0, 1, 2])), [true, false, false]);
}

#[test]
fn huge_counts_do_not_overflow() {
    let huge = groups(&[u64::MAX, u64::MAX, 1]);
    assert_eq!(hidden_apart(u64::MAX, u64::MAX - 1, &huge), [false, false, true]);
}

proptest! {
    #[test]
    fn a_subtraction_gives_nobody_or_enough(
        hide_below in 0_u64..12, without_value in 0_u64..8, persons in prop::collection::vec(0_u64..15, 0..6),
    ) {
        let program = persons.iter().sum::<u64>() + without_value;
        let hidden = hidden_apart(hide_below, without_value, &groups(&persons));
        let is_small = |persons: &u64| program < hide_below || *persons < hide_below;
        prop_assert!(hidden.iter().zip(&persons).all(|(hidden, persons)| *hidden || !is_small(persons)));
        let shown: u64 = persons.iter().zip(&hidden).filter(|(_, hidden)| !**hidden).map(|(n, _)| n).sum();
        let rest = program - shown;
        prop_assert!(shown == 0 || rest == 0 || rest >= hide_below, "{rest} persons by subtraction");
    }

    #[test]
    fn no_counts_panic(hide_below: u64, without: u64, persons in prop::collection::vec(any::<u64>(), 0..6)) {
        prop_assert_eq!(hidden_apart(hide_below, without, &groups(&persons)).len(), persons.len());
    }
}
