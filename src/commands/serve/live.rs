//! What open pages have to know: which files changed in which build, and what is wrong now.
//!
//! A page tells which build it was made by when it was loaded. So nothing is missed while a connection is made or lost:
//! each page is told what to do since its own build, not since the last message.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::watch::{Receiver, Sender, channel};

use crate::build::open_pages::{OpenPages, Pages};
use crate::commands::watch::RebuildOutcome;
use crate::output::Changes;

/// The state after the last build, and those who wait for the next.
#[derive(Debug, Clone)]
pub(super) struct Live {
    sender: Arc<Sender<LiveState>>,
    open: Arc<Mutex<BTreeMap<String, usize>>>,
    fixed_base: Option<String>,
}

/// The state after a build.
#[derive(Debug, Clone, Default)]
pub(super) struct LiveState {
    /// How many builds there were.
    pub(super) build: u64,
    /// The build that made the whole site.
    whole: u64,
    /// Pages that are made already while the others are not; the site has them as they were.
    early: Arc<Pages>,
    /// The last build that changed a file, by its address.
    changed: Arc<BTreeMap<String, u64>>,
    /// What is wrong; empty where nothing is.
    pub(super) mistakes: Arc<str>,
    /// The path that the site is served under; begins and ends with `/`.
    pub(super) base: Arc<str>,
    /// The address that the site will be published at.
    pub(super) base_url: Option<Arc<str>>,
}

/// What a page has to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum PageOrder {
    /// Nothing.
    Stay,
    /// Take these style sheets anew.
    Style(Vec<String>),
    /// Load itself anew.
    Reload,
}

impl Live {
    /// Before the first build. Without a base the site is served under the path of the address it says.
    pub(super) fn new(fixed_base: Option<String>) -> Self {
        let base = fixed_base.as_deref().unwrap_or("/").into();
        let (sender, _) = channel(LiveState { base, ..LiveState::default() });
        Self { sender: Arc::new(sender), open: Arc::default(), fixed_base }
    }

    /// Notes a build and tells all that wait.
    pub(super) fn tell(&self, outcome: &RebuildOutcome) {
        self.sender.send_modify(|state| state.note(outcome, self.fixed_base.as_deref()));
    }

    /// Notes that a page is open as long as what is returned lives.
    pub(super) fn opened(&self, page: &str) -> Opened {
        let opened = Opened { live: self.clone(), page: page.to_owned() };
        *opened.open().entry(page.to_owned()).or_default() += 1;
        opened
    }

    /// Where the next states come from.
    pub(super) fn receiver(&self) -> Receiver<LiveState> {
        self.sender.subscribe()
    }

    /// The path that the site is served under.
    pub(super) fn base(&self) -> Arc<str> {
        Arc::clone(&self.sender.borrow().base)
    }
}

impl OpenPages for Live {
    fn files(&self) -> BTreeSet<String> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner).keys().cloned().collect()
    }

    fn show(&self, pages: Pages) {
        self.sender.send_modify(|state| {
            state.build += 1;
            state.change(pages.keys());
            state.early = Arc::new(pages);
        });
    }
}

/// A page that is open somewhere.
#[derive(Debug)]
pub(super) struct Opened {
    live: Live,
    page: String,
}

impl Opened {
    fn open(&self) -> MutexGuard<'_, BTreeMap<String, usize>> {
        self.live.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Opened {
    fn drop(&mut self) {
        let mut open = self.open();
        let left = open.get(&self.page).map_or(0, |times| times - 1);
        if left == 0 {
            open.remove(&self.page);
        } else {
            open.insert(self.page.clone(), left);
        }
    }
}

impl LiveState {
    /// A page that is made and not in the site yet.
    pub(super) fn early(&self, address: &str) -> Option<&str> {
        self.early.get(address).map(String::as_str)
    }

    fn change<'a>(&mut self, addresses: impl Iterator<Item = &'a String>) {
        let build = self.build;
        Arc::make_mut(&mut self.changed).extend(addresses.map(|address| (address.clone(), build)));
    }

    fn note(&mut self, outcome: &RebuildOutcome, fixed_base: Option<&str>) {
        self.build += 1;
        let early = std::mem::take(&mut self.early);
        match outcome {
            RebuildOutcome::Mistakes(text) => {
                self.mistakes = text.as_str().into();
                // They are not to be seen after all.
                self.change(early.keys());
            }
            RebuildOutcome::Built { changes, base_url } => {
                self.mistakes = Arc::default();
                self.base = fixed_base
                    .map(str::to_owned)
                    .or_else(|| base(base_url.as_deref()))
                    .as_deref()
                    .unwrap_or("/")
                    .into();
                self.base_url = base_url.as_deref().map(Arc::from);
                match changes {
                    Changes::All => self.whole = self.build,
                    // Those that were early are the same by now.
                    Changes::Files(files) => self.change(files.iter().filter(|file| !early.contains_key(*file))),
                }
            }
        }
    }

    /// What a page has to do that was loaded after a build.
    pub(super) fn order(&self, page: &str, loaded: u64) -> PageOrder {
        let newer = self.changed.iter().filter(|(_, build)| **build > loaded).map(|(address, _)| address.as_str());
        let mut styles = Vec::new();
        for address in newer {
            if is_style(address) {
                styles.push(address.to_owned());
            } else if address == page || !is_apart(address) {
                return PageOrder::Reload;
            }
        }
        match self.whole > loaded {
            true => PageOrder::Reload,
            false if styles.is_empty() => PageOrder::Stay,
            false => PageOrder::Style(styles),
        }
    }
}

/// Whether a file of the site is no part of other pages: a page, figures, the sitemap.
fn is_apart(address: &str) -> bool {
    ["html", "csv", "xml"].contains(&kind(address))
}

fn is_style(address: &str) -> bool {
    kind(address) == "css"
}

/// What stands after the last dot of an address.
pub(super) fn kind(address: &str) -> &str {
    address.rsplit_once('.').map_or("", |(_, kind)| kind)
}

/// The path of the address that a site is published at, with a `/` at both ends.
pub(super) fn base(url: Option<&str>) -> Option<String> {
    let (_, rest) = url?.split_once("://")?;
    let path = rest.split_once('/').map_or("", |(_, path)| path);
    let path = path.split(['?', '#']).next().unwrap_or_default().trim_matches('/');
    Some(if path.is_empty() { "/".to_owned() } else { format!("/{path}/") })
}
