//! Suggestions are for slips, and slips are few against the length of a name.

use cxbook::diagnostic::{did_you_mean, suggest};

#[test]
fn a_slip_in_a_name_is_seen() {
    let names = ["recommend", "satisfaction", "tier", "web"];
    assert_eq!(did_you_mean("recomend", names), Some("recommend"));
    assert_eq!(did_you_mean("satisfcation", names), Some("satisfaction"));
    assert_eq!(did_you_mean("teir", names), Some("tier"));
    assert_eq!(did_you_mean("WEB", names), Some("web"));
}

#[test]
fn another_letter_is_another_name() {
    assert_eq!(did_you_mean("a", ["b", "c"]), None);
    assert_eq!(did_you_mean("a1", ["b1", "a2"]), None);
    assert_eq!(did_you_mean("cat", ["dog", "cow"]), None);
    assert_eq!(suggest("a", ["b", "c"]), Some("there is `b`, `c`".to_owned()));
}
