//! The codes of mistakes: that each is used and explained, and that explanations are true; and the forms in which
//! programs read them.

mod codes;
mod formats;
mod suggestions;
mod templates;
