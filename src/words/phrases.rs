//! The first letters of names and sentences, quotes around a wording, and what must stay on one line.

use super::Words;

impl Words {
    /// A wording as it stands within a sentence: `“How satisfied are you?”`.
    #[must_use]
    pub fn quoted(&self, wording: &str) -> String {
        self.say("quoted", &[("wording", wording.into())])
    }

    /// Clauses with the stop that makes a sentence of them.
    #[must_use]
    pub fn sentence(&self, clauses: &str) -> String {
        self.say("sentence", &[("clauses", clauses.into())])
    }
}

/// A name as it stands within a phrase: `account tier`; one that is more than a word with a capital stays as it is.
#[must_use]
pub fn in_a_phrase(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next();
    let is_plain = letters.clone().all(|letter| !letter.is_uppercase()) && letters.clone().next().is_some();
    match first.filter(|_| is_plain) {
        Some(first) => first.to_lowercase().chain(letters).collect(),
        None => name.to_owned(),
    }
}

/// A value of the data as a name: `strategic` as `Strategic`; one with a capital of its own (`iOS`) stays as it is.
#[must_use]
pub fn named(value: &str) -> String {
    if value.chars().any(char::is_uppercase) { value.to_owned() } else { capitalised(value) }
}

/// A sentence in which no line ends between a number and what belongs to it.
#[must_use]
pub fn unbroken(sentence: &str) -> String {
    sentence.replace(" %", "\u{a0}%").replace("n = ", "n\u{a0}=\u{a0}")
}

/// A text with its first letter in upper case.
#[must_use]
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
