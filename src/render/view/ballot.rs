use std::borrow::Cow;

use serde::Serialize;

use super::mark::word_id;
use super::{
    CellView, Cells, FigureView, LeafletsView, LineCell, LinkView, PartyName, Ready, ReplyView, Source, size_of_table,
};
use crate::atoms::{BallotKind, BallotOrder, Gss, SitePath, Standing, Wanted};
use crate::model::{Ballot, Candidacy, Election, Party, PutQuestion, Score, SupportWithdrawn};

/// The scorecard of a ballot.
#[derive(Debug, Serialize)]
pub struct BallotView<'a> {
    /// The election's page.
    pub election_link: &'a str,
    /// Words for the link to the election's page.
    pub trail: String,
    /// The area's name.
    pub area: &'a str,
    /// Election, date and number of candidates.
    pub under: String,
    /// What is known, in large type.
    pub lead: String,
    /// That the poll was called off, and what is known of it.
    pub cancelled: Option<CancelledView<'a>>,
    /// That the list of candidates is not complete.
    pub warning: Option<String>,
    /// `few` for a table, `many` for cards at any width.
    pub size: &'static str,
    /// The questions, which head the columns.
    pub questions: Vec<QuestionHead<'a>>,
    /// On a ballot of lists, the lists one after another.
    pub lists: Vec<ListView<'a>>,
    /// Who stands, in the order of the records, which `under` names; on a ballot of lists, who is on none.
    pub rows: Vec<Row<'a, Ready<CellView<'a>>>>,
    /// Some of them side by side.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub compare: Option<LinkView<'a>>,
    /// Who does not stand any more.
    pub gone: Vec<Gone<'a>>,
    /// What the leaflets say that are on record here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub leaflets: Option<LeafletsView<'a>>,
    /// What imported tables say of the area.
    pub figures: Vec<FigureView<'a>>,
    /// Whether polling day is over.
    pub past: bool,
    /// How many are elected.
    pub seats: String,
    /// Nation and region.
    pub place: String,
    /// The area's code.
    pub gss: Option<&'a str>,
    /// Whether the list of candidates is complete, and how we know.
    pub complete: String,
}

/// That a poll was called off.
#[derive(Debug, Serialize)]
pub struct CancelledView<'a> {
    /// That it was, and when, if that is known; or who is elected without a vote.
    pub text: String,
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<&'a str>,
}

/// One list of a ballot of lists.
#[derive(Debug, Serialize)]
pub struct ListView<'a> {
    /// The party whose list it is.
    pub party: PartyName<'a>,
    /// How many stand on it.
    pub count: String,
    /// The party's lines, one cell for each question: said here, and not once more for each person.
    pub cells: Vec<LineCell<'a>>,
    /// Who stands on it, by number.
    pub rows: Vec<Row<'a, Ready<CellView<'a>>>>,
}

/// A question at the head of a column.
#[derive(Debug, Serialize)]
pub struct QuestionHead<'a> {
    /// Its text, in the words that are put; and where it is put, unless everywhere.
    pub ask: Cow<'a, str>,
    /// Its page.
    pub link: &'a str,
}

/// One candidate.
#[derive(Debug, Serialize)]
pub struct Row<'a, C> {
    /// The name.
    pub name: &'a str,
    /// The person's page.
    pub link: &'a str,
    /// The party.
    pub party: PartyName<'a>,
    /// That the party does not support the person any more; then no cell holds its line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub support: Option<SupportView<'a>>,
    /// The description on the ballot paper.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<&'a str>,
    /// The place on the party's list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub list_position: Option<String>,
    /// How often the answers agree with the campaign, when there are enough for a sum.
    pub scores: Vec<String>,
    /// What the person says about the marks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reply: Option<ReplyView<'a>>,
    /// Where the person's answers stand, when not here; then there are no cells.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub elsewhere: Option<LinkView<'a>>,
    /// That all marks were taken off the site; then there are no cells.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub taken_down: Option<String>,
    /// One cell for each question.
    pub cells: Vec<C>,
}

/// That a party does not support its candidate any more.
#[derive(Debug, Serialize)]
pub struct SupportView<'a> {
    /// That it does not, and since when.
    pub text: String,
    /// Our words for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub says: Option<String>,
    /// Where it was said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<LinkView<'a>>,
}

/// The anchor on a person's page of what is known of it.
pub(super) const SUPPORT: &str = "support";

/// Somebody who does not stand any more: the name and why, and the page.
pub type Gone<'a> = LinkView<'a>;

impl<'a> Source<'a> {
    pub(crate) fn ballot(&self, e: usize, b: usize, cells: &Cells<'a>) -> BallotView<'a> {
        let election = &self.campaign.elections[e];
        let ballot = &election.ballots[b];
        let stands = |candidacy: &&Candidacy| candidacy.status == Standing::Standing;
        let people = ballot.candidacies.iter().zip(&self.plan.addresses.people[e][b]).enumerate();
        let on_lists = |person: &Candidacy| ballot.kind == BallotKind::Lists && person.list().is_some();
        let row = |c: usize, person, page: &'a SitePath| {
            self.row((e, ballot), person, page.as_str(), cells.of_person(c).to_vec())
        };
        let rows = people.clone().filter(|(_, (person, _))| stands(person) && !on_lists(person));
        let rows: Vec<_> = rows.map(|(c, (person, page))| row(c, person, page)).collect();
        let listed: Vec<_> = people.clone().filter(|(_, (person, _))| stands(person) && on_lists(person)).collect();
        let lists = listed.chunk_by(|(_, (one, _)), (_, (next, _))| one.party.id == next.party.id).map(|list| {
            let rows = list.iter().map(|(c, (person, page))| row(*c, person, page)).collect();
            self.list(election, ballot, &list[0].1.0.party, rows)
        });
        let lists: Vec<ListView<'a>> = lists.collect();
        let all = rows.len() + listed.len();
        let gone = people.filter(|(_, (person, _))| !stands(person));
        let gone = gone.map(|(_, (person, page))| LinkView::to(self.gone(ballot, person), page.as_str()));
        let gone = gone.collect();
        let put = election.put_in(ballot.nation);
        let questions: Vec<_> = put.map(|put| self.question_head(put, put.wording().ask.as_str())).collect();
        let seats = usize::try_from(ballot.seats).unwrap_or(usize::MAX);
        BallotView {
            election_link: self.plan.addresses.elections[e].as_str(),
            trail: self.words.with("ballot-trail", [("election", self.election_name(election).into())]),
            area: self.ballot_name(election, ballot),
            under: self.ballot_under(election, ballot, lists.len(), (all, rows.len())),
            lead: self.ballot_lead(election, ballot),
            cancelled: self.cancelled(election, ballot),
            warning: self.incomplete(ballot),
            size: size_of_table(questions.len()),
            questions,
            compare: (all > 1).then(|| self.compare_people(e, b, None)),
            lists,
            rows,
            gone,
            leaflets: self.leaflets_of_ballot(e, b),
            figures: self.figures(e, ballot),
            past: election.is_over,
            seats: self.words.with(seats_id(election, ballot), [("n", seats.into())]),
            place: self.place(ballot),
            gss: ballot.gss.as_ref().map(Gss::as_str),
            complete: self.complete(ballot),
        }
    }

    /// All questions of an election, each with where it is put, unless everywhere.
    pub(super) fn question_heads(&self, election: &'a Election) -> Vec<QuestionHead<'a>> {
        election.questions.iter().map(|put| self.question_head(put, self.asked_where(put))).collect()
    }

    pub(super) fn question_head(&self, put: &PutQuestion, ask: impl Into<Cow<'a, str>>) -> QuestionHead<'a> {
        QuestionHead { ask: ask.into(), link: self.question_link(put.id()) }
    }

    /// A question in the words that are put, and where it is put, unless everywhere.
    pub(super) fn asked_where(&self, put: &'a PutQuestion) -> Cow<'a, str> {
        let ask = put.wording().ask.as_str();
        if put.nations.is_empty() {
            return ask.into();
        }
        let nations = self.nations(&put.nations);
        self.words.with("question-only-in", [("ask", ask.into()), ("nations", nations.into())]).into()
    }

    pub(super) fn row<C>(
        &self,
        (e, ballot): (usize, &Ballot),
        person: &'a Candidacy,
        page: &'a str,
        cells: Vec<C>,
    ) -> Row<'a, C> {
        let list_position = person.list_position.map(|n| self.words.with("list-position", [("n", n.into())]));
        Row {
            name: self.person_name(ballot, person),
            link: page,
            party: self.party(&person.party),
            support: self.support(person, page),
            description: person.description.as_deref(),
            list_position,
            scores: self.scores(person).into_iter().filter(|_| person.score.is_enough()).collect(),
            reply: person.reply.as_ref().map(|reply| self.reply(reply)),
            elsewhere: self.elsewhere(e, person),
            taken_down: self.all_taken_down(person),
            cells,
        }
    }

    /// That a person's party does not support them any more; `page` is the person's own.
    fn support(&self, person: &'a Candidacy, page: &'a str) -> Option<SupportView<'a>> {
        let withdrawn = person.support_withdrawn.as_ref()?;
        let source =
            withdrawn.evidence.first().map(|evidence| self.evidence_link(evidence, &format!("{page}#{SUPPORT}")));
        Some(SupportView { text: self.support_text(person, withdrawn), says: self.support_says(withdrawn), source })
    }

    pub(super) fn support_text(&self, person: &Candidacy, withdrawn: &SupportWithdrawn) -> String {
        let gaps = [("party", person.party.called().as_str().into()), ("date", self.words.date(withdrawn.date).into())];
        self.words.with("support-withdrawn", gaps)
    }

    pub(super) fn support_says(&self, withdrawn: &SupportWithdrawn) -> Option<String> {
        withdrawn.says.as_ref().map(|says| self.words.with("says", [("text", says.as_str().into())]))
    }

    /// Where a person's answers stand, when on another ballot.
    pub(super) fn elsewhere(&self, e: usize, person: &Candidacy) -> Option<LinkView<'a>> {
        let id = person.answers_in.as_ref()?;
        let ballots = &self.campaign.elections[e].ballots;
        let b = ballots.iter().position(|ballot| ballot.id == *id)?;
        let c = ballots[b].candidacies.iter().position(|other| other.person == person.person)?;
        let text = self
            .words
            .with("answers-in", [("area", self.ballot_name(&self.campaign.elections[e], &ballots[b]).into())]);
        Some(LinkView::to(text, self.plan.addresses.people[e][b][c].as_str()))
    }

    /// That all marks of a person were taken off the site.
    pub(super) fn all_taken_down(&self, person: &Candidacy) -> Option<String> {
        person.takedown.as_ref().and_then(|takedown| self.taken_down(Some(takedown)).status)
    }

    /// How a person's own words compare with what the campaign wants, as counts.
    pub(super) fn scores(&self, person: &Candidacy) -> Vec<String> {
        let takes_side = person.cells.iter().any(|cell| cell.wording().wants != Wanted::None);
        if !self.campaign.site.score || !takes_side || person.takedown.is_some() {
            return Vec::new();
        }
        vec![self.score(&person.score, "score-own", "score-own-few")]
    }

    pub(super) fn score(&self, score: &Score, enough: &str, few: &str) -> String {
        let id = if score.is_enough() { enough } else { few };
        let counts = [
            ("agree", score.agree.into()),
            ("partly", score.partly.into()),
            ("disagree", score.disagree.into()),
            ("clear", score.clear.into()),
            ("of", score.questions.into()),
        ];
        self.words.with(id, counts)
    }

    /// A party's list with its lines, as they hold where the ballot is.
    fn list(
        &self,
        election: &'a Election,
        ballot: &Ballot,
        party: &'a Party,
        rows: Vec<Row<'a, Ready<CellView<'a>>>>,
    ) -> ListView<'a> {
        let cells = election.put_in(ballot.nation).map(|put| {
            let line = election.party_lines.get(&party.id, ballot.nation, put.id());
            let marks = line.map(|line| self.party_mark(party, line, election.id.as_str()));
            LineCell { short: put.wording().short.as_str(), not_put: None, marks: marks.into_iter().collect() }
        });
        ListView {
            party: self.party(party),
            count: self.words.with("list-candidates", [("n", rows.len().into())]),
            cells: cells.collect(),
            rows,
        }
    }

    /// Election, date and who stands: how many in all, and how many of them on no list.
    fn ballot_under(&self, election: &Election, ballot: &Ballot, lists: usize, (n, alone): (usize, usize)) -> String {
        let id = match (ballot.kind, ballot.order) {
            (BallotKind::Lists, _) => "ballot-under-lists",
            (BallotKind::People, Some(BallotOrder::BallotPaper)) => "ballot-under-paper",
            (BallotKind::People, Some(BallotOrder::FamilyName)) => "ballot-under-name",
            (BallotKind::People, None) => "ballot-under",
        };
        let date = self.words.day(election.date);
        self.words.with(
            id,
            [
                ("election", self.election_beside_day(election).into()),
                ("date", date.into()),
                ("n", n.into()),
                ("lists", lists.into()),
                ("alone", alone.into()),
            ],
        )
    }

    /// That a poll was called off, with when and why as far as they are known; or that no vote is needed.
    pub(super) fn cancelled(&self, election: &Election, ballot: &'a Ballot) -> Option<CancelledView<'a>> {
        let known = ballot.cancellation.as_ref()?;
        let text = match known.date {
            _ if known.uncontested => self.unopposed(election, ballot),
            Some(date) if date.as_day().is_some() => {
                self.words.with("ballot-cancelled-on", [("date", self.words.date(date).into())])
            }
            Some(date) => self.words.with("ballot-cancelled-in", [("date", self.words.date(date).into())]),
            None => self.words.text("ballot-cancelled").into_owned(),
        };
        Some(CancelledView { text, reason: known.reason.as_deref() })
    }

    /// Who is elected without a vote.
    fn unopposed(&self, election: &Election, ballot: &Ballot) -> String {
        let standing = ballot.candidacies.iter().filter(|candidacy| candidacy.status == Standing::Standing);
        let names: Vec<&str> = standing.map(|candidacy| self.person_name(ballot, candidacy)).collect();
        let id = if election.is_over { "ballot-elected-unopposed-after" } else { "ballot-elected-unopposed" };
        self.words.with(id, [("n", names.len().into()), ("names", self.listed(&names).into())])
    }

    /// The name of somebody who does not stand any more, and why.
    pub(super) fn gone(&self, ballot: &Ballot, person: &Candidacy) -> String {
        let why = self.words.text(&word_id("standing-", person.status)).into_owned();
        self.words.with("ballot-gone", [("name", self.person_name(ballot, person).into()), ("why", why.into())])
    }

    fn incomplete(&self, ballot: &Ballot) -> Option<String> {
        let complete = ballot.complete.as_ref().filter(|complete| !complete.value)?;
        Some(self.words.with("ballot-incomplete", [("source", complete.source.as_str().into())]))
    }

    fn complete(&self, ballot: &Ballot) -> String {
        let Some(complete) = &ballot.complete else {
            return self.words.text("ballot-unknown-complete").into_owned();
        };
        let source = ("source", complete.source.as_str().into());
        match complete.date {
            _ if !complete.value => self.words.with("ballot-incomplete", [source]),
            Some(date) => self.words.with("ballot-complete-date", [source, ("date", self.words.date(date).into())]),
            None => self.words.with("ballot-complete", [source]),
        }
    }

    /// Nation and region of a ballot, as far as they are known.
    pub(super) fn place(&self, ballot: &Ballot) -> String {
        let nation = ballot.nation.map(|nation| self.words.text(&word_id("nation-", nation)).into_owned());
        match (nation, &ballot.region) {
            (Some(nation), Some(region)) => {
                self.words.with("place", [("nation", nation.into()), ("region", region.as_str().into())])
            }
            (Some(nation), None) => nation,
            (None, Some(region)) => region.to_string(),
            (None, None) => self.words.text("place-unknown").into_owned(),
        }
    }
}

fn seats_id(election: &Election, ballot: &Ballot) -> &'static str {
    match (ballot.cancellation.is_some(), election.is_over) {
        (true, _) => "ballot-seats-cancelled",
        (false, true) => "ballot-seats-after",
        (false, false) => "ballot-seats",
    }
}
