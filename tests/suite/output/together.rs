//! Many threads in one build, and several builds at once.

use std::fs::{self, File, TryLockError};
use std::sync::Barrier;
use std::thread;

use super::{Files, Ground, contents, files, publish, shows, with_folders};

#[test]
fn many_threads_write_one_site() {
    let ground = Ground::new();
    let all: Files = (0..800).map(|n| (format!("d{}/e{}/f{n}", n % 3, n % 7), format!("{n}").into_bytes())).collect();
    let list: Vec<_> = all.iter().collect();
    for round in 0..2 {
        let staging = ground.stage();
        let start = Barrier::new(8);
        thread::scope(|scope| {
            for part in list.chunks(100) {
                let (staging, start) = (&staging, &start);
                scope.spawn(move || {
                    start.wait();
                    for (address, bytes) in part {
                        staging.write(address, bytes).unwrap();
                    }
                });
            }
        });
        let written = staging.publish().unwrap();
        assert_eq!((written.changed, written.unchanged), if round == 0 { (800, 0) } else { (0, 800) });
        assert_eq!(contents(&ground.site()), with_folders(&all));
    }
}

#[test]
fn of_two_threads_with_one_address_one_is_refused() {
    for round in 0..20 {
        let ground = Ground::new();
        let staging = ground.stage();
        let start = Barrier::new(2);
        let write = |text: &str| {
            start.wait();
            staging.write(&format!("a/{round}"), text.as_bytes()).is_ok()
        };
        let (one, other) = thread::scope(|scope| {
            let one = scope.spawn(|| write("one"));
            let other = scope.spawn(|| write("other"));
            (one.join().unwrap(), other.join().unwrap())
        });
        assert!(one != other);
        shows(&staging.publish().unwrap_err(), &["not replaced"]);
    }
}

#[test]
fn the_parent_folder_is_locked_while_a_site_is_staged() {
    let ground = Ground::new();
    let staging = ground.stage();
    let parent = File::open(ground.path("out")).unwrap();
    assert!(matches!(parent.try_lock(), Err(TryLockError::WouldBlock)));
    staging.write("index.html", b"a").unwrap();
    assert!(matches!(parent.try_lock(), Err(TryLockError::WouldBlock)));
    staging.publish().unwrap();
    parent.try_lock().unwrap();
    parent.unlock().unwrap();
    drop(ground.stage());
    parent.try_lock().unwrap();
    assert_eq!(ground.beside(), ["site"]);
}

#[test]
fn builds_at_once_into_one_folder_wait_for_each_other() {
    let ground = Ground::new();
    let target = ground.target();
    let version = |name: &str| -> Files { (0..30).map(|n| (format!("{name}/{n}"), name.into())).collect() };
    let start = Barrier::new(4);
    thread::scope(|scope| {
        for name in ["a", "b", "c", "d"] {
            let (target, start) = (&target, &start);
            scope.spawn(move || {
                start.wait();
                for _ in 0..5 {
                    assert_eq!(publish(target, &version(name)).unwrap().files, 30);
                }
            });
        }
    });
    let found = contents(&ground.site());
    assert!(["a", "b", "c", "d"].iter().any(|name| found == with_folders(&version(name))), "{:?}", found.keys());
    assert_eq!(ground.beside(), ["site"]);
}

#[test]
fn builds_at_once_survive_each_others_failures_in_new_folders() {
    let ground = Ground::new();
    let target = ground.target_at("out/deep/er/site", super::Overwrite::OwnSiteOnly).unwrap();
    let start = Barrier::new(4);
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                start.wait();
                for _ in 0..20 {
                    // Takes the folders away again that it has created.
                    drop(target.stage().unwrap());
                }
            });
        }
    });
    // Which of them takes away a folder that two have made in turns is left open; there is nothing in it.
    assert!(contents(&ground.path("out")).keys().all(|name| "deep/er/".starts_with(name)));
}

#[test]
fn a_staging_folder_taken_away_is_not_published_and_not_made_anew() {
    let ground = Ground::new();
    ground.build(&[("index.html", "old")]);
    let staged = ground.path("out/.site.cxbook-new");

    let staging = ground.stage();
    fs::remove_dir_all(&staged).unwrap();
    staging.write("a/b", b"x").unwrap_err();
    assert!(!staged.exists());
    drop(staging);

    let staging = ground.stage();
    staging.write("a", b"x").unwrap();
    // The folder that is there by now has to be another one even where the system gives inodes out again.
    fs::rename(&staged, ground.path("out/taken")).unwrap();
    ground.put("out/.site.cxbook-new/of-another-build", "x");
    shows(&staging.publish().unwrap_err(), &["taken away"]);
    assert!(staged.join("of-another-build").exists());
    assert_eq!(contents(&ground.site()), files(&[("index.html", "old")]));
}
