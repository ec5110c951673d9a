//! How a language writes numbers, days and lists: messages of `formats.ftl`, read once, because a report writes
//! millions of numbers.

use super::bundle::{Bundle, text};

/// The conventions of a language.
#[derive(Debug, Clone)]
pub struct Formats {
    /// Between the whole and the decimals of a number.
    pub(super) decimal_sign: String,
    /// Between thousands.
    pub(super) group_sign: String,
    /// Between a number and the sign after it.
    pub(super) percent: Around,
    /// An interval: what stands before, between and after its ends.
    pub(super) range: Between,
    /// The short names of the months.
    pub(super) months: [String; 12],
}

/// What stands before and after something.
#[derive(Debug, Clone)]
pub(super) struct Around {
    pub(super) before: String,
    pub(super) after: String,
}

/// What stands before, between and after two things.
#[derive(Debug, Clone)]
pub(super) struct Between {
    pub(super) before: String,
    pub(super) middle: String,
    pub(super) after: String,
}

/// What stands in a message for what it is given, while it is taken apart.
const FIRST: &str = "\u{1}";
const SECOND: &str = "\u{2}";

impl Formats {
    /// The conventions that these bundles say, the first that knows one.
    pub(super) fn of(bundles: &[&Bundle]) -> Self {
        let say = |message: &str| text(bundles, message, &[("number", FIRST), ("low", FIRST), ("high", SECOND)]);
        let (before, after) = parted(&say("percent"), FIRST);
        let (start, rest) = parted(&say("range"), FIRST);
        let (middle, end) = parted(&rest, SECOND);
        Self {
            decimal_sign: say("decimal-sign"),
            group_sign: say("group-sign"),
            percent: Around { before, after },
            range: Between { before: start, middle, after: end },
            months: std::array::from_fn(|month| say(&format!("month-{}", month + 1))),
        }
    }
}

fn parted(text: &str, at: &str) -> (String, String) {
    let (before, after) = text.split_once(at).unwrap_or((text, ""));
    (before.to_owned(), after.to_owned())
}
