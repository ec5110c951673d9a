//! `build --watch`, and what `serve` shares with it: building again whenever the sources change. The only code that uses
//! notify.

mod look;
mod rebuild;

use std::process::ExitCode;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use super::{USAGE, build};
use crate::audience::{Audience, Nobody};
use crate::cli::{ChangesArgs, CheckArgs, GlobalArgs};
use crate::output::Gate;
use look::Look;
pub(super) use rebuild::{Outcome, Rebuild, say};

/// Builds, and builds again whenever the sources change, until it is ended.
pub(super) fn watch(args: &CheckArgs, changes: &ChangesArgs, global: GlobalArgs) -> ExitCode {
    run(args, changes, global, Nobody, |_| ())
}

/// Builds whenever the sources change and tells `each` what came of it, on a thread of its own, until the process is
/// told to end.
pub(super) fn run(
    args: &CheckArgs,
    changes: &ChangesArgs,
    global: GlobalArgs,
    audience: impl Audience + Send + 'static,
    each: impl FnMut(&Outcome) + Send + 'static,
) -> ExitCode {
    let options = match build::options(args) {
        Ok(options) => options,
        Err(message) => {
            eprintln!("error: {message}");
            return ExitCode::from(USAGE);
        }
    };
    let (stop, stopped) = mpsc::channel();
    let told = ctrlc::set_handler(move || {
        // Nobody listens any more when the process ends.
        let _ = stop.send(());
    });
    if let Err(error) = told {
        eprintln!("warning: Ctrl-C may leave a hidden folder behind, which the next build removes: {error}");
    }
    let poll = changes.poll.map(Duration::from_millis);
    let look = Look::new(&options.source, &options.output, poll);
    let rebuild = Rebuild::new(options, args, global);
    let gate = rebuild.gate();
    thread::spawn(move || keep_up(look, rebuild, &audience, each));
    until(&stopped, &gate)
}

fn keep_up(mut look: Look, mut rebuild: Rebuild, audience: &dyn Audience, mut each: impl FnMut(&Outcome)) {
    let mut changed = Vec::new();
    loop {
        rebuild.again(&changed, audience, &mut each);
        changed = look.until_changed(|path| rebuild.concerns(path));
    }
}

/// Waits until the process is told to end, and leaves a whole site then.
fn until(stopped: &mpsc::Receiver<()>, gate: &Gate) -> ExitCode {
    // Where it cannot be told, the system ends it.
    while stopped.recv().is_err() {
        thread::park();
    }
    gate.end();
    ExitCode::SUCCESS
}
