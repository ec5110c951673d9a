//! `schema`: what may stand in a file, as a JSON Schema, by which editors complete, explain and check.
//!
//! The draft is the seventh, because that is the one that editors know best.

use std::path::Path;
use std::process::ExitCode;

use serde_json::{Map, Value, json};

use super::report::printable;
use super::writing::{create_folders, write_over};
use super::{MISTAKES, printed};
use crate::cli::{GlobalArgs, SchemaArgs};
use crate::sources::files::FileKind;
use crate::sources::shape::{Field, Presence, Record, Shape, Word};

/// The folder of a program that its schemas are written to; hidden, so that nothing takes it for data.
pub(super) const FOLDER: &str = ".cxbook/schema";

/// Prints a schema, or writes all of them into a program's folder.
pub(super) fn schema(args: &SchemaArgs, global: GlobalArgs) -> ExitCode {
    if let Some(kind) = args.kind {
        return printed(text(kind).as_bytes());
    }
    let Some(dir) = &args.write else { return ExitCode::SUCCESS };
    if !dir.is_dir() {
        eprintln!("error: there is no folder `{}`; nothing was written", printable(&dir.to_string_lossy()));
        eprintln!("help: name the folder of a program, or make one: `cxbook init DIR`");
        return ExitCode::from(MISTAKES);
    }
    for (path, text) in files() {
        let path = dir.join(path);
        if let Err(error) = write(&path, &text) {
            eprintln!("error: cannot write `{}`: {error}", printable(&path.to_string_lossy()));
            return ExitCode::from(MISTAKES);
        }
        if !global.quiet {
            println!("wrote {}", printable(&path.to_string_lossy()));
        }
    }
    ExitCode::SUCCESS
}

/// The schemas with their paths in a program's folder.
pub(super) fn files() -> impl Iterator<Item = (String, String)> {
    FileKind::ALL.into_iter().map(|kind| (format!("{FOLDER}/{}.json", kind.name()), text(kind)))
}

fn write(path: &Path, text: &str) -> std::io::Result<()> {
    create_folders(path)?;
    write_over(path, text.as_bytes())
}

/// The schema of a kind of file.
fn text(kind: FileKind) -> String {
    let mut records = Map::new();
    let mut schema = json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": format!("cxbook {}", kind.name()),
    });
    if let (Shape::Record(record), Some(schema)) = (kind.shape(), schema.as_object_mut()) {
        schema.extend(mapping(&record, &mut records));
        schema.insert("definitions".to_owned(), Value::Object(records));
    }
    format!("{schema:#}\n")
}

/// The schema of a shape. Records are put among `records`, and referred to.
fn value(shape: &Shape, records: &mut Map<String, Value>) -> Value {
    match shape {
        Shape::Text => json!({ "type": ["string", "number", "boolean"] }),
        Shape::Number => json!({ "type": "number" }),
        Shape::Count => json!({ "type": "integer", "minimum": 0 }),
        Shape::Truth => json!({ "type": "boolean" }),
        Shape::Day => json!({ "type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}$" }),
        Shape::Moment => json!({ "type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}([Tt ].+)?$" }),
        Shape::Words(words) => json!({ "enum": words.iter().map(|word| word.word).collect::<Vec<_>>() }),
        Shape::List(of) => json!({ "type": "array", "items": value(of, records) }),
        Shape::Named(of) => json!({ "type": "object", "additionalProperties": value(of, records) }),
        Shape::Either(several) => {
            json!({ "anyOf": several.iter().map(|one| value(one, records)).collect::<Vec<_>>() })
        }
        Shape::Optional(shape) => or_nothing(value(shape, records)),
        Shape::Record(record) => {
            if !records.contains_key(record.name) {
                // The place is taken first, for records that hold themselves.
                records.insert(record.name.to_owned(), Value::Null);
                let mapping = Value::Object(mapping(record, records));
                records.insert(record.name.to_owned(), mapping);
            }
            json!({ "$ref": format!("#/definitions/{}", record.name) })
        }
    }
}

fn mapping(record: &Record, records: &mut Map<String, Value>) -> Map<String, Value> {
    let properties = record.fields.iter().map(|field| (field.name.to_owned(), property(field, records))).collect();
    let required: Vec<&str> =
        record.fields.iter().filter(|field| field.presence == Presence::Required).map(|field| field.name).collect();
    Map::from_iter([
        ("description".to_owned(), json!(record.about)),
        ("type".to_owned(), json!("object")),
        ("properties".to_owned(), Value::Object(properties)),
        ("required".to_owned(), json!(required)),
        ("additionalProperties".to_owned(), json!(false)),
    ])
}

/// The schema of a key: what it means, beside what its value may be. An optional one may be empty.
fn property(field: &Field, records: &mut Map<String, Value>) -> Value {
    let about = match &field.shape {
        Shape::Words(words) => format!("{}\n\n{}", field.about, listed(words)),
        _ => field.about.to_owned(),
    };
    let mut schema = match (field.presence, value(&field.shape, records)) {
        // Beside a `$ref` nothing else would be read.
        (Presence::Required, own) if own.get("$ref").is_some() => json!({ "allOf": [own] }),
        (Presence::Required, own) => own,
        (Presence::Optional, own) => or_nothing(own),
    };
    if let Some(schema) = schema.as_object_mut() {
        schema.insert("description".to_owned(), json!(about));
        // Not of the draft, but what editors show in its place: in the other they take no text for Markdown.
        schema.insert("markdownDescription".to_owned(), json!(about));
    }
    schema
}

/// The schema of the same values and of none.
fn or_nothing(mut schema: Value) -> Value {
    if let Some(words) = schema.get_mut("enum").and_then(Value::as_array_mut) {
        words.push(Value::Null);
        return schema;
    }
    match schema.get_mut("type") {
        Some(Value::Array(types)) => types.push(json!("null")),
        Some(only) => *only = json!([&*only, "null"]),
        None => return json!({ "anyOf": [schema, { "type": "null" }] }),
    }
    schema
}

/// Words with what they mean, one a line.
fn listed(words: &[Word]) -> String {
    let line = |word: &Word| format!("- `{}`: {}", word.word, word.about);
    words.iter().map(line).collect::<Vec<_>>().join("\n")
}
