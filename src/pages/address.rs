//! Where pages are, and how one links to another: always relative, always to a file, so that the site opens from a
//! server at any path and from disk.

use crate::program::Program;
use crate::program::segments::Segment;

/// A page.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum PageKey {
    /// `/`.
    Overview,
    /// `/accounts/`.
    Accounts,
    /// `/accounts/ID/`, an index into the accounts.
    Account(usize),
    /// `/segments/`.
    Segments,
    /// `/segments/DIM/`, an index into the dimensions.
    Dimension(usize),
    /// `/segments/DIM/VALUE/`.
    Segment(Segment),
    /// `/waves/`.
    Waves,
    /// `/waves/SURVEY/WAVE/`, an index into the waves.
    Wave(usize),
    /// `/methodology/`.
    Methodology,
    /// `/pages/`: all pages of the analysts' own, where there are many.
    Contents,
    /// A page of the analysts' own, at this path without `/` at its ends.
    Own(String),
    /// `404.html`.
    NotFound,
}

/// The file of a page, relative to the site.
#[must_use]
pub fn file(program: &Program, page: &PageKey) -> String {
    let folder = match page {
        PageKey::NotFound => return "404.html".to_owned(),
        PageKey::Overview => return "index.html".to_owned(),
        PageKey::Accounts => "accounts".to_owned(),
        PageKey::Account(position) => format!("accounts/{}", program.register.accounts[*position].slug),
        PageKey::Segments => "segments".to_owned(),
        PageKey::Dimension(position) => format!("segments/{}", program.dimensions[*position].id),
        PageKey::Segment(segment) => {
            let dimension = &program.dimensions[usize::from(segment.dimension)];
            format!("segments/{}/{}", dimension.id, dimension.values[segment.value as usize].slug)
        }
        PageKey::Waves => "waves".to_owned(),
        PageKey::Wave(position) => {
            let wave = &program.waves[*position];
            format!("waves/{}/{}", program.surveys[wave.survey].id, wave.slug)
        }
        PageKey::Methodology => "methodology".to_owned(),
        PageKey::Contents => "pages".to_owned(),
        PageKey::Own(path) => path.clone(),
    };
    format!("{folder}/index.html")
}

/// The link from the site's root to a page's file.
#[must_use]
pub fn link(program: &Program, page: &PageKey) -> String {
    encoded(&file(program, page))
}

/// What leads from a page's file back to the site's root: `../` for each folder.
#[must_use]
pub fn root(file: &str) -> String {
    "../".repeat(file.matches('/').count())
}

/// The address of a page under the base address: its folder, without `index.html`.
#[must_use]
pub fn canonical(base_url: &str, file: &str) -> String {
    let folder = file.strip_suffix("index.html").unwrap_or(file);
    format!("{}/{}", base_url.trim_end_matches('/'), encoded(folder))
}

/// A path as part of a link: everything but unreserved ASCII and `/` is percent-encoded.
#[must_use]
pub fn encoded(path: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~' | b'/');
    let each = |byte: u8| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    path.bytes().map(each).collect()
}

/// A segment by its dimension's id and its value or the value's address.
///
/// # Errors
/// No such segment: the names there are, values of the dimension or, where that does not exist, dimensions.
pub fn segment_named<'p>(program: &'p Program, dimension: &str, value: &str) -> Result<Segment, Vec<&'p str>> {
    let Some(position) = program.dimensions.iter().position(|known| known.id == dimension) else {
        return Err(program.dimensions.iter().map(|known| known.id.as_str()).collect());
    };
    let values = &program.dimensions[position].values;
    let found = values.iter().position(|known| known.text == value || known.slug == value);
    let found = found.and_then(|found| super::segments_of(position, values.len()).nth(found));
    found.ok_or_else(|| values.iter().map(|known| known.text.as_str()).collect())
}
