//! `accept` of `cxbook.yaml`: warnings that a program knows of, so that they do not stop a strict build.

use super::config::Accepted;
use super::decode::{Reading, shortened};
use crate::diagnostic::{Acceptance, Code, Place, Severity, suggest};

/// What is accepted; entries that cannot be are mistakes.
pub(super) fn accepted(written: &[Accepted], reading: &mut Reading) -> Vec<Acceptance> {
    written.iter().filter_map(|entry| one(entry, reading)).collect()
}

fn one(entry: &Accepted, reading: &mut Reading) -> Option<Acceptance> {
    let (name, at) = (&entry.code.value, entry.code.at);
    if entry.because.value.trim().is_empty() {
        let help = "write who decided it and why, for those who read it in a year";
        reading.error(Code::MissingKey, entry.because.at, "`because` is empty", Some(help.to_owned()));
        return None;
    }
    match Code::named(name) {
        Some(code) if is_acceptable(code) => {
            let about = entry.about.as_ref().map(|about| about.trim().to_owned());
            Some(Acceptance::new(code, about, Place::new(&reading.file, at)))
        }
        Some(code) => {
            let message = format!("{} (\u{201c}{}\u{201d}) cannot be accepted", code.as_str(), code.title());
            let help = "only warnings can, whose codes begin with W; mend the mistake, or remove the entry";
            reading.error(Code::NotAcceptable, at, message, Some(help.to_owned()));
            None
        }
        None => {
            let codes = Code::ALL.iter().filter(|code| is_acceptable(**code)).map(|code| code.as_str());
            let help = suggest(&name.to_uppercase(), codes);
            reading.error(Code::NotAcceptable, at, format!("there is no code `{}`", shortened(name)), help);
            None
        }
    }
}

/// Whether a code is that of a warning, and not of the one about entries that nothing is accepted by.
fn is_acceptable(code: Code) -> bool {
    code.severity() == Severity::Warning && code != Code::UnusedAcceptance
}
