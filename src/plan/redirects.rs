use super::addresses::{Addresses, embed_of, page_path, person_page};
use super::register::Register;
use crate::atoms::SitePath;
use crate::diagnostic::{Diagnostics, FileName, Place, Pos};
use crate::load::At;
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
        // What other sites show goes on being shown there.
        let embed = Some(embed_of(&to)).filter(|embed| addresses.embeds.contains_key(embed));
        let embed = embed.map(|embed| (embed_of(&from), embed));
        for (from, to) in [(from, to)].into_iter().chain(embed) {
            if register.redirect(&from, &owner, found) {
                redirects.push((from, to));
            }
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
    for page in &campaign.content.pages {
        let to = addresses.prose.get(&page.id).unwrap_or(&addresses.home);
        for former in &page.former {
            want(&[former.value.as_str()], to, &page.body.file, former.pos);
        }
    }
    for (election, at) in campaign.elections.iter().zip(&addresses.elections) {
        let known_as = with_former(election.id.as_str(), &election.former, &election.file);
        for (id, place) in known_as.iter().skip(1) {
            want(&[*id], &at.page, &place.file, place.pos);
        }
        for (ballot, at) in election.ballots.iter().zip(&at.ballots) {
            let of_ballot = below(&known_as, &with_former(ballot.slug.as_str(), &ballot.former, &ballot.file));
            for (segments, place) in of_ballot.iter().skip(1) {
                want(segments, &at.page, &place.file, place.pos);
            }
            for (candidacy, to) in ballot.candidacies.iter().zip(&at.people) {
                let page = person_page(candidacy);
                let pages = with_former(page.as_ref(), &candidacy.former_pages, &ballot.file);
                for (ballot, of_ballot) in &of_ballot {
                    for (page, own) in &pages {
                        let place = if own.pos == Pos::START { of_ballot } else { own };
                        want(&[ballot[0], ballot[1], page], to, &place.file, place.pos);
                    }
                }
            }
        }
    }
    // Where everything has the name of now, the page itself stands.
    wanted.retain(|(from, to, _)| from != to);
    wanted
}

/// What something is called now, and what it was called, each with the place that says so.
fn with_former<'a, T: AsRef<str>>(now: &'a str, former: &'a [At<T>], file: &FileName) -> Vec<(&'a str, Place)> {
    let named = |pos| Place { file: file.clone(), pos };
    let former = former.iter().map(|at| (at.value.as_ref(), named(at.pos)));
    std::iter::once((now, named(Pos::START))).chain(former).collect()
}

/// Everything that two parts of an address made together, that of now first.
fn below<'a>(above: &[(&'a str, Place)], names: &[(&'a str, Place)]) -> Vec<([&'a str; 2], Place)> {
    let with = |(folder, above): &(&'a str, Place), (name, own): &(&'a str, Place)| {
        let place = if own.pos == Pos::START { above } else { own };
        ([*folder, *name], place.clone())
    };
    above.iter().flat_map(|folder| names.iter().map(|name| with(folder, name))).collect()
}
