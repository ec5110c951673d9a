//! A segment against everyone else: everyone else is what a subtraction leaves, and gives the same figures as going
//! through their answers. Segments of few accounts have no interval of their own.

use cxbook::metrics::scores::columns::{ColumnKey, Rows};
use cxbook::metrics::scores::statistic::{kind, scale, score};
use cxbook::metrics::{Confidence, Difference, Incomparable, Item, Observation, Scope, Statistic, difference, measure};
use cxbook::program::Program;
use cxbook::program::ids::WaveId;
use cxbook::program::segments::Segment;
use proptest::prelude::*;

use super::again::{rules, wave, write};
use super::checked;
use crate::project::Project;

/// Those who are in a segment, or those who are not, as the item's score reads their answers.
fn answers(program: &Program, wave: WaveId, item: Item, segment: Segment, inside: bool) -> Vec<Observation> {
    let rows = Rows::new(program, &program.waves[wave]);
    let statistic = score(program, item).unwrap();
    let column = rows.column(ColumnKey { item, option: None });
    let cells = column.cells().filter(|cell| cell.segments.contains(&segment) == inside);
    let read = |o: Observation| Observation { x: statistic.read(o.x, kind(program, item)), ..o };
    cells.map(|cell| read(cell.observation)).collect()
}

fn are_near(one: Option<f64>, other: Option<f64>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => (one - other).abs() <= 1e-9 * one.abs().max(1.0),
        (one, other) => one == other,
    }
}

fn are_alike(one: &Difference, other: &Difference) -> bool {
    let low = |d: &Difference| d.interval.map(|interval| interval.low);
    let high = |d: &Difference| d.interval.map(|interval| interval.high);
    let rest = |d: &Difference| (d.incomparable, d.n_before, d.n_after);
    are_near(Some(one.value), Some(other.value))
        && are_near(low(one), low(other))
        && are_near(high(one), high(other))
        && are_near(one.df, other.df)
        && are_near(one.p, other.p)
        && rest(one) == rest(other)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn the_rest_is_everyone_who_is_not_in_the_segment(waves in [wave(0), wave(1)], rules in rules()) {
        let project = Project::new();
        write(&project, &waves, &rules);
        let program = checked(&project);
        let metrics = measure(&program);
        for (wave, of_wave) in metrics.waves.with_ids() {
            for (scope, item, figure) in of_wave.figures.iter() {
                let (Scope::Segment(segment), Some(against)) = (scope, &figure.against_rest) else { continue };
                let side = |inside| answers(&program, wave, item, segment, inside);
                let measure = score(&program, item).unwrap().measure(scale(&program, item));
                let direct = difference(measure, &side(false), &side(true), Confidence::Single).unwrap();
                prop_assert!(are_alike(&against.difference, &direct), "{:#?}\n{:#?}", against.difference, direct);
            }
        }
    }
}

/// Three accounts in the north, two in the south, of each of which three contacts answer.
fn regions(customers: &str) -> Project {
    let config =
        format!("title: Test\ncustomers: {customers}\nquestions:\n  recommend: {{kind: nps, text: Recommend?}}\n");
    let config = config
        + "  rated: {kind: rating, scale: [1, 5], text: Rated?}\nsegments: [{id: region, label: Region, by: account.region}]\n";
    let mut accounts = "accounts:\n".to_owned();
    let mut survey = "survey: s\nwave: w\nfrom: 2026-01-05\nresponses:\n".to_owned();
    for (account, region) in ["north", "north", "north", "south", "south"].into_iter().enumerate() {
        accounts += &format!("  - {{id: a{account}, attributes: {{region: {region}}}}}\n");
        for contact in 0..3 {
            let answers = format!("answers: {{recommend: {}, rated: {}}}", 4 + account + contact, 1 + contact);
            survey += &format!("  - {{id: {account}-{contact}, account: a{account}, {answers}}}\n");
        }
    }
    Project::new()
        .file("cxbook.yaml", &config)
        .file("data/accounts.yaml", &accounts)
        .file("data/surveys/w.yaml", &survey)
}

#[test]
fn a_segment_of_two_accounts_has_no_interval() {
    for customers in ["b2b", "mixed", "b2c"] {
        let project = regions(customers);
        let program = checked(&project);
        let metrics = measure(&program);
        let segment = |value| Scope::Segment(Segment { dimension: 0, value });
        for item in [0, 1].map(Item::Question) {
            let figures = &metrics.waves[WaveId::FIRST].figures;
            let (north, south) = (figures.get(segment(0), item).unwrap(), figures.get(segment(1), item).unwrap());
            let has_interval =
                |level: &(Statistic, Option<cxbook::metrics::Level>)| level.1.unwrap().interval.is_some();
            assert!(north.levels.iter().all(has_interval) && !north.few_accounts, "{customers}: {north:#?}");
            assert_eq!(south.few_accounts, customers != "b2c");
            assert!(
                south.levels.iter().all(|level| has_interval(level) == (customers == "b2c")),
                "{customers}: {south:#?}"
            );
            let against = south.against_rest.as_ref().unwrap();
            assert_eq!(against.difference.incomparable, Some(Incomparable::TooFewAccounts));
        }
    }
}

#[test]
fn pages_and_the_file_say_why_there_is_no_interval() {
    let project = regions("b2b");
    project.build();
    let page = project.text("segments/region/south/index.html");
    assert!(page.contains("NPS +50 (no interval: fewer than three accounts, n = 6, indicative)."), "{page}");
    assert!(page.contains("+117 against everyone else: too few accounts to compare."), "{page}");
    assert!(!page.contains("stand out"), "{page}");
    assert_eq!(project.figure("s,w,segment:region=south,recommend,nps"), "50.0000,,,6,,0.2141,no_interval");
    assert!(project.figure("s,w,segment:region=north,recommend,nps").ends_with(",indicative"));
    let lead = project.text("segments/index.html");
    assert!(lead.contains("Too few answers to compare any groups."), "{lead}");
}

#[test]
fn pages_say_why_a_change_has_no_interval() {
    let responses = |wave: u8, of: &[&str]| {
        let answers = of.iter().enumerate().map(|(n, account)| {
            format!("  - {{id: {wave}-{n}, account: {account}, contact: c{n}, answers: {{recommend: {}}}}}\n", 10 - n)
        });
        format!("survey: s\nwave: w{wave}\nfrom: 202{wave}-01-05\nresponses:\n{}", answers.collect::<String>())
    };
    let change = |before: &[&str], after: &[&str]| {
        let project = Project::with_config("")
            .file("data/accounts.yaml", "accounts: [{id: a}, {id: b}, {id: c}]\n")
            .file("data/surveys/0.yaml", &responses(0, before))
            .file("data/surveys/1.yaml", &responses(1, after));
        project.build();
        (project.text("index.html"), project.text("accounts/a/index.html"))
    };
    let (program, account) = change(&["a", "a", "a", "a", "b"], &["a", "a", "a", "a", "a"]);
    assert!(program.contains("too few accounts to compare"), "{program}");
    assert!(account.contains("fewer than 5 answers before"), "{account}");
    let (program, _) = change(&["a", "b", "c"], &["a", "b", "c", "a", "b"]);
    assert!(program.contains("too few answers to compare"), "{program}");
    let (_, account) = change(&["a"; 5], &["a"; 5]);
    assert!(account.contains("no measurable change"), "{account}");
}
