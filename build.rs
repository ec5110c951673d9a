//! Finds `ECharts` in the charming package, so that the script matches the crate that writes its options and no copy of
//! it lies in this repository; and rebuilds the crate when a file of the built-in theme is added.

use std::env;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A package that needs nothing, to which the one that is looked for is added.
const ASKING: &str = r#"[package]
name = "asking-for-charming"
version = "0.0.0"
edition = "2024"

[lib]
path = "lib.rs"

[workspace]

[dependencies]
"#;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=themes");
    println!("cargo::rerun-if-changed=src/commands/scaffold");
    println!("cargo::rerun-if-changed=src/diagnostic/explanations");
    println!("cargo::rerun-if-changed=Cargo.toml");
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let script = echarts(&charming(&out.join("charming"))?)?;
    fs::copy(script, out.join("echarts.min.js"))?;
    Ok(())
}

/// The folder of the charming package, wherever cargo has it: in its registry, in a mirror, vendored.
///
/// Cargo tells the folders of packages for a whole project only, and then wants all of them: those of tests and of
/// other systems as well, which nobody has fetched who builds this for the first time. So it is asked about a project
/// of its own that needs charming alone, in the one version that is named here; without the network it takes what is
/// fetched already, which is what this crate is compiled from. It starts where this crate is, because there lies what
/// says where packages are.
fn charming(folder: &Path) -> Result<PathBuf, Box<dyn Error>> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let manifest = fs::read_to_string(root.join("Cargo.toml"))?;
    let needed = manifest.lines().find(|line| line.starts_with("charming = ")).ok_or("charming is no dependency")?;
    fs::create_dir_all(folder)?;
    fs::write(folder.join("Cargo.toml"), format!("{ASKING}{needed}\n"))?;
    fs::write(folder.join("lib.rs"), "")?;
    // What was found before may be of packages that are not there any more.
    let _ = fs::remove_file(folder.join("Cargo.lock"));
    let output = Command::new(env::var("CARGO")?)
        .args(["metadata", "--format-version", "1", "--offline", "--filter-platform", &env::var("TARGET")?])
        .arg("--manifest-path")
        .arg(folder.join("Cargo.toml"))
        .current_dir(root)
        .output()?;
    if !output.status.success() {
        return Err(format!("cargo metadata failed: {}", String::from_utf8_lossy(&output.stderr)).into());
    }
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout)?;
    let packages = metadata["packages"].as_array().ok_or("cargo metadata names no packages")?;
    let charming = packages.iter().find(|package| package["name"] == "charming").ok_or("charming is not there")?;
    let manifest = charming["manifest_path"].as_str().ok_or("charming has no manifest")?;
    Ok(Path::new(manifest).parent().ok_or("charming has no folder")?.to_owned())
}

/// The one script of `ECharts` in the package.
fn echarts(package: &Path) -> Result<PathBuf, Box<dyn Error>> {
    let mut scripts: Vec<PathBuf> = Vec::new();
    for entry in fs::read_dir(package.join("src/asset"))? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.starts_with("echarts-") && name.ends_with(".min.js") {
            scripts.push(path);
        }
    }
    scripts.sort();
    scripts.pop().ok_or_else(|| "the charming package has no `ECharts` script".into())
}
