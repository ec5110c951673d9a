//! What expressions make: texts, numbers, lists. Copies share what they hold, so that only making costs.

use std::rc::Rc;

/// A value.
#[derive(Debug, Clone)]
pub(super) enum Value {
    Nothing,
    Truth(bool),
    Whole(i64),
    Decimal(f64),
    Text(Rc<str>),
    /// Items, and how many lists lie in each other here, this one included.
    List(Rc<[Value]>, usize),
}

impl Value {
    /// Whether a condition holds.
    pub(super) fn is_true(&self) -> bool {
        match self {
            Self::Nothing => false,
            Self::Truth(truth) => *truth,
            Self::Whole(number) => *number != 0,
            Self::Decimal(number) => *number != 0.0,
            Self::Text(text) => !text.is_empty(),
            Self::List(items, _) => !items.is_empty(),
        }
    }

    /// What it is called in messages.
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Truth(_) => "true or false",
            Self::Whole(_) | Self::Decimal(_) => "a number",
            Self::Text(_) => "a text",
            Self::List(..) => "a list",
        }
    }

    /// As text; a list has none.
    pub(super) fn text(&self) -> Option<Rc<str>> {
        Some(match self {
            Self::Nothing => Rc::from(""),
            Self::Truth(truth) => Rc::from(if *truth { "true" } else { "false" }),
            Self::Whole(number) => Rc::from(number.to_string()),
            Self::Decimal(number) => Rc::from(number.to_string()),
            Self::Text(text) => Rc::clone(text),
            Self::List(..) => return None,
        })
    }

    /// As a number with a decimal point, where it is a number.
    #[expect(clippy::cast_precision_loss, reason = "numbers of prose are small; a comparison of huge ones may be off")]
    pub(super) fn decimal(&self) -> Option<f64> {
        match self {
            Self::Whole(number) => Some(*number as f64),
            Self::Decimal(number) => Some(*number),
            _ => None,
        }
    }

    /// How many bytes are looked at to compare it.
    pub(super) fn width(&self) -> usize {
        match self {
            Self::Text(text) => text.len(),
            _ => 1,
        }
    }

    /// How it compares with another; nothing where they cannot be compared.
    pub(super) fn order(&self, other: &Self) -> Option<std::cmp::Ordering> {
        match (self, other) {
            (Self::Nothing, Self::Nothing) => Some(std::cmp::Ordering::Equal),
            (Self::Truth(left), Self::Truth(right)) => Some(left.cmp(right)),
            (Self::Whole(left), Self::Whole(right)) => Some(left.cmp(right)),
            (Self::Text(left), Self::Text(right)) => Some(left.cmp(right)),
            _ => self.decimal()?.partial_cmp(&other.decimal()?),
        }
    }
}
