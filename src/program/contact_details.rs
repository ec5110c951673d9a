//! Contact details in what respondents wrote: e-mail addresses, phone numbers, IBANs and card numbers, which name a
//! person as surely as the name does, and are therefore masked wherever respondents are not shown by name.
//!
//! A comment is read once from left to right, and each place looks at a bounded stretch of text, so the time grows with
//! the length alone. Dates, amounts, times, versions and order numbers are no contact details: where a row of digits
//! might be either, the words beside it decide. Where they do not, a masked order number is the lesser evil.

mod account_number;
mod email;
mod phone;
mod said;
mod words;
mod written;

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;
use std::sync::Arc;

use self::written::Written;
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

    /// Counts what was masked in a file, with the place where it stood.
    pub(super) fn note(&mut self, file: &Arc<Path>, at: At, masked: Masked) {
        let (first, all) = self.0.entry(Arc::clone(file)).or_insert((at, Masked::default()));
        *first = (*first).min(at);
        all.add(masked);
    }

    /// One warning a file, whatever the waves that its responses are of; `held_by` says what holds them.
    pub(super) fn warn(self, held_by: &str, diagnostics: &mut Diagnostics) {
        for (file, (at, masked)) in self.0 {
            let message = format!("contact details in {held_by}: {masked}");
            let warning = Diagnostic::new(Code::ContactDetails, message).at(Place::new(&file, at));
            diagnostics.push(warning.help("the site shows them masked; take them out of the file as well"));
        }
    }
}

/// The fewest digits of anything but an e-mail address.
const FEWEST_DIGITS: usize = 7;

/// What else than an `@` there is in an address that is hidden from machines.
const MARKS: [&str; 9] = ["at)", "AT)", "at]", "AT]", "at}", " dot ", " DOT ", " Dot ", " punkt "];

/// A text without contact details, and what was masked; none where there is nothing to mask.
pub(super) fn masked(text: &str) -> Option<(String, Masked)> {
    let may_hold_address = text.contains(['@', '\u{ff20}']) || MARKS.iter().any(|mark| text.contains(mark));
    let may_hold_number = || text.chars().filter(|letter| letter.is_numeric()).nth(FEWEST_DIGITS - 1).is_some();
    if !may_hold_address && !may_hold_number() {
        return None;
    }
    let written = Written::of(text);
    let mut result = String::with_capacity(text.len());
    let mut counts = Masked::default();
    let mut done = 0;
    for (detail, from, to) in details(&written.signs) {
        let bytes = written.bytes(from..to);
        result.push_str(text.get(done..bytes.start).unwrap_or_default());
        result.push_str(detail.mask());
        counts.0.iter_mut().zip(Detail::ALL).filter(|(_, known)| *known == detail).for_each(|(n, _)| *n += 1);
        done = bytes.end;
    }
    result.push_str(text.get(done..).unwrap_or_default());
    (!counts.is_none()).then_some((result, counts))
}

/// A detail, with where it begins and ends.
type FoundDetail = (Detail, usize, usize);

/// All details of a text in their order: first those that carry their own proof, then the phone numbers between them.
fn details(signs: &[char]) -> Vec<FoundDetail> {
    let mut details = Vec::new();
    let mut from = 0;
    let phones = |from, to| phone::numbers(signs, from, to).into_iter().map(|(from, to)| (Detail::Phone, from, to));
    for proven in proven(signs) {
        details.extend(phones(from, proven.1));
        details.push(proven);
        from = proven.2;
    }
    details.extend(phones(from, signs.len()));
    details
}

/// The e-mail addresses, IBANs and card numbers of a text.
fn proven(signs: &[char]) -> Vec<FoundDetail> {
    let mut found = Vec::new();
    // Nothing reaches back over the end of the last one.
    let (mut done, mut at) = (0, 0);
    while at < signs.len() {
        if let Some(detail) = proven_at(signs, done, at) {
            (done, at) = (detail.2, detail.2);
            found.push(detail);
        } else {
            at += 1;
        }
    }
    found
}

/// The detail that is recognised at a place; it does not begin before `done`.
fn proven_at(signs: &[char], done: usize, at: usize) -> Option<FoundDetail> {
    let is_start = at.checked_sub(1).is_none_or(|before| before < done || !is_word(signs.get(before)));
    match signs.get(at)? {
        '@' | '(' | '[' | '{' | ' ' => email::around(signs, done, at).map(|(from, to)| (Detail::Email, from, to)),
        sign if sign.is_ascii_alphabetic() && (is_start || is_called_iban(signs, at)) => {
            account_number::iban(signs, at).map(|to| (Detail::Iban, at, to))
        }
        sign if sign.is_ascii_digit() && is_start => card(signs, at).map(|to| (Detail::Card, at, to)),
        _ => None,
    }
}

/// Whether `IBAN` stands right before a place.
fn is_called_iban(signs: &[char], at: usize) -> bool {
    let before = signs.get(..at).unwrap_or_default().iter().rev();
    before.zip("nabi".chars()).filter(|(sign, letter)| sign.eq_ignore_ascii_case(letter)).count() == 4
}

/// Where the card number that begins at a place ends, if nothing else is announced: one row of digits in ten proves to
/// be one by chance.
fn card(signs: &[char], at: usize) -> Option<usize> {
    let to = account_number::card(signs, at)?;
    let is_grouped = signs.get(at..to)?.iter().any(|sign| !sign.is_ascii_digit());
    (is_grouped || !matches!(said::before(signs, at), said::Said::Other { .. })).then_some(to)
}

/// Whether a sign is a letter of a script that writes words apart.
fn is_letter(sign: char) -> bool {
    sign.is_alphabetic() && !is_unspaced(sign)
}

/// Whether something is such a letter or a digit.
fn is_word(sign: Option<&char>) -> bool {
    sign.is_some_and(|sign| sign.is_alphanumeric() && !is_unspaced(*sign))
}

/// Whether a letter is of a script that is written without spaces: Chinese, Japanese, Thai.
fn is_unspaced(sign: char) -> bool {
    matches!(sign,
        '\u{e00}'..='\u{e7f}' | '\u{2e80}'..='\u{2fdf}' | '\u{3005}'..='\u{3007}' | '\u{3040}'..='\u{30ff}'
        | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}')
}
