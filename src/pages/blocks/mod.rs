//! What pages are made of: sections, each a heading with blocks below it. A block is one typed view and one template,
//! `blocks/KIND.html`; which sections a page has, and in which order, stands in the table of page kinds, so that pages share
//! what they have in common and a subject lends a page its section by one name in a list.

pub mod answers;
pub mod dimensions;
pub mod headline;
pub mod known;
pub mod matrix;
pub mod order;
pub mod reach;

use schemars::JsonSchema;
use serde::Serialize;

use super::chart::ChartView;
use super::comments::CommentsView;
use super::fact::FactView;
use super::frame::Link;
use super::group::GroupView;
use super::profile::ChoiceView;
use super::split::SplitView;
use super::support::account::AccountSupportView;
use super::support::sections::SegmentSupportView;
use super::table::TableView;
use super::unmatched::UnmatchedGroup;
use super::{PageSubject, Report};
use crate::disclosure::{Item, Scope, WaveId};
use dimensions::Dimensions;
use headline::Headline;
use known::Known;
use matrix::Matrix;
use reach::ReachRow;

/// Whose figures a page shows.
#[derive(Debug, Clone, Copy)]
pub struct Whose<'p> {
    /// What the page is about.
    pub subject: &'p PageSubject,
    /// Who answered.
    pub scope: Scope,
    /// The wave in view; none where there is no answer yet.
    pub wave: Option<WaveId>,
}

impl Whose<'_> {
    /// The wave in view with the leading question, where there are both.
    #[must_use]
    pub fn leading(self, report: &Report<'_>) -> Option<(WaveId, Item)> {
        self.wave.zip(report.headline())
    }
}

/// A section that pages of a kind have, as the table of page kinds lists it.
#[derive(Debug, Clone, Copy)]
pub struct SectionKind {
    /// Its id on the page, by which themes name it.
    pub id: &'static str,
    /// What stands above it; empty where its blocks stand for themselves.
    pub heading: fn(&Report<'_>, Whose) -> String,
    /// What it shows; a section without blocks is left out.
    pub blocks: fn(&Report<'_>, Whose) -> Vec<Block>,
}

/// Where analysts' words stand among the sections of a page.
pub const COMMENTARY: SectionKind =
    SectionKind { id: "commentary", heading: |_, _| String::new(), blocks: |_, _| Vec::new() };

/// A section of a page.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
pub struct Section {
    /// Its id on the page.
    pub id: &'static str,
    /// What stands above it; empty where its blocks stand for themselves.
    pub heading: String,
    /// What it shows, in this order.
    pub blocks: Vec<Block>,
}

/// The sections of a page around what analysts wrote.
#[derive(Debug, Clone, PartialEq, Default, JsonSchema, Serialize)]
pub struct SectionsView {
    /// Those before it.
    pub first: Vec<Section>,
    /// Those behind it.
    pub rest: Vec<Section>,
}

impl SectionsView {
    /// The sections of a list that have something to show, in the order of the list.
    pub fn of<'k>(report: &Report<'_>, whose: Whose, kinds: impl IntoIterator<Item = &'k SectionKind>) -> Self {
        let (mut first, mut rest) = (None, Vec::new());
        for kind in kinds {
            if kind.id == COMMENTARY.id {
                first = Some(std::mem::take(&mut rest));
            }
            let blocks = (kind.blocks)(report, whose);
            if !blocks.is_empty() {
                rest.push(Section { id: kind.id, heading: (kind.heading)(report, whose), blocks });
            }
        }
        Self { first: first.unwrap_or_default(), rest }
    }

    /// Whether any chart in them is drawn.
    #[must_use]
    pub fn are_drawn(&self) -> bool {
        let blocks = self.first.iter().chain(&self.rest).flat_map(|section| &section.blocks);
        blocks.flat_map(Block::charts).any(|chart| !chart.options.is_empty())
    }
}

/// A block: in templates a record with one field, which is called as its template and is what that shows.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Block {
    /// What is known of an account.
    Known(Known),
    /// Facts with how they come about.
    Facts(Vec<FactView>),
    /// The leading question.
    Headline(Box<Headline>),
    /// A chart.
    Chart(Box<ChartView>),
    /// A table of figures.
    Table(FiguresTable),
    /// The values of each dimension beside each other.
    Dimensions(Dimensions),
    /// The values of a dimension by everything that was asked.
    Matrix(Matrix),
    /// Questions with options.
    Choices(Vec<ChoiceView>),
    /// What a change is made of.
    Split(SplitView),
    /// A score weighted in several ways.
    Weightings(Vec<FactView>),
    /// Who was asked and who answered.
    Reach(Vec<ReachRow>),
    /// Answers that match no record, by the way in which they do not.
    Unmatched(Vec<UnmatchedGroup>),
    /// A buying group.
    Group(GroupView),
    /// Names that lead to pages.
    Links(Vec<Link>),
    /// What respondents wrote.
    Comments(CommentsView),
    /// The tickets of an account.
    Tickets(Box<AccountSupportView>),
    /// How long the tickets of a segment took.
    SupportTimes(Box<SegmentSupportView>),
    /// What there is to say of all tickets at first sight.
    SupportLine(String),
    /// Sentences.
    Text(String),
    /// Why something is not shown.
    Reason(String),
    /// How the block before it is to be read.
    Note(String),
}

/// A table of figures on a page.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
pub struct FiguresTable {
    /// Its id on the page.
    pub id: &'static str,
    /// The table.
    pub table: TableView,
    /// Whether each row says what kind of score it is.
    pub kinds: bool,
    /// Whether what stands out in it is explained below it.
    pub marks: bool,
}

impl Block {
    /// The charts in it.
    fn charts(&self) -> impl Iterator<Item = &ChartView> {
        let (one, several) = match self {
            Self::Chart(chart) => (Some(&**chart), [].as_slice()),
            Self::Headline(headline) => (headline.distribution.as_ref(), [].as_slice()),
            Self::Dimensions(dimensions) => (None, dimensions.charts.as_slice()),
            _ => (None, [].as_slice()),
        };
        one.into_iter().chain(several)
    }

    /// A chart, where there is one.
    #[must_use]
    pub fn chart(chart: Option<ChartView>) -> Vec<Self> {
        chart.map(|chart| Self::Chart(Box::new(chart))).into_iter().collect()
    }

    /// Sentences, where there are any.
    #[must_use]
    pub fn text(said: String) -> Option<Self> {
        (!said.is_empty()).then_some(Self::Text(said))
    }

    /// The charts of questions, then a table of questions where it has any.
    #[must_use]
    pub fn questions(charts: Vec<ChartView>, table: TableView) -> Vec<Self> {
        let charts = charts.into_iter().map(|chart| Self::Chart(Box::new(chart)));
        let table = FiguresTable { id: "questions-table", table, kinds: true, marks: false };
        let table = (!table.table.rows.is_empty()).then_some(Self::Table(table));
        charts.chain(table).collect()
    }
}
