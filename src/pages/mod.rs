//! pages
pub mod address;
pub mod csv;
pub mod metrics_csv;
pub mod words;
