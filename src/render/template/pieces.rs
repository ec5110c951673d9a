//! A template's text, taken apart into what stands as it is and what stands in braces.
//!
//! Markdown's heading attributes (`{#id}`) begin like Jinja's comments, so a comment needs a space: `{# so #}`.

use std::ops::Range;

use super::Mistake;
use super::tokens::{Token, tokens};

/// A part of a template.
#[derive(Debug)]
pub(super) enum Piece<'s> {
    /// Text as it is.
    Text(&'s str),
    /// `{{ … }}`.
    Print(BraceTag<'s>),
    /// `{% … %}`.
    Statement(BraceTag<'s>),
}

/// What stands in braces.
#[derive(Debug)]
pub(super) struct BraceTag<'s> {
    /// Its tokens, without the braces.
    pub(super) tokens: Vec<(Token<'s>, Range<usize>)>,
    /// Where it stands, braces included.
    pub(super) range: Range<usize>,
    /// Whether something in it could not be read; that was told.
    pub(super) is_wrong: bool,
}

/// Takes a text apart; braces that are not closed are noted, and the text goes on behind them.
pub(super) fn pieces<'s>(source: &'s str, mistakes: &mut Vec<Mistake>) -> Vec<Piece<'s>> {
    let mut pieces = Vec::new();
    let mut at = 0;
    let mut trims = false;
    while let Some((start, opening)) = next_opening(source, at) {
        let inner = start + opening.len();
        let text = source.get(at..start).unwrap_or_default();
        let text = if trims { text.trim_start() } else { text };
        let trims_before = source.get(inner..).is_some_and(|rest| rest.starts_with('-'));
        pieces.push(Piece::Text(if trims_before { text.trim_end() } else { text }));
        (at, trims) = match opening {
            "{# " => comment(source, start, mistakes),
            _ => tag(source, start, inner + usize::from(trims_before), opening, &mut pieces, mistakes),
        };
    }
    let text = source.get(at..).unwrap_or_default();
    pieces.push(Piece::Text(if trims { text.trim_start() } else { text }));
    pieces
}

/// Where the next braces open.
fn next_opening(source: &str, from: usize) -> Option<(usize, &'static str)> {
    let mut at = from;
    while let Some(found) = source.get(at..).and_then(|rest| rest.find('{')) {
        let start = at + found;
        let rest = source.get(start..).unwrap_or_default();
        if let Some(opening) = ["{{", "{%", "{# "].into_iter().find(|opening| rest.starts_with(opening)) {
            return Some((start, opening));
        }
        at = start + 1;
    }
    None
}

/// Passes a comment over: where the text goes on, and whether the blanks before that are left out.
fn comment(source: &str, start: usize, mistakes: &mut Vec<Mistake>) -> (usize, bool) {
    if let Some(end) = source.get(start..).and_then(|rest| rest.find("#}")) {
        return (start + end + 2, source.get(..start + end).is_some_and(|before| before.ends_with('-')));
    }
    mistakes.push(Mistake::form(start..start + 2, "`{#` is not closed").help("close it with `#}`"));
    (source.len(), false)
}

fn tag<'s>(
    source: &'s str,
    start: usize,
    inner: usize,
    opening: &str,
    pieces: &mut Vec<Piece<'s>>,
    mistakes: &mut Vec<Mistake>,
) -> (usize, bool) {
    let closing = if opening == "{{" { "}}" } else { "%}" };
    let read = tokens(source, inner, closing, mistakes);
    let Some(end) = read.end else {
        let help = format!("close it with `{closing}`; to show braces as they are, write `{{{{ \"{opening}\" }}}}`");
        mistakes.push(Mistake::form(start..start + 2, format!("`{opening}` is not closed")).help(help));
        return (read.stopped.max(start + 2), false);
    };
    if opening == "{%" && read.tokens.len() == 1 && read.is_name(0, "raw") {
        return raw(source, start, end, pieces, mistakes);
    }
    let tag = BraceTag { range: start..end, is_wrong: read.is_wrong, tokens: read.tokens };
    pieces.push(if opening == "{{" { Piece::Print(tag) } else { Piece::Statement(tag) });
    (end, read.trims)
}

/// What stands between `{% raw %}` and `{% endraw %}` is text.
fn raw<'s>(
    source: &'s str,
    start: usize,
    end: usize,
    pieces: &mut Vec<Piece<'s>>,
    mistakes: &mut Vec<Mistake>,
) -> (usize, bool) {
    let mut at = end;
    while let Some(found) = source.get(at..).and_then(|rest| rest.find("{%")) {
        let opened = at + found;
        let rest = source.get(opened + 2..).unwrap_or_default();
        let name = rest.trim_start_matches('-').trim_start();
        let after = name.strip_prefix("endraw").map(|after| after.trim_start().trim_start_matches('-'));
        if let Some(after) = after.and_then(|after| after.strip_prefix("%}")) {
            pieces.push(Piece::Text(source.get(end..opened).unwrap_or_default()));
            return (source.len() - after.len(), false);
        }
        at = opened + 2;
    }
    let help = "end it with `{% endraw %}`";
    mistakes.push(Mistake::form(start..end, "`raw` is not ended").help(help));
    (source.len(), false)
}
