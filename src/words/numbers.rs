//! Numbers as a language writes them: figures in their units, intervals, counts, money.

use fluent_bundle::types::FluentNumber;

use super::Words;
use super::decimal::decimal;
use super::formats::Formats;

/// In what unit a figure is shown.
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

impl Unit {
    /// How many decimals it is shown with.
    #[must_use]
    pub fn places(self) -> usize {
        if self == Self::Mean { 2 } else { 0 }
    }
}

/// A number that messages show: whole ones without decimals, thousands parted, a minus that is one.
pub(super) fn written(number: &FluentNumber, formats: &Formats) -> String {
    let absolute = number.value.abs();
    let text = match number.options.minimum_fraction_digits {
        Some(places) => format!("{absolute:.places$}"),
        None => absolute.to_string(),
    };
    parted(&text, number.value < 0.0, formats)
}

/// A number with its sign from its plain digits.
fn parted(digits: &str, is_negative: bool, formats: &Formats) -> String {
    let (whole, decimals) = digits.split_once('.').map_or((digits, None), |(whole, rest)| (whole, Some(rest)));
    let mut result = if is_negative { "−".to_owned() } else { String::new() };
    result.push_str(&grouped(whole, &formats.group_sign));
    if let Some(decimals) = decimals {
        result.push_str(&formats.decimal_sign);
        result.push_str(decimals);
    }
    result
}

fn grouped(digits: &str, sign: &str) -> String {
    let mut text = String::with_capacity(digits.len() + digits.len() / 3 * sign.len());
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            text.push_str(sign);
        }
        text.push(digit);
    }
    text
}

/// A number as it is shown with so many decimals.
#[must_use]
pub fn rounded(value: f64, places: usize) -> f64 {
    let mut text = String::with_capacity(8);
    decimal(&mut text, value, places);
    text.parse().unwrap_or_default()
}

impl Words {
    /// A number with so many decimals; what rounds to nothing has no sign, a minus is a real minus.
    #[must_use]
    pub fn decimals(&self, value: f64, places: usize) -> String {
        let mut text = String::with_capacity(8);
        decimal(&mut text, value, places);
        if places > 0 && self.formats.decimal_sign != "." {
            text = text.replacen('.', &self.formats.decimal_sign, 1);
        }
        if text.starts_with('-') {
            text.replace_range(..1, "−");
        }
        text
    }

    /// A number with so many decimals and its thousands parted, as on an axis: `−1,250.5`.
    #[must_use]
    pub fn number(&self, value: f64, places: usize) -> String {
        let digits = format!("{:.places$}", value.abs());
        let is_nothing = digits.chars().all(|sign| !matches!(sign, '1'..='9'));
        parted(&digits, value < 0.0 && !is_nothing, &self.formats)
    }

    /// A number with its sign, a plus as well.
    #[must_use]
    pub fn signed(&self, value: f64, places: usize) -> String {
        let text = self.decimals(value, places);
        let is_zero = text.chars().all(|sign| !matches!(sign, '1'..='9'));
        if is_zero || text.starts_with('−') { text } else { format!("+{text}") }
    }

    /// A value in its unit: `+31`, `80 %`, `4.25`, `78`.
    #[must_use]
    pub fn value(&self, value: f64, unit: Unit) -> String {
        match unit {
            Unit::Points => self.signed(value, 0),
            Unit::Percent => self.percent(&self.decimals(value, 0)),
            Unit::Mean | Unit::Score => self.decimals(value, unit.places()),
        }
    }

    fn percent(&self, number: &str) -> String {
        let sign = &self.formats.percent;
        format!("{}{number}{}", sign.before, sign.after)
    }

    /// An interval in its unit: `+3 to +54`, `49 to 94 %`.
    #[must_use]
    pub fn interval(&self, low: f64, high: f64, unit: Unit) -> String {
        match unit {
            Unit::Points => self.range(&self.signed(low, 0), &self.signed(high, 0)),
            Unit::Percent => self.percent(&self.range(&self.decimals(low, 0), &self.decimals(high, 0))),
            Unit::Mean | Unit::Score => {
                self.range(&self.decimals(low, unit.places()), &self.decimals(high, unit.places()))
            }
        }
    }

    /// From one number to another: `3 to 54`.
    #[must_use]
    pub fn range(&self, low: &str, high: &str) -> String {
        let around = &self.formats.range;
        format!("{}{low}{}{high}{}", around.before, around.middle, around.after)
    }

    /// A difference: always with its sign.
    #[must_use]
    pub fn difference(&self, value: f64, unit: Unit) -> String {
        self.signed(value, unit.places())
    }

    /// The interval of a difference.
    #[must_use]
    pub fn difference_interval(&self, low: f64, high: f64, unit: Unit) -> String {
        self.range(&self.signed(low, unit.places()), &self.signed(high, unit.places()))
    }

    /// A difference and its two parts as they are shown, so that the parts add up to it: where rounding each by itself
    /// does not, the part that bears it better is made the rest. A part keeps its sign, or is shown as nothing.
    #[must_use]
    pub fn difference_in_parts(&self, whole: f64, parts: [f64; 2], unit: Unit) -> (String, [String; 2]) {
        let places = unit.places();
        let factor = if unit == Unit::Mean { 100.0 } else { 1.0 };
        let shown = |value: f64| (rounded(value, places) * factor).round();
        let [one, other] = parts;
        let whole = shown(whole);
        let error = |a: f64, b: f64| (a - one * factor).abs().max((b - other * factor).abs());
        let (first, second) = ((shown(one), whole - shown(one)), (whole - shown(other), shown(other)));
        let (a, b) = if error(first.0, first.1) <= error(second.0, second.1) { first } else { second };
        let text = |units: f64| self.signed(units / factor, places);
        (text(whole), [text(a), text(b)])
    }

    /// A count with thousands parted: `12,345`.
    #[must_use]
    pub fn count(&self, number: u64) -> String {
        grouped(&number.to_string(), &self.formats.group_sign)
    }

    /// An amount of money without decimals, with its currency: `EUR 1,240,000`.
    #[must_use]
    pub fn money(&self, amount: f64, currency: Option<&str>) -> String {
        let digits = grouped(&format!("{:.0}", amount.abs()), &self.formats.group_sign);
        let amount = if amount < 0.0 && digits != "0" { format!("−{digits}") } else { digits };
        match currency {
            Some(currency) => self.say("money", &[("amount", amount.into()), ("currency", currency.into())]),
            None => amount,
        }
    }

    /// An answer as it was given: whole numbers without decimals.
    #[must_use]
    pub fn answer(&self, number: f64) -> String {
        let text = number.abs().to_string().replacen('.', &self.formats.decimal_sign, 1);
        if number < 0.0 { format!("−{text}") } else { text }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_add_up_as_shown_and_keep_their_signs() {
        let words = Words::english();
        for one in -60..=60_i32 {
            for other in -60..=60_i32 {
                let parts = [f64::from(one) / 10.0 + 0.01, f64::from(other) / 10.0 + 0.01];
                let (whole, shown) = words.difference_in_parts(parts[0] + parts[1], parts, Unit::Points);
                let number = |text: &str| text.replace('−', "-").parse::<i32>().unwrap_or(i32::MAX);
                let [a, b] = shown.each_ref().map(|text| number(text));
                assert_eq!(number(&whole), a + b, "{parts:?}: {whole} of {shown:?}");
                assert_eq!(whole, words.difference(parts[0] + parts[1], Unit::Points));
                for (raw, shown) in parts.into_iter().zip([a, b]) {
                    assert!(shown == 0 || (shown > 0) == (raw > 0.0), "{raw} is shown as {shown}");
                    assert!((raw - f64::from(shown)).abs() < 1.0, "{raw} is shown as {shown}");
                }
            }
        }
        assert_eq!(words.difference_in_parts(12.8, [12.4, 0.4], Unit::Points).0, "+13");
        assert_eq!(
            words.difference_in_parts(0.118, [0.114, 0.004], Unit::Mean).1,
            ["+0.12", "0.00"].map(str::to_owned)
        );
    }
}
