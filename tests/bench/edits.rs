//! Edits while `cxbook serve` runs: from the save of a file to the event that tells the open page to load itself anew.

use std::error::Error;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Instant;

use crate::folders::{self, Folders};

/// So many edits of each kind are measured.
pub(crate) const EDITS: u32 = 20;

/// The edits of each kind, in seconds.
pub(crate) struct Edits {
    pub(crate) commentary: Vec<f64>,
    pub(crate) answer: Vec<f64>,
}

/// Edits a copy of a program while it is served.
pub(crate) fn measure(folders: &Folders) -> Result<Edits, Box<dyn Error>> {
    folders::remove(&folders.copy)?;
    folders::copy(&folders.program, &folders.copy)?;
    folders::remove(&folders.site)?;
    let about = first(&folders.copy.join("commentary/accounts"))?;
    let id = about.file_stem().and_then(|name| name.to_str()).ok_or("a commentary without a name")?.to_owned();
    let survey = last(&folders.copy.join("data/surveys/relationship"))?;
    let mut serving = Serving::start(folders)?;
    let mut events = serving.events(&format!("accounts/{}/", id.to_lowercase()))?;
    let text = fs::read_to_string(&about)?;
    let commentary = (0..EDITS).map(|number| {
        saved(&about, &format!("{text}\nEdit {number}.\n"))?;
        events.reload()
    });
    let commentary = commentary.collect::<Result<_, _>>()?;
    let text = fs::read_to_string(&survey)?;
    let answer = (0..EDITS).map(|number| {
        saved(&survey, &edited(&text, &id, number)?)?;
        events.reload()
    });
    let answer = answer.collect::<Result<_, _>>()?;
    serving.child.kill()?;
    serving.child.wait()?;
    folders::remove(&folders.copy)?;
    folders::remove(&folders.site)?;
    Ok(Edits { commentary, answer })
}

/// Saves a file, as an editor that writes over it.
fn saved(path: &Path, text: &str) -> Result<(), Box<dyn Error>> {
    Ok(fs::write(path, text)?)
}

/// The survey with another recommendation in the first answer of an account.
fn edited(text: &str, account: &str, number: u32) -> Result<String, Box<dyn Error>> {
    let (before, answers) =
        text.split_once("\n  rows:").or_else(|| text.split_once("\nresponses:")).ok_or("no answers")?;
    let line = answers.lines().find(|line| line.contains(account)).ok_or("no answer of the account")?;
    let answer = number % 2 * 10;
    let changed = if let Some((start, rest)) = line.split_once("recommend: ") {
        format!("{start}recommend: {answer}{}", &rest[rest.find([',', '}']).unwrap_or(0)..])
    } else {
        let mut cells: Vec<String> = line.split(", ").map(str::to_owned).collect();
        *cells.get_mut(5).ok_or("a row without answers")? = answer.to_string();
        cells.join(", ")
    };
    Ok(format!("{before}{}", text[before.len()..].replacen(line, &changed, 1)))
}

fn first(folder: &Path) -> Result<PathBuf, Box<dyn Error>> {
    Ok(in_order(folder)?.into_iter().next().ok_or("an empty folder")?)
}

fn last(folder: &Path) -> Result<PathBuf, Box<dyn Error>> {
    Ok(in_order(folder)?.pop().ok_or("an empty folder")?)
}

fn in_order(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut paths = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>, std::io::Error>>()?;
    paths.sort();
    Ok(paths)
}

/// A server that has built the site.
struct Serving {
    child: Child,
    address: String,
}

impl Serving {
    fn start(folders: &Folders) -> Result<Self, Box<dyn Error>> {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cxbook"));
        command.arg("serve").arg(&folders.copy).arg("--output").arg(&folders.site).args(["--port", "0"]);
        let mut child = command.env_remove("SOURCE_DATE_EPOCH").stdout(Stdio::piped()).spawn()?;
        let mut lines = BufReader::new(child.stdout.take().ok_or("no output")?).lines();
        let mut line = |start: &str| -> Result<String, Box<dyn Error>> {
            let found = lines.find_map(|line| line.ok()?.strip_prefix(start).map(str::to_owned));
            Ok(found.ok_or("the server ended")?)
        };
        let address = line("serving http://")?.split('/').next().unwrap_or_default().to_owned();
        line("built in")?;
        // The server's lines are read on, so that it never waits for somebody to read them.
        std::thread::spawn(move || lines.for_each(drop));
        Ok(Self { child, address })
    }

    /// The events that a page of the site hears.
    fn events(&mut self, page: &str) -> Result<Events, Box<dyn Error>> {
        let mut html = String::new();
        self.ask(page)?.read_to_string(&mut html)?;
        let (_, rest) = html.split_once("data-query=\"").ok_or_else(|| format!("no script in {html}"))?;
        let query = rest.split('"').next().unwrap_or_default().replace("&amp;", "&");
        let mut events = Events { lines: BufReader::new(self.ask(&format!(".cxbook/events?{query}"))?) };
        events.order()?;
        Ok(events)
    }

    fn ask(&self, path: &str) -> Result<TcpStream, Box<dyn Error>> {
        let mut stream = TcpStream::connect(&self.address)?;
        write!(stream, "GET /{path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")?;
        Ok(stream)
    }
}

/// What a page is told.
struct Events {
    lines: BufReader<TcpStream>,
}

impl Events {
    /// The next order, with the time that it took to come.
    fn order(&mut self) -> Result<(String, f64), Box<dyn Error>> {
        let started = Instant::now();
        let orders = ["data: stay", "data: reload"];
        let mut line = String::new();
        while !orders.contains(&line.trim_end()) {
            line.clear();
            if self.lines.read_line(&mut line)? == 0 {
                return Err("the server ended".into());
            }
        }
        Ok((line.trim_end().to_owned(), started.elapsed().as_secs_f64()))
    }

    /// Waits until the page is told to load itself anew, for so many seconds.
    fn reload(&mut self) -> Result<f64, Box<dyn Error>> {
        match self.order()? {
            (order, seconds) if order == "data: reload" => Ok(seconds),
            (order, _) => Err(format!("the page was told `{order}`").into()),
        }
    }
}
