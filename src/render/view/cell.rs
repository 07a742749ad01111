use std::borrow::Cow;

use serde::Serialize;

use super::mark::word_id;
use super::{LinkView, MarkView, Note, Source};
use crate::atoms::Seen;
use crate::model::{Candidacy, Cell, Election, Mark, Own, Silence};

/// One cell of a scorecard: the person's own word first, then the party's line.
#[derive(Debug, Serialize)]
pub struct CellView<'a> {
    /// The shortest form of the question, which cards on a phone repeat.
    pub short: &'a str,
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

impl<'a> Source<'a> {
    /// The cell of a candidacy; `page` is the address of the person's page.
    pub(super) fn cell(
        &self,
        election: &'a Election,
        person: &'a Candidacy,
        cell: &'a Cell,
        page: &str,
    ) -> CellView<'a> {
        let differ = matches!(cell.own, Own::Contradiction(_))
            .then(|| DifferView { word: self.words.text("gap-differ"), text: self.words.text("gap-differ-text") });
        let mut own = self.own_marks(election, person, cell, page);
        if let Some(first) = own.first_mut() {
            first.notes.extend(cell.silences.iter().map(|silence| self.own_silence(silence)));
        }
        let line = cell.party.iter().map(|line| self.party_mark(&person.party, line, election.id.as_str())).collect();
        CellView { short: cell.question.short.as_str(), differ, own, line }
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
            Own::Stance(position) => vec![self.stance_mark(&position.mark, said_by(&position.mark), &home())],
            Own::Contradiction(positions) => positions
                .iter()
                .map(|position| self.stance_mark(&position.mark, said_by(&position.mark), &home()))
                .collect(),
            Own::TakenDown(position) => vec![self.taken_down(position.mark.takedown.as_ref())],
            Own::AllTakenDown => vec![self.taken_down(person.takedown.as_ref())],
            Own::Gap(gap) => {
                vec![self.gap_mark(gap, election.is_over, election.id.as_str())]
            }
        }
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
