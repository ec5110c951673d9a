//! What was asked and answered: one file a wave, every other one as a table.

use std::io::{self, Write};

use super::accounts::{Account, Contact};
use super::random::Random;
use super::waves::Wave;
use super::{Made, Size, words};

/// The questions in the order of their columns.
const QUESTIONS: [&str; 12] = [
    "recommend",
    "satisfaction",
    "ease",
    "terms_fair",
    "deliveries",
    "invoices_clear",
    "engineers_know",
    "runs_reliably",
    "updates_timely",
    "docs_usable",
    "plans_fit",
    "next_year",
];

/// An answer, as cells that are the same in both ways of writing it.
struct Answer {
    id: String,
    date: String,
    channel: &'static str,
    cells: [Option<String>; 12],
    comment: Option<String>,
}

/// What became of an invitation.
enum Outcome {
    Silent,
    Bounced,
    Refused,
    Answered(Box<Answer>),
}

/// Writes the file of a wave.
pub(super) fn write(size: Size, wave: Wave, out: &mut impl Write) -> io::Result<Made> {
    let mut made = Made::default();
    writeln!(out, "survey: relationship\nwave: {wave}\nfrom: {}\nto: {}", wave.from(), wave.to())?;
    writeln!(out, "conducted_by: independent\npromise: confidential\n\ninvitations:")?;
    each(size, wave, |account, contact, outcome| {
        made.invitations += 1;
        let outcome = match outcome {
            Outcome::Bounced => ", outcome: bounced",
            Outcome::Refused => ", outcome: refused",
            Outcome::Silent | Outcome::Answered(_) => "",
        };
        writeln!(out, "  - {{account: {}, contact: {}, sent: {}{outcome}}}", account.id, contact.id, wave.from())
    })?;
    let as_table = wave.position % 2 == 1;
    if as_table {
        let questions = QUESTIONS.join(", ");
        writeln!(out, "\ntable:\n  columns: [id, account, contact, date, channel, {questions}, comment]\n  rows:")?;
    } else {
        writeln!(out, "\nresponses:")?;
    }
    each(size, wave, |account, contact, outcome| {
        let Outcome::Answered(answer) = outcome else { return Ok(()) };
        made.answers += 1;
        if as_table { row(account, contact, &answer, out) } else { response(account, contact, &answer, out) }
    })?;
    Ok(made)
}

/// Goes through the invitations of a wave with what became of each; the same however often it is done.
fn each(size: Size, wave: Wave, mut work: impl FnMut(&Account, &Contact, Outcome) -> io::Result<()>) -> io::Result<()> {
    let mut answers = 0;
    for number in 0..size.accounts {
        let account = Account::of(size, number);
        let mut random = Random::of(&[2, wave.position, number]);
        let there = |contact: &&Contact| contact.left.is_none_or(|left| wave.position <= left);
        for contact in account.contacts.iter().filter(there) {
            let outcome = match random.below(1000) {
                0..15 => Outcome::Bounced,
                15..25 => Outcome::Refused,
                25..685 => {
                    answers += 1;
                    let id = format!("r-{}-{answers:06}", wave.position + 1);
                    Outcome::Answered(Box::new(Answer::of(id, wave, &account, contact, &mut random)))
                }
                _ => Outcome::Silent,
            };
            work(&account, contact, outcome)?;
        }
    }
    Ok(())
}

impl Answer {
    fn of(id: String, wave: Wave, account: &Account, contact: &Contact, random: &mut Random) -> Self {
        let drift = account.drift * i32::try_from(wave.position).unwrap_or(0);
        let mood = 810 + account.mood + drift + contact.mood;
        let score = (mood + random.around_zero(200)).clamp(0, 1000) / 100;
        let mut rating = |steps: i32| {
            let value = 1 + (mood + random.around_zero(330)).clamp(0, 999) * steps / 1000;
            (value, random.below(1000))
        };
        let mut cells: [Option<String>; 12] = Default::default();
        cells[0] = Some(score.to_string());
        cells[1] = Some(rating(5).0.to_string());
        cells[2] = Some(rating(7).0.to_string());
        for cell in &mut cells[3..11] {
            *cell = match rating(5) {
                (_, 0..40) => None,
                (_, 40..90) => Some("na".to_owned()),
                (value, _) => Some(value.to_string()),
            };
        }
        cells[11] = random.happens(600).then(|| random.pick(&["more", "same", "less", "unsure"]).to_owned());
        let channel = if random.happens(850) { "email" } else { "phone" };
        let comment = random.happens(300).then(|| words::comment(score, random));
        Self { id, date: wave.answered(random), channel, cells, comment }
    }
}

/// An answer as a line of `responses`.
fn response(account: &Account, contact: &Contact, answer: &Answer, out: &mut impl Write) -> io::Result<()> {
    let Answer { id, date, channel, cells, comment } = answer;
    write!(out, "  - {{id: {id}, account: {}, contact: {}, date: {date}, ", account.id, contact.id)?;
    let given = QUESTIONS.iter().zip(cells).filter_map(|(question, cell)| Some((question, cell.as_ref()?)));
    let given: Vec<String> = given.map(|(question, cell)| format!("{question}: {cell}")).collect();
    write!(out, "channel: {channel}, answers: {{{}}}", given.join(", "))?;
    if let Some(comment) = comment {
        write!(out, ", comment: \"{comment}\"")?;
    }
    writeln!(out, "}}")
}

/// An answer as a row of `table`.
fn row(account: &Account, contact: &Contact, answer: &Answer, out: &mut impl Write) -> io::Result<()> {
    let Answer { id, date, channel, cells, comment } = answer;
    write!(out, "    - [{id}, {}, {}, {date}, {channel}", account.id, contact.id)?;
    for cell in cells {
        write!(out, ", {}", cell.as_deref().unwrap_or("null"))?;
    }
    match comment {
        Some(comment) => writeln!(out, ", \"{comment}\"]"),
        None => writeln!(out, ", null]"),
    }
}
