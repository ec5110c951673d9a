//! Benjamini & Hochberg's procedure.

use cxbook::metrics::benjamini_hochberg;
use proptest::prelude::*;

/// The example of the article of 1995: fifteen comparisons, of which four are discoveries at 5 %.
const ARTICLE: [f64; 15] = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0,
];

#[test]
fn the_articles_example() {
    let expected: Vec<bool> = (0..15).map(|rank| rank < 4).collect();
    assert_eq!(benjamini_hochberg(&ARTICLE, 0.05), expected);
    let backwards: Vec<f64> = ARTICLE.iter().rev().copied().collect();
    assert_eq!(benjamini_hochberg(&backwards, 0.05), expected.into_iter().rev().collect::<Vec<_>>());
}

#[test]
fn a_later_one_that_passes_takes_the_earlier_ones_along() {
    // .04 > 1/3 · .05 and .045 > 2/3 · .05, but .05 ≤ 3/3 · .05.
    assert_eq!(benjamini_hochberg(&[0.04, 0.05, 0.045], 0.05), [true; 3]);
}

#[test]
fn equal_ones_share_a_fate() {
    assert_eq!(benjamini_hochberg(&[0.02, 0.9, 0.02, 0.8], 0.05), [true, false, true, false]);
    assert_eq!(benjamini_hochberg(&[0.03, 0.9, 0.03, 0.8], 0.05), [false; 4]);
}

#[test]
fn what_is_no_probability_is_no_comparison() {
    let p = [f64::NAN, 0.05, -0.1, f64::INFINITY, f64::NEG_INFINITY, 1.1];
    assert_eq!(benjamini_hochberg(&p, 0.05), [false, true, false, false, false, false]);
    assert_eq!(benjamini_hochberg(&[f64::NAN], 0.05), [false]);
    assert_eq!(benjamini_hochberg(&[0.0], f64::NAN), [false]);
    assert!(benjamini_hochberg(&[], 0.05).is_empty());
}

proptest! {
    #[test]
    fn a_smaller_p_or_a_higher_rate_loses_no_discovery(
        p in prop::collection::vec(0.0..0.2_f64, 1..20), which: prop::sample::Index, by in 0.0..1.0_f64, more in 1.0..3.0_f64,
    ) {
        let found = benjamini_hochberg(&p, 0.05);
        let mut smaller = p.clone();
        smaller[which.index(p.len())] *= by;
        for (before, after) in found.iter().zip(benjamini_hochberg(&smaller, 0.05)) {
            prop_assert!(after || !before);
        }
        for (before, after) in found.iter().zip(benjamini_hochberg(&p, 0.05 * more)) {
            prop_assert!(after || !before);
        }
    }

    #[test]
    fn no_numbers_panic(p in prop::collection::vec(any::<f64>(), 0..20), rate: f64) {
        prop_assert_eq!(benjamini_hochberg(&p, rate).len(), p.len());
    }
}
