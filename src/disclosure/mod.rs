//! What may be shown to whom, decided here and nowhere else: each person, comment, answer, figure and record is handed on,
//! or held back with a reason.
//!
//! Nothing after this stage sees a response or a contact. What it hands on says who somebody is only as far as that may
//! be shown, and a reason is a value that a page puts into words, never a text. What may be shown of all published
//! figures together, so that no hidden one follows by subtraction, is decided where they are computed, in
//! [`crate::metrics::scores::suppression`]; here it is known by what is missing there.
//!
//! | file | what it decides |
//! | --- | --- |
//! | [`mod@persons`] | who somebody is, and what is known of whom in a buying group |
//! | [`mod@comments`] | which comments are shown, with what of their authors, and which may be quoted |
//! | [`mod@answers`] | what of single answers: their days, those that match no record, how contacts moved |
//! | [`mod@figures`] | which figures are scores, which only answers, which hidden |
//! | [`mod@records`] | what is on record and is shown to everyone |
//! | [`mod@tickets`] | what of support tickets: who raised them, and what was answered after them |
//! | [`mod@waves`] | what is said of a wave as a whole |
//! | [`mod@withheld`] | why something is not shown |

pub mod answers;
pub mod comments;
pub mod figures;
mod lookup;
pub mod persons;
pub mod records;
pub mod tickets;
pub mod waves;
pub mod withheld;

use crate::metrics::{Invited, Metrics};
use crate::program::Program;
use crate::program::waves::{self as recorded, Response};
use crate::sources::config::SurveyKind;
use crate::sources::surveys::Side;

use lookup::Lookup;

// What pages speak of, as it is: names of things, and figures out of which all that is hidden has been left.
pub use crate::metrics::support::{
    AskedTwice, MonthCounts, OpenTickets, RecurringIssue, ScopeFigures, Spread, Support, Taken, TicketState, Times,
    TopicReach, WindowFigures,
};
pub use crate::metrics::{
    Asked, Change, Class, Confidence, Coverage, Difference, Figure, Further, FurtherChange, Incomparable, Interval,
    Item, Level, Movement, NoAnswer, Part, Quantile, Reach, Scope, Split, Statistic, TargetState, TicketScope,
    Transitions, TwelveMonths, Weighted, Window, nonresponse_bounds, target_state,
};
pub use crate::program::GoalScope;
pub use crate::program::accounts::{Account, Attributes};
pub use crate::program::ids::{AccountId, List, TopicId, WaveId};
pub use crate::program::questionnaire::{Kind, Question};
pub use crate::program::segments::{Segment, Source, slug};
pub use waves::Wave;

/// A program and its figures, as far as they may be shown.
#[derive(Debug)]
pub struct Disclosed<'a> {
    program: &'a Program,
    metrics: &'a Metrics,
    lookup: Lookup,
    lead: Option<WaveId>,
    /// Who was asked in the leading wave.
    invited: Invited,
}

/// Goes through a program once, so that each question of what may be shown is answered quickly.
#[must_use]
pub fn disclose<'a>(program: &'a Program, metrics: &'a Metrics) -> Disclosed<'a> {
    let lead = lead(program);
    let invited = lead.and_then(|lead| program.waves.get(lead)).map(Invited::of).unwrap_or_default();
    Disclosed { program, metrics, lookup: Lookup::new(program), lead, invited }
}

/// The leading survey asks customers the headline question, a relationship survey before a transactional one; of several
/// the one with the latest wave.
fn lead(program: &Program) -> Option<WaveId> {
    let answers = |wave: &recorded::Wave| wave.side == Side::Customers && wave.has_answers();
    let asks = |wave: &recorded::Wave| {
        let Some(headline) = program.questionnaire.headline else { return false };
        wave.responses.iter().any(|response| response.answer(headline).is_some())
            || wave.tallies.iter().any(|tally| usize::from(tally.question) == headline)
    };
    let candidates = program.waves.with_ids().filter(|(_, wave)| answers(wave));
    let rank = |(position, wave): &(WaveId, &recorded::Wave)| {
        let relationship = program.surveys[wave.survey].kind == SurveyKind::Relationship;
        (asks(wave), relationship, wave.first_day, *position)
    };
    candidates.max_by_key(rank).map(|(position, _)| position)
}

impl<'a> Disclosed<'a> {
    /// The wave that a report leads with: the latest of the leading survey that has answers.
    #[must_use]
    pub fn lead(&self) -> Option<WaveId> {
        self.lead
    }

    /// Whether figures were computed: they are not where the data have a mistake.
    #[must_use]
    pub fn has_figures(&self) -> bool {
        self.metrics.waves.len() == self.program.waves.len()
    }

    /// The accounts that are in a segment now, ascending.
    #[must_use]
    pub fn accounts_in(&self, segment: Segment) -> &[AccountId] {
        self.lookup.accounts(segment)
    }

    /// The accounts that belong to another one, ascending.
    #[must_use]
    pub fn daughters(&self, account: AccountId) -> &[AccountId] {
        self.lookup.daughters(account)
    }

    /// The responses of a scope in a wave, in their order.
    fn responses(&self, wave: WaveId, scope: Scope) -> Vec<&'a Response> {
        self.lookup.responses(self.program, wave, scope)
    }

    /// A response's answer to the headline.
    fn headline_answer(&self, response: &Response) -> Option<f64> {
        self.program.questionnaire.headline.and_then(|headline| response.number(headline))
    }
}
