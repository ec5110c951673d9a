//! Every figure of the program, computed once: level, interval and change for each wave, scope and item, with what may
//! not be shown left out here, so that no page, table or file can show it.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::program::questionnaire::Kind;
use crate::program::waves::Wave;
use crate::program::{Number, Program};
use crate::sources::config::{Customers, Respondents};

use super::columns::{Accounts, Cell, ColumnKey, Columns, by_scope, persons};
use super::hidden::hidden_scopes;
use super::reach::{WaveReach, reach};
use super::statistic::{Item, Scope, Statistic, items, kind, relevant, scale, score, statistics};
use super::transitions::{Transitions, transitions};
use super::weightings::{Weightings, weightings};
use super::{Difference, Level, Movement, Observation, Split, benjamini_hochberg, difference, level, movement, split};

/// Everything that the answers of one wave say of one item in one scope. What is hidden is not in it at all.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// Whether it may be shown. If not, everything else is empty but the names of the statistics.
    pub visibility: Visibility,
    /// Answers.
    pub n: u64,
    /// Each statistic with its level, the score first; no level where hidden.
    pub levels: Vec<(Statistic, Option<Level>)>,
    /// Each score that has a change against the wave before; none in it where hidden.
    pub changes: Vec<(Statistic, Option<Change>)>,
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
    pub split: Option<Split>,
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

    /// Whether a figure is hidden.
    #[must_use]
    pub fn is_hidden(&self) -> bool {
        self.visibility == Visibility::Hidden
    }
}

/// The figures of one wave.
#[derive(Debug, Default)]
pub struct WaveFigures {
    by_item: BTreeMap<Item, BTreeMap<Scope, Figure>>,
}

impl WaveFigures {
    /// The figure of an item in a scope; `None` where nobody answered.
    #[must_use]
    pub fn get(&self, scope: Scope, item: Item) -> Option<&Figure> {
        self.by_item.get(&item)?.get(&scope)
    }

    /// All figures in the order of item and scope.
    pub fn iter(&self) -> impl Iterator<Item = (Scope, Item, &Figure)> {
        self.by_item.iter().flat_map(|(item, scopes)| scopes.iter().map(|(scope, figure)| (*scope, *item, figure)))
    }
}

/// All that is computed of a program, by wave in the program's order.
#[derive(Debug)]
pub struct Metrics {
    /// The figures.
    pub figures: Vec<WaveFigures>,
    /// Who was asked and who answered.
    pub reach: Vec<WaveReach>,
    /// Each nps question's weightings; none in b2c.
    pub weightings: Vec<BTreeMap<usize, Weightings>>,
    /// How the same contacts moved since the wave before; none where that may not be shown or nobody answered twice.
    pub transitions: Vec<Option<Transitions>>,
}

/// Computes everything, with all cores.
#[must_use]
pub fn measure(program: &Program) -> Metrics {
    let columns: Vec<Columns<'_>> = program.waves.par_iter().map(|wave| Columns::new(program, wave)).collect();
    let weighted = |(wave, columns): Side<'_>| match program.customers {
        Customers::B2c => BTreeMap::new(),
        Customers::B2b | Customers::Mixed => all_weightings(program, wave, columns),
    };
    Metrics {
        figures: figures(program, &columns),
        reach: program.waves.par_iter().map(|wave| reach(program, wave)).collect(),
        weightings: program.waves.iter().zip(&columns).map(weighted).collect(),
        transitions: program.waves.par_iter().map(|wave| transitions(program, wave)).collect(),
    }
}

fn all_weightings(program: &Program, wave: &Wave, columns: &Columns<'_>) -> BTreeMap<usize, Weightings> {
    let questions = program.questionnaire.questions.iter().enumerate();
    let nps = questions.filter(|(_, question)| question.kind == Kind::Nps).map(|(position, _)| position);
    nps.map(|question| (question, weightings(program, wave, question, columns))).collect()
}

type Side<'a> = (&'a Wave, &'a Columns<'a>);

/// The figures of all waves: item by item, because a wave's answers count for itself and as those before the next.
fn figures(program: &Program, columns: &[Columns<'_>]) -> Vec<WaveFigures> {
    let items = items(program);
    let parts: Vec<Vec<BTreeMap<Scope, Figure>>> =
        items.par_iter().map(|item| item_figures(program, *item, columns)).collect();
    let mut waves: Vec<WaveFigures> = program.waves.iter().map(|_| WaveFigures::default()).collect();
    for (item, of_waves) in items.into_iter().zip(parts) {
        for (wave, scopes) in waves.iter_mut().zip(of_waves) {
            wave.by_item.insert(item, scopes);
        }
    }
    waves.par_iter_mut().for_each(mark_what_stands_out);
    waves
}

/// The observations of one column of one wave by scope, and which scopes are hidden.
struct Scoped<'a> {
    cells: &'a [Cell<'a>],
    scopes: BTreeMap<Scope, Vec<Observation>>,
    anonymous: bool,
    hidden: BTreeSet<Scope>,
}

impl<'a> Scoped<'a> {
    fn new(program: &Program, (wave, columns): Side<'a>, key: ColumnKey) -> Self {
        let cells = columns.cells(key);
        let scopes = by_scope(program, cells, accounts_of(program, key.item));
        let anonymous = wave.respondents == Respondents::Anonymous;
        let hidden = if anonymous { hidden_scopes(program, cells, &scopes) } else { BTreeSet::new() };
        Self { cells, scopes, anonymous, hidden }
    }
}

/// Account scopes hold only the headline, the blocks and the index.
fn accounts_of(program: &Program, item: Item) -> Accounts {
    match item {
        Item::Question(position) if program.questionnaire.headline != Some(position) => Accounts::LeftOut,
        _ => Accounts::Included,
    }
}

/// An item's figures by wave and scope.
fn item_figures(program: &Program, item: Item, columns: &[Columns<'_>]) -> Vec<BTreeMap<Scope, Figure>> {
    let mut waves: Vec<BTreeMap<Scope, Figure>> = program.waves.iter().map(|_| BTreeMap::new()).collect();
    for (option, wanted) in columns_of(program, item) {
        let key = ColumnKey { item, option };
        let sides: Vec<Side<'_>> = program.waves.iter().zip(columns).collect();
        let scoped: Vec<Scoped<'_>> = sides.par_iter().map(|side| Scoped::new(program, *side, key)).collect();
        waves.par_iter_mut().zip(&program.waves).zip(&scoped).for_each(|((figures, wave), now)| {
            let before = wave.previous.and_then(|previous| scoped.get(previous));
            for (scope, observations) in &now.scopes {
                let wanted = of_scope(*scope, &wanted);
                let made = figure(program, (item, *scope), &wanted, (now, observations), before);
                match figures.get_mut(scope) {
                    Some(figure) => figure.levels.extend(made.levels),
                    None => {
                        figures.insert(*scope, made);
                    }
                }
            }
        });
    }
    waves
}

/// Accounts have scores only: what few answers part into says no more than the answers.
fn of_scope(scope: Scope, wanted: &[Statistic]) -> Vec<Statistic> {
    let scores_only = matches!(scope, Scope::Account(_));
    wanted.iter().copied().filter(|statistic| !scores_only || statistic.has_change()).collect()
}

/// The columns of an item with the statistics that each gives: one column with all, or one for each option.
fn columns_of(program: &Program, item: Item) -> Vec<(Option<u16>, Vec<Statistic>)> {
    let all = statistics(program, item);
    let shares = all.iter().map(|statistic| match statistic {
        Statistic::Share(option) => Some((Some(*option), vec![*statistic])),
        _ => None,
    });
    shares.collect::<Option<Vec<_>>>().unwrap_or_else(|| vec![(None, all.clone())])
}

fn figure(
    program: &Program,
    (item, scope): (Item, Scope),
    wanted: &[Statistic],
    (now, observations): (&Scoped<'_>, &[Observation]),
    before: Option<&Scoped<'_>>,
) -> Figure {
    let hidden = now.hidden.contains(&scope);
    let earlier = before.and_then(|before| Some((before, before.scopes.get(&scope)?)));
    let mut figure = Figure {
        visibility: if hidden { Visibility::Hidden } else { Visibility::Shown },
        n: if hidden { 0 } else { observations.iter().map(|o| o.count).sum() },
        levels: Vec::with_capacity(wanted.len()),
        changes: Vec::new(),
        distribution: Vec::new(),
        against_rest: None,
    };
    for statistic in wanted {
        let sample = || read(program, item, *statistic, observations);
        let measure = statistic.measure(scale(program, item));
        let shown = if hidden { None } else { level(measure, &sample()) };
        figure.levels.push((*statistic, shown));
        if let Some((before, earlier)) = earlier.filter(|_| statistic.has_change()) {
            let visible = !hidden && !before.hidden.contains(&scope);
            let earlier = || read(program, item, *statistic, earlier);
            let mut change =
                visible.then(|| change(program, (item, scope, *statistic), &earlier(), &sample())).flatten();
            if let Some(change) = change.as_mut().filter(|_| now.anonymous || before.anonymous) {
                let sides = (before.scopes.get(&scope), now.scopes.get(&scope));
                change.split = change.split.take().filter(|_| may_be_shown(sides, program.privacy.hide_below));
            }
            figure.changes.push((*statistic, change));
        }
    }
    if !hidden && !matches!(wanted.first(), Some(Statistic::Share(_))) {
        figure.distribution = distribution(observations);
        figure.against_rest = against_rest(program, item, scope, now);
    }
    figure
}

fn change(
    program: &Program,
    (item, scope, statistic): (Item, Scope, Statistic),
    before: &[Observation],
    after: &[Observation],
) -> Option<Change> {
    let measure = statistic.measure(scale(program, item));
    let difference = difference(measure, before, after)?;
    let is_score = score(program, item) == Some(statistic);
    let relevant = if is_score { relevant(program, item) } else { 0.0 };
    let is_headline = program.questionnaire.headline.map(Item::Question) == Some(item);
    let wants_split = is_score && (scope == Scope::Program || is_headline);
    Some(Change {
        movement: movement(&difference, relevant),
        before: level(measure, before),
        split: if wants_split { split(measure, before, after) } else { None },
        difference,
    })
}

/// Whether every part of a split is of enough persons, or of none: those who joined, who left, who stayed.
fn may_be_shown((before, after): (Option<&Vec<Observation>>, Option<&Vec<Observation>>), hide_below: u64) -> bool {
    let contacts = |side: Option<&Vec<Observation>>| -> BTreeSet<Number> {
        side.into_iter().flatten().filter_map(|observation| observation.contact).collect()
    };
    let (before, after) = (contacts(before), contacts(after));
    let stayed = before.intersection(&after).count() as u64;
    let others = [after.difference(&before).count() as u64, before.difference(&after).count() as u64];
    stayed >= hide_below && others.into_iter().all(|part| part == 0 || part >= hide_below)
}

/// The observations with their answers as the numbers that a statistic averages.
fn read(program: &Program, item: Item, statistic: Statistic, observations: &[Observation]) -> Vec<Observation> {
    let kind = kind(program, item);
    observations.iter().map(|o| Observation { x: statistic.read(o.x, kind), ..*o }).collect()
}

fn distribution(observations: &[Observation]) -> Vec<(f64, u64)> {
    let mut answers: Vec<(f64, u64)> = observations.iter().map(|o| (o.x, o.count)).collect();
    answers.sort_by(|a, b| a.0.total_cmp(&b.0));
    answers.dedup_by(|later, kept| {
        let same = later.0.total_cmp(&kept.0).is_eq();
        if same {
            kept.1 += later.1;
        }
        same
    });
    answers
}

/// A segment's score minus everyone else's. The rest of a hidden segment is never asked for.
fn against_rest(program: &Program, item: Item, scope: Scope, now: &Scoped<'_>) -> Option<AgainstRest> {
    let Scope::Segment(segment) = scope else { return None };
    let statistic = score(program, item)?;
    let side = |inside: bool| -> Vec<Observation> {
        let cells = now.cells.iter().filter(|cell| cell.segments.contains(&segment) == inside);
        read(program, item, statistic, &cells.map(|cell| cell.observation).collect::<Vec<_>>())
    };
    let rest = side(false);
    let others = persons(rest.iter().copied());
    if now.anonymous && others < program.privacy.hide_below {
        return None;
    }
    let difference = difference(statistic.measure(scale(program, item)), &rest, &side(true))?;
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
            comparison.stands_out = stands_out;
        }
    }
}
