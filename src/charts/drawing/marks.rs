//! The values themselves: bars, lines with their bands, dots and cells.

use std::fmt::Write as _;

use serde_json::Value;

use super::axis::Axis;
use super::pen::{self, Anchor, LETTERS, LINE, Pen, attribute, coordinate};
use super::read::{Kind, Mark, Series, is_off, number, text};

/// The part of its band that a bar fills where nothing is said.
const BAR: f64 = 0.6;

/// How wide the band is of a point between gaps, in pixels: its interval is seen as well.
const ALONE: f64 = 8.0;

/// Draws a series.
pub(super) fn draw(pen: &mut Pen, series: &Series<'_>, x: &Axis<'_>, y: &Axis<'_>) {
    match series.kind {
        Kind::Bar => bars(pen, series, x, y),
        Kind::Line => line(pen, series, x, y),
        Kind::Scatter => dots(pen, series, x, y),
        Kind::Heatmap => cells(pen, series, x, y),
    }
}

/// Draws what a series looks like, around a place in the legend.
pub(super) fn key(pen: &mut Pen, series: &Series<'_>, (x, y): (f64, f64)) {
    let look = look(&Value::Null, series.options);
    match series.kind {
        Kind::Bar | Kind::Heatmap => pen.path(&look, &pen::rectangle(x - LETTERS / 2.0, y - 5.0, LETTERS, 10.0)),
        Kind::Line | Kind::Scatter => symbol(pen, series.options, &look, (x, y)),
    }
}

/// What an item or else its series says of its style.
fn style<'o>(item: &'o Value, series: &'o Value, of: &str) -> &'o Value {
    let own = |of_what: &'o Value| of_what.get("itemStyle").and_then(|style| style.get(of));
    own(item).or_else(|| own(series)).unwrap_or(&Value::Null)
}

/// The attributes of a mark; empty where nothing of it is seen.
fn look(item: &Value, series: &Value) -> String {
    let colour = |of: &str| style(item, series, of).as_str().unwrap_or_default();
    let fill = pen::fill(colour("color"));
    let outline = pen::stroke(colour("borderColor"), number(style(item, series, "borderWidth"), "").unwrap_or(0.0));
    let dashes = if style(item, series, "borderType") == "dashed" { r#" stroke-dasharray="3""# } else { "" };
    let opacity = number(style(item, series, "opacity"), "").unwrap_or(1.0);
    if opacity <= 0.0 || (outline.is_empty() && fill.contains("none")) {
        return String::new();
    }
    let opacity = if opacity < 1.0 { attribute("opacity", opacity) } else { String::new() };
    format!("{fill}{outline}{dashes}{opacity}")
}

/// The pixels between two values of an axis: the lower one and how many.
fn between(axis: &Axis<'_>, one: f64, other: f64) -> Option<(f64, f64)> {
    let (one, other) = (axis.at(one)?, axis.at(other)?);
    Some((one.min(other), (one - other).abs()))
}

/// How thick bars are, in pixels of a band.
fn thickness(series: &Value, band: f64) -> f64 {
    let part = text(series, "/barWidth").strip_suffix('%').and_then(|part| part.parse::<f64>().ok());
    let part = part.filter(|part| part.is_finite()).map_or(BAR, |part| part / 100.0);
    number(series, "/barWidth").unwrap_or(part * band).clamp(0.5, band.max(0.5))
}

fn bars(pen: &mut Pen, series: &Series<'_>, x: &Axis<'_>, y: &Axis<'_>) {
    let is_lying = y.has_names();
    let thick = thickness(series.options, if is_lying { y.band() } else { x.band() });
    let bar = |mark: &Mark<'_>| {
        if is_lying {
            let (left, width) = between(x, mark.base, mark.x)?;
            Some((left, y.at(mark.y)? - thick / 2.0, width, thick))
        } else {
            let (top, height) = between(y, mark.base, mark.y)?;
            Some((x.at(mark.x)? - thick / 2.0, top, thick, height))
        }
    };
    let shown = || series.marks.iter().flatten().filter_map(|mark| Some((mark, bar(mark)?)));
    for (mark, (left, top, width, height)) in shown() {
        let look = look(mark.item, series.options);
        if !look.is_empty() && width > 0.0 && height > 0.0 {
            pen.path(&look, &pen::rectangle(left, top, width, height));
        }
    }
    for (mark, (left, top, width, height)) in shown() {
        label(pen, series.options, mark, (left + width / 2.0, top + height / 2.0));
    }
}

/// The words of a mark in its middle; none where there are none.
fn label(pen: &mut Pen, series: &Value, mark: &Mark<'_>, middle: (f64, f64)) {
    if let Some(words) = words(series, mark) {
        pen.words(middle, Anchor::Middle, text(series, "/label/color"), words);
    }
}

/// What a label says: a text of its own, or with `{@[2]}` the third part of the value.
fn words<'o>(series: &'o Value, mark: &Mark<'o>) -> Option<&'o str> {
    if series.get("label").is_none() || is_off(series, "/label/show") {
        return None;
    }
    let formatter = text(series, "/label/formatter");
    let part = formatter.strip_prefix("{@[").and_then(|rest| rest.strip_suffix("]}"));
    let words = part.map_or(formatter, |part| text(mark.item, &format!("/value/{part}")));
    (!words.is_empty()).then_some(words)
}

fn line(pen: &mut Pen, series: &Series<'_>, x: &Axis<'_>, y: &Axis<'_>) {
    let point = |mark: &Option<Mark<'_>>| {
        let mark = mark.as_ref()?;
        Some([x.at(mark.x)?, y.at(mark.y)?, y.at(mark.base)?])
    };
    let points: Vec<Option<[f64; 3]>> = series.marks.iter().map(point).collect();
    let (mut area, mut stroke) = (String::new(), String::new());
    // A gap ends a run, so that nothing is drawn across it.
    for run in points.split(Option::is_none) {
        let run: Vec<[f64; 3]> = run.iter().flatten().copied().collect();
        let over = joined(run.iter().map(|[x, upper, _]| (*x, *upper)));
        let back = joined(run.iter().rev().map(|[x, _, lower]| (*x, *lower)));
        let _ = match run[..] {
            [] => continue,
            [[x, upper, lower]] => write!(area, "{}", pen::rectangle(x - ALONE / 2.0, upper, ALONE, lower - upper)),
            _ => write!(area, "M{over}L{back}z").and_then(|()| write!(stroke, "M{over}")),
        };
    }
    let opacity = |of: &str| number(series.options, &format!("{of}/opacity")).unwrap_or(1.0);
    if series.options.get("areaStyle").is_some() && opacity("/areaStyle") > 0.0 {
        let fill = pen::fill(text(series.options, "/areaStyle/color"));
        pen.path(&format!("{fill}{}", attribute("opacity", opacity("/areaStyle"))), &area);
    }
    if opacity("/lineStyle") > 0.0 {
        let width = number(series.options, "/lineStyle/width").unwrap_or(2.0);
        let outline = pen::stroke(text(series.options, "/lineStyle/color"), width);
        pen.path(&format!("{}{outline}", pen::fill("")), &stroke);
    }
    dots(pen, series, x, y);
}

/// Points joined by straight lines, without the command that begins them.
fn joined(points: impl Iterator<Item = (f64, f64)>) -> String {
    points.map(|(x, y)| format!("{} {}", coordinate(x), coordinate(y))).collect::<Vec<_>>().join("L")
}

fn dots(pen: &mut Pen, series: &Series<'_>, x: &Axis<'_>, y: &Axis<'_>) {
    let mut labelled: Vec<(f64, f64, f64)> = Vec::new();
    let shown = || series.marks.iter().flatten().filter_map(|mark| Some((mark, (x.at(mark.x)?, y.at(mark.y)?))));
    for (mark, place) in shown() {
        symbol(pen, series.options, &look(mark.item, series.options), place);
    }
    let away = number(series.options, "/symbolSize").unwrap_or(10.0) / 2.0 + 5.0;
    for (mark, (x, y)) in shown() {
        let Some(words) = words(series.options, mark) else { continue };
        let half = pen::width(words) / 2.0;
        let is_left = text(mark.item, "/label/position") == "left";
        let (edge, x, anchor) =
            if is_left { (x - away, x - away - half, Anchor::End) } else { (x + away, x + away + half, Anchor::Start) };
        // Names that would lie on each other are left to the table.
        let collides =
            |(other, wide, high): &(f64, f64, f64)| (x - other).abs() < half + wide && (y - high).abs() < LINE;
        if !labelled.iter().any(collides) {
            labelled.push((x, half, y));
            pen.words((edge, y), anchor, text(series.options, "/label/color"), words);
        }
    }
}

/// A dot, diamond, square or triangle around its place.
fn symbol(pen: &mut Pen, series: &Value, look: &str, (x, y): (f64, f64)) {
    if look.is_empty() {
        return;
    }
    let size = number(series, "/symbolSize").unwrap_or(10.0).clamp(1.0, 40.0);
    let half = size / 2.0;
    let [left, top, size, low] = [x - half, y - half, size, y + half].map(coordinate);
    let [x, y, half] = [x, y, half].map(coordinate);
    match text(series, "/symbol") {
        "none" => {}
        "diamond" => pen.path(look, &format!("M{x} {top}l{half} {half}l-{half} {half}l-{half} -{half}z")),
        "rect" => pen.path(look, &format!("M{left} {top}h{size}v{size}h-{size}z")),
        "triangle" => pen.path(look, &format!("M{x} {top}L{left} {low}h{size}z")),
        _ => pen.shape(look, &format!(r#"<circle cx="{x}" cy="{y}" r="{half}"/>"#)),
    }
}

fn cells(pen: &mut Pen, series: &Series<'_>, x: &Axis<'_>, y: &Axis<'_>) {
    let (width, height) = (x.band(), y.band());
    let shown = || series.marks.iter().flatten().filter_map(|mark| Some((mark, (x.at(mark.x)?, y.at(mark.y)?))));
    for (mark, (x, y)) in shown() {
        let look = look(mark.item, series.options);
        if !look.is_empty() {
            pen.path(&look, &pen::rectangle(x - width / 2.0, y - height / 2.0, width, height));
        }
    }
    for (mark, middle) in shown() {
        label(pen, series.options, mark, middle);
    }
}
