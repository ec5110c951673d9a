//! What every page has around its figures: title, first sentence, breadcrumbs, navigation, footer.

use serde::Serialize;

use super::address::{self, PageKey};
use super::{Page, Report};
use crate::words::phrases;

/// A link within the site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Link {
    /// Its text.
    pub text: String,
    /// The file it leads to, from the site's root; empty for the page itself.
    pub href: String,
}

impl Link {
    /// A text that leads nowhere.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), href: String::new() }
    }
}

/// What a page says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// Its title.
    pub title: String,
    /// Its first sentence, made from the figures.
    pub lead: String,
    /// The wave and survey in view; empty where the page is about none.
    pub in_view: String,
}

impl Head {
    /// A head without a wave in view.
    pub fn new(title: impl Into<String>, lead: impl Into<String>) -> Self {
        Self { title: title.into(), lead: lead.into(), in_view: String::new() }
    }

    /// Says which wave is in view.
    #[must_use]
    pub fn in_view(mut self, report: &Report<'_>, wave: Option<usize>) -> Self {
        self.in_view = wave.map(|wave| describe(report, wave)).unwrap_or_default();
        self
    }
}

fn describe(report: &Report<'_>, wave: usize) -> String {
    let wave = &report.program.waves[wave];
    let survey = &report.program.surveys[wave.survey].label;
    let label = if survey == &wave.label { survey.clone() } else { format!("{survey}, wave {}", wave.label) };
    match (wave.first_day, wave.last_day) {
        (Some(from), Some(to)) if from != to => {
            format!("{label} ({} to {})", report.words.day(from), report.words.day(to))
        }
        (Some(day), _) | (None, Some(day)) => format!("{label} ({})", report.words.day(day)),
        (None, None) => label,
    }
}

/// A page's frame.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Frame {
    /// The report's title.
    pub site: String,
    /// The page's title.
    pub title: String,
    /// The page's first sentence.
    pub lead: String,
    /// The wave and survey in view.
    pub in_view: String,
    /// The way from the overview to here, this page last.
    pub breadcrumbs: Vec<Link>,
    /// The main navigation.
    pub navigation: Vec<Section>,
    /// What leads to the site's root from here: `../../`, or empty.
    pub root: String,
    /// The page's address where the site is published; empty if it is not said where.
    pub canonical: String,
    /// The last day of the data; empty if there is none.
    pub as_of: String,
    /// The version of cxbook.
    pub version: &'static str,
    /// What an account is called, in the singular.
    pub account: String,
    /// And in the plural.
    pub accounts: String,
}

/// A link of the main navigation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Section {
    /// The link.
    #[serde(flatten)]
    pub link: Link,
    /// Whether the page is in this section.
    pub current: bool,
}

/// Puts a frame around a page.
#[must_use]
pub fn frame(report: &Report<'_>, page: &Page, head: Head) -> Frame {
    let program = report.program;
    let canonical = report.base_url.as_ref().map(|base| address::canonical(base, &page.file));
    Frame {
        site: program.title.clone(),
        breadcrumbs: breadcrumbs(report, &page.key, &head.title),
        navigation: navigation(report, &page.key),
        title: head.title,
        lead: phrases::unbroken(&head.lead),
        in_view: head.in_view,
        root: root(report, page),
        canonical: canonical.filter(|_| page.key != PageKey::NotFound).unwrap_or_default(),
        as_of: report.today.map(|it| report.words.day(it)).unwrap_or_default(),
        version: env!("CARGO_PKG_VERSION"),
        account: report.words.plain("account-heading"),
        accounts: report.words.plain("accounts-heading"),
    }
}

/// The 404 page is served at any address, so its links start at the root of the server where that is known.
fn root(report: &Report<'_>, page: &Page) -> String {
    match (&page.key, &report.base_url) {
        (PageKey::NotFound, Some(base)) => format!("{}/", base.trim_end_matches('/')),
        _ => address::root(&page.file),
    }
}

/// The name that pages and links call a page.
#[must_use]
pub fn name(report: &Report<'_>, key: &PageKey) -> String {
    let program = report.program;
    match key {
        PageKey::Overview => "Overview".to_owned(),
        PageKey::Accounts => phrases::capitalised(&report.words.plain("accounts-heading")),
        PageKey::Account(position) => program.register.accounts[*position].name.clone(),
        PageKey::Segments => "Segments".to_owned(),
        PageKey::Dimension(position) => program.dimensions[*position].label.clone(),
        PageKey::Segment(segment) => {
            phrases::named(&program.dimensions[usize::from(segment.dimension)].values[segment.value as usize].text)
        }
        PageKey::Waves => "Waves".to_owned(),
        PageKey::Wave(position) => report.wave_name(*position),
        PageKey::Methodology => "Methodology".to_owned(),
        PageKey::Own(path) => super::commentary::own_title(report, path),
        PageKey::Contents => "All pages".to_owned(),
        PageKey::NotFound => "Page not found".to_owned(),
    }
}

/// A link to a page by its name.
#[must_use]
pub fn link(report: &Report<'_>, key: &PageKey) -> Link {
    Link { text: name(report, key), href: address::link(report.program, key) }
}

fn breadcrumbs(report: &Report<'_>, key: &PageKey, title: &str) -> Vec<Link> {
    let above: Vec<PageKey> = match key {
        PageKey::Overview | PageKey::NotFound => return Vec::new(),
        PageKey::Account(_) => vec![PageKey::Overview, PageKey::Accounts],
        PageKey::Dimension(_) => vec![PageKey::Overview, PageKey::Segments],
        PageKey::Segment(segment) => {
            vec![PageKey::Overview, PageKey::Segments, PageKey::Dimension(usize::from(segment.dimension))]
        }
        PageKey::Wave(_) => vec![PageKey::Overview, PageKey::Waves],
        PageKey::Own(_) if !is_listed(report, key) => vec![PageKey::Overview, PageKey::Contents],
        PageKey::Accounts
        | PageKey::Segments
        | PageKey::Waves
        | PageKey::Methodology
        | PageKey::Contents
        | PageKey::Own(_) => vec![PageKey::Overview],
    };
    let mut links: Vec<Link> = above.iter().map(|key| link(report, key)).collect();
    links.push(Link { text: title.to_owned(), href: String::new() });
    links
}

/// Whether the navigation of every page has a page of its own.
fn is_listed(report: &Report<'_>, key: &PageKey) -> bool {
    super::commentary::listed(report).0.contains(key)
}

fn navigation(report: &Report<'_>, here: &PageKey) -> Vec<Section> {
    let program = report.program;
    let mut keys = vec![PageKey::Overview];
    keys.extend((!program.register.accounts.is_empty()).then_some(PageKey::Accounts));
    keys.extend((!program.dimensions.is_empty()).then_some(PageKey::Segments));
    keys.push(PageKey::Waves);
    let (listed, others) = super::commentary::listed(report);
    keys.extend_from_slice(listed);
    keys.extend(others.then_some(PageKey::Contents));
    keys.push(PageKey::Methodology);
    let section = |key: PageKey| {
        let current = match &key {
            PageKey::Accounts => matches!(here, PageKey::Accounts | PageKey::Account(_)),
            PageKey::Segments => matches!(here, PageKey::Segments | PageKey::Dimension(_) | PageKey::Segment(_)),
            PageKey::Waves => matches!(here, PageKey::Waves | PageKey::Wave(_)),
            PageKey::Contents => {
                matches!(here, PageKey::Contents) || matches!(here, PageKey::Own(_)) && !is_listed(report, here)
            }
            other => other == here,
        };
        Section { link: link(report, &key), current }
    };
    keys.into_iter().map(section).collect()
}
