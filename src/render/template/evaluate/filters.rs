//! Filters, attributes and items: what is asked of a value.

use std::ops::Range;

use super::{Evaluator, OrStopped};
use crate::diagnostic::did_you_mean;
use crate::render::template::Mistake;
use crate::render::template::expression::{Expression, Form};
use crate::render::template::value::Value;
use crate::words::phrases::capitalised;

/// The filters there are.
const FILTERS: [&str; 8] = ["upper", "lower", "capitalize", "trim", "length", "first", "last", "join"];

/// The attributes of `loop`, in the order of its list.
const LOOP: [&str; 5] = ["index", "index0", "first", "last", "length"];

impl<'s> Evaluator<'_, 's> {
    /// A value with a filter after it.
    pub(super) fn filter(
        &mut self,
        value: &Expression<'s>,
        name: &str,
        arguments: &[Expression<'s>],
        range: &Range<usize>,
    ) -> OrStopped<Value> {
        let value = self.value(value)?;
        let arguments = arguments.iter().map(|argument| self.value(argument)).collect::<OrStopped<Vec<_>>>()?;
        match (name, &value, arguments.as_slice()) {
            ("length", Value::List(items, _), []) => Ok(whole(items.len())),
            ("first", Value::List(items, _), []) => Ok(items.first().cloned().unwrap_or(Value::Nothing)),
            ("last", Value::List(items, _), []) => Ok(items.last().cloned().unwrap_or(Value::Nothing)),
            ("join", Value::List(items, _), []) => self.join(items, "", range),
            ("join", Value::List(items, _), [Value::Text(between)]) => self.join(items, between, range),
            ("first" | "last" | "join", ..) => self.misused(name, "a list", &value, range),
            ("upper" | "lower" | "capitalize" | "trim" | "length", _, []) if value.text().is_some() => {
                let text = self.text(&value, range)?;
                self.look(text.len(), range)?;
                match name {
                    "upper" => self.made(text.to_uppercase(), range),
                    "lower" => self.made(text.to_lowercase(), range),
                    "capitalize" => self.made(capitalised(&text), range),
                    "trim" => self.made(text.trim().to_owned(), range),
                    _ => Ok(whole(text.chars().count())),
                }
            }
            (name, ..) if FILTERS.contains(&name) => self.misused(name, "a text", &value, range),
            _ => {
                let known = || format!("there is {}", FILTERS.map(|name| format!("`{name}`")).join(", "));
                let help = did_you_mean(name, FILTERS).map_or_else(known, |meant| format!("did you mean `{meant}`?"));
                self.unknown(format!("unknown filter `{name}`"), range.clone(), help)
            }
        }
    }

    fn misused(&mut self, name: &str, takes: &str, value: &Value, range: &Range<usize>) -> OrStopped<Value> {
        let message = format!("`{name}` takes {takes}, and this is {} or has other arguments", value.name());
        self.note(Mistake::form(range.clone(), message).help("look at what stands before the `|`"))?;
        Ok(Value::Nothing)
    }

    fn join(&mut self, items: &[Value], between: &str, range: &Range<usize>) -> OrStopped<Value> {
        let mut joined = String::new();
        for (position, item) in items.iter().enumerate() {
            self.step(1, range)?;
            let text = self.text(item, range)?;
            let between = if position == 0 { "" } else { between };
            self.make(between.len() + text.len(), range)?;
            joined.push_str(between);
            joined.push_str(&text);
        }
        Ok(Value::Text(joined.into()))
    }

    /// `loop.index` and the like; nothing else has attributes.
    pub(super) fn attribute(&mut self, value: &Expression<'s>, name: &str, range: &Range<usize>) -> OrStopped<Value> {
        if !matches!(value.form, Form::Name("loop")) {
            self.value(value)?;
            self.note(Mistake::form(range.clone(), format!("nothing here has a `{name}`")))?;
            return Ok(Value::Nothing);
        }
        let Value::List(places, _) = self.value(value)? else { return Ok(Value::Nothing) };
        if let Some(place) = LOOP.iter().position(|known| *known == name).and_then(|position| places.get(position)) {
            return Ok(place.clone());
        }
        let help = format!("there is {}", LOOP.map(|name| format!("`loop.{name}`")).join(", "));
        self.unknown(format!("unknown name `loop.{name}`"), range.clone(), help)
    }

    /// An item of a list, counted from 0, or from the end below it.
    pub(super) fn item(
        &mut self,
        value: &Expression<'s>,
        item: &Expression<'s>,
        range: &Range<usize>,
    ) -> OrStopped<Value> {
        let found = match (self.value(value)?, self.value(item)?) {
            (Value::List(items, _), Value::Whole(position)) => {
                let distance = usize::try_from(position.unsigned_abs()).unwrap_or(usize::MAX);
                let position = if position < 0 { items.len().checked_sub(distance) } else { Some(distance) };
                position.and_then(|position| items.get(position).cloned())
            }
            _ => None,
        };
        if found.is_none() {
            self.note(Mistake::form(range.clone(), "there is no such item").help("items are counted from 0"))?;
        }
        Ok(found.unwrap_or(Value::Nothing))
    }
}

fn whole(number: usize) -> Value {
    Value::Whole(i64::try_from(number).unwrap_or(i64::MAX))
}
