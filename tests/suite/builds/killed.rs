//! A build that is killed at any moment leaves the old site or the new one.

use std::process::Stdio;
use std::time::Instant;

use crate::project::{Project, files};

fn program(title: &str) -> Project {
    let mut accounts = String::from("accounts:\n");
    let mut rows = String::new();
    for number in 0..150 {
        accounts.push_str(&format!("  - {{id: a{number}, name: \"{title} {number}\"}}\n"));
        rows.push_str(&format!("  - {{id: r{number}, account: a{number}, answers: {{recommend: {}}}}}\n", number % 11));
    }
    Project::with_config("")
        .file("data/accounts.yaml", &accounts)
        .file("data/surveys/s.yaml", &format!("survey: s\nwave: w\nresponses:\n{rows}"))
}

#[test]
fn killed_at_any_moment_the_site_is_whole() {
    let (old, new) = (program("Old"), program("New"));
    old.build();
    let started = Instant::now();
    new.build();
    let whole = started.elapsed();
    let (before, after) = (old.files(), new.files());
    let accounts = std::fs::read_to_string(new.root().join("data/accounts.yaml")).unwrap();
    old.write("data/accounts.yaml", &accounts);
    // Moments spread over a build and beyond its end; whichever they hit, the site has to be one of the two.
    let mut seen = [0, 0];
    for moment in 1..=24_u32 {
        let mut child = old.command(&["build", "."]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let deadline = Instant::now() + whole.mul_f64(f64::from(moment) / 16.0);
        while Instant::now() < deadline && child.try_wait().unwrap().is_none() {
            std::thread::yield_now();
        }
        let _ = child.kill();
        child.wait().unwrap();
        let now = files(&old.site());
        assert!(now == before || now == after, "a mixture at moment {moment}");
        seen[usize::from(now == after)] += 1;
    }
    assert!(seen[0] > 0, "no kill came before the swap, so none of them tried it");
    old.build();
    assert!(old.files() == after);
    let left: Vec<String> = std::fs::read_dir(old.root())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|name| name.starts_with('.'))
        .collect();
    assert_eq!(left, Vec::<String>::new(), "the next build clears up");
}
