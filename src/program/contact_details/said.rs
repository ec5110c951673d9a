//! What is said around a number: the words before it announce a phone number, or a number of something else, or
//! neither; a word behind it may make it an hour, or go on with an extension.

use super::words;
use super::{is_letter, is_unspaced};

/// So far back is looked, in signs and in words.
const BACK: (usize, usize) = (80, 8);

/// Where a link to a phone number breaks off.
const LINKS: [&str; 6] = ["wa.me/", "t.me/", "phone=", "number=", "tel=", "phone/"];

/// What the words before a number say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Said {
    /// A phone number, right before it.
    Phone,
    /// A phone number, somewhere before it in its sentence.
    PhoneNear,
    /// A number of something else; whether it is called a number.
    Other { called_number: bool },
    /// A number of any kind.
    Number,
    /// Nothing.
    Nothing,
}

/// A piece of what stands before a number.
enum SaidPiece {
    Word(String),
    /// `:`, `#` or `№`.
    Sign,
    /// A comma or something else within a sentence that parts what is said.
    Comma,
}

/// What the words before a place say.
pub(super) fn before(signs: &[char], at: usize) -> Said {
    let from = at.saturating_sub(BACK.0);
    let text: Vec<char> = signs.get(from..at).unwrap_or_default().to_vec();
    let line: String = text.iter().collect::<String>().to_lowercase();
    if LINKS.iter().any(|link| line.ends_with(link)) {
        return Said::Phone;
    }
    // Numbers within an address of the web are of pages.
    if line.rsplit(' ').next().is_some_and(|word| word.contains("://") || word.contains("www.")) {
        return Said::Other { called_number: true };
    }
    let pieces = pieces(&text);
    match directly(&pieces) {
        Said::Nothing
            if pieces.iter().any(|piece| matches!(piece, SaidPiece::Word(word) if words::announces(word))) =>
        {
            Said::PhoneNear
        }
        said => said,
    }
}

/// What the words right before a number say, over words that only link.
fn directly(pieces: &[SaidPiece]) -> Said {
    let (mut called_number, mut only_links, mut is_number) = (false, true, false);
    for piece in pieces {
        let word = match piece {
            SaidPiece::Word(word) => word,
            SaidPiece::Sign => {
                called_number = true;
                continue;
            }
            SaidPiece::Comma => break,
        };
        if words::announces(word) || is_number && words::is_mine(word) {
            return Said::Phone;
        }
        if words::is_of_something(word) {
            return if only_links {
                Said::Other { called_number: called_number || words::is_numbered(word) }
            } else {
                Said::Nothing
            };
        }
        is_number |= words::is_number(word);
        called_number |= is_number;
        let links = words::is_link(word) || words::is_number(word);
        only_links &= links;
        if !links && !words::is_towards(word) {
            break;
        }
    }
    let is_first = matches!(pieces.first(), Some(SaidPiece::Word(word)) if words::is_number(word));
    if is_first { Said::Number } else { Said::Nothing }
}

/// The pieces of what stands before a number back to the beginning of its sentence, the nearest first.
fn pieces(text: &[char]) -> Vec<SaidPiece> {
    let mut pieces = Vec::new();
    let mut at = text.len();
    while let Some(sign) = at.checked_sub(1).and_then(|before| text.get(before)).copied() {
        if pieces.len() == BACK.1 {
            break;
        }
        if sign.is_alphanumeric() {
            let is_same = |other: &&char| other.is_alphanumeric() && is_unspaced(**other) == is_unspaced(sign);
            let length = text.get(..at).unwrap_or_default().iter().rev().take_while(is_same).count();
            let length = length
                + joined(text.get(..at - length).unwrap_or_default(), text.get(at - length..at).unwrap_or_default());
            pieces.push(SaidPiece::Word(text.get(at - length..at).unwrap_or_default().iter().collect()));
            at -= length;
            continue;
        }
        at -= 1;
        match sign {
            '.' if !ends_abbreviation(text.get(..at).unwrap_or_default()) => break,
            '!' | '?' | ';' | '\n' | '。' | '…' => break,
            ',' | '、' | '(' | '"' => pieces.push(SaidPiece::Comma),
            ':' | '#' | '№' | '°' | 'º' | '=' => pieces.push(SaidPiece::Sign),
            _ => {}
        }
    }
    pieces
}

/// How much before a word is one with it, as it names what has the number: `Best.-` before `Nr`, `S/` before `N`.
fn joined(before: &[char], word: &[char]) -> usize {
    let word: String = word.iter().collect();
    let signs = before.iter().rev().take_while(|sign| matches!(sign, '.' | '-' | '/')).count();
    let letters = before.iter().rev().skip(signs).take(12).take_while(|sign| sign.is_alphabetic()).count();
    let name: String = before.iter().rev().skip(signs).take(letters).collect();
    let name: String = name.chars().rev().collect();
    let is_joined = matches!(before.last(), Some('-' | '/')) && letters > 0;
    if is_joined && words::is_number(&word) && !words::announces(&name) { signs + letters } else { 0 }
}

/// Whether a full stop behind a text is of an abbreviation, or stands in the middle of one.
fn ends_abbreviation(text: &[char]) -> bool {
    let word: String = text.iter().rev().take(12).take_while(|sign| sign.is_alphabetic()).collect();
    let word: String = word.chars().rev().flat_map(char::to_lowercase).collect();
    words::is_abbreviation(&word)
}

/// Whether nothing is joined to the end of a text, or a word: four letters of which the last is a small one, or one that
/// announces a phone number.
pub(super) fn is_word_before(text: &[char]) -> bool {
    let letters: Vec<char> = text.iter().rev().take(20).take_while(|sign| is_letter(**sign)).copied().collect();
    let word: String = letters.iter().rev().collect();
    let is_name = text.iter().rev().nth(letters.len()).is_some_and(char::is_ascii_digit);
    let is_word = letters.len() > 3 && letters.first().is_some_and(|letter| letter.is_lowercase());
    letters.is_empty() || !is_name && (is_word || words::announces(&word))
}

/// Whether nothing is joined to the beginning of a text, or a word: three letters of which the second is a small one.
pub(super) fn is_word_behind(text: &[char]) -> bool {
    let length = text.iter().take(20).take_while(|sign| is_letter(**sign)).count();
    let is_name = text.get(length).is_some_and(char::is_ascii_digit);
    length == 0 || length > 2 && !is_name && text.get(1).is_some_and(|letter| letter.is_lowercase())
}

/// Whether a word for hours follows, or another hour with one: `8 Uhr`, `8 bis 17 Uhr`.
pub(super) fn is_hour(after: &[char]) -> bool {
    let (word, rest) = word_after(after);
    let digits = rest.iter().take(3).skip(1).take_while(|sign| sign.is_ascii_digit()).count();
    let is_range = words::is_until(&word) && digits > 0;
    words::is_hour(&word) || is_range && words::is_hour(&word_after(rest.get(1 + digits..).unwrap_or_default()).0)
}

/// The word that follows, in lower case, a blank before it left out, and what follows that.
fn word_after(after: &[char]) -> (String, &[char]) {
    let after = after.strip_prefix(&[' ']).unwrap_or(after);
    let length = after.iter().take(12).take_while(|sign| sign.is_alphabetic()).count();
    let (word, rest) = after.split_at(length);
    (word.iter().flat_map(|letter| letter.to_lowercase()).collect(), rest)
}

/// Whether what follows a number says that it is one to call: `5550143 is my mobile`, `5550143 (mobile)`.
pub(super) fn is_announced_behind(after: &[char]) -> bool {
    let after: String = after.iter().take(BACK.0 / 2).collect();
    let sentence = after.split(['.', '!', '?', ';', ',', '\n']).next().unwrap_or_default();
    let mut words = sentence.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()).take(4);
    let in_brackets = after.trim_start().starts_with('(');
    let is_mine = !in_brackets && words.by_ref().any(words::is_mine);
    let announces = |word: &str| words::announces(word) || is_mine && words::is_number(word);
    (in_brackets || is_mine) && words.next().is_some_and(announces)
}

/// Whether so little stands between two numbers that the second goes with the first: `or`, `and`.
pub(super) fn goes_with(between: &[char]) -> bool {
    let between: String = between.iter().collect();
    let mut words = between.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    between.chars().count() < 12 && !between.contains(['.', '!', '?', '\n']) && words.all(words::is_towards)
}

/// Whether what a number counts follows it, or its money.
pub(super) fn is_counted(after: &[char]) -> bool {
    words::is_counted(&word_after(after).0)
}

/// Whether a sign counts something: money, shares, degrees.
pub(super) fn is_unit_sign(sign: char) -> bool {
    matches!(sign, '%' | '‰' | '°') || is_money(sign)
}

/// Whether a sign is one of money.
pub(super) fn is_money(sign: char) -> bool {
    matches!(sign, '€' | '$' | '£' | '¥' | '\u{20a0}'..='\u{20cf}')
}

/// Whether a text ends with a sign of money or the word for it, and a blank or none.
pub(super) fn is_money_before(text: &[char]) -> bool {
    let text = text.strip_suffix(&[' ']).unwrap_or(text);
    let letters = text.iter().rev().take(5).take_while(|sign| sign.is_alphabetic()).count();
    let word: String = text.get(text.len() - letters..).unwrap_or_default().iter().collect();
    text.last().is_some_and(|sign| is_money(*sign)) || words::is_money(&word)
}

/// How long an extension is that a number goes on with: ` ext. 12`, `x12`, `, доб. 12`.
pub(super) fn extension(after: &[char]) -> Option<usize> {
    let is_between = |sign: &&char| matches!(sign, ' ' | ',' | '.' | ':' | '#' | '-');
    let before = after.iter().take(2).take_while(is_between).count();
    let word = after.get(before..)?.iter().take(12).take_while(|sign| sign.is_alphabetic()).count();
    let name = after.get(before..before + word)?.iter().flat_map(|letter| letter.to_lowercase()).collect::<String>();
    let to = before + word;
    let behind = after.get(to..)?.iter().take(2).take_while(is_between).count();
    let digits = after.get(to + behind..)?.iter().take(7).take_while(|sign| sign.is_ascii_digit()).count();
    let end = to + behind + digits;
    let ends = !after.get(end).is_some_and(|next| is_letter(*next));
    (words::is_extension(&name) && (1..=6).contains(&digits) && ends).then_some(end)
}
