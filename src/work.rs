//! A report → the files of its site: pages are rendered by all cores, each is written once it is made, and what needs not
//! be made again stands. Pages that somebody looks at are made first.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::audience::{Audience, Pages};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::kept::Site;
use crate::output::{Changes, Gate, Published, Target, Writing};
use crate::pages::{Page, Report};
use crate::progress::Counter;
use crate::render::Renderer;
use crate::sources::Sources;
use crate::{Body, Options, Timings};

/// So many pages have to be made for some of them to be shown before the others.
const MANY: usize = 50;

/// What a site is made from.
pub(crate) struct Work<'a> {
    pub(crate) report: &'a Report<'a>,
    pub(crate) renderer: &'a Renderer<'a>,
    pub(crate) sources: &'a Sources,
    pub(crate) pages: &'a [Page],
    pub(crate) files: &'a [(String, Body<'a>)],
    pub(crate) audience: &'a dyn Audience,
    pub(crate) progress: &'a Counter,
}

/// Where files go, and what stands there already.
struct Place<'a> {
    /// Nothing where pages are only checked.
    writing: Option<&'a Writing>,
    before: Option<&'a Site>,
    site: &'a Site,
}

impl Work<'_> {
    /// Makes the site and puts it in its place; without a target it is only checked. `None` where something is wrong;
    /// then nothing was changed.
    pub(crate) fn done(
        &self,
        target: Option<&Target>,
        options: &Options,
        kept: &mut Option<Site>,
        gate: &Gate,
        diagnostics: &mut Diagnostics,
        timings: &mut Timings,
    ) -> Option<Published> {
        let built = kept.as_ref().and_then(|site| site.identity);
        let writing = target.map(|target| timings.measure("staging", || target.open(built, gate)));
        let writing = writing.transpose().map_err(|error| diagnostics.push(error)).ok()?;
        let published = self.made(writing.zip(target), options, kept, gate, diagnostics, timings);
        gate.close();
        published
    }

    fn made(
        &self,
        writing: Option<(Writing, &Target)>,
        options: &Options,
        kept: &mut Option<Site>,
        gate: &Gate,
        diagnostics: &mut Diagnostics,
        timings: &mut Timings,
    ) -> Option<Published> {
        let before = kept.as_ref().filter(|_| matches!(writing, Some((Writing::InPlace(_), _))));
        let mut site = Site::new(self.report, self.sources);
        let place = Place { writing: writing.as_ref().map(|(writing, _)| writing), before, site: &site };
        let first = timings.measure("pages", || self.first(&place, options, diagnostics));
        let made = timings.measure("pages", || self.pages(&place, &first));
        diagnostics.append(self.files(&place, timings));
        for (page, found) in self.pages.iter().zip(made) {
            diagnostics.append(found.clone());
            site.note(self.report, page, found);
        }
        diagnostics.note_unused();
        if diagnostics.is_fatal(options.strict) {
            return None;
        }
        self.publish(site, writing, kept, gate, diagnostics, timings)
    }

    fn publish(
        &self,
        mut site: Site,
        writing: Option<(Writing, &Target)>,
        kept: &mut Option<Site>,
        gate: &Gate,
        diagnostics: &mut Diagnostics,
        timings: &mut Timings,
    ) -> Option<Published> {
        let Some((writing, target)) = writing else {
            return Some(Published { changes: Changes::All, kept: Vec::new() });
        };
        site.addresses.extend(self.files.iter().map(|(address, _)| address.clone()));
        site.addresses.extend(self.sources.statics.iter().map(|file| file.address.clone()));
        // Where this fails it is not known what stands, so the next build makes all of it.
        let before = kept.take().unwrap_or_default();
        let vanished = site.vanished(&before);
        let published = timings.measure("write", || writing.finish(&vanished, gate, diagnostics));
        let published = published.map_err(|error| diagnostics.push(error)).ok()?;
        site.identity = target.identity();
        *kept = Some(site);
        Some(published)
    }

    /// Makes the pages that somebody looks at, and shows them unless something is wrong. What was found, by file.
    fn first(&self, place: &Place<'_>, options: &Options, before: &Diagnostics) -> BTreeMap<String, Diagnostics> {
        let looked_at = self.audience.looks_at();
        let due: Vec<&Page> = self.pages.iter().filter(|page| place.standing(self.report, page).is_none()).collect();
        // A site that does not stand yet is shown as a whole.
        let is_known = place.before.is_some() && due.len() >= MANY && !before.is_fatal(options.strict);
        if !is_known || !due.iter().any(|page| looked_at.contains(&page.file)) {
            return BTreeMap::new();
        }
        let others = due.par_iter().map(|page| {
            let mut found = Diagnostics::default();
            Renderer::check_commentary(self.report, page, &mut found);
            found
        });
        let is_wrong = |found: &Diagnostics| found.is_fatal(options.strict);
        let wrong_elsewhere = others.any(|found| is_wrong(&found));
        let due = due.into_iter().filter(|page| looked_at.contains(&page.file));
        let made = due.map(|page| (page.file.clone(), self.page(place, page)));
        let made: BTreeMap<String, (Option<String>, Diagnostics)> = made.collect();
        if !wrong_elsewhere && !made.values().any(|(_, found)| is_wrong(found)) {
            let shown = made.iter().filter_map(|(file, (html, _))| Some((file.clone(), html.clone()?)));
            self.audience.show(shown.collect::<Pages>());
        }
        made.into_iter().map(|(file, (_, found))| (file, found)).collect()
    }

    /// Renders and writes all pages with all cores, but for those that were `first`; each is dropped once it is written.
    /// What was found, page by page.
    fn pages(&self, place: &Place<'_>, first: &BTreeMap<String, Diagnostics>) -> Vec<Diagnostics> {
        let one = |page: &Page| {
            let found = first.get(&page.file).cloned().or_else(|| place.standing(self.report, page));
            let found = found.unwrap_or_else(|| self.page(place, page).1);
            self.progress.step();
            found
        };
        self.progress.expect(self.pages.len());
        self.pages.par_iter().map(one).collect()
    }

    /// Renders and writes a page.
    fn page(&self, place: &Place<'_>, page: &Page) -> (Option<String>, Diagnostics) {
        let (html, mut diagnostics) = self.renderer.page(self.report, page);
        if let Some(html) = &html {
            diagnostics.extend(place.write(&page.file, html.as_bytes()));
        }
        (html, diagnostics)
    }

    fn files(&self, place: &Place<'_>, timings: &mut Timings) -> Diagnostics {
        let stands = place.before.is_some_and(|before| before.is_alike(place.site));
        let mut diagnostics = Diagnostics::default();
        for (address, body) in self.files {
            let made;
            let bytes = match body {
                Body::Made(_) if stands => continue,
                Body::Made(make) => {
                    made = timings.measure("csv", || make(self.report));
                    made.as_bytes()
                }
                Body::Bytes(bytes) => bytes,
            };
            diagnostics.extend(timings.measure("write", || place.write(address, bytes)));
        }
        for file in &self.sources.statics {
            let copied = |writing: &Writing| writing.copy(&file.address, &file.path).err();
            diagnostics.extend(timings.measure("write", || place.writing.and_then(copied)));
        }
        diagnostics
    }
}

impl Place<'_> {
    /// What was found when a page was made that stands as it is.
    fn standing(&self, report: &Report<'_>, page: &Page) -> Option<Diagnostics> {
        self.before.and_then(|before| before.standing(self.site, report, page))
    }

    fn write(&self, address: &str, bytes: &[u8]) -> Option<Diagnostic> {
        self.writing.and_then(|writing| writing.write(address, bytes).err())
    }
}
