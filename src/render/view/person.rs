use std::sync::Arc;

use serde::Serialize;

use super::ballot::SUPPORT;
use super::cell::own_anchor;
use super::mark::word_id;
use super::{
    CancelledView, Candidate, CellView, Cells, EntryView, EvidenceView, LinkView, PartyName, Ready, ReplyView, Source,
};
use crate::atoms::{Seen, Standing, WebUrl};
use crate::model::{Candidacy, Cell, Document, Election, Position, Subject};

/// One candidacy: every answer with its evidence and history.
#[derive(Debug, Serialize)]
pub struct PersonView<'a> {
    /// The ballot's page.
    pub ballot_link: &'a str,
    /// The area's name.
    pub trail: &'a str,
    /// The person's name.
    pub name: &'a str,
    /// The party.
    pub party: PartyName<'a>,
    /// Area, election and date.
    pub under: String,
    /// That the party does not support the person any more, with everything that shows it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub support: Option<WithdrawnView<'a>>,
    /// The description on the ballot paper.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<&'a str>,
    /// That the poll was called off, and what is known of it.
    pub cancelled: Option<CancelledView<'a>>,
    /// Why the person does not stand any more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gone: Option<String>,
    /// What is known, in large type; nothing when the answers stand elsewhere or were taken down.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lead: Option<String>,
    /// The person's own campaign website.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub website: Option<&'a str>,
    /// What the person says about this page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reply: Option<ReplyView<'a>>,
    /// Where the answers stand, when not here; then there are no answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub elsewhere: Option<LinkView<'a>>,
    /// That all marks were taken off the site; then there are no answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub taken_down: Option<String>,
    /// Where else the same person stands or stood.
    pub also: Vec<LinkView<'a>>,
    /// The answers beside those of others; nothing for who does not stand any more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub compare: Option<LinkView<'a>>,
    /// One for each question.
    pub answers: Vec<AnswerView<'a>>,
    /// Whether we read all of the person's documents, rather than only what others wrote about one.
    pub all_read: bool,
    /// Documents of the person's own that we know of.
    pub documents: Vec<LinkView<'a>>,
    /// How the answers compare with what the campaign wants, as counts.
    pub scores: Vec<String>,
}

/// That a party does not support its candidate any more, with everything that shows it.
#[derive(Debug, Serialize)]
pub struct WithdrawnView<'a> {
    /// The anchor.
    pub id: &'static str,
    /// That it does not, and since when.
    pub text: String,
    /// Our words for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub says: Option<String>,
    /// Where it was said; never empty.
    pub evidence: Vec<EvidenceView<'a>>,
}

/// What a person says on one question.
#[derive(Debug, Serialize)]
pub struct AnswerView<'a> {
    /// The anchor.
    pub id: String,
    /// The question.
    pub ask: &'a str,
    /// The question's page.
    pub link: &'a str,
    /// What the scorecard shows.
    pub cell: Ready<CellView<'a>>,
    /// Every recorded answer, the latest first.
    pub history: Vec<EntryView<'a>>,
}

impl<'a> Source<'a> {
    pub(crate) fn person(&self, (e, b, c): Candidate, cells: &Cells<'a>) -> PersonView<'a> {
        let election = &self.campaign.elections[e];
        let ballot = &election.ballots[b];
        let person = &ballot.candidacies[c];
        let elsewhere = self.elsewhere(e, person);
        let taken_down = self.all_taken_down(person);
        let has_answers = elsewhere.is_none() && taken_down.is_none();
        let answers = person.cells.iter().zip(cells.of_person(c));
        let documents = self.documents_of(&Subject::Person(person.person.clone()));
        PersonView {
            ballot_link: self.plan.addresses.ballots[e][b].as_str(),
            trail: self.ballot_name(election, ballot),
            name: person.name.as_str(),
            party: self.party(&person.party),
            under: self.person_under(e, b, c),
            support: self.withdrawn(person),
            description: person.description.as_deref(),
            cancelled: self.cancelled(election, ballot),
            gone: self.gone_because(person),
            lead: has_answers.then(|| self.person_lead(election, person)),
            website: person.website.as_ref().map(WebUrl::as_str),
            reply: person.reply.as_ref().map(|reply| self.person_reply(person, reply)),
            compare: (has_answers && person.status == Standing::Standing)
                .then(|| self.compare_people(e, b, Some(&person.person))),
            answers: answers.map(|(cell, shown)| self.answer(election, person, cell, shown.clone())).collect(),
            all_read: all_read(documents),
            documents: self.document_links(documents),
            scores: if elsewhere.is_none() { self.scores(person) } else { Vec::new() },
            also: self.also((e, b, c)),
            elsewhere,
            taken_down,
        }
    }

    fn withdrawn(&self, person: &'a Candidacy) -> Option<WithdrawnView<'a>> {
        let withdrawn = person.support_withdrawn.as_ref()?;
        Some(WithdrawnView {
            id: SUPPORT,
            text: self.support_text(person, withdrawn),
            says: self.support_says(withdrawn),
            evidence: withdrawn.evidence.iter().map(|evidence| self.evidence(evidence)).collect(),
        })
    }

    fn answer(
        &self,
        election: &Election,
        person: &'a Candidacy,
        cell: &'a Cell,
        shown: Ready<CellView<'a>>,
    ) -> AnswerView<'a> {
        let question = &cell.question;
        let mut positions: Vec<_> = person.positions.iter().filter(|p| p.question.id == question.id).collect();
        positions.sort_by_key(|position| std::cmp::Reverse(position.mark.date));
        let entry = |position: &'a Arc<Position>| {
            let mut entry = self.entry(&position.mark);
            entry.notes.extend(self.late(election, person, position).filter(|_| position.mark.takedown.is_none()));
            entry
        };
        AnswerView {
            id: own_anchor(question.id.as_str()),
            ask: cell.wording().ask.as_str(),
            link: self.question_link(&question.id),
            cell: shown,
            history: positions.into_iter().map(entry).collect(),
        }
    }

    fn person_under(&self, e: usize, b: usize, c: usize) -> String {
        let election = &self.campaign.elections[e];
        let gaps = [
            ("area", self.ballot_name(election, &election.ballots[b]).into()),
            ("election", self.election_beside_day(election).into()),
            ("date", self.words.day(election.date).into()),
        ];
        let stands = election.ballots[b].candidacies[c].status == Standing::Standing;
        self.words.with(if stands { "person-under" } else { "person-under-gone" }, gaps)
    }

    /// The other candidacies of a person, the latest first; that on which the answers of this one stand is named already.
    fn also(&self, at: Candidate) -> Vec<LinkView<'a>> {
        let person = self.candidacy(at);
        let ids = std::iter::once(&person.person).chain(person.former.iter().map(|former| &former.value));
        let others = ids.filter_map(|id| self.candidacies.get(id)).flatten().copied().filter(|other| *other != at);
        let named = |(e, b, _): Candidate| {
            let ballot = &self.campaign.elections[e].ballots[b];
            e == at.0 && person.answers_in.as_ref() == Some(&ballot.id)
        };
        others.filter(|other| !named(*other)).map(|other| self.stands_too(other)).collect()
    }

    fn stands_too(&self, (e, b, c): Candidate) -> LinkView<'a> {
        let election = &self.campaign.elections[e];
        let ballot = &election.ballots[b];
        let id = match (ballot.candidacies[c].status, election.is_over) {
            (Standing::Standing, false) => "person-also",
            (Standing::Standing, true) => "person-also-stood",
            _ => "person-also-was",
        };
        let gaps = [
            ("area", self.ballot_name(election, ballot).into()),
            ("election", self.election_beside_day(election).into()),
            ("date", self.words.day(election.date).into()),
        ];
        LinkView::to(self.words.with(id, gaps), self.plan.addresses.people[e][b][c].as_str())
    }

    fn person_reply(&self, person: &Candidacy, reply: &'a crate::model::Reply) -> ReplyView<'a> {
        let gaps = [("name", person.name.as_str().into()), ("date", self.words.date(reply.date).into())];
        ReplyView { label: self.words.with("person-reply", gaps), text: reply.text.as_str() }
    }

    fn gone_because(&self, person: &Candidacy) -> Option<String> {
        if person.status == Standing::Standing {
            return None;
        }
        let why = self.words.text(&word_id("standing-", person.status)).into_owned();
        Some(self.words.with("person-gone", [("why", why.into())]))
    }

    /// Links to documents.
    pub(super) fn document_links(&self, documents: &[&'a Document]) -> Vec<LinkView<'a>> {
        documents.iter().map(|document| LinkView::to(document.title.as_str(), self.document_link(document))).collect()
    }
}

/// Whether somebody saw every one of some documents.
pub(super) fn all_read(documents: &[&Document]) -> bool {
    documents.iter().all(|document| document.readings.iter().any(|reading| reading.seen != Seen::Described))
}
