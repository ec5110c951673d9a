//! A report → the files of its site: pages are rendered by all cores, each is written once it is made, and what needs not
//! be made again stands.

use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::kept::Site;
use crate::output::{Changes, Gate, Target, Writing};
use crate::pages::{Page, Report};
use crate::render::Renderer;
use crate::sources::Sources;
use crate::{Body, Options, Timings};

/// What a site is made from.
pub(crate) struct Work<'a> {
    pub(crate) report: &'a Report<'a>,
    pub(crate) renderer: &'a Renderer<'a>,
    pub(crate) sources: &'a Sources,
    pub(crate) pages: &'a [Page],
    pub(crate) files: &'a [(String, Body<'a>)],
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
    ) -> Option<Changes> {
        let built = kept.as_ref().and_then(|site| site.identity);
        let writing = target.map(|target| timings.measure("staging", || target.open(built, gate)));
        let writing = writing.transpose().map_err(|error| diagnostics.push(error)).ok()?;
        let changes = self.made(writing.zip(target), options, kept, gate, diagnostics, timings);
        gate.close();
        changes
    }

    fn made(
        &self,
        writing: Option<(Writing, &Target)>,
        options: &Options,
        kept: &mut Option<Site>,
        gate: &Gate,
        diagnostics: &mut Diagnostics,
        timings: &mut Timings,
    ) -> Option<Changes> {
        let before = kept.as_ref().filter(|_| matches!(writing, Some((Writing::InPlace(_), _))));
        let mut site = Site::new(self.report, self.sources);
        let place = Place { writing: writing.as_ref().map(|(writing, _)| writing), before, site: &site };
        let made = timings.measure("pages", || self.pages(&place));
        diagnostics.append(self.files(&place, timings));
        for (page, found) in self.pages.iter().zip(made) {
            diagnostics.append(found.clone());
            site.note(self.report, page, found);
        }
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
    ) -> Option<Changes> {
        let Some((writing, target)) = writing else { return Some(Changes::All) };
        site.addresses.extend(self.files.iter().map(|(address, _)| address.clone()));
        site.addresses.extend(self.sources.statics.iter().map(|file| file.address.clone()));
        // Where this fails it is not known what stands, so the next build makes all of it.
        let before = kept.take().unwrap_or_default();
        let vanished = site.vanished(&before);
        let changes = timings.measure("write", || writing.finish(&vanished, gate, diagnostics));
        let changes = changes.map_err(|error| diagnostics.push(error)).ok()?;
        site.identity = target.identity();
        *kept = Some(site);
        Some(changes)
    }

    /// Renders and writes all pages with all cores; each is dropped once it is written. What was found, page by page.
    fn pages(&self, place: &Place<'_>) -> Vec<Diagnostics> {
        let one = |page: &Page| -> Diagnostics {
            if let Some(found) = place.before.and_then(|before| before.standing(place.site, self.report, page)) {
                return found;
            }
            let (html, mut diagnostics) = self.renderer.page(self.report, page);
            if let Some(html) = html {
                diagnostics.extend(place.write(&page.file, html.as_bytes()));
            }
            diagnostics
        };
        self.pages.par_iter().map(one).collect()
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
    fn write(&self, address: &str, bytes: &[u8]) -> Option<Diagnostic> {
        self.writing.and_then(|writing| writing.write(address, bytes).err())
    }
}
