use std::sync::Arc;

use serde::Serialize;

use super::lines::lines;
use super::rows::{CandidateRow, DocumentRow, EvidenceRow, LineRow, PositionRow, QuestionRow};
use crate::atoms::{Gss, PartialDate, Text, WebUrl, Words};
use crate::model::{
    Ballot, Candidacy, Cell, Document, Election, Evidence, Gap, Mark, Own, Position, Question, Reading, Subject,
    Verification,
};
use crate::render::view::Source;

/// All that is published, as rows; as JSON, with all evidence.
#[derive(Debug, Serialize)]
pub(super) struct Tables<'a> {
    title: &'a str,
    as_of: String,
    licence: Option<&'a str>,
    credits: Vec<&'a str>,
    pub(super) candidates: Vec<CandidateRow<'a>>,
    pub(super) positions: Vec<WithEvidence<'a, PositionRow<'a>>>,
    pub(super) lines: Vec<WithEvidence<'a, LineRow<'a>>>,
    pub(super) documents: Vec<DocumentRow<'a>>,
    pub(super) questions: Vec<QuestionRow<'a>>,
}

/// A row with all its evidence.
#[derive(Debug, Serialize)]
pub(super) struct WithEvidence<'a, R> {
    #[serde(flatten)]
    pub(super) row: R,
    pub(super) evidence: Vec<EvidenceRow<'a>>,
}

/// A candidacy with all that it belongs to.
#[derive(Clone, Copy)]
struct Of<'a> {
    election: &'a Election,
    ballot: &'a Ballot,
    person: &'a Candidacy,
    page: &'a str,
}

impl<'a> Tables<'a> {
    pub(super) fn of(source: &Source<'a>) -> Self {
        let campaign = source.campaign;
        let people: Vec<Of<'a>> = people(source).collect();
        let licence = campaign.site.licence.as_ref();
        Self {
            title: campaign.site.title.as_str(),
            as_of: campaign.site.as_of.to_string(),
            licence: licence.map(|licence| licence.name.as_str()),
            credits: licence.iter().flat_map(|l| &l.credits).map(|credit| credit.name.as_str()).collect(),
            candidates: people.iter().map(candidate).collect(),
            positions: people.iter().flat_map(positions).collect(),
            lines: campaign.elections.iter().flat_map(|e| lines(e, &campaign.parties)).collect(),
            documents: campaign.documents.iter().flat_map(|document| readings(document)).collect(),
            questions: campaign.questions.iter().flat_map(|question| versions(question)).collect(),
        }
    }
}

fn people<'a>(source: &Source<'a>) -> impl Iterator<Item = Of<'a>> {
    let pages = source.plan.addresses.people.iter();
    source.campaign.elections.iter().zip(pages).flat_map(|(election, pages)| {
        election.ballots.iter().zip(pages).flat_map(move |(ballot, pages)| {
            let people = ballot.candidacies.iter().zip(pages);
            people.map(move |(person, page)| Of { election, ballot, person, page: page.as_str() })
        })
    })
}

fn candidate<'a>(of: &Of<'a>) -> CandidateRow<'a> {
    let Of { election, ballot, person, page } = *of;
    CandidateRow {
        election: election.id.as_str(),
        election_date: election.date.to_string(),
        fictional: election.fictional,
        ballot: ballot.id.as_str(),
        area: ballot.area.as_str(),
        gss: ballot.gss.as_ref().map(Gss::as_str),
        nation: ballot.nation.map(Words::word),
        region: text(ballot.region.as_ref()),
        seats: ballot.seats,
        person: person.person.as_str(),
        name: person.name.as_str(),
        party: person.party.id.as_str(),
        party_name: person.party.name.as_str(),
        description: text(person.description.as_ref()),
        list_position: person.list_position,
        status: person.status.word(),
        page,
    }
}

/// The answers that the scorecard shows or its gap, and the history; nothing twice for people who
/// answer on another ballot.
fn positions<'a>(of: &Of<'a>) -> Vec<WithEvidence<'a, PositionRow<'a>>> {
    let Of { person, .. } = *of;
    if person.answers_in.is_some() {
        return Vec::new();
    }
    let mut rows: Vec<_> = person.cells.iter().filter_map(|cell| gap(of, cell)).collect();
    if person.takedown.is_none() {
        rows.extend(person.positions.iter().map(|position| answer(of, position)));
    }
    rows
}

fn gap<'a>(of: &Of<'a>, cell: &'a Cell) -> Option<WithEvidence<'a, PositionRow<'a>>> {
    let (mark, asked, deadline) = match &cell.own {
        Own::Stance(_) | Own::Contradiction(_) | Own::TakenDown(_) => return None,
        Own::AllTakenDown => ("taken_down", None, None),
        Own::Gap(gap) => match gap {
            Gap::Waiting { asked, deadline } | Gap::NoReply { asked, deadline } => {
                (gap.word(), Some(asked), Some(deadline))
            }
            Gap::NotReached { asked, .. } => (gap.word(), Some(asked), None),
            Gap::NotAsked | Gap::NotChecked => (gap.word(), None, None),
        },
    };
    let mut row = empty(of, &cell.question, cell.version, mark);
    row.asked = asked.map(ToString::to_string);
    row.deadline = deadline.map(ToString::to_string);
    row.shown = true;
    Some(WithEvidence { row, evidence: Vec::new() })
}

fn answer<'a>(of: &Of<'a>, position: &'a Arc<Position>) -> WithEvidence<'a, PositionRow<'a>> {
    let shown = of.person.cells.iter().any(|cell| match &cell.own {
        Own::Stance(shown) | Own::TakenDown(shown) => Arc::ptr_eq(shown, position),
        Own::Contradiction(both) => both.iter().any(|shown| Arc::ptr_eq(shown, position)),
        Own::AllTakenDown | Own::Gap(_) => false,
    });
    let mark = &position.mark;
    if mark.takedown.is_some() {
        let mut row = empty(of, &position.question, position.version, "taken_down");
        row.shown = shown;
        return WithEvidence { row, evidence: Vec::new() };
    }
    let first = mark.evidence.first();
    let row = PositionRow {
        shown,
        date: Some(mark.date.to_string()),
        verification: Some(verification(mark)),
        checks: mark.checks.len(),
        says: text(mark.says.as_ref()),
        caveat: text(mark.caveat.as_ref()),
        quote: mark.quote().map(|(quote, _)| quote.as_str()),
        evidence_kind: first.map(|evidence| evidence.kind),
        evidence_title: first.map(|evidence| evidence.title.as_str()),
        evidence_place: first.and_then(|evidence| text(evidence.place.as_ref())),
        evidence_url: first.and_then(|evidence| url(evidence.url.as_ref())),
        reply: mark.reply.as_ref().map(|reply| reply.text.as_str()),
        ..empty(of, &position.question, position.version, mark.stance.word())
    };
    WithEvidence { row, evidence: mark.evidence.iter().map(evidence).collect() }
}

fn empty<'a>(of: &Of<'a>, question: &'a Question, version: u32, mark: &'static str) -> PositionRow<'a> {
    PositionRow {
        election: of.election.id.as_str(),
        ballot: of.ballot.id.as_str(),
        person: of.person.person.as_str(),
        question: question.id.as_str(),
        version,
        shown: false,
        mark,
        date: None,
        asked: None,
        deadline: None,
        verification: None,
        checks: 0,
        says: None,
        caveat: None,
        quote: None,
        evidence_kind: None,
        evidence_title: None,
        evidence_place: None,
        evidence_url: None,
        reply: None,
    }
}

fn readings(document: &Document) -> Vec<DocumentRow<'_>> {
    if document.readings.is_empty() {
        return vec![document_row(document, None)];
    }
    document.readings.iter().map(|reading| document_row(document, Some(reading))).collect()
}

fn document_row<'a>(document: &'a Document, reading: Option<&'a Reading>) -> DocumentRow<'a> {
    let (party, person) = match &document.of {
        Subject::Party(party) => (Some(party.as_str()), None),
        Subject::Person(person) => (None, Some(person.as_str())),
    };
    let ids = |ids: Option<&[crate::atoms::QuestionId]>| {
        ids.unwrap_or_default().iter().map(crate::atoms::QuestionId::as_str).collect::<Vec<_>>().join(" ")
    };
    DocumentRow {
        document: document.id.as_str(),
        title: document.title.as_str(),
        kind: document.kind.word(),
        election: document.election.as_str(),
        party,
        person,
        date: document.date.map(|date: PartialDate| date.to_string()),
        url: url(document.url.as_ref()),
        archived: url(document.archived.as_ref()),
        read_by: reading.map(|reading| reading.by.as_str()),
        read_on: reading.map(|reading| reading.date.to_string()),
        seen: reading.map(|reading| reading.seen.word()),
        whole: reading.map(|reading| reading.whole),
        looked_for: ids(reading.map(|reading| reading.looked_for.as_slice())),
        found: ids(reading.map(|reading| reading.found.as_slice())),
    }
}

fn versions(question: &Question) -> Vec<QuestionRow<'_>> {
    let row = |version, ask, until: Option<PartialDate>| QuestionRow {
        question: question.id.as_str(),
        version,
        current: version == question.version,
        ask,
        campaign_wants: question.wants.word(),
        until: until.map(|date| date.to_string()),
    };
    let earlier = question.earlier.iter().map(|(version, ask, until)| row(*version, ask.as_str(), *until));
    earlier.chain([row(question.version, question.ask.as_str(), None)]).collect()
}

pub(super) fn evidence(evidence: &Evidence) -> EvidenceRow<'_> {
    EvidenceRow {
        kind: evidence.kind,
        title: evidence.title.as_str(),
        document: evidence.document.as_ref().map(|document| document.id.as_str()),
        place: text(evidence.place.as_ref()),
        date: evidence.date,
        quote: text(evidence.quote.as_ref()),
        says: text(evidence.says.as_ref()),
        lang: text(evidence.lang.as_ref()),
        url: url(evidence.url.as_ref()),
        archived: url(evidence.archived.as_ref()),
        accessed: evidence.accessed,
    }
}

pub(super) fn verification(mark: &Mark) -> &'static str {
    match mark.verification {
        Verification::Claimed => "claimed",
        Verification::Confirmed => "confirmed",
        Verification::Disputed { .. } => "disputed",
        Verification::Unverified { .. } => "unverified",
        Verification::Retracted { .. } => "retracted",
    }
}

pub(super) fn text(text: Option<&Text>) -> Option<&str> {
    text.map(Text::as_str)
}

pub(super) fn url(url: Option<&WebUrl>) -> Option<&str> {
    url.map(WebUrl::as_str)
}
