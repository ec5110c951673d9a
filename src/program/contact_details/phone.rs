//! Phone numbers: in international form, in national form with the 0 of most countries or the three groups of North
//! America, and in any form behind a word that announces one.

use super::{FEWEST_DIGITS, is_space, is_word};

/// The most digits of a phone number (ITU-T E.164), with `00` or a 0 in brackets before them.
const MOST_DIGITS: usize = 18;

/// Most signs between two digits: `) `, ` - `.
const MOST_BETWEEN: usize = 3;

/// So many words before a number are looked at, in so many letters.
const BEFORE: (usize, usize) = (3, 40);

/// Words that announce a phone number, or their beginnings from four letters on, in lower case.
const ANNOUNCE: [&str; 29] = [
    "call",
    "phone",
    "tel",
    "telef",
    "téléph",
    "teléf",
    "mobil",
    "mob",
    "cell",
    "fax",
    "fon",
    "handy",
    "natel",
    "ruf",
    "rufnummer",
    "anruf",
    "rückruf",
    "erreich",
    "whatsapp",
    "sms",
    "appel",
    "rappel",
    "portable",
    "llám",
    "llam",
    "móvil",
    "chiam",
    "zadzwo",
    "zavol",
];

/// Words that announce another number, likewise.
const OTHERS: [&str; 36] = [
    "order",
    "ticket",
    "invoice",
    "ref",
    "referenc",
    "case",
    "serial",
    "version",
    "customer",
    "article",
    "contract",
    "policy",
    "bestell",
    "auftrag",
    "rechnung",
    "beleg",
    "kunde",
    "vertrag",
    "artikel",
    "commande",
    "facture",
    "dossier",
    "contrat",
    "pedido",
    "factura",
    "ordine",
    "fattura",
    "faktur",
    "zamówieni",
    "zlecen",
    "objednáv",
    "tracking",
    "paket",
    "parcel",
    "bill",
    "build",
];

/// Words for a number of any kind.
const ABBREVIATED: [&str; 5] = ["no", "nr", "id", "n", "num"];

/// Digits with what stands between them.
struct Run {
    digits: String,
    /// The lengths of the groups.
    groups: Vec<usize>,
    /// The first sign between two groups.
    between: Vec<char>,
    to: usize,
}

/// Where the phone number that begins at a place ends.
pub(super) fn number(letters: &[char], done: usize, at: usize) -> Option<usize> {
    let first = *letters.get(at)?;
    let before = at.checked_sub(1).filter(|before| *before >= done).and_then(|before| letters.get(before));
    let is_plus = first == '+';
    let is_within = |sign: &char| matches!(sign, '#' | '-' | '/' | '.' | ',' | ':' | '_' | '=' | '$' | '€' | '£');
    if before.is_some_and(|sign| *sign == '+' || is_within(sign) && !is_plus) {
        return None;
    }
    // A group of a longer number is not a number of its own.
    let goes_on = before.is_some_and(|sign| is_space(*sign)) && is_digit(letters.get(at.checked_sub(2)?));
    if goes_on && !is_plus {
        return None;
    }
    let run = run(letters, if is_plus { at + 1 } else { at })?;
    let is_sum = letters.get(run.to).is_some_and(|sign| matches!(sign, '%' | '€' | '$' | '£' | '@' | ':'));
    let goes_on = matches!(letters.get(run.to), Some(',' | '.')) && is_digit(letters.get(run.to + 1));
    if is_word(letters.get(run.to)) || is_sum || goes_on || run.is_date() {
        return None;
    }
    let announced = announced(letters.get(done..at)?);
    let is_number = match announced {
        _ if is_plus => run.is_international(0),
        Some(false) => false,
        Some(true) => (FEWEST_DIGITS..=MOST_DIGITS).contains(&run.digits.len()),
        None => run.is_international(2) || run.is_national() || run.is_north_american(),
    };
    is_number.then_some(run.to)
}

fn is_digit(letter: Option<&char>) -> bool {
    letter.is_some_and(char::is_ascii_digit)
}

/// The digits from a place on; none if there are more than a phone number has.
fn run(letters: &[char], at: usize) -> Option<Run> {
    let mut run = Run { digits: String::new(), groups: Vec::new(), between: Vec::new(), to: at };
    let mut place = at;
    loop {
        let gap = letters.get(place..)?.iter().take(MOST_BETWEEN).take_while(|sign| is_between(**sign)).count();
        let group = letters.get(place + gap..)?.iter().take(MOST_DIGITS + 1).take_while(|sign| sign.is_ascii_digit());
        let group: String = group.collect();
        if group.is_empty() || (gap == 0 && !run.groups.is_empty()) {
            break;
        }
        if !run.groups.is_empty() {
            run.between.extend(letters.get(place));
        }
        place += gap + group.len();
        run.groups.push(group.len());
        run.digits.push_str(&group);
        run.to = place;
        if run.digits.len() > MOST_DIGITS {
            return None;
        }
    }
    (!run.groups.is_empty()).then_some(run)
}

fn is_between(sign: char) -> bool {
    is_space(sign) || matches!(sign, '-' | '.' | '/' | '(' | ')' | '\u{2011}' | '\u{2013}')
}

impl Run {
    /// With a country's code, after the `+` or so many zeros.
    fn is_international(&self, zeros: usize) -> bool {
        let Some(digits) = self.digits.get(zeros..).filter(|_| self.digits.bytes().take(zeros).all(|d| d == b'0'))
        else {
            return false;
        };
        let is_code = digits.bytes().next().is_some_and(|first| first != b'0');
        // After +1 an area begins with 2 to 9.
        let is_area = !digits.starts_with("10") && !digits.starts_with("11");
        let is_sum = self.groups.len() > 1 && self.groups.iter().skip(1).all(|n| *n == 3) && digits.ends_with("000");
        // In one row and with zeros for the plus, a short one may be any number.
        let fewest = if zeros > 0 && self.groups.len() == 1 { 10 } else { FEWEST_DIGITS };
        is_code && is_area && !is_sum && (fewest..=MOST_DIGITS - 2).contains(&digits.len())
    }

    /// With the 0 that most countries have before the area.
    fn is_national(&self) -> bool {
        let mut digits = self.digits.bytes();
        let has_area = digits.next() == Some(b'0') && digits.next().is_some_and(|digit| digit != b'0');
        let is_cut = self.groups.first().is_some_and(|first| *first > 1);
        let fewest = if self.groups.len() == 1 { 10 } else { 9 };
        has_area && is_cut && (fewest..=12).contains(&self.digits.len())
    }

    /// `(212) 555-0143`: area and exchange begin with 2 to 9.
    fn is_north_american(&self) -> bool {
        let starts = |at: usize| self.digits.as_bytes().get(at).is_some_and(|digit| *digit > b'1');
        self.groups == [3, 3, 4] && starts(0) && starts(3)
    }

    /// Whether it begins as a date: `01.02.2026`, `2026-02-01`, `05/2026`.
    fn is_date(&self) -> bool {
        let year = |at: usize| matches!(self.digits.get(at..at + 2), Some("19" | "20"));
        let is_dotted = matches!(self.between.first(), Some('.' | '/' | '-' | '\u{2013}' | '\u{2011}'));
        match *self.groups.as_slice() {
            [1..=2, 1..=2, 2 | 4, ..] if is_dotted && self.between.first() == self.between.get(1) => {
                self.groups.get(2) == Some(&4) && year(self.groups.iter().take(2).sum()) || self.groups.len() == 3
            }
            [4, 1..=2, 1..=2, ..] => is_dotted && year(0),
            [1..=2, 4, ..] => is_dotted && year(self.groups.first().copied().unwrap_or_default()),
            [4, 4, ..] => is_dotted && year(0) && year(4),
            _ => false,
        }
    }
}

/// Whether the words before a number announce a phone number, or another one; none where they say neither. The nearest
/// word that says something decides, but `no.` and the like say little: `tel. no.` announces a phone number.
fn announced(before: &[char]) -> Option<bool> {
    let from = before.len().saturating_sub(BEFORE.1);
    let text = before.get(from..)?.iter().collect::<String>().to_lowercase();
    // What a sentence before said is about something else.
    let sentence = text.rsplit(['!', '?', ';', '\n']).next()?;
    let words = sentence.rsplit(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let words: Vec<&str> = words.take(BEFORE.0).collect();
    let says = |word: &&str| {
        let is_phone = begins(word, &ANNOUNCE) || word.ends_with("phone") || word.ends_with("telefon");
        is_phone.then_some(true).or_else(|| begins(word, &OTHERS).then_some(false))
    };
    let any = words.iter().find_map(says);
    any.or_else(|| words.iter().any(|word| ABBREVIATED.contains(word)).then_some(false))
}

/// Whether a word is one of some, or begins as one of four letters or more.
fn begins(word: &str, some: &[&str]) -> bool {
    some.iter().any(|known| word == *known || known.chars().count() > 3 && word.starts_with(*known))
}
