//! Programs in which nothing differs and nothing changes: how often something is marked, or is said to have risen or
//! fallen, by chance. Answers are drawn with a fixed seed; contacts of an account answer alike.

use std::fmt::Write as _;

use cxbook::metrics::{Item, Metrics, Movement, Scope, measure};
use cxbook::program::Program;
use cxbook::program::answers::Answer;
use cxbook::program::waves::Response;
use proptest::prelude::RngExt;
use proptest::test_runner::{TestRng, TestRunner};

use super::checked;
use crate::ids::nth;
use crate::project::Project;

/// Questions: one of recommendation, the others ratings.
const QUESTIONS: u16 = 3;

/// The most contacts of an account who answer.
const CONTACTS: u8 = 8;

/// What an answer's variance of 1 is made of: of the account, and of the account in that wave alone, which make answers
/// of an account as alike as 0.3; of the contact; the rest of the answer itself.
const OF_ACCOUNT: f64 = 0.15;
const OF_WAVE: f64 = 0.15;
const OF_CONTACT: f64 = 0.2;

/// How many programs are drawn.
const DRAWS: u32 = 1000;

/// A program with so many accounts in each region, of which everybody answered in so many waves.
fn program(regions: &[u8], waves: u8) -> Program {
    let ids = regions.iter().zip('a'..).flat_map(|(n, region)| (0..*n).map(move |number| (region, number)));
    let ids: Vec<(char, u8)> = ids.collect();
    let mut accounts = "accounts:\n".to_owned();
    for (region, number) in &ids {
        let contacts: Vec<String> =
            (0..CONTACTS).map(|contact| format!("{{id: {region}{number}-{contact}}}")).collect();
        let about = format!("attributes: {{region: {region}}}, contacts: [{}]", contacts.join(", "));
        writeln!(accounts, "  - {{id: {region}{number}, {about}}}").unwrap();
    }
    let rating = |n| format!("  r{n}: {{kind: rating, scale: [1, 5], text: Rated?}}\n");
    let ratings: String = (1..QUESTIONS).map(rating).collect();
    let config = format!("{ratings}segments: [{{id: region, label: Region, by: account.region}}]\n");
    let mut project = Project::with_config(&config).file("data/accounts.yaml", &accounts);
    for wave in 0..waves {
        let mut text = format!("survey: s\nwave: w{wave}\nfrom: 202{wave}-01-05\nresponses:\n");
        let all = ids.iter().flat_map(|id| (0..CONTACTS).map(move |contact| (id, contact)));
        for ((region, number), contact) in all {
            let id = format!("{region}{number}-{contact}");
            writeln!(text, "  - {{id: {wave}-{id}, contact: {id}, answers: {{recommend: 9}}}}").unwrap();
        }
        project = project.file(&format!("data/surveys/{wave}.yaml"), &text);
    }
    checked(&project)
}

/// A draw that is nearly normal, with mean 0 and variance 1.
fn normal(rng: &mut TestRng) -> f64 {
    (0..12).map(|_| rng.random_range(0.0..1.0)).sum::<f64>() - 6.0
}

/// The answer that somebody gives who leans so far: recommendations from 0 to 10, ratings from 1 to 5.
fn answer(question: u16, leaning: f64) -> Answer {
    Answer::Number(match question {
        0 => (7.5 + 2.0 * leaning).round().clamp(0.0, 10.0),
        _ => (3.5 + leaning).round().clamp(1.0, 5.0),
    })
}

/// New answers to every question and wave, of as many contacts of each account as `answering` says.
fn draw(program: &mut Program, everybody: &[Vec<Response>], answering: &[u32], rng: &mut TestRng) {
    for (wave, responses) in program.waves.iter_mut().zip(everybody) {
        let answers = |response: &&Response| {
            response.contact.unwrap().number() % u32::from(CONTACTS) < answering[response.account.unwrap().index()]
        };
        wave.responses = responses.iter().filter(answers).cloned().collect();
        wave.responses.iter_mut().for_each(|response| response.answers.clear());
    }
    for question in 0..QUESTIONS {
        let mut leanings =
            |n: usize, variance: f64| -> Vec<f64> { (0..n).map(|_| normal(rng) * variance.sqrt()).collect() };
        let of_accounts = leanings(program.register.accounts.len(), OF_ACCOUNT);
        let of_contacts = leanings(program.register.contacts.len(), OF_CONTACT);
        for wave in program.waves.iter_mut() {
            let of_wave = leanings(of_accounts.len(), OF_WAVE);
            let own = leanings(wave.responses.len(), 1.0 - OF_ACCOUNT - OF_WAVE - OF_CONTACT);
            for (response, own) in wave.responses.iter_mut().zip(own) {
                let (account, contact) = (response.account.unwrap().index(), response.contact.unwrap().index());
                let leaning = of_accounts[account] + of_wave[account] + of_contacts[contact] + own;
                response.answers.push((question, answer(question, leaning)));
            }
        }
    }
}

/// One to all contacts of each of fifteen accounts.
fn a_few_of_each(rng: &mut TestRng) -> Vec<u32> {
    (0..15).map(|_| rng.random_range(1..=u32::from(CONTACTS))).collect()
}

/// All contacts of the first of five accounts, and about as many of the others together.
fn half_of_the_first(rng: &mut TestRng) -> Vec<u32> {
    let others = (1..5).map(|_| rng.random_range(1..=3));
    [u32::from(CONTACTS)].into_iter().chain(others).collect()
}

/// How often something holds in all draws, in percent: one figure for each thing that is asked.
fn percent<const ASKED: usize>(
    mut program: Program,
    answering: impl Fn(&mut TestRng) -> Vec<u32>,
    holds: impl Fn(&Metrics) -> [bool; ASKED],
) -> [f64; ASKED] {
    let mut runner = TestRunner::deterministic();
    let everybody: Vec<Vec<Response>> = program.waves.iter().map(|wave| wave.responses.clone()).collect();
    let mut times = [0; ASKED];
    for _ in 0..DRAWS {
        let answering = answering(runner.rng());
        draw(&mut program, &everybody, &answering, runner.rng());
        for (times, held) in times.iter_mut().zip(holds(&measure(&program))) {
            *times += u32::from(held);
        }
    }
    times.map(|times| 100.0 * f64::from(times) / f64::from(DRAWS))
}

#[test]
fn segments_seldom_stand_out_where_none_differs() {
    let [marked] = percent(program(&[7, 4, 2, 2], 1), a_few_of_each, |metrics| {
        let figures = metrics.waves.iter().flat_map(|wave| wave.figures.iter());
        [figures.filter_map(|(_, _, figure)| figure.against_rest.as_ref()).any(|rest| rest.stands_out)]
    });
    assert!(marked > 0.0 && marked < 6.0, "{marked} % of the programs have a mark");
}

#[test]
fn panels_of_five_accounts_seldom_rise_or_fall_where_nothing_changed() {
    let moved = percent(program(&[5], 2), half_of_the_first, |metrics| {
        [0, 1, 2].map(|question| {
            let figure = metrics.waves[nth(1)].figures.get(Scope::Program, Item::Question(question)).unwrap();
            matches!(figure.change().unwrap().movement, Movement::Rose | Movement::Fell)
        })
    });
    assert!(moved.iter().all(|moved| *moved > 0.0 && *moved < 6.0), "{moved:?} % of the panels rose or fell");
}
