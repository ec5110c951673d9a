//! What cxbook did not write and lies in its folder all the same: kept where it is, byte for byte.

use std::fs;
use std::os::unix::fs::{MetadataExt, symlink};

use cxbook::output::{Cleared, Gate, Overwrite};

use super::{Ground, contents, files, publish, shows, with_folders};

const PAGES: [(&str, &str); 2] = [("index.html", "1"), ("a/index.html", "a")];
const NEWER: [(&str, &str); 2] = [("index.html", "2"), ("b/index.html", "b")];

/// A site with a repository, a file beside the pages, one among them, and a link.
fn published() -> Ground {
    let ground = Ground::new();
    ground.build(&PAGES);
    ground.put("out/site/.git/HEAD", "ref");
    ground.put("out/site/.git/objects/01/23", "object");
    fs::create_dir_all(ground.site().join(".git/refs/tags")).unwrap();
    ground.put("out/site/CNAME", "cx.example");
    ground.put("out/site/a/note of a colleague.txt", "mine");
    ground.put("elsewhere/x", "x");
    symlink(ground.path("elsewhere"), ground.site().join("link")).unwrap();
    ground
}

/// What [`published`] has beside pages; folders too, and what its link leads to is not looked at.
fn others() -> Vec<(&'static str, &'static str)> {
    vec![
        (".git/HEAD", "ref"),
        (".git/objects/01/23", "object"),
        ("CNAME", "cx.example"),
        ("a/note of a colleague.txt", "mine"),
    ]
}

fn assert_holds(ground: &Ground, pages: &[(&str, &str)]) {
    let all = [pages, &others()].concat();
    let mut expected = with_folders(&files(&all));
    expected.insert(".git/refs/".to_owned(), Vec::new());
    expected.insert(".git/refs/tags/".to_owned(), Vec::new());
    let link = ground.site().join("link");
    assert_eq!(fs::read_link(&link).unwrap(), ground.path("elsewhere"));
    fs::remove_file(&link).unwrap();
    assert_eq!(contents(&ground.site()), expected);
    symlink(ground.path("elsewhere"), link).unwrap();
    assert_eq!(ground.beside(), ["site"]);
}

#[test]
fn what_others_put_there_is_kept_and_named() {
    let ground = published();
    let inode = |name: &str| ground.site().join(name).symlink_metadata().unwrap().ino();
    let before = [".git", ".git/HEAD", "CNAME"].map(inode);
    let written = ground.build(&NEWER);
    assert_eq!(written.kept, [".git/", "CNAME", "a/note of a colleague.txt", "link"]);
    assert_eq!(written.removed, 1, "the page of a");
    assert_holds(&ground, &NEWER);
    assert_eq!([".git", ".git/HEAD", "CNAME"].map(inode), before, "they are the same files");
    let again = ground.build(&NEWER);
    // Where no page is beside it any more, the whole folder is the colleague's.
    assert_eq!(again.kept, [".git/", "CNAME", "a/", "link"]);
    assert_eq!(again.changed, 0);
}

#[test]
fn what_stands_in_the_way_is_a_mistake_and_nothing_changes() {
    let ground = Ground::new();
    ground.build(&PAGES);
    ground.put("out/site/CNAME", "mine");
    ground.put("out/site/folder/x", "mine");
    ground.put("out/site/plain", "mine");
    let before = contents(&ground.site());
    for (address, name) in [("CNAME", "`CNAME`"), ("folder", "`folder/`"), ("plain/x", "`plain`")] {
        let list = [&PAGES[..], &[(address, "of the site")]].concat();
        let refused = publish(&ground.target(), &files(&list)).unwrap_err();
        assert_eq!(refused.code.as_str(), "E097");
        shows(&refused, &[name, "did not write", "move it away"]);
        assert_eq!(contents(&ground.site()), before);
        assert_eq!(ground.beside(), ["site"]);
    }
}

#[test]
fn what_holds_the_same_becomes_the_sites_own() {
    let ground = Ground::new();
    ground.build(&PAGES);
    ground.put("out/site/CNAME", "cx.example");
    let list = [&PAGES[..], &[("CNAME", "cx.example")]].concat();
    assert_eq!(ground.build(&list).kept, Vec::<String>::new());
    // From then on it goes with what it is made from.
    assert_eq!(ground.build(&PAGES).removed, 1);
    assert_eq!(contents(&ground.site()), with_folders(&files(&PAGES)));
}

#[test]
fn force_replaces_files_in_the_way_and_keeps_all_others() {
    let ground = Ground::new();
    ground.put("out/site/index.html", "mine");
    ground.put("out/site/mine/index.html", "mine");
    ground.put("out/site/folder/x", "mine");
    let forced = ground.target_at("out/site", Overwrite::AnyFolder).unwrap();
    shows(&publish(&forced, &files(&[("folder", "x")])).unwrap_err(), &["`folder/`", "move it away"]);
    ground.put("out/site/.cxbook/schema", "mine");
    shows(&publish(&forced, &files(&PAGES)).unwrap_err(), &["`.cxbook/`", "move it away"]);
    fs::remove_dir_all(ground.site().join(".cxbook")).unwrap();
    assert_eq!(publish(&forced, &files(&PAGES)).unwrap().kept, ["folder/", "mine/"]);
    let all = [&PAGES[..], &[("folder/x", "mine"), ("mine/index.html", "mine")]].concat();
    assert_eq!(contents(&ground.site()), with_folders(&files(&all)));
}

#[test]
fn a_site_of_the_version_without_a_list_keeps_what_that_never_wrote() {
    let ground = Ground::new();
    ground.put("out/site/.cxbook", "This folder is written by cxbook and replaced as a whole by its next build.\n");
    for page in ["index.html", "gone/index.html", "404.html", "data/metrics.csv", "assets/old.css", "logo.svg"] {
        ground.put(&format!("out/site/{page}"), "old");
    }
    ground.put("out/site/.git/HEAD", "ref");
    ground.put("out/site/CNAME", "cx.example");
    let written = ground.build(&[("index.html", "new"), ("logo.svg", "new")]);
    assert_eq!(written.kept, [".git/", "CNAME"]);
    let all = files(&[("index.html", "new"), ("logo.svg", "new"), (".git/HEAD", "ref"), ("CNAME", "cx.example")]);
    assert_eq!(contents(&ground.site()), with_folders(&all));
}

#[test]
fn names_that_are_no_text_are_kept_as_well() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let ground = Ground::new();
    ground.build(&PAGES);
    let odd = ground.site().join(OsStr::from_bytes(b"a/\xff\xfe"));
    fs::write(&odd, "odd").unwrap();
    fs::write(ground.site().join("a/two\nlines"), "odd").unwrap();
    ground.build(&NEWER);
    assert_eq!(fs::read(&odd).unwrap(), b"odd");
    assert_eq!(fs::read(ground.site().join("a/two\nlines")).unwrap(), b"odd");
}

#[test]
fn own_files_may_have_line_ends_in_their_names() {
    let ground = Ground::new();
    ground.build(&[("two\nlines", "1"), ("x\r", "1")]);
    assert_eq!(ground.build(&[("index.html", "2")]).kept, Vec::<String>::new());
    assert_eq!(contents(&ground.site()), files(&[("index.html", "2")]));
}

#[test]
fn a_marker_edited_by_hand_leads_nowhere_else() {
    let ground = Ground::new();
    ground.build(&PAGES);
    let outside = ground.put("out/precious", "mine");
    let marker = ground.site().join(".cxbook");
    let text = fs::read_to_string(&marker).unwrap();
    fs::write(&marker, format!("{text}../precious\n/etc/hosts\n\n.\na\n")).unwrap();
    ground.build(&NEWER);
    ground.put("out/site/stays", "mine");
    fs::write(&marker, format!("{text}../precious\n")).unwrap();
    ground.target().clear().unwrap();
    assert!(outside.exists());
}

#[test]
fn cleaning_removes_what_cxbook_wrote_and_names_the_rest() {
    let ground = published();
    let cleared = ground.target().clear().unwrap();
    let names = [".git/", "CNAME", "a/note of a colleague.txt", "link"].map(str::to_owned).to_vec();
    assert_eq!(cleared, Cleared::Kept(names));
    assert_holds(&ground, &[]);
    assert!(!ground.site().join(".cxbook").exists());
    // It is a folder like any other from then on.
    shows(&ground.target_at("out/site", Overwrite::OwnSiteOnly).unwrap_err(), &["did not write"]);
}

#[test]
fn what_an_ended_build_had_in_its_hidden_folder_comes_back() {
    let ground = published();
    // As if a build had been ended right after its swap.
    let staged = ground.path("out/.site.cxbook-new");
    fs::rename(ground.site(), &staged).unwrap();
    let fresh = Ground::new();
    fresh.build(&NEWER);
    fs::rename(fresh.site(), ground.site()).unwrap();
    ground.target().settle().unwrap();
    assert_holds(&ground, &NEWER);
}

#[test]
fn a_change_where_the_site_stands_touches_nothing_else() {
    let ground = published();
    let target = ground.target();
    let site = target.identity().unwrap();
    let update = target.update(site).unwrap().unwrap();
    shows(&update.write("CNAME", b"of the site").unwrap_err(), &["`CNAME`", "did not write"]);
    shows(&update.write("CNAME/x", b"of the site").unwrap_err(), &["`CNAME`", "did not write"]);
    shows(&update.write(".git", b"of the site").unwrap_err(), &["`.git/`", "did not write"]);
    shows(&update.write("link/x", b"of the site").unwrap_err(), &["`link`", "did not write"]);
    drop(update);
    assert_holds(&ground, &PAGES);
    let update = target.update(site).unwrap().unwrap();
    for (address, text) in NEWER {
        update.write(address, text.as_bytes()).unwrap();
    }
    update.finish(&["a/index.html"], &Gate::default()).unwrap();
    assert_holds(&ground, &NEWER);
    let forced = ground.target_at("out/site", Overwrite::AnyFolder).unwrap().update(site).unwrap().unwrap();
    shows(&forced.write(".git", b"of the site").unwrap_err(), &["`.git/`", "move it away"]);
    drop(forced);
    let forced = ground.target_at("out/site", Overwrite::AnyFolder).unwrap().update(site).unwrap().unwrap();
    forced.write("CNAME", b"cx.example/2").unwrap();
    forced.finish(&[], &Gate::default()).unwrap();
    assert_eq!(fs::read_to_string(ground.site().join("CNAME")).unwrap(), "cx.example/2");
    assert_eq!(ground.build(&NEWER).kept, [".git/", "a/", "link"]);
    ground.put("out/site/CNAME", "cx.example");
    // The marker knows of the page that came and of that which went.
    assert_eq!(ground.build(&PAGES).removed, 1);
    assert_holds(&ground, &PAGES);
}

#[test]
fn what_cannot_come_back_is_not_removed() {
    let ground = published();
    let staged = ground.path("out/.site.cxbook-new");
    fs::rename(ground.site(), &staged).unwrap();
    let fresh = Ground::new();
    fresh.build(&NEWER);
    fs::rename(fresh.site(), ground.site()).unwrap();
    ground.put("out/site/CNAME", "another");
    let refused = ground.target().stage().unwrap_err();
    shows(&refused, &["CNAME", "move what is yours", ".site.cxbook-new"]);
    assert_eq!(fs::read_to_string(staged.join("CNAME")).unwrap(), "cx.example");
    fs::remove_file(staged.join("CNAME")).unwrap();
    ground.build(&PAGES);
    assert_eq!(fs::read_to_string(ground.site().join("CNAME")).unwrap(), "another");
    assert_eq!(fs::read_to_string(ground.site().join(".git/HEAD")).unwrap(), "ref");
}
