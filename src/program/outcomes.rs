//! How periods ended with accounts: renewed or not, and what they paid before and after.

use foldhash::{HashMap, HashMapExt};
use jiff::civil::Date;

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::program::ids::AccountId;
use crate::program::known::Known;
use crate::program::periods;
use crate::program::references::Naming;
use crate::sources::Sources;

/// How a period ended with an account.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// The account.
    pub account: AccountId,
    /// The period, as in the sources: a year, a quarter.
    pub period: String,
    /// The period's first and last day, where its text names them.
    pub days: Option<(Date, Date)>,
    /// Whether the account renewed.
    pub renewed: Option<bool>,
    /// Revenue a year before, in the program's currency.
    pub revenue_before: Option<f64>,
    /// Revenue a year after.
    pub revenue_after: Option<f64>,
}

/// Checks the outcomes.
pub(super) fn check(sources: &Sources, known: &mut Known<'_, '_>) -> Vec<Outcome> {
    let mut places: HashMap<(AccountId, &str), Place> = HashMap::new();
    let mut outcomes = Vec::new();
    for file in &sources.outcomes {
        for outcome in &file.content.outcomes {
            let naming = Naming::record(&file.file);
            let Some(account) = known.parties.account(&outcome.account, naming, known.diagnostics) else { continue };
            let place = Place::new(&file.file, outcome.account.at);
            if let Some(first) = places.get(&(account, &*outcome.period)) {
                let message = format!("the outcome of `{}` for {} stands twice", outcome.account.text, outcome.period);
                let error = Diagnostic::new(Code::IdTwice, message).at(place);
                let error = error.related(first.clone(), "the first one is here").help("keep one of the two");
                known.diagnostics.push(error);
                continue;
            }
            places.insert((account, &outcome.period), place);
            outcomes.push(Outcome {
                account,
                period: outcome.period.clone(),
                days: periods::days(&outcome.period),
                renewed: outcome.renewed,
                revenue_before: outcome.revenue_before,
                revenue_after: outcome.revenue_after,
            });
        }
    }
    outcomes
}
