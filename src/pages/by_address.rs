//! A page by its address, in all the ways in which people have one at hand: from the bar of a browser, as a path in the
//! site, or as the file in `commentary/` is called that is about it.

use percent_encoding::percent_decode_str;

use super::commentary::about_page;
use super::{Page, PageKey, Report};
use crate::diagnostic::{did_you_mean, suggest};
use crate::sources::commentary::about;

/// There is no such page; what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoSuchPage {
    /// The page that was probably meant, else some that there are.
    pub help: String,
}

/// The page of a name: `accounts/acme`, `/segments/`, `index`, `https://cx.example/waves/`.
///
/// # Errors
/// No such page.
pub fn page<'p>(report: &Report<'_>, pages: &'p [Page], written: &str) -> Result<&'p Page, NoSuchPage> {
    let path = path(written, report.base_url.as_deref());
    let name = if path.is_empty() { OVERVIEW } else { &path };
    let with_address = pages.iter().find(|page| address(page) == name);
    let of_commentary = || with_key(pages, &about_page(&report.disclosed, &about(name))?);
    with_address.or_else(of_commentary).ok_or_else(|| NoSuchPage { help: nearest(name, pages) })
}

/// What the overview is called, whose address is empty.
const OVERVIEW: &str = "index";

fn with_key<'p>(pages: &'p [Page], key: &PageKey) -> Option<&'p Page> {
    pages.iter().find(|page| page.key == *key)
}

/// The address of a page without what all have: its folder, or its file without `.html`.
fn address(page: &Page) -> &str {
    let file = page.file.strip_suffix("/index.html").unwrap_or(&page.file);
    file.strip_suffix(".html").unwrap_or(file)
}

/// A name without the host, what follows a `?` or `#`, and what all addresses have.
fn path(written: &str, base_url: Option<&str>) -> String {
    let below_base = base_url.and_then(|base| written.strip_prefix(base.trim_end_matches('/')));
    let path = below_base.or_else(|| Some(written.split_once("://")?.1.split_once('/').unwrap_or_default().1));
    let path = path.unwrap_or(written).split(['?', '#']).next().unwrap_or_default();
    let path = percent_decode_str(path).decode_utf8_lossy();
    let path = path.trim_matches('/');
    let path = path.strip_suffix("index.html").unwrap_or(path).trim_end_matches('/');
    path.strip_suffix(".html").or_else(|| path.strip_suffix(".md")).unwrap_or(path).to_owned()
}

/// The page that was probably meant, by its whole address or the last part of it; else those that the name is a part of,
/// or some of those there are.
fn nearest(name: &str, pages: &[Page]) -> String {
    let addresses: Vec<&str> = pages.iter().map(address).collect();
    let last =
        |address: &'_ str| address.rsplit_once('/').is_some_and(|(_, last)| did_you_mean(name, [last]).is_some());
    let meant = did_you_mean(name, addresses.iter().copied()).or_else(|| addresses.iter().copied().find(|it| last(it)));
    let around: Vec<&str> = addresses.iter().copied().filter(|address| address.contains(name)).collect();
    match meant {
        Some(address) => format!("did you mean `{address}`?"),
        None => suggest(name, if around.is_empty() { addresses } else { around }).unwrap_or_default(),
    }
}
