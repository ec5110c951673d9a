//! The values of each dimension beside each other, by the leading question.

use schemars::JsonSchema;
use serde::Serialize;

use crate::disclosure::{Scope, WaveId};
use crate::pages::chart::ChartView;
use crate::pages::figure::{FigureView, figure};
use crate::pages::frame::{self, Link};
use crate::pages::{PageKey, Report, segments_of};

/// Dimensions with their values.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
pub struct Dimensions {
    /// Each dimension with its values.
    pub dimensions: Vec<DimensionSummary>,
    /// A chart of each, in the same order.
    pub charts: Vec<ChartView>,
}

/// A dimension with the headline of each of its values.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
pub struct DimensionSummary {
    /// Its index in the program.
    #[serde(skip)]
    pub position: usize,
    /// The dimension.
    pub dimension: Link,
    /// Whether answers can be in several of its values.
    pub overlaps: bool,
    /// Its values.
    pub values: Vec<ValueSummary>,
}

/// A value with its headline.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
pub struct ValueSummary {
    /// The value as a scope.
    #[serde(skip)]
    pub scope: Scope,
    /// The value.
    pub value: Link,
    /// Its headline.
    pub figure: FigureView,
}

/// Every dimension with the headline of its values in a wave.
#[must_use]
pub fn summaries(report: &Report<'_>, wave: WaveId) -> Vec<DimensionSummary> {
    let Some(headline) = report.headline() else { return Vec::new() };
    let dimensions = report.disclosed.dimensions().iter().enumerate();
    dimensions
        .map(|(position, dimension)| DimensionSummary {
            position,
            dimension: frame::link(report, &PageKey::dimension(position)),
            overlaps: dimension.overlaps,
            values: segments_of(position, dimension.values.len())
                .map(|segment| ValueSummary {
                    scope: Scope::Segment(segment),
                    value: frame::link(report, &PageKey::segment(segment)),
                    figure: figure(report, wave, Scope::Segment(segment), headline),
                })
                .collect(),
        })
        .collect()
}
