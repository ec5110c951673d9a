//! The analysts' own pages: those that are nothing but commentary, and the page that lists them where they are many.

use schemars::JsonSchema;
use serde::Serialize;

use super::by_name::Missing;
use super::frame::{Link, link};
use super::head::Head;
use super::key::{KindId, PageKey, PageSubject};
use super::{Report, View, own_figures};
use crate::disclosure::{Disclosed, slug};
use crate::sources::commentary::About;
use crate::words::phrases;

/// So many pages of their own are all listed in the navigation of every page; more have a page that lists them.
pub const MOST_LISTED: usize = 12;

/// The address of the page at a path of `commentary/`.
pub(super) fn address(path: &str) -> String {
    path.split('/').map(slug).collect::<Vec<_>>().join("/")
}

/// The page that a path in `commentary/` stands for, where it is none of another kind.
pub(super) fn about<'p>(_: &'p Disclosed<'_>, about: &About) -> Option<Result<PageSubject, Missing<'p>>> {
    match about {
        About::Page(path) => Some(Ok(PageSubject::Path(address(path)))),
        _ => None,
    }
}

/// All of them, by their addresses.
pub(super) fn all(report: &Report<'_>) -> Vec<PageSubject> {
    let own = report.commentary.keys().filter(|key| key.kind == KindId::Own);
    own.map(|key| key.subject.clone()).collect()
}

/// All of them in the order in which they are listed: by `order`, then by title.
pub(super) fn in_order(report: &Report<'_>) -> Vec<PageKey> {
    let own = report.commentary.iter().filter(|(key, _)| key.kind == KindId::Own);
    let mut own: Vec<(f64, String, PageKey)> = own
        .map(|(key, commentary)| {
            let order = commentary.front.order.unwrap_or(f64::INFINITY);
            (order, title(report, key.subject.path()), key.clone())
        })
        .collect();
    own.sort_by(|a, b| a.0.total_cmp(&b.0).then_with(|| a.1.cmp(&b.1)).then_with(|| a.2.cmp(&b.2)));
    own.into_iter().map(|(_, _, key)| key).collect()
}

/// The title of a page of its own.
#[must_use]
pub fn title(report: &Report<'_>, path: &str) -> String {
    let commentary = report.commentary.get(&PageKey::own(path.to_owned()));
    let title = commentary.and_then(|commentary| commentary.front.title.clone());
    title.unwrap_or_else(|| phrases::capitalised(&path.rsplit('/').next().unwrap_or(path).replace('-', " ")))
}

/// The head of a page of its own.
pub(super) fn head(report: &Report<'_>, path: &str) -> Head {
    let (_, wave) = own_figures(report, &PageKey::own(path.to_owned()));
    Head::new(title(report, path), "").in_view(report, wave)
}

/// Whether there are more than the navigation lists.
pub(super) fn are_many(report: &Report<'_>) -> bool {
    report.places.own.len() > MOST_LISTED
}

/// Those that the navigation of every page lists.
pub(super) fn listed<'r>(report: &'r Report<'_>) -> &'r [PageKey] {
    let own = report.places.own.as_slice();
    if are_many(report) { own.get(..MOST_LISTED - 1).unwrap_or_default() } else { own }
}

/// What a page of its own stands below: the page that lists it.
pub(super) fn above(report: &Report<'_>, subject: &PageSubject) -> PageKey {
    let is_listed = listed(report).iter().any(|key| key.subject == *subject);
    PageKey::of(if is_listed { KindId::Overview } else { KindId::Contents })
}

/// The page that lists the pages of their own.
pub(super) fn contents(report: &Report<'_>) -> (Head, View) {
    let pages: Vec<Link> = report.places.own.iter().map(|key| link(report, key)).collect();
    let lead = report.words.say("page-contents-lead", &[("n", pages.len().into())]);
    (Head::new(report.words.plain("page-contents"), lead), View::Contents(ContentsView { pages }))
}

/// What the page of contents shows.
#[derive(Debug, JsonSchema, Serialize)]
pub struct ContentsView {
    /// The pages in their order.
    pages: Vec<Link>,
}
