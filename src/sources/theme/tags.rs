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
    /// The word that a statement begins with: `include`, `set`; nothing of what prints.
    #[must_use]
    pub fn keyword(&self) -> &'t str {
        match self.kind {
            TagKind::Print => "",
            TagKind::Statement => self.inside.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default(),
        }
    }
}

/// The tags of a template in their order; those in comments and in `raw` are none. A tag that is not closed is left out.
#[must_use]
pub fn tags(text: &str) -> Vec<Tag<'_>> {
    let mut tags = Vec::new();
    let mut at = 0;
    while let Some((start, kind)) = opening(text, at) {
        let Some(kind) = kind else {
            at = find(text, start, "#}");
            continue;
        };
        let Some(end) = closing(text, start + 2, if kind == TagKind::Print { "}}" } else { "%}" }) else { break };
        let blank = |c: char| c.is_whitespace() || matches!(c, '-' | '+');
        let inside = text.get(start + 2..end - 2).unwrap_or_default().trim_matches(blank);
        let tag = Tag { kind, range: start..end, inside };
        let is_raw = tag.keyword() == "raw";
        tags.push(tag);
        at = if is_raw { raw_end(text, end) } else { end };
    }
    tags
}

/// Where the next tag or comment begins; a comment has no kind.
fn opening(text: &str, from: usize) -> Option<(usize, Option<TagKind>)> {
    let rest = text.get(from..)?;
    rest.match_indices('{').find_map(|(at, _)| {
        let kind = match rest.as_bytes().get(at + 1)? {
            b'{' => Some(TagKind::Print),
            b'%' => Some(TagKind::Statement),
            b'#' => None,
            _ => return None,
        };
        Some((from + at, kind))
    })
}

/// The end of a tag, with its bracket: the first one that is not within quotes.
fn closing(text: &str, from: usize, bracket: &str) -> Option<usize> {
    let rest = text.get(from..)?;
    let mut quote = None;
    let mut escaped = false;
    for (at, letter) in rest.char_indices() {
        match quote {
            Some(_) if escaped => escaped = false,
            Some(_) if letter == '\\' => escaped = true,
            Some(open) if letter == open => quote = None,
            Some(_) => {}
            None if matches!(letter, '"' | '\'') => quote = Some(letter),
            None if rest.get(at..).is_some_and(|rest| rest.starts_with(bracket)) => return Some(from + at + 2),
            None => {}
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

/// Behind the next of these letters, else the end of the text.
fn find(text: &str, from: usize, letters: &str) -> usize {
    text.get(from..).and_then(|rest| rest.find(letters)).map_or(text.len(), |at| from + at + letters.len())
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
            [r#""}}" ~ '{{'"#, "if x", "b"]
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
