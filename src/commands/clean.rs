//! `clean`: removes a site, if cxbook made it.

use std::process::ExitCode;

use super::MISTAKES;
use super::build::tell;
use crate::cli::{CleanArgs, GlobalArgs};
use crate::output::{Cleared, Overwrite, target};

/// Removes the site of a program.
pub(super) fn clean(args: &CleanArgs, global: GlobalArgs) -> ExitCode {
    let output = args.output.clone().unwrap_or_else(|| args.dir.join("site"));
    let cleared = target(&args.dir, &output, Overwrite::OwnSiteOnly).and_then(|target| target.clear());
    match cleared {
        Ok(cleared) => {
            let what = if cleared == Cleared::Removed { "removed" } else { "there is no site at" };
            if !global.quiet {
                println!("{what} `{}`", output.display());
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
