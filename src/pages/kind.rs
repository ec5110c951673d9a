//! What there is to say of a page kind: the columns of the table of page kinds. Whatever goes through pages asks these
//! and knows no kind by name.

use super::blocks::SectionKind;
use super::by_name::Missing;
use super::head::Head;
use super::key::{KindId, PageKey, PageSubject};
use super::{Report, View};
use crate::disclosure::{Disclosed, Scope, WaveId};
use crate::sources::commentary::About;

/// A line of the table of page kinds.
#[derive(Debug, Clone, Copy)]
pub struct PageKind {
    /// Which kind it is.
    pub id: KindId,
    /// Its address, `accounts/ID`: what stands in capitals is filled in by `parts`. Empty for the root of the site; with
    /// `.html` at its end the file itself, instead of a folder's `index.html`.
    pub address: &'static str,
    /// What stands in the address for the parts in capitals, in their order.
    pub parts: for<'p> fn(&'p Disclosed<'p>, &'p PageSubject) -> Vec<&'p str>,
    /// What pages and links call one of its pages.
    pub name: fn(&Report<'_>, &PageSubject) -> String,
    /// Whether the name says of what the page is only beside that of the page above it.
    pub named_with_parent: bool,
    /// What its pages stand below: what breadcrumbs lead back to.
    pub parent: Parent,
    /// Its place in the navigation of every page.
    pub navigation: Navigation,
    /// The template that shows it.
    pub template: &'static str,
    /// Where analysts write about its pages; nothing where they cannot.
    pub commentary: Option<CommentaryPath>,
    /// How commentary names one of its pages in a link; nothing where it is named by its address alone.
    pub link: Option<LinkForm>,
    /// Which pages there are of it, in their order: below the page of a subject where its parent is of a kind.
    pub pages: fn(&Report<'_>, &PageSubject) -> Vec<PageSubject>,
    /// The sections of its pages, in their order; none where the template shows the view alone.
    pub sections: &'static [SectionKind],
    /// What a page says beside its sections.
    pub view: fn(&Report<'_>, &PageSubject) -> (Head, View),
    /// Whether it says something of the sources that an edit of a commentary changes, such as their hash.
    pub tells_of_sources: bool,
    /// Whose figures are a page's own, and of which wave; the leading one where the page is about no wave.
    pub figures: fn(&PageSubject) -> (Scope, Option<WaveId>),
    /// Whether it is served wherever there is no page: nothing leads to it, and its own links begin at the root of the
    /// server.
    pub served_anywhere: bool,
}

/// What the pages of a kind stand below.
#[derive(Debug, Clone, Copy)]
pub enum Parent {
    /// Nothing.
    Nothing,
    /// The overview.
    Overview,
    /// The page of a kind about the subject that follows from a page's own. They come behind that page.
    Of(KindId, fn(&PageSubject) -> PageSubject),
    /// One or another page.
    Either(fn(&Report<'_>, &PageSubject) -> PageKey),
}

/// Which pages of a kind stand in the navigation of every page, and where: the lower numbers come first.
#[derive(Debug, Clone, Copy)]
pub enum Navigation {
    /// None.
    Nowhere,
    /// Its pages.
    At(u8),
    /// Some of its pages.
    Some(u8, for<'r> fn(&'r Report<'_>) -> &'r [PageKey]),
}

/// Where the commentary on a kind's pages lies.
#[derive(Debug, Clone, Copy)]
pub struct CommentaryPath {
    /// What it is on, as messages say it: `an account`.
    pub on: &'static str,
    /// The file in `commentary/`, with what is filled in in capitals.
    pub file: &'static str,
    /// The subject of the page that a path stands for; nothing where paths of that form are not for this kind.
    pub find: for<'p> fn(&'p Disclosed<'p>, &About) -> Option<Result<PageSubject, Missing<'p>>>,
}

/// How commentary names a page of a kind in a link: `account:ID`.
#[derive(Debug, Clone, Copy)]
pub struct LinkForm {
    /// The word before the colon.
    pub word: &'static str,
    /// What stands behind it, with what is filled in in capitals.
    pub form: &'static str,
    /// The subject of the page that what stands behind it names; nothing where it is not of that form.
    pub find: for<'p> fn(&'p Disclosed<'p>, &str) -> Option<Result<PageSubject, Missing<'p>>>,
}

impl PageKind {
    /// The page that one of its pages stands below.
    #[must_use]
    pub fn above(&self, report: &Report<'_>, subject: &PageSubject) -> Option<PageKey> {
        match self.parent {
            Parent::Nothing => None,
            Parent::Overview => Some(PageKey::of(KindId::Overview)),
            Parent::Of(kind, of) => Some(PageKey { kind, subject: of(subject) }),
            Parent::Either(which) => Some(which(report, subject)),
        }
    }

    /// Its pages that the navigation lists, behind their place there.
    #[must_use]
    pub fn listed(&self, report: &Report<'_>) -> Option<(u8, Vec<PageKey>)> {
        match self.navigation {
            Navigation::Nowhere => None,
            Navigation::At(place) => Some((place, self.below(report, &PageSubject::Everything))),
            Navigation::Some(place, which) => Some((place, which(report).to_vec())),
        }
    }

    /// Its pages below the page of a subject.
    #[must_use]
    pub fn below(&self, report: &Report<'_>, above: &PageSubject) -> Vec<PageKey> {
        (self.pages)(report, above).into_iter().map(|subject| PageKey { kind: self.id, subject }).collect()
    }

    /// Whether its pages come behind each page of another kind.
    #[must_use]
    pub fn comes_behind(&self, other: KindId) -> bool {
        matches!(self.parent, Parent::Of(parent, _) if parent == other)
    }

    /// The name that pages of its kind have the first part of their addresses from; nothing where that is filled in.
    #[must_use]
    pub fn reserved(&self) -> Option<&'static str> {
        let first = self.address.split('/').next().unwrap_or_default();
        match first.strip_suffix(".html").unwrap_or(first) {
            "" => Some("index"),
            part => (!super::address::is_filled_in(part)).then_some(part),
        }
    }
}
