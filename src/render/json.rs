//! `tojson`: values as JSON for the scripts of a theme, and the places where JSON is safe.
//!
//! No letter of the data can end a script element or an attribute in single quotes. The quotes of JSON itself end one in
//! double quotes, whatever is done to the data; so there it is a mistake.

use std::ops::Range;

use minijinja::value::{Kwargs, Value};
use minijinja::{Error, filters};

use super::escape;
use crate::sources::theme::tags::{Tag, TagKind, tags};

/// A value as JSON, fit for a script element and for an attribute in single quotes; with `indent` in several lines.
pub(super) fn tojson(value: &Value, indent: Option<Value>, options: Kwargs) -> Result<Value, Error> {
    let json = filters::tojson(value, indent, options)?;
    Ok(escape::script(json.as_str().unwrap_or_default()))
}

/// Where a template writes JSON into an attribute without single quotes.
pub(super) fn misplaced(template: &str) -> Option<Range<usize>> {
    let mut html = HtmlPlace::Text;
    let mut read = 0;
    for tag in tags(template) {
        let before = template.get(read..tag.range.start).unwrap_or_default();
        html = html.after(before);
        if is_json(&tag) && (html.is_unsafe() || before.ends_with("=\"")) {
            return Some(tag.range);
        }
        read = tag.range.end;
    }
    None
}

fn is_json(tag: &Tag<'_>) -> bool {
    let mut filters = tag.inside.split('|').skip(1);
    tag.kind == TagKind::Print && filters.any(|filter| filter.trim_start().starts_with("tojson"))
}

/// Where in HTML a place is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum HtmlPlace {
    /// In a text.
    Text,
    /// In a script or a style.
    Raw,
    /// In a tag, and whether a raw text follows.
    Tag(bool),
    /// In the same, within these quotes.
    Quoted(char, bool),
}

impl HtmlPlace {
    fn is_unsafe(self) -> bool {
        matches!(self, Self::Tag(_) | Self::Quoted('"', _))
    }

    /// Where the end of a text is that begins here.
    fn after(mut self, text: &str) -> Self {
        for (at, letter) in text.char_indices() {
            self = match (self, letter) {
                (Self::Text | Self::Raw, '<') => self.opened(text.get(at + 1..).unwrap_or_default()),
                (Self::Tag(raw), '"' | '\'') => Self::Quoted(letter, raw),
                (Self::Tag(true), '>') => Self::Raw,
                (Self::Tag(false), '>') => Self::Text,
                (Self::Quoted(quote, raw), _) if letter == quote => Self::Tag(raw),
                _ => self,
            };
        }
        self
    }

    /// What a `<` begins.
    fn opened(self, rest: &str) -> Self {
        let starts = |word: &str| rest.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
        match self {
            Self::Raw if starts("/script") || starts("/style") => Self::Tag(false),
            Self::Raw => Self::Raw,
            _ if rest.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/') => {
                Self::Tag(starts("script") || starts("style"))
            }
            _ => self,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(template: &str) -> Option<&str> {
        misplaced(template).and_then(|range| template.get(range))
    }

    #[test]
    fn scripts_texts_and_single_quotes_take_json() {
        for safe in [
            "<script>const a = \"{{ a|tojson }}",
            "<script type=\"application/json\">{{ a | tojson(indent=2) }}</script>",
            "<p data-a='{{ a|tojson }}' class=\"b\">{{ a|tojson }}",
            "<p title=\"it's\">{{ a|tojson }}<p data-a=\"{{ tojson }}\">",
            "{# <p a=\" #}{{ a|tojson }} a < b, \"{{ a|tojson }}",
        ] {
            assert_eq!(refused(safe), None, "{safe}");
        }
    }

    #[test]
    fn double_quotes_and_none_do_not() {
        let tag = Some("{{ a|tojson }}");
        for wrong in [
            "<p data-a=\"{{ a|tojson }}\">",
            "<p data-a={{ a|tojson }}>",
            "<p {% if b %}class=\"b\"{% endif %} data-a=\"x {{ a|tojson }}\">",
            "<script>a</script><p data-a=\"{{ a|tojson }}\">",
            "<SCRIPT data-a=\"{{ a|tojson }}\">",
            "{% macro m(a) %} data-a=\"{{ a|tojson }}\"{% endmacro %}",
        ] {
            assert_eq!(refused(wrong), tag, "{wrong}");
        }
    }
}
