//! Persons, comments and the days of answers.

use cxbook::disclosure::comments::NoQuote;
use cxbook::disclosure::persons::{Author, BuyingGroup, Member};
use cxbook::disclosure::withheld::Withheld;
use cxbook::disclosure::{AccountId, Asked, Scope};
use jiff::civil::{Date, date};

use super::{ACCOUNTS, ALPHA, ANSWERS, FIRST, Measured, wave};

const TODAY: Option<Date> = Some(date(2026, 4, 1));

fn members(of: &Measured) -> Vec<Member<'_>> {
    match of.disclosed().buying_group(AccountId::FIRST, TODAY) {
        BuyingGroup::Listed(listed) => listed.members,
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_author_is_named_as_far_as_the_wave_lets_it() {
    let written = [
        ("named", Author::Named { name: "Ada", title: Some("Head of Sales") }, Author::Role("user")),
        ("role", Author::Role("user"), Author::Role("user")),
    ];
    for (respondents, of_ada, of_the_second) in written {
        let measured = Measured::new(respondents);
        let comments = measured.disclosed().comments(ALPHA, 10);
        let authors: Vec<(&str, Author<'_>)> = comments.shown.iter().map(|one| (one.text, one.author)).collect();
        assert_eq!(authors, [("words of the second", of_the_second), ("words of ada", of_ada)], "{respondents}");
        assert!(
            comments
                .shown
                .iter()
                .all(|one| one.account == Some(AccountId::FIRST) && one.date.is_some() && one.score.is_some())
        );
        assert_eq!(comments.withheld, Some(Withheld::Attributed { fewest: 5 }));
    }
}

#[test]
fn nothing_is_known_of_the_author_of_an_anonymous_answer() {
    for respondents in ["named", "role", "anonymous"] {
        let measured = Measured::new(respondents);
        let everyone = measured.disclosed().comments(Scope::Program, 10);
        let whispers = everyone.shown.iter().find(|one| one.text == "whispers").unwrap();
        let shown = (whispers.author, whispers.account, whispers.date, whispers.score);
        assert_eq!(shown, (Author::Respondent, None, None, None), "{respondents}");
        assert_eq!(everyone.withheld, None);
    }
}

#[test]
fn an_anonymous_wave_names_nobody_and_shows_no_comment_of_few() {
    let measured = Measured::new("anonymous");
    let disclosed = measured.disclosed();
    let of_alpha = disclosed.comments(ALPHA, 10);
    assert!(of_alpha.shown.is_empty(), "{of_alpha:?}");
    assert_eq!(of_alpha.withheld, Some(Withheld::FewComments { fewest: 8 }));
    let everyone = disclosed.comments(Scope::Program, 2);
    let are_of_nobody = everyone
        .shown
        .iter()
        .all(|one| one.author == Author::Respondent && one.account.is_none() && one.date.is_none());
    assert!(are_of_nobody, "{everyone:?}");
    let texts: Vec<&str> = everyone.shown.iter().map(|one| one.text).collect();
    assert_eq!((texts, everyone.more), (vec!["whispers", "words of ada"], 1));
    assert_eq!(disclosed.buying_group(AccountId::FIRST, TODAY), BuyingGroup::Counted(4));
    assert_eq!((disclosed.best_asked(AccountId::FIRST), disclosed.answer_days(FIRST)), (None, None));
}

#[test]
fn a_quote_keeps_to_the_terms_of_the_page_that_it_stands_on() {
    let measured = Measured::new("named");
    let disclosed = measured.disclosed();
    assert_eq!(disclosed.quote(ALPHA, None, "r1").unwrap().text, "words of ada");
    assert_eq!(disclosed.quote(ALPHA, None, "r3"), Err(NoQuote::Withheld(Withheld::Attributed { fewest: 5 })));
    assert_eq!(disclosed.quote(Scope::Program, None, "r3").unwrap().account, None);
    assert_eq!(disclosed.quote(ALPHA, None, "r4"), Err(NoQuote::NothingWritten));
    assert_eq!(disclosed.quote(ALPHA, None, "r99"), Err(NoQuote::Unknown));
    assert_eq!(disclosed.quote(ALPHA, Some("other"), "r1"), Err(NoQuote::Unknown));
    let anonymous = Measured::new("anonymous");
    let few = anonymous.disclosed().quote(ALPHA, None, "r1");
    assert_eq!(few, Err(NoQuote::Withheld(Withheld::FewComments { fewest: 8 })));
}

#[test]
fn a_buying_group_names_its_members_only_where_persons_are_named() {
    let named = Measured::new("named");
    let names: Vec<Option<&str>> = members(&named).iter().map(|member| member.name).collect();
    assert_eq!(names, [Some("Al"), Some("a2"), Some("Ada"), Some("Abe")]);
    assert_eq!(members(&named)[2].title, Some("Head of Sales"));
    let by_role = Measured::new("role");
    for member in members(&by_role) {
        assert_eq!((member.name, member.title), (None, None));
        assert!(member.role.is_some());
    }
}

#[test]
fn a_member_who_answered_anonymously_has_no_answer_and_nobody_can_tell() {
    let measured = Measured::new("named");
    let members = members(&measured);
    assert_eq!((members[0].latest, members[0].asked), (None, Asked::NotTold));
    assert!(members[0].is_decision_maker());
    assert_eq!(members[1].latest.unwrap().score, Some(8.0));
    assert!(members[3].has_left && !members[2].has_left);
    assert_eq!(measured.disclosed().best_asked(AccountId::FIRST), Some(Asked::NotTold));
}

#[test]
fn the_order_of_members_does_not_follow_the_records() {
    // Two of one role and weight are told apart by what they answered, wherever they stand in the file.
    let contact = |id: &str| format!("{{id: {id}, name: Name of {id}, role: user, influence: 1}}");
    let scores = |first: &str, second: &str| {
        let accounts =
            format!("accounts: [{{id: a, name: Alpha, contacts: [{}, {}]}}]\n", contact(first), contact(second));
        let answers = "responses: [{id: r1, contact: x, answers: {recommend: 9}}, {id: r2, contact: y, answers: {recommend: 3}}]\n";
        let measured = Measured::of("role", &accounts, &[&wave("02", "", answers)]);
        members(&measured).iter().map(|member| member.latest.unwrap().score).collect::<Vec<_>>()
    };
    assert_eq!(scores("x", "y"), scores("y", "x"));
}

#[test]
fn answers_of_a_wave_with_another_promise_do_not_stand_beside_its_persons() {
    let before = "responses: [{id: p1, contact: a1, date: 2026-01-09, answers: {recommend: 3}}]\n";
    let now = "responses: [{id: q1, contact: a1, date: 2026-02-09, answers: {recommend: 9}}]\n";
    let change = |promise: &str| {
        let waves = [wave("01", promise, before), wave("02", "", now)];
        let measured = Measured::of("named", ACCOUNTS, &[&waves[0], &waves[1]]);
        members(&measured).iter().find(|member| member.name == Some("Ada")).unwrap().change
    };
    assert_eq!(change(""), Some(6.0));
    for promise in ["promise: anonymous\n", "promise: confidential\n"] {
        assert_eq!(change(promise), None, "{promise}");
    }
}

#[test]
fn the_days_of_anonymous_answers_are_only_counted() {
    for respondents in ["named", "role"] {
        let days = Measured::new(respondents).disclosed().answer_days(FIRST).unwrap();
        assert_eq!((days.shown.len(), days.hidden), (9, 1));
        assert!(!days.shown.contains(&date(2026, 2, 20)), "{days:?}");
    }
}

#[test]
fn what_matches_no_record_is_named_as_far_as_persons_are() {
    let more = "  - {id: r11, account: a, contact: stranger, answers: {recommend: 9}}
  - {id: r12, account: a, contact: shadow, anonymous: true, answers: {recommend: 9}}\n";
    for (respondents, expected) in [("named", vec!["stranger"]), ("role", vec!["r11"]), ("anonymous", vec![])] {
        let survey = wave("02", "", &format!("{ANSWERS}{more}"));
        let measured = Measured::of(respondents, ACCOUNTS, &[&survey]);
        let unmatched = measured.disclosed().unmatched(FIRST);
        assert_eq!(unmatched.len(), 1);
        assert_eq!((unmatched[0].n, &unmatched[0].names), (2, &expected), "{respondents}");
    }
}
