//! Where the links and pictures of a commentary lead. They may be written as an editor follows them, from file to file
//! (`../accounts/alpine.md`, `team.png` beside the text), or as addresses in the site (`/methodology/`).

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;

use percent_encoding::percent_decode_str;

use super::escape::escaped;
use super::markdown::{Address, Html, ID_PREFIX, with_addresses};
use super::place::in_commentary;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, did_you_mean};
use crate::pages::address::encoded;
use crate::pages::commentary::about_page;
use crate::pages::{Page, Report, address};
use crate::sources::commentary::{Commentary, about};

/// So many links to nothing are told of one text.
const MOST_TOLD: usize = 100;

/// What links are followed from.
pub(super) struct Links<'a> {
    /// The report.
    pub(super) report: &'a Report<'a>,
    /// The page that shows the commentary.
    pub(super) page: &'a Page,
    /// What leads from it to the site's root.
    pub(super) root: &'a str,
    /// The commentary.
    pub(super) commentary: &'a Commentary,
}

/// The HTML with every address as it has to be on its page. Those that lead nowhere are noted.
pub(super) fn led(made: &Html, links: &Links<'_>, diagnostics: &mut Diagnostics) -> String {
    let mut places = AddressPlaces::new(&links.commentary.body);
    let mut wrong_before = 0;
    let led = made.addresses.iter().map(|address| {
        let range = places.next(address.written());
        links.followed(address, made).unwrap_or_else(|wrong| {
            wrong_before += 1;
            if wrong_before > MOST_TOLD {
                return String::new();
            }
            let place = match range {
                Some(range) => in_commentary(links.commentary, range),
                None => Place::file(&links.commentary.file),
            };
            diagnostics.push(wrong.at(place));
            String::new()
        })
    });
    let led: Vec<String> = led.collect();
    with_addresses(&made.text, |number| led.get(number).map(|address| escaped(address)).unwrap_or_default())
}

impl Address {
    fn written(&self) -> &str {
        match self {
            Self::Link(written) | Self::Picture(written) => written,
        }
    }

    fn what(&self) -> &'static str {
        match self {
            Self::Link(_) => "page or file",
            Self::Picture(_) => "picture",
        }
    }
}

impl Links<'_> {
    /// Where an address leads, from its page.
    fn followed(&self, address: &Address, made: &Html) -> Result<String, Diagnostic> {
        let written = address.written();
        let (path, rest) = written.split_at(written.find(['?', '#']).unwrap_or(written.len()));
        if path.is_empty() {
            return Self::within(rest, made);
        }
        let Ok(path) = percent_decode_str(path).decode_utf8() else { return Err(self.nowhere(address, written)) };
        if let Some(below) = path.strip_prefix('/') {
            let file = normal(below).and_then(|path| self.file(&path));
            return file.map(|file| self.to(&file, rest)).ok_or_else(|| self.nowhere(address, &path));
        }
        let folder = self.commentary.file.parent().unwrap_or(Path::new("")).to_string_lossy();
        let from_file = normal(&format!("{folder}/{path}"));
        if let Some(name) = from_file.as_deref().and_then(|file| file.strip_prefix("commentary/")?.strip_suffix(".md"))
        {
            let page = about_page(&self.report.disclosed, &about(name)).filter(|key| self.report.places.has(key));
            let fragment = rest.strip_prefix('#').map(|id| format!("#{ID_PREFIX}{id}"));
            let file = page.map(|key| address::file(self.report, &key));
            let file = file.map(|file| self.to(&file, fragment.as_deref().unwrap_or(rest)));
            return file.ok_or_else(|| self.nowhere(address, &path));
        }
        let copied = from_file.filter(|file| file.starts_with("commentary/") || file.starts_with("static/"));
        let copied = copied.and_then(|file| self.file(file.strip_prefix("static/").unwrap_or(&file)));
        let beside = || {
            let folder = self.page.file.rsplit_once('/').map_or("", |(folder, _)| folder);
            normal(&format!("{folder}/{path}")).and_then(|path| self.file(&path))
        };
        copied.or_else(beside).map(|file| self.to(&file, rest)).ok_or_else(|| self.nowhere(address, &path))
    }

    /// An id of the text itself.
    fn within(fragment: &str, made: &Html) -> Result<String, Diagnostic> {
        let Some(id) = fragment.strip_prefix('#').filter(|id| !id.is_empty()) else { return Ok(fragment.to_owned()) };
        let decoded = percent_decode_str(id).decode_utf8_lossy();
        if made.ids.contains(&*decoded) || made.ids.contains(id) {
            return Ok(format!("#{ID_PREFIX}{id}"));
        }
        let help = match did_you_mean(id, made.ids.iter().map(String::as_str)) {
            Some(meant) => format!("did you mean `#{meant}`?"),
            None => format!("give the heading that is meant this id: `## Heading {{#{id}}}`"),
        };
        Err(Diagnostic::new(Code::UnknownLink, format!("nothing in this text has the id `{id}`")).help(help))
    }

    /// The file of the site at a path, be it of a page or one that is copied.
    fn file(&self, path: &str) -> Option<String> {
        let places = &self.report.places;
        if let Some(key) = places.page(path.trim_end_matches('/')) {
            return Some(address::file(self.report, key));
        }
        places.has_file(path).then(|| path.to_owned())
    }

    fn to(&self, file: &str, rest: &str) -> String {
        format!("{}{}{rest}", self.root, encoded(file))
    }

    fn nowhere(&self, address: &Address, path: &str) -> Diagnostic {
        let message = format!("there is no {} `{path}`", address.what());
        let help = match address {
            Address::Picture(_) => {
                "put the picture beside this text and write its name, or into `static/` and write its path from there, \
                 beginning with `/`"
                    .to_owned()
            }
            Address::Link(_) => {
                let wanted = path.trim_matches('/');
                let known = self.report.places.folders().take(super::placeholders::MOST_COMPARED);
                let meant = did_you_mean(wanted, known).map(|meant| format!("did you mean `/{meant}/`?"));
                meant.unwrap_or_else(|| {
                    "name a file of `commentary/` from here, such as `../accounts/ID.md`, or an address in the site, \
                     beginning with `/`"
                        .to_owned()
                })
            }
        };
        Diagnostic::new(Code::UnknownLink, message).help(help)
    }
}

/// A path without `.` and `..`; nothing where it leads out of its root.
fn normal(path: &str) -> Option<String> {
    let mut names: Vec<&str> = Vec::new();
    for name in path.split('/') {
        match name {
            "" | "." => {}
            ".." => drop(names.pop()?),
            name => names.push(name),
        }
    }
    Some(names.join("/"))
}

/// Where addresses stand in a text, one after the other.
struct AddressPlaces<'t> {
    text: &'t str,
    /// Where each address was found last; nothing where it is not in the text.
    found: BTreeMap<String, FoundAddress>,
}

/// Where an address was found.
struct FoundAddress {
    range: Option<Range<usize>>,
    /// Whether it may stand behind that again.
    goes_on: bool,
}

impl<'t> AddressPlaces<'t> {
    fn new(text: &'t str) -> Self {
        Self { text, found: BTreeMap::new() }
    }

    /// The next place of an address; the last one again where there are no more.
    fn next(&mut self, written: &str) -> Option<Range<usize>> {
        let (text, decoded) = (self.text, percent_decode_str(written).decode_utf8_lossy());
        let behind = |from: usize| {
            let forms = [written, &*decoded];
            forms.into_iter().find_map(|form| place_of(text, form, from))
        };
        let Some(found) = self.found.get_mut(written) else {
            let range = behind(0);
            let found = FoundAddress { goes_on: range.is_some(), range: range.clone() };
            self.found.insert(written.to_owned(), found);
            return range;
        };
        if found.goes_on {
            match behind(found.range.as_ref().map_or(0, |range| range.end)) {
                Some(range) => found.range = Some(range),
                None => found.goes_on = false,
            }
        }
        found.range.clone()
    }
}

/// Where an address stands as one, and not as a part of other words.
fn place_of(text: &str, address: &str, from: usize) -> Option<Range<usize>> {
    let mut at = from;
    while let Some(found) = text.get(at..)?.find(address) {
        let (start, end) = (at + found, at + found + address.len());
        let before = text.get(..start)?.chars().next_back();
        let after = text.get(end..)?.chars().next();
        let opens = before.is_none_or(|c| matches!(c, '(' | '<' | '"' | '\'' | '=' | ':') || c.is_whitespace());
        let closes = after.is_none_or(|c| matches!(c, ')' | '>' | '"' | '\'') || c.is_whitespace());
        if opens && closes {
            return Some(start..end);
        }
        at = end;
    }
    None
}
