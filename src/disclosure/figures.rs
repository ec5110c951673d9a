//! What is shown of a figure: a score, the few answers that it would be made of, or why neither.

use std::collections::BTreeSet;

use super::Disclosed;
use super::withheld::Withheld;
use crate::metrics::scores::statistic::{items, scale, score};
use crate::metrics::{
    Change, Coverage, FEWEST_BESIDE_ANONYMOUS, Figure, FurtherChange, Item, Level, Reach, Scope, Statistic,
    WaveMetrics, Weighted, Weightings, Window,
};
use crate::program::ids::WaveId;
use crate::program::questionnaire::Scale;
use crate::sources::config::Respondents;

/// An account with fewer answers than this in a wave shows the answers themselves instead of a score.
pub const FEWEST_FOR_A_SCORE: u64 = 5;

/// What is shown of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// A score.
    Score,
    /// Of an account with fewer answers than this: the answers themselves, where it is asked of them.
    Answers {
        /// As many answers a score needs.
        fewest: u64,
    },
    /// Nothing.
    Withheld(Withheld),
    /// Nobody answered, or there is no score.
    Nothing,
}

/// What is shown of a change against the wave before.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ShownChange<'a> {
    /// All of it.
    Change(Statistic, &'a Change),
    /// Nobody answered before.
    NoAnswersBefore,
    /// Too few persons answered in one of the waves, or another figure would follow.
    Hidden,
    /// The account had fewer answers than this before.
    FewBefore {
        /// As many answers a score needs.
        fewest: u64,
    },
}

/// Whether few answers to an item are shown as they are; scores of blocks and the index are not answers.
#[must_use]
pub fn shows_answers(item: Item) -> bool {
    matches!(item, Item::Question(_))
}

/// The score of a figure.
#[must_use]
pub fn leading(figure: &Figure) -> Option<(Statistic, &Level)> {
    figure.levels.first().and_then(|(statistic, level)| Some((*statistic, level.as_ref()?)))
}

impl<'a> Disclosed<'a> {
    fn of_wave(&self, wave: WaveId) -> Option<&'a WaveMetrics> {
        self.metrics.waves.get(wave)
    }

    /// A figure; `None` where nobody answered. Of a hidden one there is nothing in it.
    #[must_use]
    pub fn figure(&self, wave: WaveId, scope: Scope, item: Item) -> Option<&'a Figure> {
        self.of_wave(wave)?.figures.get(scope, item)
    }

    /// All figures of a wave, in the order of item and scope.
    pub fn figures(&self, wave: WaveId) -> impl Iterator<Item = (Scope, Item, &'a Figure)> + use<'a> {
        self.of_wave(wave).into_iter().flat_map(|wave| wave.figures.iter())
    }

    /// The figures of a scope in a wave, in the order of items.
    pub fn figures_of(&self, wave: WaveId, scope: Scope) -> impl Iterator<Item = (Item, &'a Figure)> + use<'a> {
        self.of_wave(wave).into_iter().flat_map(move |wave| wave.figures.of(scope))
    }

    /// The scopes of which anything is known in a wave.
    #[must_use]
    pub fn scopes(&self, wave: WaveId) -> BTreeSet<Scope> {
        let Some(of_wave) = self.of_wave(wave) else { return BTreeSet::new() };
        let recorded = of_wave.reach.scopes.keys().chain(of_wave.reach.coverage.keys()).copied();
        self.figures(wave).map(|(scope, ..)| scope).chain(recorded).collect()
    }

    /// What is shown of a figure in a wave.
    #[must_use]
    pub fn shown(&self, wave: WaveId, scope: Scope, figure: &Figure) -> Shown {
        if figure.is_hidden() {
            Shown::Withheld(self.why_hidden(wave))
        } else if matches!(scope, Scope::Account(_)) && figure.n < FEWEST_FOR_A_SCORE {
            Shown::Answers { fewest: FEWEST_FOR_A_SCORE }
        } else if leading(figure).is_some() {
            Shown::Score
        } else {
            Shown::Nothing
        }
    }

    /// The score of a figure, where one is shown.
    #[must_use]
    pub fn shown_score(&self, wave: WaveId, scope: Scope, item: Item) -> Option<(Statistic, &'a Level)> {
        let figure = self.figure(wave, scope, item)?;
        leading(figure).filter(|_| self.shown(wave, scope, figure) == Shown::Score)
    }

    /// Why a figure of a wave is hidden.
    fn why_hidden(&self, wave: WaveId) -> Withheld {
        let persons = self.program.waves.get(wave).map(|wave| wave.respondents);
        if persons == Some(Respondents::Anonymous) {
            Withheld::SmallGroup { fewest: self.program.privacy.hide_below }
        } else {
            Withheld::BesideAnonymous { fewest: FEWEST_BESIDE_ANONYMOUS }
        }
    }

    /// What is shown of a figure's change against the wave before, with that wave; `None` where there is no such wave.
    #[must_use]
    pub fn change<'f>(&self, wave: WaveId, scope: Scope, figure: &'f Figure) -> Option<(WaveId, ShownChange<'f>)> {
        let previous = self.program.waves.get(wave)?.previous?;
        let shown = match figure.changes.first() {
            None => ShownChange::NoAnswersBefore,
            Some((_, None)) => ShownChange::Hidden,
            Some((_, Some(change))) if is_of_few(scope, change.difference.n_before) => {
                ShownChange::FewBefore { fewest: FEWEST_FOR_A_SCORE }
            }
            Some((statistic, Some(change))) => ShownChange::Change(*statistic, change),
        };
        Some((previous, shown))
    }

    /// A figure's change in a window with the wave that it is against; `None` where there is none to be shown.
    #[must_use]
    pub fn further<'f>(
        &self,
        wave: WaveId,
        scope: Scope,
        figure: &'f Figure,
        window: Window,
    ) -> Option<(WaveId, &'f FurtherChange)> {
        let since = window.of(self.program.waves.get(wave)?)?;
        let change = figure.further(window).filter(|change| change.difference.interval.is_some())?;
        (!is_of_few(scope, change.difference.n_before)).then_some((since, change))
    }

    /// Whether a figure of so many answers is an indication only.
    #[must_use]
    pub fn is_indicative(&self, n: u64) -> bool {
        n < self.program.privacy.indicative_below
    }

    /// The same in a file: of an account, what its page does not show as a score is indicative wherever the program draws
    /// the line.
    #[must_use]
    pub fn is_indicative_in_file(&self, is_of_account: bool, n: u64) -> bool {
        let fewest = if is_of_account { FEWEST_FOR_A_SCORE } else { 0 };
        n < self.program.privacy.indicative_below.max(fewest)
    }

    /// Who was asked and who answered in a scope, where it is recorded; a fact, so that it is never hidden.
    #[must_use]
    pub fn reach(&self, wave: WaveId, scope: Scope) -> Option<&'a Reach> {
        self.of_wave(wave)?.reach.scopes.get(&scope)
    }

    /// The same of all scopes.
    pub fn reaches(&self, wave: WaveId) -> impl Iterator<Item = (Scope, &'a Reach)> + use<'a> {
        self.of_wave(wave).into_iter().flat_map(|wave| &wave.reach.scopes).map(|(scope, reach)| (*scope, reach))
    }

    /// Contacts reached in a scope, where it is known.
    #[must_use]
    pub fn population(&self, wave: WaveId, scope: Scope) -> Option<u64> {
        self.of_wave(wave)?.reach.population(scope)
    }

    /// How much of the customers of a scope a wave covers, where invitations are listed.
    #[must_use]
    pub fn coverage(&self, wave: WaveId, scope: Scope) -> Option<&'a Coverage> {
        self.of_wave(wave)?.reach.coverage.get(&scope)
    }

    /// The nps questions of a wave, indices, with each score weighted by account, by revenue and by influence.
    pub fn weighted(&self, wave: WaveId) -> impl Iterator<Item = (usize, [Option<Weighted>; 3])> {
        let all = self.of_wave(wave).into_iter().flat_map(|wave| &wave.weightings);
        all.map(move |(question, weightings)| (*question, self.weightings(wave, *question, weightings)))
    }

    /// Those weightings that there are; hidden with the score that they weigh.
    fn weightings(&self, wave: WaveId, question: usize, of: &Weightings) -> [Option<Weighted>; 3] {
        let score = self.figure(wave, Scope::Program, Item::Question(question));
        let is_hidden = score.is_none_or(Figure::is_hidden);
        let shown = |weighted: Weighted| if is_hidden { Weighted::Hidden } else { weighted };
        [of.by_account, of.by_revenue, of.by_influence].map(|weighted| weighted.map(shown))
    }

    /// Everything that can be measured: the questions, the blocks with ratings, the index where there are blocks.
    #[must_use]
    pub fn items(&self) -> Vec<Item> {
        items(self.program)
    }

    /// The score that stands for an item; choices and words have none.
    #[must_use]
    pub fn score(&self, item: Item) -> Option<Statistic> {
        score(self.program, item)
    }

    /// The scale that an item is on.
    #[must_use]
    pub fn scale(&self, item: Item) -> Scale {
        scale(self.program, item)
    }
}

/// Whether so few answers of an account are no score.
fn is_of_few(scope: Scope, n: u64) -> bool {
    matches!(scope, Scope::Account(_)) && n < FEWEST_FOR_A_SCORE
}
