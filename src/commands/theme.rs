//! `theme`: a theme to start from, what the built-in one is made of, and what templates are given.

mod fields;
mod given;

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use include_dir::{Dir, include_dir};

use super::build::tell;
use super::report::printable;
use super::writing::{Made, files_of};
use super::{MISTAKES, USAGE, printed};
use crate::cli::{GlobalArgs, ThemeCommand, ThemeListArgs, ThemeNewArgs, ThemeShowArgs};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, did_you_mean};
use crate::sources::theme::{ORIGINAL, built_in_files, is_theme_name};
use crate::sources::{folder, theme_of};

/// The theme that is written, as it lies in the repository.
static SCAFFOLD: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/commands/scaffold/theme");

/// Does what is asked for.
pub(super) fn theme(what: &ThemeCommand, global: GlobalArgs) -> ExitCode {
    match what {
        ThemeCommand::New(args) => new(args, global),
        ThemeCommand::List(args) => list(args),
        ThemeCommand::Show(args) => show(args),
        ThemeCommand::Data(args) => given::given(args, global),
    }
}

/// Writes a theme, unless there is one of its name.
fn new(args: &ThemeNewArgs, global: GlobalArgs) -> ExitCode {
    match written(&args.name, &args.dir) {
        Ok(paths) => {
            if !global.quiet {
                for path in paths {
                    println!("wrote {}", printable(&path.to_string_lossy()));
                }
                println!("now put `theme: {}` into `cxbook.yaml`", args.name);
            }
            ExitCode::SUCCESS
        }
        Err(mistakes) => {
            let mistakes = mistakes.sorted();
            tell(&mistakes.iter().collect::<Vec<_>>(), &args.dir, global.format);
            ExitCode::from(MISTAKES)
        }
    }
}

/// Writes the files of a theme, all or none: their paths.
fn written(name: &str, dir: &Path) -> Result<Vec<PathBuf>, Diagnostics> {
    folder::config(dir)?;
    let refused =
        |message: String, help: &str| Diagnostics::from(Diagnostic::new(Code::WriteFailed, message).help(help));
    if name == "default" || name.is_empty() || !is_theme_name(name) {
        let help = "name it with letters, digits, `-`, `_` and `.`; `default` is the built-in one";
        return Err(refused(format!("`{name}` cannot be the name of a theme"), help));
    }
    let folder = dir.join("themes").join(name);
    if folder.symlink_metadata().is_ok() {
        let message = format!("`{}` is there already; nothing was written", folder.display());
        return Err(refused(message, "edit it, or give the new theme another name"));
    }
    let mut made = Made::default();
    let mut paths = Vec::new();
    for (path, bytes) in files_of(&SCAFFOLD) {
        let path = folder.join(path);
        if let Err(error) = made.write(path.clone(), &bytes) {
            made.undo();
            return Err(Diagnostic::io(Code::WriteFailed, "write", &path, &error).into());
        }
        paths.push(path);
    }
    Ok(paths)
}

/// Prints the built-in files, each with what it is for.
fn list(args: &ThemeListArgs) -> ExitCode {
    let own = theme_of(&args.dir).unwrap_or_default().own;
    let width = built_in_files().keys().map(String::len).max().unwrap_or_default();
    let mut text = String::new();
    for (path, bytes) in built_in_files() {
        let mark = if own.contains_key(path) { '*' } else { ' ' };
        let _ = writeln!(text, "{mark} {path:width$}  {}", purpose(path, &String::from_utf8_lossy(bytes)));
    }
    if let Some(by) = own.iter().find(|(path, _)| built_in_files().contains_key(*path)).map(|(_, file)| file) {
        let folder: PathBuf = by.components().take(2).collect();
        let _ = writeln!(text, "\n* is replaced by the file in {}", printable(&folder.to_string_lossy()));
    }
    printed(text.as_bytes())
}

/// What a built-in file is for: the first sentence of the comment that it opens with.
fn purpose(path: &str, text: &str) -> String {
    if path.ends_with(".min.js") {
        return "ECharts, which draws the charts, as its project publishes it.".to_owned();
    }
    let comment = comment(text).split_whitespace().collect::<Vec<_>>().join(" ");
    match comment.split_once(". ") {
        Some((first, _)) => format!("{first}."),
        None => comment,
    }
}

/// The comment that a text opens with, without its marks.
fn comment(text: &str) -> String {
    for (start, end) in [("{#-", "#}"), ("{#", "#}"), ("/*", "*/")] {
        if let Some((inside, _)) = text.strip_prefix(start).and_then(|rest| rest.split_once(end)) {
            return inside.trim_end_matches('-').to_owned();
        }
    }
    let marked = |line: &'_ str| line.strip_prefix("//").or_else(|| line.strip_prefix('#')).map(str::to_owned);
    text.lines().map_while(marked).collect::<Vec<_>>().join(" ")
}

/// Prints a built-in file.
fn show(args: &ThemeShowArgs) -> ExitCode {
    let files = built_in_files();
    let name = args.file.strip_prefix(ORIGINAL).unwrap_or(&args.file);
    let folders = ["", "templates/", "static/", "i18n/"];
    if let Some(bytes) = folders.iter().find_map(|folder| files.get(&format!("{folder}{name}"))) {
        return printed(bytes);
    }
    eprintln!("error: the built-in theme has no file `{}`", printable(&args.file));
    eprintln!("help: {}", nearest(name));
    ExitCode::from(USAGE)
}

/// The built-in file that was probably meant, by its path or its name alone.
fn nearest(name: &str) -> String {
    let paths = || built_in_files().keys().map(String::as_str);
    let short = |path: &'static str| path.split_once('/').map_or(path, |(_, short)| short);
    let last = |path: &'static str| path.rsplit('/').next().unwrap_or(path);
    match did_you_mean(name, paths().chain(paths().map(short)).chain(paths().map(last))) {
        Some(meant) => {
            let path = paths().find(|path| *path == meant || short(path) == meant || last(path) == meant);
            format!("did you mean `{}`?", path.unwrap_or(meant))
        }
        None => "`cxbook theme list` names them".to_owned(),
    }
}
