//! The table of page kinds: every line is whole, and a line is all that a kind needs.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use cxbook::diagnostic::Diagnostics;
use cxbook::disclosure::disclose;
use cxbook::metrics::{self, Metrics};
use cxbook::pages::frame::{self, Frame};
use cxbook::pages::head::Head;
use cxbook::pages::key::{KindId, PageKey, PageSubject};
use cxbook::pages::kind::{Navigation, PageKind};
use cxbook::pages::kinds::{KINDS, reserved};
use cxbook::pages::{self, Given, Report, View};
use cxbook::program::{self, Program};
use cxbook::progress::Counter;
use cxbook::render::Renderer;
use cxbook::sources::cache::Cache;
use cxbook::sources::theme::Theme;
use cxbook::sources::{self, Sources};
use cxbook::words::Words;

/// The example, which has a page of every kind but the list of many pages of their own.
struct Example {
    sources: Sources,
    program: Program,
    metrics: Metrics,
}

impl Example {
    fn read() -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("example-site");
        let mut found = Diagnostics::default();
        let sources = sources::read(&folder, &mut Cache::default(), &Counter::default(), &mut found).unwrap();
        let program = program::check(&sources, &mut found);
        let metrics = metrics::measure(&program);
        Self { sources, program, metrics }
    }

    fn report(&self) -> Report<'_> {
        let mut found = Diagnostics::default();
        let words = Arc::new(Words::of(&self.sources, &mut found));
        let given = Given { today: None, base_url: None, hash: "", words, files: Vec::new() };
        pages::report(disclose(&self.program, &self.metrics), &self.sources.commentary, given, &mut found)
    }
}

/// The addresses of the list of pages, built or to come, by their first parts.
const LISTED: [&str; 19] = [
    "index",
    "accounts",
    "segments",
    "waves",
    "drivers",
    "voice",
    "journeys",
    "support",
    "actions",
    "perception",
    "outcomes",
    "groups",
    "changes",
    "owners",
    "program",
    "methodology",
    "search",
    "pages",
    "404",
];

#[test]
fn every_address_is_reserved_and_no_two_kinds_have_the_same() {
    assert_eq!(reserved().collect::<BTreeSet<_>>(), BTreeSet::from(LISTED));
    let addresses: BTreeSet<&str> = KINDS.iter().map(|kind| kind.address).collect();
    assert_eq!(addresses.len(), KINDS.len(), "{addresses:?}");
    for kind in KINDS.iter().filter(|kind| kind.id != KindId::Own) {
        let reserves = kind.reserved().unwrap_or_else(|| panic!("{:?} reserves nothing", kind.id));
        assert!(LISTED.contains(&reserves), "{reserves}");
    }
}

#[test]
fn every_kind_has_a_template_of_its_own_in_the_default_theme() {
    let theme = Theme::built_in();
    let templates: BTreeSet<&str> = KINDS.iter().map(|kind| kind.template).collect();
    assert_eq!(templates.len(), KINDS.len(), "{templates:?}");
    for template in templates {
        assert!(theme.templates.contains_key(template), "the default theme has no `{template}`");
    }
}

#[test]
fn pages_have_names_files_and_a_way_back_to_the_overview() {
    let example = Example::read();
    let report = example.report();
    let pages = pages::pages(&report);
    let kinds: BTreeSet<KindId> = pages.iter().map(|page| page.key.kind).collect();
    assert_eq!(kinds.len(), KINDS.len() - 1, "the example has no page of some kind: {kinds:?}");
    let files: BTreeSet<&str> = pages.iter().map(|page| page.file.as_str()).collect();
    assert_eq!(files.len(), pages.len());
    for page in &pages {
        assert!(!frame::name(&report, &page.key).is_empty(), "{page:?}");
        let above = frame::above(&report, &page.key);
        let is_root = matches!(page.key.kind, KindId::Overview | KindId::NotFound);
        let ends = above.last() == Some(&PageKey::of(KindId::Overview));
        assert!(if is_root { above.is_empty() } else { ends }, "{page:?} is below {above:?}");
        for parent in above {
            assert!(pages.iter().any(|page| page.key == parent), "{page:?} is below {parent:?}, which is no page");
        }
    }
}

#[test]
fn pages_come_in_the_order_of_the_table_and_behind_those_that_they_are_below() {
    let example = Example::read();
    let report = example.report();
    let keys: Vec<PageKey> = pages::pages(&report).into_iter().map(|page| page.key).collect();
    for (position, key) in keys.iter().enumerate() {
        for parent in frame::above(&report, key) {
            assert!(keys[..position].contains(&parent), "{key:?} comes before {parent:?}");
        }
    }
    let dimension = keys.iter().position(|key| *key == PageKey::dimension(1)).unwrap();
    assert_eq!(keys[dimension - 1].kind, KindId::Segment, "the values of a dimension come before the next one");
    assert_eq!(keys[dimension + 1].kind, KindId::Segment);
    assert_eq!(keys.last(), Some(&PageKey::of(KindId::NotFound)));
}

fn voice(_: &Report<'_>, _: &PageSubject) -> (Head, View) {
    (Head::new("Voice", "2 of 31 comments name a topic."), View::Plain {})
}

/// A line for a subject that is to come. It stands where another kind has its line.
fn line() -> PageKind {
    PageKind {
        address: "voice",
        name: |_, _| "Voice".to_owned(),
        navigation: Navigation::At(35),
        template: "own.html",
        view: voice,
        ..KINDS[KindId::Methodology.line()]
    }
}

#[test]
fn a_line_is_all_that_a_kind_needs() {
    let example = Example::read();
    let mut kinds = KINDS;
    kinds[KindId::Methodology.line()] = line();
    let report = Report { kinds: &kinds, ..example.report() };
    let pages = pages::pages(&report);
    let page = pages.iter().find(|page| page.file == "voice/index.html").unwrap();
    let Frame { breadcrumbs, navigation, .. } = pages::view(&report, page, None).page;
    let crumbs: Vec<(&str, &str)> = breadcrumbs.iter().map(|link| (&*link.text, &*link.href)).collect();
    assert_eq!(crumbs, [("Overview", "index.html"), ("Voice", "")]);
    let sections: Vec<(&str, bool)> = navigation.iter().map(|one| (&*one.link.text, one.current)).collect();
    assert_eq!(sections[3..5], [("Waves", false), ("Voice", true)]);
    let theme = Theme::built_in();
    let mut found = Diagnostics::default();
    let renderer = Renderer::new(&theme, &report.words, &mut found);
    let (content, wrong) = renderer.content(&report, page);
    assert!(!found.is_fatal(true) && !wrong.is_fatal(true), "{wrong:?}");
    assert!(renderer.html(&content.unwrap()).unwrap().contains("2 of 31 comments name a topic."));
}
