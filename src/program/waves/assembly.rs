//! Drafts of waves → waves: which responses count, who was asked, which segments all are in, and in which order the
//! waves come. Waves hang together by names that are not on record and by the values of dimensions only: the names are
//! numbered first, the values joined last, and in between each wave is built by itself, so all cores do it.

use foldhash::{HashMap, HashMapExt};
use jiff::ToSpan;
use jiff::civil::Date;
use rayon::prelude::*;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::program::answers::Answer;
use crate::program::contact_details::MaskedIn;
use crate::program::dimension_values::{Numbers, Values};
use crate::program::ids::{AccountId, ContactId, WaveId};
use crate::program::periods;
use crate::program::references::Party;
use crate::program::segments::{Segment, Subject, slug};
use crate::program::waves::building::{Builder, Building};
use crate::program::waves::draft::{Draft, DraftResponse};
use crate::program::waves::fieldwork::Fieldwork;
use crate::program::waves::invitations;
use crate::program::waves::tallies;
use crate::program::waves::windows::{self, Windows};
use crate::program::waves::{AnswerSubject, Invitations, Response, Survey, Wave};
use crate::sources::config::{Repeat, Respondents, SurveyKind};
use crate::sources::surveys::{self as written, Promise, Side};

/// Whom the invitations and the cells of a wave name, one by one; none where a mistake was told, or a cell names nobody.
struct NamedParties {
    invitations: Vec<Option<Party>>,
    cells: Vec<Option<AccountId>>,
}

/// A wave that is built, with what it adds to the whole.
struct BuiltWave {
    wave: Wave,
    place: Place,
    met: Vec<Values>,
    diagnostics: Diagnostics,
    masked: MaskedIn,
}

/// Builds all waves: by survey, in each by first day, then by label. Each has the numbers that the values of dimensions
/// have in it.
pub(in crate::program) fn waves(
    fieldwork: Fieldwork<'_>,
    mut builder: Builder<'_, '_>,
) -> (Vec<Survey>, Vec<(Wave, Numbers)>) {
    let Fieldwork { surveys, waves: drafts, .. } = fieldwork;
    let named = builder.named(&drafts.values().collect::<Vec<_>>());
    let drafts: Vec<_> = drafts.into_iter().zip(named).collect();
    let shared = builder.diagnostics.share(drafts.len());
    let build = |(((survey, label), draft), named): (((usize, String), Draft<'_>), NamedParties)| {
        builder.wave((survey, &surveys[survey]), label, draft, &named, shared.clone())
    };
    let mut built: Vec<BuiltWave> = drafts.into_par_iter().map(build).collect();
    let joined = |built: &mut BuiltWave| {
        builder.diagnostics.append(std::mem::take(&mut built.diagnostics));
        builder.gathering.join(std::mem::take(&mut built.met))
    };
    let numbers: Vec<Numbers> = built.iter_mut().map(joined).collect();
    MaskedIn::of(built.iter_mut().map(|built| std::mem::take(&mut built.masked)))
        .warn("what respondents wrote", builder.diagnostics);
    let mut waves: Vec<(BuiltWave, Numbers)> = built.into_iter().zip(numbers).collect();
    let order = |wave: &Wave| (wave.survey, wave.first_day, wave.label.clone());
    waves.sort_by_cached_key(|(built, _)| order(&built.wave));
    same_addresses(waves.iter().map(|(built, _)| built), &surveys, builder.diagnostics);
    let mut waves: Vec<(Wave, Numbers)> = waves.into_iter().map(|(built, numbers)| (built.wave, numbers)).collect();
    for position in 0..waves.len() {
        let (before, rest) = waves.split_at_mut(position);
        if let Some((wave, _)) = rest.first_mut() {
            hold_against(wave, before);
        }
    }
    (surveys, waves)
}

/// Finds the earlier waves that a wave's figures are held against, among all that come before it.
fn hold_against(wave: &mut Wave, before: &[(Wave, Numbers)]) {
    let far = wave.first_day.and_then(|day| day.checked_sub(windows::FURTHEST.days()).ok());
    let is_too_far = |(other, _): &(Wave, Numbers)| (other.survey, other.first_day) < (wave.survey, far);
    let alike = |(other, _): &(Wave, Numbers)| other.survey == wave.survey && other.side == wave.side;
    let earlier = before.iter().enumerate().skip(before.partition_point(is_too_far));
    let days = earlier
        .filter(|(_, other)| alike(other))
        .filter_map(|(at, (other, _))| Some((WaveId::at(at), other.first_day?)));
    let Windows { year, long } = wave.first_day.map(|day| Windows::of(day, days)).unwrap_or_default();
    let previous = before.iter().rposition(alike).map(WaveId::at);
    (wave.previous, wave.year, wave.long) =
        (previous, year.filter(|_| year != previous), long.filter(|_| long != previous));
}

fn same_addresses<'b>(waves: impl Iterator<Item = &'b BuiltWave>, surveys: &[Survey], diagnostics: &mut Diagnostics) {
    let mut seen: HashMap<(usize, &str), (&str, &Place)> = HashMap::new();
    for BuiltWave { wave, place, .. } in waves {
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

impl Builder<'_, '_> {
    /// Finds, and numbers, whom all invitations and cells name. The search takes long and is done by all cores; what is
    /// not on record is seldom, and numbered in the order of the waves.
    fn named(&mut self, drafts: &[&Draft<'_>]) -> Vec<NamedParties> {
        let parties = &*self.parties;
        let on_record: Vec<Vec<Option<Party>>> =
            drafts.par_iter().map(|draft| invitations::on_record(draft, parties)).collect();
        let (parties, diagnostics) = (&mut *self.parties, &mut *self.diagnostics);
        let mut named = |(draft, on_record): (&&Draft<'_>, Vec<Option<Party>>)| NamedParties {
            invitations: invitations::parties(draft, on_record, parties, diagnostics),
            cells: draft
                .tallies
                .iter()
                .map(|(file, cell)| tallies::account(cell, file, parties, diagnostics))
                .collect(),
        };
        drafts.iter().zip(on_record).map(&mut named).collect()
    }

    fn wave(
        &self,
        (survey, info): (usize, &Survey),
        label: String,
        draft: Draft<'_>,
        named: &NamedParties,
        diagnostics: Diagnostics,
    ) -> BuiltWave {
        let (first_day, last_day) = days(&label, &draft);
        let side = draft.side.as_ref().map_or(Side::Customers, |(side, _)| *side);
        let respondents = respondents(self.respondents, draft.promise.as_ref().map(|(promise, _)| *promise), side);
        let met = self.gathering.met();
        let masked = MaskedIn::default();
        let mut building = Building { with: self, day: first_day, met, diagnostics, respondents, masked };
        let invitations = invitations::check(&draft, &named.invitations, &mut building);
        let tallies = tallies::check(&draft.tallies, &named.cells, &mut building);
        let responses = draft.responses.into_iter().map(|response| building.response(response)).collect();
        let (responses, set_aside) = counting(responses, self.repeat, info.kind);
        let wave = Wave {
            survey,
            slug: slug(&label),
            label,
            first_day,
            last_day,
            side,
            conducted_by: draft.conducted_by.map(|(conductor, _)| conductor),
            respondents,
            stages: draft.stages.map(|stage| stage.map(|(day, _)| day)),
            invitations,
            responses,
            set_aside,
            tallies,
            previous: None,
            year: None,
            long: None,
        };
        let Building { met, diagnostics, masked, .. } = building;
        BuiltWave { wave, place: draft.place, met: met.into_new(), diagnostics, masked }
    }
}

impl Building<'_, '_> {
    fn response(&mut self, draft: DraftResponse<'_>) -> Response {
        let DraftResponse { file, written, party, date, mut answers } = draft;
        let subject = Subject { response: Some(written), ..self.subject(party) };
        let anonymous = written.anonymous.unwrap_or_default();
        let mut comment = written.comment.as_ref().map(|c| c.0.clone()).filter(|text| !text.trim().is_empty());
        if anonymous || self.respondents != Respondents::Named {
            let in_words = answers.iter_mut().filter_map(|(_, answer)| match answer {
                Answer::Text(text) => Some(text),
                _ => None,
            });
            self.masked.mask(file, written.id.at, comment.iter_mut().chain(in_words));
        }
        Response {
            id: written.id.text.clone(),
            account: party.account,
            contact: party.contact,
            date,
            answers,
            comment,
            language: written.language.as_ref().and_then(|language| language.tag.clone()),
            anonymous,
            segments: self.met.segments(subject),
            about: self.about(written),
        }
    }

    /// What a response is about, where it says so.
    fn about(&self, written: &written::Response) -> Option<Box<AnswerSubject>> {
        let text = |text: &Option<Box<str>>| text.clone().filter(|text| !text.trim().is_empty());
        let about = AnswerSubject {
            ticket: written.ticket.as_ref().and_then(|ticket| self.with.tickets.get(ticket)),
            topics: written.topics.0.iter().filter(|topic| !topic.trim().is_empty()).cloned().collect(),
            journey: text(&written.journey),
            touchpoint: text(&written.touchpoint),
        };
        (about != AnswerSubject::default()).then(|| Box::new(about))
    }
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
    let mut kept: HashMap<ContactId, usize> = HashMap::new();
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
pub(in crate::program) fn renumber(wave: &mut Wave, numbers: &Numbers) {
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
pub(in crate::program) fn renumber_segments(segments: &mut [Segment], numbers: &[Vec<u32>]) {
    for segment in segments.iter_mut() {
        let known = numbers.get(segment.dimension_index()).and_then(|values| values.get(segment.value_index()));
        segment.value = known.copied().unwrap_or(segment.value);
    }
    segments.sort_unstable();
}
