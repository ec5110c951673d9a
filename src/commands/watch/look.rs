//! When to look at the sources again, and what has changed since the last time.
//!
//! The file system's events only say that it is time to look: what has changed is found by comparing two looks. So it
//! does not matter how an editor saves, in which order events come, or whether some are lost. Events are listened for
//! in every folder that a file was found in, and in those of symbolic links on the way. Every now and then there is a
//! look without an event; if that finds something, events do not come here, and from then on it is looked regularly.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf, absolute};
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode};
use notify::{EventKind, RecursiveMode, Watcher};

use crate::diagnostic::shown_path;
use crate::sources::folder::is_for_servers;
use crate::sources::seen::Seen;

/// A burst of changes has ended when so long nothing was heard.
const QUIET: Duration = Duration::from_millis(50);

/// A burst that goes on for longer is not waited for.
const LONGEST_BURST: Duration = Duration::from_secs(1);

/// How often it is looked whether events come at all.
const DOUBT: Duration = Duration::from_secs(2);

/// How often it is looked where events do not come.
const POLL: Duration = Duration::from_millis(500);

/// Looks at a source folder.
pub(super) struct Look {
    root: PathBuf,
    /// The folder of the site.
    output: PathBuf,
    seen: Seen,
    source: Trigger,
}

/// Why it is looked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reason {
    /// A burst of events is over.
    Burst,
    /// Something may have changed, and be changing still.
    Maybe,
    /// Nothing was heard for long.
    Doubt,
}

/// What makes one look.
enum Trigger {
    Events(Events),
    Poll(Duration),
}

/// Folders, each with what tells it from one that later has its name.
type Folders = BTreeSet<(PathBuf, (u64, u64))>;

/// The file system's events.
struct Events {
    /// Kept alive; a new one each time the folders change, so that none listens at a folder that was replaced.
    watcher: Option<notify::RecommendedWatcher>,
    folders: Folders,
    above: PathBuf,
    sender: Sender<()>,
    heard: Receiver<()>,
}

impl Look {
    /// Looks for the first time. With `poll` it looks that often instead of listening for events.
    pub(super) fn new(root: &Path, output: &Path, poll: Option<Duration>) -> Self {
        let (root, output) = (root.to_owned(), output.to_owned());
        let source = poll.map_or_else(|| Trigger::Events(Events::new()), Trigger::Poll);
        let mut look = Self { root, output, seen: Seen::default(), source };
        // What changes from here on is heard, or it is not the same in the next look.
        look.listen(&Seen::look(&look.root, &look.seen));
        look.seen = Seen::look(&look.root, &look.seen);
        look
    }

    /// Waits until files have changed that `concerns` says have to do with the report: their paths as messages show
    /// them. A burst of changes is waited for. No paths where the site does not stand any more.
    pub(super) fn until_changed(
        &mut self,
        concerns: impl Fn(&Path) -> bool,
        stands: impl Fn() -> bool,
    ) -> Vec<PathBuf> {
        // Something may have changed since the build before began; then there was an event.
        let mut reason = Reason::Doubt;
        loop {
            let now = Seen::look(&self.root, &self.seen);
            if self.listen(&now) {
                // What has changed between the look and listening was not heard.
                reason = Reason::Maybe;
                continue;
            }
            let changed = now.changed_since(&self.seen);
            if changed.is_empty() {
                self.seen = now;
                if !stands() {
                    return Vec::new();
                }
                reason = self.pause();
                continue;
            }
            if reason != Reason::Burst {
                if reason == Reason::Doubt && !self.hears() {
                    self.poll("changes come without a word from the file system here");
                }
                self.quiet();
                reason = Reason::Burst;
                continue;
            }
            self.seen = now;
            let shown = changed.iter().map(|path| shown_path(&self.root, path).to_path_buf());
            let shown: Vec<PathBuf> = shown.filter(|path| concerns(path)).collect();
            if !shown.is_empty() {
                return shown;
            }
        }
    }

    /// Waits for a reason to look.
    fn pause(&self) -> Reason {
        match &self.source {
            Trigger::Poll(interval) => {
                std::thread::sleep(*interval);
                Reason::Maybe
            }
            Trigger::Events(events) if events.heard.recv_timeout(DOUBT).is_ok() => {
                self.quiet();
                Reason::Burst
            }
            Trigger::Events(_) => Reason::Doubt,
        }
    }

    /// Whether a change that was found is heard of, too. The system may have much to do before it tells.
    fn hears(&self) -> bool {
        match &self.source {
            Trigger::Events(events) => events.heard.recv_timeout(DOUBT).is_ok(),
            Trigger::Poll(_) => true,
        }
    }

    /// Waits for the end of a burst.
    fn quiet(&self) {
        let Trigger::Events(events) = &self.source else { return std::thread::sleep(QUIET) };
        let started = Instant::now();
        while started.elapsed() < LONGEST_BURST && events.heard.recv_timeout(QUIET).is_ok() {}
    }

    /// Listens in the folders of a look; whether that is anything new.
    fn listen(&mut self, seen: &Seen) -> bool {
        let Trigger::Events(events) = &mut self.source else { return false };
        match events.listen(&self.root, &self.output, seen) {
            Ok(is_new) => is_new,
            Err(error) => {
                self.poll(&format!("the file system does not tell of changes here ({error})"));
                false
            }
        }
    }

    /// Looks regularly from now on.
    fn poll(&mut self, why: &str) {
        eprintln!("note: {why}, so it is looked every {} ms; `--poll MS` says how often", POLL.as_millis());
        self.source = Trigger::Poll(POLL);
    }
}

impl Events {
    fn new() -> Self {
        let (sender, heard) = mpsc::channel();
        Self { watcher: None, folders: Folders::new(), above: PathBuf::new(), sender, heard }
    }

    /// Listens in the folders of a look and no others; whether they are other ones than before.
    fn listen(&mut self, root: &Path, output: &Path, seen: &Seen) -> notify::Result<bool> {
        let folders: Folders = seen.folders().map(|(path, number)| (path.to_owned(), number)).collect();
        if self.watcher.is_some() && folders == self.folders && seen.above() == self.above {
            return Ok(false);
        }
        let above = seen.above().to_owned();
        let is_apart = !folders.iter().any(|(folder, _)| *folder == above);
        let (root, output) = (absolute(root)?, absolute(output)?);
        let is_beside = move |path: &Path| is_apart && path.parent() == Some(&above) && !root.starts_with(path);
        let ignored = move |path: &PathBuf| is_beside(path) || absolute(path).is_ok_and(|path| path == output);
        let sender = self.sender.clone();
        let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
            if event.map_or(true, |event| is_change(&event, &ignored)) {
                // Nobody listens any more when the process ends.
                let _ = sender.send(());
            }
        })?;
        for folder in folders.iter().map(|(folder, _)| folder.as_path()).chain([seen.above()]) {
            match watcher.watch(folder, RecursiveMode::NonRecursive) {
                // It was there a moment ago; that it is not any more is a change of the folder above.
                Err(error) if is_not_found(&error) => {}
                done => done?,
            }
        }
        (self.watcher, self.folders, self.above) = (Some(watcher), folders, seen.above().to_owned());
        Ok(true)
    }
}

fn is_not_found(error: &notify::Error) -> bool {
    match &error.kind {
        notify::ErrorKind::PathNotFound => true,
        notify::ErrorKind::Io(error) => error.kind() == std::io::ErrorKind::NotFound,
        _ => false,
    }
}

/// Whether an event may mean that a file which is read has changed: neither that one was only read, nor one that is
/// ignored or hidden, as those are that lie beside a site while it is made.
fn is_change(event: &notify::Event, ignored: impl Fn(&PathBuf) -> bool) -> bool {
    let is_read = matches!(event.kind, EventKind::Access(kind) if kind != AccessKind::Close(AccessMode::Write));
    let is_hidden = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with('.') && !is_for_servers(&name)
    };
    let is_apart = |path: &PathBuf| is_hidden(path) || ignored(path);
    !is_read && (event.paths.is_empty() || !event.paths.iter().all(is_apart))
}
