//! `explain`: what a code means, with an example and the cure.

use std::process::ExitCode;

use crate::cli::ExplainArgs;
use crate::diagnostic::{Code, suggest};

/// The exit code for a name that means nothing, as for any other wrong use of a command.
const USAGE: u8 = 2;

/// Prints the explanation of a code, or the list of all.
pub(super) fn explain(args: &ExplainArgs) -> ExitCode {
    let Some(name) = &args.what else {
        for code in Code::ALL {
            println!("{code}  {title}", code = code.as_str(), title = code.title());
        }
        return ExitCode::SUCCESS;
    };
    if let Some(code) = Code::named(name) {
        print!("{}", code.explanation());
        return ExitCode::SUCCESS;
    }
    eprintln!("error: there is no code `{name}`");
    if let Some(help) = suggest(&name.to_uppercase(), Code::ALL.iter().map(|code| code.as_str())) {
        eprintln!("help: {help}");
    }
    ExitCode::from(USAGE)
}
