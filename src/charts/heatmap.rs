//! Numbers in rows and columns, tinted by what they say; the number always stands in its cell, so that nothing is told
//! by colour alone.

use charming::datatype::{CompositeValue, DataPoint, DataPointItem};
use charming::element::{AxisLabel, BorderType, ItemStyle, Label};
use charming::series::Heatmap;
use serde_json::{Value, json};

use super::{ACCENT, INK, LONGEST_LABEL, PAPER, QUIET, base, categories, invisible, options, round, set, shortened};

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub struct HeatmapCell {
    /// Its column, from the left.
    pub column: usize,
    /// Its row, from the top.
    pub row: usize,
    /// What stands in it: a number, with a mark where it stands out.
    pub label: String,
    /// What the tooltip says.
    pub tip: String,
    /// Its colour.
    pub tint: Tint,
    /// Whether so few answered that it is an indication only; drawn in dashes.
    pub indicative: bool,
    /// Whether it stands out among all comparisons, as the mark in its label says.
    pub stands_out: bool,
}

/// What a cell's colour says, with how strongly, 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Tint {
    /// More than what it is held against.
    Above(f64),
    /// Less than what it is held against.
    Below(f64),
    /// So many.
    Amount(f64),
}

/// The strongest tint, which leaves the number on it easy to read.
const STRONGEST: f64 = 0.5;

/// The options of a heat map.
#[must_use]
pub fn heatmap(columns: &[String], rows: &[String], cells: &[HeatmapCell]) -> Value {
    let names = |names: &[String]| names.iter().map(|name| shortened(name, LONGEST_LABEL)).collect();
    let label = Label::new().show(true).formatter("{@[3]}").color(INK);
    let chart = base()
        .x_axis(categories(names(columns)).position("top").axis_label(AxisLabel::new().color(INK).interval(0)))
        .y_axis(categories(names(rows)).inverse(true))
        .series(Heatmap::new())
        .series(Heatmap::new().label(label));
    let mut options = options(&chart);
    // charming's heat maps take bare numbers only. The tints lie under the numbers, which are to stay clear.
    set(&mut options, "/series/0", "data", json!(cells.iter().map(tint).collect::<Vec<_>>()));
    set(&mut options, "/series/0", "silent", json!(true));
    set(&mut options, "/series/1", "data", json!(cells.iter().map(number).collect::<Vec<_>>()));
    round(&mut options);
    // Heads of columns wrap within their column.
    set(&mut options, "/xAxis/axisLabel", "overflow", json!("break"));
    options
}

fn tint(cell: &HeatmapCell) -> DataPoint {
    let (colour, strength) = match cell.tint {
        Tint::Above(strength) => ("var(--promoter)", strength),
        Tint::Below(strength) => ("var(--detractor)", strength),
        Tint::Amount(strength) => (ACCENT, strength),
    };
    let style = ItemStyle::new().color(colour).opacity(strength.clamp(0.0, 1.0) * STRONGEST);
    DataPoint::Item(item(cell, strength).item_style(style.border_color(PAPER).border_width(1)))
}

fn number(cell: &HeatmapCell) -> DataPoint {
    let style = if cell.indicative {
        invisible().border_color(QUIET).border_width(1).border_type(BorderType::Dashed)
    } else {
        invisible()
    };
    DataPoint::Item(item(cell, 0.0).name(&cell.tip).item_style(style))
}

fn item(cell: &HeatmapCell, strength: f64) -> DataPointItem {
    let place = |number: usize| CompositeValue::from(i64::try_from(number).unwrap_or(i64::MAX));
    let label = CompositeValue::String(cell.label.clone());
    DataPointItem::new(CompositeValue::Array(vec![place(cell.column), place(cell.row), strength.into(), label]))
}
