//! Who was asked in a wave: each person once, or only how many.

use std::path::Path;
use std::sync::Arc;

use foldhash::HashMap;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::program::ids::ContactId;
use crate::program::references::{Naming, Party, References};
use crate::program::waves::building::Building;
use crate::program::waves::draft::Draft;
use crate::program::waves::{Invitation, InvitationOutcome, Invitations};
use crate::sources::surveys as written;

/// The invitations that a wave's files list, with their files.
fn listed<'a>(draft: &Draft<'a>) -> impl Iterator<Item = (&'a Arc<Path>, &'a written::Invitation)> {
    draft.invitations.iter().flat_map(|(file, invitations)| {
        let list = match invitations {
            written::Invitations::List(list) => list.as_slice(),
            written::Invitations::Counts(_) => &[],
        };
        list.iter().map(move |invitation| (*file, invitation))
    })
}

/// Whom each listed invitation names, where all of it is on record.
pub(in crate::program) fn on_record(draft: &Draft<'_>, parties: &References<'_>) -> Vec<Option<Party>> {
    let named = |(_, invitation): (_, &written::Invitation)| {
        parties.on_record(invitation.account.as_ref(), invitation.contact.as_ref())
    };
    listed(draft).map(named).collect()
}

/// Whom each listed invitation names; none where that is a mistake.
pub(in crate::program) fn parties(
    draft: &Draft<'_>,
    mut on_record: Vec<Option<Party>>,
    parties: &mut References<'_>,
    diagnostics: &mut Diagnostics,
) -> Vec<Option<Party>> {
    for ((file, invitation), party) in listed(draft).zip(&mut on_record).filter(|(_, party)| party.is_none()) {
        let (account, contact) = (invitation.account.as_ref(), invitation.contact.as_ref());
        *party = parties.party(account, contact, Naming::invitation(file), diagnostics);
    }
    on_record
}

/// Checks the invitations of a wave. `parties` are whom the listed ones name.
pub(in crate::program) fn check(
    draft: &Draft<'_>,
    parties: &[Option<Party>],
    wave: &mut Building<'_, '_>,
) -> Invitations {
    let mut list = InvitationList::default();
    for ((file, invitation), party) in listed(draft).zip(parties) {
        wave.invitation(invitation, *party, file, &mut list);
    }
    let mut counts = None;
    let mut has_list = false;
    for (file, invitations) in &draft.invitations {
        match invitations {
            written::Invitations::List(_) => has_list = true,
            written::Invitations::Counts(written) => wave.counts(written, file, &mut counts),
        }
    }
    match (has_list, counts) {
        (false, None) => Invitations::NotRecorded,
        (false, Some(((sent, delivered), _))) => Invitations::Counts { sent, delivered },
        (true, counts) => {
            if let Some((_, place)) = counts {
                let message = "one file of the wave lists its invitations, another counts them";
                let error = Diagnostic::new(Code::FilesDisagree, message).at(place);
                wave.diagnostics.push(error.help("keep the list, or the counts"));
            }
            Invitations::List(list.invitations)
        }
    }
}

/// Invitations while files add to them.
#[derive(Default)]
struct InvitationList {
    invitations: Vec<Invitation>,
    contacts: HashMap<ContactId, (usize, Place)>,
}

impl Building<'_, '_> {
    fn counts(
        &mut self,
        written: &written::InvitationCounts,
        file: &Arc<Path>,
        counts: &mut Option<((u64, u64), Place)>,
    ) {
        let delivered = written.delivered.as_ref().map_or(written.sent, |delivered| delivered.value);
        let place = Place::new(file, written.delivered.as_ref().map_or(written.at, |delivered| delivered.at));
        if delivered > written.sent {
            let message = format!("{delivered} invitations arrived, but only {} were sent", written.sent);
            self.diagnostics
                .push(Diagnostic::new(Code::WrongCounts, message).at(place.clone()).help("mend one of the two"));
        }
        match counts {
            Some((said, first)) if *said != (written.sent, delivered) => {
                let error =
                    Diagnostic::new(Code::FilesDisagree, "two files of one wave count its invitations differently")
                        .at(place);
                self.diagnostics
                    .push(error.related(first.clone(), "the other is here").help("say it in one file only"));
            }
            _ => *counts = Some(((written.sent, delivered), place)),
        }
    }

    fn invitation(
        &mut self,
        written: &written::Invitation,
        party: Option<Party>,
        file: &Arc<Path>,
        list: &mut InvitationList,
    ) {
        let (account, contact) = (written.account.as_ref(), written.contact.as_ref());
        if account.is_none() && contact.is_none() {
            let error = Diagnostic::new(Code::MissingKey, "an invitation needs its `account` or its `contact`");
            return self.diagnostics.push(error.at(Place::new(file, written.at)).help("say who was asked"));
        }
        let Some(party) = party else { return };
        let outcome = written.outcome.unwrap_or(InvitationOutcome::Delivered);
        let place = Place::new(file, contact.or(account).map_or(written.at, |id| id.at));
        if let Some(known) = party.contact
            && let Some((position, first)) = list.contacts.get(&known).cloned()
        {
            let name = contact.map_or("", |id| &*id.text);
            let warning =
                Diagnostic::new(Code::InvitedTwice, format!("the contact `{name}` is invited twice in this wave"))
                    .at(place);
            self.diagnostics.push(warning.related(first, "the first time is here").help("it counts once; keep one"));
            if let Some(known) =
                list.invitations.get_mut(position).filter(|known| known.outcome == InvitationOutcome::Bounced)
            {
                known.outcome = outcome;
            }
            return;
        }
        list.contacts.extend(party.contact.map(|contact| (contact, (list.invitations.len(), place))));
        let on_record = party.account.is_none_or(|account| self.with.parties.is_account(account))
            && party.contact.is_none_or(|contact| self.with.parties.is_contact(contact));
        let segments = self.party_segments(party);
        list.invitations.push(Invitation {
            account: party.account,
            contact: party.contact,
            outcome,
            on_record,
            segments,
        });
    }
}
