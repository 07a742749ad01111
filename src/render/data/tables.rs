use serde::Serialize;

use super::documents;
use super::figures::figures;
use super::lines::lines;
use super::marks::{nations, text, url};
use super::positions::positions;
use super::rows::{
    CandidateRow, DocumentRow, EvidenceRow, FigureRow, LineRow, MentionRow, PositionRow, PutRow, QuestionRow,
};
use crate::atoms::{BallotId, Gss, PartialDate, Words};
use crate::model::{Election, PutQuestion, Question};
use crate::render::context::Context;
use crate::render::located::{BallotAt, ElectionAt, PersonAt};

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
    pub(super) mentions: Vec<MentionRow<'a>>,
    pub(super) questions: Vec<QuestionRow<'a>>,
    pub(super) put: Vec<PutRow<'a>>,
    pub(super) figures: Vec<FigureRow<'a>>,
}

/// A row with all its evidence.
#[derive(Debug, Serialize)]
pub(super) struct WithEvidence<'a, R> {
    #[serde(flatten)]
    pub(super) row: R,
    pub(super) evidence: Vec<EvidenceRow<'a>>,
}

impl<'a> Tables<'a> {
    pub(super) fn of(source: &Context<'a>) -> Self {
        let campaign = source.campaign;
        let people = source.elections().flat_map(ElectionAt::ballots).flat_map(BallotAt::people);
        let people: Vec<PersonAt<'a>> = people.collect();
        let licence = campaign.site.licence.as_ref();
        Self {
            title: campaign.site.title.as_str(),
            as_of: campaign.site.as_of.to_string(),
            licence: licence.map(|licence| licence.name.as_str()),
            credits: {
                let of_site = licence.iter().flat_map(|l| &l.credits).map(|credit| credit.name.as_str());
                of_site.chain(campaign.credited_lists().into_iter().map(|source| source.credit.as_str())).collect()
            },
            candidates: people.iter().map(candidate).collect(),
            positions: people.iter().flat_map(positions).collect(),
            lines: campaign.elections.iter().flat_map(|e| lines(e, &campaign.parties)).collect(),
            documents: campaign.documents.iter().flat_map(|document| documents::readings(source, document)).collect(),
            mentions: campaign.documents.iter().flat_map(|document| documents::mentions(campaign, document)).collect(),
            questions: campaign.questions.iter().flat_map(|question| versions(question)).collect(),
            put: campaign.elections.iter().flat_map(|e| e.questions.iter().map(|put| put_row(e, put))).collect(),
            figures: figures(campaign),
        }
    }
}

fn candidate<'a>(of: &PersonAt<'a>) -> CandidateRow<'a> {
    let PersonAt { election, ballot, person, page, .. } = *of;
    let withdrawn = person.support_withdrawn.as_ref();
    let shown_by = withdrawn.and_then(|withdrawn| withdrawn.evidence.first());
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
        cancelled: ballot.cancellation.is_some(),
        uncontested: ballot.cancellation.as_ref().is_some_and(|cancellation| cancellation.uncontested),
        complete: ballot.complete.as_ref().map(|complete| complete.value),
        person: person.person.as_str(),
        name: person.name.as_str(),
        party: person.party.id.as_str(),
        party_name: person.party.name.as_str(),
        support_withdrawn: withdrawn.map(|withdrawn| withdrawn.date.to_string()),
        support_withdrawn_says: withdrawn.and_then(|withdrawn| text(withdrawn.says.as_ref())),
        support_withdrawn_source: shown_by.map(|evidence| evidence.title.as_str()),
        support_withdrawn_url: shown_by.and_then(|evidence| url(evidence.url.as_ref().map(|at| &at.value))),
        description: text(person.description.as_ref()),
        list_position: person.list_position,
        status: person.status.word(),
        website: url(person.website.as_ref()),
        answers_in: person.answers_in.as_ref().map(BallotId::as_str),
        reply: person.reply.as_ref().map(|reply| reply.text.as_str()),
        page,
    }
}

fn put_row<'a>(election: &'a Election, put: &'a PutQuestion) -> PutRow<'a> {
    PutRow {
        election: election.id.as_str(),
        question: put.id().as_str(),
        version: put.version,
        nations: nations(&put.nations),
    }
}

fn versions(question: &Question) -> Vec<QuestionRow<'_>> {
    let row = |version, until: Option<PartialDate>| QuestionRow {
        question: question.id.as_str(),
        version,
        current: version == question.version,
        ask: question.wording(version).ask.as_str(),
        campaign_wants: question.wording(version).wants.word(),
        until: until.map(|date| date.to_string()),
    };
    let earlier = question.earlier.iter().map(|earlier| row(earlier.version, earlier.until));
    earlier.chain([row(question.version, None)]).collect()
}
