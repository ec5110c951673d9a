//! Quantiles against published tables.

use cxbook::metrics::arithmetic::quantile::{Z, t975};
use cxbook::metrics::{Confidence, student_p, student_quantile};

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
fn quantiles_for_any_degrees_of_freedom_are_those_of_tables() {
    let table = [
        (1.0, 12.706_204_736_175, 38.188_459_297_026),
        (1.5, 6.016_663_104_428, 12.656_124_780_489),
        (2.0, 4.302_652_729_749, 7.648_803_937_916),
        (2.75, 3.352_545_433_062, 5.251_827_028_090),
        (4.252_2, 2.712_691_996_607, 3.826_566_576_76),
        (9.0, 2.262_157_162_798, 2.933_324_088_374),
        (33.3, 2.033_819_224_134, 2.521_000_666_056),
        (250.5, 1.969_479_272_052, 2.410_165_252_553),
        (999.9, 1.962_339_318_643, 2.398_015_221_771),
        (1000.0, 1.962_339_080_826, 2.398_014_817_581),
        (12_345.6, 1.960_156_158_26, 2.394_306_157_058),
        (1e8, 1.959_964_008_263, 2.393_979_840_104),
    ];
    for (df, single, of_three) in table {
        for (confidence, quantile) in [(Confidence::Single, single), (Confidence::OfThree, of_three)] {
            let actual = student_quantile(confidence, df);
            assert!((actual - quantile).abs() < 1e-11 * quantile, "{df}: {actual} is not {quantile}");
        }
    }
}

#[test]
fn p_is_that_of_tables() {
    let table = [
        (0.5, 1.0, 7.048_327_646_991e-1),
        (3.0, 2.5, 7.257_609_554_903e-2),
        (-2.0, 4.252_2, 1.119_277_522_107e-1),
        (10.0, 7.0, 2.139_420_289_077e-5),
        (2.5, 250.5, 1.305_959_013_277e-2),
        (4.0, 999.9, 6.801_039_782_975e-5),
        (4.0, 1000.1, 6.800_944_068_591e-5),
        (1.5, 5000.0, 1.336_775_398_532e-1),
        (-6.0, 20_000.0, 2.007_145_641_123e-9),
        (2.0, 1e12, 4.550_026_389_663e-2),
    ];
    for (t, df, p) in table {
        let actual = student_p(t, df);
        assert!((actual / p - 1.0).abs() < 1e-9, "{t}, {df}: {actual} is not {p}");
    }
}

#[test]
fn p_is_what_is_outside_of_the_quantiles() {
    for (confidence, outside) in [(Confidence::Single, 0.05), (Confidence::OfThree, 0.05 / 3.0)] {
        let mut df = 1.0;
        while df < 1e13 {
            let p = student_p(-student_quantile(confidence, df), df);
            assert!((p - outside).abs() < 1e-10, "{df}: {p} is not {outside}");
            df *= 1.07;
        }
        assert!((student_p(student_quantile(confidence, f64::INFINITY), f64::INFINITY) - outside).abs() < 1e-10);
    }
}

#[test]
fn what_is_no_number_of_degrees_of_freedom_is_one() {
    let one = student_quantile(Confidence::Single, 1.0);
    for df in [0.0, -3.0, 0.5, f64::NAN] {
        assert!((student_quantile(Confidence::Single, df) - one).abs() < 1e-12);
    }
    assert!(student_p(f64::NAN, 5.0).is_nan() && student_p(f64::NAN, 1e6).is_nan());
    assert!(student_p(f64::INFINITY, 5.0) == 0.0 && (student_p(0.0, 5.0) - 1.0).abs() < 1e-12);
}
