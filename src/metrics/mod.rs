//! The arithmetic of the figures: answers in, values and intervals out.
//!
//! It owns every formula that a page cites. Nothing here reads a file, knows of accounts' names or of HTML, or
//! panics on any input; and the order in which answers are given does not change a single bit of a result, so that
//! the same sources always build the same site. The formulas are those of the methodology page, which names their
//! sources.
//!
//! | file | what it computes |
//! | --- | --- |
//! | [`mod@observation`] | what goes in: an answer as a number, with its clusters |
//! | [`mod@level`] | a figure of one scope in one wave, with its interval |
//! | [`mod@difference`] | a change between waves, or a group against another, and the words for it |
//! | [`mod@split`] | a change, parted into what the same contacts did and who answered |
//! | [`mod@comparisons`] | which of many differences to mark |
//! | [`mod@hiding`] | which groups are too small to be shown |
//! | [`mod@quantile`] | the quantiles that intervals are made with |

mod clusters;
pub mod comparisons;
pub mod difference;
mod estimate;
pub mod hiding;
pub mod level;
mod mean;
mod nps;
pub mod observation;
pub mod quantile;
mod sample;
mod share;
pub mod split;

pub use comparisons::benjamini_hochberg;
pub use difference::{Difference, Movement, TargetState, difference, movement, target_state};
pub use hiding::{Group, hidden_groups, small_groups};
pub use level::{Interval, Level, Measure, level};
pub use observation::Observation;
pub use split::{Part, Split, split};
