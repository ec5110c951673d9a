//! `serve` and `build --watch` as processes of their own, against real events of the file system. Tests wait for lines
//! that are printed and for events that are sent.

mod edits;
mod events;
mod lasting;
mod process;
mod serving;
mod watching;
