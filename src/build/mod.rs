//! How a site is built around the stages: what a build is told ([`options`]), what it makes of a report ([`site`],
//! [`files`]), what it leaves for the next where sources are watched ([`reuse`], [`standing`]), the pages that
//! somebody has open meanwhile ([`open_pages`]), and what one page is rendered from, without a site (`look`).

pub mod files;
pub(crate) mod look;
pub mod open_pages;
pub mod options;
pub mod reuse;
pub mod site;
pub mod standing;

use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::output::{self, SiteTarget};
use crate::pages::Given;
use crate::sources::Sources;
use crate::words::Words;
use look::PageLook;
use open_pages::OpenPages;
use options::Options;

/// Whether a site is written, only made to see what is wrong, or not made, but for what one page is rendered from.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Goal<'a> {
    Write,
    Check,
    Look(&'a PageLook<'a>),
}

/// What is to be built.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Order<'a> {
    pub(crate) options: &'a Options,
    pub(crate) open: &'a dyn OpenPages,
    pub(crate) goal: Goal<'a>,
}

impl Order<'_> {
    /// Where the site goes; nothing where it may not go there. What an ended build left there is put right first.
    pub(crate) fn target(&self, diagnostics: &mut Diagnostics) -> Option<SiteTarget> {
        if matches!(self.goal, Goal::Look(_)) {
            return None;
        }
        let target = output::target(&self.options.source, &self.options.output, self.options.overwrite);
        let settled = target.and_then(|target| match self.goal {
            Goal::Write => target.settle().map(|()| target),
            Goal::Check | Goal::Look(_) => Ok(target),
        });
        settled.map_err(|error| diagnostics.push(error)).ok()
    }

    /// What a report needs to know beside the program.
    pub(crate) fn given<'s>(&self, sources: &'s Sources, diagnostics: &mut Diagnostics) -> Given<'s> {
        let base_url = self.base_url(sources, diagnostics);
        let files = sources.statics.iter().map(|file| file.address.clone());
        let files = files.chain(sources.theme.statics.keys().map(|name| format!("assets/{name}"))).collect();
        let words = Arc::new(Words::of(sources, diagnostics));
        Given { today: self.options.today, base_url, hash: &sources.hash, words, files }
    }

    fn base_url(&self, sources: &Sources, diagnostics: &mut Diagnostics) -> Option<String> {
        let written = sources.config.content.base_url.as_ref();
        let base_url = self.options.base_url.clone().or_else(|| written.map(|written| written.value.clone()));
        let is_address = |url: &String| url.starts_with("https://") || url.starts_with("http://");
        if let Some(wrong) = base_url.as_ref().filter(|url| !is_address(url)) {
            let mut error = Diagnostic::new(
                Code::BaseAddress,
                format!("the base address `{wrong}` does not begin with `https://`"),
            );
            error.place = written.map(|written| Place::new(&sources.config.file, written.at));
            diagnostics.push(error.help("write the address that the site is published at: `https://cx.example/`"));
        }
        base_url
    }
}
