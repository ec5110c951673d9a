//! Which page a commentary belongs to, and whether it is older than the data.

use std::collections::BTreeMap;

use super::by_name::{self, Missing};
use super::kinds::{KINDS, reserved};
use super::{PageKey, Report, own};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, suggest};
use crate::disclosure::{Disclosed, Wave, WaveId};
use crate::sources::commentary::{About, Commentary};

/// First parts of addresses that files of the site have: figures, the theme's files, and pictures of commentary.
const OF_FILES: [&str; 5] = ["data", "assets", "commentary", "404.html", "404-html"];

/// Gives each commentary its page; those without one are warned of.
pub(super) fn by_page<'a>(
    disclosed: &Disclosed<'_>,
    all: &'a [Commentary],
    diagnostics: &mut Diagnostics,
) -> BTreeMap<PageKey, &'a Commentary> {
    let mut pages: BTreeMap<PageKey, &Commentary> = BTreeMap::new();
    for commentary in all {
        let key = match page(disclosed, commentary) {
            Ok(key) => key,
            Err(diagnostic) => {
                diagnostics.push(diagnostic);
                continue;
            }
        };
        check_wave(disclosed, commentary, &key, diagnostics);
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
pub fn page(disclosed: &Disclosed<'_>, commentary: &Commentary) -> Result<PageKey, Diagnostic> {
    if let About::Page(path) = &commentary.about {
        check_address(path, commentary)?;
    }
    found(disclosed, &commentary.about).map_err(|missing| {
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
pub fn about_page(disclosed: &Disclosed<'_>, about: &About) -> Option<PageKey> {
    found(disclosed, about).ok()
}

/// The first kind of page that takes commentary at such a path, and what it finds there.
fn found<'p>(disclosed: &'p Disclosed<'_>, about: &About) -> Result<PageKey, Missing<'p>> {
    let found = KINDS.iter().find_map(|kind| {
        let found = (kind.commentary?.find)(disclosed, about)?;
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
fn check_wave(disclosed: &Disclosed<'_>, commentary: &Commentary, key: &PageKey, diagnostics: &mut Diagnostics) {
    let Some(written) = &commentary.front.wave else { return };
    let place = Place::new(&commentary.file, written.at);
    match about_wave(disclosed, commentary) {
        None => {
            let mut error = Diagnostic::new(Code::UnknownWave, format!("unknown wave `{}`", written.value)).at(place);
            let names: Vec<&str> = disclosed.waves().map(Wave::label).collect();
            error.help = suggest(&written.value, names);
            diagnostics.push(error);
        }
        Some(about) => {
            let newest = newest(disclosed, key, about);
            if is_older(disclosed, about, newest) {
                let label = disclosed.wave(newest).label();
                let message = format!("the commentary was written about {}, the data go to {label}", written.value);
                let help = format!("look it over, then write `wave: {label}`");
                diagnostics.push(Diagnostic::new(Code::StaleCommentary, message).at(place).help(help));
            }
        }
    }
}

/// The wave that a commentary was written about; `SURVEY/WAVE` where surveys share a label.
fn about_wave(disclosed: &Disclosed<'_>, commentary: &Commentary) -> Option<WaveId> {
    let written = commentary.front.wave.as_ref()?.value.as_str();
    if let Some((survey, wave)) = written.split_once('/') {
        return by_name::wave(disclosed, Some(survey), wave).ok();
    }
    let leading = disclosed.lead().map(|lead| disclosed.survey_of(lead).id.as_str());
    by_name::wave(disclosed, None, written).or_else(|_| by_name::wave(disclosed, leading, written)).ok()
}

/// The newest wave that a page speaks of, in the survey that the commentary was written about.
fn newest(disclosed: &Disclosed<'_>, key: &PageKey, about: WaveId) -> WaveId {
    let (_, own) = (KINDS[key.kind.line()].figures)(&key.subject);
    if let Some(wave) = own {
        return wave;
    }
    let survey = disclosed.wave(about).survey();
    let same = |wave: &Wave<'_>| wave.survey() == survey && wave.has_answers();
    disclosed.waves().rfind(same).map_or(about, Wave::id)
}

fn is_older(disclosed: &Disclosed<'_>, about: WaveId, newest: WaveId) -> bool {
    about < newest && disclosed.wave(about).survey() == disclosed.wave(newest).survey()
}

/// The label of the wave that a page's commentary was written about, if the data are newer.
#[must_use]
pub fn stale(report: &Report<'_>, key: &PageKey) -> Option<String> {
    let commentary = report.commentary.get(key)?;
    let about = about_wave(&report.disclosed, commentary)?;
    let newest = newest(&report.disclosed, key, about);
    is_older(&report.disclosed, about, newest).then(|| report.disclosed.wave(about).label().to_owned())
}
