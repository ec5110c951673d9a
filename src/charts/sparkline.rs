//! A score from wave to wave, small enough to stand in a row of a table: the coordinates of an inline SVG, made when the
//! site is built, so that it is seen without a script.
//!
//! Its height is the whole of what the score can be and its width all waves, so that those of a table can be compared;
//! gaps stay gaps.

use schemars::JsonSchema;
use serde::Serialize;

use super::Range;

/// The width of the drawing, in its own units.
const WIDTH: f64 = 80.0;
/// The height of the drawing.
const HEIGHT: f64 = 28.0;
/// What is left free on each side, for the mark of the last score.
const MARGIN: f64 = 4.0;

/// A sparkline: parts of an SVG whose `viewBox` is `0 0 80 28`.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Sparkline {
    /// The path through waves in a row that have a score; empty where no two are in a row.
    pub line: String,
    /// A path of dots, for scores that stand alone between gaps; empty without any.
    pub alone: String,
    /// Where the last score is, from the left.
    pub x: String,
    /// Where the last score is, from the top.
    pub y: String,
}

/// The sparkline of scores, the earliest first, with gaps where there is none; `None` with fewer than two scores.
#[must_use]
pub fn sparkline(scores: &[Option<f64>], range: Range) -> Option<Sparkline> {
    let steps = u32::try_from(scores.len()).unwrap_or(u32::MAX).max(2) - 1;
    let step = (WIDTH - 2.0 * MARGIN) / f64::from(steps);
    let at = |(wave, score): (u32, &Option<f64>)| {
        score.map(|score| (rounded(MARGIN + step * f64::from(wave)), rounded(down(score, range))))
    };
    let places: Vec<Option<(String, String)>> = (0..).zip(scores).map(at).collect();
    if places.iter().flatten().count() < 2 {
        return None;
    }
    let (mut line, mut alone) = (String::new(), String::new());
    for run in places.split(Option::is_none) {
        let run: Vec<String> = run.iter().flatten().map(|(x, y)| format!("{x} {y}")).collect();
        match run.as_slice() {
            [] => {}
            [one] => alone.extend(["M", one, "h0"]),
            several => line.extend(["M", &several.join("L")]),
        }
    }
    let (x, y) = places.into_iter().flatten().next_back()?;
    Some(Sparkline { line, alone, x, y })
}

/// How far down a score is: the highest at the top.
fn down(score: f64, range: Range) -> f64 {
    let share = ((range.high - score) / (range.high - range.low)).clamp(0.0, 1.0);
    MARGIN + share * (HEIGHT - 2.0 * MARGIN)
}

/// A coordinate with one decimal at most.
fn rounded(coordinate: f64) -> String {
    format!("{coordinate:.1}").trim_end_matches(".0").to_owned()
}
