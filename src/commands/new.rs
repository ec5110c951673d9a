//! `new`: a well-formed file where it belongs. It never writes over one, and refuses what the next build would complain of.

use std::fmt::Write;
use std::io;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use super::build::tell;
use super::report::printable;
use super::writing::{create_folders, write_new};
use super::{MISTAKES, schema};
use crate::cli::{GlobalArgs, New, NewFileArgs};
use crate::diagnostic::{At, Code, Diagnostic, Diagnostics, suggest};
use crate::disclosure::{WaveId, disclose};
use crate::metrics::Metrics;
use crate::pages::commentary::page;
use crate::program::questionnaire::{Kind, check_id};
use crate::program::register::{is_account_id, leaves_folder};
use crate::program::segments::slug;
use crate::program::{self, Program};
use crate::progress::Counter;
use crate::sources::cache::Cache;
use crate::sources::commentary::{About, Commentary, parse};
use crate::sources::config::{Customers, WaveRule};
use crate::sources::decode::Located;
use crate::sources::{self, Sources};

/// Writes the file that is asked for.
pub(super) fn new(what: &New, global: GlobalArgs) -> ExitCode {
    let (args, make): (&NewFileArgs, Make) = match what {
        New::Account(args) => (args, account),
        New::Wave(args) => (args, wave),
        New::Commentary(args) => (args, commentary),
    };
    let mut diagnostics = Diagnostics::default();
    let made = match sources::read(&args.dir, &mut Cache::default(), &Counter::default(), &mut diagnostics) {
        Some(sources) => {
            // What is wrong elsewhere in the program is for `build` to tell.
            let program = program::check(&sources, &mut Diagnostics::default());
            make(&ProgramToExtend { dir: &args.dir, sources, program }, &args.name).map_err(|mistake| vec![mistake])
        }
        None => Err(diagnostics.sorted()),
    };
    let written = made.and_then(|made| write(&args.dir, &made).map_err(|mistake| vec![mistake]));
    match written {
        Ok(path) => {
            if !global.quiet {
                println!("wrote {}", printable(&path));
            }
            ExitCode::SUCCESS
        }
        Err(mistakes) => {
            tell(&mistakes.iter().collect::<Vec<_>>(), &args.dir, global.format);
            ExitCode::from(MISTAKES)
        }
    }
}

type Make = fn(&ProgramToExtend<'_>, &str) -> Result<UnwrittenFile, Diagnostic>;

/// The program that a file is written into.
struct ProgramToExtend<'a> {
    dir: &'a Path,
    sources: Sources,
    program: Program,
}

/// A file before it is written.
struct UnwrittenFile {
    /// Its path in the program's folder, with `/`.
    path: String,
    text: String,
}

/// Creates the file; its path as messages name it.
fn write(dir: &Path, new: &UnwrittenFile) -> Result<String, Diagnostic> {
    let path = dir.join(&new.path);
    let written = create_folders(&path).and_then(|_| write_new(&path, new.text.as_bytes()));
    written.map_err(|error| not_written(&path, &error))?;
    Ok(path.display().to_string())
}

fn not_written(path: &Path, error: &io::Error) -> Diagnostic {
    match error.kind() {
        io::ErrorKind::AlreadyExists => {
            let message = format!("`{}` is there already; nothing was written", path.display());
            Diagnostic::new(Code::WriteFailed, message).help("edit it, or give the new file another name")
        }
        _ => Diagnostic::io(Code::WriteFailed, "write", path, error),
    }
}

/// The line that names a file's schema to editors, where the program has schemas.
fn schema_line(known: &ProgramToExtend<'_>, path: &str, kind: &str) -> String {
    let schema = format!("{}/{kind}.json", schema::FOLDER);
    let up = "../".repeat(path.matches('/').count());
    let is_there = known.dir.join(&schema).is_file();
    if is_there { format!("# yaml-language-server: $schema={up}{schema}\n") } else { String::new() }
}

/// A text in double quotes, as YAML and JSON both write it.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

fn account(known: &ProgramToExtend<'_>, id: &str) -> Result<UnwrittenFile, Diagnostic> {
    let register = &known.program.register;
    if id.is_empty() || !is_account_id(id) || leaves_folder(id) {
        let message = format!("`{id}` cannot be the id of an account");
        let help = "an id has letters, digits, `.`, `_` and `-`, and at most 64 of them";
        return Err(Diagnostic::new(Code::WrongId, message).help(help));
    }
    let alike = register.accounts.iter().find(|account| account.slug == id.to_lowercase());
    if let Some(other) = alike.or_else(|| register.accounts.get(register.account(id)?)) {
        let message = format!("there is the account `{}` already", other.id);
        return Err(Diagnostic::new(Code::IdTwice, message).help("give the new account another id"));
    }
    let path = format!("data/accounts/{id}.yaml");
    let (schema, id) = (schema_line(known, &path, "accounts"), quoted(id));
    let text = format!(
        "{schema}accounts:\n  - id: {id}\n    name: {id}\n    # revenue: 250000                    # a year\n    \
         # since: 2021-05-01                  # a customer since\n    \
         # renewal: 2026-12-31                # when the contract ends\n    \
         # owner: \"Alex Morgan\"               # who looks after it\n    \
         # attributes: {{tier: key}}            # anything else; `segments` in cxbook.yaml compares by it\n    \
         contacts: []\n    \
         # - {{id: someone, name: \"Robin Shaw\", title: \"Managing director\", role: decision-maker}}\n"
    );
    Ok(UnwrittenFile { path, text })
}

fn wave(known: &ProgramToExtend<'_>, name: &str) -> Result<UnwrittenFile, Diagnostic> {
    let (survey, label) = survey_and_wave(known, name)?;
    let position = known.program.surveys.iter().position(|known| known.id == survey);
    let rule = position.map_or(WaveRule::File, |position| known.program.surveys[position].rule);
    let is_there = |wave: &program::waves::Wave| Some(wave.survey) == position && wave.slug == slug(label);
    if rule == WaveRule::File && known.program.waves.iter().any(is_there) {
        let message = format!("the survey `{survey}` has a wave `{label}` already");
        return Err(Diagnostic::new(Code::IdTwice, message).help("give the new wave another label"));
    }
    let is_plain = label.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
    let file = if is_plain { label.to_owned() } else { slug(label) };
    let path = format!("{}/{file}.yaml", wave_folder(known, survey));
    let mut text = format!("{}survey: {survey}\n", schema_line(known, &path, "survey"));
    if rule == WaveRule::File {
        let _ = writeln!(text, "wave: {}", quoted(label));
        text.push_str("# from: 2026-08-03                     # the first day on which people could answer\n");
        text.push_str("# to: 2026-08-28                       # the last\n\n");
        text.push_str("# Who was asked; only counts will do: `{sent: 400, delivered: 391}`.\n# invitations: []\n");
    }
    let _ =
        write!(text, "\n# One line an answer; `null` is an empty cell, `na` does not apply to this person.\ntable:\n");
    let _ = write!(text, "  columns: [{}]\n  rows: []\n", columns(&known.program).join(", "));
    Ok(UnwrittenFile { path, text })
}

/// The survey and the wave that a name is of; the survey may be left out where there is one.
fn survey_and_wave<'n>(known: &'n ProgramToExtend<'_>, name: &'n str) -> Result<(&'n str, &'n str), Diagnostic> {
    let surveys: Vec<&str> = known.program.surveys.iter().map(|survey| survey.id.as_str()).collect();
    let (survey, label) = match (name.split_once('/'), surveys.as_slice()) {
        (Some(both), _) => both,
        (None, [only]) => (*only, name),
        (None, _) => {
            let message = format!("`{name}` does not say of which survey the wave is");
            let help = suggest("", surveys).map_or(String::new(), |there| format!("; {there}"));
            return Err(Diagnostic::new(Code::NoWave, message).help(format!("write `SURVEY/{name}`{help}")));
        }
    };
    let mut wrong = Diagnostics::default();
    let id = Located { value: survey.to_owned(), at: At::default() };
    check_id(&id, "survey", &Arc::from(Path::new("")), &mut wrong);
    match wrong.sorted().pop() {
        Some(wrong) => Err(Diagnostic { place: None, ..wrong }),
        None if slug(label).is_empty() => {
            Err(Diagnostic::new(Code::NoWave, "a wave needs a label").help("write `SURVEY/2026-H2`"))
        }
        None => Ok((survey, label)),
    }
}

/// Where the files of a survey lie: beside its last one, or in a folder of its own.
fn wave_folder(known: &ProgramToExtend<'_>, survey: &str) -> String {
    let files = known.sources.surveys.iter().rev();
    let last = files.map(|file| (&*file.content.survey.text, &file.file)).find(|(of, _)| *of == survey);
    let folder = last.and_then(|(_, file)| file.parent()).map(|folder| folder.to_string_lossy().replace('\\', "/"));
    folder.unwrap_or_else(|| format!("data/surveys/{survey}"))
}

/// The columns of a table of answers to all questions.
fn columns(program: &Program) -> Vec<&str> {
    let of_whom: &[&str] = if program.customers == Customers::B2c { &[] } else { &["account", "contact"] };
    let questions = program.questionnaire.questions.iter().map(|question| question.id.as_str());
    let first = ["id"].into_iter().chain(of_whom.iter().copied()).chain(["date"]);
    first.chain(questions).chain(["comment", "language"]).collect()
}

fn commentary(known: &ProgramToExtend<'_>, name: &str) -> Result<UnwrittenFile, Diagnostic> {
    let name = name.strip_suffix(".md").unwrap_or(name);
    let is_plain = |part: &str| !part.is_empty() && !part.starts_with('.') && !part.contains(['\\', '\0']);
    if !name.split('/').all(is_plain) {
        let message = format!("`{name}` cannot be the name of a commentary");
        let help =
            "write `index`, `accounts/ID`, `segments/DIMENSION/VALUE`, `waves/WAVE`, or the path of another page";
        return Err(Diagnostic::new(Code::WrongId, message).help(help));
    }
    let shown: Arc<Path> = Arc::from(Path::new(&format!("commentary/{name}.md")));
    // Without front matter nothing of it can be wrong but its page.
    let Ok(empty) = parse("", name, &shown) else { return Err(Diagnostic::new(Code::WrongId, "no commentary")) };
    let metrics = Metrics::default();
    let disclosed = disclose(&known.program, &metrics);
    let key = page(&disclosed, &empty).map_err(|mistake| refused(&empty.about, mistake))?;
    let name = match &empty.about {
        About::Account(_) => format!("accounts/{}", known.program.register.accounts[key.subject.account()].id),
        _ => name.to_owned(),
    };
    let path = format!("commentary/{name}.md");
    let is_of_page = |other: &&Commentary| page(&disclosed, other).is_ok_and(|other| other == key);
    if let Some(other) = known.sources.commentary.iter().find(is_of_page) {
        let message = format!("`{}` is the commentary of that page already", other.file.display());
        return Err(Diagnostic::new(Code::TwoCommentaries, message).help("edit it"));
    }
    Ok(UnwrittenFile { path, text: commentary_text(known, &name, (&empty.about, disclosed.lead())) })
}

/// Why there is no page for a commentary: a mistake here, where a build only warns.
fn refused(about: &About, warning: Diagnostic) -> Diagnostic {
    let code = match about {
        About::Account(_) => Code::UnknownAccount,
        About::Segment { .. } => Code::UnknownSegment,
        About::Wave { .. } => Code::UnknownWave,
        About::Overview | About::Page(_) => warning.code,
    };
    Diagnostic { code, place: None, ..warning }
}

fn commentary_text(known: &ProgramToExtend<'_>, name: &str, page: (&About, Option<WaveId>)) -> String {
    let title = name.rsplit('/').next().unwrap_or(name);
    let mut text = String::from("---\n");
    match page {
        (About::Page(_), _) => {
            let _ = writeln!(text, "title: {}", quoted(title));
        }
        (About::Wave { .. }, _) | (_, None) => {}
        (_, Some(lead)) => {
            let wave = &known.program.waves[lead];
            let named = format!("{}/{}", known.program.surveys[wave.survey].id, wave.label);
            let _ = writeln!(text, "wave: {}   # the data may become newer; the page then says so", quoted(&named));
        }
    }
    text.push_str("# author: \"Your name\"\n# date: 2026-04-10\n# draft: true   # not published\n---\n\n");
    match known.program.headline().filter(|question| !matches!(question.kind, Kind::Text)) {
        Some(headline) => {
            let _ = writeln!(text, "Numbers are taken from the figures: {{{{ score(\"{}\") }}}}.", headline.id);
        }
        None => text.push_str("Write what it means.\n"),
    }
    text
}
