//! Which page is meant: its kind, and which one of that kind. What a kind is, the table of page kinds says; a key only
//! names a page, so that everything that leads to one can do so without knowing how it is made.

use crate::disclosure::{AccountId, Segment, WaveId};

/// The page kinds, in the order of their lines in the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum KindId {
    /// How are we doing?
    Overview,
    /// All accounts.
    Accounts,
    /// An account.
    Account,
    /// All dimensions.
    Segments,
    /// A dimension.
    Dimension,
    /// A value of a dimension.
    Segment,
    /// All waves.
    Waves,
    /// A wave.
    Wave,
    /// Tickets.
    Support,
    /// How everything is computed.
    Methodology,
    /// All pages of the analysts' own, where there are many.
    Contents,
    /// A page of the analysts' own.
    Own,
    /// What a server shows where there is no page.
    NotFound,
}

impl KindId {
    /// So many there are. The table has as many lines, or does not compile.
    pub const COUNT: usize = Self::NotFound as usize + 1;

    /// Where its line stands in the table.
    #[must_use]
    pub const fn line(self) -> usize {
        self as usize
    }
}

/// What a page is about, among the pages of its kind.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum PageSubject {
    /// Everything: the kind has one page.
    Everything,
    /// An account.
    Account(AccountId),
    /// A dimension, an index into the dimensions.
    Position(usize),
    /// A wave.
    Wave(WaveId),
    /// A segment.
    Segment(Segment),
    /// What an analyst wrote at this path, without `/` at its ends.
    Path(String),
}

impl PageSubject {
    /// The account that the page is about. The first for a page about
    /// everything, so that a line of the table that asks in vain shows a wrong page, and does not end the run.
    #[must_use]
    pub fn account(&self) -> AccountId {
        if let Self::Account(account) = self { *account } else { AccountId::FIRST }
    }

    /// The wave that the page is about; the first likewise.
    #[must_use]
    pub fn wave(&self) -> WaveId {
        if let Self::Wave(wave) = self { *wave } else { WaveId::FIRST }
    }

    /// The position of the dimension that the page is about, or that a segment is of; the first likewise.
    #[must_use]
    pub fn position(&self) -> usize {
        match self {
            Self::Position(position) => *position,
            Self::Segment(segment) => segment.dimension_index(),
            _ => 0,
        }
    }

    /// The segment that the page is about; the first of a dimension where it is about that.
    #[must_use]
    pub fn segment(&self) -> Segment {
        match self {
            Self::Segment(segment) => *segment,
            other => Segment { dimension: u16::try_from(other.position()).unwrap_or(u16::MAX), value: 0 },
        }
    }

    /// The path that the page is at; empty where it is at none of its own.
    #[must_use]
    pub fn path(&self) -> &str {
        match self {
            Self::Path(path) => path,
            _ => "",
        }
    }
}

/// A page.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct PageKey {
    /// Its kind.
    pub kind: KindId,
    /// Which of that kind.
    pub subject: PageSubject,
}

impl PageKey {
    /// The one page of a kind that has one.
    #[must_use]
    pub const fn of(kind: KindId) -> Self {
        Self { kind, subject: PageSubject::Everything }
    }

    /// An account.
    #[must_use]
    pub const fn account(account: AccountId) -> Self {
        Self { kind: KindId::Account, subject: PageSubject::Account(account) }
    }

    /// A dimension, an index into the dimensions.
    #[must_use]
    pub const fn dimension(position: usize) -> Self {
        Self { kind: KindId::Dimension, subject: PageSubject::Position(position) }
    }

    /// A segment.
    #[must_use]
    pub const fn segment(segment: Segment) -> Self {
        Self { kind: KindId::Segment, subject: PageSubject::Segment(segment) }
    }

    /// A wave.
    #[must_use]
    pub const fn wave(wave: WaveId) -> Self {
        Self { kind: KindId::Wave, subject: PageSubject::Wave(wave) }
    }

    /// A page of the analysts' own, at a path without `/` at its ends.
    #[must_use]
    pub const fn own(path: String) -> Self {
        Self { kind: KindId::Own, subject: PageSubject::Path(path) }
    }
}
