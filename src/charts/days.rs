//! Counts over time: a column for each day or week.

use charming::datatype::{CompositeValue, DataPoint, DataPointItem};
use charming::element::{AxisLabel, ItemStyle};
use charming::series::Bar;
use serde_json::Value;

use super::{ACCENT, QUIET, base, categories, counts, options};

/// The answers of a day or week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayColumn {
    /// When: what stands under the column.
    pub label: String,
    /// What the tooltip says.
    pub tip: String,
    /// How many.
    pub count: u64,
}

/// The options of columns, the earliest first; `None` where all is in one.
#[must_use]
pub fn days(columns: &[DayColumn]) -> Option<Value> {
    if columns.iter().filter(|column| column.count > 0).count() < 2 {
        return None;
    }
    let item = |column: &DayColumn| {
        let count = CompositeValue::from(i64::try_from(column.count).unwrap_or(i64::MAX));
        DataPoint::Item(DataPointItem::new(count).name(&column.tip))
    };
    let labels = columns.iter().map(|column| column.label.clone()).collect();
    let chart = base().x_axis(categories(labels).axis_label(AxisLabel::new().color(QUIET))).y_axis(counts()).series(
        Bar::new()
            .bar_width("70%")
            .item_style(ItemStyle::new().color(ACCENT))
            .data(columns.iter().map(item).collect::<Vec<_>>()),
    );
    Some(options(&chart))
}
