//! Where folders cannot be exchanged, and what builds that were ended have left behind.

use std::fs;

use cxbook::output::swap;

use super::{Ground, contents, files};

#[test]
fn two_renames_swap_as_well() {
    let ground = Ground::new();
    ground.put("out/site/a", "old");
    ground.put("out/new/a", "new");
    swap::by_two_renames(&ground.path("out/new"), &ground.site(), &ground.path("out/aside")).unwrap();
    assert_eq!(contents(&ground.site()), files(&[("a", "new")]));
    assert_eq!(contents(&ground.path("out/new")), files(&[("a", "old")]));
    assert_eq!(ground.beside(), ["new", "site"]);
}

#[test]
fn when_the_second_rename_fails_the_old_site_is_back() {
    let ground = Ground::new();
    ground.put("out/site/a", "old");
    swap::by_two_renames(&ground.path("out/none"), &ground.site(), &ground.path("out/aside")).unwrap_err();
    assert_eq!(contents(&ground.site()), files(&[("a", "old")]));
    assert_eq!(ground.beside(), ["site"]);
}

#[test]
fn an_exchange_that_fails_leaves_both_as_they_were() {
    let ground = Ground::new();
    ground.put("out/site/a", "old");
    swap::swap(&ground.path("out/none"), &ground.site(), &ground.path("out/aside")).unwrap_err();
    assert_eq!(contents(&ground.site()), files(&[("a", "old")]));
    assert_eq!(ground.beside(), ["site"]);
}

#[test]
fn the_next_build_moves_back_what_was_left_aside() {
    let ground = Ground::new();
    ground.build(&[("index.html", "old")]);
    fs::rename(ground.site(), ground.path("out/.site.cxbook-old")).unwrap();
    ground.put("out/.site.cxbook-new/index.html", "half");
    let staging = ground.stage();
    assert_eq!(contents(&ground.site()), files(&[("index.html", "old")]));
    drop(staging);
    assert_eq!(contents(&ground.site()), files(&[("index.html", "old")]));
    assert_eq!(ground.beside(), ["site"]);
}

#[test]
fn a_foreign_folder_left_aside_comes_back_and_is_refused() {
    let ground = Ground::new();
    ground.put("out/.site.cxbook-old/mine", "mine");
    ground.target().stage().unwrap_err();
    assert_eq!(contents(&ground.site()), files(&[("mine", "mine")]));
    assert_eq!(ground.beside(), ["site"]);
}

#[test]
fn what_was_left_after_the_swap_is_removed() {
    let ground = Ground::new();
    ground.build(&[("index.html", "new")]);
    ground.put("out/.site.cxbook-old/index.html", "old");
    ground.put("out/.site.cxbook-new/half", "old");
    drop(ground.stage());
    assert_eq!(contents(&ground.site()), files(&[("index.html", "new")]));
    assert_eq!(ground.beside(), ["site"]);
}

#[test]
fn a_file_or_link_in_the_place_of_the_staging_folder_is_cleared_away() {
    let ground = Ground::new();
    let staged = ground.put("out/.site.cxbook-new", "a file");
    ground.build(&[("index.html", "1")]);
    let outside = ground.put("outside/keep", "keep");
    std::os::unix::fs::symlink(ground.path("outside"), staged).unwrap();
    ground.build(&[("index.html", "2")]);
    assert_eq!(ground.beside(), ["site"]);
    assert!(outside.exists());
}
