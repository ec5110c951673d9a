//! Finds `ECharts` in the charming package, so that the script matches the crate that writes its options and no copy of
//! it lies in this repository; and rebuilds the crate when a file of the built-in theme is added.

use std::env;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=themes");
    println!("cargo::rerun-if-changed=src/commands/scaffold");
    println!("cargo::rerun-if-changed=src/diagnostic/explanations");
    println!("cargo::rerun-if-changed=Cargo.lock");
    let script = echarts(&charming()?)?;
    fs::copy(script, Path::new(&env::var("OUT_DIR")?).join("echarts.min.js"))?;
    Ok(())
}

/// The folder of the charming package. Only what is already fetched for this target is asked for, so that it works
/// without a network and on a fresh machine.
fn charming() -> Result<PathBuf, Box<dyn Error>> {
    let output = Command::new(env::var("CARGO")?)
        .args(["metadata", "--format-version", "1", "--offline", "--locked", "--filter-platform", &env::var("TARGET")?])
        .current_dir(env::var("CARGO_MANIFEST_DIR")?)
        .output()?;
    if !output.status.success() {
        return Err(format!("cargo metadata failed: {}", String::from_utf8_lossy(&output.stderr)).into());
    }
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout)?;
    let packages = metadata["packages"].as_array().ok_or("cargo metadata names no packages")?;
    let charming = packages.iter().find(|package| package["name"] == "charming").ok_or("charming is no dependency")?;
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
