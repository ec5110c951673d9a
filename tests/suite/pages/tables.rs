//! Tables as CSV.

use cxbook::pages::csv::{Cell, csv};
use cxbook::words::decimal::decimal;
use proptest::prelude::*;

fn text(text: &str) -> Cell<'static> {
    Cell::Text(text.to_owned().into())
}

fn one(cell: Cell<'_>) -> String {
    let table = csv(&["h"], [vec![cell, Cell::Empty]].into_iter());
    table.strip_prefix("h\n").unwrap().strip_suffix(",\n").unwrap().to_owned()
}

#[test]
fn a_table_is_the_header_and_a_line_a_row() {
    let rows = [
        vec![text("pulse"), Cell::Number(38.679_21), Cell::Number(-50.0), Cell::Count(212), Cell::Empty],
        vec![text("pulse"), Cell::Empty, Cell::Number(0.0), Cell::Count(0), text("")],
    ];
    let expected = "survey,value,low,n,flag\npulse,38.6792,-50.0000,212,\npulse,,0.0000,0,\n";
    assert_eq!(csv(&["survey", "value", "low", "n", "flag"], rows.into_iter()), expected);
    assert_eq!(csv(&["a", "b"], std::iter::empty::<Vec<Cell<'_>>>()), "a,b\n");
}

#[test]
fn numbers_have_four_decimals_and_nothing_is_not_negative() {
    let numbers = [
        (-0.0, "0.0000"),
        (-0.000_049, "0.0000"),
        (-0.000_051, "-0.0001"),
        (-100.0, "-100.0000"),
        (2.0 / 3.0, "0.6667"),
        (f64::NAN, ""),
        (f64::INFINITY, ""),
        (f64::NEG_INFINITY, ""),
    ];
    for (number, shown) in numbers {
        assert_eq!(one(Cell::Number(number)), shown, "{number}");
    }
    assert_eq!(one(Cell::Count(u64::MAX)), "18446744073709551615");
}

#[test]
fn decimals_round_as_the_standard_library_does() {
    let halves = (-4000..4000).map(|n| f64::from(n) / 16.0);
    let near = (0..4000).map(|n| f64::from(n) / 1000.0 + 0.5);
    let far = [0.05, 0.15, 1e11 + 0.5, 123_456_789_012.345_67, 1e15, 1e300, -1e-9, f64::MIN_POSITIVE];
    for number in halves.chain(near).chain(far) {
        for places in 0..=4 {
            let mut text = "n = ".to_owned();
            decimal(&mut text, number, places);
            let shown = format!("{number:.places$}");
            let shown = if shown.parse() == Ok(0.0) { shown.replace('-', "") } else { shown };
            assert_eq!(text, format!("n = {shown}"), "{number} with {places} decimals");
        }
    }
}

#[test]
fn quotes_are_as_rfc_4180_has_them() {
    for (words, shown) in [
        ("plain words", "plain words"),
        ("a, b", "\"a, b\""),
        ("said \"no\"", "\"said \"\"no\"\"\""),
        ("two\nlines", "\"two\nlines\""),
        ("two\r\nlines", "\"two\r\nlines\""),
        ("bare\rreturn", "\"bare\rreturn\""),
        ("Ærøskøbing", "Ærøskøbing"),
    ] {
        assert_eq!(one(text(words)), shown);
    }
    assert_eq!(csv(&["h"], [vec![text("")]].into_iter()), "h\n\"\"\n", "a line with nothing in it is no row");
}

#[test]
fn text_that_looks_like_a_formula_is_text() {
    for start in ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"] {
        for before in ["", " ", "   ", "\u{a0}", "\u{3000} ", "\u{feff}", "\u{200b}", "\u{1}\u{ad}", "\u{2066}"] {
            let cell = format!("{before}{start}cmd|' /C calc'!A0");
            let shown = one(text(&cell));
            let shown = shown.strip_prefix('"').and_then(|s| s.strip_suffix('"')).unwrap_or(&shown);
            assert_eq!(shown, format!("'{cell}"), "{cell:?}");
        }
    }
    for harmless in ["a=b", "'=b", "3-2", "", "  ", "mail@example.com", "−5", "(=1)"] {
        assert_eq!(one(text(harmless)), harmless);
    }
    assert_eq!(csv(&["=a"], std::iter::empty::<Vec<Cell<'_>>>()), "'=a\n");
}

#[test]
fn rows_of_other_lengths_do_no_harm() {
    let rows = [vec![], vec![Cell::Count(1)], vec![Cell::Count(1); 3]];
    assert_eq!(csv(&["a", "b"], rows.into_iter()), "a,b\n\"\"\n1\n1,1,1\n");
}

/// Any printable text, and short heaps of what has a meaning in a CSV file or a formula.
const WORDS: &str = "\\PC*|[=+@\t\r\n\", -]{0,4}";

proptest! {
    #[test]
    fn what_is_written_is_read_again(rows in prop::collection::vec(prop::collection::vec(WORDS, 3), 0..9)) {
        let cells = rows.iter().map(|row| row.iter().map(|words| text(words)));
        let table = csv(&["a", "b", "c"], cells);
        let read: Vec<Vec<String>> = ::csv::Reader::from_reader(table.as_bytes())
            .records()
            .map(|record| record.unwrap().iter().map(ToOwned::to_owned).collect())
            .collect();
        prop_assert_eq!(read.len(), rows.len());
        for (found, words) in read.iter().flatten().zip(rows.iter().flatten()) {
            let guarded = found.strip_prefix('\'').filter(|rest| rest == words);
            prop_assert!(found == words || guarded.is_some());
            let begins = found.trim_start().chars().next();
            prop_assert!(!begins.is_some_and(|c| "=+-@".contains(c)), "{found:?}");
        }
    }
}
