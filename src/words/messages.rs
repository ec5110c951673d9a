//! Files of messages → messages, and what is wrong in them. The theme's files are the base, the program's own single
//! messages lie over them; a mistake in either is told with its place and changes nothing else.

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::{FluentResource, FluentValue};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use unic_langid::LanguageIdentifier;

use super::Words;
use super::bundle::{Bundle, text};
use super::formats::Formats;
use super::numbers::written;
use super::often::Kept;
use crate::diagnostic::{At, Code, Diagnostic, Diagnostics, Place, suggest};
use crate::sources::Sources;
use crate::sources::theme::{Template, Theme};

/// The language that has every message.
const ENGLISH: &str = "en";

/// What a program calls its customers, where `cxbook.yaml` says so.
#[derive(Debug, Clone, Copy)]
pub(super) struct Labels<'a> {
    /// One of them.
    one: &'a str,
    /// Several.
    many: &'a str,
}

impl Words {
    /// The words of a program's language; English where there are none of that language.
    #[must_use]
    pub fn of(sources: &Sources, diagnostics: &mut Diagnostics) -> Self {
        let config = &sources.config.content;
        let labels = config.account_label.as_ref().map(|label| Labels { one: &label.one, many: &label.many });
        let asked = config.language.as_ref();
        let language = asked.map_or(ENGLISH, |language| &language.value);
        if let Some(missing) = asked.filter(|_| known(&sources.theme, &sources.messages, language).is_none()) {
            let warning = Diagnostic::new(Code::NotTranslated, format!("there are no messages in `{language}`"));
            let languages: Vec<&str> = languages(&sources.theme, &sources.messages).into_iter().collect();
            let help = format!("pages are English until there are; there are messages in {}", languages.join(", "));
            diagnostics.push(warning.at(Place::new(&sources.config.file, missing.at)).help(help));
        }
        check_own(&sources.theme, &sources.messages, diagnostics);
        Self::new(&sources.theme, &sources.messages, language, labels, diagnostics)
    }

    fn new(
        theme: &Theme,
        own: &[(String, Template)],
        language: &str,
        labels: Option<Labels<'_>>,
        diagnostics: &mut Diagnostics,
    ) -> Self {
        let tag = known(theme, own, language).unwrap_or(ENGLISH);
        let english = (tag != ENGLISH).then(|| bundle(theme, own, ENGLISH, labels, diagnostics));
        let own = bundle(theme, own, tag, labels, diagnostics);
        let mut words = Self {
            language: if tag == ENGLISH { english_tag(language) } else { language.to_owned() },
            formats: Formats::of(&[&own].into_iter().chain(english.as_ref()).collect::<Vec<_>>()),
            own,
            english,
            kept: Kept::default(),
        };
        words.number_function();
        words
    }

    /// English in the words of the built-in theme.
    #[must_use]
    pub fn english() -> Self {
        Self::new(&Theme::built_in(), &[], ENGLISH, None, &mut Diagnostics::default())
    }

    /// Lets messages show numbers as the language writes them: `NUMBER($n)`.
    fn number_function(&mut self) {
        for bundle in [Some(&mut self.own), self.english.as_mut()].into_iter().flatten() {
            let formats = self.formats.clone();
            // It fails only where there is one of that name.
            let _ = bundle.add_function("NUMBER", move |given, _| shown(given, &formats));
        }
    }
}

fn shown<'a>(given: &[FluentValue<'a>], formats: &Formats) -> FluentValue<'a> {
    match given.first() {
        Some(FluentValue::Number(number)) => FluentValue::String(written(number, formats).into()),
        Some(FluentValue::String(text)) => FluentValue::String(text.clone()),
        _ => FluentValue::Error,
    }
}

/// The language of pages that are English: the tag that was asked for, where it is one of English.
fn english_tag(language: &str) -> String {
    if is_of(language, ENGLISH) { language.to_owned() } else { ENGLISH.to_owned() }
}

/// Whether a tag is of a language: `pt-BR` is of `pt`.
fn is_of(tag: &str, language: &str) -> bool {
    let first = tag.split('-').next().unwrap_or(tag);
    tag.eq_ignore_ascii_case(language) || first.eq_ignore_ascii_case(language)
}

/// The languages that there are messages of, in their order.
#[must_use]
pub fn languages<'t>(theme: &'t Theme, own: &'t [(String, Template)]) -> BTreeSet<&'t str> {
    let of_theme = theme.messages.keys().filter_map(|file| file.split_once('/')).map(|(language, _)| language);
    of_theme.chain(own.iter().map(|(language, _)| language.as_str())).collect()
}

/// The language that a tag asks for, as the folders of messages name it: exactly, else without its region.
#[must_use]
pub fn known<'t>(theme: &'t Theme, own: &'t [(String, Template)], tag: &str) -> Option<&'t str> {
    let languages = languages(theme, own);
    let exact = languages.iter().find(|language| language.eq_ignore_ascii_case(tag));
    exact.or_else(|| languages.iter().find(|language| is_of(tag, language))).copied()
}

/// All messages of a language: the theme's, over them what the program calls its customers, over these its own.
fn bundle(
    theme: &Theme,
    own: &[(String, Template)],
    language: &str,
    labels: Option<Labels<'_>>,
    diagnostics: &mut Diagnostics,
) -> Bundle {
    let locale: LanguageIdentifier = language.parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![locale]);
    bundle.set_use_isolating(false);
    let of_language = format!("{language}/");
    for (_, file) in theme.messages.iter().filter(|(name, _)| name.starts_with(&of_language)) {
        bundle.add_resource_overriding(resource(file, diagnostics));
    }
    if let Some(labels) = labels {
        let text = labelled(&bundle, labels);
        bundle.add_resource_overriding(FluentResource::try_new(text).unwrap_or_else(|(readable, _)| readable));
    }
    for (_, file) in own.iter().filter(|(of, _)| of == language) {
        bundle.add_resource_overriding(resource(file, diagnostics));
    }
    bundle
}

/// What a program calls its customers, as messages. In a language that bends words a label fits into no sentence, only
/// over a list; there a program says the term itself in `i18n/LANGUAGE.ftl`.
fn labelled(bundle: &Bundle, labels: Labels<'_>) -> String {
    let quoted = |text: &str| format!("{{\"{}\"}}", text.replace('\\', "\\\\").replace('"', "\\\""));
    let (one, many) = (quoted(labels.one), quoted(labels.many));
    let headings = format!("account-heading = {one}\naccounts-heading = {many}\n");
    let bends = text(&[bundle], "labels-bend", &[]) == "yes";
    if bends { headings } else { format!("{headings}-account = {one}\n-accounts = {many}\n") }
}

/// A file's messages; what is none is noted and left out.
fn resource(file: &Template, diagnostics: &mut Diagnostics) -> FluentResource {
    let parsed = FluentResource::try_new(file.text.clone());
    parsed.unwrap_or_else(|(readable, mistakes)| {
        for mistake in mistakes {
            let error = Diagnostic::new(Code::WrongMessage, format!("this is no message: {}", mistake.kind));
            let at = at(&file.text, mistake.pos.start);
            diagnostics
                .push(error.at(Place::new(&file.file, at)).help("write `name = text`, as the built-in files do"));
        }
        readable
    })
}

fn at(text: &str, byte: usize) -> At {
    let before = text.get(..byte).unwrap_or(text);
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let small = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let column = before.get(line_start..).unwrap_or_default().chars().count() + 1;
    At { line: small(before.matches('\n').count() + 1), column: small(column), width: 0 }
}

/// Notes messages of the program that say nothing: those with a name that no page asks for, or with a variable that
/// pages do not give.
fn check_own(theme: &Theme, own: &[(String, Template)], diagnostics: &mut Diagnostics) {
    let english = theme.messages.iter().filter(|(name, _)| is_of_folder(name, ENGLISH)).map(|(_, file)| file);
    let known: BTreeMap<String, BTreeSet<String>> = english.flat_map(|file| variables(&file.text)).collect();
    for (_, file) in own {
        for (message, used) in variables(&file.text) {
            // Terms that begin with a hyphen are for other messages of the same file.
            let Some(given) = known.get(&message) else {
                if !message.starts_with('-') {
                    diagnostics.push(unknown(file, &message, known.keys()));
                }
                continue;
            };
            for name in used.difference(given).filter(|_| !message.starts_with('-')) {
                let error = Diagnostic::new(Code::WrongMessage, format!("`{message}` is not given `${name}`"));
                let mut error = error.at(place(file, &message));
                error.help = suggest(name, given.iter().map(String::as_str));
                diagnostics.push(error);
            }
        }
    }
}

fn unknown<'k>(file: &Template, message: &str, known: impl Iterator<Item = &'k String>) -> Diagnostic {
    let error = Diagnostic::new(Code::WrongMessage, format!("no page says a message `{message}`"));
    let mut error = error.at(place(file, message));
    error.help = suggest(message, known.map(String::as_str));
    error
}

/// Where a message of a file begins.
fn place(file: &Template, message: &str) -> Place {
    let starts = |line: &str| line.strip_prefix(message).is_some_and(|rest| rest.trim_start().starts_with('='));
    let line = file.text.lines().position(starts).unwrap_or_default();
    let width = u32::try_from(message.chars().count()).unwrap_or_default();
    Place::new(&file.file, At { line: u32::try_from(line + 1).unwrap_or(1), column: 1, width })
}

fn is_of_folder(file: &str, language: &str) -> bool {
    file.split_once('/').is_some_and(|(of, _)| of == language)
}

/// The messages and terms of a file by name, a term with its hyphen, and the variables that each uses.
#[must_use]
pub fn variables(text: &str) -> Vec<(String, BTreeSet<String>)> {
    let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(readable, _)| readable);
    let named = resource.entries().filter_map(|entry| match entry {
        Entry::Message(message) => Some((message.id.name.to_owned(), message.value.as_ref()?)),
        Entry::Term(term) => Some((format!("-{}", term.id.name), &term.value)),
        _ => None,
    });
    let used = named.map(|(name, pattern)| {
        let mut variables = BTreeSet::new();
        of_pattern(pattern, &mut variables);
        (name, variables)
    });
    used.collect()
}

fn of_pattern(pattern: &Pattern<&str>, variables: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            of_expression(expression, variables);
        }
    }
}

fn of_expression(expression: &Expression<&str>, variables: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => of_inline(inline, variables),
        Expression::Select { selector, variants } => {
            of_inline(selector, variables);
            for variant in variants {
                of_pattern(&variant.value, variables);
            }
        }
    }
}

fn of_inline(inline: &InlineExpression<&str>, variables: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            variables.insert(id.name.to_owned());
        }
        InlineExpression::FunctionReference { arguments, .. } => {
            arguments.positional.iter().for_each(|argument| of_inline(argument, variables));
        }
        InlineExpression::Placeable { expression } => of_expression(expression, variables),
        _ => {}
    }
}
