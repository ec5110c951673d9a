//! `completions` and `man`: the command line, told to shells and to `man`.

use std::process::ExitCode;

use clap::CommandFactory;

use super::{MISTAKES, USAGE, printed};
use crate::cli::{Cli, CompletionsArgs, ManArgs};
use crate::diagnostic::suggest;

/// Prints the completions for a shell.
pub(super) fn completions(args: &CompletionsArgs) -> ExitCode {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "cxbook", &mut script);
    printed(&script)
}

/// Prints the manual page of cxbook, or of one of its commands.
pub(super) fn man(args: &ManArgs) -> ExitCode {
    let mut cxbook = Cli::command();
    cxbook.build();
    let page = match &args.command {
        None => cxbook,
        Some(name) => {
            let Some(command) = cxbook.find_subcommand(name) else {
                let names = cxbook.get_subcommands().map(clap::Command::get_name);
                eprintln!("error: there is no command `{name}`");
                eprintln!("help: {}", suggest(name, names).unwrap_or_default());
                return ExitCode::from(USAGE);
            };
            command.clone()
        }
    };
    let mut text = Vec::new();
    match clap_mangen::Man::new(page).render(&mut text) {
        Ok(()) => printed(&text),
        Err(error) => {
            eprintln!("error: cannot write the page: {error}");
            ExitCode::from(MISTAKES)
        }
    }
}
