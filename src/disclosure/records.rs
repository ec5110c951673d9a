//! What is on record and is shown to everyone who reads the report: the questionnaire, the accounts with what their owners
//! say of them, the dimensions, the goals.

use jiff::civil::Date;

use super::Disclosed;
use crate::program::accounts::Account;
use crate::program::ids::{AccountId, List};
use crate::program::questionnaire::{Question, Questionnaire};
use crate::program::segments::{Dimension, Segment};
use crate::program::{Benchmark, Privacy, Target};
use crate::sources::config::Customers;

impl<'a> Disclosed<'a> {
    /// The report's title.
    #[must_use]
    pub fn title(&self) -> &'a str {
        &self.program.title
    }

    /// Who the customers are.
    #[must_use]
    pub fn customers(&self) -> Customers {
        self.program.customers
    }

    /// The currency of every revenue.
    #[must_use]
    pub fn currency(&self) -> Option<&'a str> {
        self.program.currency.as_deref()
    }

    /// The last day that the data speak of as past.
    #[must_use]
    pub fn last_day(&self) -> Option<Date> {
        self.program.last_day
    }

    /// The program's rules of privacy.
    #[must_use]
    pub fn privacy(&self) -> Privacy {
        self.program.privacy
    }

    /// Questions, blocks, headline.
    #[must_use]
    pub fn questionnaire(&self) -> &'a Questionnaire {
        &self.program.questionnaire
    }

    /// The headline question.
    #[must_use]
    pub fn headline(&self) -> Option<&'a Question> {
        self.program.headline()
    }

    /// The dimensions with their values.
    #[must_use]
    pub fn dimensions(&self) -> &'a [Dimension] {
        &self.program.dimensions
    }

    /// The accounts on record. Their contacts are numbers, and who these are is not handed on.
    #[must_use]
    pub fn accounts(&self) -> &'a List<AccountId, Account> {
        &self.program.register.accounts
    }

    /// An account by its id or an alias.
    #[must_use]
    pub fn account(&self, id: &str) -> Option<AccountId> {
        self.program.register.account(id)
    }

    /// The segments that an account is in now.
    #[must_use]
    pub fn segments_of(&self, account: AccountId) -> &'a [Segment] {
        self.program.account_segments.get(account).map_or(&[], Vec::as_slice)
    }

    /// What is to be reached.
    #[must_use]
    pub fn targets(&self) -> &'a [Target] {
        &self.program.targets
    }

    /// What others reach.
    #[must_use]
    pub fn benchmarks(&self) -> &'a [Benchmark] {
        &self.program.benchmarks
    }
}
