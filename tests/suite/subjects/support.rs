//! Support tickets: figures worked out by hand, what comes again and again, and tickets as real systems export them.

use std::fmt::Write as _;

use cxbook::metrics::support::{Spread, Support, support};
use cxbook::metrics::{TicketScope, TwelveMonths};
use cxbook::program::Program;
use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::checked;
use crate::project::Project;

const TODAY: Date = date(2026, 6, 12);

const ACCOUNTS: &str = "accounts:
  - id: alpine
    revenue: 100
    attributes: {tier: key}
    history: [{until: 2025-12-31, attributes: {tier: standard}}]
  - {id: coast, parent: alpine, revenue: 50, attributes: {tier: key}}
  - {id: delta, attributes: {tier: standard}}
";

/// Two were opened before the window or after today, one is resolved after today, one is of nobody known.
pub(super) const TICKETS: &str = "tickets:
  - {id: T1, account: alpine, opened: 2025-06-13T00:00:00Z, first_reply: 2025-06-13T02:00:00Z,
     resolved: 2025-06-14T00:00:00Z, contacts_made: 1}
  - {id: T2, account: alpine, opened: 2026-01-10T00:00:00Z, first_reply: 2026-01-10T04:00:00Z,
     resolved: 2026-01-12T00:00:00Z, contacts_made: 2, reopened: 1}
  - {id: T3, account: coast, opened: 2026-02-01T00:00:00Z, first_reply: 2026-02-01T06:00:00Z, severity: high,
     escalated_to: CEO, contacts_made: 1}
  - {id: T4, account: delta, opened: 2026-06-12T12:00:00Z, severity: critical}
  - {id: T5, opened: 2026-03-01T00:00:00Z, resolved: 2026-03-01T10:00:00Z, reopened: 0}
  - {id: T6, account: alpine, opened: 2025-06-12, resolved: 2025-06-20}
  - {id: T7, account: coast, opened: 2026-06-13, resolved: 2026-06-13, severity: critical}
  - {id: T8, account: delta, opened: 2026-06-01, first_reply_hours: 3, resolved: 2026-06-20, resolution_hours: 9}
";

pub(super) fn project(tickets: &str) -> Project {
    Project::with_config("segments: [{id: tier, label: Tier, by: account.tier}]\n")
        .file("data/accounts.yaml", ACCOUNTS)
        .file("data/tickets/all.yaml", tickets)
}

/// The figures of `support.csv` on a day, line by line.
fn figures(project: &Project, today: &str) -> Vec<String> {
    let run = project.run(&["build", ".", "--today", today]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    project.page("data/support.csv").lines().map(str::to_owned).collect()
}

/// Those of a period and scope: statistic and figures.
fn of<'f>(figures: &'f [String], period: &str, scope: &str) -> Vec<&'f str> {
    let begin = format!("{period},{scope},,");
    figures.iter().filter_map(|line| line.strip_prefix(&begin)).collect()
}

const WINDOW: &str = "2025-06-13..2026-06-12";
const BEFORE: &str = "2024-06-13..2025-06-12";

#[test]
fn the_program_is_as_worked_out_by_hand() {
    let figures = figures(&project(TICKETS), "2026-06-12");
    assert_eq!(figures[0], "period,scope,about,statistic,value,low,high,n,n_effective,flag");
    // Replies after 2, 3 (own clock), 4 and 6 hours; T5 resolved without one after 10, T4 waiting for 12.
    // Resolved after 10, 24 and 48 hours; T4 open for 12, T8 for 288, T3 for 3168. The intervals are those of lifelines.
    assert_eq!(
        of(&figures, WINDOW, "program"),
        [
            "escalated,16.6667,3.0053,56.3503,6,6.0000,indicative",
            "first_contact_resolution,50.0000,9.4531,90.5469,2,2.0000,indicative",
            "first_reply_median,4.0000,2.0000,,6,6.0000,indicative",
            "first_reply_p90,,6.0000,,6,6.0000,indicative",
            "reopened,16.6667,3.0053,56.3503,6,6.0000,indicative",
            "resolution_median,48.0000,10.0000,,6,6.0000,indicative",
            "resolution_p90,,48.0000,,6,6.0000,indicative",
            "tickets_opened,6.0000,,,,,no_interval",
            "tickets_resolved,4.0000,,,,,no_interval",
        ]
    );
    assert_eq!(
        of(&figures, "2026-06-12", "program"),
        [
            "revenue_open_severe,50.0000,,,,,no_interval",
            "tickets_open,3.0000,,,,,no_interval",
            "tickets_open_severe,2.0000,,,,,no_interval",
        ]
    );
}

#[test]
fn the_window_before_has_only_what_was_opened_in_it() {
    let figures = figures(&project(TICKETS), "2026-06-12");
    // T6 alone, resolved in the window after: 8 days are 192 hours, and no first reply within them.
    assert_eq!(
        of(&figures, BEFORE, "account:alpine"),
        [
            "escalated,0.0000,,,1,1.0000,no_interval",
            "first_reply_median,,,,1,1.0000,no_interval",
            "first_reply_p90,,,,1,1.0000,no_interval",
            "reopened,0.0000,,,1,1.0000,no_interval",
            "resolution_median,192.0000,,,1,1.0000,no_interval",
            "resolution_p90,192.0000,,,1,1.0000,no_interval",
            "tickets_opened,1.0000,,,,,no_interval",
            "tickets_resolved,0.0000,,,,,no_interval",
        ]
    );
    assert!(of(&figures, BEFORE, "account:coast").is_empty());
}

#[test]
fn tickets_are_of_segments_as_the_account_was_and_of_groups() {
    let figures = figures(&project(TICKETS), "2026-06-12");
    let counts = |period: &str, scope: &str| -> Vec<String> {
        let rows = of(&figures, period, scope).into_iter().filter(|row| row.starts_with("tickets_"));
        rows.map(|row| row.trim_end_matches(",,,,,no_interval").trim_start_matches("tickets_").to_owned()).collect()
    };
    assert_eq!(counts(WINDOW, "segment:tier=standard"), ["opened,3.0000", "resolved,2.0000"]);
    assert_eq!(counts(WINDOW, "segment:tier=key"), ["opened,2.0000", "resolved,1.0000"]);
    assert_eq!(counts(BEFORE, "segment:tier=standard"), ["opened,1.0000", "resolved,0.0000"]);
    assert_eq!(counts(WINDOW, "group:alpine"), ["opened,3.0000", "resolved,3.0000"]);
    assert_eq!(counts(WINDOW, "account:alpine"), ["opened,2.0000", "resolved,3.0000"]);
    assert_eq!(counts("2026-06-12", "group:alpine"), ["open,1.0000", "open_severe,1.0000"]);
    assert_eq!(counts("2026-06-12", "account:alpine"), ["open,0.0000", "open_severe,0.0000"]);
    assert_eq!(counts("2026-06-12", "segment:tier=standard"), ["open,2.0000", "open_severe,1.0000"]);
    let revenue = figures.iter().filter(|line| line.contains("revenue_open_severe"));
    let revenue: Vec<&str> = revenue.map(|line| line.split(",,").next().unwrap()).collect();
    assert_eq!(revenue, ["2026-06-12,program", "2026-06-12,segment:tier=key"], "of delta no revenue is on record");
}

#[test]
fn a_segments_figure_of_two_accounts_has_no_interval() {
    let accounts =
        (0..3).map(|n| format!("  - {{id: a{n}, attributes: {{tier: key}}}}")).collect::<Vec<_>>().join("\n");
    let ticket = |n: usize| {
        let known = if n % 3 < 2 { ", contacts_made: 1" } else { "" };
        format!("  - {{id: T{n}, account: a{}, opened: 2026-06-0{}, resolved: 2026-06-09{known}}}\n", n % 3, 1 + n % 5)
    };
    let tickets = (0..9).map(ticket).collect::<Vec<_>>().concat();
    let project =
        project(&format!("tickets:\n{tickets}")).file("data/accounts.yaml", &format!("accounts:\n{accounts}"));
    let flags = |project: &Project| -> Vec<String> {
        let figures = figures(project, "2026-06-12");
        let rows = of(&figures, WINDOW, "segment:tier=key").into_iter().filter(|row| !row.starts_with("tickets"));
        rows.map(|row| format!("{} {}", row.split(',').next().unwrap(), row.rsplit(',').next().unwrap())).collect()
    };
    let first_contact = |flag: &str| format!("first_contact_resolution {flag}");
    assert!(flags(&project).contains(&first_contact("no_interval")), "known of two accounts only");
    assert_eq!(flags(&project).iter().filter(|row| row.ends_with(" indicative")).count(), 4, "{:?}", flags(&project));
    let config = std::fs::read_to_string(project.root().join("cxbook.yaml")).unwrap();
    project.write("cxbook.yaml", &config.replace("customers: b2b", "customers: b2c"));
    assert!(flags(&project).contains(&first_contact("indicative")), "in b2c accounts are stores");
}

#[test]
fn months_count_what_was_opened_and_resolved_in_them() {
    let figures = figures(&project(TICKETS), "2026-06-12");
    let months: Vec<&String> = figures.iter().filter(|line| line.as_bytes()[7] == b',').collect();
    let of_program: Vec<&str> = months
        .iter()
        .filter_map(|line| line.strip_suffix(",,,,,no_interval")?.split_once(",program,,tickets_"))
        .map(|(month, rest)| {
            assert_eq!(month.len(), 7);
            rest
        })
        .collect();
    assert_eq!(
        of_program,
        [
            "opened,2.0000",
            "resolved,2.0000",
            "opened,1.0000",
            "resolved,1.0000",
            "opened,1.0000",
            "resolved,0.0000",
            "opened,1.0000",
            "resolved,1.0000",
            "opened,2.0000",
            "resolved,0.0000",
        ]
    );
    assert!(months.iter().all(|line| !line.contains("segment:") && !line.contains("group:")));
}

#[test]
fn rows_are_sorted_by_their_texts() {
    let figures = figures(&project(TICKETS), "2026-06-12");
    let keys: Vec<Vec<&str>> = figures[1..].iter().map(|line| line.split(',').take(4).collect()).collect();
    assert!(keys.is_sorted_by(|a, b| a < b), "{keys:#?}");
}

#[test]
fn without_tickets_there_is_no_file() {
    let project = project("tickets: []\n");
    assert_eq!(project.run(&["build", ".", "--today", "2026-06-12"]).code, 0);
    assert!(!project.site().join("data/support.csv").exists());
    project.write("data/tickets/all.yaml", "tickets:\n  - {id: T1, account: alpine, opened: 2026-06-13}\n");
    assert_eq!(project.run(&["build", ".", "--today", "2026-06-12"]).code, 0);
    assert!(!project.site().join("data/support.csv").exists(), "what is dated after today does not count");
    assert_eq!(project.run(&["build", ".", "--today", "2026-06-13"]).code, 0);
    assert!(project.site().join("data/support.csv").exists());
}

#[test]
fn a_ticket_is_of_the_day_where_it_was_opened() {
    let tickets = "tickets:
  - {id: T1, account: alpine, opened: 2026-06-12T23:00:00-05:00}
  - {id: T2, account: coast, opened: 2026-06-13T01:00:00+05:00}
  - {id: T3, account: delta, opened: 2026-06-11T00:00:00Z, first_reply: 2026-06-13T00:30:00+01:00}
";
    let program = checked(&project(tickets));
    let support = support(&program, TODAY).unwrap();
    let window = support.scopes[&TicketScope::Program].window.as_ref().unwrap();
    assert_eq!(window.opened, 2, "for T2 it is tomorrow already");
    // The hour that is left of the day for T1, and two days for T3, whose reply comes tomorrow by its own clock.
    let median = |share: u64| window.resolution.unwrap().median.n == share;
    assert!(median(2) && window.first_reply.unwrap().by_calendar == 0);
}

#[test]
fn what_the_ticket_system_counts_is_told_from_what_the_calendar_does() {
    let program = checked(&project(TICKETS));
    let support = support(&program, TODAY).unwrap();
    let window = support.scopes[&TicketScope::Program].window.as_ref().unwrap();
    let clocks = window.first_reply.map(|times| (times.by_calendar, times.by_own_clock));
    assert_eq!(clocks, Some((3, 1)));
    // T8 has its own hours, but is resolved after today.
    assert_eq!(window.resolution.map(|times| (times.by_calendar, times.by_own_clock)), Some((3, 0)));
}

#[test]
fn twelve_months_end_today() {
    let window = |day: Date| {
        let window = TwelveMonths::ending(day);
        [window.first, window.last, window.before().first, window.before().last].map(|day| day.to_string())
    };
    assert_eq!(window(TODAY), ["2025-06-13", "2026-06-12", "2024-06-13", "2025-06-12"]);
    assert_eq!(window(date(2024, 2, 29)), ["2023-03-01", "2024-02-29", "2022-03-01", "2023-02-28"]);
    assert_eq!(window(date(2025, 2, 28)), ["2024-02-29", "2025-02-28", "2023-03-01", "2024-02-28"]);
    assert_eq!(window(Date::MIN)[1], Date::MIN.to_string());
}

/// Tickets of accounts `a0` to `a9`, each `ACCOUNT CONTACT TOPIC DAY-OF-MAY`; a hyphen is none.
fn issues(tickets: &[&str]) -> (Program, Support) {
    let mut accounts = String::from("accounts:\n");
    for account in 0..10 {
        let contacts = format!("[{{id: a{account}-x}}, {{id: a{account}-y}}]");
        writeln!(accounts, "  - {{id: a{account}, revenue: {}, contacts: {contacts}}}", 10 * (account + 1)).unwrap();
    }
    let mut text = String::from("tickets:\n");
    for (number, ticket) in tickets.iter().enumerate() {
        let [account, contact, topic, day] = ticket.split(' ').collect::<Vec<_>>()[..] else { panic!("{ticket}") };
        let contact = if contact == "-" { String::new() } else { format!(", contact: {account}-{contact}") };
        let topic = if topic == "-" { String::new() } else { format!(", topic: {topic}") };
        writeln!(text, "  - {{id: T{number}, account: {account}{contact}{topic}, opened: 2026-05-{day}}}").unwrap();
    }
    let project = Project::with_config("").file("data/accounts.yaml", &accounts).file("data/tickets.yaml", &text);
    let program = checked(&project);
    let support = support(&program, TODAY).unwrap();
    (program, support)
}

/// Account, topic, tickets and contacts of each.
fn recurring((program, support): &(Program, Support)) -> Vec<String> {
    let issue = |issue: &cxbook::metrics::support::RecurringIssue| {
        let account = &program.register.accounts[issue.account].id;
        let topic = program.tickets.topic(issue.topic);
        format!("{account} {topic} {} {}", issue.tickets.len(), issue.contacts.len())
    };
    support.issues.recurring.iter().map(issue).collect()
}

#[test]
fn a_topic_of_two_contacts_or_three_tickets_recurs() {
    let found = issues(&[
        "a1 x portal 01",
        "a1 y portal 30",
        "a1 x login 01",
        "a1 x login 02",
        "a2 - login 01",
        "a2 - login 02",
        "a2 x login 03",
        "a3 x - 01",
        "a3 y - 01",
        "a3 x manuals 01",
        "a4 y manuals 01",
    ]);
    assert_eq!(recurring(&found), ["a2 login 3 1", "a1 portal 2 2"], "the account that pays more stands first");
}

#[test]
fn whoever_asks_within_14_days_of_a_colleague_asks_twice() {
    let found = issues(&[
        // 14 days, and 15.
        "a1 x portal 01",
        "a1 y portal 15",
        "a2 x portal 01",
        "a2 y portal 16",
        // The second of y has asked after the same one of x.
        "a3 x login 01",
        "a3 x login 02",
        "a3 y login 03",
        "a3 y login 04",
        "a3 - login 05",
        "a4 x login 01",
        "a4 y portal 01",
    ]);
    let (program, support) = &found;
    let id = |ticket| &*program.tickets.get(ticket).unwrap().id;
    let twice: Vec<(&str, &str)> =
        support.issues.asked_twice.iter().map(|asked| (id(asked.first), id(asked.again))).collect();
    assert_eq!(twice, [("T5", "T6"), ("T5", "T7"), ("T0", "T1")]);
}

#[test]
fn a_topic_of_three_accounts_and_a_fifth_of_all_is_systemic() {
    let mut tickets: Vec<String> = (0..10).map(|account| format!("a{account} x quiet{account} 01")).collect();
    tickets.extend((0..3).map(|account| format!("a{account} x portal 02")));
    tickets.extend((0..2).flat_map(|account| [3, 4].map(|day| format!("a{account} x login 0{day}"))));
    let tickets: Vec<&str> = tickets.iter().map(String::as_str).collect();
    let (program, support) = issues(&tickets);
    let reach = |topic: &str| {
        let topics = &support.issues.topics;
        let found = topics.iter().find(|reach| program.tickets.topic(reach.topic) == topic).unwrap();
        (found.tickets, found.accounts(), found.spread, found.is_across_accounts(), found.revenue)
    };
    assert_eq!(support.issues.accounts, 10);
    assert_eq!(reach("portal"), (3, 3, Spread::Systemic, true, Some(60.0)));
    assert_eq!(reach("login"), (4, 2, Spread::Single, false, Some(30.0)));
    assert_eq!(reach("quiet9"), (1, 1, Spread::Single, false, Some(100.0)));
    assert_eq!(program.tickets.topic(support.issues.topics[0].topic), "quiet9");
}

#[test]
fn hundreds_of_tickets_of_one_day_and_topic_are_gone_through_once() {
    let tickets: Vec<String> = (0..3000).map(|n| format!("a1 {} portal 01", ["x", "y"][n % 2])).collect();
    let tickets: Vec<&str> = tickets.iter().map(String::as_str).collect();
    let (_, support) = issues(&tickets);
    assert_eq!(support.issues.recurring.len(), 1);
    assert_eq!(support.issues.asked_twice.len(), 2999);
}

#[test]
fn an_account_not_on_record_counts_for_the_program_alone() {
    let tickets = "tickets:
  - {id: T1, account: nobody, opened: 2026-06-01, severity: high}
  - {id: T2, account: delta, opened: 2026-06-01}
";
    let project = Project::with_config("unknown: {accounts: list}\n")
        .file("data/accounts.yaml", ACCOUNTS)
        .file("data/tickets.yaml", tickets);
    let figures = figures(&project, "2026-06-12");
    assert_eq!(
        of(&figures, "2026-06-12", "program"),
        ["tickets_open,2.0000,,,,,no_interval", "tickets_open_severe,1.0000,,,,,no_interval",]
    );
    assert!(figures.iter().all(|line| !line.contains("nobody")));
}

#[test]
fn the_file_is_the_same_whatever_the_threads_and_the_order_of_tickets() {
    let lines: Vec<&str> = TICKETS.split("\n  - ").skip(1).map(str::trim_end).collect();
    let forwards = project(TICKETS);
    let expected = figures(&forwards, "2026-06-12");
    let mut command = forwards.command(&["build", ".", "--today", "2026-06-12"]);
    assert_eq!(crate::project::run(command.env("RAYON_NUM_THREADS", "1")).code, 0);
    assert_eq!(forwards.page("data/support.csv").lines().collect::<Vec<_>>(), expected);
    let backwards: String = lines.iter().rev().fold("tickets:\n".to_owned(), |all, line| all + "  - " + line + "\n");
    assert_eq!(figures(&project(&backwards), "2026-06-12"), expected);
}

/// Account, contact, topic, day opened, hours to reply and resolution, severity.
type Raised = (Option<u8>, bool, Option<u8>, i32, Option<u16>, Option<u16>, u8);

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn parts_add_up_to_the_whole(
        raised in prop::collection::vec(
            (proptest::option::of(0..3_u8), any::<bool>(), proptest::option::of(0..3_u8), -900..30_i32,
             proptest::option::of(0..900_u16), proptest::option::of(900..9000_u16), 0..4_u8),
            1..40,
        ),
    ) {
        let program = checked(&project(&written(&raised)));
        let Some(support) = support(&program, TODAY) else { return Ok(()) };
        let all = &support.scopes[&TicketScope::Program];
        let accounts = || support.scopes.iter().filter(|(scope, _)| matches!(scope, TicketScope::Account(_)));
        let without = raised.iter().filter(|raised| raised.0.is_none() && raised.3 <= 0).count() as u64;
        let opened: u64 = all.months.iter().map(|month| month.opened).sum();
        let resolved: u64 = all.months.iter().map(|month| month.resolved).sum();
        prop_assert_eq!(opened, raised.iter().filter(|raised| raised.3 <= 0).count() as u64);
        prop_assert_eq!(opened - resolved, all.open.tickets);
        let by_accounts: u64 = accounts().flat_map(|(_, figures)| &figures.months).map(|month| month.opened).sum();
        prop_assert_eq!(opened, by_accounts + without);
        for figures in support.scopes.values() {
            prop_assert!(figures.open.severe <= figures.open.tickets);
            for window in [&figures.window, &figures.before].into_iter().flatten() {
                let n = [window.reopened, window.escalated].map(|level| level.map_or(0, |level| level.n));
                prop_assert_eq!(n, [window.opened; 2]);
                prop_assert_eq!(window.resolution.map_or(0, |times| times.median.n), window.opened);
            }
        }
    }
}

fn written(raised: &[Raised]) -> String {
    let mut text = String::from("tickets:\n");
    for (number, (account, is_own, topic, day, reply, resolution, severity)) in raised.iter().enumerate() {
        let opened = TODAY.checked_add(jiff::Span::new().days(*day)).unwrap();
        let later =
            |hours: &u16| opened.at(0, 0, 0, 0).checked_add(jiff::Span::new().hours(i64::from(*hours))).unwrap();
        write!(text, "  - {{id: T{number}, opened: {opened}").unwrap();
        write!(text, ", severity: {}", ["low", "normal", "high", "critical"][usize::from(*severity)]).unwrap();
        for (name, hours) in [("first_reply", reply), ("resolved", resolution)] {
            if let Some(hours) = hours {
                write!(text, ", {name}: {}", later(hours)).unwrap();
            }
        }
        if let (true, Some(hours)) = (*is_own, resolution) {
            write!(text, ", resolution_hours: {}", hours / 3).unwrap();
        }
        if let Some(account) = account {
            write!(text, ", account: {}", ["alpine", "coast", "delta"][usize::from(*account)]).unwrap();
        }
        if let Some(topic) = topic {
            write!(text, ", topic: t{topic}").unwrap();
        }
        text.push_str("}\n");
    }
    text
}
