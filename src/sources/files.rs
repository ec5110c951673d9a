//! The files that a program is made of, and what each kind of them may hold.

use super::shape::{Shape, Shaped};
use super::{accounts, config, records, surveys};

/// A kind of file that a program is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// `cxbook.yaml`.
    Config,
    /// `data/accounts.yaml`.
    Accounts,
    /// `data/contacts.yaml`.
    Contacts,
    /// A file of `data/surveys/`.
    Survey,
    /// A file of `data/tickets/`.
    Tickets,
    /// `data/actions.yaml`.
    Actions,
    /// `data/outcomes.yaml`.
    Outcomes,
}

impl FileKind {
    /// All kinds.
    pub const ALL: [Self; 7] =
        [Self::Config, Self::Accounts, Self::Contacts, Self::Survey, Self::Tickets, Self::Actions, Self::Outcomes];

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Config => "config",
            Self::Accounts => "accounts",
            Self::Contacts => "contacts",
            Self::Survey => "survey",
            Self::Tickets => "tickets",
            Self::Actions => "actions",
            Self::Outcomes => "outcomes",
        }
    }

    /// What such a file may hold.
    #[must_use]
    pub fn shape(self) -> Shape {
        match self {
            Self::Config => config::Config::shape(),
            Self::Accounts => accounts::AccountsFile::shape(),
            Self::Contacts => accounts::ContactsFile::shape(),
            Self::Survey => surveys::SurveyFile::shape(),
            Self::Tickets => records::TicketsFile::shape(),
            Self::Actions => records::ActionsFile::shape(),
            Self::Outcomes => records::OutcomesFile::shape(),
        }
    }
}
