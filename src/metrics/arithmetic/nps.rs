//! The net promoter score's own arithmetic: the shares of promoters and detractors, and how sure their difference is.

use crate::metrics::arithmetic::estimate::Estimate;
use crate::metrics::arithmetic::sample::Tallies;

/// The adjusted Wald estimate of promoters − detractors from answers that are worth `e` (Rocks 2016, The American
/// Statistician): three made-up answers are added, ¾ a promoter, ¾ a detractor and the rest passive.
///
/// They keep the interval honest where answers are few or all alike, and are why it need not be centred on the score.
pub(crate) fn adjusted(tallies: &Tallies, e: f64) -> Estimate {
    let share = |share: f64| (share * e + 0.75) / (e + 3.0);
    let (promoters, detractors) = (share(tallies.share(|x| x > 0.0)), share(tallies.share(|x| x < 0.0)));
    let centre = promoters - detractors;
    Estimate { centre, variance: (promoters + detractors - centre * centre) / (e + 3.0) }
}
