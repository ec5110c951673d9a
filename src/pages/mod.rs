//! Which pages exist and what each says: one view struct a page, every figure already in words. Templates only place
//! what stands here.

pub mod account;
pub mod accounts;
pub mod address;
pub mod asked;
pub mod blocks;
pub mod by_address;
pub mod by_name;
pub mod change;
pub mod change_in_words;
pub mod chart;
pub mod commentary;
pub mod comments;
pub mod csv;
pub mod fact;
pub mod figure;
pub mod frame;
pub mod goals;
pub mod group;
pub mod head;
pub mod history;
pub mod key;
pub mod kind;
pub mod kinds;
pub mod methodology;
pub mod metrics_csv;
pub mod moves;
pub mod overview;
pub mod own;
pub mod places;
pub mod profile;
pub mod prose;
pub mod raw;
pub mod reasons;
pub mod schema;
pub mod scripts;
pub mod segments;
pub mod sitemap;
pub mod sparkline;
pub mod split;
pub mod subject_csv;
pub mod support;
pub mod support_csv;
pub mod table;
pub mod told;
pub mod unmatched;
pub mod waves;
mod weightings;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use crate::diagnostic::Diagnostics;
use crate::disclosure::tickets::Tickets;
use crate::disclosure::{Coverage, Disclosed, Figure, Item, Reach, Scope, Segment, WaveId};
use crate::sources::commentary::Commentary;
use crate::sources::theme::SectionOrder;
use crate::words::Words;
use blocks::{SectionsView, Whose};
pub use key::{KindId, PageKey, PageSubject};
use kind::{PageKind, Parent};

/// Everything that pages are made from.
#[derive(Debug)]
pub struct Report<'a> {
    /// The kinds of its pages, by the lines of their ids.
    pub kinds: &'a [PageKind; KindId::COUNT],
    /// What may be shown.
    pub disclosed: Disclosed<'a>,
    /// The day that the report speaks of as today.
    pub today: Option<Date>,
    /// The same where it was said, not taken from the data.
    pub said_today: Option<Date>,
    /// Where the site is published.
    pub base_url: Option<String>,
    /// The hash of the input, in hexadecimal.
    pub hash: &'a str,
    /// The wave that the report leads with: the latest of the leading survey that has answers; an index.
    pub lead: Option<WaveId>,
    /// The commentaries by page.
    pub commentary: BTreeMap<PageKey, &'a Commentary>,
    /// What there is to lead to.
    pub places: places::Places,
    /// The support tickets; none where there are none.
    pub support: Option<Tickets<'a>>,
    /// What is said, in the reader's language.
    pub words: Arc<Words>,
    /// Figures that many pages show.
    pub shared: figure::Worded,
}

/// A page to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Which.
    pub key: PageKey,
    /// Its file, relative to the site.
    pub file: String,
}

/// What a page's template is given as `view`.
#[derive(Debug, JsonSchema, Serialize)]
#[serde(untagged)]
pub enum View {
    /// The overview.
    Overview(Box<overview::OverviewView>),
    /// The table of accounts.
    Accounts(accounts::AccountsView),
    /// An account.
    Account(Box<account::AccountView>),
    /// A dimension.
    Dimension(segments::DimensionView),
    /// A segment.
    Segment(Box<segments::SegmentView>),
    /// All waves.
    Waves(waves::WavesView),
    /// A wave.
    Wave(Box<waves::WaveView>),
    /// Tickets.
    Support(Box<support::page::SupportView>),
    /// How everything is computed.
    Methodology(Box<methodology::MethodologyView>),
    /// All pages of the analysts' own.
    Contents(own::ContentsView),
    /// Nothing but the frame and its commentary.
    Plain {},
}

/// A page's view with the frame around it.
#[derive(Debug, JsonSchema, Serialize)]
pub struct PageView {
    /// Title, first sentence, navigation.
    pub page: frame::Frame,
    /// What the page shows beside its sections.
    pub view: View,
    /// Its sections.
    pub sections: SectionsView,
}

impl View {
    /// Whether a chart of its own is drawn on the page.
    #[must_use]
    pub fn has_drawing(&self) -> bool {
        match self {
            Self::Support(view) => view.tickets.as_ref().is_some_and(|chart| !chart.options.is_empty()),
            _ => false,
        }
    }
}

/// Brings together what pages are made from, and gives each commentary its page.
pub fn report<'a>(
    disclosed: Disclosed<'a>,
    commentary: &'a [Commentary],
    given: Given<'a>,
    diagnostics: &mut Diagnostics,
) -> Report<'a> {
    let lead = disclosed.lead();
    let today = given.today.or(disclosed.last_day());
    let mut report = Report {
        kinds: &kinds::KINDS,
        today,
        said_today: given.today,
        base_url: given.base_url,
        hash: given.hash,
        lead,
        commentary: commentary::by_page(&disclosed, commentary, diagnostics),
        places: places::Places::default(),
        support: today.and_then(|today| disclosed.tickets(today)),
        disclosed,
        words: given.words,
        shared: figure::Worded::new(),
    };
    report.places.own = own::in_order(&report);
    report.places = places::Places::new(&report, files(&report, given.files));
    report.shared = figure::shared(&report);
    report
}

/// What a report needs to know beside the program.
#[derive(Debug)]
pub struct Given<'a> {
    /// Today, where it is said.
    pub today: Option<Date>,
    /// Where the site is published.
    pub base_url: Option<String>,
    /// The hash of the input.
    pub hash: &'a str,
    /// What is said, in the reader's language.
    pub words: Arc<Words>,
    /// The addresses of files that are copied as they are.
    pub files: Vec<String>,
}

/// All files of the site that are no pages.
fn files(report: &Report<'_>, copied: Vec<String>) -> BTreeSet<String> {
    let sitemap = report.base_url.as_ref().map(|_| "sitemap.xml");
    let support = report.support.as_ref().map(|_| support_csv::FILE);
    let made = ["data/metrics.csv", scripts::FILE].into_iter().chain(support).chain(sitemap);
    copied.into_iter().chain(made.map(str::to_owned)).collect()
}

/// All pages, in the order of the lines of their kinds; what stands below a page comes behind it.
#[must_use]
pub fn pages(report: &Report<'_>) -> Vec<Page> {
    let mut keys = Vec::new();
    for kind in report.kinds.iter().filter(|kind| !matches!(kind.parent, Parent::Of(..))) {
        add_pages(report, kind, &PageSubject::Everything, &mut keys);
    }
    keys.into_iter().map(|key| Page { file: address::file(report, &key), key }).collect()
}

/// Adds the pages of a kind below the page of a subject, each with those below it.
fn add_pages(report: &Report<'_>, kind: &PageKind, above: &PageSubject, keys: &mut Vec<PageKey>) {
    for key in kind.below(report, above) {
        let subject = key.subject.clone();
        keys.push(key);
        for below in report.kinds.iter().filter(|other| other.comes_behind(kind.id)) {
            add_pages(report, below, &subject, keys);
        }
    }
}

/// The segments of a dimension.
pub fn segments_of(dimension: usize, values: usize) -> impl Iterator<Item = Segment> {
    let dimension = u16::try_from(dimension).unwrap_or(u16::MAX);
    (0..u32::try_from(values).unwrap_or(u32::MAX)).map(move |value| Segment { dimension, value })
}

/// What a page says, with its sections in the order of a theme where that gives one.
#[must_use]
pub fn view(report: &Report<'_>, page: &Page, order: Option<&SectionOrder>) -> PageView {
    let kind = report.kind(&page.key);
    let (head, view) = (kind.view)(report, &page.key.subject);
    let (scope, wave) = own_figures(report, &page.key);
    let whose = Whose { subject: &page.key.subject, scope, wave };
    let sections = match order {
        Some(order) => SectionsView::of(report, whose, blocks::order::ordered(kind, order)),
        None => SectionsView::of(report, whose, kind.sections),
    };
    PageView { page: frame::frame(report, page, head), view, sections }
}

/// The scope and wave whose figures are a page's own.
#[must_use]
pub fn own_figures(report: &Report<'_>, key: &PageKey) -> (Scope, Option<WaveId>) {
    let (scope, wave) = (report.kind(key).figures)(&key.subject);
    (scope, wave.or(report.lead))
}

impl Report<'_> {
    /// The line of a page's kind.
    #[must_use]
    pub fn kind(&self, key: &PageKey) -> &PageKind {
        &self.kinds[key.kind.line()]
    }

    /// Whether figures were computed: they are not where the data have a mistake.
    #[must_use]
    pub fn has_figures(&self) -> bool {
        self.disclosed.has_figures()
    }

    /// A figure; `None` where nobody answered.
    #[must_use]
    pub fn figure(&self, wave: WaveId, scope: Scope, item: Item) -> Option<&Figure> {
        self.disclosed.figure(wave, scope, item)
    }

    /// Who was asked and who answered in a scope, where it is recorded.
    #[must_use]
    pub fn reach(&self, wave: WaveId, scope: Scope) -> Option<&Reach> {
        self.disclosed.reach(wave, scope)
    }

    /// How much of the customers a wave covers, where invitations are listed.
    #[must_use]
    pub fn coverage(&self, wave: WaveId) -> Option<&Coverage> {
        self.disclosed.coverage(wave, Scope::Program)
    }

    /// The headline as an item.
    #[must_use]
    pub fn headline(&self) -> Option<Item> {
        self.disclosed.questionnaire().headline.map(Item::Question)
    }

    /// What a wave leads with: the headline, or the first score that it asked for where that is not among them.
    #[must_use]
    pub fn leading_item(&self, wave: WaveId) -> Option<Item> {
        let scored = self.disclosed.items().into_iter().filter(|item| self.disclosed.score(*item).is_some());
        let asked = |item: &Item| self.figure(wave, Scope::Program, *item).is_some();
        self.headline().into_iter().chain(scored).find(asked).or(self.headline())
    }

    /// The customers' waves of the survey of a wave up to it, the latest first.
    #[must_use]
    pub fn waves_up_to(&self, wave: WaveId) -> Vec<WaveId> {
        std::iter::successors(Some(wave), |position| self.disclosed.wave(*position).previous()).collect()
    }

    /// That a wave still runs, so that more answers may come: a sentence with a blank before it; empty where it does
    /// not. A day that was only taken from the data is that of its last answer: on a wave's own last day it ends the wave.
    #[must_use]
    pub fn running(&self, wave: WaveId) -> String {
        let Some(last) = self.disclosed.wave(wave).last_day() else { return String::new() };
        let runs = self.said_today.map_or(self.today.is_some_and(|today| today < last), |today| today <= last);
        if !runs {
            return String::new();
        }
        format!(" {}", self.words.say("wave-runs", &[("until", self.words.day(last).into())]))
    }

    /// A wave's label beside the leading wave: with its survey where that is another one.
    #[must_use]
    pub fn beside_lead(&self, wave: WaveId) -> String {
        let survey = |wave: WaveId| self.disclosed.wave(wave).survey();
        match self.lead {
            Some(lead) if survey(lead) == survey(wave) => self.disclosed.wave(wave).label().to_owned(),
            _ => self.wave_name(wave),
        }
    }

    /// A wave's label with its survey where there are several surveys.
    #[must_use]
    pub fn wave_name(&self, wave: WaveId) -> String {
        let label = self.disclosed.wave(wave).label();
        if self.disclosed.surveys().len() > 1 {
            return format!("{} {label}", self.disclosed.survey_of(wave).label);
        }
        label.to_owned()
    }
}
