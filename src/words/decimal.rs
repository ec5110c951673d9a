//! Numbers with a fixed count of decimals, the way that `format!` rounds them, several times as fast: a report writes
//! millions of them.

use std::fmt::Write;

/// How far from halfway between two results a number has to be, in units of the last decimal, for a product's rounding
/// error not to matter.
const CLEAR: f64 = 1e-3;

/// Below this many units of the last decimal, a product's rounding error is far below [`CLEAR`].
const LARGEST: f64 = 1e12;

/// Writes a number with so many decimals, at most 4, at the end of a text; what rounds to nothing has no sign.
pub fn decimal(text: &mut String, number: f64, places: usize) {
    const UNITS: [(f64, u64); 5] = [(1.0, 1), (10.0, 10), (100.0, 100), (1e3, 1000), (1e4, 10_000)];
    let (factor, units) = UNITS[places.min(4)];
    let scaled = number.abs() * factor;
    let is_clear = ((scaled - scaled.floor()) - 0.5).abs() > CLEAR;
    // Writing into a text has nothing to fail at.
    let _ = if scaled < LARGEST && is_clear {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is from 0 to 10¹²")]
        let rounded = scaled.round() as u64;
        if number < 0.0 && rounded > 0 {
            text.push('-');
        }
        let (whole, rest) = (rounded / units, rounded % units);
        if places == 0 { write!(text, "{whole}") } else { write!(text, "{whole}.{rest:0places$}") }
    } else {
        exactly(text, number, places)
    };
}

/// The same by the standard library, which looks at every digit that it needs.
fn exactly(text: &mut String, number: f64, places: usize) -> std::fmt::Result {
    let start = text.len();
    write!(text, "{number:.places$}")?;
    let is_zero = |written: &str| written.chars().all(|c| matches!(c, '-' | '0' | '.'));
    if text[start..].starts_with('-') && is_zero(&text[start..]) {
        text.remove(start);
    }
    Ok(())
}
