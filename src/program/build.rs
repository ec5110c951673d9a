//! Drafts of waves → waves: which responses count, who was asked, which segments all are in, and in which order the
//! waves come.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use jiff::civil::Date;

use super::fieldwork::{Draft, DraftResponse, Fieldwork};
use super::parties::{Naming, Number, Parties, Party};
use super::periods;
use super::register::Register;
use super::segments::{Gathering, Segment, Subject, slug};
use super::tallies;
use super::waves::{Invitation, Invitations, Outcome, Response, Survey, Wave};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::sources::config::{Repeat, Respondents, SurveyKind};
use crate::sources::surveys::{self as written, Promise, Side};

/// What waves are built with.
pub(super) struct Builder<'a, 'r> {
    /// Accounts and contacts.
    pub parties: &'a mut Parties<'r>,
    /// The dimensions.
    pub gathering: &'a mut Gathering,
    /// The questionnaire.
    pub questionnaire: &'a super::questionnaire::Questionnaire,
    /// What the program lets be shown of respondents.
    pub respondents: Respondents,
    /// Which of several answers counts, where the program says.
    pub repeat: Option<Repeat>,
    /// Mistakes.
    pub diagnostics: &'a mut Diagnostics,
}

/// Builds all waves: by survey, in each by first day, then by label.
pub(super) fn waves(fieldwork: Fieldwork<'_>, mut builder: Builder<'_, '_>) -> (Vec<Survey>, Vec<Wave>) {
    let Fieldwork { surveys, waves: drafts, .. } = fieldwork;
    let mut waves: Vec<(Wave, Place)> = Vec::with_capacity(drafts.len());
    for ((survey, label), draft) in drafts {
        let place = draft.place.clone();
        waves.push((builder.wave(survey, &surveys[survey], label, draft), place));
    }
    waves.sort_by(|(a, _), (b, _)| (a.survey, a.first_day, &a.label).cmp(&(b.survey, b.first_day, &b.label)));
    same_addresses(&waves, &surveys, builder.diagnostics);
    let mut waves: Vec<Wave> = waves.into_iter().map(|(wave, _)| wave).collect();
    for position in 0..waves.len() {
        let (before, rest) = waves.split_at(position);
        let alike = |wave: &Wave| wave.survey == rest[0].survey && wave.side == rest[0].side;
        waves[position].previous = before.iter().rposition(alike);
    }
    (surveys, waves)
}

fn same_addresses(waves: &[(Wave, Place)], surveys: &[Survey], diagnostics: &mut Diagnostics) {
    let mut seen: HashMap<(usize, &str), (&str, &Place)> = HashMap::new();
    for (wave, place) in waves {
        if let Some((other, first)) = seen.insert((wave.survey, &wave.slug), (&wave.label, place)) {
            let address = format!("waves/{}/{}/", surveys[wave.survey].id, wave.slug);
            let message = format!("the waves `{other}` and `{}` have the same page address `{address}`", wave.label);
            let error = Diagnostic::new(Code::SameAddress, message)
                .at(place.clone())
                .related(first.clone(), "the other one is here");
            diagnostics.push(error.help("rename one of the two"));
        }
    }
}

impl<'r> Builder<'_, 'r> {
    fn wave(&mut self, survey: usize, info: &Survey, label: String, draft: Draft<'_>) -> Wave {
        let (first_day, last_day) = days(&label, &draft);
        let side = draft.side.as_ref().map_or(Side::Customers, |(side, _)| *side);
        let invitations = self.invitations(&draft, first_day);
        let tallies = tallies::check(&draft.tallies, first_day, self);
        let mut responses = Vec::with_capacity(draft.responses.len());
        for response in draft.responses {
            responses.push(self.response(response, first_day));
        }
        let (responses, set_aside) = counting(responses, self.repeat, info.kind);
        Wave {
            survey,
            slug: slug(&label),
            label,
            first_day,
            last_day,
            side,
            conducted_by: draft.conducted_by.map(|(conductor, _)| conductor),
            respondents: respondents(self.respondents, draft.promise.map(|(promise, _)| promise), side),
            stages: draft.stages.map(|stage| stage.map(|(day, _)| day)),
            invitations,
            responses,
            set_aside,
            tallies,
            previous: None,
        }
    }

    fn response(&mut self, draft: DraftResponse<'_>, day: Option<Date>) -> Response {
        let subject = Subject { response: Some(draft.written), ..self.subject(draft.party, day) };
        Response {
            id: draft.written.id.text.clone(),
            account: draft.party.account,
            contact: draft.party.contact,
            date: draft.date,
            answers: draft.answers,
            comment: draft.written.comment.as_ref().map(|c| c.0.clone()).filter(|text| !text.trim().is_empty()),
            language: draft.written.language.as_ref().and_then(|language| language.tag.clone()),
            anonymous: draft.written.anonymous.unwrap_or_default(),
            segments: self.gathering.segments(subject),
        }
    }

    /// An account and a contact, as far as they are on record, as they were on a day.
    fn subject(&self, party: Party, day: Option<Date>) -> Subject<'r> {
        let register: &'r Register = self.parties.register;
        let account = |number: Number| Some((number, register.accounts.get(number as usize)?));
        let contact = |number: Number| register.contacts.get(number as usize);
        Subject {
            response: None,
            account: party.account.and_then(account),
            contact: party.contact.and_then(contact),
            day,
        }
    }

    /// The segments of an account or contact on record, as they were on a day.
    pub(super) fn party_segments(&mut self, party: Party, day: Option<Date>) -> Vec<Segment> {
        let subject = self.subject(party, day);
        self.gathering.segments(subject)
    }

    fn invitations(&mut self, draft: &Draft<'_>, day: Option<Date>) -> Invitations {
        let mut list: Option<List> = None;
        let mut counts: Option<((u64, u64), Place)> = None;
        for (file, invitations) in &draft.invitations {
            match invitations {
                written::Invitations::List(written) => {
                    let list = list.get_or_insert_default();
                    for invitation in written {
                        self.invitation(invitation, file, day, list);
                    }
                }
                written::Invitations::Counts(written) => self.counts(written, file, &mut counts),
            }
        }
        match (list, counts) {
            (None, None) => Invitations::NotRecorded,
            (None, Some(((sent, delivered), _))) => Invitations::Counts { sent, delivered },
            (Some(list), counts) => {
                if let Some((_, place)) = counts {
                    let error = Diagnostic::new(
                        Code::FilesDisagree,
                        "one file of the wave lists its invitations, another counts them",
                    );
                    self.diagnostics.push(error.at(place).help("keep the list, or the counts"));
                }
                Invitations::List(list.invitations)
            }
        }
    }

    fn counts(
        &mut self,
        written: &written::InvitationCounts,
        file: &Arc<Path>,
        counts: &mut Option<((u64, u64), Place)>,
    ) {
        let delivered = written.delivered.as_ref().map_or(written.sent, |delivered| delivered.value);
        let place = Place::new(file, written.delivered.as_ref().map_or(written.at, |delivered| delivered.at));
        if delivered > written.sent {
            let message = format!("{delivered} invitations arrived, but only {} were sent", written.sent);
            self.diagnostics
                .push(Diagnostic::new(Code::WrongCounts, message).at(place.clone()).help("mend one of the two"));
        }
        match counts {
            Some((said, first)) if *said != (written.sent, delivered) => {
                let error =
                    Diagnostic::new(Code::FilesDisagree, "two files of one wave count its invitations differently")
                        .at(place);
                self.diagnostics
                    .push(error.related(first.clone(), "the other is here").help("say it in one file only"));
            }
            _ => *counts = Some(((written.sent, delivered), place)),
        }
    }

    fn invitation(&mut self, written: &written::Invitation, file: &Arc<Path>, day: Option<Date>, list: &mut List) {
        let (account, contact) = (written.account.as_ref(), written.contact.as_ref());
        if account.is_none() && contact.is_none() {
            let error = Diagnostic::new(Code::MissingKey, "an invitation needs its `account` or its `contact`");
            return self.diagnostics.push(error.at(Place::new(file, written.at)).help("say who was asked"));
        }
        let Some(party) = self.parties.party(account, contact, Naming::invitation(file), self.diagnostics) else {
            return;
        };
        let outcome = written.outcome.unwrap_or(Outcome::Delivered);
        let place = Place::new(file, contact.or(account).map_or(written.at, |id| id.at));
        if let Some(number) = party.contact
            && let Some((position, first)) = list.contacts.get(&number).cloned()
        {
            let name = contact.map_or("", |id| &*id.text);
            let warning =
                Diagnostic::new(Code::InvitedTwice, format!("the contact `{name}` is invited twice in this wave"))
                    .at(place);
            self.diagnostics.push(warning.related(first, "the first time is here").help("it counts once; keep one"));
            if let Some(known) = list.invitations.get_mut(position).filter(|known| known.outcome == Outcome::Bounced) {
                known.outcome = outcome;
            }
            return;
        }
        list.contacts.extend(party.contact.map(|number| (number, (list.invitations.len(), place))));
        let on_record = party.account.is_none_or(|number| self.parties.is_account(number))
            && party.contact.is_none_or(|number| self.parties.is_contact(number));
        let segments = self.party_segments(party, day);
        list.invitations.push(Invitation {
            account: party.account,
            contact: party.contact,
            outcome,
            on_record,
            segments,
        });
    }
}

/// Invitations while files add to them.
#[derive(Default)]
struct List {
    invitations: Vec<Invitation>,
    contacts: HashMap<Number, (usize, Place)>,
}

/// The first and last day of a wave: as said, else of its answers, else of the period that its label names.
fn days(label: &str, draft: &Draft<'_>) -> (Option<Date>, Option<Date>) {
    let period = periods::days(label);
    let dates = || draft.responses.iter().filter_map(|response| response.date);
    let first = draft.from.as_ref().map(|(day, _)| *day);
    let last = draft.to.as_ref().map(|(day, _)| *day);
    let by_date = draft.from.is_none() && draft.to.is_none();
    let (start, end) = period.filter(|_| by_date).unzip();
    (first.or(start).or_else(|| dates().min()).or(last), last.or(end).or_else(|| dates().max()).or(first))
}

/// The stricter of what the program lets be shown and what respondents were told; employees are always anonymous.
fn respondents(program: Respondents, promise: Option<Promise>, side: Side) -> Respondents {
    if side == Side::Employees {
        return Respondents::Anonymous;
    }
    let promised = match promise {
        None | Some(Promise::Named) => Respondents::Named,
        Some(Promise::Confidential) => Respondents::Role,
        Some(Promise::Anonymous) => Respondents::Anonymous,
    };
    program.max(promised)
}

/// Parts the responses into those that count and those set aside because their contact answered more than once.
fn counting(responses: Vec<Response>, repeat: Option<Repeat>, kind: SurveyKind) -> (Vec<Response>, Vec<Response>) {
    let default = if kind == SurveyKind::Transactional { Repeat::All } else { Repeat::Last };
    let repeat = repeat.unwrap_or(default);
    if repeat == Repeat::All {
        return (responses, Vec::new());
    }
    let mut kept: HashMap<Number, usize> = HashMap::new();
    for (position, response) in responses.iter().enumerate() {
        let Some(contact) = response.contact else { continue };
        let wins = kept.get(&contact).is_none_or(|&other| match repeat {
            Repeat::First => response.date < responses[other].date,
            _ => response.date >= responses[other].date,
        });
        if wins {
            kept.insert(contact, position);
        }
    }
    let counts: Vec<bool> = responses
        .iter()
        .enumerate()
        .map(|(position, response)| response.contact.is_none_or(|contact| kept.get(&contact) == Some(&position)))
        .collect();
    let mut counts = counts.into_iter();
    responses.into_iter().partition(|_| counts.next().unwrap_or(true))
}

/// Renumbers all segments of a wave once the dimensions' values are in order.
pub(super) fn renumber(wave: &mut Wave, numbers: &[Vec<u32>]) {
    let responses = wave.responses.iter_mut().chain(&mut wave.set_aside).map(|response| &mut response.segments);
    let tallies = wave.tallies.iter_mut().map(|tally| &mut tally.segments);
    let mut all: Vec<&mut Vec<Segment>> = responses.chain(tallies).collect();
    if let Invitations::List(list) = &mut wave.invitations {
        all.extend(list.iter_mut().map(|invitation| &mut invitation.segments));
    }
    for segments in all {
        renumber_segments(segments, numbers);
    }
}

/// Renumbers the segments of one thing.
pub(super) fn renumber_segments(segments: &mut [Segment], numbers: &[Vec<u32>]) {
    for segment in segments.iter_mut() {
        let known = numbers.get(usize::from(segment.dimension)).and_then(|values| values.get(segment.value as usize));
        segment.value = known.copied().unwrap_or(segment.value);
    }
    segments.sort_unstable();
}
