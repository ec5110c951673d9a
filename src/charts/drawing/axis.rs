//! Axes: where a value stands on the drawing, and the round numbers beside it.

use serde_json::Value;

use super::read::{is_off, list, number, places, text};
use crate::words::Words;

/// Round numbers on an axis are about so many.
const PARTS: f64 = 5.0;

/// What an axis counts.
#[derive(Debug, Clone, PartialEq)]
enum AxisScale {
    /// Names, each in a band of its own.
    Names(Vec<String>),
    /// Numbers, from the lowest to the highest, and from one round number to the next.
    Linear(f64, f64, f64),
    /// Numbers above zero, as powers of ten, from the lowest to the highest power.
    Log(f64, f64),
}

/// An axis; its pixels are given once the room for its words is known.
#[derive(Debug)]
pub(super) struct Axis<'o> {
    words: &'o Words,
    pub(super) options: &'o Value,
    scale: AxisScale,
    /// The pixel of its lower end.
    pub(super) from: f64,
    /// The pixel of its upper end.
    pub(super) to: f64,
}

/// A number or name on an axis.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Tick {
    /// Its pixel.
    pub(super) at: f64,
    pub(super) words: String,
}

impl<'o> Axis<'o> {
    /// An axis by its options, for values from `low` to `high` where it has no ends of its own.
    pub(super) fn new(words: &'o Words, options: &'o Value, low: f64, high: f64) -> Self {
        let scale = match text(options, "/type") {
            "category" => AxisScale::Names(list(options, "/data").iter().map(name).collect()),
            "log" => {
                let (low, high) = (power(low).floor(), power(high).ceil());
                AxisScale::Log(low, if high > low { high } else { low + 1.0 })
            }
            _ => linear(options, low, high),
        };
        Self { words, options, scale, from: 0.0, to: 0.0 }
    }

    /// Whether names are on it.
    pub(super) fn has_names(&self) -> bool {
        matches!(self.scale, AxisScale::Names(_))
    }

    /// Whether its words are drawn.
    pub(super) fn is_shown(&self) -> bool {
        !is_off(self.options, "/show")
    }

    /// The pixel of a value, the end of the axis for those beyond it; `None` where it has no place.
    pub(super) fn at(&self, value: f64) -> Option<f64> {
        let part = match &self.scale {
            AxisScale::Names(names) => {
                let inside = !names.is_empty() && (0.0..count(names)).contains(&value);
                inside.then(|| (value + 0.5) / count(names))?
            }
            AxisScale::Linear(low, high, _) => (value - low) / (high - low),
            AxisScale::Log(low, high) if value > 0.0 => (value.log10() - low) / (high - low),
            AxisScale::Log(..) => return None,
        };
        part.is_finite().then(|| self.from + part.clamp(0.0, 1.0) * (self.to - self.from))
    }

    /// How wide a name's band is, in pixels.
    pub(super) fn band(&self) -> f64 {
        let whole = (self.to - self.from).abs();
        if let AxisScale::Names(names) = &self.scale { whole / count(names) } else { whole }
    }

    /// Names, or round numbers and the ends of the axis where these are not close to one.
    pub(super) fn ticks(&self) -> Vec<Tick> {
        let tick = |(value, words): (f64, String)| Some(Tick { at: self.at(value)?, words });
        match &self.scale {
            AxisScale::Names(names) => places().zip(names.iter().cloned()).filter_map(tick).collect(),
            AxisScale::Linear(low, high, step) => {
                let numbers = round_numbers(*low, *high, *step).into_iter();
                numbers.map(|number| (number, self.written(number, *step))).filter_map(tick).collect()
            }
            AxisScale::Log(low, high) => {
                let by = ((high - low) / PARTS).ceil().max(1.0);
                let powers = places().map(|n| low + n * by).take_while(|power| power <= high);
                let number = |power: f64| 10_f64.powf(power);
                powers
                    .map(|power| (number(power), self.written(number(power), number(power))))
                    .filter_map(tick)
                    .collect()
            }
        }
    }

    /// A number as the text beside charts writes it, with the decimals of its step.
    fn written(&self, value: f64, step: f64) -> String {
        self.words.number(value, decimals(step))
    }
}

fn name(name: &Value) -> String {
    name.as_str().map_or_else(String::new, str::to_owned)
}

#[expect(clippy::cast_precision_loss, reason = "there are far fewer names than a float can count")]
fn count(names: &[String]) -> f64 {
    names.len().max(1) as f64
}

fn power(value: f64) -> f64 {
    if value > 0.0 { value.log10() } else { 0.0 }
}

/// An axis of numbers: its own ends, or round ones around zero and all values.
fn linear(options: &Value, low: f64, high: f64) -> AxisScale {
    let (own_low, own_high) = (number(options, "/min"), number(options, "/max"));
    let (low, high) = (own_low.unwrap_or(low.min(0.0)), own_high.unwrap_or(high.max(0.0)));
    let (low, high) = if high > low { (low, high) } else { (low, low + 1.0) };
    let step = step(low, high).max(number(options, "/minInterval").unwrap_or_default());
    let low = own_low.unwrap_or((low / step).floor() * step);
    let high = own_high.unwrap_or((high / step).ceil() * step);
    if (high - low).is_finite() && high > low {
        AxisScale::Linear(low, high, step)
    } else {
        AxisScale::Linear(0.0, 1.0, 1.0)
    }
}

/// The round number nearest to a fifth of the way: 1, 2, 3 or 5 and noughts.
fn step(low: f64, high: f64) -> f64 {
    let part = (high - low) / PARTS;
    let nought = 10_f64.powf(part.log10().floor());
    let round = match part / nought {
        part if part < 1.5 => 1.0,
        part if part < 2.5 => 2.0,
        part if part < 3.5 => 3.0,
        part if part < 7.0 => 5.0,
        _ => 10.0,
    };
    round * nought
}

fn round_numbers(low: f64, high: f64, step: f64) -> Vec<f64> {
    let first = (low / step).ceil();
    let within = |number: &f64| *number <= high + step * 1e-6;
    let mut numbers: Vec<f64> = places().take(12).map(|n| (first + n) * step).take_while(within).collect();
    if numbers.first().is_none_or(|number| number - low > step * 0.45) {
        numbers.insert(0, low);
    }
    if numbers.last().is_none_or(|number| high - number > step * 0.45) {
        numbers.push(high);
    }
    numbers
}

/// So many decimals tell a step from the next, at most 9.
fn decimals(step: f64) -> usize {
    let is_enough = |decimals: &i32| {
        let shifted = step * 10_f64.powi(*decimals);
        shifted >= 0.99 && (shifted - shifted.round()).abs() < 1e-6
    };
    (0..9).find(is_enough).and_then(|decimals| usize::try_from(decimals).ok()).unwrap_or(9)
}
