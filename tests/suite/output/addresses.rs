//! Which addresses a file can have, and that nothing is written outside of the site.

use super::{Ground, contents, files, shows, with_folders};

#[test]
fn a_file_lies_where_its_address_says() {
    let ground = Ground::new();
    let list =
        [("index.html", "a"), ("accounts/alpine-rail/index.html", "b"), ("data/métriques …:*.csv", "c"), ("e", "")];
    ground.build(&list);
    assert_eq!(contents(&ground.site()), with_folders(&files(&list)));
}

#[test]
fn what_is_not_a_chain_of_names_is_refused() {
    let bad = [
        "",
        "/",
        "/etc/x",
        "..",
        "../x",
        "a/../../x",
        "a/..",
        ".",
        "./x",
        "a/./b",
        "a//b",
        "a/",
        "//x",
        "a\0b",
        "a\\b",
        "..\\x",
    ];
    for address in bad {
        let ground = Ground::new();
        let staging = ground.stage();
        let refused = staging.write(address, b"x").unwrap_err();
        shows(&refused, &["cannot be an address", "change the id"]);
        assert!(!refused.message.contains('\0'));
        let from = ground.put("source/static/x", "x");
        shows(&staging.copy(address, &from).unwrap_err(), &["cannot be an address"]);
        drop(staging);
        assert_eq!(ground.beside(), [""; 0], "{address:?}");
    }
}

#[test]
fn the_same_address_twice_is_refused() {
    let ground = Ground::new();
    for _ in 0..2 {
        // The second time round the file is linked from the old site.
        let staging = ground.stage();
        staging.write("a/b", b"x").unwrap();
        shows(&staging.write("a/b", b"x").unwrap_err(), &["two files", "`a/b`"]);
        shows(&staging.write("a/b", b"y").unwrap_err(), &["two files", "`a/b`"]);
        shows(&staging.write(".cxbook", b"y").unwrap_err(), &["two files", "`.cxbook`"]);
        drop(staging);
        ground.build(&[("a/b", "x")]);
    }
}

#[test]
fn an_address_that_is_a_file_and_a_folder_is_refused() {
    let ground = Ground::new();
    for _ in 0..2 {
        let staging = ground.stage();
        staging.write("a", b"x").unwrap();
        shows(&staging.write("a/b", b"x").unwrap_err(), &["`a/b` is a file in the site and a folder"]);
        shows(&staging.write("a/b/c/d", b"x").unwrap_err(), &["is a file in the site and a folder"]);
        staging.write("c/d/e", b"x").unwrap();
        shows(&staging.write("c/d", b"x").unwrap_err(), &["`c/d` is a file in the site and a folder"]);
        drop(staging);
        ground.build(&[("a", "x"), ("c/d/e", "x")]);
    }
}

#[test]
fn a_site_with_a_refused_file_is_not_published() {
    let ground = Ground::new();
    ground.build(&[("index.html", "old")]);
    let staging = ground.stage();
    staging.write("index.html", b"new").unwrap();
    staging.write("../x", b"x").unwrap_err();
    shows(&staging.publish().unwrap_err(), &["not replaced"]);
    assert_eq!(contents(&ground.site()), files(&[("index.html", "old")]));
    assert_eq!(ground.beside(), ["site"]);
}

#[test]
fn a_name_the_system_does_not_take_is_an_error() {
    let ground = Ground::new();
    let staging = ground.stage();
    shows(&staging.write(&format!("a/{}/b", "x".repeat(300)), b"x").unwrap_err(), &["cannot write"]);
}
