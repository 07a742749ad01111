use std::borrow::Cow;
use std::collections::HashMap;

use crate::atoms::{BallotKind, PartyId, Standing};
use crate::messages::msg;
use crate::model::Election;
use crate::plan::PageKind;
use crate::render::context::Context;
use crate::render::located::{BallotAt, PersonAt};
use crate::render::parts::{
    CellView, LinkView, PartyRow, QuestionHead, ScorecardRow, candidate, cell, party_table, phrase, question_head,
};

views! {
    /// What the script needs to know of an election.
    ComparedElection<'a> {
        name: &'a str, "Its name";
        #[serde(skip_serializing_if = "Option::is_none")]
        fictional: Option<Cow<'a, str>>, "That everybody in it is made up";
        questions: Vec<QuestionHead<'a>>, "The questions, in order";
        ballots: Vec<(&'a str, &'a str)>, "The ballots from A to Z: part of the address, and name";
        parties: Vec<(&'a str, &'a str)>, "The parties by name: id, and name";
    }

    /// The candidates of a ballot, as its page shows them.
    ComparedBallot<'a> {
        area: &'a str, "The area's name";
        link: &'a str, "The ballot's page";
        people: Vec<ComparedPerson<'a>>, "Who stands, in the order of the ballot's page";
    }

    /// One candidate.
    ComparedPerson<'a> {
        id: &'a str, "The person's id";
        #[serde(skip_serializing_if = "Vec::is_empty")]
        former: Vec<&'a str>, "Earlier ids, so that addresses which people have shared stay good";
        #[serde(skip_serializing_if = "Option::is_none")]
        list: Option<&'a str>,
            "The party on whose list the person stands, on a ballot of lists; its line is said once for all on it";
        #[serde(skip_serializing_if = "Option::is_none")]
        lines_of: Option<&'a str>, "The party whose script holds the lines of all cells, so that they are left out here";
        #[serde(flatten)]
        row: ScorecardRow<'a, CellView<'a>>, "What the ballot's page shows";
    }
}

pub(crate) fn election<'a>(cx: &Context<'a>, election: &'a Election) -> ComparedElection<'a> {
    let ballots = election.ballots.iter().map(|ballot| (ballot.slug.as_str(), cx.ballot_name(election, ballot)));
    let known = cx.campaign.parties.iter().filter(|party| election.knows_of(party));
    let mut parties: Vec<_> = known.map(|party| (party.id.as_str(), party.name.as_str())).collect();
    parties.sort_by_key(|(_, name)| phrase::name_key(name));
    ComparedElection {
        name: cx.election_name(election),
        fictional: election.fictional.then(|| cx.words.text(msg::FICTIONAL_TEXT)),
        questions: question_head::all(cx, election),
        ballots: ballots.collect(),
        parties,
    }
}

pub(crate) fn ballot<'a>(
    cx: &Context<'a>,
    at: BallotAt<'a>,
    lines: &HashMap<&PartyId, PartyRow<'a>>,
) -> ComparedBallot<'a> {
    let standing = at.people().filter(|at| at.person.status == Standing::Standing);
    let people = standing.map(|at| {
        let mut cells = cell::for_comparing(cx, at);
        let party = &at.person.party.id;
        let same = lines.get(party).is_some_and(|lines| are_of(&cells, lines));
        if same {
            cells.iter_mut().for_each(|cell| cell.line.clear());
        }
        ComparedPerson {
            id: at.person.person.as_str(),
            former: at.person.former.iter().map(|former| former.value.as_str()).collect(),
            list: at.person.list().filter(|_| at.ballot.kind == BallotKind::Lists).map(|party| party.id.as_str()),
            lines_of: same.then(|| party.as_str()),
            row: candidate::row(cx, at, cells),
        }
    });
    ComparedBallot { area: cx.ballot_name(at.election, at.ballot), link: at.page, people: people.collect() }
}

/// Whether the lines in a candidate's cells are those of the party everywhere, and there are any.
fn are_of(cells: &[CellView<'_>], party: &PartyRow<'_>) -> bool {
    let any = cells.iter().any(|cell| !cell.line.is_empty());
    any && cells.iter().map(|cell| &cell.line).eq(party.cells.iter().map(|cell| &cell.marks))
}

/// A party's lines, as the page of all parties shows them.
pub(crate) fn party<'a>(cx: &Context<'a>, election: &'a Election, id: &PartyId) -> Option<PartyRow<'a>> {
    Some(party_table::of_party(cx, election, &election.questions, cx.party(id)?))
}

/// A link to a comparison that begins with all who stand on a ballot.
pub(crate) fn compare_people<'a>(cx: &Context<'a>, at: BallotAt<'_>) -> LinkView<'a> {
    LinkView::to(cx.words.text(msg::COMPARE_SOME), compare_link(cx, at.election, &format!("{}/", at.ballot.slug)))
}

/// A link to a comparison that begins with one person.
pub(crate) fn compare_person<'a>(cx: &Context<'a>, at: PersonAt<'_>) -> LinkView<'a> {
    let chosen = format!("{}/{}", at.ballot.slug, at.person.person);
    LinkView::to(cx.words.text(msg::COMPARE_WITH), compare_link(cx, at.election, &chosen))
}

/// A link to a comparison that begins with a party.
pub(crate) fn compare_party<'a>(cx: &Context<'a>, election: &Election, party: &PartyId) -> LinkView<'a> {
    LinkView::to(cx.words.text(msg::COMPARE_WITH), compare_link(cx, election, party.as_str()))
}

fn compare_link(cx: &Context<'_>, election: &Election, chosen: &str) -> String {
    format!("{}#{}:{chosen}", cx.built_in(PageKind::Compare), election.id)
}
