//! What stands in braces, taken apart into names, texts, numbers and signs.

use std::ops::Range;

use super::Mistake;

/// A word of an expression.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Token<'s> {
    /// A name or a keyword.
    Name(&'s str),
    /// A text in quotes, without them.
    Text(String),
    /// A whole number.
    Whole(i64),
    /// A number with a decimal point.
    Decimal(f64),
    /// Anything else.
    Sign(&'static str),
}

/// The signs; longer ones first.
const SIGNS: [&str; 21] =
    ["==", "!=", "<=", ">=", "//", "~", "+", "-", "*", "/", "%", "<", ">", "=", "(", ")", "[", "]", ",", ".", "|"];

/// What was read of a tag.
pub(super) struct Read<'s> {
    /// Its tokens and where they stand.
    pub(super) tokens: Vec<(Token<'s>, Range<usize>)>,
    /// Where it ends, braces included; nothing where it is not closed.
    pub(super) end: Option<usize>,
    /// How far was read.
    pub(super) stopped: usize,
    /// Whether the blanks behind it are left out.
    pub(super) trims: bool,
    /// Whether something could not be read; that was told.
    pub(super) is_wrong: bool,
}

impl Read<'_> {
    /// Whether a token is this name.
    pub(super) fn is_name(&self, position: usize, name: &str) -> bool {
        matches!(self.tokens.get(position), Some((Token::Name(found), _)) if *found == name)
    }
}

/// Reads the tokens of a tag up to its closing braces. It is not closed where the text ends or other braces open.
pub(super) fn tokens<'s>(source: &'s str, from: usize, closing: &str, mistakes: &mut Vec<Mistake>) -> Read<'s> {
    let mut read = Read { tokens: Vec::new(), end: None, stopped: from, trims: false, is_wrong: false };
    loop {
        let rest = source.get(read.stopped..).unwrap_or_default();
        let blanks = rest.len() - rest.trim_start().len();
        let (rest, at) = (rest.trim_start(), read.stopped + blanks);
        read.stopped = at;
        let trimmed = rest.strip_prefix('-').filter(|after| after.starts_with(closing));
        if rest.starts_with(closing) || trimmed.is_some() {
            read.trims = trimmed.is_some();
            read.end = Some(at + closing.len() + usize::from(read.trims));
            return read;
        }
        if rest.is_empty() || rest.starts_with("{{") || rest.starts_with("{%") {
            return read;
        }
        match token(rest) {
            Some((token, length)) => {
                read.tokens.push((token, at..at + length));
                read.stopped = at + length;
            }
            None => unreadable(rest, at, &mut read, mistakes),
        }
    }
}

/// Notes what cannot be read, once a tag, and passes it over.
fn unreadable(rest: &str, at: usize, read: &mut Read<'_>, mistakes: &mut Vec<Mistake>) {
    let letter = rest.chars().next().unwrap_or_default();
    let is_quote = matches!(letter, '"' | '\'');
    if !read.is_wrong {
        let range = at..at + letter.len_utf8();
        let wrong = match letter {
            '"' | '\'' => Mistake::form(range, "a text in quotes that is not ended here, or has an unknown escape")
                .help("end it with the same quote; escapes are `\\n`, `\\t`, `\\\\`, `\\\"` and `\\'`"),
            digit if digit.is_ascii_digit() => {
                Mistake::form(range, "a number that is too large").help("write a smaller one")
            }
            other => Mistake::form(range, format!("`{}` has no meaning here", other.escape_debug()))
                .help("texts stand in quotes: `score(\"recommend\")`"),
        };
        mistakes.push(wrong);
    }
    read.is_wrong = true;
    let line = rest.find('\n').unwrap_or(rest.len());
    let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let closed = ["}}", "%}"].into_iter().filter_map(|closing| rest.find(closing)).min().unwrap_or(line);
    read.stopped = at + if is_quote { closed.min(line).max(1) } else { digits.max(letter.len_utf8()) };
}

fn token(rest: &str) -> Option<(Token<'_>, usize)> {
    let first = rest.chars().next()?;
    if first.is_alphabetic() || first == '_' {
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        return Some((Token::Name(rest.get(..end)?), end));
    }
    match first {
        '"' | '\'' => text(rest, first),
        digit if digit.is_ascii_digit() => number(rest),
        _ => {
            let sign = SIGNS.into_iter().find(|sign| rest.starts_with(sign))?;
            Some((Token::Sign(sign), sign.len()))
        }
    }
}

fn text(rest: &str, quote: char) -> Option<(Token<'_>, usize)> {
    let mut text = String::new();
    let mut letters = rest.char_indices().skip(1);
    while let Some((at, letter)) = letters.next() {
        match letter {
            letter if letter == quote => return Some((Token::Text(text), at + 1)),
            '\\' => text.push(match letters.next()?.1 {
                'n' => '\n',
                't' => '\t',
                other @ ('\\' | '"' | '\'') => other,
                _ => return None,
            }),
            other => text.push(other),
        }
    }
    None
}

fn number(rest: &str) -> Option<(Token<'_>, usize)> {
    let digits = |text: &str| text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let whole = digits(rest);
    let fraction = rest.get(whole..)?.strip_prefix('.').map_or(0, digits);
    let end = if fraction == 0 { whole } else { whole + 1 + fraction };
    let written = rest.get(..end)?;
    let token = match fraction {
        0 => Token::Whole(written.parse().ok()?),
        _ => Token::Decimal(written.parse().ok().filter(|number: &f64| number.is_finite())?),
    };
    Some((token, end))
}
