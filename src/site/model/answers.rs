use std::collections::{BTreeMap, HashMap, HashSet};

use super::index::{Index, folder};
use super::types::{Ballot, Candidacy};
use crate::atoms::{BallotId, ElectionId, PersonId};
use crate::diagnostic::{Code, Diagnostics};
use crate::load::Records;
use crate::load::records::CandidacyRecord;

/// The candidacies to which others of the same person point with `answers_in`: their positions, and with them a takedown,
/// hold for those others too.
pub(super) type Lent = HashMap<(ElectionId, BallotId, PersonId), CandidacyRecord>;

pub(super) fn lent(records: &Records) -> Lent {
    let ballots = || {
        let homes = records.ballots.iter().map(|ballot| Some((folder(&ballot.file)?.parse().ok()?, &ballot.record)));
        homes.flatten().flat_map(|(election, ballot): (ElectionId, _)| {
            ballot.candidates.iter().map(move |candidacy| (election.clone(), &ballot.id.value, &candidacy.value))
        })
    };
    let wanted = ballots().filter_map(|(election, _, candidacy)| {
        Some((election, candidacy.answers_in.as_ref()?.value.clone(), candidacy.person.value.clone()))
    });
    let wanted: HashSet<_> = wanted.collect();
    let homes = ballots().filter(|(.., of)| of.person.is_read() && of.answers_in.is_none());
    let homes = homes.map(|(election, ballot, of)| ((election, ballot.clone(), of.person.value.clone()), of));
    homes.filter(|(key, _)| wanted.contains(key)).map(|(key, candidacy)| (key, candidacy.clone())).collect()
}

/// Judges that people who stand twice in an election answer once.
pub(super) fn judge(election: &ElectionId, ballots: &[Ballot], index: &Index, found: &mut Diagnostics) {
    let mut places: BTreeMap<&PersonId, Vec<(&Ballot, &Candidacy)>> = BTreeMap::new();
    for ballot in ballots {
        for candidacy in &ballot.candidacies {
            places.entry(&candidacy.person).or_default().push((ballot, candidacy));
        }
    }
    for (person, places) in places {
        let all_there = !index.is_unsure_of(election) && index.stands(person, election) == places.len();
        if all_there {
            judge_one(&places, found);
        }
    }
}

/// Judges the candidacies of one person, which all could be read, and of which none was left out for some other trouble.
fn judge_one(places: &[(&Ballot, &Candidacy)], found: &mut Diagnostics) {
    let mut homes = places.iter().filter(|(_, candidacy)| candidacy.answers_in.is_none());
    let home = homes.next().map_or_else(String::new, |(ballot, _)| ballot.id.to_string());
    for (ballot, candidacy) in homes {
        let message = format!("“{}” is on {home} too, and a person answers once in an election", candidacy.person);
        let help = format!(
            "keep the positions on one of the ballots, and write “answers_in: {home}” or the like on the other"
        );
        found.push(Code::AnswersTwice, &ballot.file, candidacy.pos, message, help);
    }
    for (ballot, candidacy) in places {
        let Some(id) = &candidacy.answers_in else { continue };
        let target = places.iter().find(|(ballot, _)| *id == ballot.id);
        // What stands here although it has no home is reported already.
        if target.is_none_or(|(_, home)| home.answers_in.is_some()) && !has_own(candidacy) {
            let message =
                format!("the answers of “{}” are not on the ballot that “answers_in” names", candidacy.person);
            let help = "name the ballot that holds the same person's positions";
            found.push(Code::AnswersTwice, &ballot.file, candidacy.pos, message, help);
        }
    }
}

/// Whether answers stand with a candidacy itself, beside what was signed.
fn has_own(candidacy: &Candidacy) -> bool {
    candidacy.positions.iter().any(|position| position.mark.pledge.is_none())
}
