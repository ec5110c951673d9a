//! What cxbook does when it is told to: the only code that prints.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "commands are what prints")]

mod build;
mod init;
mod report;
mod serve;
mod watch;

use std::process::ExitCode;

use clap::Parser;

use crate::cli::{Cli, Command};

/// The exit codes: 0 done, 1 mistakes, 2 usage.
const MISTAKES: u8 = 1;

/// Runs what the arguments of the process ask for.
#[must_use]
pub fn run() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return usage(&error),
    };
    match cli.command {
        Command::Build(args) if args.watch || args.changes.poll.is_some() => watch::watch(&args.check, &args.changes),
        Command::Build(args) => build::build(&args.check),
        Command::Check(args) => build::check(&args),
        Command::Serve(args) => serve::serve(&args),
        Command::Init(args) => init::init(&args),
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
