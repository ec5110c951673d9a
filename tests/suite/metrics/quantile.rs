//! Quantiles against published tables.

use cxbook::metrics::quantile::{Z, t975, two_sided_p};

#[test]
fn students_quantile_is_that_of_tables() {
    let table = [
        (1, 12.706_204_736_175),
        (2, 4.302_652_729_750),
        (9, 2.262_157_162_798),
        (999, 1.962_341_461_133),
        (1000, 1.962_339_080_826),
        (100_000, 1.959_987_707_535),
    ];
    for (df, quantile) in table {
        assert!((t975(df) - quantile).abs() < 1e-11, "{df}: {} is not {quantile}", t975(df));
    }
}

#[test]
fn students_quantile_falls_with_every_degree_of_freedom() {
    let mut degrees = (0..2000).map(t975);
    let mut last = degrees.next().unwrap();
    assert!(last.is_infinite());
    for quantile in degrees {
        assert!(quantile < last, "{quantile} after {last}");
        last = quantile;
    }
    assert!((t975(u64::MAX) - Z).abs() < 1e-7);
}

#[test]
fn two_sided_p_is_normal() {
    assert!((two_sided_p(0.0) - 1.0).abs() < 1e-12);
    assert!((two_sided_p(Z) - 0.05).abs() < 1e-8);
    assert!((two_sided_p(-2.575_829_303_549) - 0.01).abs() < 1e-12);
    assert!(two_sided_p(f64::INFINITY) == 0.0 && two_sided_p(f64::NAN).is_nan());
}
