//! The tags of a template as they stand in its text: what the template engine does not tell of templates that it has
//! compiled.

use std::ops::Range;

/// What a tag does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TagKind {
    /// Prints a value: `{{ … }}`.
    Print,
    /// A statement: `{% … %}`.
    Statement,
    /// Nothing: `{# … #}`.
    Comment,
}

impl TagKind {
    /// The kind of a tag that begins with `{` and this, and what closes it.
    fn of(second: u8) -> Option<(Self, &'static str)> {
        match second {
            b'{' => Some((Self::Print, "}}")),
            b'%' => Some((Self::Statement, "%}")),
            b'#' => Some((Self::Comment, "#}")),
            _ => None,
        }
    }
}

/// A tag of a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag<'t> {
    /// What it does.
    pub kind: TagKind,
    /// Where it stands, its brackets included, in bytes.
    pub range: Range<usize>,
    /// What stands between its brackets, without `-` and blanks around it.
    pub inside: &'t str,
}

impl<'t> Tag<'t> {
    /// The word that a statement begins with: `include`, `set`; nothing of others.
    #[must_use]
    pub fn keyword(&self) -> &'t str {
        match self.kind {
            TagKind::Print | TagKind::Comment => "",
            TagKind::Statement => self.inside.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default(),
        }
    }
}

/// The tags of a template in their order, comments among them; what is in comments and in `raw` is none. A tag that is not
/// closed ends them.
#[must_use]
pub fn tags(text: &str) -> Vec<Tag<'_>> {
    let mut tags = Vec::new();
    let mut at = 0;
    while let Some((start, kind, bracket)) = opening(text, at) {
        let Some(end) = closing(text, start + 2, kind, bracket) else { break };
        let blank = |c: char| c.is_whitespace() || matches!(c, '-' | '+');
        let inside = text.get(start + 2..end - 2).unwrap_or_default().trim_matches(blank);
        let tag = Tag { kind, range: start..end, inside };
        at = if tag.keyword() == "raw" { raw_end(text, end) } else { end };
        tags.push(tag);
    }
    tags
}

/// Where the next tag begins, its kind, and what closes it.
fn opening(text: &str, from: usize) -> Option<(usize, TagKind, &'static str)> {
    let rest = text.get(from..)?;
    rest.match_indices('{').find_map(|(at, _)| {
        let (kind, bracket) = TagKind::of(*rest.as_bytes().get(at + 1)?)?;
        Some((from + at, kind, bracket))
    })
}

/// The end of a tag, with its bracket: the first one, but for those within quotes, which comments have none of.
fn closing(text: &str, from: usize, kind: TagKind, bracket: &str) -> Option<usize> {
    let rest = text.get(from..)?;
    if kind == TagKind::Comment {
        return rest.find(bracket).map(|at| from + at + bracket.len());
    }
    let mut quote = None;
    let mut escaped = false;
    for (at, letter) in rest.char_indices() {
        match quote {
            Some(_) if escaped => escaped = false,
            Some(_) if letter == '\\' => escaped = true,
            Some(open) if letter == open => quote = None,
            None if matches!(letter, '"' | '\'') => quote = Some(letter),
            None if rest.get(at..).is_some_and(|rest| rest.starts_with(bracket)) => {
                return Some(from + at + bracket.len());
            }
            _ => {}
        }
    }
    None
}

/// Where the tag begins that ends a `raw`.
fn raw_end(text: &str, from: usize) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    let is_end = |(at, _): &(usize, &str)| {
        let after = rest.get(at + 2..).unwrap_or_default();
        after.trim_start_matches(['-', '+']).trim_start().starts_with("endraw")
    };
    rest.match_indices("{%").find(is_end).map_or(text.len(), |(at, _)| from + at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn insides(text: &str) -> Vec<&str> {
        tags(text).into_iter().map(|tag| tag.inside).collect()
    }

    #[test]
    fn tags_end_where_their_brackets_do_and_not_within_quotes() {
        assert_eq!(
            insides(r#"a {{ "}}" ~ '{{' }} {%- if x -%} { {# {{ no }} #}{{ b }}"#),
            [r#""}}" ~ '{{'"#, "if x", "{{ no }}", "b"]
        );
        assert_eq!(insides(r#"{{ "\"}}" }}{{ c }}"#), [r#""\"}}""#, "c"]);
    }

    #[test]
    fn raw_text_and_what_is_not_closed_have_no_tags() {
        assert_eq!(insides("{% raw %}{{ a }}{%- endraw %}{{ b }}"), ["raw", "endraw", "b"]);
        assert_eq!(insides("{{ a }} {{ b"), ["a"]);
        assert_eq!(insides("{# {{ a }}"), Vec::<&str>::new());
        assert_eq!(insides("{% raw %}{{ a }}"), ["raw"]);
        assert_eq!(insides("{"), Vec::<&str>::new());
    }
}
