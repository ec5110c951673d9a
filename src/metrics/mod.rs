//! The arithmetic of the figures: answers in, values and intervals out.
//!
//! It owns every formula that a page cites. Nothing here reads a file, knows of accounts' names or of HTML, or
//! panics on any input; and the order in which answers are given does not change a single bit of a result, so that
//! the same sources always build the same site. The formulas are those of the methodology page, which names their
//! sources.
//!
//! | folder or file | what it computes |
//! | --- | --- |
//! | [`mod@arithmetic`] | the formulas: numbers in, numbers out, whatever they are about |
//! | [`mod@scores`] | all figures of the answers, by wave, scope and item, with what may not be shown left out |
//! | [`mod@by_wave`] | all that is computed of each wave, and what of it stands from the program before |
//! | [`mod@reach`] | who was asked and who answered |
//! | [`mod@asked`] | what is known of one who did not answer |
//! | [`mod@transitions`] | how the same contacts moved between promoters, passives and detractors |
//! | [`mod@support`] | tickets: how many, how long, how many came back, what is asked again |
//! | [`mod@twelve_months`] | the twelve months that end today, and those before |
//! | [`mod@weightings`] | one nps weighted in other ways, and what the silent could make of it |

pub mod arithmetic;
pub mod asked;
pub mod by_wave;
pub mod reach;
pub mod scores;
pub mod support;
pub mod transitions;
pub mod twelve_months;
pub mod weightings;

pub use arithmetic::comparisons::benjamini_hochberg;
pub use arithmetic::difference::{Difference, Incomparable, Movement, TargetState, difference, movement, target_state};
pub use arithmetic::interval::Interval;
pub use arithmetic::level::{Level, level};
pub use arithmetic::measure::Measure;
pub use arithmetic::observation::Observation;
pub use arithmetic::product_limit::{ProductLimit, Quantile, Wait};
pub use arithmetic::split::{Part, Split, split};
pub use arithmetic::student::{Confidence, student_p, student_quantile};
pub use asked::{Asked, Invited, NoAnswer};
pub use by_wave::{Metrics, WaveMetrics, measure, measure_again};
pub use reach::{Coverage, Reach, WaveReach};
pub use scores::attributed::{FEWEST_BESIDE_ANONYMOUS, gives_away};
pub use scores::figures::{AgainstRest, Change, Figure, Visibility, WaveFigures};
pub use scores::further::{Further, FurtherChange, Window};
pub use scores::statistic::{Item, Scope, Statistic};
pub use scores::suppression::{Answered, Group, hidden};
pub use support::{Support, TicketScope, support};
pub use transitions::{Class, Transitions};
pub use twelve_months::TwelveMonths;
pub use weightings::{NonresponseBounds, Weighted, Weightings, nonresponse_bounds};
