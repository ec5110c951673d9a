//! A running cxbook: the lines it prints, and the answers it gives.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use crate::project::Project;

/// A test that waits for longer has failed.
pub(super) const PATIENCE: Duration = Duration::from_secs(60);

/// A process that runs until it is dropped.
pub(super) struct Process {
    child: Child,
    output: Receiver<String>,
    errors: Receiver<String>,
}

impl Process {
    pub(super) fn start(project: &Project, arguments: &[&str]) -> Self {
        Self::spawn(project.command(arguments))
    }

    fn spawn(mut command: Command) -> Self {
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let output = lines(child.stdout.take().unwrap());
        let errors = lines(child.stderr.take().unwrap());
        Self { child, output, errors }
    }

    /// `build --watch`, once it has built.
    pub(super) fn watch(project: &Project) -> Self {
        let process = Self::start(project, &["build", ".", "--watch"]);
        process.line("built in");
        process
    }

    /// Waits for a line that begins so, and gives the rest of it.
    pub(super) fn line(&self, start: &str) -> String {
        awaited(&self.output, start)
    }

    /// The next line that is printed.
    pub(super) fn next_line(&self) -> String {
        awaited(&self.output, "")
    }

    /// Waits for a line of standard error that begins so, and gives the rest of it.
    pub(super) fn error(&self, start: &str) -> String {
        awaited(&self.errors, start)
    }

    /// Ends it, and gives all that it wrote to standard error and that was not awaited.
    pub(super) fn end(mut self) -> Vec<String> {
        self.interrupt();
        self.errors.iter().collect()
    }

    /// Ends it without a word.
    pub(super) fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Ends it as Ctrl-C does.
    pub(super) fn interrupt(&mut self) -> ExitStatus {
        let sent = Command::new("kill").args(["-INT", &self.child.id().to_string()]).status().unwrap();
        assert!(sent.success());
        self.child.wait().unwrap()
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn lines(from: impl Read + Send + 'static) -> Receiver<String> {
    let (sender, lines) = channel();
    thread::spawn(move || {
        for line in BufReader::new(from).lines().map_while(Result::ok) {
            let _ = sender.send(line);
        }
    });
    lines
}

fn awaited(lines: &Receiver<String>, start: &str) -> String {
    let mut seen = Vec::new();
    loop {
        let Ok(line) = lines.recv_timeout(PATIENCE) else { panic!("no line `{start}` after {seen:#?}") };
        if let Some(rest) = line.strip_prefix(start) {
            return rest.to_owned();
        }
        seen.push(line);
    }
}

/// A server.
pub(super) struct Server {
    pub(super) process: Process,
    /// Host and port.
    pub(super) address: String,
    /// The path that the site is under.
    pub(super) base: String,
}

/// What a server answers.
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) head: String,
    pub(super) body: String,
}

impl Server {
    /// `serve` on any port, with more arguments, as soon as it answers.
    pub(super) fn start(project: &Project, more: &[&str]) -> Self {
        Self::of(Process::start(project, &[&["serve", ".", "--port", "0"], more].concat()))
    }

    /// As [`Server::start`], where a process may have only so many files and connections open.
    pub(super) fn with_open_files(project: &Project, most: usize) -> Self {
        let command = project.command(&["serve", ".", "--port", "0"]);
        let mut limited = Command::new("sh");
        limited.args(["-c", &format!("ulimit -n {most}; exec \"$0\" \"$@\"")]).arg(command.get_program());
        limited.args(command.get_args()).current_dir(project.root());
        Self::of(Process::spawn(limited))
    }

    fn of(process: Process) -> Self {
        let line = process.line("serving http://");
        let (address, rest) = line.split_once('/').unwrap();
        let base = format!("/{}", rest.split(',').next().unwrap());
        let address = address.to_owned();
        Self { process, address, base }
    }

    /// As [`Server::start`], once the site is built.
    pub(super) fn built(project: &Project, more: &[&str]) -> Self {
        let server = Self::start(project, more);
        server.process.line("built in");
        server
    }

    /// The answer to a request of one line.
    pub(super) fn get(&self, path: &str) -> Answer {
        self.ask(&format!("GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.address))
    }

    pub(super) fn ask(&self, request: &str) -> Answer {
        let mut text = Vec::new();
        self.send(request).read_to_end(&mut text).unwrap();
        let text = String::from_utf8_lossy(&text);
        let (head, body) = text.split_once("\r\n\r\n").unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        Answer { status, head: head.to_owned(), body: body.to_owned() }
    }

    /// Loads a page and listens to what it is told.
    pub(super) fn open(&self, path: &str) -> Page {
        let html = self.get(path).body;
        let query = html.split_once("data-query=\"").unwrap_or_else(|| panic!("no script in {html}")).1;
        let query = query.split('"').next().unwrap().replace("&amp;", "&");
        Page { html, ..self.listen(&query) }
    }

    /// Listens to what the page of a query is told.
    pub(super) fn listen(&self, query: &str) -> Page {
        let request = format!("GET /.cxbook/events?{query} HTTP/1.1\r\nHost: {}\r\n\r\n", self.address);
        Page { html: String::new(), lines: BufReader::new(self.send(&request)) }
    }

    pub(super) fn send(&self, request: &str) -> TcpStream {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        stream
    }
}

/// An open page.
pub(super) struct Page {
    pub(super) html: String,
    lines: BufReader<TcpStream>,
}

impl Page {
    /// What the page is told next: the order, and the mistakes below it.
    pub(super) fn told(&mut self) -> (String, String) {
        let mut data = Vec::new();
        loop {
            let mut line = String::new();
            assert!(self.lines.read_line(&mut line).unwrap() > 0, "the server hung up after {data:?}");
            match line.trim_end_matches(['\r', '\n']).strip_prefix("data:") {
                Some(text) => data.push(text.strip_prefix(' ').unwrap_or(text).to_owned()),
                None if data.is_empty() => {}
                None => break,
            }
        }
        (data.remove(0), data.join("\n"))
    }
}
