//! Markdown → sanitised HTML. Whatever HTML a commentary holds, nothing of it runs and nothing of it is loaded from
//! another host.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashSet};
use std::sync::{Arc, Mutex};

use super::escape::escaped;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd, html::push_html};

/// The highest heading of a commentary: the page has one of its own.
const TOP: u8 = 2;

/// Ids of a commentary get this before them, so that they cannot be those of the page.
pub(super) const ID_PREFIX: &str = "note-";

/// What stands around the number of an address until it is known where it leads.
const OPEN: char = '\u{e002}';
const CLOSE: char = '\u{e003}';

/// So many quotes, lists and elements may lie in each other. The time that Markdown takes grows with their square.
pub(super) const DEEPEST: usize = 30;

/// So many `&` may stand in a text. In one paragraph, the time of writing them grows with their square.
pub(super) const MOST_AMPERSANDS: usize = 10_000;

/// What is beyond the bounds of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Beyond<'t> {
    /// A line that is nested too deeply.
    Nested(&'t str),
    /// Too many `&`.
    Ampersands,
}

/// What came of a Markdown text.
#[derive(Debug, Default)]
pub(super) struct Html {
    /// The HTML; addresses within the site are marks around their number.
    pub(super) text: String,
    /// The addresses of links and pictures, in their order.
    pub(super) addresses: Vec<Address>,
    /// The ids that links of the text can lead to.
    pub(super) ids: BTreeSet<String>,
    /// The addresses of pictures that were left out because they lie on other hosts.
    pub(super) left_out: Vec<String>,
}

/// The address of a link or a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Address {
    /// A link.
    Link(String),
    /// A picture.
    Picture(String),
}

/// The HTML of a Markdown text, whose tables are called so for those who do not see them.
///
/// # Errors
/// What is beyond the bounds.
pub(super) fn html<'t>(text: &'t str, table: &str) -> Result<Html, Beyond<'t>> {
    if text.matches('&').count() > MOST_AMPERSANDS {
        return Err(Beyond::Ampersands);
    }
    if let Some(line) = text.lines().find(|line| containers(line) > DEEPEST) {
        return Err(Beyond::Nested(line));
    }
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES;
    let mut html = String::with_capacity(text.len() * 2);
    let events: Vec<Event<'_>> = Parser::new_ext(text, options).map(task).collect();
    if let Some(at) = nested_elements(&events) {
        return Err(Beyond::Nested(
            text.lines().find(|line| line.contains(at.lines().next().unwrap_or_default())).unwrap_or(""),
        ));
    }
    push_html(&mut html, headings_in_order(events).into_iter());
    Ok(sanitised(&html, table))
}

/// How many quotes and lists a line opens or goes on with. A line of `* * *` is a rule.
fn containers(line: &str) -> usize {
    let line = line.trim();
    if line.chars().all(|c| c == '*' || c.is_whitespace()) || line.chars().all(|c| c == '-' || c.is_whitespace()) {
        return 0;
    }
    let mut count = 0;
    let mut rest = line;
    loop {
        rest = rest.trim_start();
        let number = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        let numbered = || number.strip_prefix(['.', ')']).filter(|_| number.len() < rest.len());
        let item = |after: &&str| after.is_empty() || after.starts_with([' ', '\t']);
        let after = rest.strip_prefix('>');
        let after = after.or_else(|| rest.strip_prefix(['-', '*', '+']).or_else(numbered).filter(item));
        let Some(after) = after else { return count };
        count += 1;
        rest = after;
    }
}

/// Elements that need no end of their own.
const WITHOUT_END: [&str; 16] =
    ["br", "hr", "img", "wbr", "input", "col", "p", "li", "td", "th", "tr", "dt", "dd", "source", "link", "meta"];

/// The HTML that opens more elements within each other than there may be.
fn nested_elements<'e>(events: &'e [Event<'_>]) -> Option<&'e str> {
    let mut open = 0_usize;
    for event in events {
        let (Event::Html(html) | Event::InlineHtml(html)) = event else { continue };
        for part in html.split('<').skip(1) {
            let name: String = part.chars().take_while(char::is_ascii_alphanumeric).collect();
            if part.starts_with('/') {
                open = open.saturating_sub(1);
            } else if !name.is_empty() && !WITHOUT_END.contains(&name.to_ascii_lowercase().as_str()) {
                open += 1;
            }
        }
        if open > DEEPEST {
            return Some(html);
        }
    }
    None
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

fn sanitised(html: &str, table: &str) -> Html {
    let noted: Arc<Mutex<Html>> = Arc::default();
    let notes = Arc::clone(&noted);
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
            let mut notes = notes.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
            filtered(&mut notes, element, attribute, value)
        });
    let text = scrolling(&builder.clean(html).to_string(), table);
    let noted = std::mem::take(&mut *noted.lock().unwrap_or_else(std::sync::PoisonError::into_inner));
    Html { text, ..noted }
}

/// An attribute as it stays: addresses become marks, and those of pictures on other hosts are left out.
fn filtered<'v>(notes: &mut Html, element: &str, attribute: &str, value: &'v str) -> Option<Cow<'v, str>> {
    let address = match (element, attribute) {
        ("img", "src") if is_elsewhere(value) => {
            notes.left_out.push(value.to_owned());
            return None;
        }
        ("img", "src") => Address::Picture(value.to_owned()),
        ("a", "href") if is_elsewhere(value) || value.is_empty() => return Some(Cow::Borrowed(value)),
        ("a", "href") => Address::Link(value.to_owned()),
        (_, "src") => return None,
        (_, "id") => {
            notes.ids.insert(value.strip_prefix(ID_PREFIX).unwrap_or(value).to_owned());
            return Some(Cow::Borrowed(value));
        }
        _ => return Some(Cow::Borrowed(value)),
    };
    notes.addresses.push(address);
    Some(Cow::Owned(format!("{OPEN}{}{CLOSE}", notes.addresses.len() - 1)))
}

/// The HTML with each address as `to` says.
pub(super) fn with_addresses(html: &str, to: impl Fn(usize) -> String) -> String {
    let mut result = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, after)) = rest.split_once(OPEN) {
        result.push_str(before);
        rest = after;
        let Some((number, after)) = after.split_once(CLOSE) else { continue };
        if let Ok(number) = number.parse() {
            result.push_str(&to(number));
            rest = after;
        }
    }
    result.push_str(rest);
    result
}

/// Tables in a box that scrolls, by keyboard too, where they are wider than the screen.
fn scrolling(html: &str, table: &str) -> String {
    let open = format!("<div class=\"scroll\" role=\"region\" aria-label=\"{}\" tabindex=\"0\"><table", escaped(table));
    html.replace("<table", &open).replace("</table>", "</table></div>")
}

/// Whether an address leads to another host, or is no address of a file.
fn is_elsewhere(address: &str) -> bool {
    let address = address.trim().replace('\\', "/");
    address.starts_with("//") || address.split(['/', '?', '#']).next().is_some_and(|first| first.contains(':'))
}
