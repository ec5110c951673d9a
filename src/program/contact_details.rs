//! Contact details in what respondents wrote: e-mail addresses, phone numbers, IBANs and card numbers, which name a
//! person as surely as the name does, and are therefore masked wherever respondents are not shown by name.
//!
//! A comment is read once from left to right, and each place looks at a bounded stretch of text, so the time grows with
//! the length alone. Dates, amounts, times, versions and order numbers are no contact details: where a row of digits
//! might be either, the words before it decide.

mod account_number;
mod email;
mod phone;

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;
use std::sync::Arc;

use crate::diagnostic::{At, Code, Diagnostic, Diagnostics, Place};

/// What was masked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Detail {
    Email,
    Phone,
    Iban,
    Card,
}

impl Detail {
    const ALL: [Self; 4] = [Self::Email, Self::Phone, Self::Iban, Self::Card];

    /// What stands in its place.
    fn mask(self) -> &'static str {
        match self {
            Self::Email => "[e-mail address]",
            Self::Phone => "[phone number]",
            Self::Iban => "[IBAN]",
            Self::Card => "[card number]",
        }
    }

    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Email => ("e-mail address", "e-mail addresses"),
            Self::Phone => ("phone number", "phone numbers"),
            Self::Iban => ("IBAN", "IBANs"),
            Self::Card => ("card number", "card numbers"),
        }
    }
}

/// How many of each were masked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Masked([u64; 4]);

impl Masked {
    pub(super) fn is_none(self) -> bool {
        self.0 == [0; 4]
    }

    pub(super) fn add(&mut self, other: Self) {
        self.0.iter_mut().zip(other.0).for_each(|(all, other)| *all += other);
    }
}

impl fmt::Display for Masked {
    /// `2 e-mail addresses and 1 phone number`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let counted = Detail::ALL.iter().zip(self.0).filter(|(_, n)| *n > 0);
        let said =
            counted.map(|(detail, n)| format!("{n} {}", if n == 1 { detail.words().0 } else { detail.words().1 }));
        let said: Vec<String> = said.collect();
        match said.split_last() {
            Some((last, others)) if !others.is_empty() => write!(f, "{} and {last}", others.join(", ")),
            _ => f.write_str(&said.concat()),
        }
    }
}

/// What was masked by file, with the first response in which there was something.
#[derive(Debug, Default)]
pub(super) struct MaskedIn(BTreeMap<Arc<Path>, (At, Masked)>);

impl MaskedIn {
    /// All of several.
    pub(super) fn of(parts: impl Iterator<Item = Self>) -> Self {
        let mut all = Self::default();
        for (file, (at, masked)) in parts.flat_map(|part| part.0) {
            all.note(&file, at, masked);
        }
        all
    }

    /// Masks what a response of a file says in words.
    pub(super) fn mask<'t>(&mut self, file: &Arc<Path>, at: At, texts: impl Iterator<Item = &'t mut Box<str>>) {
        for text in texts {
            if let Some((without, counts)) = masked(text) {
                *text = without.into();
                self.note(file, at, counts);
            }
        }
    }

    fn note(&mut self, file: &Arc<Path>, at: At, masked: Masked) {
        let (first, all) = self.0.entry(Arc::clone(file)).or_insert((at, Masked::default()));
        *first = (*first).min(at);
        all.add(masked);
    }

    /// One warning a file, whatever the waves that its responses are of.
    pub(super) fn warn(self, diagnostics: &mut Diagnostics) {
        for (file, (at, masked)) in self.0 {
            let message = format!("contact details in what respondents wrote: {masked}");
            let warning = Diagnostic::new(Code::ContactDetails, message).at(Place::new(&file, at));
            diagnostics.push(warning.help("the site shows them masked; take them out of the file as well"));
        }
    }
}

/// The fewest digits of anything but an e-mail address.
const FEWEST_DIGITS: usize = 7;

/// A text without contact details, and what was masked; none where there is nothing to mask.
pub(super) fn masked(text: &str) -> Option<(String, Masked)> {
    let may_hold = text.contains('@') || text.bytes().filter(u8::is_ascii_digit).nth(FEWEST_DIGITS - 1).is_some();
    if !may_hold {
        return None;
    }
    let letters: Vec<char> = text.chars().collect();
    let mut result = String::with_capacity(text.len());
    let mut counts = Masked::default();
    // What is before `done` stands in the result already; nothing reaches back over it.
    let (mut done, mut at) = (0, 0);
    while at < letters.len() {
        let Some((detail, from, to)) = detail(&letters, done, at) else {
            at += 1;
            continue;
        };
        result.extend(letters.get(done..from).unwrap_or_default());
        result.push_str(detail.mask());
        counts.0.iter_mut().zip(Detail::ALL).filter(|(_, known)| *known == detail).for_each(|(n, _)| *n += 1);
        (done, at) = (to, to);
    }
    result.extend(letters.get(done..).unwrap_or_default());
    (!counts.is_none()).then_some((result, counts))
}

/// A detail that is recognised at a place, with where it begins and ends; it does not begin before `done`.
fn detail(letters: &[char], done: usize, at: usize) -> Option<(Detail, usize, usize)> {
    let is_start = at.checked_sub(1).is_none_or(|before| before < done || !is_word(letters.get(before)));
    match letters.get(at)? {
        '@' => email::around(letters, done, at).map(|(from, to)| (Detail::Email, from, to)),
        letter if letter.is_ascii_alphabetic() && is_start => {
            account_number::iban(letters, at).map(|to| (Detail::Iban, at, to))
        }
        letter if (letter.is_ascii_digit() || matches!(letter, '+' | '(')) && is_start => {
            let card = account_number::card(letters, at).map(|to| (Detail::Card, at, to));
            card.or_else(|| phone::number(letters, done, at).map(|to| (Detail::Phone, at, to)))
        }
        _ => None,
    }
}

/// Whether something is a letter or digit.
fn is_word(letter: Option<&char>) -> bool {
    letter.is_some_and(|letter| letter.is_alphanumeric())
}

/// Whether something is a space that may stand within a number.
fn is_space(letter: char) -> bool {
    matches!(letter, ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}')
}
