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
