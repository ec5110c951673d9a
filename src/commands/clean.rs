//! `clean`: removes a site, if cxbook made it.

use std::process::ExitCode;

use super::MISTAKES;
use super::build::{names, tell};
use crate::cli::{CleanArgs, GlobalArgs};
use crate::output::{Cleared, Overwrite, target};

/// Removes the site of a program.
pub(super) fn clean(args: &CleanArgs, global: GlobalArgs) -> ExitCode {
    let output = args.output.clone().unwrap_or_else(|| args.dir.join("site"));
    let cleared = target(&args.dir, &output, Overwrite::OwnSiteOnly).and_then(|target| target.clear());
    match cleared {
        Ok(cleared) => {
            if !global.quiet {
                println!("{}", told(&cleared, &super::report::printable(&output.to_string_lossy())));
            }
            ExitCode::SUCCESS
        }
        Err(error) => {
            let error = error.help("it was left as it is; if it is to go, remove it by hand");
            tell(&[&error], &args.dir, global.format);
            ExitCode::from(MISTAKES)
        }
    }
}

fn told(cleared: &Cleared, output: &str) -> String {
    match cleared {
        Cleared::Removed => format!("removed `{output}`"),
        Cleared::Nothing => format!("there is no site at `{output}`"),
        Cleared::Kept(files) => {
            let files = names(files).unwrap_or_default();
            format!("removed the site in `{output}`; kept what cxbook did not write: {files}")
        }
    }
}
