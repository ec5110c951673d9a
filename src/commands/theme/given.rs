//! `theme data`: what the template of a page is given, and what each field of it is.

use std::process::ExitCode;
use std::sync::Arc;

use super::fields::fields;
use crate::cli::{Format, GlobalArgs, ThemeDataArgs};
use crate::commands::build::{tell, today};
use crate::commands::report::printable;
use crate::commands::{MISTAKES, USAGE, printed};
use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::output::Overwrite;
use crate::render::PageContent;
use crate::{Options, look};

/// Prints what is asked for.
pub(super) fn given(args: &ThemeDataArgs, global: GlobalArgs) -> ExitCode {
    let options = match options(args) {
        Ok(options) => options,
        Err(message) => {
            eprintln!("error: {message}");
            return ExitCode::from(USAGE);
        }
    };
    let mut diagnostics = Diagnostics::default();
    let seen = look(&options, &args.page, &mut diagnostics);
    // What goes to the standard output beside the values would be no part of them.
    let format = if seen.is_some() { Format::Human } else { global.format };
    let told = diagnostics.told();
    let mistakes: Vec<&Diagnostic> =
        told.list.iter().filter(|diagnostic| diagnostic.severity() == Severity::Error).collect();
    tell(&mistakes, &args.dir, format);
    match seen {
        Some(Ok(content)) => printed(text(&content, args.fields).as_bytes()),
        Some(Err(missing)) => {
            eprintln!("error: the site has no page `{}`", printable(&args.page));
            eprintln!("help: {}", printable(&missing.help));
            ExitCode::from(USAGE)
        }
        None => ExitCode::from(MISTAKES),
    }
}

/// The options of a build that would make the page.
fn options(args: &ThemeDataArgs) -> Result<Options, String> {
    Ok(Options {
        source: args.dir.clone(),
        output: args.dir.join("site"),
        overwrite: Overwrite::OwnSiteOnly,
        strict: false,
        today: today(args.today)?,
        base_url: args.base_url.clone(),
        progress: Arc::default(),
    })
}

fn text(content: &PageContent, of_fields: bool) -> String {
    if of_fields {
        return fields(content.schema().as_value());
    }
    // Texts, numbers, lists and records: nothing of it is beyond JSON.
    serde_json::to_string_pretty(&content.values()).unwrap_or_default() + "\n"
}
