//! Everything that was found wrong: of each kind the first ones by place are kept, and the others counted, so that no
//! number of mistakes takes more memory than there is.
//!
//! Which ones are kept follows from their places alone, not from the order in which they were found.

use std::collections::BTreeMap;

use super::{Code, Diagnostic, Rules, Severity, did_you_mean, suggest};

/// So many of one kind are kept, far more than anybody mends before the next run.
const MOST_KEPT: usize = 1000;

/// So many names are compared for all suggestions together: beyond that it is a wrong file, and no slips.
const MOST_COMPARED: usize = 500_000;

/// Everything that was found wrong so far, but for what its [`Rules`] hold back or accept.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Diagnostics {
    kinds: BTreeMap<(Code, String), Alike>,
    rules: Rules,
    /// How many are held back.
    held: usize,
    /// How many are accepted.
    accepted: usize,
    /// How many names were compared for suggestions.
    compared: usize,
}

/// Those of one kind.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Alike {
    /// The first ones by place, and some more until the list is cut. Once any are beyond, the first ones are in order.
    kept: Vec<Diagnostic>,
    /// How many there are beside them.
    beyond: usize,
}

/// What is to be told, in its order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ToldDiagnostics {
    /// The mistakes and warnings, each once. The last of a kind says how many more there are.
    pub list: Vec<Diagnostic>,
    /// How many are held back, because they may follow from others.
    pub held: usize,
    /// How many warnings the program accepts.
    pub accepted: usize,
}

impl ToldDiagnostics {
    /// How many mistakes or warnings there are, those that are not kept included.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        let alike = self.list.iter().filter(|diagnostic| diagnostic.severity() == severity);
        alike.map(|diagnostic| 1 + diagnostic.more).sum()
    }
}

impl Alike {
    fn push(&mut self, diagnostic: Diagnostic) {
        // Most come in the order of their places.
        let is_beyond = |last: &Diagnostic| self.beyond > 0 && diagnostic.order() > last.order();
        if self.kept.get(MOST_KEPT - 1).is_some_and(is_beyond) {
            self.beyond += 1;
            return;
        }
        self.kept.push(diagnostic);
        if self.kept.len() >= 2 * MOST_KEPT {
            self.cut();
        }
    }

    /// Puts the list in order, each once, and counts what is beyond its end.
    fn cut(&mut self) {
        self.kept.sort_by(|a, b| a.order().cmp(&b.order()));
        self.kept.dedup_by(|later, first| later.order() == first.order() && later.related == first.related);
        self.beyond += self.kept.len().saturating_sub(MOST_KEPT);
        self.kept.truncate(MOST_KEPT);
    }

    /// Counts some that were not kept elsewhere.
    fn add(&mut self, beyond: usize) {
        self.cut();
        self.beyond += beyond;
    }

    fn into_list(mut self) -> Vec<Diagnostic> {
        self.cut();
        if let Some(last) = self.kept.last_mut() {
            last.more = self.beyond;
        }
        self.kept
    }
}

impl Diagnostics {
    /// Adds one, unless it is held back or accepted.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        let kind = (diagnostic.code, diagnostic.kind());
        self.put(kind, diagnostic);
    }

    fn put(&mut self, kind: (Code, String), diagnostic: Diagnostic) {
        if self.rules.holds(diagnostic.code) {
            self.held += 1;
        } else if self.rules.accepts(&diagnostic) {
            self.accepted += 1;
        } else {
            self.kinds.entry(kind).or_default().push(diagnostic);
        }
    }

    /// Adds all of another collection, each by the rules of this one.
    pub fn append(&mut self, other: Self) {
        self.held += other.held;
        self.accepted += other.accepted;
        for (kind, Alike { kept, beyond }) in other.kinds {
            for diagnostic in kept {
                self.put(kind.clone(), diagnostic);
            }
            match kind.0 {
                code if self.rules.holds(code) => self.held += beyond,
                code if self.rules.accepts_all(code) => self.accepted += beyond,
                _ if beyond > 0 => self.kinds.entry(kind).or_default().add(beyond),
                _ => {}
            }
        }
    }

    /// Sets what is held back and accepted, of what was found before too.
    pub fn set_rules(&mut self, rules: Rules) {
        let before = std::mem::replace(self, Self { rules, compared: self.compared, ..Self::default() });
        self.append(before);
    }

    /// Warns of what the program accepts and was not found, once everything that could be was.
    pub fn note_unused(&mut self) {
        for warning in self.rules.unused() {
            self.push(warning);
        }
    }

    /// An empty collection for one of several parts of the work: it has its share of the names that may be compared.
    #[must_use]
    pub fn share(&self, parts: usize) -> Self {
        let left = MOST_COMPARED.saturating_sub(self.compared);
        Self { compared: MOST_COMPARED - left / parts.max(1), ..Self::default() }
    }

    /// As [`suggest`], as long as no unreasonable number of names was compared before.
    pub fn suggest<'a>(&mut self, written: &str, names: impl IntoIterator<Item = &'a str>) -> Option<String> {
        suggest(written, self.compared(names)?)
    }

    /// As [`did_you_mean`], in words, as long as no unreasonable number of names was compared before.
    pub fn nearest<'a>(&mut self, written: &str, names: impl IntoIterator<Item = &'a str>) -> Option<String> {
        let name = did_you_mean(written, self.compared(names)?)?;
        Some(format!("did you mean `{name}`?"))
    }

    /// Names that may be compared, which is noted.
    fn compared<'a>(&mut self, names: impl IntoIterator<Item = &'a str>) -> Option<Vec<&'a str>> {
        if self.compared >= MOST_COMPARED {
            return None;
        }
        let names: Vec<&str> = names.into_iter().collect();
        self.compared += names.len();
        Some(names)
    }

    /// Whether any of them stops the build; with `strict`, warnings do too.
    #[must_use]
    pub fn is_fatal(&self, strict: bool) -> bool {
        self.held > 0 || self.kinds.keys().any(|(code, _)| strict || code.severity() == Severity::Error)
    }

    /// All of them by file, line and column, so that the same input prints the same lines; repeats once. What others
    /// are held back for comes first.
    #[must_use]
    pub fn told(self) -> ToldDiagnostics {
        let Self { kinds, rules, held, accepted, .. } = self;
        let mut list: Vec<Diagnostic> = kinds.into_values().flat_map(Alike::into_list).collect();
        let follows = |diagnostic: &Diagnostic| held > 0 && !rules.is_cause(diagnostic);
        list.sort_by(|a, b| (follows(a), a.order()).cmp(&(follows(b), b.order())));
        ToldDiagnostics { list, held, accepted }
    }

    /// As [`Diagnostics::told`], where nothing is held back or accepted.
    #[must_use]
    pub fn sorted(self) -> Vec<Diagnostic> {
        self.told().list
    }
}

impl From<Diagnostic> for Diagnostics {
    fn from(diagnostic: Diagnostic) -> Self {
        [diagnostic].into_iter().collect()
    }
}

impl Extend<Diagnostic> for Diagnostics {
    fn extend<I: IntoIterator<Item = Diagnostic>>(&mut self, more: I) {
        more.into_iter().for_each(|diagnostic| self.push(diagnostic));
    }
}

impl FromIterator<Diagnostic> for Diagnostics {
    fn from_iter<I: IntoIterator<Item = Diagnostic>>(list: I) -> Self {
        let mut all = Self::default();
        all.extend(list);
        all
    }
}
