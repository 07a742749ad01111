use serde::ser::{Serialize, SerializeStruct as _, Serializer};

use super::documents;
use super::figures::figures;
use super::lines::lines;
use super::marks::{nations, text, url};
use super::positions::positions;
use super::rows::{
    CandidateRow, DocumentRow, EvidenceRow, FigureRow, LineRow, MentionRow, PositionRow, PutRow, QuestionRow,
};
use crate::atoms::{BallotId, PartialDate, Words};
use crate::country::uk::Gss;
use crate::model::{Election, PutQuestion, Question};
use crate::render::context::Context;
use crate::render::located::{BallotAt, ElectionAt, PersonAt};

/// All that is published, as rows that are made when they are asked for; as JSON, with all evidence.
#[derive(Clone, Copy)]
pub(super) struct Tables<'s, 'a> {
    pub(super) source: &'s Context<'a>,
}

/// A row with all its evidence.
#[derive(Debug, serde::Serialize)]
pub(super) struct WithEvidence<'a, R> {
    #[serde(flatten)]
    pub(super) row: R,
    pub(super) evidence: Vec<EvidenceRow<'a>>,
}

impl<'s, 'a> Tables<'s, 'a> {
    fn people(self) -> impl Iterator<Item = PersonAt<'a>> + 's {
        self.source.elections().flat_map(ElectionAt::ballots).flat_map(BallotAt::people)
    }

    pub(super) fn candidates(self) -> impl Iterator<Item = CandidateRow<'a>> + 's {
        self.people().map(|of| candidate(&of))
    }

    pub(super) fn positions(self) -> impl Iterator<Item = WithEvidence<'a, PositionRow<'a>>> + 's {
        self.people().flat_map(|of| positions(&of))
    }

    pub(super) fn lines(self) -> impl Iterator<Item = WithEvidence<'a, LineRow<'a>>> + 's {
        let campaign = self.source.campaign;
        campaign.elections.iter().flat_map(|election| lines(election, &campaign.parties))
    }

    pub(super) fn documents(self) -> impl Iterator<Item = DocumentRow<'a>> + 's {
        self.source.campaign.documents.iter().flat_map(move |document| documents::readings(self.source, document))
    }

    pub(super) fn mentions(self) -> impl Iterator<Item = MentionRow<'a>> + 's {
        let campaign = self.source.campaign;
        campaign.documents.iter().flat_map(|document| documents::mentions(campaign, document))
    }

    pub(super) fn questions(self) -> impl Iterator<Item = QuestionRow<'a>> + 's {
        self.source.campaign.questions.iter().flat_map(|question| versions(question))
    }

    pub(super) fn put(self) -> impl Iterator<Item = PutRow<'a>> + 's {
        let elections = self.source.campaign.elections.iter();
        elections.flat_map(|election| election.questions.iter().map(|put| put_row(election, put)))
    }

    pub(super) fn figures(self) -> impl Iterator<Item = FigureRow<'a>> + 's {
        figures(self.source.campaign)
    }
}

impl Serialize for Tables<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let campaign = self.source.campaign;
        let licence = campaign.site.licence.as_ref();
        let of_site = licence.iter().flat_map(|licence| &licence.credits).map(|credit| credit.name.as_str());
        let lists = campaign.credited_lists();
        let credits = of_site.chain(lists.iter().map(|source| source.credit.as_str())).collect::<Vec<_>>();
        let mut all = serializer.serialize_struct("Tables", 12)?;
        all.serialize_field("title", campaign.site.title.as_str())?;
        all.serialize_field("as_of", &campaign.site.as_of.to_string())?;
        all.serialize_field("licence", &licence.map(|licence| licence.name.as_str()))?;
        all.serialize_field("credits", &credits)?;
        all.serialize_field("candidates", &Rows(|| self.candidates()))?;
        all.serialize_field("positions", &Rows(|| self.positions()))?;
        all.serialize_field("lines", &Rows(|| self.lines()))?;
        all.serialize_field("documents", &Rows(|| self.documents()))?;
        all.serialize_field("mentions", &Rows(|| self.mentions()))?;
        all.serialize_field("questions", &Rows(|| self.questions()))?;
        all.serialize_field("put", &Rows(|| self.put()))?;
        all.serialize_field("figures", &Rows(|| self.figures()))?;
        all.end()
    }
}

/// A list of rows that are made one after another.
struct Rows<F>(F);

impl<I: Iterator<Item: Serialize>, F: Fn() -> I> Serialize for Rows<F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((self.0)())
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
        support_withdrawn_says: withdrawn.and_then(|withdrawn| text(withdrawn.says.as_deref())),
        support_withdrawn_source: shown_by.map(|evidence| evidence.title.as_str()),
        support_withdrawn_url: shown_by.and_then(|evidence| url(evidence.url.as_ref().map(|at| &at.value))),
        description: text(person.description.as_ref()),
        list_position: person.list_position.map(|at| at.value),
        status: person.status.word(),
        website: url(person.website.as_ref()),
        answers_in: person.answers_in.as_deref().map(BallotId::as_str),
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
    let earlier = question.earlier.iter().map(|earlier| row(earlier.version.value, earlier.until));
    earlier.chain([row(question.version, None)]).collect()
}
