//! Messages in templates: `say` as text, `rich` with the few marks that a message may carry.

use std::sync::Arc;

use minijinja::value::{Kwargs, Value, ValueKind};
use minijinja::{Environment, Error, ErrorKind};

use super::escape::escaped;
use crate::words::{self, Words};

/// Stands for a `<` that is no mark, from a part of Unicode that nobody writes in.
const UNMARKED: &str = "\u{e000}";

/// What stands in a message for HTML that it is given, around its number, until its own marks are made; nobody writes in
/// that part of Unicode either.
const GIVEN: [char; 2] = ['\u{e001}', '\u{e002}'];

/// Marks that a message may carry. They have no attributes but the address that a template gives a link.
const MARKS: [&str; 7] = ["em", "strong", "code", "sub", "sup", "var", "br"];

/// Gives templates their messages: `{{ say("no-interval") }}` is text, and `{{ rich("NAME",
/// link=page.root ~ "methodology/index.html") }}` is HTML in which `<link>…</link>` leads there.
pub(super) fn add(environment: &mut Environment<'_>, words: &Arc<Words>) {
    let said = Arc::clone(words);
    environment.add_function("say", move |message: &str, given: Kwargs| say(&said, message, &given));
    let said = Arc::clone(words);
    environment.add_function("rich", move |message: &str, given: Kwargs| rich(&said, message, &given));
    environment.add_global("language", words.language().to_owned());
}

fn say(words: &Words, message: &str, given: &Kwargs) -> Result<String, Error> {
    said(words, message, given, Value::to_string)
}

/// A message as HTML. What it is given is text, in which nothing is a mark, or HTML that a template made, such as a list
/// of links; of the message's own marks those are kept that are known, all others are text.
fn rich(words: &Words, message: &str, given: &Kwargs) -> Result<Value, Error> {
    let [open, close] = GIVEN;
    let mut html: Vec<String> = Vec::new();
    let text = said(words, message, given, |value| {
        if value.is_safe() {
            html.push(value.to_string());
            return format!("{open}{}{close}", html.len() - 1);
        }
        value.to_string().replace('<', UNMARKED).replace(GIVEN, "")
    })?;
    let links = given.args().map(|name| Ok((name, given.get::<Value>(name)?.to_string())));
    let links: Result<Vec<(&str, String)>, Error> = links.collect();
    let mut made = marked(&text, &links?);
    for (number, part) in html.iter().enumerate() {
        made = made.replace(&format!("{open}{number}{close}"), part);
    }
    Ok(Value::from_safe_string(made))
}

/// A message with the texts that it is given written in this way.
fn said(words: &Words, message: &str, given: &Kwargs, mut text: impl FnMut(&Value) -> String) -> Result<String, Error> {
    if !words.knows(message) {
        return Err(Error::new(ErrorKind::InvalidOperation, format!("there is no message `{message}`")));
    }
    let arguments = given.args().map(|name| Ok((name, value(&given.get(name)?, &mut text))));
    let arguments: Result<Vec<(&str, words::Value<'_>)>, Error> = arguments.collect();
    Ok(words.say(message, &arguments?))
}

fn value(given: &Value, text: &mut impl FnMut(&Value) -> String) -> words::Value<'static> {
    match given.kind() {
        ValueKind::Number => words::Value::Number(f64::try_from(given.clone()).unwrap_or_default()),
        ValueKind::Bool => given.is_true().into(),
        ValueKind::Undefined | ValueKind::None => String::new().into(),
        _ => text(given).into(),
    }
}

/// A message's text as HTML: known marks as they are, `<NAME>` as a link to what was given as `NAME`.
fn marked(text: &str, links: &[(&str, String)]) -> String {
    let mut html = String::with_capacity(text.len() + 32);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('<') {
        html.push_str(&escaped(before));
        let found = after.split_once('>').and_then(|(name, after)| Some((mark(name, links)?, after)));
        let (mark, after) = found.unwrap_or_else(|| ("&lt;".to_owned(), after));
        html.push_str(&mark);
        rest = after;
    }
    html.push_str(&escaped(rest));
    html.replace(UNMARKED, "&lt;")
}

/// A mark as HTML; nothing where it is none.
fn mark(name: &str, links: &[(&str, String)]) -> Option<String> {
    let (closing, plain) = name.strip_prefix('/').map_or(("", name), |plain| ("/", plain));
    if MARKS.contains(&plain) {
        return Some(format!("<{closing}{plain}>"));
    }
    let (_, address) = links.iter().find(|(link, _)| *link == plain)?;
    Some(if closing.is_empty() { format!("<a href=\"{}\">", escaped(address)) } else { "</a>".to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_kept_and_everything_else_is_text() {
        let links = [("link", "a\"b.html".to_owned())];
        let html = marked("<em>x</em> <link>there</link> <script>1 < 2</script>", &links);
        assert_eq!(html, "<em>x</em> <a href=\"a&quot;b.html\">there</a> &lt;script&gt;1 &lt; 2&lt;/script&gt;");
        assert_eq!(marked(&format!("by {UNMARKED}em>"), &[]), "by &lt;em&gt;");
    }

    #[test]
    fn html_that_a_template_made_stays_html_within_a_message() {
        let mut environment = Environment::new();
        add(&mut environment, &Arc::new(Words::english()));
        let page = |template: &str| environment.render_named_str("a.html", template, minijinja::context! {});
        let list = "{% set most %}<a href=\"a\">A</a>, <a>B</a>{% endset %}";
        let html = page(&format!("{list}{{{{ rich('list', most=most, last='<C>') }}}}"));
        assert_eq!(html.unwrap_or_default(), "<a href=\"a\">A</a>, <a>B</a> and &lt;C&gt;");
    }
}
