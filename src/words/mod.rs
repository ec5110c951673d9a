//! Everything that a reader reads, in the reader's language: whole sentences, numbers, days, lists.
//!
//! Sentences are messages of [Fluent](https://projectfluent.org), one file a subject, in `i18n/LANGUAGE/` of the theme;
//! a program says single ones its own way in `i18n/LANGUAGE.ftl` of its folder. How numbers, days and lists are written
//! is a message as well (`formats.ftl`), so that another language needs nothing but such files. A message that a
//! language lacks is said in English.
//!
//! | file | what is in it |
//! | --- | --- |
//! | [`mod@messages`] | the files → messages, and what is wrong in them |
//! | [`mod@formats`] | how a language writes numbers, days and lists |
//! | [`mod@numbers`] | numbers, figures and their intervals |
//! | [`mod@dates`] | days and months |
//! | [`mod@lists`] | several things in a row |
//! | `often` | what is said of thousands, and kept |
//! | [`mod@phrases`] | the first letter of a name or sentence |

mod bundle;
pub mod dates;
pub mod decimal;
pub mod formats;
pub mod lists;
pub mod messages;
pub mod numbers;
mod often;
pub mod phrases;

use std::borrow::Cow;
use std::fmt;

use fluent_bundle::types::{FluentNumber, FluentNumberOptions};
use fluent_bundle::{FluentArgs, FluentValue};

use bundle::Bundle;
use formats::Formats;
pub use numbers::Unit;
use often::Kept;

/// The words of a site.
pub struct Words {
    /// The language, as an IETF tag.
    language: String,
    /// The messages of the language.
    own: Bundle,
    /// Those of English, for what the language lacks; nothing where the language is English.
    english: Option<Bundle>,
    formats: Formats,
    /// What was said often.
    kept: Kept,
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Words").field("language", &self.language).finish_non_exhaustive()
    }
}

/// What a message is given.
#[derive(Debug, Clone, PartialEq)]
pub enum Value<'a> {
    /// A text, which is shown as it is, or chooses among the message's forms.
    Text(Cow<'a, str>),
    /// A number, which chooses among the message's plurals; `NUMBER($n)` shows it as the language writes numbers.
    Number(f64),
    /// A number that is shown with so many decimals, which count for its plural: `1.00 points`.
    Fixed(f64, usize),
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl From<bool> for Value<'_> {
    /// `yes` or `no`.
    fn from(holds: bool) -> Self {
        Self::Text(Cow::Borrowed(if holds { "yes" } else { "no" }))
    }
}

impl From<f64> for Value<'_> {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<u64> for Value<'_> {
    #[expect(clippy::cast_precision_loss, reason = "counts of people are far below 2⁵³")]
    fn from(number: u64) -> Self {
        Self::Number(number as f64)
    }
}

impl From<usize> for Value<'_> {
    fn from(number: usize) -> Self {
        Self::from(number as u64)
    }
}

impl From<i32> for Value<'_> {
    fn from(number: i32) -> Self {
        Self::Number(f64::from(number))
    }
}

impl From<u32> for Value<'_> {
    fn from(number: u32) -> Self {
        Self::Number(f64::from(number))
    }
}

impl Words {
    /// The language, as an IETF tag.
    #[must_use]
    pub fn language(&self) -> &str {
        &self.language
    }

    /// A message with what it is given: `words.say("others", &[("n", 2_u64.into())])`. One that does not exist
    /// is its own name in braces; tests see to it that none is missing.
    #[must_use]
    pub fn say(&self, message: &str, given: &[(&str, Value<'_>)]) -> String {
        let mut arguments = FluentArgs::with_capacity(given.len());
        for (name, value) in given {
            arguments.set(*name, argument(value));
        }
        let bundles = [Some(&self.own), self.english.as_ref()].into_iter().flatten();
        let mut said = bundles.filter_map(|bundle| {
            let pattern = bundle.get_message(message)?.value()?;
            Some(bundle.format_pattern(pattern, Some(&arguments), &mut Vec::new()).into_owned())
        });
        said.next().map_or_else(|| format!("{{{message}}}"), |said| with_one_stop(said, given))
    }

    /// A message that is given nothing.
    #[must_use]
    pub fn plain(&self, message: &str) -> String {
        self.say(message, &[])
    }

    /// Whether there is such a message.
    #[must_use]
    pub fn knows(&self, message: &str) -> bool {
        self.own.has_message(message) || self.english.as_ref().is_some_and(|english| english.has_message(message))
    }
}

/// A sentence that ends with a name that has a full stop of its own, such as `Koleje Jantarowe S.A.`, has no second one.
fn with_one_stop(mut said: String, given: &[(&str, Value<'_>)]) -> String {
    for (_, value) in given {
        let Value::Text(text) = value else { continue };
        if !text.ends_with('.') || text.ends_with("..") {
            continue;
        }
        let doubled = format!("{text}.");
        if said.contains(&doubled) {
            said = said.replace(&doubled, text);
        }
    }
    said
}

fn argument<'v>(value: &'v Value<'_>) -> FluentValue<'v> {
    match value {
        Value::Text(text) => FluentValue::String(Cow::Borrowed(text.as_ref())),
        Value::Number(number) => FluentValue::from(*number),
        Value::Fixed(number, places) => fixed(*number, *places),
    }
}

/// A number with so many decimals, rounded as it is shown.
fn fixed(number: f64, places: usize) -> FluentValue<'static> {
    let options = FluentNumberOptions { minimum_fraction_digits: Some(places), ..FluentNumberOptions::default() };
    FluentValue::Number(FluentNumber::new(numbers::rounded(number, places), options))
}
