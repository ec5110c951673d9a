//! A wave while files add to it: what they say of it, which must agree, and whose answers, invitations and cells they
//! bring.

use std::path::Path;
use std::sync::Arc;

use jiff::civil::Date;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::program::answers::Answer;
use crate::program::references::Party;
use crate::sources::decode::Located;
use crate::sources::surveys::{self as written, Conductor, Promise, Side};

/// A wave while files add to it.
#[derive(Debug)]
pub(in crate::program) struct Draft<'a> {
    /// Where the wave is first named.
    pub place: Place,
    /// What is said of it, each with the place that said it first.
    pub from: SaidOfWave<Date>,
    /// Last day.
    pub to: SaidOfWave<Date>,
    /// Who answers.
    pub side: SaidOfWave<Side>,
    /// Who conducted it.
    pub conducted_by: SaidOfWave<Conductor>,
    /// What respondents were told.
    pub promise: SaidOfWave<Promise>,
    /// When each stage was.
    pub stages: [SaidOfWave<Date>; 7],
    /// Its responses.
    pub responses: Vec<DraftResponse<'a>>,
    /// Its invitations with their files.
    pub invitations: Vec<(&'a Arc<Path>, &'a written::Invitations)>,
    /// Its tallies with their files.
    pub tallies: Vec<(&'a Arc<Path>, &'a written::Tally)>,
}

/// Something said of a wave, and where.
pub(in crate::program) type SaidOfWave<T> = Option<(T, Place)>;

/// A response whose references and answers are checked.
#[derive(Debug)]
pub(in crate::program) struct DraftResponse<'a> {
    /// Its file.
    pub file: &'a Arc<Path>,
    /// As it stands.
    pub written: &'a written::Response,
    /// Whose it is.
    pub party: Party,
    /// The day.
    pub date: Option<Date>,
    /// The answers by question.
    pub answers: Vec<(u16, Answer)>,
}

impl Draft<'_> {
    /// A wave of which nothing is said yet.
    pub(in crate::program) fn new(place: Place) -> Self {
        Self {
            place,
            from: None,
            to: None,
            side: None,
            conducted_by: None,
            promise: None,
            stages: [const { None }; 7],
            responses: Vec::new(),
            invitations: Vec::new(),
            tallies: Vec::new(),
        }
    }
}

/// Takes what a file says of a wave, or notes that another file says something else.
pub(in crate::program) fn agree<T: PartialEq + Copy>(
    said: &mut SaidOfWave<T>,
    new: Option<&Located<T>>,
    what: &str,
    file: &Arc<Path>,
    diagnostics: &mut Diagnostics,
) {
    let Some(new) = new else { return };
    let place = || Place::new(file, new.at);
    match said {
        None => *said = Some((new.value, place())),
        Some((value, first)) if *value != new.value && *first != place() => {
            let message = format!("two files of one wave say different things of `{what}`");
            let error =
                Diagnostic::new(Code::FilesDisagree, message).at(place()).related(first.clone(), "the other is here");
            diagnostics.push(error.help("make them agree, or say it in one file only"));
        }
        Some(_) => {}
    }
}
