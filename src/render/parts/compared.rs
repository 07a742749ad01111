use std::borrow::Cow;

use serde::Serialize;

use crate::atoms::{BallotKind, PartyId, PersonId, Standing};
use crate::plan::PageKind;
use crate::render::context::Context;
use crate::render::parts::candidate::{Row, candidate_row};
use crate::render::parts::cell::{CellView, cells_of_all};
use crate::render::parts::link::LinkView;
use crate::render::parts::party_table::{PartyRow, party_row};
use crate::render::parts::phrase::name_key;
use crate::render::parts::question_head::{QuestionHead, question_heads};

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

pub(crate) fn compared_election<'a>(cx: &Context<'a>, e: usize) -> ComparedElection<'a> {
    let election = &cx.campaign.elections[e];
    let ballots = election.ballots.iter().map(|ballot| (ballot.slug.as_str(), cx.ballot_name(election, ballot)));
    let known = cx.campaign.parties.iter().filter(|party| election.knows_of(party));
    let mut parties: Vec<_> = known.map(|party| (party.id.as_str(), party.name.as_str())).collect();
    parties.sort_by_key(|(_, name)| name_key(name));
    ComparedElection {
        name: cx.election_name(election),
        fictional: election.fictional.then(|| cx.words.text("fictional-text")),
        questions: question_heads(cx, election),
        ballots: ballots.collect(),
        parties,
    }
}

pub(crate) fn compared_ballot<'a>(cx: &Context<'a>, e: usize, b: usize) -> ComparedBallot<'a> {
    let election = &cx.campaign.elections[e];
    let ballot = &election.ballots[b];
    let people = ballot.candidacies.iter().zip(&cx.plan.addresses.people[e][b]);
    let standing = people.filter(|(person, _)| person.status == Standing::Standing);
    let people = standing.map(|(person, path)| ComparedPerson {
        id: person.person.as_str(),
        former: person.former.iter().map(|former| former.value.as_str()).collect(),
        list: person.list().filter(|_| ballot.kind == BallotKind::Lists).map(|party| party.id.as_str()),
        row: candidate_row(cx, (e, ballot), person, path.as_str(), cells_of_all(cx, e, person, path.as_str())),
    });
    ComparedBallot {
        area: cx.ballot_name(election, ballot),
        link: cx.plan.addresses.ballots[e][b].as_str(),
        people: people.collect(),
    }
}

/// A party's lines, as the page of all parties shows them.
pub(crate) fn compared_party<'a>(cx: &Context<'a>, e: usize, id: &PartyId) -> Option<PartyRow<'a>> {
    let election = &cx.campaign.elections[e];
    let party = cx.campaign.parties.iter().find(|party| party.id == *id)?;
    Some(party_row(cx, election, &election.questions, party))
}

/// A link to a comparison that begins with one person of a ballot, or with all who stand there.
pub(crate) fn compare_people<'a>(cx: &Context<'a>, e: usize, b: usize, person: Option<&PersonId>) -> LinkView<'a> {
    let election = &cx.campaign.elections[e];
    let chosen = format!("{}/{}", election.ballots[b].slug, person.map_or("", PersonId::as_str));
    let words = if person.is_some() { "compare-with" } else { "compare-some" };
    LinkView::to(cx.words.text(words), compare_link(cx, e, &chosen))
}

/// A link to a comparison that begins with a party.
pub(crate) fn compare_party<'a>(cx: &Context<'a>, e: usize, party: &PartyId) -> LinkView<'a> {
    LinkView::to(cx.words.text("compare-with"), compare_link(cx, e, party.as_str()))
}

fn compare_link(cx: &Context<'_>, e: usize, chosen: &str) -> String {
    format!("{}#{}:{chosen}", cx.built_in(PageKind::Compare), cx.campaign.elections[e].id)
}
