//! The command line of cxbook.

fn main() {}
