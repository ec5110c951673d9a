//! Phone numbers. A row of digits is read once into groups; days, times, shares and the like are taken out of it; and
//! from each group on, the longest stretch is looked for that has the form of a phone number, or that words before it
//! announce as one.
//!
//! Libraries for phone numbers (`phonenumber`, `rlibphonenumber`) hold every country's plan in megabytes of patterns, and
//! judge a number without a country's code by the plan of a country that they are told. A comment does not tell it, and
//! most rows of nine or ten digits are valid somewhere. What decides is the text around, which they do not look at; of
//! the plans, the lengths of the countries' numbers will do.

mod country;
mod form;
mod other;
mod row;

use self::form::Candidate;
use self::row::{Gap, GroupRow};
use super::said::{self, Said};
use super::{FEWEST_DIGITS, is_letter};

/// The most digits of a phone number (ITU-T E.164).
const MOST_DIGITS: usize = 15;

/// The most digits that are looked at: `00` and a 0 in brackets stand before others, and an extension behind them.
const MOST_LOOKED_AT: usize = 19;

/// The most digits of a code and an area, behind which a sign with blanks may stand within one number.
const MOST_OF_AREA: usize = 7;

/// Where the phone numbers between two places begin and end.
pub(super) fn numbers(signs: &[char], from: usize, to: usize) -> Vec<(usize, usize)> {
    let signs = signs.get(..to).unwrap_or_default();
    let mut numbers = Vec::new();
    let mut at = from;
    while let Some(place) = signs.get(at..).and_then(|rest| rest.iter().position(char::is_ascii_digit)) {
        let mut row = GroupRow::read(signs, at + place);
        let begin = start(&row, from);
        let follows = numbers.last().is_some_and(|(_, end)| signs.get(*end..begin).is_some_and(said::goes_with));
        let found = if row.has_digits(FEWEST_DIGITS) { search(&mut row, from, follows) } else { Vec::new() };
        at = found.last().map_or(row.to(), |last| last.1.max(row.to()));
        numbers.extend(found);
    }
    numbers
}

/// The numbers of a row; `follows` says that one stands right before it.
fn search(row: &mut GroupRow<'_>, from: usize, follows: bool) -> Vec<(usize, usize)> {
    other::mark(row);
    let said = said::before(row.signs, start(row, from));
    Search { row, from, is_plus: is_plus(row, from), said, follows }.run()
}

/// Whether a `+` stands before a row that is no sum or name: `C++ 11`.
fn is_plus(row: &GroupRow<'_>, from: usize) -> bool {
    let signs: Vec<Option<char>> = (1..=3).map(|places| row.sign_before(0, places)).collect();
    let places = match *signs.as_slice() {
        [Some('+'), ..] => 1,
        [Some(' ' | '('), Some('+'), _] => 2,
        _ => return false,
    };
    // `0171 1234567 + 0172 7654321`
    if row.digits(0).first() == Some(&'0') {
        return false;
    }
    let before = row.sign_before(0, places + 1);
    let is_name = before == Some('+') && row.sign_before(0, places + 2).is_some_and(is_letter);
    row.groups.first().is_some_and(|first| first.from >= from + places) && !is_name
}

/// Where what stands directly before a row and belongs to it begins.
fn start(row: &GroupRow<'_>, from: usize) -> usize {
    let first = row.groups.first().map_or(from, |first| first.from);
    let opening = row.signs.get(from..first).unwrap_or_default().iter().rev().take(3);
    let length = opening.take_while(|sign| matches!(sign, '+' | '(')).count();
    let spaced = row.signs.get(..first).unwrap_or_default().ends_with(&['+', ' ']);
    first - if spaced { 2 } else { length }
}

/// The search for the numbers of a row.
struct Search<'r, 's> {
    row: &'r GroupRow<'s>,
    /// Nothing begins before it.
    from: usize,
    /// Whether a `+` stands before it.
    is_plus: bool,
    /// What is said before it.
    said: Said,
    /// Whether another phone number stands right before it.
    follows: bool,
}

/// What is known of the groups that begin with one.
enum Verdict {
    /// A phone number up to this group.
    Phone(usize),
    /// Something else up to this group.
    Other(usize),
}

impl Search<'_, '_> {
    /// Where the numbers begin and end.
    fn run(&self) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        let (mut group, mut follows) = (0, self.follows);
        while group < self.row.groups.len() {
            let can_begin = follows || self.can_begin(group);
            let verdict = if self.row.is_other(group) || !can_begin {
                Verdict::Other(group)
            } else {
                self.verdict(group, follows)
            };
            let last = match verdict {
                Verdict::Phone(last) => {
                    found.extend(self.bounds(group, last));
                    last
                }
                Verdict::Other(last) => last,
            };
            follows = matches!(verdict, Verdict::Phone(_));
            group = last + 1;
        }
        found
    }

    /// Whether a number may begin with a group: not with the decimals of another.
    fn can_begin(&self, group: usize) -> bool {
        match self.row.gap(group) {
            Some(Gap::Joined(sign)) => {
                let is_decimal = sign == ',' && self.row.digits(group - 1) == ['0'];
                let is_filed = sign == '/' && other::is_year(self.row, group - 1);
                matches!(sign, '/' | ',' | '*' | '_' | '~') && !is_decimal && !is_filed
                    || group > 0 && self.row.is_other(group - 1)
            }
            _ => !self.is_in_fours(group),
        }
    }

    /// Whether a group is one of several of four, as of an account number that proves wrong.
    fn is_in_fours(&self, group: usize) -> bool {
        let is_open = |group: usize| self.row.gap(group) == Some(Gap::Open) && self.row.length(group) == 4;
        group > 0 && self.row.length(group - 1) == 4 && is_open(group) && is_open(group + 1)
    }

    /// What begins with a group; `follows` says that a phone number ends right before it.
    fn verdict(&self, first: usize, follows: bool) -> Verdict {
        let candidates = self.candidates(first);
        let said = if first == 0 { self.said } else { self.said_later() };
        if let Some(candidate) = self.with_form(&candidates) {
            let is_vetoed = self.is_vetoed(candidate, said);
            return if is_vetoed { Verdict::Other(candidate.last) } else { Verdict::Phone(candidate.last) };
        }
        let passed = other::passed_over(self.row, first);
        let is_whole =
            |candidate: &&Candidate<'_, '_>| candidate.length() <= MOST_DIGITS && self.is_end(candidate.last);
        let is_called = |candidate: &&Candidate<'_, '_>| self.is_called(candidate, said, passed.is_some(), follows);
        match candidates.iter().filter(is_whole).find(is_called) {
            Some(candidate) if !self.is_money_before(first) => Verdict::Phone(candidate.last),
            _ => Verdict::Other(passed.map_or(first, |groups| self.last_passed(first, groups))),
        }
    }

    /// The longest stretch that has the form of a phone number. Where none ends with the word that its last group is in,
    /// one with a `+` or a 0 may end within.
    fn with_form<'c>(&self, candidates: &'c [Candidate<'c, 'c>]) -> Option<&'c Candidate<'c, 'c>> {
        let is_sure = |candidate: &&Candidate<'_, '_>| candidate.is_plus || self.begins_with_zero(candidate.first);
        let whole = candidates.iter().filter(|candidate| self.is_end(candidate.last));
        let within = candidates.iter().filter(is_sure);
        whole.chain(within).find(|candidate| candidate.is_phone())
    }

    /// The last of so many groups that are passed over: the one before a phone number that begins within and ends behind
    /// them, if there is one, as in `100 212-555-0143`.
    fn last_passed(&self, first: usize, groups: usize) -> usize {
        let last = first + groups - 1;
        let goes_on = |group: &usize| {
            self.can_begin(*group) && self.with_form(&self.candidates(*group)).is_some_and(|number| number.last > last)
        };
        (first + 1..=last).find(goes_on).map_or(last, |group| group - 1)
    }

    /// What is said before a group that is not the first.
    fn said_later(&self) -> Said {
        if matches!(self.said, Said::Phone | Said::PhoneNear) { Said::PhoneNear } else { Said::Nothing }
    }

    fn begins_with_zero(&self, group: usize) -> bool {
        self.row.digits(group).first() == Some(&'0')
    }

    /// The stretches from a group on that might be a number, the longest first.
    fn candidates(&self, first: usize) -> Vec<Candidate<'_, '_>> {
        let is_plus = self.is_plus && first == 0;
        let mut digits = self.row.length(first);
        let mut candidates = Vec::new();
        let mut last = first;
        while digits <= MOST_LOOKED_AT {
            if digits >= FEWEST_DIGITS {
                candidates.push(Candidate::new(self.row, first, last, is_plus));
            }
            last += 1;
            if self.row.is_other(last) || !self.is_within(first, last, digits) {
                break;
            }
            digits += self.row.length(last);
        }
        candidates.reverse();
        candidates
    }

    /// Whether what stands before a group may be within a number that has so many digits before it.
    fn is_within(&self, first: usize, group: usize, digits: usize) -> bool {
        match self.row.gap(group) {
            Some(Gap::Joined(',' | ':')) => {
                let is_area = group == first + 1 && self.begins_with_zero(first) && (3..6).contains(&digits);
                is_area && self.row.length(group) > 4
            }
            // `06. 12. 34. 56. 78`
            Some(Gap::Stop) => (first..=group).all(|group| self.row.length(group) == 2),
            Some(Gap::Joined(_) | Gap::Open) => true,
            // `030 / 123 45 67 - 12`
            Some(Gap::Wide) if self.row.is_hyphened(group) && self.row.length(group) < 3 => true,
            Some(Gap::Bracket | Gap::Wide) => digits <= MOST_OF_AREA,
            None => false,
        }
    }

    /// Whether a number may end with a group.
    fn is_end(&self, group: usize) -> bool {
        self.row.joint(group + 1).is_none_or(|joint| matches!(joint, '/' | ','))
    }

    /// Whether words, a number before it or a `+` make a phone number of one that has no form of its own; `is_passed` says
    /// that it looks like an amount or years.
    fn is_called(&self, candidate: &Candidate<'_, '_>, said: Said, is_passed: bool, follows: bool) -> bool {
        let is_plain = !is_passed && !candidate.is_round();
        let is_called = match said {
            Said::Phone => !is_passed || candidate.is_thousands(),
            _ if candidate.first == 0 && self.is_after_a_name(true) && !candidate.is_plus => false,
            Said::PhoneNear => is_plain,
            _ => is_plain && (follows || candidate.has_code() || self.is_called_behind(candidate.last)),
        };
        is_called && !said::is_counted(self.row.after(candidate.last))
    }

    /// Whether a group ends the row, and what is said behind it makes a phone number of it.
    fn is_called_behind(&self, last: usize) -> bool {
        self.row.gap(last + 1).is_none() && said::is_announced_behind(self.row.after(last))
    }

    /// Whether something speaks against a number that has the form of a phone number.
    fn is_vetoed(&self, candidate: &Candidate<'_, '_>, said: Said) -> bool {
        if candidate.is_plus {
            return false;
        }
        let is_one_word = (candidate.first + 1..=candidate.last).all(|group| self.row.joint(group).is_some());
        let is_solid = candidate.first == candidate.last;
        let is_zero = self.begins_with_zero(candidate.first);
        let is_other = match said {
            Said::Other { called_number } => called_number || is_one_word || !is_zero,
            Said::Number => is_solid && !is_zero,
            _ => false,
        };
        let is_name = candidate.first == 0 && self.is_after_a_name(is_solid) && said != Said::Phone;
        is_other || is_name || self.is_money_before(candidate.first)
    }

    /// Whether a name is joined to the row (`SN-0123456789`), or it is solid and a `#` is before it. In small letters
    /// (`anrufen-0171 1234567`), it is a name before a solid number that does not begin with 0.
    fn is_after_a_name(&self, is_solid: bool) -> bool {
        let before = self.row.sign_before(0, 1).unwrap_or(' ');
        let letter = self.row.sign_before(0, 2).unwrap_or(' ');
        let is_joined = is_letter(letter) && matches!(before, '-' | '_' | '/' | '.');
        let is_name = !letter.is_lowercase() || is_solid && !self.begins_with_zero(0) && before != '.';
        is_joined && is_name || before == '#' && is_solid
    }

    /// Whether a sign of money stands before a group that does not begin with 0, or the word for it.
    fn is_money_before(&self, group: usize) -> bool {
        let begin = self.row.groups.get(group).map_or(0, |group| group.from);
        let before = self.row.signs.get(..begin).unwrap_or_default();
        !self.begins_with_zero(group) && said::is_money_before(before)
    }

    /// Where a number begins and ends, with the `+`, the bracket and the extension that belong to it.
    fn bounds(&self, first: usize, last: usize) -> Option<(usize, usize)> {
        let begin = self.row.groups.get(first)?.from;
        let end = self.row.groups.get(last)?.to;
        let brackets = |sign: &&char| matches!(**sign, '(' | ')');
        let is_closed = self.row.signs.get(begin..end)?.iter().find(brackets) == Some(&')');
        let extension = said::extension(self.row.signs.get(end..)?).unwrap_or_default();
        Some((self.begin(first, begin, is_closed), end + extension))
    }

    /// Where a number begins whose digits begin at a place; `is_closed` says that a bracket ends within it.
    fn begin(&self, first: usize, digits: usize, is_closed: bool) -> usize {
        let before = |from: usize| self.row.signs.get(self.from..from).unwrap_or_default();
        let plus = before(digits).iter().rev().take(2).position(|sign| *sign == '+');
        let plus = plus.filter(|_| first == 0 && self.is_plus);
        let from = plus.map_or(digits, |places| digits - places - 1);
        if is_closed && before(from).ends_with(&['(']) { from - 1 } else { from }
    }
}
