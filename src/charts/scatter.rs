//! A score beside an amount: one dot for each account.

use charming::datatype::{CompositeValue, DataPoint, DataPointItem};
use charming::element::{AxisType, Label, LabelPosition, NameLocation, TextStyle};
use charming::series::Scatter;
use serde_json::{Value, json};

use super::{INK, Point, QUIET, Range, base, dot, mark, options, set, shortened, values};

/// The amounts that an axis is for.
#[derive(Debug, Clone, PartialEq)]
pub struct Amounts {
    /// What they are, with their unit: `Revenue a year, EUR million`.
    pub name: String,
    /// What one unit of the axis is: 1,000,000 where it counts millions.
    pub unit: f64,
}

/// Amounts of which the largest is more than so many times the smallest stand on a logarithmic axis.
const WIDE: f64 = 30.0;

/// The longest name beside a dot, in letters.
const LONGEST_NAME: usize = 24;

/// The options of a scatter plot of scores by amounts above zero; `None` with fewer than three.
#[must_use]
pub fn scatter(points: &[(f64, Point)], amounts: &Amounts, range: Range) -> Option<Value> {
    let is_shown = |(amount, point): &&(f64, Point)| *amount > 0.0 && point.value.is_some();
    let shown: Vec<&(f64, Point)> = points.iter().filter(is_shown).collect();
    if shown.len() < 3 {
        return None;
    }
    let most = shown.iter().map(|(amount, _)| *amount).fold(0.0, f64::max);
    let least = shown.iter().map(|(amount, _)| *amount).fold(most, f64::min);
    let kind = if most > least * WIDE { AxisType::Log } else { AxisType::Value };
    let name = TextStyle::new().color(QUIET);
    let across = values(range).type_(kind).name(&amounts.name).name_text_style(name);
    let across = across.name_location(NameLocation::Middle).name_gap(28);
    let label = Label::new().show(true).position(LabelPosition::Right).formatter("{@[2]}").color(INK);
    let data: Vec<DataPoint> = shown.iter().map(|shown| item(shown, amounts)).collect();
    let series = Scatter::new().symbol_size(10).item_style(dot()).label(label).data(data);
    let mut options = options(&base().x_axis(across).y_axis(values(range)).series(series));
    // The amounts have no range of their own, and names that would lie on each other are left to the tooltip.
    if let Some(axis) = options.pointer_mut("/xAxis").and_then(Value::as_object_mut) {
        axis.retain(|key, _| key != "min" && key != "max");
    }
    set(&mut options, "/series/0", "labelLayout", json!({ "hideOverlap": true }));
    // A name stands on the side of its dot that has more room.
    let part = |amount: f64| match kind {
        AxisType::Log => (amount / least).ln() / (most / least).ln(),
        _ => amount / most,
    };
    for (number, _) in shown.iter().enumerate().filter(|(_, shown)| part(shown.0) > 0.5) {
        set(&mut options, &format!("/series/0/data/{number}"), "label", json!({ "position": "left" }));
    }
    for (side, room) in [("bottom", 28), ("top", 24), ("right", 40)] {
        set(&mut options, "/grid/0", side, json!(room));
    }
    Some(options)
}

/// A dot at its place, with its name.
fn item((amount, point): &(f64, Point), amounts: &Amounts) -> DataPoint {
    let place = vec![
        CompositeValue::from(amount / amounts.unit),
        CompositeValue::from(point.value),
        CompositeValue::String(shortened(&point.label, LONGEST_NAME)),
    ];
    mark(DataPointItem::new(CompositeValue::Array(place)), point)
}
