//! The programs that the benchmark makes: only what builds without a warning, and is the same each time, is worth
//! measuring.

#[path = "../../bench/program/mod.rs"]
mod program;

use tempfile::TempDir;

use crate::project::{files, run};

#[test]
fn a_made_program_builds_without_a_warning_and_is_the_same_each_time() {
    let size: program::Size = "20x2".parse().unwrap();
    let (one, other) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    let made = program::write(size, one.path()).unwrap();
    assert_eq!(program::write(size, other.path()).unwrap(), made);
    assert!(files(one.path()) == files(other.path()), "two programs of one size differ");

    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_cxbook"));
    command.args(["build", ".", "--strict"]).current_dir(one.path()).env_remove("SOURCE_DATE_EPOCH");
    let built = run(&mut command);
    assert_eq!((built.code, built.stderr.as_str()), (0, ""));
    let share = made.answers * 100 / made.invitations;
    assert!((50..80).contains(&share), "{made:?} is not about 65 %");
}

#[test]
fn a_size_is_accounts_and_waves() {
    let size: program::Size = "10000x4".parse().unwrap();
    assert_eq!((size.accounts, size.waves, size.to_string().as_str()), (10_000, 4, "10000x4"));
    for wrong in ["", "x", "10000", "9x4", "20x0", "20x61", "-20x2", "20x2x2"] {
        assert!(wrong.parse::<program::Size>().is_err(), "{wrong}");
    }
}
