//! A report → the files of its site: pages are rendered by all cores, each is written once it is made, and what needs not
//! be made again stands. Pages that somebody has open are made first.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::Order;
use super::files::{Body, SiteFile, check_addresses, files};
use super::open_pages::Pages;
use super::options::{Built, Timings};
use super::reuse::Reuse;
use super::standing::{Fingerprint, Standing, Templates};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::output::{Changes, Gate, Published, SiteTarget, Writing};
use crate::pages::{Page, Report, pages};
use crate::render::Renderer;
use crate::sources::Sources;

/// So many pages has a site of which some are shown before the others are made.
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
pub(crate) struct SitePlace<'a> {
    target: &'a SiteTarget,
    // Dropped before the gate is closed.
    writing: Writing,
    gate: Closing,
}

/// Closes a gate in the end.
#[derive(Debug)]
struct Closing(Gate);

impl Drop for Closing {
    fn drop(&mut self) {
        self.0.close();
    }
}

/// A site whose files are all made; nothing of it is seen yet.
#[derive(Debug)]
pub(crate) struct Rendered<'a> {
    site: Standing,
    /// Nothing where it was only checked.
    place: Option<SitePlace<'a>>,
}

impl<'a> SitePlace<'a> {
    /// Opens the folder that files are put into, beside the site that stands where it is one of a build before.
    pub(crate) fn open(target: &'a SiteTarget, reuse: &Reuse, diagnostics: &mut Diagnostics) -> Option<Self> {
        let gate = Closing(reuse.gate.clone());
        let writing = target.open(reuse.site.as_ref().and_then(|site| site.identity), &gate.0);
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
        place: Option<SitePlace<'p>>,
        reuse: &Reuse,
        diagnostics: &mut Diagnostics,
        timings: &mut Timings,
    ) -> Option<Rendered<'p>> {
        let before = reuse.site.as_ref().filter(|_| place.as_ref().is_some_and(|place| !place.is_new()));
        // Nobody asks what a page was made from where no other build follows.
        let templates = reuse.is_followed().then(|| Templates::new(self.sources));
        let origin = templates.as_ref().and_then(|templates| templates.origin(self.sources, order.options));
        let making = Making { site: self, order, place: place.as_ref(), before, templates, origin };
        let first = timings.measure("pages", || making.first(diagnostics));
        let made = timings.measure("pages", || making.pages(first));
        diagnostics.append(making.files(timings));
        let mut site = Standing { data: self.sources.data_hash.clone(), origin, ..Standing::default() };
        for (page, MadePage { fingerprint, found, .. }) in self.pages.iter().zip(made) {
            diagnostics.append(found);
            site.pages.extend(fingerprint.map(|fingerprint| (page.file.clone(), fingerprint)));
        }
        diagnostics.note_unused();
        if diagnostics.is_fatal(order.options.strict) {
            return None;
        }
        site.addresses.extend(self.pages.iter().map(|page| page.file.clone()));
        site.addresses.extend(self.files.iter().map(|file| file.address.clone()));
        site.addresses.extend(self.sources.statics.iter().map(|file| file.address.clone()));
        Some(Rendered { site, place })
    }
}

/// The pages and files of a site while they are made.
struct Making<'a> {
    site: &'a Site<'a>,
    order: &'a Order<'a>,
    place: Option<&'a SitePlace<'a>>,
    before: Option<&'a Standing>,
    templates: Option<Templates>,
    origin: Option<Fingerprint>,
}

/// A page that was made, or that stands.
#[derive(Default)]
struct MadePage {
    /// Nothing where it stands as it was, or has mistakes.
    html: Option<String>,
    fingerprint: Option<Fingerprint>,
    found: Diagnostics,
}

impl Making<'_> {
    fn write(&self, address: &str, bytes: &[u8]) -> Option<Diagnostic> {
        self.place.and_then(|place| place.write(address, bytes))
    }

    fn is_wrong(&self, found: &Diagnostics) -> bool {
        found.is_fatal(self.order.options.strict)
    }

    /// Makes the pages that somebody has open, and shows them unless something is wrong. They are given by their files.
    fn first(&self, found: &Diagnostics) -> BTreeMap<&str, MadePage> {
        let open = self.order.open.files();
        let pages: Vec<&Page> = self.site.pages.iter().filter(|page| open.contains(&page.file)).collect();
        // A site that does not stand yet is shown as a whole.
        if self.before.is_none() || self.site.pages.len() < MANY || pages.is_empty() || self.is_wrong(found) {
            return BTreeMap::new();
        }
        let made: BTreeMap<&str, MadePage> =
            pages.into_par_iter().map(|page| (page.file.as_str(), self.page(page))).collect();
        let shown = made.iter().filter_map(|(file, made)| Some(((*file).to_owned(), made.html.clone()?)));
        let shown: Pages = shown.collect();
        let is_wrong = || made.values().any(|made| self.is_wrong(&made.found)) || self.is_wrong_elsewhere();
        if !shown.is_empty() && !is_wrong() {
            self.order.open.show(shown);
        }
        made
    }

    /// Whether other data have made commentary wrong, on whatever page.
    fn is_wrong_elsewhere(&self) -> bool {
        let is_wrong = |page: &Page| {
            let mut found = Diagnostics::default();
            Renderer::check_commentary(self.site.report, page, &mut found);
            self.is_wrong(&found)
        };
        !self.before.is_some_and(|before| before.is_of(self.site.sources)) && self.site.pages.par_iter().any(is_wrong)
    }

    /// Makes all pages with all cores, but for those that were `first`; each is dropped once it is written.
    fn pages(&self, mut first: BTreeMap<&str, MadePage>) -> Vec<MadePage> {
        let progress = &self.order.options.progress.rendered;
        let due: Vec<(&Page, Option<MadePage>)> =
            self.site.pages.iter().map(|page| (page, first.remove(page.file.as_str()))).collect();
        let one = |(page, first): (&Page, Option<MadePage>)| {
            let made = first.unwrap_or_else(|| self.page(page));
            progress.step();
            MadePage { html: None, ..made }
        };
        progress.expect(due.len());
        due.into_par_iter().map(one).collect()
    }

    /// What a page was made from that stands as it is, whatever it says.
    fn known(&self, page: &Page) -> Option<Fingerprint> {
        let report = self.site.report;
        let is_asked = report.commentary.contains_key(&page.key) || report.kind(&page.key).tells_of_sources;
        self.before.filter(|_| !is_asked)?.known(&page.file, self.origin)
    }

    /// Renders and writes a page, unless it stands.
    fn page(&self, page: &Page) -> MadePage {
        if let Some(fingerprint) = self.known(page) {
            return MadePage { fingerprint: Some(fingerprint), ..MadePage::default() };
        }
        let (content, mut found) = self.site.renderer.content(self.site.report, page);
        let Some(content) = content else { return MadePage { found, ..MadePage::default() } };
        let fingerprint = self.templates.as_ref().and_then(|templates| templates.with(&content));
        if self.before.is_some_and(|before| before.has(&page.file, fingerprint)) {
            return MadePage { html: None, fingerprint, found };
        }
        let html = self.site.renderer.html(&content).map_err(|mistake| found.push(mistake)).ok();
        found.extend(html.as_ref().and_then(|html| self.write(&page.file, html.as_bytes())));
        MadePage { html, fingerprint, found }
    }

    fn files(&self, timings: &mut Timings) -> Diagnostics {
        let same_data = self.before.is_some_and(|before| before.is_of(self.site.sources));
        let mut diagnostics = Diagnostics::default();
        for SiteFile { address, body } in &self.site.files {
            let made;
            let bytes = match body {
                Body::Figures(_) if same_data => continue,
                Body::Figures(make) => {
                    made = timings.measure("csv", || make(self.site.report));
                    made.as_bytes()
                }
                Body::Pages(make) => {
                    made = make(self.site.report);
                    made.as_bytes()
                }
                Body::Bytes(bytes) => bytes,
            };
            diagnostics.extend(timings.measure("write", || self.write(address, bytes)));
        }
        for file in &self.site.sources.statics {
            let copied = |place: &SitePlace<'_>| place.writing.copy(&file.address, &file.path).err();
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
        let Some(SitePlace { target, writing, gate }) = place else {
            return Some(Published { changes: Changes::All, kept: Vec::new() });
        };
        let before = reuse.take().unwrap_or_default();
        let published = writing.finish(&site.vanished(&before), &gate.0, diagnostics);
        let published = published.map_err(|error| diagnostics.push(error)).ok()?;
        site.identity = target.identity();
        *reuse = Some(site);
        Some(published)
    }
}
