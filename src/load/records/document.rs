use hustings_derive::Record;

use super::{CheckRecord, Translations};
use crate::atoms::{
    BallotId, DocumentFormat, DocumentId, DocumentKind, ElectionId, LanguageTag, Nation, OriginalName, PartialDate,
    PartyId, PersonId, QuestionId, Seen, Slug, Text, WebUrl,
};
use crate::load::field::{At, Field};

/// A manifesto, leaflet, letter or page that somebody read: `candidates/documents/<id>.yaml`.
#[derive(Debug, Clone, Record)]
pub struct DocumentRecord {
    /// The document's id, the same as the file's name.
    #[key(needed)]
    pub id: Option<Field<DocumentId>>,
    /// What it is called.
    #[key(needed, told = name)]
    pub title: Option<Field<Text>>,
    /// What kind of text it is.
    #[key(needed)]
    pub kind: Option<Field<DocumentKind>>,
    /// The election for which it was made.
    #[key(needed)]
    pub election: Option<Field<ElectionId>>,
    /// The party whose document it is; either this or `person`.
    pub party: Option<Field<PartyId>>,
    /// The person whose document it is; either this or `party`.
    pub person: Option<Field<PersonId>>,
    /// The nations for which it was made; all when left out.
    pub nations: Option<Vec<Field<Nation>>>,
    /// Who published it, when that is not plain from whose it is.
    #[key(told = kept)]
    pub publisher: Option<Field<Text>>,
    /// When it was published: year, month or day.
    pub date: Option<Field<PartialDate>>,
    /// Why we think that it was then, when the document does not say.
    #[key(told = kept)]
    pub date_inferred: Option<Field<Text>>,
    /// Its language, as a language tag, when it is not the site's.
    #[key(language)]
    pub lang: Option<Field<LanguageTag>>,
    /// Where it can be read.
    pub url: Option<Field<WebUrl>>,
    /// A lasting copy of it, in a web archive.
    pub archived: Option<Field<WebUrl>>,
    /// When we last read it at `url`.
    pub accessed: Option<Field<PartialDate>>,
    /// The files that it consists of, in order; what can be read at `url` when left out.
    pub files: Option<Vec<At<FileRecord>>>,
    /// When and where somebody received it.
    pub received: Option<At<ReceivedRecord>>,
    /// The people whom it presents, when it is their party's.
    pub people: Option<Vec<Field<PersonId>>>,
    /// Accessible formats in which it appeared.
    pub formats: Option<Vec<At<FormatRecord>>>,
    /// Who read it, in what shape, and what they found.
    pub readings: Option<Vec<At<ReadingRecord>>>,
    /// Anything else that a reader should know.
    #[key(told = words)]
    pub note: Option<Field<Text>>,
    /// The texts in further languages.
    pub translations: Option<Translations>,
    /// Says that contact details in this record are published by their owner for the public.
    pub public_contact: Option<At<bool>>,
}

/// A file of a document: one of our own, one on the web, or both.
#[derive(Debug, Clone, Record)]
pub struct FileRecord {
    /// The name of a file in `content/documents/`.
    pub file: Option<Field<OriginalName>>,
    /// Where it can be fetched.
    pub url: Option<Field<WebUrl>>,
    /// What it shows: `front`.
    #[key(told = kept)]
    pub title: Option<Field<Text>>,
    /// Why we may publish it; without this, the file is only read.
    #[key(told = kept)]
    pub rights: Option<Field<Text>>,
    /// Whom to credit for it.
    #[key(told = kept)]
    pub credit: Option<Field<Text>>,
    /// What a picture shows, for who cannot see it, beyond the words that stand in the transcript.
    #[key(told = kept)]
    pub alt: Option<Field<Text>>,
}

/// When and where somebody received a document.
#[derive(Debug, Clone, Record)]
pub struct ReceivedRecord {
    /// When.
    #[key(needed)]
    pub date: Option<Field<PartialDate>>,
    /// Why we think that it was then, when nobody wrote it down.
    #[key(told = kept)]
    pub date_inferred: Option<Field<Text>>,
    /// The ballots in whose areas it was received.
    pub ballots: Option<Vec<Field<BallotId>>>,
    /// How it came: `through the door`.
    #[key(told = kept)]
    pub how: Option<Field<Text>>,
}

/// An accessible format of a document.
#[derive(Debug, Clone, Record)]
pub struct FormatRecord {
    /// The format.
    #[key(needed)]
    pub format: Option<Field<DocumentFormat>>,
    /// When it appeared.
    #[key(needed)]
    pub date: Option<Field<PartialDate>>,
    /// Where it can be had.
    pub url: Option<Field<WebUrl>>,
}

/// Somebody's reading of a document.
#[derive(Debug, Clone, Record)]
pub struct ReadingRecord {
    /// Who read it (an id of `checkers`).
    #[key(needed)]
    pub by: Option<Field<Slug>>,
    /// When.
    #[key(needed)]
    pub date: Option<Field<PartialDate>>,
    /// In what shape.
    #[key(needed)]
    pub seen: Option<Field<Seen>>,
    /// Whether the whole of it was read; no when left out.
    pub whole: Option<At<bool>>,
    /// How much was read, when not the whole.
    #[key(told = kept)]
    pub part: Option<Field<Text>>,
    /// The questions that the reader looked for.
    pub looked_for: Option<Vec<Field<QuestionId>>>,
    /// The questions of which it speaks.
    pub found: Option<Vec<Field<QuestionId>>>,
    /// The copy that was read, when it is not the document itself.
    pub copy: Option<At<CopyRecord>>,
    /// Anything else about this reading.
    #[key(told = words)]
    pub note: Option<Field<Text>>,
    /// Who repeated the reading with the same result, and when.
    pub checked: Option<Vec<At<CheckRecord>>>,
    /// The texts in further languages.
    pub translations: Option<Translations>,
}

/// The copy, transcription or report through which a reader knows a document.
#[derive(Debug, Clone, Record)]
pub struct CopyRecord {
    /// What it is called.
    #[key(needed, told = kept)]
    pub title: Option<Field<Text>>,
    /// Who made or published it.
    #[key(told = kept)]
    pub publisher: Option<Field<Text>>,
    /// When it was made or published.
    pub date: Option<Field<PartialDate>>,
    /// Why we think that it was then, when it does not say.
    #[key(told = kept)]
    pub date_inferred: Option<Field<Text>>,
    /// Where it can be read.
    pub url: Option<Field<WebUrl>>,
}
