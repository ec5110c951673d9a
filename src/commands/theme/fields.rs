//! A schema → a line for each field: its path, what it holds, what it means. A kind of record is told once, where its path
//! is shortest; wherever else it stands the line says where that is.

use std::collections::{BTreeMap, VecDeque};
use std::fmt::Write;

use serde_json::Value;

/// All fields of a schema, by their paths.
pub(super) fn fields(root: &Value) -> String {
    let schema = SchemaFields { root };
    let mut text = String::new();
    schema.tell("", root, &schema.places(), &mut text);
    text
}

/// Where the fields of each definition are told: what stands before the dot.
type FieldPlaces<'s> = BTreeMap<&'s str, String>;

/// A schema with its definitions.
#[derive(Clone, Copy)]
struct SchemaFields<'s> {
    root: &'s Value,
}

/// What a field holds.
struct Held<'s> {
    /// In words.
    what: String,
    /// What stands behind the path for each of what it holds: `[]` for the items of a list.
    behind: String,
    /// The record that it is or is made of, with the name of its definition.
    record: Option<(&'s str, &'s Value)>,
    /// The words that it may be, each with its meaning.
    words: Vec<(&'s str, &'s str)>,
}

impl<'s> SchemaFields<'s> {
    /// The shortest path of each definition: whatever is met by fewer steps is met first.
    fn places(self) -> FieldPlaces<'s> {
        let mut places = FieldPlaces::new();
        let mut next = VecDeque::from([(String::new(), self.root)]);
        while let Some((path, record)) = next.pop_front() {
            for (path, schema, _) in below(&path, record) {
                let held = self.held(schema);
                let Some((name, record)) = held.record.filter(|(name, _)| !places.contains_key(name)) else { continue };
                let place = path + &held.behind;
                places.insert(name, place.clone());
                next.push_back((place, record));
            }
        }
        places
    }

    /// Tells the fields of a record at a path, and those of the records in it that have their place there.
    fn tell(self, path: &str, record: &'s Value, places: &FieldPlaces<'s>, text: &mut String) {
        for (path, schema, meaning) in below(path, record) {
            let held = self.held(schema);
            let place = held.record.and_then(|(name, _)| places.get(name));
            let here = format!("{path}{}", held.behind);
            let elsewhere = place.filter(|place| **place != here);
            let like = elsewhere.map(|place| format!(", like {place}")).unwrap_or_default();
            let _ = writeln!(text, "{path} ({}{like}): {}", held.what, described(meaning));
            for (word, meaning) in &held.words {
                let _ = writeln!(text, "    {word}: {meaning}");
            }
            if let Some((_, record)) = held.record.filter(|_| elsewhere.is_none()) {
                self.tell(&here, record, places, text);
            }
        }
    }

    /// What values of a schema hold.
    fn held(self, schema: &'s Value) -> Held<'s> {
        if let Some((name, definition)) = self.definition(schema) {
            let held = self.held(definition);
            return if variants(definition).any(|one| one["properties"].is_object()) {
                Held { record: Some((name, definition)), ..held }
            } else {
                held
            };
        }
        if let Some(either) = schema["anyOf"].as_array() {
            let some = either.iter().find(|one| one["type"] != "null").unwrap_or(&Value::Null);
            return or_none(self.held(some));
        }
        if let Some(words) = schema["oneOf"].as_array() {
            let words = words.iter().filter_map(|word| Some((word["const"].as_str()?, word["description"].as_str()?)));
            let words: Vec<_> = words.collect();
            return if words.is_empty() { plain("record") } else { Held { words, ..plain("a word") } };
        }
        self.of_type(schema)
    }

    /// The definition that a schema refers to, with its name.
    fn definition(self, schema: &'s Value) -> Option<(&'s str, &'s Value)> {
        let path = schema["$ref"].as_str()?.strip_prefix('#')?;
        Some((path.rsplit('/').next().unwrap_or_default(), self.root.pointer(path)?))
    }

    fn of_type(self, schema: &'s Value) -> Held<'s> {
        let kinds: Vec<&str> = match &schema["type"] {
            Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).collect(),
            kind => kind.as_str().into_iter().collect(),
        };
        let held = match kinds.first() {
            Some(&"string") => plain("text"),
            Some(&"integer") => plain("whole number"),
            Some(&"number") => plain("number"),
            Some(&"boolean") => plain("true or false"),
            Some(&"array") => made_of("list of", "[]", self.held(&schema["items"])),
            Some(&"object") if schema["additionalProperties"].is_object() => {
                made_of("by name", ".NAME", self.held(&schema["additionalProperties"]))
            }
            _ => plain("record"),
        };
        if kinds.contains(&"null") { or_none(held) } else { held }
    }
}

/// The fields of a record at a path, each with its own path and with what says its meaning: where a record has one of several
/// fields, as blocks have, that stands beside the field.
fn below<'s>(path: &str, record: &'s Value) -> impl Iterator<Item = (String, &'s Value, &'s Value)> {
    let start = if path.is_empty() { String::new() } else { format!("{path}.") };
    let fields = variants(record).flat_map(|one| {
        let fields = one["properties"].as_object().into_iter().flatten();
        fields.map(move |(name, schema)| (name, schema, if schema["description"].is_string() { schema } else { one }))
    });
    fields.map(move |(name, schema, meaning)| (format!("{start}{name}"), schema, meaning))
}

/// The records that a record is one of; itself where it is of one kind.
fn variants(record: &Value) -> impl Iterator<Item = &Value> {
    let several = record["oneOf"].as_array().map(Vec::as_slice);
    several.unwrap_or(std::slice::from_ref(record)).iter()
}

fn plain(what: &str) -> Held<'static> {
    Held { what: what.to_owned(), behind: String::new(), record: None, words: Vec::new() }
}

/// What holds others, by position or by name.
fn made_of<'s>(what: &str, behind: &str, of: Held<'s>) -> Held<'s> {
    Held { what: format!("{what} {}", of.what), behind: format!("{behind}{}", of.behind), ..of }
}

fn or_none(held: Held<'_>) -> Held<'_> {
    Held { what: format!("{} or none", held.what), ..held }
}

/// What a schema says of itself, on one line.
fn described(schema: &Value) -> String {
    schema["description"].as_str().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
}
