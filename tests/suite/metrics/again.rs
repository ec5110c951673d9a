//! What is computed again after an edit is what is computed of the edited program alone: nothing that is taken over
//! from before is out of date.

use std::fmt::Write as _;

use cxbook::metrics::{measure, measure_again};
use proptest::prelude::*;

use super::checked;
use crate::project::{CONFIG, Project};

/// Of whom an answer is (a contact of an account, an account, nobody), how it recommends and rates, and whether it is
/// anonymous.
type Answer = (Option<u8>, Option<u8>, u8, u8, bool);

/// What is told of a wave.
#[derive(Debug, Clone)]
pub(super) struct Wave {
    /// Which of the days it began on.
    began: usize,
    answers: Vec<Answer>,
    promise: &'static str,
    invites: bool,
    /// How many of an account recommend by 9, beside the answers.
    tallied: Option<(u8, u8)>,
}

/// What is told of all waves.
#[derive(Debug, Clone)]
pub(super) struct Rules {
    by: &'static str,
    relevant: u8,
    /// The account that is golden, and what it pays.
    golden: (u8, u8),
}

/// So far apart that the last is held against the one before, that of a year ago, and that of the long run.
const DAYS: [&str; 4] = ["2020-01-05", "2020-07-05", "2021-01-05", "2021-07-05"];

const ACCOUNTS: u8 = 6;
const CONTACTS: u8 = 3;

fn answer() -> impl Strategy<Value = Answer> {
    let of = (proptest::option::weighted(0.95, 0..ACCOUNTS), proptest::option::weighted(0.9, 0..CONTACTS));
    let answer = (of, 0..=10_u8, 1..=5_u8, proptest::bool::weighted(0.1));
    answer.prop_map(|((account, contact), recommend, rated, anonymous)| (account, contact, recommend, rated, anonymous))
}

pub(super) fn wave(began: usize) -> impl Strategy<Value = Wave> {
    let promise = prop_oneof![4 => Just("named"), 2 => Just("confidential"), 1 => Just("anonymous")];
    let answers = proptest::collection::vec(answer(), 0..30);
    let tallied = proptest::option::weighted(0.2, (0..ACCOUNTS, 1..9_u8));
    let wave = (answers, promise, any::<bool>(), tallied);
    wave.prop_map(move |(answers, promise, invites, tallied)| Wave { began, answers, promise, invites, tallied })
}

pub(super) fn rules() -> impl Strategy<Value = Rules> {
    let by = prop_oneof![Just("contact.role"), Just("account.tier")];
    let all = (by, 0..200_u8, (0..ACCOUNTS, 1..3_u8));
    all.prop_map(|(by, relevant, golden)| Rules { by, relevant, golden })
}

#[derive(Debug, Clone)]
enum Edit {
    /// One answer is another.
    Other(usize, Answer),
    /// An answer is taken out.
    Less(usize),
    /// An answer comes in.
    More(usize, Answer),
    /// Two answers change places.
    Swapped(usize, usize),
    /// The wave is another.
    Wave(Wave),
    /// The wave and the first change places.
    Days,
    /// What is tallied of the wave is other.
    Tallied(Option<(u8, u8)>),
    /// One of the rules is another.
    By(Rules),
    Relevant(Rules),
    Golden(Rules),
}

fn edit() -> impl Strategy<Value = Edit> {
    prop_oneof![
        4 => (any::<usize>(), answer()).prop_map(|(at, answer)| Edit::Other(at, answer)),
        2 => any::<usize>().prop_map(Edit::Less),
        2 => (any::<usize>(), answer()).prop_map(|(at, answer)| Edit::More(at, answer)),
        1 => (any::<usize>(), any::<usize>()).prop_map(|(one, other)| Edit::Swapped(one, other)),
        1 => wave(0).prop_map(Edit::Wave),
        1 => Just(Edit::Days),
        1 => proptest::option::of((0..ACCOUNTS, 1..9_u8)).prop_map(Edit::Tallied),
        1 => rules().prop_map(Edit::By),
        1 => rules().prop_map(Edit::Relevant),
        1 => rules().prop_map(Edit::Golden),
    ]
}

fn apply(edit: Edit, waves: &mut [Wave], position: usize, rules: &mut Rules) {
    let began = waves[position].began;
    let answers = &mut waves[position].answers;
    let n = answers.len();
    match edit {
        Edit::Other(at, answer) if n > 0 => answers[at % n] = answer,
        Edit::Less(at) if n > 0 => drop(answers.remove(at % n)),
        Edit::More(at, answer) => answers.insert(at % (n + 1), answer),
        Edit::Swapped(one, other) if n > 0 => answers.swap(one % n, other % n),
        Edit::Wave(wave) => waves[position] = Wave { began, ..wave },
        Edit::Days => {
            waves[position].began = std::mem::replace(&mut waves[0].began, began);
        }
        Edit::Tallied(tallied) => waves[position].tallied = tallied,
        Edit::By(others) => rules.by = others.by,
        Edit::Relevant(others) => rules.relevant = others.relevant,
        Edit::Golden(others) => rules.golden = others.golden,
        _ => {}
    }
}

pub(super) fn write(project: &Project, waves: &[Wave], rules: &Rules) {
    let mut accounts = "accounts:\n".to_owned();
    for account in 0..ACCOUNTS {
        let (tier, revenue) = if account == rules.golden.0 { ("gold", rules.golden.1) } else { ("silver", account) };
        let contact = |contact| format!("{{id: c{account}-{contact}, role: r{contact}}}");
        let contacts: Vec<String> = (0..CONTACTS).map(contact).collect();
        let about = format!("revenue: {revenue}, attributes: {{tier: {tier}}}, contacts: [{}]", contacts.join(", "));
        writeln!(accounts, "  - {{id: a{account}, {about}}}").unwrap();
    }
    let config = CONFIG.replace("kind: nps", &format!("kind: nps, relevant: {}", rules.relevant));
    let rated = "  rated: {kind: rating, scale: [1, 5], block: people, text: Rated?}\n";
    let segments = format!("segments: [{{id: s, label: S, by: {}}}]\nprivacy: {{hide_below: 3}}\n", rules.by);
    project.write("cxbook.yaml", &format!("{config}{rated}{segments}"));
    project.write("data/accounts.yaml", &accounts);
    for (position, wave) in waves.iter().enumerate() {
        project.write(&format!("data/surveys/{position}.yaml"), &responses(position, wave));
        project.write(&format!("data/surveys/{position}-counts.yaml"), &tallies(position, wave));
    }
}

fn head(position: usize, wave: &Wave) -> String {
    format!("survey: s\nwave: w{position}\nfrom: {}\npromise: {}\n", DAYS[wave.began], wave.promise)
}

fn responses(position: usize, wave: &Wave) -> String {
    let mut text = head(position, wave);
    if wave.invites {
        text += "invitations: [{contact: c0-0}, {contact: c1-1}, {account: a2}]\n";
    }
    text += if wave.answers.is_empty() { "" } else { "responses:\n" };
    for (n, (account, contact, recommend, rated, anonymous)) in wave.answers.iter().enumerate() {
        let of = account.map(|account| format!("account: a{account}, ")).unwrap_or_default();
        let contact = account.zip(*contact).map(|(account, contact)| format!("contact: c{account}-{contact}, "));
        let whose = of + &contact.unwrap_or_default();
        writeln!(text, "  - {{id: {position}-{n}, anonymous: {anonymous}, {whose}answers: {{recommend: {recommend}, rated: {rated}}}}}")
            .unwrap();
    }
    text
}

fn tallies(position: usize, wave: &Wave) -> String {
    let cell = |(account, n)| {
        format!("tallies: [{{where: {{account: a{account}}}, question: recommend, counts: {{9: {n}}}}}]\n")
    };
    head(position, wave) + &wave.tallied.map(cell).unwrap_or_default()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn what_is_computed_again_is_what_is_computed_afresh(
        waves in [wave(0), wave(1), wave(2), wave(3)],
        rules in rules(),
        edits in proptest::collection::vec((0..4_usize, edit()), 1..3),
    ) {
        let project = Project::new();
        let (mut waves, mut rules) = (waves, rules);
        write(&project, &waves, &rules);
        let before = checked(&project);
        let known = measure(&before);
        for (position, edit) in edits {
            apply(edit, &mut waves, position, &mut rules);
        }
        write(&project, &waves, &rules);
        let after = checked(&project);
        let (again, afresh) = (measure_again(&after, &before, known), measure(&after));
        prop_assert!(again == afresh, "{:#?}\n{:#?}", again, afresh);
    }
}
