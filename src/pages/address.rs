//! Where pages are, and how one links to another: always relative, always to a file, so that the site opens from a
//! server at any path and from disk.

use super::{PageKey, Report};

/// The file of a page, relative to the site.
#[must_use]
pub fn file(report: &Report<'_>, key: &PageKey) -> String {
    let kind = report.kind(key);
    let folder = filled(kind.address, (kind.parts)(&report.disclosed, &key.subject));
    match folder.as_str() {
        "" => "index.html".to_owned(),
        _ if kind.address.strip_suffix(".html").is_some() => folder,
        _ => format!("{folder}/index.html"),
    }
}

/// An address with its parts in capitals filled in.
fn filled(address: &str, parts: Vec<&str>) -> String {
    let mut parts = parts.into_iter();
    let each = address.split('/').map(|part| if is_filled_in(part) { parts.next().unwrap_or_default() } else { part });
    each.collect::<Vec<_>>().join("/")
}

/// Whether a part of an address stands for another: it is in capitals.
#[must_use]
pub fn is_filled_in(part: &str) -> bool {
    !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// The link from the site's root to a page's file.
#[must_use]
pub fn link(report: &Report<'_>, key: &PageKey) -> String {
    encoded(&file(report, key))
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
