//! The order of sections that a theme gives the pages of a kind, in the place of that of the table of page kinds.

use std::collections::BTreeSet;

use super::SectionKind;
use crate::diagnostic::{At, Code, Diagnostic, Diagnostics, Place, suggest};
use crate::pages::kind::PageKind;
use crate::pages::kinds::KINDS;
use crate::sources::theme::SectionOrder;

/// Notes what orders name that is not there.
pub fn check(orders: &[SectionOrder], diagnostics: &mut Diagnostics) {
    let pages = || KINDS.iter().filter(|kind| !kind.sections.is_empty());
    for order in orders {
        if let Some(kind) = pages().find(|kind| name(kind) == order.page.value) {
            check_sections(order, kind, diagnostics);
        } else {
            let message = format!("there is no page `{}` with sections", order.page.value);
            let help = suggest(&order.page.value, pages().map(name));
            diagnostics.push(wrong(order, order.page.at, message, help));
        }
    }
}

/// The sections of pages of a kind in a theme's order.
pub fn ordered<'o>(kind: &PageKind, order: &'o SectionOrder) -> impl Iterator<Item = &'static SectionKind> + use<'o> {
    let all = kind.sections;
    order.sections.iter().filter_map(move |id| all.iter().find(|section| section.id == id.value))
}

/// What orders call the pages of a kind: their template without `.html`.
#[must_use]
pub fn name(kind: &PageKind) -> &'static str {
    kind.template.strip_suffix(".html").unwrap_or(kind.template)
}

fn check_sections(order: &SectionOrder, kind: &PageKind, diagnostics: &mut Diagnostics) {
    let mut seen = BTreeSet::new();
    for section in &order.sections {
        let id = section.value.as_str();
        if kind.sections.iter().all(|known| known.id != id) {
            let message = format!("`{}` has no section `{id}`", order.page.value);
            let help = suggest(id, kind.sections.iter().map(|known| known.id));
            diagnostics.push(wrong(order, section.at, message, help));
        } else if !seen.insert(id) {
            let message = format!("the section `{id}` is listed twice");
            diagnostics.push(wrong(order, section.at, message, Some("list it once".to_owned())));
        }
    }
}

fn wrong(order: &SectionOrder, at: At, message: String, help: Option<String>) -> Diagnostic {
    let wrong = Diagnostic::new(Code::SectionOrder, message).at(Place::new(&order.file, at));
    match help {
        Some(help) => wrong.help(help),
        None => wrong,
    }
}
