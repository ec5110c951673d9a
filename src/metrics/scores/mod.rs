//! All figures of the answers, by wave, scope and item, with what may not be shown left out.
//!
//! | file | what it computes |
//! | --- | --- |
//! | [`mod@statistic`] | what is measured, of whom, and how an answer is read for it |
//! | [`mod@columns`] | the answers of a wave as columns of numbers |
//! | [`mod@figures`] | levels, changes and comparisons of every column |
//! | [`mod@further`] | changes against a year ago and in the long run |
//! | [`mod@suppression`] | which groups are too small to be shown, and what would tell of them |
//! | `comments` | which groups' comments may not be shown |
//! | [`mod@attributed`] | where an answer that its contact gave anonymously would be seen |

pub mod attributed;
pub mod columns;
pub(crate) mod comments;
pub mod figures;
pub mod further;
pub(crate) mod scoped;
pub mod statistic;
pub mod suppression;
