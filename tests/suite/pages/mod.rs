//! What pages and files say.

mod tables;
