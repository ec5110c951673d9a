//! What happened beside the survey, and what analysts wrote: tickets, actions, commentary.

use std::io::{self, Write};

use super::accounts::Account;
use super::random::Random;
use super::waves::Wave;
use super::{Size, words};

const TOPICS: [&str; 6] =
    ["invoice-errors", "late-delivery", "portal-login", "sensor-faults", "drive-noise", "manuals"];

/// Writes `data/tickets/2026.yaml`: one customer in eight had up to three.
pub(super) fn tickets(size: Size, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "tickets:")?;
    for number in (3..size.accounts).step_by(8) {
        let account = Account::of(size, number);
        let mut random = Random::of(&[3, number]);
        for ticket in 0..=random.below(3) {
            let (month, day, hours) = (1 + random.below(3), 1 + random.below(24), 1 + random.below(7));
            let opened = format!("2026-0{month}-{day:02}T08:15:00Z");
            write!(out, "  - {{id: T-{number:06}-{ticket}, account: {}, opened: {opened}", account.id)?;
            write!(out, ", first_reply: 2026-0{month}-{day:02}T{:02}:40:00Z", 8 + hours)?;
            if random.happens(900) {
                write!(out, ", resolved: 2026-0{month}-{:02}T16:00:00Z", day + random.below(4))?;
            }
            let severity = random.pick(&["low", "normal", "normal", "high", "critical"]);
            let topic = random.pick(&TOPICS);
            writeln!(out, ", severity: {severity}, topic: {topic}, contacts_made: {}}}", 1 + random.below(4))?;
        }
    }
    Ok(())
}

/// Writes `data/actions.yaml`: something was promised to one customer in forty.
pub(super) fn actions(size: Size, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "actions:")?;
    for number in (5..size.accounts).step_by(40) {
        let account = Account::of(size, number);
        let mut random = Random::of(&[4, number]);
        let (contact, block) = (&account.contacts[0].id, random.pick(&words::BLOCKS));
        write!(out, "  - {{id: A-{number:06}, kind: tactical, account: {}, contact: {contact}", account.id)?;
        write!(out, ", block: {block}, title: Call back and say what is done, owner: {}", words::owner(number / 40))?;
        write!(out, ", opened: 2025-11-03, contacted: 2025-11-0{}, due: 2026-03-31", 4 + random.below(5))?;
        let closed = if random.happens(600) { ", closed: 2026-02-20" } else { "" };
        writeln!(out, "{closed}}}")?;
    }
    Ok(())
}

/// The text on the overview.
pub(super) fn overview(size: Size) -> String {
    format!(
        "---\ntitle: What the last wave says\nwave: {}\nauthor: Mira Solberg\ndate: 2026-04-24\n---\n\n\
         Recommendation stands at {{{{ score(\"recommend\") }}}}. It {{{{ change(\"recommend\") }}}}.\n\n\
         {{{{ chart(\"trend:recommend\") }}}}\n\n\
         - People: {{{{ score(\"people\") }}}}.\n- Deliveries: {{{{ score(\"deliveries\") }}}}.\n\n\
         Strategic customers are on {{{{ link(\"segment:tier=strategic\") }}}}.\n",
        Wave::last(size)
    )
}

/// The customers somebody wrote about, one in a hundred, with the name of the file and the text.
pub(super) fn about_accounts(size: Size) -> impl Iterator<Item = (String, String)> {
    (7..size.accounts).step_by(100).map(move |number| {
        let account = Account::of(size, number);
        let (id, wave) = (&account.id, Wave::last(size));
        let said = words::comment(5, &mut Random::of(&[5, number]));
        let text = format!(
            "---\ntitle: What to do next\nwave: {wave}\nauthor: {}\ndate: 2026-04-27\n---\n\n\
             Recommendation stands at {{{{ score(\"recommend\") }}}}; it {{{{ change(\"recommend\") }}}}.\n\n\
             What we heard: {said}\n\n1. Call before the summer.\n2. Bring **one** date that holds.\n\n\
             Compare with {{{{ link(\"segment:tier={}\") }}}}.\n",
            words::owner(number / 40),
            words::TIERS[super::accounts::tier(number) as usize]
        );
        (format!("{id}.md"), text)
    })
}
