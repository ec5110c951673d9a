//! The test suite.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::format_push_string,
    clippy::panic,
    clippy::case_sensitive_file_extension_comparisons,
    reason = "a test that cannot go on has failed, and says where"
)]

mod architecture;
mod builds;
mod charts;
mod commands;
mod diagnostics;
mod disclosure;
mod ids;
mod live;
mod metrics;
mod mistakes;
mod output;
mod pages;
mod project;
mod recipes;
mod rows;
mod schemas;
mod subjects;
mod words;
