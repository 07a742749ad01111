use super::addresses::{Addresses, page_path, person_folder};
use super::register::Register;
use crate::atoms::SitePath;
use crate::diagnostic::{Diagnostics, FileName, Place, Pos};
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
        if register.redirect(&from, &owner, found) {
            redirects.push((from, to));
        }
    }
    redirects
}

fn wanted(campaign: &Campaign, addresses: &Addresses) -> Vec<(SitePath, SitePath, Place)> {
    let mut wanted = Vec::new();
    let mut want = |segments: &[&str], to: &SitePath, file: &FileName, pos: Pos| {
        wanted.push((page_path(segments), to.clone(), Place { file: file.clone(), pos }));
    };
    for party in &campaign.parties {
        for former in &party.former {
            want(&["parties", former.value.as_str()], &addresses.parties[&party.id], &party.file, former.pos);
        }
    }
    for question in &campaign.questions {
        for former in &question.former {
            want(
                &["questions", former.value.as_str()],
                &addresses.questions[&question.id],
                &question.body.file,
                former.pos,
            );
        }
    }
    for (page, to) in campaign.pages.iter().zip(&addresses.prose) {
        for former in &page.former {
            want(&[former.value.as_str()], to.as_ref().unwrap_or(&addresses.home), &page.body.file, former.pos);
        }
    }
    for (e, election) in campaign.elections.iter().enumerate() {
        for former in &election.former {
            want(&[former.value.as_str()], &addresses.elections[e], &election.file, former.pos);
        }
        for (b, ballot) in election.ballots.iter().enumerate() {
            for former in &ballot.former {
                want(
                    &[election.id.as_str(), former.value.as_str()],
                    &addresses.ballots[e][b],
                    &ballot.file,
                    former.pos,
                );
            }
            for (c, candidacy) in ballot.candidacies.iter().enumerate() {
                let to = &addresses.people[e][b][c];
                let own = person_folder(candidacy.person.as_str(), candidacy);
                for former in &ballot.former {
                    want(&[election.id.as_str(), former.value.as_str(), &own], to, &ballot.file, former.pos);
                }
                for former in &candidacy.former {
                    let folder = person_folder(former.value.as_str(), candidacy);
                    want(&[election.id.as_str(), ballot.slug.as_str(), &folder], to, &ballot.file, former.pos);
                }
            }
        }
    }
    wanted
}
