//! Edits while `cxbook serve` runs: from the save of a file to the event that tells the open page to load itself anew.

use std::error::Error;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::time::Instant;

use crate::folders::{self, Folders};

/// So many edits of each kind are measured.
pub(crate) const EDITS: u32 = 20;

/// The edits of each kind.
pub(crate) struct Edits {
    pub(crate) commentary: Vec<Edit>,
    pub(crate) answer: Vec<Edit>,
}

/// How long an edit took from its save, in seconds.
#[derive(Clone, Copy)]
pub(crate) struct Edit {
    /// Until the open page was told to load itself anew.
    pub(crate) shown: f64,
    /// Until the whole site was up with it.
    pub(crate) built: f64,
}

/// Edits a copy of a program while it is served.
pub(crate) fn measure(folders: &Folders) -> Result<Edits, Box<dyn Error>> {
    folders::remove(&folders.copy)?;
    folders::copy(&folders.program, &folders.copy)?;
    folders::remove(&folders.site)?;
    let about = first(&folders.copy.join("commentary/accounts"))?;
    let id = about.file_stem().and_then(|name| name.to_str()).ok_or("a commentary without a name")?.to_owned();
    let survey = last(&folders.copy.join("data/surveys/relationship"))?;
    let mut serving = Serving::start(folders, format!("accounts/{}/", id.to_lowercase()))?;
    let commentary = serving.edits(&about, |text| Ok(format!("{text}\nOne more line.\n")))?;
    let answer = serving.edits(&survey, |text| edited(text, &id))?;
    serving.child.kill()?;
    serving.child.wait()?;
    folders::remove(&folders.copy)?;
    folders::remove(&folders.site)?;
    Ok(Edits { commentary, answer })
}

/// The survey with another recommendation in the first answer of an account.
fn edited(text: &str, account: &str) -> Result<String, Box<dyn Error>> {
    let to = |answer| recommended(text, account, answer);
    let ten = to("10")?;
    if ten == text { to("0") } else { Ok(ten) }
}

/// The survey with this recommendation in the first answer of an account.
fn recommended(text: &str, account: &str, answer: &str) -> Result<String, Box<dyn Error>> {
    let (before, answers) =
        text.split_once("\n  rows:").or_else(|| text.split_once("\nresponses:")).ok_or("no answers")?;
    let line = answers.lines().find(|line| line.contains(account)).ok_or("no answer of the account")?;
    let changed = if let Some((start, rest)) = line.split_once("recommend: ") {
        format!("{start}recommend: {answer}{}", &rest[rest.find([',', '}']).unwrap_or(0)..])
    } else {
        let mut cells: Vec<&str> = line.split(", ").collect();
        *cells.get_mut(5).ok_or("a row without answers")? = answer;
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

/// A server that has built the site, and a page that is open.
struct Serving {
    child: Child,
    address: String,
    page: String,
    /// Each line that it says.
    said: Receiver<String>,
}

impl Serving {
    fn start(folders: &Folders, page: String) -> Result<Self, Box<dyn Error>> {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cxbook"));
        command.arg("serve").arg(&folders.copy).arg("--output").arg(&folders.site).args(["--port", "0"]);
        let mut child = command.env_remove("SOURCE_DATE_EPOCH").stdout(Stdio::piped()).spawn()?;
        let lines = BufReader::new(child.stdout.take().ok_or("no output")?).lines();
        let (say, said) = mpsc::channel();
        std::thread::spawn(move || lines.map_while(Result::ok).try_for_each(|line| say.send(line)));
        let mut serving = Self { child, address: String::new(), page, said };
        let address = serving.line("serving http://")?;
        serving.address = address.split('/').next().unwrap_or_default().to_owned();
        serving.line("built in")?;
        Ok(serving)
    }

    /// What follows on the next line that starts so.
    fn line(&self, start: &str) -> Result<String, Box<dyn Error>> {
        let found = self.said.iter().find_map(|line| line.strip_prefix(start).map(str::to_owned));
        Ok(found.ok_or("the server ended")?)
    }

    /// Edits a file again and again, each time as a browser and an editor do: the page is loaded, it listens, the file
    /// is saved, the page is told. The next edit comes when the server has nothing more to do.
    fn edits(
        &self,
        path: &Path,
        edited: impl Fn(&str) -> Result<String, Box<dyn Error>>,
    ) -> Result<Vec<Edit>, Box<dyn Error>> {
        let mut text = fs::read_to_string(path)?;
        let one = |_| {
            let mut events = self.events()?;
            text = edited(&text)?;
            let saved = Instant::now();
            fs::write(path, &text)?;
            events.reload()?;
            let shown = saved.elapsed().as_secs_f64();
            self.line("built in")?;
            Ok(Edit { shown, built: saved.elapsed().as_secs_f64() })
        };
        (0..EDITS).map(one).collect()
    }

    /// The events that the page hears once it is loaded.
    fn events(&self) -> Result<Events, Box<dyn Error>> {
        let mut html = String::new();
        self.ask(&self.page)?.read_to_string(&mut html)?;
        let (_, rest) = html.split_once("data-query=\"").ok_or_else(|| format!("no script in {html}"))?;
        let query = rest.split('"').next().unwrap_or_default().replace("&amp;", "&");
        let mut events = Events { lines: BufReader::new(self.ask(&format!(".cxbook/events?{query}"))?) };
        match events.order()?.as_str() {
            "data: stay" => Ok(events),
            order => Err(format!("a page just loaded was told `{order}`").into()),
        }
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
    /// The next order.
    fn order(&mut self) -> Result<String, Box<dyn Error>> {
        let orders = ["data: stay", "data: reload"];
        let mut line = String::new();
        while !orders.contains(&line.trim_end()) {
            line.clear();
            if self.lines.read_line(&mut line)? == 0 {
                return Err("the server ended".into());
            }
        }
        Ok(line.trim_end().to_owned())
    }

    /// Waits until the page is told to load itself anew.
    fn reload(&mut self) -> Result<(), Box<dyn Error>> {
        match self.order()?.as_str() {
            "data: reload" => Ok(()),
            order => Err(format!("the page was told `{order}`").into()),
        }
    }
}
