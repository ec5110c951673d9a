//! Builds as a user does, with the real binary as a process of its own, and reads off what it took.

use std::error::Error;
use std::fs;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::thread;
use std::time::{Duration, Instant};

use crate::folders::{self, Amount, Folders};

/// A build.
pub(crate) struct Build {
    /// The stages that `--timings` names, in seconds, with what it says of the whole.
    pub(crate) stages: Vec<(String, f64)>,
    /// From the start of the process to its end, in seconds.
    pub(crate) wall: f64,
    pub(crate) pages: u32,
    /// What else it took.
    pub(crate) used: Used,
}

/// What a process took; `None` on systems other than Linux.
#[derive(Clone, Copy, Default)]
pub(crate) struct Used {
    /// The most memory that it held at once, in KiB.
    pub(crate) peak: Option<u64>,
    /// Time of processors in hundredths of a second: other work on the machine hardly changes it.
    pub(crate) processors: Option<u64>,
}

/// All that is measured of a size.
pub(crate) struct Measured {
    /// Into no folder.
    pub(crate) cold: Build,
    /// Over the same site.
    pub(crate) again: Build,
    pub(crate) site: Amount,
    /// Copying the site file by file, in seconds.
    pub(crate) copying: f64,
}

/// Measures so many builds of each kind, and takes the one in the middle.
pub(crate) fn measure(folders: &Folders, runs: usize) -> Result<Measured, Box<dyn Error>> {
    let (mut cold, mut again, mut copying) = (Vec::new(), Vec::new(), Vec::new());
    let mut site = Amount::default();
    for _ in 0..runs {
        folders::remove(&folders.site)?;
        cold.push(build(folders)?);
        site = folders::amount(&folders.site)?;
        folders::remove(&folders.copy)?;
        let started = Instant::now();
        folders::copy(&folders.site, &folders.copy)?;
        copying.push(started.elapsed().as_secs_f64());
        folders::remove(&folders.copy)?;
        again.push(build(folders)?);
    }
    folders::remove(&folders.site)?;
    let wall = |build: &Build| build.wall;
    let copying = middle(copying, |seconds| *seconds).unwrap_or_default();
    let (cold, again) = middle(cold, wall).zip(middle(again, wall)).ok_or("no build was made")?;
    Ok(Measured { cold, again, site, copying })
}

/// The one in the middle; of an even number the slower of the two.
pub(crate) fn middle<T>(mut all: Vec<T>, seconds: impl Fn(&T) -> f64) -> Option<T> {
    all.sort_by(|one, other| seconds(one).total_cmp(&seconds(other)));
    let half = all.len() / 2;
    (half < all.len()).then(|| all.swap_remove(half))
}

fn build(folders: &Folders) -> Result<Build, Box<dyn Error>> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cxbook"));
    command.arg("build").arg(&folders.program).arg("--output").arg(&folders.site).args(["--strict", "--timings"]);
    command.env_remove("SOURCE_DATE_EPOCH").stdout(Stdio::piped()).stderr(Stdio::piped());
    let started = Instant::now();
    let child = command.spawn()?;
    let (id, ended) = (child.id(), AtomicBool::new(false));
    let (output, wall, used) = thread::scope(|scope| {
        let watcher = scope.spawn(|| watched(id, &ended));
        let output = child.wait_with_output();
        let wall = started.elapsed().as_secs_f64();
        ended.store(true, Relaxed);
        (output, wall, watcher.join().unwrap_or_default())
    });
    let output = output?;
    let (said, stages) = (String::from_utf8(output.stdout)?, String::from_utf8(output.stderr)?);
    if !output.status.success() {
        return Err(format!("the build failed:\n{stages}").into());
    }
    let pages = said.split_whitespace().next().and_then(|number| number.parse().ok());
    let pages = pages.ok_or_else(|| format!("no number of pages in `{said}`"))?;
    Ok(Build { stages: stages.lines().filter_map(stage).collect(), wall, pages, used })
}

/// A line of `--timings`, such as `figures    0.213 s`.
fn stage(line: &str) -> Option<(String, f64)> {
    let mut words = line.split_whitespace();
    Some((words.next()?.to_owned(), words.next()?.parse().ok()?))
}

/// What a process took, looked up until it has ended. The system adds up itself, so that only the last hundredth of a
/// second can be missed.
fn watched(id: u32, ended: &AtomicBool) -> Used {
    let mut used = Used::default();
    while !ended.load(Relaxed) {
        used.peak = peak(id).max(used.peak);
        used.processors = processors(id).max(used.processors);
        thread::sleep(Duration::from_millis(10));
    }
    used
}

/// The most memory that a process has held until now.
fn peak(id: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{id}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse().ok()
}

/// The time of processors that a process has taken until now, its own and the system's for it: fields 14 and 15, in
/// units of which Linux reports a hundred a second. Fields are counted after the name, which may hold spaces.
fn processors(id: u32) -> Option<u64> {
    let stat = fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
    let (_, fields) = stat.rsplit_once(')')?;
    let mut fields = fields.split_whitespace().skip(11);
    let mut field = || fields.next()?.parse::<u64>().ok();
    Some(field()? + field()?)
}
