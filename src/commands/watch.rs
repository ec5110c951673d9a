//! `build --watch`, and what `serve` shares with it: building again whenever the sources change. The only code that uses
//! notify.

mod claim;
mod look;
mod rebuild;

use std::io::{self, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::process::ExitCode;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use super::{MISTAKES, USAGE, build};
use crate::build::open_pages::{NoneOpen, OpenPages};
use crate::cli::{ChangesArgs, CheckArgs, GlobalArgs};
use crate::output::Gate;
use claim::Claim;
use look::Look;
pub(super) use rebuild::{Rebuild, RebuildOutcome, say};

/// Builds, and builds again whenever the sources change, until it is ended.
pub(super) fn watch(args: &CheckArgs, changes: &ChangesArgs, global: GlobalArgs) -> ExitCode {
    run(args, changes, global, NoneOpen, |_| ())
}

/// Builds whenever the sources change and tells `each` what came of it, on a thread of its own, until the process is
/// told to end.
pub(super) fn run(
    args: &CheckArgs,
    changes: &ChangesArgs,
    global: GlobalArgs,
    open: impl OpenPages + Send + 'static,
    each: impl FnMut(&RebuildOutcome) + Send + 'static,
) -> ExitCode {
    let options = match build::options(args) {
        Ok(options) => options,
        Err(message) => {
            eprintln!("error: {message}");
            return ExitCode::from(USAGE);
        }
    };
    let _claim = claimed(&options.output);
    let (stop, stopped) = mpsc::channel();
    let ended = stop.clone();
    let told = ctrlc::set_handler(move || {
        // Nobody listens any more when the process ends.
        let _ = stop.send(End::Asked);
    });
    if let Err(error) = told {
        eprintln!("warning: Ctrl-C may leave a hidden folder behind, which the next build removes: {error}");
    }
    let poll = changes.poll.map(Duration::from_millis);
    let look = Look::new(&options.source, &options.output, poll);
    let rebuild = Rebuild::new(options, args, global);
    let gate = rebuild.gate();
    thread::spawn(move || {
        // A process that lived on without it would answer with old pages for ever.
        let _ = catch_unwind(AssertUnwindSafe(|| keep_up(look, rebuild, &open, each)));
        let _ = ended.send(End::ByItself);
    });
    until(&stopped, &gate)
}

/// Why the process ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    /// It was told to.
    Asked,
    /// Nothing would be built any more.
    ByItself,
}

/// Claims the site, or says who has: they go on both, since none of them does harm.
fn claimed(output: &Path) -> Option<Claim> {
    let (other, output) = match Claim::on(output) {
        Ok(claim) => return claim,
        Err(other) => (other, output.display()),
    };
    eprintln!(
        "note: another cxbook{other} keeps `{output}` up already; end one of them, or give one another `--output`"
    );
    None
}

fn keep_up(mut look: Look, mut rebuild: Rebuild, open: &dyn OpenPages, mut each: impl FnMut(&RebuildOutcome)) {
    let mut changed = Vec::new();
    loop {
        rebuild.again(&changed, open, &mut each);
        changed = look.until_changed(|path| rebuild.concerns(path), || rebuild.stands());
    }
}

/// Waits until the process is told to end, and leaves a whole site then.
fn until(stopped: &mpsc::Receiver<End>, gate: &Gate) -> ExitCode {
    let end = stopped.recv().unwrap_or(End::ByItself);
    gate.end();
    if end == End::Asked {
        return ExitCode::SUCCESS;
    }
    // Nobody may be there to read it.
    let _ = writeln!(io::stderr(), "error: watching came to a stop by a mistake of cxbook's own; start it again");
    ExitCode::from(MISTAKES)
}
