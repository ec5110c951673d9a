//! What a file of the site is to hold, compared and written without a second copy in memory.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Write};
use std::path::Path;

use crate::sources::opening::open_file;

/// How much of a file is read at once.
const CHUNK: usize = 64 * 1024;

/// What a file is to hold.
#[derive(Clone, Copy)]
pub(super) enum Content<'a> {
    /// These bytes: a page.
    Bytes(&'a [u8]),
    /// What another file holds: something from `static/`, which may be large.
    File(&'a Path),
}

impl Content<'_> {
    /// Its length in bytes.
    pub(super) fn length(self) -> io::Result<u64> {
        match self {
            Self::Bytes(bytes) => Ok(bytes.len() as u64),
            Self::File(path) => Ok(path.metadata()?.len()),
        }
    }

    /// Whether a plain file holds just this; lengths are compared first.
    pub(super) fn is_in(self, path: &Path) -> io::Result<bool> {
        let standing = path.symlink_metadata()?;
        if !standing.is_file() || standing.len() != self.length()? {
            return Ok(false);
        }
        let held = BufReader::with_capacity(CHUNK, open_file(path)?);
        match self {
            Self::Bytes(bytes) => equal(held, bytes),
            Self::File(from) => equal(held, BufReader::with_capacity(CHUNK, open_file(from)?)),
        }
    }

    /// Writes it into a file that was just created.
    pub(super) fn write_to(self, file: &mut File) -> io::Result<()> {
        match self {
            Self::Bytes(bytes) => file.write_all(bytes),
            Self::File(from) => io::copy(&mut open_file(from)?, file).map(drop),
        }
    }
}

fn equal(mut left: impl BufRead, mut right: impl BufRead) -> io::Result<bool> {
    loop {
        let (one, other) = (left.fill_buf()?, right.fill_buf()?);
        let both = one.len().min(other.len());
        if one[..both] != other[..both] {
            return Ok(false);
        }
        if both == 0 {
            return Ok(one.is_empty() && other.is_empty());
        }
        left.consume(both);
        right.consume(both);
    }
}
