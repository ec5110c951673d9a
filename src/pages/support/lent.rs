//! The sections that support lends to other pages: to accounts and segments their tickets, to the overview a line.

use super::account::support;
use super::sections::{at_first_sight, of_segment};
use crate::disclosure::Scope;
use crate::pages::Report;
use crate::pages::blocks::{Block, SectionKind, Whose};

/// What is known of the tickets of an account, or of a segment.
pub const TICKETS: SectionKind =
    SectionKind { id: "tickets", heading: |report, _| report.words.plain("support-title"), blocks: tickets };

/// What there is to say of all tickets in a line.
pub const LINE: SectionKind =
    SectionKind { id: "support", heading: |report, _| report.words.plain("page-support"), blocks: line };

fn tickets(report: &Report<'_>, whose: Whose) -> Vec<Block> {
    let block = match whose.scope {
        Scope::Account(account) => support(report, account).map(|of| Block::Tickets(Box::new(of))),
        Scope::Segment(segment) => of_segment(report, segment).map(|of| Block::SupportTimes(Box::new(of))),
        Scope::Program => None,
    };
    block.into_iter().collect()
}

fn line(report: &Report<'_>, _: Whose) -> Vec<Block> {
    let said = at_first_sight(report);
    if said.is_empty() { Vec::new() } else { vec![Block::SupportLine(said)] }
}
