//! All that is computed of a program, wave by wave. While sources are edited most waves stay as they are: what was
//! computed of those is taken over, because the figures of a wave follow from its own answers, those of the waves that
//! it is held against, and what the program says of all waves. In the others most accounts stay as they are, and so do their
//! figures; those of the program and of segments are compared with one another and are made anew.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::program::Program;
use crate::program::ids::{AccountId, List, WaveId};
use crate::program::questionnaire::Kind;
use crate::program::waves::{Response, Wave};
use crate::sources::config::{Customers, Respondents};

use crate::metrics::reach::{WaveReach, reach};
use crate::metrics::scores::columns::Rows;
use crate::metrics::scores::comments::without_comments;
use crate::metrics::scores::figures::{Extent, Wanted, WaveFigures, figures};
use crate::metrics::scores::scoped::WaveRows;
use crate::metrics::scores::statistic::Scope;
use crate::metrics::transitions::{Transitions, transitions};
use crate::metrics::weightings::{Weightings, weightings};

/// All that is computed of a program; nothing of one with a mistake in its data.
#[derive(Debug, Default, PartialEq)]
pub struct Metrics {
    /// What is computed of each wave.
    pub waves: List<WaveId, WaveMetrics>,
}

/// All that is computed of a wave.
#[derive(Debug, Default, PartialEq)]
pub struct WaveMetrics {
    /// The figures.
    pub figures: WaveFigures,
    /// Who was asked and who answered.
    pub reach: WaveReach,
    /// Each nps question's weightings; none in b2c.
    pub weightings: BTreeMap<usize, Weightings>,
    /// How the same contacts moved since the wave before; none where that may not be shown or nobody answered twice.
    pub transitions: Option<Transitions>,
    /// The scopes of which no comments may be shown; none where persons are not anonymous.
    pub without_comments: BTreeSet<Scope>,
}

/// Computes everything, with all cores.
#[must_use]
pub fn measure(program: &Program) -> Metrics {
    Metrics { waves: measured(program, &Wanted::all(program)).into() }
}

/// As [`measure`], but does nothing again that was computed of the program `before` and follows from the same.
#[must_use]
pub fn measure_again(program: &Program, before: &Program, known: Metrics) -> Metrics {
    let wanted = wanted(program, before);
    let known = known.waves.into_iter().map(Some).chain(std::iter::repeat_with(|| None));
    let waves = measured(program, &wanted).into_iter().zip(&wanted.waves).zip(known);
    let taken = waves.map(|((measured, extent), known)| match (extent, known, &wanted.accounts) {
        (Extent::Figures, Some(known), Some(accounts)) => {
            WaveMetrics { figures: measured.figures.with(known.figures, accounts), ..measured }
        }
        (Extent::Answers | Extent::Nothing, Some(known), _) => known,
        _ => measured,
    });
    Metrics { waves: taken.collect() }
}

/// What has to be computed that was not of the program before.
fn wanted(program: &Program, before: &Program) -> Wanted {
    if !are_alike(program, before) {
        return Wanted::all(program);
    }
    let ids: Vec<WaveId> = program.waves.ids().collect();
    let is_same = |wave: &WaveId| program.waves.get(*wave) == before.waves.get(*wave);
    let same: List<WaveId, bool> = List::from(ids.par_iter().map(is_same).collect::<Vec<bool>>());
    let stands = |wave: WaveId| same[wave] && program.waves[wave].held_against().all(|earlier| same[earlier]);
    let mut waves: List<WaveId, Extent> = ids.iter().map(|_| Extent::Nothing).collect();
    for wave in ids.into_iter().filter(|wave| !stands(*wave)) {
        waves[wave] = Extent::Figures;
        for earlier in program.waves[wave].held_against().filter(|earlier| stands(*earlier)) {
            waves[earlier] = Extent::Answers;
        }
    }
    let accounts = accounts(program, before, &waves, &same);
    Wanted { waves, accounts }
}

/// The accounts of which a figure may be another than before, where that can be told: those with other answers in one
/// of the waves. Where groups are hidden it cannot, because an account's figure hangs on what others answered.
fn accounts(program: &Program, before: &Program, extents: &[Extent], same: &[bool]) -> Option<BTreeSet<AccountId>> {
    let mut accounts = BTreeSet::new();
    let pairs = program.waves.iter().zip(&before.waves).zip(extents.iter().zip(same));
    for ((wave, before), (_, same)) in pairs.filter(|(_, (extent, _))| **extent != Extent::Nothing) {
        let is_in_place =
            (wave.survey, &wave.label) == (before.survey, &before.label) && wave.earlier() == before.earlier();
        let nothing_hides = [wave, before].iter().all(|wave| wave.respondents != Respondents::Anonymous);
        if !is_in_place || !nothing_hides || wave.tallies != before.tallies {
            return None;
        }
        if !same {
            accounts.extend(answering_otherwise(wave, before));
        }
    }
    (program.waves.len() == before.waves.len()).then_some(accounts)
}

/// The accounts that do not have the same answers in one wave as in the other.
fn answering_otherwise(wave: &Wave, before: &Wave) -> BTreeSet<AccountId> {
    let (now, then) = (by_account(wave), by_account(before));
    let all = now.keys().chain(then.keys()).filter(|account| now.get(account) != then.get(account));
    all.copied().collect()
}

fn by_account(wave: &Wave) -> BTreeMap<AccountId, Vec<&Response>> {
    let mut accounts: BTreeMap<AccountId, Vec<&Response>> = BTreeMap::new();
    for response in &wave.responses {
        if let Some(account) = response.account {
            accounts.entry(account).or_default().push(response);
        }
    }
    accounts
}

/// Whether all that figures follow from is the same, but for the waves themselves.
fn are_alike(program: &Program, before: &Program) -> bool {
    program.customers == before.customers
        && program.privacy == before.privacy
        && program.questionnaire == before.questionnaire
        && program.dimensions == before.dimensions
        && program.surveys == before.surveys
        && program.register == before.register
}

/// What is wanted of each wave; nothing of the others.
fn measured(program: &Program, wanted: &Wanted) -> Vec<WaveMetrics> {
    let waves = || program.waves.par_iter().zip(&*wanted.waves);
    let rows = waves().map(|(wave, extent)| (*extent != Extent::Nothing).then(|| Rows::new(program, wave)));
    let rows: Vec<Option<Rows<'_>>> = rows.collect();
    let beside = |((wave, extent), rows): ((&Wave, &Extent), &Option<Rows<'_>>)| match rows {
        Some(rows) if *extent == Extent::Figures => WaveMetrics {
            figures: WaveFigures::default(),
            reach: reach(program, wave),
            weightings: all_weightings(program, (wave, rows)),
            transitions: transitions(program, wave),
            without_comments: BTreeSet::new(),
        },
        _ => WaveMetrics::default(),
    };
    let figures = || figures(program, &rows, wanted);
    let (figures, measured) = rayon::join(figures, || waves().zip(&rows).map(beside).collect::<Vec<_>>());
    let both = measured.into_iter().zip(figures).zip(program.waves.iter().zip(&wanted.waves));
    both.map(|((measured, figures), (wave, extent))| {
        let is_wanted = *extent == Extent::Figures;
        let without_comments = if is_wanted { without_comments(program, wave, &figures) } else { BTreeSet::new() };
        WaveMetrics { figures, without_comments, ..measured }
    })
    .collect()
}

fn all_weightings(program: &Program, (wave, rows): WaveRows<'_>) -> BTreeMap<usize, Weightings> {
    if program.customers == Customers::B2c {
        return BTreeMap::new();
    }
    let questions = program.questionnaire.questions.iter().enumerate();
    let nps = questions.filter(|(_, question)| question.kind == Kind::Nps).map(|(position, _)| position);
    nps.map(|question| (question, weightings(program, wave, question, rows))).collect()
}
