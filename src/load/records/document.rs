use hustings_derive::Record;

use super::{CheckRecord, Translations};
use crate::atoms::{
    BallotId, DocumentFormat, DocumentId, DocumentKind, ElectionId, LanguageTag, OriginalName, PartialDate, PartyId,
    PersonId, QuestionId, Seen, Slug, Text, WebUrl,
};
use crate::country::uk::Nation;
use crate::load::field::{At, Field};

/// A manifesto, leaflet, letter or page that somebody read: `candidates/documents/<id>.yaml`.
#[derive(Debug, Clone, Record)]
pub struct DocumentRecord {
    /// The same as the file's name.
    #[key(needed, value = "id", example = "harbour-manifesto")]
    pub id: Option<Field<DocumentId>>,
    /// What it is called.
    #[key(needed, told = name, example = "A Town That Opens Its Doors")]
    pub title: Option<Field<Text>>,
    /// What kind of text it is.
    #[key(needed, example = "manifesto")]
    pub kind: Option<Field<DocumentKind>>,
    /// The election for which it was made.
    #[key(needed)]
    pub election: Option<Field<ElectionId>>,
    /// The party whose it is.
    #[key(needed = "this or `person`", example = "pp9001")]
    pub party: Option<Field<PartyId>>,
    /// The candidate whose it is.
    #[key(needed = "this or `party`", example = "4372")]
    pub person: Option<Field<PersonId>>,
    /// The nations for which it was made.
    #[key(default = "all", value = "list of nations", example = "[wales]")]
    pub nations: Option<Vec<Field<Nation>>>,
    /// Who published it, when that is not plain.
    #[key(told = kept)]
    pub publisher: Option<Field<Text>>,
    /// When it was published.
    #[key(example = "2031-03")]
    pub date: Option<Field<PartialDate>>,
    /// Why we think so, when it does not say.
    #[key(told = kept)]
    pub date_inferred: Option<Field<Text>>,
    /// Its language, when it is not the site's.
    #[key(language, example = "cy")]
    pub lang: Option<LanguageTag>,
    /// Where it can be read.
    pub url: Option<Field<WebUrl>>,
    /// A lasting copy in a web archive. Without one, `check` warns.
    pub archived: Option<Field<WebUrl>>,
    /// When we last read it at `url`.
    pub accessed: Option<Field<PartialDate>>,
    /// The files that it consists of, in order.
    #[key(default = "what is at `url`")]
    pub files: Option<Vec<At<FileRecord>>>,
    /// When and where somebody received it.
    pub received: Option<At<ReceivedRecord>>,
    /// The people whom it presents, when it is their party's.
    #[key(value = "list of ids of people", example = "[4372]")]
    pub people: Option<Vec<Field<PersonId>>>,
    /// Accessible formats in which it appeared.
    pub formats: Option<Vec<At<FormatRecord>>>,
    /// Who read it, and what they found.
    pub readings: Option<Vec<At<ReadingRecord>>>,
    /// Anything else that a reader should know.
    #[key(told = words)]
    pub note: Option<Field<Text>>,
    /// The texts in further languages.
    pub translations: Option<Translations>,
    /// Says that contact details in this record are published by their owner for everyone.
    #[key(default = "false", example = "true")]
    pub public_contact: Option<At<bool>>,
}

/// A file of a document: one of our own, one on the web, or both.
#[derive(Debug, Clone, Record)]
pub struct FileRecord {
    /// Its name in `content/documents/`.
    #[key(needed = "this or `url`", value = "name of a file", example = "harbour-leaflet-front.jpg")]
    pub file: Option<Field<OriginalName>>,
    /// Where it can be fetched.
    #[key(needed = "this or `file`")]
    pub url: Option<Field<WebUrl>>,
    /// What it shows.
    #[key(told = kept, example = "front")]
    pub title: Option<Field<Text>>,
    /// Why you may publish it.
    #[key(told = kept, default = "not published", example = "The party lets everybody copy its leaflets.")]
    pub rights: Option<Field<Text>>,
    /// Whom to credit for it.
    #[key(told = kept, example = "Photograph by a reader")]
    pub credit: Option<Field<Text>>,
    /// What a picture shows, for who cannot see it, beyond the words in the transcript.
    #[key(told = kept, example = "A duck on a green pond")]
    pub alt: Option<Field<Text>>,
}

/// When and where somebody received a document.
#[derive(Debug, Clone, Record)]
pub struct ReceivedRecord {
    /// When.
    #[key(needed, example = "2031-04-08")]
    pub date: Option<Field<PartialDate>>,
    /// Why we think so, when nobody wrote it down.
    #[key(told = kept)]
    pub date_inferred: Option<Field<Text>>,
    /// The ballots in whose areas it was received; their pages list it.
    #[key(value = "list of ids of ballots", example = "[example.pond-lane.2031-05-01]")]
    pub ballots: Option<Vec<Field<BallotId>>>,
    /// How it came.
    #[key(told = kept, example = "through the door")]
    pub how: Option<Field<Text>>,
}

/// An accessible format of a document.
#[derive(Debug, Clone, Record)]
pub struct FormatRecord {
    /// The format.
    #[key(needed, example = "easy_read")]
    pub format: Option<Field<DocumentFormat>>,
    /// When it appeared.
    #[key(needed, example = "2031-04-02")]
    pub date: Option<Field<PartialDate>>,
    /// Where it can be had.
    pub url: Option<Field<WebUrl>>,
}

/// Somebody's reading of a document.
#[derive(Debug, Clone, Record)]
pub struct ReadingRecord {
    /// Who read it.
    #[key(needed, value = "id of a checker", example = "pat")]
    pub by: Option<Field<Slug>>,
    /// When.
    #[key(needed, example = "2031-04-03")]
    pub date: Option<Field<PartialDate>>,
    /// `original`: the thing itself. `facsimile`: a picture of it. `transcription`: its words, typed or read by a machine.
    /// `described`: only what somebody wrote about it.
    #[key(needed, value = "one of the four", example = "original")]
    pub seen: Option<Field<Seen>>,
    /// Whether the whole of it was read.
    #[key(default = "false", example = "true")]
    pub whole: Option<At<bool>>,
    /// How much was read, when not the whole.
    #[key(told = kept, example = "the front page")]
    pub part: Option<Field<Text>>,
    /// The questions that the reader looked for.
    #[key(value = "list of question ids", example = "[duck-pond]")]
    pub looked_for: Option<Vec<Field<QuestionId>>>,
    /// The questions of which it speaks; each also in `looked_for`.
    #[key(value = "list of question ids", example = "[duck-pond]")]
    pub found: Option<Vec<Field<QuestionId>>>,
    /// The copy that was read, when it is not the thing itself.
    pub copy: Option<At<CopyRecord>>,
    /// Anything else about this reading.
    #[key(told = words)]
    pub note: Option<Field<Text>>,
    /// Who repeated it with the same result.
    #[key(value = "list of [checks](#checks)")]
    pub checked: Vec<At<CheckRecord>>,
    /// The texts in further languages.
    pub translations: Option<Translations>,
}

/// The copy, transcription or report through which a reader knows a document.
#[derive(Debug, Clone, Record)]
pub struct CopyRecord {
    /// What it is called.
    #[key(needed, told = kept, example = "Manifestos in one volume")]
    pub title: Option<Field<Text>>,
    /// Who made or published it.
    #[key(told = kept, example = "Example Reading Room")]
    pub publisher: Option<Field<Text>>,
    /// When.
    #[key(example = "2031")]
    pub date: Option<Field<PartialDate>>,
    /// Why we think so, when it does not say.
    #[key(told = kept)]
    pub date_inferred: Option<Field<Text>>,
    /// Where it can be read.
    pub url: Option<Field<WebUrl>>,
}
