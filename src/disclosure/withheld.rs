//! Why something is not shown.

/// Why something is not shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Withheld {
    /// Persons are anonymous, and fewer than this answered; or a smaller group's figure would follow from it.
    SmallGroup {
        /// As many persons have to answer.
        fewest: u64,
    },
    /// An answer was given anonymously beside too few others of the same account.
    BesideAnonymous {
        /// As many answers have to be there.
        fewest: u64,
    },
    /// Persons are anonymous, and fewer than this wrote or answered; or what others wrote would follow.
    FewComments {
        /// As many persons have to answer.
        fewest: u64,
    },
    /// The comment of an anonymous answer would be attributed: too few others of the same account answered.
    Attributed {
        /// As many answers have to be there.
        fewest: u64,
    },
}
