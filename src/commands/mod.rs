//! What cxbook does when it is told to: the only code that prints.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "commands are what prints")]

mod build;
mod clean;
mod counted;
mod explain;
mod fields;
mod init;
mod lines;
mod new;
mod progress;
mod report;
mod schema;
mod serve;
mod shell;
mod theme;
mod watch;
mod writing;

use std::io::{ErrorKind, Write};
use std::process::ExitCode;

use clap::Parser;

use crate::cli::{Cli, Command};

/// The exit codes: 0 done, 1 mistakes, 2 usage.
const MISTAKES: u8 = 1;
const USAGE: u8 = 2;

/// Runs what the arguments of the process ask for.
#[must_use]
pub fn run() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return usage(&error),
    };
    match cli.command {
        Command::Build(args) if args.watch || args.changes.poll.is_some() => {
            watch::watch(&args.check, &args.changes, cli.global)
        }
        Command::Build(args) => build::build(&args.check, cli.global),
        Command::Check(args) => build::check(&args, cli.global),
        Command::Serve(args) => serve::serve(&args, cli.global),
        Command::Init(args) => init::init(&args, cli.global),
        Command::Explain(args) => explain::explain(&args),
        Command::Schema(args) => schema::schema(&args, cli.global),
        Command::New(args) => new::new(&args.what, cli.global),
        Command::Theme(args) => theme::theme(&args.what, cli.global),
        Command::Clean(args) => clean::clean(&args, cli.global),
        Command::Completions(args) => shell::completions(&args),
        Command::Man(args) => shell::man(&args),
    }
}

/// Prints what was asked for. A reader that closed its end early has all it wanted.
fn printed(bytes: &[u8]) -> ExitCode {
    let mut output = std::io::stdout();
    match output.write_all(bytes).and_then(|()| output.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            eprintln!("error: cannot print: {error}");
            ExitCode::from(MISTAKES)
        }
        _ => ExitCode::SUCCESS,
    }
}

/// Prints help or what was wrong with the arguments; without any arguments, help is the answer and no mistake.
fn usage(error: &clap::Error) -> ExitCode {
    use clap::error::ErrorKind::{DisplayHelp, DisplayHelpOnMissingArgumentOrSubcommand, DisplayVersion};
    let asked = matches!(error.kind(), DisplayHelp | DisplayVersion);
    // A closed terminal is no reason to fail on help.
    let _ = error.print();
    if asked || error.kind() == DisplayHelpOnMissingArgumentOrSubcommand {
        return ExitCode::from(if asked { 0 } else { 2 });
    }
    ExitCode::from(2)
}
