//! Opening files without ever waiting for one: a pipe has no end, and reading it would wait for whoever writes to it.
//!
//! What stands at a path may change between a look and the opening, so it is the opened file that is looked at. Opening
//! itself must not wait, either, which a pipe makes it do unless it is told not to.

use std::fs::{File, FileType, Metadata, OpenOptions};
use std::io::{self, ErrorKind};
use std::path::Path;

/// Opens a regular file for reading.
///
/// # Errors
/// What the system says; `InvalidInput` for a folder, a pipe, a socket or a device.
pub fn open_file(path: &Path) -> io::Result<File> {
    let file = options().open(path)?;
    let found = file.metadata()?;
    if found.is_file() { Ok(file) } else { Err(not_a_file(&found)) }
}

/// Reads a whole regular file.
///
/// # Errors
/// As [`open_file`].
pub fn read_file(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    io::Read::read_to_end(&mut open_file(path)?, &mut bytes)?;
    Ok(bytes)
}

/// Why something is not opened that is no file.
pub(super) fn not_a_file(found: &Metadata) -> io::Error {
    io::Error::new(ErrorKind::InvalidInput, format!("it is {}, and only files are read", what(found.file_type())))
}

#[cfg(unix)]
fn options() -> OpenOptions {
    use std::os::unix::fs::OpenOptionsExt;
    let mut options = OpenOptions::new();
    // Regular files are read as ever; the standard library closes it in child processes.
    options.read(true).custom_flags(rustix::fs::OFlags::NONBLOCK.bits().cast_signed());
    options
}

#[cfg(not(unix))]
fn options() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.read(true);
    options
}

#[cfg(unix)]
fn what(kind: FileType) -> &'static str {
    use std::os::unix::fs::FileTypeExt;
    match kind {
        kind if kind.is_dir() => "a folder",
        kind if kind.is_fifo() => "a pipe",
        kind if kind.is_socket() => "a socket",
        _ => "a device",
    }
}

#[cfg(not(unix))]
fn what(kind: FileType) -> &'static str {
    if kind.is_dir() { "a folder" } else { "no file" }
}
