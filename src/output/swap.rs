//! Putting a staged site in the place of the old one.
//!
//! Linux and macOS exchange two folders in one step, on nearly every local file system. Elsewhere it takes two renames:
//! the old site is moved aside, then the new one in. That costs a moment in which there is no site, and a build that is
//! ended in just that moment leaves none, until the next build, before it does anything else, moves the old one back
//! ([`super::SiteTarget::settle`]). What is aside is always a whole site, because it is renamed again before it is removed.

use std::fs;
use std::io;
use std::path::Path;

/// Puts the folder `new` where `site` is; what was there is at `new` afterwards. `aside` is the name the old folder has
/// for a moment where folders cannot be exchanged.
///
/// # Errors
///
/// What the system says. The old site is then where it was.
pub fn swap(new: &Path, site: &Path, aside: &Path) -> io::Result<()> {
    match exchange(new, site) {
        Err(error) if error.kind() == io::ErrorKind::Unsupported => by_two_renames(new, site, aside),
        done => done,
    }
}

/// What [`swap`] does where folders cannot be exchanged.
///
/// # Errors
///
/// What the system says. The old site is then where it was, or, if even moving it back fails, at `aside`, from
/// where the next build fetches it.
pub fn by_two_renames(new: &Path, site: &Path, aside: &Path) -> io::Result<()> {
    fs::rename(site, aside)?;
    if let Err(error) = fs::rename(new, site) {
        fs::rename(aside, site)?;
        return Err(error);
    }
    // The new site is in place. Should this fail, the next build removes what is aside.
    let _ = fs::rename(aside, new);
    Ok(())
}

/// Puts the file `new` where `old` is, in one step, whether there was one or not; what was there may be at `new`
/// afterwards. Files are exchanged where that can be: renaming one over another makes ext4 write it out at once, which
/// takes seconds for a few thousand files.
///
/// # Errors
///
/// What the system says. The old file is then where it was.
pub fn replace(new: &Path, old: &Path) -> io::Result<()> {
    exchange(new, old).or_else(|_| fs::rename(new, old))
}

/// Exchanges two folders or files in one step; `Unsupported` where system or file system cannot.
#[cfg(any(target_os = "linux", target_os = "android", target_os = "macos"))]
fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    let cannot = [Errno::NOSYS, Errno::INVAL, Errno::NOTSUP, Errno::OPNOTSUPP];
    renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE)
        .map_err(|errno| if cannot.contains(&errno) { io::ErrorKind::Unsupported.into() } else { errno.into() })
}

/// Exchanges two folders or files in one step; `Unsupported` where system or file system cannot.
#[cfg(not(any(target_os = "linux", target_os = "android", target_os = "macos")))]
fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}
