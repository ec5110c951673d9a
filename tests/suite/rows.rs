//! Rows of lists that are read apart from the YAML parser: the same values, places and mistakes as it gives.

use std::path::Path;

use cxbook::sources::node::Kind;
use cxbook::sources::parser;
use cxbook::sources::rows;
use proptest::prelude::*;

/// Whether a text is read alike with its rows read apart and by the parser alone; what the two give, if not.
fn alike(text: &str) -> Result<(), String> {
    let shown = Path::new("file.yaml").into();
    let (quick, measure) = (parser::yaml(text, &shown), parser::by_parser(text, &shown));
    if quick == measure { Ok(()) } else { Err(format!("{text:?}\n apart: {quick:?}\nparser: {measure:?}")) }
}

/// How many rows of a text the parser does not see.
fn aside(text: &str) -> usize {
    rows::set_aside(text).0.iter().map(|run| run.others.len()).sum()
}

/// A list of the same row three times.
fn thrice(row: &str) -> String {
    format!("- {row}\n").repeat(3)
}

/// What a row may look like to be read apart.
const SIMPLE: [&str; 43] = [
    "[]",
    "{}",
    "[ ]",
    "[a]",
    "{a: 1}",
    "{ a: 1 }",
    "[  a  ,  b  ]",
    "[a,b]",
    "{a:   1,b:  2}",
    "{id: r-1, answers: {ease: 7, recommend: na}, topics: [one, two words]}",
    "[null, Null, NULL, ~, nullified, \"null\", 'null']",
    "{null: null, ~: ~}",
    "[\"\", '', \" \", ' x ']",
    "{a: \"x\" , b: 'y' }",
    "[\"x\"  ,'y'  ]",
    "[\"Text, with: things # and [brackets] {too}, it's so\", '\"so\", # he: said \\ [that]']",
    "[-1, -1.5, 1.10, 1e-5, 007, 0x1F]",
    "[2024-09-07, 10:30, 2026-01-04T09:12:00Z, 1:2:3]",
    "{opened: 2026-01-04T09:12:00Z, at: a:b, b: a::b}",
    "{a b: 1, c-d: 2, e.f: 3, _g: 4, 5: 6, h/i: 7}",
    "{Größe: žluťoučký kůň, 名前: 株式会社, emoji: a 👩‍🚀 b}",
    "[\"Größe 👩‍🚀\" , x]",
    "['Größe' , {ключ: [значение, \"ü\"] }]",
    "[a\u{a0}b, c\u{a0}, d\u{2028}e, f\u{85}g]",
    "[it's, a \"quoted\" word, 5\" wide, don't 'do' it]",
    "[a & b, a * b, a ! b, a | b, a > b, a % b, a @ b, a ` b, a ? b, a = b, a - b, a -b, a- b]",
    "[a&b, a*b, a!b, a|b, a>b, a%b, a@b, a`b, a?b, a=b, a-b]",
    "{a: b ? c, d: e?, f: g!}",
    "[true, yes, on, off, _]",
    "[[], {}, [[]], {a: {}}]",
    "[[[[deep]]]]",
    "{a: {b: {c: {d: e}}}}",
    "[a , [b ] , {c: d } ]",
    "[[a],[b],{c: d},\"e\",'f']",
    "{a: [b], c: {d: e}, f: [[g]]}",
    "{a: {x: 1}, b: {x: 1}}",
    "[a -b-c, d--e]",
    "[a...b, a.]",
    "[a\\b, C:\\folder, \"a/b\"]",
    "[a <b>bold</b>]",
    "[__proto__, a $]",
    "[1 000, 50 %, a (b)]",
    "['it is so: yes', \"{{ 1 }}\", '{% if %}']",
];

/// What a row that is left to the parser may look like, which takes some of these and refuses others.
const NASTY: [&str; 89] = [
    "a",
    "a: 1",
    "a: {b: 1}",
    "[a",
    "[a}",
    "{a: 1]",
    "[a]]",
    "[a] b",
    "[a] # comment",
    "[a] ",
    "[a]: b",
    "{a: 1}: b",
    "[a, ]",
    "[a,]",
    "[a,,b]",
    "[,]",
    "{a: 1, }",
    "{a: 1,}",
    "{a}",
    "{a: 1, b}",
    "{a, b}",
    "{a: }",
    "{a: , b: 1}",
    "{a:}",
    "{a:1}",
    "{a:[1]}",
    "{a: b:c, d:}",
    "{a : 1}",
    "{a: b: c}",
    "{: a}",
    "{\"a\": 1}",
    "{\"a\":1}",
    "{'a' : 1}",
    "{? a: 1}",
    "{a: 1, a: 2}",
    "{a: {b: 1, b: 2}}",
    "{[a]: b}",
    "{{a: b}: c}",
    "{{ a }}",
    "{a: \"b\"c}",
    "[a: 1]",
    "[\"a\": 1]",
    "[a: 1, b: 2]",
    "[\"a\"b]",
    "['it''s']",
    "[\"a\\\"b\"]",
    "[\"\\u00fc\"]",
    "[\"a\\q\"]",
    "[\"a]",
    "['a]",
    "[a # b]",
    "[a #b]",
    "[a#b]",
    "{a: 1, # b}",
    "[-]",
    "[- 2]",
    "[-1, - 2]",
    "[a -]",
    "[a - ]",
    "[-, b]",
    "[-a]",
    "[:a]",
    "[a:]",
    "[a: ]",
    "[a:, b]",
    "[?x]",
    "[? x]",
    "[%a]",
    "[@a]",
    "[`a]",
    "[|]",
    "[>]",
    "[!a b]",
    "[&a b]",
    "[*a]",
    "[a\tb]",
    "[\t]",
    "[\"a\tb\"]",
    "[[[[[deeper]]]]]",
    "[a\u{0}b]",
    "[\"a\u{0}b\"]",
    "[\"a\u{feff}b\"]",
    "[\u{feff}]",
    "[...]",
    "[---]",
    "[.5, +1, $, (a), <a>]",
    "[\u{a0}a]",
    "[👩]",
    "{👩: 👩}",
];

#[test]
fn simple_rows_are_read_apart() {
    for row in SIMPLE {
        let text = thrice(row);
        assert!(aside(&text) == 2, "{row} is left to the parser");
        let (runs, _) = rows::set_aside(&text);
        let read = runs.into_iter().flat_map(|run| [vec![run.first], run.others].concat()).collect();
        let shown = Path::new("file.yaml").into();
        assert_eq!(Kind::List(read), parser::by_parser(&text, &shown).unwrap().kind);
        alike(&text).unwrap();
        alike(&format!("rows:\n  - {row}\n  - {row}\nafter: 1\n")).unwrap();
    }
}

#[test]
fn what_is_not_simple_is_left_to_the_parser() {
    for row in NASTY {
        let text = thrice(row);
        assert!(aside(&text) == 0, "{row} is read apart");
        alike(&text).unwrap();
        alike(&format!("- [a]\n- [b]\n- {row}\n- [c]\n- [d]\n")).unwrap();
        alike(&format!("- {row}\n- [a]\n- [b]\n- {row}\n")).unwrap();
    }
}

#[test]
fn long_rows_and_those_with_many_keys_are_read_alike() {
    let keys =
        |n: usize| thrice(&format!("{{{}}}", (0..n).map(|i| format!("k{i}: {i}")).collect::<Vec<_>>().join(", ")));
    let key = |n: usize| thrice(&format!("{{{}: 1, [a]: 2}}", "k".repeat(n)).replace(", [a]: 2", ", b: 2"));
    for (text, rows) in [(keys(64), 2), (keys(65), 0), (key(1024), 2), (key(1025), 2), (key(5000), 2)] {
        assert_eq!(aside(&text), rows);
        alike(&text).unwrap();
    }
}

#[test]
fn the_deepest_nesting_counts_what_is_in_rows() {
    let nested = |levels: usize, row: &str| {
        let open = (0..levels - 1).map(|level| " ".repeat(level) + "-\n").collect::<String>();
        let indentation = " ".repeat(levels - 1);
        format!("{open}{indentation}- [a]\n{indentation}- {row}\n{indentation}- {row}\n")
    };
    let shown = Path::new("file.yaml").into();
    for row in ["[a]", "[[a]]", "[[[a]]]", "[[[[a]]]]"] {
        let depth = row.matches('[').count();
        for levels in 55..=parser::MAX_DEPTH {
            let text = nested(levels, row);
            assert_eq!(parser::yaml(&text, &shown).is_ok(), levels + depth <= parser::MAX_DEPTH, "{levels} {row}");
            alike(&text).unwrap();
        }
    }
}

/// What stands before three rows, with `ROWS` for these, that may make them something else than items of a list.
const AROUND: [(&str, &str); 46] = [
    ("a file of rows", "ROWS"),
    ("a value", "key:\n  ROWS\nnext: 1\n"),
    ("a value without indentation", "key:\nROWS\nnext: 1\n"),
    ("rows under rows", "a:\n  ROWS\nb:\n  ROWS\nc:\nROWS"),
    ("two indentations", "a:\n  - b:\n    ROWS\n  ROWS\n"),
    ("a list in a list", "- - [a]\n  ROWS\nROWS"),
    ("an item before", "- a\nROWS\n- b\n"),
    ("an item of several lines before", "- a\n  b\nROWS\n- c\n  d\n"),
    ("a literal block", "key: |\n  ROWS\nnext: 1\n"),
    ("a literal block that is kept", "key: |+\n  ROWS\n\nnext: 1\n"),
    ("a literal block at the end", "key: |+\n  ROWS"),
    ("a literal block of its own indentation", "key: |1\n  ROWS\nnext: 1\n"),
    ("a folded block", "key: >\n  ROWS\nnext: 1\n"),
    ("a folded item", "- >-\n  ROWS\nROWS"),
    ("a block of the whole file", "|\nROWS"),
    ("double quotes", "key: \"text\n  ROWS\n  text\"\n"),
    ("single quotes", "key: 'text\n  ROWS\n  text'\n"),
    ("quotes that are never closed", "key: \"text\n  ROWS\n"),
    ("a text of several lines", "key: text\n  ROWS\nnext: 1\n"),
    ("a text of several lines in a list", "- text\n  ROWS\nROWS"),
    ("a text below its key", "key:\n  text\n  ROWS\n"),
    ("a comment before", "key: # so\n  # - [a]\n  ROWS\n"),
    ("a comment that cuts a text", "key: text # so\n  ROWS\n"),
    ("a list in brackets", "key: [\n  ROWS\n]\n"),
    ("a text in brackets", "key: [text\n  ROWS\n]\n"),
    ("an item in brackets", "key: [text,\n  ROWS\n]\n"),
    ("a mapping in brackets", "key: {a:\n  ROWS\n}\n"),
    ("a key in brackets", "key: {? a\n  ROWS\n}\n"),
    ("a value of its own on the line", "key: 1\n  ROWS\n"),
    ("a key after", "ROWS\nkey: 1\n"),
    ("a key after that is indented", "ROWS\n  key: 1\n"),
    ("a text after that is indented", "ROWS\n  text\n"),
    ("a `:` after", "ROWS\n  : text\n"),
    ("a comment after", "ROWS\n  # text\n# text\nROWS\n"),
    ("a row after that is indented more", "ROWS\n  - [a]\n  - [b]\n"),
    ("a row after that is indented less", "  ROWS\n - [a]\n - [b]\n"),
    ("a bracket after", "ROWS\n]\n"),
    ("a bracket before", "[\nROWS\n"),
    ("a key that is a list", "?\n  ROWS\n: text\n"),
    ("an anchor", "key: &anchor\n  ROWS\n"),
    ("a tag", "key: !tag\n  ROWS\n"),
    ("an alias after", "ROWS\n- *a\n"),
    ("a directive", "%YAML 1.2\n---\nROWS"),
    ("the beginning of a document", "---\nROWS"),
    ("two documents", "ROWS\n---\nROWS"),
    ("the end of a document", "ROWS\n...\n"),
];

#[test]
fn rows_are_what_stands_around_them() {
    for (what, around) in AROUND {
        for row in ["[r-1, 7, na, \"a, text\"]", "{id: r-1, answers: {ease: 7}}", "[a]", "{}"] {
            for indentation in ["", " ", "  ", "    "] {
                let rows = format!("- {row}\n{indentation}- {row}\n{indentation}- {row}");
                let text = around.replace("ROWS", &rows);
                for text in
                    [text.clone(), text.replace('\n', "\r\n"), text.replace('\n', "\r"), format!("\u{feff}{text}")]
                {
                    alike(&text).unwrap_or_else(|difference| panic!("{what}: {difference}"));
                }
            }
        }
    }
}

#[test]
fn unusual_files_are_left_to_the_parser() {
    let rows = thrice("[a]");
    for text in [format!("a\rb\n{rows}"), format!("{rows}\r"), format!("{rows}# \u{feff}\n"), rows.replace('\n', "\r")]
    {
        assert_eq!(aside(&text), 0, "{text:?}");
        alike(&text).unwrap();
    }
    let windows = rows.replace('\n', "\r\n");
    assert_eq!(aside(&windows), 2);
    alike(&windows).unwrap();
    for tab in ["\t- a\n", "- a\tb\n", "- a\t# b\n", "- |\n  a\n  \tb\n"] {
        alike(&format!("{rows}{tab}")).unwrap();
    }
}

#[test]
fn mistakes_after_rows_are_at_their_places() {
    let rows = thrice("{a: 1}");
    for mistake in
        ["- {a: 1, a: 2}", "- {a: 1", "- \"a", "- a: b: c", "- &a b", "- !a b", "key: 1", "\t- a", "- \"\\q\""]
    {
        let shown = Path::new("file.yaml").into();
        let mistakes = parser::yaml(&format!("{rows}{mistake}\n"), &shown).unwrap_err();
        assert_eq!(mistakes[0].place.as_ref().unwrap().at.unwrap().line, 4, "{mistake}");
        alike(&format!("{rows}{mistake}\n{rows}")).unwrap();
    }
}

/// Lines that begin, end or interrupt what rows may stand in.
const LINES: [&str; 34] = [
    "", " ", "#", "# - [a]", "a:", "a: b", "b: # c", "a: |", "a: >-", "a: |+", "a: \"b", "b\"", "a: 'b", "b'", "a: [b",
    "a: [", "]", "a: {", "}", "a", "- a", "- a # b", "- |", "- a: b", "- a:", "-", "- - [a]", "? a", ": a", "---",
    "...", "- !a b", "- &a b", "\u{feff}",
];

/// A value as it may stand in a row: mostly well-formed, with spaces wherever they may be.
fn values() -> impl Strategy<Value = String> {
    let words =
        "[a-c1 ü:~'\"#-]{1,6}|[a-z]{1,3}(:[0-9])?|-?[0-9.]{1,3}|null|\"[a ,#:'ü\\[{-]{0,6}\"|'[a ,#:\"\\\\]{0,6}'";
    words.prop_map(|word| word).prop_recursive(4, 24, 4, |inner| {
        let spaced = (" {0,2}", inner, " {0,2}").prop_map(|(before, value, after)| format!("{before}{value}{after}"));
        let keyed = ("[a-d]{1,2}|[a-dü ]{1,4}", ": {1,2}|:| : ", spaced.clone())
            .prop_map(|(key, colon, value)| format!("{key}{colon}{value}"));
        prop_oneof![
            prop::collection::vec(spaced, 0..4).prop_map(|items| format!("[{}]", items.join(","))),
            prop::collection::vec(keyed, 0..4).prop_map(|entries| format!("{{{}}}", entries.join(", "))),
        ]
    })
}

/// What may stand in a row: anything, and what is simple or nearly so more often than not.
fn contents() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => prop::sample::select(SIMPLE.to_vec()).prop_map(str::to_owned),
        1 => prop::sample::select(NASTY.to_vec()).prop_map(str::to_owned),
        4 => prop::collection::vec(values(), 0..4).prop_map(|items| format!("[{}]", items.join(", "))),
        2 => "[a-c]: ".prop_flat_map(|key| values().prop_map(move |value| format!("{{{key}{value}}}"))),
        2 => "[\\[{][a1ü :,'\"#\\[\\]{}?|~\\\\-]{0,8}[\\]}]",
    ]
}

/// A few lines of a file: some rows of one indentation, or a line of something else.
fn lines() -> impl Strategy<Value = String> {
    let indentation = prop_oneof![3 => Just(0), 3 => Just(2), 1 => Just(1), 1 => Just(4)].prop_map(|n| " ".repeat(n));
    let ends = prop_oneof![30 => Just("\n"), 2 => Just("\r\n"), 1 => Just("\r")];
    let rows = prop::collection::vec((contents(), ends.clone()), 1..4);
    prop_oneof![
        3 => (indentation.clone(), rows).prop_map(|(indentation, rows)| {
            rows.into_iter().map(|(row, end)| indentation.clone() + "- " + &row + end).collect::<String>()
        }),
        2 => (indentation, prop::sample::select(LINES.to_vec()), ends)
            .prop_map(|(indentation, line, end)| format!("{indentation}{line}{end}")),
    ]
}

proptest! {
    #[test]
    fn any_row_is_read_alike(row in contents(), next in contents()) {
        prop_assert_eq!(alike(&format!("- {row}\n- {row}\n- {next}\n- {next}\n")), Ok(()));
    }

    #[test]
    fn any_file_is_read_alike(lines in prop::collection::vec(lines(), 1..8)) {
        let text = lines.concat();
        prop_assert_eq!(alike(&text), Ok(()));
        prop_assert_eq!(alike(text.trim_end()), Ok(()));
        prop_assert_eq!(alike(&format!("list:\n{text}")), Ok(()));
    }
}
