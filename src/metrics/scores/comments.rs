//! Which groups' comments may not be shown: the rule of [`crate::metrics::scores::suppression`] over who wrote them, and
//! over the figures beside which they would stand.

use std::collections::BTreeSet;

use crate::program::Program;
use crate::program::ids::AccountId;
use crate::program::waves::Wave;
use crate::sources::config::Respondents;

use crate::metrics::scores::figures::{Figure, WaveFigures};
use crate::metrics::scores::statistic::{Item, Scope, items, score};
use crate::metrics::scores::suppression::of_columns::{FromWhom, hidden_among};

/// The scopes of which no comments are shown in a wave: those of too few persons for that, those whose leading figure
/// is hidden, and those from which what these wrote would follow.
///
/// Only of anonymous waves; else all are shown.
pub(crate) fn without_comments(program: &Program, wave: &Wave, figures: &WaveFigures) -> BTreeSet<Scope> {
    if wave.respondents != Respondents::Anonymous {
        return BTreeSet::new();
    }
    let headline = program.questionnaire.headline.map(Item::Question);
    let asked = |item: &Item| score(program, *item).is_some() && figures.get(Scope::Program, *item).is_some();
    let leading = headline.into_iter().chain(items(program)).find(asked);
    let is_hidden = |scope: &Scope| leading.and_then(|item| figures.get(*scope, item)).is_some_and(Figure::is_hidden);
    let answers = || {
        wave.responses.iter().map(|response| FromWhom {
            account: response.account,
            segments: &response.segments,
            contact: response.contact,
            count: 1,
        })
    };
    let account = |account: AccountId| program.on_record(account).then_some(Scope::Account(account));
    let own = |whose: FromWhom<'_>| {
        whose.segments.iter().map(|segment| Scope::Segment(*segment)).chain(whose.account.and_then(account)).collect()
    };
    let scopes: BTreeSet<Scope> =
        answers().flat_map(|whose| -> Vec<Scope> { own(whose) }).chain([Scope::Program]).collect();
    let withheld: BTreeSet<Scope> = scopes.iter().copied().filter(is_hidden).collect();
    let fewest = program.privacy.comments_below.max(program.privacy.hide_below);
    hidden_among(program, fewest, scopes.into_iter().collect(), answers(), &withheld)
}
