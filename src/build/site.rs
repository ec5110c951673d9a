//! A report → the files of its site: pages are rendered by all cores, each is written once it is made, and what needs not
//! be made again stands. Pages that somebody has open are made first.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::Order;
use super::files::{Body, SiteFile, check_addresses, files};
use super::open_pages::Pages;
use super::options::{Built, Timings};
use super::standing::Standing;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::output::{Changes, Gate, Published, Target, Writing};
use crate::pages::{Page, Report, pages};
use crate::render::Renderer;
use crate::sources::Sources;

/// So many pages have to be made for some of them to be shown before the others.
const MANY: usize = 50;

/// What a site is made from.
#[derive(Debug)]
pub(crate) struct Site<'a> {
    pub(crate) report: &'a Report<'a>,
    pub(crate) renderer: &'a Renderer<'a>,
    pub(crate) sources: &'a Sources,
    pub(crate) pages: Vec<Page>,
    files: Vec<SiteFile<'a>>,
}

/// Where the files of a site are put while they are made. Nobody ends the process meanwhile without clearing them up.
#[derive(Debug)]
pub(crate) struct Place<'a> {
    target: &'a Target,
    // Dropped before the gate is closed.
    writing: Writing,
    gate: Closing<'a>,
}

/// Closes a gate in the end.
#[derive(Debug)]
struct Closing<'a>(&'a Gate);

impl Drop for Closing<'_> {
    fn drop(&mut self) {
        self.0.close();
    }
}

/// A site whose files are all made; nothing of it is seen yet.
#[derive(Debug)]
pub(crate) struct Rendered<'a> {
    site: Standing,
    /// Nothing where it was only checked.
    place: Option<Place<'a>>,
}

impl<'a> Place<'a> {
    /// Opens the folder that files are put into. What stands of `before` needs not be put there again, but in a new
    /// site.
    pub(crate) fn open(
        target: &'a Target,
        before: Option<&Standing>,
        gate: &'a Gate,
        diagnostics: &mut Diagnostics,
    ) -> Option<Self> {
        let gate = Closing(gate);
        let writing = target.open(before.and_then(|site| site.identity), gate.0);
        writing.map(|writing| Self { target, writing, gate }).map_err(|error| diagnostics.push(error)).ok()
    }

    fn is_new(&self) -> bool {
        matches!(self.writing, Writing::Whole(_))
    }

    fn write(&self, address: &str, bytes: &[u8]) -> Option<Diagnostic> {
        self.writing.write(address, bytes).err()
    }
}

impl<'a> Site<'a> {
    /// The site of a report. Static files that would lie where it has something of its own are noted.
    pub(crate) fn new(
        report: &'a Report<'a>,
        renderer: &'a Renderer<'a>,
        sources: &'a Sources,
        diagnostics: &mut Diagnostics,
    ) -> Self {
        let (pages, files) = (pages(report), files(report, sources));
        check_addresses(&pages, &files, &sources.statics, diagnostics);
        Self { report, renderer, sources, pages, files }
    }

    /// Notes the mistakes in all commentary. A mistake elsewhere is no reason to keep those back: all of a run are told
    /// at once.
    pub(crate) fn check_commentary(&self, diagnostics: &mut Diagnostics) {
        for page in &self.pages {
            Renderer::check_commentary(self.report, page, diagnostics);
        }
    }

    /// What was built.
    pub(crate) fn built(&self, order: &Order<'_>, written: Published) -> Built {
        let Published { changes, kept } = written;
        let (folder, base_url) = (order.options.output.clone(), self.report.base_url.clone());
        Built { pages: self.pages.len(), folder, changes, kept, base_url }
    }

    /// Makes all pages and files; without a place they are only checked. `None` where something is wrong.
    pub(crate) fn render<'p>(
        &self,
        order: &Order<'_>,
        place: Option<Place<'p>>,
        before: Option<&Standing>,
        diagnostics: &mut Diagnostics,
        timings: &mut Timings,
    ) -> Option<Rendered<'p>> {
        let before = before.filter(|_| place.as_ref().is_some_and(|place| !place.is_new()));
        let mut site = Standing::new(self.report, self.sources);
        let making = Making { site: self, order, place: place.as_ref(), before, now: &site };
        let first = timings.measure("pages", || making.first(diagnostics));
        let made = timings.measure("pages", || making.pages(&first));
        diagnostics.append(making.files(timings));
        for (page, found) in self.pages.iter().zip(made) {
            diagnostics.append(found.clone());
            site.note(self.report, page, found);
        }
        diagnostics.note_unused();
        if diagnostics.is_fatal(order.options.strict) {
            return None;
        }
        site.addresses.extend(self.files.iter().map(|file| file.address.clone()));
        site.addresses.extend(self.sources.statics.iter().map(|file| file.address.clone()));
        Some(Rendered { site, place })
    }
}

/// The pages and files of a site while they are made.
struct Making<'a> {
    site: &'a Site<'a>,
    order: &'a Order<'a>,
    place: Option<&'a Place<'a>>,
    before: Option<&'a Standing>,
    now: &'a Standing,
}

impl Making<'_> {
    /// What was found when a page was made that stands as it is.
    fn standing(&self, page: &Page) -> Option<Diagnostics> {
        self.before.and_then(|before| before.standing(self.now, self.site.report, page))
    }

    fn write(&self, address: &str, bytes: &[u8]) -> Option<Diagnostic> {
        self.place.and_then(|place| place.write(address, bytes))
    }

    /// Makes the pages that somebody has open, and shows them unless something is wrong. What was found, by file.
    fn first(&self, before: &Diagnostics) -> BTreeMap<String, Diagnostics> {
        let is_wrong = |found: &Diagnostics| found.is_fatal(self.order.options.strict);
        let open = self.order.open.files();
        let due: Vec<&Page> = self.site.pages.iter().filter(|page| self.standing(page).is_none()).collect();
        // A site that does not stand yet is shown as a whole.
        let is_known = self.before.is_some() && due.len() >= MANY && !is_wrong(before);
        if !is_known || !due.iter().any(|page| open.contains(&page.file)) {
            return BTreeMap::new();
        }
        let others = due.par_iter().map(|page| {
            let mut found = Diagnostics::default();
            Renderer::check_commentary(self.site.report, page, &mut found);
            found
        });
        let wrong_elsewhere = others.any(|found| is_wrong(&found));
        let due = due.into_iter().filter(|page| open.contains(&page.file));
        let made = due.map(|page| (page.file.clone(), self.page(page)));
        let made: BTreeMap<String, (Option<String>, Diagnostics)> = made.collect();
        if !wrong_elsewhere && !made.values().any(|(_, found)| is_wrong(found)) {
            let shown = made.iter().filter_map(|(file, (html, _))| Some((file.clone(), html.clone()?)));
            self.order.open.show(shown.collect::<Pages>());
        }
        made.into_iter().map(|(file, (_, found))| (file, found)).collect()
    }

    /// Renders and writes all pages with all cores, but for those that were `first`; each is dropped once it is written.
    /// What was found, page by page.
    fn pages(&self, first: &BTreeMap<String, Diagnostics>) -> Vec<Diagnostics> {
        let progress = &self.order.options.progress.rendered;
        let one = |page: &Page| {
            let found = first.get(&page.file).cloned().or_else(|| self.standing(page));
            let found = found.unwrap_or_else(|| self.page(page).1);
            progress.step();
            found
        };
        progress.expect(self.site.pages.len());
        self.site.pages.par_iter().map(one).collect()
    }

    /// Renders and writes a page.
    fn page(&self, page: &Page) -> (Option<String>, Diagnostics) {
        let (html, mut diagnostics) = self.site.renderer.page(self.site.report, page);
        if let Some(html) = &html {
            diagnostics.extend(self.write(&page.file, html.as_bytes()));
        }
        (html, diagnostics)
    }

    fn files(&self, timings: &mut Timings) -> Diagnostics {
        let stands = self.before.is_some_and(|before| before.is_alike(self.now));
        let mut diagnostics = Diagnostics::default();
        for SiteFile { address, body } in &self.site.files {
            let made;
            let bytes = match body {
                Body::Made(_) if stands => continue,
                Body::Made(make) => {
                    made = timings.measure("csv", || make(self.site.report));
                    made.as_bytes()
                }
                Body::Bytes(bytes) => bytes,
            };
            diagnostics.extend(timings.measure("write", || self.write(address, bytes)));
        }
        for file in &self.site.sources.statics {
            let copied = |place: &Place<'_>| place.writing.copy(&file.address, &file.path).err();
            diagnostics.extend(timings.measure("write", || self.place.and_then(copied)));
        }
        diagnostics
    }
}

impl Rendered<'_> {
    /// Puts the site in its place. `None` where something is wrong; what stands in its place is not known then, so that
    /// nothing is left to the next build.
    pub(crate) fn write(self, reuse: &mut Option<Standing>, diagnostics: &mut Diagnostics) -> Option<Published> {
        let Self { mut site, place } = self;
        let Some(Place { target, writing, gate }) = place else {
            return Some(Published { changes: Changes::All, kept: Vec::new() });
        };
        let before = reuse.take().unwrap_or_default();
        let published = writing.finish(&site.vanished(&before), gate.0, diagnostics);
        let published = published.map_err(|error| diagnostics.push(error)).ok()?;
        site.identity = target.identity();
        *reuse = Some(site);
        Some(published)
    }
}
