use std::borrow::Cow;

use serde::Serialize;

use super::ballot::{QuestionHead, Row};
use super::mark::SHAPES;
use super::{CellView, LinkView, PartyRow, Source, name_key};
use crate::atoms::{BallotKind, PartyId, PersonId, Standing};
use crate::plan::PageKind;

/// The page on which a reader sets candidates and parties side by side.
#[derive(Debug, Serialize)]
pub struct CompareView<'a> {
    /// The elections, the latest first.
    pub elections: Vec<ElectionItem<'a>>,
    /// Every shape that a mark can have, since any of them may be chosen.
    pub marks: Vec<ShapeView>,
}

/// An election of which answers can be compared.
#[derive(Debug, Serialize)]
pub struct ElectionItem<'a> {
    /// Its id, with which a choice begins.
    pub id: &'a str,
    /// Its name.
    pub name: &'a str,
    /// All its ballots.
    pub link: &'a str,
}

/// One shape, an id in `marks.html` without `m-`.
#[derive(Debug, Serialize)]
pub struct ShapeView {
    /// The id.
    pub shape: &'static str,
}

/// What the script needs to know of an election.
#[derive(Debug, Serialize)]
pub struct ComparedElection<'a> {
    /// Its name.
    pub name: &'a str,
    /// That everybody in it is made up.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fictional: Option<Cow<'a, str>>,
    /// The questions, in order.
    pub questions: Vec<QuestionHead<'a>>,
    /// The ballots from A to Z: part of the address, and name.
    pub ballots: Vec<(&'a str, &'a str)>,
    /// The parties by name: id, and name.
    pub parties: Vec<(&'a str, &'a str)>,
}

/// The candidates of a ballot, as its page shows them.
#[derive(Debug, Serialize)]
pub struct ComparedBallot<'a> {
    /// The area's name.
    pub area: &'a str,
    /// The ballot's page.
    pub link: &'a str,
    /// Who stands, in the order of the ballot's page.
    pub people: Vec<ComparedPerson<'a>>,
}

/// One candidate.
#[derive(Debug, Serialize)]
pub struct ComparedPerson<'a> {
    /// The person's id.
    pub id: &'a str,
    /// Earlier ids, so that addresses which people have shared stay good.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub former: Vec<&'a str>,
    /// The party on whose list the person stands, on a ballot of lists; its line is said once for all on it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub list: Option<&'a str>,
    /// What the ballot's page shows.
    #[serde(flatten)]
    pub row: Row<'a, CellView<'a>>,
}

impl<'a> Source<'a> {
    pub(crate) fn compare(&self) -> CompareView<'a> {
        let elections = self.campaign.elections.iter().zip(&self.plan.addresses.elections);
        let elections = elections.map(|(election, path)| ElectionItem {
            id: election.id.as_str(),
            name: self.election_name(election),
            link: path.as_str(),
        });
        CompareView { elections: elections.collect(), marks: SHAPES.map(|shape| ShapeView { shape }).into() }
    }

    pub(crate) fn compared_election(&self, e: usize) -> ComparedElection<'a> {
        let election = &self.campaign.elections[e];
        let ballots = election.ballots.iter().map(|ballot| (ballot.slug.as_str(), self.ballot_name(election, ballot)));
        let known = self.campaign.parties.iter().filter(|party| election.knows_of(party));
        let mut parties: Vec<_> = known.map(|party| (party.id.as_str(), party.name.as_str())).collect();
        parties.sort_by_key(|(_, name)| name_key(name));
        ComparedElection {
            name: self.election_name(election),
            fictional: election.fictional.then(|| self.words.text("fictional-text")),
            questions: self.question_heads(election),
            ballots: ballots.collect(),
            parties,
        }
    }

    pub(crate) fn compared_ballot(&self, e: usize, b: usize) -> ComparedBallot<'a> {
        let election = &self.campaign.elections[e];
        let ballot = &election.ballots[b];
        let people = ballot.candidacies.iter().zip(&self.plan.addresses.people[e][b]);
        let standing = people.filter(|(person, _)| person.status == Standing::Standing);
        let people = standing.map(|(person, path)| ComparedPerson {
            id: person.person.as_str(),
            former: person.former.iter().map(|former| former.value.as_str()).collect(),
            list: person.list().filter(|_| ballot.kind == BallotKind::Lists).map(|party| party.id.as_str()),
            row: self.row((e, ballot), person, path.as_str(), self.cells_of_all(e, person, path.as_str())),
        });
        ComparedBallot {
            area: self.ballot_name(election, ballot),
            link: self.plan.addresses.ballots[e][b].as_str(),
            people: people.collect(),
        }
    }

    /// A party's lines, as the page of all parties shows them.
    pub(crate) fn compared_party(&self, e: usize, id: &PartyId) -> Option<PartyRow<'a>> {
        let election = &self.campaign.elections[e];
        let party = self.campaign.parties.iter().find(|party| party.id == *id)?;
        Some(self.party_row(election, &election.questions, party))
    }

    /// A link to a comparison that begins with one person of a ballot, or with all who stand there.
    pub(super) fn compare_people(&self, e: usize, b: usize, person: Option<&PersonId>) -> LinkView<'a> {
        let election = &self.campaign.elections[e];
        let chosen = format!("{}/{}", election.ballots[b].slug, person.map_or("", PersonId::as_str));
        let words = if person.is_some() { "compare-with" } else { "compare-some" };
        LinkView::to(self.words.text(words), self.compare_link(e, &chosen))
    }

    /// A link to a comparison that begins with a party.
    pub(super) fn compare_party(&self, e: usize, party: &PartyId) -> LinkView<'a> {
        LinkView::to(self.words.text("compare-with"), self.compare_link(e, party.as_str()))
    }

    fn compare_link(&self, e: usize, chosen: &str) -> String {
        format!("{}#{}:{chosen}", self.built_in(PageKind::Compare), self.campaign.elections[e].id)
    }
}
