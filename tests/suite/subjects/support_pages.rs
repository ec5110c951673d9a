//! What pages say of support tickets: sentences worked out by hand, lists by revenue, and who is named.

use super::support::{TICKETS, project};
use crate::project::{Project, text_of};

pub(super) fn built(project: &Project) -> String {
    let run = project.run(&["build", ".", "--strict", "--today", "2026-06-12"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    project.page("support/index.html")
}

/// The text between two others.
pub(super) fn between<'t>(text: &'t str, from: &str, to: &str) -> &'t str {
    let rest = text.split_once(from).unwrap_or_else(|| panic!("no {from:?} in {text}")).1;
    rest.split_once(to).unwrap_or_else(|| panic!("no {to:?} after {from:?} in {rest}")).0
}

fn has(text: &str, wanted: &[&str]) {
    for wanted in wanted {
        assert!(text.contains(wanted), "no {wanted:?} in {text}");
    }
}

#[test]
fn the_page_answers_whether_it_was_fast_and_for_good() {
    let project = project(TICKETS);
    let text = text_of(&built(&project));
    has(
        &text,
        &[
            "Of 6 tickets opened in the twelve months to 12 Jun 2026 (indicative), half had a first reply within \
             4.0 hours (95 % interval 2.0 hours or more) and half were resolved within 2.0 days (95 % interval \
             10 hours or more).",
            "Of those resolved, 50 % (95 % interval 9 to 91 %, n = 2, indicative) took one contact; 17 % (95 % \
             interval 3 to 56 %) of all were opened again.",
            "3 tickets are open today, 2 of them high or critical, at accounts that pay 50 a year.",
            "First reply, nine of ten within not reached 6.0 hours or more 6 (indicative) not reached",
            "2 more tickets were opened than resolved in twelve months",
            "6 were opened and 4 resolved. In the twelve months before 1 were opened and 0 resolved.",
            "Jun 2026 is counted up to 12 Jun 2026.",
            "In B2B a low share of issues solved with one contact is normal",
            "6 times run day and night, weekends too, and 1 by the ticket system’s own clock",
        ],
    );
}

#[test]
fn months_without_a_ticket_are_months() {
    let project = project(TICKETS);
    let text = text_of(&built(&project));
    has(&text, &["Jun 2025 2 2 Jul 2025 0 0 Aug 2025 0 0", "Jan 2026 1 1 Feb 2026 1 0 Mar 2026 1 1 Apr 2026 0 0"]);
    assert!(!text.contains("May 2025"), "before the first ticket there is no month");
}

#[test]
fn without_tickets_there_is_no_page_and_nothing_leads_to_it() {
    let project = project("tickets: []\n");
    assert_eq!(project.run(&["build", ".", "--strict", "--today", "2026-06-12"]).code, 0);
    assert!(!project.site().join("support").exists());
    for page in ["index.html", "accounts/alpine/index.html", "methodology/index.html"] {
        let html = project.page(page);
        assert!(!html.contains("support"), "{page} speaks of support");
    }
}

/// Three accounts that pay 10, 20 and 30, each with two contacts.
const ACCOUNTS: &str = "accounts:
  - {id: small, revenue: 10, contacts: [{id: s1}, {id: s2}]}
  - {id: middle, revenue: 20, contacts: [{id: m1}, {id: m2}]}
  - {id: large, revenue: 30, contacts: [{id: l1}, {id: l2}], renewal: 2026-12-31}
";

const ISSUES: &str = "tickets:
  - {id: A1, contact: s1, opened: 2026-05-01, topic: portal, severity: high}
  - {id: A2, contact: s2, opened: 2026-05-04, topic: portal, resolved: 2026-05-05}
  - {id: B1, contact: m1, opened: 2026-05-01, topic: portal, resolved: 2026-05-02, escalated_to: CEO}
  - {id: C1, contact: l1, opened: 2026-04-01, topic: login, severity: critical}
  - {id: C2, contact: l2, opened: 2026-05-30, topic: login, resolved: 2026-06-01, reopened: 2}
  - {id: C3, contact: l1, opened: 2026-05-31, topic: portal, resolved: 2026-06-01}
";

pub(super) fn with_issues() -> Project {
    Project::with_config("currency: EUR\n").file("data/accounts.yaml", ACCOUNTS).file("data/tickets.yaml", ISSUES)
}

#[test]
fn lists_are_sorted_by_revenue_and_lead_to_accounts() {
    let html = built(&with_issues());
    let rows = |id: &str| -> Vec<String> {
        let table = between(&html, &format!("aria-labelledby=\"{id}-table\""), "</table>");
        table.split("<tr>").skip(2).map(|row| text_of(row).trim().to_owned()).collect()
    };
    assert_eq!(rows("severe"), ["large 1 72 EUR 30 31 Dec 2026", "small 1 42 EUR 10"]);
    assert_eq!(rows("topics"), ["portal systemic large , middle , small 4 3 EUR 60"]);
    assert_eq!(rows("recurring"), ["large login 2 2 1 EUR 30", "small portal 2 2 1 EUR 10"]);
    assert_eq!(rows("asked-twice"), ["small portal 1 May 2026 3 EUR 10"]);
    assert_eq!(rows("all-accounts"), ["large EUR 30 3 1 1 1 0", "middle EUR 20 1 0 0 0 1", "small EUR 10 2 1 1 0 0"]);
    for account in ["small", "middle", "large"] {
        has(&html, &[&format!("<a href=\"../accounts/{account}/index.html\">{account}</a>")]);
    }
}

const PEOPLE: &str = "accounts:
  - id: alpine
    contacts:
      - {id: ann-a, name: Ann Ash, role: user, title: Dispatcher}
      - {id: bob-b, name: Bob Beech, role: gatekeeper}
";

const RAISED: &str = "tickets:
  - {id: T1, contact: ann-a, opened: 2026-01-10T08:00:00Z, first_reply: 2026-01-10T08:30:00Z,
     resolved: 2026-01-13T08:00:00Z, topic: portal}
  - {id: T2, contact: bob-b, opened: 2026-01-12, topic: portal, severity: critical, reopened: 1, escalated_to: CEO}
  - {id: T3, contact: ann-a, opened: 2026-05-01T00:00:00Z, resolved: 2026-05-01T12:00:00Z}
";

/// A survey of all, which the report leads with, and one after tickets.
fn answered(respondents: &str, promise: &str) -> Project {
    let config =
        format!("privacy: {{respondents: {respondents}}}\nsurveys:\n  all: {{}}\n  after: {{kind: transactional}}\n");
    let all =
        "survey: all\nwave: w1\nresponses:\n  - {id: r1, contact: ann-a, date: 2026-05-20, answers: {recommend: 9}}\n";
    let after = format!(
        "survey: after\nwave: w1\n{promise}responses:\n  - {{id: a1, contact: ann-a, date: 2026-01-14, ticket: T1, \
         answers: {{recommend: 3}}, comment: Three days for a password.}}\n  - {{id: a2, contact: ann-a, date: \
         2026-05-02, ticket: T3, anonymous: true, answers: {{recommend: 1}}, comment: Nobody may know.}}\n"
    );
    Project::with_config(&config)
        .file("data/accounts.yaml", PEOPLE)
        .file("data/tickets.yaml", RAISED)
        .file("data/surveys/all.yaml", all)
        .file("data/surveys/after.yaml", &after)
}

/// The rows of the account's tickets.
fn tickets(project: &Project) -> Vec<String> {
    built(project);
    let html = project.page("accounts/alpine/index.html");
    let table = between(&html, "aria-labelledby=\"tickets-table\"", "</table>");
    table.split("<tr>").skip(1).map(|row| text_of(row).trim().to_owned()).collect()
}

#[test]
fn an_account_has_all_tickets_of_all_its_contacts() {
    let project = answered("named", "");
    assert_eq!(
        tickets(&project),
        [
            "Ticket Opened Raised by Severity Took First reply Answer after it",
            "T2 comes again asked twice opened again escalated portal 12 Jan 2026 Bob Beech critical open for 152 \
             days none yet",
            "T3 1 May 2026 Ann Ash normal 12 hours none yet",
            "T1 comes again portal 10 Jan 2026 Ann Ash normal 3.0 days 30 minutes recommends: 3 of 10 Three days \
             for a password.",
        ]
    );
    let text = text_of(&project.page("accounts/alpine/index.html"));
    has(
        &text,
        &["3 tickets were opened in the last twelve months; 1 is open today, and it is high or critical. What comes \
             again: portal (2 tickets of 2 contacts). Two contacts asked the same within 14 days, so that the work \
             was done twice: portal (once)."],
    );
    assert!(!text.contains("beside those of everyone"), "of three tickets no time is told");
}

#[test]
fn contacts_are_named_as_their_accounts_page_names_them() {
    let roles = tickets(&answered("role", ""));
    assert_eq!(roles[3].split(" normal ").next().unwrap(), "T1 comes again portal 10 Jan 2026 user");
    let nobody = answered("anonymous", "");
    let rows = tickets(&nobody);
    assert_eq!(rows[0], "Ticket Opened Severity Took First reply");
    for project in [answered("role", ""), nobody] {
        built(&project);
        for page in ["support/index.html", "accounts/alpine/index.html"] {
            let html = project.page(page);
            for name in ["Ann", "Ash", "Beech", "ann-a", "bob-b", "Dispatcher"] {
                assert!(!html.contains(name), "{name} stands on {page}");
            }
        }
    }
}

#[test]
fn an_answer_stands_beside_its_ticket_only_where_its_wave_promised_no_more() {
    let scores = |project: &Project| tickets(project).iter().filter(|row| row.contains("recommends")).count();
    assert_eq!(scores(&answered("named", "")), 1, "that of an anonymous person stands beside no ticket");
    assert_eq!(scores(&answered("role", "")), 1);
    assert_eq!(scores(&answered("named", "promise: confidential\n")), 0, "beside a name");
    assert_eq!(scores(&answered("named", "promise: anonymous\n")), 0);
    assert_eq!(scores(&answered("anonymous", "")), 0);
    for project in [answered("named", ""), answered("role", "")] {
        assert!(tickets(&project).iter().all(|row| !row.contains("Nobody may know")));
    }
}

#[test]
fn segments_and_the_overview_say_what_there_is_to_say() {
    let project = project(TICKETS);
    built(&project);
    let segment = |value: &str| text_of(&project.page(&format!("segments/tier/{value}/index.html")));
    let overview = text_of(&project.page("index.html"));
    has(&overview, &["2 high or critical tickets are open, at accounts that pay 50 a year. More on support"]);
    assert!(!segment("standard").contains("Support tickets"), "of three tickets there is little to say");
    let more = [0, 1, 2].map(|n| format!("  - {{id: M{n}, account: delta, opened: 2026-06-0{}}}\n", n + 1)).concat();
    project.write("data/tickets/more.yaml", &format!("tickets:\n{more}"));
    built(&project);
    has(
        &segment("standard"),
        &[
            "6 tickets were opened in the last twelve months; 5 are open today, 1 of them high or critical.",
            "Tickets opened in the last twelve months, beside those of everyone",
            "Opened again 0 % none 6 (indicative) 11 %",
        ],
    );
    let with_issues = with_issues();
    built(&with_issues);
    let overview = text_of(&with_issues.page("index.html"));
    has(
        &overview,
        &["2 high or critical tickets are open, at accounts that pay EUR 40 a year. A fifth or more of the \
                      accounts with tickets ask about portal. More on support"],
    );
}

#[test]
fn contact_details_in_a_topic_are_masked() {
    let tickets = ISSUES.replace("topic: login", "topic: write to ann.ash@example.com");
    let project = with_issues().file("data/tickets.yaml", &tickets);
    let run = project.run(&["build", ".", "--today", "2026-06-12"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    has(
        &run.stderr,
        &["warning[W017]: contact details in what tickets are about: 2 e-mail addresses", "tickets.yaml:5"],
    );
    for page in ["support/index.html", "accounts/large/index.html"] {
        let html = project.page(page);
        assert!(!html.contains("ann.ash"), "{page} has the address");
        has(&html, &["write to [e-mail address]"]);
    }
}

#[test]
fn the_methodology_says_how_figures_of_tickets_are_made() {
    let project = with_issues();
    let page = built(&project);
    assert!(page.contains("methodology/index.html#support\""), "the page leads there");
    let methodology = project.page("methodology/index.html");
    has(&methodology, &["id=\"support\"", "product-limit estimate", "Kaplan, E. L.", "data/support.csv"]);
}
