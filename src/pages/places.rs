//! What there is in the site to lead to, brought together once: pages by their folders, files, and the analysts' own
//! pages in their order. Nothing that a page does may go through all pages.

use std::collections::{BTreeMap, BTreeSet};

use super::commentary::own_title;
use super::{Page, PageKey, Report, pages};

/// What there is in the site to lead to.
#[derive(Debug, Default)]
pub struct Places {
    pages: BTreeMap<String, PageKey>,
    keys: BTreeSet<PageKey>,
    files: BTreeSet<String>,
    /// The pages of their own, by `order`, then by title.
    pub own: Vec<PageKey>,
}

impl Places {
    /// Brings together the pages of a report and the files that are copied or made.
    pub(super) fn new(report: &Report<'_>, files: BTreeSet<String>) -> Self {
        let pages = pages(report);
        let keys = pages.iter().map(|page| page.key.clone()).collect();
        let by_folder =
            |Page { key, file }: Page| (file.trim_end_matches("index.html").trim_matches('/').to_owned(), key);
        let pages = pages.into_iter().filter(|page| page.key != PageKey::NotFound).map(by_folder).collect();
        Self { pages, keys, files, own: own_in_order(report) }
    }

    /// The page in a folder, or with a file: `accounts/alpine` or `accounts/alpine/index.html`.
    #[must_use]
    pub fn page(&self, path: &str) -> Option<&PageKey> {
        let folder = if path == "index.html" { "" } else { path.strip_suffix("/index.html").unwrap_or(path) };
        self.pages.get(folder)
    }

    /// Whether there is a page.
    #[must_use]
    pub fn has(&self, key: &PageKey) -> bool {
        self.keys.contains(key)
    }

    /// Whether a file that is no page lies at an address.
    #[must_use]
    pub fn has_file(&self, address: &str) -> bool {
        self.files.contains(address)
    }

    /// The folders of all pages.
    pub fn folders(&self) -> impl Iterator<Item = &str> {
        self.pages.keys().map(String::as_str)
    }

    /// The addresses of files that are no pages.
    pub fn files(&self) -> impl Iterator<Item = &str> {
        self.files.iter().map(String::as_str)
    }
}

/// The pages of their own: by `order`, then by title.
fn own_in_order(report: &Report<'_>) -> Vec<PageKey> {
    let mut own: Vec<(f64, String, PageKey)> = report
        .commentary
        .iter()
        .filter_map(|(key, commentary)| match key {
            PageKey::Own(path) => {
                Some((commentary.front.order.unwrap_or(f64::INFINITY), own_title(report, path), key.clone()))
            }
            _ => None,
        })
        .collect();
    own.sort_by(|a, b| a.0.total_cmp(&b.0).then_with(|| a.1.cmp(&b.1)).then_with(|| a.2.cmp(&b.2)));
    own.into_iter().map(|(_, _, key)| key).collect()
}
