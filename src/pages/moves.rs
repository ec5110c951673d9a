//! What rose or fell among many figures, by name: falls are said aloud, a few by name and the rest counted.

use super::Report;
use super::change::ChangeView;
use super::change_in_words::foremost;
use super::figure::{FigureView, figure};
use super::profile::asked;
use super::told::{self, Moved};
use crate::disclosure::{Figure, Item, Movement, Scope, WaveId};
use crate::words::{Value, Words};

/// How many things of one fate a sentence names.
const MOST_NAMED: usize = 3;

/// What rose or fell among named figures, falls first, in sentences that each begin with a space; empty where nothing
/// did. What moved since the wave before is told of that, else of the long run, else of a year: ` A, B, C and 2 others
/// fell since 2025-H2. D rose since 2023-H2.`
#[must_use]
pub fn moves<'v>(words: &Words, things: impl IntoIterator<Item = (String, &'v FigureView)>) -> String {
    sentences(fates(things).iter().map(|fate| words.say("moved-sentence", &fate.given(words, &fate.named()))))
}

/// The same as parts of a sentence: `A and B fell since 2025-H2`.
#[must_use]
pub fn phrases<'v>(words: &Words, things: impl IntoIterator<Item = (String, &'v FigureView)>) -> Vec<String> {
    fates(things).iter().map(|fate| words.say("moved", &fate.given(words, &fate.named()))).collect()
}

/// The same for a matrix of groups by what they were asked, each figure with its group: ` A in “B” and C in 4 figures
/// fell since 2025-H2.`
#[must_use]
pub fn moves_within<'v>(words: &Words, figures: impl IntoIterator<Item = (String, &'v FigureView)>) -> String {
    let said = |fate: &Fate<'_>| words.say("moved-sentence", &fate.given(words, &fate.named_within(words)));
    sentences(fates(figures).iter().map(said))
}

/// Each sentence with a space before it.
fn sentences(told: impl Iterator<Item = String>) -> String {
    told.fold(String::new(), |all, sentence| all + " " + &sentence)
}

/// All that rose, or fell, since the same wave.
struct Fate<'v> {
    change: &'v ChangeView,
    moved: Vec<(String, &'v ChangeView, &'v FigureView)>,
}

/// What moved by name, and whether that is an indication only.
type NamedFigure = (String, bool);

impl<'v> Fate<'v> {
    fn named(&self) -> Vec<NamedFigure> {
        self.moved.iter().map(|(name, change, _)| (name.clone(), change.indicative)).collect()
    }

    /// Each group with what moved in it.
    fn named_within(&self, words: &Words) -> Vec<NamedFigure> {
        let groups = self.moved.chunk_by(|one, next| one.0 == next.0);
        let within = groups.filter_map(|figures| {
            let (group, _, view) = figures.first()?;
            let given = [("group", group.into()), ("n", figures.len().into()), ("figure", (&view.label).into())];
            let is_indicative = figures.iter().all(|(_, change, _)| change.indicative);
            Some((words.say("moved-within", &given), is_indicative))
        });
        within.collect()
    }

    /// What a message on the fate of several by name is given; that it is an indication only is said once where it is of
    /// all.
    fn given(&self, words: &Words, named: &[NamedFigure]) -> [(&'static str, Value<'v>); 5] {
        let all = named.iter().all(|(_, indicative)| *indicative);
        let name = |(name, indicative): &NamedFigure| told::marked(words, name, *indicative && !all);
        let names: Vec<String> = named.iter().map(name).collect();
        [
            ("names", words.some(&names, MOST_NAMED).into()),
            ("n", names.len().into()),
            ("movement", self.change.moved.key().into()),
            ("since", (&self.change.since).into()),
            ("indicative", all.into()),
        ]
    }
}

/// What moved by its fate, falls first, in each what moved since the wave before.
fn fates<'v>(things: impl IntoIterator<Item = (String, &'v FigureView)>) -> Vec<Fate<'v>> {
    let mut fates: Vec<Fate<'_>> = Vec::new();
    for (name, view) in things {
        let Some(change) = foremost(view) else { continue };
        let is_same = |fate: &&mut Fate<'_>| (fate.change.moved, &fate.change.since) == (change.moved, &change.since);
        match fates.iter_mut().find(is_same) {
            Some(fate) => fate.moved.push((name, change, view)),
            None => fates.push(Fate { change, moved: vec![(name, change, view)] }),
        }
    }
    fates.sort_by_key(|fate| (fate.change.moved != Moved::Fell, fate.change.span));
    fates
}

/// The blocks, the index and the questions of a scope that rose or fell, but for the one that its page leads with.
#[must_use]
pub fn of_items(report: &Report<'_>, wave: WaveId, scope: Scope) -> String {
    let mut items = asked(report, wave, scope, |_| true);
    items.retain(|item| report.leading_item(wave) != Some(*item) && has_moved(report, wave, scope, *item));
    let views: Vec<FigureView> = items.into_iter().map(|item| figure(report, wave, scope, item)).collect();
    moves(&report.words, views.iter().map(|view| (report.words.quoted(&view.label), view)))
}

/// The accounts whose score rose or fell.
#[must_use]
pub fn of_accounts(report: &Report<'_>, wave: WaveId, item: Item) -> String {
    let accounts = report.disclosed.accounts().with_ids();
    let accounts = accounts.map(|(position, account)| (Scope::Account(position), account));
    let moved = accounts.filter(|(scope, _)| has_moved(report, wave, *scope, item));
    let views: Vec<(String, FigureView)> =
        moved.map(|(scope, account)| (account.name.clone(), figure(report, wave, scope, item))).collect();
    moves(&report.words, views.iter().map(|(name, view)| (name.clone(), view)))
}

/// Whether a figure rose or fell in any window, without wording it first: of many thousands few do.
#[must_use]
pub fn has_moved(report: &Report<'_>, wave: WaveId, scope: Scope, item: Item) -> bool {
    let is_real = |movement: Movement| matches!(movement, Movement::Rose | Movement::Fell);
    let moved = |figure: &Figure| {
        let further = figure.further.iter().filter_map(|further| further.change.as_ref());
        let further = further.map(|change| change.movement);
        figure.change().map(|change| change.movement).into_iter().chain(further).any(is_real)
    };
    report.figure(wave, scope, item).is_some_and(moved)
}
