//! E-mail addresses, phone numbers and IBANs within what respondents wrote: who is promised not to be named is named by
//! these as well, so they are masked before anything can show them.
//!
//! A text is gone through once. What only might be a phone number stays: dates, amounts, versions, order numbers and
//! scores are what customers write about.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use super::answers::Answer;
use crate::diagnostic::{At, Code, Diagnostic, Diagnostics, Place};

/// How many details were masked, by file, with the place of the first response that has one.
#[derive(Debug, Default)]
pub(super) struct Counted(BTreeMap<Arc<Path>, (At, u64)>);

impl Counted {
    /// Notes what was masked in a response.
    pub(super) fn note(&mut self, file: &Arc<Path>, at: At, details: u64) {
        if details > 0 {
            self.add(file.clone(), (at, details));
        }
    }

    /// Adds what was masked in another wave.
    pub(super) fn append(&mut self, other: Self) {
        for (file, counted) in other.0 {
            self.add(file, counted);
        }
    }

    fn add(&mut self, file: Arc<Path>, (at, details): (At, u64)) {
        let counted = self.0.entry(file).or_insert((at, 0));
        counted.0 = counted.0.min(at);
        counted.1 = counted.1.saturating_add(details);
    }

    /// Warns of each file.
    pub(super) fn warn(self, diagnostics: &mut Diagnostics) {
        for (file, (at, details)) in self.0 {
            let of = if details == 1 { "contact detail is" } else { "contact details are" };
            let message = format!("{details} {of} masked in what respondents of this file wrote");
            let warning = Diagnostic::new(Code::MaskedDetails, message).at(Place::new(&file, at));
            diagnostics.push(warning.help("take them out of the file, here first, or accept this warning"));
        }
    }
}

/// Masks the contact details in a response's answers in words and its comment. How many there were.
pub(super) fn mask(answers: &mut [(u16, Answer)], comment: Option<&mut Box<str>>) -> u64 {
    let in_words = answers.iter_mut().filter_map(|(_, answer)| match answer {
        Answer::Text(text) => Some(text),
        _ => None,
    });
    let mut details = 0;
    for text in in_words.chain(comment) {
        if let Some(found) = masked(text) {
            *text = found.text.into();
            details += found.details;
        }
    }
    details
}

/// How many details were masked in a text, with what is left of it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Masked {
    /// The text, with a word in square brackets in the place of each detail.
    pub text: String,
    /// How many.
    pub details: u64,
}

/// The fewest and the most digits of a phone number (ITU-T E.164 allows 15).
const DIGITS: std::ops::RangeInclusive<usize> = 7..=15;

/// The longest run of characters that may be a phone number or an IBAN, with what separates its groups.
const LONGEST: usize = 48;

/// Masks contact details; none where there are none.
pub(super) fn masked(text: &str) -> Option<Masked> {
    let mut masked = Masked { text: String::new(), details: 0 };
    let (mut kept, mut at) = (0, 0);
    while let Some(next) = text.get(at..).and_then(|rest| rest.chars().next()) {
        match detail(text, at) {
            Some((word, start, end)) if start >= kept => {
                masked.text.push_str(text.get(kept..start).unwrap_or_default());
                masked.text.push_str(word);
                masked.details += 1;
                (kept, at) = (end, end);
            }
            _ => at += next.len_utf8(),
        }
    }
    masked.text.push_str(text.get(kept..).unwrap_or_default());
    (masked.details > 0).then_some(masked)
}

/// The detail that is told by the character at a place: what stands for it, and where it begins and ends.
fn detail(text: &str, at: usize) -> Option<(&'static str, usize, usize)> {
    let first = text.get(at..)?.chars().next()?;
    let before = text.get(..at)?.chars().next_back();
    let begins = before.is_none_or(|before| !before.is_alphanumeric());
    match first {
        '@' => address(text, at).map(|(start, end)| ("[e-mail address]", start, end)),
        'A'..='Z' | 'a'..='z' if begins => iban(text.get(at..)?).map(|length| ("[IBAN]", at, at + length)),
        '+' | '(' | '0'..='9' if begins && !before.is_some_and(is_joint) => {
            phone(text.get(at..)?).map(|length| ("[phone number]", at, at + length))
        }
        _ => None,
    }
}

/// What joins digits to a number, a date or an amount that began before.
fn is_joint(before: char) -> bool {
    matches!(before, '.' | ',' | '-' | '/' | '+' | ':' | '#' | '_' | '(')
}

/// An e-mail address around its `@`: a name before it, and a domain of two labels or more after it.
fn address(text: &str, at: usize) -> Option<(usize, usize)> {
    const MOST: usize = 64;
    let is_name = |c: &char| c.is_alphanumeric() || "._%+-'!#$&*/=?^`{|}~".contains(*c);
    let name: usize = text.get(..at)?.chars().rev().take(MOST).take_while(is_name).map(char::len_utf8).sum();
    let name = text.get(at - name..at)?.trim_start_matches(|c: char| !c.is_alphanumeric());
    let is_domain = |c: &char| c.is_alphanumeric() || *c == '.' || *c == '-';
    let domain: String = text.get(at + 1..)?.chars().take(253).take_while(is_domain).collect();
    let domain = domain.trim_end_matches(['.', '-']);
    let (host, top) = domain.rsplit_once('.')?;
    let is_top = top.chars().count() >= 2 && top.chars().any(char::is_alphabetic);
    let is_whole = !name.is_empty() && !host.is_empty() && !host.starts_with('.') && is_top;
    is_whole.then_some((at - name.len(), at + 1 + domain.len()))
}

/// The length of the IBAN at the beginning of a text (ISO 13616): a country, two digits and up to 30 more characters, in
/// groups or without, whose check digits are right.
fn iban(text: &str) -> Option<usize> {
    let mut signs: Vec<u8> = Vec::new();
    let mut found = None;
    let mut before = ' ';
    for (place, c) in text.char_indices().take(LONGEST) {
        let next_ends = |end: usize| text.get(end..).and_then(|rest| rest.chars().next());
        if c.is_ascii_alphanumeric() {
            signs.push(u8::try_from(c).ok()?.to_ascii_uppercase());
            let is_head = match signs.len() {
                1 | 2 => c.is_ascii_alphabetic(),
                3 | 4 => c.is_ascii_digit(),
                5..=34 => true,
                _ => break,
            };
            if !is_head {
                break;
            }
            let ends = !next_ends(place + 1).is_some_and(char::is_alphanumeric);
            if signs.len() >= 15 && ends && is_checked(&signs) {
                found = Some(place + 1);
            }
        } else if !matches!(c, ' ' | '\u{a0}' | '-') || before == c {
            break;
        }
        before = c;
    }
    found
}

/// Whether an account number's check digits are right: the rest by 97 is 1.
fn is_checked(signs: &[u8]) -> bool {
    let (head, rest) = signs.split_at(signs.len().min(4));
    let rest = rest.iter().chain(head).fold(0_u32, |rest, sign| match sign {
        b'0'..=b'9' => (rest * 10 + u32::from(sign - b'0')) % 97,
        _ => (rest * 100 + u32::from(sign - b'A') + 10) % 97,
    });
    rest == 1
}

/// The length of the phone number at the beginning of a text.
///
/// One begins with `+` or `00`; with a 0 or Russia's 8 before groups; with an area in brackets; or is three groups of
/// three, three and four digits, as in North America.
fn phone(text: &str) -> Option<usize> {
    let run = run(text);
    let digits: Vec<u8> = run.bytes().filter(u8::is_ascii_digit).collect();
    let after = text.get(run.len()..)?.chars().next();
    let goes_on = after.is_some_and(|c| c.is_alphanumeric() || matches!(c, '%' | '€' | '$' | '£' | '°'));
    if !DIGITS.contains(&digits.len()) || goes_on || is_date_or_amount(run) {
        return None;
    }
    let groups: Vec<&str> = run.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty()).collect();
    let lengths: Vec<usize> = groups.iter().map(|group| group.len()).collect();
    let is_international = run.starts_with('+') || (run.starts_with("00") && digits.len() >= 9);
    let is_national = run.starts_with('0') && !run.starts_with("00") && digits.len() >= 9
        || run.starts_with('0') && groups.len() > 1 && groups.first().is_some_and(|area| area.len() >= 2);
    let in_brackets = run.starts_with('(') && groups.first().is_some_and(|area| (2..=5).contains(&area.len()));
    let in_russia = run.starts_with('8') && lengths.first() == Some(&1) && digits.len() == 11;
    let in_america = matches!(lengths.as_slice(), [3, 3, 4] | [1, 3, 3, 4]);
    (is_international || is_national || in_brackets && groups.len() > 1 || in_russia || in_america).then_some(run.len())
}

/// The digits at the beginning of a text, with what separates the groups of a phone number, and ending in a digit.
fn run(text: &str) -> &str {
    let is_part = |(place, c): &(usize, char)| {
        c.is_ascii_digit() || matches!(c, ' ' | '\u{a0}' | '-' | '.' | '/' | '(' | ')') || (*place == 0 && *c == '+')
    };
    let mut end = 0;
    let mut separators = 0;
    for (place, c) in text.char_indices().take(LONGEST).take_while(is_part) {
        if c.is_ascii_digit() {
            (end, separators) = (place + 1, 0);
        } else {
            separators += 1;
        }
        // Two sentences, or two numbers, are not one.
        if separators > 3 {
            break;
        }
    }
    text.get(..end).unwrap_or_default()
}

/// Whether digits in groups are a date, or days that follow one another, or an amount with its thousands apart.
fn is_date_or_amount(run: &str) -> bool {
    let groups: Vec<&str> = run.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty()).collect();
    let lengths: Vec<usize> = groups.iter().map(|group| group.len()).collect();
    let is_plain = !run.starts_with(['+', '(']);
    let is_date =
        lengths.contains(&4) && matches!(lengths.as_slice(), [4, 1 | 2, 1 | 2, ..] | [1 | 2, 1 | 2, 4, ..] | [4, 4]);
    let in_thousands = lengths.len() > 1
        && lengths.first().is_some_and(|first| *first <= 3)
        && lengths.iter().skip(1).all(|length| *length == 3)
        && !run.starts_with('0');
    is_plain && (is_date || in_thousands || run.matches('.').count() >= 3 && !run.starts_with('0'))
}

#[cfg(test)]
mod tests {
    use super::masked;

    fn told(text: &str) -> String {
        masked(text).map_or_else(|| text.to_owned(), |masked| masked.text)
    }

    #[test]
    fn addresses_are_masked() {
        for (text, expected) in [
            ("Write to petra.vogel@alpine-rail.example, please.", "Write to [e-mail address], please."),
            ("mailto:a+b@x.co.uk!", "mailto:[e-mail address]!"),
            ("<jörg.müller@bahn.example>", "<[e-mail address]>"),
            ("Пишите: иван@почта.рф.", "Пишите: [e-mail address]."),
            ("请联系 li.wei@metro.example。", "请联系 [e-mail address]。"),
            ("a@b.example and c@d.example", "[e-mail address] and [e-mail address]"),
            ("(anna@lis.example)", "([e-mail address])"),
            ("\"x@y.example\"", "\"[e-mail address]\""),
        ] {
            assert_eq!(told(text), expected, "{text}");
        }
        for text in [
            "meet @ 10",
            "@support was quick",
            "5 @ 3.50",
            "a@b",
            "rates @12.50 each",
            "x @ y.z",
            "user@",
            "@a.example",
        ] {
            assert_eq!(told(text), text);
        }
    }

    #[test]
    fn phone_numbers_are_masked() {
        for number in [
            "+49 30 1234567",
            "+49 (0)30 123 45 67",
            "+41 44 668 18 00",
            "+7 495 123-45-67",
            "+7 (495) 123-45-67",
            "8 (495) 123-45-67",
            "8-800-555-35-35",
            "0049 30 1234567",
            "030 / 123 45 67",
            "030/1234567",
            "(030) 1234567",
            "0171 2345678",
            "0171-2345678",
            "06 12 34 56 78",
            "02 1234 5678",
            "020 7946 0958",
            "(212) 555-0123",
            "212-555-0123",
            "212.555.0123",
            "+1 212 555 0123",
            "1-212-555-0123",
            "+48 22 123 45 67",
            "+39 06 6982",
            "+86 10 6552 9988",
            "+391234567890",
            "0301234567",
            "00391234567890",
            "+33.1.23.45.67.89",
        ] {
            assert_eq!(told(number), "[phone number]", "{number}");
            assert_eq!(told(&format!("Call {number}, please.")), "Call [phone number], please.", "{number}");
            assert_eq!(told(&format!("звоните {number}")), "звоните [phone number]", "{number}");
        }
    }

    #[test]
    fn what_is_no_phone_number_stays() {
        for text in [
            "2026-03-12",
            "12.03.2026",
            "12/03/2026",
            "on 2026-03-12 09:58",
            "2024-2026",
            "2024 - 2026",
            "from 2019 to 2026",
            "1 240 000 EUR",
            "1.240.000,00",
            "12,500.00",
            "EUR 1 240 000",
            "PO 4500012345",
            "order 4500012345",
            "ticket 100234567",
            "T-1001",
            "version 1.2.3.4",
            "10.0.0.254",
            "192.168.100.200",
            "24/7",
            "9/10",
            "8/10",
            "SN 20260312000123",
            "invoice 2026/000123",
            "invoice 12345-2026",
            "100 %",
            "0,5 %",
            "00:30",
            "3 of 24",
            "7 8 9 10",
            "1 2 3",
            "0.75",
            "0 to 10",
            "007",
            "№ 12345678",
            "5-10-15",
            "12 345 678",
            "500.000.000",
            "INV-2026-0012345",
            "#00123456",
            "A0301234567",
            "1234567",
            "12345678",
            "2026 03 12",
            "03.2026",
        ] {
            assert_eq!(told(text), text);
        }
    }

    #[test]
    fn account_numbers_are_masked_where_their_check_digits_are_right() {
        for number in [
            "DE89 3704 0044 0532 0130 00",
            "DE89370400440532013000",
            "de89 3704 0044 0532 0130 00",
            "GB82 WEST 1234 5698 7654 32",
            "CH93 0076 2011 6238 5295 7",
            "IT60 X054 2811 1010 0000 0123 456",
            "PL61 1090 1014 0000 0712 1981 2874",
            "NO93 8601 1117 947",
        ] {
            assert_eq!(told(number), "[IBAN]", "{number}");
            assert_eq!(told(&format!("Pay to {number}, please.")), "Pay to [IBAN], please.", "{number}");
        }
        for text in ["DE88 3704 4405 3201 3000", "WEST 1234 5698", "AB12", "the 3704 0044 0532"] {
            assert_eq!(told(text), text);
        }
    }

    #[test]
    fn a_hostile_text_takes_no_longer_than_it_is_long() {
        for piece in ["a@", "1 ", "(1", "A1", "+", "0 ", "a.", "@a.", "DE89 ", "12-"] {
            let text = piece.repeat(200_000);
            masked(&text);
        }
    }

    #[test]
    fn nothing_but_the_detail_is_touched() {
        assert_eq!(told("“Ä” a@b.example — +49 30 1234567 и всё"), "“Ä” [e-mail address] — [phone number] и всё");
        assert_eq!(masked("a@b.example, 0171 2345678").map(|masked| masked.details), Some(2));
        assert_eq!(masked(""), None);
    }
}
