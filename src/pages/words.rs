//! Figures in words: every number, interval and verdict that a page or a commentary shows is worded here, so that the
//! same figure reads the same everywhere.

use jiff::civil::Date;

use super::decimal::decimal;
use crate::metrics::{Confidence, Difference, Interval, Level, Movement, Statistic};

/// In what unit a statistic is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Points with a sign, −100 to +100.
    Points,
    /// Percent.
    Percent,
    /// Units of a scale, two decimals.
    Mean,
    /// A score of 0 to 100.
    Score,
}

/// The unit of a statistic.
#[must_use]
pub fn unit(statistic: Statistic) -> Unit {
    match statistic {
        Statistic::Nps => Unit::Points,
        Statistic::Mean => Unit::Mean,
        Statistic::BlockScore | Statistic::ExperienceIndex => Unit::Score,
        Statistic::Promoters
        | Statistic::Passives
        | Statistic::Detractors
        | Statistic::TopBox
        | Statistic::Share(_) => Unit::Percent,
    }
}

/// A number with so many decimals; what rounds to nothing has no sign, a minus is a real minus.
#[must_use]
pub fn decimals(value: f64, places: usize) -> String {
    let mut text = String::with_capacity(8);
    decimal(&mut text, value, places);
    if text.starts_with('-') {
        text.replace_range(..1, "−");
    }
    text
}

/// A number with its sign, a plus as well.
#[must_use]
pub fn signed(value: f64, places: usize) -> String {
    let text = decimals(value, places);
    let is_zero = text.chars().all(|c| matches!(c, '0' | '.'));
    if is_zero || text.starts_with('−') { text } else { format!("+{text}") }
}

/// A number of decimals that a unit is shown with.
fn places(unit: Unit) -> usize {
    if unit == Unit::Mean { 2 } else { 0 }
}

/// A value in its unit: `+31`, `80 %`, `4.25`, `78`.
#[must_use]
pub fn value(value: f64, unit: Unit) -> String {
    match unit {
        Unit::Points => signed(value, 0),
        Unit::Percent => format!("{} %", decimals(value, 0)),
        Unit::Mean | Unit::Score => decimals(value, places(unit)),
    }
}

/// An interval in its unit: `+3 to +54`, `49 to 94 %`.
#[must_use]
pub fn interval(interval: Interval, unit: Unit) -> String {
    let Interval { low, high } = interval;
    match unit {
        Unit::Points => format!("{} to {}", signed(low, 0), signed(high, 0)),
        Unit::Percent => format!("{} to {} %", decimals(low, 0), decimals(high, 0)),
        Unit::Mean | Unit::Score => format!("{} to {}", decimals(low, places(unit)), decimals(high, places(unit))),
    }
}

/// A difference: always with its sign.
#[must_use]
pub fn difference(value: f64, unit: Unit) -> String {
    signed(value, places(unit))
}

/// A number as it is shown with so many decimals.
#[must_use]
pub fn rounded(value: f64, places: usize) -> f64 {
    let mut text = String::with_capacity(8);
    decimal(&mut text, value, places);
    text.parse().unwrap_or_default()
}

/// A difference and its two parts as they are shown, so that the parts add up to it: where rounding each by itself does
/// not, the part that bears it better is made the rest. A part keeps its sign, or is shown as nothing.
#[must_use]
pub fn difference_in_parts(whole: f64, parts: [f64; 2], unit: Unit) -> (String, [String; 2]) {
    let places = places(unit);
    let factor = if unit == Unit::Mean { 100.0 } else { 1.0 };
    let shown = |value: f64| (rounded(value, places) * factor).round();
    let [one, other] = parts;
    let whole = shown(whole);
    let error = |a: f64, b: f64| (a - one * factor).abs().max((b - other * factor).abs());
    let (first, second) = ((shown(one), whole - shown(one)), (whole - shown(other), shown(other)));
    let (a, b) = if error(first.0, first.1) <= error(second.0, second.1) { first } else { second };
    let text = |units: f64| signed(units / factor, places);
    (text(whole), [text(a), text(b)])
}

/// The interval of a difference.
#[must_use]
pub fn difference_interval(interval: Interval, unit: Unit) -> String {
    format!("{} to {}", signed(interval.low, places(unit)), signed(interval.high, places(unit)))
}

/// A level as a commentary says it: `+31 (95 % interval +3 to +54, n = 36)`.
#[must_use]
pub fn score(level: &Level, unit: Unit, is_indicative: bool) -> String {
    let interval = match level.interval {
        Some(bounds) => format!("95 % interval {}", interval(bounds, unit)),
        None => "no interval".to_owned(),
    };
    format!("{} ({interval}, n = {}{})", value(level.value, unit), count(level.n), indicative(is_indicative))
}

/// That so few answered that a figure is an indication only, after a comma; empty where enough did.
#[must_use]
pub fn indicative(is_indicative: bool) -> &'static str {
    if is_indicative { ", indicative" } else { "" }
}

/// How sure an interval is.
#[must_use]
pub fn confidence(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Single => "95 %",
        Confidence::OfThree => "98⅓ %",
    }
}

/// A change to be put into words.
#[derive(Debug, Clone, Copy)]
pub struct Told<'d> {
    /// How large it is.
    pub difference: &'d Difference,
    /// What it may be called.
    pub movement: Movement,
    /// How sure its interval is.
    pub confidence: Confidence,
    /// What it is counted in.
    pub unit: Unit,
    /// Whether it is an indication only.
    pub indicative: bool,
}

/// A change as a commentary says it: the sentence that the data support.
#[must_use]
pub fn change(told: &Told<'_>) -> String {
    let Told { difference: Difference { value: raw, interval, .. }, movement, unit, .. } = *told;
    let interval = match interval {
        Some(bounds) => format!("{} interval {}", confidence(told.confidence), difference_interval(*bounds, unit)),
        None => "no interval".to_owned(),
    };
    let value = difference(*raw, unit);
    match movement {
        Movement::Rose | Movement::Fell => format!("{} {}", self::movement(movement), change_by(told)),
        Movement::Unchanged => format!("is unchanged ({value}, {interval}{})", indicative(told.indicative)),
        Movement::NotMeasurable => {
            format!("did not change measurably ({value}, {interval}{})", indicative(told.indicative))
        }
    }
}

/// By how much something rose or fell, without a sign: `by 12 points (95 % interval 3 to 21)`.
fn change_by(told: &Told<'_>) -> String {
    let by = decimals(told.difference.value.abs(), places(told.unit));
    let points = if by == "1" { "point" } else { "points" };
    let interval = unsigned_interval(told).unwrap_or_else(|| "no interval".to_owned());
    format!("by {by} {points} ({interval}{})", indicative(told.indicative))
}

/// How sure it is by how much something rose or fell, after where it came from and where it got to: `98⅓ % interval of
/// the fall 60 to 152`; empty where there is no interval.
#[must_use]
pub fn sure_of(told: &Told<'_>) -> String {
    let name = if told.movement == Movement::Fell { "interval of the fall" } else { "interval of the rise" };
    let interval = unsigned_interval(told).unwrap_or_default().replacen("interval", name, 1);
    format!("{interval}{}", indicative(told.indicative))
}

/// The interval of what rose or fell, counted in its direction.
fn unsigned_interval(told: &Told<'_>) -> Option<String> {
    let Interval { low, high } = told.difference.interval?;
    let (low, high) = if told.movement == Movement::Fell { (-high, -low) } else { (low, high) };
    let [low, high] = [low, high].map(|bound| decimals(bound, places(told.unit)));
    Some(format!("{} interval {low} to {high}", confidence(told.confidence)))
}

/// A movement in a few words, as in a table or after a comma.
#[must_use]
pub fn movement(movement: Movement) -> &'static str {
    match movement {
        Movement::Rose => "rose",
        Movement::Fell => "fell",
        Movement::Unchanged => "unchanged",
        Movement::NotMeasurable => "no measurable change",
    }
}

/// Several things in a row: `9, 6 and 5`.
#[must_use]
pub fn list<S: AsRef<str>>(things: &[S]) -> String {
    match things {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [most @ .., last] => {
            let most: Vec<&str> = most.iter().map(AsRef::as_ref).collect();
            format!("{} and {}", most.join(", "), last.as_ref())
        }
    }
}

/// The first of several things and how many more there are: `9, 6 and 2 others`.
#[must_use]
pub fn some(things: &[String], most: usize) -> String {
    match things.split_at_checked(most) {
        Some((named, more)) if !more.is_empty() => {
            let others = counted(more.len() as u64, "other", "others");
            list(&named.iter().map(String::as_str).chain([others.as_str()]).collect::<Vec<_>>())
        }
        _ => list(things),
    }
}

/// A count with thousands parted: `12,345`.
#[must_use]
pub fn count(number: u64) -> String {
    grouped(&number.to_string())
}

/// An amount of money without decimals, with its currency: `EUR 1,240,000`.
#[must_use]
pub fn money(amount: f64, currency: Option<&str>) -> String {
    let digits = grouped(&format!("{amount:.0}"));
    currency.map_or_else(|| digits.clone(), |currency| format!("{currency} {digits}"))
}

fn grouped(digits: &str) -> String {
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A number and its thing, in the singular or plural: `1 answer`, `36 answers`.
#[must_use]
pub fn counted(number: u64, one: &str, many: &str) -> String {
    format!("{} {}", count(number), if number == 1 { one } else { many })
}

/// A day: `2 Feb 2026`.
#[must_use]
pub fn day(date: Date) -> String {
    format!("{} {}", day_and_month(date), date.year())
}

/// A day whose year is plain: `2 Feb`.
#[must_use]
pub fn day_and_month(date: Date) -> String {
    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let month = usize::try_from(date.month() - 1).ok().and_then(|month| MONTHS.get(month)).copied().unwrap_or_default();
    format!("{} {month}", date.day())
}

/// An answer as it was given: whole numbers without decimals.
#[must_use]
pub fn answer(number: f64) -> String {
    let text = number.to_string();
    text.strip_prefix('-').map_or(text.clone(), |rest| format!("−{rest}"))
}

/// A role with its article: `a decision-maker`, `an influencer`.
#[must_use]
pub fn with_article(role: &str) -> String {
    let vowel = role.starts_with(['a', 'e', 'i', 'o', 'A', 'E', 'I', 'O']);
    format!("{} {role}", if vowel { "an" } else { "a" })
}

/// A name as it stands within a phrase: `account tier`; one that is more than a word with a capital stays as it is.
#[must_use]
pub fn in_a_phrase(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next();
    let is_plain = letters.clone().all(|letter| !letter.is_uppercase()) && letters.clone().next().is_some();
    match first.filter(|_| is_plain) {
        Some(first) => first.to_lowercase().chain(letters).collect(),
        None => name.to_owned(),
    }
}

/// A value of the data as a name: `strategic` as `Strategic`; one with a capital of its own (`iOS`) stays as it is.
#[must_use]
pub fn named(value: &str) -> String {
    if value.chars().any(char::is_uppercase) { value.to_owned() } else { capitalised(value) }
}

/// A sentence in which no line ends between a number and what belongs to it.
#[must_use]
pub fn unbroken(sentence: &str) -> String {
    sentence.replace(" %", "\u{a0}%").replace("n = ", "n\u{a0}=\u{a0}")
}

/// A text with its first letter in upper case.
#[must_use]
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_add_up_as_shown_and_keep_their_signs() {
        for one in -60..=60_i32 {
            for other in -60..=60_i32 {
                let parts = [f64::from(one) / 10.0 + 0.01, f64::from(other) / 10.0 + 0.01];
                let (whole, shown) = difference_in_parts(parts[0] + parts[1], parts, Unit::Points);
                let number = |text: &str| text.replace('−', "-").parse::<i32>().unwrap_or(i32::MAX);
                let [a, b] = shown.each_ref().map(|text| number(text));
                assert_eq!(number(&whole), a + b, "{parts:?}: {whole} of {shown:?}");
                assert_eq!(whole, difference(parts[0] + parts[1], Unit::Points));
                for (raw, shown) in parts.into_iter().zip([a, b]) {
                    assert!(shown == 0 || (shown > 0) == (raw > 0.0), "{raw} is shown as {shown}");
                    assert!((raw - f64::from(shown)).abs() < 1.0, "{raw} is shown as {shown}");
                }
            }
        }
        assert_eq!(difference_in_parts(12.8, [12.4, 0.4], Unit::Points).0, "+13");
        assert_eq!(difference_in_parts(0.118, [0.114, 0.004], Unit::Mean).1, ["+0.12", "0.00"].map(str::to_owned));
    }
}
