//! How long builds take: `cargo bench -- 10000x4` makes a program of 10,000 accounts and 4 waves, builds it, and prints
//! the time of each stage, the memory, and what copying the finished site takes, below which no build can come.
//! `cargo bench -- --edits 2000x8` measures edits while the program is served instead.
//!
//! Nothing here fails for being slow: it measures, and people compare.
#![expect(clippy::print_stdout, reason = "a benchmark prints what it measured")]

mod edits;
mod folders;
mod measure;
mod program;
mod table;

use std::error::Error;

use program::Size;

/// What is measured when no size is given.
const USUAL: [Size; 3] =
    [Size { accounts: 200, waves: 6 }, Size { accounts: 2_000, waves: 8 }, Size { accounts: 10_000, waves: 4 }];

fn main() -> Result<(), Box<dyn Error>> {
    let Asked { sizes, runs, edits } = arguments(std::env::args().skip(1))?;
    for size in sizes {
        let folders = folders::prepare(size)?;
        print!("{}", table::head(size, &folders)?);
        if edits {
            println!("{}", table::edits(&edits::measure(&folders)?));
            continue;
        }
        let measured = measure::measure(&folders, runs)?;
        println!("{}", table::table(&measured));
    }
    Ok(())
}

/// What is measured.
struct Asked {
    sizes: Vec<Size>,
    /// How many builds are made of each.
    runs: usize,
    /// Whether edits are measured, and no builds.
    edits: bool,
}

fn arguments(mut words: impl Iterator<Item = String>) -> Result<Asked, String> {
    let (mut sizes, mut runs, mut edits) = (Vec::new(), 1, false);
    while let Some(word) = words.next() {
        match word.as_str() {
            // Cargo says what it runs.
            "--bench" => {}
            "--edits" => edits = true,
            "--runs" => {
                let number = words.next().and_then(|number| number.parse().ok()).filter(|number| *number > 0);
                runs = number.ok_or("`--runs` takes a number from 1, as in `cargo bench -- 10000x4 --runs 3`")?;
            }
            size => sizes.push(size.parse()?),
        }
    }
    Ok(Asked { sizes: if sizes.is_empty() { USUAL.to_vec() } else { sizes }, runs, edits })
}
