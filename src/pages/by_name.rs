//! Accounts, segments and waves by the names that analysts write: ids, labels, addresses; and the pages that the paths
//! of their commentary stand for.

use super::key::PageSubject;
use crate::disclosure::{AccountId, Disclosed, Segment, Wave, WaveId};
use crate::sources::commentary::About;

/// Something that does not exist.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Missing<'p> {
    /// What, with its name: an account `alpin`.
    pub what: String,
    /// How it was written.
    pub written: String,
    /// The names there are.
    pub names: Vec<&'p str>,
}

/// The page that a path in `commentary/` stands for, where that is the overview.
pub(super) fn overview_about<'p>(_: &'p Disclosed<'_>, about: &About) -> Option<Result<PageSubject, Missing<'p>>> {
    matches!(about, About::Overview).then_some(Ok(PageSubject::Everything))
}

/// The same for an account.
pub(super) fn account_about<'p>(
    disclosed: &'p Disclosed<'_>,
    about: &About,
) -> Option<Result<PageSubject, Missing<'p>>> {
    let About::Account(id) = about else { return None };
    let missing = || Missing {
        what: format!("account `{id}`"),
        written: id.clone(),
        names: disclosed.accounts().iter().map(|account| account.slug.as_str()).collect(),
    };
    Some(account(disclosed, id).map(PageSubject::Account).ok_or_else(missing))
}

/// The same for a segment.
pub(super) fn segment_about<'p>(
    disclosed: &'p Disclosed<'_>,
    about: &About,
) -> Option<Result<PageSubject, Missing<'p>>> {
    let About::Segment { dimension, value } = about else { return None };
    let found = segment(disclosed, dimension, value).map(PageSubject::Segment);
    let what = || format!("segment `{dimension}/{value}`");
    Some(found.map_err(|names| Missing { what: what(), written: value.clone(), names }))
}

/// The same for a wave.
pub(super) fn wave_about<'p>(disclosed: &'p Disclosed<'_>, about: &About) -> Option<Result<PageSubject, Missing<'p>>> {
    let About::Wave { survey, wave: written } = about else { return None };
    let found = wave(disclosed, survey.as_deref(), written).map(PageSubject::Wave);
    let what = || format!("wave `{written}`");
    Some(found.map_err(|names| Missing { what: what(), written: written.clone(), names }))
}

/// The page that `account:ID` links to.
pub(super) fn account_linked<'p>(disclosed: &'p Disclosed<'_>, id: &str) -> Result<PageSubject, Missing<'p>> {
    let missing = || Missing {
        what: format!("account `{id}`"),
        written: id.to_owned(),
        names: disclosed.accounts().iter().map(|account| account.id.as_str()).collect(),
    };
    account(disclosed, id).map(PageSubject::Account).ok_or_else(missing)
}

/// The page that `segment:DIMENSION=VALUE` links to.
pub(super) fn segment_linked<'p>(disclosed: &'p Disclosed<'_>, name: &str) -> Option<Result<PageSubject, Missing<'p>>> {
    let (dimension, value) = name.split_once('=')?;
    let found = segment(disclosed, dimension, value).map(PageSubject::Segment);
    Some(found.map_err(|names| Missing { what: format!("segment `{name}`"), written: value.to_owned(), names }))
}

/// The page that `wave:SURVEY/WAVE` links to; the survey may be left out where only one has such a wave.
pub(super) fn wave_linked<'p>(disclosed: &'p Disclosed<'_>, name: &str) -> Result<PageSubject, Missing<'p>> {
    let (survey, label) = name.split_once('/').map_or((None, name), |(survey, label)| (Some(survey), label));
    let found = wave(disclosed, survey, label).map(PageSubject::Wave);
    found.map_err(|names| Missing { what: format!("wave `{label}`"), written: label.to_owned(), names })
}

/// An account by its id, an alias, or its address.
#[must_use]
pub fn account(disclosed: &Disclosed<'_>, id: &str) -> Option<AccountId> {
    let by_address = || disclosed.accounts().find(|account| account.slug == id.to_lowercase());
    disclosed.account(id).or_else(by_address)
}

/// A segment by its dimension's id and its value or the value's address.
///
/// # Errors
/// No such segment: the names there are, values of the dimension or, where that does not exist, dimensions.
pub fn segment<'p>(disclosed: &'p Disclosed<'_>, dimension: &str, value: &str) -> Result<Segment, Vec<&'p str>> {
    let Some(position) = disclosed.dimensions().iter().position(|known| known.id == dimension) else {
        return Err(disclosed.dimensions().iter().map(|known| known.id.as_str()).collect());
    };
    let values = &disclosed.dimensions()[position].values;
    let found = values.iter().position(|known| known.text == value || known.slug == value);
    let found = found.and_then(|found| super::segments_of(position, values.len()).nth(found));
    found.ok_or_else(|| values.iter().map(|known| known.text.as_str()).collect())
}

/// A wave by its label or address. Where several surveys have it, the survey has to be named.
///
/// # Errors
/// No such wave, or several: the names there are.
pub fn wave<'p>(disclosed: &'p Disclosed<'_>, survey: Option<&str>, wave: &str) -> Result<WaveId, Vec<&'p str>> {
    let of_survey = |position: usize| survey.is_none_or(|survey| disclosed.surveys()[position].id == survey);
    let known = || disclosed.waves().filter(|known| of_survey(known.survey()));
    let mut found = known().filter(|known| known.label() == wave || known.slug() == wave);
    match (found.next(), found.next()) {
        (Some(found), None) => Ok(found.id()),
        _ => Err(known().map(Wave::label).collect()),
    }
}
