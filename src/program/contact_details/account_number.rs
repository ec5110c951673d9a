//! Numbers of bank accounts and cards, which carry their own proof: IBANs the length of their country and a remainder
//! of 97 (ISO 13616), cards in four groups of four the digit of Luhn (ISO/IEC 7812).

use super::is_word;

/// The countries with IBANs, and how long these are (the registry of SWIFT).
const LENGTHS: [(usize, &str); 20] = [
    (15, "NO"),
    (16, "BE BI"),
    (18, "DK FI FK FO GL NL SD SO"),
    (19, "MK SI"),
    (20, "AT BA EE KZ LT LU MN XK"),
    (21, "CH HR LI LV"),
    (22, "BG BH CR DE GB GE IE ME RS VA"),
    (23, "AE GI IL IQ OM TL"),
    (24, "AD CZ ES MD PK RO SA SE SK TN VG"),
    (25, "LY PT ST"),
    (26, "IS TR"),
    (27, "BF CM DJ FR GR IT MC MG MR SM"),
    (28, "AL AZ BY CI CY DO GT HN HU LB NI PL SN SV"),
    (29, "BR EG PS QA UA"),
    (30, "JO KW MU YE"),
    (31, "MT SC"),
    (32, "LC"),
    (33, "RU"),
    (24, "DZ"),
    (27, "BJ GF GP MQ"),
];

/// Where the IBAN that begins at a place ends.
pub(super) fn iban(letters: &[char], at: usize) -> Option<usize> {
    let country: String = letters.get(at..at + 2)?.iter().map(char::to_ascii_uppercase).collect();
    let (length, _) = LENGTHS.iter().find(|(_, countries)| countries.split(' ').any(|known| known == country))?;
    let (signs, to) = compact(letters, at, *length)?;
    let checks = signs.get(2..4)?.iter().all(char::is_ascii_digit);
    let moved = signs.iter().skip(4).chain(signs.iter().take(4));
    let remainder = moved.filter_map(|sign| sign.to_digit(36)).fold(0, |remainder, value| {
        if value < 10 { (remainder * 10 + value) % 97 } else { (remainder * 100 + value) % 97 }
    });
    (checks && remainder == 1).then_some(to)
}

/// So many letters and digits from a place on, single blanks or hyphens between them left out, with where they end.
fn compact(letters: &[char], at: usize, length: usize) -> Option<(Vec<char>, usize)> {
    let mut signs = Vec::with_capacity(length);
    let mut to = at;
    while signs.len() < length {
        let letter = *letters.get(to)?;
        let is_between = (matches!(letter, ' ' | '-' | '.')) && is_word(letters.get(to + 1)) && to > at;
        if letter.is_ascii_alphanumeric() {
            signs.push(letter);
        } else if !is_between {
            return None;
        }
        to += 1;
    }
    (!is_word(letters.get(to))).then_some((signs, to))
}

/// The groups in which cards' numbers are written: one, fours, and those of American Express.
const GROUPS: [&[usize]; 4] = [&[4, 4, 4, 4], &[4, 6, 5], &[16], &[15]];

/// Where the card number that begins at a place ends.
pub(super) fn card(signs: &[char], at: usize) -> Option<usize> {
    let to = GROUPS.iter().find_map(|groups| in_groups(signs, at, groups))?;
    let digits: Vec<u32> = signs.get(at..to)?.iter().filter_map(|sign| sign.to_digit(10)).collect();
    let is_network = match (digits.len(), digits.as_slice()) {
        (15, first) => matches!(first, [3, 4 | 7, ..]),
        (_, first) => matches!(first, [3..=6, ..]),
    };
    let from_the_end = digits.iter().rev().enumerate();
    let sum: u32 =
        from_the_end.map(|(place, digit)| if place % 2 == 1 { digit * 2 / 10 + digit * 2 % 10 } else { *digit }).sum();
    (is_network && sum.is_multiple_of(10)).then_some(to)
}

/// Where digits in such groups end, with the same blank or hyphen between them, if no more follow.
fn in_groups(signs: &[char], at: usize, groups: &[usize]) -> Option<usize> {
    let between = *signs.get(at + groups.first()?).unwrap_or(&' ');
    let mut to = at;
    for (number, group) in groups.iter().enumerate() {
        let begin = if number > 0 { to + 1 } else { to };
        let is_joined = number == 0 || signs.get(to) == Some(&between) && matches!(between, ' ' | '-');
        to = begin + group;
        if !is_joined || !signs.get(begin..to)?.iter().all(char::is_ascii_digit) {
            return None;
        }
    }
    let next_is_more = is_word(signs.get(to))
        || signs.get(to) == Some(&between) && signs.get(to + 1).is_some_and(char::is_ascii_digit);
    (!next_is_more).then_some(to)
}
