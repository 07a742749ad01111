use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostics, Pos};
use crate::model::{Ballot, Campaign, Candidacy, Election};

/// Looks for elections, for ballots of one election and for people of one ballot that have one name. Pages tell them apart, but
/// only by what a program can know: days, parties and ids.
pub(super) fn names(campaign: &Campaign, found: &mut Diagnostics) {
    let name = |election: &Election| election.name.to_string();
    for (known, again) in again(&campaign.elections, name) {
        let message = format!("“{}” is the name of {} too", again.name, known.id);
        let help = "give each election a name of its own: say its place, its day, or that it is a by-election";
        found.push(Code::EqualNames, &again.file, Pos::START, message, help);
    }
    for election in &campaign.elections {
        ballots(&election.ballots, found);
        election.ballots.iter().for_each(|ballot| people(ballot, found));
    }
}

/// By-elections and ballots of lists are called so, and told apart by that.
fn ballots(ballots: &[Ballot], found: &mut Diagnostics) {
    let name = |ballot: &Ballot| (ballot.area.to_string(), ballot.id.is_by_election(), ballot.kind);
    for (known, again) in again(ballots, name) {
        let message = format!("“{}” is the name of {} too, in the same election", again.area, known.id);
        let help = "if they are one ballot, delete one of the files; if not, say in “area: {name: …}” which is which";
        found.push(Code::EqualNames, &again.file, Pos::START, message, help);
    }
}

fn people(ballot: &Ballot, found: &mut Diagnostics) {
    for (known, again) in again(&ballot.candidacies, |person: &Candidacy| person.name.to_string()) {
        let message = format!("“{}” is the name of {} too, on the same ballot", again.name, known.person);
        let help = format!(
            "if they are one person, delete one entry and write “former: [{}]” in the other; else look whether the ballot \
             paper tells them apart",
            again.person
        );
        found.push(Code::EqualNames, &ballot.file, again.pos, message, help);
    }
}

/// Each that has the name of one before it, with the last of those.
fn again<T, K: Ord>(all: &[T], name: impl Fn(&T) -> K) -> Vec<(&T, &T)> {
    let mut last: BTreeMap<K, &T> = BTreeMap::new();
    all.iter().filter_map(|one| Some((last.insert(name(one), one)?, one))).collect()
}
