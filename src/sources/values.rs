//! The values that records are made of: ids, texts, numbers, days, moments, attributes.

use jiff::civil::Date;
use jiff::tz::Offset;

use super::decode::{Decode, Located, Reading, scalar, shortened, warn_cut_text};
use super::node::{Kind, Node, Style};
use crate::diagnostic::{At, Code};

/// The name of a thing in the program, as it stands in the file, with its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Id {
    /// The text as it stands.
    pub text: Box<str>,
    /// Where it stands.
    pub at: At,
}

impl Decode for Id {
    fn decode(node: &Node, reading: &mut Reading) -> Option<Self> {
        let scalar = scalar(node, "an id", reading)?;
        if scalar.text.trim().is_empty() {
            reading.error(
                Code::WrongId,
                node.at,
                "an id may not be empty",
                Some("write the id, or leave the key out; an empty cell of a table is `null`".to_owned()),
            );
            return None;
        }
        warn_cut_text(scalar, node, reading);
        if scalar.style != Style::Quoted && yaml_reads_as_other(&scalar.text) {
            let message = format!("other YAML readers take the id `{}` for a number or a boolean", scalar.text);
            reading.warn_once(
                Code::AmbiguousId,
                node.at,
                message,
                "put it in quotes; it is read here as the text that stands there",
            );
        }
        Some(Self { text: scalar.text.clone(), at: node.at })
    }
}

/// Whether YAML 1.1 or 1.2 reads plain text as a number or a boolean.
fn yaml_reads_as_other(text: &str) -> bool {
    const BOOLEANS: [&str; 8] = ["true", "false", "yes", "no", "on", "off", "y", "n"];
    let unsigned = text.trim_start_matches(['+', '-']);
    let radix = |prefix, base| {
        unsigned.strip_prefix(prefix).is_some_and(|d: &str| !d.is_empty() && d.chars().all(|c| c.is_digit(base)))
    };
    let number = unsigned.starts_with(|c: char| c.is_ascii_digit() || c == '.') && unsigned.parse::<f64>().is_ok();
    number || radix("0x", 16) || radix("0o", 8) || BOOLEANS.contains(&text.to_ascii_lowercase().as_str())
}

impl Decode for String {
    fn decode(node: &Node, reading: &mut Reading) -> Option<Self> {
        let scalar = scalar(node, "a text", reading)?;
        warn_cut_text(scalar, node, reading);
        Some(scalar.text.to_string())
    }
}

/// What a respondent wrote, word for word. Empty text is no comment.
#[derive(Debug, Clone, PartialEq)]
pub struct Verbatim(pub Box<str>);

impl Decode for Verbatim {
    fn decode(node: &Node, reading: &mut Reading) -> Option<Self> {
        let scalar = scalar(node, "a text", reading)?;
        if matches!(scalar.style, Style::BeforeHash | Style::BeforeComment) {
            let message = format!("` #` ends the comment here: it is read as `{}`", shortened(&scalar.text));
            reading.warn_once(Code::CutText, node.at, message, "put the comment in quotes if the rest belongs to it");
        }
        Some(Self(scalar.text.clone()))
    }
}

/// The language of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Language {
    /// What stands there.
    pub text: Box<str>,
    /// The IETF tag that it is; nothing where it is none.
    pub tag: Option<Box<str>>,
}

impl Decode for Language {
    fn decode(node: &Node, reading: &mut Reading) -> Option<Self> {
        let written = &scalar(node, "a language such as `en`", reading)?.text;
        let tag = written.trim().replace('_', "-");
        let is_part = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric());
        let is_first = |part: &str| (2..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphabetic());
        let mut parts = tag.split('-');
        if parts.next().is_some_and(is_first) && parts.all(is_part) {
            return Some(Self { text: written.clone(), tag: Some(tag.into()) });
        }
        let message = format!("`{}` is not a language tag: the comment stands without one", shortened(written));
        reading.warn_once(Code::WrongLanguage, node.at, message, "write a tag such as `en`, `de` or `pt-BR`");
        Some(Self { text: written.clone(), tag: None })
    }
}

impl Decode for bool {
    fn decode(node: &Node, reading: &mut Reading) -> Option<Self> {
        match &*scalar(node, "`true` or `false`", reading)?.text {
            "true" => Some(true),
            "false" => Some(false),
            _ => {
                reading.expected(node, "`true` or `false`");
                None
            }
        }
    }
}

/// More of anything is not counted: a hundred thousand such counts can still be added up.
const LARGEST_COUNT: u64 = 1_000_000_000_000;

/// Numbers beyond this, in either direction, cannot be added up to the unit.
const LARGEST_NUMBER: f64 = 1e15;

/// Notes that a number is too large to be meant; it is not kept.
fn too_large(node: &Node, largest: impl std::fmt::Display, reading: &mut Reading) -> bool {
    let help = format!("write a number up to {largest}");
    reading.error(Code::NumberTooLarge, node.at, "the number is too large to be meant", Some(help));
    false
}

/// A text as a finite number.
#[must_use]
pub fn number(text: &str) -> Option<f64> {
    let starts = text.trim_start_matches(['+', '-']).starts_with(|c: char| c.is_ascii_digit() || c == '.');
    text.parse().ok().filter(|value: &f64| starts && value.is_finite())
}

impl Decode for f64 {
    fn decode(node: &Node, reading: &mut Reading) -> Option<Self> {
        let value = number(&scalar(node, "a number", reading)?.text);
        if value.is_none() {
            reading.expected(node, "a number");
        }
        value.filter(|value| value.abs() <= LARGEST_NUMBER || too_large(node, LARGEST_NUMBER, reading))
    }
}

impl Decode for u64 {
    fn decode(node: &Node, reading: &mut Reading) -> Option<Self> {
        let value = scalar(node, "a whole number", reading)?.text.parse().ok();
        if value.is_none() {
            reading.expected(node, "a whole number of 0 or more");
        }
        value.filter(|value| *value <= LARGEST_COUNT || too_large(node, LARGEST_COUNT, reading))
    }
}

impl Decode for Date {
    fn decode(node: &Node, reading: &mut Reading) -> Option<Self> {
        let text = &scalar(node, "a date such as 2026-02-28", reading)?.text;
        if text.trim().is_empty() {
            let help = Some("write the day, or leave the key out; an empty cell of a table is `null`".to_owned());
            reading.error(Code::WrongDate, node.at, "a date may not be empty", help);
            return None;
        }
        let shape = text.len() == 10
            && text.bytes().enumerate().all(|(i, b)| if matches!(i, 4 | 7) { b == b'-' } else { b.is_ascii_digit() });
        let date = text.parse().ok().filter(|_| shape);
        if date.is_none() {
            let day = text.get(..10).filter(|_| text.len() > 10 && moment(text).is_some());
            if let Some(day) = day {
                let help = Some(format!("write the day alone: {day}"));
                reading.error(Code::WrongDate, node.at, format!("`{}` is a day with a time", shortened(text)), help);
                return None;
            }
            let problem = if shape { "is not in the calendar" } else { "is not a date" };
            let help = Some("write year-month-day, such as 2026-02-28".to_owned());
            reading.error(Code::WrongDate, node.at, format!("`{}` {problem}", shortened(text)), help);
        }
        date
    }
}

/// A moment in seconds since 1970 in UTC; a day alone is its midnight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// Seconds since 1970-01-01T00:00:00Z.
    pub seconds: i64,
    /// How many seconds its clock is ahead of UTC; 0 where no offset is written.
    pub offset: i32,
    /// The day as it is written: by its own clock.
    pub day: Date,
}

impl Decode for Moment {
    fn decode(node: &Node, reading: &mut Reading) -> Option<Self> {
        let text = &scalar(node, "a moment such as 2026-01-04T09:12:00Z", reading)?.text;
        let moment = moment(text);
        if moment.is_none() {
            let help = Some("write a day (2026-01-04) or a moment (2026-01-04T09:12:00Z)".to_owned());
            reading.error(Code::WrongDate, node.at, format!("`{}` is not a moment", shortened(text)), help);
        }
        moment
    }
}

/// Without an offset a moment counts as UTC, so that it means the same on every machine.
fn moment(text: &str) -> Option<Moment> {
    let (timestamp, offset) = match text.parse::<jiff::Timestamp>() {
        Ok(timestamp) => {
            let written = jiff::fmt::temporal::Pieces::parse(text).ok().and_then(|pieces| pieces.to_numeric_offset());
            (timestamp, written.unwrap_or(Offset::UTC))
        }
        Err(_) => (Offset::UTC.to_timestamp(text.parse().ok()?).ok()?, Offset::UTC),
    };
    let day = offset.to_datetime(timestamp).date();
    Some(Moment { seconds: timestamp.as_second(), offset: offset.seconds(), day })
}

/// An attribute: one text or several, as they stand.
#[derive(Debug, Clone, PartialEq)]
pub struct Texts(pub Vec<Box<str>>);

impl Decode for Texts {
    fn decode(node: &Node, reading: &mut Reading) -> Option<Self> {
        match &node.kind {
            Kind::Null => Some(Self(Vec::new())),
            Kind::Scalar(scalar) => {
                warn_cut_text(scalar, node, reading);
                Some(Self(vec![scalar.text.clone()]))
            }
            Kind::List(items) => {
                let one = |item: &Node| String::decode(item, reading).map(Into::into);
                Some(Self(items.iter().filter_map(one).collect()))
            }
            Kind::Map(_) => {
                reading.expected(node, "a text or a list of texts");
                None
            }
        }
    }

    fn absent() -> Option<Self> {
        Some(Self(Vec::new()))
    }
}

/// What was answered to one question, as it stands; the program checks it against the question.
#[derive(Debug, Clone, PartialEq)]
pub enum GivenAnswer {
    /// One value.
    One(Box<str>),
    /// Several chosen options.
    Several(Vec<Located<Box<str>>>),
}

impl Decode for Box<str> {
    fn decode(node: &Node, reading: &mut Reading) -> Option<Self> {
        let scalar = scalar(node, "a single value", reading)?;
        warn_cut_text(scalar, node, reading);
        Some(scalar.text.clone())
    }
}

impl Decode for GivenAnswer {
    fn decode(node: &Node, reading: &mut Reading) -> Option<Self> {
        match &node.kind {
            Kind::List(_) => Vec::decode(node, reading).map(Self::Several),
            _ => Box::decode(node, reading).map(Self::One),
        }
    }
}
