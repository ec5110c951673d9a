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

# Installs Debian packages, as root or through sudo.
install_packages() {
  say "installing $*"
  local as=()
  [ "$(id -u)" = 0 ] || as=(sudo)
  "${as[@]}" apt-get update
  "${as[@]}" apt-get install -y --no-install-recommends "$@"
}

if ! command -v cc >/dev/null; then
  install_packages gcc libc6-dev
fi
if ! command -v node >/dev/null; then
  install_packages nodejs npm
elif ! command -v npm >/dev/null; then
  install_packages npm
fi
if [ "$(node -p 'parseInt(process.versions.node)')" -lt 18 ]; then
  echo "node is $(node --version): install Node.js 18 or later, then run this again" >&2
  exit 1
fi
if [ -z "${CXBOOK_CHROMIUM:-}" ]; then
  command -v chromium >/dev/null || install_packages chromium fonts-dejavu-core
  CXBOOK_CHROMIUM="$(command -v chromium || true)"
fi
if ! [ -x "$CXBOOK_CHROMIUM" ]; then
  echo "chromium is missing: install it, or name its executable in CXBOOK_CHROMIUM, then run this again" >&2
  exit 1
fi
export CXBOOK_CHROMIUM
# The lock file beside the packages tells what was installed, so that nothing is fetched when nothing changed.
if ! cmp -s tests/browser/package-lock.json tests/browser/node_modules/installed-lock.json; then
  say "installing the npm packages of the browser tests"
  (cd tests/browser && npm ci --no-audit --no-fund && cp package-lock.json node_modules/installed-lock.json)
fi

say "formatting"
cargo fmt --check

say "lints"
cargo clippy --locked --all-targets -- -D warnings

say "documentation"
RUSTDOCFLAGS="-D warnings" cargo doc --locked --no-deps --lib

say "pages in a browser"
cargo build --locked
sites="$(mktemp -d)"
trap 'rm -rf "$sites"' EXIT
CXBOOK="${CARGO_TARGET_DIR:-target}/debug/cxbook" node tests/browser/build.mjs "$sites"
# One file after the other: several browsers at once starve each other on two cores.
CXBOOK_SITES="$sites" node --test --test-concurrency=1 --test-reporter=spec tests/browser/*.test.mjs

say "tests"
cargo test --locked --lib --bins
cargo test --locked --doc
cargo test --locked --test suite

say "all passed"
