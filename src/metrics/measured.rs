//! All that is computed of a program, wave by wave. While sources are edited most waves stay as they are: what was
//! computed of those is taken over, because the figures of a wave follow from its own answers, those of the wave
//! before it, and what the program says of all waves.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::program::Program;
use crate::program::questionnaire::Kind;
use crate::sources::config::Customers;

use super::columns::Rows;
use super::figures::{Wanted, WaveFigures, figures};
use super::reach::{WaveReach, reach};
use super::scoped::Side;
use super::transitions::{Transitions, transitions};
use super::weightings::{Weightings, weightings};

/// All that is computed of a program.
#[derive(Debug)]
pub struct Metrics {
    /// What is computed of each wave, in the program's order.
    pub waves: Vec<WaveMetrics>,
}

/// All that is computed of a wave.
#[derive(Debug, Default)]
pub struct WaveMetrics {
    /// The figures.
    pub figures: WaveFigures,
    /// Who was asked and who answered.
    pub reach: WaveReach,
    /// Each nps question's weightings; none in b2c.
    pub weightings: BTreeMap<usize, Weightings>,
    /// How the same contacts moved since the wave before; none where that may not be shown or nobody answered twice.
    pub transitions: Option<Transitions>,
}

/// Computes everything, with all cores.
#[must_use]
pub fn measure(program: &Program) -> Metrics {
    Metrics { waves: measured(program, &vec![Wanted::Figures; program.waves.len()]) }
}

/// As [`measure`], but does nothing again that was computed of the program `before` and follows from the same.
#[must_use]
pub fn measure_again(program: &Program, before: &Program, known: Metrics) -> Metrics {
    let wanted = wanted(program, before);
    let known = known.waves.into_iter().map(Some).chain(std::iter::repeat_with(|| None));
    let waves = measured(program, &wanted).into_iter().zip(&wanted).zip(known);
    let taken = waves.map(|((measured, wanted), known)| match wanted {
        Wanted::Figures => measured,
        Wanted::Answers | Wanted::Nothing => known.unwrap_or(measured),
    });
    Metrics { waves: taken.collect() }
}

/// What has to be computed of each wave that was not of the program before.
fn wanted(program: &Program, before: &Program) -> Vec<Wanted> {
    if !are_alike(program, before) {
        return vec![Wanted::Figures; program.waves.len()];
    }
    let is_same = |position: usize| program.waves.get(position) == before.waves.get(position);
    let same: Vec<bool> = (0..program.waves.len()).into_par_iter().map(is_same).collect();
    let stands = |position: usize| {
        let previous = program.waves[position].previous;
        same[position] && previous.is_none_or(|previous| same[previous])
    };
    let mut wanted = vec![Wanted::Nothing; program.waves.len()];
    for position in (0..program.waves.len()).filter(|position| !stands(*position)) {
        wanted[position] = Wanted::Figures;
        if let Some(previous) = program.waves[position].previous.filter(|previous| stands(*previous)) {
            wanted[previous] = Wanted::Answers;
        }
    }
    wanted
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
fn measured(program: &Program, wanted: &[Wanted]) -> Vec<WaveMetrics> {
    let waves = || program.waves.par_iter().zip(wanted);
    let rows = waves().map(|(wave, wanted)| (*wanted != Wanted::Nothing).then(|| Rows::new(program, wave)));
    let rows: Vec<Option<Rows<'_>>> = rows.collect();
    let figures = figures(program, &rows, wanted);
    let measured = waves().zip(&rows).zip(figures).map(|(((wave, wanted), rows), figures)| match rows {
        Some(rows) if *wanted == Wanted::Figures => WaveMetrics {
            figures,
            reach: reach(program, wave),
            weightings: all_weightings(program, (wave, rows)),
            transitions: transitions(program, wave),
        },
        _ => WaveMetrics::default(),
    });
    measured.collect()
}

fn all_weightings(program: &Program, (wave, rows): Side<'_>) -> BTreeMap<usize, Weightings> {
    if program.customers == Customers::B2c {
        return BTreeMap::new();
    }
    let questions = program.questionnaire.questions.iter().enumerate();
    let nps = questions.filter(|(_, question)| question.kind == Kind::Nps).map(|(position, _)| position);
    nps.map(|question| (question, weightings(program, wave, question, rows))).collect()
}
