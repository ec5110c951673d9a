//! How the answers part: one diverging bar, detractors to the left, passives split at the middle, promoters to the
//! right, with their shares on it.

use charming::Chart;
use charming::component::{Axis, Grid, Legend};
use charming::datatype::{CompositeValue, DataPoint, DataPointItem};
use charming::element::{AxisType, ItemStyle, Label, LabelPosition};
use charming::series::Bar;
use serde_json::Value;

use super::{PAPER, invisible, key, options};

/// A part of the answers.
#[derive(Debug, Clone, PartialEq)]
pub struct AnswerPart {
    /// What they are, for the legend.
    pub name: String,
    /// What the tooltip says.
    pub tip: String,
    /// What stands on the bar; empty where the bar is too short for it.
    pub label: String,
    /// The share in percent.
    pub share: f64,
}

/// The options of a distribution of promoters, passives and detractors.
#[must_use]
pub fn distribution(promoters: &AnswerPart, passives: &AnswerPart, detractors: &AnswerPart) -> Value {
    let hidden = |axis: Axis| axis.show(false);
    // The middle of the passives is the middle of the chart, so the bar begins this far to the left of it.
    let start = -(detractors.share + passives.share / 2.0);
    let reach = passives.share / 2.0 + promoters.share.max(detractors.share);
    let lift = Bar::new().stack("answers").data(vec![CompositeValue::from(start)]).item_style(invisible());
    let chart = Chart::new()
        .grid(Grid::new().left(0).right(0).top(12).bottom(4))
        .legend(legend([detractors, passives, promoters]))
        .x_axis(hidden(Axis::new().type_(AxisType::Value).min(-reach).max(reach)))
        .y_axis(hidden(Axis::new().type_(AxisType::Category).data(vec![""])))
        .series(lift)
        .series(bar(detractors, "var(--detractor)"))
        .series(bar(passives, "var(--passive)"))
        .series(bar(promoters, "var(--promoter)"));
    options(&chart)
}

fn legend(parts: [&AnswerPart; 3]) -> Legend {
    key(parts.iter().map(|part| part.name.clone()).collect())
}

fn bar(part: &AnswerPart, colour: &str) -> Bar {
    let style = ItemStyle::new().color(colour).border_color(PAPER).border_width(1);
    let item = DataPointItem::new(CompositeValue::from(part.share)).name(&part.tip).item_style(style);
    let label = Label::new().show(true).position(LabelPosition::Inside).color("var(--on-mark)").formatter(&*part.label);
    Bar::new()
        .name(&*part.name)
        .stack("answers")
        .bar_width(36)
        .item_style(ItemStyle::new().color(colour))
        .label(label)
        .data(vec![DataPoint::Item(item)])
}
