//! Files → disk: a site is staged beside the output folder, then swapped in whole.
//!
//! The promise is that whoever ends a build at any moment finds the old site or the new one. So nothing is ever written
//! into the site itself: [`target()`] finds out where the site goes and whether it may, [`SiteTarget::stage`] opens a hidden
//! folder beside it, [`Staging::write`] and [`Staging::copy`] fill that folder from as many threads as there are, and
//! [`Staging::publish`] exchanges the two folders in one step. Files that did not change are linked from the old
//! site, so that they keep their times; files that no longer belong stay behind and go with the old folder. What cxbook
//! did not write is brought along: the marker of a site lists what it did ([`MARKER`]).
//!
//! Who edits a program and looks at its site wants to see the one page that changed, and not to wait for all others. So
//! once a process has built a site it opens that same site with [`SiteTarget::update`] and replaces single files
//! ([`Writing`] is either of the two ways). The moves are written down before the first, and whoever comes after a
//! process that was killed finishes them ([`SiteTarget::settle`]).
//!
//! Three hidden names beside a site `site` belong to this stage: `.site.cxbook-new`, in which files are made and old ones
//! left; `.site.cxbook-old`, which only ever appears where folders cannot be exchanged (see [`swap`]); and
//! `.site.cxbook-mark`, a marker on its way. The next build clears them up.
//!
//! The promise is about ended builds, not about a power cut: files are not forced to the disk one by one, because that
//! would cost more than making them.

mod address;
mod clear;
mod content;
mod foreign;
mod moves;
mod parent;
mod record;
mod recovery;
mod staging;
pub mod swap;
mod target;
mod tree;
mod update;
mod writing;

pub use clear::Cleared;
pub use staging::{Staging, WrittenSite};
pub use target::{Overwrite, SiteTarget, target};
pub use update::{Gate, Identity, Update};
pub use writing::{Changes, Published, Writing};

/// The file that tells a site of cxbook from any other folder, and its own files from others; it lies at the top of
/// every site. It says nothing but the addresses of the files, so that the same input gives the same bytes.
pub const MARKER: &str = ".cxbook";
