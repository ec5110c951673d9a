//! What the options say, as plain marks: which series there are, and where each of their values stands on the axes.

use serde_json::Value;

/// A finite number at a JSON pointer.
pub(super) fn number(of: &Value, at: &str) -> Option<f64> {
    of.pointer(at)?.as_f64().filter(|number| number.is_finite())
}

/// A text at a JSON pointer; empty where there is none.
pub(super) fn text<'o>(of: &'o Value, at: &str) -> &'o str {
    of.pointer(at).and_then(Value::as_str).unwrap_or_default()
}

/// A list at a JSON pointer; empty where there is none.
pub(super) fn list<'o>(of: &'o Value, at: &str) -> &'o [Value] {
    of.pointer(at).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
}

/// Whether a switch at a JSON pointer is off; it is on where nothing is said.
pub(super) fn is_off(of: &Value, at: &str) -> bool {
    of.pointer(at).and_then(Value::as_bool) == Some(false)
}

/// The first of what may be a list: charming writes one grid or several.
pub(super) fn first<'o>(of: &'o Value, key: &str) -> &'o Value {
    match of.get(key) {
        Some(Value::Array(several)) => several.first().unwrap_or(&Value::Null),
        Some(one) => one,
        None => &Value::Null,
    }
}

/// How a series is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Bar,
    Line,
    Scatter,
    Heatmap,
}

/// A series.
#[derive(Debug)]
pub(super) struct Series<'o> {
    pub(super) options: &'o Value,
    pub(super) kind: Kind,
    /// Its values in their order; `None` is a gap.
    pub(super) marks: Vec<Option<Mark<'o>>>,
}

/// A value of a series. Names on an axis are counted from zero.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mark<'o> {
    /// What the options say of it alone.
    pub(super) item: &'o Value,
    pub(super) x: f64,
    pub(super) y: f64,
    /// Where it begins: what it is stacked on, or zero. Along the axis of values.
    pub(super) base: f64,
}

impl<'o> Mark<'o> {
    /// A mark that ends and begins there along the axis of values, and has this place among the names.
    fn at(item: &'o Value, (end, base, place): (f64, f64, f64), is_lying: bool) -> Self {
        let (x, y) = if is_lying { (end, place) } else { (place, end) };
        Self { item, x, y, base }
    }
}

/// The series that can be drawn. Where the names are on the y axis, bars are lying.
pub(super) fn series(options: &Value, is_lying: bool) -> Vec<Series<'_>> {
    let mut stacks: Vec<(&str, Vec<f64>)> = Vec::new();
    let mut all = Vec::new();
    for one in list(options, "/series") {
        let kind = match text(one, "/type") {
            "bar" => Kind::Bar,
            "line" => Kind::Line,
            "scatter" => Kind::Scatter,
            "heatmap" => Kind::Heatmap,
            _ => continue,
        };
        let data = list(one, "/data");
        let marks = if matches!(kind, Kind::Bar | Kind::Line) {
            let values = data.iter().map(|item| alone(item).as_f64().filter(|value| value.is_finite()));
            let bases = stacked(&mut stacks, text(one, "/stack"), values.clone());
            let ends = values.zip(bases).zip(places()).map(|((value, base), place)| Some((base + value?, base, place)));
            data.iter().zip(ends).map(|(item, end)| Some(Mark::at(item, end?, is_lying))).collect()
        } else {
            data.iter().map(placed).collect()
        };
        all.push(Series { options: one, kind, marks });
    }
    all
}

/// The places of names on an axis.
pub(super) fn places() -> impl Iterator<Item = f64> {
    std::iter::successors(Some(0.0), |place| Some(place + 1.0))
}

/// The value of an item that is one, or holds one.
fn alone(item: &Value) -> &Value {
    item.get("value").unwrap_or(item)
}

/// A mark whose item has both of its places.
fn placed(item: &Value) -> Option<Mark<'_>> {
    let value = alone(item);
    Some(Mark { item, x: number(value, "/0")?, y: number(value, "/1")?, base: 0.0 })
}

/// What the values of a series stand on: zero, or what its stack has come to, to which they are added.
fn stacked<'o>(
    stacks: &mut Vec<(&'o str, Vec<f64>)>,
    stack: &'o str,
    values: impl Iterator<Item = Option<f64>>,
) -> Vec<f64> {
    let added: Vec<f64> = values.map(Option::unwrap_or_default).collect();
    if stack.is_empty() {
        return vec![0.0; added.len()];
    }
    let known = stacks.iter().position(|(name, _)| *name == stack);
    let Some((_, sums)) = known.and_then(|known| stacks.get_mut(known)) else {
        stacks.push((stack, added.clone()));
        return vec![0.0; added.len()];
    };
    if sums.len() < added.len() {
        sums.resize(added.len(), 0.0);
    }
    let bases = sums.clone();
    for (sum, value) in sums.iter_mut().zip(&added) {
        *sum += value;
    }
    bases
}
