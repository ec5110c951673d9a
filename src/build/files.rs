//! The files of a site that are no pages, and what may not lie at the address of another file.

use std::collections::BTreeSet;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::output::MARKER;
use crate::pages::{Page, Report, kinds::reserved, metrics_csv::metrics_csv, scripts, sitemap::sitemap, support_csv};
use crate::sources::{Sources, StaticFile};

/// A file that is no page, by its address.
#[derive(Debug)]
pub(crate) struct SiteFile<'a> {
    pub(crate) address: String,
    pub(crate) body: Body<'a>,
}

/// What a file holds that is no page.
#[derive(Debug)]
pub(crate) enum Body<'a> {
    /// Something of the theme.
    Bytes(&'a [u8]),
    /// Figures: they follow from the data and the day alone.
    Figures(fn(&Report<'_>) -> String),
    /// Something about the pages that there are.
    Pages(fn(&Report<'_>) -> String),
}

/// The files that are no pages: figures, sitemap, the theme's static files.
pub(crate) fn files<'a>(report: &Report<'_>, sources: &'a Sources) -> Vec<SiteFile<'a>> {
    let file = |address: &str, body: Body<'a>| SiteFile { address: address.to_owned(), body };
    let figures = Body::Figures(|report| metrics_csv(&report.disclosed));
    let mut files = vec![file("data/metrics.csv", figures)];
    if report.support.is_some() {
        files.push(file(support_csv::FILE, Body::Figures(support_csv::support_csv)));
    }
    if report.base_url.is_some() {
        files.push(file("sitemap.xml", Body::Pages(|report| sitemap(report).unwrap_or_default())));
    }
    // A theme may have a file of its own in its place.
    if !sources.theme.statics.keys().any(|name| format!("assets/{name}") == scripts::FILE) {
        files.push(file(scripts::FILE, Body::Pages(scripts::script)));
    }
    let of_theme = sources.theme.statics.iter();
    files
        .extend(of_theme.map(|(name, bytes)| SiteFile { address: format!("assets/{name}"), body: Body::Bytes(bytes) }));
    files
}

/// Notes static files that would lie where the site has something of its own.
pub(crate) fn check_addresses(
    pages: &[Page],
    files: &[SiteFile<'_>],
    statics: &[StaticFile],
    diagnostics: &mut Diagnostics,
) {
    let own = pages.iter().map(|page| page.file.as_str()).chain(files.iter().map(|file| file.address.as_str()));
    let own: BTreeSet<&str> = own.chain([MARKER]).collect();
    for file in statics {
        let message = if is_taken(&own, &file.address) {
            format!("the site has a file of its own at `{}`", file.address)
        } else if is_reserved(&file.address) {
            format!("`{}` is an address that cxbook keeps for a page", file.address)
        } else {
            continue;
        };
        let error = Diagnostic::new(Code::SameAddress, message).at(Place::file(&file.shown));
        diagnostics.push(error.help("rename or move this one"));
    }
}

/// Whether the site has a file at an address, or below it.
fn is_taken(own: &BTreeSet<&str>, address: &str) -> bool {
    let below = format!("{address}/");
    own.contains(address) || own.range(below.as_str()..).next().is_some_and(|other| other.starts_with(&below))
}

/// Whether a page is going to be at an address, or below it.
fn is_reserved(address: &str) -> bool {
    let (first, rest) = address.split_once('/').unwrap_or((address, ""));
    reserved().any(|part| part == first) && (rest.is_empty() || rest.ends_with("index.html"))
}
