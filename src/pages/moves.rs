//! What rose or fell among many figures, by name: falls are said aloud, a few by name and the rest counted.

use super::Report;
use super::change::ChangeView;
use super::change_in_words::foremost;
use super::figure::{FigureView, figure};
use super::profile::asked;
use crate::metrics::{Figure, Item, Movement, Scope};
use crate::words::Words;

/// How many things of one fate a sentence names.
const MOST_NAMED: usize = 3;

/// What rose or fell among named figures, falls first, in sentences that each begin with a space; empty where nothing
/// did. What moved since the wave before is told of that, else of the long run, else of a year: ` A, B, C and 2 others
/// fell since 2025-H2. D rose since 2023-H2.`
#[must_use]
pub fn moves<'v>(words: &Words, things: impl IntoIterator<Item = (String, &'v FigureView)>) -> String {
    sentences(phrases(words, things))
}

/// The same as parts of a sentence: `A and B fell since 2025-H2`.
#[must_use]
pub fn phrases<'v>(words: &Words, things: impl IntoIterator<Item = (String, &'v FigureView)>) -> Vec<String> {
    fates(things)
        .iter()
        .map(|fate| fate.told(words, fate.moved.iter().map(|(name, change, _)| (name.clone(), change.indicative))))
        .collect()
}

/// The same for a matrix of groups by what they were asked, each figure with its group: ` A in “B” and C in 4 figures
/// fell since 2025-H2.`
#[must_use]
pub fn moves_within<'v>(words: &Words, figures: impl IntoIterator<Item = (String, &'v FigureView)>) -> String {
    let told = |fate: &Fate<'_>| {
        let groups = fate.moved.chunk_by(|one, next| one.0 == next.0);
        fate.told(
            words,
            groups.filter_map(|figures| {
                let (group, _, view) = figures.first()?;
                let within = match figures {
                    [_] => format!("{group} in “{}”", view.label),
                    several => format!("{group} in {} figures", words.count(several.len() as u64)),
                };
                Some((within, figures.iter().all(|(_, change, _)| change.indicative)))
            }),
        )
    };
    sentences(fates(figures).iter().map(told))
}

/// Each phrase as a sentence with a space before it.
fn sentences(phrases: impl IntoIterator<Item = String>) -> String {
    phrases.into_iter().fold(String::new(), |told, phrase| told + " " + &phrase + ".")
}

/// All that rose, or fell, since the same wave.
struct Fate<'v> {
    change: &'v ChangeView,
    moved: Vec<(String, &'v ChangeView, &'v FigureView)>,
}

impl Fate<'_> {
    /// The fate of several by name, each with whether it is an indication only; that is said once where all are.
    fn told(&self, words: &Words, named: impl Iterator<Item = (String, bool)>) -> String {
        let named: Vec<(String, bool)> = named.collect();
        let (all, mark) = (named.iter().all(|(_, indicative)| *indicative), " (indicative)");
        let name = |(name, indicative): &(String, bool)| {
            if *indicative && !all { format!("{name}{mark}") } else { name.clone() }
        };
        let names: Vec<String> = named.iter().map(name).collect();
        let ChangeView { verdict, since, .. } = self.change;
        format!("{} {verdict} since {since}{}", words.some(&names, MOST_NAMED), if all { mark } else { "" })
    }
}

/// What moved by its fate, falls first, in each what moved since the wave before.
fn fates<'v>(things: impl IntoIterator<Item = (String, &'v FigureView)>) -> Vec<Fate<'v>> {
    let mut fates: Vec<Fate<'_>> = Vec::new();
    for (name, view) in things {
        let Some(change) = foremost(view) else { continue };
        let is_same =
            |fate: &&mut Fate<'_>| (&fate.change.verdict, &fate.change.since) == (&change.verdict, &change.since);
        match fates.iter_mut().find(is_same) {
            Some(fate) => fate.moved.push((name, change, view)),
            None => fates.push(Fate { change, moved: vec![(name, change, view)] }),
        }
    }
    fates.sort_by_key(|fate| (fate.change.verdict != "fell", fate.change.span));
    fates
}

/// The blocks, the index and the questions of a scope that rose or fell, but for the one that its page leads with.
#[must_use]
pub fn of_items(report: &Report<'_>, wave: usize, scope: Scope) -> String {
    let mut items = asked(report, wave, scope, |_| true);
    items.retain(|item| report.leading_item(wave) != Some(*item) && has_moved(report, wave, scope, *item));
    let views: Vec<FigureView> = items.into_iter().map(|item| figure(report, wave, scope, item)).collect();
    moves(&report.words, views.iter().map(|view| (format!("“{}”", view.label), view)))
}

/// The accounts whose score rose or fell.
#[must_use]
pub fn of_accounts(report: &Report<'_>, wave: usize, item: Item) -> String {
    let accounts = report.program.register.accounts.iter().enumerate();
    let accounts = accounts.map(|(position, account)| (Scope::Account(position), account));
    let moved = accounts.filter(|(scope, _)| has_moved(report, wave, *scope, item));
    let views: Vec<(String, FigureView)> =
        moved.map(|(scope, account)| (account.name.clone(), figure(report, wave, scope, item))).collect();
    moves(&report.words, views.iter().map(|(name, view)| (name.clone(), view)))
}

/// Whether a figure rose or fell in any window, without wording it first: of many thousands few do.
#[must_use]
pub fn has_moved(report: &Report<'_>, wave: usize, scope: Scope, item: Item) -> bool {
    let is_real = |movement: Movement| matches!(movement, Movement::Rose | Movement::Fell);
    let moved = |figure: &Figure| {
        let further = figure.further.iter().filter_map(|further| further.change.as_ref());
        let further = further.map(|change| change.movement);
        figure.change().map(|change| change.movement).into_iter().chain(further).any(is_real)
    };
    report.figure(wave, scope, item).is_some_and(moved)
}
