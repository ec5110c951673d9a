//! The names that a template could have meant: those that are known at the place of a mistake.
//!
//! The template engine does not tell them. So the page is rendered once more, with a call put before the tag that failed,
//! which notes what is known there; that sees what loops, macros and `set` name as well.

use std::sync::{Arc, Mutex, PoisonError};

use minijinja::value::{Value, ValueKind};
use minijinja::{Environment, Error, ErrorKind, State};

use crate::diagnostic::did_you_mean;

/// The call that notes names; no theme has a function of its own, so no name of one can be taken.
const NOTE: &str = "names_that_are_known_here";

/// More names than these do not help.
const MOST: usize = 40;

/// What to do about a name that does not exist, where that is what is wrong: the names there are. `page` is the template
/// that was rendered with `values`.
pub(super) fn help(environment: &Environment<'_>, page: &str, values: &Value, error: &Error) -> Option<String> {
    let detail = error.detail()?;
    match error.kind() {
        ErrorKind::TemplateNotFound => {
            let missing = detail.split('\'').nth(1)?;
            let names: Vec<String> = environment.templates().map(|(name, _)| name.to_owned()).collect();
            did_you_mean(missing, names.iter().map(String::as_str)).map(|meant| format!("did you mean `{meant}`?"))
        }
        ErrorKind::UndefinedError => {
            let undefined = detail.split('`').nth(1)?;
            let (of, name) = undefined.rsplit_once('.').map_or((None, undefined), |(of, name)| (Some(of), name));
            let names = known(environment, page, values, error, of)?;
            Some(told(of, name, &names))
        }
        _ => None,
    }
}

fn told(of: Option<&str>, name: &str, names: &[String]) -> String {
    let meant = did_you_mean(name, names.iter().map(String::as_str));
    let meant = meant.map(|meant| format!("did you mean `{meant}`? ")).unwrap_or_default();
    let shown: Vec<String> = names.iter().take(MOST).map(|name| format!("`{name}`")).collect();
    let there = of.map_or("the names here are".to_owned(), |of| format!("`{of}` has"));
    let more = if names.len() > MOST { format!(", and {} more", names.len() - MOST) } else { String::new() };
    format!("{meant}{there} {}{more}", shown.join(", "))
}

/// What is known before the tag that failed: the keys of a value, or the variables; none where it cannot be found out.
fn known(
    environment: &Environment<'_>,
    page: &str,
    values: &Value,
    error: &Error,
    of: Option<&str>,
) -> Option<Vec<String>> {
    let (name, source) = (error.name()?, error.template_source()?);
    let (before, _) = source.split_at_checked(error.range()?.start)?;
    let tag = before.rfind("{{").max(before.rfind("{%"))?;
    let (before, after) = source.split_at_checked(tag)?;
    let noting = format!("{before}{{{{ {NOTE}({}) }}}}{after}", of.unwrap_or_default());
    let noted: Arc<Mutex<Vec<String>>> = Arc::default();
    let note = Arc::clone(&noted);
    let globals: Vec<String> = environment.globals().map(|(name, _)| name.to_owned()).collect();
    let mut environment = environment.clone();
    environment.add_function(NOTE, move |state: &State<'_, '_>, value: Option<Value>| {
        *note.lock().unwrap_or_else(PoisonError::into_inner) = match value {
            Some(value) => keys(&value),
            None => variables(state, &globals),
        };
        ""
    });
    environment.add_template(name, &noting).ok()?;
    // It fails again, at the same tag.
    let _ = environment.get_template(page).and_then(|template| template.render(values));
    let mut names = std::mem::take(&mut *noted.lock().unwrap_or_else(PoisonError::into_inner));
    names.sort();
    names.dedup();
    (!names.is_empty()).then_some(names)
}

fn keys(value: &Value) -> Vec<String> {
    if value.kind() != ValueKind::Map {
        return Vec::new();
    }
    value.try_iter().into_iter().flatten().map(|key| key.to_string()).collect()
}

fn variables(state: &State<'_, '_>, globals: &[String]) -> Vec<String> {
    let names = state.known_variables().into_iter().map(std::borrow::Cow::into_owned);
    names.filter(|name| name != NOTE && !globals.contains(name)).collect()
}
