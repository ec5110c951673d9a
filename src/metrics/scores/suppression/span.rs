//! What follows from the shown scopes by any combination of them with any factors.
//!
//! Answers that are in exactly the same shown scopes are one class. A set of classes follows if weights can be given to
//! the shown scopes so that each class in the set is worth 1 and every other 0. It does not if the classes can be given
//! amounts that add up to 0 in every shown scope and to something else in the set: these amounts could be added to the
//! answers without changing a single shown figure. Such amounts are drawn at random among all that there are, and one
//! draw shows of everything at once that it does not follow.
//!
//! The arithmetic is that of the whole numbers modulo the prime 2⁶¹ − 1, which is exact. What follows with fractions
//! follows there as well, unless the common denominator is a multiple of that prime; no determinant of zeros and ones
//! of up to 36 rows is as large as it (Hadamard), and in larger ones it would have to be a divisor by chance. What does
//! not follow is taken for following with a chance of 2⁻⁶¹: then more is hidden than must be.
//!
//! Scopes are eliminated in the order of how common they are, rarest last in and first out, so that each row holds few
//! of them: the work grows with the answers. Where it does not, there is an end to it and no result.

use std::collections::BTreeMap;

use super::PROGRAM;
use super::answers::ColumnAnswers;

/// 2⁶¹ − 1.
const PRIME: u64 = (1 << 61) - 1;

/// So many steps are taken at most: a second or so.
const MOST: usize = 200_000_000;

/// A number modulo the prime by scope, ascending.
type Equation = Vec<(usize, u64)>;

/// An elimination step: a class with a scope of its own.
struct SolvedClass {
    class: usize,
    /// The scope that it settles.
    scope: usize,
    /// What its other scopes are in terms of those that are settled by none.
    row: Equation,
    /// The steps before that were taken away from it, with their factors.
    less: Vec<(usize, u64)>,
    /// What it was divided by, inverted.
    scaled: u64,
    /// The steps before that it was taken away from, with their factors.
    from: Vec<(usize, u64)>,
}

/// The shown scopes and the classes of answers that they tell apart.
pub(crate) struct ScopeSpan<'a> {
    answers: &'a ColumnAnswers,
    hidden: &'a [bool],
    /// The bundles of each class.
    classes: Vec<Vec<usize>>,
    steps: Vec<SolvedClass>,
    /// An amount for each bundle: 0 in sum in every shown scope.
    amounts: Vec<u64>,
}

impl<'a> ScopeSpan<'a> {
    /// Eliminates the shown scopes; none if that takes too long.
    pub(crate) fn of(answers: &'a ColumnAnswers, hidden: &'a [bool]) -> Option<Self> {
        let mut classes: BTreeMap<Vec<usize>, Vec<usize>> = BTreeMap::new();
        for (position, bundle) in answers.bundles.iter().enumerate() {
            let shown = bundle.scopes.iter().copied().filter(|scope| hidden.get(*scope) == Some(&false));
            classes.entry(shown.collect()).or_default().push(position);
        }
        let mut common = vec![0_usize; hidden.len()];
        for scope in classes.keys().flatten() {
            common.get_mut(*scope).into_iter().for_each(|n| *n += 1);
        }
        let rarity = rarity(&common);
        let mut rows: Vec<(Vec<usize>, Vec<usize>)> =
            classes.into_iter().map(|(scopes, bundles)| (by_rarity(&scopes, &rarity), bundles)).collect();
        // Those whose rarest scope is the most common come first.
        rows.sort_by(|a, b| a.0.iter().rev().cmp(b.0.iter().rev()));
        let (rows, classes): (Vec<Vec<usize>>, Vec<Vec<usize>>) = rows.into_iter().unzip();
        let steps = Elimination::new(hidden.len()).all(&rows)?;
        let amounts = amounts(&rows, &steps, hidden.len());
        let amounts = parted(&classes, &amounts, answers.bundles.len());
        let names: Vec<usize> = named(&rarity);
        let steps = steps
            .into_iter()
            .map(|step| SolvedClass { scope: names.get(step.scope).copied().unwrap_or(PROGRAM), ..step });
        Some(Self { answers, hidden, classes, steps: steps.collect(), amounts })
    }

    /// The combinations of shown scopes that give a hidden scope, or a class of too few persons; each as the scopes
    /// that have a part in it.
    pub(crate) fn what_follows(&self, hide_below: u64) -> Vec<Vec<usize>> {
        let amount = |bundles: &[usize]| {
            bundles.iter().filter_map(|bundle| self.amounts.get(*bundle)).fold(0, |sum, amount| add(sum, *amount))
        };
        let hidden = (0..self.hidden.len()).filter(|scope| self.hidden.get(*scope) == Some(&true));
        let hidden = hidden.map(|scope| self.answers.members(scope)).filter(|members| !members.is_empty());
        let few = |bundles: &&[usize]| self.answers.persons_of(bundles.iter().copied()) < hide_below;
        let classes = self.classes.iter().map(Vec::as_slice).filter(|bundles| amount(bundles) == 0).filter(few);
        hidden.chain(classes).filter(|bundles| amount(bundles) == 0).map(|bundles| self.combination(bundles)).collect()
    }

    /// The scopes that have a part in the combination that gives these bundles.
    fn combination(&self, bundles: &[usize]) -> Vec<usize> {
        let holds = |class: usize| {
            let first = self.classes.get(class).and_then(|class| class.first());
            first.is_some_and(|first| bundles.binary_search(first).is_ok())
        };
        let mut weights: Vec<u64> = Vec::with_capacity(self.steps.len());
        for step in &self.steps {
            let worth = u64::from(holds(step.class));
            let worth = step.less.iter().fold(worth, |worth, (other, factor)| {
                less(worth, times(*factor, weights.get(*other).copied().unwrap_or_default()))
            });
            let worth = times(worth, step.scaled);
            for (other, factor) in &step.from {
                if let Some(weight) = weights.get_mut(*other) {
                    *weight = less(*weight, times(*factor, worth));
                }
            }
            weights.push(worth);
        }
        let parts = self.steps.iter().zip(&weights).filter(|(_, weight)| **weight != 0);
        parts.map(|(step, _)| step.scope).collect()
    }
}

/// The place of each scope, the most common first.
fn rarity(common: &[usize]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..common.len()).collect();
    order.sort_by_key(|scope| (std::cmp::Reverse(common.get(*scope).copied().unwrap_or_default()), *scope));
    let mut places = vec![0; common.len()];
    for (place, scope) in order.into_iter().enumerate() {
        places.get_mut(scope).into_iter().for_each(|of| *of = place);
    }
    places
}

/// The scope at each place.
fn named(places: &[usize]) -> Vec<usize> {
    let mut names = vec![0; places.len()];
    for (scope, place) in places.iter().enumerate() {
        names.get_mut(*place).into_iter().for_each(|of| *of = scope);
    }
    names
}

fn by_rarity(scopes: &[usize], places: &[usize]) -> Vec<usize> {
    let mut places: Vec<usize> = scopes.iter().filter_map(|scope| places.get(*scope).copied()).collect();
    places.sort_unstable();
    places
}

/// The elimination as it goes on; here scopes are called by their places.
struct Elimination {
    steps: Vec<SolvedClass>,
    /// The step that settles each scope.
    settled: Vec<Option<usize>>,
    /// The steps that may have a scope in their row.
    with: Vec<Vec<usize>>,
    work: usize,
}

impl Elimination {
    fn new(scopes: usize) -> Self {
        Self { steps: Vec::new(), settled: vec![None; scopes], with: vec![Vec::new(); scopes], work: 0 }
    }

    fn all(mut self, rows: &[Vec<usize>]) -> Option<Vec<SolvedClass>> {
        for (class, scopes) in rows.iter().enumerate() {
            self.class(class, scopes);
            if self.work > MOST {
                return None;
            }
        }
        Some(self.steps)
    }

    fn class(&mut self, class: usize, scopes: &[usize]) {
        let mut row: BTreeMap<usize, u64> = BTreeMap::new();
        let mut taken = Vec::new();
        for scope in scopes {
            if let Some(step) = self.settled.get(*scope).copied().flatten() {
                // The scope itself is gone with the step that settles it; what else that has is taken away.
                taken.push((step, 1));
                let other = self.steps.get(step).map(|step| step.row.as_slice()).unwrap_or_default();
                self.work += other.len();
                for (scope, factor) in other {
                    let entry = row.entry(*scope).or_default();
                    *entry = less(*entry, *factor);
                }
            } else {
                let entry = row.entry(*scope).or_default();
                *entry = add(*entry, 1);
            }
        }
        self.work += scopes.len();
        row.retain(|_, factor| *factor != 0);
        if let Some((scope, factor)) = row.pop_last() {
            let scaled = inverse(factor);
            let row: Equation = row.into_iter().map(|(scope, factor)| (scope, times(factor, scaled))).collect();
            self.step(SolvedClass { class, scope, row, less: taken, scaled, from: Vec::new() });
        }
    }

    /// Adds a step, and takes its scope out of all before.
    fn step(&mut self, mut step: SolvedClass) {
        let number = self.steps.len();
        let with = self.with.get_mut(step.scope).map(std::mem::take).unwrap_or_default();
        for before in with {
            let Some(other) = self.steps.get_mut(before) else { continue };
            let Ok(at) = other.row.binary_search_by_key(&step.scope, |(scope, _)| *scope) else { continue };
            let (_, factor) = other.row.remove(at);
            self.work += other.row.len() + step.row.len();
            let new = combined(&other.row, &step.row, factor);
            for (scope, _) in &step.row {
                if other.row.binary_search_by_key(scope, |(scope, _)| *scope).is_err() {
                    self.with.get_mut(*scope).into_iter().for_each(|with| with.push(before));
                }
            }
            other.row = new;
            step.from.push((before, factor));
        }
        for (scope, _) in &step.row {
            self.with.get_mut(*scope).into_iter().for_each(|with| with.push(number));
        }
        self.settled.get_mut(step.scope).into_iter().for_each(|of| *of = Some(number));
        self.steps.push(step);
    }
}

/// One row less so many times another, both ascending.
fn combined(row: &[(usize, u64)], other: &[(usize, u64)], factor: u64) -> Equation {
    let mut combined = Equation::with_capacity(row.len() + other.len());
    let (mut ours, mut theirs) = (row.iter().peekable(), other.iter().peekable());
    loop {
        let next = match (ours.peek(), theirs.peek()) {
            (Some(our), Some(their)) => our.0.min(their.0),
            (Some(one), None) | (None, Some(one)) => one.0,
            (None, None) => return combined,
        };
        let our = ours.next_if(|(scope, _)| *scope == next).map_or(0, |(_, factor)| *factor);
        let their = theirs.next_if(|(scope, _)| *scope == next).map_or(0, |(_, factor)| *factor);
        let value = less(our, times(factor, their));
        if value != 0 {
            combined.push((next, value));
        }
    }
}

/// Amounts of the classes that add up to 0 in every scope, drawn at random among all such.
fn amounts(rows: &[Vec<usize>], steps: &[SolvedClass], scopes: usize) -> Vec<u64> {
    let mut random = Random(0);
    let mut amounts: Vec<u64> = rows.iter().map(|_| random.next()).collect();
    for step in steps {
        amounts.get_mut(step.class).into_iter().for_each(|amount| *amount = 0);
    }
    let mut missing = vec![0_u64; scopes];
    for (scopes, amount) in rows.iter().zip(&amounts) {
        for scope in scopes {
            missing.get_mut(*scope).into_iter().for_each(|sum| *sum = less(*sum, *amount));
        }
    }
    // So much of each step as it stands in the end; then the steps are undone, the last first.
    let mut much: Vec<u64> = steps.iter().map(|step| missing.get(step.scope).copied().unwrap_or_default()).collect();
    for (number, step) in steps.iter().enumerate().rev() {
        let of = |much: &[u64], step: usize| much.get(step).copied().unwrap_or_default();
        let others = step.from.iter().fold(0, |sum, (other, factor)| add(sum, times(*factor, of(&much, *other))));
        let own = times(less(of(&much, number), others), step.scaled);
        amounts.get_mut(step.class).into_iter().for_each(|amount| *amount = own);
        for (other, factor) in &step.less {
            much.get_mut(*other).into_iter().for_each(|much| *much = less(*much, times(*factor, own)));
        }
    }
    amounts
}

/// The amounts of classes, parted among their bundles at random.
fn parted(classes: &[Vec<usize>], amounts: &[u64], bundles: usize) -> Vec<u64> {
    let mut random = Random(1 << 60);
    let mut parted = vec![0; bundles];
    for (class, amount) in classes.iter().zip(amounts) {
        let mut left = *amount;
        for (rest, bundle) in class.iter().enumerate().rev() {
            let part = if rest == 0 { left } else { random.next() };
            left = less(left, part);
            parted.get_mut(*bundle).into_iter().for_each(|of| *of = part);
        }
    }
    parted
}

/// Numbers that are as good as random, and the same in every run (`SplitMix64`, Steele and others 2014).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % PRIME
    }
}

fn add(a: u64, b: u64) -> u64 {
    let sum = a + b;
    if sum >= PRIME { sum - PRIME } else { sum }
}

fn less(a: u64, b: u64) -> u64 {
    if a >= b { a - b } else { a + PRIME - b }
}

fn times(a: u64, b: u64) -> u64 {
    let product = u128::from(a) * u128::from(b);
    u64::try_from(product % u128::from(PRIME)).unwrap_or_default()
}

/// By Fermat: the power of the prime less 2.
fn inverse(a: u64) -> u64 {
    let (mut result, mut base, mut exponent) = (1, a, PRIME - 2);
    while exponent > 0 {
        if exponent & 1 == 1 {
            result = times(result, base);
        }
        base = times(base, base);
        exponent >>= 1;
    }
    result
}
