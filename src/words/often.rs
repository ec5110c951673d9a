//! What is said of thousands with the same few values, such as a day or a time: what it came to is kept.
//!
//! Fluent takes about a microsecond for a message; a page of an account says a dozen short ones in every row.

use std::collections::HashMap;
use std::fmt::Write;
use std::sync::{PoisonError, RwLock};

use super::{Value, Words};

/// No more messages than that are kept: a few megabytes.
const MOST: usize = 50_000;

/// What messages came to, by their names and what they were given.
#[derive(Default)]
pub(super) struct Kept(RwLock<HashMap<String, Box<str>>>);

impl Kept {
    fn find(&self, key: &str) -> Option<String> {
        let kept = self.0.read().unwrap_or_else(PoisonError::into_inner);
        kept.get(key).map(ToString::to_string)
    }

    fn keep(&self, key: String, said: &str) {
        let mut kept = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if kept.len() < MOST {
            kept.insert(key, said.into());
        }
    }
}

impl Words {
    /// As [`Words::say`], for what is said of thousands with the same few values.
    #[must_use]
    pub fn say_often(&self, message: &str, given: &[(&str, Value<'_>)]) -> String {
        let key = key(message, given);
        self.kept.find(&key).unwrap_or_else(|| {
            let said = self.say(message, given);
            self.kept.keep(key, &said);
            said
        })
    }
}

/// A message and what it is given, as one text; a message is always given the same names.
fn key(message: &str, given: &[(&str, Value<'_>)]) -> String {
    let mut key = message.to_owned();
    for (_, value) in given {
        key.push('\0');
        // A text takes whatever is written into it.
        let _ = match value {
            Value::Text(text) => key.write_str(text),
            Value::Number(number) => write!(key, "{:x}", number.to_bits()),
            Value::Fixed(number, places) => write!(key, "{:x}.{places}", number.to_bits()),
        };
    }
    key
}

#[cfg(test)]
mod tests {
    use super::Words;

    #[test]
    fn what_is_said_often_is_what_is_said_once() {
        let words = Words::english();
        for _ in 0..2 {
            for n in [1_u64, 2] {
                let given = [("n", n.into())];
                assert_eq!(words.say_often("others", &given), words.say("others", &given));
            }
            for role in ["user", "influencer"] {
                let given = [("role", role.into())];
                assert_eq!(words.say_often("role", &given), words.say("role", &given));
            }
        }
    }
}
