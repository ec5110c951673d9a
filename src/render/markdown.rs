//! Markdown → sanitised HTML. Whatever HTML a commentary holds, nothing of it runs and nothing of it is loaded from
//! another host.

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::{Arc, Mutex};

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd, html::push_html};

/// The highest heading of a commentary: the page has one of its own.
const TOP: u8 = 2;

/// Ids of a commentary get this before them, so that they cannot be those of the page.
const ID_PREFIX: &str = "note-";

/// The HTML of a Markdown text, and the addresses of pictures that were left out because they lie on other hosts.
/// Addresses that begin with `/` start at the site's root.
pub(super) fn html(text: &str, root: &str) -> (String, Vec<String>) {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES;
    let mut html = String::with_capacity(text.len() * 2);
    let events = Parser::new_ext(text, options).map(task).collect();
    push_html(&mut html, headings_in_order(events).into_iter());
    sanitised(&html, root)
}

/// The mark of a task as text: a box that nobody can tick would be a promise.
fn task(event: Event<'_>) -> Event<'_> {
    match event {
        Event::TaskListMarker(is_done) => {
            Event::InlineHtml(format!("<span class=\"task\">{}</span> ", if is_done { "☑" } else { "☐" }).into())
        }
        other => other,
    }
}

/// Headings begin at the second level and never skip one on the way down.
fn headings_in_order(mut events: Vec<Event<'_>>) -> Vec<Event<'_>> {
    let mut open: Vec<u8> = Vec::new();
    for event in &mut events {
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                let written = number(*level);
                while open.last().is_some_and(|above| *above >= written) {
                    open.pop();
                }
                open.push(written);
                *level = heading(open.len());
            }
            Event::End(TagEnd::Heading(level)) => *level = heading(open.len()),
            _ => {}
        }
    }
    events
}

fn number(level: HeadingLevel) -> u8 {
    level as u8
}

fn heading(depth: usize) -> HeadingLevel {
    match depth.saturating_add(usize::from(TOP) - 1) {
        0..=2 => HeadingLevel::H2,
        3 => HeadingLevel::H3,
        4 => HeadingLevel::H4,
        5 => HeadingLevel::H5,
        _ => HeadingLevel::H6,
    }
}

fn sanitised(html: &str, root: &str) -> (String, Vec<String>) {
    let left_out: Arc<Mutex<Vec<String>>> = Arc::default();
    let (noted, root) = (Arc::clone(&left_out), root.to_owned());
    let mut builder = ammonia::Builder::default();
    builder
        .rm_tags(["h1"])
        .add_generic_attributes(["id"])
        .id_prefix(Some(ID_PREFIX))
        .add_allowed_classes("span", ["task"])
        .add_allowed_classes("div", ["footnote-definition"])
        .add_allowed_classes("sup", ["footnote-definition-label", "footnote-reference"])
        .url_schemes(HashSet::from(["http", "https", "mailto", "tel"]))
        .attribute_filter(move |element, attribute, value| {
            let address = matches!((element, attribute), ("a", "href") | ("img", "src"));
            if !address {
                return if attribute == "src" { None } else { Some(Cow::Borrowed(value)) };
            }
            if element == "img" && is_elsewhere(value) {
                noted.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push(value.to_owned());
                return None;
            }
            Some(rewritten(value, &root))
        });
    let html = scrolling(&builder.clean(html).to_string());
    let left_out = std::mem::take(&mut *left_out.lock().unwrap_or_else(std::sync::PoisonError::into_inner));
    (html, left_out)
}

/// Tables in a box that scrolls, by keyboard too, where they are wider than the screen.
fn scrolling(html: &str) -> String {
    const BOX: &str = "<div class=\"scroll\" role=\"region\" aria-label=\"Table\" tabindex=\"0\"><table";
    html.replace("<table", BOX).replace("</table>", "</table></div>")
}

/// Whether an address leads to another host, or is no address of a file.
fn is_elsewhere(address: &str) -> bool {
    let address = address.trim().replace('\\', "/");
    address.starts_with("//") || address.split(['/', '?', '#']).next().is_some_and(|first| first.contains(':'))
}

/// An address as it has to be on this page: from the site's root, or to an id that got its prefix.
fn rewritten<'v>(address: &'v str, root: &str) -> Cow<'v, str> {
    if let Some(id) = address.strip_prefix('#').filter(|id| !id.is_empty()) {
        return Cow::Owned(format!("#{ID_PREFIX}{id}"));
    }
    match address.strip_prefix('/') {
        Some(path) if !path.starts_with('/') => {
            let here = format!("{root}{path}");
            Cow::Owned(if here.is_empty() { "./".to_owned() } else { here })
        }
        _ => Cow::Borrowed(address),
    }
}
