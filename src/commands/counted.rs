//! How many, in words for the terminal.

use crate::diagnostic::{Severity, ToldDiagnostics};

/// How many mistakes and warnings there are, and how many more may follow from them.
pub(super) fn counted(found: &ToldDiagnostics) -> String {
    let counted = format!("{}, {}", plural(found.count(Severity::Error), "mistake"), warnings(found));
    match found.held {
        0 => counted,
        held => format!("{counted}; {held} more may follow from these and are held back"),
    }
}

/// How many warnings there are, and how many are accepted.
pub(super) fn warnings(found: &ToldDiagnostics) -> String {
    let counted = plural(found.count(Severity::Warning), "warning");
    match found.accepted {
        0 => counted,
        accepted => format!("{counted} and {accepted} accepted"),
    }
}

/// So many of a thing: `1 page`, `2 pages`.
pub(super) fn plural(number: usize, thing: &str) -> String {
    format!("{number} {thing}{}", if number == 1 { "" } else { "s" })
}
