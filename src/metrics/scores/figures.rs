//! Every figure of the program, computed once: level, interval and change for each wave, scope and item, with what may
//! not be shown left out here, so that no page, table or file can show it.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::program::Program;
use crate::program::ids::{AccountId, ContactId, List, WaveId};
use crate::program::waves::Wave;
use crate::sources::config::Customers;

use crate::metrics::arithmetic::comparisons::benjamini_hochberg;
use crate::metrics::arithmetic::difference::{Difference, Movement, movement};
use crate::metrics::arithmetic::difference::{FEWEST_ACCOUNTS, from_the_rest, of_samples};
use crate::metrics::arithmetic::level::Level;
use crate::metrics::arithmetic::level::of_sample;
use crate::metrics::arithmetic::observation::Observation;
use crate::metrics::arithmetic::split::Split;
use crate::metrics::arithmetic::student::Confidence;
use crate::metrics::scores::attributed::are_many;
use crate::metrics::scores::columns::{Accounts, Rows};
use crate::metrics::scores::further::{Further, FurtherChange, Window, further};
use crate::metrics::scores::scoped::{ColumnSubject, Scoped, WaveRows};
use crate::metrics::scores::statistic::{Item, Scope, Statistic, items};
use crate::metrics::scores::suppression::of_columns::hidden_when_parted;

/// Everything that the answers of one wave say of one item in one scope. What is hidden is not in it at all.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// Whether it may be shown. If not, everything else is empty but the names of the statistics.
    pub visibility: Visibility,
    /// Answers.
    pub n: u64,
    /// Whether it is a segment's of fewer than three accounts, of which alone its intervals would speak: it has none.
    pub few_accounts: bool,
    /// Each statistic with its level, the score first; no level where hidden.
    pub levels: Vec<(Statistic, Option<Level>)>,
    /// Each score that has a change against the wave before; none in it where hidden.
    pub changes: Vec<(Statistic, Option<Change>)>,
    /// The same against a year ago and in the long run, by window; of those that are not the wave before.
    pub further: Box<[Further]>,
    /// How many gave each answer, the lowest first; empty for choices.
    pub distribution: Vec<(f64, u64)>,
    /// For a segment: how it differs from everyone else.
    pub against_rest: Option<AgainstRest>,
}

/// Whether a figure may be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Visibility {
    /// It may.
    Shown,
    /// Too few persons answered, or the figure of a few others would follow from it.
    Hidden,
}

/// A change against the wave before.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// After minus before.
    pub difference: Difference,
    /// What it may be called.
    pub movement: Movement,
    /// The level before.
    pub before: Option<Level>,
    /// What comes from the same contacts and what from who answered; for scores of the program and the headline.
    pub split: Option<Box<Split>>,
}

/// How a segment differs from everyone else who answered in the wave.
#[derive(Debug, Clone, PartialEq)]
pub struct AgainstRest {
    /// The segment minus the rest.
    pub difference: Difference,
    /// Whether it stands out among all comparisons of its dimension in the wave (Benjamini–Hochberg at 5 %).
    pub stands_out: bool,
}

impl Figure {
    /// The level of a statistic, if it may be shown.
    #[must_use]
    pub fn level(&self, statistic: Statistic) -> Option<&Level> {
        self.levels.iter().find(|(known, _)| *known == statistic).and_then(|(_, level)| level.as_ref())
    }

    /// The score: the first level.
    #[must_use]
    pub fn score(&self) -> Option<&Level> {
        self.levels.first().and_then(|(_, level)| level.as_ref())
    }

    /// The change of the score.
    #[must_use]
    pub fn change(&self) -> Option<&Change> {
        self.changes.first().and_then(|(_, change)| change.as_ref())
    }

    /// The change of the score in a window.
    #[must_use]
    pub fn further(&self, window: Window) -> Option<&FurtherChange> {
        self.further.iter().find(|further| further.window == window).and_then(|further| further.change.as_ref())
    }

    /// Whether a figure is hidden.
    #[must_use]
    pub fn is_hidden(&self) -> bool {
        self.visibility == Visibility::Hidden
    }
}

/// The figures of one wave.
#[derive(Debug, Default, PartialEq)]
pub struct WaveFigures {
    by_item: BTreeMap<Item, BTreeMap<Scope, Figure>>,
}

impl WaveFigures {
    /// The figure of an item in a scope; `None` where nobody answered.
    #[must_use]
    pub fn get(&self, scope: Scope, item: Item) -> Option<&Figure> {
        self.by_item.get(&item)?.get(&scope)
    }

    /// The figures of a scope in the order of items.
    pub fn of(&self, scope: Scope) -> impl Iterator<Item = (Item, &Figure)> {
        self.by_item.iter().filter_map(move |(item, scopes)| Some((*item, scopes.get(&scope)?)))
    }

    /// These figures with those of all other accounts as they are known.
    pub(crate) fn with(self, mut known: Self, accounts: &BTreeSet<AccountId>) -> Self {
        for (item, scopes) in self.by_item {
            let all = known.by_item.entry(item).or_default();
            all.retain(|scope, _| !Accounts::Only(accounts).have(*scope));
            all.extend(scopes);
        }
        known
    }

    /// All figures in the order of item and scope.
    pub fn iter(&self) -> impl Iterator<Item = (Scope, Item, &Figure)> {
        self.by_item.iter().flat_map(|(item, scopes)| scopes.iter().map(|(scope, figure)| (*scope, *item, figure)))
    }
}

/// How much is wanted of a wave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Extent {
    /// Its figures.
    Figures,
    /// Its answers, because those of a later wave are compared with them.
    Answers,
    /// Nothing.
    Nothing,
}

/// What is wanted of a program.
#[derive(Debug)]
pub(crate) struct Wanted {
    /// Of each wave, in the program's order.
    pub(crate) waves: List<WaveId, Extent>,
    /// The accounts of which figures are wanted, where not all are.
    pub(crate) accounts: Option<BTreeSet<AccountId>>,
}

impl Wanted {
    /// All of a program.
    pub(crate) fn all(program: &Program) -> Self {
        Self { waves: program.waves.iter().map(|_| Extent::Figures).collect(), accounts: None }
    }

    fn accounts(&self) -> Accounts<'_> {
        self.accounts.as_ref().map_or(Accounts::All, Accounts::Only)
    }
}

/// The figures of the waves that are wanted: item by item, because a wave's answers count for itself and as those
/// before others. A wave has rows unless nothing is wanted of it.
pub(crate) fn figures(program: &Program, rows: &[Option<Rows<'_>>], wanted: &Wanted) -> Vec<WaveFigures> {
    let mut waves: Vec<WaveFigures> = program.waves.iter().map(|_| WaveFigures::default()).collect();
    let figures = |item: Item| (item, item_figures(program, item, rows, wanted));
    let by_item: Vec<_> = match &wanted.accounts {
        // One after the other, each with all cores, so that no more than one item's answers are in memory.
        None => items(program).into_iter().map(figures).collect(),
        // Without most accounts they are few, and one item is too little to do for all cores.
        Some(_) => items(program).into_par_iter().map(figures).collect(),
    };
    for (item, of_waves) in by_item {
        for (wave, scopes) in waves.iter_mut().zip(of_waves) {
            wave.by_item.insert(item, scopes);
        }
    }
    waves.par_iter_mut().for_each(mark_what_stands_out);
    waves
}

/// An item's figures by wave and scope.
fn item_figures(
    program: &Program,
    item: Item,
    rows: &[Option<Rows<'_>>],
    wanted: &Wanted,
) -> Vec<BTreeMap<Scope, Figure>> {
    let mut waves: Vec<BTreeMap<Scope, Figure>> = program.waves.iter().map(|_| BTreeMap::new()).collect();
    for about in ColumnSubject::columns(program, item, wanted.accounts()) {
        let sides: Vec<Option<WaveRows<'_>>> =
            program.waves.iter().zip(rows).map(|(wave, rows)| Some((wave, rows.as_ref()?))).collect();
        let scoped: Vec<Option<Scoped<'_>>> =
            sides.par_iter().map(|side| side.map(|side| Scoped::new(&about, side))).collect();
        let scoped = List::from(scoped);
        let places = waves.par_iter_mut().zip(&*program.waves).zip(&*scoped).zip(&*wanted.waves);
        places.for_each(|(((figures, wave), now), extent)| {
            let Some(now) = now.as_ref().filter(|_| *extent == Extent::Figures) else { return };
            let past = EarlierAnswers::of(wave, &scoped);
            let scopes: Vec<&Scope> = now.scopes.keys().collect();
            let made: Vec<(Scope, Figure)> =
                scopes.into_par_iter().map(|scope| (*scope, figure(&about, *scope, now, &past))).collect();
            if figures.is_empty() {
                *figures = made.into_iter().collect();
            } else {
                for (scope, made) in made {
                    figures.entry(scope).and_modify(|figure| figure.levels.extend(&made.levels)).or_insert(made);
                }
            }
        });
    }
    waves
}

/// The answers of the waves that a wave is held against.
struct EarlierAnswers<'s> {
    previous: Option<&'s Scoped<'s>>,
    further: Vec<(Window, &'s Scoped<'s>)>,
}

impl<'s> EarlierAnswers<'s> {
    fn of(wave: &Wave, scoped: &'s List<WaveId, Option<Scoped<'s>>>) -> Self {
        let scoped = |wave: Option<WaveId>| scoped.get(wave?)?.as_ref();
        let further = Window::ALL.into_iter().filter_map(|window| Some((window, scoped(window.of(wave))?)));
        Self { previous: scoped(wave.previous), further: further.collect() }
    }
}

fn figure(about: &ColumnSubject<'_>, scope: Scope, now: &Scoped<'_>, past: &EarlierAnswers<'_>) -> Figure {
    let hidden = now.hidden.contains(&scope);
    let observations = now.scopes.get(&scope).map(Vec::as_slice).unwrap_or_default();
    let earlier = past.previous.filter(|before| before.scopes.contains_key(&scope));
    // Accounts have scores only: what few answers part into says no more than the answers.
    let scores_only = matches!(scope, Scope::Account(_));
    // Gathered first: there are many figures, and a list whose length is known takes no more room than it needs.
    let wanted = about.statistics.iter().copied().filter(|statistic| !scores_only || statistic.has_change());
    let wanted: Vec<Statistic> = wanted.collect();
    let level = |statistic: Statistic| level(about, (scope, statistic), now).filter(|_| !hidden);
    let change = |before: &Scoped<'_>, statistic: Statistic| change(about, (scope, statistic), before, now);
    let changing: Vec<Statistic> = wanted.iter().copied().filter(|statistic| statistic.has_change()).collect();
    let is_share = matches!(about.statistics.first(), Some(Statistic::Share(_)));
    Figure {
        visibility: if hidden { Visibility::Hidden } else { Visibility::Shown },
        n: if hidden { 0 } else { observations.iter().map(|o| o.count).sum() },
        few_accounts: !hidden && is_of_few_accounts(about, scope, observations),
        levels: wanted.into_iter().map(|statistic| (statistic, level(statistic))).collect(),
        changes: earlier
            .map(|before| changing.iter().map(|statistic| (*statistic, change(before, *statistic))).collect())
            .unwrap_or_default(),
        further: further(about, (scope, &changing), now, &past.further),
        distribution: if hidden || is_share { Vec::new() } else { distribution(observations) },
        against_rest: if hidden || is_share { None } else { against_rest(about, scope, now) },
    }
}

/// A level, without an interval where it would speak of so few accounts only.
fn level(about: &ColumnSubject<'_>, (scope, statistic): (Scope, Statistic), side: &Scoped<'_>) -> Option<Level> {
    let observations = side.scopes.get(&scope)?;
    let summed = side.sample(scope, statistic).map(of_sample);
    let level = summed.or_else(|| about.sample(statistic, observations).as_ref().map(of_sample))?;
    let interval = level.interval.filter(|_| !is_of_few_accounts(about, scope, observations));
    Some(Level { interval, ..level })
}

/// Whether a segment's answers are all of one or two accounts. In b2c there are none to speak of.
fn is_of_few_accounts(about: &ColumnSubject<'_>, scope: Scope, observations: &[Observation]) -> bool {
    let mut accounts: Vec<u32> = Vec::new();
    let adds_to_few = |observation: &Observation| {
        let Some(account) = observation.account else { return false };
        if !accounts.contains(&account) {
            accounts.push(account);
        }
        (accounts.len() as u64) < FEWEST_ACCOUNTS
    };
    let is_of_businesses = about.program.customers != Customers::B2c;
    matches!(scope, Scope::Segment(_)) && is_of_businesses && observations.iter().all(adds_to_few)
}

fn change(
    about: &ColumnSubject<'_>,
    (scope, statistic): (Scope, Statistic),
    before: &Scoped<'_>,
    now: &Scoped<'_>,
) -> Option<Change> {
    let (earlier, later) = (before.sample(scope, statistic)?, now.sample(scope, statistic)?);
    let difference = of_samples(earlier, later, Confidence::Single);
    let is_score = about.score == Some(statistic);
    let wants_split = is_score && (scope == Scope::Program || about.is_headline);
    let sides = (before.scopes.get(&scope), now.scopes.get(&scope));
    let anonymous = now.anonymous || before.anonymous;
    let attributed = [before, now].iter().any(|side| side.holding_anonymous.contains(&scope)) && !are_many(sides);
    let may_be_parted = !anonymous || scope == Scope::Program && may_be_parted(about, before, now);
    let may_be_split = wants_split && may_be_parted && !attributed;
    Some(Change {
        movement: movement(&difference, about.relevant(statistic)),
        before: level(about, (scope, statistic), before),
        split: if may_be_split { about.split(statistic, sides) } else { None },
        difference,
    })
}

/// Whether the parts of an anonymous program's change may be shown: those who joined, who left, who stayed. They are
/// shown beside all other scopes, so nothing may be hidden with them that is shown without, and nothing but that.
fn may_be_parted(about: &ColumnSubject<'_>, before: &Scoped<'_>, now: &Scoped<'_>) -> bool {
    let contacts =
        |side: &Scoped<'_>| -> BTreeSet<ContactId> { side.column.cells().filter_map(|cell| cell.contact).collect() };
    let (earlier, later) = (contacts(before), contacts(now));
    stays_hidden(about.program, before, &later) && stays_hidden(about.program, now, &earlier)
}

fn stays_hidden(program: &Program, side: &Scoped<'_>, others: &BTreeSet<ContactId>) -> bool {
    side.hidden.is_empty() && hidden_when_parted(program, &side.column, &side.scopes, others).is_empty()
}

fn distribution(observations: &[Observation]) -> Vec<(f64, u64)> {
    let mut answers: Vec<(f64, u64)> = observations.iter().map(|o| (o.x, o.count)).collect();
    answers.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
    answers.dedup_by(|later, kept| {
        let same = later.0.total_cmp(&kept.0).is_eq();
        if same {
            kept.1 += later.1;
        }
        same
    });
    answers.shrink_to_fit();
    answers
}

/// A segment's score minus everyone else's. The rest of a hidden segment is never asked for, and what a shown one of
/// anonymous persons leaves is nobody or enough of them.
fn against_rest(about: &ColumnSubject<'_>, scope: Scope, now: &Scoped<'_>) -> Option<AgainstRest> {
    let Scope::Segment(_) = scope else { return None };
    let statistic = about.score?;
    let inside = now.sample(scope, statistic)?;
    let difference = from_the_rest(inside, now.sample(Scope::Program, statistic)?)?;
    Some(AgainstRest { difference, stands_out: false })
}

/// Marks what stands out: one table of comparisons for each dimension.
fn mark_what_stands_out(figures: &mut WaveFigures) {
    let mut tables: BTreeMap<u16, Vec<&mut AgainstRest>> = BTreeMap::new();
    for (scope, figure) in figures.by_item.values_mut().flatten() {
        if let (Scope::Segment(segment), Some(comparison)) = (scope, &mut figure.against_rest) {
            tables.entry(segment.dimension).or_default().push(comparison);
        }
    }
    for comparisons in tables.values_mut() {
        comparisons.retain(|comparison| comparison.difference.p.is_some());
        let p: Vec<f64> = comparisons.iter().map(|comparison| comparison.difference.p.unwrap_or(1.0)).collect();
        for (comparison, stands_out) in comparisons.iter_mut().zip(benjamini_hochberg(&p, 0.05)) {
            comparison.stands_out = stands_out && comparison.difference.has_the_sign_of_its_interval();
        }
    }
}
