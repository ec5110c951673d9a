//! `sitemap.xml`, where it is known at which address the site is published.

use super::{Report, address, pages};

/// The sitemap; `None` without a base address.
#[must_use]
pub fn sitemap(report: &Report<'_>) -> Option<String> {
    let base = report.base_url.as_ref()?;
    let mut text = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    text.push_str("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    for page in pages(report).iter().filter(|page| !report.kind(&page.key).served_anywhere) {
        let address = address::canonical(base, &page.file).replace('&', "&amp;").replace('<', "&lt;");
        text.extend(["<url><loc>", &address, "</loc></url>\n"]);
    }
    text.push_str("</urlset>\n");
    Some(text)
}
