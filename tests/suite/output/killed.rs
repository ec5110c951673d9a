//! Builds that are killed: the test runs itself as a child process that builds, and ends it at many moments.

use std::env;
use std::io::Read;
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::thread;

use cxbook::output::{Gate, SiteTarget};

use super::{Files, Ground, contents, publish, with_folders};

/// Set for a child: the folder of the test it works in. Unset, [`child`] is a test with nothing to do.
const GROUND: &str = "CXBOOK_TEST_CHILD_IN";
/// Set for a child: how far it goes.
const ROLE: &str = "CXBOOK_TEST_CHILD_ROLE";

/// So often a child is killed, at most, to meet a moment that lasts for less than a thousandth of a second.
const MOST_KILLS: u32 = 200;

/// A few hundred files; a third is the same in both versions, a third has other bytes, a third has other addresses.
fn version(name: &str) -> Files {
    let file = |n: usize| match n % 3 {
        0 => (format!("same/{n}.html"), format!("page {n}").into_bytes()),
        1 => (format!("page/{}/{n}.html", n % 10), format!("page {n} of {name}").into_bytes()),
        _ => (format!("{name}/{}/{n}.html", n % 10), format!("page {n}").into_bytes()),
    };
    (0..300).map(file).collect()
}

/// The part of the child process.
#[test]
fn child() {
    let (Some(folder), Ok(role)) = (env::var_os(GROUND), env::var(ROLE)) else { return };
    let folder = Path::new(&folder);
    let place = || {
        let overwrite = cxbook::output::Overwrite::OwnSiteOnly;
        cxbook::output::target(&folder.join("source"), &folder.join("out/site"), overwrite).unwrap()
    };
    match role.as_str() {
        "build for ever" => {
            let orphaned = AtomicBool::new(false);
            thread::scope(|scope| {
                scope.spawn(|| until_the_parent_ends(&orphaned));
                while !orphaned.load(Relaxed) {
                    publish(&place(), &version("b")).unwrap();
                    publish(&place(), &version("a")).unwrap();
                }
            });
        }
        "change for ever" => {
            let orphaned = AtomicBool::new(false);
            thread::scope(|scope| {
                scope.spawn(|| until_the_parent_ends(&orphaned));
                while !orphaned.load(Relaxed) {
                    change(&place(), "a", "b");
                    change(&place(), "b", "a");
                }
            });
        }
        "stop half-way" => {
            let staging = place().stage().unwrap();
            version("b").iter().take(150).for_each(|(address, bytes)| staging.write(address, bytes).unwrap());
            until_the_parent_ends(&AtomicBool::new(false));
        }
        _ => drop(publish(&place(), &version("a")).unwrap()),
    }
}

/// Changes a site of one version into another where it stands.
fn change(target: &SiteTarget, from: &str, to: &str) {
    let (from, to) = (version(from), version(to));
    let update = target.update(target.identity().unwrap()).unwrap().unwrap();
    for (address, bytes) in &to {
        update.write(address, bytes).unwrap();
    }
    let vanished: Vec<&str> = from.keys().filter(|address| !to.contains_key(*address)).map(String::as_str).collect();
    update.finish(&vanished, &Gate::default()).unwrap();
}

/// A child's standard input ends when its parent does, so that none is left over after a test that failed.
fn until_the_parent_ends(ended: &AtomicBool) {
    let _ = std::io::stdin().read_to_end(&mut Vec::new());
    ended.store(true, Relaxed);
}

/// A running child, killed at the latest when the test ends.
struct Builder(Child);

impl Builder {
    fn start(ground: &Ground, role: &str) -> Self {
        let child = command(ground, role).stdin(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap();
        Self(child)
    }

    fn kill(&mut self) {
        assert_eq!(self.0.try_wait().unwrap(), None, "the child has ended by itself");
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }
}

impl Drop for Builder {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn command(ground: &Ground, role: &str) -> Command {
    let mut command = Command::new(env::current_exe().unwrap());
    command.args(["--exact", "output::killed::child", "--nocapture"]).env(GROUND, ground.path("")).env(ROLE, role);
    command
}

/// Waits until the folder at the site's path is another one, and says for how many looks that took. There must be
/// a folder at every look.
fn looks_until_swapped(ground: &Ground, builder: &mut Builder) -> u64 {
    let site = ground.site();
    let inode = || site.symlink_metadata().expect("there is always a site").ino();
    let (first, mut looks) = (inode(), 0);
    while inode() == first {
        looks += 1;
        if looks % 4096 == 0 {
            assert_eq!(builder.0.try_wait().unwrap(), None, "the child has ended by itself");
        }
    }
    looks
}

fn assert_whole(ground: &Ground) {
    let found = contents(&ground.site());
    assert!(ground.site().join(".cxbook").is_file());
    let whole = ["a", "b"].iter().any(|name| found == with_folders(&version(name)));
    assert!(whole, "a mixture: {:?}", found.keys().collect::<Vec<_>>());
}

#[test]
fn whoever_kills_a_build_finds_the_old_site_or_the_new_one() {
    const KILLS: u64 = 32;
    let ground = Ground::new();
    publish(&ground.target(), &version("a")).unwrap();
    let (mut left_over, mut one_build) = (0, 0);
    for kill in 0..KILLS {
        let mut builder = Builder::start(&ground, "build for ever");
        looks_until_swapped(&ground, &mut builder);
        if kill == 0 {
            one_build = looks_until_swapped(&ground, &mut builder);
        }
        for _ in 0..one_build * kill / KILLS {
            assert!(ground.site().symlink_metadata().unwrap().is_dir());
        }
        builder.kill();
        assert_whole(&ground);
        left_over += usize::from(ground.beside() != ["site"]);
        // Every other time it is the next child that clears up.
        if kill % 2 == 0 {
            publish(&ground.target(), &version("b")).unwrap();
            assert_eq!(ground.beside(), ["site"]);
            assert_eq!(contents(&ground.site()), with_folders(&version("b")));
        }
    }
    assert!(left_over > 0, "no kill has met a build");
}

/// What cxbook did not write is put among the pages, and looked for there.
fn with_others(ground: &Ground, site: &Files) -> Files {
    let others = [(".git/HEAD", "ref"), ("CNAME", "cx.example"), ("page/3/mine.txt", "mine")];
    let mut all = site.clone();
    for (address, text) in others {
        if !ground.site().join(address).exists() && !ground.path("out/.site.cxbook-new").exists() {
            ground.put(&format!("out/site/{address}"), text);
        }
        all.insert(address.to_owned(), text.into());
    }
    with_folders(&all)
}

#[test]
fn whoever_kills_a_build_loses_nothing_of_their_own() {
    let ground = Ground::new();
    publish(&ground.target(), &version("a")).unwrap();
    let expected = ["a", "b"].map(|name| with_others(&ground, &version(name)));
    let mut apart = 0;
    for kill in 0..MOST_KILLS {
        if apart == 3 {
            break;
        }
        let mut builder = Builder::start(&ground, "build for ever");
        looks_until_swapped(&ground, &mut builder);
        for _ in 0..kill * 20 {
            std::hint::spin_loop();
        }
        builder.kill();
        apart += usize::from(!ground.site().join("page/3/mine.txt").exists());
        ground.target().settle().unwrap();
        let found = contents(&ground.site());
        assert!(expected.contains(&found), "something is missing of {:?}", found.keys().collect::<Vec<_>>());
        assert_eq!(ground.beside(), ["site"]);
    }
    assert!(apart > 0, "no kill came between the swap and what follows it");
}

#[test]
fn what_a_killed_process_had_begun_to_move_is_finished_by_the_next() {
    let ground = Ground::new();
    publish(&ground.target(), &version("a")).unwrap();
    let expected = ["a", "b"].map(|name| with_others(&ground, &version(name)));
    let (moves, mut mixtures) = (ground.path("out/.site.cxbook-new/.cxbook"), 0);
    for kill in 0..MOST_KILLS {
        if mixtures == 5 {
            break;
        }
        // It begins with a site of the first version.
        publish(&ground.target(), &version("a")).unwrap();
        let mut builder = Builder::start(&ground, "change for ever");
        while !moves.exists() {
            assert_eq!(builder.0.try_wait().unwrap(), None, "the child has ended by itself");
        }
        for _ in 0..kill * 1000 {
            std::hint::spin_loop();
        }
        builder.kill();
        mixtures += usize::from(!expected.contains(&contents(&ground.site())));
        ground.target().settle().unwrap();
        let found = contents(&ground.site());
        assert!(expected.contains(&found), "a mixture: {:?}", found.keys().collect::<Vec<_>>());
        assert_eq!(ground.beside(), ["site"]);
        // Nothing of its own has become somebody else's.
        assert_eq!(publish(&ground.target(), &version("b")).unwrap().kept, [".git/", "CNAME", "page/3/mine.txt"]);
    }
    assert!(mixtures > 0, "no kill came while files were moved");
}

#[test]
fn what_a_killed_build_has_staged_is_removed_by_the_next() {
    let ground = Ground::new();
    publish(&ground.target(), &version("a")).unwrap();
    let before = ground.site().metadata().unwrap().ino();
    let mut builder = Builder::start(&ground, "stop half-way");
    let last = version("b").into_keys().nth(149).unwrap();
    let staged = ground.path("out/.site.cxbook-new");
    while !staged.join(&last).exists() {
        assert_eq!(builder.0.try_wait().unwrap(), None, "the child has ended by itself");
    }
    builder.kill();
    assert_eq!(ground.beside(), [".site.cxbook-new", "site"]);
    assert_eq!(contents(&ground.site()), with_folders(&version("a")));
    assert_eq!(ground.site().metadata().unwrap().ino(), before);
    publish(&ground.target(), &version("b")).unwrap();
    assert_eq!(ground.beside(), ["site"]);
    assert_eq!(contents(&ground.site()), with_folders(&version("b")));
}

#[test]
fn two_processes_build_into_one_folder() {
    let ground = Ground::new();
    publish(&ground.target(), &version("a")).unwrap();
    let mut builder = Builder::start(&ground, "build for ever");
    looks_until_swapped(&ground, &mut builder);
    for name in ["a", "b", "a", "b"] {
        let written = publish(&ground.target(), &version(name)).unwrap();
        assert_eq!(written.files, 300);
    }
    looks_until_swapped(&ground, &mut builder);
    builder.kill();
    assert_whole(&ground);
}

#[test]
fn files_have_the_permissions_the_umask_leaves() {
    for (umask, mode) in [("027", 0o640), ("077", 0o600), ("002", 0o664)] {
        let ground = Ground::new();
        let inner = command(&ground, "build once");
        let mut outer = Command::new("sh");
        outer
            .args(["-c", &format!("umask {umask}; exec \"$0\" \"$@\"")])
            .arg(inner.get_program())
            .args(inner.get_args());
        outer.envs(inner.get_envs().filter_map(|(name, value)| Some((name, value?)))).stdout(Stdio::null());
        assert!(outer.status().unwrap().success());
        for name in [".cxbook", "same/0.html"] {
            assert_eq!(ground.site().join(name).metadata().unwrap().mode() & 0o777, mode, "{name} at {umask}");
        }
        assert_eq!(ground.site().join("same").metadata().unwrap().mode() & 0o666, mode);
    }
}
