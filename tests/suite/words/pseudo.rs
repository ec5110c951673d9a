//! A language that nobody speaks, made of the English messages with other letters: programs whose data have no Latin
//! letters have none on their pages, so that a language needs nothing but its messages.

use std::collections::BTreeMap;
use std::fs;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::{parser, serializer};

use super::program::{self, PSEUDO};
use super::said::{Said, in_script, on_page};
use super::{files, root};
use crate::project::Project;

/// Names that are the same in every language.
pub(super) const NAMES: [(&str, &str); 6] = [
    ("cxbook", "what made the site"),
    ("CSV", "a format of files"),
    ("PNG", "a format of files"),
    ("max", "in a formula"),
    ("min", "in a formula"),
    ("df", "degrees of freedom, in a formula"),
];

/// Messages that say how the language writes, which are not those of English with other letters.
const FORMATS: [(&str, &str); 3] = [("decimal-sign", ","), ("group-sign", "’"), ("labels-bend", "no")];

/// A message or an answer in the alphabet of Armenian.
fn respelt(text: &str) -> String {
    let letter = |letter: char, from: char, to: u32| char::from_u32(u32::from(letter) - u32::from(from) + to).unwrap();
    let other = |each: char| match each {
        'a'..='z' => letter(each, 'a', 0x561),
        'A'..='Z' => letter(each, 'A', 0x531),
        other => other,
    };
    let mut respelt = String::new();
    let mut rest = text;
    // The names of marks, as in `<em>`, stay.
    while let Some((before, after)) = rest.split_once('<') {
        respelt.extend(before.chars().map(other));
        let end = after.find(|c: char| !c.is_ascii_lowercase() && c != '/' && c != '-').unwrap_or(after.len());
        let mark = if after[end..].starts_with('>') { end } else { 0 };
        respelt.push('<');
        respelt.push_str(&after[..mark]);
        rest = &after[mark..];
    }
    respelt.extend(rest.chars().map(other));
    respelt
}

fn of_pattern(pattern: &mut Pattern<String>) {
    for element in &mut pattern.elements {
        match element {
            PatternElement::TextElement { value } => *value = respelt(value),
            PatternElement::Placeable { expression } => of_expression(expression),
        }
    }
}

fn of_expression(expression: &mut Expression<String>) {
    match expression {
        Expression::Inline(inline) => of_inline(inline),
        Expression::Select { variants, .. } => variants.iter_mut().for_each(|variant| of_pattern(&mut variant.value)),
    }
}

fn of_inline(inline: &mut InlineExpression<String>) {
    match inline {
        InlineExpression::StringLiteral { value } if !value.contains('\\') => *value = respelt(value),
        InlineExpression::Placeable { expression } => of_expression(expression),
        _ => {}
    }
}

/// A file of messages in the language.
pub(super) fn pseudo(text: &str) -> String {
    let mut resource = parser::parse(text.to_owned()).unwrap();
    for entry in &mut resource.body {
        match entry {
            Entry::Message(message) => {
                let format = FORMATS.iter().find(|(name, _)| *name == message.id.name);
                let value = message.value.as_mut().unwrap();
                match format {
                    Some((_, text)) => {
                        value.elements = vec![PatternElement::TextElement { value: (*text).to_owned() }];
                    }
                    None => of_pattern(value),
                }
            }
            Entry::Term(term) => of_pattern(&mut term.value),
            _ => {}
        }
    }
    serializer::serialize(&resource)
}

/// Gives a program the messages of the language, in a theme of its own that has nothing else.
fn with_messages(mut project: Project) -> Project {
    for file in files(&root().join("themes/default/i18n/en"), "ftl") {
        let name = file.file_name().unwrap().to_str().unwrap().to_owned();
        let text = pseudo(&fs::read_to_string(&file).unwrap());
        project = project.file(&format!("themes/{PSEUDO}/i18n/{PSEUDO}/{name}"), &text);
    }
    project
}

/// Everything that is read in a site, with its page.
pub(super) fn said(project: &Project) -> Vec<(String, Said)> {
    let mut all = Vec::new();
    for (file, bytes) in project.files() {
        let text = String::from_utf8_lossy(&bytes);
        let found = match file.as_str() {
            "assets/words.js" => in_script(&text),
            page if page.ends_with(".html") => on_page(&text),
            _ => Vec::new(),
        };
        all.extend(found.into_iter().map(|said| (file.clone(), said)));
    }
    all
}

/// Whether a word is the id of a question, a block, a survey or a dimension, which are in Latin letters in any program.
pub(super) fn is_id(word: &str) -> bool {
    let number = word.strip_prefix(['q', 'b', 's', 'S', 'd']);
    number.is_some_and(|number| !number.is_empty() && number.chars().all(|c| c.is_ascii_digit()))
}

/// Whether a text has a word in Latin letters that is no name, no hash and no letter of a formula.
fn is_left(said: &Said) -> bool {
    let mut words =
        said.text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.contains(|c: char| c.is_ascii_alphabetic()));
    words.any(|word| {
        let is_hash = word.len() == 64 && said.place == "code" && word.chars().all(|c| c.is_ascii_hexdigit());
        !is_hash && !is_id(word) && !NAMES.iter().any(|(name, _)| *name == word)
    })
}

/// What is left in Latin letters: each text with how often it stands and where first.
pub(super) fn left(name: &str, project: &Project) -> Vec<String> {
    let mut texts: BTreeMap<String, (usize, String)> = BTreeMap::new();
    for (page, said) in said(project).into_iter().filter(|(_, said)| is_left(said)) {
        let text = said.text.split_whitespace().collect::<Vec<_>>().join(" ");
        texts.entry(format!("{}: {text}", said.place)).or_insert((0, page)).0 += 1;
    }
    let mut lines: Vec<String> =
        texts.into_iter().map(|(text, (times, page))| format!("{name}, {page} ({times}×) {text}")).collect();
    lines.sort();
    lines
}

#[test]
fn a_language_needs_nothing_but_its_messages() {
    let mut lines = Vec::new();
    for (name, project) in program::all() {
        let project = with_messages(project);
        let built = project.run(&["build", ".", "--today", "2026-05-02"]);
        assert_eq!(built.code, 0, "{name}: {}{}", built.stdout, built.stderr);
        assert!(project.page("index.html").contains(&format!("<html lang=\"{PSEUDO}\">")));
        lines.extend(left(name, &project));
    }
    assert!(lines.is_empty(), "{} texts are in Latin letters:\n{}", lines.len(), lines.join("\n"));
}

#[test]
fn numbers_are_written_as_the_messages_say() {
    let (_, project) = program::all().remove(0);
    let project = with_messages(project);
    project.run(&["build", ".", "--today", "2026-05-02"]);
    let all = said(&project);
    let with = |sign: char| move |(_, said): &&(String, Said)| between_digits(&said.text, sign);
    assert!(all.iter().any(|each| with(',')(&each)), "no decimal comma");
    assert!(all.iter().any(|each| with('’')(&each)), "no sign between thousands");
    // The version is a name, and what a formula says is written by whoever translates it.
    let is_own = |(page, said): &&(String, Said)| page != "methodology/index.html" && !said.text.contains("cxbook");
    let others: Vec<_> = all.iter().filter(is_own).filter(with('.')).collect();
    assert!(others.is_empty(), "numbers of another language: {others:#?}");
}

fn between_digits(text: &str, sign: char) -> bool {
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let mut places = text.match_indices(sign);
    places.any(|(at, sign)| digit(text[..at].chars().last()) && digit(text[at + sign.len()..].chars().next()))
}
