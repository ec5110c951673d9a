//! Nothing hidden follows from what is published: random anonymous programs are built, and their `metrics.csv` is
//! held against an elimination with exact fractions that knows nothing of how the program decides.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use crate::project::{CONFIG, Project};

const HIDE_BELOW: usize = 5;

/// An answer with the scopes that it is in, as `metrics.csv` calls them.
type Answer = BTreeSet<String>;

/// Numbers that are the same in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % bound
    }

    /// Small ones more often than large ones.
    fn skewed(&mut self, bound: u64) -> u64 {
        let bound = self.below(bound) + 1;
        self.below(bound)
    }
}

/// A random program, and the scopes of its answers.
fn random(seed: u64) -> (Project, Vec<Answer>) {
    let mut random = Random(seed.wrapping_mul(0x9e37_79b9).wrapping_add(1));
    let (tiers, regions, roles) = (1 + random.below(3), 1 + random.below(5), 1 + random.below(4));
    let (lists, shops) = (random.below(4), random.below(5));
    let accounts = 2 + random.below(9);
    let mut records = String::from("accounts:\n");
    let mut rows = String::new();
    let mut answers = Vec::new();
    for account in 0..accounts {
        let (tier, region) = (random.skewed(tiers), random.below(regions));
        let _ = writeln!(
            records,
            "  - id: a{account}\n    attributes: {{tier: t{tier}, region: g{region}}}\n    contacts:"
        );
        for contact in 0..=random.skewed(14) {
            let role = random.skewed(roles);
            let _ = writeln!(records, "      - {{id: c{account}-{contact}, role: r{role}}}");
            let mut scopes = Answer::from([
                "program".to_owned(),
                format!("account:a{account}"),
                format!("segment:tier=t{tier}"),
                format!("segment:region=g{region}"),
                format!("segment:role=r{role}"),
            ]);
            let attributes = attributes(&mut random, &mut scopes, lists, shops);
            let _ = writeln!(
                rows,
                "  - {{id: x{account}-{contact}, contact: c{account}-{contact}, answers: {{recommend: 9}}, attributes: {{{attributes}}}}}"
            );
            answers.push(scopes);
        }
    }
    for nobody in 0..random.skewed(8) {
        let mut scopes = Answer::from(["program".to_owned()]);
        let attributes = attributes(&mut random, &mut scopes, lists, shops);
        let _ = writeln!(rows, "  - {{id: n{nobody}, answers: {{recommend: 9}}, attributes: {{{attributes}}}}}");
        answers.push(scopes);
    }
    let config = format!(
        "{CONFIG}segments: [{{id: tier, by: account.tier}}, {{id: region, by: account.region}}, {{id: role, by: contact.role}}, {{id: list, by: response.list}}, {{id: shop, by: response.shop}}]\nprivacy: {{respondents: anonymous, hide_below: {HIDE_BELOW}}}\n"
    );
    let project = Project::new().file("cxbook.yaml", &config).file("data/accounts.yaml", &records);
    let survey = format!("survey: s\nwave: w\nfrom: 2026-01-01\nto: 2026-03-31\nresponses:\n{rows}");
    (project.file("data/surveys/s.yaml", &survey), answers)
}

/// What the response says of itself: lists that overlap, and a shop or none.
fn attributes(random: &mut Random, scopes: &mut Answer, lists: u64, shops: u64) -> String {
    let on: Vec<String> = (0..lists).filter(|_| random.below(2) == 0).map(|list| format!("l{list}")).collect();
    scopes.extend(on.iter().map(|list| format!("segment:list={list}")));
    let shop = if shops > 0 { random.skewed(shops + 1) } else { 0 };
    let mut attributes = format!("list: [{}]", on.join(", "));
    if shop > 0 {
        scopes.insert(format!("segment:shop=s{shop}"));
        let _ = write!(attributes, ", shop: s{shop}");
    }
    attributes
}

/// What is told of a program's figures.
struct Audit {
    hidden: usize,
    shown: usize,
    leaks: Vec<String>,
}

fn audit(seed: u64) -> Audit {
    let (project, answers) = random(seed);
    let run = project.run(&["build", "."]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let flags: BTreeMap<String, bool> = project.page("data/metrics.csv").lines().filter_map(flag).collect();
    let scopes: BTreeSet<&String> = answers.iter().flatten().collect();
    assert_eq!(scopes, flags.keys().collect(), "every scope with an answer has a row");
    let is_hidden = |scope: &String| flags[scope];
    let shown: Vec<&String> = scopes.iter().copied().filter(|scope| !is_hidden(scope)).collect();
    let vector = |holds: &dyn Fn(&Answer) -> bool| -> Vec<bool> { answers.iter().map(holds).collect() };
    let of = |scope: &String| vector(&|answer| answer.contains(scope));
    let known = Known::new(shown.iter().map(|scope| of(scope)));
    let mut leaks: Vec<String> = Vec::new();
    let hidden: Vec<&String> = scopes.iter().copied().filter(|scope| is_hidden(scope)).collect();
    leaks.extend(hidden.iter().filter(|scope| known.tells(&of(scope))).map(|scope| format!("{scope} follows")));
    for scope in &shown {
        leaks.extend(residues(scope, &shown, &answers));
    }
    let alike: BTreeMap<Vec<bool>, usize> = answers.iter().fold(BTreeMap::new(), |mut classes, answer| {
        *classes.entry(shown.iter().map(|scope| answer.contains(*scope)).collect()).or_default() += 1;
        classes
    });
    for (class, _) in alike.iter().filter(|(_, persons)| **persons < HIDE_BELOW) {
        let is_in = |answer: &Answer| shown.iter().zip(class).all(|(scope, is_in)| answer.contains(*scope) == *is_in);
        if known.tells(&vector(&is_in)) {
            leaks.push("few who are alike follow".to_owned());
        }
    }
    Audit { hidden: hidden.len(), shown: shown.len(), leaks }
}

/// The scope and whether it is hidden, of a row of the headline's nps.
fn flag(line: &str) -> Option<(String, bool)> {
    let cells: Vec<&str> = line.split(',').collect();
    (cells.get(4) == Some(&"nps")).then(|| (cells[2].to_owned(), cells.last() == Some(&"hidden")))
}

/// What is left of a shown scope without the shown values of a dimension that lie wholly in it: nobody or enough.
fn residues(scope: &String, shown: &[&String], answers: &[Answer]) -> Vec<String> {
    let dimension = |scope: &str| scope.split(['=', ':']).take(2).collect::<Vec<_>>().join(":");
    let account = |scope: &str| if scope.starts_with("account:") { "account".to_owned() } else { dimension(scope) };
    let lies_in = |value: &String| answers.iter().all(|answer| !answer.contains(value) || answer.contains(scope));
    let mut within: BTreeMap<String, Vec<&String>> = BTreeMap::new();
    for value in shown.iter().filter(|value| **value != scope && **value != "program" && lies_in(value)) {
        within.entry(account(value)).or_default().push(value);
    }
    let left = |values: &[&String]| {
        let rest = |answer: &&Answer| answer.contains(scope) && !values.iter().any(|value| answer.contains(*value));
        answers.iter().filter(rest).count()
    };
    let told = within.into_iter().filter(|(_, values)| (1..HIDE_BELOW).contains(&left(values)));
    told.map(|(dimension, values)| format!("{scope} without {dimension} {values:?} leaves few")).collect()
}

/// A fraction in lowest terms. An overflow fails the test: nothing is taken for granted.
#[derive(Clone, Copy, PartialEq)]
struct Fraction(i128, i128);

impl Fraction {
    fn new(over: i128, under: i128) -> Self {
        let (mut a, mut b) = (over.abs(), under.abs());
        while b != 0 {
            (a, b) = (b, a % b);
        }
        let sign = if under < 0 { -1 } else { 1 };
        Self(sign * over / a.max(1), sign * under / a.max(1))
    }

    fn less(self, other: Self) -> Self {
        let cross = |a: i128, b: i128| a.checked_mul(b).unwrap();
        Self::new(cross(self.0, other.1).checked_sub(cross(other.0, self.1)).unwrap(), cross(self.1, other.1))
    }

    fn times(self, other: Self) -> Self {
        Self::new(self.0.checked_mul(other.0).unwrap(), self.1.checked_mul(other.1).unwrap())
    }

    fn by(self, other: Self) -> Self {
        self.times(Self::new(other.1, other.0))
    }
}

/// The shown scopes in echelon form: each row with the column that it leads.
struct Known(Vec<(usize, Vec<Fraction>)>);

impl Known {
    fn new(rows: impl Iterator<Item = Vec<bool>>) -> Self {
        let mut known = Self(Vec::new());
        for row in rows {
            let row = known.reduced(&row);
            if let Some(lead) = row.iter().position(|x| x.0 != 0) {
                let first = row[lead];
                known.0.push((lead, row.into_iter().map(|x| x.by(first)).collect()));
            }
        }
        known
    }

    fn reduced(&self, row: &[bool]) -> Vec<Fraction> {
        let mut row: Vec<Fraction> = row.iter().map(|is_in| Fraction(i128::from(*is_in), 1)).collect();
        for (lead, known) in &self.0 {
            let factor = row[*lead];
            if factor.0 != 0 {
                row = row.iter().zip(known).map(|(x, y)| x.less(factor.times(*y))).collect();
            }
        }
        row
    }

    /// Whether a set of answers is a combination of the shown scopes.
    fn tells(&self, set: &[bool]) -> bool {
        self.reduced(set).iter().all(|x| x.0 == 0)
    }
}

fn audits(seeds: std::ops::Range<u64>) -> (usize, usize, Vec<String>) {
    let mut all = (0, 0, Vec::new());
    for seed in seeds {
        let Audit { hidden, shown, leaks } = audit(seed);
        all.0 += hidden;
        all.1 += shown;
        all.2.extend(leaks.into_iter().map(|leak| format!("{seed}: {leak}")));
    }
    all
}

#[test]
fn nothing_hidden_follows_from_what_is_published() {
    let (hidden, shown, leaks) = audits(0..25);
    assert!(hidden > 50 && shown > 50, "{hidden} hidden and {shown} shown are no test");
    assert_eq!(leaks, Vec::<String>::new());
}

#[test]
#[ignore = "takes two minutes"]
fn nothing_hidden_follows_in_500_programs() {
    let (hidden, shown, leaks) = audits(0..500);
    let kinds = |kind: &str| leaks.iter().filter(|leak| leak.contains(kind)).count();
    let told = ["follows", "leaves few", "alike"].map(kinds);
    assert!(leaks.is_empty(), "of {hidden} hidden and {shown} shown: {told:?}, as {:?}", leaks.first());
}
