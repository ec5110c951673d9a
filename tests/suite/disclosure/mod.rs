//! What may be shown, as disclosure decides it, before a word is made of it: each rule of privacy where persons are named,
//! shown by role, and anonymous. That no page or file shows more is tested where sites are built.

mod figures;
mod persons;

use cxbook::diagnostic::Diagnostics;
use cxbook::disclosure::{AccountId, Disclosed, Item, Scope, WaveId, disclose};
use cxbook::metrics::{self, Metrics};
use cxbook::program::{self, Program};
use cxbook::progress::Counter;
use cxbook::sources::{self, cache::Cache};

use crate::ids::nth;
use crate::project::Project;

const ACCOUNTS: &str = "accounts:
  - id: a
    name: Alpha
    contacts:
      - {id: a1, name: Ada, title: Head of Sales, role: user, influence: 1}
      - {id: a2, role: user, influence: 3}
      - {id: a3, name: Al, role: decision-maker, influence: 1}
      - {id: a4, name: Abe, role: user, influence: 1, until: 2026-03-01}
  - {id: b, name: Beta, contacts: [{id: b1, name: Bo}, {id: b2}, {id: b3}, {id: b4}, {id: b5}, {id: b6}]}
";

/// Four answers of Alpha, one of them given anonymously, and six of Beta.
const ANSWERS: &str = "responses:
  - {id: r1, contact: a1, date: 2026-02-02, answers: {recommend: 9}, comment: words of ada}
  - {id: r2, contact: a2, date: 2026-02-03, answers: {recommend: 8}, comment: words of the second}
  - {id: r3, contact: a3, date: 2026-02-20, anonymous: true, answers: {recommend: 2}, comment: whispers}
  - {id: r4, contact: a4, date: 2026-02-05, answers: {recommend: 7}}
  - {id: r5, contact: b1, date: 2026-02-06, answers: {recommend: 9}}
  - {id: r6, contact: b2, date: 2026-02-07, answers: {recommend: 10}}
  - {id: r7, contact: b3, date: 2026-02-07, answers: {recommend: 5}}
  - {id: r8, contact: b4, date: 2026-02-07, answers: {recommend: 9}}
  - {id: r9, contact: b5, date: 2026-02-08, answers: {recommend: 9}}
  - {id: r10, contact: b6, date: 2026-02-08, answers: {recommend: 6}}
";

/// The headline.
const RECOMMEND: Item = Item::Question(0);

/// Alpha, before Beta.
const ALPHA: Scope = Scope::Account(AccountId::FIRST);

fn beta() -> Scope {
    Scope::Account(nth(1))
}

/// The first wave.
const FIRST: WaveId = WaveId::FIRST;

/// A program with its figures.
struct Measured {
    program: Program,
    metrics: Metrics,
}

impl Measured {
    /// Where respondents are shown in this way: one wave.
    fn new(respondents: &str) -> Self {
        Self::of(respondents, ACCOUNTS, &[&wave("02", "", ANSWERS)])
    }

    fn of(respondents: &str, accounts: &str, waves: &[&str]) -> Self {
        let config = format!("privacy: {{respondents: {respondents}}}\n");
        let project = Project::with_config(&config).file("data/accounts.yaml", accounts);
        for (number, wave) in waves.iter().enumerate() {
            project.write(&format!("data/surveys/{number}.yaml"), wave);
        }
        let mut found = Diagnostics::default();
        let sources = sources::read(project.root(), &mut Cache::default(), &Counter::default(), &mut found).unwrap();
        let program = program::check(&sources, &mut found);
        assert!(!found.is_fatal(false), "{:?}", found.sorted());
        let metrics = metrics::measure(&program);
        Self { program, metrics }
    }

    fn disclosed(&self) -> Disclosed<'_> {
        disclose(&self.program, &self.metrics)
    }
}

/// A wave of a month, with more lines before its answers.
fn wave(month: &str, more: &str, answers: &str) -> String {
    format!("survey: s\nwave: \"{month}\"\nfrom: 2026-{month}-01\nto: 2026-{month}-28\n{more}{answers}")
}
