//! How much a commentary's template may do: more than any text needs, and far less than a machine notices.

/// So deep may expressions be nested, operators in a row included. Each level takes a frame of the stack.
pub(super) const DEPTH: usize = 60;

/// So deep may `if` and `for` be nested.
pub(super) const BLOCKS: usize = 16;

/// So deep may lists lie in lists.
pub(super) const LISTS: usize = 4;

/// So many steps: a statement, a part of an expression, an item of a list, or [`BYTES_A_STEP`] bytes that are looked at.
pub(super) const STEPS: usize = 200_000;

/// So many bytes of text are looked at in one step.
pub(super) const BYTES_A_STEP: usize = 64;

/// So many bytes may be made beyond the text itself: what is put out in loops, and every text and list on the way.
pub(super) const BYTES: usize = 1_000_000;

/// So many functions may be called.
pub(super) const CALLS: usize = 1_000;

/// After so many mistakes no more are looked for.
pub(super) const MISTAKES: usize = 100;
