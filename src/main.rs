//! The command line of cxbook: arguments → command → exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    cxbook::commands::run()
}
