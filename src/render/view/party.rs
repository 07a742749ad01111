use std::borrow::Cow;

use serde::Serialize;

use super::gap::line_anchor;
use super::mark::{is_known_answer, word_id};
use super::party_table::lines;
use super::person::all_read;
use super::{EntryView, LeafletsView, LinkView, MarkView, Source};
use crate::atoms::{Standing, Text, WebUrl};
use crate::model::{Document, Election, Party, PartyLine, PutQuestion, Score, Subject};

/// One party.
#[derive(Debug, Serialize)]
pub struct PartyPage<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its colour.
    pub colour: &'a str,
    /// What tells it from another of the same name.
    pub note: Option<&'a str>,
    /// What is known, in large type; nothing for labels that are no party.
    pub lead: Option<String>,
    /// Whose line its candidates carry, and why.
    pub lent: Option<String>,
    /// Its lines, by election, the latest first.
    pub elections: Vec<PartyElection<'a>>,
    /// Whether it is a party, rather than a label like “Independent”.
    pub registered: bool,
    /// Whether we read all of its documents, rather than only what others wrote about one.
    pub all_read: bool,
    /// The documents that we know of.
    pub documents: Vec<LinkView<'a>>,
    /// What its leaflets and those of its candidates say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub leaflets: Option<LeafletsView<'a>>,
    /// The accessible formats of each document, or that none is on record.
    pub formats: Vec<String>,
    /// How many of its candidates on this site stand.
    pub count: String,
    /// Its candidates who stand.
    pub candidates: Vec<LinkView<'a>>,
    /// Those who do not stand any more, and why.
    pub gone: Vec<LinkView<'a>>,
    /// The ids under which others publish it.
    pub ids: Option<String>,
    /// Its website.
    pub website: Option<&'a str>,
}

/// A party's lines in one election.
#[derive(Debug, Serialize)]
pub struct PartyElection<'a> {
    /// Which election.
    pub title: String,
    /// How the lines compare with what the campaign wants, as counts.
    pub score: Option<String>,
    /// The lines beside those of others.
    pub compare: LinkView<'a>,
    /// One for each question.
    pub answers: Vec<PartyAnswer<'a>>,
}

/// A party's lines on one question, with their evidence.
#[derive(Debug, Serialize)]
pub struct PartyAnswer<'a> {
    /// The anchor.
    pub id: String,
    /// The question, and where it is put, unless everywhere.
    pub ask: Cow<'a, str>,
    /// The question's page.
    pub link: &'a str,
    /// The line; several where it differs between nations.
    pub marks: Vec<MarkView<'a>>,
    /// Every recorded line with its evidence.
    pub history: Vec<EntryView<'a>>,
}

impl<'a> Source<'a> {
    pub(crate) fn party_page(&self, p: usize) -> PartyPage<'a> {
        let party = &*self.campaign.parties[p];
        let elections = (0..self.campaign.elections.len()).filter(|e| self.campaign.elections[*e].knows_of(party));
        let name = self.party(party);
        let ids: Vec<&str> = party.ids.iter().map(Text::as_str).collect();
        let people = self.standing.get(&party.id).into_iter().flatten().copied();
        let (standing, gone): (Vec<_>, Vec<_>) =
            people.partition(|at| self.candidacy(*at).status == Standing::Standing);
        let documents = self.documents_of(&Subject::Party(party.id.clone()));
        PartyPage {
            name: name.name,
            colour: name.colour,
            note: party.note.as_deref(),
            lead: party.is_registered().then(|| self.party_lead(party)),
            lent: self.lent(party),
            elections: elections.map(|e| self.party_election(e, party)).collect(),
            registered: party.is_registered(),
            all_read: all_read(documents),
            documents: self.document_links(documents),
            leaflets: self.leaflets_of_party(party),
            formats: documents.iter().flat_map(|document| self.formats(document)).collect(),
            count: self.words.with("party-candidates-count", [("n", standing.len().into())]),
            candidates: standing.into_iter().map(|at| self.candidate(at)).collect(),
            gone: gone.into_iter().map(|at| self.candidate(at)).collect(),
            ids: (!ids.is_empty()).then(|| self.words.with("party-ids", [("ids", ids.join(", ").into())])),
            website: party.website.as_ref().map(WebUrl::as_str),
        }
    }

    /// Seat and name of a candidate, and why the person does not stand any more.
    fn candidate(&self, (e, b, c): (usize, usize, usize)) -> LinkView<'a> {
        let election = &self.campaign.elections[e];
        let ballot = &election.ballots[b];
        let person = self.candidacy((e, b, c));
        let stands = person.status == Standing::Standing;
        let name = if stands { self.person_name(ballot, person).to_owned() } else { self.gone(ballot, person) };
        let gaps = [("area", self.ballot_name(election, ballot).into()), ("name", name.into())];
        let id = if person.support_withdrawn.is_some() { "party-candidate-alone" } else { "party-candidate" };
        LinkView::to(self.words.with(id, gaps), self.plan.addresses.people[e][b][c].as_str())
    }

    fn lent(&self, party: &Party) -> Option<String> {
        let (lender, because) = party.line_from.as_ref()?;
        let lender = self.campaign.parties.iter().find(|party| party.id == *lender)?;
        let gaps = [("party", lender.name.as_str().into()), ("because", because.as_str().into())];
        Some(self.words.with("party-lent-from", gaps))
    }

    fn party_lead(&self, party: &Party) -> String {
        let name = ("party", party.name.as_str().into());
        let known = self.campaign.elections.iter().find(|election| election.knows_of(party));
        let Some(election) = known else {
            return self.words.with("party-lead-unread", [name]);
        };
        let put: Vec<&PutQuestion> = election.put_to_party(party).collect();
        let clear = |put: &&&PutQuestion| lines(election, party, &put.question).any(|line| is_known_answer(&line.mark));
        let n = put.iter().filter(clear).count();
        self.words.with("party-lead", [name, ("n", n.into()), ("all", put.len().into())])
    }

    fn party_election(&self, e: usize, party: &'a Party) -> PartyElection<'a> {
        let election = &self.campaign.elections[e];
        // A label that is no party may have lines on record all the same.
        let put = election.questions.iter().filter(|put| {
            put.nations.is_empty()
                || election.party_lines.get(&party.id, None, put.id()).is_some()
                || election.lines_of(party, &put.question).next().is_some()
        });
        let answers = put.map(|put| PartyAnswer {
            id: line_anchor(election.id.as_str(), put.id().as_str()),
            ask: self.asked_where(put),
            link: self.question_link(put.id()),
            marks: self.line_marks(election, party, &put.question),
            history: election.lines_of(party, &put.question).map(|line| self.entry(&line.mark)).collect(),
        });
        PartyElection {
            title: self.words.with("party-lines", [("election", self.election_name(election).into())]),
            score: self.party_score(election, party),
            compare: self.compare_party(e, &party.id),
            answers: answers.collect(),
        }
    }

    fn party_score(&self, election: &Election, party: &Party) -> Option<String> {
        let answers = election.put_to_party(party).map(|put| {
            let line = election.party_lines.get(&party.id, None, put.id()).map(|cell| &cell.line);
            let answer = if let Some(PartyLine::Stance(line)) = line { Some(&line.mark) } else { None };
            (put.wording().wants, answer)
        });
        let score = Score::of(answers);
        let takes_side = score.questions > 0;
        (self.campaign.site.score && takes_side).then(|| self.score(&score, "score-party", "score-party-few"))
    }

    fn formats(&self, document: &'a Document) -> Vec<String> {
        if document.formats.is_empty() {
            return vec![self.words.with("party-formats-none", [("document", document.title.as_str().into())])];
        }
        self.format_list(document).into_iter().map(|format| format.text.into_owned()).collect()
    }

    /// The accessible formats in which a document appeared.
    pub(super) fn format_list(&self, document: &'a Document) -> Vec<LinkView<'a>> {
        let formats = document.formats.iter().map(|(format, date, url)| {
            let format = self.words.text(&word_id("format-", *format)).into_owned();
            let gaps = [
                ("document", document.title.as_str().into()),
                ("format", format.into()),
                ("date", self.words.date(*date).into()),
            ];
            LinkView::out(self.words.with("party-format", gaps), url.as_ref().map(WebUrl::as_str))
        });
        formats.collect()
    }
}
