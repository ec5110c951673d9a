//! Survey files → waves: which wave each answer is of, and what the files say of each wave. Several files may add to
//! one wave; what they say of it must agree.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use foldhash::{HashMap, HashMapExt};
use jiff::civil::Date;
use rayon::prelude::*;

use crate::diagnostic::{At, Code, Diagnostic, Diagnostics, Place};
use crate::program::answers::{Answers, Checked};
use crate::program::periods;
use crate::program::questionnaire::check_id;
use crate::program::references::{Naming, Party, References};
use crate::program::waves::Survey;
use crate::program::waves::draft::{Draft, DraftResponse, agree};
use crate::sources::config::{Config, SurveyKind, WaveRule};
use crate::sources::decode::Located;
use crate::sources::surveys::{self as written, Side, SurveyFile};
use crate::sources::{Filed, Shared};

/// What the files add up to, wave by wave, in the order of survey and label.
#[derive(Debug)]
pub(in crate::program) struct Fieldwork<'a> {
    /// The surveys: those of `cxbook.yaml`, then those only met in files.
    pub surveys: Vec<Survey>,
    /// The waves by survey and label.
    pub waves: BTreeMap<(usize, String), Draft<'a>>,
    /// Where each response id of each survey stands.
    pub response_places: HashMap<(usize, &'a str), Place>,
}

/// Goes through the survey files.
pub(in crate::program) fn gather<'a>(
    files: &'a [Shared<SurveyFile>],
    config: &Filed<Config>,
    parties: &mut References<'_>,
    answers: &Answers<'_>,
    diagnostics: &mut Diagnostics,
) -> Fieldwork<'a> {
    let surveys = declared(config, diagnostics);
    let count = files.iter().map(|file| responses(&file.content).count()).sum();
    let fieldwork = Fieldwork { surveys, waves: BTreeMap::new(), response_places: HashMap::with_capacity(count) };
    // Most of the work, and nothing of one response hangs on another: so all cores do it.
    let found = files.par_iter().map(|file| {
        let responses: Vec<&written::Response> = responses(&file.content).collect();
        responses.into_par_iter().map(|response| looked_up(response, &file.content, parties, answers)).collect()
    });
    let found: Vec<Vec<LookedUp<'_>>> = found.collect();
    let mut gathering = ValuesInFieldwork { fieldwork, parties, answers, diagnostics };
    for (file, found) in files.iter().zip(found) {
        gathering.file(file, found);
    }
    gathering.fieldwork
}

/// What is known of a response by itself.
struct LookedUp<'a> {
    answers: Checked<'a>,
    /// Whose it is, if that is a customer on record.
    party: Option<Party>,
}

fn looked_up<'a>(
    response: &'a written::Response,
    file: &SurveyFile,
    parties: &References<'_>,
    answers: &'a Answers<'_>,
) -> LookedUp<'a> {
    let party = || parties.on_record(response.account.as_ref(), response.contact.as_ref());
    LookedUp { answers: answers.check(&response.answers.0), party: if is_of_customers(file) { party() } else { None } }
}

fn is_of_customers(file: &SurveyFile) -> bool {
    file.respondents.as_ref().is_none_or(|side| side.value == Side::Customers)
}

/// The responses of a file, written as mappings or as lines of a table.
fn responses(file: &SurveyFile) -> impl Iterator<Item = &written::Response> {
    file.responses.iter().flatten().chain(file.table.iter().flat_map(|table| &table.0))
}

fn declared(config: &Filed<Config>, diagnostics: &mut Diagnostics) -> Vec<Survey> {
    let mut surveys = Vec::new();
    for (id, survey) in &config.content.surveys.0 {
        check_id(id, "survey", &config.file, diagnostics);
        surveys.push(Survey {
            id: id.value.clone(),
            label: survey.label.clone().unwrap_or_else(|| default_label(&id.value)),
            kind: survey.kind.unwrap_or(SurveyKind::Relationship),
            rule: survey.waves.unwrap_or(WaveRule::File),
        });
    }
    surveys
}

/// A survey without a label is called by its id, as a title would write it.
fn default_label(id: &str) -> String {
    let mut letters = id.chars().map(|c| if matches!(c, '_' | '-') { ' ' } else { c });
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

struct ValuesInFieldwork<'a, 'b, 'r> {
    fieldwork: Fieldwork<'a>,
    parties: &'b mut References<'r>,
    answers: &'b Answers<'b>,
    diagnostics: &'b mut Diagnostics,
}

/// One survey file with what was made of its head.
struct FileHead<'a> {
    file: &'a Arc<Path>,
    content: &'a SurveyFile,
    survey: usize,
    rule: WaveRule,
}

impl<'a> ValuesInFieldwork<'a, '_, '_> {
    fn file(&mut self, file: &'a Filed<SurveyFile>, found: Vec<LookedUp<'_>>) {
        let survey = self.survey(file);
        let head =
            FileHead { file: &file.file, content: &file.content, survey, rule: self.fieldwork.surveys[survey].rule };
        self.check_head(&head);
        if head.rule == WaveRule::File {
            self.file_wave(&head);
        } else if let Some(invitations) = &head.content.invitations {
            let at = match invitations {
                written::Invitations::List(list) => list.first().map_or(head.content.at, |first| first.at),
                written::Invitations::Counts(counts) => counts.at,
            };
            let message = format!("invitations are ignored in a survey by {}", head.rule.word());
            let help = "they say nothing of single periods; remove them, or use `waves: file`";
            self.diagnostics
                .push(Diagnostic::new(Code::InvitationsIgnored, message).at(Place::new(head.file, at)).help(help));
        }
        let mut outside = Vec::new();
        let mut waves: BTreeMap<Cow<'_, str>, Vec<DraftResponse<'_>>> = BTreeMap::new();
        for (response, found) in responses(head.content).zip(found) {
            if let Some((label, draft)) = self.response(&head, response, found, &mut outside) {
                waves.entry(label).or_default().push(draft);
            }
        }
        for (label, responses) in waves {
            let place = Place::new(head.file, responses[0].written.id.at);
            self.wave(&head, &label, place).responses.extend(responses);
        }
        self.warn_outside(&head, &outside);
        for tally in head.content.tallies.iter().flatten() {
            self.tally(&head, tally);
        }
    }

    /// The survey a file is of; one that `cxbook.yaml` does not name gets the defaults.
    fn survey(&mut self, file: &Filed<SurveyFile>) -> usize {
        let id = &file.content.survey;
        if let Some(position) = self.fieldwork.surveys.iter().position(|survey| survey.id == *id.text) {
            return position;
        }
        let text = id.text.to_string();
        check_id(&Located { value: text.clone(), at: id.at }, "survey", &file.file, self.diagnostics);
        self.fieldwork.surveys.push(Survey {
            label: default_label(&text),
            id: text,
            kind: SurveyKind::Relationship,
            rule: WaveRule::File,
        });
        self.fieldwork.surveys.len() - 1
    }

    fn check_head(&mut self, head: &FileHead<'_>) {
        let SurveyFile { from, to, responses, table, tallies, .. } = head.content;
        if let (Some(from), Some(to)) = (from, to)
            && to.value < from.value
        {
            let message = format!("the wave ends on {} before it begins on {}", to.value, from.value);
            self.error(Code::DatesOutOfOrder, head.file, to.at, message, "swap `from` and `to`, or mend one of them");
        }
        let kinds = [responses.is_some(), table.is_some(), tallies.is_some()];
        if kinds.into_iter().filter(|there| *there).count() > 1 {
            let message = "a survey file has `responses`, a `table` or `tallies`, not several of them";
            let help = "move one of them into a file of its own";
            self.error(Code::SeveralKinds, head.file, head.content.at, message, help);
        }
        match (head.rule, &head.content.wave) {
            (WaveRule::File, None) => {
                let (at, message) = (head.content.survey.at, "the file does not say which `wave` it is of");
                self.error(Code::NoWave, head.file, at, message, "add `wave: 2026-Q1`");
            }
            (rule, Some(wave)) if rule != WaveRule::File => {
                let survey = &self.fieldwork.surveys[head.survey].id;
                let message = format!("the dates make the waves of `{survey}`, which are by {}", rule.word());
                let help = "remove `wave`, or use `waves: file` for the survey";
                self.error(Code::WaveOfDates, head.file, wave.at, message, help);
            }
            _ => {}
        }
    }

    fn error(&mut self, code: Code, file: &Arc<Path>, at: At, message: impl Into<String>, help: &str) {
        self.diagnostics.push(Diagnostic::new(code, message).at(Place::new(file, at)).help(help));
    }

    /// Notes what a file says of its one wave.
    fn file_wave(&mut self, head: &FileHead<'a>) {
        let Some(label) = &head.content.wave else { return };
        let place = Place::new(head.file, label.at);
        if label.value.trim().is_empty() {
            return self.error(Code::NoWave, head.file, label.at, "a wave needs a label", "write `wave: 2026-Q1`");
        }
        self.wave(head, &label.value, place);
        let Some(draft) = self.fieldwork.waves.get_mut(&(head.survey, label.value.clone())) else { return };
        agree(&mut draft.from, head.content.from.as_ref(), "from", head.file, self.diagnostics);
        agree(&mut draft.to, head.content.to.as_ref(), "to", head.file, self.diagnostics);
        if let Some(stages) = &head.content.stages {
            let days = [
                stages.prepare,
                stages.field,
                stages.analyse,
                stages.interview,
                stages.plan,
                stages.act,
                stages.repeat,
            ];
            for ((said, day), name) in draft.stages.iter_mut().zip(days).zip(crate::program::waves::STAGES) {
                let day = day.map(|value| Located { value, at: stages.at });
                agree(said, day.as_ref(), name, head.file, self.diagnostics);
            }
        }
        draft.invitations.extend(head.content.invitations.as_ref().map(|invitations| (head.file, invitations)));
    }

    /// The draft of a wave, with what every file says of all its waves.
    fn wave(&mut self, head: &FileHead<'a>, label: &str, place: Place) -> &mut Draft<'a> {
        let key = (head.survey, label.to_owned());
        let draft = self.fieldwork.waves.entry(key).or_insert_with(|| Draft::new(place));
        agree(&mut draft.side, head.content.respondents.as_ref(), "respondents", head.file, self.diagnostics);
        agree(&mut draft.conducted_by, head.content.conducted_by.as_ref(), "conducted_by", head.file, self.diagnostics);
        agree(&mut draft.promise, head.content.promise.as_ref(), "promise", head.file, self.diagnostics);
        draft
    }

    fn response(
        &mut self,
        head: &FileHead<'a>,
        written: &'a written::Response,
        found: LookedUp<'_>,
        outside: &mut Vec<At>,
    ) -> Option<(Cow<'a, str>, DraftResponse<'a>)> {
        let is_new = self.response_id(head, written);
        let party = found.party.or_else(|| self.party(head, written));
        let others: &[&str] = if head.content.table.is_some() { &written::FIELD_COLUMNS } else { &[] };
        let answers = self.answers.right(found.answers, others, head.file, self.diagnostics);
        let date = written.date.as_ref().map(|date| date.value).or(head.content.to.as_ref().map(|to| to.value));
        let too_early = |day: &Located<Date>| head.content.from.as_ref().is_some_and(|from| day.value < from.value);
        let too_late = |day: &Located<Date>| head.content.to.as_ref().is_some_and(|to| day.value > to.value);
        outside.extend(written.date.as_ref().filter(|day| too_early(day) || too_late(day)).map(|day| day.at));
        let label = self.label(head, written)?;
        let party = party.filter(|_| is_new)?;
        Some((label, DraftResponse { file: head.file, written, party, date, answers }))
    }

    /// Whose a response is. Employees are on no record, so their ids only tell them apart.
    fn party(&mut self, head: &FileHead<'_>, written: &written::Response) -> Option<Party> {
        let (account, contact) = (written.account.as_ref(), written.contact.as_ref());
        let naming = Naming::answer(head.file);
        if is_of_customers(head.content) {
            return self.parties.party(account, contact, naming, self.diagnostics);
        }
        let party = self.parties.party(account, None, naming, self.diagnostics)?;
        Some(Party { contact: contact.map(|id| self.parties.colleague(id)), ..party })
    }

    /// Notes where a response's id stands, or that it is taken.
    fn response_id(&mut self, head: &FileHead<'a>, written: &'a written::Response) -> bool {
        let place = || Place::new(head.file, written.id.at);
        let key = (head.survey, &*written.id.text);
        if let Some(first) = self.fieldwork.response_places.insert(key, place()) {
            // The first one stays the one that others are told of.
            self.fieldwork.response_places.insert(key, first.clone());
            let message = format!("the response id `{}` stands twice in this survey", written.id.text);
            let error = Diagnostic::new(Code::IdTwice, message).at(place()).related(first, "the first one is here");
            self.diagnostics.push(error.help("each answer has its own id; keep one of the two"));
            return false;
        }
        true
    }

    /// The label of the wave that a response is of.
    fn label(&mut self, head: &FileHead<'a>, response: &written::Response) -> Option<Cow<'a, str>> {
        if head.rule == WaveRule::File {
            return head.content.wave.as_ref().map(|wave| wave.value.as_str().into());
        }
        let Some(date) = &response.date else {
            let message = format!("in a survey by {} a response needs its `date`", head.rule.word());
            self.error(Code::MissingKey, head.file, response.id.at, message, "add the day of the answer");
            return None;
        };
        periods::label(head.rule, date.value).map(Cow::from)
    }

    fn warn_outside(&mut self, head: &FileHead<'_>, outside: &[At]) {
        let Some(first) = outside.first() else { return };
        let more = match outside.len() {
            1 => String::new(),
            n => format!(" (and {} more in this file)", n - 1),
        };
        let warning = Diagnostic::new(Code::OutsideFieldwork, format!("a response outside `from` and `to`{more}"));
        self.diagnostics.push(warning.at(Place::new(head.file, *first)).help("mend the date, or the wave's days"));
    }

    fn tally(&mut self, head: &FileHead<'a>, tally: &'a written::Tally) {
        let label = match (head.rule, &tally.wave, &head.content.wave) {
            (WaveRule::File, None, wave) => wave.as_ref().map(|wave| wave.value.clone()),
            (WaveRule::File, Some(own), Some(wave)) if own.value == wave.value => Some(own.value.clone()),
            (WaveRule::File, Some(own), _) => {
                let message = format!("the cell is of `{}`, its file of another wave", own.value);
                return self.error(Code::OtherWave, head.file, own.at, message, "remove `wave` here, or move the cell");
            }
            (rule, Some(own), _) if periods::is_label(rule, &own.value) => Some(own.value.clone()),
            (rule, own, _) => {
                let at = own.as_ref().map_or(tally.question.at, |own| own.at);
                let message = format!("in a survey by {} a cell names its `wave`", rule.word());
                let help = format!("write it like `wave: {}`", periods::example(rule));
                return self.error(Code::NoWave, head.file, at, message, &help);
            }
        };
        if let Some(label) = label {
            self.wave(head, &label, Place::new(head.file, tally.at)).tallies.push((head.file, tally));
        }
    }
}
