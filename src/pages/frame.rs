//! What every page has around its figures: title, first sentence, breadcrumbs, navigation, footer.

use schemars::JsonSchema;
use serde::Serialize;

use super::head::Head;
use super::{Page, PageKey, Report, address};
use crate::words::phrases;

/// A link within the site.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema, Serialize)]
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

/// A page's frame.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema, Serialize)]
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
    /// What accounts are called, in the plural.
    pub accounts: String,
}

/// A link of the main navigation.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema, Serialize)]
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
    let canonical = report.base_url.as_ref().map(|base| address::canonical(base, &page.file));
    Frame {
        site: report.disclosed.title().to_owned(),
        breadcrumbs: breadcrumbs(report, &page.key, &head.title),
        navigation: navigation(report, &page.key),
        title: head.title,
        lead: phrases::unbroken(&head.lead),
        in_view: head.in_view,
        root: root(report, page),
        canonical: canonical.filter(|_| !report.kind(&page.key).served_anywhere).unwrap_or_default(),
        as_of: report.today.map(|it| report.words.day(it)).unwrap_or_default(),
        version: env!("CARGO_PKG_VERSION"),
        account: report.words.plain("account-heading"),
        accounts: report.words.plain("accounts-heading"),
    }
}

/// A page that is served at any address has links that start at the root of the server where that is known.
fn root(report: &Report<'_>, page: &Page) -> String {
    match &report.base_url {
        Some(base) if report.kind(&page.key).served_anywhere => format!("{}/", base.trim_end_matches('/')),
        _ => address::root(&page.file),
    }
}

/// The name that pages and links call a page.
#[must_use]
pub fn name(report: &Report<'_>, key: &PageKey) -> String {
    (report.kind(key).name)(report, &key.subject)
}

/// The name of a page where nothing around it says of what it is.
#[must_use]
pub fn full_name(report: &Report<'_>, key: &PageKey) -> String {
    let name = name(report, key);
    match above(report, key).first() {
        Some(parent) if report.kind(key).named_with_parent => {
            let parent = self::name(report, parent);
            report.words.say("page-within", &[("parent", parent.into()), ("name", name.into())])
        }
        _ => name,
    }
}

/// A link to a page by its name.
#[must_use]
pub fn link(report: &Report<'_>, key: &PageKey) -> Link {
    Link { text: name(report, key), href: address::link(report, key) }
}

/// The pages above a page, the nearest first, up to the overview.
#[must_use]
pub fn above(report: &Report<'_>, key: &PageKey) -> Vec<PageKey> {
    let parent = |key: &PageKey| report.kind(key).above(report, &key.subject);
    std::iter::successors(parent(key), parent).take(report.kinds.len()).collect()
}

fn breadcrumbs(report: &Report<'_>, key: &PageKey, title: &str) -> Vec<Link> {
    let mut links: Vec<Link> = above(report, key).iter().rev().map(|key| link(report, key)).collect();
    if !links.is_empty() {
        links.push(Link::plain(title));
    }
    links
}

/// The pages that the navigation lists; the one that is current is the page itself, or the nearest above it.
fn navigation(report: &Report<'_>, here: &PageKey) -> Vec<Section> {
    let mut places: Vec<(u8, Vec<PageKey>)> = report.kinds.iter().filter_map(|kind| kind.listed(report)).collect();
    places.sort_by_key(|(place, _)| *place);
    let keys: Vec<PageKey> = places.into_iter().flat_map(|(_, keys)| keys).collect();
    let current = std::iter::once(here.clone()).chain(above(report, here)).find(|key| keys.contains(key));
    let section = |key: PageKey| Section { link: link(report, &key), current: current.as_ref() == Some(&key) };
    keys.into_iter().map(section).collect()
}
