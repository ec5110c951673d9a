//! Why a figure has no score, and why a figure or a difference stands alone, without an interval, in words.

use super::Report;
use crate::metrics::{Figure, Incomparable, Level, Scope};
use crate::sources::config::Customers;

/// An account with fewer answers than this in a wave shows the answers themselves instead of a score.
pub const FEWEST_FOR_A_SCORE: u64 = 5;

/// Why a level that is shown has no interval.
#[must_use]
pub fn no_interval(report: &Report<'_>, figure: &Figure, level: &Level) -> String {
    if level.n == 1 {
        "no interval: one answer".to_owned()
    } else if figure.few_accounts {
        format!("no interval: fewer than three {}", report.program.account_label.many)
    } else {
        "no interval: all answers are the same".to_owned()
    }
}

/// Why a difference has no interval. Within one account, and where customers are persons, those who answered are
/// compared.
#[must_use]
pub fn incomparable(report: &Report<'_>, scope: Scope, why: Incomparable) -> String {
    let is_of_persons = report.program.customers == Customers::B2c || matches!(scope, Scope::Account(_));
    match why {
        Incomparable::TooFewAccounts if is_of_persons => "too few respondents to compare".to_owned(),
        Incomparable::TooFewAccounts => format!("too few {} to compare", report.program.account_label.many),
        Incomparable::TooFewAnswers => "too few answers to compare".to_owned(),
        Incomparable::AllTheSame => "all answers are the same: no interval".to_owned(),
    }
}
