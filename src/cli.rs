//! What a user can type.

use std::path::PathBuf;

use clap::builder::PossibleValue;
use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

use crate::sources::shape::FileKind;

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
    /// Write a small program to start from, with every key explained.
    Init(InitArgs),
    /// Explain the code of a mistake or warning, or a key of a file.
    Explain(ExplainArgs),
    /// Print what may stand in a file, as a JSON Schema for editors.
    Schema(SchemaArgs),
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

    /// How mistakes and warnings are written.
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = Format::Human)]
    pub format: Format,

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
}

/// How mistakes and warnings are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// With the line and what to do, on the standard error.
    Human,
    /// One JSON object a line, on the standard output.
    Json,
    /// Annotations of GitHub Actions, on the standard output.
    Github,
}

/// What is explained.
#[derive(Debug, Args)]
pub struct ExplainArgs {
    /// A code such as `E052`, or a key such as `accounts.renewal`; all codes where it is left out.
    pub what: Option<String>,
}

/// Which schema is printed.
#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub struct SchemaArgs {
    /// The kind of file.
    #[arg(value_enum)]
    pub kind: Option<FileKind>,

    /// Write all schemas into `.cxbook/schema/` of a program's folder, over those that are there.
    #[arg(long, value_name = "DIR")]
    pub write: Option<PathBuf>,
}

impl ValueEnum for FileKind {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.name()))
    }
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
