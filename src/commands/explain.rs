//! `explain`: what a code means, with an example and the cure; or what a key of a file means.

use std::process::ExitCode;

use super::{USAGE, fields, printed};
use crate::cli::ExplainArgs;
use crate::diagnostic::{Code, suggest};

/// Prints the explanation of a code or the documentation of a key, or the list of all codes.
pub(super) fn explain(args: &ExplainArgs) -> ExitCode {
    let Some(what) = &args.what else {
        let line = |code: &Code| format!("{}  {}\n", code.as_str(), code.title());
        return printed(Code::ALL.iter().map(line).collect::<String>().as_bytes());
    };
    match explanation(what) {
        Ok(text) => printed(text.as_bytes()),
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::from(USAGE)
        }
    }
}

fn explanation(what: &str) -> Result<String, String> {
    if let Some(code) = Code::named(what) {
        return Ok(code.explanation().to_owned());
    }
    let is_code = what.starts_with(['E', 'e', 'W', 'w']) && what.chars().skip(1).all(|c| c.is_ascii_digit());
    if is_code {
        let codes = Code::ALL.iter().map(|code| code.as_str());
        let help = suggest(&what.to_uppercase(), codes).unwrap_or_default();
        return Err(format!("there is no code `{what}`\nhelp: {help}"));
    }
    fields::documentation(what)
}
