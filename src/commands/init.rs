//! `init`: a small program to start from.

use std::process::ExitCode;

use include_dir::{Dir, include_dir};

use super::report::printable;
use super::writing::{Made, files_of};
use super::{MISTAKES, schema};
use crate::cli::{GlobalArgs, InitArgs};

/// The programs that are written, as they lie in the repository.
static B2B: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/commands/scaffold/b2b");
static B2C: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/commands/scaffold/b2c");

/// What Git is to leave alone: the built site. A file of this name that is there already stays as it is.
const IGNORE: &str = ".gitignore";
const IGNORED: &[u8] = b"/site/\n";

/// Writes the program, unless one of its files is there already.
pub(super) fn init(args: &InitArgs, global: GlobalArgs) -> ExitCode {
    let scaffold = if args.b2c { &B2C } else { &B2B };
    let dir = &args.dir;
    let mut files = files_of(scaffold);
    files.extend(schema::files().map(|(path, text)| (path.into(), text.into_bytes().into())));
    if dir.exists() && !dir.is_dir() {
        eprintln!("error: `{}` is a file; nothing was written", printable(&dir.to_string_lossy()));
        eprintln!("help: name a folder: `cxbook init DIR`");
        return ExitCode::from(MISTAKES);
    }
    if let Some((taken, _)) = files.iter().find(|(path, _)| dir.join(path).exists()) {
        eprintln!("error: `{}` is there already; nothing was written", printable(&dir.join(taken).to_string_lossy()));
        eprintln!("help: name another folder: `cxbook init DIR`");
        return ExitCode::from(MISTAKES);
    }
    if !dir.join(IGNORE).exists() {
        files.push((IGNORE.into(), IGNORED.into()));
    }
    let mut made = Made::default();
    for (path, bytes) in &files {
        if let Err(error) = made.write(dir.join(path), bytes) {
            made.undo();
            eprintln!(
                "error: cannot write `{}`: {error}; nothing was written",
                printable(&dir.join(path).to_string_lossy())
            );
            return ExitCode::from(MISTAKES);
        }
    }
    for (path, _) in &files {
        if !global.quiet && !path.starts_with(schema::FOLDER) {
            println!("wrote {}", printable(&dir.join(path).to_string_lossy()));
        }
    }
    if !global.quiet {
        println!(
            "wrote {}, by which editors complete and check",
            printable(&dir.join(schema::FOLDER).to_string_lossy())
        );
        println!("now run `cxbook build {}`", printable(&dir.to_string_lossy()));
    }
    ExitCode::SUCCESS
}
