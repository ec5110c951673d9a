//! Who the made-up customers are: `data/accounts.yaml`.

use std::io::{self, Write};

use super::random::Random;
use super::waves::Wave;
use super::{Size, words};

/// A customer. Made again from its number wherever it is needed, so that none is kept.
pub(super) struct Account {
    pub(super) number: u32,
    pub(super) id: String,
    /// How satisfied its people are, in hundredths of a point of the headline question.
    pub(super) mood: i32,
    /// How that changes from wave to wave.
    pub(super) drift: i32,
    pub(super) contacts: Vec<Contact>,
    random: Random,
}

/// Somebody who works there.
pub(super) struct Contact {
    pub(super) id: String,
    pub(super) mood: i32,
    /// The last wave before this person left.
    pub(super) left: Option<u32>,
    role: usize,
}

/// Titles with the role that goes with them and its weight.
const ROLES: [(&str, &str, &str); 6] = [
    ("Managing director", "decision-maker", "3"),
    ("Head of production", "decision-maker", "2.5"),
    ("Process engineer", "influencer", "2"),
    ("Buyer", "gatekeeper", "1.5"),
    ("Shift leader", "user", "1"),
    ("Technician", "user", "1"),
];

/// Above so many customers the typical one is small.
const MANY: u32 = 50_000;

impl Account {
    /// The customer with this number.
    pub(super) fn of(size: Size, number: u32) -> Self {
        let mut random = Random::of(&[1, number]);
        let people = if size.accounts > MANY { 1 + random.below(2) } else { 3 + random.below(5) };
        let id = id(number);
        let contacts = (0..people).map(|person| Contact::of(size, &id, person, &mut random)).collect();
        let (mood, drift) = (random.around_zero(150), random.around_zero(15));
        Self { number, id, mood, drift, contacts, random }
    }

    /// Writes it as an entry of `accounts`.
    fn write(mut self, size: Size, out: &mut impl Write) -> io::Result<()> {
        let random = &mut self.random;
        writeln!(out, "  - id: {}\n    name: {}", self.id, words::company(random))?;
        if self.number > 20 && random.happens(50) {
            writeln!(out, "    parent: {}", id(random.below(20)))?;
        }
        let tier = tier(self.number);
        let revenue = (3 - tier) * (20 + random.below(400)) * 1000;
        let owner = words::owner(self.number / 40);
        let (since, renewal) = (2005 + random.below(17), 2026 + random.below(3));
        writeln!(out, "    revenue: {revenue}\n    since: {since}-0{}-15", 1 + random.below(9))?;
        writeln!(out, "    renewal: {renewal}-1{}-30\n    owner: {owner}", random.below(2))?;
        let region = random.pick(&words::REGIONS);
        let (tier, products) = (words::TIERS[tier as usize], products(random));
        writeln!(out, "    attributes: {{tier: {tier}, region: {region}, products: [{products}]}}")?;
        if random.happens(30) {
            writeln!(out, "    history:\n      - {{until: 2025-06-30, revenue: {}}}", revenue / 2)?;
        }
        if random.happens(20) {
            let level = random.pick(&["safe", "watch"]);
            writeln!(out, "    level: {{is: {level}, by: {owner}, on: 2026-03-20, because: Said so at the review}}")?;
        }
        writeln!(out, "    contacts:")?;
        self.contacts.iter().try_for_each(|contact| contact.write(size, random, out))
    }
}

impl Contact {
    fn of(size: Size, account: &str, person: u32, random: &mut Random) -> Self {
        let left = random.happens(40).then(|| random.below(size.waves));
        // The first two decide and use; the rest is any of them.
        let role = if person == 0 { random.below(2) } else { 2 + random.below(4) };
        Self { id: format!("{account}-{}", person + 1), mood: random.around_zero(140), left, role: role as usize }
    }

    fn write(&self, size: Size, random: &mut Random, out: &mut impl Write) -> io::Result<()> {
        let (title, role, influence) = ROLES[self.role];
        let name = words::person(random);
        write!(out, "      - {{id: {}, name: {name}, title: {title}, role: {role}, influence: {influence}", self.id)?;
        if let Some(left) = self.left {
            write!(out, ", until: {}", Wave::of(size, left).end())?;
        }
        writeln!(out, "}}")
    }
}

/// Writes `data/accounts.yaml`.
pub(super) fn write(size: Size, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "accounts:")?;
    (0..size.accounts).try_for_each(|number| Account::of(size, number).write(size, out))
}

/// One in ten is strategic, three in ten are key.
pub(super) fn tier(number: u32) -> u32 {
    match number % 10 {
        0 => 0,
        1..=3 => 1,
        _ => 2,
    }
}

fn id(number: u32) -> String {
    format!("C-{number:06}")
}

/// One to three products that lie beside each other in the list.
fn products(random: &mut Random) -> String {
    let (first, count) = (random.below(4) as usize, 1 + random.below(3) as usize);
    words::PRODUCTS[first..].iter().take(count).copied().collect::<Vec<_>>().join(", ")
}
