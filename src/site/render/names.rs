use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use jiff::civil::Date;

use super::language::Speech;
use crate::atoms::{BallotId, BallotKind, DocumentId, ElectionId, PartyId, PersonId, Text};
use crate::messages::{BlankValue, fill, msg};
use crate::model::{Ballot, Campaign, Candidacy, Document, Election, Party};

/// What elections, ballots and people are called where their own names do not tell them apart: a by-election from the
/// ordinary one, a poll from the one that takes its place, lists from people, and two people of one name.
#[derive(Debug, Default)]
pub(crate) struct Names {
    elections: HashMap<ElectionId, Apart>,
    ballots: HashMap<ElectionId, HashMap<BallotId, String>>,
    people: HashMap<BallotId, HashMap<PersonId, String>>,
    parties: HashMap<PartyId, String>,
    documents: HashMap<DocumentId, String>,
}

/// The name of an election that another has too, with what tells them apart.
#[derive(Debug)]
struct Apart {
    name: String,
    by_day: bool,
}

impl Names {
    /// The names of a campaign in one language.
    pub(crate) fn of(campaign: &Campaign, words: Speech<'_>) -> Self {
        let mut names = Self {
            elections: elections(&campaign.elections, words),
            parties: parties(&campaign.parties, words),
            documents: documents(&campaign.documents, words),
            ..Self::default()
        };
        for election in &campaign.elections {
            let ballots = ballots(&election.ballots, words);
            if !ballots.is_empty() {
                names.ballots.insert(election.id.clone(), ballots);
            }
            for ballot in &election.ballots {
                let people = people(&ballot.candidacies, words);
                if !people.is_empty() {
                    names.people.insert(ballot.id.clone(), people);
                }
            }
        }
        names
    }

    pub(crate) fn election(&self, election: &Election) -> Option<&str> {
        self.elections.get(&election.id).map(|apart| apart.name.as_str())
    }

    /// The name beside which the day stands anyway.
    pub(crate) fn election_beside_day(&self, election: &Election) -> Option<&str> {
        self.elections.get(&election.id).filter(|apart| !apart.by_day).map(|apart| apart.name.as_str())
    }

    pub(crate) fn ballot(&self, election: &Election, ballot: &Ballot) -> Option<&str> {
        self.ballots.get(&election.id)?.get(&ballot.id).map(String::as_str)
    }

    pub(crate) fn party(&self, party: &Party) -> Option<&str> {
        self.parties.get(&party.id).map(String::as_str)
    }

    pub(crate) fn document(&self, document: &Document) -> Option<&str> {
        self.documents.get(&document.id).map(String::as_str)
    }

    pub(crate) fn person(&self, ballot: &Ballot, person: &Candidacy) -> Option<&str> {
        self.people.get(&ballot.id)?.get(&person.person).map(String::as_str)
    }
}

/// Elections by name, and those of one name by their days, or else by their ids.
fn elections(elections: &[Election], words: Speech<'_>) -> HashMap<ElectionId, Apart> {
    let mut named = HashMap::new();
    for alike in alike(elections, |election| &*election.name) {
        let days: HashSet<Date> = alike.iter().map(|election| election.date).collect();
        for election in &alike {
            let by_day = days.len() == alike.len();
            let by = if by_day { words.day(election.date) } else { election.id.to_string() };
            named.insert(election.id.clone(), Apart { name: apart(&election.name, by, words), by_day });
        }
    }
    named
}

/// Ballots by area and, where they are by-elections, as such; those of one name by how they elect, or else by their ids.
fn ballots(ballots: &[Ballot], words: Speech<'_>) -> HashMap<BallotId, String> {
    let name = |ballot: &Ballot| match ballot.id.is_by_election() {
        true => words.with(msg::BALLOT_BY_ELECTION, fill::area(&ballot.area)),
        false => words.told(&ballot.area).into_owned(),
    };
    let by_elections = ballots.iter().filter(|ballot| ballot.id.is_by_election());
    let mut named: HashMap<BallotId, String> = by_elections.map(|ballot| (ballot.id.clone(), name(ballot))).collect();
    for alike in alike(ballots, name) {
        let lists = alike.iter().filter(|ballot| ballot.kind == BallotKind::Lists).count();
        for ballot in &alike {
            let by = match ballot.kind {
                BallotKind::Lists if lists == 1 => words.text(msg::BALLOT_OF_LISTS).into_owned(),
                BallotKind::People if alike.len() - lists == 1 => continue,
                _ => ballot.id.to_string(),
            };
            named.insert(ballot.id.clone(), apart(name(ballot), by, words));
        }
    }
    named
}

/// People of one name by their parties, or else by their ids.
fn people(people: &[Candidacy], words: Speech<'_>) -> HashMap<PersonId, String> {
    let mut named = HashMap::new();
    for alike in alike(people, |person| &person.name) {
        let parties: HashSet<&Text> = alike.iter().map(|person| person.party.called()).collect();
        for person in &alike {
            let by_party = parties.len() == alike.len();
            let by = if by_party { person.party.called().into() } else { BlankValue::from(person.person.as_str()) };
            named.insert(person.person.clone(), apart(&person.name, by, words));
        }
    }
    named
}

/// Parties of one name by their ids.
fn parties(parties: &[Arc<Party>], words: Speech<'_>) -> HashMap<PartyId, String> {
    let named = |party: &Arc<Party>| {
        let gaps = (fill::id(party.id.as_str()), fill::party(&party.name));
        (party.id.clone(), words.with(msg::PARTY_TITLE_OF_MANY, gaps))
    };
    alike(parties, |party| &party.name).into_iter().flatten().map(named).collect()
}

/// Documents of one title by their ids.
fn documents(documents: &[Arc<Document>], words: Speech<'_>) -> HashMap<DocumentId, String> {
    let named = |document: &Arc<Document>| {
        let gaps = (fill::id(document.id.as_str()), fill::title(&document.title));
        (document.id.clone(), words.with(msg::DOCUMENT_TITLE_OF_MANY, gaps))
    };
    alike(documents, |document| &document.title).into_iter().flatten().map(named).collect()
}

/// Those that have a name in common with others.
fn alike<'t, T, K: Ord>(all: &'t [T], name: impl Fn(&'t T) -> K) -> Vec<Vec<&'t T>> {
    let mut by_name: BTreeMap<K, Vec<&T>> = BTreeMap::new();
    for one in all {
        by_name.entry(name(one)).or_default().push(one);
    }
    by_name.into_values().filter(|alike| alike.len() > 1).collect()
}

fn apart<'a>(name: impl Into<BlankValue<'a>>, by: impl Into<BlankValue<'a>>, words: Speech<'_>) -> String {
    words.with(msg::NAME_APART, (fill::by(by), fill::name(name)))
}
