//! What is around the values: the room for them, the words and lines of the axes, and the legend.

use serde_json::Value;

use super::axis::{Axis, Tick};
use super::marks;
use super::pen::{self, Anchor, LETTERS, LINE, Pen, coordinate};
use super::pixels;
use super::read::{Series, first, is_off, list, number, text};

/// From the words of an axis to the values, in pixels.
const GAP: f64 = 8.0;

/// The most room for the names of rows, in pixels: as many letters to a line as the height is reckoned with.
const WIDEST_NAMES: f64 = 280.0;

/// More lines than this no name above a column has.
const MOST_LINES: usize = 4;

/// The rest of a row that its name leaves free, in pixels.
const BETWEEN_ROWS: f64 = 6.0;

/// Gives the axes their pixels, on a drawing so wide and high.
pub(super) fn fit(options: &Value, x: &mut Axis<'_>, y: &mut Axis<'_>, (width, height): (f64, f64)) {
    let grid = first(options, "grid");
    let side = |side: &str, otherwise: f64| number(grid, side).unwrap_or(otherwise).clamp(0.0, height.min(width) / 3.0);
    let words = |axis: &Axis<'_>| axis.ticks().iter().map(|tick| pen::width(&tick.words)).fold(0.0, f64::max);
    let left = match (y.is_shown(), y.has_names()) {
        (false, _) => side("/left", 4.0),
        (true, true) => (words(y) + 2.0 * GAP).min(WIDEST_NAMES),
        (true, false) => side("/left", 4.0) + words(y) + GAP,
    };
    (x.from, x.to) = (left, width - side("/right", 16.0));
    let (mut top, mut bottom) = (side("/top", 12.0), height - side("/bottom", 4.0));
    if is_above(x) {
        let most = x.ticks().iter().map(|tick| above(x, tick).len()).max().unwrap_or_default();
        top = LINE * pixels(most) + 2.0 * GAP;
    } else if x.is_shown() {
        bottom -= LINE + GAP;
    }
    (y.from, y.to) = if is_inverse(y) { (top, bottom) } else { (bottom, top) };
}

/// Whether the first name is at the top.
fn is_inverse(axis: &Axis<'_>) -> bool {
    axis.options.get("inverse").and_then(Value::as_bool) == Some(true)
}

/// Whether the words of the x axis stand above the values.
fn is_above(x: &Axis<'_>) -> bool {
    x.is_shown() && text(x.options, "/position") == "top"
}

/// The lines of a name above a column.
fn above(x: &Axis<'_>, tick: &Tick) -> Vec<String> {
    pen::lines(&tick.words, x.band() - GAP, MOST_LINES)
}

/// Draws the lines and words of both axes.
pub(super) fn axes(pen: &mut Pen, x: &Axis<'_>, y: &Axis<'_>, width: f64) {
    let across = split(y, |at| format!("M{} {}H{}", coordinate(x.from), coordinate(at), coordinate(x.to)));
    let down = split(x, |at| format!("M{} {}V{}", coordinate(at), coordinate(y.from), coordinate(y.to)));
    pen.path(&pen::stroke(text(y.options, "/splitLine/lineStyle/color"), 1.0), &across);
    pen.path(&pen::stroke(text(x.options, "/splitLine/lineStyle/color"), 1.0), &down);
    match (x.is_shown(), is_above(x)) {
        (true, true) => heads(pen, x, y),
        (true, false) => below(pen, x, y, width),
        _ => {}
    }
    match (y.is_shown(), y.has_names()) {
        (true, true) => rows(pen, y),
        (true, false) => beside(pen, y, x.from),
        _ => {}
    }
}

/// The lines through the round numbers of an axis; none through names.
fn split(axis: &Axis<'_>, line: impl Fn(f64) -> String) -> String {
    if !axis.is_shown() || axis.has_names() || is_off(axis.options, "/splitLine/show") {
        return String::new();
    }
    axis.ticks().iter().map(|tick| line(tick.at)).collect()
}

/// Names above their columns.
fn heads(pen: &mut Pen, x: &Axis<'_>, y: &Axis<'_>) {
    let colour = text(x.options, "/axisLabel/color");
    for tick in x.ticks() {
        let mut height = y.from.min(y.to) - GAP - LINE / 2.0;
        for line in above(x, &tick).iter().rev() {
            pen.words((tick.at, height), Anchor::Middle, colour, line);
            height -= LINE;
        }
    }
}

/// Words below the values, as many of them as have room beside each other, and the name of the axis.
fn below(pen: &mut Pen, x: &Axis<'_>, y: &Axis<'_>, width: f64) {
    let colour = text(x.options, "/axisLabel/color");
    let bottom = y.from.max(y.to);
    let ticks = x.ticks();
    let widest = ticks.iter().map(|tick| pen::width(&tick.words)).fold(0.0, f64::max);
    let most = ((x.to - x.from).abs() / (widest + GAP)).max(1.0);
    let every = (1..ticks.len()).find(|every| pixels(ticks.len()) <= pixels(*every) * most).unwrap_or(1);
    for tick in ticks.iter().step_by(every) {
        let half = pen::width(&tick.words) / 2.0;
        let at = tick.at.clamp(half.min(width / 2.0), (width - half).max(width / 2.0));
        pen.words((at, bottom + GAP + LINE / 2.0), Anchor::Middle, colour, &tick.words);
    }
    let name = text(x.options, "/name");
    if !name.is_empty() {
        let height = bottom + number(x.options, "/nameGap").unwrap_or(28.0).min(60.0) + LINE / 2.0;
        let colour = text(x.options, "/nameTextStyle/color");
        pen.words((f64::midpoint(x.from, x.to), height), Anchor::Middle, colour, name);
    }
}

/// Names of rows, broken into the lines that fit into a row.
fn rows(pen: &mut Pen, y: &Axis<'_>) {
    let colour = text(y.options, "/axisLabel/color");
    let most = (1..MOST_LINES).take_while(|more| LINE * pixels(more + 1) <= y.band() - BETWEEN_ROWS + 2.0).count() + 1;
    for tick in y.ticks() {
        let lines = pen::lines(&tick.words, WIDEST_NAMES - 2.0 * GAP + 1.0, most);
        let mut height = tick.at - LINE * (pixels(lines.len()) - 1.0) / 2.0;
        for line in lines {
            pen.words((0.0, height), Anchor::Start, colour, &line);
            height += LINE;
        }
    }
}

/// Numbers to the left of the values.
fn beside(pen: &mut Pen, y: &Axis<'_>, right: f64) {
    let colour = text(y.options, "/axisLabel/color");
    for tick in y.ticks() {
        pen.words((right - GAP, tick.at), Anchor::End, colour, &tick.words);
    }
}

/// Draws whose marks are which, in one line at the top.
pub(super) fn legend(pen: &mut Pen, options: &Value, series: &[Series<'_>], width: f64) {
    let names: Vec<&str> =
        list(options, "/legend/data").iter().map(|one| one.as_str().unwrap_or(text(one, "/name"))).collect();
    let gap = number(options, "/legend/itemGap").unwrap_or(10.0).clamp(0.0, 40.0);
    let room = width / pixels(names.len().max(1)) - LETTERS - GAP - gap;
    let colour = text(options, "/legend/textStyle/color");
    let mut left = 0.0;
    for name in names {
        let Some(of) = series.iter().find(|series| text(series.options, "/name") == name) else { continue };
        let name = pen::cut(name, room);
        marks::key(pen, of, (left + LETTERS / 2.0, LINE / 2.0));
        left += LETTERS + GAP;
        pen.words((left, LINE / 2.0), Anchor::Start, colour, &name);
        left += pen::width(&name) + gap;
    }
}
