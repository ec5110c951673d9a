//! Figures: which are scores, which only answers, and why the rest is not shown.

use cxbook::disclosure::answers::NotParted;
use cxbook::disclosure::figures::{Shown, ShownChange};
use cxbook::disclosure::withheld::Withheld;
use cxbook::disclosure::{Scope, Statistic, Weighted};

use super::{ACCOUNTS, ALPHA, ANSWERS, FIRST, Measured, RECOMMEND, beta, wave};
use crate::ids::nth;

fn shown(of: &Measured, scope: Scope) -> Shown {
    let disclosed = of.disclosed();
    disclosed.shown(FIRST, scope, disclosed.figure(FIRST, scope, RECOMMEND).unwrap())
}

#[test]
fn a_figure_is_a_score_or_says_why_not() {
    for respondents in ["named", "role"] {
        let measured = Measured::new(respondents);
        assert_eq!(shown(&measured, Scope::Program), Shown::Score);
        assert_eq!(shown(&measured, beta()), Shown::Score);
        assert_eq!(shown(&measured, ALPHA), Shown::Withheld(Withheld::BesideAnonymous { fewest: 5 }));
    }
    let anonymous = Measured::new("anonymous");
    assert_eq!(shown(&anonymous, ALPHA), Shown::Withheld(Withheld::SmallGroup { fewest: 5 }));
    assert_eq!(shown(&anonymous, Scope::Program), Shown::Score);
}

#[test]
fn there_is_nothing_in_a_figure_that_is_withheld() {
    for respondents in ["named", "role", "anonymous"] {
        let measured = Measured::new(respondents);
        let disclosed = measured.disclosed();
        let figure = disclosed.figure(FIRST, ALPHA, RECOMMEND).unwrap();
        assert!(figure.levels.iter().all(|(_, level)| level.is_none()), "{figure:?}");
        assert!((figure.n, figure.distribution.len()) == (0, 0), "{figure:?}");
        assert_eq!(disclosed.shown_score(FIRST, ALPHA, RECOMMEND), None);
        assert!(disclosed.shown_score(FIRST, Scope::Program, RECOMMEND).is_some());
    }
}

#[test]
fn few_answers_of_an_account_are_no_score() {
    let answers = ANSWERS.replace(", anonymous: true", "");
    let measured = Measured::of("named", ACCOUNTS, &[&wave("02", "", &answers)]);
    assert_eq!(shown(&measured, ALPHA), Shown::Answers { fewest: 5 });
    assert_eq!(measured.disclosed().shown_score(FIRST, ALPHA, RECOMMEND), None);
}

#[test]
fn a_change_of_an_account_with_few_answers_before_is_not_shown() {
    let six = ANSWERS.replace(", anonymous: true", "");
    let few = "responses: [{id: p1, contact: b1, answers: {recommend: 3}}]\n";
    let measured = Measured::of("named", ACCOUNTS, &[&wave("01", "", few), &wave("02", "", &six)]);
    let disclosed = measured.disclosed();
    let figure = |scope| disclosed.figure(nth(1), scope, RECOMMEND).unwrap();
    let change = disclosed.change(nth(1), beta(), figure(beta())).unwrap();
    assert_eq!(change, (FIRST, ShownChange::FewBefore { fewest: 5 }));
    let of_alpha = disclosed.change(nth(1), ALPHA, figure(ALPHA)).unwrap();
    assert_eq!(of_alpha, (FIRST, ShownChange::NoAnswersBefore));
    let everyone = disclosed.change(nth(1), Scope::Program, figure(Scope::Program)).unwrap();
    assert!(matches!(everyone, (FIRST, ShownChange::Change(Statistic::Nps, _))), "{everyone:?}");
    assert_eq!(disclosed.change(FIRST, beta(), disclosed.figure(FIRST, beta(), RECOMMEND).unwrap()), None);
}

#[test]
fn a_change_that_is_not_parted_says_why() {
    let answers = |all: &[&str]| {
        let one = |(number, who): (usize, &&str)| format!("  - {{id: q{number}, {who}, answers: {{recommend: 9}}}}\n");
        format!("responses:\n{}", all.iter().enumerate().map(one).collect::<String>())
    };
    let four = ["contact: b1", "contact: b2", "contact: b3", "contact: b4"];
    let before = answers(&[&four[..], &["contact: b5"]].concat());
    let parted = |respondents: &str, last: &str| {
        let now = answers(&[&four[..], &[last]].concat()).replace("id: q", "id: n");
        let measured = Measured::of(respondents, ACCOUNTS, &[&wave("01", "", &before), &wave("02", "", &now)]);
        measured.disclosed().split(nth(1), Scope::Program, RECOMMEND).unwrap().err()
    };
    assert_eq!(parted("named", "contact: b6"), None);
    assert_eq!(parted("named", "account: b"), Some(NotParted::Unnamed));
    assert_eq!(parted("named", "contact: b6, anonymous: true"), Some(NotParted::AnonymousAnswer));
    assert_eq!(parted("anonymous", "contact: b6"), Some(NotParted::SmallPart));
    let others = answers(&["contact: a1", "contact: a2"]).replace("id: q", "id: n");
    let measured = Measured::of("named", ACCOUNTS, &[&wave("01", "", &before), &wave("02", "", &others)]);
    assert_eq!(measured.disclosed().split(nth(1), Scope::Program, RECOMMEND), Some(Err(NotParted::NobodyTwice)));
}

#[test]
fn weighted_scores_of_anonymous_persons_with_a_small_account_are_hidden() {
    let named = Measured::new("named");
    let weighted = |of: &Measured| of.disclosed().weighted(FIRST).next().unwrap().1[0];
    assert!(matches!(weighted(&named), Some(Weighted::Shown { .. })), "{:?}", weighted(&named));
    assert_eq!(weighted(&Measured::new("anonymous")), Some(Weighted::Hidden));
}

#[test]
fn of_an_account_a_file_calls_indicative_what_its_page_shows_no_score_of() {
    let measured = Measured::new("named");
    let disclosed = measured.disclosed();
    assert!(disclosed.is_indicative(29) && !disclosed.is_indicative(30));
    let all = Measured { program: without_a_bound(&measured), metrics: measured.metrics };
    let disclosed = all.disclosed();
    assert!(disclosed.is_indicative_in_file(true, 4) && !disclosed.is_indicative_in_file(true, 5));
    assert!(!disclosed.is_indicative_in_file(false, 1));
}

/// The same program, to which no number of answers is too few.
fn without_a_bound(of: &Measured) -> cxbook::program::Program {
    let mut program = of.program.clone();
    program.privacy.indicative_below = 0;
    program
}
