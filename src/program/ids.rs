//! What things of a program are called by: types that only the stage which checks them makes, so that the number of a
//! wave is never taken for that of an account.

/// Declares ids: each is the place of one kind of thing in the program's list of them.
macro_rules! ids {
    ($($(#[doc = $about:literal])* $name:ident,)*) => {$(
        $(#[doc = $about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u32);

        impl $name {
            /// The id of what has this number.
            #[allow(dead_code, reason = "made by number or by place, whichever the stage knows")]
            pub(in crate::program) fn numbered(number: u32) -> Self {
                Self(number)
            }

            /// The id of what stands at a place; beyond any list where there are more than four thousand million.
            #[allow(dead_code, reason = "made by number or by place, whichever the stage knows")]
            pub(in crate::program) fn at(place: usize) -> Self {
                Self(u32::try_from(place).unwrap_or(u32::MAX))
            }

            /// Its place in the program's list.
            #[must_use]
            pub fn index(self) -> usize {
                self.0 as usize
            }

            /// Its number, by which the arithmetic tells whose an answer is.
            #[must_use]
            pub fn number(self) -> u32 {
                self.0
            }
        }
    )*};
}

ids! {
    /// An account; beyond the accounts on record where it is not on record.
    AccountId,
    /// A contact; beyond the contacts on record where it is not on record.
    ContactId,
    /// A survey.
    SurveyId,
    /// A wave of a survey.
    WaveId,
    /// A block of experience.
    BlockId,
    /// A support ticket.
    TicketId,
    /// A topic of tickets.
    TopicId,
}

/// An answer to a survey.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ResponseId {
    /// Its wave.
    pub wave: WaveId,
    /// Its place among the responses that count, followed by those set aside.
    pub place: u32,
}
