//! Support: `/support/`, and what accounts, segments and the overview say of tickets.
//!
//! Tickets are the company's own records, so that figures of them are shown whatever respondents were promised; who
//! raised one only as far as [`crate::disclosure::tickets`] says.
//!
//! | file | what it says |
//! | --- | --- |
//! | [`mod@page`] | `/support/` |
//! | [`mod@account`] | the tickets of an account |
//! | [`mod@people`] | who raised a ticket and what was answered after it, in words |
//! | [`mod@sections`] | the tickets of a segment, and all of them in a line |
//! | [`mod@lent`] | the sections that other pages have of it |
//! | [`mod@figures`] | times and shares as rows |
//! | [`mod@lists`] | what comes again, and what is open |

pub mod account;
pub mod figures;
pub mod lent;
pub mod lists;
pub mod page;
pub mod people;
pub mod sections;
