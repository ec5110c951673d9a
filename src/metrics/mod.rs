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
//! | [`mod@quantile`] | the quantiles that intervals of levels are made with |
//! | [`mod@student`] | Student's distribution for those of differences |
//! | [`mod@statistic`] | what is measured, of whom, and how an answer is read for it |
//! | [`mod@columns`] | the answers of a wave as columns of numbers |
//! | [`mod@figures`] | all of it for every wave, scope and item, once, with what may not be shown left out |
//! | [`mod@further`] | changes against a year ago and in the long run |
//! | [`mod@measured`] | all that is computed of each wave, and what of it stands from the program before |
//! | [`mod@reach`] | who was asked and who answered |
//! | [`mod@asked`] | what is known of one who did not answer |
//! | [`mod@transitions`] | how the same contacts moved between promoters, passives and detractors |
//! | [`mod@weightings`] | one nps weighted in other ways, and what the silent could make of it |

pub mod asked;
pub mod attributed;
mod clusters;
pub mod columns;
pub mod comparisons;
mod contrast;
pub mod difference;
mod estimate;
pub mod figures;
pub mod further;
mod hidden;
pub mod hiding;
pub mod level;
mod mean;
pub mod measured;
mod nps;
pub mod observation;
pub mod quantile;
pub mod reach;
mod sample;
mod scoped;
mod share;
mod sides;
pub mod split;
pub mod statistic;
pub mod student;
pub mod transitions;
pub mod weightings;

pub use asked::{Asked, Invited, NoAnswer};
pub use attributed::{FEWEST_BESIDE_ANONYMOUS, gives_away};
pub use comparisons::benjamini_hochberg;
pub use difference::{Difference, Incomparable, Movement, TargetState, difference, movement, target_state};
pub use figures::{AgainstRest, Change, Figure, Visibility, WaveFigures};
pub use further::{Further, FurtherChange, Window};
pub use hiding::{Answered, Group, hidden};
pub use level::{Interval, Level, Measure, level};
pub use measured::{Metrics, WaveMetrics, measure, measure_again};
pub use observation::Observation;
pub use reach::{Coverage, Reach, WaveReach};
pub use split::{Part, Split, split};
pub use statistic::{Item, Scope, Statistic};
pub use student::{Confidence, student_p, student_quantile};
pub use transitions::{Class, Transitions};
pub use weightings::{NonresponseBounds, Weighted, Weightings, nonresponse_bounds};
