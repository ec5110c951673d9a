//! One wave's nps weighted in other ways, and what it could be if the silent had answered. None has an interval: they
//! show how far the score hangs on who counts how much, and on who kept silent.

use std::collections::BTreeMap;

use crate::program::Program;
use crate::program::ids::AccountId;
use crate::program::waves::Wave;
use crate::sources::config::Respondents;

use crate::metrics::arithmetic::observation::Observation;
use crate::metrics::scores::columns::{Accounts, AnswerNumber, ColumnKey, Rows, persons};
use crate::metrics::scores::statistic::{Item, Statistic, kind};
use crate::metrics::scores::suppression::of_columns::hidden_scopes;

/// A weighted nps.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Weighted {
    /// It may be shown.
    Shown {
        /// The nps, −100 to 100.
        value: f64,
        /// Accounts it is made of.
        accounts: u64,
    },
    /// There is one, and persons are anonymous, and an account has too few answers or some scope is hidden: several
    /// weightings of the same answers can be solved for what is not shown.
    Hidden,
}

/// The same wave's nps, account by account.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Weightings {
    /// Every account counts the same.
    pub by_account: Option<Weighted>,
    /// Accounts with a revenue count by it.
    pub by_revenue: Option<Weighted>,
    /// In each account contacts count by their influence; then every account counts the same.
    pub by_influence: Option<Weighted>,
}

/// Weighs the answers to an nps question; tallied answers count for the account that their cell names.
#[must_use]
pub fn weightings(program: &Program, wave: &Wave, question: usize, rows: &Rows<'_>) -> Weightings {
    let item = Item::Question(question);
    let read = |x: f64| Statistic::Nps.read(x, kind(program, item));
    let cells: Vec<AnswerNumber<'_>> = rows.column(ColumnKey { item, option: None }).cells().collect();
    let anonymous = wave.respondents == Respondents::Anonymous;
    let something_is_hidden = || {
        let column = rows.column(ColumnKey { item, option: None });
        !hidden_scopes(program, &column, &column.by_scope(Accounts::All)).is_empty()
    };
    let hidden = anonymous && (has_small_account(program.privacy.hide_below, &cells) || something_is_hidden());
    let mut accounts: BTreeMap<AccountId, Sums> = BTreeMap::new();
    for cell in &cells {
        let Some(account) = cell.account else { continue };
        let Observation { x, count, .. } = cell.observation;
        let contact = cell.contact.and_then(|contact| program.register.contacts.get(contact));
        let influence = contact.map_or(1.0, |contact| contact.influence);
        accounts.entry(account).or_default().add(read(x), count, influence);
    }
    let revenue = |account: AccountId| {
        let account = program.register.accounts.get(account)?;
        account.revenue_on(wave.first_day).filter(|revenue| *revenue > 0.0)
    };
    let equally = accounts.values().filter_map(|sums| Some((sums.mean()?, 1.0)));
    let by_revenue = accounts.iter().filter_map(|(account, sums)| Some((sums.mean()?, revenue(*account)?)));
    let by_influence = accounts.values().filter_map(|sums| Some((sums.influenced()?, 1.0)));
    let shown = |weighted: Option<Weighted>| weighted.map(|weighted| if hidden { Weighted::Hidden } else { weighted });
    Weightings {
        by_account: shown(weighted(equally)),
        by_revenue: shown(weighted(by_revenue)),
        by_influence: shown(weighted(by_influence)),
    }
}

fn has_small_account(hide_below: u64, cells: &[AnswerNumber<'_>]) -> bool {
    let mut accounts: BTreeMap<Option<AccountId>, Vec<Observation>> = BTreeMap::new();
    for cell in cells {
        accounts.entry(cell.account).or_default().push(cell.observation);
    }
    accounts.into_values().any(|answers| persons(answers.into_iter()) < hide_below)
}

/// One account's sums of +1, 0 and −1.
#[derive(Default)]
struct Sums {
    n: f64,
    sum: f64,
    influence: f64,
    influenced: f64,
}

impl Sums {
    #[expect(clippy::cast_precision_loss, reason = "counts of answers are far below 2^52")]
    fn add(&mut self, x: f64, count: u64, influence: f64) {
        let count = count as f64;
        self.n += count;
        self.sum += x * count;
        self.influence += influence * count;
        self.influenced += x * influence * count;
    }

    fn mean(&self) -> Option<f64> {
        (self.n > 0.0).then(|| self.sum / self.n)
    }

    fn influenced(&self) -> Option<f64> {
        (self.influence > 0.0).then(|| self.influenced / self.influence)
    }
}

fn weighted(means: impl Iterator<Item = (f64, f64)>) -> Option<Weighted> {
    let (mut accounts, mut sum, mut weights) = (0, 0.0, 0.0);
    for (mean, weight) in means {
        accounts += 1;
        sum += mean * weight;
        weights += weight;
    }
    (weights > 0.0).then(|| Weighted::Shown { value: 100.0 * sum / weights, accounts })
}

/// The nps if all the silent had answered as detractors, and if all had as promoters.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NonresponseBounds {
    /// All the silent detractors.
    pub low: f64,
    /// All the silent promoters.
    pub high: f64,
    /// Contacts reached who did not answer.
    pub silent: u64,
}

/// The bounds of an nps of `n` answers with so many silent.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "counts of answers are far below 2^52")]
pub fn nonresponse_bounds(nps: f64, n: u64, silent: u64) -> NonresponseBounds {
    let (answered, missing) = (n as f64, silent as f64);
    let bound = |each: f64| (nps * answered + each * missing) / (answered + missing).max(1.0);
    NonresponseBounds { low: bound(-100.0), high: bound(100.0), silent }
}
