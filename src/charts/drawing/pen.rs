//! Writing SVG: shapes and words with few bytes, and how wide words are without a screen to measure them on.
//!
//! Two things hold for whatever the options say, and make the drawing safe to put into a page as it is: words are
//! escaped here, and a colour is written only if it is one of the theme's custom properties.

use std::fmt::Write as _;

/// The height of letters, in pixels.
pub(super) const LETTERS: f64 = 12.0;

/// From line to line, in pixels.
pub(super) const LINE: f64 = 14.0;

/// Below the middle of a line its letters stand on this, in pixels.
const BASELINE: f64 = 4.3;

/// Where words stand to their place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// An SVG that is being written. Neighbours that look alike share one group.
#[derive(Debug, Default)]
pub(super) struct Pen {
    svg: String,
    look: String,
}

impl Pen {
    /// A shape, given as an element, with its look, given as attributes.
    pub(super) fn shape(&mut self, look: &str, element: &str) {
        if self.look != look {
            self.close();
            let _ = write!(self.svg, "<g{look}>");
            look.clone_into(&mut self.look);
        }
        self.svg.push_str(element);
    }

    /// A path.
    pub(super) fn path(&mut self, look: &str, path: &str) {
        if !path.is_empty() {
            self.shape(look, &format!(r#"<path d="{path}"/>"#));
        }
    }

    /// One line of words, its middle at this height.
    pub(super) fn words(&mut self, (x, y): (f64, f64), anchor: Anchor, colour: &str, words: &str) {
        let anchor = match anchor {
            Anchor::Start => "",
            Anchor::Middle => r#" text-anchor="middle""#,
            Anchor::End => r#" text-anchor="end""#,
        };
        let (x, y) = (coordinate(x), coordinate(y + BASELINE));
        let element = format!(r#"<text x="{x}" y="{y}">{}</text>"#, escaped(words));
        self.shape(&format!("{}{anchor}", fill(colour)), &element);
    }

    /// The whole, so wide and high in pixels.
    pub(super) fn finished(mut self, width: f64, height: f64) -> String {
        self.close();
        let (width, height) = (coordinate(width), coordinate(height));
        let body = self.svg;
        format!(r#"<svg viewBox="0 0 {width} {height}" font-size="{LETTERS}">{body}</svg>"#)
    }

    fn close(&mut self) {
        if !self.look.is_empty() {
            self.svg.push_str("</g>");
            self.look.clear();
        }
    }
}

/// Whether a colour is one of the theme's: `var(--ink)`.
fn is_of_the_theme(colour: &str) -> bool {
    let name = colour.strip_prefix("var(--").and_then(|rest| rest.strip_suffix(')'));
    name.is_some_and(|name| name.bytes().all(|letter| letter.is_ascii_lowercase() || letter == b'-'))
}

/// The attribute of a filling; nothing is filled with a colour that is not of the theme.
pub(super) fn fill(colour: &str) -> String {
    format!(r#" fill="{}""#, if is_of_the_theme(colour) { colour } else { "none" })
}

/// The attributes of an outline of this width in pixels; empty without one.
pub(super) fn stroke(colour: &str, width: f64) -> String {
    if width <= 0.0 || !is_of_the_theme(colour) {
        return String::new();
    }
    let width = if (width - 1.0).abs() < 0.05 { String::new() } else { attribute("stroke-width", width) };
    format!(r#" stroke="{colour}"{width}"#)
}

/// An attribute with a number of at most two decimals.
pub(super) fn attribute(name: &str, value: f64) -> String {
    format!(r#" {name}="{}""#, (value * 100.0).round() / 100.0)
}

/// A coordinate in pixels, with one decimal where it needs one.
pub(super) fn coordinate(value: f64) -> String {
    let value = (value.clamp(-99_999.0, 99_999.0) * 10.0).round() / 10.0;
    // Adding zero takes the sign from a zero.
    if value.is_finite() { (value + 0.0).to_string() } else { "0".to_owned() }
}

/// A rectangle as a path.
pub(super) fn rectangle(left: f64, top: f64, width: f64, height: f64) -> String {
    let [left, top, width, back, height] = [left, top, width, -width, height].map(coordinate);
    format!("M{left} {top}h{width}v{height}h{back}z")
}

/// Words as the content of an element.
fn escaped(words: &str) -> String {
    let mut markup = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '&' => markup.push_str("&amp;"),
            '<' => markup.push_str("&lt;"),
            '>' => markup.push_str("&gt;"),
            '"' => markup.push_str("&quot;"),
            '\'' => markup.push_str("&#39;"),
            other => markup.push(other),
        }
    }
    markup
}

/// About how wide words are, in pixels; rather too wide than too narrow, since fonts differ.
pub(super) fn width(words: &str) -> f64 {
    words.chars().map(letter_width).sum()
}

fn letter_width(letter: char) -> f64 {
    match letter {
        'i' | 'j' | 'l' | 'I' | '|' | '!' | '\'' | '.' | ',' | ':' | ';' | ' ' => 3.8,
        'f' | 't' | 'r' | '(' | ')' | '-' | '/' => 4.8,
        '0'..='9' => 7.6,
        '−' | '+' | 'm' | 'w' | 'M' | 'W' | '@' | '%' | '…' | '—' | '▲' | '▼' => 11.0,
        'A'..='Z' => 8.2,
        '\u{1100}'.. if !matches!(letter, '\u{2000}'..='\u{22ff}') => 12.5,
        _ => 7.0,
    }
}

/// Words in lines of at most so many pixels, and at most so many lines, the last one cut where more would be needed.
pub(super) fn lines(words: &str, room: f64, most: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in words.split_whitespace() {
        let Some(line) = lines.last_mut() else { break };
        let joined = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if width(&joined) <= room {
            *line = joined;
            continue;
        }
        let mut parts = pieces(word, room);
        if line.is_empty() {
            *line = parts.remove(0);
        }
        lines.extend(parts);
    }
    if lines.len() > most.max(1) {
        lines.truncate(most.max(1));
        if let Some(last) = lines.last_mut() {
            *last = cut(&format!("{last}…"), room);
        }
    }
    lines
}

/// A word in pieces that fit; at least one.
fn pieces(word: &str, room: f64) -> Vec<String> {
    let mut pieces = vec![String::new()];
    for letter in word.chars() {
        match pieces.last_mut() {
            Some(piece) if piece.is_empty() || width(piece) + letter_width(letter) <= room => piece.push(letter),
            _ => pieces.push(letter.to_string()),
        }
    }
    pieces
}

/// Words of at most so many pixels, ended by `…` where they are longer.
pub(super) fn cut(words: &str, room: f64) -> String {
    if width(words) <= room {
        return words.to_owned();
    }
    let mut left = room - letter_width('…');
    let fits = |letter: &char| {
        left -= letter_width(*letter);
        left >= 0.0
    };
    let begin: String = words.trim_end_matches('…').chars().take_while(fits).collect();
    format!("{}…", begin.trim_end())
}
