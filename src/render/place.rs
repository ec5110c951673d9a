//! Where something stands in a text, for messages.

use std::ops::Range;

use crate::diagnostic::{At, Place};
use crate::sources::commentary::Commentary;

/// The place of a range of the body in its file.
pub(super) fn in_commentary(commentary: &Commentary, range: Range<usize>) -> Place {
    let mut at = in_text(&commentary.body, range);
    at.line = at.line.saturating_add(u32::try_from(commentary.lines_before).unwrap_or(u32::MAX));
    Place::new(&commentary.file, at)
}

/// The place of a byte range of a text.
pub(super) fn in_text(source: &str, range: Range<usize>) -> At {
    let Range { start, end } = range;
    let before = source.get(..start).unwrap_or_default();
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let meant = source.get(start..end).unwrap_or_default().lines().next().unwrap_or_default();
    let small = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    At {
        line: small(before.matches('\n').count() + 1),
        column: small(before.get(line_start..).unwrap_or_default().chars().count() + 1),
        width: small(meant.chars().count()),
    }
}
