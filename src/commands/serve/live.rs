//! What open pages have to know: which files changed in which build, and what is wrong now.
//!
//! A page tells which build it was made by when it was loaded. So nothing is missed while a connection is made or lost:
//! each page is told what to do since its own build, not since the last message.

use std::collections::BTreeMap;
use std::sync::Arc;

use tokio::sync::watch::{Receiver, Sender, channel};

use crate::commands::watch::Outcome;
use crate::output::Changes;

/// The state after the last build, and those who wait for the next.
#[derive(Debug, Clone)]
pub(super) struct Live {
    sender: Arc<Sender<State>>,
    fixed_base: Option<String>,
}

/// The state after a build.
#[derive(Debug, Clone, Default)]
pub(super) struct State {
    /// How many builds there were.
    pub(super) build: u64,
    /// The build that made the whole site.
    whole: u64,
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
pub(super) enum Order {
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
        let (sender, _) = channel(State { base, ..State::default() });
        Self { sender: Arc::new(sender), fixed_base }
    }

    /// Notes a build and tells all that wait.
    pub(super) fn tell(&self, outcome: &Outcome) {
        self.sender.send_modify(|state| state.note(outcome, self.fixed_base.as_deref()));
    }

    /// Where the next states come from.
    pub(super) fn receiver(&self) -> Receiver<State> {
        self.sender.subscribe()
    }

    /// The path that the site is served under.
    pub(super) fn base(&self) -> Arc<str> {
        Arc::clone(&self.sender.borrow().base)
    }
}

impl State {
    fn note(&mut self, outcome: &Outcome, fixed_base: Option<&str>) {
        self.build += 1;
        match outcome {
            Outcome::Mistakes(text) => self.mistakes = text.as_str().into(),
            Outcome::Built { changes, base_url } => {
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
                    Changes::Files(files) => {
                        let changed = Arc::make_mut(&mut self.changed);
                        changed.extend(files.iter().map(|file| (file.clone(), self.build)));
                    }
                }
            }
        }
    }

    /// What a page has to do that was loaded after a build.
    pub(super) fn order(&self, page: &str, loaded: u64) -> Order {
        let newer = self.changed.iter().filter(|(_, build)| **build > loaded).map(|(address, _)| address.as_str());
        let mut styles = Vec::new();
        for address in newer {
            if is_style(address) {
                styles.push(address.to_owned());
            } else if address == page || !is_apart(address) {
                return Order::Reload;
            }
        }
        match self.whole > loaded {
            true => Order::Reload,
            false if styles.is_empty() => Order::Stay,
            false => Order::Style(styles),
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
