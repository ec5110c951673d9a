//! A key's path (`accounts.renewal`) → what the key means and takes, from the declaration that it is read by.

use std::fmt::Write;

use crate::diagnostic::suggest;
use crate::sources::files::FileKind;
use crate::sources::shape::{Field, Presence, Record, Shape};

/// The documentation of the key at a path.
///
/// The path begins with a kind of file; without one it is a key of `cxbook.yaml`. Lists and names that a user chose are
/// left out of it.
///
/// # Errors
/// A key that does not exist, with what to write instead.
pub(super) fn documentation(path: &str) -> Result<String, String> {
    let parts: Vec<&str> = path.split('.').collect();
    let kind = FileKind::ALL.into_iter().find(|kind| Some(&kind.name()) == parts.first());
    let mut rest = if kind.is_some() { parts.get(1..).unwrap_or_default() } else { parts.as_slice() };
    let mut record = record_in(&kind.unwrap_or(FileKind::Config).shape()).ok_or("there is nothing to explain")?;
    // A file of accounts has one key, and nobody names it twice.
    if let (Some(kind), [only]) = (kind, record.fields.as_slice())
        && only.name == kind.name()
    {
        rest = rest.strip_prefix(&[only.name]).unwrap_or(rest);
        record = record_in(&only.shape).unwrap_or(record);
    }
    if let ([name], None) = (rest, kind)
        && record.fields.iter().all(|field| field.name != *name)
        && let [found] = elsewhere(name).as_slice()
    {
        return documentation(found);
    }
    let Some((last, before)) = rest.split_last() else { return Ok(of_record(path, &record)) };
    for part in before {
        let field = field(&record, part, kind)?;
        record = record_in(&field.shape).ok_or_else(|| format!("`{part}` has no keys of its own"))?;
    }
    Ok(of_field(path, field(&record, last, kind)?))
}

fn field<'r>(record: &'r Record, name: &str, kind: Option<FileKind>) -> Result<&'r Field, String> {
    let found = record.fields.iter().find(|field| field.name == name);
    found.ok_or_else(|| {
        let kinds = FileKind::ALL.into_iter().map(FileKind::name).filter(|_| kind.is_none());
        let elsewhere = if kind.is_none() { elsewhere(name) } else { Vec::new() };
        let known = record.fields.iter().map(|field| field.name).chain(kinds);
        let there = || format!("there is `{}`", elsewhere.join("`, `"));
        let help = if elsewhere.is_empty() { suggest(name, known) } else { Some(there()) };
        format!("there is no key `{name}`\nhelp: {}", help.unwrap_or_default())
    })
}

/// The paths of all keys of this name in other files than `cxbook.yaml`.
fn elsewhere(name: &str) -> Vec<String> {
    let mut paths = Vec::new();
    for kind in FileKind::ALL.into_iter().filter(|kind| *kind != FileKind::Config) {
        paths_in(&kind.shape(), kind.name(), name, &mut paths);
    }
    paths
}

/// Adds the paths of all keys of a name within a shape, whose own path is given.
fn paths_in(shape: &Shape, path: &str, name: &str, paths: &mut Vec<String>) {
    let Some(record) = record_in(shape) else { return };
    for field in &record.fields {
        let own = format!("{path}.{}", field.name);
        paths_in(&field.shape, &own, name, paths);
        paths.extend(Some(own).filter(|_| field.name == name));
    }
}

/// The record that values of a shape are, or are made of.
fn record_in(shape: &Shape) -> Option<Record> {
    match shape {
        Shape::Record(record) => Some(record.clone()),
        Shape::List(of) | Shape::Named(of) | Shape::Optional(of) => record_in(of),
        Shape::Either(several) => several.iter().find_map(record_in),
        _ => None,
    }
}

fn of_record(path: &str, record: &Record) -> String {
    format!("# {path}\n\n{}\n\n{}", record.about, keys(record))
}

fn of_field(path: &str, field: &Field) -> String {
    let mut text = format!("# {path}\n\n{}\n\n", field.about);
    let needed = if field.presence == Presence::Required { "It must be given" } else { "It may be left out" };
    let _ = writeln!(text, "{needed}. It takes {}.", takes(&field.shape));
    if let Shape::Words(words) = &field.shape {
        text.push('\n');
        for word in words {
            let _ = writeln!(text, "- `{}`: {}", word.word, word.about);
        }
    }
    if let Some(record) = record_in(&field.shape) {
        let _ = write!(text, "\n{}", keys(&record));
    }
    text
}

fn keys(record: &Record) -> String {
    let mut text = String::from("Keys:\n\n");
    for field in &record.fields {
        let needed = if field.presence == Presence::Required { " (needed)" } else { "" };
        let _ = writeln!(text, "- `{}`{needed}: {}", field.name, field.about);
    }
    text
}

fn takes(shape: &Shape) -> String {
    match shape {
        Shape::Text => "a text".to_owned(),
        Shape::Number => "a number".to_owned(),
        Shape::Count => "a whole number of 0 or more".to_owned(),
        Shape::Truth => "`true` or `false`".to_owned(),
        Shape::Day => "a day such as 2026-02-28".to_owned(),
        Shape::Moment => "a day (2026-01-04) or a moment (2026-01-04T09:12:00Z)".to_owned(),
        Shape::Words(_) => "one of these words".to_owned(),
        Shape::List(of) => format!("a list, each item of it {}", takes(of)),
        Shape::Named(of) => format!("a mapping from names of your own, each to {}", takes(of)),
        Shape::Optional(of) => takes(of),
        Shape::Either(several) => several.iter().map(takes).collect::<Vec<_>>().join(", or "),
        Shape::Record(_) => "a mapping with keys of its own".to_owned(),
    }
}
