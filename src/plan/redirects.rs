use super::addresses::{Addresses, page_path, person_folder};
use super::register::Register;
use crate::atoms::SitePath;
use crate::diagnostic::{Diagnostics, FileName};
use crate::model::Campaign;

/// The pages that earlier ids leave behind.
pub(super) fn redirects(
    campaign: &Campaign,
    addresses: &Addresses,
    register: &mut Register,
    found: &mut Diagnostics,
) -> Vec<(SitePath, SitePath)> {
    let mut redirects = Vec::new();
    for (from, to, owner) in wanted(campaign, addresses) {
        if register.claim(&from, &owner, found) {
            redirects.push((from, to));
        }
    }
    redirects
}

fn wanted(campaign: &Campaign, addresses: &Addresses) -> Vec<(SitePath, SitePath, FileName)> {
    let mut wanted = Vec::new();
    let mut want = |segments: &[&str], to: &SitePath, owner: &FileName| {
        wanted.push((page_path(segments), to.clone(), owner.clone()));
    };
    for party in &campaign.parties {
        for former in &party.former {
            want(&["parties", former.as_str()], &addresses.parties[&party.id], &party.file);
        }
    }
    for question in &campaign.questions {
        for former in &question.former {
            want(&["questions", former.as_str()], &addresses.questions[&question.id], &question.body.file);
        }
    }
    for (page, to) in campaign.pages.iter().zip(&addresses.prose) {
        for former in &page.former {
            want(&[former.as_str()], to.as_ref().unwrap_or(&addresses.home), &page.body.file);
        }
    }
    for (e, election) in campaign.elections.iter().enumerate() {
        for former in &election.former {
            want(&[former.as_str()], &addresses.elections[e], &election.file);
        }
        for (b, ballot) in election.ballots.iter().enumerate() {
            for former in &ballot.former {
                want(&[election.id.as_str(), former.as_str()], &addresses.ballots[e][b], &ballot.file);
            }
            for (c, candidacy) in ballot.candidacies.iter().enumerate() {
                let to = &addresses.people[e][b][c];
                let own = person_folder(candidacy.person.as_str(), candidacy);
                for former in &ballot.former {
                    want(&[election.id.as_str(), former.as_str(), &own], to, &ballot.file);
                }
                for former in &candidacy.former {
                    let folder = person_folder(former.as_str(), candidacy);
                    want(&[election.id.as_str(), ballot.slug.as_str(), &folder], to, &ballot.file);
                }
            }
        }
    }
    wanted
}
