use std::collections::BTreeSet;
use std::sync::Arc;

use super::{PutQuestion, Transcript};
use crate::atoms::{
    BallotId, DocumentFormat, DocumentId, DocumentKind, ElectionId, LanguageTag, OriginalName, PartialDate, PartyId,
    PersonId, QuestionId, Seen, Slug, Text, WebUrl,
};
use crate::country::uk::Nation;
use crate::diagnostic::{FileName, Pos};
use crate::load::At;
use crate::load::records::CheckRecord;

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
    /// What it is called.
    pub title: Text,
    /// What kind of text it is.
    pub kind: DocumentKind,
    /// The election for which it was made.
    pub election: ElectionId,
    /// Whose it is.
    pub of: Subject,
    /// The nations for which it was made; empty for all.
    pub nations: Vec<Nation>,
    /// Who published it.
    pub publisher: Option<Text>,
    /// When.
    pub date: Option<PartialDate>,
    /// Why we think that it was then.
    pub date_inferred: Option<Text>,
    /// Its language, when not the site's.
    pub lang: Option<LanguageTag>,
    /// Where it can be read.
    pub url: Option<At<WebUrl>>,
    /// A lasting copy.
    pub archived: Option<WebUrl>,
    /// When we last read it at `url`.
    pub accessed: Option<PartialDate>,
    /// Accessible formats: which, since when, where.
    pub formats: Vec<(DocumentFormat, PartialDate, Option<WebUrl>)>,
    /// Who read it, in the order of the file.
    pub readings: Vec<Arc<Reading>>,
    /// Its files, in order.
    pub files: Vec<DocumentFile>,
    /// When and where somebody received it.
    pub received: Option<Received>,
    /// The people whom it presents, when it is their party's.
    pub people: Vec<PersonId>,
    /// The questions on which a mark rests on it: for those, somebody has read in it.
    pub cited: BTreeSet<QuestionId>,
    /// Its words.
    pub transcript: Option<Transcript>,
    /// Anything else.
    pub note: Option<Text>,
    /// Its record's file.
    pub file: FileName,
}

/// A file of a document: one of our own, one on the web, or both.
#[derive(Debug)]
pub struct DocumentFile {
    /// Its name in `content/documents/`.
    pub name: Option<OriginalName>,
    /// Where it can be fetched.
    pub url: Option<WebUrl>,
    /// What it shows.
    pub title: Option<Text>,
    /// Why we may publish it; only a file of our own has this.
    pub rights: Option<Text>,
    /// Whom to credit for it.
    pub credit: Option<Text>,
    /// What a picture shows beyond its words.
    pub alt: Option<Text>,
}

/// When and where somebody received a document.
#[derive(Debug)]
pub struct Received {
    /// When.
    pub date: PartialDate,
    /// Why we think that it was then.
    pub date_inferred: Option<Text>,
    /// The ballots in whose areas it was received.
    pub ballots: Vec<BallotId>,
    /// How it came.
    pub how: Option<Text>,
}

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

impl Document {
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
    /// Who.
    pub by: Slug,
    /// When.
    pub date: PartialDate,
    /// In what shape.
    pub seen: Seen,
    /// Whether the whole was read.
    pub whole: bool,
    /// How much was read, when not the whole.
    pub part: Option<Text>,
    /// The questions looked for.
    pub looked_for: Vec<QuestionId>,
    /// The questions of which it speaks.
    pub found: Vec<QuestionId>,
    /// The copy that was read.
    pub copy: Option<Copy>,
    /// Anything else.
    pub note: Option<Text>,
    /// Who repeated it.
    pub checks: Vec<CheckRecord>,
    /// Whether enough people repeated it.
    pub confirmed: bool,
    /// Where it stands in the records.
    pub pos: Pos,
}

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

/// The copy through which a reader knows a document.
#[derive(Debug)]
pub struct Copy {
    /// What it is called.
    pub title: Text,
    /// Who made or published it.
    pub publisher: Option<Text>,
    /// When.
    pub date: Option<PartialDate>,
    /// Why we think that it was then.
    pub date_inferred: Option<Text>,
    /// Where it can be read.
    pub url: Option<WebUrl>,
}
