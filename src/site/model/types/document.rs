use std::collections::BTreeSet;
use std::sync::Arc;

use super::{PutQuestion, Transcript};
use crate::atoms::{DocumentFormat, DocumentId, ElectionId, PartialDate, PartyId, PersonId, QuestionId, Seen};
use crate::diagnostic::{FileName, Pos};
use crate::load::records::{CheckRecord, DocumentRecord, ReadingRecord};

/// Whose document it is.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Subject {
    /// A party's.
    Party(PartyId),
    /// A person's.
    Person(PersonId),
}

/// A manifesto, leaflet, letter or page that somebody read.
#[derive(Debug)]
pub struct Document {
    /// Its id.
    pub id: DocumentId,
    /// The election for which it was made.
    pub election: ElectionId,
    /// Whose it is.
    pub of: Subject,
    /// Who read it, in the order of the file.
    pub readings: Vec<Arc<Reading>>,
    /// The questions on which a mark rests on it: for those, somebody has read in it.
    pub cited: BTreeSet<QuestionId>,
    /// Its words.
    pub transcript: Option<Transcript>,
    /// Its record's file.
    pub file: FileName,
    /// Its record, without what was resolved; its files and the people and ballots that it names are there.
    pub record: DocumentRecord,
}

owns_record!(Document: DocumentRecord);

/// What is still to be done before a document can be called read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ToRead {
    /// Nobody has seen it, except perhaps somebody who tells of it; and no mark rests on it.
    All,
    /// Somebody has read a part.
    Rest,
    /// Somebody has read the whole, but has not looked for these questions of its election.
    Questions(Vec<QuestionId>),
    /// Too few people have repeated the reading; so many have.
    Checks(usize),
    /// Enough people have read the whole for every question.
    Nothing,
}

/// What is known of one accessible format of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormatKnown {
    /// It appeared then.
    Since(PartialDate),
    /// Somebody looked for it then, the last of all who did, and did not find it.
    NotFound(PartialDate),
}

impl Document {
    /// What is known of a format; nothing where it is not on record and nobody looked for it.
    #[must_use]
    pub fn format(&self, format: DocumentFormat) -> Option<FormatKnown> {
        let appeared = self.formats.iter().filter(|known| known.format == format).map(|known| known.date.value).min();
        let searches = self.formats_looked_for.iter().filter(|search| search.formats.contains(&format));
        let looked = searches.map(|search| search.date.value).max();
        appeared.map(FormatKnown::Since).or_else(|| looked.map(FormatKnown::NotFound))
    }

    /// What is still to be done with it, if its election has these questions.
    #[must_use]
    pub fn to_read(&self, questions: &[&PutQuestion]) -> ToRead {
        let seen: Vec<_> = self.readings.iter().filter(|reading| reading.seen != Seen::Described).collect();
        let whole: Vec<_> = seen.iter().filter(|reading| reading.whole).collect();
        if whole.is_empty() {
            return if seen.is_empty() && self.cited.is_empty() { ToRead::All } else { ToRead::Rest };
        }
        let readings = |put: &&PutQuestion| {
            let of: Vec<_> = whole.iter().filter(|reading| reading.looked_for.contains(put.id())).collect();
            (put.id().clone(), of)
        };
        let (unsought, sought): (Vec<_>, Vec<_>) = questions.iter().map(readings).partition(|(_, of)| of.is_empty());
        if !unsought.is_empty() {
            return ToRead::Questions(unsought.into_iter().map(|(id, _)| id).collect());
        }
        let unsure = sought.iter().filter(|(_, of)| !of.iter().any(|reading| reading.confirmed));
        let checks = unsure.filter_map(|(_, of)| of.iter().map(|reading| reading.checks.len()).max());
        checks.min().map_or(ToRead::Nothing, ToRead::Checks)
    }
}

/// Somebody's reading of a document.
#[derive(Debug)]
pub struct Reading {
    /// Whether the whole was read.
    pub whole: bool,
    /// The questions looked for.
    pub looked_for: Vec<QuestionId>,
    /// The questions of which it speaks.
    pub found: Vec<QuestionId>,
    /// Who repeated it.
    pub checks: Vec<CheckRecord>,
    /// Whether enough people repeated it.
    pub confirmed: bool,
    /// Where it stands in the records.
    pub pos: Pos,
    /// Its record, without what was resolved.
    pub record: ReadingRecord,
}

owns_record!(Reading: ReadingRecord);

impl Reading {
    /// Whether this reading shows that the document does not speak of a question.
    #[must_use]
    pub fn is_silent_on(&self, question: &QuestionId) -> bool {
        self.whole
            && self.seen != Seen::Described
            && self.looked_for.contains(question)
            && !self.found.contains(question)
    }
}
