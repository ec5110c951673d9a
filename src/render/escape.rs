//! Text → HTML text: the one place where characters that could be markup are made harmless.

use minijinja::value::Value;
use minijinja::{AutoEscape, Error, ErrorKind, Output, State};

/// A text as HTML, fit for an element and for an attribute in quotes.
///
/// A slash needs no escaping there, so that links stay readable and short.
pub(super) fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len() + text.len() / 8);
    for letter in text.chars() {
        match letter {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            other => html.push(other),
        }
    }
    html
}

/// Writes a value into a template's output: text escaped, safe strings as they are.
pub(super) fn formatter(output: &mut Output<'_>, state: &mut State<'_, '_>, value: &Value) -> Result<(), Error> {
    match value.as_str() {
        Some(text) if !value.is_safe() && matches!(state.auto_escape(), AutoEscape::Html) => {
            let written = output.write_str(&escaped(text));
            written.map_err(|error| Error::new(ErrorKind::WriteFailure, "cannot write").with_source(error))
        }
        _ => minijinja::escape_formatter(output, state, value),
    }
}

/// JSON as the content of a script element: no text of the data can end it.
pub(super) fn script(json: &str) -> Value {
    let json = json.replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026");
    Value::from_safe_string(json.replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029"))
}

/// A sentence in which the name of a wave, such as 2025-H2, stays in one line.
pub(super) fn unbroken(sentence: &str) -> Value {
    let is_wave = |word: &str| {
        let digits = word.trim_start_matches('(').split_once('-').map(|(year, _)| year);
        digits.is_some_and(|year| !year.is_empty() && year.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let kept = |word: &str| {
        let text = escaped(word);
        if is_wave(word) { format!("<span class=\"whole\">{text}</span>") } else { text }
    };
    Value::from_safe_string(sentence.split(' ').map(kept).collect::<Vec<_>>().join(" "))
}

/// The still drawing of a chart, as the markup that it is. That is safe for a chart's `drawing` and for nothing else:
/// this crate writes it itself, with every word of the data in it escaped and no colour that is not one of the theme's.
pub(super) fn drawing(svg: &str) -> Value {
    Value::from_safe_string(svg.to_owned())
}
