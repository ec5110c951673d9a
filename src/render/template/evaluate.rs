//! Runs the statements of a template within its bounds. What an expression lacks is noted and taken for nothing, so that
//! the mistakes behind it are found too; only a bound ends the run.

mod filters;
mod operators;

use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;

use super::expression::{Expression, Form};
use super::limits::{BYTES, BYTES_A_STEP, CALLS, LISTS, MISTAKES, STEPS};
use super::statement::{Loop, Statement};
use super::value::Value;
use super::{Mistake, MistakeKind};

/// A call of a function that is the host's.
#[derive(Debug)]
pub(in crate::render) struct Call<'a> {
    /// Its name.
    pub(in crate::render) name: &'a str,
    /// Its arguments as texts.
    pub(in crate::render) arguments: &'a [String],
    /// Where the call stands.
    pub(in crate::render) range: Range<usize>,
    /// Where its first argument stands: within its quotes, where it is a text in quotes.
    pub(in crate::render) argument: Range<usize>,
}

/// What gives a template its functions.
pub(in crate::render) trait Host {
    /// The text that stands for a call.
    ///
    /// # Errors
    /// A function that does not exist, or takes other arguments.
    fn call(&mut self, call: Call<'_>) -> Result<String, Mistake>;

    /// The help for a name that does not exist.
    fn help(&self) -> String;
}

/// What came of a template.
#[derive(Debug)]
pub(in crate::render) struct Done {
    /// Its text.
    pub(in crate::render) text: String,
    /// What is wrong with it.
    pub(in crate::render) mistakes: Vec<Mistake>,
}

/// That a bound was met; it is among the mistakes.
struct Stopped;

type OrStopped<T> = Result<T, Stopped>;

struct Evaluator<'a, 's> {
    host: &'a mut dyn Host,
    /// The text as it was written, for places within it.
    source: &'s str,
    out: String,
    mistakes: Vec<Mistake>,
    names: Vec<BTreeMap<&'s str, Value>>,
    steps: usize,
    bytes: usize,
    calls: usize,
}

/// Runs statements; `mistakes` are those that were found before.
pub(super) fn evaluate<'s>(
    source: &'s str,
    statements: &[Statement<'s>],
    mistakes: Vec<Mistake>,
    host: &mut dyn Host,
) -> Done {
    let mut evaluator = Evaluator {
        host,
        source,
        out: String::with_capacity(source.len()),
        mistakes,
        names: vec![BTreeMap::new()],
        steps: STEPS + source.len() / BYTES_A_STEP,
        bytes: BYTES + source.len(),
        calls: CALLS,
    };
    let _ = evaluator.all(statements);
    Done { text: evaluator.out, mistakes: evaluator.mistakes }
}

impl<'s> Evaluator<'_, 's> {
    fn all(&mut self, statements: &[Statement<'s>]) -> OrStopped<()> {
        statements.iter().try_for_each(|statement| self.one(statement))
    }

    fn one(&mut self, statement: &Statement<'s>) -> OrStopped<()> {
        match statement {
            Statement::Text(text) => self.put(text, &(0..0)),
            Statement::Print(expression) => {
                let value = self.value(expression)?;
                let text = self.text(&value, &expression.range)?;
                self.put(&text, &expression.range)
            }
            Statement::Set(name, expression) => {
                let value = self.value(expression)?;
                if let Some(names) = self.names.last_mut() {
                    names.insert(name, value);
                }
                Ok(())
            }
            Statement::If(conditions, otherwise) => {
                for (condition, body) in conditions {
                    if self.value(condition)?.is_true() {
                        return self.all(body);
                    }
                }
                self.all(otherwise)
            }
            Statement::For(looped) => self.repeat(looped),
        }
    }

    fn repeat(&mut self, looped: &Loop<'s>) -> OrStopped<()> {
        let range = &looped.list.range;
        let items = match self.value(&looped.list)? {
            Value::List(items, _) => items,
            Value::Nothing => Rc::from([]),
            other => {
                self.note(Mistake::form(range.clone(), format!("`for` needs a list, and this is {}", other.name())))?;
                Rc::from([])
            }
        };
        if items.is_empty() {
            return self.all(&looped.otherwise);
        }
        for (position, item) in items.iter().enumerate() {
            self.step(1, range)?;
            let mut names = BTreeMap::from([("loop", place_in(position, items.len()))]);
            self.bind(&looped.names, item, range, &mut names)?;
            self.names.push(names);
            let done = self.all(&looped.body);
            self.names.pop();
            done?;
        }
        Ok(())
    }

    /// Gives an item its name, or each of its own items one.
    fn bind(
        &mut self,
        names: &[&'s str],
        item: &Value,
        range: &Range<usize>,
        bound: &mut BTreeMap<&'s str, Value>,
    ) -> OrStopped<()> {
        match (names, item) {
            ([name], item) => {
                bound.insert(name, item.clone());
            }
            (names, Value::List(items, _)) if items.len() == names.len() => {
                bound.extend(names.iter().copied().zip(items.iter().cloned()));
            }
            (names, _) => {
                bound.extend(names.iter().map(|name| (*name, Value::Nothing)));
                self.note(Mistake::form(range.clone(), format!("`for` needs lists of {} here", names.len())))?;
            }
        }
        Ok(())
    }

    fn value(&mut self, expression: &Expression<'s>) -> OrStopped<Value> {
        let range = &expression.range;
        self.step(1, range)?;
        Ok(match &expression.form {
            Form::Nothing => Value::Nothing,
            Form::Truth(truth) => Value::Truth(*truth),
            Form::Whole(number) => Value::Whole(*number),
            Form::Decimal(number) => Value::Decimal(*number),
            Form::Text(text) => self.made(text.clone(), range)?,
            Form::Name(name) => self.named(name, range)?,
            Form::List(items) => {
                let items = items.iter().map(|item| self.value(item)).collect::<OrStopped<Vec<_>>>()?;
                self.list(items, range)?
            }
            Form::Call(name, arguments) => self.call(name, arguments, range)?,
            Form::Filter(value, name, arguments) => self.filter(value, name, arguments, range)?,
            Form::Attribute(value, name) => self.attribute(value, name, range)?,
            Form::Item(value, item) => self.item(value, item, range)?,
            Form::Not(value) => Value::Truth(!self.value(value)?.is_true()),
            Form::Negative(value) => self.negative(value, range)?,
            Form::Binary(operator, left, right) => self.binary(operator, left, right, range)?,
            Form::Either(value, condition, otherwise) => match (self.value(condition)?.is_true(), otherwise) {
                (true, _) => self.value(value)?,
                (false, Some(otherwise)) => self.value(otherwise)?,
                (false, None) => Value::Nothing,
            },
        })
    }

    fn named(&mut self, name: &str, range: &Range<usize>) -> OrStopped<Value> {
        if let Some(value) = self.names.iter().rev().find_map(|names| names.get(name)) {
            return Ok(value.clone());
        }
        let help = self.host.help();
        self.unknown(format!("unknown name `{name}`"), range.clone(), help)
    }

    fn unknown(&mut self, message: String, range: Range<usize>, help: String) -> OrStopped<Value> {
        self.note(Mistake { range, kind: MistakeKind::Unknown, message, help: Some(help) })?;
        Ok(Value::Nothing)
    }

    fn call(&mut self, name: &'s str, arguments: &[Expression<'s>], range: &Range<usize>) -> OrStopped<Value> {
        let values = arguments.iter().map(|argument| self.value(argument)).collect::<OrStopped<Vec<_>>>()?;
        if name == "range" {
            return self.range(&values, range);
        }
        let Some(calls) = self.calls.checked_sub(1) else {
            return self.stop(range, format!("more than {CALLS} figures, charts, quotes and links in one commentary"));
        };
        self.calls = calls;
        let mut texts = Vec::with_capacity(values.len());
        for (value, argument) in values.iter().zip(arguments) {
            texts.push(self.text(value, &argument.range)?.to_string());
        }
        let argument = arguments.first().map_or(range.clone(), |argument| within_quotes(self.source, argument));
        match self.host.call(Call { name, arguments: &texts, range: range.clone(), argument }) {
            Ok(text) => self.made(text, range),
            Err(mistake) => {
                self.note(mistake)?;
                Ok(Value::Nothing)
            }
        }
    }

    /// `range(N)` and `range(FROM, TO)`: whole numbers, the last one left out.
    fn range(&mut self, arguments: &[Value], range: &Range<usize>) -> OrStopped<Value> {
        let (from, to) = match arguments {
            [Value::Whole(to)] => (0, *to),
            [Value::Whole(from), Value::Whole(to)] => (*from, *to),
            _ => {
                let mistake = Mistake::form(range.clone(), "`range` takes one or two whole numbers");
                self.note(mistake.help("write `range(5)` or `range(1, 6)`"))?;
                (0, 0)
            }
        };
        let length = usize::try_from(to.saturating_sub(from).max(0)).unwrap_or(usize::MAX);
        self.step(length, range)?;
        self.make(length.saturating_mul(size_of::<Value>()), range)?;
        Ok(Value::List((from..to).map(Value::Whole).collect(), 1))
    }

    /// A list, if it is not too deep.
    fn list(&mut self, items: Vec<Value>, range: &Range<usize>) -> OrStopped<Value> {
        let depth = |item: &Value| if let Value::List(_, depth) = item { *depth } else { 0 };
        let depth = 1 + items.iter().map(depth).max().unwrap_or(0);
        if depth > LISTS {
            return self.stop(range, format!("more than {LISTS} lists within each other"));
        }
        self.make(items.len().saturating_mul(size_of::<Value>()), range)?;
        Ok(Value::List(items.into(), depth))
    }

    /// A value as text.
    fn text(&mut self, value: &Value, range: &Range<usize>) -> OrStopped<Rc<str>> {
        if let Some(text) = value.text() {
            return Ok(text);
        }
        self.note(Mistake::form(range.clone(), "a list is no text").help("write `list|join(\", \")`"))?;
        Ok(Rc::from(""))
    }

    /// A text that was made.
    fn made(&mut self, text: String, range: &Range<usize>) -> OrStopped<Value> {
        self.make(text.len(), range)?;
        Ok(Value::Text(Rc::from(text)))
    }

    fn put(&mut self, text: &str, range: &Range<usize>) -> OrStopped<()> {
        self.step(1, range)?;
        self.make(text.len(), range)?;
        self.out.push_str(text);
        Ok(())
    }

    /// Counts bytes before they are made.
    fn make(&mut self, bytes: usize, range: &Range<usize>) -> OrStopped<()> {
        match self.bytes.checked_sub(bytes) {
            Some(left) => {
                self.bytes = left;
                Ok(())
            }
            None => self.stop(range, format!("the template of this commentary makes more than {BYTES} bytes")),
        }
    }

    /// Counts steps before they are done.
    fn step(&mut self, steps: usize, range: &Range<usize>) -> OrStopped<()> {
        match self.steps.checked_sub(steps) {
            Some(left) => {
                self.steps = left;
                Ok(())
            }
            None => self.stop(range, "the template of this commentary does too much".to_owned()),
        }
    }

    /// Counts the bytes that something looks at.
    fn look(&mut self, bytes: usize, range: &Range<usize>) -> OrStopped<()> {
        self.step(bytes / BYTES_A_STEP, range)
    }

    fn stop<T>(&mut self, range: &Range<usize>, message: String) -> OrStopped<T> {
        self.mistakes.push(Mistake::bounds(range.clone(), message, "look for loops and texts that grow, and say less"));
        Err(Stopped)
    }

    fn note(&mut self, mistake: Mistake) -> OrStopped<()> {
        if !self.mistakes.contains(&mistake) {
            self.mistakes.push(mistake);
        }
        if self.mistakes.len() < MISTAKES { Ok(()) } else { Err(Stopped) }
    }
}

/// The loop's own name within it: its position from 1 and from 0, whether it is the first or last, and how many there are.
fn place_in(position: usize, length: usize) -> Value {
    let whole = |number: usize| Value::Whole(i64::try_from(number).unwrap_or(i64::MAX));
    Value::List(
        Rc::from([
            whole(position + 1),
            whole(position),
            Value::Truth(position == 0),
            Value::Truth(position + 1 == length),
            whole(length),
        ]),
        1,
    )
}

/// Where the text of an argument stands: without its quotes.
fn within_quotes(source: &str, argument: &Expression<'_>) -> Range<usize> {
    let range = argument.range.clone();
    let is_quoted = source.get(range.clone()).is_some_and(|text| text.starts_with(['"', '\'']));
    if matches!(argument.form, Form::Text(_)) && is_quoted && range.len() > 2 {
        return range.start + 1..range.end - 1;
    }
    range
}
