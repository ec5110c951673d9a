//! Where the program of a size lies and where its site goes: below `target/tmp/bench`. A program is made once and kept,
//! so that today's figures compare with tomorrow's.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use crate::program::{self, Made, Size};

/// Raised with every change to what is made, so that no figure is compared with one of another program.
const VERSION: u32 = 1;

/// The folders of a size, and what its program holds.
pub(crate) struct Folders {
    pub(crate) program: PathBuf,
    pub(crate) site: PathBuf,
    /// Where the finished site is copied to.
    pub(crate) copy: PathBuf,
    pub(crate) made: Made,
}

/// Files below a folder and the bytes in them.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Amount {
    pub(crate) files: u64,
    pub(crate) bytes: u64,
}

/// Makes the program of a size, unless this version of it is there.
pub(crate) fn prepare(size: Size) -> io::Result<Folders> {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("bench").join(size.to_string());
    let (program, stamp) = (root.join("program"), root.join("made.txt"));
    let made = match fs::read_to_string(&stamp).ok().and_then(|text| stamped(&text)) {
        Some(made) => made,
        None => make(size, &program, &stamp)?,
    };
    Ok(Folders { program, site: root.join("site"), copy: root.join("copy"), made })
}

/// Makes the program, and the stamp only when all of it is there.
fn make(size: Size, program: &Path, stamp: &Path) -> io::Result<Made> {
    remove(program)?;
    let made = program::write(size, program)?;
    let text = format!("{} {} {}\n", VERSION, made.invitations, made.answers);
    fs::write(stamp, text)?;
    Ok(made)
}

/// What a stamp of this version says was made.
fn stamped(text: &str) -> Option<Made> {
    let mut numbers = text.split_whitespace().map(str::parse);
    let mut number = || numbers.next()?.ok();
    let same = number()? == u64::from(VERSION);
    let made = Made { invitations: number()?, answers: number()? };
    same.then_some(made)
}

/// Removes a folder with all that is in it, if it is there.
pub(crate) fn remove(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// What lies below a folder.
pub(crate) fn amount(folder: &Path) -> io::Result<Amount> {
    let mut amount = Amount::default();
    for entry in WalkDir::new(folder) {
        let entry = entry?;
        if entry.file_type().is_file() {
            amount.files += 1;
            amount.bytes += entry.metadata()?.len();
        }
    }
    Ok(amount)
}

/// Copies a folder file by file.
pub(crate) fn copy(from: &Path, to: &Path) -> io::Result<()> {
    for entry in WalkDir::new(from) {
        let entry = entry?;
        let target = to.join(entry.path().strip_prefix(from).map_err(io::Error::other)?);
        if entry.file_type().is_dir() {
            fs::create_dir(target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
