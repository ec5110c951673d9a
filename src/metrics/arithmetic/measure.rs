//! How an answer is read, and in which unit its figure is shown.

/// How an answer's x is read, and in which unit its figure is shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Measure {
    /// Above 0 a promoter (+1), 0 a passive, below 0 a detractor (−1); shown as 100 × the mean, −100 to 100.
    Nps,
    /// Above 0 one of those counted (1), else not (0); shown in per cent, 0 to 100.
    Share,
    /// A number on a scale, shown as it is. Block scores and the index are means on 0 to 100.
    Mean {
        /// The lowest answer that the scale allows.
        low: f64,
        /// The highest answer that the scale allows.
        high: f64,
    },
}

impl Measure {
    /// An answer as it goes into sums.
    pub(crate) fn read(self, x: f64) -> f64 {
        match self {
            Self::Nps | Self::Share if x > 0.0 => 1.0,
            Self::Nps if x < 0.0 => -1.0,
            Self::Nps | Self::Share => 0.0,
            // Makes one number of the two zeros, so that they are equal answers.
            Self::Mean { .. } => x + 0.0,
        }
    }

    /// What answers are summed as more or less than: where they are likely to be, so that their sums are small.
    pub(crate) fn origin(self) -> f64 {
        match self {
            Self::Nps | Self::Share => 0.0,
            Self::Mean { low, high } => {
                Some(f64::midpoint(low, high)).filter(|middle| middle.is_finite()).unwrap_or(0.0)
            }
        }
    }

    /// The largest difference of two figures, in the unit that is shown: 200 for nps, 100 for shares, the scale's width.
    pub(crate) fn widest_difference(self) -> f64 {
        match self {
            Self::Nps => 200.0,
            Self::Share => 100.0,
            Self::Mean { low, high } => high - low,
        }
    }

    /// A mean of such answers, or a difference of means, in the unit that is shown.
    pub(crate) fn shown(self, mean: f64) -> f64 {
        match self {
            Self::Nps | Self::Share => 100.0 * mean,
            Self::Mean { .. } => mean,
        }
    }
}
