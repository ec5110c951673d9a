//! The example program: it builds without a warning, all its links lead somewhere, and its pages are as they were.

use std::path::Path;

use crate::project::{Project, files, run, text_of};

fn build() -> Project {
    let project = Project::new();
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("example-site");
    let site = project.site();
    let arguments = ["build", example.to_str().unwrap(), "--strict", "--output", site.to_str().unwrap()];
    let built = run(&mut project.command(&arguments));
    assert_eq!(built.code, 0, "{}", built.stderr);
    assert_eq!(built.stderr, "");
    project
}

#[test]
fn it_reads_as_it_did() {
    let project = build();
    let pages = [
        "index.html",
        "accounts/index.html",
        "accounts/alpenquer-bahn/index.html",
        "segments/index.html",
        "segments/tier/index.html",
        "segments/tier/strategic/index.html",
        "waves/index.html",
        "waves/relationship/2026-h1/index.html",
        "methodology/index.html",
        "404.html",
    ];
    for page in pages {
        let name = page.trim_end_matches("/index.html").replace('/', "-");
        let text = text_of(&project.page(page)).replace(". ", ".\n");
        insta::assert_snapshot!(name, text);
    }
    let figures = project.page("data/metrics.csv");
    let of_program: Vec<&str> = figures.lines().filter(|row| row.contains(",program,")).collect();
    insta::assert_snapshot!("metrics.csv", of_program.join("\n"));
}

#[test]
fn every_link_leads_to_a_file_of_the_site() {
    let project = build();
    for (file, bytes) in files(&project.site()).into_iter().filter(|(file, _)| file.ends_with(".html")) {
        let html = String::from_utf8(bytes).unwrap();
        let folder = project.site().join(&file).parent().unwrap().to_owned();
        for address in addresses(&html) {
            let path = address.split('#').next().unwrap();
            if path.is_empty() || address.starts_with("https://") || address.starts_with("mailto:") {
                continue;
            }
            assert!(!path.starts_with('/'), "{address} in {file} is not relative");
            let target = folder.join(path);
            assert!(target.is_file(), "{address} in {file} leads nowhere");
        }
    }
}

fn addresses(html: &str) -> Vec<String> {
    let of = |name: &str| {
        html.split(name).skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect::<Vec<_>>()
    };
    [of(" href=\""), of(" src=\"")].concat()
}

#[test]
fn ids_are_unique_and_headings_in_order() {
    let project = build();
    for (file, bytes) in files(&project.site()).into_iter().filter(|(file, _)| file.ends_with(".html")) {
        let html = String::from_utf8(bytes).unwrap();
        let mut ids: Vec<&str> = html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all, "an id twice in {file}");
        let levels: Vec<u32> = html.split("<h").skip(1).filter_map(|rest| rest.chars().next()?.to_digit(10)).collect();
        assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1, "one h1 in {file}");
        assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "a heading is skipped in {file}: {levels:?}");
    }
}

#[test]
fn pages_and_files_stay_light() {
    let project = build();
    let scripts = ["assets/words.js", "assets/page.js", "assets/charts.js"].map(|script| project.page(script).len());
    assert!(scripts.iter().sum::<usize>() <= 20 * 1024, "the scripts have {scripts:?} bytes");
    for (file, bytes) in files(&project.site()) {
        let html = String::from_utf8_lossy(&bytes);
        // An account has all its tickets, so that their section grows with them.
        let support = html.split_once("<section aria-labelledby=\"tickets\">").map_or("", |(_, rest)| rest);
        let support = support.split("</section>").next().unwrap_or_default();
        let rows = support.matches("<tr>").count();
        assert!(support.len() <= 3 * 1024 + rows * 400, "{file} has {} bytes of {rows} tickets", support.len());
        let most = match file.as_str() {
            "assets/style.css" => 30 * 1024,
            page if page.starts_with("accounts/") && page != "accounts/index.html" => 40 * 1024,
            _ => continue,
        };
        let own = bytes.len() - support.len();
        assert!(own <= most, "{file} has {own} bytes");
    }
}
