//! Options → one still SVG, for readers without scripts: so that no chart has to be described twice.
//!
//! Only what the options of this crate say is understood; what is not is left out. Colours stay names of the theme's
//! custom properties, as in the options, so that a drawing follows the page into dark mode and onto paper.

mod axis;
mod frame;
mod marks;
mod pen;
mod read;

use serde_json::Value;

use super::ChartOptions;
use crate::words::Words;
use axis::Axis;
use pen::Pen;
use read::{Series, text};

/// How wide drawings are that need no more, in pixels.
const WIDTH: usize = 640;

/// What options describe as an SVG of `height` pixels, at least `least_width` pixels wide; on a page it is scaled. The
/// numbers of its axes are written as `words` write them.
///
/// Its words are escaped and its colours are custom properties of the theme, whatever the options hold, so that it may
/// stand in a page as it is.
#[must_use]
pub fn drawing(words: &Words, options: &ChartOptions, least_width: usize, height: usize) -> String {
    let at = |axis: &str| options.get(axis).unwrap_or(&Value::Null);
    let (x, y) = (at("xAxis"), at("yAxis"));
    let series = read::series(options, text(y, "/type") == "category");
    let (low, high) = ends(&series, |mark| mark.x);
    let mut x = Axis::new(words, x, low, high);
    let (low, high) = ends(&series, |mark| mark.y);
    let mut y = Axis::new(words, y, low, high);
    let size = (pixels(least_width.max(WIDTH)), pixels(height.max(40)));
    frame::fit(options, &mut x, &mut y, size);
    let mut pen = Pen::default();
    frame::legend(&mut pen, options, &series, size.0);
    frame::axes(&mut pen, &x, &y, size.0);
    for one in &series {
        marks::draw(&mut pen, one, &x, &y);
    }
    pen.finished(size.0, size.1)
}

/// The lowest and the highest of all marks; from zero to one where there are none.
fn ends(series: &[Series<'_>], value: impl Fn(&read::Mark<'_>) -> f64) -> (f64, f64) {
    let values = || series.iter().flat_map(|series| series.marks.iter().flatten()).map(&value);
    let (low, high) = (values().fold(f64::INFINITY, f64::min), values().fold(f64::NEG_INFINITY, f64::max));
    if low <= high { (low, high) } else { (0.0, 1.0) }
}

#[expect(clippy::cast_precision_loss, reason = "no drawing is wider or higher than a float can count")]
fn pixels(count: usize) -> f64 {
    count as f64
}
