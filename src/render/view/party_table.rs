use std::borrow::Cow;
use std::sync::Arc;

use serde::Serialize;

use super::ballot::QuestionHead;
use super::gap::line_anchor;
use super::mark::word_id;
use super::{LinkView, MarkView, PartyName, Source, name_key, size_of_table};
use crate::atoms::Nation;
use crate::model::{Election, Line, Party, PartyCell, PartyLine, PutQuestion, Question};

/// The party lines side by side.
#[derive(Debug, Serialize)]
pub struct PartiesView<'a> {
    /// A table for each election, the latest first.
    pub tables: Vec<PartyTable<'a>>,
    /// Parties of which no line is on record.
    pub others: Vec<OtherParty<'a>>,
    /// Whether no party is on record.
    pub empty: bool,
}

/// A party of which no line is on record.
#[derive(Debug, Serialize)]
pub struct OtherParty<'a> {
    /// The party.
    pub party: PartyName<'a>,
    /// What tells it from another of the same name.
    pub note: Option<&'a str>,
}

/// A table of parties and their lines.
#[derive(Debug, Serialize)]
pub struct PartyTable<'a> {
    /// What it shows.
    pub caption: String,
    /// The word at the head of the parties.
    pub corner: String,
    /// `few` for a table, `many` for cards at any width.
    pub size: &'static str,
    /// The questions, which head the columns.
    pub columns: Vec<QuestionHead<'a>>,
    /// The parties, by name.
    pub rows: Vec<PartyRow<'a>>,
}

/// A party in a table.
#[derive(Debug, Serialize)]
pub struct PartyRow<'a> {
    /// The party.
    pub party: PartyName<'a>,
    /// What tells it from another of the same name.
    pub note: Option<&'a str>,
    /// One for each question.
    pub cells: Vec<LineCell<'a>>,
}

/// A party's lines on a question.
#[derive(Debug, Serialize)]
pub struct LineCell<'a> {
    /// The shortest form of the question, which cards on a phone repeat.
    pub short: &'a str,
    /// That the question is not put to the party's candidates; then there is no line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub not_put: Option<Cow<'a, str>>,
    /// The line; several where it differs between nations.
    pub marks: Vec<MarkView<'a>>,
}

impl<'a> Source<'a> {
    pub(crate) fn parties(&self) -> PartiesView<'a> {
        let tables: Vec<_> = self.campaign.elections.iter().filter_map(|election| self.party_table(election)).collect();
        let unknown = |party: &&Arc<Party>| {
            party.is_registered() && !self.campaign.elections.iter().any(|election| election.knows_of(party))
        };
        let other = |party: &'a Arc<Party>| OtherParty { party: self.party(party), note: party.note.as_deref() };
        let mut others: Vec<_> = self.campaign.parties.iter().filter(unknown).map(other).collect();
        others.sort_by_key(|other| name_key(other.party.name));
        PartiesView { empty: self.campaign.parties.is_empty(), tables, others }
    }

    /// The parties of which anything is known in an election, side by side.
    pub(super) fn party_table(&self, election: &'a Election) -> Option<PartyTable<'a>> {
        self.table(election, &election.questions, ("parties-caption", self.question_heads(election)))
    }

    pub(super) fn table(
        &self,
        election: &'a Election,
        questions: &'a [PutQuestion],
        (caption, columns): (&str, Vec<QuestionHead<'a>>),
    ) -> Option<PartyTable<'a>> {
        let known = self.campaign.parties.iter().filter(|party| election.knows_of(party));
        let mut parties: Vec<&'a Party> = known.map(|party| &**party).collect();
        parties.sort_by_key(|party| name_key(&party.name));
        let rows: Vec<_> = parties.into_iter().map(|party| self.party_row(election, questions, party)).collect();
        (!rows.is_empty()).then(|| PartyTable {
            caption: self.words.with(caption, [("election", self.election_name(election).into())]),
            corner: self.words.text("parties-party").into_owned(),
            size: size_of_table(columns.len()),
            columns,
            rows,
        })
    }

    pub(super) fn party_row(
        &self,
        election: &'a Election,
        questions: &'a [PutQuestion],
        party: &'a Party,
    ) -> PartyRow<'a> {
        let cells = questions.iter().map(|put| {
            let marks = self.line_marks(election, party, &put.question);
            let not_put = (marks.is_empty() && !put.nations.is_empty()).then(|| self.words.text("not-put"));
            LineCell { short: put.wording().short.as_str(), not_put, marks }
        });
        let note = party.note.as_deref();
        PartyRow { party: self.party(party), note, cells: cells.collect() }
    }

    /// What a party says on a question: the line that holds everywhere, and those of single nations.
    pub(super) fn line_marks(
        &self,
        election: &'a Election,
        party: &'a Party,
        question: &'a Question,
    ) -> Vec<MarkView<'a>> {
        let everywhere = election.party_lines.get(&party.id, None, &question.id);
        let of_nations: Vec<&Line> = lines(election, party, question).filter(|line| !line.nations.is_empty()).collect();
        let nothing = |cell: &&PartyCell| matches!(cell.line, PartyLine::NotChecked) && !of_nations.is_empty();
        let everywhere = everywhere.filter(|cell| !nothing(cell));
        let mut marks: Vec<_> =
            everywhere.map(|cell| self.party_mark(party, cell, election.id.as_str())).into_iter().collect();
        marks.extend(of_nations.into_iter().map(|line| self.nation_mark(election, party, line)));
        marks
    }

    fn nation_mark(&self, election: &Election, party: &'a Party, line: &'a Line) -> MarkView<'a> {
        let page = self.plan.addresses.parties.get(&party.id).map_or("", |path| path.as_str());
        let home = format!("{page}#{}", line_anchor(election.id.as_str(), line.question.id.as_str()));
        let mut mark = match &line.mark.takedown {
            None => self.stance_mark(&line.mark, "line-date", &home),
            takedown => self.taken_down(takedown.as_ref()),
        };
        mark.subject = Some(self.words.with("party-line", [("party", party.called().as_str().into())]));
        let nations = self.words.with("nations-only", [("nations", self.nations(&line.nations).into())]);
        mark.notes.push(LinkView::out(nations, None));
        mark
    }

    pub(super) fn nations(&self, nations: &[Nation]) -> String {
        let names: Vec<_> = nations.iter().map(|n| self.words.text(&word_id("nation-", *n)).into_owned()).collect();
        names.join(", ")
    }
}

/// The lines that count: not withdrawn by us.
pub(super) fn lines<'a>(
    election: &'a Election,
    party: &'a Party,
    question: &'a Question,
) -> impl Iterator<Item = &'a Line> {
    election.lines_of(party, question).filter(|line| !line.mark.is_retracted())
}
