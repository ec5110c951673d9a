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
        report.words.plain("no-interval-one-answer")
    } else if figure.few_accounts {
        report.words.plain("no-interval-few-accounts")
    } else {
        report.words.plain("no-interval-all-the-same")
    }
}

/// Why a difference has no interval. Within one account, and where customers are persons, those who answered are
/// compared.
#[must_use]
pub fn incomparable(report: &Report<'_>, scope: Scope, why: Incomparable) -> String {
    let is_of_persons = report.program.customers == Customers::B2c || matches!(scope, Scope::Account(_));
    match why {
        Incomparable::TooFewAccounts if is_of_persons => report.words.plain("incomparable-few-respondents"),
        Incomparable::TooFewAccounts => report.words.plain("incomparable-few-accounts"),
        Incomparable::TooFewAnswers => report.words.plain("incomparable-few-answers"),
        Incomparable::AllTheSame => report.words.plain("incomparable-all-the-same"),
    }
}
