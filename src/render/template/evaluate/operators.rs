//! Operators: arithmetic that cannot overflow, comparisons, and joining of texts.

use std::cmp::Ordering;
use std::ops::Range;

use super::{Evaluator, OrStopped};
use crate::render::template::Mistake;
use crate::render::template::expression::Expression;
use crate::render::template::value::Value;

impl<'s> Evaluator<'_, 's> {
    /// Two values and what joins them.
    pub(super) fn binary(
        &mut self,
        operator: &'static str,
        left: &Expression<'s>,
        right: &Expression<'s>,
        range: &Range<usize>,
    ) -> OrStopped<Value> {
        let first = self.value(left)?;
        match (operator, first.is_true()) {
            ("and", false) | ("or", true) => return Ok(first),
            ("and" | "or", _) => return self.value(right),
            _ => {}
        }
        let second = self.value(right)?;
        match operator {
            "~" => {
                let (first, second) = (self.text(&first, &left.range)?, self.text(&second, &right.range)?);
                self.make(first.len() + second.len(), range)?;
                Ok(Value::Text([&*first, &*second].concat().into()))
            }
            "in" | "not in" => {
                let found = self.contains(&second, &first, range)?;
                Ok(Value::Truth(found == (operator == "in")))
            }
            "==" | "!=" | "<" | "<=" | ">" | ">=" => self.compared(operator, &first, &second, range),
            _ => self.computed(operator, &first, &second, range),
        }
    }

    /// A number with a minus sign before it.
    pub(super) fn negative(&mut self, value: &Expression<'s>, range: &Range<usize>) -> OrStopped<Value> {
        let value = self.value(value)?;
        self.computed("-", &Value::Whole(0), &value, range)
    }

    fn compared(&mut self, operator: &str, left: &Value, right: &Value, range: &Range<usize>) -> OrStopped<Value> {
        self.look(left.width().min(right.width()), range)?;
        let order = left.order(right);
        let is_list = |value: &Value| matches!(value, Value::List(..));
        Ok(Value::Truth(match operator {
            "==" | "!=" if !is_list(left) && !is_list(right) => (order == Some(Ordering::Equal)) == (operator == "=="),
            "<" if order.is_some() => order == Some(Ordering::Less),
            "<=" if order.is_some() => order != Some(Ordering::Greater),
            ">" if order.is_some() => order == Some(Ordering::Greater),
            ">=" if order.is_some() => order != Some(Ordering::Less),
            _ => {
                let message = format!("{} and {} cannot be compared", left.name(), right.name());
                self.note(
                    Mistake::form(range.clone(), message).help("compare texts with texts, numbers with numbers"),
                )?;
                false
            }
        }))
    }

    /// Whether a list has an item, or a text a part.
    fn contains(&mut self, whole: &Value, part: &Value, range: &Range<usize>) -> OrStopped<bool> {
        match (whole, part) {
            (Value::List(items, _), part) => {
                for item in items.iter() {
                    self.step(1, range)?;
                    self.look(item.width().min(part.width()), range)?;
                    if item.order(part) == Some(Ordering::Equal) {
                        return Ok(true);
                    }
                }
                Ok(false)
            }
            (Value::Text(text), Value::Text(part)) => {
                self.look(text.len() + part.len(), range)?;
                Ok(text.contains(&**part))
            }
            _ => {
                let message = format!("{} has nothing in it", whole.name());
                self.note(Mistake::form(range.clone(), message).help("write a list or a text after `in`"))?;
                Ok(false)
            }
        }
    }

    fn computed(&mut self, operator: &str, left: &Value, right: &Value, range: &Range<usize>) -> OrStopped<Value> {
        let result = match (left, right) {
            (Value::Whole(left), Value::Whole(right)) => whole(operator, *left, *right),
            _ => left.decimal().zip(right.decimal()).and_then(|(left, right)| decimal(operator, left, right)),
        };
        if let Some(result) = result {
            return Ok(result);
        }
        let message = format!("`{operator}` has no result for {} and {} here", left.name(), right.name());
        self.note(Mistake::form(range.clone(), message).help("numbers can be computed with; texts are joined by `~`"))?;
        Ok(Value::Nothing)
    }
}

/// Whole numbers stay whole but in a division; nothing where the result is too large or there is none.
fn whole(operator: &str, left: i64, right: i64) -> Option<Value> {
    let result = match operator {
        "+" => left.checked_add(right),
        "-" => left.checked_sub(right),
        "*" => left.checked_mul(right),
        "//" => left.checked_div_euclid(right),
        "%" => left.checked_rem_euclid(right),
        _ => return decimal(operator, Value::Whole(left).decimal()?, Value::Whole(right).decimal()?),
    };
    result.map(Value::Whole)
}

fn decimal(operator: &str, left: f64, right: f64) -> Option<Value> {
    let result = match operator {
        "+" => left + right,
        "-" => left - right,
        "*" => left * right,
        "/" => left / right,
        "//" => left.div_euclid(right),
        "%" => left.rem_euclid(right),
        _ => return None,
    };
    result.is_finite().then_some(Value::Decimal(result))
}
