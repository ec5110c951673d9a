//! The line of a theme that called the built-in part which failed.
//!
//! The template engine tells where a macro failed and not who called it. So the page is rendered once more, with the
//! theme's tags between calls that note which of them is being run: the last that was begun and not ended is the one.

use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};

use minijinja::Environment;
use minijinja::value::Value;

use crate::sources::theme::Template;
use crate::sources::theme::tags::{Tag, TagKind, tags};

/// The calls that note where a page is.
const BEGUN: &str = "a_tag_of_the_theme_is_begun";
const ENDED: &str = "a_tag_of_the_theme_is_ended";

/// A tag of a theme's template.
#[derive(Debug, Clone)]
pub(super) struct Caller<'t> {
    /// The template.
    pub(super) template: &'t Template,
    /// Where in it the tag stands, in bytes.
    pub(super) range: Range<usize>,
}

/// The tag of the theme's own templates that is being run when a page fails, the innermost one; nothing where it fails in
/// none of them. `page` is the template that was rendered with `values`.
pub(super) fn caller<'t>(
    environment: &Environment<'_>,
    own: impl Iterator<Item = (&'t str, &'t Template)>,
    page: &str,
    values: &Value,
) -> Option<Caller<'t>> {
    let mut callers = Vec::new();
    let noting: Vec<(&str, String)> = own.map(|(name, template)| (name, noting(template, &mut callers))).collect();
    let running: Arc<Mutex<Vec<usize>>> = Arc::default();
    let mut environment = environment.clone();
    let note = Arc::clone(&running);
    environment.add_function(BEGUN, move |number: usize| {
        note.lock().unwrap_or_else(PoisonError::into_inner).push(number);
        ""
    });
    let note = Arc::clone(&running);
    environment.add_function(ENDED, move || {
        note.lock().unwrap_or_else(PoisonError::into_inner).pop();
        ""
    });
    for (name, text) in &noting {
        environment.add_template(name, text).ok()?;
    }
    // It fails again, in the same place.
    let _ = environment.get_template(page).and_then(|template| template.render(values));
    let innermost = running.lock().unwrap_or_else(PoisonError::into_inner).last().copied();
    innermost.and_then(|number| callers.into_iter().nth(number))
}

/// A template with calls around each tag that may run another.
fn noting<'t>(template: &'t Template, callers: &mut Vec<Caller<'t>>) -> String {
    let mut text = String::new();
    let mut written = 0;
    for tag in tags(&template.text) {
        let Some(noted) = noted(&tag, &template.text, callers.len()) else { continue };
        text.push_str(template.text.get(written..tag.range.start).unwrap_or_default());
        text.push_str(&noted);
        written = tag.range.end;
        callers.push(Caller { template, range: tag.range });
    }
    text.push_str(template.text.get(written..).unwrap_or_default());
    text
}

/// A tag between the calls that note it; nothing of one that runs no other, or has more to it than a line tells.
fn noted(tag: &Tag<'_>, text: &str, number: usize) -> Option<String> {
    let keyword = tag.keyword();
    let written = text.get(tag.range.clone()).unwrap_or_default();
    let begun = format!("{BEGUN}({number})");
    match (tag.kind, keyword) {
        (TagKind::Print, _) | (TagKind::Statement, "include" | "import" | "from" | "do") => {
            Some(format!("{{{{ {begun} }}}}{written}{{{{ {ENDED}() }}}}"))
        }
        // One without `=` goes on to its `endset`.
        (TagKind::Statement, "set") if tag.inside.contains('=') => {
            Some(format!("{{{{ {begun} }}}}{written}{{{{ {ENDED}() }}}}"))
        }
        (TagKind::Statement, "call") => Some(format!("{{{{ {begun} }}}}{written}")),
        (TagKind::Statement, "endcall") => Some(format!("{written}{{{{ {ENDED}() }}}}")),
        // What stands behind one is not always run, so the calls go into it: lists are made from left to right.
        (TagKind::Statement, "if" | "elif") => {
            let condition = tag.inside.get(keyword.len()..)?;
            Some(format!("{{% {keyword} [{begun}, ({condition}), {ENDED}()][1] %}}"))
        }
        _ => None,
    }
}
