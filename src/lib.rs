//! cxbook turns a folder of survey results and commentary into a static report site.

pub mod cli;
pub mod diagnostic;
pub mod metrics;
pub mod output;
pub mod pages;
pub mod program;
pub mod sources;
