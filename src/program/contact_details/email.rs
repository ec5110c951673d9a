//! E-mail addresses: what stands around an `@`, or around the `(at)` and ` at … dot ` that hide one from machines.

use super::is_unspaced;

/// The longest part before the `@` (RFC 5321), and the longest name of a domain.
const LONGEST: (usize, usize) = (64, 255);

/// What may be between the two parts of an address, in lower case, and what else it takes for it to be one.
const AT: [(&str, Takes); 10] = [
    (" (at) ", Takes::Nothing),
    (" [at] ", Takes::Nothing),
    ("(at)", Takes::Nothing),
    ("[at]", Takes::Nothing),
    ("{at}", Takes::Nothing),
    (" @ ", Takes::Sure),
    (" @", Takes::Sure),
    ("@ ", Takes::Nothing),
    ("@", Takes::Nothing),
    (" at ", Takes::Dots),
];

/// What may be between two labels of a domain.
const DOT: [&str; 7] = [".", "(dot)", "[dot]", " (dot) ", " [dot] ", " dot ", " punkt "];

/// So far before an address words for it are looked for.
const BEFORE: usize = 40;

/// Parts of words that announce an address, in lower case.
const ANNOUNCE: [&str; 16] = [
    "mail", "почт", "пошт", "邮", "郵", "schreib", "write", "napis", "napiš", "pisz", "пиш", "escrib", "scriv", "écri",
    "skriv", "schrijf",
];

/// What else it takes for an address.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Takes {
    Nothing,
    /// A first part that is no word, or a word that announces an address: `bought @ example.com` is none.
    Sure,
    /// Words for the dots of the domain: `look at example.com` is none.
    Dots,
}

/// Where the address around an `@` begins and ends. It does not begin before `done`.
pub(super) fn around(signs: &[char], done: usize, at: usize) -> Option<(usize, usize)> {
    let (sign, takes) = AT.iter().find(|(sign, _)| is_at(signs, at, sign))?;
    let from = local(signs, done, at)?;
    let (to, in_words) = domain(signs, at + sign.len())?;
    let is_address = match takes {
        Takes::Nothing => true,
        Takes::Sure => is_sure(signs, from, at),
        Takes::Dots => in_words,
    };
    is_address.then(|| (whole_local(signs, done, from), to))
}

/// Whether a text in lower case stands at a place.
fn is_at(signs: &[char], at: usize, text: &str) -> bool {
    let written = signs.get(at..).unwrap_or_default().iter();
    written.zip(text.chars()).filter(|(is, known)| is.eq_ignore_ascii_case(known)).count() == text.len()
}

/// Where the part before the `@` begins. Chinese and the like is written without spaces, so an address ends where the
/// script changes.
fn local(signs: &[char], done: usize, at: usize) -> Option<usize> {
    let before = signs.get(done..at)?.iter().rev().take(LONGEST.0).take_while(|sign| is_local(**sign));
    let mut script = None;
    let same =
        |sign: &&char| !sign.is_alphabetic() || *script.get_or_insert(is_unspaced(**sign)) == is_unspaced(**sign);
    let mut from = at - before.take_while(same).count();
    while signs.get(from).is_some_and(|first| matches!(first, '.' | '\'' | '-')) {
        from += 1;
    }
    (from < at).then_some(from)
}

/// Where the part before the `@` begins if its dots are words too: `anna dot meier`.
fn whole_local(signs: &[char], done: usize, from: usize) -> usize {
    let before = |dot: &str| from.checked_sub(dot.len()).filter(|place| *place >= done && is_at(signs, *place, dot));
    let dot = DOT.iter().skip(1).find_map(|dot| before(dot));
    dot.and_then(|dot| local(signs, done, dot)).unwrap_or(from)
}

/// Whether what stands before an `@` with blanks is an address for its form, or for the words before it.
fn is_sure(signs: &[char], from: usize, at: usize) -> bool {
    let local = signs.get(from..at).unwrap_or_default();
    let before = signs.get(from.saturating_sub(BEFORE)..from).unwrap_or_default();
    let before: String = before.iter().flat_map(|sign| sign.to_lowercase()).collect();
    let is_no_word = local.iter().any(|sign| matches!(sign, '.' | '_') || sign.is_ascii_digit());
    is_no_word || ANNOUNCE.iter().any(|word| before.contains(word))
}

/// Where the domain that begins at a place ends, behind the last of its labels that can be a top one, and whether a dot
/// of it is a word.
fn domain(signs: &[char], begin: usize) -> Option<(usize, bool)> {
    let (mut at, mut end, mut in_words) = (begin, None, false);
    let last = signs.len().min(begin + LONGEST.1);
    loop {
        let label = signs.get(at..last)?.iter().take_while(|sign| sign.is_alphanumeric() || **sign == '-').count();
        if label == 0 {
            return end;
        }
        let top = if at > begin { top(signs.get(at..at + label)?) } else { None };
        end = top.map(|length| (at + length, in_words)).or(end);
        at += label;
        let Some(dot) = DOT.iter().find(|dot| is_at(signs, at, dot)) else { return end };
        in_words |= *dot != ".";
        at += dot.len();
    }
}

/// How long the top label is that a label begins with: letters of one script, or ASCII that stands for others.
fn top(label: &[char]) -> Option<usize> {
    if is_at(label, 0, "xn--") {
        return Some(label.len());
    }
    let script = is_unspaced(*label.first()?);
    let is_same = |sign: &&char| sign.is_alphabetic() && is_unspaced(**sign) == script;
    let length = label.iter().take_while(is_same).count();
    (length > 1).then_some(length)
}

fn is_local(sign: char) -> bool {
    sign.is_alphanumeric()
        || matches!(sign, '.' | '_' | '%' | '+' | '-' | '\'' | '&' | '=' | '~' | '#' | '!' | '$' | '*')
}
