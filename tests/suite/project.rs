//! A small program in a folder of its own: each end-to-end test writes the one it needs, builds it with the real
//! binary, and looks at the site.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

/// A program and where its site goes.
pub(crate) struct Project {
    folder: TempDir,
}

/// What a run printed and how it ended.
pub(crate) struct Run {
    pub(crate) code: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

/// A `cxbook.yaml` with one nps question; more lines can follow it.
pub(crate) const CONFIG: &str =
    "title: Test\ncustomers: b2b\nquestions:\n  recommend: {kind: nps, text: \"Would you recommend us?\"}\n";

impl Project {
    pub(crate) fn new() -> Self {
        Self { folder: TempDir::new().unwrap() }
    }

    /// A program with [`CONFIG`] and more lines of it.
    pub(crate) fn with_config(more: &str) -> Self {
        Self::new().file("cxbook.yaml", &format!("{CONFIG}{more}"))
    }

    /// Writes a file, over one that is there.
    pub(crate) fn file(self, path: &str, text: &str) -> Self {
        self.write(path, text);
        self
    }

    /// Writes a file beside its place, under a name that is no source, and moves it there: a watcher that looks between
    /// emptying and filling a file sees two edits.
    pub(crate) fn write(&self, path: &str, text: &str) {
        let path = self.root().join(path);
        let folder = path.parent().unwrap();
        fs::create_dir_all(folder).unwrap();
        let beside = folder.join(".being-written");
        fs::write(&beside, text).unwrap();
        fs::rename(beside, path).unwrap();
    }

    pub(crate) fn root(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn site(&self) -> PathBuf {
        self.root().join("site")
    }

    /// The binary, with nothing of the machine's own settings.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cxbook"));
        command.args(arguments).current_dir(self.root()).env_remove("SOURCE_DATE_EPOCH");
        command
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        run(&mut self.command(arguments))
    }

    /// Builds, and fails the test with what was printed if that fails.
    pub(crate) fn build(&self) -> Run {
        let run = self.run(&["build", "."]);
        assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);
        run
    }

    /// Builds, expecting mistakes.
    pub(crate) fn fail(&self) -> Run {
        let run = self.run(&["build", "."]);
        assert_eq!(run.code, 1, "{}{}", run.stdout, run.stderr);
        run
    }

    /// A file of the site.
    pub(crate) fn page(&self, file: &str) -> String {
        fs::read_to_string(self.site().join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
    }

    /// The text of a page: without tags, every run of white space one space.
    pub(crate) fn text(&self, file: &str) -> String {
        text_of(&self.page(file))
    }

    /// The row of `metrics.csv` that begins with these cells, from `value` on.
    pub(crate) fn figure(&self, key: &str) -> String {
        let rows = self.rows(key);
        assert_eq!(rows.len(), 1, "{key} in\n{}", self.page("data/metrics.csv"));
        rows[0].clone()
    }

    /// All rows that begin with these cells, the rest of each.
    pub(crate) fn rows(&self, key: &str) -> Vec<String> {
        let file = self.page("data/metrics.csv");
        file.lines().filter_map(|line| line.strip_prefix(&format!("{key},"))).map(str::to_owned).collect()
    }

    /// Every file of the site with its bytes, by path.
    pub(crate) fn files(&self) -> Vec<(String, Vec<u8>)> {
        files(&self.site())
    }
}

pub(crate) fn run(command: &mut Command) -> Run {
    let output = command.output().unwrap();
    Run {
        code: output.status.code().unwrap_or(-1),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

/// Every file below a folder with its bytes, by path.
pub(crate) fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in walkdir::WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.unwrap();
        if entry.file_type().is_file() {
            let path = entry.path().strip_prefix(folder).unwrap().to_string_lossy().into_owned();
            found.push((path, fs::read(entry.path()).unwrap()));
        }
    }
    found
}

/// A page's text without tags.
pub(crate) fn text_of(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(before);
        text.push(' ');
        let end = if after.starts_with("script") { "</script>" } else { ">" };
        rest = after.split_once(end).map_or("", |(_, after)| after);
    }
    text.push_str(rest);
    let text = text
        .replace("&nbsp;", " ")
        .replace("&amp;", "&")
        .replace("&#x27;", "'")
        .replace("&quot;", "\"")
        .replace("&lt;", "<");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A page without the scripts that pages have: the one that marks that scripts run and applies the colours, four files,
/// and options as JSON, in which no markup can stand.
pub(crate) fn without_own_scripts(file: &str, html: &str) -> String {
    let root = "../".repeat(file.matches('/').count());
    let first =
        include_str!("../../themes/default/templates/base.html").lines().find(|line| line.starts_with("<script>"));
    let mut text = html.replace(first.expect("the first script of a page"), "");
    for script in ["src=\"{}words.js", "src=\"{}page.js", "defer src=\"{}echarts.min.js", "defer src=\"{}charts.js"] {
        let script = script.replace("{}", &format!("{root}assets/"));
        text = text.replace(&format!("<script {script}\"></script>"), "");
    }
    let mut rest = String::new();
    let mut parts = text.split("<script type=\"application/json\">");
    rest.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let (json, after) = part.split_once("</script>").expect("the end of the options");
        assert!(!json.contains('<') && !json.contains('>') && !json.contains('&'), "{json}");
        rest.push_str(after);
    }
    rest
}
