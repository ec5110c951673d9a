//! `/accounts/ID/`: where do we stand with this customer, and with whom?

use schemars::JsonSchema;
use serde::Serialize;

use super::asked;
use super::blocks::{Block, FiguresTable, SectionKind, Whose};
use super::change_in_words::in_a_sentence;
use super::figure::{FigureView, State, figure};
use super::frame::{self, Link};
use super::group::group;
use super::head::Head;
use super::moves;
use super::raw::amount;
use super::sparkline::sparkline;
use super::table::{TableRow, TableView};
use super::{KindId, PageKey, Report, View};
use crate::disclosure::figures::{FEWEST_FOR_A_SCORE, shows_answers};
use crate::disclosure::{AccountId, Attributes, Item, Scope, WaveId};

/// An account, for the template: its sections show the rest.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
pub struct AccountView {
    /// Its id, as in the files.
    pub id: String,
    /// Revenue a year as a plain number; none where it is not known.
    #[serde(serialize_with = "amount")]
    pub revenue_number: Option<f64>,
    /// Its attributes by name, as they are now: whatever the files on accounts say beyond the fields there are.
    pub attributes: Attributes,
    /// The headline.
    pub headline: Option<FigureView>,
}

/// Those that an account can be compared with: its segments, and everyone.
pub const COMPARISONS: SectionKind = SectionKind {
    id: "comparisons",
    heading: |report, _| report.words.plain("account-beside-its-segments"),
    blocks: comparisons,
};

/// Its buying group.
pub const GROUP: SectionKind =
    SectionKind { id: "group", heading: |report, _| report.words.plain("group-heading"), blocks: people };

/// The page of an account.
#[must_use]
pub fn view(report: &Report<'_>, position: AccountId) -> (Head, View) {
    let account = &report.disclosed.accounts()[position];
    let scope = Scope::Account(position);
    let headline = report.lead.zip(report.headline()).map(|(wave, item)| figure(report, wave, scope, item));
    let moved = report.lead.map(|wave| moves::of_items(report, wave, scope)).unwrap_or_default();
    let lead = sentence(report, position, headline.as_ref()) + &moved;
    let view = AccountView {
        id: account.id.clone(),
        revenue_number: account.revenue,
        attributes: account.attributes.clone(),
        headline,
    };
    (Head::new(account.name.clone(), lead).in_view(report, report.lead), View::Account(Box::new(view)))
}

fn sentence(report: &Report<'_>, account: AccountId, headline: Option<&FigureView>) -> String {
    let Some((figure, wave)) = headline.zip(report.lead) else { return report.words.plain("account-no-answers") };
    let said = match figure.state {
        State::None => {
            let last = asked::last_answers(report, Scope::Account(account));
            let why = report.disclosed.no_answer(account);
            asked::sentence(&report.words, why, report.disclosed.wave(wave).label(), last.as_deref())
        }
        State::Answers => few_answers(report, wave, account, figure),
        State::Shown | State::Hidden => in_a_sentence(&report.words, figure),
    };
    let makers = group(report, account).decision_makers;
    if makers.is_empty() { said } else { format!("{said} {makers}") }
}

/// What answers too few for a score say.
fn few_answers(report: &Report<'_>, wave: WaveId, account: AccountId, figure: &FigureView) -> String {
    let item = report.headline();
    let n = item.and_then(|item| report.figure(wave, Scope::Account(account), item)).map_or(0, |found| found.n);
    let label = ("wave", report.disclosed.wave(wave).label().into());
    if item.is_some_and(shows_answers) {
        let answers = ("answers", figure.value.as_str().into());
        report.words.say("account-answers", &[("n", n.into()), label, answers])
    } else {
        report.words.say("account-too-few", &[("fewest", FEWEST_FOR_A_SCORE.into()), label])
    }
}

fn people(report: &Report<'_>, whose: Whose) -> Vec<Block> {
    let Scope::Account(position) = whose.scope else { return Vec::new() };
    let group = group(report, position);
    if group.members.is_empty() && group.notes.is_empty() { Vec::new() } else { vec![Block::Group(group)] }
}

fn comparisons(report: &Report<'_>, whose: Whose) -> Vec<Block> {
    let (Scope::Account(position), Some((wave, item))) = (whose.scope, whose.leading(report)) else {
        return Vec::new();
    };
    let table = compared(report, position, wave, item);
    vec![Block::Table(FiguresTable { id: "comparisons-table", table, kinds: false, marks: true })]
}

fn compared(report: &Report<'_>, position: AccountId, wave: WaveId, item: Item) -> TableView {
    let row = |with: Link, scope: Scope| TableRow {
        sparkline: sparkline(report, wave, scope, item),
        ..TableRow::figure(with, figure(report, wave, scope, item))
    };
    let segments = report.disclosed.segments_of(position).iter();
    let segments =
        segments.map(|segment| row(frame::link(report, &PageKey::segment(*segment)), Scope::Segment(*segment)));
    let everyone = Link {
        text: report.words.plain("account-beside-everyone"),
        ..frame::link(report, &PageKey::of(KindId::Overview))
    };
    let rows = segments.chain([row(everyone, Scope::Program)]).collect();
    let words = &report.words;
    TableView::of_rows(words.plain("account-comparisons-caption"), &words.plain("account-comparisons-who"), rows)
}
