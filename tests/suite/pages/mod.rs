//! What pages and files say.

mod kinds;
mod tables;
