//! That code and templates have no sentence of their own: what a reader reads is a message.

use std::fs;

use super::pseudo::NAMES;
use super::said::on_page;
use super::{files, root};

/// Files of `pages` whose texts are no reader's.
const OF_AUTHORS: [(&str, &str); 5] = [
    ("by_address.rs", "that there is no such page, at the terminal"),
    ("blocks/order.rs", "what is wrong with a theme's order of sections"),
    ("commentary.rs", "what is wrong with commentary"),
    ("chart/named.rs", "why a commentary cannot have a chart"),
    ("sitemap.rs", "XML"),
];

/// The texts in quotes of Rust code, but for those of attributes, with their lines.
fn literals(code: &str) -> Vec<(usize, String)> {
    let code = code.split("#[cfg(test)]").next().unwrap();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(letter) = code[at..].chars().next() {
        let rest = &code[at..];
        at += if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("#[") || rest.starts_with("#![") {
            rest.find("]\n").unwrap_or(rest.len())
        } else if let Some(end) = rest.strip_prefix('\'').and_then(character) {
            end
        } else if letter == '"' {
            let end = ends(&rest[1..]);
            found.push((code[..at].matches('\n').count() + 1, rest[1..=end].to_owned()));
            end + 2
        } else {
            letter.len_utf8()
        };
    }
    found
}

/// How long a character in quotes is, after the first of them; nothing where a lifetime begins.
fn character(rest: &str) -> Option<usize> {
    let escaped = rest.strip_prefix('\\').map(|rest| rest.find('\'').map_or(1, |end| end + 3));
    let plain = || rest.chars().next().filter(|c| rest[c.len_utf8()..].starts_with('\'')).map(|c| c.len_utf8() + 2);
    escaped.or_else(plain)
}

/// Where a text in quotes ends.
fn ends(rest: &str) -> usize {
    let mut escaped = false;
    let end = rest.char_indices().find(|(_, letter)| {
        let is_end = *letter == '"' && !escaped;
        escaped = *letter == '\\' && !escaped;
        is_end
    });
    end.map_or(rest.len(), |(at, _)| at)
}

/// Whether a text has two words after each other; what is put in is none.
fn is_sentence(text: &str) -> bool {
    let mut plain = String::new();
    for part in text.split('}') {
        plain.push_str(part.split('{').next().unwrap_or_default());
    }
    let is_word = |word: &&str| {
        let word = word.trim_end_matches([',', ';', ':', '.']);
        word.chars().count() > 1 && word.chars().all(|c| c.is_alphabetic() || c == '’')
    };
    let words: Vec<&str> = plain.split_whitespace().collect();
    !plain.starts_with('<') && words.windows(2).any(|pair| pair.iter().all(is_word))
}

/// The sentences in the code of a stage, but for some files.
fn sentences(stage: &str, admits: impl Fn(&str, &str) -> bool) -> Vec<String> {
    let folder = root().join("src").join(stage);
    let mut found = Vec::new();
    for file in files(&folder, "rs") {
        let name = file.strip_prefix(&folder).unwrap().to_string_lossy().replace('\\', "/");
        for (line, text) in literals(&fs::read_to_string(&file).unwrap()) {
            if is_sentence(&text) && !admits(&name, &text) {
                found.push(format!("src/{stage}/{name}:{line}: {text}"));
            }
        }
    }
    found
}

#[test]
fn pages_have_no_sentence_of_their_own() {
    let of_authors = |file: &str| OF_AUTHORS.iter().any(|(of_authors, _)| *of_authors == file);
    // The table says to authors of commentary, in lower case, what a page is about.
    let of_table = |file: &str, text: &str| file == "kinds.rs" && text.starts_with(char::is_lowercase);
    let found = sentences("pages", |file, text| of_authors(file) || of_table(file, text));
    assert!(found.is_empty(), "make messages of these:\n{}", found.join("\n"));
}

#[test]
fn render_has_no_sentence_of_its_own() {
    // Diagnostics begin in lower case, what readers read does not.
    let found = sentences("render", |_, text| !text.starts_with(char::is_uppercase));
    assert!(found.is_empty(), "make messages of these:\n{}", found.join("\n"));
}

/// A template without what is put in.
fn without_tags(template: &str) -> String {
    let mut plain = template.to_owned();
    for (open, close) in [("{#", "#}"), ("{%", "%}"), ("{{", "}}")] {
        while let Some(start) = plain.find(open) {
            let end = plain[start..].find(close).map_or(plain.len(), |end| start + end + close.len());
            plain.replace_range(start..end, "");
        }
    }
    plain
}

#[test]
fn templates_have_no_word_of_their_own() {
    let folder = root().join("themes/default/templates");
    let mut found = Vec::new();
    for file in files(&folder, "html") {
        for said in on_page(&without_tags(&fs::read_to_string(&file).unwrap())) {
            let words: Vec<&str> =
                said.text.split(|c: char| !c.is_alphabetic()).filter(|word| word.chars().count() > 1).collect();
            let is_own = |word: &&str| !NAMES.iter().any(|(name, _)| name == word);
            if words.iter().any(is_own) {
                found.push(format!("{}: {}: {}", file.display(), said.place, said.text.trim()));
            }
        }
    }
    assert!(found.is_empty(), "make messages of these:\n{}", found.join("\n"));
}

#[test]
fn sentences_in_code_are_found() {
    let code = "#[expect(x, reason = \"not this one\")]\nfn a<'a>() { let _ = ('\"', '\\'', \"one word {n} two\"); }\n\
                // \"nor this one\"\nconst B: &str = \"say \\\"this\\\" one\"; \"{a} of {b} answered.\"\n\
                #[cfg(test)]\nmod tests { \"nor in tests\" }";
    let found: Vec<(usize, String)> = literals(code).into_iter().filter(|(_, text)| is_sentence(text)).collect();
    assert_eq!(found.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [2, 4]);
    assert!(
        !is_sentence("p-{n}") && !is_sentence("<p class=\"note\">two words</p>") && is_sentence("of {a}, who left")
    );
}
