//! Who was asked and who answered in a wave, in all and by segment.

use schemars::JsonSchema;
use serde::Serialize;

use crate::disclosure::{Reach, Scope, WaveId};
use crate::pages::Report;
use crate::pages::raw::raw;
use crate::pages::segments::value_name;
use crate::words::Unit;

/// Who was asked and who answered in a scope.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
pub struct ReachRow {
    /// The dimension; empty for everyone.
    pub dimension: String,
    /// The value.
    pub label: String,
    /// Contacts invited.
    pub invited: String,
    /// Contacts invited, as a plain number.
    pub invited_number: u64,
    /// Of those invited, bounced.
    pub bounced: String,
    /// Of those invited, bounced, as a plain number.
    pub bounced_number: u64,
    /// Of those invited, refused.
    pub refused: String,
    /// Of those invited, refused, as a plain number.
    pub refused_number: u64,
    /// Contacts reached.
    pub reached: String,
    /// Contacts reached, as a plain number.
    pub reached_number: u64,
    /// Of those reached, answered.
    pub answered: String,
    /// Of those reached, answered, as a plain number; none where it is not known.
    pub answered_number: Option<u64>,
    /// Answered of reached.
    pub rate: String,
    /// Answered of reached as a plain number, of 100; none where it is not known.
    pub rate_number: Option<f64>,
}

/// Everyone and each segment, where it is recorded who was asked.
#[must_use]
pub fn rows(report: &Report<'_>, position: WaveId) -> Vec<ReachRow> {
    let not_known = || report.words.plain("reach-not-known");
    let row = |scope: Scope, reach: &Reach| {
        let (dimension, label) = match scope {
            Scope::Program => (String::new(), report.words.plain("reach-everyone")),
            Scope::Segment(segment) => {
                let dimension = &report.disclosed.dimensions()[segment.dimension_index()];
                (dimension.label.clone(), value_name(report, segment))
            }
            Scope::Account(_) => return None,
        };
        Some(ReachRow {
            dimension,
            label,
            invited: report.words.count(reach.invited),
            invited_number: reach.invited,
            bounced: report.words.count(reach.bounced),
            bounced_number: reach.bounced,
            refused: report.words.count(reach.refused),
            refused_number: reach.refused,
            reached: report.words.count(reach.reached),
            reached_number: reach.reached,
            answered: reach.answered.map_or_else(not_known, |it| report.words.count(it)),
            answered_number: reach.answered,
            rate_number: reach.answered.and_then(|_| reach.rate()).map(raw),
            rate: reach.answered.map_or_else(not_known, |_| {
                reach.rate().map(|rate| report.words.value(rate, Unit::Percent)).unwrap_or_default()
            }),
        })
    };
    report.disclosed.reaches(position).filter_map(|(scope, reach)| row(scope, reach)).collect()
}
