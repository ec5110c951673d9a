//! What made-up customers are called and what they say.

use super::random::Random;

pub(super) const TIERS: [&str; 3] = ["strategic", "key", "standard"];
pub(super) const REGIONS: [&str; 8] =
    ["Alps", "Baltic", "Benelux", "Iberia", "Italy", "Nordics", "North America", "Asia"];
pub(super) const PRODUCTS: [&str; 6] = ["drives", "sensors", "software", "spare parts", "training", "maintenance"];
pub(super) const BLOCKS: [&str; 6] = ["business", "processes", "people", "technology", "information", "strategy"];

const PLACES: [&str; 32] = [
    "Adler", "Birken", "Castell", "Dover", "Elm", "Falken", "Grand", "Haven", "Isar", "Jura", "Kestrel", "Linden",
    "Mont", "Nord", "Oster", "Porta", "Quarz", "Rivera", "Sund", "Terra", "Ulmen", "Valle", "Wester", "Yarrow", "Zell",
    "Aurora", "Bora", "Cima", "Delta", "Espera", "Fjord", "Gamla",
];
const ENDINGS: [&str; 12] =
    ["bach", "berg", "bridge", "dal", "feld", "ford", "hamn", "mar", "stad", "torp", "vik", "wood"];
const TRADES: [&str; 16] = [
    "Brewery",
    "Cement",
    "Chemicals",
    "Dairy",
    "Energy",
    "Foods",
    "Glass",
    "Logistics",
    "Metals",
    "Paper",
    "Pharma",
    "Ports",
    "Rail",
    "Steel",
    "Textiles",
    "Water",
];
const FORMS: [&str; 7] = ["AG", "GmbH", "S.p.A.", "AB", "B.V.", "Ltd", "Inc."];
const FIRST_NAMES: [&str; 24] = [
    "Ada", "Bruno", "Carla", "Dmitri", "Elena", "Farid", "Greta", "Hugo", "Ines", "Jonas", "Katja", "Luca", "Mira",
    "Nils", "Olga", "Pavel", "Quentin", "Rosa", "Sven", "Tomasz", "Ute", "Vera", "Wim", "Yara",
];
const LAST_NAMES: [&str; 24] = [
    "Alder",
    "Berg",
    "Conti",
    "Dahl",
    "Egger",
    "Ferri",
    "Garcia",
    "Haas",
    "Ivers",
    "Jansen",
    "Keller",
    "Lindqvist",
    "Marek",
    "Novak",
    "Olsen",
    "Petit",
    "Rossi",
    "Sato",
    "Tamm",
    "Urban",
    "Vogel",
    "Weber",
    "Young",
    "Zeman",
];

const SUBJECTS: [&str; 20] = [
    "The hotline",
    "The engineer on site",
    "Delivery of spare parts",
    "The portal",
    "The yearly invoice",
    "Our account manager",
    "The last software update",
    "The documentation",
    "The training course",
    "The new drive",
    "The sensor line",
    "The maintenance contract",
    "The offer for the second hall",
    "The order confirmation",
    "The monthly report",
    "The answer to our complaint",
    "The planning meeting",
    "The acceptance test",
    "The price list",
    "The project team",
];
const PRAISE: [&str; 12] = [
    "works as promised",
    "was better than last year",
    "saved us a weekend",
    "is the reason why we stay",
    "came a day early",
    "leaves nothing to be desired",
    "was quick and friendly",
    "is clear and complete",
    "has become reliable",
    "is worth its price",
    "was prepared to the last screw",
    "runs without trouble",
];
const BLAME: [&str; 12] = [
    "came three weeks late",
    "is hard to reach",
    "has been promised twice",
    "does not match the contract",
    "cost us two shifts",
    "is only in English",
    "was wrong again",
    "changes every quarter",
    "needs four calls instead of one",
    "is too expensive for what it is",
    "left a fault that came back",
    "nobody can explain",
];
const TAILS: [&str; 12] = [
    "",
    "",
    "",
    "",
    ", also in the night shift",
    ", which our board has noticed",
    " since the change in spring",
    ", and colleagues say the same",
    " at our second site",
    ", compared with your competitor",
    " for the third time",
    ", as we said at the last meeting",
];

/// A company; with many thousands of them some have the same name, as companies do.
pub(super) fn company(random: &mut Random) -> String {
    let (place, ending) = (random.pick(&PLACES), random.pick(&ENDINGS));
    format!("{place}{ending} {} {}", random.pick(&TRADES), random.pick(&FORMS))
}

/// Somebody's name.
pub(super) fn person(random: &mut Random) -> String {
    format!("{} {}", random.pick(&FIRST_NAMES), random.pick(&LAST_NAMES))
}

/// One of the account owners: about one for forty accounts.
pub(super) fn owner(number: u32) -> String {
    let number = number as usize;
    format!("{} {}", FIRST_NAMES[number % FIRST_NAMES.len()], LAST_NAMES[number / FIRST_NAMES.len() % LAST_NAMES.len()])
}

/// What somebody says who gave this score of 0 to 10: one to three sentences, without a quotation mark.
pub(super) fn comment(score: i32, random: &mut Random) -> String {
    let sentences = 1 + random.below(3);
    let sentence = |random: &mut Random| {
        let kind = random.below(10) < u32::try_from(score).unwrap_or(0);
        let said = random.pick(if kind { &PRAISE } else { &BLAME });
        format!("{} {said}{}.", random.pick(&SUBJECTS), random.pick(&TAILS))
    };
    (0..sentences).map(|_| sentence(random)).collect::<Vec<_>>().join(" ")
}
