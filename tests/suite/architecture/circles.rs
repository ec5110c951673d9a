//! Files that use each other in a circle cannot be read one after the other, nor moved alone. A parent and its child may:
//! the parent holds what its children share.
//!
//! What a file uses is read from its paths: those after `crate`, `super` and `self`, and those that begin with a child.
//! A name that another module only hands on (`pub use`) is followed to where it is made.

use std::collections::{BTreeMap, BTreeSet};

use super::sources;

type Path = Vec<String>;

/// The modules of a crate, each in a file of its own.
#[derive(Default)]
struct Modules {
    /// Their files and paths, by their own path.
    files: BTreeMap<Path, (String, Vec<Used>)>,
    /// The names that they hand on, each with where it comes from.
    handed_on: BTreeMap<Path, BTreeMap<String, Path>>,
}

/// A path that stands in a file.
#[derive(Debug, Clone, PartialEq)]
struct Used {
    path: Path,
    /// What the file calls it.
    name: String,
    /// Whether it is handed on.
    is_public: bool,
}

impl Modules {
    fn new(files: &[(String, String)]) -> Self {
        let mut modules = Self::default();
        for (file, text) in files.iter().filter(|(file, _)| file != "main.rs") {
            let text = text.split("#[cfg(test)]").next().unwrap_or_default();
            modules.files.insert(module(file), (file.clone(), paths(&tokens(text))));
        }
        let mut handed_on: BTreeMap<Path, BTreeMap<String, Path>> = BTreeMap::new();
        for (own, (_, used)) in &modules.files {
            for used in used.iter().filter(|used| used.is_public) {
                let Some(path) = modules.absolute(own, &used.path) else { continue };
                handed_on.entry(own.clone()).or_default().insert(used.name.clone(), path);
            }
        }
        modules.handed_on = handed_on;
        modules
    }

    /// A path from the crate's root; nothing where it leads into another crate, or to something of the file itself.
    fn absolute(&self, own: &[String], path: &[String]) -> Option<Path> {
        let (first, rest) = path.split_first()?;
        match first.as_str() {
            "crate" => Some(rest.to_vec()),
            "self" => Some([own, rest].concat()),
            "super" => {
                let ups = path.iter().take_while(|name| *name == "super").count();
                let above = own.get(..own.len().checked_sub(ups)?)?;
                Some([above, &path[ups..]].concat())
            }
            _ => {
                let child = [own, std::slice::from_ref(first)].concat();
                self.files.contains_key(&child).then(|| [own, path].concat())
            }
        }
    }

    /// The module in which the thing at a path is made.
    fn holder(&self, path: &[String], hops: usize) -> Path {
        let is_module = |length: &usize| self.files.contains_key(&path[..*length]);
        let length = (0..=path.len()).rev().find(is_module).unwrap_or_default();
        let (module, rest) = path.split_at(length);
        let handed_on = rest.first().and_then(|name| self.handed_on.get(module)?.get(name));
        match handed_on.filter(|_| hops > 0) {
            Some(from) => self.holder(&[from, &rest[1..]].concat(), hops - 1),
            None => module.to_vec(),
        }
    }

    /// The modules that each uses, but for its ancestors and descendants.
    fn uses(&self) -> BTreeMap<&Path, BTreeSet<Path>> {
        let uses = self.files.iter().map(|(own, (_, used))| {
            let paths = used.iter().filter_map(|used| self.absolute(own, &used.path));
            let holders = paths.map(|path| self.holder(&path, 8));
            (own, holders.filter(|holder| !holder.starts_with(own) && !own.starts_with(holder)).collect())
        });
        uses.collect()
    }

    /// The circles, each as its files with those of it that they use.
    fn circles(&self) -> Vec<Vec<String>> {
        let uses = self.uses();
        let reached: BTreeMap<&Path, BTreeSet<&Path>> = uses.keys().map(|own| (*own, reached(&uses, own))).collect();
        let in_circle = uses.keys().filter(|own| reached[*own].contains(*own));
        let circles: BTreeSet<Vec<&Path>> = in_circle
            .map(|own| reached[own].iter().copied().filter(|other| reached[other].contains(own)).collect())
            .collect();
        let file = |path: &Path| self.files[path].0.as_str();
        let line = |circle: &[&Path], own: &Path| {
            let used: Vec<&str> = circle.iter().filter(|other| uses[own].contains(**other)).map(|o| file(o)).collect();
            format!("{} uses {}", file(own), used.join(", "))
        };
        circles.iter().map(|circle| circle.iter().map(|own| line(circle, own)).collect()).collect()
    }
}

/// All modules that one uses, and those that these use.
fn reached<'a>(uses: &'a BTreeMap<&Path, BTreeSet<Path>>, own: &Path) -> BTreeSet<&'a Path> {
    let mut reached = BTreeSet::new();
    let mut due: Vec<&Path> = uses[own].iter().collect();
    while let Some(next) = due.pop() {
        if reached.insert(next) {
            due.extend(&uses[next]);
        }
    }
    reached
}

/// The path of a file's module.
fn module(file: &str) -> Path {
    let path = file.strip_suffix(".rs").unwrap_or(file);
    let path = path.strip_suffix("/mod").unwrap_or(path);
    if path == "lib" { Path::new() } else { path.split('/').map(str::to_owned).collect() }
}

/// The words and signs of a text, `::` as one; without comments, and without what stands in quotes.
fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            'r' if raw(rest).is_some() => raw(rest).unwrap_or_default(),
            '"' => quoted(rest),
            '\'' => character(rest),
            _ if is_of_word(first) => rest.find(|c| !is_of_word(c)).unwrap_or(rest.len()),
            ':' if rest.starts_with("::") => 2,
            _ => first.len_utf8(),
        };
        let (token, behind) = rest.split_at(length);
        let is_code = token == "::" || token.chars().all(is_of_word) || token.chars().count() == 1;
        tokens.extend((is_code && !first.is_whitespace()).then_some(token));
        rest = behind;
    }
    tokens
}

fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The length of a raw text, such as `r#"…"#`.
fn raw(rest: &str) -> Option<usize> {
    let marks = rest[1..].chars().take_while(|c| *c == '#').count();
    let start = 1 + marks + 1;
    rest[1 + marks..].starts_with('"').then_some(())?;
    let end = format!("\"{}", "#".repeat(marks));
    Some(start + rest[start..].find(&end)? + end.len())
}

/// The length of a text in quotes.
fn quoted(rest: &str) -> usize {
    let mut is_escaped = false;
    let end = rest.char_indices().skip(1).find(|(_, c)| {
        let is_end = *c == '"' && !is_escaped;
        is_escaped = *c == '\\' && !is_escaped;
        is_end
    });
    end.map_or(rest.len(), |(at, _)| at + 1)
}

/// The length of a character in quotes, or of the mark before a lifetime.
fn character(rest: &str) -> usize {
    let mut inner = rest.chars().skip(1);
    match inner.next() {
        Some('\\') => 3 + rest[3..].find('\'').map_or(0, |end| end + 1),
        Some(c) if inner.next() == Some('\'') => 2 + c.len_utf8(),
        _ => 1,
    }
}

/// All paths, groups taken apart.
fn paths(tokens: &[&str]) -> Vec<Used> {
    let mut paths = Vec::new();
    let mut at = 0;
    let mut is_public = false;
    while at < tokens.len() {
        let is_path = tokens[at].chars().all(is_of_word) && (at == 0 || !matches!(tokens[at - 1], "::" | "."));
        match tokens[at] {
            "use" => is_public = is_handing_on(&tokens[..at]),
            ";" => is_public = false,
            _ if is_path => {
                let before = paths.len();
                at = path(tokens, at, &[], &mut paths);
                paths[before..].iter_mut().for_each(|used| used.is_public = is_public);
                continue;
            }
            _ => {}
        }
        at += 1;
    }
    paths
}

/// Whether what stands before a `use` makes it one that hands names on.
fn is_handing_on(before: &[&str]) -> bool {
    match before {
        [.., "pub"] => true,
        [.., ")"] => before.iter().rev().take_while(|token| !matches!(**token, ";" | "}" | "]")).any(|t| *t == "pub"),
        _ => false,
    }
}

/// Notes the path at a place, or all those of a group, and says where it ends.
fn path(tokens: &[&str], mut at: usize, before: &[String], paths: &mut Vec<Used>) -> usize {
    let mut path = before.to_vec();
    loop {
        match tokens.get(at) {
            Some(&"{") => return group(tokens, at, &path, paths),
            Some(word) if word.chars().all(is_of_word) => path.push((*word).to_owned()),
            _ => break,
        }
        at += 1;
        if tokens.get(at) != Some(&"::") {
            break;
        }
        at += 1;
    }
    // A module by itself: `use crate::pages::{self, words}`.
    if path.len() > 1 && path.last().is_some_and(|last| last == "self") {
        path.pop();
    }
    let renamed = (tokens.get(at) == Some(&"as")).then(|| tokens.get(at + 1)).flatten();
    let name = renamed.map(|name| (*name).to_owned()).or_else(|| path.last().cloned()).unwrap_or_default();
    paths.push(Used { path, name, is_public: false });
    at + if renamed.is_some() { 2 } else { 0 }
}

fn group(tokens: &[&str], mut at: usize, before: &[String], paths: &mut Vec<Used>) -> usize {
    while let Some(token) = tokens.get(at) {
        at = match *token {
            "}" => return at + 1,
            "{" | "," | "*" => at + 1,
            _ => path(tokens, at, before, paths).max(at + 1),
        };
    }
    at
}

#[test]
fn no_files_use_each_other_in_a_circle() {
    let circles = Modules::new(&sources()).circles();
    assert!(circles.is_empty(), "what both need belongs into a file of its own: {circles:#?}");
}

/// The circles of a crate of these files.
fn circles(files: &[(&str, &str)]) -> Vec<Vec<String>> {
    let files: Vec<_> = files.iter().map(|(file, text)| ((*file).to_owned(), (*text).to_owned())).collect();
    Modules::new(&files).circles()
}

#[test]
fn a_circle_is_found_however_its_paths_are_written() {
    let lib = ("lib.rs", "mod a; mod b;");
    let found = vec![vec!["a.rs uses b/c.rs".to_owned(), "b/c.rs uses a.rs".to_owned()]];
    let b = ("b/mod.rs", "mod c;\npub(crate) use c::{Thing, other::{Deep as Renamed}};");
    for a in [
        "use crate::b::c::Thing;",
        "use crate::{x, b::{self, c::{Thing, Other}}};",
        "use super::b::c;",
        "fn f() { crate::b::c::made() }",
        "use crate::b::Thing;",
        "use crate::b::Renamed;",
        "const A: char = '\\''; const B: &str = \"// \\\" \"; fn f<'a>() { crate::b::c::made() }",
    ] {
        for c in ["use crate::a;", "use super::super::a::Thing;", "fn f(x: &crate::a::Thing) {}"] {
            assert_eq!(circles(&[lib, ("a.rs", a), b, ("b/c.rs", c)]), found, "{a} {c}");
        }
    }
    let three = [lib, ("a.rs", "use crate::b;"), ("b.rs", "use crate::c::X;"), ("c.rs", "use crate::{a, b};")];
    assert_eq!(circles(&three).concat(), ["a.rs uses b.rs", "b.rs uses c.rs", "c.rs uses a.rs, b.rs"]);
}

#[test]
fn what_is_no_circle_is_none() {
    let lib = ("lib.rs", "mod a;\npub use a::Thing;");
    let parent = ("a/mod.rs", "mod b; mod c; use b::made; fn f() { c::made() }");
    assert_eq!(circles(&[lib, parent, ("a/b.rs", "use super::shared; use crate::a;")]), Vec::<Vec<String>>::new());
    let one_way =
        [lib, parent, ("a/b.rs", "use super::c;"), ("a/c.rs", "// use super::b;\nconst A: &str = r#\"super::b\"#;")];
    assert_eq!(circles(&one_way), Vec::<Vec<String>>::new());
}
