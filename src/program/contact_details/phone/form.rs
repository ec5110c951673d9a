//! The forms of phone numbers that show by themselves, by country and by the groups in which they are written.

use super::country;
use super::other;
use super::row::{Gap, GroupRow};
use crate::program::contact_details::said;

/// The groups in which numbers are written with a country's code that nothing is put before.
const INTERNATIONAL: [&[usize]; 11] = [
    &[2, 2, 3, 2, 2],
    &[2, 4, 6],
    &[2, 2, 4, 4],
    &[2, 1, 3, 2, 2],
    &[2, 3, 7],
    &[2, 3, 8],
    &[2, 3, 4, 4],
    &[2, 1, 2, 2, 2, 2],
    &[2, 3, 2, 2, 2],
    &[2, 3, 3, 2, 2],
    &[3, 2, 3, 2, 2],
];

/// Some groups of a row that might be a phone number.
pub(super) struct Candidate<'r, 's> {
    /// The row.
    pub(super) row: &'r GroupRow<'s>,
    /// The first group.
    pub(super) first: usize,
    /// The last group.
    pub(super) last: usize,
    /// Whether a `+` stands before the first.
    pub(super) is_plus: bool,
    digits: String,
    lengths: Vec<usize>,
}

impl<'r, 's> Candidate<'r, 's> {
    pub(super) fn new(row: &'r GroupRow<'s>, first: usize, last: usize, is_plus: bool) -> Self {
        let digits = (first..=last).flat_map(|group| row.digits(group)).collect();
        let lengths = (first..=last).map(|group| row.length(group)).collect();
        Self { row, first, last, is_plus, digits, lengths }
    }

    /// How many digits it has.
    pub(super) fn length(&self) -> usize {
        self.digits.len()
    }

    /// Whether it has a form that phone numbers have and other numbers seldom.
    pub(super) fn is_phone(&self) -> bool {
        if self.is_plus {
            return self.is_international(0);
        }
        self.is_international(2)
            || self.is_international_in_groups()
            || self.is_national()
            || self.is_russian()
            || self.is_chinese()
            || self.is_grouped()
    }

    /// With a country's code behind the `+` or so many zeros, and as many digits as that country's numbers have.
    fn is_international(&self, zeros: usize) -> bool {
        let is_begun = self.digits.bytes().take(zeros).all(|digit| digit == b'0');
        let Some(digits) = self.digits.get(zeros..).filter(|_| is_begun) else { return false };
        let Some((code, fewest, most)) = country::code(digits) else { return false };
        let national = digits.get(code..).unwrap_or_default();
        // `+49 (0)30` and `+49 030`: the 0 is for calls from within the country. Italy's is a part of the number.
        let is_trunk = national.starts_with('0') && !digits.starts_with("39");
        let is_length = (fewest..=most).contains(&(national.len() - usize::from(is_trunk)));
        is_length && !self.is_international_amount(code)
    }

    /// With a country's code that nothing is put before, in groups that say it: `41 79 123 45 67`, `49 (0)171 1234567`.
    fn is_international_in_groups(&self) -> bool {
        let has_zero = self.row.digits(self.first + 1) == ['0'] && self.row.gap(self.first + 2) == Some(Gap::Bracket);
        let is_usual = INTERNATIONAL.contains(&self.lengths.as_slice());
        // `20 30 2024 2025`
        let are_years = || other::passed_over(self.row, self.first + 2).is_some();
        let is_code = || country::code(&self.digits).is_some_and(|(code, _, _)| self.lengths.first() == Some(&code));
        (has_zero || is_usual && !are_years()) && is_code() && self.is_international(0)
    }

    /// Whether it looks like thousands that a `+` was put before: `+1 240 500`, `+12 044 123 456`.
    fn is_international_amount(&self, code: usize) -> bool {
        let is_round = self.digits.ends_with("000");
        let is_short = self.digits.len() < 10 || self.row.length(self.first) != code;
        self.is_plus && self.is_thousands() && (is_round || is_short)
    }

    /// Whether all groups are an amount with its thousands apart.
    pub(super) fn is_thousands(&self) -> bool {
        other::amount(self.row, self.first).is_some_and(|groups| self.first + groups > self.last)
    }

    /// Whether it ends as sums do that are rounded.
    pub(super) fn is_round(&self) -> bool {
        self.digits.ends_with("000")
    }

    /// Whether the `+` stands before the code of a country, whatever follows that.
    pub(super) fn has_code(&self) -> bool {
        let is_exact = self.digits.starts_with(['1', '7']);
        self.is_plus && !is_exact && country::code(&self.digits).is_some()
    }

    /// With the 0 that most countries have before the area.
    fn is_national(&self) -> bool {
        let mut digits = self.digits.bytes();
        let has_area = digits.next() == Some(b'0') && digits.next().is_some_and(|digit| digit != b'0');
        let is_length = match *self.lengths.as_slice() {
            // `030 12345`, `0-22 123 45 67`, `(0)20 7946 0958`
            [3, 5] | [1, 2, 3, 2, 2] | [1, 2, 4, 4] => true,
            // `01069 04109 09111`: postal codes.
            [5, 5] => self.row.length(self.last + 1) != 5 && self.row.length(self.first.wrapping_sub(1)) != 5,
            _ if self.is_spelled() => true,
            [_] => (9..=12).contains(&self.length()),
            [1, 3, ..] => {
                (10..=12).contains(&self.length()) && self.lengths.get(2) != Some(&3)
                    || self.lengths == [1, 3, 3, 2, 2]
                    || self.lengths == [1, 3, 3, 4]
            }
            [2..=7, ..] => (9..=12).contains(&(self.length() - self.extension())),
            _ => false,
        };
        has_area && is_length && !other::is_day_in_groups(self.row, self.first) && !self.are_times()
    }

    /// Whether it is written digit by digit, and does not count up.
    fn is_spelled(&self) -> bool {
        let rises = |pair: &[u8]| matches!(pair, [before, digit] if *digit == before + 1);
        (10..=12).contains(&self.length())
            && self.lengths.iter().all(|length| *length == 1)
            && !self.digits.as_bytes().windows(2).all(rises)
    }

    /// How many digits are an extension behind a hyphen, where the number is long without it.
    fn extension(&self) -> usize {
        let last = self.row.length(self.last);
        let is_extension = self.row.joint(self.last) == Some('-') && self.last > self.first + 1 && self.length() > 12;
        if is_extension && last < 6 { last } else { 0 }
    }

    /// Whether all groups are times of day without a colon.
    fn are_times(&self) -> bool {
        let is_time = |group: usize| {
            self.row.length(group) == 4 && self.row.value(group).is_some_and(|value| value <= 2400 && value % 100 < 60)
        };
        (self.first..=self.last).all(is_time)
    }

    /// As in Russia and Kazakhstan: 8 or 7, an area that begins with 3, 4, 7, 8 or 9, eleven digits.
    fn is_russian(&self) -> bool {
        let mut digits = self.digits.bytes();
        let is_begun =
            matches!(digits.next(), Some(b'7' | b'8')) && matches!(digits.next(), Some(b'3' | b'4' | b'7'..=b'9'));
        let is_cut = matches!(*self.lengths.as_slice(), [11] | [1, 3..=5, ..] | [4, ..] | [1, 10]);
        is_begun && is_cut && self.length() == 11
    }

    /// A mobile number of China: eleven digits that begin with 13 to 19.
    fn is_chinese(&self) -> bool {
        let mut digits = self.digits.bytes();
        let is_begun = digits.next() == Some(b'1') && digits.next().is_some_and(|digit| digit > b'2');
        is_begun && matches!(*self.lengths.as_slice(), [11] | [3, 4, 4] | [3, 8])
    }

    /// In groups as phone numbers are written in, without a 0.
    fn is_grouped(&self) -> bool {
        let digit = |place: usize| self.digits.as_bytes().get(place).copied().unwrap_or_default();
        let first = digit(0);
        let is_hyphened = (self.first + 1..=self.last).all(|group| self.row.joint(group) == Some('-'));
        match *self.lengths.as_slice() {
            // North America: area and exchange begin with 2 to 9. Italy's mobile numbers begin with 3.
            [3, 3, 4] => first > b'1' && digit(3) > b'1' || first == b'3',
            [1, 3, 3, 4] => first == b'1' && digit(1) > b'1' && digit(4) > b'1',
            [3, 7] => first == b'3' || self.has_area_in_brackets(),
            // Switzerland, Russia, Turkey, Spain, Poland, without what is dialled first.
            [3, 3 | 2, 2, 2] | [2, 3, 2, 2] => first > b'1',
            [3, 2, 2] => is_hyphened,
            [3, 3, 3] => is_hyphened && first > b'3' || self.is_in_threes(),
            // Brazil.
            [2, 5, 4] => digit(2) == b'9',
            _ => self.has_area_in_brackets(),
        }
    }

    /// `(212) 5550143`
    fn has_area_in_brackets(&self) -> bool {
        let area = self.row.length(self.first);
        let is_year = area == 4 && matches!(self.digits.get(..2), Some("19" | "20"));
        let is_bracketed =
            self.row.sign_before(self.first, 1) == Some('(') && self.row.gap(self.first + 1) == Some(Gap::Bracket);
        let threes = self.lengths.iter().skip(1).all(|length| *length == 3);
        let is_length = (8..=12).contains(&self.length()) && self.length() > area + 4;
        let is_zero = self.digits.starts_with('0');
        is_bracketed && (2..=5).contains(&area) && is_length && !is_year && (!threes || is_zero)
    }

    /// `601 234 567`, as in Poland, Spain and Portugal: not round, and nothing is said to be counted.
    fn is_in_threes(&self) -> bool {
        let is_spaced = (self.first + 1..=self.last).all(|group| self.row.gap(group) == Some(Gap::Open));
        let is_parted = |group: usize| matches!(self.row.gap(group), None | Some(Gap::Wide));
        let is_alone = is_parted(self.first) && is_parted(self.last + 1);
        let is_begun = self.digits.as_bytes().first().is_some_and(|digit| *digit > b'4');
        is_spaced
            && is_alone
            && is_begun
            && !self.digits.ends_with("00")
            && !said::is_counted(self.row.after(self.last))
    }
}
