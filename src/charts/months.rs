//! What was opened and resolved from month to month: two lines over one axis of counts.

use charming::datatype::{CompositeValue, DataPoint, DataPointItem};
use charming::element::{AxisLabel, ItemStyle, LineStyle, Symbol};
use charming::series::Line;
use serde_json::Value;

use super::{ACCENT, INK, PAPER, QUIET, base, categories, counts, key, options};

/// A month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Month {
    /// What stands under it.
    pub label: String,
    /// How many were opened, and what the tooltip says of them.
    pub opened: (u64, String),
    /// How many were resolved, and what the tooltip says of them.
    pub resolved: (u64, String),
}

/// The options of the months, the earliest first, with what opened and resolved ones are called; `None` where all is in
/// one month.
#[must_use]
pub fn months(names: &[String; 2], months: &[Month]) -> Option<Value> {
    if months.iter().filter(|month| month.opened.0 + month.resolved.0 > 0).count() < 2 {
        return None;
    }
    let labels = months.iter().map(|month| month.label.clone()).collect();
    let [opened, resolved] = names;
    let chart = base()
        .legend(key(names.to_vec()))
        .x_axis(categories(labels).axis_label(AxisLabel::new().color(QUIET)))
        .y_axis(counts())
        .series(line(opened, ACCENT, Symbol::Circle, months.iter().map(|month| &month.opened)))
        .series(line(resolved, INK, Symbol::Diamond, months.iter().map(|month| &month.resolved)));
    Some(options(&chart))
}

fn line<'m>(name: &str, colour: &str, symbol: Symbol, counts: impl Iterator<Item = &'m (u64, String)>) -> Line {
    let item = |(count, tip): &(u64, String)| {
        let count = CompositeValue::from(i64::try_from(*count).unwrap_or(i64::MAX));
        DataPoint::Item(DataPointItem::new(count).name(tip))
    };
    Line::new()
        .name(name)
        .symbol(symbol)
        .symbol_size(9)
        .item_style(ItemStyle::new().color(colour).border_color(PAPER).border_width(1))
        .line_style(LineStyle::new().color(colour).width(2))
        .data(counts.map(item).collect::<Vec<_>>())
}
