//! Who was asked and who answered: facts about a list, so they have no interval and are never hidden.

use std::collections::{BTreeMap, BTreeSet};

use crate::program::Program;
use crate::program::ids::{AccountId, ContactId};
use crate::program::segments::Segment;
use crate::program::waves::{Invitation, InvitationOutcome, Invitations, Response, Wave};

use crate::metrics::scores::attributed::gives_away;
use crate::metrics::scores::statistic::Scope;

/// How many were asked in a scope, and what became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Reach {
    /// Contacts invited.
    pub invited: u64,
    /// Of these, contacts whose invitation did not arrive.
    pub bounced: u64,
    /// Of these, contacts who did not want to answer.
    pub refused: u64,
    /// Invited contacts whose invitation arrived.
    pub reached: u64,
    /// Contacts reached who answered; `None` where answers are only counted, so that nobody knows whose they are, and
    /// where it would tell that somebody answered anonymously.
    pub answered: Option<u64>,
}

impl Reach {
    /// Answered of reached, in percent (AAPOR's response rate 2 on the list of those reached); `None` if none was, or
    /// if it is not known who answered.
    #[must_use]
    pub fn rate(&self) -> Option<f64> {
        percent(self.answered?, self.reached)
    }
}

/// How much of the customers a wave covers.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Coverage {
    /// Accounts with someone reached.
    pub accounts: u64,
    /// Of these, accounts with at least one answer.
    pub answered: u64,
    /// Revenue a year of the accounts reached whose revenue is known.
    pub revenue: f64,
    /// Revenue a year of those of them that answered.
    pub revenue_answered: f64,
    /// Accounts of which a decision-maker was reached.
    pub with_decision_maker: u64,
    /// Of these, accounts of which a decision-maker who was reached answered.
    pub decision_maker_answered: u64,
}

impl Coverage {
    /// Accounts with an answer, in percent of those reached.
    #[must_use]
    pub fn by_account(&self) -> Option<f64> {
        percent(self.answered, self.accounts)
    }

    /// The same weighted by revenue.
    #[must_use]
    pub fn by_revenue(&self) -> Option<f64> {
        (self.revenue > 0.0).then(|| 100.0 * self.revenue_answered / self.revenue)
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of people are far below 2^52")]
fn percent(part: u64, whole: u64) -> Option<f64> {
    (whole > 0).then(|| 100.0 * part as f64 / whole as f64)
}

/// Who was asked and who answered in a wave.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct WaveReach {
    /// By scope; empty where it is not recorded who was asked, the program alone where only counts are.
    pub scopes: BTreeMap<Scope, Reach>,
    /// How much of the customers is covered, in all and by segment; empty unless invitations are listed and accounts
    /// are on record.
    pub coverage: BTreeMap<Scope, Coverage>,
    /// Responses of people who were not invited, where invitations are listed; indices into the responses.
    pub not_invited: Vec<usize>,
}

impl WaveReach {
    /// Contacts reached in a scope, where it is known.
    #[must_use]
    pub fn population(&self, scope: Scope) -> Option<u64> {
        self.scopes.get(&scope).map(|reach| reach.reached)
    }
}

/// The decision-maker's role, as it stands in the sources.
pub const DECISION_MAKER: &str = "decision-maker";

/// Goes through a wave's invitations.
#[must_use]
pub fn reach(program: &Program, wave: &Wave) -> WaveReach {
    let mut reach = match &wave.invitations {
        Invitations::NotRecorded => WaveReach::default(),
        Invitations::Counts { sent, delivered } => counted(program, wave, *sent, *delivered),
        Invitations::List(list) => listed(program, wave, list),
    };
    if wave.responses.is_empty() && !wave.tallies.is_empty() {
        // Somebody answered, and nothing tells who.
        reach.scopes.values_mut().for_each(|reach| reach.answered = None);
        reach.coverage.clear();
    }
    for scope in giving_away(wave) {
        if let Some(reach) = reach.scopes.get_mut(&scope) {
            reach.answered = None;
        }
    }
    reach
}

/// The accounts and segments of so few answers that who answered anonymously could be told from how many did.
fn giving_away(wave: &Wave) -> Vec<Scope> {
    let anonymous = wave.responses.iter().filter(|response| response.anonymous);
    let mut groups: BTreeMap<Scope, Vec<&Response>> =
        anonymous.flat_map(parts).map(|scope| (scope, Vec::new())).collect();
    if groups.is_empty() {
        return Vec::new();
    }
    for response in &wave.responses {
        for scope in parts(response) {
            if let Some(group) = groups.get_mut(&scope) {
                group.push(response);
            }
        }
    }
    groups.into_iter().filter(|(_, responses)| gives_away(responses)).map(|(scope, _)| scope).collect()
}

/// The parts of the program that a response is in.
fn parts(response: &Response) -> impl Iterator<Item = Scope> {
    let segments = response.segments.iter().map(|segment| Scope::Segment(*segment));
    segments.chain(response.account.map(Scope::Account))
}

/// Counts do not tell who was asked, so everybody who answered and is on record is taken as asked.
fn counted(program: &Program, wave: &Wave, sent: u64, delivered: u64) -> WaveReach {
    let register = &program.register;
    let on_record = |r: &&Response| {
        let account = r.account.is_none_or(|account| register.accounts.is_empty() || program.on_record(account));
        account && r.contact.is_none_or(|contact| register.contacts.is_empty() || register.contacts.has(contact))
    };
    let responses: Vec<&Response> = wave.responses.iter().filter(on_record).collect();
    let contacts: BTreeSet<ContactId> = responses.iter().filter_map(|response| response.contact).collect();
    let without = responses.iter().filter(|response| response.contact.is_none()).count();
    let answered = (contacts.len() as u64).saturating_add(without as u64).min(delivered);
    let bounced = sent.saturating_sub(delivered);
    let reach = Reach { invited: sent, bounced, refused: 0, reached: delivered, answered: Some(answered) };
    WaveReach { scopes: BTreeMap::from([(Scope::Program, reach)]), ..WaveReach::default() }
}

/// The contacts, and the accounts' answers without a contact, that are not matched to an invitation yet.
struct YetUnmatched {
    contacts: BTreeMap<ContactId, Vec<usize>>,
    accounts: BTreeMap<AccountId, Vec<usize>>,
}

impl YetUnmatched {
    fn new(wave: &Wave) -> Self {
        let mut answered = Self { contacts: BTreeMap::new(), accounts: BTreeMap::new() };
        for (position, response) in wave.responses.iter().enumerate() {
            match (response.contact, response.account) {
                (Some(contact), _) => answered.contacts.entry(contact).or_default().push(position),
                (None, Some(account)) => answered.accounts.entry(account).or_default().push(position),
                (None, None) => {}
            }
        }
        answered
    }

    /// The responses of an invited one: all of a contact's, or one answer without a contact of an account.
    fn take(&mut self, invitation: &Invitation) -> Vec<usize> {
        match (invitation.contact, invitation.account) {
            (Some(contact), _) => self.contacts.remove(&contact).unwrap_or_default(),
            (None, Some(account)) => self.accounts.get_mut(&account).and_then(Vec::pop).into_iter().collect(),
            (None, None) => Vec::new(),
        }
    }
}

fn listed(program: &Program, wave: &Wave, list: &[Invitation]) -> WaveReach {
    let mut answered = YetUnmatched::new(wave);
    let mut scopes: BTreeMap<Scope, Reach> = BTreeMap::new();
    let mut invited: BTreeSet<usize> = BTreeSet::new();
    // An answer without a contact is of one whom an invitation of its account reached, if it may be.
    let (bounced, arrived): (Vec<&Invitation>, Vec<&Invitation>) =
        list.iter().filter(|invitation| invitation.on_record).partition(|i| i.outcome == InvitationOutcome::Bounced);
    for invitation in arrived.into_iter().chain(bounced) {
        let responses = answered.take(invitation);
        let account = invitation.account.map(Scope::Account);
        let segments = invitation.segments.iter().map(|segment| Scope::Segment(*segment));
        for scope in segments.chain(account).chain([Scope::Program]) {
            add(scopes.entry(scope).or_default(), invitation.outcome, !responses.is_empty());
        }
        invited.extend(responses);
    }
    let not_invited = (0..wave.responses.len()).filter(|position| !invited.contains(position)).collect();
    let on_record = !program.register.accounts.is_empty();
    let coverage = if on_record { coverage(program, wave, list) } else { BTreeMap::new() };
    WaveReach { scopes, coverage, not_invited }
}

fn add(reach: &mut Reach, outcome: InvitationOutcome, answered: bool) {
    let answers = reach.answered.get_or_insert_default();
    reach.invited += 1;
    match outcome {
        InvitationOutcome::Bounced => reach.bounced += 1,
        InvitationOutcome::Delivered | InvitationOutcome::Refused => {
            reach.reached += 1;
            reach.refused += u64::from(outcome == InvitationOutcome::Refused);
            *answers += u64::from(answered);
        }
    }
}

/// By scope, of each account whether a decision-maker is among those meant.
type WithDecisionMaker = BTreeMap<Scope, BTreeMap<AccountId, bool>>;

fn coverage(program: &Program, wave: &Wave, list: &[Invitation]) -> BTreeMap<Scope, Coverage> {
    let mut reached = WithDecisionMaker::new();
    let arrived = |invitation: &&Invitation| invitation.on_record && invitation.outcome != InvitationOutcome::Bounced;
    for invitation in list.iter().filter(arrived) {
        note(program, (invitation.account, invitation.contact), &invitation.segments, &mut reached);
    }
    let contacts: BTreeSet<ContactId> =
        list.iter().filter(arrived).filter_map(|invitation| invitation.contact).collect();
    let mut answered = WithDecisionMaker::new();
    for response in &wave.responses {
        let reached = response.contact.filter(|contact| contacts.contains(contact));
        note(program, (response.account, reached), &response.segments, &mut answered);
    }
    let none = BTreeMap::new();
    let of = |(scope, reached): (Scope, BTreeMap<AccountId, bool>)| {
        (scope, covered(program, wave, reached, answered.get(&scope).unwrap_or(&none)))
    };
    reached.into_iter().map(of).collect()
}

fn note(
    program: &Program,
    who: (Option<AccountId>, Option<ContactId>),
    segments: &[Segment],
    accounts: &mut WithDecisionMaker,
) {
    let (Some(account), contact) = who else { return };
    let contact = contact.and_then(|contact| program.register.contacts.get(contact));
    let is_decision_maker = contact.is_some_and(|contact| contact.role.as_deref() == Some(DECISION_MAKER));
    for scope in segments.iter().map(|segment| Scope::Segment(*segment)).chain([Scope::Program]) {
        *accounts.entry(scope).or_default().entry(account).or_default() |= is_decision_maker;
    }
}

fn covered(
    program: &Program,
    wave: &Wave,
    reached: BTreeMap<AccountId, bool>,
    answered: &BTreeMap<AccountId, bool>,
) -> Coverage {
    let mut coverage = Coverage::default();
    for (account, decision_maker) in reached {
        let answer = answered.get(&account);
        let revenue = program.register.accounts.get(account).and_then(|a| a.revenue_on(wave.first_day));
        coverage.accounts += 1;
        coverage.answered += u64::from(answer.is_some());
        coverage.revenue += revenue.unwrap_or_default();
        coverage.revenue_answered += revenue.filter(|_| answer.is_some()).unwrap_or_default();
        coverage.with_decision_maker += u64::from(decision_maker);
        coverage.decision_maker_answered += u64::from(answer == Some(&true));
    }
    coverage
}
