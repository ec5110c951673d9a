//! What there is in the site to lead to, brought together once: pages by their folders, files, and the analysts' own
//! pages in their order. Nothing that a page does may go through all pages.

use std::collections::{BTreeMap, BTreeSet};

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
    /// Brings together the pages of a report, whose own are in their order, and the files that are copied or made.
    pub(super) fn new(report: &Report<'_>, files: BTreeSet<String>) -> Self {
        let pages = pages(report);
        let keys = pages.iter().map(|page| page.key.clone()).collect();
        let by_folder =
            |Page { key, file }: Page| (file.trim_end_matches("index.html").trim_matches('/').to_owned(), key);
        let is_led_to = |page: &Page| !report.kind(&page.key).served_anywhere;
        let pages = pages.into_iter().filter(is_led_to).map(by_folder).collect();
        Self { pages, keys, files, own: report.places.own.clone() }
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
