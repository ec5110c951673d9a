//! What a user can type.

use std::path::PathBuf;

use clap::builder::{FalseyValueParser, PossibleValue};
use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use jiff::civil::Date;

use crate::sources::files::FileKind;

/// Builds report sites for customer-experience programs.
///
/// A folder of YAML survey results and Markdown commentary goes in; a static site of account and segment pages comes
/// out, with every figure beside its interval and its number of answers.
#[derive(Debug, Parser)]
#[command(name = "cxbook", version, about, long_about, arg_required_else_help = true, max_term_width = 100)]
#[command(after_help = "Start with `cxbook init my-program`, then `cxbook build my-program`.")]
pub struct Cli {
    /// What holds for all commands.
    #[command(flatten)]
    pub global: GlobalArgs,

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
    #[command(visible_alias = "validate")]
    Check(CheckArgs),
    /// Show the site in a browser and keep it up with its sources while they are edited.
    #[command(visible_aliases = ["dev", "preview"])]
    Serve(ServeArgs),
    /// Write a small program to start from, with every key explained.
    Init(InitArgs),
    /// Explain the code of a mistake or warning, or a key of a file.
    Explain(ExplainArgs),
    /// Print what may stand in a file, as a JSON Schema for editors.
    Schema(SchemaArgs),
    /// Write a well-formed file to where it belongs: an account, a wave, a commentary.
    New(NewArgs),
    /// Start a theme of your own, and look at the built-in one.
    Theme(ThemeArgs),
    /// Remove a built site: the files that cxbook wrote, and no others.
    Clean(CleanArgs),
    /// Print the completions for a shell.
    Completions(CompletionsArgs),
    /// Print the manual page.
    Man(ManArgs),
}

/// What can stand before the command or after it.
#[derive(Debug, Clone, Copy, Args)]
pub struct GlobalArgs {
    /// Print mistakes only: no warnings, no progress, no last line.
    #[arg(short, long, global = true, env = "CXBOOK_QUIET", value_parser = FalseyValueParser::new())]
    pub quiet: bool,

    /// Print what is being done, too.
    #[arg(short, long, global = true, env = "CXBOOK_VERBOSE", value_parser = FalseyValueParser::new())]
    #[arg(conflicts_with = "quiet")]
    pub verbose: bool,

    /// How mistakes and warnings are written.
    #[arg(long, global = true, env = "CXBOOK_FORMAT", value_enum, value_name = "FORMAT")]
    #[arg(default_value_t = Format::Human)]
    pub format: Format,
}

/// How a program is read and checked.
#[derive(Debug, Args)]
pub struct CheckArgs {
    /// The folder with `cxbook.yaml`.
    #[arg(default_value = ".")]
    pub dir: PathBuf,

    /// Where the site goes [default: `site` in the program's folder].
    #[arg(short, long, env = "CXBOOK_OUTPUT", value_name = "FOLDER")]
    pub output: Option<PathBuf>,

    /// Build into the output folder even if cxbook did not make it; what is in it is kept, but for files in the places
    /// that the site needs.
    #[arg(long, env = "CXBOOK_FORCE", value_parser = FalseyValueParser::new())]
    pub force: bool,

    /// Take warnings for mistakes.
    #[arg(long, env = "CXBOOK_STRICT", value_parser = FalseyValueParser::new())]
    pub strict: bool,

    /// Use so many threads [default: one for each core].
    #[arg(short, long, env = "CXBOOK_JOBS", value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub jobs: Option<u16>,

    /// The day that the report speaks of as today [default: `SOURCE_DATE_EPOCH`, else the last day of the data].
    #[arg(long, env = "CXBOOK_TODAY", value_name = "YYYY-MM-DD")]
    pub today: Option<Date>,

    /// Where the site is published, instead of `base_url` in `cxbook.yaml`.
    #[arg(long, env = "CXBOOK_BASE_URL", value_name = "URL")]
    pub base_url: Option<String>,

    /// Print how long each stage took.
    #[arg(long, env = "CXBOOK_TIMINGS", value_parser = FalseyValueParser::new())]
    pub timings: bool,
}

/// How a site is built.
#[derive(Debug, Args)]
pub struct BuildArgs {
    /// What is checked first.
    #[command(flatten)]
    pub check: CheckArgs,

    /// Build again whenever something changes.
    #[arg(short, long, env = "CXBOOK_WATCH", value_parser = FalseyValueParser::new())]
    pub watch: bool,

    /// How changes are found.
    #[command(flatten)]
    pub changes: ChangesArgs,
}

/// How changes to the sources are found.
#[derive(Debug, Args)]
pub struct ChangesArgs {
    /// Watch, and look for changes every so many milliseconds, where the file system does not tell of them.
    #[arg(long, env = "CXBOOK_POLL", value_name = "MS", value_parser = clap::value_parser!(u64).range(10..=3_600_000))]
    pub poll: Option<u64>,
}

/// How a site is served.
#[derive(Debug, Args)]
pub struct ServeArgs {
    /// What is built.
    #[command(flatten)]
    pub check: CheckArgs,

    /// The address to listen on; others than this machine may ask only where one of theirs is given, such as `0.0.0.0`.
    #[arg(long, env = "CXBOOK_HOST", value_name = "ADDRESS", default_value = "127.0.0.1")]
    pub host: String,

    /// The port; the next free one where it is taken, any free one for 0.
    #[arg(short, long, env = "CXBOOK_PORT", default_value_t = 3900)]
    pub port: u16,

    /// Open the site in the browser.
    #[arg(long, env = "CXBOOK_OPEN", value_parser = FalseyValueParser::new())]
    pub open: bool,

    /// How changes are found.
    #[command(flatten)]
    pub changes: ChangesArgs,
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
    /// A Code Quality report of GitLab, on the standard output; for a person on the standard error, too.
    Gitlab,
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

/// What is written, and into which program.
#[derive(Debug, Args)]
pub struct NewArgs {
    /// What is written.
    #[command(subcommand)]
    pub what: New,
}

/// A file that can be written.
#[derive(Debug, Subcommand)]
pub enum New {
    /// A customer, as `data/accounts/ID.yaml`.
    Account(NewFileArgs),
    /// A wave of a survey, as `data/surveys/SURVEY/WAVE.yaml`; named `SURVEY/WAVE`, or `WAVE` where there is one survey.
    Wave(NewFileArgs),
    /// The text of a page, as `commentary/NAME.md`: `index`, `accounts/ID`, `segments/DIMENSION/VALUE`, `waves/WAVE`.
    Commentary(NewFileArgs),
}

/// What the new file is called.
#[derive(Debug, Args)]
pub struct NewFileArgs {
    /// Its name.
    pub name: String,

    /// The folder with `cxbook.yaml`.
    #[arg(long, default_value = ".")]
    pub dir: PathBuf,
}

/// What is done about themes.
#[derive(Debug, Args)]
pub struct ThemeArgs {
    /// What is done.
    #[command(subcommand)]
    pub what: ThemeCommand,
}

/// What can be done about themes.
#[derive(Debug, Subcommand)]
pub enum ThemeCommand {
    /// Write a theme to start from into `themes/NAME/`, with what may be changed in comments.
    New(ThemeNewArgs),
    /// Print the files of the built-in theme and what each is for; `*` is before those that the program's theme replaces.
    List(ThemeListArgs),
    /// Print a file of the built-in theme, such as `base.html` or `style.css`.
    Show(ThemeShowArgs),
    /// Print what the template of a page is given, as JSON, or what each field of it is.
    Data(ThemeDataArgs),
}

/// What the new theme is called, and in which program it is.
#[derive(Debug, Args)]
pub struct ThemeNewArgs {
    /// Its name, which its folder and `theme` in `cxbook.yaml` have.
    pub name: String,

    /// The folder with `cxbook.yaml`.
    #[arg(default_value = ".")]
    pub dir: PathBuf,
}

/// Whose theme is held against the built-in one.
#[derive(Debug, Args)]
pub struct ThemeListArgs {
    /// The folder with `cxbook.yaml`; nothing is marked where there is none.
    #[arg(default_value = ".")]
    pub dir: PathBuf,
}

/// Which file is printed.
#[derive(Debug, Args)]
pub struct ThemeShowArgs {
    /// Its path, as `cxbook theme list` has it, with its first folder or without.
    pub file: String,
}

/// What of which page is printed.
#[derive(Debug, Args)]
pub struct ThemeDataArgs {
    /// The page: its address, such as `accounts/acme` or `segments`, or `index`.
    pub page: String,

    /// The folder with `cxbook.yaml`.
    #[arg(default_value = ".")]
    pub dir: PathBuf,

    /// Print what each field is, instead of what is in it: its path, what it takes, what it means.
    #[arg(long)]
    pub fields: bool,

    /// The day that the report speaks of as today [default: `SOURCE_DATE_EPOCH`, else the last day of the data].
    #[arg(long, env = "CXBOOK_TODAY", value_name = "YYYY-MM-DD")]
    pub today: Option<Date>,

    /// Where the site is published, instead of `base_url` in `cxbook.yaml`.
    #[arg(long, env = "CXBOOK_BASE_URL", value_name = "URL")]
    pub base_url: Option<String>,
}

/// Which site is removed.
#[derive(Debug, Args)]
pub struct CleanArgs {
    /// The folder with `cxbook.yaml`.
    #[arg(default_value = ".")]
    pub dir: PathBuf,

    /// Where the site is [default: `site` in the program's folder].
    #[arg(short, long, env = "CXBOOK_OUTPUT", value_name = "FOLDER")]
    pub output: Option<PathBuf>,
}

/// Which shell is told.
#[derive(Debug, Args)]
pub struct CompletionsArgs {
    /// The shell.
    #[arg(value_enum)]
    pub shell: Shell,
}

/// Which manual page is printed.
#[derive(Debug, Args)]
pub struct ManArgs {
    /// The command that it is of; that of cxbook where it is left out.
    pub command: Option<String>,
}
