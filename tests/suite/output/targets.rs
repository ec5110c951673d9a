//! Where a site may go.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;

use cxbook::output::{Overwrite, target};

use super::{Ground, contents, files, publish, shows};

const BOTH: [Overwrite; 2] = [Overwrite::OwnSiteOnly, Overwrite::AnyFolder];

#[test]
fn nothing_an_empty_folder_and_an_own_site_are_fine() {
    let ground = Ground::new();
    ground.target();
    assert_eq!(ground.beside(), [""; 0], "looking must not write");
    fs::create_dir(ground.site()).unwrap();
    ground.build(&[("index.html", "a")]);
    ground.build(&[("index.html", "b")]);
    assert_eq!(contents(&ground.site()), files(&[("index.html", "b")]));
}

#[test]
fn a_foreign_folder_is_refused_unless_forced() {
    let ground = Ground::new();
    ground.put("out/site/thesis.txt", "mine");
    let refused = ground.target_at("out/site", Overwrite::OwnSiteOnly).unwrap_err();
    shows(&refused, &["did not write", "`--output`", "`--force`", "out/site"]);
    assert!(ground.site().join("thesis.txt").exists());
    let forced = ground.target_at("out/site", Overwrite::AnyFolder).unwrap();
    let written = publish(&forced, &files(&[("index.html", "a")])).unwrap();
    assert_eq!((written.changed, written.removed), (1, 0));
    assert_eq!(written.kept, ["thesis.txt"]);
    let all = files(&[("index.html", "a"), ("thesis.txt", "mine")]);
    assert_eq!(contents(&ground.site()), all);
    assert_eq!(ground.beside(), ["site"]);
    assert_eq!(ground.build(&[("index.html", "b")]).kept, ["thesis.txt"]);
}

#[test]
fn a_foreign_folder_is_not_linked_from() {
    use std::os::unix::fs::MetadataExt;
    let ground = Ground::new();
    let page = ground.put("out/site/index.html", "a");
    let before = page.metadata().unwrap().ino();
    let kept = ground.path("kept");
    fs::hard_link(&page, kept).unwrap();
    let forced = ground.target_at("out/site", Overwrite::AnyFolder).unwrap();
    assert_eq!(publish(&forced, &files(&[("index.html", "a")])).unwrap().changed, 1);
    assert_ne!(page.metadata().unwrap().ino(), before);
}

#[test]
fn a_file_is_refused_even_by_force() {
    let ground = Ground::new();
    ground.put("out/site", "a file");
    ground.put("source/cxbook.yaml", "title: x");
    for overwrite in BOTH {
        let refused = ground.target_at("out/site", overwrite).unwrap_err();
        shows(&refused, &["not a folder", "`--output`"]);
        ground.target_at("source/cxbook.yaml", overwrite).unwrap_err();
        ground.target_at("out/site/below", overwrite).unwrap_err();
    }
    assert_eq!(fs::read_to_string(ground.site()).unwrap(), "a file");
}

#[test]
fn the_source_and_what_is_read_from_it_are_refused_always() {
    let ground = Ground::new();
    ground.put("source/data/accounts.yaml", "[]");
    // Even the marker does not make them a site.
    ground.put("source/.cxbook", "");
    ground.put("source/data/.cxbook", "");
    let bad = [
        ("source", "is the source folder"),
        ("source/", "is the source folder"),
        ("source/../source/.", "is the source folder"),
        ("none/../source", "is the source folder"),
        ("", "holds the source folder"),
        ("source/data", "`data`"),
        ("source/data/surveys", "`data`"),
        ("none/../source/data", "`data`"),
        ("source/none/../data/surveys/deep", "`data`"),
        ("source/commentary", "`commentary`"),
        ("source/themes/site", "`themes`"),
        ("source/static/", "`static`"),
    ];
    for (output, words) in bad {
        for overwrite in BOTH {
            shows(&ground.target_at(output, overwrite).unwrap_err(), &[words, "`--force` does not help"]);
        }
    }
    for output in [Path::new("/"), Path::new("")] {
        target(&ground.source(), output, Overwrite::AnyFolder).unwrap_err();
    }
    for fine in ["source/site", "source/database", "source/build/data", "none/../out/site"] {
        ground.target_at(fine, Overwrite::OwnSiteOnly).unwrap();
    }
}

#[test]
fn links_do_not_get_round_that() {
    let ground = Ground::new();
    ground.put("elsewhere/records/accounts.yaml", "[]");
    symlink(ground.path("elsewhere/records"), ground.path("source/data")).unwrap();
    symlink(ground.source(), ground.path("to-source")).unwrap();
    symlink(ground.path("elsewhere"), ground.path("to-elsewhere")).unwrap();
    let bad =
        ["elsewhere", "elsewhere/records/x", "to-elsewhere/records", "to-source", "to-source/data", "to-source/static"];
    for output in bad {
        shows(&ground.target_at(output, Overwrite::AnyFolder).unwrap_err(), &["`--force` does not help"]);
    }
    shows(&ground.target_at("none/../to-source/data", Overwrite::AnyFolder).unwrap_err(), &["does not help"]);
    // The source by another name is the source all the same.
    let other = target(&ground.path("to-source"), &ground.path("source"), Overwrite::AnyFolder);
    shows(&other.unwrap_err(), &["is the source folder"]);
}

#[test]
fn a_link_to_a_folder_stays_and_the_folder_is_replaced() {
    let ground = Ground::new();
    fs::create_dir_all(ground.path("real/place")).unwrap();
    symlink("../real/place", ground.site()).unwrap();
    let target = ground.target();
    assert_eq!(target.folder(), ground.path("real/place"));
    for text in ["1", "2"] {
        publish(&target, &files(&[("index.html", text)])).unwrap();
        assert!(ground.site().is_symlink());
        assert_eq!(contents(&ground.path("real/place")), files(&[("index.html", text)]));
        assert_eq!(
            (super::names(&ground.path("real")), ground.beside()),
            (vec!["place".to_owned()], vec!["site".to_owned()])
        );
    }
}

#[test]
fn a_link_to_nothing_or_to_itself_is_refused() {
    let ground = Ground::new();
    symlink("nowhere", ground.site()).unwrap();
    shows(&ground.target_at("out/site", Overwrite::AnyFolder).unwrap_err(), &["link to nothing", "`--output`"]);
    shows(&ground.target_at("out/site/below", Overwrite::AnyFolder).unwrap_err(), &["link to nothing"]);
    symlink("ring", ground.path("out/ring")).unwrap();
    ground.target_at("out/ring", Overwrite::AnyFolder).unwrap_err();
}

#[test]
fn a_file_system_of_its_own_is_refused() {
    use std::os::unix::fs::MetadataExt;
    let ground = Ground::new();
    let device = |path: &Path| path.metadata().unwrap().dev();
    let mounted = ["/proc", "/sys", "/dev/shm"].map(Path::new).into_iter();
    for path in mounted.filter(|path| path.is_dir() && device(path) != device(path.parent().unwrap())) {
        let refused = target(&ground.source(), path, Overwrite::AnyFolder).unwrap_err();
        shows(&refused, &["file system of its own", "a folder inside it"]);
    }
    shows(&target(Path::new("/proc/1"), Path::new("/"), Overwrite::AnyFolder).unwrap_err(), &["holds the source"]);
}

#[test]
fn what_comes_in_between_is_not_overwritten() {
    let ground = Ground::new();
    let target = ground.target();
    ground.put("out/site/mine", "mine");
    shows(&target.stage().unwrap_err(), &["did not write"]);
    fs::remove_dir_all(ground.site()).unwrap();
    let staging = target.stage().unwrap();
    staging.write("index.html", b"x").unwrap();
    ground.put("out/site/mine", "mine");
    shows(&staging.publish().unwrap_err(), &["did not write"]);
    assert_eq!(contents(&ground.site()), files(&[("mine", "mine")]));
    assert_eq!(ground.beside(), ["site"]);
}

#[test]
fn a_site_removed_in_between_is_made_all_the_same() {
    let ground = Ground::new();
    ground.build(&[("a", "a"), ("b", "b")]);
    let staging = ground.stage();
    staging.write("a", b"a").unwrap();
    fs::remove_dir_all(ground.site()).unwrap();
    staging.write("b", b"b").unwrap();
    staging.publish().unwrap();
    assert_eq!(contents(&ground.site()), files(&[("a", "a"), ("b", "b")]));
}

#[test]
fn a_parent_that_is_a_file_and_a_name_too_long_are_errors() {
    let ground = Ground::new();
    ground.put("out/file", "x");
    ground.target_at("out/file/site", Overwrite::OwnSiteOnly).unwrap_err();
    let long = ground.target_at(&format!("out/{}", "x".repeat(250)), Overwrite::OwnSiteOnly);
    long.and_then(|target| target.stage()).unwrap_err();
    assert_eq!(ground.beside(), ["file"]);
}

/// On some systems (and for everyone but root) a folder can be closed for writing; elsewhere the build has to work.
#[test]
fn a_parent_closed_for_writing_is_an_error_that_says_so() {
    let closed = Path::new("/proc/self");
    let ground = Ground::new();
    if closed.is_dir() {
        let target = target(&ground.source(), &closed.join("site"), Overwrite::OwnSiteOnly).unwrap();
        shows(&target.stage().unwrap_err(), &["cannot create", "`--output`"]);
    }
    ground.build(&[("index.html", "a")]);
    assert_eq!(ground.beside(), ["site"]);
}
