//! What is not told one by one: mistakes that may follow from others, and warnings that a program accepts.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use super::{Code, Diagnostic, Place, Severity};

/// What is held back, and what is accepted; nothing where nobody says so.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rules {
    held: BTreeSet<Code>,
    causes: BTreeSet<Arc<Path>>,
    accepted: Vec<Acceptance>,
}

/// A warning that a program knows of and accepts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acceptance {
    /// Its code.
    pub code: Code,
    /// A name in backticks in its message, or its file; all of the code where absent.
    pub about: Option<String>,
    /// Where the program says so.
    pub place: Place,
    /// How it is put to use.
    used: bool,
}

impl Acceptance {
    /// What is accepted, before any of it is found.
    #[must_use]
    pub fn new(code: Code, about: Option<String>, place: Place) -> Self {
        Self { code, about, place, used: false }
    }

    fn is_of(&self, diagnostic: &Diagnostic) -> bool {
        let about = |about: &String| {
            let file = diagnostic.place.as_ref().map(|place| place.file.to_string_lossy());
            file.is_some_and(|file| file == *about) || diagnostic.names().any(|name| name == about)
        };
        self.code == diagnostic.code && self.about.as_ref().is_none_or(about)
    }

    /// The warning that nothing is left of what was accepted.
    fn warning(&self) -> Diagnostic {
        let of = self.about.as_ref().map(|about| format!(" about `{about}`")).unwrap_or_default();
        let message = format!("no {}{of} is there to be accepted", self.code.as_str());
        Diagnostic::new(Code::UnusedAcceptance, message)
            .at(self.place.clone())
            .help("remove the entry, or mend `about`")
    }
}

impl Rules {
    /// Holds back mistakes and warnings of these codes, because they may follow from what is wrong in these files.
    #[must_use]
    pub fn holding(mut self, codes: BTreeSet<Code>, causes: BTreeSet<Arc<Path>>) -> Self {
        (self.held, self.causes) = (codes, causes);
        self
    }

    /// Accepts these warnings.
    #[must_use]
    pub fn accepting(mut self, accepted: Vec<Acceptance>) -> Self {
        self.accepted = accepted;
        self
    }

    /// Whether all of a code is held back.
    pub(super) fn holds(&self, code: Code) -> bool {
        self.held.contains(&code)
    }

    /// Whether others are held back because of this one.
    pub(super) fn is_cause(&self, diagnostic: &Diagnostic) -> bool {
        let file = diagnostic.place.as_ref().map(|place| &place.file);
        diagnostic.severity() == Severity::Error && file.is_some_and(|file| self.causes.contains(file))
    }

    /// Whether a warning is accepted, which is noted.
    pub(super) fn accepts(&mut self, diagnostic: &Diagnostic) -> bool {
        let mut of_it = self.accepted.iter_mut().filter(|accepted| accepted.is_of(diagnostic)).peekable();
        let is_accepted = of_it.peek().is_some();
        of_it.for_each(|accepted| accepted.used = true);
        is_accepted
    }

    /// Whether all of a code is accepted.
    pub(super) fn accepts_all(&self, code: Code) -> bool {
        self.accepted.iter().any(|accepted| accepted.code == code && accepted.about.is_none())
    }

    /// Warnings of what is accepted and was never found.
    pub(super) fn unused(&self) -> Vec<Diagnostic> {
        self.accepted.iter().filter(|accepted| !accepted.used).map(Acceptance::warning).collect()
    }
}
