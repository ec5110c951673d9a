//! A text sign by sign, in the plain form by which contact details are recognised, with the place that each sign has in
//! the text itself: what is masked is cut out of what was written.

use std::ops::Range;

/// The first digit of each row of ten that is read as 0 to 9: Arabic, Persian, Devanagari, full-width, and the five
/// mathematical ones.
const ZEROS: [char; 9] =
    ['\u{660}', '\u{6f0}', '\u{966}', '\u{ff10}', '\u{1d7ce}', '\u{1d7d8}', '\u{1d7e2}', '\u{1d7ec}', '\u{1d7f6}'];

/// The signs of a text.
pub(super) struct Written {
    /// In plain form, without what cannot be seen.
    pub(super) signs: Vec<char>,
    places: Vec<Range<usize>>,
}

impl Written {
    pub(super) fn of(text: &str) -> Self {
        let seen = text.char_indices().filter(|(_, letter)| !is_invisible(*letter));
        let (signs, places) = seen.map(|(place, letter)| (plain(letter), place..place + letter.len_utf8())).unzip();
        Self { signs, places }
    }

    /// The bytes of the text that some signs come from.
    pub(super) fn bytes(&self, signs: Range<usize>) -> Range<usize> {
        let places = self.places.get(signs).unwrap_or_default();
        places.first().map_or(0, |first| first.start)..places.last().map_or(0, |last| last.end)
    }
}

/// Whether a sign has no width: what programs put around numbers that are copied, and the frames of key-cap digits.
fn is_invisible(letter: char) -> bool {
    matches!(letter,
        '\u{ad}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{20e3}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// The sign of ASCII that a sign is another form of, or itself.
fn plain(letter: char) -> char {
    match letter {
        '\t' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => ' ',
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' => '-',
        '\u{b7}' | '\u{2022}' | '\u{2024}' | '\u{2219}' | '\u{22c5}' => '.',
        '\u{2044}' | '\u{2215}' => '/',
        '\u{2b9}' | '\u{2bc}' | '\u{2018}' | '\u{2019}' | '\u{2032}' => '\'',
        '\u{2795}' | '\u{fe62}' => '+',
        _ => digit(letter).or_else(|| half_width(letter)).unwrap_or(letter),
    }
}

fn digit(letter: char) -> Option<char> {
    let value = |zero: &char| u32::from(letter).checked_sub(u32::from(*zero)).filter(|value| *value < 10);
    ZEROS.iter().find_map(value).and_then(|value| char::from_digit(value, 10))
}

/// The sign that a full-width one is the wide form of.
fn half_width(letter: char) -> Option<char> {
    matches!(letter, '\u{ff01}'..='\u{ff5e}').then(|| char::from_u32(u32::from(letter) - 0xfee0)).flatten()
}
