//! `init`: a small program to start from.

use std::path::Path;
use std::process::ExitCode;

use include_dir::{Dir, include_dir};

use super::MISTAKES;

/// The program that is written, as it lies in the repository.
static SCAFFOLD: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/commands/scaffold");

/// Writes the program, unless one of its files is there already.
pub(super) fn init(dir: &Path) -> ExitCode {
    let mut files = Vec::new();
    collect(&SCAFFOLD, &mut files);
    if let Some((taken, _)) = files.iter().find(|(path, _)| dir.join(path).exists()) {
        eprintln!("error: `{}` is there already; nothing was written", dir.join(taken).display());
        eprintln!("help: name another folder: `cxbook init DIR`");
        return ExitCode::from(MISTAKES);
    }
    for (path, bytes) in &files {
        if let Err(error) = write(&dir.join(path), bytes) {
            eprintln!("error: cannot write `{}`: {error}", dir.join(path).display());
            return ExitCode::from(MISTAKES);
        }
        println!("wrote {}", dir.join(path).display());
    }
    println!("now run `cxbook build {}`", dir.display());
    ExitCode::SUCCESS
}

fn collect(dir: &Dir<'static>, files: &mut Vec<(&'static Path, &'static [u8])>) {
    files.extend(dir.files().map(|file| (file.path(), file.contents())));
    for folder in dir.dirs() {
        collect(folder, files);
    }
}

fn write(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(path, bytes)
}
