//! The command line of cxbook: arguments → command → exit code.

use std::process::ExitCode;

use mimalloc::MiMalloc;

/// Pages are many small texts made by all cores at once, which the system's allocator is slow at.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    cxbook::commands::run()
}
