//! The site that a build has written, as the next finds it: which pages it has to make again.
//!
//! A page is made from the program, its figures, the theme's templates, what the frame of every page says, and the
//! page's own commentary. As long as nothing but commentary has changed, no other page can have. That is all there is
//! to know: when anything else has changed, every page is made again, and only those whose bytes differ are written.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};

use crate::diagnostic::Diagnostics;
use crate::output::Identity;
use crate::pages::{Page, Report, frame};
use crate::sources::Sources;
use crate::sources::commentary::Commentary;

/// What a site was made from, and what is in it.
#[derive(Debug, Default)]
pub(crate) struct Standing {
    /// Which folder it is; nothing before it is published.
    pub(crate) identity: Option<Identity>,
    /// The hash of all that every page is made from.
    common: String,
    /// The hash of the sources, as the methodology page shows it.
    sources: String,
    /// Each page by its file.
    pages: BTreeMap<String, MadePage>,
    /// The addresses of its files.
    pub(crate) addresses: BTreeSet<String>,
}

/// What a page was made from beside what is common to all, and what was found on the way.
#[derive(Debug)]
struct MadePage {
    commentary: Option<Commentary>,
    diagnostics: Diagnostics,
}

impl Standing {
    /// The site of a report, before its pages are made.
    pub(crate) fn new(report: &Report<'_>, sources: &Sources) -> Self {
        Self { common: common(report, sources), sources: sources.hash.clone(), ..Self::default() }
    }

    /// Whether all that every page is made from was the same.
    pub(crate) fn is_alike(&self, other: &Self) -> bool {
        self.common == other.common
    }

    /// What was found when a page was made that needs not be made again; nothing where it has to be.
    pub(crate) fn standing(&self, now: &Self, report: &Report<'_>, page: &Page) -> Option<Diagnostics> {
        let made = self.pages.get(&page.file).filter(|_| self.is_alike(now))?;
        let shows_hash = report.kind(&page.key).shows_hash && self.sources != now.sources;
        let same = made.commentary.as_ref() == report.commentary.get(&page.key).copied();
        (same && !shows_hash).then(|| made.diagnostics.clone())
    }

    /// Notes a page that was made, or still stands.
    pub(crate) fn note(&mut self, report: &Report<'_>, page: &Page, diagnostics: Diagnostics) {
        let commentary = report.commentary.get(&page.key).map(|commentary| (*commentary).clone());
        self.pages.insert(page.file.clone(), MadePage { commentary, diagnostics });
        self.addresses.insert(page.file.clone());
    }

    /// The addresses of files that are not in this site any more.
    pub(crate) fn vanished<'b>(&self, before: &'b Self) -> Vec<&'b str> {
        let gone = before.addresses.iter().filter(|address| !self.addresses.contains(*address));
        gone.map(String::as_str).collect()
    }
}

/// The hash of all that every page is made from: the data, the options, the templates and messages, and the pages of their own that
/// the navigation lists and commentary can link to.
fn common(report: &Report<'_>, sources: &Sources) -> String {
    let mut all = Sha256::new();
    let mut add = |text: &str| {
        all.update(text.len().to_le_bytes());
        all.update(text);
    };
    add(sources.data_hash.as_deref().unwrap_or_default());
    add(&format!("{:?} {:?}", report.today, report.base_url));
    texts(sources).for_each(&mut add);
    report.places.files().for_each(&mut add);
    for key in &report.places.own {
        add(key.subject.path());
        add(&frame::name(report, key));
    }
    format!("{:x?}", all.finalize())
}

/// The theme's templates, and the messages that pages are worded by: the theme's and the program's own.
fn texts(sources: &Sources) -> impl Iterator<Item = &str> {
    let of_theme = sources.theme.templates.iter().chain(&sources.theme.messages);
    let own = sources.messages.iter().map(|(language, file)| (language, file));
    of_theme.chain(own).flat_map(|(name, file)| [name.as_str(), file.text.as_str()])
}
