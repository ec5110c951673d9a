//! The table of page kinds. Each is one line here, and nothing else in the program knows it by name but those who lead
//! to it: its address, what it stands below, its place in the navigation, its template, where commentary on it lies,
//! which pages of it there are, what they say and the sections they have, those that a subject lends them among these.

use super::blocks::COMMENTARY;
use super::blocks::answers::{BLOCKS, CHOICES, COMMENTS, HISTORY, QUESTIONS};
use super::blocks::headline::HEADLINE;
use super::blocks::known::KNOWN;
use super::by_name;
use super::head::Head;
use super::key::{KindId, PageSubject};
use super::kind::{CommentaryPath, LinkForm, Navigation, PageKind, Parent};
use super::{Report, View};
use super::{account, accounts, methodology, overview, own, segments, segments_of, support, waves};
use crate::disclosure::Scope;
use crate::words::phrases;

/// The page kinds, in the order of their ids. Pages come in the order of these lines.
pub static KINDS: [PageKind; KindId::COUNT] = [
    PageKind {
        id: KindId::Overview,
        address: "",
        name: |report, _| report.words.plain("page-overview"),
        parent: Parent::Nothing,
        navigation: Navigation::At(0),
        template: "overview.html",
        commentary: Some(CommentaryPath { on: "everything", file: "index.md", find: by_name::overview_about }),
        sections: &[
            HEADLINE,
            overview::SPLIT,
            support::lent::LINE,
            COMMENTARY,
            HISTORY,
            segments::SEGMENTS,
            BLOCKS,
            QUESTIONS,
            CHOICES,
            waves::COVERAGE,
        ],
        view: |report, _| overview::view(report),
        ..ORDINARY
    },
    PageKind {
        id: KindId::Accounts,
        address: "accounts",
        name: |report, _| phrases::capitalised(&report.words.plain("accounts-heading")),
        navigation: Navigation::At(10),
        template: "accounts.html",
        pages: |report, _| once_if(!report.disclosed.accounts().is_empty()),
        sections: &[accounts::REVENUE],
        view: |report, _| accounts::view(report),
        ..ORDINARY
    },
    PageKind {
        id: KindId::Account,
        address: "accounts/ID",
        parts: |disclosed, subject| vec![&disclosed.accounts()[subject.account()].slug],
        name: |report, subject| report.disclosed.accounts()[subject.account()].name.clone(),
        parent: Parent::Of(KindId::Accounts, everything),
        template: "account.html",
        commentary: Some(CommentaryPath { on: "an account", file: "accounts/ID.md", find: by_name::account_about }),
        link: Some(LinkForm {
            word: "account",
            form: "ID",
            find: |disclosed, id| Some(by_name::account_linked(disclosed, id)),
        }),
        pages: |report, _| report.disclosed.accounts().ids().map(PageSubject::Account).collect(),
        sections: &[
            KNOWN,
            COMMENTARY,
            HEADLINE,
            HISTORY,
            account::COMPARISONS,
            account::GROUP,
            BLOCKS,
            CHOICES,
            COMMENTS,
            support::lent::TICKETS,
        ],
        view: |report, subject| account::view(report, subject.account()),
        figures: |subject| (Scope::Account(subject.account()), None),
        ..ORDINARY
    },
    PageKind {
        id: KindId::Segments,
        address: "segments",
        name: |report, _| report.words.plain("page-segments"),
        navigation: Navigation::At(20),
        template: "segments.html",
        pages: |report, _| once_if(!report.disclosed.dimensions().is_empty()),
        sections: &[segments::DIMENSIONS],
        view: |report, _| segments::all(report),
        ..ORDINARY
    },
    PageKind {
        id: KindId::Dimension,
        address: "segments/DIMENSION",
        parts: |disclosed, subject| vec![&disclosed.dimensions()[subject.position()].id],
        name: |report, subject| report.disclosed.dimensions()[subject.position()].label.clone(),
        parent: Parent::Of(KindId::Segments, everything),
        template: "dimension.html",
        pages: |report, _| positions(report.disclosed.dimensions().len()),
        sections: &[segments::GROUPS, segments::HEATMAP, segments::VALUES, segments::OVERLAP],
        view: |report, subject| segments::dimension(report, subject.position()),
        ..ORDINARY
    },
    PageKind {
        id: KindId::Segment,
        address: "segments/DIMENSION/VALUE",
        parts: |disclosed, subject| segments::address_parts(disclosed, subject.segment()),
        name: |report, subject| segments::value_name(report, subject.segment()),
        named_with_parent: true,
        parent: Parent::Of(KindId::Dimension, |subject| PageSubject::Position(subject.position())),
        template: "segment.html",
        commentary: Some(CommentaryPath {
            on: "a segment",
            file: "segments/DIMENSION/VALUE.md",
            find: by_name::segment_about,
        }),
        link: Some(LinkForm { word: "segment", form: "DIMENSION=VALUE", find: by_name::segment_linked }),
        pages: |report, above| of_dimension(report, above.position()),
        sections: &[
            COMMENTARY,
            HEADLINE,
            segments::OVERLAP,
            HISTORY,
            BLOCKS,
            QUESTIONS,
            CHOICES,
            segments::ACCOUNTS,
            support::lent::TICKETS,
            COMMENTS,
        ],
        view: |report, subject| segments::segment(report, subject.segment()),
        figures: |subject| (Scope::Segment(subject.segment()), None),
        ..ORDINARY
    },
    PageKind {
        id: KindId::Waves,
        address: "waves",
        name: |report, _| report.words.plain("page-waves"),
        navigation: Navigation::At(30),
        template: "waves.html",
        view: |report, _| waves::all(report),
        ..ORDINARY
    },
    PageKind {
        id: KindId::Wave,
        address: "waves/SURVEY/WAVE",
        parts: |disclosed, subject| waves::address_parts(disclosed, subject.wave()),
        name: |report, subject| report.wave_name(subject.wave()),
        parent: Parent::Of(KindId::Waves, everything),
        template: "wave.html",
        commentary: Some(CommentaryPath { on: "a wave", file: "waves/WAVE.md", find: by_name::wave_about }),
        link: Some(LinkForm {
            word: "wave",
            form: "SURVEY/WAVE",
            find: |disclosed, name| Some(by_name::wave_linked(disclosed, name)),
        }),
        pages: |report, _| report.disclosed.waves().map(|wave| PageSubject::Wave(wave.id())).collect(),
        sections: &[
            COMMENTARY,
            waves::FIELDWORK,
            waves::COVERAGE,
            waves::ANSWERS,
            BLOCKS,
            waves::QUESTIONS,
            CHOICES,
            waves::SPLIT,
            waves::WEIGHTINGS,
            waves::UNMATCHED,
        ],
        view: |report, subject| waves::wave(report, subject.wave()),
        figures: |subject| (Scope::Program, Some(subject.wave())),
        ..ORDINARY
    },
    PageKind {
        id: KindId::Support,
        address: "support",
        name: |report, _| report.words.plain("page-support"),
        navigation: Navigation::At(60),
        template: "support.html",
        pages: |report, _| once_if(report.support.is_some()),
        view: |report, _| support::page::view(report),
        ..ORDINARY
    },
    PageKind {
        id: KindId::Methodology,
        address: "methodology",
        name: |report, _| report.words.plain("page-methodology"),
        navigation: Navigation::At(250),
        template: "methodology.html",
        tells_of_sources: true,
        view: |report, _| methodology::view(report),
        ..ORDINARY
    },
    PageKind {
        id: KindId::Contents,
        address: "pages",
        name: |report, _| report.words.plain("page-contents"),
        navigation: Navigation::At(210),
        template: "contents.html",
        pages: |report, _| once_if(own::are_many(report)),
        view: |report, _| own::contents(report),
        ..ORDINARY
    },
    PageKind {
        id: KindId::Own,
        address: "PATH",
        parts: |_, subject| vec![subject.path()],
        name: |report, subject| own::title(report, subject.path()),
        parent: Parent::Either(own::above),
        navigation: Navigation::Some(200, own::listed),
        template: "own.html",
        commentary: Some(CommentaryPath { on: "anything else", file: "PATH.md", find: own::about }),
        pages: |report, _| own::all(report),
        view: |report, subject| (own::head(report, subject.path()), View::Plain {}),
        ..ORDINARY
    },
    PageKind {
        id: KindId::NotFound,
        address: "404.html",
        name: |report, _| report.words.plain("page-not-found"),
        parent: Parent::Nothing,
        template: "404.html",
        view: |report, _| (not_found(report), View::Plain {}),
        served_anywhere: true,
        ..ORDINARY
    },
];

/// What holds of a kind unless its line says otherwise: one page below the overview, with everyone's figures.
const ORDINARY: PageKind = PageKind {
    id: KindId::Overview,
    address: "",
    parts: |_, _| Vec::new(),
    name: |_, _| String::new(),
    named_with_parent: false,
    parent: Parent::Overview,
    navigation: Navigation::Nowhere,
    template: "",
    commentary: None,
    link: None,
    pages: |_, _| once_if(true),
    sections: &[],
    view: |_, _| (Head::new("", ""), View::Plain {}),
    tells_of_sources: false,
    figures: |_| (Scope::Program, None),
    served_anywhere: false,
};

/// First parts of the addresses of kinds that are to come: a page of its own there would have to move.
const TO_COME: [&str; 11] = [
    "drivers",
    "voice",
    "journeys",
    "actions",
    "perception",
    "outcomes",
    "groups",
    "changes",
    "owners",
    "program",
    "search",
];

// Every line stands where its id says, or nothing compiles.
const _: () = {
    let mut line = 0;
    while line < KINDS.len() {
        assert!(KINDS[line].id.line() == line, "the lines of the table are in the order of the ids");
        line += 1;
    }
};

/// First parts of addresses that pages have, or are going to have.
pub fn reserved() -> impl Iterator<Item = &'static str> {
    KINDS.iter().filter_map(PageKind::reserved).chain(TO_COME)
}

fn not_found(report: &Report<'_>) -> Head {
    Head::new(report.words.plain("page-not-found"), report.words.plain("page-not-found-lead"))
}

fn everything(_: &PageSubject) -> PageSubject {
    PageSubject::Everything
}

fn once_if(there_is_one: bool) -> Vec<PageSubject> {
    if there_is_one { vec![PageSubject::Everything] } else { Vec::new() }
}

fn positions(number: usize) -> Vec<PageSubject> {
    (0..number).map(PageSubject::Position).collect()
}

fn of_dimension(report: &Report<'_>, dimension: usize) -> Vec<PageSubject> {
    let values = report.disclosed.dimensions()[dimension].values.len();
    segments_of(dimension, values).map(PageSubject::Segment).collect()
}
