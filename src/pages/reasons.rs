//! Why something is not shown, why a figure has no score, and why a figure or a difference stands alone, without an
//! interval, in words.

use super::Report;
use crate::disclosure::withheld::Withheld;
use crate::disclosure::{Figure, Incomparable, Level, Scope};
use crate::sources::config::Customers;
use crate::words::Words;

/// Why something is held back.
#[must_use]
pub fn withheld(words: &Words, why: Withheld) -> String {
    match why {
        Withheld::SmallGroup { fewest } => words.say("hidden-small-group", &[("n", fewest.into())]),
        Withheld::BesideAnonymous { fewest } => words.say("hidden-anonymous-answer", &[("n", fewest.into())]),
        Withheld::FewComments { fewest } => words.say("comments-too-few", &[("fewest", fewest.into())]),
        Withheld::Attributed { fewest } => words.say("comments-attributed", &[("fewest", fewest.into())]),
    }
}

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
    let is_of_persons = report.disclosed.customers() == Customers::B2c || matches!(scope, Scope::Account(_));
    match why {
        Incomparable::TooFewAccounts if is_of_persons => report.words.plain("incomparable-few-respondents"),
        Incomparable::TooFewAccounts => report.words.plain("incomparable-few-accounts"),
        Incomparable::TooFewAnswers => report.words.plain("incomparable-few-answers"),
        Incomparable::AllTheSame => report.words.plain("incomparable-all-the-same"),
    }
}
