//! Programs whose data have no Latin letters: everything that is in such letters on their pages is cxbook's own.

use std::fmt::Write;

use crate::project::Project;

/// The language of the programs, and the theme that has its messages.
pub(super) const PSEUDO: &str = "xx";

const CONFIG: &str = "title: Σήματα του Βορρά
language: xx
theme: xx
customers: b2b
currency: €
questions:
  q1: {kind: nps, text: Θα μας συνιστούσατε;, relevant: 5}
  q2: {kind: csat, text: Είστε ικανοποιημένοι;}
  q3: {kind: ces, text: Ήταν εύκολο;}
  q4: {kind: rating, scale: [1, 5], block: b1, text: Οι τιμές είναι δίκαιες}
  q5: {kind: rating, scale: [1, 5], block: b2, text: Τα μέρη έρχονται εγκαίρως}
  q6: {kind: rating, scale: [1, 5], block: b2, text: Οι λογαριασμοί είναι σαφείς}
  q7: {kind: choice, text: Ποιο είναι το έργο σας;, options: {α: Μικρό, β: Μεγάλο, γ: Κανένα}}
  q8: {kind: choices, text: Πώς μιλήσαμε;, options: {α: Τηλέφωνο, β: Επίσκεψη, γ: Πύλη}}
  q9: {kind: text, text: Τι θα αλλάζατε;}
blocks:
  b1: {label: Όροι, weight: 2.5, objective: true}
  b2: {label: Ροή}
surveys:
  s1: {label: Σχέση}
  s2: {label: Βοήθεια, kind: transactional, waves: month}
  s3: {label: Γνώμη}
  s4: {label: Μέτρηση}
segments:
  - {id: d1, label: Βαθμίδα, by: account.βαθμίδα, order: [χρυσή, απλή]}
  - {id: d2, label: Ρόλος, by: contact.role}
  - {id: d3, label: Προϊόν, by: account.προϊόντα}
  - {id: d4, label: Χώρα, by: response.χώρα}
targets:
  - {question: q1, value: 20}
  - {question: q1, value: -90, where: {d1: χρυσή}, team: Πωλήσεις}
  - {question: q6, value: 3.5, team: Λογιστήριο}
benchmarks:
  - {question: q1, value: 12, label: Διάμεσος του κλάδου, source: Έκθεση του κλάδου}
privacy: {respondents: named, indicative_below: 20}
unknown: {contacts: list, accounts: list}
";

const ROLES: [&str; 5] = ["decision-maker", "influencer", "user", "gatekeeper", "ειδικός"];
const LEVELS: [&str; 4] = ["safe", "watch", "at-risk", "unknown"];
const PRODUCTS: [&str; 3] = ["φώτα", "μετρητές", "πύλες"];

/// The waves of the survey of all accounts: name, month, and what stands in the file beside the answers.
const WAVES: [(&str, &str, &str); 4] = [
    ("2024", "2024-03", "promise: anonymous\ninvitations: {sent: 75, delivered: 70}\n"),
    ("2025-1", "2025-03", "conducted_by: in-house\n"),
    ("2025-2", "2025-09", "promise: confidential\ninvitations: {sent: 72}\n"),
    (
        "2026-1",
        "2026-03",
        "conducted_by: independent\nstages: {prepare: 2026-02-02, field: 2026-03-02, analyse: 2026-04-01, \
                           interview: 2026-04-08, plan: 2026-04-20, act: 2026-05-04, repeat: 2026-09-01}\n",
    ),
];

const COLUMNS: &str = "id, account, contact, date, q1, q2, q3, q4, q5, q6, q7, q8, \
                       q9, attributes.χώρα, topics, channel, anonymous, comment";

const COMMENTARY: &str = "---
title: Τι λένε οι πελάτες
wave: 2026-1
author: Άννα
date: 2026-04-24
---

Η σύσταση είναι {{ score(\"q1\") }} και {{ change(\"q1\") }}. Οι λογαριασμοί {{ change(\"q6\") }}.
Η ροή {{ change(\"q5\") }}.

{{ chart(\"trend\") }}

{{ chart(\"distribution\") }}

{{ chart(\"blocks\") }}

{{ chart(\"questions\") }}

{{ chart(\"groups\") }}

{{ chart(\"heatmap\") }}

{{ chart(\"days\") }}

{{ chart(\"transitions\") }}

{{ chart(\"revenue\") }}

| Έτος | Λόγος |
| --- | --- |
| 2025 | Πολλοί |

- [x] Έγινε
- [ ] Όχι ακόμη

{{ quote(\"α-3-1-1\") }}

{{ link(\"account:π-1\") }}, {{ link(\"segment:d1=χρυσή\") }}, {{ link(\"wave:s1/2026-1\") }}, {{ link(\"page:kanones\") }}
";

/// The programs by name: one of companies, one of people who are anonymous, one that has only begun.
pub(super) fn all() -> Vec<(&'static str, Project)> {
    vec![("companies", companies()), ("people", people()), ("begun", begun())]
}

fn companies() -> Project {
    let project = Project::new()
        .file("cxbook.yaml", CONFIG)
        .file("data/accounts.yaml", &accounts())
        .file("data/tickets.yaml", &tickets())
        .file("data/surveys/tickets.yaml", &after_tickets())
        .file("data/surveys/employees.yaml", &employees())
        .file("data/surveys/counts.yaml", COUNTS)
        .file("commentary/index.md", COMMENTARY)
        .file("commentary/accounts/π-1.md", "Μια λέξη για τον πελάτη: {{ score(\"q1\") }}.\n")
        .file("commentary/κανόνες.md", "---\ntitle: Κανόνες\norder: 1\n---\nΡωτάμε όλους.\n")
        .file("commentary/άλλα/λέξεις.md", "---\ntitle: Λέξεις\n---\nΛίγες λέξεις.\n");
    (0..WAVES.len()).fold(project, |project, wave| project.file(&format!("data/surveys/{wave}.yaml"), &survey(wave)))
}

fn accounts() -> String {
    let mut text = "accounts:\n".to_owned();
    for account in 1..=16 {
        let tier = if account % 3 == 0 { "χρυσή" } else { "απλή" };
        let (one, other) = (PRODUCTS[account % 3], PRODUCTS[(account / 2) % 3]);
        writeln!(text, "  - id: π-{account}\n    name: Εταιρεία {account}\n    owner: Υπεύθυνος {}", account % 3)
            .unwrap();
        writeln!(text, "    attributes: {{βαθμίδα: {tier}, προϊόντα: [{one}, {other}]}}").unwrap();
        writeln!(text, "    revenue: {}\n    since: 2019-0{}-15", 120_000 * account, account % 9 + 1).unwrap();
        writeln!(text, "    renewal: 2026-{:02}-10", account % 12 + 1).unwrap();
        if let Some(level) = LEVELS.get(account - 1) {
            writeln!(text, "    level: {{is: {level}, by: Υπεύθυνος, on: 2026-04-14, because: Έτσι είπαν}}").unwrap();
        }
        match account {
            5 => text.push_str("    parent: π-4\n    aliases: [π-παλιά]\n"),
            6 => text.push_str("    history: [{until: 2025-06-30, owner: Άλλος, attributes: {βαθμίδα: απλή}}]\n"),
            15 => text.push_str("    status: prospect\n"),
            16 => text.push_str("    status: churned\n"),
            _ => {}
        }
        text.push_str("    contacts:\n");
        for (contact, role) in ROLES.iter().enumerate() {
            let until = if account == 3 && contact == 2 { ", until: 2025-12-31" } else { "" };
            writeln!(
                text,
                "      - {{id: ε-{account}-{contact}, name: Πρόσωπο {account} {contact}, title: Θέση, role: {role}, \
                 influence: {}, priorities: [τιμή]{until}}}",
                3 - contact % 3
            )
            .unwrap();
        }
    }
    text
}

/// Who says nothing in a wave.
fn is_silent(wave: usize, account: usize, contact: usize) -> bool {
    account > 14 || (account * 7 + contact * 3 + wave * 5).is_multiple_of(4) || (account == 9 && wave == 3)
}

/// One wave: those who have a `χρυσή` account think less of us, and the invoices are mended before the last wave.
fn survey(wave: usize) -> String {
    let (name, month, more) = WAVES[wave];
    let mut text = format!("survey: s1\nwave: {name}\nfrom: {month}-02\nto: {month}-27\n{more}");
    if wave == 3 {
        text.push_str(&invitations());
    }
    writeln!(text, "table:\n  columns: [{COLUMNS}]\n  rows:").unwrap();
    for account in 1..=16 {
        for contact in (0..ROLES.len()).filter(|contact| !is_silent(wave, account, *contact)) {
            text.push_str(&row(wave, account, contact));
        }
    }
    if wave == 3 {
        text.push_str(
            "    - [β-1, π-1, ε-1-2, 2026-03-20, 9, 4, 5, 4, 4, 5, α, [α], null, άλλη, null, null, null, null]
    - [β-2, π-2, άγνωστος, 2026-03-20, 9, 4, 5, 4, 4, 5, α, [α], null, άλλη, null, null, null, Καλή δουλειά.]
    - [β-3, άγνωστη, null, 2026-03-20, 9, 4, 5, 4, 4, 5, α, [α], null, άλλη, null, null, null, Ποιος είμαι;]
    - [β-4, π-2, null, 2026-03-21, 3, 2, 3, 2, 1, 5, β, [β], null, άλλη, null, null, true, Δεν λέω ποιος.]\n",
        );
    }
    text
}

fn invitations() -> String {
    let mut text = "invitations:\n".to_owned();
    for account in 1..=14 {
        for contact in 0..ROLES.len() {
            let outcome = match (account + contact) % 9 {
                0 if is_silent(3, account, contact) => ", outcome: bounced",
                1 if is_silent(3, account, contact) => ", outcome: refused",
                _ => "",
            };
            if account != 11 || contact > 2 {
                writeln!(text, "  - {{contact: ε-{account}-{contact}, sent: 2026-03-02{outcome}}}").unwrap();
            }
        }
    }
    text
}

fn row(wave: usize, account: usize, contact: usize) -> String {
    let (_, month, _) = WAVES[wave];
    let noise = (account * 5 + contact * 3 + wave) % 4;
    let nps = if account.is_multiple_of(3) { noise } else { 6 + noise + usize::from(wave > 1) };
    let invoices = if wave == 3 { 5 - noise % 2 } else { 1 + noise % 2 };
    let rating = |shift: usize| (account + contact * 2 + shift) % 5 + 1;
    let comment = if contact == 1 { "Μια κουβέντα για εσάς." } else { "null" };
    format!(
        "    - [α-{wave}-{account}-{contact}, π-{account}, ε-{account}-{contact}, {month}-{:02}, {nps}, {}, {}, {}, {}, \
         {invoices}, {}, [α, {}], Τίποτα, {}, [τιμή], {}, null, {comment}]\n",
        account + 3,
        rating(0),
        rating(1) + 1,
        rating(2),
        rating(3),
        ["α", "β", "γ"][(account + contact) % 3],
        ["β", "γ"][contact % 2],
        ["εδώ", "εκεί"][account % 2],
        if contact == 0 { "τηλέφωνο" } else { "null" },
    )
}

fn after_tickets() -> String {
    let columns = "id, contact, date, ticket, q3, q2, comment";
    let mut text = format!("survey: s2\ntable:\n  columns: [{columns}]\n  rows:\n");
    for number in 0..60 {
        let (month, day) = (number / 15 + 1, number % 15 + 10);
        let (account, contact) = (number % 14 + 1, number % 5);
        let answers = format!("{}, {}", number % 7 + 1, number % 5 + 1);
        writeln!(
            text,
            "    - [γ-{number}, ε-{account}-{contact}, 2026-{month:02}-{day}, δ-{number}, {answers}, Γρήγορα.]"
        )
        .unwrap();
    }
    text
}

fn tickets() -> String {
    let mut text = "tickets:\n".to_owned();
    for number in 0..60 {
        let (month, day) = (number / 15 + 1, number % 15 + 9);
        let (account, contact) = (number % 14 + 1, number % 5);
        let severity = ["low", "normal", "high", "critical"][number % 4];
        let resolved = if number % 7 == 6 {
            String::new()
        } else {
            format!(", resolved: 2026-{month:02}-{:02}T09:00:00Z", day + 3)
        };
        writeln!(
            text,
            "  - {{id: δ-{number}, contact: ε-{account}-{contact}, opened: 2026-{month:02}-{day:02}T08:00:00Z, \
             first_reply: 2026-{month:02}-{day:02}T11:30:00Z{resolved}, severity: {severity}, topic: {}, contacts_made: {}, \
             agents: {}, reopened: {}, channel: τηλέφωνο{}}}",
            ["φώτα", "ρελέ", "χαρτιά"][number % 3],
            number % 3 + 1,
            number % 4 + 1,
            number % 5 / 4,
            if number % 11 == 0 { ", escalated_to: Διεύθυνση" } else { "" },
        )
        .unwrap();
    }
    text
}

fn employees() -> String {
    let mut text = "survey: s3\nwave: 2026-1\nfrom: 2026-02-16\nto: 2026-02-27\nrespondents: employees\n\
                    invitations: {sent: 20}\ntable:\n  columns: [id, q1, q2, comment]\n  rows:\n"
        .to_owned();
    for number in 0..14 {
        writeln!(text, "    - [ζ-{number}, {}, {}, Όλα καλά.]", 5 + number % 6, 2 + number % 4).unwrap();
    }
    text
}

const COUNTS: &str = "survey: s4
wave: 2025
from: 2025-05-01
to: 2025-05-31
tallies:
  - {question: q1, counts: {9: 30, 7: 12, 3: 9}}
  - {question: q4, counts: {5: 20, 3: 10}}
";

/// People without accounts, whose small groups are hidden, with the blocks that every program has.
fn people() -> Project {
    let config = "title: Δίκτυα
language: xx
theme: xx
customers: b2c
questions:
  q1: {kind: nps, text: Θα μας συνιστούσατε;}
  q10: {kind: rating, scale: [1, 5], block: technology, text: Το δίκτυο λειτουργεί}
  q11: {kind: rating, scale: [1, 5], block: processes, text: Η χρέωση είναι σαφής}
segments:
  - {id: d5, label: Ηλικία, by: response.ηλικία}
  - {id: d6, label: Πόλη, by: response.πόλη}
privacy: {respondents: anonymous, hide_below: 5, comments_below: 8, indicative_below: 30}
";
    let wave = |wave: usize| {
        let columns = "id, date, q1, q10, q11, attributes.ηλικία, attributes.πόλη, comment";
        let mut text = format!("survey: s5\nwave: φάση {wave}\nfrom: 202{wave}-02-01\nto: 202{wave}-02-28\n");
        writeln!(text, "table:\n  columns: [{columns}]\n  rows:").unwrap();
        for person in 0..70 {
            let city = if person < 3 { "χωριό" } else { ["πρωτεύουσα", "λιμάνι"][person % 2] };
            let answers = format!("{}, {}, {}", (person * 7 + wave * 3) % 11, person % 5 + 1, (person + wave) % 5 + 1);
            let (age, day) = (["νέοι", "ώριμοι", "μεγάλοι"][person % 3], person % 27 + 1);
            writeln!(text, "    - [η-{wave}-{person}, 202{wave}-02-{day:02}, {answers}, {age}, {city}, Έτσι κι έτσι.]")
                .unwrap();
        }
        text
    };
    let files = [5, 6].map(wave);
    Project::new()
        .file("cxbook.yaml", config)
        .file("data/surveys/5.yaml", &files[0])
        .file("data/surveys/6.yaml", &files[1])
}

/// A program without an answer.
fn begun() -> Project {
    let config = "title: Αρχή\nlanguage: xx\ntheme: xx\ncustomers: b2b\nquestions:\n  \
                  q1: {kind: nps, text: Θα μας συνιστούσατε;}\n";
    Project::new()
        .file("cxbook.yaml", config)
        .file("data/accounts.yaml", "accounts: [{id: π, name: Εταιρεία, contacts: [{id: ε, name: Πρόσωπο}]}]\n")
}
