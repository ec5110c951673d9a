//! `build` and `check`: a source folder → a site, or what is wrong with it.

use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Instant;

use jiff::civil::Date;

use super::counted::{counted, plural, warnings};
use super::progress::{Manner, shown};
use super::report::printable;
use super::{MISTAKES, USAGE, lines, report};
use crate::cli::{CheckArgs, Format, GlobalArgs};
use crate::diagnostic::{Diagnostic, Diagnostics, Severity, ToldDiagnostics};
use crate::output::Overwrite;
use crate::{Built, Options, Timings};

/// Builds the site.
pub(super) fn build(args: &CheckArgs, global: GlobalArgs) -> ExitCode {
    run(args, global, |options, diagnostics, timings| {
        let built = crate::build(options, diagnostics, timings)?;
        let folder = printable(&built.folder.to_string_lossy());
        Some((built, format!(" in `{folder}`")))
    })
}

/// Checks the program and renders all pages, but writes nothing.
pub(super) fn check(args: &CheckArgs, global: GlobalArgs) -> ExitCode {
    run(args, global, |options, diagnostics, timings| {
        let built = crate::check(options, diagnostics, timings)?;
        Some((built, " checked".to_owned()))
    })
}

type BuildEnd = Option<(Built, String)>;

fn run(
    args: &CheckArgs,
    global: GlobalArgs,
    work: impl FnOnce(&Options, &mut Diagnostics, &mut Timings) -> BuildEnd + Send,
) -> ExitCode {
    let started = Instant::now();
    let mut diagnostics = Diagnostics::default();
    let mut timings = Timings::default();
    let options = match options(args) {
        Ok(options) => options,
        Err(message) => {
            eprintln!("error: {message}");
            return ExitCode::from(USAGE);
        }
    };
    let manner = Manner::fitting(global);
    let outcome = shown(&options.progress, manner, || {
        in_pool(pool(args.jobs).as_ref(), || work(&options, &mut diagnostics, &mut timings))
    });
    let found = diagnostics.told();
    let left_out = |diagnostic: &Diagnostic| global.quiet && !args.strict && diagnostic.severity() == Severity::Warning;
    let told: Vec<&Diagnostic> = found.list.iter().filter(|diagnostic| !left_out(diagnostic)).collect();
    tell(&told, &args.dir, global.format);
    let seconds = started.elapsed().as_secs_f64();
    if args.timings {
        print_timings(&timings, seconds);
    }
    end(outcome, &found, seconds, global)
}

/// The last line, and the exit code.
fn end(outcome: BuildEnd, found: &ToldDiagnostics, seconds: f64, global: GlobalArgs) -> ExitCode {
    let Some((built, what)) = outcome else {
        let strict = found.count(Severity::Error) == 0;
        let strict = if strict { " (warnings are mistakes with `--strict`)" } else { "" };
        eprintln!("no site: {}{strict}", counted(found));
        return ExitCode::from(MISTAKES);
    };
    if let Some(note) = kept(&built)
        && !global.quiet
    {
        eprintln!("{note}");
    }
    let done = format!("{}{what}, {}, {seconds:.2} s", plural(built.pages, "page"), warnings(found));
    match global.format {
        _ if global.quiet => {}
        Format::Human => println!("{done}"),
        Format::Json | Format::Github | Format::Gitlab => eprintln!("{done}"),
    }
    ExitCode::SUCCESS
}

/// So many files are named that were left where they were; the rest are counted.
const MOST_KEPT: usize = 10;

/// A note on what lies in the site's folder and is not cxbook's.
pub(super) fn kept(built: &Built) -> Option<String> {
    let what = names(&built.kept)?;
    Some(format!("note: kept in `{}` what cxbook did not write: {what}", printable(&built.folder.to_string_lossy())))
}

/// A list of files for the terminal.
pub(super) fn names(files: &[String]) -> Option<String> {
    let named: Vec<String> =
        files.iter().take(MOST_KEPT).map(|name| format!("`{}`", report::printable(name))).collect();
    match files.len().saturating_sub(MOST_KEPT) {
        _ if files.is_empty() => None,
        0 => Some(named.join(", ")),
        more => Some(format!("{} and {more} more", named.join(", "))),
    }
}

/// Tells what is wrong: to a person on the standard error, to a program on the standard output.
pub(super) fn tell(diagnostics: &[&Diagnostic], root: &Path, format: Format) {
    match format {
        Format::Human => anstream::eprint!("{}", report::rendered(diagnostics, root)),
        Format::Json => print!("{}", lines::each_as_json(diagnostics, root)),
        Format::Github => print!("{}", lines::github(diagnostics, root)),
        Format::Gitlab => {
            anstream::eprint!("{}", report::rendered(diagnostics, root));
            print!("{}", lines::gitlab(diagnostics, root));
        }
    }
}

/// How long each stage took. What is left of the whole went into freeing what the stages made, and into messages.
pub(super) fn print_timings(timings: &Timings, total: f64) {
    let rest = total - timings.stages.iter().map(|(_, seconds)| seconds).sum::<f64>();
    for (stage, seconds) in timings.stages.iter().copied().chain([("rest", rest), ("total", total)]) {
        eprintln!("{stage:>8} {seconds:>8.3} s");
    }
}

/// Everything that was typed, with every default filled in.
pub(super) fn options(args: &CheckArgs) -> Result<Options, String> {
    Ok(Options {
        source: args.dir.clone(),
        output: args.output.clone().unwrap_or_else(|| args.dir.join("site")),
        overwrite: if args.force { Overwrite::AnyFolder } else { Overwrite::OwnSiteOnly },
        strict: args.strict,
        today: today(args.today)?,
        base_url: args.base_url.clone(),
        progress: Arc::default(),
    })
}

/// The day that was typed, else that of `SOURCE_DATE_EPOCH`.
pub(super) fn today(typed: Option<Date>) -> Result<Option<Date>, String> {
    typed.map_or_else(source_date_epoch, |day| Ok(Some(day)))
}

/// The day that `SOURCE_DATE_EPOCH` names, in UTC.
fn source_date_epoch() -> Result<Option<Date>, String> {
    let Ok(text) = std::env::var("SOURCE_DATE_EPOCH") else { return Ok(None) };
    let timestamp = text.trim().parse().ok().and_then(|seconds| jiff::Timestamp::from_second(seconds).ok());
    let day = timestamp.map(|timestamp| timestamp.to_zoned(jiff::tz::TimeZone::UTC).date());
    day.map(Some).ok_or_else(|| format!("SOURCE_DATE_EPOCH is `{text}`, not a number of seconds since 1970"))
}

/// So many threads; none of their own where there cannot be any.
pub(super) fn pool(jobs: Option<u16>) -> Option<rayon::ThreadPool> {
    rayon::ThreadPoolBuilder::new().num_threads(jobs.map_or(0, usize::from)).build().ok()
}

/// Does the work with these threads; without any of its own it is done by the one there is.
pub(super) fn in_pool<T: Send>(pool: Option<&rayon::ThreadPool>, work: impl FnOnce() -> T + Send) -> T {
    match pool {
        Some(pool) => pool.install(work),
        None => work(),
    }
}
