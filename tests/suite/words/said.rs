//! What a reader reads on a page: text, attributes that are shown or read aloud, what scripts and charts are given.

use serde_json::Value;

/// Attributes that are read; `data-key` is what a filter offers. `data-name` is what a file is called, where a table has a
/// caption.
const READ: [&str; 10] = [
    "title",
    "aria-label",
    "aria-description",
    "aria-valuetext",
    "alt",
    "placeholder",
    "label",
    "data-filter",
    "data-key",
    "content",
];

/// Names of `meta` elements whose content is for browsers.
const FOR_BROWSERS: [&str; 3] = ["viewport", "color-scheme", "robots"];

/// Keys of chart options whose values are for `ECharts`.
const FOR_CHARTS: [&str; 9] =
    ["type", "stack", "stackStrategy", "position", "symbol", "color", "borderColor", "borderType", "overflow"];

/// A text that is read, with the element or attribute that has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) place: String,
    pub(super) text: String,
}

impl Said {
    fn new(place: &str, text: &str) -> Self {
        let text = text.replace("&nbsp;", "\u{a0}").replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">");
        Self { place: place.to_owned(), text: text.replace("&#39;", "'").replace("&quot;", "\"") }
    }
}

/// Everything that is read on a page, but for letters of formulas and for what is marked as English.
pub(super) fn on_page(html: &str) -> Vec<Said> {
    let mut all = Vec::new();
    let mut rest = html;
    let mut place = String::new();
    while let Some((text, after)) = rest.split_once('<') {
        all.push(Said::new(&place, text));
        let (tag, after) = after.split_once('>').unwrap_or((after, ""));
        let name = tag.split([' ', '\n', '/']).next().unwrap_or_default();
        place = if tag.starts_with('/') { String::new() } else { named(name, tag) };
        all.extend(attributes(name, tag));
        let inside = after.split_once(&format!("</{name}>"));
        rest = match (name, inside) {
            ("script", Some((text, after))) => {
                all.extend(given_to_script(tag, text));
                place.clear();
                after
            }
            ("style" | "var" | "sub", Some((_, after))) => after,
            (name, Some((_, after))) if name != "html" && attribute(tag, "lang").as_deref() == Some("en") => after,
            _ => after,
        };
    }
    all.push(Said::new(&place, rest));
    all.retain(|said| !said.text.trim().is_empty());
    all
}

/// An element with its class: `p.formula`.
fn named(name: &str, tag: &str) -> String {
    attribute(tag, "class").map_or_else(|| name.to_owned(), |class| format!("{name}.{class}"))
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, value) = tag.split_once(&format!(" {name}=\""))?;
    value.split('"').next().map(str::to_owned)
}

fn attributes(name: &str, tag: &str) -> Vec<Said> {
    if name == "meta" && attribute(tag, "name").is_none_or(|name| FOR_BROWSERS.contains(&name.as_str())) {
        return Vec::new();
    }
    let read = READ.iter().filter_map(|read| Some(Said::new(&format!("{name}[{read}]"), &attribute(tag, read)?)));
    read.collect()
}

fn given_to_script(tag: &str, text: &str) -> Vec<Said> {
    let mut all = Vec::new();
    if tag.contains("application/json") && !text.trim().is_empty() {
        texts(&serde_json::from_str(text).unwrap(), "script", &mut all);
    }
    all
}

/// The texts of a value that is given to scripts.
fn texts(value: &Value, place: &str, all: &mut Vec<Said>) {
    match value {
        Value::String(text) if !text.starts_with("var(--") => {
            all.push(Said { place: place.to_owned(), text: text.clone() });
        }
        Value::Array(values) => values.iter().for_each(|value| texts(value, place, all)),
        Value::Object(entries) => {
            for (key, value) in entries.iter().filter(|(key, _)| !FOR_CHARTS.contains(&key.as_str())) {
                texts(value, &format!("{place}.{key}"), all);
            }
        }
        _ => {}
    }
}

/// What the scripts of all pages are given: `assets/words.js`.
pub(super) fn in_script(script: &str) -> Vec<Said> {
    let mut all = Vec::new();
    let (_, object) = script.split_once("words: ").expect("the words of scripts");
    let object = object.trim_end().trim_end_matches(';').trim_end_matches('}');
    texts(&serde_json::from_str(object).unwrap(), "words.js", &mut all);
    all.into_iter().map(without_places).collect()
}

/// A text without the names of what a script puts into it, as in `{shown} of {all}`.
fn without_places(said: Said) -> Said {
    let parts: Vec<&str> =
        said.text.split('{').map(|part| part.split_once('}').map_or(part, |(_, after)| after)).collect();
    Said { text: parts.join("…"), ..said }
}

#[test]
fn everything_that_is_read_is_found() {
    let page = "<p class=\"big\">One &amp; <b title=\"two\">three</b><var>x</var></p><ul lang=\"en\"><li>no</li></ul>\
                <meta name=\"robots\" content=\"no\"><script>no</script>\
                <script type=\"application/json\">{\"type\":\"no\",\"data\":[{\"name\":\"four\"}]}</script>five";
    let said: Vec<(String, String)> = on_page(page).into_iter().map(|said| (said.place, said.text)).collect();
    let said: Vec<(&str, &str)> = said.iter().map(|(place, text)| (place.as_str(), text.as_str())).collect();
    let expected =
        [("p.big", "One & "), ("b[title]", "two"), ("b", "three"), ("script.data.name", "four"), ("", "five")];
    assert_eq!(said, expected);
}
