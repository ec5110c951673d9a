//! What the YAML parser says → what it means for somebody who writes a file by hand.

use saphyr_parser::ScanError;

use super::text::{lines, small};
use crate::diagnostic::At;

/// A part of the parser's message, the mistake in plain words, and what to do.
type Translation = (&'static str, &'static str, &'static str);

const OPEN_HELP: &str = "close it; a ` #` within it begins a comment, so put text with ` #` in quotes";

const TRANSLATIONS: [Translation; 22] = [
    ("scalar, found unexpected end", "a quote is opened here and never closed", "close it with the same quote"),
    (
        "parsing a flow sequence",
        "a list in `[…]` goes on without a comma, or is never closed",
        "close it with `]`, and put text with `,`, `[`, `]` or `: ` in quotes",
    ),
    (
        "parsing a flow mapping",
        "a mapping in `{…}` goes on without a comma, or is never closed",
        "close it with `}`, and put text with `,`, `{`, `}` or `: ` in quotes",
    ),
    (
        "mapping values are not allowed",
        "a `: ` where no key can stand",
        "put text with `: ` in quotes, or look at the indentation",
    ),
    (
        "misplaced bracket",
        "a bracket is closed here that was never opened",
        "remove it, or put text that has one in quotes",
    ),
    ("placement of ':'", "a `:` where no key can stand", "put text with `:` in quotes"),
    ("simple key", "a line without `: ` among keys", "write `key: value`, and put text of several lines in quotes"),
    (
        "did not find expected key",
        "this line does not fit those above it",
        "give all keys of a mapping the same indentation",
    ),
    (
        "did not find expected '-'",
        "a list goes on without `- `",
        "begin each item with `- `, all with the same indentation",
    ),
    (
        "block sequence entries are not allowed",
        "a `- ` where no list can begin",
        "begin the list on a line of its own, or put the text in quotes",
    ),
    (
        "wrongly indented line in block scalar",
        "a line of the text is indented less than its first one",
        "indent all lines of the text alike",
    ),
    ("indentation in", "a bracket or quote above is still open here", OPEN_HELP),
    ("invalid indentation", "a bracket or quote above is still open here", OPEN_HELP),
    ("only valid inside a block", "a bracket or quote above is still open here", OPEN_HELP),
    ("expected node content", "a value is missing here", "write it, or close the bracket"),
    ("unprintable", "a control character", "remove it; between double quotes it can be written as an escape"),
    ("tab", "a tab where YAML wants spaces", "write spaces instead"),
    (
        "byte order mark",
        "a byte-order mark in the middle of the file",
        "remove the invisible character; it comes from joining files",
    ),
    (
        "escape",
        "a `\\` with something after it that means nothing",
        "write `\\\\` for a backslash, or put the text in single quotes",
    ),
    (
        "hexadecimal",
        "a `\\` escape with too few digits",
        "write `\\\\` for a backslash, or put the text in single quotes",
    ),
    (
        "trailing content",
        "text after a closing quote",
        "put the whole text in quotes, and write `\\\"` for those within",
    ),
    ("<document start>", "the file goes on after its end", "look at the indentation, and for a bracket too many"),
];

/// The mistake in plain words, and what to do.
pub(super) fn in_plain_words(error: &ScanError) -> (String, &'static str) {
    let told = TRANSLATIONS.iter().find(|(part, ..)| error.info().contains(part));
    match told {
        Some((_, mistake, help)) => (format!("not valid YAML: {mistake}"), help),
        None => (
            format!("not valid YAML: {}", error.info()),
            "look for an open bracket or quote before this place, or text with `: ` or ` #` that needs quotes",
        ),
    }
}

/// Whether the parser gave up because of the depth.
pub(super) fn is_too_deep(error: &ScanError) -> bool {
    error.info().contains("recursion limit")
}

/// Where the mistake is; at the last character where the file ends too early.
pub(super) fn place(error: &ScanError, source: &str) -> At {
    let marker = error.marker();
    within(At { line: small(marker.line().max(1)), column: small(marker.col() + 1), width: 1 }, source)
}

/// A place, or that of the last character where it lies beyond the end.
pub(super) fn within(at: At, source: &str) -> At {
    let last = lines(source).zip(1..).filter(|(line, _)| !line.trim().is_empty()).last();
    match last {
        Some((line, number)) if at.line > number => {
            At { line: number, column: small(line.trim_end().chars().count()), width: 1 }
        }
        _ => at,
    }
}
