//! A page that is looked at instead of building its site: what its template is given.

use std::sync::OnceLock;

use super::site::Site;
use crate::diagnostic::Diagnostics;
use crate::pages::by_address::{self, NoSuchPage};
use crate::render::PageContent;

/// What is looked for, and what is found of it.
#[derive(Debug)]
pub(crate) struct PageLook<'a> {
    /// The page, as somebody named it.
    name: &'a str,
    seen: OnceLock<Result<PageContent, NoSuchPage>>,
}

impl<'a> PageLook<'a> {
    pub(crate) fn new(name: &'a str) -> Self {
        Self { name, seen: OnceLock::new() }
    }

    /// Looks into a site. Nothing is seen where the data have a mistake, or the commentary of the page has one.
    pub(crate) fn look_into(&self, site: &Site<'_>, diagnostics: &mut Diagnostics) {
        if !site.report.has_figures() {
            return;
        }
        let seen = match by_address::page(site.report, &site.pages, self.name) {
            Ok(page) => {
                let (content, found) = site.renderer.content(site.report, page);
                diagnostics.append(found);
                content.map(Ok)
            }
            Err(missing) => Some(Err(missing)),
        };
        if let Some(seen) = seen {
            // A flow passes here once.
            let _ = self.seen.set(seen);
        }
    }

    /// What was seen.
    pub(crate) fn seen(self) -> Option<Result<PageContent, NoSuchPage>> {
        self.seen.into_inner()
    }
}
