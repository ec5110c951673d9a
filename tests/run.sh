#!/usr/bin/env bash
# The one test command: formatting, lints, documentation, tests. Any of them failing fails it.
# Installs what is missing, and says so. Runs from anywhere, as root or not.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

say() { printf '\n== %s\n' "$*"; }

if ! command -v cargo >/dev/null; then
  echo "cargo is missing: install Rust 1.89 or later from https://rustup.rs, then run this again" >&2
  exit 1
fi
for component in rustfmt clippy; do
  if ! cargo "${component/rustfmt/fmt}" --version >/dev/null 2>&1; then
    say "installing the Rust component $component"
    rustup component add "$component"
  fi
done
if ! command -v cc >/dev/null; then
  say "installing a C linker (gcc)"
  if [ "$(id -u)" = 0 ]; then apt-get update && apt-get install -y gcc libc6-dev; else sudo apt-get update && sudo apt-get install -y gcc libc6-dev; fi
fi

say "formatting"
cargo fmt --check

say "lints"
cargo clippy --locked --all-targets -- -D warnings

say "documentation"
RUSTDOCFLAGS="-D warnings" cargo doc --locked --no-deps --lib

say "tests"
cargo test --locked --lib --bins
cargo test --locked --doc
cargo test --locked --test suite

say "all passed"
