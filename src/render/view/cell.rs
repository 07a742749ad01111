use std::borrow::Cow;

use serde::Serialize;
use tera::TeraResult;

use super::mark::word_id;
use super::{LinkView, MarkView, Note, Ready, Source};
use crate::atoms::Seen;
use crate::model::{Candidacy, Cell, Election, Mark, Own, Position, PutQuestion, Silence};
use crate::plan::PageKind;

/// One cell of a scorecard: the person's own word first, then the party's line.
#[derive(Debug, Serialize)]
pub struct CellView<'a> {
    /// The shortest form of the question, which cards on a phone repeat.
    pub short: &'a str,
    /// That the question is not put here; then there is nothing else. Only where cells of several ballots stand side by side.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub not_put: Option<Cow<'a, str>>,
    /// That two clear answers of the same date differ.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub differ: Option<DifferView<'a>>,
    /// The person's own word: one mark, or both of two that differ.
    pub own: Vec<MarkView<'a>>,
    /// The party's line; none for people without a party.
    pub line: Vec<MarkView<'a>>,
}

/// That two clear answers of the same date differ.
#[derive(Debug, Serialize)]
pub struct DifferView<'a> {
    /// A word for it.
    pub word: Cow<'a, str>,
    /// That both are shown and neither counts.
    pub text: Cow<'a, str>,
}

/// The cells of a ballot's candidacies, in its order: a ballot's page shows all of them, and each person's
/// page that person's. Somebody whose answers stand elsewhere or were taken down has none.
#[derive(Debug, Default)]
pub(crate) struct Cells<'a>(Vec<Vec<Ready<CellView<'a>>>>);

impl<'a> Cells<'a> {
    /// The cells of one candidacy, one for each question.
    pub(super) fn of_person(&self, c: usize) -> &[Ready<CellView<'a>>] {
        self.0.get(c).map_or(&[], Vec::as_slice)
    }
}

impl<'a> Source<'a> {
    /// The cells that stand on pages of a kind; none where pages have no cells in common.
    pub(crate) fn cells(&self, kind: PageKind) -> TeraResult<Cells<'a>> {
        let Some((e, b)) = kind.ballot() else { return Ok(Cells::default()) };
        let people = self.campaign.elections[e].ballots[b].candidacies.iter().zip(&self.plan.addresses.people[e][b]);
        let cells =
            people.map(|(person, page)| self.cells_of(e, person, page.as_str()).map(|cell| Ready::of(&cell)).collect());
        cells.collect::<TeraResult<_>>().map(Cells)
    }

    /// The cells of one candidacy; `page` is the address of the person's page.
    pub(super) fn cells_of<'s>(
        &'s self,
        e: usize,
        person: &'a Candidacy,
        page: &'s str,
    ) -> impl Iterator<Item = CellView<'a>> + 's {
        let here = self.elsewhere(e, person).is_none() && person.takedown.is_none();
        let cells = person.cells.iter().filter(move |_| here);
        cells.map(move |cell| self.cell(&self.campaign.elections[e], person, cell, page))
    }

    /// The cells of one candidacy for all questions of the election, put where the person stands or not.
    pub(super) fn cells_of_all(&self, e: usize, person: &'a Candidacy, page: &str) -> Vec<CellView<'a>> {
        let election = &self.campaign.elections[e];
        if self.elsewhere(e, person).is_some() || person.takedown.is_some() {
            return Vec::new();
        }
        let cell = |put: &'a PutQuestion| match person.cell(put.id()) {
            Some(cell) => self.cell(election, person, cell, page),
            None => CellView {
                short: put.wording().short.as_str(),
                not_put: Some(self.words.text("not-put")),
                differ: None,
                own: Vec::new(),
                line: Vec::new(),
            },
        };
        election.questions.iter().map(cell).collect()
    }

    /// The cell of a candidacy; `page` is the address of the person's page.
    fn cell(&self, election: &'a Election, person: &'a Candidacy, cell: &'a Cell, page: &str) -> CellView<'a> {
        let differ = matches!(cell.own, Own::Contradiction(_))
            .then(|| DifferView { word: self.words.text("gap-differ"), text: self.words.text("gap-differ-text") });
        let mut own = self.own_marks(election, person, cell, page);
        if let Some(first) = own.first_mut() {
            first.notes.extend(cell.silences.iter().map(|silence| self.own_silence(silence)));
        }
        let line = cell.party.iter().map(|line| self.party_mark(&person.party, line, election.id.as_str())).collect();
        CellView { short: cell.wording().short.as_str(), not_put: None, differ, own, line }
    }

    /// The person's own word on a question: one mark, or both of two that differ.
    pub(super) fn own_marks(
        &self,
        election: &'a Election,
        person: &'a Candidacy,
        cell: &'a Cell,
        page: &str,
    ) -> Vec<MarkView<'a>> {
        let home = || format!("{page}#{}", own_anchor(cell.question.id.as_str()));
        match &cell.own {
            Own::Stance(position) => vec![self.own_mark(election, person, position, &home())],
            Own::Contradiction(positions) => {
                positions.iter().map(|position| self.own_mark(election, person, position, &home())).collect()
            }
            Own::TakenDown(position) => vec![self.taken_down(position.mark.takedown.as_ref())],
            Own::AllTakenDown => vec![self.taken_down(person.takedown.as_ref())],
            Own::Gap(gap) => {
                vec![self.gap_mark(gap, election.is_over, election.id.as_str())]
            }
        }
    }

    fn own_mark(&self, election: &Election, person: &Candidacy, position: &'a Position, home: &str) -> MarkView<'a> {
        let mut mark = self.stance_mark(&position.mark, said_by(&position.mark), home);
        mark.notes.extend(self.late(election, person, position).map(|late| LinkView::out(late, None)));
        mark
    }

    /// That a reply came after the deadline.
    pub(super) fn late(&self, election: &Election, person: &Candidacy, position: &Position) -> Option<String> {
        let deadline = self.words.day(election.late(&person.person, position)?);
        Some(self.words.with("late-reply", [("deadline", deadline.into())]))
    }

    /// That a document of the person's own does not speak of the question.
    fn own_silence(&self, silence: &'a Silence) -> Note<'a> {
        let kind = self.words.text(&word_id("document-", silence.document.kind)).into_owned();
        let id = match silence.reading.seen {
            Seen::Original => "silence-own-original",
            Seen::Facsimile => "silence-own-facsimile",
            Seen::Transcription | Seen::Described => "silence-own-transcription",
        };
        LinkView::to(self.words.with(id, [("kind", kind.into())]), self.document_link(&silence.document))
    }
}

/// Whose word a mark in a person's own slot is.
fn said_by(mark: &Mark) -> &'static str {
    if mark.is_hearsay() { "others-word" } else { "own-word" }
}

/// The anchor of a question on a person's page.
pub(super) fn own_anchor(question: &str) -> String {
    format!("q-{question}")
}
