//! Which page a commentary belongs to, and whether it is older than the data.

use std::collections::BTreeMap;

use super::by_name::{self, Missing};
use super::kinds::{KINDS, reserved};
use super::{PageKey, Report, own};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, suggest};
use crate::program::Program;
use crate::sources::commentary::{About, Commentary};

/// First parts of addresses that files of the site have: figures, the theme's files, and pictures of commentary.
const OF_FILES: [&str; 5] = ["data", "assets", "commentary", "404.html", "404-html"];

/// Gives each commentary its page; those without one are warned of.
pub(super) fn by_page<'a>(
    program: &Program,
    all: &'a [Commentary],
    lead: Option<usize>,
    diagnostics: &mut Diagnostics,
) -> BTreeMap<PageKey, &'a Commentary> {
    let mut pages: BTreeMap<PageKey, &Commentary> = BTreeMap::new();
    for commentary in all {
        let key = match page(program, commentary) {
            Ok(key) => key,
            Err(diagnostic) => {
                diagnostics.push(diagnostic);
                continue;
            }
        };
        check_wave(program, commentary, &key, lead, diagnostics);
        if let Some(first) = pages.insert(key, commentary) {
            let error = Diagnostic::new(Code::TwoCommentaries, "two commentaries for one page")
                .at(Place::file(&commentary.file));
            diagnostics.push(error.related(Place::file(&first.file), "the other one").help("bring them together"));
        }
    }
    pages
}

/// The page that a commentary belongs to.
///
/// # Errors
/// A page that does not exist, or an address that is taken.
pub fn page(program: &Program, commentary: &Commentary) -> Result<PageKey, Diagnostic> {
    if let About::Page(path) = &commentary.about {
        check_address(path, commentary)?;
    }
    found(program, &commentary.about).map_err(|missing| {
        let mut warning = Diagnostic::new(
            Code::CommentaryOfNobody,
            format!("commentary for the {}, which does not exist", missing.what),
        )
        .at(Place::file(&commentary.file));
        warning.help = suggest(&missing.written, missing.names);
        warning
    })
}

/// The page that a path in `commentary/` stands for; nothing where there is none.
#[must_use]
pub fn about_page(program: &Program, about: &About) -> Option<PageKey> {
    found(program, about).ok()
}

/// The first kind of page that takes commentary at such a path, and what it finds there.
fn found<'p>(program: &'p Program, about: &About) -> Result<PageKey, Missing<'p>> {
    let found = KINDS.iter().find_map(|kind| {
        let found = (kind.commentary?.find)(program, about)?;
        Some(found.map(|subject| PageKey { kind: kind.id, subject }))
    });
    found.unwrap_or_else(|| Err(Missing { what: "page of no kind".to_owned(), ..Missing::default() }))
}

/// Refuses a page of its own where the site has something else, or is going to.
fn check_address(path: &str, commentary: &Commentary) -> Result<(), Diagnostic> {
    let address = own::address(path);
    let first = address.split('/').next().unwrap_or_default();
    let is_taken = reserved().any(|part| part == first) || OF_FILES.contains(&first) || OF_FILES.contains(&path);
    if !is_taken {
        return Ok(());
    }
    let paths = KINDS.iter().filter(|kind| kind.reserved().is_some()).filter_map(|kind| kind.commentary);
    let paths: Vec<String> = paths.map(|path| format!("on {} is `{}`", path.on, path.file)).collect();
    let message = format!("a page of its own cannot be at `{address}/`: that address is taken");
    let help = format!("commentary {}; give any other file another name", paths.join(", "));
    Err(Diagnostic::new(Code::SameAddress, message).at(Place::file(&commentary.file)).help(help))
}

/// Notes a `wave` that does not exist, and warns of commentary that is older than the data.
fn check_wave(
    program: &Program,
    commentary: &Commentary,
    key: &PageKey,
    lead: Option<usize>,
    diagnostics: &mut Diagnostics,
) {
    let Some(written) = &commentary.front.wave else { return };
    let place = Place::new(&commentary.file, written.at);
    match about_wave(program, commentary, lead) {
        None => {
            let mut error = Diagnostic::new(Code::UnknownWave, format!("unknown wave `{}`", written.value)).at(place);
            let names: Vec<&str> = program.waves.iter().map(|wave| wave.label.as_str()).collect();
            error.help = suggest(&written.value, names);
            diagnostics.push(error);
        }
        Some(about) => {
            let newest = newest(program, key, about);
            if is_older(program, about, newest) {
                let label = &program.waves[newest].label;
                let message = format!("the commentary was written about {}, the data go to {label}", written.value);
                let help = format!("look it over, then write `wave: {label}`");
                diagnostics.push(Diagnostic::new(Code::StaleCommentary, message).at(place).help(help));
            }
        }
    }
}

/// The wave that a commentary was written about; `SURVEY/WAVE` where surveys share a label.
fn about_wave(program: &Program, commentary: &Commentary, lead: Option<usize>) -> Option<usize> {
    let written = commentary.front.wave.as_ref()?.value.as_str();
    if let Some((survey, wave)) = written.split_once('/') {
        return by_name::wave(program, Some(survey), wave).ok();
    }
    let leading = lead.map(|lead| program.surveys[program.waves[lead].survey].id.as_str());
    by_name::wave(program, None, written).or_else(|_| by_name::wave(program, leading, written)).ok()
}

/// The newest wave that a page speaks of, in the survey that the commentary was written about.
fn newest(program: &Program, key: &PageKey, about: usize) -> usize {
    let (_, own) = (KINDS[key.kind.line()].figures)(&key.subject);
    if let Some(wave) = own {
        return wave;
    }
    let same = |(position, _): &(usize, &crate::program::waves::Wave)| {
        program.waves[*position].survey == program.waves[about].survey && program.waves[*position].has_answers()
    };
    program.waves.iter().enumerate().rfind(same).map_or(about, |(position, _)| position)
}

fn is_older(program: &Program, about: usize, newest: usize) -> bool {
    about < newest && program.waves[about].survey == program.waves[newest].survey
}

/// The label of the wave that a page's commentary was written about, if the data are newer.
#[must_use]
pub fn stale(report: &Report<'_>, key: &PageKey) -> Option<String> {
    let commentary = report.commentary.get(key)?;
    let about = about_wave(report.program, commentary, report.lead)?;
    let newest = newest(report.program, key, about);
    is_older(report.program, about, newest).then(|| report.program.waves[about].label.clone())
}
