//! Student's distribution for any number of degrees of freedom, quickly: every comparison asks for a quantile and a
//! probability of its own.
//!
//! Over 1/df the quantile is so smooth that a polynomial through 28 points gives eleven digits of it from 1 to 1,000
//! degrees of freedom; it is made once for each confidence. Beyond, expansions from the normal distribution are as
//! exact, and hold for as many degrees of freedom as there can be answers.

use std::f64::consts::{PI, SQRT_2};
use std::sync::LazyLock;

use statrs::distribution::{ContinuousCDF, StudentsT};
use statrs::function::beta::checked_beta_reg;
use statrs::function::erf::erfc;

use crate::metrics::arithmetic::observation::number;

/// How sure the interval of a difference is to hold the true one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confidence {
    /// 95 %: the difference stands for itself.
    Single,
    /// 98⅓ %: it is one of three differences of the same figure, which are all right in 95 % (Bonferroni).
    OfThree,
}

impl Confidence {
    /// The probability below its upper quantile: .975, or .991667.
    fn probability(self) -> f64 {
        match self {
            Self::Single => 0.975,
            Self::OfThree => 1.0 - 0.05 / 6.0,
        }
    }

    /// The normal quantile at its probability, to all of a double's digits.
    fn normal(self) -> f64 {
        match self {
            Self::Single => 1.959_963_984_540_054,
            Self::OfThree => 2.393_979_799_818_510_4,
        }
    }
}

/// From so many degrees of freedom on the expansions are used.
const MANY: f64 = 1000.0;

/// Student's upper quantile at this confidence with `df` degrees of freedom: at 95 % 12.7062 for 1, 2.2622 for 9,
/// towards 1.9600 for many. What is below 1, or no number, is taken as 1.
#[must_use]
pub fn student_quantile(confidence: Confidence, df: f64) -> f64 {
    static SINGLE: LazyLock<Polynomial> = LazyLock::new(|| Polynomial::of(Confidence::Single));
    static OF_THREE: LazyLock<Polynomial> = LazyLock::new(|| Polynomial::of(Confidence::OfThree));
    if df >= MANY {
        return expansion(confidence.normal(), df);
    }
    let polynomial = match confidence {
        Confidence::Single => &SINGLE,
        Confidence::OfThree => &OF_THREE,
    };
    polynomial.at(df.max(1.0).recip())
}

/// The probability that a Student's figure with `df` degrees of freedom is at least this far from 0, on either side, by
/// chance alone: 0 to 1.
///
/// NaN for NaN. For fewer than 1,000 degrees of freedom it is the incomplete beta function, else the normal tail at
/// Hill's (1970) transform of t.
#[must_use]
pub fn student_p(t: f64, df: f64) -> f64 {
    if df >= MANY {
        return erfc(as_normal(t, df) / SQRT_2);
    }
    let df = df.max(1.0);
    checked_beta_reg(df / 2.0, 0.5, df / (df + t * t)).unwrap_or(f64::NAN)
}

/// A polynomial in 1/df, by its Chebyshev coefficients.
struct Polynomial([f64; Polynomial::POINTS]);

impl Polynomial {
    const POINTS: usize = 28;

    /// The 1/df between which it holds.
    const ENDS: (f64, f64) = (1.0 / MANY, 1.0);

    /// Goes through the quantiles at the Chebyshev points.
    fn of(confidence: Confidence) -> Self {
        let points = number(Self::POINTS as u64);
        let angles: Vec<f64> = (0..Self::POINTS as u64).map(|point| PI * (number(point) + 0.5) / points).collect();
        let quantile = |angle: &f64| {
            let (low, high) = Self::ENDS;
            let inverse = f64::midpoint(high, low) + (high - low) / 2.0 * angle.cos();
            let student = StudentsT::new(0.0, 1.0, inverse.recip());
            student.map_or(f64::INFINITY, |student| student.inverse_cdf(confidence.probability()))
        };
        let quantiles: Vec<f64> = angles.iter().map(quantile).collect();
        let mut coefficients = [0.0; Self::POINTS];
        for (degree, coefficient) in (0..).zip(&mut coefficients) {
            let parts = angles.iter().zip(&quantiles).map(|(angle, q)| q * (number(degree) * angle).cos());
            *coefficient = parts.sum::<f64>() * if degree == 0 { 1.0 } else { 2.0 } / points;
        }
        Self(coefficients)
    }

    /// Its value, by Clenshaw's recurrence.
    fn at(&self, inverse: f64) -> f64 {
        let (low, high) = Self::ENDS;
        let x = (2.0 * inverse - low - high) / (high - low);
        let [first, others @ ..] = &self.0;
        let (one, two) = others.iter().rev().fold((0.0, 0.0), |(one, two), c| (c + 2.0 * x * one - two, one));
        first + x * one - two
    }
}

/// Student's quantile from the normal one (Abramowitz & Stegun 1964, 26.7.5): right to eleven digits from 1,000 degrees
/// of freedom on, however many.
pub(crate) fn expansion(z: f64, df: f64) -> f64 {
    let g1 = (z.powi(3) + z) / 4.0;
    let g2 = (5.0 * z.powi(5) + 16.0 * z.powi(3) + 3.0 * z) / 96.0;
    let g3 = (3.0 * z.powi(7) + 19.0 * z.powi(5) + 17.0 * z.powi(3) - 15.0 * z) / 384.0;
    z + (g1 + (g2 + g3 / df) / df) / df
}

/// The normal figure as far out as t is with `df` degrees of freedom (Hill 1970, algorithm 395).
fn as_normal(t: f64, df: f64) -> f64 {
    if df.is_infinite() {
        return t.abs();
    }
    let a = df - 0.5;
    let b = 48.0 * a * a;
    let y = a * (t * t / df).ln_1p();
    let correction = (((-0.4 * y - 3.3) * y - 24.0) * y - 85.5) / (0.8 * y * y + 100.0 + b);
    ((correction + y + 3.0) / b + 1.0) * y.sqrt()
}
