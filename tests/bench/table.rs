//! What was measured, as a plain table.

use std::io;

use crate::edits::{Edit, Edits};
use crate::folders::{self, Folders};
use crate::measure::{Build, Measured, middle};
use crate::program::Size;

/// What is built.
pub(crate) fn head(size: Size, folders: &Folders) -> io::Result<String> {
    let sources = folders::amount(&folders.program)?;
    Ok(format!(
        "size {size}: {} accounts, {} waves, {} invitations, {} answers, {} of sources\n\n",
        grouped(size.accounts.into()),
        size.waves,
        grouped(folders.made.invitations),
        grouped(folders.made.answers),
        megabytes(sources.bytes)
    ))
}

/// The first build beside the one over its own site.
pub(crate) fn table(measured: &Measured) -> String {
    let Measured { cold, again, site, copying } = measured;
    let mut rows = vec![row("", "new site", "nothing changed")];
    for (position, (stage, seconds)) in cold.stages.iter().enumerate().filter(|(_, (stage, _))| stage != "total") {
        let second = again.stages.get(position).map_or_else(String::new, |(_, seconds)| time(*seconds));
        rows.push(row(stage, &time(*seconds), &second));
    }
    rows.push(row("the whole process", &time(cold.wall), &time(again.wall)));
    rows.push(row("processor time", &processors(cold), &processors(again)));
    rows.push(row("pages", &grouped(cold.pages.into()), &grouped(again.pages.into())));
    rows.push(row("pages a second", &rate(cold), &rate(again)));
    rows.push(row("most memory", &memory(cold), &memory(again)));
    rows.push(row("site", &megabytes(site.bytes), ""));
    rows.push(row("files in it", &grouped(site.files), ""));
    rows.push(row("copying it", &time(*copying), ""));
    rows.concat()
}

/// The edit in the middle of each kind, and the slowest.
pub(crate) fn edits(edits: &Edits) -> String {
    let line = |name: &str, edits: &[Edit], seconds: fn(&Edit) -> f64| {
        let seconds: Vec<f64> = edits.iter().map(seconds).collect();
        let slowest = seconds.iter().copied().fold(0.0, f64::max);
        row(name, &time(middle(seconds, |one| *one).unwrap_or_default()), &time(slowest))
    };
    [
        row("from the save", "median", "slowest"),
        line("commentary, shown", &edits.commentary, |edit| edit.shown),
        line("whole site", &edits.commentary, |edit| edit.built),
        line("answer, shown", &edits.answer, |edit| edit.shown),
        line("whole site", &edits.answer, |edit| edit.built),
    ]
    .concat()
}

fn row(name: &str, first: &str, second: &str) -> String {
    format!("{}\n", format!("  {name:<18}{first:>14}{second:>17}").trim_end())
}

fn time(seconds: f64) -> String {
    format!("{seconds:.3} s")
}

fn rate(build: &Build) -> String {
    format!("{:.0}", f64::from(build.pages) / build.wall)
}

fn memory(build: &Build) -> String {
    build.used.peak.map_or_else(|| "not known".to_owned(), |kibibytes| megabytes(kibibytes * 1024))
}

fn processors(build: &Build) -> String {
    let known = |hundredths: u64| format!("{}.{:02} s", hundredths / 100, hundredths % 100);
    build.used.processors.map_or_else(|| "not known".to_owned(), known)
}

/// Bytes in millions.
fn megabytes(bytes: u64) -> String {
    let tenths = (bytes + 50_000) / 100_000;
    format!("{}.{} MB", grouped(tenths / 10), tenths % 10)
}

/// A number with a comma between thousands.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let comma = |position: usize| position > 0 && (digits.len() - position).is_multiple_of(3);
    let groups = digits.char_indices().map(|(at, digit)| if comma(at) { format!(",{digit}") } else { digit.into() });
    groups.collect()
}
