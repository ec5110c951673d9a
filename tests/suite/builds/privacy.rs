//! What is hidden is hidden everywhere; who is shown is shown only as far as was promised.

use crate::project::{Project, files};

const GROUP: &str = "accounts:
  - id: a
    name: Alpha
    contacts:
      - {id: petra-id, name: Petra Vogel, title: Chief of Signals, role: decision-maker}
      - {id: urs-id, name: Urs Keller, title: Operations lead, role: user}
";

const WAVE: &str = "survey: s\nwave: w\nfrom: 2026-01-01\nto: 2026-03-31\n";

const ANSWERS: &str = "responses:
  - {id: r1, contact: petra-id, date: 2026-02-01, answers: {recommend: 4}, comment: late invoices}
  - {id: r2, contact: urs-id, date: 2026-02-02, answers: {recommend: 9}, comment: great engineers}
";

fn project(respondents: &str, promise: &str) -> Project {
    let project = Project::with_config(&format!("privacy: {{respondents: {respondents}}}\n"))
        .file("data/accounts.yaml", GROUP)
        .file("data/surveys/s.yaml", &format!("{WAVE}{promise}{ANSWERS}"));
    project.build();
    project
}

/// The files of a site that hold one of the words.
fn with(project: &Project, words: &[&str]) -> Vec<String> {
    let holds = |bytes: &[u8]| words.iter().any(|word| String::from_utf8_lossy(bytes).contains(word));
    files(&project.site()).into_iter().filter(|(_, bytes)| holds(bytes)).map(|(file, _)| file).collect()
}

const PERSONS: [&str; 6] = ["Petra", "Urs", "Chief of Signals", "Operations lead", "petra-id", "urs-id"];

#[test]
fn named_persons_stand_with_their_names() {
    let project = project("named", "");
    let page = project.text("accounts/a/index.html");
    assert!(page.contains("Petra Vogel") && page.contains("late invoices"), "{page}");
}

#[test]
fn by_role_no_name_title_or_id_is_anywhere() {
    let project = project("role", "");
    assert_eq!(with(&project, &PERSONS), Vec::<String>::new());
    let page = project.text("accounts/a/index.html");
    assert!(page.contains("a decision-maker") && page.contains("late invoices"), "{page}");
}

#[test]
fn a_promise_is_kept_where_the_program_is_more_open() {
    let confidential = project("named", "promise: confidential\n");
    assert_eq!(with(&confidential, &PERSONS), Vec::<String>::new());
    let anonymous = project("named", "promise: anonymous\n");
    let hidden = [&PERSONS[..], &["late invoices", "great engineers"]].concat();
    assert_eq!(with(&anonymous, &hidden), Vec::<String>::new());
    assert!(!anonymous.page("accounts/a/index.html").contains("decision-maker"));
}

#[test]
fn an_anonymous_answer_counts_and_is_nobodys() {
    let answers = ANSWERS.replace("comment: late invoices", "comment: late invoices, anonymous: true");
    let project = Project::with_config("privacy: {respondents: named}\n")
        .file("data/accounts.yaml", GROUP)
        .file("data/surveys/s.yaml", &format!("{WAVE}{answers}"));
    project.build();
    let page = project.text("accounts/a/index.html");
    assert!(project.figure("s,w,program,recommend,nps").contains(",2,"));
    assert!(page.contains("1 anonymous answer counts"), "{page}");
    assert!(page.contains("great engineers") && !page.contains("late invoices"), "of two answers the other is known");
}

/// Answers of so many persons in each segment.
fn segments(groups: &[(&str, usize)]) -> Project {
    let mut rows = String::new();
    for (group, persons) in groups {
        for person in 0..*persons {
            let attribute = if group.is_empty() { String::new() } else { format!(", attributes: {{shop: {group}}}") };
            rows.push_str(&format!(
                "  - {{id: {group}x{person}, answers: {{recommend: 9}}, comment: word-of-{group}{attribute}}}\n"
            ));
        }
    }
    let config = "segments: [{id: shop, by: response.shop}]\nprivacy: {respondents: anonymous, hide_below: 5, comments_below: 8}\n";
    let project = Project::with_config(config).file("data/surveys/s.yaml", &format!("{WAVE}responses:\n{rows}"));
    project.build();
    project
}

fn is_hidden(project: &Project, group: &str) -> bool {
    project.figure(&format!("s,w,segment:shop={group},recommend,nps")) == ",,,,,,hidden"
}

#[test]
fn small_groups_are_hidden_and_what_a_subtraction_would_give_too() {
    let project = segments(&[("big", 20), ("middle", 9), ("small", 3)]);
    assert!(is_hidden(&project, "small"));
    assert!(is_hidden(&project, "middle"), "the program less the big one and the middle one would be the small one");
    assert!(!is_hidden(&project, "big"));
    let page = project.text("segments/shop/small/index.html");
    assert!(page.contains("could be recognised"), "{page}");
    assert_eq!(with(&project, &["word-of-small", "word-of-middle"]), Vec::<String>::new());
    assert_eq!(with(&project, &["word-of-big"]), ["segments/shop/big/index.html"]);
}

#[test]
fn two_small_groups_cover_each_other() {
    let project = segments(&[("big", 20), ("one", 3), ("other", 3)]);
    assert!(is_hidden(&project, "one") && is_hidden(&project, "other") && !is_hidden(&project, "big"));
}

#[test]
fn who_has_no_value_could_be_told_by_subtraction() {
    let project = segments(&[("big", 20), ("middle", 9), ("", 2)]);
    assert!(is_hidden(&project, "middle") && !is_hidden(&project, "big"));
}

#[test]
fn who_answered_in_two_small_groups_is_one_person() {
    let answer = |contact: &str, shop: &str| {
        format!(
            "  - {{id: {contact}-{shop}, contact: {contact}, answers: {{recommend: 9}}, attributes: {{shop: {shop}}}}}\n"
        )
    };
    let shops = [("big", 0..20), ("middle", 20..29), ("small", 29..32), ("tiny", 29..32)];
    let rows =
        shops.map(|(shop, persons)| persons.map(|p| answer(&format!("p{p}"), shop)).collect::<String>()).concat();
    let config =
        "repeat: all\nsegments: [{id: shop, by: response.shop}]\nprivacy: {respondents: anonymous, hide_below: 5}\n";
    let project = Project::with_config(config).file("data/surveys/s.yaml", &format!("{WAVE}responses:\n{rows}"));
    project.build();
    assert!(is_hidden(&project, "small") && is_hidden(&project, "tiny") && !is_hidden(&project, "big"));
    assert!(is_hidden(&project, "middle"), "the small ones are three persons together, not six");
}

#[test]
fn a_program_of_few_is_hidden_as_a_whole() {
    let project = segments(&[("one", 4)]);
    assert_eq!(project.figure("s,w,program,recommend,nps"), ",,,,,,hidden");
    assert!(is_hidden(&project, "one"));
    assert!(project.text("index.html").contains("could be recognised"));
}

#[test]
fn comments_of_groups_that_are_too_small_for_them_are_hidden() {
    let project = segments(&[("big", 20), ("middle", 7), ("third", 7)]);
    assert!(!is_hidden(&project, "middle"));
    assert_eq!(with(&project, &["word-of-middle"]), Vec::<String>::new());
}

#[test]
fn a_quote_from_too_few_is_a_mistake() {
    let project = segments(&[("one", 6)]).file("commentary/index.md", "{{ quote(\"onex0\") }}\n");
    let run = project.fail();
    assert!(run.stderr.contains("may not be shown here"), "{}", run.stderr);
    assert!(run.stderr.contains("commentary/index.md:1:11"), "{}", run.stderr);
}

#[test]
fn segments_that_would_be_persons_are_refused_unless_persons_are_named() {
    for (respondents, promise, refused) in
        [("role", "", true), ("anonymous", "", true), ("named", "promise: confidential\n", true), ("named", "", false)]
    {
        let config = format!("segments: [{{id: who, by: contact.name}}]\nprivacy: {{respondents: {respondents}}}\n");
        let project = Project::with_config(&config)
            .file("data/accounts.yaml", GROUP)
            .file("data/surveys/s.yaml", &format!("{WAVE}{promise}{ANSWERS}"));
        let run = project.run(&["build", "."]);
        assert_eq!(run.code, i32::from(refused), "{respondents} {promise}{}", run.stderr);
        assert_eq!(run.stderr.contains("would be persons"), refused, "{}", run.stderr);
    }
}

/// An anonymous wave of accounts with so many answers each; more lines for its file go before the answers.
fn accounts(counts: &[(&str, usize)], config: &str) -> Project {
    let mut register = String::from("accounts:\n");
    let mut rows = String::new();
    for (account, answers) in counts {
        register.push_str(&format!("  - {{id: {account}, revenue: 100, attributes: {{all: [x]}}}}\n"));
        for answer in 0..*answers {
            rows.push_str(&format!(
                "  - {{id: {account}{answer}, account: {account}, answers: {{recommend: {answer}}}}}\n"
            ));
        }
    }
    let project = Project::with_config(&format!("privacy: {{respondents: anonymous}}\n{config}"))
        .file("data/accounts.yaml", &register)
        .file("data/surveys/s.yaml", &format!("{WAVE}responses:\n{rows}"));
    project.build();
    project
}

#[test]
fn weightings_are_hidden_where_an_account_is_too_small() {
    let small = accounts(&[("a", 9), ("b", 8), ("c", 1)], "");
    assert_eq!(small.figure("s,w,program,recommend,nps_account_weighted"), ",,,,,,hidden");
    assert!(!small.text("waves/s/w/index.html").contains("every account counts the same"));
    let large = accounts(&[("a", 9), ("b", 8)], "");
    assert!(!large.figure("s,w,program,recommend,nps_account_weighted").contains("hidden"));
}

#[test]
fn a_weighting_that_does_not_exist_is_not_hidden() {
    let without_accounts = segments(&[("one", 4)]);
    assert_eq!(without_accounts.figure("s,w,program,recommend,nps"), ",,,,,,hidden");
    for weighting in ["account", "revenue", "influence"] {
        let key = format!("s,w,program,recommend,nps_{weighting}_weighted");
        assert!(without_accounts.rows(&key).is_empty(), "{key}");
    }
}

#[test]
fn nothing_is_held_against_a_rest_of_a_few_persons() {
    let project = segments(&[("big", 20)]);
    project.write("data/surveys/t.yaml", &format!("{WAVE}responses:\n  - {{id: alone, answers: {{recommend: 0}}}}\n"));
    project.write("cxbook.yaml", &format!("{}segments: [{{id: shop, by: response.shop}}, {{id: list, by: response.list}}]\nprivacy: {{respondents: anonymous}}\n", crate::project::CONFIG));
    let row = |n: i32| format!("  - {{id: l{n}, answers: {{recommend: 9}}, attributes: {{list: [p, q]}}}}\n");
    let rows = (0..20).map(row).collect::<Vec<_>>().concat();
    project.write("data/surveys/s.yaml", &format!("{WAVE}responses:\n{rows}"));
    project.build();
    let page = project.text("segments/list/p/index.html");
    assert!(page.contains("could be recognised") && !page.contains("against everyone else"), "{page}");
    assert!(!page.contains("NPS +100"), "the program less a list of all but one is that one: {page}");
    assert_eq!(project.figure("s,w,segment:list=p,recommend,nps"), ",,,,,,hidden");
}

#[test]
fn the_parts_of_a_change_are_of_enough_persons_whatever_they_answered_how_often() {
    let wave = |label: &str, from: &str, people: &[(usize, usize)]| {
        let mut rows = String::new();
        for (person, times) in people {
            for time in 0..*times {
                rows.push_str(&format!(
                    "  - {{id: {label}-{person}-{time}, contact: p{person}, answers: {{recommend: 9}}}}\n"
                ));
            }
        }
        format!("survey: s\nwave: {label}\nfrom: {from}\nresponses:\n{rows}")
    };
    let stay: Vec<(usize, usize)> = (0..8).map(|person| (person, 1)).collect();
    let build = |joined: &[(usize, usize)]| {
        let project = Project::with_config("repeat: all\nprivacy: {respondents: anonymous}\n")
            .file("data/surveys/1.yaml", &wave("w1", "2026-01-01", &stay))
            .file("data/surveys/2.yaml", &wave("w2", "2026-02-01", &[&stay[..], joined].concat()));
        project.build();
        project.text("index.html")
    };
    assert!(!build(&[(9, 6)]).contains("Joined"), "six answers of one person");
    let six: Vec<(usize, usize)> = (10..16).map(|person| (person, 1)).collect();
    assert!(build(&six).contains("Joined"), "one answer of each of six persons");
}

#[test]
fn the_parts_of_a_change_leave_nobody_alone() {
    let wave = |label: &str, from: &str, people: &[(usize, &str)]| {
        let row = |(person, shop): &(usize, &str)| {
            format!(
                "  - {{id: {label}-{person}, contact: p{person}, answers: {{recommend: 9}}, attributes: {{shop: {shop}}}}}\n"
            )
        };
        let rows: String = people.iter().map(row).collect();
        format!("survey: s\nwave: {label}\nfrom: {from}\nresponses:\n{rows}")
    };
    let old: Vec<(usize, &str)> = (0..10).map(|person| (person, "old")).collect();
    let build = |joined: &[(usize, &str)]| {
        let config = "segments: [{id: shop, by: response.shop}]\nprivacy: {respondents: anonymous}\n";
        let project = Project::with_config(config)
            .file("data/surveys/1.yaml", &wave("w1", "2026-01-01", &old))
            .file("data/surveys/2.yaml", &wave("w2", "2026-02-01", &[&old[..], joined].concat()));
        project.build();
        project.text("index.html")
    };
    let mut joined: Vec<(usize, &str)> = (10..15).map(|person| (person, "new")).collect();
    assert!(build(&joined).contains("Joined"), "five, who are all of a new shop");
    joined.push((15, "old"));
    assert!(!build(&joined).contains("Joined"), "less those of the new shop, one would be left");
}

#[test]
fn comments_of_too_few_do_not_follow_from_those_of_the_others() {
    let mut rows = String::new();
    for (shop, persons) in [("a", 0..9), ("b", 9..16), ("c", 16..40)] {
        for person in persons {
            let region = if shop == "c" { "south" } else { "north" };
            rows.push_str(&format!("  - {{id: r{person}, answers: {{recommend: 9}}, comment: word-of-{shop}, attributes: {{shop: {shop}, region: {region}}}}}\n"));
        }
    }
    let config = "segments: [{id: shop, by: response.shop}, {id: region, by: response.region}]\nprivacy: {respondents: anonymous, hide_below: 5, comments_below: 8}\n";
    let project = Project::with_config(config).file("data/surveys/s.yaml", &format!("{WAVE}responses:\n{rows}"));
    project.build();
    assert!(!is_hidden(&project, "a") && !is_hidden(&project, "b"));
    // Seven are too few; what north tells and a does not would be theirs.
    assert_eq!(with(&project, &["word-of-a"]), ["segments/region/north/index.html"]);
    assert_eq!(with(&project, &["word-of-c"]), ["segments/region/south/index.html", "segments/shop/c/index.html"]);
}

#[test]
fn who_answered_anonymously_cannot_be_told_from_the_others() {
    let answers = ANSWERS.replace("comment: late invoices", "comment: late invoices, anonymous: true");
    let project = Project::with_config("privacy: {respondents: named}\n")
        .file("data/accounts.yaml", GROUP)
        .file("data/surveys/s.yaml", &format!("{WAVE}{answers}"))
        .file("commentary/accounts/a.md", "Score: {{ score(\"recommend\") }}.\n");
    project.build();
    let page = project.text("accounts/a/index.html");
    assert!(!page.contains("9 and 4") && !page.contains("gave 4") && !page.contains("silent"), "{page}");
    assert!(page.contains("an anonymous answer is among them"), "{page}");
}

#[test]
fn anonymous_comments_stand_in_an_order_that_tells_nothing() {
    let mut rows = String::new();
    for (number, word) in ["delta", "alpha", "echo", "bravo", "charlie", "golf", "foxtrot", "hotel"].iter().enumerate()
    {
        let day = number + 1;
        rows.push_str(&format!("  - {{id: r{number}, date: 2026-01-0{day}, answers: {{recommend: 9}}, comment: {word}, attributes: {{shop: x}}}}\n"));
    }
    let project =
        Project::with_config("segments: [{id: shop, by: response.shop}]\nprivacy: {respondents: anonymous}\n")
            .file("data/surveys/s.yaml", &format!("{WAVE}responses:\n{rows}"));
    project.build();
    let page = project.text("segments/shop/x/index.html");
    let places: Vec<usize> = ["alpha", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel"]
        .map(|word| page.find(word).unwrap())
        .to_vec();
    assert!(places.is_sorted(), "{page}");
}

#[test]
fn a_wave_that_promised_more_is_not_told_by_the_next_ones_changes() {
    let wave = |label: &str, from: &str, promise: &str, score: u8| {
        format!(
            "survey: s\nwave: {label}\nfrom: {from}\n{promise}responses: [{{id: {label}, contact: petra-id, answers: {{recommend: {score}}}}}]\n"
        )
    };
    let build = |promise: &str| {
        let project = Project::with_config("privacy: {respondents: named}\n")
            .file("data/accounts.yaml", GROUP)
            .file("data/surveys/1.yaml", &wave("w1", "2026-01-01", promise, 2))
            .file("data/surveys/2.yaml", &wave("w2", "2026-02-01", "", 9));
        project.build();
        project.text("accounts/a/index.html")
    };
    assert!(build("").contains("+7"));
    let page = build("promise: confidential\n");
    assert!(page.contains("Petra Vogel") && !page.contains("+7"), "{page}");
}

#[test]
fn accounts_are_hidden_so_that_no_subtraction_gives_one_away() {
    let project = accounts(&[("a", 9), ("b", 8), ("c", 3)], "");
    let hidden = |account: &str| project.figure(&format!("s,w,account:{account},recommend,nps")) == ",,,,,,hidden";
    assert!(hidden("c"), "three persons");
    assert!(hidden("b"), "the program less a and b would be c");
    assert!(!hidden("a"));
}
