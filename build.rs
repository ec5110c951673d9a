//! Rebuilds the crate when a file of the built-in theme is added, which the compiler alone would not notice.

fn main() {
    println!("cargo::rerun-if-changed=themes");
}
