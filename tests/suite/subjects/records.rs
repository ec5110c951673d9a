//! What the program keeps of tickets, actions, outcomes, and of what an answer is about: typed, with what they refer to.

use cxbook::program::ids::{ContactId, TicketId, WaveId};
use cxbook::sources::accounts::Reference;
use cxbook::sources::records::Severity;

use super::checked;
use crate::project::Project;

const ACCOUNTS: &str = "accounts:
  - id: alpine
    aliases: ['77']
    attributes: {tier: key}
    history: [{until: 2025-06-30, attributes: {tier: standard}}]
    contacts: [{id: cfo, reference: yes}, {id: ops, reference: no}]
  - {id: coast, attributes: {tier: key}, contacts: [{id: coo}]}
";

const TICKETS: &str = "tickets:
  - {id: T-9, contact: ops, opened: 2025-06-30T23:30:00-02:00, first_reply: 2025-07-01T02:00:00Z, topic: ' portal ',
     severity: critical, contacts_made: 3, agents: 2, reopened: 1, escalated_to: CEO, channel: phone, resolution_hours: 8}
  - {id: T-1, account: '77', opened: 2025-07-01, resolved: 2025-07-02, topic: invoices}
  - {id: T-2, account: coast, opened: 2025-07-03, topic: ' '}
";

const SURVEY: &str = "survey: relationship
wave: 2026-Q1
to: 2026-03-01
responses:
  - {id: r-1, contact: cfo, answers: {recommend: 9}}
  - {id: r-2, contact: cfo, ticket: T-1, topics: [invoices, portal], journey: onboarding, touchpoint: kick-off,
     answers: {recommend: 3}, date: 2026-03-01}
  - {id: r-3, contact: coo, journey: ' ', answers: {recommend: 7}}
";

const ACTIONS: &str = "actions:
  - {id: A-1, kind: tactical, contact: cfo, response: r-1, block: processes, title: Call, owner: Jana,
     opened: 2026-03-02, contacted: 2026-03-03, due: 2026-04-01, checkpoints: [2026-03-20]}
  - {id: A-2, kind: strategic, survey: relationship, title: Portal, opened: 2026-03-02, closed: 2026-03-09}
  - {id: A-3, kind: tactical, response: r-3, title: Ask}
";

const OUTCOMES: &str = "outcomes:
  - {account: '77', period: 2025-Q4, renewed: true, revenue_before: 100, revenue_after: 120}
  - {account: coast, period: fiscal 25}
";

fn project() -> Project {
    Project::with_config("segments: [{id: tier, label: Tier, by: account.tier}]\n")
        .file("data/accounts.yaml", ACCOUNTS)
        .file("data/tickets/2025.yaml", TICKETS)
        .file("data/surveys/1.yaml", SURVEY)
        .file("data/actions.yaml", ACTIONS)
        .file("data/outcomes.yaml", OUTCOMES)
}

#[test]
fn tickets_are_kept_with_whose_they_are_and_what_they_are_about() {
    let program = checked(&project());
    let [of_ops, of_alias, of_coast] = program.tickets.all.as_slice() else { panic!("{:?}", program.tickets) };
    assert_eq!((&*of_ops.id, &*of_alias.id, &*of_coast.id), ("T-9", "T-1", "T-2"));
    let contact = |contact: Option<ContactId>| contact.map(|id| program.register.contacts[id].id.as_str());
    assert_eq!(contact(of_ops.contact), Some("ops"));
    assert_eq!(of_ops.account, of_alias.account, "an alias and a contact name the same account");
    assert_eq!(of_ops.severity, Severity::Critical);
    assert_eq!((of_ops.contacts_made, of_ops.agents, of_ops.reopened), (Some(3), Some(2), Some(1)));
    assert_eq!((of_ops.escalated_to.as_deref(), of_ops.channel.as_deref()), (Some("CEO"), Some("phone")));
    assert_eq!(of_ops.resolution_hours, Some(8.0));
    assert_eq!(program.tickets.topic(of_ops.topic.unwrap()), "portal");
    assert_eq!(program.tickets.topic(of_alias.topic.unwrap()), "invoices");
    assert!(of_ops.topic > of_alias.topic, "topics are in the order of their texts");
    assert_eq!((of_coast.topic, of_coast.severity, of_coast.contact), (None, Severity::Normal, None));
}

#[test]
fn a_moment_is_of_the_day_that_stands_in_the_file() {
    let program = checked(&project());
    let opened = program.tickets.all[0].opened;
    assert_eq!(opened.day.to_string(), "2025-06-30");
    assert_eq!(opened.offset, -7200);
    let reply = program.tickets.all[0].first_reply.unwrap();
    assert_eq!(reply.seconds - opened.seconds, 1800);
}

#[test]
fn a_ticket_is_in_the_segments_that_its_account_was_in_when_it_was_opened() {
    let program = checked(&project());
    let tiers = |place: usize| {
        let segments = program.ticket_segments(&program.tickets.all[place]).iter();
        segments.map(|segment| program.dimensions[0].values[segment.value as usize].text.as_str()).collect::<Vec<_>>()
    };
    assert_eq!((tiers(0), tiers(1), tiers(2)), (vec!["standard"], vec!["key"], vec!["key"]));
}

#[test]
fn an_answer_is_kept_with_what_it_is_about() {
    let program = checked(&project());
    let wave = &program.waves[WaveId::FIRST];
    let about: Vec<_> = wave.all_responses().map(|response| (&*response.id, response.about.as_deref())).collect();
    // The second answer of the same contact counts, so the first one is set aside.
    let [("r-2", Some(about)), ("r-3", None), ("r-1", None)] = about.as_slice() else { panic!("{about:?}") };
    assert_eq!(about.ticket.and_then(|ticket: TicketId| program.tickets.get(ticket)).map(|t| &*t.id), Some("T-1"));
    assert_eq!(about.topics.iter().map(|topic| &**topic).collect::<Vec<_>>(), ["invoices", "portal"]);
    assert_eq!((about.journey.as_deref(), about.touchpoint.as_deref()), (Some("onboarding"), Some("kick-off")));
}

#[test]
fn an_action_leads_to_the_answer_that_gave_rise_to_it() {
    let program = checked(&project());
    let responses: Vec<_> = program.actions.iter().map(|action| action.response).collect();
    let ids = responses.iter().map(|id| id.and_then(|id| program.response(id)).map(|response| &*response.id));
    assert_eq!(ids.collect::<Vec<_>>(), [Some("r-1"), None, Some("r-3")]);
    let [first, second, _] = program.actions.as_slice() else { panic!("{:?}", program.actions) };
    assert_eq!(first.block.map(|block| program.questionnaire.blocks[block.index()].id.as_str()), Some("processes"));
    assert_eq!(second.survey.map(|survey| program.surveys[survey.index()].id.as_str()), Some("relationship"));
    assert_eq!(second.closed.map(|day| day.to_string()).as_deref(), Some("2026-03-09"));
}

#[test]
fn outcomes_have_the_days_that_their_period_names() {
    let program = checked(&project());
    let [quarter, other] = program.outcomes.as_slice() else { panic!("{:?}", program.outcomes) };
    assert_eq!(program.register.accounts[quarter.account].id, "alpine");
    let days = quarter.days.map(|(from, to)| format!("{from} {to}"));
    assert_eq!((days.as_deref(), other.days), (Some("2025-10-01 2025-12-31"), None));
    assert_eq!(
        (quarter.renewed, quarter.revenue_before, quarter.revenue_after),
        (Some(true), Some(100.0), Some(120.0))
    );
}

#[test]
fn a_contact_says_whether_it_may_be_asked_for_a_reference() {
    let program = checked(&project());
    let references: Vec<_> = program.register.contacts.iter().map(|contact| contact.reference).collect();
    assert_eq!(references, [Some(Reference::Yes), Some(Reference::No), None]);
}
