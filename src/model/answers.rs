use std::collections::BTreeMap;

use super::index::Index;
use super::types::{Ballot, Candidacy, Election};
use crate::atoms::PersonId;
use crate::diagnostic::{Code, Diagnostics};

/// Lets people who stand twice in an election answer once: the candidacy with `answers_in` takes over
/// the positions of the other, and with them a takedown.
pub(super) fn share(election: &mut Election, index: &Index, found: &mut Diagnostics) {
    let mut places: BTreeMap<PersonId, Vec<(usize, usize)>> = BTreeMap::new();
    for (b, ballot) in election.ballots.iter().enumerate() {
        for (c, candidacy) in ballot.candidacies.iter().enumerate() {
            places.entry(candidacy.person.clone()).or_default().push((b, c));
        }
    }
    for (person, places) in places {
        let pointing = |(b, c): &(usize, usize)| election.ballots[*b].candidacies[*c].answers_in.is_some();
        if places.len() > 1 || places.iter().any(pointing) {
            let all_there = !index.is_unsure_of(&election.id) && index.stands(&person, &election.id) == places.len();
            share_one(&mut election.ballots, &places, all_there, found);
        }
    }
}

/// `all_there` says that the person's candidacies could all be read, and none was left out for some other trouble.
fn share_one(ballots: &mut [Ballot], places: &[(usize, usize)], all_there: bool, found: &mut Diagnostics) {
    let home = places.iter().copied().find(|(b, c)| ballots[*b].candidacies[*c].answers_in.is_none());
    for &(b, c) in places {
        let ballot = &ballots[b];
        let candidacy = &ballot.candidacies[c];
        let mut report = |message: String, help: &str| {
            found.push(Code::AnswersTwice, &ballot.file, candidacy.pos, message, help);
        };
        let target = match &candidacy.answers_in {
            Some(id) => places.iter().find(|(b, _)| *id == ballots[*b].id),
            None if Some((b, c)) == home || !all_there => continue,
            None => {
                let (message, help) = unsaid(candidacy, ballots, home);
                report(message, &help);
                continue;
            }
        };
        if !candidacy.positions.is_empty() {
            let message = format!("“{}” has positions here as well as “answers_in”", candidacy.person);
            report(message, "move the positions to the other ballot, or delete “answers_in”");
            continue;
        }
        match target {
            Some(&(tb, tc)) if ballots[tb].candidacies[tc].answers_in.is_none() => {
                let home = &ballots[tb].candidacies[tc];
                let (positions, takedown) = (home.positions.clone(), home.takedown.clone());
                let here = &mut ballots[b].candidacies[c];
                here.positions = positions;
                here.record.takedown = here.record.takedown.take().or(takedown);
            }
            _ if !all_there => {}
            _ => report(
                format!("the answers of “{}” are not on the ballot that “answers_in” names", candidacy.person),
                "name the ballot on which the same person's positions stand",
            ),
        }
    }
}

fn unsaid(candidacy: &Candidacy, ballots: &[Ballot], home: Option<(usize, usize)>) -> (String, String) {
    let home = home.map_or_else(String::new, |(b, _)| ballots[b].id.to_string());
    let message = format!("“{}” stands on {home} too, and a person answers once in an election", candidacy.person);
    (
        message,
        format!("keep the positions on one of the ballots, and write “answers_in: {home}” or the like on the other"),
    )
}
