//! Rows of digits: groups of digits with what may stand between those of one number, or of several.

use std::ops::RangeInclusive;

/// Most signs between two groups: `) / `.
const MOST_BETWEEN: usize = 4;

/// What stands between two groups.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// One sign, which makes one word of both.
    Joined(char),
    /// A blank or two.
    Open,
    /// A bracket, with blanks.
    Bracket,
    /// A sign with blanks, as between two numbers.
    Wide,
    /// A full stop and a blank.
    Stop,
}

/// Some digits.
#[derive(Clone, Copy, Debug)]
pub(super) struct DigitGroup {
    /// Where they begin.
    pub(super) from: usize,
    /// Where they end.
    pub(super) to: usize,
    /// Whether they are for certain no part of a phone number.
    pub(super) is_other: bool,
}

/// Groups that follow one another.
pub(super) struct GroupRow<'s> {
    /// The whole text.
    pub(super) signs: &'s [char],
    /// The groups, of which there is one at least.
    pub(super) groups: Vec<DigitGroup>,
}

impl<'s> GroupRow<'s> {
    /// The row that begins with the digit at a place.
    pub(super) fn read(signs: &'s [char], from: usize) -> Self {
        let mut groups = vec![group(signs, from)];
        let mut to = groups.first().map_or(from, |first| first.to);
        while let Some(next) = next(signs, to) {
            groups.push(next);
            to = next.to;
        }
        Self { signs, groups }
    }

    /// Where it ends.
    pub(super) fn to(&self) -> usize {
        self.groups.last().map_or(self.signs.len(), |last| last.to)
    }

    /// What stands before a group of the row; none before the first and behind the last.
    pub(super) fn gap(&self, group: usize) -> Option<Gap> {
        let (before, group) = (self.groups.get(group.checked_sub(1)?)?, self.groups.get(group)?);
        gap(self.signs.get(before.to..group.from)?)
    }

    /// What joins a group to the one before it.
    pub(super) fn joint(&self, group: usize) -> Option<char> {
        match self.gap(group) {
            Some(Gap::Joined(sign)) => Some(sign),
            _ => None,
        }
    }

    /// Whether a hyphen with blanks stands before a group.
    pub(super) fn is_hyphened(&self, group: usize) -> bool {
        self.gap(group) == Some(Gap::Wide) && self.sign_before(group, 2) == Some('-')
    }

    pub(super) fn digits(&self, group: usize) -> &'s [char] {
        self.groups.get(group).and_then(|group| self.signs.get(group.from..group.to)).unwrap_or_default()
    }

    /// How many digits a group has.
    pub(super) fn length(&self, group: usize) -> usize {
        self.digits(group).len()
    }

    /// Whether it has so many digits or more.
    pub(super) fn has_digits(&self, fewest: usize) -> bool {
        self.groups.iter().take(fewest).map(|group| group.to - group.from).sum::<usize>() >= fewest
    }

    /// The value of a group of four digits or fewer.
    pub(super) fn value(&self, group: usize) -> Option<u32> {
        let digits = self.digits(group);
        let value = digits.iter().filter_map(|digit| digit.to_digit(10)).fold(0, |value, digit| value * 10 + digit);
        (1..=4).contains(&digits.len()).then_some(value).filter(|_| digits.len() < 5)
    }

    pub(super) fn is_other(&self, group: usize) -> bool {
        self.groups.get(group).is_none_or(|group| group.is_other)
    }

    /// The sign so many places before a group.
    pub(super) fn sign_before(&self, group: usize, places: usize) -> Option<char> {
        self.signs.get(self.groups.get(group)?.from.checked_sub(places)?).copied()
    }

    /// What follows a group up to the end of the text.
    pub(super) fn after(&self, group: usize) -> &'s [char] {
        self.groups.get(group).and_then(|group| self.signs.get(group.to..)).unwrap_or_default()
    }

    /// The groups that are joined to one word, from the one it begins with.
    pub(super) fn word(&self, first: usize) -> RangeInclusive<usize> {
        let joined = (first + 1..self.groups.len()).take_while(|group| self.joint(*group).is_some()).count();
        first..=first + joined
    }
}

fn group(signs: &[char], from: usize) -> DigitGroup {
    let digits = signs.get(from..).unwrap_or_default().iter().take_while(|sign| sign.is_ascii_digit()).count();
    DigitGroup { from, to: from + digits, is_other: false }
}

/// The group behind the end of another, if both may be of one row.
fn next(signs: &[char], to: usize) -> Option<DigitGroup> {
    let rest = signs.get(to..)?;
    let between = rest.iter().take(MOST_BETWEEN + 1).take_while(|sign| !sign.is_ascii_digit()).count();
    gap(rest.get(..between)?)?;
    let next = group(signs, to + between);
    (next.to > next.from).then_some(next)
}

fn gap(between: &[char]) -> Option<Gap> {
    let is_all = |signs: &str| between.iter().all(|sign| signs.contains(*sign));
    match *between {
        [] => None,
        [' '] | [' ', ' '] => Some(Gap::Open),
        [sign] if "-./\\'_*~,:".contains(sign) => Some(Gap::Joined(sign)),
        _ if between.len() > MOST_BETWEEN => None,
        _ if is_all(" ()-/.") && between.iter().any(|sign| matches!(sign, '(' | ')')) => Some(Gap::Bracket),
        ['.', ' '] => Some(Gap::Stop),
        [' ', '.', ' '] => Some(Gap::Wide),
        _ if is_all(" -/|") => Some(Gap::Wide),
        _ => None,
    }
}
