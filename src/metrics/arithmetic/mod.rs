//! The formulas: numbers in, numbers out, whatever they are about. No tables, no program, no persons.
//!
//! | file | what it computes |
//! | --- | --- |
//! | [`mod@observation`] | what goes in: an answer as a number, with its clusters |
//! | [`mod@level`] | a figure of one group with its interval |
//! | [`mod@difference`] | a change between waves, or a group against another, and the words for it |
//! | [`mod@split`] | a change, parted into what the same contacts did and who answered |
//! | [`mod@product_limit`] | how long something takes, where some of it is not over yet |
//! | [`mod@comparisons`] | which of many differences to mark |
//! | [`mod@quantile`] | the quantiles that intervals of levels are made with |
//! | [`mod@student`] | Student's distribution for those of differences |

mod clusters;
pub mod comparisons;
mod contrast;
pub mod difference;
mod estimate;
pub mod interval;
pub mod level;
mod mean;
pub mod measure;
mod nps;
pub mod observation;
pub mod product_limit;
pub mod quantile;
pub(crate) mod sample;
mod share;
mod sides;
pub mod split;
pub mod student;
