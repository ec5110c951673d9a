//! Which page a commentary belongs to, and whether it is older than the data.

use std::collections::BTreeMap;

use super::address::{PageKey, segment_named};
use super::frame::{Head, Link, link};
use super::{Report, View, own_figures};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, suggest};
use crate::pages::told;
use crate::program::Program;
use crate::program::segments::slug;
use crate::sources::commentary::{About, Commentary};
use crate::words::phrases;

/// First parts of addresses that pages have, or are going to have: a page of its own there would have to move.
pub const RESERVED: [&str; 19] = [
    "accounts",
    "segments",
    "waves",
    "drivers",
    "voice",
    "journeys",
    "support",
    "actions",
    "perception",
    "outcomes",
    "groups",
    "changes",
    "owners",
    "program",
    "methodology",
    "search",
    "pages",
    "index",
    "404",
];

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
    let nobody = |what: String, written: &str, names: Vec<&str>| {
        let mut warning = Diagnostic::new(Code::CommentaryOfNobody, format!("commentary for {what}"))
            .at(Place::file(&commentary.file));
        warning.help = suggest(written, names);
        warning
    };
    match &commentary.about {
        About::Overview => Ok(PageKey::Overview),
        About::Account(id) => account(program, id).map(PageKey::Account).ok_or_else(|| {
            let names = program.register.accounts.iter().map(|account| account.slug.as_str()).collect();
            nobody(format!("the account `{id}`, which does not exist"), id, names)
        }),
        About::Segment { dimension, value } => segment_named(program, dimension, value)
            .map(PageKey::Segment)
            .map_err(|names| nobody(format!("the segment `{dimension}/{value}`, which does not exist"), value, names)),
        About::Wave { survey, wave } => wave_named(program, survey.as_deref(), wave)
            .map(PageKey::Wave)
            .map_err(|names| nobody(format!("the wave `{wave}`, which does not exist"), wave, names)),
        About::Page(path) => own(path, commentary),
    }
}

/// An account by its id, an alias, or its address.
#[must_use]
pub fn account(program: &Program, id: &str) -> Option<usize> {
    let by_address = || program.register.accounts.iter().position(|account| account.slug == id.to_lowercase());
    program.register.account(id).or_else(by_address)
}

/// A wave by its label or address. Where several surveys have it, the survey has to be named.
///
/// # Errors
/// No such wave, or several: the names there are.
pub fn wave_named<'p>(program: &'p Program, survey: Option<&str>, wave: &str) -> Result<usize, Vec<&'p str>> {
    let of_survey = |position: usize| survey.is_none_or(|survey| program.surveys[position].id == survey);
    let known = || program.waves.iter().enumerate().filter(|(_, known)| of_survey(known.survey));
    let mut found = known().filter(|(_, known)| known.label == wave || known.slug == wave);
    match (found.next(), found.next()) {
        (Some((position, _)), None) => Ok(position),
        _ => Err(known().map(|(_, known)| known.label.as_str()).collect()),
    }
}

/// The page that a path in `commentary/` stands for; nothing where there is none.
#[must_use]
pub fn about_page(program: &Program, about: &About) -> Option<PageKey> {
    match about {
        About::Overview => Some(PageKey::Overview),
        About::Account(id) => account(program, id).map(PageKey::Account),
        About::Segment { dimension, value } => segment_named(program, dimension, value).map(PageKey::Segment).ok(),
        About::Wave { survey, wave } => wave_named(program, survey.as_deref(), wave).map(PageKey::Wave).ok(),
        About::Page(path) => Some(PageKey::Own(own_address(path))),
    }
}

fn own_address(path: &str) -> String {
    path.split('/').map(slug).collect::<Vec<_>>().join("/")
}

/// The page of its own that a commentary is.
fn own(path: &str, commentary: &Commentary) -> Result<PageKey, Diagnostic> {
    let address = own_address(path);
    let first = address.split('/').next().unwrap_or_default();
    let error = |message: String| Diagnostic::new(Code::SameAddress, message).at(Place::file(&commentary.file));
    if RESERVED.contains(&first) || OF_FILES.contains(&first) || OF_FILES.contains(&path) {
        let message = format!("a page of its own cannot be at `{address}/`: that address is taken");
        let help = "commentary on an account is `accounts/ID.md`, on a segment `segments/DIMENSION/VALUE.md`, on a wave \
                    `waves/WAVE.md`; give any other file another name";
        return Err(error(message).help(help));
    }
    Ok(PageKey::Own(address))
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
        return wave_named(program, Some(survey), wave).ok();
    }
    let leading = lead.map(|lead| program.surveys[program.waves[lead].survey].id.as_str());
    wave_named(program, None, written).or_else(|_| wave_named(program, leading, written)).ok()
}

/// The newest wave that a page speaks of, in the survey that the commentary was written about.
fn newest(program: &Program, key: &PageKey, about: usize) -> usize {
    if let PageKey::Wave(wave) = key {
        return *wave;
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

/// The title of a page of its own.
#[must_use]
pub fn own_title(report: &Report<'_>, path: &str) -> String {
    let commentary = report.commentary.get(&PageKey::Own(path.to_owned()));
    let title = commentary.and_then(|commentary| commentary.front.title.clone());
    title.unwrap_or_else(|| phrases::capitalised(&path.rsplit('/').next().unwrap_or(path).replace('-', " ")))
}

/// The head of a page of its own.
#[must_use]
pub fn own_head(report: &Report<'_>, path: &str) -> Head {
    let (_, wave) = own_figures(report, &PageKey::Own(path.to_owned()));
    Head::new(own_title(report, path), "").in_view(report, wave)
}

/// So many pages of their own are all listed in the navigation of every page; more have a page that lists them.
pub const MOST_LISTED: usize = 12;

/// The pages of their own that the navigation of every page lists, and whether there are others.
#[must_use]
pub fn listed<'r>(report: &'r Report<'_>) -> (&'r [PageKey], bool) {
    let own = report.places.own.as_slice();
    if own.len() <= MOST_LISTED {
        return (own, false);
    }
    (own.get(..MOST_LISTED - 1).unwrap_or_default(), true)
}

/// The page that lists the pages of their own.
pub(super) fn contents(report: &Report<'_>) -> (Head, View) {
    let pages: Vec<Link> = report.places.own.iter().map(|key| link(report, key)).collect();
    let lead = format!(
        "{} besides those made from the figures.",
        told::counted(&report.words, pages.len() as u64, "page", "pages")
    );
    (Head::new("All pages", lead), View::Contents(ContentsView { pages }))
}

/// What the page of contents shows.
#[derive(Debug, serde::Serialize)]
pub struct ContentsView {
    /// The pages in their order.
    pages: Vec<Link>,
}
