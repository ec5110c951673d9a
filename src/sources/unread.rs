//! What could not be read, and what may follow from that: a name is not unknown for being in such a file.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use super::folder::DataKind;
use crate::diagnostic::Code;

/// What could not be read, or lies where nothing reads it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Unread {
    kinds: BTreeSet<DataKind>,
    /// The files and folders that it is about.
    pub causes: BTreeSet<Arc<Path>>,
    /// Codes that follow from a configuration of which something was left out.
    of_config: BTreeSet<Code>,
}

/// What a dimension of segments is said to lack where whose data could not be read.
const OF_SEGMENTS: [Code; 3] = [Code::UnknownSegment, Code::EmptyDimension, Code::UnusedOrder];

impl Unread {
    /// Notes that a kind of data is not whole, because of a file or folder.
    pub(super) fn note(&mut self, kind: DataKind, cause: &Arc<Path>) {
        self.kinds.insert(kind);
        self.causes.insert(Arc::clone(cause));
    }

    /// Notes that the configuration is not whole.
    pub(super) fn note_config(&mut self, file: &Arc<Path>) {
        self.of_config.extend([Code::UnknownBlock, Code::UnknownSegment, Code::UnknownLink]);
        self.causes.insert(Arc::clone(file));
    }

    /// The mistakes and warnings that may follow.
    #[must_use]
    pub fn may_follow(&self) -> BTreeSet<Code> {
        let of_data = self.kinds.iter().flat_map(|kind| may_follow(*kind).iter().copied());
        let about_persons = [DataKind::Accounts, DataKind::Contacts, DataKind::Surveys];
        let of_segments = OF_SEGMENTS.iter().filter(|_| about_persons.iter().any(|kind| self.kinds.contains(kind)));
        of_data.chain(of_segments.copied()).chain(self.of_config.iter().copied()).collect()
    }
}

/// What is said of references to a kind of data, where some of it could not be read.
fn may_follow(kind: DataKind) -> &'static [Code] {
    match kind {
        DataKind::Accounts => &[
            Code::UnknownAccount,
            Code::UnknownContact,
            Code::Unlisted,
            Code::UnknownChart,
            Code::UnknownLink,
            Code::CommentaryOfNobody,
        ],
        DataKind::Contacts => &[Code::UnknownContact, Code::Unlisted, Code::UnknownChart],
        DataKind::Surveys => &[
            Code::UnknownResponse,
            Code::UnknownSurvey,
            Code::UnknownWave,
            Code::UnknownChart,
            Code::UnknownLink,
            Code::HiddenQuote,
            Code::CommentaryOfNobody,
        ],
        DataKind::Tickets => &[Code::UnknownTicket],
        DataKind::Actions | DataKind::Outcomes => &[],
    }
}
