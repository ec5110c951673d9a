//! What a user can type.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use jiff::civil::Date;

/// Builds report sites for customer-experience programs.
///
/// A folder of YAML survey results and Markdown commentary goes in; a static site of account and segment pages comes
/// out, with every figure beside its interval and its number of answers.
#[derive(Debug, Parser)]
#[command(name = "cxbook", version, about, long_about, arg_required_else_help = true, max_term_width = 100)]
#[command(after_help = "Start with `cxbook init my-program`, then `cxbook build my-program`.")]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What cxbook can do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Build the site of a program.
    Build(BuildArgs),
    /// Do everything that `build` does but write: report mistakes and warnings.
    Check(CheckArgs),
    /// Show the site in a browser and keep it up with its sources while they are edited.
    #[command(visible_aliases = ["dev", "preview"])]
    Serve(ServeArgs),
    /// Write a small program to start from, with every key explained.
    Init(InitArgs),
}

/// How a program is read and checked.
#[derive(Debug, Args)]
pub struct CheckArgs {
    /// The folder with `cxbook.yaml`.
    #[arg(default_value = ".")]
    pub dir: PathBuf,

    /// Where the site goes [default: `site` in the program's folder].
    #[arg(short, long, value_name = "FOLDER")]
    pub output: Option<PathBuf>,

    /// Replace the output folder even if cxbook did not make it, with all that is in it.
    #[arg(long)]
    pub force: bool,

    /// Take warnings for mistakes.
    #[arg(long)]
    pub strict: bool,

    /// Use so many threads [default: one for each core].
    #[arg(short, long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub jobs: Option<u16>,

    /// The day that the report speaks of as today [default: `SOURCE_DATE_EPOCH`, else the last day of the data].
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub today: Option<Date>,

    /// Where the site is published, instead of `base_url` in `cxbook.yaml`.
    #[arg(long, value_name = "URL")]
    pub base_url: Option<String>,

    /// Print how long each stage took.
    #[arg(long)]
    pub timings: bool,
}

/// How a site is built.
#[derive(Debug, Args)]
pub struct BuildArgs {
    /// What is checked first.
    #[command(flatten)]
    pub check: CheckArgs,

    /// Build again whenever something changes.
    #[arg(short, long)]
    pub watch: bool,

    /// How changes are found.
    #[command(flatten)]
    pub changes: ChangesArgs,
}

/// How changes to the sources are found.
#[derive(Debug, Args)]
pub struct ChangesArgs {
    /// Watch, and look for changes every so many milliseconds, where the file system does not tell of them.
    #[arg(long, value_name = "MS", value_parser = clap::value_parser!(u64).range(10..=3_600_000))]
    pub poll: Option<u64>,
}

/// How a site is served.
#[derive(Debug, Args)]
pub struct ServeArgs {
    /// What is built.
    #[command(flatten)]
    pub check: CheckArgs,

    /// The address to listen on; others than this machine may ask only where one of theirs is given, such as `0.0.0.0`.
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1")]
    pub host: String,

    /// The port; the next free one where it is taken, any free one for 0.
    #[arg(short, long, default_value_t = 3900)]
    pub port: u16,

    /// Open the site in the browser.
    #[arg(long)]
    pub open: bool,

    /// How changes are found.
    #[command(flatten)]
    pub changes: ChangesArgs,
}

/// Where a new program is written.
#[derive(Debug, Args)]
pub struct InitArgs {
    /// The folder to write it to; it is made if it does not exist.
    #[arg(default_value = ".")]
    pub dir: PathBuf,

    /// For people instead of companies: many respondents, segments and no accounts.
    #[arg(long)]
    pub b2c: bool,
}
