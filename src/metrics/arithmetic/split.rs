//! A change, parted so that it adds up: what the same contacts did, and who answered.
//!
//! A score also moves because other people answered. Only the answers of those who were asked twice tell of a change
//! of mind; the rest of the difference is a change of faces.

use crate::metrics::arithmetic::measure::Measure;
use crate::metrics::arithmetic::observation::Observation;
use crate::metrics::arithmetic::sample::n_and_mean;

/// Some of one side's answers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part {
    /// How many answers, at least 1; a contact may have given several.
    pub n: u64,
    /// Their figure in the measure's unit.
    pub mean: f64,
}

/// A difference in two summands, both in the measure's unit (of nps and shares: in points).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Split {
    /// After − before of the contacts who answered both times.
    pub same_contacts: f64,
    /// The rest of the difference: `same_contacts + who_answered` is its value, but for rounding in the last digit of a
    /// double.
    pub who_answered: f64,
    /// How many contacts answered both times, at least 1.
    pub n_same: u64,
    /// The answers after of contacts who did not answer before; none if there are none.
    pub joined: Option<Part>,
    /// The answers before of contacts who did not answer after; none if there are none.
    pub left: Option<Part>,
    /// The answers before of the contacts who answered both times.
    pub stayed_before: Part,
    /// The answers after of the contacts who answered both times.
    pub stayed_after: Part,
}

/// Splits the difference after − before; none if an answer has no contact or nobody answered both times.
#[must_use]
pub fn split(measure: Measure, before: &[Observation], after: &[Observation]) -> Option<Split> {
    let (earlier, later) = (contacts(before)?, contacts(after)?);
    let figure = |answers: &[Observation]| {
        let (n, mean) = n_and_mean(measure, answers.iter().copied())?;
        Some(Part { n, mean: measure.shown(mean) })
    };
    let raw = figure(after)?.mean - figure(before)?.mean;
    let among = |contacts: &[u32], contact: &u32| contacts.binary_search(contact).is_ok();
    let parts = |answers: &[Observation], others: &[u32]| -> (Vec<Observation>, Vec<Observation>) {
        answers.iter().partition(|answer| answer.contact.is_some_and(|contact| among(others, &contact)))
    };
    let (stayed_before, left) = parts(before, &later);
    let (stayed_after, joined) = parts(after, &earlier);
    let (stayed_before, stayed_after) = (figure(&stayed_before)?, figure(&stayed_after)?);
    let same_contacts = stayed_after.mean - stayed_before.mean;
    Some(Split {
        same_contacts,
        who_answered: raw - same_contacts,
        n_same: earlier.iter().filter(|contact| among(&later, contact)).count() as u64,
        joined: figure(&joined),
        left: figure(&left),
        stayed_before,
        stayed_after,
    })
}

/// The contacts who answered, ascending, each once; none if an answer has none.
fn contacts(answers: &[Observation]) -> Option<Vec<u32>> {
    let contacts: Option<Vec<u32>> = answers.iter().filter(|a| a.counts()).map(|a| a.contact).collect();
    let mut contacts = contacts?;
    contacts.sort_unstable();
    contacts.dedup();
    Some(contacts)
}
