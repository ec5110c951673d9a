//! What a build leaves alone, what it replaces, and what it takes away.

use std::fs::{self, File};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::Path;
use std::time::{Duration, SystemTime};

use super::{Ground, contents, files, shows, with_folders};

/// A time no build of today can give to a file.
fn long_ago() -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000)
}

fn age(path: &Path) {
    File::open(path).unwrap().set_modified(long_ago()).unwrap();
}

fn time(path: &Path) -> SystemTime {
    path.metadata().unwrap().modified().unwrap()
}

fn inode(path: &Path) -> u64 {
    path.metadata().unwrap().ino()
}

#[test]
fn a_first_build_writes_the_site_and_the_marker_and_nothing_else() {
    let ground = Ground::new();
    let written = ground.build(&[("index.html", "a"), ("b/index.html", "b")]);
    assert_eq!((written.files, written.changed, written.unchanged, written.removed), (2, 2, 0, 0));
    assert_eq!(written.left_over, None);
    assert_eq!(ground.beside(), ["site"]);
    let marker = fs::read_to_string(ground.site().join(".cxbook")).unwrap();
    let lines: Vec<&str> = marker.lines().collect();
    assert!(lines[0].contains("cxbook wrote"), "{marker}");
    assert_eq!(lines[1..], ["b/index.html", "index.html"]);
    let other = Ground::new();
    other.build(&[("b/index.html", "other"), ("index.html", "other")]);
    assert_eq!(marker, fs::read_to_string(other.site().join(".cxbook")).unwrap());
}

#[test]
fn unchanged_files_keep_their_times_and_inodes_when_others_change() {
    let ground = Ground::new();
    ground.build(&[("same", "same"), ("a/same", ""), ("length", "one"), ("bytes", "one")]);
    let site = ground.site();
    for name in ["same", "a/same", "length", "bytes"] {
        age(&site.join(name));
    }
    let inodes = [inode(&site.join("same")), inode(&site.join("a/same"))];
    let written =
        ground.build(&[("same", "same"), ("a/same", ""), ("length", "three"), ("bytes", "two"), ("new", "x")]);
    assert_eq!((written.files, written.changed, written.unchanged, written.removed), (5, 3, 2, 0));
    assert_eq!([inode(&site.join("same")), inode(&site.join("a/same"))], inodes);
    assert_eq!([time(&site.join("same")), time(&site.join("a/same"))], [long_ago(); 2]);
    for (name, text) in [("length", "three"), ("bytes", "two"), ("new", "x")] {
        assert_eq!(fs::read_to_string(site.join(name)).unwrap(), text);
        assert!(time(&site.join(name)) > long_ago());
    }
}

#[test]
fn a_build_that_changes_nothing_keeps_even_the_times_of_folders() {
    let ground = Ground::new();
    let list = [("index.html", "a"), ("b/index.html", "b")];
    ground.build(&list);
    let site = ground.site();
    age(&site);
    age(&site.join("b"));
    let before = inode(&site);
    let written = ground.build(&list);
    assert_eq!((written.files, written.changed, written.unchanged, written.removed), (2, 0, 2, 0));
    assert_eq!((time(&site), time(&site.join("b")), inode(&site)), (long_ago(), long_ago(), before));
    assert_eq!(ground.beside(), ["site"]);
}

#[test]
fn what_no_longer_belongs_goes() {
    let ground = Ground::new();
    ground.build(&[("index.html", "a"), ("b/index.html", "b"), ("b/c/d", "d"), ("e", "e")]);
    let written = ground.build(&[("index.html", "a"), ("e/f", "f")]);
    assert_eq!((written.files, written.changed, written.unchanged, written.removed), (2, 1, 1, 3));
    assert_eq!(contents(&ground.site()), with_folders(&files(&[("index.html", "a"), ("e/f", "f")])));
}

#[test]
fn one_stray_file_is_no_reason_to_swap() {
    let ground = Ground::new();
    ground.build(&[("index.html", "a")]);
    ground.put("out/site/stray", "x");
    let before = inode(&ground.site());
    let written = ground.build(&[("index.html", "a")]);
    assert_eq!((written.removed, written.kept), (0, vec!["stray".to_owned()]));
    assert_eq!(inode(&ground.site()), before);
    assert_eq!(contents(&ground.site()), files(&[("index.html", "a"), ("stray", "x")]));
}

#[test]
fn a_marker_of_another_version_is_renewed() {
    let ground = Ground::new();
    ground.build(&[("index.html", "a")]);
    let marker = fs::read(ground.site().join(".cxbook")).unwrap();
    ground.put("out/site/.cxbook", "older words");
    ground.build(&[("index.html", "a")]);
    assert_eq!(fs::read(ground.site().join(".cxbook")).unwrap(), marker);
}

#[test]
fn a_file_edited_by_hand_is_made_anew_without_writing_into_it() {
    let ground = Ground::new();
    ground.build(&[("index.html", "page")]);
    let outside = ground.put("outside", "PAGE");
    let page = ground.site().join("index.html");
    fs::remove_file(&page).unwrap();
    fs::hard_link(&outside, &page).unwrap();
    assert_eq!(ground.build(&[("index.html", "page")]).changed, 1);
    assert_eq!(fs::read_to_string(&page).unwrap(), "page");
    assert_eq!(fs::read_to_string(&outside).unwrap(), "PAGE");
}

#[test]
fn files_are_copied_and_compared_like_pages() {
    let ground = Ground::new();
    let big = (0..60_000).map(|n| format!("{n:06}")).collect::<Vec<_>>().join("\n");
    let from = ground.put("source/static/big.js", &big);
    fs::set_permissions(&from, fs::Permissions::from_mode(0o700)).unwrap();
    let copy = || {
        let staging = ground.stage();
        staging.copy("static/big.js", &from).unwrap();
        staging.publish().unwrap()
    };
    assert_eq!(copy().changed, 1);
    let copied = ground.site().join("static/big.js");
    assert_eq!(fs::read_to_string(&copied).unwrap(), big);
    assert_ne!(inode(&copied), inode(&from));
    assert_eq!(copied.metadata().unwrap().mode() & 0o111, 0);
    age(&copied);
    assert_eq!(copy().unchanged, 1);
    assert_eq!(time(&copied), long_ago());
    fs::write(&from, big.replace("059999", "059998")).unwrap();
    assert_eq!(copy().changed, 1);
    assert_eq!(fs::read_to_string(&copied).unwrap(), big.replace("059999", "059998"));
}

#[test]
fn what_is_not_a_file_is_not_copied() {
    let ground = Ground::new();
    let staging = ground.stage();
    shows(&staging.copy("x", &ground.source()).unwrap_err(), &["cannot copy", "not a file"]);
    shows(&staging.copy("x", &ground.path("source/none")).unwrap_err(), &["cannot copy"]);
}

/// Some file systems allow a file no more than so many names; there one that has them all has to be copied.
#[test]
fn what_cannot_be_linked_keeps_its_time_all_the_same() {
    let ground = Ground::new();
    ground.build(&[("same", "same"), ("other", "1")]);
    let same = ground.site().join("same");
    age(&same);
    let links = ground.path("links");
    fs::create_dir(&links).unwrap();
    let limited = (0..65_100).any(|n| fs::hard_link(&same, links.join(n.to_string())).is_err());
    let before = inode(&same);
    let written = ground.build(&[("same", "same"), ("other", "2")]);
    assert_eq!((written.changed, written.unchanged), (1, 1));
    assert_eq!(time(&same), long_ago());
    assert_eq!(fs::read_to_string(&same).unwrap(), "same");
    assert_eq!(inode(&same) != before, limited);
}

#[test]
fn links_in_the_place_of_own_files_are_not_followed() {
    let ground = Ground::new();
    ground.build(&[("index.html", "page"), ("a/b", "b"), ("c", "c")]);
    let site = ground.site();
    ground.put("outside/b", "b");
    let precious = ground.put("precious", "page");
    fs::remove_dir_all(site.join("a")).unwrap();
    std::os::unix::fs::symlink(ground.path("outside"), site.join("a")).unwrap();
    fs::remove_file(site.join("index.html")).unwrap();
    std::os::unix::fs::symlink(&precious, site.join("index.html")).unwrap();
    // One in the place of a folder may be there for a reason.
    let list = files(&[("index.html", "page"), ("a/b", "b"), ("c", "c")]);
    shows(&super::publish(&ground.target(), &list).unwrap_err(), &["`a`", "did not write", "`--force`"]);
    let forced = ground.target_at("out/site", super::Overwrite::AnyFolder).unwrap();
    let written = super::publish(&forced, &list).unwrap();
    assert_eq!((written.changed, written.unchanged), (2, 1));
    assert!(site.join("a").symlink_metadata().unwrap().is_dir());
    assert!(site.join("index.html").symlink_metadata().unwrap().is_file());
    assert_ne!(inode(&site.join("a/b")), inode(&ground.path("outside/b")));
    assert_eq!(fs::read_to_string(precious).unwrap(), "page");
    assert_eq!(contents(&ground.path("outside")), files(&[("b", "b")]));
}

#[test]
fn a_build_that_fails_changes_nothing() {
    let ground = Ground::new();
    ground.build(&[("index.html", "old"), ("a/b", "b")]);
    age(&ground.site());
    let staging = ground.stage();
    staging.write("index.html", b"new").unwrap();
    staging.write("c/d", b"new").unwrap();
    assert_eq!(ground.beside().len(), 2);
    drop(staging);
    assert_eq!(ground.beside(), ["site"]);
    assert_eq!(contents(&ground.site()), with_folders(&files(&[("index.html", "old"), ("a/b", "b")])));
    assert_eq!(time(&ground.site()), long_ago());
}

#[test]
fn a_first_build_that_fails_leaves_no_folders_behind() {
    let ground = Ground::new();
    let target = ground.target_at("out/new/deep/site", super::Overwrite::OwnSiteOnly).unwrap();
    let staging = target.stage().unwrap();
    staging.write("index.html", b"new").unwrap();
    drop(staging);
    assert_eq!(ground.beside(), [""; 0]);
    super::publish(&target, &files(&[("index.html", "a")])).unwrap();
    assert_eq!(contents(&ground.path("out/new/deep/site")), files(&[("index.html", "a")]));
}

#[test]
fn a_site_closed_to_others_stays_closed() {
    let ground = Ground::new();
    ground.build(&[("index.html", "1")]);
    fs::set_permissions(ground.site(), fs::Permissions::from_mode(0o710)).unwrap();
    let staging = ground.stage();
    let staged = ground.path("out/.site.cxbook-new");
    assert_eq!(staged.metadata().unwrap().mode() & 0o777, 0o710);
    staging.write("index.html", b"2").unwrap();
    staging.publish().unwrap();
    assert_eq!(ground.site().metadata().unwrap().mode() & 0o777, 0o710);
}
