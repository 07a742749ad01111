use super::addresses::{Addresses, embed_of, page_path, person_page};
use super::kind::PageKind;
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

/// From where, to which page, and what says so.
type EarlierPage = (SitePath, SitePath, Place);

/// What something is called or was called, as the parts of an address, and the place that says so.
type Called<'a> = (Vec<&'a str>, Place);

fn wanted(campaign: &Campaign, addresses: &Addresses) -> Vec<EarlierPage> {
    let mut wanted = Vec::new();
    for party in &campaign.parties {
        let called = below(&top(&["parties"], &party.file), party.id.as_str(), &party.former, &party.file);
        wanted.extend(lead(&called[1..], &addresses.parties[&party.id]));
    }
    for account in &campaign.accounts {
        let called = below(&top(&["accounts"], &account.file), account.id.as_str(), &account.former, &account.file);
        wanted.extend(lead(&called[1..], &addresses.accounts[&account.id]));
    }
    // A letter that is too old to be published leads to those that are not, so that links to it hold.
    let letters = addresses.of_built_in(&PageKind::Letters);
    for (id, file) in &campaign.old_letters {
        wanted.extend(lead(&[(vec!["letters", id.as_str()], Place { file: file.clone(), pos: Pos::START })], letters));
    }
    for question in &campaign.questions {
        let (id, file) = (question.id.as_str(), &question.body.file);
        let called = below(&top(&["questions"], file), id, &question.former, file);
        wanted.extend(lead(&called[1..], &addresses.questions[&question.id]));
    }
    for page in &campaign.content.pages {
        let called = below(&top(&[], &page.body.file), page.id.as_str(), &page.former, &page.body.file);
        wanted.extend(lead(&called[1..], addresses.prose.get(&page.id).unwrap_or(&addresses.home)));
    }
    for (election, at) in campaign.elections.iter().zip(&addresses.elections) {
        let called = below(&top(&[], &election.file), election.id.as_str(), &election.former, &election.file);
        wanted.extend(lead(&called, &at.page));
        for (ballot, at) in election.ballots.iter().zip(&at.ballots) {
            let called = below(&called, ballot.slug.as_str(), &ballot.former, &ballot.file);
            wanted.extend(lead(&called, &at.page));
            for (candidacy, to) in ballot.candidacies.iter().zip(&at.people) {
                // That of nearly everybody: nothing there was ever called anything else.
                if called.len() == 1 && candidacy.former_pages.is_empty() {
                    continue;
                }
                let page = person_page(candidacy);
                wanted.extend(lead(&below(&called, page.as_ref(), &candidacy.former_pages, &ballot.file), to));
            }
        }
    }
    // Where everything has the name of now, the page itself stands.
    wanted.retain(|(from, to, _)| from != to);
    wanted
}

/// A folder that was never called anything else.
fn top<'a>(folder: &[&'a str], file: &FileName) -> [Called<'a>; 1] {
    [(folder.to_vec(), Place { file: file.clone(), pos: Pos::START })]
}

/// Everything that names of a folder and names of what lies in it make together, that of now first.
fn below<'a, T: AsRef<str>>(
    above: &[Called<'a>],
    now: &'a str,
    former: &'a [At<T>],
    file: &FileName,
) -> Vec<Called<'a>> {
    let former = former.iter().map(|at| (at.value.as_ref(), Some(Place { file: file.clone(), pos: at.pos })));
    let names: Vec<(&str, Option<Place>)> = std::iter::once((now, None)).chain(former).collect();
    let within = |(folder, above): &Called<'a>, (name, own): &(&'a str, Option<Place>)| {
        ([&folder[..], &[*name]].concat(), own.as_ref().unwrap_or(above).clone())
    };
    above.iter().flat_map(|folder| names.iter().map(move |name| within(folder, name))).collect()
}

fn lead(called: &[Called<'_>], to: &SitePath) -> impl Iterator<Item = EarlierPage> {
    called.iter().map(|(segments, place)| (page_path(segments), to.clone(), place.clone()))
}
