use hustings_derive::Record;

use super::{CheckRecord, Translations};
use crate::atoms::{
    BallotId, DocumentFormat, DocumentId, DocumentKind, ElectionId, ImprintSeen, LanguageTag, OriginalName,
    PartialDate, PartyId, PersonId, QuestionId, Seen, Slug, Text, WebUrl,
};
use crate::country::uk::{Nation, Outcode};
use crate::load::field::At;

/// A manifesto, leaflet, letter or page that somebody read: `candidates/documents/<id>.yaml`.
#[derive(Debug, Clone, Record)]
pub struct DocumentRecord {
    /// The same as the file's name.
    #[key(value = "id", example = "harbour-manifesto")]
    pub id: At<DocumentId>,
    /// What it is called.
    #[key(told = name, example = "A Town That Opens Its Doors")]
    pub title: Text,
    /// What kind of text it is.
    #[key(example = "manifesto")]
    pub kind: DocumentKind,
    /// The election for which it was made.
    pub election: At<ElectionId>,
    /// The party whose it is.
    #[key(needed = "this or `person`", example = "pp9001")]
    pub party: Option<At<PartyId>>,
    /// The candidate whose it is.
    #[key(needed = "this or `party`", example = "4372")]
    pub person: Option<At<PersonId>>,
    /// The nations for which it was made.
    #[key(default = "all", value = "list of nations", example = "[wales]")]
    pub nations: Vec<Nation>,
    /// Who published it, when that is not plain.
    #[key(told = kept)]
    pub publisher: Option<Text>,
    /// When it was published.
    #[key(example = "2031-03")]
    pub date: Option<At<PartialDate>>,
    /// Why we think so, when it does not say.
    #[key(told = kept)]
    pub date_inferred: Option<Text>,
    /// Its language, when it is not the site's.
    #[key(language, example = "cy")]
    pub lang: Option<LanguageTag>,
    /// Where it can be read.
    pub url: Option<At<WebUrl>>,
    /// A lasting copy in a web archive. Without one, `check` warns.
    pub archived: Option<WebUrl>,
    /// When we last read it at `url`.
    pub accessed: Option<At<PartialDate>>,
    /// The files that it consists of, in order.
    #[key(default = "what is at `url`")]
    pub files: Vec<At<FileRecord>>,
    /// When and where somebody received it.
    pub received: Option<At<ReceivedRecord>>,
    /// The people whom it presents, when it is their party's.
    #[key(value = "list of ids of people", example = "[4372]")]
    pub people: Vec<At<PersonId>>,
    /// Accessible formats in which it appeared.
    pub formats: Vec<FormatRecord>,
    /// Who looked for accessible formats, and for which; only of those can a page say that there is none.
    pub formats_looked_for: Vec<At<FormatSearchRecord>>,
    /// Who read it, and what they found.
    pub readings: Vec<At<ReadingRecord>>,
    /// Anything else that a reader should know.
    #[key(told = words)]
    pub note: Option<At<Text>>,
    /// The texts in further languages.
    pub translations: Option<Translations>,
    /// Says that contact details in this record are published by their owner for everyone.
    #[key(default = "false", example = "true")]
    pub public_contact: bool,
}

/// A file of a document: one of our own, one on the web, or both.
#[derive(Debug, Clone, Record)]
pub struct FileRecord {
    /// Its name in `content/documents/`.
    #[key(needed = "this or `url`", value = "name of a file", example = "harbour-leaflet-front.jpg")]
    pub file: Option<At<OriginalName>>,
    /// Where it can be fetched.
    #[key(needed = "this or `file`")]
    pub url: Option<At<WebUrl>>,
    /// What it shows.
    #[key(told = kept, example = "front")]
    pub title: Option<Text>,
    /// Why you may publish it.
    #[key(told = kept, default = "not published", example = "The party lets everybody copy its leaflets.")]
    pub rights: Option<At<Text>>,
    /// Whom to credit for it.
    #[key(told = kept, example = "Photograph by a reader")]
    pub credit: Option<Text>,
    /// What a picture shows, for who cannot see it, beyond the words in the transcript.
    #[key(told = kept, example = "A duck on a green pond")]
    pub alt: Option<Text>,
}

/// When and where somebody received a document.
#[derive(Debug, Clone, Record)]
pub struct ReceivedRecord {
    /// When.
    #[key(example = "2031-04-08")]
    pub date: At<PartialDate>,
    /// Why we think so, when nobody wrote it down.
    #[key(told = kept)]
    pub date_inferred: Option<Text>,
    /// The ballots in whose areas it was received; their pages list it.
    #[key(value = "list of ids of ballots", example = "[example.pond-lane.2031-05-01]")]
    pub ballots: Vec<At<BallotId>>,
    /// The first half of the postcode where it was received. Never the whole: that would tell a street.
    #[key(example = "ZZ1")]
    pub outcode: Option<At<Outcode>>,
    /// How it came.
    #[key(told = kept, example = "through the door")]
    pub how: Option<Text>,
}

/// An accessible format of a document.
#[derive(Debug, Clone, Record)]
pub struct FormatRecord {
    /// The format.
    #[key(example = "easy_read")]
    pub format: DocumentFormat,
    /// When it appeared.
    #[key(example = "2031-04-02")]
    pub date: At<PartialDate>,
    /// Where it can be had.
    pub url: Option<WebUrl>,
}

/// Somebody's search for accessible formats of a document.
#[derive(Debug, Clone, Record)]
pub struct FormatSearchRecord {
    /// Who looked.
    #[key(value = "id of a checker", example = "pat")]
    pub by: At<Slug>,
    /// When.
    #[key(example = "2031-04-12")]
    pub date: At<PartialDate>,
    /// For which formats, found or not.
    #[key(needed, needed = "yes", value = "list of formats", example = "[easy_read, bsl, audio]")]
    pub formats: Vec<DocumentFormat>,
}

/// Somebody's reading of a document.
#[derive(Debug, Clone, Record)]
pub struct ReadingRecord {
    /// Who read it.
    #[key(value = "id of a checker", example = "pat")]
    pub by: At<Slug>,
    /// When.
    #[key(example = "2031-04-03")]
    pub date: At<PartialDate>,
    /// `original`: the thing itself. `facsimile`: a picture of it. `transcription`: its words, typed or read by a machine.
    /// `described`: only what somebody wrote about it.
    #[key(value = "one of the four", example = "original")]
    pub seen: At<Seen>,
    /// Whether the whole of it was read.
    #[key(default = "false", example = "true")]
    pub whole: Option<At<bool>>,
    /// How much was read, when not the whole.
    #[key(told = kept, example = "the front page")]
    pub part: Option<Text>,
    /// The questions that the reader looked for.
    #[key(value = "list of question ids", example = "[duck-pond]")]
    pub looked_for: Vec<At<QuestionId>>,
    /// The questions that it mentions; each also in `looked_for`.
    #[key(value = "list of question ids", example = "[duck-pond]")]
    pub found: Vec<At<QuestionId>>,
    /// What it was read for besides the questions.
    #[key(value = "list of ids of the election's `topics`", example = "[bandstand]")]
    pub topics: Vec<At<Slug>>,
    /// Those of which it speaks; each also in `topics`.
    #[key(value = "list of ids of topics", example = "[bandstand]")]
    pub topics_found: Vec<At<Slug>>,
    /// How many of its sides the reader saw.
    #[key(value = "group of `seen` and `all`; `all` may be left out when nobody knows", example = "{seen: 2, all: 2}")]
    pub sides: Option<At<SidesRecord>>,
    /// Whether the reader looked for an imprint: `seen` when there is one, `not_seen` when there was none on what they saw.
    #[key(example = "seen")]
    pub imprint: Option<At<ImprintSeen>>,
    /// The copy that was read, when it is not the thing itself.
    pub copy: Option<CopyRecord>,
    /// Anything else about this reading.
    #[key(told = words)]
    pub note: Option<At<Text>>,
    /// Who repeated it with the same result.
    #[key(value = "list of [checks](#checks)")]
    pub checked: Vec<At<CheckRecord>>,
    /// The texts in further languages.
    pub translations: Option<Translations>,
}

/// How many sides of a document somebody saw.
#[derive(Debug, Clone, Record)]
pub struct SidesRecord {
    /// How many were seen.
    #[key(example = "2")]
    pub seen: u32,
    /// How many there are.
    #[key(example = "2")]
    pub all: Option<u32>,
}

/// The copy, transcription or report through which a reader knows a document.
#[derive(Debug, Clone, Record)]
pub struct CopyRecord {
    /// What it is called.
    #[key(told = kept, example = "Manifestos in one volume")]
    pub title: Text,
    /// Who made or published it.
    #[key(told = kept, example = "Example Reading Room")]
    pub publisher: Option<Text>,
    /// When.
    #[key(example = "2031")]
    pub date: Option<At<PartialDate>>,
    /// Why we think so, when it does not say.
    #[key(told = kept)]
    pub date_inferred: Option<Text>,
    /// Where it can be read.
    pub url: Option<WebUrl>,
}
