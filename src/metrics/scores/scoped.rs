//! The answers of one column by scope, summed for the statistics that it gives: what levels and changes are made from.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::program::Program;
use crate::program::questionnaire::{Kind, Scale};
use crate::program::waves::Wave;
use crate::sources::config::Respondents;

use crate::metrics::arithmetic::observation::{Observation, Sides};
use crate::metrics::arithmetic::sample::Sample;
use crate::metrics::arithmetic::split::{Split, split};
use crate::metrics::scores::attributed::Attributed;
use crate::metrics::scores::columns::{Accounts, Column, ColumnKey, Rows};
use crate::metrics::scores::statistic::{Item, Scope, Statistic, kind, relevant, scale, score, statistics};
use crate::metrics::scores::suppression::of_columns::hidden_scopes;

/// A wave and its rows.
pub(crate) type WaveRows<'a> = (&'a Wave, &'a Rows<'a>);

/// The answers of one column of one wave by scope, and which scopes are hidden.
pub(crate) struct Scoped<'a> {
    pub(crate) column: Column<'a>,
    pub(crate) scopes: BTreeMap<Scope, Vec<Observation>>,
    /// What is summed of each scope, by the column's statistics that have a change; of none that is hidden.
    samples: BTreeMap<Scope, Vec<(Statistic, Sample)>>,
    pub(crate) anonymous: bool,
    pub(crate) hidden: BTreeSet<Scope>,
    /// The scopes with an answer that its contact gave anonymously.
    pub(crate) holding_anonymous: BTreeSet<Scope>,
}

impl<'a> Scoped<'a> {
    pub(crate) fn new(about: &ColumnSubject<'_>, (wave, rows): WaveRows<'a>) -> Self {
        let column = rows.column(about.key);
        let scopes = column.by_scope(about.accounts());
        let anonymous = wave.respondents == Respondents::Anonymous;
        let attributed = Attributed::of(about.program, &column);
        let mut hidden = if anonymous { hidden_scopes(about.program, &column, &scopes) } else { BTreeSet::new() };
        hidden.extend(attributed.hidden);
        let shown: Vec<_> = scopes.iter().filter(|(scope, _)| !hidden.contains(scope)).collect();
        let samples = shown.into_par_iter().map(|(scope, observations)| (*scope, about.samples(observations)));
        let samples = samples.collect::<Vec<_>>().into_iter().collect();
        Self { column, scopes, samples, anonymous, hidden, holding_anonymous: attributed.holding }
    }

    /// The answers of a scope summed for a statistic, if they may be shown.
    pub(crate) fn sample(&self, scope: Scope, statistic: Statistic) -> Option<&Sample> {
        self.samples.get(&scope)?.iter().find(|(known, _)| *known == statistic).map(|(_, sample)| sample)
    }
}

/// What the figures of a column are about.
pub(crate) struct ColumnSubject<'a> {
    pub(crate) program: &'a Program,
    pub(crate) key: ColumnKey,
    kind: Option<&'a Kind>,
    scale: Scale,
    /// What the column gives: all statistics of its item, or the share of its option.
    pub(crate) statistics: Vec<Statistic>,
    /// The score of the item.
    pub(crate) score: Option<Statistic>,
    pub(crate) is_headline: bool,
    /// The accounts that are wanted.
    accounts: Accounts<'a>,
}

impl<'a> ColumnSubject<'a> {
    /// The columns of an item: one, or one for each option.
    pub(crate) fn columns(program: &'a Program, item: Item, accounts: Accounts<'a>) -> Vec<Self> {
        let column = |option: Option<u16>, statistics: Vec<Statistic>| Self {
            program,
            key: ColumnKey { item, option },
            kind: kind(program, item),
            scale: scale(program, item),
            statistics,
            score: score(program, item),
            is_headline: program.questionnaire.headline.map(Item::Question) == Some(item),
            accounts,
        };
        let all = statistics(program, item);
        let shares = all.iter().map(|statistic| match statistic {
            Statistic::Share(option) => Some(column(Some(*option), vec![*statistic])),
            _ => None,
        });
        shares.collect::<Option<Vec<_>>>().unwrap_or_else(|| vec![column(None, all.clone())])
    }

    /// Account scopes hold only the headline, the blocks and the index.
    fn accounts(&self) -> Accounts<'a> {
        match self.key.item {
            Item::Question(_) if !self.is_headline => Accounts::LeftOut,
            _ => self.accounts,
        }
    }

    /// The points below which a change of a statistic is never called one.
    pub(crate) fn relevant(&self, statistic: Statistic) -> f64 {
        if self.score == Some(statistic) { relevant(self.program, self.key.item) } else { 0.0 }
    }

    pub(crate) fn samples(&self, observations: &[Observation]) -> Vec<(Statistic, Sample)> {
        let changing = self.statistics.iter().filter(|statistic| statistic.has_change());
        changing.filter_map(|statistic| Some((*statistic, self.sample(*statistic, observations)?))).collect()
    }

    /// Observations summed for a statistic.
    pub(crate) fn sample(&self, statistic: Statistic, observations: &[Observation]) -> Option<Sample> {
        Sample::new(statistic.measure(self.scale), self.read(statistic, observations))
    }

    pub(crate) fn split(&self, statistic: Statistic, (before, after): Sides<'_>) -> Option<Box<Split>> {
        let read = |side: &[Observation]| self.read(statistic, side).collect::<Vec<_>>();
        split(statistic.measure(self.scale), &read(before?), &read(after?)).map(Box::new)
    }

    /// Observations with their answers as the numbers that a statistic averages.
    fn read(&self, statistic: Statistic, observations: &[Observation]) -> impl Iterator<Item = Observation> {
        observations.iter().map(move |o| Observation { x: statistic.read(o.x, self.kind), ..*o })
    }
}
