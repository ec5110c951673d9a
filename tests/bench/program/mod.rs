//! Makes programs of any size: accounts with their people, half-yearly waves of one survey with invitations and answers,
//! tickets, actions and commentary. The same size gives the same bytes; whoever changes them
//! raises the `VERSION` of those that are kept.

mod accounts;
mod random;
mod records;
mod surveys;
mod waves;
mod words;

use std::fmt;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::str::FromStr;

/// How large a program is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Size {
    pub(crate) accounts: u32,
    pub(crate) waves: u32,
}

/// What is in a program that was made.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Made {
    pub(crate) invitations: u64,
    pub(crate) answers: u64,
}

impl fmt::Display for Size {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}x{}", self.accounts, self.waves)
    }
}

impl FromStr for Size {
    type Err = String;

    /// Reads `10000x4`. Fewer than ten accounts would leave a tier empty, and a wave lies after 1996.
    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("`{text}` is no size: write accounts and waves, as in `10000x4`");
        let (accounts, waves) = text.split_once('x').ok_or_else(wrong)?;
        let size =
            Self { accounts: accounts.parse().map_err(|_| wrong())?, waves: waves.parse().map_err(|_| wrong())? };
        let possible = (10..=900_000).contains(&size.accounts) && (1..=60).contains(&size.waves);
        possible.then_some(size).ok_or_else(|| format!("`{text}`: from 10 to 900000 accounts, 1 to 60 waves"))
    }
}

/// Writes a program into a folder that is created.
pub(crate) fn write(size: Size, folder: &Path) -> io::Result<Made> {
    for below in ["data/tickets", "data/surveys/relationship", "commentary/accounts"] {
        fs::create_dir_all(folder.join(below))?;
    }
    fs::write(folder.join("cxbook.yaml"), include_str!("cxbook.yaml"))?;
    file(&folder.join("data/accounts.yaml"), |out| accounts::write(size, out))?;
    file(&folder.join("data/tickets/2026.yaml"), |out| records::tickets(size, out))?;
    file(&folder.join("data/actions.yaml"), |out| records::actions(size, out))?;
    let mut made = Made::default();
    for position in 0..size.waves {
        let wave = waves::Wave::of(size, position);
        let path = folder.join(format!("data/surveys/relationship/{wave}.yaml"));
        let more = file(&path, |out| surveys::write(size, wave, out))?;
        made.invitations += more.invitations;
        made.answers += more.answers;
    }
    fs::write(folder.join("commentary/index.md"), records::overview(size))?;
    for (name, text) in records::about_accounts(size) {
        fs::write(folder.join("commentary/accounts").join(name), text)?;
    }
    Ok(made)
}

fn file<T>(path: &Path, work: impl FnOnce(&mut BufWriter<File>) -> io::Result<T>) -> io::Result<T> {
    let mut out = BufWriter::new(File::create(path)?);
    let done = work(&mut out)?;
    out.flush()?;
    Ok(done)
}
