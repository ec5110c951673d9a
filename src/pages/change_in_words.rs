//! What is said of a figure's changes in a sentence: of several the one that matters most.

use super::change::ChangeView;
use super::figure::FigureView;

/// The change that is said of a figure: against the wave before where it moved, else in the long run, else in a year.
#[must_use]
pub fn foremost(view: &FigureView) -> Option<&ChangeView> {
    view.change.iter().chain(&view.further).find(|change| change.is_real)
}

/// A rise or fall over several waves, from where to where: `fell from +33 in 2023-H2 to −85 (98⅓ % interval of the fall
/// 60 to 152)`. By how much is left out: of rounded scores it would not be the difference.
#[must_use]
pub fn from_then_to_now(view: &FigureView, change: &ChangeView) -> String {
    let ChangeView { verdict, before, since, sure, .. } = change;
    format!("{verdict} from {before} in {since} to {} ({sure})", view.value)
}

/// A figure's change after a comma or semicolon: `, no measurable change since 2025-Q4`; empty where there is none.
#[must_use]
pub fn change_in_a_sentence(view: &FigureView) -> String {
    let calm = match &view.change {
        Some(change) if !change.interval.is_empty() => format!(", {} since {}", change.verdict, change.since),
        Some(change) if !change.value.is_empty() => {
            format!(", no measurable change since {} ({})", change.since, change.verdict)
        }
        _ => String::new(),
    };
    match foremost(view) {
        Some(change) if change.span.is_empty() => format!("; it {} since {}", change.sentence, change.since),
        Some(change) => format!("; it {}{calm}", from_then_to_now(view, change)),
        None => calm,
    }
}
